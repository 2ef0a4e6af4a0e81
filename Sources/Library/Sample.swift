public import DiscussionModel
public import Sites
import Storage
import TextGrid

/// The discussion that is built in: it is in the library until it is removed.
public enum Sample {
  /// Its id.
  public static let id = "understory:sample"

  /// The name under which it is remembered that the sample was removed.
  private static let removed = "sampleRemoved"

  /// - Parameter now: seconds since 1970.
  /// - Returns: it, always as old as a discussion of the same day.
  /// - Throws: a fault in the program.
  public static func discussion(at now: Int64) throws(LibraryError) -> Discussion {
    try imported(at: now).discussion
  }

  /// The same, read as a file would be.
  ///
  /// - Parameters:
  ///   - options: what the user says of it.
  ///   - now: seconds since 1970.
  /// - Returns: it, and what had to be repaired for what the user says of it.
  /// - Throws: what does not fit that.
  public static func imported(
    _ options: ImportOptions = ImportOptions(), at now: Int64
  ) throws(LibraryError) -> ImportedDiscussion {
    let file = ImportFile(name: "the sample", bytes: PackageResources.sample_json)
    do throws(ImportError) {
      var result = try AnyImport.discussion(of: [file], options)
      result.discussion = result.discussion.aged(to: now)
      return result
    } catch {
      throw LibraryError(path: file.name, error.message)
    }
  }

  /// What is read of the sample; nil once it was removed.
  public static func marks(
    _ access: MarksAccess, at now: Int64
  ) -> (page: Page, marks: SavedMarks)? {
    guard let discussion = try? discussion(at: now) else { return nil }
    let found = try? access.use { (library) throws(StorageError) in
      let isRemoved = try library.preferences()[removed] == 1
      return (isRemoved: isRemoved, reading: try library.reading(of: discussion.id))
    }
    if found?.isRemoved == true { return nil }
    let page = Page(discussion)
    return (page, SavedMarks(page, found?.reading, at: now))
  }

  /// Removes it from the library.
  ///
  /// - Throws: why that cannot be saved.
  public static func remove(_ access: MarksAccess) throws(LibraryError) {
    try access.use { (library) throws(StorageError) in try library.savePreference(removed, 1) }
  }
}

extension Discussion {
  /// How old its article is, in seconds.
  private static let age: Int64 = 10 * 3600

  /// The same, with all times moved so that it was written lately.
  fileprivate func aged(to now: Int64) -> Discussion {
    guard let start = published.flatMap({ Moment($0) })?.seconds else { return self }
    func moved(_ text: String) -> String {
      Moment(text).map {
        Moment(seconds: $0.seconds - start + now - Self.age, hasTime: true).iso
      } ?? text
    }
    var result = self
    result.published = published.map(moved)
    for (index, comment) in comments.enumerated() {
      result.comments[index].published = comment.published.map { RawText(moved($0.text)) }
    }
    return result
  }
}
