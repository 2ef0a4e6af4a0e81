/// Choosing one of several discussions that were given at once.
enum Choice {
  /// All that belongs to the only discussion, or to the one that was requested.
  ///
  /// - Parameters:
  ///   - candidates: parts of discussions, each with the discussion's id.
  ///   - only: the id that was requested.
  ///   - format: what they are.
  /// - Returns: the parts in their order, with those that do not say whose they are.
  /// - Throws: if there is none, or several and no choice; it names those that there are.
  static func parts<Value>(
    of candidates: [(id: String?, value: Value)], only: String?, of format: DiscussionFormat
  ) throws(ImportError) -> [Value] {
    guard let first = candidates.first else { throw ImportError(.nothing(of: format), in: .inputs) }
    var known: [String] = []
    for case let id? in candidates.map(\.id) where !known.contains(id) && known.count < 20 {
      known.append(id)
    }
    let id: String?
    if let only {
      id = only
      guard candidates.contains(where: { $0.id == only }) else {
        throw ImportError(.notAmong(only, known), in: .inputs)
      }
    } else {
      guard known.count < 2 else { throw ImportError(.several(known), in: .inputs) }
      id = known.first ?? first.id
    }
    return candidates.filter { $0.id == id || $0.id == nil }.map(\.value)
  }
}
