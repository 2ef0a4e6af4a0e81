import DiscussionModel
import Reader
import RichText
import TextGrid

/// What is before the comments.
enum HTMLArticle {
  static func lines(of excerpt: Excerpt) -> [String] {
    let page = excerpt.page
    let discussion = page.discussion
    var lines = ["<h1>\(link(SafeText(discussion.title).inHTML, to: discussion.url))</h1>"]
    for entry in excerpt.entriesBefore {
      let blocks = HTMLBlocks(page.body(ofEntry: entry), headings: 2).lines
      switch page.kind(of: entry) {
      case .article:
        if let byline = page.byline { lines.append("<p class=\"by\">\(byline.inHTML)</p>") }
        lines += ["<section class=\"t\">"] + blocks + ["</section>"]
        lines.append("<p class=\"w\">\(page.summary.inHTML)</p>")
      case .notice:
        lines += ["<section class=\"t\">", "<h2>Notice</h2>"] + blocks + ["</section>"]
      case .links(let index): lines += linkLines(discussion.links[index])
      case .comment: break
      }
    }
    if let note = excerpt.note { lines.append("<p class=\"w\">\(note.inHTML)</p>") }
    return lines
  }

  private static func linkLines(_ list: LinkList) -> [String] {
    let heading = SafeText("\(list.heading), \(counted(list.items.count, "link"))").inHTML
    var lines = ["<details class=\"t\">", "<summary>\(heading)</summary>", "<ul>"]
    for item in list.items {
      var line = "<li>" + link(SafeText(item.title).inHTML, to: item.url)
      if let published = item.published {
        line += " <span class=\"d\">\(SafeText(Calendar.date(published)).inHTML)</span>"
      }
      if let summary = item.summary { line += "<br>" + SafeText(summary).inHTML }
      if let url = item.url.map({ SafeText($0) }), !url.isFollowed {
        line += "<br>" + url.inHTML
      }
      lines.append(line + "</li>")
    }
    return lines + ["</ul>", "</details>"]
  }

  /// HTML as the text of a link, or as it is where the link leads nowhere that a page may lead to.
  static func link(_ html: String, to raw: String?) -> String {
    guard let target = raw.map({ SafeText($0) }), target.isFollowed else { return html }
    return "<a href=\"\(target.inHTML)\" \(HTMLLine.relation)>\(html)</a>"
  }
}
