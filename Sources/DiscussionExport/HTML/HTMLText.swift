import TextGrid

extension SafeText {
  /// As text of HTML, or the value of an attribute in quotation marks, in which nothing is markup.
  ///
  /// - Complexity: O(length).
  var inHTML: String {
    var text = string
    return text.withUTF8 { bytes in
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "&"): result += Array("&amp;".utf8)
        case UInt8(ascii: "<"): result += Array("&lt;".utf8)
        case UInt8(ascii: ">"): result += Array("&gt;".utf8)
        case UInt8(ascii: "\""): result += Array("&quot;".utf8)
        case UInt8(ascii: "'"): result += Array("&#39;".utf8)
        default: result.append(byte)
        }
      }
      return String(decoding: result, as: UTF8.self)
    }
  }
}
