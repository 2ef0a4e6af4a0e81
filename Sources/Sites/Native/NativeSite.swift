import DiscussionModel
import JSONText
import WebAddresses

extension Site {
  /// Files that we have written ourselves, and discussions in JSON that lie somewhere at an address.
  static let native = Site(
    about: SiteAbout(
      title: "a file on the web",
      opens: "a discussion in JSON at any other address",
      lacks: "64 MiB",
      links: "any other address, such as `https://example.org/thread.json`",
      requests: "that address; any JSON format listed here",
      limits: "64 MiB"),
    formats: [.native], members: "understory id title comments author body",
    ids: [SiteIDForm(prefix: "web", hasHost: true)])
}

extension DiscussionFormat {
  /// The format that we write.
  public static let native = DiscussionFormat(
    "native", title: "understory's own JSON",
    commands: ["understory import FILE --output DISCUSSION.json"],
    signs: FormatSigns(alternatives: [[["understory"]]]),
    isFile: { NativeImport.isOurs(JSONBytes($0)) },
    beginning: .comments(hasNumbers: true),
    reader: .files { (files, options) throws(ImportError) in
      try NativeImport.discussion(of: files, only: options.only)
    })
}

/// Discussions in the format that we write.
enum NativeImport {
  /// The discussion in a file; of several the one that was requested, by its file's name or its id.
  static func discussion(
    of files: [ImportFile], only: String?
  ) throws(ImportError) -> ImportedDiscussion {
    guard let only else {
      guard files.count == 1 else {
        throw ImportError(.several(files.map(\.name)), in: .inputs)
      }
      return try discussion(in: JSONBytes(files[0].bytes), 0)
    }
    if files.count > 1, let index = files.firstIndex(where: { $0.name == only }) {
      return try discussion(in: JSONBytes(files[index].bytes), index)
    }
    var ids: [String] = []
    for (index, file) in files.enumerated() {
      let found = try discussion(in: JSONBytes(file.bytes), index)
      if DiscussionID.areSame(found.discussion.id, only) { return found }
      ids.append(found.discussion.id)
    }
    throw ImportError(.notAmong(only, ids), in: .inputs)
  }

  /// The discussion in a file, which is the one with that index among all.
  static func discussion(
    in bytes: JSONBytes, _ index: Int
  ) throws(ImportError) -> ImportedDiscussion {
    do throws(DiscussionFileError) {
      var (discussion, repairs) = try DiscussionFile.decode(bytes)
      let thread = Thread(of: discussion.comments)
      repairs.unknownParents = thread.unknownParents
      repairs.cycles = thread.cycles
      let missing = discussion.comments.reduce(0) { $0.sum($1.details?.missingReplies ?? 0) }
      return ImportedDiscussion(
        discussion: discussion, warnings: repairs.warning.map { [$0] } ?? [],
        account: ImportedDiscussion.Account(read: thread.count, missing: missing))
    } catch {
      if case .json(let error) = error, error.isAtEnd(of: bytes) {
        throw ImportError(error, in: .input(index), of: bytes)
      }
      throw ImportError(
        .native(error.message), in: .input(index),
        at: TextPosition(offset: error.offset, in: bytes))
    }
  }

  /// Whether an object is a discussion as we write it, except that nothing says so.
  ///
  /// Other formats with comments in one array have objects for authors.
  static func isNearly(_ object: JSONValue) -> Bool {
    guard object.kind == .object, object["understory"] == nil,
      let comments = object["comments"], comments.kind == .array,
      object["title"]?.string != nil, object["id"]?.string != nil, hasPlainAuthor(object)
    else { return false }
    guard let first = comments.elements.first(where: { _ in true }) else { return true }
    return first.kind == .object && first["id"]?.string != nil && hasPlainAuthor(first)
      && (first["body"].map { $0.string != nil } ?? false)
  }

  private static func hasPlainAuthor(_ object: JSONValue) -> Bool {
    guard let author = object["author"] else { return true }
    return author.string != nil || author.kind == .null
  }

  /// Whether the first member of a file is the one that our own begin with.
  static func isOurs(_ bytes: JSONBytes) -> Bool {
    var reader = JSONReader(bytes)
    do throws(JSONError) {
      guard try reader.next() == .beginObject, case .key(let name) = try reader.next() else {
        return false
      }
      return name.text(in: bytes).text == "understory"
    } catch {
      return false
    }
  }
}

/// A discussion that lies somewhere as a file, in any of the formats in JSON or as a feed of comments.
///
/// It says itself what its id is, which nobody has to believe.
struct FilePlan: FetchPlan {
  let format: DiscussionFormat? = nil
  let feed: DiscussionFormat? = .commentFeed
  let firstRequests: [PageRequest]
  let namesItself = true
  private let address: WebURL

  init(_ address: WebURL) {
    self.address = address
    firstRequests = [PageRequest(url: address.page)]
  }

  func finish(_ imported: inout ImportedDiscussion) {
    imported.discussion.id = SiteName.id(imported.discussion.id, ofFileAt: address)
  }
}
