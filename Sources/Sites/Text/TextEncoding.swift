import CPlatform
import Platform

/// How a text was written in bytes, by the labels that pages and servers give it (WHATWG Encoding, section 4.2).
enum TextEncoding: Equatable {
  case utf8
  case utf16(isBigEndian: Bool)
  /// One byte a character, by its name in ``SingleByteTables``.
  case singleByte(String)
  /// By its name for iconv(3).
  case other(String)

  /// The encoding of a label; nil for one that nobody knows.
  init?(label: String) {
    let label = label.lowercased()
    switch label {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "x-unicode20utf8":
      self = .utf8
    case "utf-16be", "unicodefffe": self = .utf16(isBigEndian: true)
    case "utf-16", "utf-16le", "unicode", "unicodefeff", "ucs-2", "iso-10646-ucs-2", "csunicode":
      self = .utf16(isBigEndian: false)
    default:
      guard let name = Self.names[label] ?? Self.ruled(label) else { return nil }
      self = name.hasPrefix("=") ? .other(String(name.dropFirst())) : .singleByte(name)
    }
  }

  /// Names by rule: `iso-8859-7`, `iso8859_7`, `latin2`, `cp1251`, `windows-1251`.
  private static func ruled(_ label: String) -> String? {
    let digits = String(label.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    let stem = label.dropLast(digits.count).filter { !"-_ ".contains($0) }
    switch stem {
    case "iso8859", "iso8859:", "csiso8859":
      switch digits {
      case "1": return "windows-1252"
      case "9": return "windows-1254"
      case "11": return "windows-874"
      default:
        return SingleByteTables.characters("iso-8859-\(digits)").map { _ in "iso-8859-\(digits)" }
      }
    case "windows", "cp", "xcp", "win":
      return SingleByteTables.characters("windows-\(digits)").map { _ in "windows-\(digits)" }
    default: return nil
    }
  }

  /// Those of iconv begin with `=`.
  private static let names: [String: String] = [
    "ascii": "windows-1252", "us-ascii": "windows-1252", "ansi_x3.4-1968": "windows-1252",
    "latin1": "windows-1252", "latin-1": "windows-1252", "l1": "windows-1252",
    "iso-8859-1:1987": "windows-1252", "ibm819": "windows-1252", "cp819": "windows-1252",
    "latin2": "iso-8859-2", "l2": "iso-8859-2", "latin3": "iso-8859-3", "l3": "iso-8859-3",
    "latin4": "iso-8859-4", "l4": "iso-8859-4", "cyrillic": "iso-8859-5", "arabic": "iso-8859-6",
    "greek": "iso-8859-7", "greek8": "iso-8859-7", "hebrew": "iso-8859-8", "visual": "iso-8859-8",
    "iso-8859-8-i": "iso-8859-8", "iso-8859-8-e": "iso-8859-8", "logical": "iso-8859-8",
    "latin5": "windows-1254", "l5": "windows-1254", "latin6": "iso-8859-10", "l6": "iso-8859-10",
    "latin9": "iso-8859-15", "latin-9": "iso-8859-15", "l9": "iso-8859-15",
    "koi8-r": "koi8-r", "koi8": "koi8-r", "koi": "koi8-r", "koi8_r": "koi8-r", "cskoi8r": "koi8-r",
    "koi8-u": "koi8-u", "koi8-ru": "koi8-u", "ibm866": "ibm866", "866": "ibm866", "cp866": "ibm866",
    "macintosh": "macintosh", "mac": "macintosh", "x-mac-roman": "macintosh",
    "csmacintosh": "macintosh", "x-mac-cyrillic": "x-mac-cyrillic",
    "x-mac-ukrainian": "x-mac-cyrillic", "tis-620": "windows-874", "dos-874": "windows-874",
    "gbk": "=GB18030", "gb2312": "=GB18030", "gb18030": "=GB18030", "gb_2312-80": "=GB18030",
    "x-gbk": "=GB18030", "chinese": "=GB18030", "gb_2312": "=GB18030", "csgb2312": "=GB18030",
    "big5": "=BIG5-HKSCS", "big5-hkscs": "=BIG5-HKSCS", "cn-big5": "=BIG5-HKSCS",
    "x-x-big5": "=BIG5-HKSCS", "csbig5": "=BIG5-HKSCS",
    "shift_jis": "=CP932", "shift-jis": "=CP932", "sjis": "=CP932", "x-sjis": "=CP932",
    "ms_kanji": "=CP932", "windows-31j": "=CP932", "ms932": "=CP932", "csshiftjis": "=CP932",
    "euc-jp": "=EUC-JP-MS", "x-euc-jp": "=EUC-JP-MS", "cseucpkdfmtjapanese": "=EUC-JP-MS",
    "iso-2022-jp": "=ISO-2022-JP-3", "csiso2022jp": "=ISO-2022-JP-3",
    "euc-kr": "=CP949", "ks_c_5601-1987": "=CP949", "ks_c_5601-1989": "=CP949", "ksc5601": "=CP949",
    "ksc_5601": "=CP949", "korean": "=CP949", "windows-949": "=CP949", "cseuckr": "=CP949",
  ]

  /// Whether a text in it can also be valid UTF-8 and mean something else.
  private var looksLikeUTF8: Bool {
    switch self {
    case .utf16, .other("ISO-2022-JP-3"): true
    case .utf8, .singleByte, .other: false
    }
  }

  /// A text in UTF-8.
  ///
  /// One that is UTF-8 all the same stays as it is: servers and pages state encodings that they do not have. So does one in an
  /// encoding for which this system has no tables.
  ///
  /// - Complexity: O(length).
  func utf8(_ bytes: [UInt8]) -> [UInt8] {
    if !looksLikeUTF8, String(validating: bytes, as: UTF8.self) != nil { return bytes }
    switch self {
    case .utf8: return bytes
    case .utf16(let isBigEndian): return Self.utf16(bytes[...], isBigEndian: isBigEndian)
    case .singleByte(let name):
      guard let table = SingleByteTables.characters(name), table.count == 128 else { return bytes }
      let pieces = table.map { Array(String($0).utf8) }
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count + bytes.count / 4)
      for byte in bytes {
        if byte < 0x80 { result.append(byte) } else { result += pieces[Int(byte) - 0x80] }
      }
      return result
    case .other(let name): return Self.converted(bytes, from: name) ?? bytes
    }
  }

  static func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var at = bytes.startIndex
    while at + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
      at += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// A text as iconv(3) converts it, each byte that it cannot convert as U+FFFD; nil if it does not know the encoding.
  private static func converted(_ bytes: [UInt8], from name: String) -> [UInt8]? {
    guard let converter = iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else {
      return nil
    }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 2)
    var piece = [CChar](repeating: 0, count: 1 << 16)
    input.withUnsafeMutableBufferPointer { input in
      var next = input.baseAddress
      var left = input.count
      while left > 0 {
        let (result, problem, count) = piece.withUnsafeMutableBufferPointer { piece in
          var end = piece.baseAddress
          var room = piece.count
          let result = iconv(converter, &next, &left, &end, &room)
          return (result, errno, piece.count - room)
        }
        for byte in piece[..<count] { output.append(UInt8(bitPattern: byte)) }
        guard result == -1 else { break }
        if problem == E2BIG { continue }
        output += [0xEF, 0xBF, 0xBD]
        guard problem == EILSEQ, left > 0, let at = next else { break }
        next = at + 1
        left -= 1
      }
    }
    return output
  }
}
