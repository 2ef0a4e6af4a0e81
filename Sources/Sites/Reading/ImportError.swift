public import JSONText

/// Why files cannot become a discussion.
public struct ImportError: Error, Equatable, Sendable {
  public var fault: Fault
  /// The file at fault.
  public var file: File
  /// Where in that file; nil when all of it is meant.
  public var position: TextPosition?

  public init(_ fault: Fault, in file: File, at position: TextPosition? = nil) {
    self.fault = fault
    self.file = file
    self.position = position
  }

  /// Where and why a file is not the JSON that it should be.
  init(_ error: JSONError, in file: File, of bytes: JSONBytes) {
    self.init(
      error.isAtEnd(of: bytes) ? .endsEarly(error.expected) : .unexpected(error.expected),
      in: file, at: TextPosition(offset: error.offset, in: bytes))
  }

  /// The files of which a discussion is made.
  public enum File: Equatable, Sendable {
    case page, outline
    /// One of the files, 0-based in the order in which they were given.
    case input(Int)
    /// All of them together.
    case inputs
  }

  /// What a range of the page's lines holds, as the outline has it.
  public enum Part: Equatable, Sendable {
    case title, byline, body, notice
    /// A comment, by its number.
    case comment(Int)
    /// A list of links, by its heading.
    case links(String)
  }

  /// What is wrong.
  public enum Fault: Equatable, Sendable {
    /// There is no byte but white space.
    case empty
    /// It is none of the formats; the one that comes nearest, and what that one has which this has
    /// not.
    case unknownFormat(nearest: DiscussionFormat?, lacks: [String])
    /// It is something else, and known as such.
    case unread(UnreadKind)
    /// It is not the JSON that a discussion of understory's own is.
    case native(String)
    /// It looks like a discussion of understory's own, but does not say that it is.
    case notCalledOurs
    /// It is too long for a file: 4 GiB or more.
    case tooLong
    /// Files of that format, but no discussion among them.
    case nothing(of: DiscussionFormat)
    /// Several discussions, by their ids.
    case several([String])
    /// The one that was requested, and those that there are.
    case notAmong(String, [String])
    /// The page is empty or blank.
    case emptyPage
    /// A page in HTML in which no discussion was recognised.
    case unknownPage
    /// Pages of different discussions, by their ids.
    case differentPages(String, String)
    /// Without an outline: no line says where the comments begin.
    case noCommentsHeading
    /// The outline is empty or blank.
    case emptyOutline
    /// The outline is not JSON, lacks a member, or has one of another type.
    case unexpected(JSONError.Expectation)
    /// JSON whose end is missing.
    case endsEarly(JSONError.Expectation)
    case beforeFirstLine(PageLines)
    case reversed(PageLines)
    case outsidePage(PageLines, lineCount: Int)
    case blank(PageLines)
    case overlap(Part, PageLines, with: Part, PageLines)
    case numberBelowOne(Int)
    case repeatedNumber(Int)
    case unknownParent(Int)
    /// A comment, by its number, that answers itself in one step or more.
    case circle(Int)
  }
}

/// A range of a page's lines, 1-based and inclusive, not yet checked.
public struct PageLines: Equatable, Sendable {
  public var first: Int
  public var last: Int

  public init(_ first: Int, _ last: Int) {
    self.first = first
    self.last = last
  }
}
