/// The rules of ``SafeText``.
enum Sanitizer {
  /// Combining marks that are kept on one base.
  static let marksPerBase = 4

  /// Whether a text is safe as it is since it has only what takes cells: most texts, and all signs.
  ///
  /// - Complexity: O(length).
  static func isPlain(_ raw: String) -> Bool {
    raw.unicodeScalars.allSatisfy { scalar in
      let record = ScalarRecord(scalar)
      return record.width > 0 && !record.isIgnored
    }
  }

  /// Makes a text safe.
  ///
  /// - Parameters:
  ///   - raw: any text.
  ///   - report: called with each scalar that is dropped or replaced, in order.
  /// - Returns: the safe text.
  /// - Complexity: O(length).
  @inline(__always)
  static func safe(
    _ raw: String, report: (Unicode.Scalar, Removal.Kind) -> Void = { _, _ in }
  ) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.utf8.count)
    var marks = 0
    var last: Unicode.Scalar?
    /// The last scalar that is neither a selector nor a skin tone.
    var base: Unicode.Scalar?
    var isAfterReturn = false
    var scalars = raw.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      // A return is told once it is known that no line feed follows.
      if isAfterReturn {
        isAfterReturn = false
        if scalar != "\n" {
          bytes.append(contentsOf: "␍".utf8)
          report("\r", .replaced)
        }
      }
      if 0x20..<0x7F ~= scalar.value || scalar == "\n" || scalar == "\t" {
        bytes.append(scalar.value < 0x20 ? 0x20 : UInt8(scalar.value))
        marks = 0
      } else if scalar == "\r" {
        isAfterReturn = true
        marks = 0
      } else {
        let record = ScalarRecord(scalar)
        let joinsEmoji =
          scalar == "\u{200D}" && base?.isEmojiElement == true
          && following(scalars)?.isEmojiElement == true
        let safe = joinsEmoji ? scalar : safe(scalar, record, after: last)
        if let safe {
          marks = record.width == 0 ? marks + 1 : 0
          if safe != scalar { report(scalar, .replaced) }
        }
        guard let safe, marks <= marksPerBase else {
          report(scalar, .dropped)
          continue
        }
        bytes.append(contentsOf: safe.utf8)
        if scalar == "\u{1F3F4}", let tags = EmojiFlag.tags(scalars) {
          for tag in tags {
            bytes.append(contentsOf: tag.utf8)
            last = scalars.next()
          }
          marks = marksPerBase
          base = nil
          continue
        }
      }
      last = scalar
      if !scalar.isSelector, !scalar.isSkinTone { base = scalar }
    }
    if isAfterReturn {
      bytes.append(contentsOf: "␍".utf8)
      report("\r", .replaced)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func following(
    _ scalars: String.UnicodeScalarView.Iterator
  ) -> Unicode.Scalar? {
    var scalars = scalars
    return scalars.next()
  }

  /// What stands for a scalar other than CR, LF, TAB and printable ASCII, or nil when nothing does.
  private static func safe(
    _ scalar: Unicode.Scalar, _ record: ScalarRecord, after last: Unicode.Scalar?
  ) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x00..<0x20: return Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: return "\u{2421}"
    case 0x200C, 0x200D: return last?.needsJoiners == true ? scalar : nil
    default: break
    }
    if record.isIgnored {
      return scalar.isSelector && last?.takesSelector(scalar) == true ? scalar : nil
    }
    return record.width < 0 ? "\u{FFFD}" : scalar
  }
}
