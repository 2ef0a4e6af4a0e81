import WebAddresses

/// What an earlier visit knew of a site's responses, and how far that still holds.
struct SiteMemory: Sendable {
  private(set) var validators: [String: SiteValidators]
  /// What is being asked whether it has changed, the first of those that are still to be asked.
  var checking: PageRequest? { unchecked.first.map { PageRequest(url: $0) } }
  /// Responses that have come and are not part of the discussion yet, in case they are requested again.
  private var responses: [String: SiteResponse] = [:]
  private var unchecked: [String] = []

  init(_ validators: [String: SiteValidators]) {
    self.validators = validators.filter { $0.value != SiteValidators() }
    if self.validators.count < validators.count { self.validators = [:] }
  }

  /// Keeps a response that is not part of the discussion yet.
  mutating func keep(_ response: SiteResponse, to request: PageRequest) {
    responses[request.url] = response
  }

  /// The response that was kept, which then is not kept any more; nil if none was.
  mutating func takeResponse(to request: PageRequest) -> SiteResponse? {
    responses.removeValue(forKey: request.url)
  }

  /// Begins to ask whether anything has changed, if something is known of a response that is due.
  ///
  /// Only what is at the same site is asked.
  mutating func begin(at request: PageRequest) -> Bool {
    guard validators[request.url] != nil else { return false }
    let site: WebURL
    do throws(SiteError) { site = try WebURL(link: request.url) } catch { return false }
    guard validators.keys.allSatisfy({ site.isSite(of: $0) }) else {
      validators = [:]
      return false
    }
    unchecked = [request.url] + validators.keys.filter { $0 != request.url }.sorted()
    return true
  }

  /// Takes a response; whether nothing at all has changed.
  ///
  /// What a 304 says of itself takes the place of what was known (RFC 9111 section 4.3.4). The first response that is not
  /// one ends this: all is requested again except what has just come.
  mutating func take(_ response: SiteResponse, to request: PageRequest) -> Bool {
    if response.status == 304 {
      unchecked.removeFirst()
      validators[request.url, default: SiteValidators()].renew(with: response.validators)
      return unchecked.isEmpty
    }
    keep(response, to: request)
    validators = [:]
    unchecked = []
    return false
  }
}
