public import DiscussionModel
public import TextGrid

/// One discussion of the library, as its screen lists it.
public struct LibraryEntry: Equatable, Sendable {
  /// The discussion's id, by which it is opened.
  public var id: String
  public var title: SafeText
  /// Where it comes from, in a word: `HN`, `sample`, or a host's name.
  public var source: SafeText
  /// How many comments it has.
  public var comments: Int
  /// What of them, and besides them, cannot be read.
  public var unreadable: Unreadable
  public var unread: Int
  /// How many arrived since the last visit and are not read.
  public var new: Int
  /// When it was published or else begun, in seconds since 1970; nil if that is not known.
  public var published: Int64?
  /// When it was added or last got comments, in seconds since 1970.
  public var arrived: Int64
  /// When it was opened last, in seconds since 1970; nil if it never was.
  public var visited: Int64?
  /// Whether its news are not wanted.
  public var isMuted: Bool
  /// The article's URL or the site's page; nil if there is none.
  public var address: SafeText?

  public init(
    id: String, title: SafeText, source: SafeText, comments: Int,
    unreadable: Unreadable = Unreadable(), unread: Int, new: Int = 0, published: Int64? = nil,
    arrived: Int64 = 0, visited: Int64? = nil, isMuted: Bool = false,
    address: SafeText? = nil
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.comments = comments
    self.unreadable = unreadable
    self.unread = unread
    self.new = new
    self.published = published
    self.arrived = arrived
    self.visited = visited
    self.isMuted = isMuted
    self.address = address
  }
}

extension LibraryEntry {
  /// How it stands with a discussion, the most urgent first.
  enum Standing: Int {
    /// It got comments since the last visit.
    case news
    case neverOpened
    case unread
    case done
    case muted
  }

  var standing: Standing {
    if isMuted { return .muted }
    if new > 0 { return .news }
    if visited == nil, unread > 0 || comments == 0 { return .neverOpened }
    return unread > 0 ? .unread : .done
  }

  /// Whether there is something that its reader does not know of: new comments, or all of it.
  var hasNews: Bool { standing.rawValue <= Standing.neverOpened.rawValue }

  /// Whether something of it is to be read, and wanted.
  var isUnread: Bool { standing.rawValue <= Standing.unread.rawValue }

  /// Where it comes from, in a word; if that is not said its address's host, if it has one.
  ///
  /// - Complexity: O(length of the address).
  var shownSource: SafeText {
    guard source.isEmpty, let address else { return source }
    let parts = address.string.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 2, parts[0].hasSuffix(":"), parts[1].isEmpty else { return "" }
    let host = parts[2].split(separator: "@").last ?? ""
    return SafeText(String(host.hasPrefix("www.") ? host.dropFirst(4) : host))
  }

  /// Its title, or what stands for one that is empty.
  var shownTitle: SafeText { title.isEmpty ? "without a title" : title }

  /// What is to be read in it, in one word.
  public var newsLabel: SafeText {
    if isMuted { return "muted" }
    if new > 0 { return SafeText("+\(new)") }
    return unread > 0 || standing == .neverOpened ? SafeText(String(unread)) : "done"
  }
}
