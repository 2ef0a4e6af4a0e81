import Library
import Sites
import DiscussionModel
import Fetching
import Platform
import Paths
import Reader
import Storage
import TextGrid
import WebAddresses

/// The arguments of a command that shows discussions, links among them fetched into the library.
struct LinkedFiles {
  /// The files, those of the library in place of links.
  var files: [String] = []
  /// What was fetched from the only argument, and saved; nil if that is not a link, or nothing was fetched.
  private(set) var saved: DiscussionLibrary.FetchReport?
  /// The id of the comment that a link names, as its site says; nil for none.
  private var comment: String?
  /// The only link, where what is kept of it is shown.
  private var visit: SiteVisit?
  /// What to report about what was fetched, and why something was not.
  var warnings: [SafeText] = []
  /// The link from which what is shown, which was kept before, is to be fetched while it is read; nil
  /// for not at all.
  private(set) var linkToFetch: String?
  /// When hosts may be asked next.
  var polite = HostThrottle.usual

  /// Fetches what links among some arguments lead to.
  ///
  /// What is kept already is shown as it is if it cannot be fetched again.
  ///
  /// - Parameters:
  ///   - arguments: files, ids and links.
  ///   - opensAtOnce: whether what is kept of the only link can be shown before it is fetched.
  /// - Throws: ``Failure`` if a link leads to nothing that can be shown, and the exit status where
  ///   a signal ends it.
  init(_ arguments: [String], opensAtOnce: Bool = false) throws {
    let arguments = arguments.map { Self.link($0) ?? $0 }
    guard arguments.contains(where: Self.isLink) else {
      files = arguments
      if files.count == 1, let (file, comment) = try Self.comment(in: files[0]) {
        (files, self.comment) = ([file], comment)
      }
      return
    }
    if opensAtOnce, arguments.count == 1, let link = arguments.first, try openAtOnce(link) {
      return
    }
    var fetch = try LibraryFetch()
    for argument in arguments {
      guard Self.isLink(argument) else {
        files.append(argument)
        continue
      }
      do {
        let report = try fetch.fetch(link: argument)
        files.append(try fetch.path(of: report))
        if arguments.count == 1 { saved = report }
        comment = comment ?? report.comment
        warnings += report.warnings
      } catch let failure as any LineError {
        guard let path = fetch.path(ofLink: argument) else { throw failure }
        files.append(path)
        warnings.append(failure.line + "; showing the copy in the library")
        comment = try comment ?? DiscussionLibrary.visit(argument, kept: nil).comment
      }
    }
    polite = fetch.polite
  }

  /// Whether an argument is meant as a link, and not as a file or an id; it may be wrong all the same.
  static func isLink(_ argument: String) -> Bool {
    do throws(WebURL.Fault) {
      _ = try WebURL(argument)
      return true
    } catch {
      return error != .noScheme
    }
  }

  /// The link that an argument is meant as, with its scheme, which may be left out of an address that is neither a file
  /// nor the id of a kept discussion, with a comment or without.
  ///
  /// - Returns: nil for anything else; a link may be wrong all the same.
  static func link(_ argument: String) -> String? {
    if isLink(argument) { return argument }
    var status = stat()
    guard let link = SiteVisit.link(withoutScheme: argument),
      argument.withPath({ stat($0, &status) }) != 0, !isKeptID(argument)
    else { return nil }
    return link
  }

  /// Whether an argument is the id of a kept discussion, or `ID#COMMENT` with such an id.
  private static func isKeptID(_ argument: String) -> Bool {
    guard UserFolder.data != nil, let library = try? DiscussionLibrary.usual(.ofCommands) else {
      return false
    }
    let ids = [argument] + (argument.lastIndex(of: "#").map { [String(argument[..<$0])] } ?? [])
    return ids.contains { (try? library.exactName(of: $0)) != nil }
  }

  /// The file whose marks are wanted: what a link leads to is not fetched for that.
  ///
  /// - Throws: ``Failure`` for a link to something that the library does not have.
  static func kept(_ argument: String) throws -> String {
    guard let link = link(argument) else { return argument }
    let library = try DiscussionLibrary.usual(.ofCommands)
    guard let name = library.name(ofLink: link) else {
      throw Failure(
        path: link, "not in the library; \"understory fetch LINK\" fetches it")
    }
    return library.folder.path(of: name)
  }

  /// What an argument that names no file may be, in words; nil for nothing.
  static func advice(for path: String) -> String? {
    let host = path.prefix { $0 != "/" }
    let name = host.split(separator: ".", omittingEmptySubsequences: false)
    let isHost =
      name.count > 1 && (host.count < path.count || name[0] == "www")
      && name.last.map { $0.count > 1 && $0.allSatisfy(\.isLetter) } == true
      && name.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
      }
    return isHost ? "if it is a link, type https:// before it" : nil
  }

  /// Shows what is kept of a link, unless the link names a comment that may have come since.
  private mutating func openAtOnce(_ link: String) throws -> Bool {
    let library = try DiscussionLibrary.usual(.ofCommands)
    let visit = try DiscussionLibrary.visit(link, kept: nil)
    guard let name = library.name(ofLink: link) ?? Self.name(with: visit, of: link, in: library)
    else {
      return false
    }
    if let comment = visit.comment {
      let kept = try library.folder.discussion(in: name)
      guard kept.origin?.link == link || kept.comments.contains(where: { $0.id == comment }) else {
        return false
      }
    }
    // It was named by hand, however it came into the library.
    try? library.keepForGood(file: name)
    files = [library.folder.path(of: name)]
    self.visit = visit
    linkToFetch = link
    return true
  }

  /// The file of the kept discussion that has the comment of a link that does not name the discussion;
  /// nil if none has.
  ///
  /// - Complexity: O(length of the files of that site).
  private static func name(
    with visit: SiteVisit, of link: String, in library: DiscussionLibrary
  ) -> String? {
    guard let item = visit.item, let contents = try? library.contents() else { return nil }
    let host = SiteVisit.host(of: link)
    // `hn:` of `hn:115`, which is not the id of a discussion.
    let start = visit.discussion.map { $0.dropLast(item.utf8.count) }
    let candidates = contents.discussions.filter { kept in
      start.map { kept.id.hasPrefix($0) } == true
        || [kept.link, kept.url].contains { $0.flatMap { SiteVisit.host(of: $0) } == host }
    }
    return candidates.first { kept in
      let path = library.folder.path(of: kept.file.name)
      guard let bytes = try? InputFile.bytes(path), bytes.contains(Array("\"\(item)\"".utf8)),
        let discussion = try? library.folder.discussion(in: kept.file.name)
      else { return false }
      return discussion.comments.contains { $0.id == item }
    }?.file.name
  }

  /// The file of the discussion and the id of the comment that `ID#COMMENT` names, with the comment as the
  /// fragment of a link names it, such as `c_1` or `issuecomment-1`, or by its id alone; nil for any other
  /// argument.
  private static func comment(in argument: String) throws -> (file: String, comment: String)? {
    var status = stat()
    guard let mark = argument.lastIndex(of: "#"), argument.withPath({ stat($0, &status) }) != 0,
      let library = try? DiscussionLibrary.usual(.ofCommands),
      (try? library.exactName(of: argument)) == nil,
      let name = try? library.name(of: String(argument[..<mark]))
    else { return nil }
    let comment = String(argument[argument.index(after: mark)...])
    return (library.folder.path(of: name), try id(of: comment, in: name, of: library))
  }

  /// The id of the comment that is named by it, or as the fragment of a link names it.
  private static func id(
    of comment: String, in name: String, of library: DiscussionLibrary
  ) throws -> String {
    let ids = try library.folder.discussion(in: name).comments.map(\.id)
    func bare(_ id: String) -> Substring { id.split { "-_".contains($0) }.last ?? "" }
    return ids.first { $0 == comment } ?? ids.first { bare($0) == bare(comment) } ?? comment
  }

  /// The kept discussion that is named by its id, and the comment of it in `ID#COMMENT`; nil where a link is meant.
  static func keptDiscussion(_ typed: String) -> (id: String, comment: String?)? {
    guard !typed.contains("://"), UserFolder.data != nil,
      let library = try? DiscussionLibrary.usual(.ofScreens)
    else { return nil }
    if typed == Sample.id || (try? library.exactName(of: typed)) != nil { return (typed, nil) }
    guard let mark = typed.lastIndex(of: "#") else { return nil }
    let id = String(typed[..<mark])
    guard let name = try? library.exactName(of: id) else { return nil }
    let comment = String(typed[typed.index(after: mark)...])
    return (id, try? Self.id(of: comment, in: name, of: library))
  }

  /// Whether a comment may be named, or the discussion is there already.
  var mayNameComment: Bool { comment != nil || visit != nil || saved != nil }

  /// The discussion in ``files``, or in those that they name, ready to be read; what was just saved is not read again.
  ///
  /// - Returns: its page, and a line on what had to be repaired; nil if nothing had.
  /// - Throws: ``Failure`` if there is no discussion.
  func page(of paths: [String]) throws -> (page: Page, warning: String?) {
    if let saved { return (Page(asking: saved.discussion), nil) }
    return try InputFile.page(paths)
  }

  /// The discussion in the arguments of a command that prints it, links among them fetched.
  ///
  /// What to report about that goes to standard error.
  ///
  /// - Throws: ``Failure`` if there is no discussion.
  static func page(_ arguments: [String]) throws -> Page {
    let linked = try LinkedFiles(arguments)
    let (page, warning) = try linked.page(of: linked.files)
    for line in linked.warnings + [warning.map { SafeText($0) }].compactMap({ $0 }) {
      Output.error.writeLine("understory: " + line)
    }
    return page
  }

  /// The id of the comment that a link names, given what is in the files; nil for none.
  ///
  /// - Complexity: O(*n*).
  func comment(in discussion: Discussion) -> String? {
    comment ?? visit?.comment(in: discussion)
  }
}
