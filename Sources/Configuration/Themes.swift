public import Reader

/// The themes that can be chosen: those that are built in, and the user's own.
///
/// The built-in ones are the files of the package's folder Themes. A file of the user's folder,
/// `NAME.toml`, hides a built-in theme of its name and may inherit it.
public struct Themes: Sendable {
  /// The user's files by theme name, as paths.
  private let paths: [String: String]

  /// - Parameter folder: the user's folder of themes, which need not exist; nil for none.
  public init(folder: String? = nil) {
    paths = folder.map(ThemeFolder.paths) ?? [:]
  }

  /// Each built-in theme's name and its file's bytes.
  private static let builtIn: [String: [UInt8]] = [
    "contrast-dark": PackageResources.contrast_dark_toml,
    "contrast-light": PackageResources.contrast_light_toml,
    "dark": PackageResources.dark_toml,
    "light": PackageResources.light_toml,
    "mono": PackageResources.mono_toml,
    "terminal": PackageResources.terminal_toml,
  ]

  /// The names of those that are built in, sorted.
  public static var builtInNames: [String] { builtIn.keys.sorted() }

  /// The names, sorted.
  public var names: [String] { Set(paths.keys).union(Self.builtIn.keys).sorted() }

  /// The path of the user's file with a name; nil if the theme is built in or unknown.
  public func path(of name: String) -> String? { paths[name] }

  /// The theme with a name.
  public func theme(named name: String) throws(ThemeError) -> Theme { try line(name).theme() }

  /// The theme in a file; its name is that of the file.
  public func theme(at path: String) throws(ThemeError) -> Theme { try line(at: path).theme() }

  /// One line on what a theme is; nil if its file says none.
  public func about(_ name: String) throws(ThemeError) -> String? { try line(name).about }

  /// All that is wrong in a file and in those that it inherits; if nothing is, what can hardly be
  /// read.
  public func problems(at path: String) throws(ThemeError) -> [EntryProblem] {
    Self.problems(of: try line(at: path))
  }

  /// The same for the theme with a name.
  public func problems(named name: String) throws(ThemeError) -> [EntryProblem] {
    Self.problems(of: try line(name))
  }

  private static func problems(of line: ThemeLine) -> [EntryProblem] {
    line.problems.isEmpty ? line.lowContrasts : line.problems
  }

  private func line(_ name: String) throws(ThemeError) -> ThemeLine {
    guard let file = try file(name, besides: []) else {
      throw .unknownName(name, known: names)
    }
    return try line(name, from: file)
  }

  private func line(at path: String) throws(ThemeError) -> ThemeLine {
    let file = ThemeFile(label: path, text: try ThemeFolder.text(at: path))
    return try line(ThemeFolder.themeName(of: path), from: file)
  }

  private func line(_ name: String, from file: ThemeFile) throws(ThemeError) -> ThemeLine {
    try ThemeLine(name: name, file: file, known: names) { name, line throws(ThemeError) in
      try self.file(name, besides: line.map(\.label))
    }
  }

  /// The file of a name: the user's or the built-in one except those that are named.
  private func file(_ name: String, besides labels: [String]) throws(ThemeError) -> ThemeFile? {
    if let path = paths[name], !labels.contains(path) {
      return ThemeFile(label: path, text: try ThemeFolder.text(at: path))
    }
    let label = "built-in theme \(name)"
    guard let bytes = Self.builtIn[name], !labels.contains(label) else { return nil }
    return ThemeFile(label: label, text: String(decoding: bytes, as: UTF8.self))
  }
}
