import DiscussionModel
import JSONText

/// Values as importers want them: what is missing or null is nil, what is of another type is nil and
/// noted. Nothing here traps, however large a number.
extension Findings {
  /// A text; a number counts as what it looks like.
  mutating func text(_ value: JSONValue?) -> String? {
    guard let value, value.kind != .null else { return nil }
    if let string = value.string {
      let (text, repairs) = string.text(in: value.tree.bytes)
      add(.unreadableCharacter, repairs, at: value)
      return text
    }
    if value.kind == .integer || value.kind == .decimal { return value.literal }
    add(.otherType, at: value)
    return nil
  }

  /// A text that says something.
  mutating func words(_ value: JSONValue?) -> String? {
    text(value).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A text as it is in the file.
  mutating func rawText(_ value: JSONValue?) -> RawText? {
    guard let value, let string = value.string else { return text(value).map { RawText($0) } }
    if string.mayNeedRepair {
      add(.unreadableCharacter, string.text(in: value.tree.bytes).repairs, at: value)
    }
    return RawText(string, in: value.tree.bytes)
  }

  /// An id: a text, or an integer as it is written.
  mutating func id(_ value: JSONValue?) -> String? {
    guard let value, value.kind != .null else { return nil }
    if value.kind == .decimal {
      add(.otherType, at: value)
      return nil
    }
    return words(value)
  }

  /// How many there are of something, which is never negative.
  mutating func count(_ value: JSONValue?) -> Int? { integer(value, in: NumberBounds.count) }

  /// An integer; one with a fraction, which is cut off, or in a string, is one as well.
  ///
  /// - Parameters:
  ///   - value: where it is.
  ///   - bounds: what it may be; any other is noted.
  /// - Returns: nil for any other value.
  mutating func integer(
    _ value: JSONValue?, in bounds: ClosedRange<Int> = NumberBounds.any
  ) -> Int? {
    guard let value, value.kind != .null else { return nil }
    switch value.kind {
    case .integer, .decimal: return integer(value.literal ?? "", bounds, at: value)
    case .string, .escaped, .repairable, .escapedRepairable:
      guard let text = text(value), Double(text) != nil else {
        add(.otherType, at: value)
        return nil
      }
      add(.numberAsText, at: value)
      return integer(text, bounds, at: value)
    case .object, .array, .yes, .no, .null:
      add(.otherType, at: value)
      return nil
    }
  }

  private mutating func integer(
    _ text: String, _ bounds: ClosedRange<Int>, at value: JSONValue
  ) -> Int? {
    var found = Int(text)
    if found == nil, let double = Double(text), double.magnitude < 0x1p53 {
      found = Int(double.rounded(.down))
    }
    if let found, bounds.contains(found) { return found }
    add(.unusableNumber, at: value)
    return nil
  }

  /// Whether something is so; missing and null are no.
  mutating func flag(_ value: JSONValue?) -> Bool {
    guard let value else { return false }
    switch value.kind {
    case .yes: return true
    case .no, .null: return false
    case .integer where value.literal == "0": return false
    case .integer where value.literal == "1": return true
    case .integer, .decimal, .object, .array, .string, .escaped, .repairable, .escapedRepairable:
      add(.otherType, at: value)
      return false
    }
  }

  /// The objects in an array; missing and null have none, and other elements are noted.
  mutating func objects(_ value: JSONValue?) -> [JSONValue] {
    guard let value, value.kind != .null else { return [] }
    guard value.kind == .array else {
      add(.otherType, at: value)
      return []
    }
    var objects: [JSONValue] = []
    for element in value.elements {
      if element.kind == .object { objects.append(element) } else { add(.noObject, at: element) }
    }
    return objects
  }

  /// An object; nil and noted for any other value that is there and not null.
  mutating func object(_ value: JSONValue?) -> JSONValue? {
    guard let value, value.kind != .null else { return nil }
    if value.kind == .object { return value }
    add(.otherType, at: value)
    return nil
  }
}

/// Ids for comments whose source gives none.
enum Identity {
  /// The id that a comment has in a member, or one made of how many comments came before it.
  static func id(
    of value: JSONValue?, of comment: JSONValue, at place: Int, _ findings: inout Findings
  ) -> String {
    if let id = findings.id(value) { return id }
    findings.add(.commentWithoutID, at: comment)
    return "place-\(place + 1)"
  }
}
