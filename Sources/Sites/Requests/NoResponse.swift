/// Why no response came.
public struct NoResponse: Equatable, Sendable {
  /// Whose it would have been, by its name or its host; nil if something else is at fault.
  public var site: String?
  /// In words; what it quotes is not safe to print.
  public var reason: String

  public init(site: String? = nil, _ reason: String) {
    self.site = site
    self.reason = reason
  }

  /// Both in one line: `Reddit: timed out`.
  public var line: String { (site.map { "\($0): " } ?? "") + reason }
}

extension NoResponse: ExpressibleByStringLiteral {
  public init(stringLiteral reason: String) { self.init(reason) }
}
