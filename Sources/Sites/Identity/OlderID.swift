/// Ids as they were while two sites could share one, and what took their place.
public enum OlderID {
  /// The ids under which earlier versions kept a discussion.
  ///
  /// - Parameter id: as it is now.
  /// - Returns: none as a rule.
  public static func older(than id: String) -> [String] {
    guard let colon = id.firstIndex(of: ":") else { return [] }
    let parts = id[id.index(after: colon)...].split(
      separator: "/", omittingEmptySubsequences: false)
    switch (id[..<colon], parts.count) {
    case ("lobsters", 2): return ["lobsters:\(parts[1])"]
    case ("discourse", 3...): return ["discourse:\(parts[0])/\(parts[parts.count - 1])"]
    case ("forge", 4...): return ["github:" + parts.suffix(3).joined(separator: "/")]
    default: return []
    }
  }

  /// Whether an id begins as older ones do.
  public static func mayBeOne(_ id: String) -> Bool {
    ["lobsters:", "discourse:", "github:"].contains { id.hasPrefix($0) }
  }

  /// The id that a discussion has now, if it is kept under an older one.
  ///
  /// - Parameters:
  ///   - id: under which it is kept.
  ///   - addresses: those that say from where it is: its link first, then its page.
  /// - Returns: nil if it is the right one, or if nobody can tell.
  public static func renewed(_ id: String, by addresses: [String?]) -> String? {
    guard mayBeOne(id) else { return nil }
    for case let address? in addresses {
      guard let found = current(at: address) else { continue }
      return older(than: found).contains(id) ? found : nil
    }
    return nil
  }

  /// The id that an address gives to what is there.
  private static func current(at text: String) -> String? {
    if let place = GitHubPlace(text), place.isElsewhere, let number = place.number {
      return place.id(of: number)
    }
    do throws(SiteError) {
      let candidates = try SiteTable.candidates(for: try SiteAddress(text)).list
      return candidates.first?.discussion
    } catch {
      return nil
    }
  }
}
