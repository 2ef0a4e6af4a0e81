import Reader
import TextGrid

/// The looks of a moving picture, each a class of its style sheet, which says it for each theme.
struct PictureClasses {
  /// What is drawn on in each theme: the first holds, and the second where the viewer's system is dark.
  private let grounds: [Ground]
  private var looks: [[PictureStyle]] = []
  private var indices: [[PictureStyle]: Int] = [:]

  /// - Parameter themes: the picture's one, or the light and the dark one.
  init(_ themes: [Theme]) { grounds = themes.map(\.ground) }

  /// How cells look in each theme.
  func look(_ styles: [Style]) -> [PictureStyle] {
    zip(styles, grounds).map { PictureStyle($0, on: $1) }
  }

  /// The number of a look; its text has the class `c` with that number, and its background `b`.
  mutating func index(of look: [PictureStyle]) -> Int {
    if let index = indices[look] { return index }
    looks.append(look)
    indices[look] = looks.count - 1
    return looks.count - 1
  }

  /// The rules for all classes that were given.
  var rules: [String] {
    var lines = grounds.isEmpty ? [] : rules(of: 0)
    if grounds.count > 1 {
      lines += ["@media (prefers-color-scheme: dark) {"] + rules(of: 1) + ["}"]
    }
    return lines
  }

  private func rules(of theme: Int) -> [String] {
    let ground = grounds[theme]
    return [
      ".ground { fill: \(ground.background.hex) }",
      ".line { stroke: \(ground.foreground.mixed(with: ground.background, part: 3, of: 4).hex) }",
    ]
      + looks.enumerated().flatMap { index, look in
        let hasBackground = look.contains { $0.background != nil }
        let background = look[theme].background.map { $0.hex } ?? "none"
        return [".c\(index) { \(look[theme].declarations) }"]
          + (hasBackground ? [".b\(index) { fill: \(background) }"] : [])
      }
  }
}
