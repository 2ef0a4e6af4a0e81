import Sites
import DiscussionModel

/// From where discussions are that have the same id: those from two places are two.
extension Discussion {
  /// Whether both say on which host their page is, and it is not the same.
  func isElsewhere(than other: Discussion) -> Bool {
    guard let own = pageHost, let others = other.pageHost else { return false }
    return own != others
  }

  private var pageHost: String? {
    let host = url.flatMap { SiteVisit.host(of: $0) }
    return host.map { $0.hasPrefix("www.") ? String($0.dropFirst(4)) : $0 }
  }
}

extension SiteValidators {
  init(_ kept: Origin.Validator) {
    self.init(etag: kept.etag, lastModified: kept.lastModified)
  }
}

extension Origin.Validator {
  init(_ stated: SiteValidators) {
    self.init(etag: stated.etag, lastModified: stated.lastModified)
  }
}
