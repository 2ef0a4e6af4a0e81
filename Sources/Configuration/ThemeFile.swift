import Reader
import TOMLKit
import TextGrid

/// A theme as its TOML file says it.
struct ThemeFile {
  private let name: String
  private let table: TOMLTable

  init(name: String, text: String) throws(ThemeError) {
    self.name = name
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let place = error.source.begin
      throw .syntax(
        theme: name, line: place.line, column: place.column, problem: error.description)
    } catch {
      throw .syntax(theme: name, line: 1, column: 1, problem: "expected TOML")
    }
  }

  func theme() throws(ThemeError) -> Theme {
    guard let background = table["background"]?.string, ["dark", "light"].contains(background)
    else { throw wrong("background", expected: "\"dark\" or \"light\"") }
    for key in table.keys where !["name", "background", "palette", "roles"].contains(key) {
      throw wrong(key, expected: "one of name, background, palette, roles")
    }
    let palette = try palette()
    var styles: [Role: Style] = [:]
    guard let roles = table["roles"]?.table else { throw wrong("roles", expected: "a table") }
    for key in roles.keys.sorted() {
      guard let role = Role(rawValue: key) else {
        throw wrong("roles.\(key)", expected: "a role")
      }
      styles[role] = try style(roles[key], path: "roles.\(key)", palette: palette)
    }
    return Theme(name: name, isDark: background == "dark", styles: styles)
  }

  private func palette() throws(ThemeError) -> [String: Color] {
    guard let table = table["palette"] else { return [:] }
    guard let entries = table.table else { throw wrong("palette", expected: "a table") }
    var result: [String: Color] = [:]
    for key in entries.keys {
      result[key] = try color(entries[key], path: "palette.\(key)", palette: [:])
    }
    return result
  }

  private func style(
    _ value: (any TOMLValueConvertible)?, path: String, palette: [String: Color]
  ) throws(ThemeError) -> Style {
    guard let entries = value?.table else {
      return Style(foreground: try color(value, path: path, palette: palette))
    }
    var style = Style()
    for key in entries.keys.sorted() {
      let path = "\(path).\(key)"
      switch key {
      case "color": style.foreground = try color(entries[key], path: path, palette: palette)
      case "background": style.background = try color(entries[key], path: path, palette: palette)
      default:
        guard let attribute = Self.attributes[key] else {
          let known = ["color", "background"] + Self.attributes.keys.sorted()
          throw wrong(path, expected: "one of \(known.joined(separator: ", "))")
        }
        guard let isSet = entries[key]?.bool else { throw wrong(path, expected: "true or false") }
        if isSet { style.attributes.insert(attribute) }
      }
    }
    return style
  }

  private func color(
    _ value: (any TOMLValueConvertible)?, path: String, palette: [String: Color]
  ) throws(ThemeError) -> Color {
    if let number = value?.int, let index = UInt8(exactly: number) { return .indexed(index) }
    if let text = value?.string {
      if let color = palette[text] ?? Color(named: text) { return color }
    }
    throw wrong(path, expected: "0 to 255, \"#rrggbb\", a name of the palette or of the terminal's")
  }

  private func wrong(_ path: String, expected: String) -> ThemeError {
    .wrongEntry(theme: name, path: path, expected: expected)
  }

  private static let attributes: [String: Style.Attributes] = [
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
    self = .rgb(
      red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
  }
}
