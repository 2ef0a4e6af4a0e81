import Library
import Reader
import Sites
import Storage
import Synchronization

extension LinkOpener {
  /// Opens here what surely leads to a discussion: on known sites, and on hosts from which discussions are kept or a front
  /// page is a source.
  ///
  /// The library is looked at with the first address that is in question, and once.
  ///
  /// - Parameter sources: the addresses of front pages.
  /// - Returns: it.
  static func usual(sources: [String]) -> LinkOpener {
    let hosts = HostMemory(sources: sources)
    return LinkOpener { SiteVisit.opens($0, knowing: hosts.known()) }
  }
}

/// The hosts of which it is known what runs there.
///
/// A class, since what was found out is shared by all copies of a screen's state.
private final class HostMemory: Sendable {
  private let found = Mutex<KnownHosts?>(nil)
  private let sources: [String]

  init(sources: [String]) { self.sources = sources }

  func known() -> KnownHosts {
    found.withLock { found in
      if let found { return found }
      var hosts = KnownHosts()
      for address in sources { hosts.insert(front: address) }
      let kept = (try? DiscussionLibrary.usual(.ofScreens).contents())?.discussions ?? []
      for entry in kept { hosts.insert(discussion: entry.id) }
      found = hosts
      return hosts
    }
  }
}
