/// How many colours a terminal can show.
public enum ColorDepth: CaseIterable, Sendable {
  /// None, or none are wanted.
  case monochrome
  /// The first half of the terminal's palette.
  case eight
  /// The terminal's palette.
  case sixteen
  /// xterm's 256.
  case indexed
  /// Any red, green and blue.
  case direct

  /// - Parameters:
  ///   - colors: how many colours the terminal says that it has.
  ///   - isDirect: whether it takes red, green and blue for a colour.
  public init(colors: Int, isDirect: Bool) {
    self =
      switch colors {
      case ..<8: .monochrome
      case _ where isDirect: .direct
      case 8..<16: .eight
      case 16..<256: .sixteen
      default: .indexed
      }
  }

  /// What it is called in a message.
  public var name: String {
    switch self {
    case .monochrome: "no colours"
    case .eight: "8 colours"
    case .sixteen: "16 colours"
    case .indexed: "256 colours"
    case .direct: "true colour"
    }
  }

  /// Whether there are only colours of the terminal's palette.
  public var hasOnlyPalette: Bool { self == .eight || self == .sixteen }

  /// Whether a colour needs no other in its place.
  func has(_ color: Color) -> Bool {
    switch (self, color) {
    case (_, .terminal), (.direct, _), (.indexed, .indexed): true
    case (.sixteen, .indexed(let index)): index < 16
    case (.eight, .indexed(let index)): index < 8
    case (_, .rgb), (.monochrome, .indexed): false
    }
  }

  /// The colours of xterm's 256 that may stand for another.
  var choices: ClosedRange<UInt8> {
    switch self {
    case .monochrome, .eight: 0...7
    case .sixteen: 0...15
    case .indexed, .direct: 16...255
    }
  }
}
