extension SearchIndex {
  /// Those of some discussions that have to be written: never written to the end, or of another file.
  ///
  /// - Parameter discussions: as their files are now.
  /// - Returns: them, in their order.
  /// - Throws: why the index cannot be read.
  /// - Complexity: O(*n* + discussions in the index).
  public func stale(
    among discussions: [StampedDiscussion]
  ) throws(LibraryError) -> [StampedDiscussion] {
    let stamps = try stamps()
    return discussions.filter { stamps[$0.id] != $0.file }
  }

  /// The ids of discussions that can be found, and are not among some.
  ///
  /// - Complexity: O(*n* + discussions in the index).
  public func superfluous(
    beside discussions: [StampedDiscussion]
  ) throws(LibraryError) -> [String] {
    let ids = Set(discussions.map(\.id))
    return try stamps().keys.filter { !ids.contains($0) }.sorted()
  }

  private func stamps() throws(LibraryError) -> [String: FileStamp] {
    if database.hasMoved { throw .moved(path: path) }
    do {
      var stamps: [String: FileStamp] = [:]
      try statements.stamps.forEachRow { row in
        stamps[row.text(0)] = FileStamp(
          name: row.text(1), size: row.integer(2), modified: row.integer(3))
      }
      return stamps
    } catch {
      throw LibraryError(error, path: path, during: .reading)
    }
  }
}
