/// Ids as they were while two sites could share one, and what took their place.
public enum OlderID {
  /// The ids under which earlier versions kept a discussion.
  ///
  /// - Parameter id: as it is now.
  /// - Returns: none as a rule.
  public static func older(than id: String) -> [String] {
    guard let form = SiteTable.standard.idForm(of: id), let older = form.older else { return [] }
    let parts = id.dropFirst(form.prefix.count + 1).split(
      separator: "/", omittingEmptySubsequences: false)
    return older.rest(parts).map { ["\(older.prefix):\($0)"] } ?? []
  }

  /// Whether an id begins as older ones do.
  public static func mayBeOne(_ id: String) -> Bool {
    SiteTable.standard.idForms.contains { form in
      form.older.map { id.hasPrefix("\($0.prefix):") } ?? false
    }
  }

  /// The id that a discussion has now, if it is kept under an older one.
  ///
  /// - Parameters:
  ///   - id: under which it is kept.
  ///   - addresses: those that say from where it is: its link first, then its page.
  /// - Returns: nil if it is the right one, or if that is not known.
  public static func renewed(_ id: String, by addresses: [String?]) -> String? {
    guard mayBeOne(id) else { return nil }
    let found = addresses.lazy.compactMap { $0 }.compactMap { SiteTable.standard.id(at: $0) }.first
    return found.flatMap { older(than: $0).contains(id) ? $0 : nil }
  }
}
