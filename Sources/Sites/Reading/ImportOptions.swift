/// What the one who imports can say about it.
public struct ImportOptions: Equatable, Sendable {
  /// The format; nil to find it out.
  public var format: DiscussionFormat?
  /// The discussion's id; nil for the source's.
  public var id: String?
  /// The discussion to read from a list of several, by number or id.
  public var only: String?
  /// The host that responded, if the file does not name it.
  public var host: String?
  /// The folder of that host in which the site is, without a slash at either end; "" for none.
  public var folder = ""
  /// Where parts of a page in HTML are; all else is found out.
  public var selections: [PageSelection] = []

  public init(
    format: DiscussionFormat? = nil, id: String? = nil, only: String? = nil, host: String? = nil,
    folder: String = ""
  ) {
    self.format = format
    self.id = id
    self.only = only
    self.host = host
    self.folder = folder
  }
}
