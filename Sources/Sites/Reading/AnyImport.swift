import DiscussionModel
import JSONText

/// Discussions of any format that is known, found out by what is in the files.
public enum AnyImport {
  /// Makes a discussion of one file or several.
  ///
  /// - Parameters:
  ///   - files: what to read; several are one discussion, such as its pages.
  ///   - options: what is known of it.
  /// - Returns: the discussion, with a line for each kind of thing that was mended or passed over.
  /// - Throws: where a file is not JSON or no text of a page, or in none of the formats.
  /// - Complexity: O(*n* log *n*) in the length of the files.
  public static func discussion(
    of files: [ImportFile], _ options: ImportOptions = ImportOptions()
  ) throws(ImportError) -> ImportedDiscussion {
    for (index, file) in files.enumerated() {
      if file.bytes.count >= UInt32.max { throw ImportError(.tooLong, in: .input(index)) }
      if isBlank(file.bytes) {
        throw ImportError(
          options.format == .page ? .emptyPage : .empty, in: .input(index),
          at: options.format == .page ? nil : TextPosition(line: 1, column: 1))
      }
    }
    guard let first = files.first else { throw ImportError(.empty, in: .inputs) }
    var found: ImportedDiscussion
    if options.format == .page || (options.format == nil && !looksLikeJSON(first.bytes[...])) {
      found = try page(files, isForced: options.format == .page)
      try check(found, isWanted: options.only)
    } else if options.format == .native || (options.format == nil && isNative(first.bytes)) {
      found = try native(files, only: options.only)
    } else {
      found = try sites(files, options)
    }
    if let id = options.id { found.discussion.id = DiscussionID.composed(id) }
    return found
  }

  private static func sites(
    _ files: [ImportFile], _ options: ImportOptions
  ) throws(ImportError) -> ImportedDiscussion {
    var found = try ImportFiles(files)
    let format: DiscussionFormat
    if let known = options.format { format = known } else { format = try found.format() }
    let items = found.known(to: format)
    var findings = found.findings
    let draft: Draft
    switch format {
    case .native, .page: return try native(files, only: options.only)
    case .hackerNews: draft = try AlgoliaImport.draft(items, options, &findings)
    case .firebase: draft = try FirebaseImport.draft(items, options, &findings)
    case .reddit: draft = try RedditImport.draft(items, options, &findings)
    case .lobsters: draft = try LobstersImport.draft(items, options, &findings)
    case .discourse: draft = try DiscourseImport.draft(items, options, &findings)
    case .lemmy: draft = try LemmyImport.draft(items, options, &findings)
    case .mastodon: draft = try MastodonImport.draft(items, options, &findings)
    case .github: draft = try GitHubImport.draft(items, options, &findings)
    }
    let finished = draft.finish(findings)
    if format == .mastodon { try check(finished, isWanted: options.only) }
    return finished
  }

  /// Checks that the only discussion there is was asked for, by its id or, for a site's, the end of it.
  private static func check(
    _ found: ImportedDiscussion, isWanted only: String?
  ) throws(ImportError) {
    guard let only else { return }
    let id = found.discussion.id
    let name = id.split(separator: "/").last.map(String.init) ?? id
    guard DiscussionID.areSame(id, only) || name == only else {
      throw ImportError(.notAmong(only, [id]), in: .inputs)
    }
  }

  /// A discussion in the form that is written; of several the one that was asked for, by its file's name
  /// or its id.
  private static func native(
    _ files: [ImportFile], only: String?
  ) throws(ImportError) -> ImportedDiscussion {
    guard let only else {
      guard files.count == 1 else {
        throw ImportError(.several(files.map(\.name)), in: .inputs)
      }
      return try native(files[0], 0)
    }
    if files.count > 1, let index = files.firstIndex(where: { $0.name == only }) {
      return try native(files[index], index)
    }
    var ids: [String] = []
    for (index, file) in files.enumerated() {
      let found = try native(file, index)
      if DiscussionID.areSame(found.discussion.id, only) { return found }
      ids.append(found.discussion.id)
    }
    throw ImportError(.notAmong(only, ids), in: .inputs)
  }

  /// The discussion in a file, which is the one with that index among all.
  private static func native(
    _ file: ImportFile, _ index: Int
  ) throws(ImportError) -> ImportedDiscussion {
    do throws(DiscussionFileError) {
      var (discussion, repairs) = try DiscussionFile.decode(file.bytes)
      let thread = Thread(of: discussion.comments)
      repairs.unknownParents = thread.unknownParents
      repairs.cycles = thread.cycles
      let missing = discussion.comments.reduce(0) { $0.sum($1.details?.missingReplies ?? 0) }
      return ImportedDiscussion(
        discussion: discussion, warnings: repairs.warning.map { [$0] } ?? [],
        account: ImportedDiscussion.Account(read: thread.count, missing: missing))
    } catch {
      throw ImportError(
        .native(error.message), in: .input(index),
        at: TextPosition(offset: error.offset, in: file.bytes))
    }
  }

  /// A saved page, whose outline may be the second file.
  private static func page(
    _ files: [ImportFile], isForced: Bool
  ) throws(ImportError) -> ImportedDiscussion {
    do throws(ImportError) {
      return try SavedPageImport.discussion(
        page: files[0].bytes, outline: files.count > 1 ? files[1].bytes : nil, id: nil)
    } catch {
      if case .noCommentsHeading = error.fault, !isForced {
        throw ImportError(
          .unknownFormat(nearest: nil, lacks: []), in: .input(0),
          at: TextPosition(line: 1, column: 1))
      }
      var error = error
      error.file = .input(error.file == .outline ? 1 : 0)
      throw error
    }
  }

  private static func isBlank(_ bytes: [UInt8]) -> Bool {
    firstByte(of: bytes[...]) == nil
  }

  /// Whether a file that begins with some bytes can only be JSON.
  ///
  /// - Complexity: O(white space at its start).
  public static func looksLikeJSON(_ bytes: ArraySlice<UInt8>) -> Bool {
    let first = firstByte(of: bytes)
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// The first byte that is not white space of JSON, after a byte order mark or not.
  private static func firstByte(of bytes: ArraySlice<UInt8>) -> UInt8? {
    let start = bytes.starts(with: "\u{FEFF}".utf8) ? 3 : 0
    return bytes.dropFirst(start).first { ![0x20, 0x0A, 0x0D, 0x09].contains($0) }
  }

  /// Whether the first member is the one that our own files begin with.
  private static func isNative(_ bytes: [UInt8]) -> Bool {
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
