import DiscussionModel
import Testing

@Suite struct EncodeTests {
  @Test func theExampleIsWrittenAsItStands() {
    #expect(
      String(decoding: DiscussionFile.encode(Example.discussion), as: UTF8.self) == Example.text)
  }

  @Test func whatIsNotThereIsNotWritten() {
    let discussion = Discussion(id: "d", title: "t", comments: [Comment(id: "1")])
    #expect(
      String(decoding: DiscussionFile.encode(discussion), as: UTF8.self) == """
        {
          "understory": 1,
          "id": "d",
          "title": "t",
          "markup": "plain",
          "comments": [
            {
              "id": "1"
            }
          ]
        }

        """)
  }

  static let texts = [
    (#"say "中" \ é"#, #"say \"中\" \\ é"#),
    ("two\nlines\tand\r", #"two\nlines\tand\r"#),
    ("\u{1B}[2J\u{0}\u{7F}\u{9B}", #"\u001b[2J\u0000\u007f\u009b"#),
    ("\u{202E}evil\u{2066}", #"\u202eevil\u2066"#),
    ("👩\u{200D}💻", #"👩\u200d💻"#),
    ("\u{2028}\u{2029}\u{FEFF}", #"\u2028\u2029\ufeff"#),
    ("\u{E000}\u{E0041}", #"\ue000\udb40\udc41"#),
    ("a\u{301}\u{302}\u{303}\u{304}\u{305}", "a\u{301}\u{302}\u{303}\u{304}" + #"\u0305"#),
  ]

  @Test(arguments: texts)
  func unsafeCharactersAreEscapedWhereverTextGoes(text: String, escaped: String) throws {
    let written = DiscussionFile.encode(Self.discussion(ofOnly: text))
    let lines = String(decoding: written, as: UTF8.self).split(separator: "\n")
    let quoted = lines.filter { $0.unicodeScalars.contains("\"") && $0.hasText(escaped) }
    #expect(quoted.count == 16)
  }

  @Test(arguments: texts)
  func readingWhatWasWrittenGivesTheSame(text: String, escaped: String) throws {
    let discussion = Self.discussion(ofOnly: text)
    let (again, repairs) = try DiscussionFile.decode(DiscussionFile.encode(discussion))
    #expect(again == discussion)
    #expect(again.title.unicodeScalars.elementsEqual(text.unicodeScalars))
    #expect(repairs == Repairs())
  }

  @Test func readingWritingAndReadingChangesNothing() throws {
    let once = DiscussionFile.encode(try DiscussionFile.decode(Example.bytes).discussion)
    #expect(try DiscussionFile.decode(once).discussion == Example.discussion)
    #expect(String(decoding: once, as: UTF8.self) == Example.text)
  }

  /// A discussion in which each text is this one: 16 of them.
  private static func discussion(ofOnly text: String) -> Discussion {
    var result = Discussion(id: text, title: text)
    (result.url, result.author, result.published, result.notice) = (text, text, text, text)
    result.body = RawText(text)
    var comment = Comment(id: text, parent: text, author: text, body: RawText(text))
    var details = CommentDetails()
    details.badges = [text]
    details.warning = text
    comment.details = details
    result.comments = [comment]
    result.links = [LinkList(heading: text, items: [LinkItem(title: text, summary: text)])]
    return result
  }
}

extension Substring {
  /// Whether it has these scalars in a row.
  fileprivate func hasText(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    return unicodeScalars.indices.contains { unicodeScalars[$0...].starts(with: scalars) }
  }
}
