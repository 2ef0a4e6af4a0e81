import DiscussionModel

/// Ours, not the one of Testing.
typealias Comment = DiscussionModel.Comment

/// A file with every member that version 1 knows.
enum Example {
  static let text = """
    {
      "understory": 1,
      "id": "tidemill:7",
      "title": "Who keeps the tide mill 中?",
      "url": "https://mill.example/7",
      "author": "Inés",
      "published": "2019-04-05",
      "markup": "markdown",
      "body": "The sluice leaks.\\n\\nThe wheel ****** too.",
      "maskCharacter": "*",
      "notice": "Two paragraphs are for members.",
      "comments": [
        {
          "id": "1",
          "body": "Ask the miller 👩\\u200d🌾."
        },
        {
          "id": "2",
          "parent": "1",
          "author": "bo",
          "published": "2019-04-05T10:00:00Z",
          "edited": "2019-04-06",
          "url": "https://mill.example/7#2",
          "score": -3,
          "state": "flagged",
          "markup": "html",
          "badges": [
            "OP",
            "staff"
          ],
          "warning": "eels",
          "missingReplies": 12,
          "parentLabel": "post 17",
          "number": 9,
          "body": "She left in May."
        },
        {
          "id": "3",
          "parent": "2",
          "state": "deleted"
        }
      ],
      "links": [
        {
          "heading": "Other mills",
          "items": [
            {
              "title": "Windmill for sale",
              "url": "https://mill.example/8",
              "published": "2020-02-29",
              "summary": "Four sails, one owner."
            }
          ]
        }
      ],
      "treeIsInferred": true
    }

    """

  static let bytes = Array(text.utf8)

  /// What the file says, built by hand.
  static var discussion: Discussion {
    var result = Discussion(id: "tidemill:7", title: "Who keeps the tide mill 中?")
    result.url = "https://mill.example/7"
    result.author = "Inés"
    result.published = "2019-04-05"
    result.markup = .markdown
    result.body = "The sluice leaks.\n\nThe wheel ****** too."
    result.maskCharacter = "*"
    result.notice = "Two paragraphs are for members."
    result.comments = [Comment(id: "1", body: "Ask the miller 👩‍🌾."), flagged, deleted]
    let windmill = LinkItem(
      title: "Windmill for sale", url: "https://mill.example/8", published: "2020-02-29",
      summary: "Four sails, one owner.")
    result.links = [LinkList(heading: "Other mills", items: [windmill])]
    result.treeIsInferred = true
    return result
  }

  private static var flagged: Comment {
    var comment = Comment(id: "2", parent: "1", author: "bo", body: "She left in May.")
    comment.published = "2019-04-05T10:00:00Z"
    comment.score = -3
    comment.state = .flagged
    comment.number = 9
    var details = CommentDetails()
    details.edited = "2019-04-06"
    details.url = "https://mill.example/7#2"
    details.markup = .html
    details.badges = ["OP", "staff"]
    details.warning = "eels"
    details.missingReplies = 12
    details.parentLabel = "post 17"
    comment.details = details
    return comment
  }

  private static var deleted: Comment {
    var comment = Comment(id: "3", parent: "2")
    comment.state = .deleted
    return comment
  }
}
