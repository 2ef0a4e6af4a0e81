import WebAddresses

/// Hosts that stand in for others while the program is tested.
///
/// `example.org=127.0.0.1:8123,…` sends what is for the first to the second, which is of this machine, without TLS.
/// Nothing but curl's arguments knows of that.
public struct HostMap: Equatable, Sendable {
  /// For each host, in lower case, the origin that stands in for it.
  private var origins: [String: WebURL] = [:]
  /// Whether a host that leads to this machine only because something stands in for it may lead there.
  private let mayBeNear: Bool

  /// Reads `host=place,…`; what is no such pair, or no place of this machine, is skipped.
  ///
  /// - Parameters:
  ///   - text: the pairs.
  ///   - mayBeNear: false to see what happens if a host leads to this machine.
  public init(_ text: String, mayBeNear: Bool = true) {
    self.mayBeNear = mayBeNear
    for pair in text.split(separator: ",") {
      let parts = pair.split(separator: "=")
      guard parts.count == 2, let place = WebURL(asked: "http://\(parts[1])"), place.isThisMachine,
        place.rest.isEmpty
      else { continue }
      origins[parts[0].lowercased()] = place
    }
  }

  /// Where an address is asked.
  func place(of address: WebURL) -> WebURL {
    guard let place = origins[address.host], address.isSecure, address.port == nil else {
      return address
    }
    return address.moved(to: place)
  }

  /// How far away what answers has to be at least.
  func reach(of address: WebURL) -> WebHost.Reach {
    mayBeNear ? place(of: address).reach : address.reach
  }

  /// What is in an answer for an address below the one that was asked.
  ///
  /// - Parameters:
  ///   - target: the address in the answer.
  ///   - address: the one for which it was asked.
  /// - Returns: the address that the real host would have given.
  func target(_ target: String, from address: WebURL) -> String {
    let place = place(of: address)
    guard place != address, let found = WebURL(asked: target), found.origin == place.origin else {
      return target
    }
    return address.origin + found.rest
  }
}
