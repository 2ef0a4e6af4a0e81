import RichText
import TextGrid

extension Body {
  /// A body as a person can read it, blocks from top to bottom.
  ///
  /// - A blank line separates blocks that are not tight.
  /// - `»` stands for a quote, a bullet or number for the item of a list.
  /// - `#` begins a heading, `|` a line of code, `:` a row of a table, `---` is a rule.
  /// - `(masked 3)` and `(spoiler 1 Title)` stand before what is hidden.
  /// - `{strong words}` are words with traits, `{link 2 words}` with the number of their link.
  /// - `[2]` in the text is the number of a link; below the text stands what it leads to.
  var printed: String {
    var result = ""
    for (index, block) in blocks.enumerated() {
      if index > 0 { result += block.isTight ? "\n" : "\n\n" }
      result += block.printed
    }
    for (index, target) in links.enumerated() {
      result += (index == 0 && !result.isEmpty ? "\n\n" : index == 0 ? "" : "\n")
      result += "[\(index + 1)] \(target)"
    }
    return result
  }
}

extension Block {
  fileprivate var printed: String {
    var first = ""
    var rest = ""
    for container in containers {
      switch container {
      case .quote:
        first += "» "
        rest += "» "
      case .item(let marker, let isFirst):
        let blank = String(repeating: " ", count: marker.string.count)
        first += isFirst ? marker.string : blank
        rest += blank
      }
    }
    switch cover {
    case .masked(let words): first += "(masked \(words)) "
    case .spoiler(let title, let number): first += "(spoiler \(number) \(title)) "
    case nil: break
    }
    let sign =
      switch kind {
      case .paragraph: ""
      case .heading(let level): String(repeating: "#", count: level) + " "
      case .code: "| "
      case .table: ": "
      case .rule: "---"
      }
    let texts = kind == .rule && lines.isEmpty ? [""] : lines.map(\.printed)
    return texts.enumerated().map { ($0 == 0 ? first : rest) + sign + $1 }
      .joined(separator: "\n")
  }
}

extension StyledText {
  var printed: String {
    parts(of: 0..<text.count).reduce("") { result, part in
      let names = part.traits.names
      let text = part.text.string
      if names == ["number"], text == "[\(part.link ?? 0)]" { return result + text }
      if names.isEmpty, part.link == nil { return result + text.replacing("\u{A0}", with: " ") }
      let link = part.link.map { " \($0)" } ?? ""
      return result + "{\(names.joined(separator: "+"))\(link) \(text)}"
    }
  }
}

extension Span.Traits {
  fileprivate var names: [String] {
    let all: [(Span.Traits, String)] = [
      (.strong, "strong"), (.emphasis, "emphasis"), (.code, "code"), (.strike, "strike"),
      (.spoiler, "spoiler"), (.masked, "masked"), (.mention, "mention"), (.link, "link"),
      (.linkNumber, "number"),
    ]
    return all.filter { contains($0.0) }.map(\.1)
  }
}
