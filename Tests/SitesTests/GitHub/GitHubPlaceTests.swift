import Testing

@testable import Sites

@Suite struct GitHubPlaceTests {
  @Test(arguments: [
    ("https://github.com/o/r/issues/7#issuecomment-1", "github:o/r/7"),
    ("https://www.github.com/o/r/pull/7/files", "github:o/r/7"),
    ("https://api.github.com/repos/o/r/issues/7", "github:o/r/7"),
    ("https://api.github.com/repos/o/r/pulls/7", "github:o/r/7"),
    ("https://github.com/orgs/o/discussions/7", "github:orgs/o/7"),
    ("https://github.com/issues/issues/issues/7", "github:issues/issues/7"),
    ("https://forge.example/o/r/issues/7", "forge:forge.example/o/r/7"),
    ("https://forge.example:3000/o/r/pulls/7#issuecomment-9", "forge:forge.example:3000/o/r/7"),
    ("https://forge.example/api/v1/repos/o/r/issues/7", "forge:forge.example/o/r/7"),
    ("https://forge.example/git/o/r/issues/7", "forge:forge.example/git/o/r/7"),
    ("https://forge.example/git/api/v1/repos/o/r/issues/7", "forge:forge.example/git/o/r/7"),
    ("https://github.com.evil.example/o/r/issues/7", "forge:github.com.evil.example/o/r/7"),
  ])
  func anIssueHasAPlace(address: String, id: String) throws {
    let place = try #require(GitHubPlace(address))
    #expect(place.id(of: try #require(place.number)) == id)
  }

  @Test func aRepositoryIsKnownWithoutAnIssue() throws {
    let place = try #require(GitHubPlace("https://api.github.com/repos/o/r/issues/comments/1"))
    #expect(place.repository == "o/r")
    #expect(place.number == nil)
  }

  @Test(arguments: [
    "", "o/r/issues/7", "https://github.com/issues/7", "https://github.com/o/r/tree/7",
  ])
  func othersHaveNone(address: String) {
    #expect(GitHubPlace(address) == nil)
  }
}
