import DiscussionModel
import TextGrid

/// The rows of a text that is too long for its markup to be read: it is shown as it was written, and
/// each row is made on demand.
///
/// A row ends after a space, or else between two characters; of its cells there may be a few to
/// spare, since characters are measured by the length of their UTF-8.
struct LongText: Sendable {
  private let bytes: [UInt8]
  /// Where each row begins in the bytes.
  private let starts: [UInt32]
  /// The first row's first offset.
  private let offset: Int

  /// - Parameters:
  ///   - raw: the text; less than 4 GiB.
  ///   - width: cells in a row, at least 2.
  ///   - offset: the first row's first offset.
  /// - Complexity: O(length), some hundred megabytes in a second.
  init(_ raw: RawText, width: Int, from offset: Int) {
    var text = raw.text
    bytes = text.withUTF8 { Array($0) }
    starts = bytes.withUnsafeBufferPointer { Self.starts(of: $0, width: width) }
    self.offset = offset
  }

  /// How many rows there are.
  var count: Int { starts.count }

  /// The offset after the last row; a line end counts at the end of the text too.
  var end: Int { offset + bytes.count + 1 }

  /// What of the text a row shows, by its index from 0.
  func offsets(of row: Int) -> Range<Int> {
    let next = row + 1 < starts.count ? Int(starts[row + 1]) : bytes.count + 1
    return offset + Int(starts[row])..<offset + next
  }

  /// A row by its index from 0.
  subscript(row: Int) -> TextRow {
    let start = Int(starts[row])
    var end = row + 1 < starts.count ? Int(starts[row + 1]) : bytes.count
    while end > start, Self.blanks.contains(bytes[end - 1]) { end -= 1 }
    let text = SafeText(String(decoding: bytes[start..<end], as: UTF8.self))
    return TextRow([TextRow.Part(text: text, role: .text)], offsets: offsets(of: row))
  }

  /// Line ends and the space.
  private static let blanks: Set<UInt8> = [0x0A, 0x0D, 0x20]

  private static func starts(of bytes: UnsafeBufferPointer<UInt8>, width: Int) -> [UInt32] {
    var starts: [UInt32] = [0]
    var start = 0
    var cells = 0
    // After the row's last space, and the cells up to there.
    var chance = 0
    var chanceCells = 0
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let wanted = length < 3 ? 1 : 2
      let isOver = cells + wanted > width
      if byte == 0x0A || byte == 0x20 && isOver {
        start = at + 1
        starts.append(UInt32(start))
        (cells, chance) = (0, start)
      } else {
        if isOver {
          let isWord = chance > start
          start = isWord ? chance : at
          starts.append(UInt32(start))
          cells = isWord ? cells - chanceCells : 0
          chance = start
        }
        cells += wanted
        if byte == 0x20 { (chance, chanceCells) = (at + 1, cells) }
      }
      at += length
    }
    if start == bytes.count, starts.count > 1 { starts.removeLast() }
    return starts
  }
}

extension LongText {
  /// Bytes up to which markup is read, and plain text for links and quotes.
  static func limit(for markup: Markup) -> Int { markup == .markdown ? 256 << 10 : 512 << 10 }

  static func isLong(_ raw: RawText?, in markup: Markup) -> Bool {
    guard let raw else { return false }
    return raw.withBytes { bytes, _ in bytes.count } > limit(for: markup)
  }

  /// What is said above such a text.
  static func remark(on raw: RawText, in markup: Markup) -> SafeText {
    let bytes = raw.withBytes { bytes, _ in bytes.count }
    let size = bytes < 1_000_000 ? "\(bytes / 1_000) KB" : "\(bytes / 1_000_000) MB"
    let reason =
      markup == .plain
      ? "links and quotes are not marked" : "it is shown as it was written, without formatting"
    return SafeText("This text is very long (\(size)), so \(reason).")
  }
}
