public import DiscussionModel

/// What the library needs of the program around it: it reads no environment, and asks nobody.
public struct LibraryPlaces {
  /// The path of the folder of kept discussions.
  var folder: String
  var marks: MarksAccess
  var files: Files
  var nearest: Nearest
  var article: Article

  /// The address of what a discussion is about; nil if it is about its own text.
  public typealias Article = @Sendable (Discussion) -> String?

  /// The one of some names that was probably meant by another, as a typing error; nil for none.
  public typealias Nearest = (_ name: String, _ names: [String]) -> String?

  /// How files are read and written whole.
  public struct Files {
    /// Reads the discussion in a file of our own format.
    var read: (_ path: String) throws(LibraryError) -> Discussion
    /// Writes a file that only the user may read, all of it or nothing.
    var write: (_ bytes: [UInt8], _ path: String) throws(LibraryError) -> Void

    public init(
      read: @escaping (_ path: String) throws(LibraryError) -> Discussion,
      write: @escaping (_ bytes: [UInt8], _ path: String) throws(LibraryError) -> Void
    ) {
      self.read = read
      self.write = write
    }
  }

  public init(
    folder: String, marks: MarksAccess, files: Files,
    nearest: @escaping Nearest = { _, _ in nil }, article: @escaping Article = { $0.url }
  ) {
    self.article = article
    self.folder = folder
    self.marks = marks
    self.files = files
    self.nearest = nearest
  }
}
