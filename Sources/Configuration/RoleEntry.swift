import TextGrid

/// How a role looks, in a theme file's words.
struct RoleEntry {
  /// The entry in the file, such as `roles.title`.
  let path: String
  var foreground: Reference?
  var background: Reference?
  var attributes: Style.Attributes = []

  /// A colour, or the name of one that a palette may have.
  struct Reference {
    /// The entry that names it.
    let path: String
    let value: Value

    enum Value {
      case color(Color)
      case name(String)
    }

    static let expected =
      "expected 0 to 255, \"#rrggbb\", or the name of a palette or terminal colour"

    /// The colour; nil for a name that is not known.
    func color(in palette: [String: Color]) -> Color? {
      switch value {
      case .color(let color): color
      case .name(let name): palette[name] ?? Color(named: name)
      }
    }
  }

  /// - Returns: the style, without the colours that are not known.
  func style(in palette: [String: Color]) -> Style {
    Style(
      foreground: foreground?.color(in: palette) ?? .terminal,
      background: background?.color(in: palette) ?? .terminal, attributes: attributes)
  }

  /// The entries whose colours are not known.
  func unknown(in palette: [String: Color]) -> [Reference] {
    [foreground, background].compactMap { $0 }.filter { $0.color(in: palette) == nil }
  }
}

extension Style.Attributes {
  /// Those that a theme can ask for, by its words.
  static let named: [String: Style.Attributes] = [
    "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
  ]
}

extension Color {
  /// A colour in a theme's words: `default`, `red`, `bright-red`, `#rrggbb`; nil for other words.
  init?(named name: String) {
    if name == "default" {
      self = .terminal
      return
    }
    let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
    let isBright = name.hasPrefix("bright-")
    if let index = names.firstIndex(of: isBright ? String(name.dropFirst(7)) : name) {
      self = .indexed(UInt8(index + (isBright ? 8 : 0)))
      return
    }
    let digits = name.dropFirst()
    guard name.hasPrefix("#"), digits.count == 6, digits.allSatisfy(\.isHexDigit),
      let value = UInt32(digits, radix: 16)
    else { return nil }
    let color = SRGB(value)
    self = .rgb(red: color.red, green: color.green, blue: color.blue)
  }
}
