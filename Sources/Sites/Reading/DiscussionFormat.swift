/// A format in which discussions come as files.
public struct DiscussionFormat: Sendable {
  /// Its name in commands.
  public let rawValue: String
  /// What it is, in words.
  public let title: String
  /// Commands that fetch it, with names in capitals for what to put in.
  public let commands: [String]
  /// By what its JSON is recognised; nil if it is not JSON.
  let signs: FormatSigns?
  /// Whether a file is of this format, as far as its first bytes tell.
  let isFile: @Sendable (_ bytes: [UInt8]) -> Bool
  let reader: Reader
  /// Whether its files can hold only one discussion, which `--only` has to name if it is given.
  let holdsOne: Bool
  /// What can be made of the first bytes of a file; nothing if its head or what a comment replies to may come later.
  let beginning: Beginning

  /// What the first bytes of a file are good for.
  enum Beginning: Sendable {
    case nothing
    /// The head and the first comments, with the numbers that they have in the whole file, or without.
    case comments(hasNumbers: Bool)
  }

  /// How its files become a discussion.
  enum Reader: Sendable {
    /// The objects at the top of the files and in their arrays become a draft.
    case objects(
      @Sendable ([JSONValue], ImportOptions, inout Findings) throws(ImportError) -> Draft)
    /// The files are read as they are.
    case files(
      @Sendable ([ImportFile], ImportOptions) throws(ImportError) -> ImportedDiscussion)
  }

  init(
    _ rawValue: String, title: String, commands: [String], signs: FormatSigns? = nil,
    isFile: @escaping @Sendable (_ bytes: [UInt8]) -> Bool = { _ in false }, holdsOne: Bool = false,
    beginning: Beginning = .nothing, reader: Reader
  ) {
    self.rawValue = rawValue
    self.title = title
    self.commands = commands
    self.signs = signs
    self.isFile = isFile
    self.reader = reader
    self.holdsOne = holdsOne
    self.beginning = beginning
  }
}

extension DiscussionFormat: RawRepresentable, CaseIterable, Hashable {
  /// The formats of all sites.
  public static var allCases: [DiscussionFormat] { SiteTable.standard.formats }

  public init?(rawValue: String) {
    guard let found = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = found
  }

  public static func == (one: DiscussionFormat, other: DiscussionFormat) -> Bool {
    one.rawValue == other.rawValue
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
