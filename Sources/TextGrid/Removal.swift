/// A scalar that a text had and the safe text has not, and how often.
public struct Removal: Equatable, Sendable {
  public var scalar: Unicode.Scalar
  public var kind: Kind
  public var count: Int

  public enum Kind: Equatable, Sendable {
    /// Nothing is in its place: it is drawn as nothing, or is one mark too many on its base.
    case dropped
    /// Its picture or U+FFFD is in its place.
    case replaced
  }
}

extension SafeText {
  /// What making a text safe takes from it: each scalar once, in the order in which they come.
  ///
  /// Line ends and tabs, which layout handles, are not removals.
  ///
  /// - Complexity: O(length).
  public static func removals(from raw: String) -> [Removal] {
    var found: [Removal] = []
    var places: [Key: Int] = [:]
    _ = Sanitizer.safe(raw) { scalar, kind in
      let place = places[Key(scalar: scalar, kind: kind), default: found.count]
      if place == found.count {
        found.append(Removal(scalar: scalar, kind: kind, count: 0))
        places[Key(scalar: scalar, kind: kind)] = place
      }
      found[place].count += 1
    }
    return found
  }

  private struct Key: Hashable {
    var scalar: Unicode.Scalar
    var kind: Removal.Kind
  }
}
