/// What people are told about a site: a row of the table of sites.
///
/// Names, addresses and variables are between backquotes, as in Markdown.
public struct SiteAbout: Equatable, Sendable {
  public let title: String
  /// What of it can be opened, in the words of its users.
  public let opens: String
  /// What of that does not come, in a few words.
  public let lacks: String
  /// Which links lead to discussions there.
  public let links: String
  /// What is requested for a link.
  public let requests: String
  /// The same in full, and what does not come at once.
  public let limits: String
  /// The names of the formats in which its discussions come as files.
  public internal(set) var formats: [String] = []

  init(
    title: String, opens: String, lacks: String, links: String, requests: String, limits: String
  ) {
    self.title = title
    self.opens = opens
    self.lacks = lacks
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

  /// The columns of a shorter table, for somebody who wants to know whether their site is there.
  public static let shortColumns = ["site", "what you can open by its link", "limits"]

  /// The row of this site in the shorter table.
  public var shortRow: [String] { [title, opens, lacks] }

  /// The row of this site.
  public var row: [String] {
    [title, links, requests, limits, formats.map { "`\($0)`" }.joined(separator: ", ")]
  }
}
