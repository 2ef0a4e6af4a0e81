import Sites
import Testing

/// What is not a discussion is named, with what to do; what only looks like something else is read.
@Suite struct UnreadKindTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]
    let line: String
    var testDescription: String { name }

    init(_ name: String, _ bytes: [UInt8], _ line: String) {
      self.name = name
      self.bytes = bytes
      self.line = line
    }

    init(_ name: String, _ text: String, _ line: String) {
      self.init(name, Array(text.utf8), line)
    }
  }

  private func refusal(
    _ bytes: [UInt8], _ options: ImportOptions = ImportOptions(), name: String = "f"
  ) -> String? {
    do throws(ImportError) {
      _ = try AnyImport.discussion(of: [ImportFile(name: name, bytes: bytes)], options)
      return nil
    } catch {
      return error.message
    }
  }

  private static let ownExport =
    "this is Markdown that understory exported; to read it here, export it with \"understory show --format json\" instead"
  private static let markdown =
    "this is Markdown; understory reads JSON, feeds and saved pages (\"understory formats\")"
  private static let zeros = [UInt8](repeating: 0, count: 16)
  private static let tar = "unpack it first (\"tar -xf FILE\")"
  private static let picture = "save the page as HTML instead"
  private static let list =
    "open one with \"understory LINK\", or give the page's web address to \"understory front\""
  private static let archive = "open the page of the list's archive, or save it as HTML"

  private static func at(_ offset: Int, _ text: String, after start: String = "") -> [UInt8] {
    let start = Array(start.utf8)
    return start + [UInt8](repeating: 0, count: offset - start.count) + Array(text.utf8) + zeros
  }

  // MARK: Bytes

  static let binaries = [
    Row(
      "ZIP", "PK\u{3}\u{4}\u{14}", "this is a ZIP archive; unpack it first, and name a file in it"),
    Row(
      "empty ZIP", Array("PK\u{5}\u{6}".utf8) + zeros,
      "this is a ZIP archive; unpack it first, and name a file in it"),
    Row(
      "EPUB", at(30, "mimetypeapplication/epub+zip", after: "PK\u{3}\u{4}"),
      "this is an EPUB book; unpack it first, and name a file in it"),
    Row(
      "DOCX", at(30, "[Content_Types].xml", after: "PK\u{3}\u{4}"),
      "this is an office document; save it as HTML or plain text first"),
    Row(
      "7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C],
      "this is a 7z archive; unpack it first, and name a file in it"),
    Row(
      "RAR", "Rar!\u{1A}\u{7}\0", "this is a RAR archive; unpack it first, and name a file in it"),
    Row("tar", at(257, "ustar"), "this is a tar archive; \(tar)"),
    Row(
      "gzip", [0x1F, 0x8B, 8, 0],
      "this is packed by gzip twice; read it with \"gzip -dc FILE | understory -\""),
    Row(
      "xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00],
      "this is packed by xz; read it with \"xz -dc FILE | understory -\""),
    Row(
      "zstd", [0x28, 0xB5, 0x2F, 0xFD],
      "this is packed by zstd; read it with \"zstd -dc FILE | understory -\""),
    Row(
      "bzip2", Array("BZh91AY&SY".utf8) + [0x90, 0x01],
      "this is packed by bzip2; read it with \"bzip2 -dc FILE | understory -\""),
    Row(
      "lz4", [0x04, 0x22, 0x4D, 0x18],
      "this is packed by lz4; read it with \"lz4 -dc FILE | understory -\""),
    Row(
      "PDF", Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A, 0x00],
      "this is a PDF document; save the page as HTML instead, or try \"pdftotext FILE - | understory -\""
    ),
    Row(
      "PDF in ASCII", "%PDF-1.4\n1 0 obj\n",
      "this is a PDF document; save the page as HTML instead, or try \"pdftotext FILE - | understory -\""
    ),
    Row(
      "PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "this is a PNG picture; \(picture)"),
    Row("JPEG", [0xFF, 0xD8, 0xFF, 0xE0], "this is a JPEG picture; \(picture)"),
    Row("GIF", "GIF89a\u{1}\0", "this is a GIF picture; \(picture)"),
    Row("WebP", "RIFF\u{10}\0\0\0WEBPVP8 ", "this is a WebP picture; \(picture)"),
    Row("AVIF", "\0\0\0 ftypavif", "this is an AVIF picture; \(picture)"),
    Row("MP4", "\0\0\0 ftypisom", "this is a video; understory reads text only"),
    Row("Ogg", "OggS\0\u{2}", "this is an audio file; understory reads text only"),
    Row(
      "ELF", [0x7F, 0x45, 0x4C, 0x46, 2, 1],
      "this is a program; to read what it prints, use \"PROGRAM | understory -\""),
    Row(
      "SQLite", "SQLite format 3\0\u{10}",
      "this is an SQLite database; export the discussion as JSON first"),
    Row(
      "git bundle", Array("# v2 git bundle\n0a PACK\0\0".utf8),
      "this is a git bundle; clone it with \"git clone FILE\", and name a file in the clone"),
    Row(
      "zeros", [UInt8](repeating: 0, count: 5000),
      "this is a file of zero bytes only; its contents are lost; save it again"),
    Row(
      "letters of another alphabet in UTF-16", [0x07, 0x68, 0x98, 0x98, 0x85, 0x51],
      "this is a binary file of an unknown kind; \"understory formats\" lists what is read"),
    Row(
      "binary", "some\u{1}thing\0else",
      "this is a binary file of an unknown kind; \"understory formats\" lists what is read"),
  ]

  /// To unpack a packed archive as a stream would lead to the archive, which is not read either.
  @Test(arguments: [
    "a.tar.xz", "/b.c/a.TAR.XZ", "a.txz", "a.b.tar.zst", "a.tbz2", "a.tgz", "tar.x/a.tar.lz",
  ])
  func aPackedArchiveIsUnpackedAsOne(name: String) {
    for (bytes, packer) in [
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd"),
      (Array("BZh91AY&SY".utf8) + [0x90, 0x01], "bzip2"), ([0x1F, 0x8B, 8, 0], "gzip twice"),
    ] as [([UInt8], String)] {
      #expect(
        refusal(bytes, name: name) == "this is a tar archive, packed by \(packer); \(Self.tar)")
    }
  }

  @Test(arguments: ["a.json.xz", "tar.xz", "a.tar/b.xz", "a.tarxz", "txz", "a.xz", "-"])
  func anyOtherPackedFileIsUnpackedAsAStream(name: String) {
    #expect(
      refusal([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], name: name)
        == "this is packed by xz; read it with \"xz -dc FILE | understory -\"")
  }

  // MARK: Encodings

  private static func wide(_ text: String, isBigEndian: Bool, bytes: Int) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar in
      let little = (0..<bytes).map { UInt8(truncatingIfNeeded: scalar.value >> (8 * $0)) }
      return isBigEndian ? little.reversed() : little
    }
  }

  private static func named(_ encoding: String) -> String {
    "this is text in \(encoding); read it with \"iconv -f \(encoding) -t UTF-8 FILE | understory -\""
  }

  static let encodings = ["Title é\n\nComments (1)\n\nYes.\n", "{\"id\": 1, \"a\": []}"].flatMap {
    text in
    [
      Row("UTF-16LE", wide(text, isBigEndian: false, bytes: 2), named("UTF-16LE")),
      Row("UTF-16BE", wide(text, isBigEndian: true, bytes: 2), named("UTF-16BE")),
      Row("UTF-32LE", wide(text, isBigEndian: false, bytes: 4), named("UTF-32LE")),
      Row("UTF-32BE", wide(text, isBigEndian: true, bytes: 4), named("UTF-32BE")),
      Row(
        "UTF-16LE with a mark", wide("\u{FEFF}" + text, isBigEndian: false, bytes: 2),
        named("UTF-16")),
      Row(
        "UTF-16BE with a mark", wide("\u{FEFF}" + text, isBigEndian: true, bytes: 2),
        named("UTF-16")),
      Row(
        "UTF-32LE with a mark", wide("\u{FEFF}" + text, isBigEndian: false, bytes: 4),
        named("UTF-32")),
      Row(
        "UTF-32BE with a mark", wide("\u{FEFF}" + text, isBigEndian: true, bytes: 4),
        named("UTF-32")),
    ]
  }

  // MARK: Text

  static let texts = [
    Row(
      "our Markdown", "# A shed\n\n2 comments\n\n### ann, comment 1\n\nPaint it.\n", ownExport),
    Row(
      "our Markdown, by nobody", "# A shed\n\n1 comment\n\n### comment 1\n\nPaint it.\n",
      ownExport),
    Row(
      "our Markdown, with links",
      "# [A shed](<https://a.example>)\n\n1 comment\n\n### ann \\[x\\] OP, [comment 12](<https://a.example/1>)\n\nPaint it.\n",
      ownExport),
    Row(
      "our Markdown, by nobody, with links",
      "# A shed\n\n1 comment\n\n### [comment 1](<https://a.example/1>)\n\nPaint it.\n",
      ownExport),
    Row("Markdown", "# A shed\n\nIt is old.\n\n# Its roof\n\nIt leaks.\n", markdown),
    Row("Markdown without empty lines", "# A shed\r\nIt is old.\r\n## Its roof\r\n", markdown),
    Row("nothing", "", "this is empty; save or download it again"),
    Row(
      "Latin-1", Array("caf".utf8) + [0xE9] + Array(" et th".utf8) + [0xE9, 0x0A],
      "this is text that is not in UTF-8, perhaps in Latin-1; read it with \"iconv -f LATIN1 -t UTF-8 FILE | understory -\""
    ),
    Row(
      "script", "#!/bin/sh\necho hi\n",
      "this is a script; to read what it prints, use \"SCRIPT | understory -\""),
    Row(
      "RTF", "{\\rtf1\\ansi hello}",
      "this is a rich text document (RTF); save it as HTML or plain text first"),
    Row(
      "PGP", "-----BEGIN PGP MESSAGE-----\n\nabc\n",
      "this is encrypted; read it with \"gpg --decrypt FILE | understory -\""),
    Row(
      "patch", "diff --git a/b b/b\n@@ -1 +1 @@\n",
      "this is a patch; open the link of its discussion instead"),
    Row(
      "mbox",
      "From ann@a.example Thu Jan  1 10:00:00 2026\nSubject: bees\nFrom: ann\n\n12 Comments\n\nYes.\n",
      "this is an mbox of mail; \(archive)"),
    Row(
      "mbox of a mail in parts",
      "From ann@a.example Thu Jan  1 10:00:00 2026\nSubject: b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n",
      "this is an mbox of mail; \(archive)"),
    Row(
      "mail", "Received: from a.example\n\tby b.example\nFrom: ann\nSubject: bees\n\nHello.\n",
      "this is a mail; \(archive)"),
    Row(
      "mail as shown", "From: ann\nDate: today\nTo: bo\nSubject: bees\n\nHello.\n",
      "this is a mail; \(archive)"),
    Row(
      "mail in parts",
      "Message-ID: <1>\nFrom: ann\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>Hello.\n--x--\n",
      "this is a mail; \(archive)"),
    Row(
      "MHTML of pictures",
      "From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nx\n--x--\n",
      "this is an MHTML file without a page; save the page again, as HTML"),
    Row(
      "RSS",
      "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>T</title><item><title>a</title><link>https://a.example/1</link></item></channel></rss>",
      "this is a feed that lists pages; give its web address, not the file, to \"understory front\""
    ),
    Row(
      "Atom with words of a page",
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>a</title><content>\n12 Comments\n\nYes.\n</content></entry></feed>",
      "this is a feed that lists pages; give its web address, not the file, to \"understory front\""
    ),
    Row(
      "OPML", "<?xml version=\"1.0\"?>\n<opml version=\"2.0\"><body/></opml>",
      "this is a list of feeds (OPML); give the web address of one to \"understory front\""),
    Row(
      "our own export",
      "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"generator\" content=\"understory\">\n</head><body>"
        + "<p>a</p></body></html>",
      "this is an HTML page that understory exported; to read it here, export it with \"understory show --format json\" instead"
    ),
    Row(
      "SVG", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "this is an SVG picture; \(picture)"),
    Row(
      "XML", "<?xml version=\"1.0\"?><note><to>bo</to></note>",
      "this is an XML file of another kind; \"understory formats\" lists what is read"),
    Row(
      "CSV", "a,b,c\n1,\"x,y\",3\n4,5,6\n",
      "this is a table (CSV); open the link of the discussion instead"),
    Row(
      "TSV", "a\tb\r\n1\t2\r\n3\t4\r\n",
      "this is a table (TSV); open the link of the discussion instead"),
    Row(
      "links", "[\"https://a.example/1\", \"http://b.example/2\"]",
      "this is a list of links in JSON; open one with \"understory LINK\", or give their page's web address to \"understory front\""
    ),
    Row(
      "links, one a line", "https://a.example/1\r\n\r\nhttp://b.example/2\r\n",
      "this is a list of links; open one with \"understory LINK\""),
    Row(
      "shortcut", "[InternetShortcut]\nURL=https://a.example\n",
      "this is a shortcut to a link; open the link itself with \"understory LINK\""),
    Row(
      "links with titles",
      #"{"hits": [{"title": "a", "url": "https://a.example"}, {"title": "b", "url": "https://b.example"}]}"#,
      "this is a list of links in JSON; open one with \"understory LINK\", or give their page's web address to \"understory front\""
    ),
    Row(
      "numbers", "[1, 2, 3]",
      "this is a list of numbers; if they are ids, open the link of one"),
    Row(
      "JSON Lines", "{\"a\": 1}\n{\"a\": 2}\n",
      "this is JSON Lines of an unknown kind; \"understory formats\" lists what is read"),
    Row(
      "marks", #"{"understoryState": 1, "discussions": []}"#,
      "this is what \"state export\" wrote; merge it with \"understory state import FILE\""),
  ]

  /// What else has lines that begin with a `#`: nothing is said of what it is.
  @Test(arguments: [
    "# The shed\n# and its door\ncolour: red\ndoor:\n  width: 80\n",
    "# Of the shed\n\n# Its port\nport: 80\n\n# Its host\nhost: a.example\n",
    "# Of the shed\n# Its door\n\n[door]\ncolour = red\n",
    "# The shed's paths\n# for every shell\n\nPATH=/shed:$PATH\n",
  ])
  func commentsOfOtherFilesAreNotMarkdown(text: String) {
    let line = refusal(Array(text.utf8))
    #expect(line != nil)
    #expect(line?.contains("Markdown") == false)
  }

  // MARK: Pages

  static let pages = [
    Row(
      "Cloudflare",
      "<!doctype html><title>Just a moment...</title><script>window._cf_chl_opt={}</script>",
      "this is a page that lets only browsers through; open the link in a browser, and save the page that follows"
    ),
    Row(
      "captcha", "<!doctype html><body><p>Show that you are not a robot.</p></body>",
      "this is a page that lets only browsers through; open the link in a browser, and save the page that follows"
    ),
    Row(
      "blocked", "<!doctype html><body><p>Your request has been blocked.</p></body>",
      "this is a page that refuses access; open the link in a browser, and save the page that follows"
    ),
    Row(
      "sign-in", "<!doctype html><form><input name=u><input type=password></form>",
      "this is a page that asks for a sign-in; sign in with a browser, and save the page that follows"
    ),
    Row(
      "JavaScript",
      "<!doctype html><noscript>Please enable JavaScript to use this app.</noscript><div id=root></div>",
      "this is a page that is empty without JavaScript; save it from a browser once it is shown there"
    ),
    Row(
      "nothing but a script", "<!doctype html><div id=root></div><script src=a.js></script>",
      "this is a page that is empty without JavaScript; save it from a browser once it is shown there"
    ),
    Row(
      "cookies",
      "<!doctype html><p>We value your privacy and use cookies.</p><button>Accept</button>",
      "this is a page that asks about cookies; choose in a browser, and save the page that follows"),
    Row(
      "front page with counts",
      "<!doctype html>"
        + (1...3).map {
          "<h2>Story \($0)</h2><a href=/s/\($0)>\($0)2&nbsp;comments</a>"
        }.joined(), "this is a page that lists discussions; \(list)"),
    Row(
      "front page with links",
      "<!doctype html>"
        + (1...3).map {
          "<p><a href='https://news.ycombinator.com/item?id=\($0)'>Story \($0)</a></p>"
        }.joined(), "this is a page that lists discussions; \(list)"),
    Row(
      "article with such links",
      "<!doctype html>"
        + (1...30).map {
          "<p>The roof should be mended before the winter comes, as <a href='https://news.ycombinator.com/item?id=\($0)'>they</a> said.</p>"
        }.joined(),
      "no comments recognised in this page; \"understory import --select\" can state where they are"
    ),
  ]

  @Test(arguments: binaries + encodings + texts + pages)
  func itIsNamed(row: Row) {
    let line = refusal(row.bytes)
    #expect(line == row.line)
    #expect((line?.count ?? 0) <= 160)
  }

  /// Elements that are in one another are not gone through again for each.
  @Test(.timeLimit(.minutes(5))) func aDeepPageTakesNoLonger() {
    let page = "<!doctype html>" + String(repeating: "<p><object><a href=/1>", count: 20_000)
    #expect(refusal(Array((page + String(repeating: "text ", count: 400)).utf8)) != nil)
  }

  /// A signature counts whatever the file is said to be.
  @Test(arguments: DiscussionFormat.allCases) func noFormatTurnsAPictureIntoText(
    format: DiscussionFormat
  ) {
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    #expect(
      refusal(png, ImportOptions(format: format)) == "this is a PNG picture; \(Self.picture)")
  }

  /// The file at fault is the one that is named.
  @Test func theSecondFileMayBeSomethingElse() {
    let files = [
      ImportFile(name: "0", bytes: Array(AlgoliaTests.story.utf8)),
      ImportFile(name: "1", bytes: Array("PK\u{3}\u{4}".utf8)),
    ]
    #expect {
      try AnyImport.discussion(of: files)
    } throws: { error in
      guard let error = error as? ImportError else { return false }
      return error.file == .input(1)
        && error.message == "this is a ZIP archive; unpack it first, and name a file in it"
    }
  }

  // MARK: What only looks like it

  private static let rest = "\n\nComments (1)\n\nann\n\nYes.\n"

  static let discussions = [
    "PK is a postcode", "%PDF is what it says", "GIF89a and other formats", "BZh91AY&SY",
    "MZ, an old name", "ID3 tags", "RIFF1234WEBP", "#!/bin/sh explained", "diff --git explained",
    "From here to there", "From: Ann\nTo: Bo\nDate: May\nSubject: Bees", "a,b\nc,d\ne,f",
    "\u{FEFF}With a mark", "-----BEGIN a line", "SQLite format 3",
    "# v2 git bundle\nand how to read it", "Enable JavaScript",
    "https://a.example\nhttps://b.example",
  ]

  @Test(arguments: discussions) func aPageIsRead(start: String) {
    #expect(refusal(Array((start + Self.rest).utf8)) == nil)
  }

  @Test(arguments: ["%PDF-1.4", "PK\u{3}\u{4}", "#!/bin/sh", "From ann Thu 10:00:00", "<rss>"])
  func aCommentMayHaveThem(body: String) {
    let text = body.replacing("\u{3}", with: "\\u0003").replacing("\u{4}", with: "\\u0004")
    for start in ["", "\u{FEFF}"] {
      let json =
        start
        + #"{"understory": 1, "id": "x", "title": "T", "comments": [{"id": "1", "body": "\#(text)"}]}"#
      #expect(refusal(Array(json.utf8)) == nil)
    }
  }

  @Test func aPageInUTF16WithAMarkIsRead() {
    let page =
      "\u{FEFF}<!doctype html><html><title>T</title><table id=hnmain><tr><td><table class=fatitem><tr class=athing id=1><td><span class=titleline><a href=https://a.example>T</a></span></table><table><tr class='athing comtr' id=2><td class=ind indent=0><td><span class=comhead><a class=hnuser>ann</a></span><div class=commtext>One.</div></table></table></html>"
    for isBigEndian in [true, false] {
      #expect(refusal(Self.wide(page, isBigEndian: isBigEndian, bytes: 2)) == nil)
    }
  }
}
