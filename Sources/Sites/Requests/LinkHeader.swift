/// The value of `Link` (RFC 8288), as far as the next page is concerned.
enum LinkHeader {
  /// The address with the relation `next`; nil if there is none.
  ///
  /// - Complexity: O(length).
  static func next(in value: String) -> String? {
    var rest = Array(value.utf8)[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")),
      let end = rest[start...].firstIndex(of: UInt8(ascii: ">"))
    {
      let address = rest[(start + 1)..<end]
      rest = rest[(end + 1)...]
      let parameters = rest.prefix { $0 != UInt8(ascii: "<") }
      rest = rest[parameters.endIndex...]
      if isNext(parameters) { return String(decoding: address, as: UTF8.self) }
    }
    return nil
  }

  /// Whether `rel=next` or `rel="next"` is among some parameters, alone or among other relations.
  private static func isNext(_ parameters: ArraySlice<UInt8>) -> Bool {
    parameters.split { ";,".utf8.contains($0) }.contains { parameter in
      let words = String(decoding: parameter, as: UTF8.self).lowercased().filter { $0 != "\"" }
      let parts = words.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { return false }
      return parts[0].split(separator: " ") == ["rel"]
        && parts[1].split(separator: " ").contains("next")
    }
  }
}
