public import DiscussionModel
public import Sites
public import Storage
import TextGrid

/// The discussion that is built in: the library offers it while it has no other, and until it is removed.
public enum Sample {
  /// Its id.
  public static let id = "understory:sample"

  /// The name under which it is remembered that the sample was removed.
  private static let removed = "sampleRemoved"
  /// The name under which it is remembered that the sample is muted.
  private static let muted = "sampleMuted"

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

  /// Why it cannot be fetched.
  public static let nothingToFetch = "built in; there is nothing to fetch"

  /// The sample as the library lists it.
  public struct Listed {
    public var page: Page
    public var marks: SavedMarks
    public var isMuted = false
  }

  /// The sample, if the library lists it: only while it lists nothing else, and until it is removed.
  ///
  /// Every list of what there is to read asks here; whoever added it has it as any other discussion.
  ///
  /// - Parameters:
  ///   - others: the discussions that are listed.
  ///   - access: where marks are kept.
  ///   - now: seconds since 1970.
  /// - Returns: nil if it is not listed.
  public static func listed(
    beside others: [KeptDiscussion], _ access: MarksAccess, at now: Int64
  ) -> Listed? {
    guard others.isEmpty, let discussion = try? discussion(at: now) else { return nil }
    let found = try? access.use { (library) throws(StorageError) in
      (chosen: try library.preferences(), reading: try library.reading(of: discussion.id))
    }
    if found?.chosen[removed] == 1 { return nil }
    let page = Page(discussion)
    return Listed(
      page: page, marks: SavedMarks(page, found?.reading, at: now),
      isMuted: found?.chosen[muted] == 1)
  }

  /// Removes it from the library.
  ///
  /// - Returns: whether it was not removed before.
  /// - Throws: why that cannot be saved.
  @discardableResult
  static func remove(_ access: MarksAccess) throws(LibraryError) -> Bool {
    try access.use { (library) throws(StorageError) in
      if try library.preferences()[removed] == 1 { return false }
      try library.savePreference(removed, 1)
      return true
    }
  }

  /// Mutes or unmutes it.
  ///
  /// - Throws: why that cannot be saved.
  static func mute(_ isMuted: Bool, _ access: MarksAccess) throws(LibraryError) {
    try access.use { (library) throws(StorageError) in
      try library.savePreference(muted, isMuted ? 1 : 0)
    }
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
