extension String {
  /// With the signs for spoilers in place of each `>!` and the `!<` that ends it.
  ///
  /// The first is none after a letter, a digit or a quotation mark, since it is the end of a tag.
  var markingSpoilers: String {
    var result: [UInt8] = []
    let bytes = Array(utf8)
    var opening: Int?
    var at = 0
    while at < bytes.count {
      let next = at + 1 < bytes.count ? bytes[at + 1] : 0
      if opening == nil, bytes[at] == UInt8(ascii: ">"), next == UInt8(ascii: "!"),
        at == 0 || !bytes[at - 1].endsTag
      {
        opening = result.count
        result += [bytes[at], next]
        at += 2
      } else if let start = opening, bytes[at] == UInt8(ascii: "!"), next == UInt8(ascii: "<") {
        result.replaceSubrange(start..<start + 2, with: SpoilerSign.opening.bytes)
        result += SpoilerSign.closing.bytes
        opening = nil
        at += 2
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension UInt8 {
  /// Whether a `>` after it may be the end of a tag.
  fileprivate var endsTag: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "="):
      true
    default: false
    }
  }
}
