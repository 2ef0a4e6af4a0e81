import Configuration
import Sites
import DiscussionModel
import Storage
import TextGrid

/// Finding a kept discussion by what the user calls it.
extension Library {
  /// Whether a path is that of a file of the library.
  static func has(_ path: String) -> Bool {
    DataDirectory.path.map { path.hasPrefix($0 + "/") } ?? false
  }

  /// The file of a discussion.
  ///
  /// - Parameters:
  ///   - id: its id, or the beginning of one that no other has.
  ///   - commands: those of which one may have been meant; the ids are nearer.
  /// - Returns: the file's name in the folder.
  /// - Throws: ``Failure`` with the nearest id where there is no such discussion.
  func name(of id: String, commands: [String] = []) throws -> String {
    if let name = try ownName(of: id) { return name }
    let kept = try contents().discussions
    if let name = Self.name(of: id, among: kept) { return name }
    let start = DiscussionID.key(id)
    let beginning = id.isEmpty ? [] : kept.filter { DiscussionID.key($0.id).hasPrefix(start) }
    if beginning.count == 1 { return beginning[0].file.name }
    // What somebody wrote down before it had the id that it has now.
    let renewed = kept.filter { OlderID.older(than: $0.id).contains(id) }
    if beginning.isEmpty, renewed.count == 1 { return renewed[0].file.name }
    throw Failure(
      SafeText(Self.unknown(id, beginning.map(\.id), among: kept.map(\.id), commands)))
  }

  /// The file of the discussion with an id, in any spelling of it; nil if there is none.
  func exactName(of id: String) throws -> String? {
    try ownName(of: id) ?? Self.name(of: id, among: contents().discussions)
  }

  /// The file that is called after an id; nil if there is none.
  private func ownName(of id: String) throws -> String? {
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

  /// The file of the discussion that was fetched from a link, or from another that leads to the same;
  /// nil where none was.
  func name(ofLink link: String) -> String? {
    let id = (try? Self.visit(link, kept: nil))?.discussion
    // What cannot be renewed is shown as it is.
    if let id { try? renewOlder(than: id) }
    let entry = try? StateLibrary.use { (library) throws(StorageError) in
      if let entry = try library.catalogue.kept(from: link) { return entry }
      return try id.flatMap { (id) throws(StorageError) in try library.catalogue.kept(id) }
    }
    if let entry, entry.link != nil, folder.stamp(of: entry.file.name) != nil {
      return entry.file.name
    }
    let kept = (try? contents())?.discussions.filter { $0.link != nil } ?? []
    let found =
      kept.first { $0.link == link }
      ?? id.flatMap { id in kept.first { DiscussionID.areSame($0.id, id) } }
    return found?.file.name
  }

  private static func unknown(
    _ id: String, _ beginning: [String], among ids: [String], _ commands: [String]
  ) -> String {
    if !beginning.isEmpty {
      let some = beginning.prefix(3).joined(separator: ", ") + (beginning.count > 3 ? " …" : "")
      return "\(id): several ids start with this: \(some)"
    }
    let nearest =
      nearestName(to: id, among: ids)
      ?? nearestName(to: id, among: commands).map { "the command \($0)" }
    return "\(id): no such file or discussion"
      + (nearest.map { "; did you mean \($0)?" } ?? "; \"understory list\" lists them")
  }
}
