public import Reader

/// The themes that are built in, one for each file in the package's folder Themes.
public enum Themes {
  /// Each one's name and its file's bytes.
  private static let files: [String: [UInt8]] = [
    "dark": PackageResources.dark_toml,
    "light": PackageResources.light_toml,
  ]

  /// The names, sorted.
  public static var names: [String] { files.keys.sorted() }

  /// The theme with a name.
  ///
  /// - Throws: also what is wrong with its file.
  public static func theme(named name: String) throws(ThemeError) -> Theme {
    guard let file = files[name] else { throw .unknownName(name, known: names) }
    return try ThemeFile(name: name, text: String(decoding: file, as: UTF8.self)).theme()
  }
}
