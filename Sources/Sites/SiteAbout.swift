/// What people are told about a site: a row of the table of sites.
///
/// Names, addresses and variables are between backquotes, as in Markdown.
public struct SiteAbout: Equatable, Sendable {
  public let title: String
  /// Which links lead to discussions there.
  public let links: String
  /// What is requested for a link.
  public let requests: String
  /// What does not come, or not at once.
  public let limits: String
  /// The names of the formats in which its discussions come as files.
  public internal(set) var formats: [String] = []

  init(title: String, links: String, requests: String, limits: String) {
    self.title = title
    self.links = links
    self.requests = requests
    self.limits = limits
  }

  /// Those of all sites; what is at any other address comes last.
  public static var all: [SiteAbout] {
    let sites = SiteTable.standard.sites
    let isSite = { (site: Site) in site.hosts != nil || site.anywhere != nil }
    return (sites.filter(isSite) + sites.filter { !isSite($0) }).compactMap { site in
      var about = site.about
      about?.formats = site.formats.map(\.rawValue)
      return about
    }
  }

  /// The columns of the table of sites.
  public static let columns = ["site", "links", "what is requested", "limits", "as files"]

  /// The row of this site.
  public var row: [String] {
    [title, links, requests, limits, formats.map { "`\($0)`" }.joined(separator: ", ")]
  }
}
