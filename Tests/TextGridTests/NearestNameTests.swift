import Testing
import TextGrid

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("titel", "title"), ("tilte", "title"), ("title", "title"), ("t", nil), ("", nil),
    ("xy", nil), ("中", nil), ("quotee", "quote"), ("completely", nil), ("TITLE", nil),
  ])
  func aMisspeltNameIsKnown(name: String, nearest: String?) {
    #expect(nearestName(to: name, among: ["quote", "title", "text"]) == nearest)
  }

  /// Neighbours that changed places are one mistake, not two.
  @Test func exchangedLettersAreNear() {
    #expect(nearestName(to: "theme", among: ["where"]) == nil)
    #expect(nearestName(to: "hlep", among: ["keep", "help"]) == "help")
    #expect(nearestName(to: "ls", among: ["sl"]) == "sl")
  }
}
