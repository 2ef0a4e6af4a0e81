extension String {
  /// Its lines without their ends, which are LF, CR LF or CR; empty ones too.
  ///
  /// - Complexity: O(length).
  var splitLines: [Substring] {
    var lines: [Substring] = []
    var start = utf8.startIndex
    var index = start
    while index < utf8.endIndex {
      let byte = utf8[index]
      let next = utf8.index(after: index)
      guard byte == 0x0A || byte == 0x0D else {
        index = next
        continue
      }
      lines.append(self[start..<index])
      let isPair = byte == 0x0D && next < utf8.endIndex && utf8[next] == 0x0A
      start = isPair ? utf8.index(after: next) : next
      index = start
    }
    lines.append(self[start...])
    return lines
  }
}
