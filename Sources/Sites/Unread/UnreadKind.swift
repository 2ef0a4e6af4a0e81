/// What a file is that contains no discussion which can be read, and what to do about it.
///
/// Nothing in it is the file's own text.
public struct UnreadKind: Equatable, Sendable {
  /// With its article, such as `a ZIP archive`; it follows "this is".
  let what: String
  /// What to do, as an order; it may name a command, with `FILE` for the file.
  let advice: String
  /// Whether it is one stream of bytes made shorter, in which anything may be, an archive included.
  let isPacked: Bool

  init(_ what: String, _ advice: String, isPacked: Bool = false) {
    self.what = what
    self.advice = advice
    self.isPacked = isPacked
  }

  /// One that a program unpacks, or converts, to standard output.
  init(_ what: String, through command: String, isPacked: Bool = false) {
    self.init(what, "read it with \"\(command) | understory -\"", isPacked: isPacked)
  }

  /// Both in one line of at most 160 ASCII characters.
  public var message: String { "this is \(what); \(advice)" }
}

extension UnreadKind {
  /// What a file surely is, whichever format it is said to have; nil for one that may be a discussion.
  ///
  /// - Parameters:
  ///   - start: its first bytes, 4,096 if there are that many; more are not looked at.
  ///   - name: what it is called, or its path: it says what else is in a packed file.
  /// - Complexity: O(1).
  public init?(start: ArraySlice<UInt8>, called name: String) {
    guard let kind = FileSignature.kind(of: start, called: name) else { return nil }
    self = kind
  }

  /// What a file is that would be read as a page, or as its text, only because it is nothing else.
  ///
  /// - Complexity: O(1), or O(length) for a feed.
  init?(beforeReading bytes: [UInt8], as format: DiscussionFormat) {
    let kind: UnreadKind?
    switch format {
    case .page:
      kind =
        UnreadText.encoding(of: bytes) ?? UnreadText.mail(bytes) ?? UnreadText.feed(bytes)
        ?? UnreadText.ownExport(bytes)
    case .html: kind = UnreadText.mbox(bytes) ?? UnreadPage.ownExport(bytes)
    default: kind = nil
    }
    guard let kind else { return nil }
    self = kind
  }

  /// What a file is that was refused; nil if nothing better than that can be said.
  ///
  /// - Complexity: O(length).
  init?(refused bytes: [UInt8], because fault: ImportError.Fault) {
    let kind: UnreadKind?
    switch fault {
    case .unknownPage: kind = UnreadPage.kind(of: bytes)
    // Found in a text that is said to be a page.
    case .noCommentsHeading: kind = UnreadText.encoding(of: bytes)
    case .unknownFormat:
      kind =
        AnyImport.looksLikeJSON(bytes[...]) ? UnreadJSON.kind(of: bytes) : UnreadText(bytes).kind
    case .unexpected, .endsEarly:
      kind = UnreadText.encoding(of: bytes) ?? UnreadText.document(bytes)
    default: kind = nil
    }
    guard let kind else { return nil }
    self = kind
  }
}
