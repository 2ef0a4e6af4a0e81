import DiscussionModel
import Sites
public import Storage
import TextGrid

/// Finding a kept discussion by what the user calls it.
extension DiscussionLibrary {
  /// Why a discussion is looked for, which decides what helps if it is not in the library.
  public enum Purpose {
    /// To be opened: the name of a file could have been meant as well.
    case opening
    /// To be fetched: its link would do.
    case fetching
    /// To be changed or removed.
    case changing
  }

  /// The file of a discussion.
  ///
  /// - Parameters:
  ///   - id: its id, or the beginning of one that no other has.
  ///   - purpose: what it is for.
  ///   - advice: what else may have been meant, suggested if no id is close to what was typed.
  /// - Returns: the file's name in the folder.
  /// - Throws: ``LibraryError`` with the nearest id if there is no such discussion.
  public func name(
    of id: String, for purpose: Purpose = .fetching,
    orElse advice: (String) -> String? = { _ in nil }
  ) throws(LibraryError) -> String {
    if let name = try ownName(of: id) { return name }
    let kept = try contents().discussions
    if let name = Self.name(of: id, among: kept) { return name }
    let start = DiscussionID.key(id)
    let beginning = id.isEmpty ? [] : kept.filter { DiscussionID.key($0.id).hasPrefix(start) }
    if beginning.count == 1 { return beginning[0].file.name }
    // What somebody wrote down before it had the id that it has now.
    let renewed = kept.filter { OlderID.older(than: $0.id).contains(id) }
    if beginning.isEmpty, renewed.count == 1 { return renewed[0].file.name }
    throw LibraryError(
      SafeText(unknown(id, purpose, beginning.map(\.id), among: kept.map(\.id), advice)))
  }

  /// The file of the discussion with an id, in any spelling of it; nil if there is none.
  public func exactName(of id: String) throws(LibraryError) -> String? {
    if let name = try ownName(of: id) { return name }
    return Self.name(of: id, among: try contents().discussions)
  }

  /// The discussion whose id begins with `id`; nil if `id` is a whole id, or if no id or more than one begins with it.
  ///
  /// - Throws: ``LibraryError`` if the library cannot be read.
  public func discussion(beginning id: String) throws(LibraryError) -> KeptDiscussion? {
    guard !id.isEmpty, try exactName(of: id) == nil else { return nil }
    let start = DiscussionID.key(id)
    let found = try contents().discussions.filter { DiscussionID.key($0.id).hasPrefix(start) }
    return found.count == 1 ? found[0] : nil
  }

  /// The file that is called after an id; nil if there is none.
  private func ownName(of id: String) throws(LibraryError) -> String? {
    let id = DiscussionID.composed(id)
    if let name = try renewedName(of: id) { return name }
    let name = KeptName.file(of: id)
    return folder.stamp(of: name).map { _ in name }
  }

  private static func name(of id: String, among kept: [KeptDiscussion]) -> String? {
    let found =
      kept.first { $0.id == id } ?? kept.first { DiscussionID.areSame($0.id, id) }
    return found?.file.name
  }

  /// The file of the discussion to which a link leads, however that came into the library; nil if it is
  /// not kept.
  public func name(ofLink link: String) -> String? {
    let id = (try? Self.visit(link, kept: nil))?.discussion
    // What cannot be renewed is shown as it is.
    if let id { try? renewOlder(than: id) }
    let entry = try? marks.use { (library) throws(StorageError) in
      if let entry = try library.catalogue.kept(from: link) { return entry }
      return try id.flatMap { (id) throws(StorageError) in try library.catalogue.kept(id) }
    }
    if let entry, folder.stamp(of: entry.file.name) != nil {
      return entry.file.name
    }
    let kept = (try? contents())?.discussions ?? []
    let found =
      kept.first { $0.link == link }
      ?? id.flatMap { id in kept.first { DiscussionID.areSame($0.id, id) } }
    return found?.file.name
  }

  private func unknown(
    _ id: String, _ purpose: Purpose, _ beginning: [String], among ids: [String],
    _ advice: (String) -> String?
  ) -> String {
    if !beginning.isEmpty {
      let some = beginning.prefix(3).joined(separator: ", ") + (beginning.count > 3 ? " …" : "")
      return "\(id): several ids start with this: \(some)"
    }
    let nearest = nearest(id, ids) ?? advice(id).map { "\"\($0)\"" }
    let meant = nearest.map { "did you mean \($0)?" }
    if purpose != .changing, SiteName.isOfSite(id) {
      let fetching = SiteName.link(of: id).map { "understory fetch '\($0)'" }
      let advice =
        meant.map { $0 + (fetching.map { " If not: \($0)" } ?? "") }
        ?? "to fetch it by its link: " + (fetching ?? "understory fetch LINK")
      return "\(id): not in the library; \(advice)"
    }
    let words = purpose == .opening ? "no such file or discussion" : "not in the library"
    return "\(id): \(words); " + (meant ?? "\"understory list\" lists your discussions")
  }

  // MARK: Ids of earlier versions

  /// Keeps what has an older id of a discussion under the one that it has now.
  ///
  /// - Parameter id: as it is now.
  /// - Throws: ``LibraryError`` if it cannot be read, written or saved; it then stays as it is.
  func renewOlder(than id: String) throws(LibraryError) {
    for old in OlderID.older(than: id) {
      let entry = try marks.use { (library) throws(StorageError) in
        try library.catalogue.kept(old)
      }
      if let entry, OlderID.renewed(entry.id, by: [entry.link, entry.url]) == id {
        try renew(entry)
      }
    }
  }

  /// The file of a discussion that is asked for by an older id of it; nil if it has none.
  private func renewedName(of id: String) throws(LibraryError) -> String? {
    guard OlderID.mayBeOne(id) else { return nil }
    let entry = try marks.use { (library) throws(StorageError) in
      try library.catalogue.kept(id)
    }
    guard let entry else { return nil }
    return try renew(entry)
  }

  /// Gives a kept discussion the id that it has now, with its file and what was read of it.
  ///
  /// The index for searching follows by itself.
  /// Whatever ends this early, the next call goes on from there.
  ///
  /// - Returns: the name of its file; nil if it has the right id.
  /// - Throws: ``LibraryError`` if it cannot be read, written or saved; it then stays as it is.
  @discardableResult func renew(_ entry: KeptDiscussion) throws(LibraryError) -> String? {
    guard let id = OlderID.renewed(entry.id, by: [entry.link, entry.url]) else { return nil }
    return try folder.alone { () throws(LibraryError) in
      let (old, new) = (entry.file.name, KeptName.file(of: id))
      guard folder.stamp(of: old) != nil else { return folder.stamp(of: new).map { _ in new } }
      var discussion = try folder.discussion(in: old)
      guard discussion.id == entry.id else { return nil }
      discussion.id = id
      if folder.stamp(of: new) != nil {
        let newer = try folder.discussion(in: new)
        guard newer.id == id else { return nil }
        discussion.take(newer)
      }
      try marks.use { (library) throws(StorageError) in
        try library.carryOver(entry.id, to: id)
      }
      try folder.write(discussion, to: new)
      if let stamp = folder.stamp(of: new) {
        var renewed = self.entry(of: discussion, in: stamp, arrived: entry.arrived)
        renewed.takeDecisions(of: entry)
        // It is a copy of what the file says: if it cannot be saved, it is created again.
        try? marks.use { (library) throws(StorageError) in
          try library.catalogue.enter([renewed], without: [old])
        }
      }
      try folder.remove(old)
      return new
    }
  }
}
