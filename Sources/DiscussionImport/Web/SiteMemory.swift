/// What an earlier visit knew of a site's answers, and how far it has been found to be true still.
struct SiteMemory: Sendable {
  private(set) var validators: [String: SiteValidators]
  /// What is being asked whether it has changed, the first of those that are still to be asked.
  var checking: Question? { unchecked.first.map { Question(url: $0) } }
  /// Answers that have come, and were no part of the discussion yet, for those who ask again.
  var answers: [String: SiteResponse] = [:]
  private var unchecked: [String] = []

  init(_ validators: [String: SiteValidators]) {
    self.validators = validators.filter { $0.value != SiteValidators() }
    if self.validators.count < validators.count { self.validators = [:] }
  }

  /// Begins to ask whether anything has changed, if something is known of an answer that is due.
  ///
  /// Only what is at the same site is asked.
  mutating func begin(at question: Question) -> Bool {
    guard validators[question.url] != nil else { return false }
    let site: SiteAddress
    do throws(SiteError) { site = try SiteAddress(question.url) } catch { return false }
    guard validators.keys.allSatisfy({ site.isSite(of: $0) }) else {
      validators = [:]
      return false
    }
    unchecked = [question.url] + validators.keys.filter { $0 != question.url }.sorted()
    return true
  }

  /// Takes an answer; whether nothing at all has changed.
  ///
  /// What a 304 says of itself takes the place of what was known (RFC 9111 section 4.3.4). The first answer that is not
  /// one ends this: all is asked for again, save what has just come.
  mutating func take(_ response: SiteResponse, to question: Question) -> Bool {
    if response.status == 304 {
      unchecked.removeFirst()
      validators[question.url, default: SiteValidators()].renew(with: response.validators)
      return unchecked.isEmpty
    }
    answers[question.url] = response
    validators = [:]
    unchecked = []
    return false
  }
}
