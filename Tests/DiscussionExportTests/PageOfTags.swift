/// A page that is read strictly: every tag is one of ours, and elements end in the order in which
/// they began.
struct PageOfTags {
  /// What is wrong, as far as it was read.
  private(set) var problems: [String] = []
  /// The elements that are open, outermost first.
  private(set) var open: [String] = []
  /// The most elements that were open at once.
  private(set) var deepest = 0

  private static let lone: Set = ["br", "hr", "meta", "!DOCTYPE"]
  private static let elements: Set = [
    "html", "head", "title", "style", "body", "h1", "h2", "h3", "h4", "h5", "h6", "p", "section",
    "details", "summary", "div", "span", "bdi", "a", "ul", "ol", "li", "blockquote", "pre", "code",
    "strong", "em", "s", "b",
  ]
  private static let attributes: Set = [
    "class", "id", "href", "rel", "start", "tabindex", "role", "aria-label", "open", "charset",
    "http-equiv", "content", "name", "html",
  ]

  /// Reads a line; no tag goes over its end.
  mutating func read(_ line: String) {
    // By scalars: a mark would join the sign before it.
    var rest = line.unicodeScalars[...]
    while let start = rest.firstIndex(where: { $0 == "<" || $0 == ">" }) {
      if rest[start] == ">" {
        if open.last != "style" { problems.append("> in \(line)") }
        rest = rest[start...].dropFirst()
        continue
      }
      guard let end = rest[start...].firstIndex(of: ">") else {
        problems.append("< in \(line)")
        return
      }
      tag(Substring(rest[start..<end].dropFirst()))
      rest = rest[end...].dropFirst()
    }
  }

  private mutating func tag(_ text: Substring) {
    if text.hasPrefix("/") {
      let name = String(text.dropFirst())
      if open.popLast() != name { problems.append("</\(name)>") }
      return
    }
    let name = String(text.prefix { $0 != " " })
    var values = text.dropFirst(name.count).split(separator: "\"", omittingEmptySubsequences: false)
    if values.count % 2 == 0 { problems.append("<\(text)>") }
    for index in values.indices where index % 2 == 1 { values[index] = "" }
    for attribute in values.joined().split(whereSeparator: { $0 == " " || $0 == "=" })
    where !Self.attributes.contains(String(attribute)) {
      problems.append("\(attribute) in <\(text)>")
    }
    if Self.lone.contains(name) { return }
    if !Self.elements.contains(name) { problems.append("<\(text)>") }
    open.append(name)
    deepest = max(deepest, open.count)
  }
}
