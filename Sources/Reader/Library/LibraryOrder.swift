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
    case .news: "news first"
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

extension LibraryEntry {
  /// How it stands with a discussion, the most urgent first.
  enum Standing: Int {
    /// It got comments since the first visit.
    case news
    case neverOpened
    case unread
    case done
    case muted
  }

  var standing: Standing {
    if isMuted { return .muted }
    if new > 0 { return .news }
    if visited == nil, unread > 0 || comments == 0 { return .neverOpened }
    return unread > 0 ? .unread : .done
  }

  /// Whether there is something that its reader does not know of: new comments, or all of it.
  var hasNews: Bool { standing.rawValue <= Standing.neverOpened.rawValue }

  /// Whether something of it is to be read, and wanted.
  var isUnread: Bool { standing.rawValue <= Standing.unread.rawValue }

  /// Where it comes from, in a word; where that is not said its address's host, if it has one.
  ///
  /// - Complexity: O(length of the address).
  var shownSource: SafeText {
    guard source.isEmpty, let address else { return source }
    let parts = address.string.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 2, parts[0].hasSuffix(":"), parts[1].isEmpty else { return "" }
    let host = parts[2].split(separator: "@").last ?? ""
    return SafeText(String(host.hasPrefix("www.") ? host.dropFirst(4) : host))
  }

  /// Its title, or what stands for one that is empty.
  var shownTitle: SafeText { title.isEmpty ? "without a title" : title }
}
