public import DiscussionModel
public import JSONText

/// Discussions of any format that is known, found out by what is in the files.
public enum AnyImport {
  /// Makes a discussion of one file or several.
  ///
  /// - Parameters:
  ///   - files: what to read; several are one discussion, such as its pages.
  ///   - options: what is known of it.
  /// - Returns: the discussion, with a line for each kind of thing that was repaired or that is lost.
  /// - Throws: if a file is not JSON nor the text of a page, or in none of the formats.
  /// - Complexity: O(*n* log *n*) in the length of the files.
  public static func discussion(
    of files: [ImportFile], _ options: ImportOptions = ImportOptions()
  ) throws(ImportError) -> ImportedDiscussion {
    for (index, file) in files.enumerated() {
      if let kind = UnreadKind(start: file.bytes.prefix(4096), called: file.name) {
        throw ImportError(.unread(kind), in: .input(index))
      }
    }
    do throws(ImportError) {
      return try discussion(of: files.map { ImportPart($0) }, options)
    } catch {
      // Whoever says what a page has knows what it is.
      guard case .input(let index) = error.file, options.selections.isEmpty,
        let kind = UnreadKind(refused: files[index].bytes, because: error.fault)
      else { throw error }
      throw ImportError(.unread(kind), in: error.file)
    }
  }

  /// Makes a discussion of a file that stays where it is: its texts are read there when they are wanted.
  ///
  /// - Parameter file: the file; the discussion keeps it.
  /// - Returns: the discussion, or nil if the file is not in our own format: no other has texts that can stay there.
  /// - Throws: if it is in our format, but is not a discussion.
  /// - Complexity: O(*n* log *n*) in its length.
  public static func discussion(in file: MappedFile) throws(ImportError) -> ImportedDiscussion? {
    let bytes = JSONBytes(file)
    guard bytes.count < UInt32.max, NativeImport.isOurs(bytes) else { return nil }
    return try NativeImport.discussion(in: bytes, 0)
  }

  /// The same, of files that may have been read already.
  static func discussion(
    of parts: [ImportPart], _ options: ImportOptions, sites: SiteTable = .standard
  ) throws(ImportError) -> ImportedDiscussion {
    let files = parts.map(\.file)
    for (index, file) in files.enumerated() {
      if file.bytes.count >= UInt32.max { throw ImportError(.tooLong, in: .input(index)) }
      if firstByte(of: file.bytes[...]) == nil {
        throw options.format == .page
          ? ImportError(.emptyPage, in: .input(index))
          : ImportError(.empty, in: .input(index), at: TextPosition(line: 1, column: 1))
      }
    }
    guard let first = files.first else { throw ImportError(.empty, in: .inputs) }
    let (format, objects) = try self.format(of: parts, first, options, sites)
    var found = try self.discussion(of: parts, objects, format, options, sites)
    if format.holdsOne { try check(found, isWanted: options.only) }
    if let id = options.id { found.discussion.id = DiscussionID.composed(id) }
    return found
  }

  /// The format that some files are in, and what was read of them to find that out; nil for nothing.
  private static func format(
    of parts: [ImportPart], _ first: ImportFile, _ options: ImportOptions, _ sites: SiteTable
  ) throws(ImportError) -> (format: DiscussionFormat, objects: ImportFiles?) {
    if let known = options.format { return (known, nil) }
    if let known = sites.format(of: first.bytes) {
      if let kind = UnreadKind(beforeReading: first.bytes, as: known) {
        throw ImportError(.unread(kind), in: .input(0))
      }
      return (known, nil)
    }
    let read = try ImportFiles(parts, sites)
    // Another format that comes near would give it another id.
    if let first = read.items.first, NativeImport.isNearly(first) {
      throw ImportError(.notCalledOurs, in: .input(0), at: TextPosition(line: 1, column: 1))
    }
    return (try sites.format(of: read.items.prefix(64)), read)
  }

  /// What the first bytes of a long file say of the discussion in it, to be shown while the rest is read.
  ///
  /// - Parameter file: its first bytes, cut anywhere.
  /// - Returns: the head and the first comments, and whether those have their numbers; nil if the format has none of
  ///   that there, or the bytes are in no format.
  /// - Complexity: O(length).
  public static func beginning(of file: ImportFile) -> (discussion: Discussion, hasNumbers: Bool)? {
    guard looksLikeJSON(file.bytes[...]), let closed = JSONBeginning.closed(file.bytes) else {
      return nil
    }
    let parts = [ImportPart(ImportFile(name: file.name, bytes: closed))]
    do throws(ImportError) {
      let (format, objects) = try format(of: parts, parts[0].file, ImportOptions(), .standard)
      guard case .comments(let hasNumbers) = format.beginning else { return nil }
      let found = try discussion(of: parts, objects, format, ImportOptions(), .standard)
      return (found.discussion, hasNumbers)
    } catch {
      // Whoever reads the whole file says what is wrong with it.
      return nil
    }
  }

  private static func discussion(
    of parts: [ImportPart], _ known: ImportFiles?, _ format: DiscussionFormat,
    _ options: ImportOptions, _ sites: SiteTable
  ) throws(ImportError) -> ImportedDiscussion {
    switch format.reader {
    case .files(let read): return try read(parts.map(\.file), options)
    case .objects(let read):
      var objects: ImportFiles
      if let known { objects = known } else { objects = try ImportFiles(parts, sites) }
      let items = objects.known(to: format)
      var findings = objects.findings
      return try read(items, options, &findings).finish(findings)
    }
  }

  /// Checks that the only discussion there is was requested, by its id or, for a site's, the end of it.
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

  /// Whether a file that begins with some bytes can only be JSON.
  ///
  /// - Complexity: O(white space at its start).
  public static func looksLikeJSON(_ bytes: ArraySlice<UInt8>) -> Bool {
    let first = firstByte(of: bytes)
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// The first byte that is not white space of JSON, after a byte order mark or not.
  static func firstByte(of bytes: ArraySlice<UInt8>) -> UInt8? {
    let start = bytes.starts(with: "\u{FEFF}".utf8) ? 3 : 0
    return bytes.dropFirst(start).first { ![0x20, 0x0A, 0x0D, 0x09].contains($0) }
  }
}
