import HTMLTree
import WebAddresses

extension PageShape {
  /// A status with those around it, as Mastodon's app shows it, and as it was served to all before version 4.
  static let mastodon: PageShape = {
    var shape = PageShape(
      "a page of Mastodon", signs: [".detailed-status"],
      comment: ".detailed-status, div.status",
      id: [
        "@data-id", "a.status__relative-time@href|/", "a.detailed-status__datetime@href|/",
        ".u-uid@href|/",
      ],
      author: [
        ".display-name__account", "a.status__display-name@title", ".p-author .display-name",
        ".display-name",
      ],
      text: [".status__content__text", ".e-content", ".status__content"])
    shape.ignored = ".status__quote"
    shape.parent = .none
    shape.time = ["time@datetime", "data.dt-published@value", ".detailed-status__datetime"]
    shape.url = [
      "a.status__relative-time@href", "a.detailed-status__datetime@href", ".u-uid@href",
    ]
    shape.additions = ".media-gallery img, .status-card, .poll"
    shape.leftOut = ".status__content__translate-button, .status__content__read-more-button, canvas"
    shape.treeIsInferred = true
    shape.finish = { MastodonPage.finish($0, &$1) }
    return shape
  }()
}

/// Who replies to whom among the statuses of a page: that is only told by how they are drawn.
private enum MastodonPage {
  static func finish(_ page: WebPage, _ found: inout PageFound) {
    let tree = page.tree
    for index in found.comments.indices {
      // A name of an account, without its host.
      found.comments[index].author = found.comments[index].author.map {
        String($0.drop { $0 == "@" }.prefix { $0 != "@" })
      }
    }
    let main = found.comments.firstIndex { tree.hasClass("detailed-status", of: $0.node) } ?? 0
    let marked = found.comments.contains { tree.hasClass("status--in-thread", of: $0.node) }
    for index in found.comments.indices.dropFirst() {
      let classes = tree.classes(of: found.comments[index].node)
      if index <= main {
        // What the status replies to is above it, in a chain.
        found.comments[index].parent = index - 1
      } else if marked, classes.contains("status--in-thread"),
        !classes.contains("status--first-in-thread")
      {
        found.comments[index].parent = index - 1
      } else {
        found.comments[index].parent = main
      }
    }
    guard let first = found.comments.first else { return }
    found.firstIsArticle = true
    found.url = first.url ?? found.url
    // The first line of the text, as the app calls it.
    let content = page.search.indices(
      matching: ".status__content__text, .e-content, .status__content"
    )
    .first { first.node..<tree.nodes[first.node].end ~= $0 }
    let line = content.flatMap { tree.text(below: $0).split(separator: "\n").first }
    found.title = line.map { HTMLText.shortened(String($0), limit: 80) } ?? found.title
    if main == 0, let time = page.meta("og:published_time").flatMap(PageTime.read) {
      found.comments[0].time = time
    }
    if let host = page.addresses.first?.authority, let id = first.id {
      found.id = "mastodon:\(host)/\(id)"
    }
  }
}
