import DiscussionExport
import DiscussionModel

extension Discussion {
  /// Whether to move the hives: an article, a notice, links, and replies three deep.
  static var bees: Discussion {
    var result = Discussion(id: "bees:1", title: "Should the hives move to the roof?")
    result.author = "Inés"
    result.published = "2021-05-20"
    result.body = """
      The orchard has been sold. The hives have until the end of June, and nobody has a garden.

      ***** **** * ****

      The roof is flat, and 中 windy.
      """
    result.maskCharacter = "*"
    result.notice = "The vote is for members."
    result.links = [
      LinkList(
        heading: "Before",
        items: [
          LinkItem(
            title: "A swarm at the school", url: "https://bees.example/3",
            published: "2020-06-01", summary: "It sat on a bicycle."),
          LinkItem(title: "Honey, sold out"),
        ])
    ]
    result.comments = beeComments
    result.treeIsInferred = true
    return result
  }

  private static var beeComments: [Comment] {
    var root = Comment(id: "a", author: "bo", body: "Wind is what kills them.\nNot height.")
    root.published = "2021-05-20T10:00:00Z"
    root.score = 1
    var reply = Comment(
      id: "b", parent: "a", author: "Inés", body: "A fence of reeds helps:\n\nit lets half through."
    )
    var details = CommentDetails()
    details.badges = ["OP", "keeper"]
    details.missingReplies = 2
    reply.details = details
    reply.score = -3
    let deeper = Comment(
      id: "c", parent: "b",
      body: "How high? Mine at 1 m was *** ****, and *** at 2 m it held through the winter.")
    var deleted = Comment(id: "d", parent: "a", author: "lu")
    deleted.state = .deleted
    var flagged = Comment(id: "e", author: "max", body: "Burn them **** ****.")
    flagged.state = .flagged
    details = CommentDetails()
    details.warning = "cruelty"
    details.parentLabel = "post 17"
    details.missingReplies = 1
    flagged.details = details
    flagged.number = 9
    let empty = Comment(id: "f", parent: "e", author: "")
    return [root, reply, deeper, deleted, flagged, empty]
  }
}
