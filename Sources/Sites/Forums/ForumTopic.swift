import HTMLTree
import WebAddresses

/// The topic that a page of a forum belongs to, whatever page of it that is.
enum ForumTopic {
  /// An id made from the software's name, the host, and the topic's number.
  ///
  /// - Parameters:
  ///   - software: the beginning of the id.
  ///   - page: where the number is looked for: in its addresses, then in some values.
  ///   - values: where the page states the number.
  ///   - number: the number that an address has; nil if it has none.
  /// - Returns: nil if the page does not state number and host.
  static func id(
    _ software: String, _ page: WebPage, _ values: [PageValue] = [],
    _ number: (WebURL) -> String? = { _ in nil }
  ) -> String? {
    guard let host = (page.addresses.first ?? page.base)?.authority else { return nil }
    let stated =
      page.addresses.lazy.compactMap(number).first
      ?? values.lazy.compactMap { page.first([$0]) }.first { SiteID.isNumber($0) }
    guard let stated, SiteID.isNumber(stated) else { return nil }
    let name = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    return "\(software):\(name)/\(stated)"
  }

  /// The digits that a text begins with; nil if there are none.
  static func leadingNumber(_ text: some StringProtocol) -> String? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    return digits.isEmpty ? nil : String(digits)
  }
}
