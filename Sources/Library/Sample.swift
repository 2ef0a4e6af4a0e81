public import DiscussionModel
import Sites
import Storage
import TextGrid

/// The discussion that is built in: it is in the library until it is removed.
public enum Sample {
  /// The name under which it is remembered that the sample was removed.
  private static let removed = "sampleRemoved"

  /// - Throws: a fault in the program.
  public static func discussion() throws(LibraryError) -> Discussion {
    let file = ImportFile(name: "the sample", bytes: PackageResources.sample_json)
    do throws(ImportError) {
      return try AnyImport.discussion(of: [file]).discussion
    } catch {
      throw LibraryError(path: file.name, error.message)
    }
  }

  /// What is read of the sample; nil once it was removed.
  public static func marks(
    _ access: MarksAccess, at now: Int64
  ) -> (page: Page, marks: SavedMarks)? {
    guard let discussion = try? discussion() else { return nil }
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
