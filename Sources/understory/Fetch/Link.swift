import WebAddresses

/// Links, as users give them.
enum Link {
  /// Whether an argument is meant as a link, and not as a file or an id.
  static func isOne(_ argument: String) -> Bool {
    let start = argument.prefix(8).lowercased()
    return start.hasPrefix("https://") || start.hasPrefix("http://")
  }

  /// The name by which messages call the site at the other end: its host.
  static func name(of link: String) -> String { WebURL(asked: link)?.host ?? link }
}
