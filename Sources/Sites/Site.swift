import WebAddresses

/// A site, or a format of files: all that is known about it.
///
/// Each is a value in a folder of its own, and a line in ``SiteTable/standard``.
struct Site: Sendable {
  /// What people are told about it; nil if there are no links to it.
  var about: SiteAbout?
  /// The formats of what it responds with.
  var formats: [DiscussionFormat] = []
  /// The names of the members that its formats read, in words; all others are skipped.
  var members = ""
  /// Those of them whose objects have names of their own choosing, such as ids.
  var maps = ""
  /// The names of members with words for people that nothing reads: a warning counts those that are not empty.
  var unreadTexts = ""
  /// How its pages are built, those that are known better first: made when a page is read, since most
  /// runs of the program read none.
  var pages: @Sendable () -> [PageShape] = { [] }
  /// How the ids of its discussions begin.
  var ids: [SiteIDForm] = []
  /// The hosts that are this site; nil for software that runs on hosts of any name.
  var hosts: SiteHosts?
  /// How it is found on a host that nobody knows; nil if it has none of those.
  var anywhere: SiteAnywhere?
  /// Its front pages; nil if none can be read.
  var fronts: SiteFronts?
  /// How it is asked which of its discussions are about an article; nil if it cannot be.
  var elsewhere: SiteElsewhere?
  /// How replies are fetched that are missing in a discussion of this site; not at all for those of another.
  ///
  /// Of several the next is tried if what one requests is not there.
  var missingReplies: @Sendable (MissingPlace, WebURL) -> [any MissingRepliesPlan] = { _, _ in [] }
  /// The id of the discussion at an address that names it without a request; nil for any other.
  var id: @Sendable (_ address: String) -> String? = { _ in nil }
  /// The interface of the site that a token opens further; nil if it has none.
  var service: SiteService?
}

/// The hosts of one site.
struct SiteHosts: Sendable {
  /// In lower case; one that begins with a dot stands for all below it.
  let names: [String]
  /// A link to a discussion there, for messages.
  let example: String
  /// Those that are only asked by programs, which nobody knows the site by.
  var interfaces: [String] = []
  /// What helps those whom the site refuses because they are not signed in; nil if it shows everybody its discussions.
  var signInHelp: String?
  /// How a link is fetched; nil if it does not lead to a discussion.
  let plan: @Sendable (WebURL) -> (any FetchPlan)?

  func contains(_ host: String) -> Bool {
    names.contains { $0.hasPrefix(".") ? host.hasSuffix($0) : host == $0 }
  }
}

/// Software that runs on hosts of any name, and is known by the path of a link.
struct SiteAnywhere: Sendable {
  /// What a link leads to, in words: `a notice board (/boards/ID)`.
  let words: String
  /// The names by which hosts are called that run it: `gitlab` for `gitlab.example`.
  let hostNames: Set<String>
  /// Whether a link to a discussion has a path that no other software has.
  let isUnmistakable: @Sendable (WebURL) -> Bool
  /// How a link is fetched, by the interfaces that versions of the software have, the newest first; not at all if its
  /// path is not one of this software.
  let plans: @Sendable (WebURL) -> [any FetchPlan]

  init(
    words: String, hostNames: Set<String> = [],
    isUnmistakable: @escaping @Sendable (WebURL) -> Bool = { _ in false },
    plans: @escaping @Sendable (WebURL) -> [any FetchPlan]
  ) {
    self.words = words
    self.hostNames = hostNames
    self.isUnmistakable = isUnmistakable
    self.plans = plans
  }

  /// Software with one interface.
  init(
    words: String, hostNames: Set<String> = [],
    isUnmistakable: @escaping @Sendable (WebURL) -> Bool = { _ in false },
    plan: @escaping @Sendable (WebURL) -> (any FetchPlan)?
  ) {
    self.init(
      words: words, hostNames: hostNames, isUnmistakable: isUnmistakable,
      plans: { address in plan(address).map { [$0] } ?? [] })
  }

  /// Whether a link to a discussion can only be one of this software, by its path or by the name of its host.
  func isSure(of address: WebURL) -> Bool {
    isUnmistakable(address) || isNamed(by: address.host)
  }

  /// Whether a host is called as the software is.
  func isNamed(by host: String) -> Bool {
    host.split(separator: ".").dropLast().contains { hostNames.contains(String($0)) }
  }
}

/// How ids of discussions begin that belong to a site: `board` in `board:HOST/7`.
struct SiteIDForm: Sendable {
  let prefix: String
  /// The site's name for people; "" if that is its host.
  var title = ""
  /// Whether a host follows, or may.
  var hasHost = false
  /// The link of the discussion, given what follows the colon, which has only letters, digits and `-._/`; nil if that does
  /// not say it.
  var link: @Sendable (_ rest: String) -> String? = { _ in nil }
  /// Whether the first post, which is the article, is one of those that its pages count.
  var countsArticle = false
  /// The ids that earlier versions gave, while two sites could share one: their prefix, and the rest made from the parts
  /// of the new id between slashes; nil if that one had no other.
  var older: (prefix: String, rest: @Sendable ([Substring]) -> String?)?
}

/// The interface of a site that responds to more, or sooner, if a token comes with the request.
public struct SiteService: Equatable, Sendable {
  /// Scheme and host: the token is sent there and nowhere else.
  public let origin: String
  /// The environment variable that contains the token.
  public let tokenVariable: String
  /// What a 403 says that means too many requests.
  let limitWords: String

  /// Those of all sites.
  public static var all: [SiteService] { SiteTable.standard.sites.compactMap(\.service) }
}
