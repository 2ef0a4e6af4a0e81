/// Files of other programs by the bytes with which they begin, as file(1) knows them.
enum FileSignature {
  /// Bytes at a place, and what a file is that has them.
  private struct Entry {
    let offset: Int
    let bytes: [UInt8]
    let kind: UnreadKind
    /// Whether a text may have these bytes too.
    let isText: Bool

    init(_ bytes: [UInt8], at offset: Int = 0, _ kind: UnreadKind) {
      self.offset = offset
      self.bytes = bytes
      self.kind = kind
      isText =
        FileSignature.isText(bytes[...]) && String(validating: bytes, as: UTF8.self) != nil
    }

    init(_ text: StaticString, at offset: Int = 0, _ kind: UnreadKind) {
      self.init(text.withUTF8Buffer { Array($0) }, at: offset, kind)
    }

    func fits(_ start: ArraySlice<UInt8>) -> Bool { start.dropFirst(offset).starts(with: bytes) }
  }

  /// Bytes that are looked at.
  private static let longest = 4096

  /// What a file is that begins with some bytes.
  ///
  /// - Parameters:
  ///   - start: its first bytes.
  ///   - name: what it is called, or its path.
  /// - Returns: nil for text, whatever it begins with.
  static func kind(of start: ArraySlice<UInt8>, called name: String) -> UnreadKind? {
    let start = start.prefix(longest)
    let kind = entries.first { $0.fits(start) && !($0.isText && isText(start)) }?.kind
    return kind.flatMap { archive(in: $0, called: name) } ?? kind
  }

  /// Whether bytes have none of the controls that no text has.
  ///
  /// - Complexity: O(*n*).
  static func isText(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.contains { $0 < 0x09 || 0x0E...0x1A ~= $0 || 0x1C...0x1F ~= $0 }
  }

  // MARK: What they are

  private static let archive = "unpack it first, and name a file in it"
  private static let picture = UnreadKind(
    "a picture", "save the page as HTML instead")
  private static let sound = UnreadKind("an audio file", "understory reads text only")
  private static let video = UnreadKind("a video", "understory reads text only")
  private static let program = UnreadKind(
    "a program", "to read what it prints, use \"PROGRAM | understory -\"")
  private static let font = UnreadKind("a font", "understory reads text only")
  private static let office = UnreadKind(
    "an office document", "save it as HTML or plain text first")
  private static let zip = UnreadKind("a ZIP archive", archive)
  static let pdf = UnreadKind(
    "a PDF document", "save the page as HTML instead, or try \"pdftotext FILE - | understory -\"")

  private static func picture(_ name: String) -> UnreadKind {
    UnreadKind("a \(name) picture", picture.advice)
  }

  private static func tar(_ what: String) -> UnreadKind {
    UnreadKind(what, "unpack it first (\"tar -xf FILE\")")
  }

  /// A packed file whose name says that an archive is in it: to unpack it as a stream would be of no help.
  private static func archive(in packed: UnreadKind, called name: String) -> UnreadKind? {
    guard packed.isPacked else { return nil }
    let parts =
      name.lowercased().split(separator: "/").last?.split(separator: ".").dropFirst() ?? []
    let isArchive = parts.suffix(2).first == "tar" && parts.count > 1
    guard isArchive || parts.last.map({ packedArchives.contains(String($0)) }) == true else {
      return nil
    }
    return tar("a tar archive, \(packed.what)")
  }

  /// What the names of such archives end in, in one word.
  private static let packedArchives: Set = [
    "tgz", "txz", "tzst", "tbz", "tbz2", "tb2", "tlz", "tlzma", "taz", "tz",
  ]

  private static func packed(by name: String, _ command: String) -> UnreadKind {
    UnreadKind("packed by \(name)", through: "\(command) FILE", isPacked: true)
  }

  /// Of two that fit, the first counts.
  private static let entries: [Entry] = [
    // Archives; those of ZIP with what their first file is called.
    Entry("mimetypeapplication/epub+zip", at: 30, UnreadKind("an EPUB book", archive)),
    Entry("mimetypeapplication/vnd.oasis", at: 30, office),
    Entry("[Content_Types].xml", at: 30, office),
    Entry("PK\u{3}\u{4}", zip), Entry("PK\u{5}\u{6}", zip), Entry("PK\u{7}\u{8}", zip),
    Entry([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], UnreadKind("a 7z archive", archive)),
    Entry("Rar!\u{1A}\u{7}", UnreadKind("a RAR archive", archive)),
    Entry("ustar", at: 257, tar("a tar archive")),
    Entry("MSCF\0\0\0\0", UnreadKind("a cabinet archive", archive)),
    Entry("!<arch>\n", UnreadKind("an ar archive, such as a Debian package", archive)),
    // What is packed; what gzip has packed once is unpacked before it gets here.
    Entry([0x1F, 0x8B], packed(by: "gzip twice", "gzip -dc")),
    Entry([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], packed(by: "xz", "xz -dc")),
    Entry([0x28, 0xB5, 0x2F, 0xFD], packed(by: "zstd", "zstd -dc")),
    Entry("BZh", packed(by: "bzip2", "bzip2 -dc")),
    Entry([0x04, 0x22, 0x4D, 0x18], packed(by: "lz4", "lz4 -dc")),
    Entry("LZIP\u{1}", packed(by: "lzip", "lzip -dc")),
    Entry([0x5D, 0x00, 0x00], packed(by: "lzma", "xz -dc")),
    Entry([0x1F, 0x9D], packed(by: "compress", "gzip -dc")),
    // Documents.
    Entry("%PDF-", pdf),
    Entry([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], office),
    Entry("bplist00", UnreadKind("a Safari web archive", "save the page as HTML instead")),
    // Pictures.
    Entry([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], picture("PNG")),
    Entry([0xFF, 0xD8, 0xFF], picture("JPEG")), Entry("GIF87a", picture("GIF")),
    Entry("GIF89a", picture("GIF")), Entry("WEBP", at: 8, picture("WebP")),
    Entry("II*\0", picture("TIFF")), Entry("MM\0*", picture("TIFF")),
    Entry("ftypavi", at: 4, UnreadKind("an AVIF picture", picture.advice)),
    Entry("ftyphei", at: 4, picture("HEIC")), Entry("ftypmif1", at: 4, picture("HEIC")),
    Entry("\0\0\u{1}\0", picture), Entry("8BPS", picture),
    Entry([0xFF, 0x0A], picture("JPEG XL")), Entry("JXL ", at: 4, picture("JPEG XL")),
    // Sounds and videos.
    Entry("ID3", sound), Entry([0xFF, 0xFB], sound), Entry("OggS", sound), Entry("fLaC", sound),
    Entry("WAVE", at: 8, sound), Entry("ftypM4A", at: 4, sound),
    Entry("ftyp", at: 4, video), Entry("AVI ", at: 8, video),
    Entry([0x1A, 0x45, 0xDF, 0xA3], video),
    // Programs and data.
    Entry([0x7F, 0x45, 0x4C, 0x46], program), Entry("MZ", program),
    Entry([0xCF, 0xFA, 0xED, 0xFE], program), Entry([0xCE, 0xFA, 0xED, 0xFE], program),
    Entry([0xCA, 0xFE, 0xBA, 0xBE], program), Entry("\0asm", program),
    Entry(
      "SQLite format 3\0", UnreadKind("an SQLite database", "export the discussion as JSON first")),
    Entry("# v2 git bundle\n", bundle), Entry("# v3 git bundle\n", bundle),
    Entry("PACK\0\0\0", UnreadKind("a pack file of git", "name a file of the repository instead")),
    Entry("wOFF", font), Entry("wOF2", font), Entry("OTTO\0", font),
    Entry([0x00, 0x01, 0x00, 0x00, 0x00], font),
  ]

  private static let bundle = UnreadKind(
    "a git bundle", "clone it with \"git clone FILE\", and name a file in the clone")
}
