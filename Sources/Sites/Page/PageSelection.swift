public import HTMLTree

/// What somebody says about where a part of a page is, in place of what is known or found out.
public struct PageSelection: Hashable, Sendable {
  /// The parts that can be selected.
  public enum Part: String, CaseIterable, Sendable {
    case comment, id, parent, depth, author, time, text
  }

  public let part: Part
  let value: PageValue

  /// Reads a list such as `comment=.reply,author=.name,time=time@datetime`.
  ///
  /// A comma ends a value only if one of the parts and `=` follow: selectors have commas of their own.
  ///
  /// - Throws: the first fault.
  public static func list(_ text: String) throws(Fault) -> [PageSelection] {
    var result: [PageSelection] = []
    var rest = text[...]
    while true {
      guard let (part, after) = part(at: rest) else { throw .part(String(rest)) }
      var end = after.endIndex
      for index in after.indices where after[index] == "," {
        if self.part(at: after[after.index(after: index)...]) != nil {
          end = index
          break
        }
      }
      let value = String(after[..<end])
      do throws(SelectorError) {
        result.append(PageSelection(part: part, value: try PageValue(value)))
      } catch {
        throw .value(part, value, error)
      }
      guard end < after.endIndex else { return result }
      rest = after[after.index(after: end)...]
    }
  }

  /// The part that a text begins with, and what follows its `=`.
  private static func part(at text: Substring) -> (Part, Substring)? {
    let text = text.drop { $0 == " " }
    guard let equals = text.firstIndex(of: "="), let part = Part(rawValue: String(text[..<equals]))
    else { return nil }
    return (part, text[text.index(after: equals)...])
  }

  /// What is wrong with a list.
  public enum Fault: Error, Equatable {
    /// It does not begin with a part and `=`.
    case part(String)
    case value(Part, String, SelectorError)

    public var message: String {
      switch self {
      case .part(let text):
        "expected \(Part.allCases.map { "\($0.rawValue)=" }.joined(separator: ", ")), found \"\(text)\""
      case .value(let part, let value, let error):
        "\(part.rawValue): \(error.message), at character \(error.column) of \"\(value)\""
      }
    }
  }
}

extension PageShape {
  /// The shape with what somebody says of it.
  func selecting(_ selections: [PageSelection]) -> PageShape {
    var shape = self
    func values(_ part: PageSelection.Part) -> [PageValue]? {
      let found = selections.filter { $0.part == part }.map(\.value)
      return found.isEmpty ? nil : found
    }
    if let value = values(.comment)?.first?.selector {
      shape.comment = value
      shape.branch = nil
      shape.ignored = nil
      shape.parent = .around
    }
    if let ids = values(.id) { shape.id = ids }
    if let authors = values(.author) { shape.author = authors }
    if let times = values(.time) { shape.time = times }
    if let texts = values(.text) { shape.text = texts.compactMap(\.selector) }
    if let depths = values(.depth) { shape.parent = .depth(depths) }
    if let parents = values(.parent) { shape.parent = .id(parents) }
    return shape
  }

  /// How a page is read by nothing but what the user says about it.
  static let selected: PageShape = {
    var shape = PageShape(
      "a page whose parts were selected", signs: [], comment: "[itemprop=comment]",
      id: ["@id|comment-", "@id|post-", "@id", "@data-id"], author: [], text: [])
    shape.time = ["time@datetime"]
    shape.article = .blog
    return shape
  }()
}
