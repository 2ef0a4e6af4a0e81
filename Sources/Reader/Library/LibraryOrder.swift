import TextGrid

/// In which order the library lists discussions; muted ones are last in each.
///
/// Its raw values are kept, and hold.
public enum LibraryOrder: Int, CaseIterable, Equatable, Sendable {
  /// Those with new comments, those never opened, those with something unread, the others; of each
  /// kind what came last first.
  case news = 0
  /// What was added or last got comments first.
  case newest = 1
  /// By title, in alphabetical order.
  case title = 2
  /// The largest first.
  case size = 3

  /// What it does, in words.
  var words: SafeText {
    switch self {
    case .news: "new first"
    case .newest: "newest first"
    case .title: "by title"
    case .size: "largest first"
    }
  }

  /// The one after it, around the end.
  var next: LibraryOrder {
    let all = Self.allCases
    let index = all.firstIndex(of: self) ?? 0
    return all[(index + 1) % all.count]
  }

  /// Indices of entries in this order; of equal ones the first comes first.
  ///
  /// - Complexity: O(*n* log *n*).
  public func indices(of entries: [LibraryEntry]) -> [Int] {
    // What is compared often is found out once.
    let titles = self == .title ? entries.map { AlphabeticalKey($0.title.string) } : []
    let standings = entries.map { self == .news || $0.isMuted ? $0.standing.rawValue : 0 }
    return entries.indices.sorted { one, other in
      if standings[one] != standings[other] { return standings[one] < standings[other] }
      switch self {
      case .news, .newest:
        if entries[one].arrived != entries[other].arrived {
          return entries[one].arrived > entries[other].arrived
        }
      case .title: if titles[one] != titles[other] { return titles[one] < titles[other] }
      case .size:
        if entries[one].comments != entries[other].comments {
          return entries[one].comments > entries[other].comments
        }
      }
      return one < other
    }
  }
}
