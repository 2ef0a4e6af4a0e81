import DiscussionModel

/// Lists of links, two lines an item: `TITLE on Feb 03, 2021`, then what it is about.
enum LinkLines {
  /// Reads a list.
  ///
  /// A line that ends in ` on DATE` starts an item, so that one without a summary is no trouble; a
  /// line that follows a summary starts one too, without a date.
  ///
  /// - Parameter lines: the list's lines; blank ones count for nothing.
  /// - Returns: the items in the order of the page.
  static func items(_ lines: ArraySlice<String>) -> [LinkItem] {
    var items: [LinkItem] = []
    var awaitsSummary = false
    for line in lines where !line.isEmpty {
      if let item = datedItem(line) {
        items.append(item)
        awaitsSummary = true
      } else if awaitsSummary {
        items[items.count - 1].summary = String(line[...].trimmed)
        awaitsSummary = false
      } else {
        items.append(LinkItem(title: String(line[...].trimmed)))
        awaitsSummary = true
      }
    }
    return items
  }

  private static func datedItem(_ line: String) -> LinkItem? {
    guard let date = TrailingDate(line) else { return nil }
    let words = date.rest.split { $0.isWhitespace }
    guard words.count > 1, words.last?.lowercased() == "on" else { return nil }
    let title = date.rest.dropLast(2).trimmed
    return LinkItem(title: String(title), published: date.iso)
  }
}
