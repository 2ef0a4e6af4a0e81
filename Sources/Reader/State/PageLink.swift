import DiscussionModel
import RichText
import TextGrid

/// An address to which a page leads, however often.
struct PageLink: Equatable, Sendable {
  let address: SafeText
  /// The first entry that has it, and the line in which it is there.
  let entry: Int
  let line: SafeText
  /// How often it occurs in the whole page.
  var count = 1
}

extension Page {
  /// All links, in the order in which they first occur.
  ///
  /// - Complexity: O(length of the texts).
  var allLinks: [PageLink] {
    var found: [PageLink] = []
    var places: [String: Int] = [:]
    func add(_ address: SafeText, _ entry: Int, _ line: SafeText) {
      if let place = places[address.string] {
        found[place].count += 1
      } else {
        places[address.string] = found.count
        found.append(PageLink(address: address, entry: entry, line: line))
      }
    }
    for entry in 0..<count {
      if case .links(let index) = kind(of: entry) {
        for item in discussion.links[index].items {
          if let url = item.url { add(SafeText(address: url), entry, SafeText(item.title)) }
        }
      } else if !isLong(entry) {
        let body = body(ofEntry: entry)
        for line in body.blocks.lazy.flatMap(\.lines) {
          let numbers = line.spans.filter { $0.traits.contains(.linkNumber) }.compactMap(\.link)
          for number in numbers where body.links.indices.contains(number - 1) {
            add(body.links[number - 1], entry, line.text)
          }
        }
      }
    }
    return found
  }
}
