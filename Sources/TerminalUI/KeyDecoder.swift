import CNcurses
import TextGrid

/// Makes keys of what ncurses reads.
///
/// ncurses joins the bytes of one key when they come within its escape delay. Those of a slow
/// connection may come later: after a bare Esc, a `[` or `O` within ``lateness`` and everything up
/// to the final byte (ECMA-48 section 5.4) is such a late key, and never a command. What is no part
/// of a sequence, such as another Esc, ends it.
struct KeyDecoder {
  /// In milliseconds.
  static let lateness = 300

  private enum Late: Equatable {
    case no
    /// After an Esc at this time, in milliseconds.
    case escape(at: Int)
    /// Within a control sequence; within one of `ESC O`, where one character is left.
    case sequence, single
  }

  private var late = Late.no

  /// The key that a code stands for; nil for one that means nothing here.
  ///
  /// - Parameters:
  ///   - code: a Unicode scalar, or ncurses' number of a function key.
  ///   - isFunction: which of both.
  ///   - time: now, in milliseconds.
  /// - Returns: nil too for what belongs to a late sequence.
  mutating func key(code: UInt32, isFunction: Bool, at time: Int) -> Key? {
    guard !isFunction else {
      late = .no
      return Self.functionKeys[Int32(code)]
    }
    switch late {
    case .no: break
    case .escape(let start):
      late = .no
      if time - start <= Self.lateness {
        if code == 0x5B { late = .sequence }
        if code == 0x4F { late = .single }
        if late != .no { return nil }
      }
    case .sequence where 0x20..<0x40 ~= code:
      return nil
    case .sequence, .single:
      late = .no
      if 0x20...0x7E ~= code { return nil }
    }
    let key = Self.key(code)
    if key == .escape { late = .escape(at: time) }
    return key
  }

  private static func key(_ code: UInt32) -> Key? {
    switch code {
    case 0x09: return .tab
    case 0x0A, 0x0D: return .enter
    case 0x1B: return .escape
    case 0x08, 0x7F: return .backspace
    case 0x01...0x1A: return Unicode.Scalar(code + 0x60).map { .control(Character($0)) }
    case 0..<0x20, 0x80..<0xA0: return nil
    default: return Unicode.Scalar(code).map { .character(Character($0)) }
    }
  }

  private static let functionKeys: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home,
    KEY_END: .end, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_BTAB: .backTab,
    KEY_ENTER: .enter, KEY_BACKSPACE: .backspace, KEY_F0 + 1: .function(1),
    KEY_F0 + 2: .function(2), KEY_F0 + 3: .function(3), KEY_F0 + 4: .function(4),
    KEY_F0 + 5: .function(5), KEY_F0 + 6: .function(6), KEY_F0 + 7: .function(7),
    KEY_F0 + 8: .function(8), KEY_F0 + 9: .function(9), KEY_F0 + 10: .function(10),
    KEY_F0 + 11: .function(11), KEY_F0 + 12: .function(12),
  ]
}
