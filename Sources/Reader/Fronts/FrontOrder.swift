import TextGrid

/// In which order a front page's discussions are listed.
enum FrontOrder: Int, CaseIterable, Equatable, Sendable {
  /// The site's own.
  case rank
  /// What was posted last first; those without a date are last.
  case newest
  /// Those with the most comments first.
  case comments
  /// Those with the most points first.
  case points

  /// What it does, in words.
  var words: SafeText {
    switch self {
    case .rank: "by rank"
    case .newest: "newest first"
    case .comments: "most comments first"
    case .points: "most points first"
    }
  }

  /// The one after it, around the end.
  var next: FrontOrder { FrontOrder(rawValue: rawValue + 1) ?? .rank }

  /// Indices of entries in this order; of equal ones the first comes first.
  ///
  /// - Complexity: O(*n* log *n*).
  func indices(of entries: [FrontEntry]) -> [Int] {
    func weight(_ entry: FrontEntry) -> Int64 {
      switch self {
      case .rank: 0
      case .newest: entry.posted ?? .min
      case .comments: Int64(entry.comments ?? -1)
      case .points: Int64(entry.score ?? .min)
      }
    }
    let weights = entries.map(weight)
    return entries.indices.sorted { (weights[$1], $0) < (weights[$0], $1) }
  }
}
