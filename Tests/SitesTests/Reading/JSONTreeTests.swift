import Foundation
import JSONText
import Testing

@testable import Sites

@Suite struct JSONTreeTests {
  static func root(_ text: String) throws -> JSONValue {
    let tree = try JSONTree(Array(text.utf8))
    return JSONValue(tree: tree, index: tree.roots[0])
  }

  @Test func membersAreFoundByName() throws {
    let value = try Self.root(
      #"{"whatever": [{"id": 0}], "title": "é", "data": {"children": [1, [], {"id": "x"}]}, "i\u0064": 7}"#
    )
    #expect(value["title"]?.says("é") == true)
    #expect(value["id"]?.literal == "7")
    #expect(value[["data", "children"]]?.elements.map(\.kind) == [.integer, .array, .object])
    let elements = Array(try #require(value[["data", "children"]]).elements)
    #expect(elements[2]["id"]?.says("x") == true)
    #expect(value["author"] == nil)
    #expect(value[["title", "id"]] == nil)
    #expect(value["title"]?["id"] == nil)
    // Of the two members that nobody reads, and of what is in them, nothing is kept.
    #expect(value.tree.nodes.count == 9)
  }

  @Test func whatIsSkippedIsNotKept() throws {
    let value = try Self.root(#"{"avatar_url": {"id": [1, 2, {"title": "x"}]}, "id": true}"#)
    #expect(value["id"]?.kind == .yes)
    #expect(value.tree.nodes.count == 2)
  }

  @Test(arguments: [("1 2 3", 3), ("{}{}", 2), ("[]\n[]\n", 2), ("null", 1), ("\u{FEFF}{}", 1)])
  func aSeriesHasManyRoots(text: String, count: Int) throws {
    #expect(try JSONTree(Array(text.utf8)).roots.count == count)
  }

  @Test(arguments: [("", 0), ("{} ]", 3), ("[1", 2), ("{\"id\" 1}", 6), ("1 2 x", 4)])
  func theFirstWrongByteIsTold(text: String, offset: Int) {
    #expect { try JSONTree(Array(text.utf8)) } throws: { ($0 as? JSONError)?.offset == offset }
  }

  @Test func depthIsNoMatter() throws {
    let count = 100_000
    let text =
      String(repeating: #"{"children":["#, count: count) + String(repeating: "]}", count: count)
    #expect(try Self.root(text).tree.nodes.count == 2 * count)
  }

  /// Names are compared by what stands for them.
  @Test func eachNameIsKeptOrCountedAndHasAHashOfItsOwn() {
    let sites = SiteTable.standard
    let kept = Set(sites.sites.flatMap { words($0.members) })
    #expect(kept.count > 100)
    #expect(Set(kept.map { Member.hash(Array($0.utf8)) }).count == kept.count)
    for name in kept {
      let hash = Member.hash(Array(name.utf8))
      #expect(
        entry(name, in: sites.names) == .kept(hash: hash, isMap: name == "media_metadata"))
    }
    for name in sites.sites.flatMap({ words($0.unreadTexts) }) {
      #expect(entry(name, in: sites.names) == .unread)
    }
    for name in ["", "ID", "idd", "i", "é", "avatar_url", "avatar"] {
      #expect(entry(name, in: sites.names) == .skipped)
    }
  }

  /// A name that is read and not listed would never be there.
  @Test(arguments: ["HackerNews", "Reddit", "Lobsters", "Discourse", "Lemmy", "Mastodon", "GitHub"])
  func eachNameThatIsReadIsListed(folder: String) throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../Sources/Sites/\(folder)")
    var names: Set<String> = []
    var listed: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(
      at: path, includingPropertiesForKeys: nil)
    where !["CookedText.swift", "RedditState.swift"].contains(file.lastPathComponent) {
      names.formUnion(try membersRead(in: file))
    }
    for site in SiteTable.standard.sites {
      listed.formUnion(words(site.members + " " + (site.fronts?.members ?? "")))
    }
    #expect(names.count > 10)
    // One is an attribute of HTML.
    #expect(names.subtracting(listed).subtracting(["src"]) == [])
  }

  /// What a page has in a script is read with names of its own.
  @Test func eachNameInAScriptIsListed() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
    let file = path.appending(path: "../../../Sources/Sites/Reddit/RedditState.swift")
    #expect(try membersRead(in: file).subtracting(words(RedditState.members)) == [])
  }

  /// Names in brackets, as members are read.
  private func membersRead(in file: URL) throws -> Set<String> {
    var names: Set<String> = []
    let text = try String(contentsOf: file, encoding: .utf8)
    for list in text.matches(of: /[\w\]\)?]\[\[?((?:"\w+",? ?)+)\]/) {
      names.formUnion(list.1.matches(of: /\w+/).map { String($0.0) })
    }
    return names
  }

  private func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map { String($0) }
  }

  private func entry(_ name: String, in names: NameTable) -> NameTable.Entry {
    let bytes = Array(name.utf8)
    return names.lookUp(JSONString(range: 0..<bytes.count, hasEscapes: false), in: bytes)
  }
}

@Suite struct JSONPathTests {
  @Test(arguments: [
    (#"^{"a": 1}"#, ""), (#"{"a": ^1}"#, "a"), (#"{^"a": 1}"#, "a"),
    (#"{"a": [0, {"b": "^x"}]}"#, "a[1].b"),
    (#"[[], [^5]]"#, "[1][0]"), (#"{"é": {"中": ^null}}"#, "é.中"), ("[1]\n[2, ^3]", "text 2: [1]"),
    ("[^1]\n[2]", "text 1: [0]"), ("1 ^2", "text 2"), (#"{"a": tr^"#, ""), ("^", ""), ("[1, ^", ""),
  ])
  func theWayToAPlace(text: String, path: String) throws {
    let start = try #require(text.utf8.firstIndex(of: UInt8(ascii: "^")))
    let offset = text.utf8.distance(from: text.startIndex, to: start)
    let bytes = text.utf8.filter { $0 != UInt8(ascii: "^") }
    #expect(JSONPath.path(to: offset, in: Array(bytes)) == path)
  }

  @Test func aLongWayIsCutInTheMiddle() {
    let deep = String(repeating: "[", count: 100) + "7" + String(repeating: "]", count: 100)
    let ends = String(repeating: "[0]", count: 6)
    #expect(JSONPath.path(to: 100, in: Array(deep.utf8)) == "\(ends)…\(ends)")
  }
}
