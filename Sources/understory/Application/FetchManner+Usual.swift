import Fetching
import Sites
import TextGrid

/// How this program asks sites: as the environment says.
extension FetchManner {
  /// - Parameters:
  ///   - patience: for how many seconds a site that asks for it is left alone before it is asked again.
  ///   - saved: where each response is written down; nil if nowhere.
  /// - Returns: with the user's tokens, and the waits that earlier runs remember.
  static func usual(patience: Int = 0, saved: SavedResponses? = nil) -> FetchManner {
    var manner = FetchManner()
    manner.saved = saved
    manner.agent = "understory/\(ProgramVersion.number) (+terminal reader)"
    for service in SiteService.all {
      manner.tokens[service.tokenVariable] = UserFolder.variable(service.tokenVariable)
    }
    #if DEBUG
      manner.hosts = HostMap(UserFolder.variable("UNDERSTORY_TEST_HOSTS") ?? "")
    #endif
    manner.isProxied = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
      .contains { UserFolder.variable($0) != nil }
    manner.patience = patience
    manner.waits = UserFolder.state.map { RememberedWaits(folder: $0) }
    manner.unpack = { (file, url) throws(FetchError) in
      do {
        return try InputFile.unpacked(file, of: url)
      } catch {
        throw .packed((error as? any LineError)?.line.string ?? "\(error)")
      }
    }
    return manner
  }
}

extension HostThrottle {
  /// With the interval that is always used, a second, unless a test makes it shorter.
  static var usual: HostThrottle {
    #if DEBUG
      HostThrottle(
        interval: UserFolder.variable("UNDERSTORY_TEST_INTERVAL").flatMap { Int($0) } ?? 1000)
    #else
      HostThrottle()
    #endif
  }
}
