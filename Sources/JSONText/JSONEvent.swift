/// One step of a JSON text, in the order of its bytes (RFC 8259 section 2).
public enum JSONEvent: Equatable, Sendable {
  case beginObject
  case endObject
  case beginArray
  case endArray
  /// A member's name; its value's events follow.
  case key(JSONString)
  case string(JSONString)
  case number(JSONNumber)
  case bool(Bool)
  case null
  /// The text is over. Asking again gives this again.
  case end
}

/// A string of a JSON text, not yet unescaped (RFC 8259 section 7).
public struct JSONString: Equatable, Sendable {
  /// The bytes between the quotation marks, as offsets in the text.
  public var range: Range<Int>
  /// Whether a reverse solidus is in it.
  public var hasEscapes: Bool
  /// Whether it has bytes above 7F or escaped surrogates: only then can it need a repair.
  public var mayNeedRepair: Bool

  public init(range: Range<Int>, hasEscapes: Bool, mayNeedRepair: Bool = false) {
    self.range = range
    self.hasEscapes = hasEscapes
    self.mayNeedRepair = mayNeedRepair
  }
}

/// A number of a JSON text, as written (RFC 8259 section 6).
public struct JSONNumber: Equatable, Sendable {
  /// Its bytes, as offsets in the text.
  public var range: Range<Int>
  /// Whether it has neither a fraction nor an exponent.
  public var isInteger: Bool
}
