import Testing

/// Each room imports what Sources/README.md says that it may.
@Suite struct RoomTests {
  @Test func aRoomImportsWhatItMay() throws {
    let rooms = RoomTable(page: try SourceTree.page()).rooms
    for (room, imports) in try SourceTree.imports() {
      let others = imports.subtracting(rooms[room] ?? []).subtracting(RoomTable.system)
      #expect(others == [], "\(room)")
    }
  }

  @Test func eachRoomHasARow() throws {
    let rooms = RoomTable(page: try SourceTree.page()).rooms
    let folders = try SourceTree.imports()
    #expect(rooms.keys.sorted() == folders.keys.sorted())
  }

  /// Each room has a page; one that does not name a type has not kept up with its room.
  @Test func aRoomsPageNamesItsPublicTypes() throws {
    let pages = try SourceTree.pages()
    #expect(pages.keys.sorted() == (try SourceTree.imports()).keys.sorted())
    for (room, (page, types)) in pages {
      let words = Set(page.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map { String($0) })
      #expect(types.filter { !words.contains($0) } == [], "\(room)")
    }
  }

  @Test func onlyTheTerminalKnowsCurses() throws {
    let rooms = try SourceTree.imports().filter { $0.value.contains("CNcurses") }
    #expect(rooms.map(\.key) == ["TerminalUI"])
  }

  /// A binary with all of Foundation is four times as large.
  @Test func noRoomImportsFoundation() throws {
    let heavy: Set = ["Foundation", "FoundationInternationalization", "FoundationNetworking"]
    let rooms = try SourceTree.imports().filter { !$0.value.isDisjoint(with: heavy) }
    #expect(rooms.map(\.key) == [])
  }
}

/// How the table and the files are read.
@Suite struct RoomTableTests {
  @Test func aTableIsRead() {
    let table = RoomTable(
      page: """
        # Title
        | no | room | here |
        ## What each room may import
        Rooms:

        | room | what is in it | may import |
        | --- | --- | --- |
        | Attic | old 中 things | nothing |
        | `Kitchen` | pots <-> pans | Attic, CStove |
        | House | é | all rooms, Garden |

        ## Another
        | Cellar | wine | nothing |
        """)
    #expect(
      table.rooms == [
        "Attic": [], "Kitchen": ["Attic", "CStove"],
        "House": ["Attic", "Kitchen", "House", "Garden"],
      ])
  }

  @Test func publicTypesAreRead() {
    let text = """
      import Attic
      public struct Box: Equatable {
        public struct Lid {}
      }
      struct Shelf {}
      @frozen public enum Room<Thing> {}
      public final class Key {}
      public let door = 1
      extension Box { public enum Side {} }
      public protocol Door: AnyObject {}
      // public struct Old {}
      """
    #expect(SourceTree.publicTypes(of: text) == ["Box", "Room", "Key", "Door"])
  }

  static let lines: [(text: String, modules: [String])] = [
    ("import Attic", ["Attic"]),
    ("import Attic\nimport House\r\nimport Garden", ["Attic", "House", "Garden"]),
    ("public import Attic", ["Attic"]),
    ("@testable import Attic", ["Attic"]),
    ("@_exported package  import Attic", ["Attic"]),
    ("#if DEBUG\n  import Attic\n#endif", ["Attic"]),
    ("import struct Attic.Box", ["Attic"]),
    ("import Attic.Box", ["Attic"]),
    ("// import Attic", []),
    ("let imported = 1", []),
    ("let text = \"\"\"\n  import page\n  \"\"\"\nimport Attic", ["Attic"]),
  ]

  @Test(arguments: lines)
  func importsAreRead(text: String, modules: [String]) {
    #expect(SourceTree.imports(of: text) == modules)
  }
}
