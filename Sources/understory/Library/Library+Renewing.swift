import Sites
import DiscussionModel
import Storage

/// Discussions that are kept under ids which two sites could share.
extension Library {
  /// Keeps what has an older id of a discussion under the one that it has now.
  ///
  /// - Parameter id: as it is now.
  /// - Throws: ``Failure`` if it cannot be read, written or saved; it then stays as it is.
  func renewOlder(than id: String) throws {
    for old in OlderID.older(than: id) {
      let entry = try StateLibrary.use { (library) throws(StorageError) in
        try library.catalogue.kept(old)
      }
      if let entry, OlderID.renewed(entry.id, by: [entry.link, entry.url]) == id {
        try renew(entry)
      }
    }
  }

  /// The file of a discussion that is asked for by an older id of it; nil if it has none.
  func renewedName(of id: String) throws -> String? {
    guard OlderID.mayBeOne(id) else { return nil }
    let entry = try StateLibrary.use { (library) throws(StorageError) in
      try library.catalogue.kept(id)
    }
    return try entry.flatMap { try renew($0) }
  }

  /// Gives a kept discussion the id that it has now, with its file and what was read of it.
  ///
  /// The index for searching follows by itself.
  /// Whatever ends this early, the next call goes on from there.
  ///
  /// - Returns: the name of its file; nil if it has the right id.
  /// - Throws: ``Failure`` if it cannot be read, written or saved; it then stays as it is.
  @discardableResult func renew(_ entry: KeptDiscussion) throws -> String? {
    guard let id = OlderID.renewed(entry.id, by: [entry.link, entry.url]) else { return nil }
    return try folder.alone {
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
      try StateLibrary.use { (library) throws(StorageError) in
        try library.carryOver(entry.id, to: id)
      }
      try folder.write(discussion, to: new)
      if let stamp = folder.stamp(of: new) {
        var renewed = Self.entry(of: discussion, in: stamp, arrived: entry.arrived)
        renewed.takeDecisions(of: entry)
        // It is a copy of what the file says: where it cannot be saved, it is made again.
        try? StateLibrary.use { (library) throws(StorageError) in
          try library.catalogue.enter([renewed], without: [old])
        }
      }
      try folder.remove(old)
      return new
    }
  }
}
