import TextGrid

/// Makes keys, clicks and pastes of the bytes that a terminal sends, and passes over everything else.
///
/// A terminal sends keys (ECMA-48 control sequences, terminfo's own), what the mouse did (xterm's 1000
/// and 1006), pasted text (2004), and responses that nobody asked for or that come late: CSI, SS3, OSC,
/// DCS, APC, PM and SOS (ECMA-48 section 5). No byte of a response or of a paste becomes a key, however
/// the bytes are cut.
///
/// Times are milliseconds of a clock that only goes forward. Whoever drives it calls ``settle(at:)``
/// when ``deadline`` has come.
struct InputDecoder {
  /// What came.
  enum Input: Equatable {
    case key(Key)
    /// The left button, at a cell; 0-based.
    case click(row: Int, column: Int)
    /// The wheel, at a cell; 0-based.
    case wheel(Key, row: Int, column: Int)
    /// Pasted text, as it was sent; nil if it was longer than ``pasteCapacity``.
    case paste(String?)
  }

  /// After a bare Esc, or the first two bytes of a sequence, for how long the rest of it is expected.
  static let lateness = 300
  /// After how long without a byte a sequence or a paste that was begun is abandoned.
  static let silence = 10_000
  /// For how long the text of a response may come in all: after that the user is heard, whatever is typed
  /// meanwhile.
  static let textTime = 5_000
  /// The longest paste that is taken, in bytes.
  static let pasteCapacity = 1 << 16

  private enum State: Equatable {
    case ground
    /// Within a character of UTF-8 that has this many bytes; after Esc, where it is one with Alt.
    case character([UInt8], count: Int, isAlt: Bool)
    /// After Esc, which may be a key, or two of them.
    case escape, escapes
    /// After an Esc that counted as a key.
    case lateEscape
    /// After Esc and the byte that begins a sequence, which may be a key with Alt.
    case introduced(UInt8)
    /// Within a control sequence: its bytes after CSI.
    case control([UInt8])
    /// Within one of the Linux console, `CSI [`, where one byte is left.
    case console
    /// Within a report of xterm's oldest mouse: what has come of its three bytes.
    case oldMouse([UInt8])
    /// After SS3, where one byte is left.
    case single
    /// Within the text of OSC, DCS, APC, PM or SOS.
    case text
    /// After an Esc in such a text: a `\` ends it.
    case textEscape
    case paste(PastedBytes)
    /// After Esc or Ctrl-C that came by itself in a paste: if nothing follows, somebody wants out of it.
    case pasteKey(PastedBytes, UInt8)
    /// A whole key that may also be the beginning of a longer one.
    case undecided(Input?)
  }

  private let sequences: KeySequences
  /// For how long Esc may begin something else.
  private let escapeDelay: Int
  private var state = State.ground
  /// The bytes since Esc.
  private var recent: [UInt8] = []
  /// Whether the sequence follows an Esc that counted as a key: it makes none.
  private var isLate = false
  /// When the last byte came.
  private var lastTime = 0
  /// When the text of a response began that has not ended.
  private var textStart = 0

  init(sequences: KeySequences = KeySequences([]), escapeDelay: Int = 25) {
    self.sequences = sequences
    // Bytes that come together belong together.
    self.escapeDelay = max(1, escapeDelay)
  }

  /// Whether more bytes of a key must be on their way, if there are any.
  var awaitsKey: Bool {
    switch state {
    case .escape, .escapes, .undecided: true
    case .ground, .character, .lateEscape, .introduced, .control, .console, .oldMouse, .single,
      .text, .textEscape, .paste, .pasteKey:
      false
    }
  }

  /// When ``settle(at:)`` has something to say; nil if only more bytes can.
  var deadline: Int? {
    switch state {
    case .escape, .escapes, .undecided: lastTime + escapeDelay
    case .introduced: isLate ? nil : lastTime + Self.lateness
    case .paste: lastTime + Self.silence
    case .pasteKey: lastTime + Self.lateness
    case .ground, .character, .lateEscape, .control, .console, .oldMouse, .single, .text,
      .textEscape:
      nil
    }
  }

  /// Takes a byte, and gives what is whole with it.
  mutating func take(_ byte: UInt8, at time: Int) -> [Input] {
    let before = settle(at: time)
    let silence = time - lastTime
    lastTime = time
    return before + take(byte, after: silence)
  }

  /// Gives what no further byte changes.
  mutating func settle(at time: Int) -> [Input] {
    let silence = time - lastTime
    switch state {
    case .escape where silence >= escapeDelay:
      state = silence > Self.lateness ? .ground : .lateEscape
      return [.key(.escape)]
    case .escapes where silence >= escapeDelay:
      state = silence > Self.lateness ? .ground : .lateEscape
      return [.key(.escape), .key(.escape)]
    case .undecided(let input) where silence >= escapeDelay:
      return end(input)
    case .introduced(let byte) where !isLate && silence >= Self.lateness:
      return end(.key(.alt(Character(Unicode.Scalar(byte)))))
    case .paste(let paste) where silence >= Self.silence:
      return end() + [.paste(paste.text)]
    case .pasteKey(let paste, let byte) where silence >= Self.lateness:
      return end() + [.paste(paste.text)] + [Self.key(byte)].compactMap { $0.map(Input.key) }
    case .introduced, .control, .console, .oldMouse, .single:
      if silence >= Self.silence { _ = end() }
    case .text, .textEscape:
      if time - textStart >= Self.textTime { _ = end() }
    case .lateEscape:
      if silence > Self.lateness { _ = end() }
    case .ground, .character, .escape, .escapes, .undecided, .paste, .pasteKey: break
    }
    return []
  }

  /// Ends the sequence; what it comes to is nothing if it came late.
  private mutating func end(_ input: Input? = nil) -> [Input] {
    defer { isLate = false }
    state = .ground
    recent = []
    return isLate ? [] : [input].compactMap { $0 }
  }

  private mutating func take(_ byte: UInt8, after silence: Int) -> [Input] {
    switch state {
    case .ground: return takeFirst(byte)
    case .character(let bytes, let count, let isAlt):
      return continueCharacter(bytes + [byte], of: count, isAlt: isAlt)
    case .paste(let paste):
      guard silence >= Self.lateness, byte == 0x1B || byte == 0x03 else {
        return continuePaste(paste, byte)
      }
      state = .pasteKey(paste, byte)
      return []
    case .pasteKey(let paste, let key):
      state = .ground
      return continuePaste(paste, key) + take(byte, after: 0)
    case .text, .textEscape: return continueText(byte, after: silence)
    case .undecided(let input): return continueUndecided(byte, input)
    case .escape, .escapes, .lateEscape, .introduced, .control, .console, .oldMouse, .single:
      return continueSequence(byte)
    }
  }

  private mutating func continuePaste(_ paste: PastedBytes, _ byte: UInt8) -> [Input] {
    var paste = paste
    state = .ground
    let isOver = paste.take(byte)
    if isOver { return end() + [.paste(paste.text)] }
    state = .paste(paste)
    return []
  }

  // MARK: Characters

  /// What begins with a byte that continues nothing.
  private mutating func takeFirst(_ byte: UInt8) -> [Input] {
    switch byte {
    case 0x1B:
      state = .escape
      recent = [byte]
      return []
    case 0x80..<0xA0: return takeC1(byte)
    case 0xC2..<0xE0: return continueCharacter([byte], of: 2, isAlt: false)
    case 0xE0..<0xF0: return continueCharacter([byte], of: 3, isAlt: false)
    case 0xF0..<0xF5: return continueCharacter([byte], of: 4, isAlt: false)
    case 0xA0...: return []
    default: return [Self.key(byte)].compactMap { $0.map(Input.key) }
    }
  }

  /// One byte of ASCII as a key; nil for one that means nothing.
  private static func key(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x1B: .escape
    case 0x08, 0x7F: .backspace
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x1C: .control("\\")
    case 0x20..<0x7F: .character(Character(Unicode.Scalar(byte)))
    default: nil
    }
  }

  private mutating func continueCharacter(
    _ bytes: [UInt8], of count: Int, isAlt: Bool
  ) -> [Input] {
    guard let last = bytes.last, bytes.count == 1 || 0x80..<0xC0 ~= last else {
      // It was not a character: what is not a part of it begins again.
      state = .ground
      return takeFirst(bytes.last ?? 0)
    }
    state = .character(bytes, count: count, isAlt: isAlt)
    guard bytes.count == count else { return [] }
    state = .ground
    guard let text = String(validating: bytes, as: UTF8.self),
      let scalar = text.unicodeScalars.first
    else { return [] }
    if 0x80..<0xA0 ~= scalar.value { return takeC1(UInt8(scalar.value)) }
    return [.key(isAlt ? .alt(Character(scalar)) : .character(Character(scalar)))]
  }

  /// A control function of one byte (ECMA-48 section 5.3), for which else Esc and a letter stand.
  private mutating func takeC1(_ byte: UInt8) -> [Input] {
    // Keys do not come so.
    isLate = begin(byte - 0x40)
    return []
  }

  // MARK: Sequences

  private mutating func continueSequence(_ byte: UInt8) -> [Input] {
    // No key has this many bytes.
    if recent.count < 64 { recent.append(byte) }
    if !isLate, state != .lateEscape, let key = sequences.key(recent) { return end(.key(key)) }
    let known = recent
    let inputs = stepSequence(byte)
    guard state == .ground, !known.isEmpty, sequences.isBeginning(known) else { return inputs }
    recent = known
    state = .undecided(inputs.first)
    return []
  }

  /// Takes a byte after what may be a key of its own, unless both are one.
  private mutating func continueUndecided(_ byte: UInt8, _ input: Input?) -> [Input] {
    recent.append(byte)
    if let key = sequences.key(recent) { return end(.key(key)) }
    if sequences.isBeginning(recent) { return [] }
    return end(input) + takeFirst(byte)
  }

  private mutating func stepSequence(_ byte: UInt8) -> [Input] {
    switch state {
    case .escape: return continueEscape(byte, earlier: [])
    case .escapes: return continueEscape(byte, earlier: [.key(.escape)])
    case .lateEscape:
      isLate = true
      if begin(byte) { return [] }
      isLate = false
      state = .ground
      return takeFirst(byte)
    case .introduced(let introducer):
      switch introducer {
      case UInt8(ascii: "["):
        state = .control([])
        return continueControl(byte)
      case UInt8(ascii: "O"): return continueSingle(byte)
      default:
        state = .text
        textStart = lastTime
        recent = []
        return continueText(byte, after: 0)
      }
    case .control: return continueControl(byte)
    case .single: return continueSingle(byte)
    case .console: return byte == 0x1B ? interrupt() : end(Self.consoleKey(byte))
    case .oldMouse(let bytes):
      guard bytes.count == 2 else {
        state = .oldMouse(bytes + [byte])
        return []
      }
      let numbers = (bytes + [byte]).map { Int($0) - 32 }
      return end(Self.mouse(button: numbers[0], column: numbers[1], row: numbers[2]))
    case .ground, .character, .text, .textEscape, .paste, .pasteKey, .undecided: return []
    }
  }

  /// Begins a sequence with the byte after Esc; false if it is none that begins one.
  private mutating func begin(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "O"), UInt8(ascii: "]"), UInt8(ascii: "P"),
      UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      state = .introduced(byte)
      return true
    default: return false
    }
  }

  /// Takes the byte after an Esc that came just before, or after two of them.
  private mutating func continueEscape(_ byte: UInt8, earlier: [Input]) -> [Input] {
    if byte == 0x1B {
      recent = [0x1B]
      defer { state = .escapes }
      return earlier
    }
    if begin(byte) {
      // Two of them before a sequence are Alt with a key that has no letter.
      isLate = !earlier.isEmpty
      return []
    }
    switch byte {
    case 0x20..<0x7F:
      return earlier + end(.key(.alt(Character(Unicode.Scalar(byte)))))
    case 0xC2..<0xF5:
      state = .ground
      recent = []
      return earlier
        + continueCharacter([byte], of: byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4, isAlt: true)
    default:
      // Alt with Enter, Tab, Backspace or a letter with Ctrl.
      return earlier + end()
    }
  }

  /// An Esc within a sequence ends it, and begins another.
  private mutating func interrupt() -> [Input] {
    _ = end()
    return takeFirst(0x1B)
  }

  private mutating func continueControl(_ byte: UInt8) -> [Input] {
    guard case .control(let bytes) = state else { return [] }
    switch byte {
    case 0x1B: return interrupt()
    case 0x20..<0x40:
      // No useful sequence is this long.
      if bytes.count < 64 { state = .control(bytes + [byte]) }
      return []
    case UInt8(ascii: "[") where bytes.isEmpty:
      state = .console
      return []
    case UInt8(ascii: "M") where bytes.isEmpty:
      state = .oldMouse([])
      return []
    case 0x40..<0x7F:
      let sequence = ControlSequence(bytes, final: byte)
      if sequence.beginsPaste {
        _ = end()
        state = .paste(PastedBytes(capacity: Self.pasteCapacity))
        return []
      }
      return end(sequence.input)
    default:
      // What is not part of a sequence ends it.
      _ = end()
      return takeFirst(byte)
    }
  }

  private mutating func continueSingle(_ byte: UInt8) -> [Input] {
    switch byte {
    case 0x1B: return interrupt()
    case 0x30..<0x3C:
      // A number stands for Shift, Alt or Ctrl: no key of ours.
      isLate = true
      state = .single
      return []
    case 0x20..<0x7F: return end(ControlSequence([], final: byte).input)
    default:
      _ = end()
      return takeFirst(byte)
    }
  }

  /// A function key of the Linux console: `CSI [ A` is F1.
  private static func consoleKey(_ byte: UInt8) -> Input? {
    let first = UInt8(ascii: "A")
    return first..<first + 5 ~= byte ? .key(.function(Int(byte - first) + 1)) : nil
  }

  /// A report of the mouse; row and column are 1-based.
  static func mouse(button: Int, column: Int, row: Int) -> Input? {
    // The bits of Shift, Alt and Ctrl.
    let (row, column) = (max(0, row - 1), max(0, column - 1))
    return switch button & ~0b11100 {
    case 0: .click(row: row, column: column)
    case 64: .wheel(.wheelUp, row: row, column: column)
    case 65: .wheel(.wheelDown, row: row, column: column)
    default: nil
    }
  }

  // MARK: Texts

  /// Passes over the text of OSC and the like, up to ST, BEL, CAN or SUB.
  private mutating func continueText(_ byte: UInt8, after silence: Int) -> [Input] {
    if case .textEscape = state {
      if byte == UInt8(ascii: "\\") { return end() }
      // The user pressed Esc to get out, then another key; else another sequence begins.
      _ = end()
      if silence >= escapeDelay { return takeFirst(byte) }
      return takeFirst(0x1B) + take(byte, after: 0)
    }
    switch byte {
    case 0x1B: state = .textEscape
    case 0x07, 0x18, 0x1A: _ = end()
    // ST as one byte; as UTF-8 it is that byte after 0xC2.
    case 0x9C where recent.last == 0xC2 || recent.last ?? 0 < 0x80: _ = end()
    default: recent = [byte]
    }
    return []
  }
}
