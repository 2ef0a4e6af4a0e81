import DiscussionModel
import Glibc
import Reader
import Storage

/// Indexes made-up comments, a million if nothing else is said, and asks for common and rare words.
///
/// `SearchSpeed [COMMENTS [DIRECTORY [BATCH]]]`: the index stays in the directory, `search-speed` in
/// the one for temporary files if none is given; so many bytes are saved together, 16 MB if not said.
@main enum SearchSpeed {
  private static let inEach = 1_000

  static func main() throws {
    let arguments = CommandLine.arguments
    let count = arguments.count > 1 ? Int(arguments[1]) ?? 1_000_000 : 1_000_000
    let directory = arguments.count > 2 ? arguments[2] : "/tmp/search-speed"
    let batch = arguments.count > 3 ? Int(arguments[3]) ?? 0 : 16 << 20
    var library = MadeUpLibrary()
    try index(count, of: &library, in: directory, batch: batch)
    try ask(library.vocabulary.words, in: directory)
  }

  private static func index(
    _ count: Int, of library: inout MadeUpLibrary, in directory: String, batch: Int
  ) throws {
    var writer = try IndexWriter(directory: directory, startsAnew: true, batch: batch)
    var (making, writing) = (Stretch(), Stretch())
    var bytes = 0
    for number in 0..<count / inEach {
      let discussion = library.discussion(number, comments: inEach)
      let page = Page(discussion)
      making.begin()
      let documents = (0..<page.count).map { entry in
        let comment = page.position(of: entry).map { page.comment(at: $0) }
        return SearchDocument(
          comment: comment?.id, number: page.position(of: entry).map { page.number(at: $0) },
          author: comment?.author, time: 0, text: page.indexedText(of: entry))
      }
      making.end()
      bytes += documents.reduce(0) { $0 + $1.text.utf8.count }
      let stamp = FileStamp(name: "\(number).json", size: 1, modified: 1)
      writing.begin()
      try writer.begin(
        StampedDiscussion(id: discussion.id, file: stamp), title: discussion.title)
      try writer.add(documents)
      try writer.finish()
      writing.end()
    }
    writing.begin()
    try writer.save()
    writing.end()
    print("\(count) comments, \(bytes / 1_000_000) MB of text, file \(size(writer.index.path)) MB")
    for (name, stretch) in [("text", making), ("index", writing), ("both", making + writing)] {
      print("\(name): \(stretch.rate(of: count)) comments a second")
    }
  }

  private static func ask(_ words: [String], in directory: String) throws {
    let index = try SearchIndex(directory: directory)
    let queries: [(String, SearchQuery)] = [
      ("the most common word", SearchQuery(words[0])),
      ("a common word", SearchQuery(words[40])),
      ("a word of few thousand", SearchQuery(words[900])),
      ("a rare word", SearchQuery(words[50_000])),
      ("common AND rare", SearchQuery("\(words[0]) \(words[50_000])")),
      ("two common words", SearchQuery("\(words[2]) \(words[3])")),
      ("common OR common", SearchQuery("\(words[1]) OR \(words[5])")),
      ("common NOT common", SearchQuery("\(words[1]) NOT \(words[0])")),
      ("a common phrase", SearchQuery("\"\(words[0]) \(words[1])\"")),
      ("a rare phrase", SearchQuery("\"\(words[200]) \(words[100])\"")),
      ("one Chinese character", SearchQuery("中")),
      ("two Chinese characters", SearchQuery("中国文化")),
      ("an author", SearchQuery(words[0], author: "user5")),
      ("a rare author", SearchQuery(words[0], author: "user19000")),
      ("nothing", SearchQuery("zzzzzz")),
    ]
    let prefixes = (1...4).map { length in
      ("prefix of \(length)", SearchQuery(words[30_000].prefix(length) + "*"))
    }
    for (name, query) in queries + prefixes {
      var results = try index.search(query, limit: 20)
      var best = Duration.seconds(100)
      for _ in 0..<5 {
        let clock = ContinuousClock()
        let start = clock.now
        results = try index.search(query, limit: 20)
        best = min(best, clock.now - start)
      }
      let hits = results.count.map { "\($0)" } ?? "many"
      print("\(name) [\(query.words)]: \(milliseconds(best)) ms, \(hits) hits")
    }
  }

  private static func milliseconds(_ duration: Duration) -> Double {
    (duration / .microseconds(100)).rounded() / 10
  }

  private static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) / 1_000_000 : 0
  }
}

/// Time of this process that is taken in several pieces.
private struct Stretch {
  private var seconds = 0.0
  private var start = 0.0

  mutating func begin() { start = Self.now }
  mutating func end() { seconds += Self.now - start }

  func rate(of count: Int) -> Int { Int(Double(count) / max(seconds, 0.001)) }

  static func + (one: Stretch, other: Stretch) -> Stretch {
    var sum = one
    sum.seconds += other.seconds
    return sum
  }

  /// What it used of a processor, since others may be at work too.
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
