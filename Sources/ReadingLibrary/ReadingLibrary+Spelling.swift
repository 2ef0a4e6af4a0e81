import DiscussionModel

/// Ids of discussions in other spellings, and under other names than before.
extension ReadingLibrary {
  /// The spelling of an id under which something is kept already; the id itself if nothing is.
  ///
  /// The database compares bytes; ``DiscussionID`` does not.
  ///
  /// - Complexity: O(*n*) in the discussions for an id that has other spellings and is not known in this one.
  func spelled(_ id: String) throws(SQLiteError) -> String {
    guard DiscussionID.hasOtherSpellings(id) else { return id }
    try statements.discussion.bind(id, to: 1)
    if try statements.discussion.onlyRow({ row in row.integer(0) }) != nil { return id }
    var ids: [String] = []
    try statements.allDiscussions.forEachRow { row in ids.append(row.text(0)) }
    return ids.first { DiscussionID.areSame($0, id) } ?? id
  }

  /// Carries what was read of a discussion over to another id of it.
  ///
  /// What is known under both is merged; a discussion of which nothing is known stays so.
  ///
  /// - Throws: what keeps it from being saved.
  public func carryOver(_ old: String, to new: String) throws(LibraryError) {
    guard let reading = try reading(of: old) else { return }
    if try self.reading(of: new) != nil {
      _ = try merge([ExportedReading(id: new, title: "", reading: reading)])
      return
    }
    try write { () throws(SQLiteError) in
      let statement = try database.prepare("UPDATE discussions SET id = ?2 WHERE id = ?1")
      try statement.bind(try spelled(old), to: 1)
      try statement.bind(new, to: 2)
      try statement.run()
    }
  }
}
