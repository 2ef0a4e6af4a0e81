/// How sites are asked.
public struct FetchManner: Sendable {
  /// How the program names itself to sites.
  public var agent = "understory"
  /// What is sent to interfaces that a token opens further, by the names of ``SiteService/tokenVariable``.
  public var tokens: [String: String] = [:]
  public var hosts = HostMap("")
  /// For how many seconds a site that asks for it is left alone before it is asked again.
  public var patience = 0
  /// What is remembered beyond this run of sites that want to be left alone; nil for nothing.
  public var waits: RememberedWaits?
  /// Where each response is written down; nil if nowhere.
  public var saved: SavedResponses?
  /// Unpacks a file that came packed, given its address, as one on disk is unpacked; others stay as they are.
  public var unpack: @Sendable (_ file: [UInt8], _ url: String) throws(FetchError) -> [UInt8] = {
    (file, _) throws(FetchError) in file
  }
  /// Whether requests go through a proxy, so that the address that curl is connected to says nothing of the site.
  public var isProxied = false
  var limits = Curl.Limits()

  public init() {}
}
