import DiscussionModel

/// Texts that cost a reader of markup more than their length, made as long as they are wanted.
struct CostlyText: Sendable {
  let name: String
  let markup: Markup
  /// Makes a text of about so many bytes.
  let text: @Sendable (Int) -> String

  static let all: [CostlyText] = markdown + html + plain

  private static let markdown = [
    CostlyText("words", .markdown, repeating: "The *quick* [fox](http://a.example/b) jumps. "),
    CostlyText("paragraphs", .markdown, repeating: "A **few** words and `code`.\n\n"),
    CostlyText("table, one row of columns", .markdown) { bytes in
      let columns = bytes / 6
      return repeated("|x", columns) + "|\n" + repeated("|-", columns) + "|\n"
        + repeated("|y", columns) + "|\n"
    },
    CostlyText("tables of 400 columns", .markdown) { bytes in
      let table =
        repeated("|x", 400) + "|\n" + repeated("|-", 400) + "|\n" + repeated("|y", 400) + "|\n\n"
      return repeated(table, max(1, bytes / table.utf8.count))
    },
    CostlyText("table, many rows", .markdown) { "|a|b|\n|-|-|\n" + repeated("|1|2|\n", $0 / 6) },
    CostlyText("table, rows to be filled", .markdown) { bytes in
      let columns = min(500, bytes / 130)
      return repeated("|a" + repeated("b", 60), columns) + "|\n" + repeated("|-", columns) + "|\n"
        + repeated("|\n", bytes / 4)
    },
    CostlyText("struck letters", .markdown, repeating: "~a~~b"),
    CostlyText("struck words", .markdown, repeating: "~~a~~ b "),
    CostlyText("emphasis never ended", .markdown, repeating: "*a **b _c "),
    CostlyText("brackets", .markdown, repeating: "["),
    CostlyText("pictures and links", .markdown, repeating: "![a](b)[c](d)"),
    CostlyText("backticks", .markdown) { bytes in
      var result = ""
      var count = 1
      while result.utf8.count < bytes {
        result += repeated("`", count) + "a"
        count += 1
      }
      return result
    },
    CostlyText("quotes in quotes", .markdown, repeating: ">"),
    CostlyText("lists in lists", .markdown, repeating: "- "),
    CostlyText("addresses", .markdown, repeating: "www.a.b "),
    CostlyText("mail", .markdown, repeating: "a@b.c "),
    CostlyText("at signs", .markdown, repeating: "a@b"),
    CostlyText("footnotes", .markdown) { bytes in
      (0..<bytes / 24).map { "[^\($0)] \n\n[^\($0)]: x\n\n" }.joined()
    },
    CostlyText("one footnote, many marks", .markdown) { repeated("[^1]", $0 / 4) + "\n\n[^1]: x" },
    CostlyText("references", .markdown) { bytes in
      (0..<bytes / 24).map { "[a\($0)]\n\n[a\($0)]: /x\n\n" }.joined()
    },
    CostlyText("spoilers", .markdown, repeating: ">!a!< "),
    CostlyText("details", .markdown, repeating: "<details><summary>a</summary>\n\n"),
    CostlyText("tags in paragraphs", .markdown, repeating: "a <b>"),
    CostlyText("lines", .markdown, repeating: "a\n"),
  ]

  private static let html = [
    CostlyText(
      "words", .html, repeating: "The <i>quick</i> <a href=\"http://a.example/b\">fox</a> "),
    CostlyText("table", .html) { bytes in
      "<table>" + repeated("<tr>" + repeated("<td>x", 300), bytes / 1504) + "</table>"
    },
    CostlyText("tables in tables", .html, repeating: "<table><tr><td>"),
    CostlyText("boxes in boxes", .html, repeating: "<div>"),
    CostlyText("lists in lists", .html, repeating: "<ul><li>a"),
    CostlyText("bold never ended", .html, repeating: "a<b><p>"),
    CostlyText("attributes", .html) { bytes in
      "<a " + (0..<bytes / 8).map { "a\($0)=b " }.joined() + ">x"
    },
  ]

  private static let plain = [
    CostlyText("words", .plain, repeating: "The quick brown fox jumps over the lazy dog. "),
    CostlyText("lines", .plain, repeating: "a\n"),
    CostlyText("one word", .plain, repeating: "a"),
    CostlyText("one line beyond ASCII", .plain, repeating: "été 中文 это "),
    CostlyText("marks", .plain, repeating: "a\u{301}\u{302}"),
    CostlyText("emoji", .plain, repeating: "👩\u{200D}💻"),
    CostlyText("controls", .plain, repeating: "\u{1}\u{202E}a"),
    CostlyText("mentions", .plain, repeating: "@a@b "),
    CostlyText("addresses", .plain, repeating: "http://a.b/(c "),
    CostlyText("quotes in quotes", .plain, repeating: ">"),
  ]

  private init(_ name: String, _ markup: Markup, _ text: @escaping @Sendable (Int) -> String) {
    (self.name, self.markup, self.text) = (name, markup, text)
  }

  private init(_ name: String, _ markup: Markup, repeating part: String) {
    self.init(name, markup) { repeated(part, $0 / part.utf8.count) }
  }
}

private func repeated(_ text: String, _ count: Int) -> String {
  String(repeating: text, count: count)
}
