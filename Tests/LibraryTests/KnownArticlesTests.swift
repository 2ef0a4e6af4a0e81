import Library
import Storage
import Testing

/// Which kept discussions are about the same article.
@Suite struct KnownArticlesTests {
  private static func kept(_ id: String, _ url: String?) -> KeptDiscussion {
    KeptDiscussion(
      id: id, title: "T", url: url, link: "https://elsewhere.example/\(id)",
      file: FileStamp(name: id, size: 1, modified: 1), comments: 3, arrived: 1)
  }

  @Test(arguments: [
    ("https://kiln.example/fire", ["hn:1", "lobsters:a", "reddit:x"]),
    ("https://kiln.example/fire#top", ["hn:1", "lobsters:a", "reddit:x"]),
    ("https://kiln.example/fire?page=2", ["hn:2"]), ("https://kiln.example/", []),
    ("https://elsewhere.example/hn:1", []), ("", []), ("kiln", []),
  ])
  func areFound(address: String, ids: [String]) {
    let known = KnownArticles([
      Self.kept("hn:1", "https://kiln.example/fire"),
      Self.kept("hn:2", "https://kiln.example/fire/?page=2&utm_source=a"),
      Self.kept("page:b", nil), Self.kept("page:c", ""), Self.kept("page:d", "fire"),
      Self.kept("lobsters:a", "http://www.kiln.example/fire/?utm_medium=rss"),
      Self.kept("reddit:x", "https://amp.kiln.example/fire"),
    ])
    #expect(known[about: address].map(\.id) == ids)
  }
}
