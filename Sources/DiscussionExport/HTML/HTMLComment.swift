import DiscussionModel
import Reader
import RichText
import TextGrid

/// A comment as HTML, from the start of its `details` to where its replies follow.
struct HTMLComment {
  private let item: Excerpt.Item
  private let excerpt: Excerpt
  private let comment: Comment
  private let body: Body
  /// The classes of its author's name.
  private let nameClasses: String

  init(_ item: Excerpt.Item, in excerpt: Excerpt, nameClasses: String) {
    self.item = item
    self.nameClasses = nameClasses
    self.excerpt = excerpt
    comment = excerpt.page.comment(at: item.position)
    let entry = item.position + excerpt.page.firstComment
    body = comment.state == .deleted ? Body() : excerpt.page.body(ofEntry: entry)
  }

  private var page: Page { excerpt.page }

  var lines: [String] {
    var lines = ["<details open class=\"c\" id=\"c\(number)\">", summary]
    if let context = excerpt.context(of: item, cells: 200) {
      lines.append("<p class=\"w\">replies to \(context.inHTML)</p>")
    }
    if comment.state != .deleted {
      var text = HTMLBlocks(body, headings: 3).lines
      if text.isEmpty { text = ["<p class=\"w\">no text</p>"] }
      if let warning = comment.details?.warning {
        text = [HTMLBlocks.summary("warning: " + SafeText(warning))] + text + ["</details>"]
      }
      lines += ["<div class=\"t\">"] + text + ["</div>"]
    }
    for note in [page.missingInWords(at: item.position), excerpt.cutInWords(item)] {
      if let note { lines.append("<p class=\"w\">\(note.inHTML)</p>") }
    }
    return lines
  }

  private var number: Int { page.number(at: item.position) }

  /// The row that folds it: who, when, its number; and while it is folded how it begins.
  private var summary: String {
    let address = "<a href=\"#c\(number)\">#\(number)</a>"
    var parts: [String] = []
    if let author = page.author(at: item.position) {
      parts.append("<bdi class=\"\(nameClasses)\">\(SafeText(author).inHTML)</bdi>")
    } else {
      parts.append("<span class=\"a\">\(address)</span>")
    }
    for badge in comment.details?.badges ?? [] {
      parts.append("<bdi class=\"g\">\(SafeText(badge).inHTML)</bdi>")
    }
    let words = details.joined(separator: " · ")
    if !words.isEmpty { parts.append("<span class=\"d\">\(words)</span>") }
    if page.author(at: item.position) != nil { parts.append("<span class=\"n\">\(address)</span>") }
    if item.replies > 0 {
      let replies = counted(item.replies, "reply", "replies")
      parts.append("<span class=\"r\">\(replies)</span>")
    }
    if !beginning.isEmpty { parts.append("<bdi class=\"s\">\(beginning.inHTML)</bdi>") }
    return "<summary>" + parts.joined(separator: " ") + "</summary>"
  }

  /// How its text begins, as far as it may be shown at once.
  private var beginning: SafeText {
    if let warning = comment.details?.warning { return "▒ " + SafeText(warning) }
    return page.beginning(of: body.blocks, cells: 100).truncated(to: 100)
  }

  /// What is told of it besides its text, as HTML.
  private var details: [String] {
    var parts = [page.stateInWords(at: item.position)].compactMap { $0 }
    let depth = Int(page.thread.depths[item.position])
    // Where it is does not say it.
    if item.level >= HTMLExport.deepest || item.level != depth {
      parts.append("level \(depth + 1)")
    }
    if item.level >= HTMLExport.deepest, item.hasParent,
      let parent = page.thread.parent(of: item.position)
    {
      let name = SafeText(page.answered(parent)).inHTML
      parts.append("replies to <a href=\"#c\(page.number(at: parent))\">\(name)</a>")
    }
    if let label = comment.details?.parentLabel {
      parts.append(SafeText("replies to \(label)").inHTML)
    }
    for (index, time) in page.times(at: item.position).enumerated() {
      let html = SafeText(time).inHTML
      parts.append(
        index == 0 ? HTMLArticle.link(html, to: comment.details?.url) : html)
    }
    if comment.published == nil, comment.details?.edited == nil {
      let link = HTMLArticle.link("page", to: comment.details?.url)
      if link != "page" { parts.append(link) }
    }
    return parts + [page.score(at: item.position)].compactMap { $0 }
  }
}
