/// A count with its noun: `1 reply`, `6 replies`.
///
/// - Parameters:
///   - number: how many.
///   - one: the noun for one.
///   - many: the noun for any other number; nil for the noun with an s.
/// - Returns: both, with a space between them.
public func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
  number == 1 ? "1 \(one)" : "\(number) \(many ?? one + "s")"
}
