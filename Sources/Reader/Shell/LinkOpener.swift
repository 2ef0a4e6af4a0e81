import TextGrid

/// Which addresses lead to discussions that can be read here, as far as an address alone shows that: nothing is requested.
///
/// Two of them are always equal: it is part of no screen's state, and never changes.
public struct LinkOpener: Equatable, Sendable {
  private let opens: @Sendable (String) -> Bool

  /// - Parameter opens: whether an address leads to a discussion that can be read here.
  public init(opens: @escaping @Sendable (String) -> Bool = { _ in false }) { self.opens = opens }

  /// Whether an address leads to a discussion that can be read here.
  func opensHere(_ address: SafeText) -> Bool { opens(address.string) }

  public static func == (one: LinkOpener, other: LinkOpener) -> Bool { true }
}
