import TextGrid

/// A line in the making: text made safe, with spans for what is special in it.
struct LineBuilder {
  /// How white space and what looks like an address are taken.
  var mode = Mode.flowing
  /// Words in this block, and how many of them the site hides; counted with a mask only.
  private(set) var words = 0
  private(set) var masked = 0
  private(set) var links: LinkNumbers

  private let mask: Mask?
  private var line = StyledText("")
  /// What was added and is not yet in the line: all of it has the same traits.
  private var run = ""
  private var endsInSpace = true
  private var traits: Span.Traits = []
  /// How often each trait is open, by its bit.
  private var depths = [Int](repeating: 0, count: UInt16.bitWidth)
  private var link = OpenLink.none
  /// Whether the tilde before struck words is in this line.
  private var isStriking = false

  enum Mode {
    /// White space of any length is one space.
    case flowing
    /// White space stays as it is, tabs as spaces.
    case verbatim
    /// The same, and nothing in it is a link, a mention or masked.
    case code
  }

  private enum OpenLink {
    case none
    /// One that leads nowhere that could be opened.
    case dead
    /// Its target, and what there is of its text.
    case open(SafeText, LinkText)
  }

  private enum LinkText {
    case none
    /// Its number is still to come.
    case some
    /// It ended with the block, and its number is there.
    case numbered
  }

  init(mask: Mask?, after links: [SafeText] = []) {
    self.mask = mask
    self.links = LinkNumbers(after: links)
  }

  var isEmpty: Bool { run.isEmpty && line.text.isEmpty }

  /// Adds raw text without line ends that matter.
  mutating func add(_ text: String) {
    if mode != .flowing {
      if !text.isEmpty { addWord(text) }
      return
    }
    let flowing = text.collapsingSpaces(afterSpace: endsInSpace)
    if flowing.isEmpty { return }
    addWord(flowing)
    endsInSpace = flowing.utf8.last == UInt8(ascii: " ")
  }

  mutating func open(_ new: Span.Traits) {
    flush()
    depths[new.bit] += 1
    traits.insert(new)
  }

  mutating func close(_ old: Span.Traits) {
    guard depths[old.bit] > 0 else { return }
    if old == .strike, depths[old.bit] == 1 { endStrike() }
    flush()
    depths[old.bit] -= 1
    if depths[old.bit] == 0 { traits.remove(old) }
  }

  /// Adds a sign to the word before it, if there is one.
  mutating func addSign(_ sign: String) {
    if !endsInSpace { addWord(sign) }
  }

  private mutating func addWord(_ word: String) {
    if traits.contains(.strike), !isStriking, let start = word.firstIndex(where: { $0 != " " }) {
      run += word[..<start] + "~" + word[start...]
      isStriking = true
    } else {
      run += word
    }
    endsInSpace = false
  }

  /// Begins the text of a link; links do not nest, and one within another is ignored.
  mutating func openLink(to raw: String) {
    guard case .none = link else { return }
    flush()
    link = LinkNumbers.target(raw).map { .open($0, .none) } ?? .dead
  }

  /// Whether a link is open that has no text so far.
  var isInEmptyLink: Bool {
    if case .open(_, .none) = link { run.isEmpty } else { false }
  }

  /// Ends the text of a link, and adds its number; its target stands for a text that is missing.
  mutating func closeLink() {
    if isInEmptyLink, case .open(let target, _) = link { addWord(target.string) }
    numberLink()
    link = .none
  }

  /// Ends the text of the block, and numbers a link that goes on in the next.
  mutating func endBlock() {
    (words, masked) = (0, 0)
    numberLink()
  }

  private mutating func numberLink() {
    flush()
    guard case .open(let target, .some) = link else { return }
    link = .open(target, .numbered)
    appendNumber(of: target)
  }

  /// The line, and begins the next.
  mutating func finish() -> StyledText {
    endStrike()
    flush()
    if mode == .flowing { line.trimEnd() }
    defer {
      line = StyledText("")
      endsInSpace = true
    }
    return line
  }

  private mutating func endStrike() {
    if isStriking { run += "~" }
    isStriking = false
  }

  // MARK: From runs to spans

  /// Takes what was added into the line, and counts its words.
  mutating func flush() {
    guard !run.isEmpty else { return }
    let raw = mode == .flowing ? run : run.expandingTabs(at: line.text.width)
    run = ""
    if case .open(let target, _) = link {
      link = .open(target, .some)
      line.append(SafeText(raw), traits.union(.link), link: links.number(of: target))
    } else if mode == .code || traits.contains(.code) {
      line.append(SafeText(raw), traits)
    } else if let mask, raw.contains(mask.character) {
      appendMasked(raw, mask)
    } else {
      if mask != nil { words += raw.split(whereSeparator: \.isWhitespace).count }
      appendOrdinary(SafeText(raw))
    }
  }

  /// Adds text in which bare addresses are links and names after `@` are mentions.
  private mutating func appendOrdinary(_ text: SafeText) {
    var at = 0
    for found in text.addresses {
      line.append(text[at..<found.range.lowerBound], traits)
      at = found.range.upperBound
      let piece = text[found.range]
      switch found.kind {
      case .mention: line.append(piece, traits.union(.mention))
      case .web:
        appendLink(
          piece,
          to: LinkNumbers.target(piece.string) ?? SafeText(address: "https://" + piece.string))
      case .community:
        let parts = piece.string.dropFirst().split(separator: "@")
        if let name = parts.first, let host = parts.last {
          appendLink(piece, to: SafeText(address: "https://\(host)/c/\(name)"))
        }
      }
    }
    line.append(text[at..<text.count], traits)
  }

  /// Adds a link that is its own text.
  private mutating func appendLink(_ text: SafeText, to target: SafeText) {
    line.append(text, traits.union(.link), link: links.number(of: target))
    appendNumber(of: target)
  }

  private mutating func appendMasked(_ raw: String, _ mask: Mask) {
    let pieces = raw.split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace)
    for (index, word) in pieces.enumerated() {
      if index > 0 { line.append(" ", traits) }
      if word.isEmpty { continue }
      words += 1
      if mask.isMasked(word) {
        masked += 1
        let blocks = String(word.map { $0 == mask.character ? "▒" : $0 })
        line.append(SafeText(blocks), traits.union(.masked))
      } else {
        appendOrdinary(SafeText(String(word)))
      }
    }
  }

  /// Adds `[3]` after a link; the space before it never ends a line.
  private mutating func appendNumber(of target: SafeText) {
    let number = links.number(of: target)
    line.append("\u{A0}", traits)
    line.append("[\(String(number))]", traits.union(.linkNumber), link: number)
    endsInSpace = false
  }
}
