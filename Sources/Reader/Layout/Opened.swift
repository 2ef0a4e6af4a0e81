/// What a reader opened in an entry's text.
public struct Opened: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Masked paragraphs, spoilers and a text behind a content warning are shown.
  public static let hidden = Opened(rawValue: 1)
  /// Lines of code and tables are wrapped.
  public static let wide = Opened(rawValue: 2)

  /// All that can be opened together, in every way.
  static let all = (0..<4).map { Opened(rawValue: $0) }
}
