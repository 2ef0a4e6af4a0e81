import DiscussionExport
import DiscussionModel
import Testing
import TextGrid

/// Texts of strangers that would drive a terminal.
@Suite struct HostileTests {
  @Test func nothingIsObeyed() {
    #expect(
      plain(.hostile, columns: 60) == """
        ␛]0;title␇ 中é👩\u{200D}💻
        by ␛[31mann · \u{FFFD}2J

        ␛[2J
        ab

        1 comment

        Notice
        ␛[?1049h

        ␈␈␈links
        ␛[1mtitle  \u{FFFD}
        \u{FFFD}summary
        x␛]8;;

        #1 eve #2 bob ␛[A, replies to post ␛c, ␛[3m, warning: ␛[0m
        e\u{301}\u{301}\u{301}\u{301} ␡
        """)
  }
}

extension Discussion {
  /// A discussion that holds something hostile wherever it holds a text.
  static var hostile: Discussion {
    var result = Discussion(id: "\u{1B}", title: "\u{1B}]0;title\u{7}\n中é👩\u{200D}💻\u{202E}")
    result.author = "\u{1B}[31mann"
    result.published = "\u{9B}2J"
    result.body = "\u{1B}[2J\r\na\u{202E}\u{200B}b"
    result.notice = "\u{1B}[?1049h"
    result.links = [
      LinkList(
        heading: "\u{8}\u{8}\u{8}links",
        items: [
          LinkItem(
            title: "\u{1B}[1mtitle", url: "x\u{1B}]8;;", published: "\u{85}",
            summary: "\u{2028}summary")
        ])
    ]
    let marks = String(repeating: "\u{301}", count: 1000)
    var comment = Comment(id: "1", author: "eve\n#2 bob", body: RawText("e\(marks) \u{7F}"))
    comment.published = "\u{1B}[3m"
    var details = CommentDetails()
    details.badges = ["\u{1B}[A"]
    details.parentLabel = "post \u{1B}c"
    details.warning = "\u{1B}[0m"
    comment.details = details
    result.comments = [comment]
    return result
  }
}
