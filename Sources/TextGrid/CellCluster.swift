/// What is drawn as one: a base with its marks, in one cell or two.
///
/// Clusters are simpler than the graphemes of UAX #29, so that every terminal agrees on them: a
/// flag is drawn as its letters, an emoji without its skin tone, a keycap as its character, and a
/// family as its members side by side.
struct CellCluster: Equatable, Sendable {
  /// What the others join; a mark where they have no base.
  var base: Unicode.Scalar
  /// 1 or 2 cells.
  var width: Int
  /// The bytes of the text it stands for, as offsets in UTF-8.
  var range: Range<Int>
  /// Whether it is not the first of its grapheme: a vowel sign beside its consonant, or the second
  /// letter of a flag.
  var continuesGrapheme = false

  /// Whether it is a space without marks.
  var isSpace: Bool { base == " " && range.count == 1 }
}

/// The clusters of a text, one after the other.
struct CellClusters: Sequence, IteratorProtocol {
  private var scalars: String.UnicodeScalarView.Iterator
  private var upcoming: Unicode.Scalar?
  private var offset = 0
  /// Whether the last cluster is the first letter of a flag.
  private var isInFlag = false

  init(_ text: SafeText) {
    scalars = text.string.unicodeScalars.makeIterator()
    upcoming = scalars.next()
  }

  mutating func next() -> CellCluster? {
    guard let base = upcoming else { return nil }
    let start = offset
    take(base)
    if base.isASCII {
      isInFlag = false
      while let scalar = upcoming, !scalar.isASCII, scalar.cellWidth == 0 { take(scalar) }
      return CellCluster(base: base, width: 1, range: start..<offset)
    }
    let record = ScalarRecord(base)
    let isFlag = base.isFlagLetter
    let continues = isFlag && isInFlag || record.isSpacingMark && start > 0
    isInFlag = isFlag && !isInFlag
    while let scalar = upcoming, !scalar.isASCII, scalar.joins(record) { take(scalar) }
    return CellCluster(
      base: base, width: isFlag ? 1 : Swift.max(1, record.width), range: start..<offset,
      continuesGrapheme: continues)
  }

  /// Goes past the upcoming scalar.
  private mutating func take(_ scalar: Unicode.Scalar) {
    offset += UTF8.width(scalar)
    upcoming = scalars.next()
  }
}

extension Unicode.Scalar {
  /// Whether it belongs to a base before it: a mark, or a skin tone after what can have one.
  fileprivate func joins(_ base: ScalarRecord) -> Bool {
    if isSkinTone { return base.isModifierBase }
    return cellWidth == 0
  }
}

extension SafeText {
  /// What a cluster of this text is drawn as; a mark without a base is on a dotted circle.
  ///
  /// Marks beyond those that one base may have are left out: each skin tone of a text can have its own, and the tones are
  /// not drawn.
  func drawn(_ cluster: CellCluster) -> DrawnCluster {
    let base = cluster.base
    if cluster.range.count == 1 { return DrawnCluster(base) }
    var drawn = DrawnCluster()
    if base.isFlagLetter {
      drawn.append(Unicode.Scalar(UInt8(base.value - 0x1F1E6) + UInt8(ascii: "A")))
    } else {
      if base.cellWidth == 0 { drawn.append("\u{25CC}") }
      if base.isDrawn(after: nil) { drawn.append(base) }
    }
    if cluster.range.count == UTF8.width(base) { return drawn }
    var last = base
    for scalar in self[cluster.range].string.unicodeScalars.dropFirst() {
      if scalar.cellWidth == 0, scalar != "\u{20E3}", scalar.isDrawn(after: last) {
        drawn.append(scalar)
      }
      last = scalar
    }
    return drawn
  }

  /// How many cells it takes in a row.
  ///
  /// - Complexity: O(length); O(1) for ASCII.
  public var width: Int {
    if isASCII { return count }
    return CellClusters(self).reduce(0) { $0 + $1.width }
  }

  /// The first offset from one on at which no cluster is cut, in bytes of UTF-8.
  ///
  /// - Parameter offset: a scalar boundary.
  /// - Returns: the offset itself, but where what is there joins a base before it.
  /// - Complexity: O(length of the cluster).
  public func clusterBoundary(from offset: Int) -> Int {
    if isASCII || offset <= 0 || offset >= count { return offset }
    let scalars = string.unicodeScalars
    let start = string.utf8.index(string.startIndex, offsetBy: offset)
    var base = scalars.index(before: start)
    while base > scalars.startIndex, scalars[base].cellWidth == 0 || scalars[base].isSkinTone {
      base = scalars.index(before: base)
    }
    let record = ScalarRecord(scalars[base])
    var end = start
    while end < scalars.endIndex, scalars[end].joins(record) { end = scalars.index(after: end) }
    return offset + string.utf8.distance(from: start, to: end)
  }

  /// As much of its start as fits, with `…` in the last cell when something is cut.
  ///
  /// - Parameter cells: how many cells there are.
  /// - Returns: a text of at most that width.
  /// - Complexity: O(cells) when it is cut.
  public func truncated(to cells: Int) -> SafeText {
    if cells <= 0 { return "" }
    if isASCII {
      return count <= cells ? self : start(of: cells - 1)
    }
    var used = 0
    var kept = 0
    for cluster in CellClusters(self) {
      used += cluster.width
      if used <= cells - 1 { kept = cluster.range.upperBound }
      // Made safe again: nothing is joined to what was cut.
      if used > cells { return SafeText(self[0..<kept].string).trimmedEnd + "…" }
    }
    return self
  }

  /// As much of its end as fits, with `…` in the first cell when something is cut.
  ///
  /// - Parameter cells: how many cells there are.
  /// - Returns: a text of at most that width.
  /// - Complexity: O(length).
  public func lastPart(of cells: Int) -> SafeText {
    var left = width
    if left <= cells { return self }
    for cluster in CellClusters(self) {
      left -= cluster.width
      if left < cells { return "…" + self[cluster.range.upperBound..<count] }
    }
    return ""
  }

  /// A message in so many cells, if that can be had by leaving out the middle of what it is about, a path or an address: what
  /// is said of that stays.
  ///
  /// What it is about is what stands before the first colon, if a solidus is in it, and else the longest word with one.
  ///
  /// - Parameter cells: how many cells there are.
  /// - Returns: a text that may still be wider.
  /// - Complexity: O(length).
  public func shortened(to cells: Int) -> SafeText {
    let missing = width - cells
    if missing <= 0 { return self }
    let range = subject
    let room = max(Self.fewestOfSubject, self[range].width - missing)
    guard room < self[range].width else { return self }
    let subject = self[range]
    // The end of a path says more than its beginning.
    let start = subject[subject.bytes(inCells: 0..<room / 3)]
    let middle = start + subject.lastPart(of: room - start.width)
    return self[0..<range.lowerBound] + middle + self[range.upperBound..<count]
  }

  /// Cells that are left of what a message is about.
  private static let fewestOfSubject = 16

  /// What a message is about, as offsets in its UTF-8.
  private var subject: Range<Int> {
    let bytes = Array(string.utf8)
    let colon = bytes.indices.first { index in
      bytes[index] == UInt8(ascii: ":") && index + 1 < bytes.count && bytes[index + 1] == 0x20
    }
    if let colon, bytes[..<colon].contains(UInt8(ascii: "/")) { return 0..<colon }
    let words = bytes.split(separator: 0x20).filter { $0.contains(UInt8(ascii: "/")) }
    return words.max { $0.count < $1.count }.map { $0.startIndex..<$0.endIndex } ?? 0..<0
  }

  /// The bytes that are wholly drawn in some of its cells.
  ///
  /// - Parameter cells: cells, 0-based from its start.
  /// - Returns: offsets in its UTF-8; an empty range if nothing is.
  /// - Complexity: O(length).
  public func bytes(inCells cells: Range<Int>) -> Range<Int> {
    var cell = 0
    var start: Int?
    var end = 0
    for cluster in CellClusters(self) {
      if cell >= cells.lowerBound, cell + cluster.width <= cells.upperBound {
        start = start ?? cluster.range.lowerBound
        end = cluster.range.upperBound
      }
      cell += cluster.width
    }
    return (start ?? end)..<end
  }

  /// Without the spaces at its end.
  public var trimmedEnd: SafeText {
    var end = count
    for byte in string.utf8.reversed() {
      guard byte == UInt8(ascii: " ") else { break }
      end -= 1
    }
    return self[0..<end]
  }
}
