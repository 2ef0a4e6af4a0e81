import WebAddresses

/// Addresses that may be asked, in a form that has only one reading: whatever reads it finds the same host in it.
extension WebURL {
  /// Reads an address; nil for one with a character that is not visible ASCII or that programs take in different ways
  /// (`"`, `\`), and for one of more than 8192 bytes.
  init?(asked text: String) {
    let bytes = text.utf8
    guard bytes.count <= 8192,
      bytes.allSatisfy({ 0x21...0x7E ~= $0 && !#""\"#.utf8.contains($0) })
    else { return nil }
    do throws(Fault) { try self.init(text) } catch { return nil }
    if host.hasPrefix("-") { return nil }
  }

  /// The address without its fragment, which is never sent; path and query as they were given.
  var asked: String { origin + rest }

  /// Whether it is one of https, or of this machine, which needs none.
  var mayBeAsked: Bool { isSecure || isThisMachine }
}
