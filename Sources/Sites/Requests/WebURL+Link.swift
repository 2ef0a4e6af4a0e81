import WebAddresses

extension WebURL {
  /// Reads a link to a page; one of http counts as one of https, unless it leads to this machine.
  ///
  /// - Throws: if it is not an address of a page, or has a name and a password in it.
  init(link: String) throws(SiteError) {
    do throws(Fault) {
      self = try WebURL(link).secured
    } catch {
      switch error {
      case .noScheme: throw SiteError(.noAddress, url: link)
      case .noHost: throw SiteError(.noHost, url: link)
      case .credentials: throw SiteError(.credentials, url: link)
      }
    }
  }

  /// Whether an address is at the same scheme, host and port.
  func isSite(of address: String) -> Bool {
    do throws(Fault) { return try WebURL(address).origin == origin } catch { return false }
  }
}
