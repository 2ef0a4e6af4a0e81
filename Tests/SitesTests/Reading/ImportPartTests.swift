import JSONText
import Testing

@testable import Sites

/// Files that were looked into before all of them had come.
@Suite struct ImportPartTests {
  private static let file = ImportFile(
    name: "a.json",
    bytes: Array(#"{"id": 1, "title": "é 中 👩‍💻", "children": [], "created_at": "2020-01-01"}"#.utf8))

  @Test func whatWasReadIsNotReadAgain() throws {
    let part = try ImportPart(reading: Self.file)
    let first = try #require(try ImportFiles([part]).items.first)
    let second = try #require(try ImportFiles([part]).items.first)
    #expect(first.tree === second.tree)
    let other = try #require(try ImportFiles([ImportPart(Self.file)]).items.first)
    #expect(other.tree !== first.tree)
    #expect(
      try AnyImport.discussion(of: [part], ImportOptions()) == AnyImport.discussion(of: [Self.file])
    )
  }

  @Test func whatIsNotJSONIsFoundAtItsPlace() {
    let broken = ImportFile(name: "b.json", bytes: Array("{\"id\": 1,\n x".utf8))
    for index in 0..<2 {
      let parts = (0...index).map { ImportPart($0 == index ? broken : Self.file) }
      let error = #expect(throws: ImportError.self) { try ImportFiles(parts) }
      #expect(error?.file == .input(index))
      #expect(error?.position?.line == 2)
    }
    let error = #expect(throws: ImportError.self) { try ImportPart(reading: broken) }
    #expect(error?.file == .input(0))
  }
}
