import Testing

/// What is known of a discussion being read is made of parts, and each keeps its storage to itself.
@Suite struct WallTests {
  private static let parts = [
    "State/Viewport", "State/Outline", "State/ReadingRecord", "Find/Finding", "State/Sheet",
    "State/Renewal", "State/ReadingState",
  ]

  @Test(arguments: parts)
  func nothingOfAPartIsSetFromOutside(file: String) throws {
    let text = try SourceTree.source("Reader/\(file).swift")
    let name = String(file.split(separator: "/")[1])
    let properties = StoredProperty.all(of: name, in: text)
    #expect(!properties.isEmpty)
    #expect(properties.filter(\.isOpen).map(\.name) == [])
  }

  @Test func theStateIsMadeOfFewParts() throws {
    let text = try SourceTree.source("Reader/State/ReadingState.swift")
    #expect(StoredProperty.all(of: "ReadingState", in: text).count <= 12)
  }

  @Test func propertiesAreRead() {
    let text = """
      public struct Box {
        var open = 1
        public internal(set) var half: Int?
        public private(set) var wall = Lid()
        private var (a, b) = (1, 2)
        let fixed: Int
        static var shared = 1
        var height: Int { 2 }
        var width: Int {
          var inner = 1
          return inner
        }
        struct Lid {
          var inner = 1
        }
        func f() { var local = 1 }
      }
      struct Other {
        var elsewhere = 1
      }
      """
    let properties = StoredProperty.all(of: "Box", in: text)
    #expect(properties.map(\.name) == ["open", "half", "wall", "(a", "fixed"])
    #expect(properties.filter(\.isOpen).map(\.name) == ["open", "half"])
  }
}

/// A stored property of a type, as a file declares it that is indented by two spaces.
private struct StoredProperty {
  var name: String
  /// Whether code in other files can set it.
  var isOpen: Bool

  /// Those of a struct that a file declares outside of others, in order.
  static func all(of type: String, in text: String) -> [StoredProperty] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let body = lines.drop { !$0.contains("struct \(type)") || $0.hasPrefix(" ") }
      .dropFirst().prefix { $0 != "}" }
    return body.compactMap { line in
      guard line.hasPrefix("  "), !line.hasPrefix("   "), !line.contains(" {") else { return nil }
      let words = line.split(separator: " ").map(String.init)
      guard let kind = words.firstIndex(where: { $0 == "var" || $0 == "let" }),
        kind + 1 < words.count, words[..<kind].allSatisfy(isAccess)
      else { return nil }
      let isWalled = words[..<kind].contains { $0 == "private" || $0 == "private(set)" }
      let name = words[kind + 1].prefix { $0 != ":" && $0 != "," }
      return StoredProperty(name: String(name), isOpen: words[kind] == "var" && !isWalled)
    }
  }

  private static func isAccess(_ word: String) -> Bool {
    let levels: Set = ["public", "package", "internal", "fileprivate", "private"]
    return levels.contains(String(word.prefix { $0 != "(" }))
  }
}
