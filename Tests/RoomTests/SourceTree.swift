import FoundationEssentials

/// The files of this package.
enum SourceTree {
  private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  /// The page of the whole.
  static func page() throws -> String {
    try String(contentsOfFile: root + "/Sources/README.md", encoding: .utf8)
  }

  /// A file of Sources, by its path there.
  static func source(_ path: String) throws -> String {
    try String(contentsOfFile: root + "/Sources/" + path, encoding: .utf8)
  }

  /// The files of Sources with one of some endings, by their paths there.
  static func sources(ending endings: [String]) throws -> [(path: String, text: String)] {
    try FileManager.default.subpathsOfDirectory(atPath: root + "/Sources").sorted()
      .filter { path in endings.contains { path.hasSuffix($0) } }
      .map { ($0, try source($0)) }
  }

  /// For each folder of Sources that holds Swift files the modules that they import.
  static func imports() throws -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root + "/Sources")
    where path.hasSuffix(".swift") {
      let text = try String(contentsOfFile: root + "/Sources/" + path, encoding: .utf8)
      let folder = String(path.prefix { $0 != "/" })
      result[folder, default: []].formUnion(imports(of: text))
    }
    return result
  }

  /// For each folder of Sources that has a page, `README.md`: the page, and the names of the public types at the top of
  /// the folder's files.
  static func pages() throws -> [String: (page: String, types: [String])] {
    var result: [String: (page: String, types: [String])] = [:]
    for room in try FileManager.default.contentsOfDirectory(atPath: root + "/Sources") {
      let folder = root + "/Sources/" + room
      guard FileManager.default.fileExists(atPath: folder + "/README.md") else { continue }
      var types: [String] = []
      for path in try FileManager.default.subpathsOfDirectory(atPath: folder)
      where path.hasSuffix(".swift") {
        types += publicTypes(of: try String(contentsOfFile: folder + "/" + path, encoding: .utf8))
      }
      result[room] = (try String(contentsOfFile: folder + "/README.md", encoding: .utf8), types)
    }
    return result
  }

  /// The names of the public types that a Swift file declares outside of others, in order.
  static func publicTypes(of text: String) -> [String] {
    let kinds: Set = ["struct", "class", "enum", "protocol", "actor", "typealias"]
    return text.split(whereSeparator: \.isNewline).compactMap { line in
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      guard let access = words.firstIndex(of: "public"),
        words[..<access].allSatisfy({ $0.hasPrefix("@") })
      else { return nil }
      let rest = words[(access + 1)...].drop { ["final", "indirect"].contains($0) }
      guard let kind = rest.first, kinds.contains(String(kind)), let name = rest.dropFirst().first
      else { return nil }
      return String(name.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    }
  }

  /// The modules that a Swift file imports, in order.
  static func imports(of text: String) -> [String] {
    var isInText = false
    return text.split(whereSeparator: \.isNewline).compactMap { line in
      if line.split(separator: "\"\"\"", omittingEmptySubsequences: false).count % 2 == 0 {
        isInText.toggle()
      }
      return isInText ? nil : importedModule(line)
    }
  }

  private static func importedModule(_ line: Substring) -> String? {
    let before: Set = ["public", "package", "internal", "fileprivate", "private"]
    let kinds: Set = ["typealias", "struct", "class", "enum", "protocol", "let", "var", "func"]
    let words = line.split(separator: " ").drop { $0.hasPrefix("@") || before.contains(String($0)) }
    guard words.first == "import" else { return nil }
    let path = words.dropFirst().drop { kinds.contains(String($0)) }.first
    return path.map { String($0.prefix { $0 != "." }) }
  }
}
