import DiscussionModel
import WebAddresses

extension Exchange {
  /// Takes a response, or says what is wrong with it.
  mutating func accept(_ response: SiteResponse, to request: PageRequest) throws(SiteError) {
    guard var plan = candidates.first else { return }
    if request.isRedirect {
      let page = PageResponse(request: request, address: response.address, next: nil, items: [])
      let next = try plan.take(page).next
      candidates[0] = plan
      if next.isEmpty {
        try response.check(request.url)
        throw SiteError(.leadsNowhere, url: request.url)
      }
      waiting = next + waiting
      return
    }
    try response.check(request.url)
    let items = try items(of: response, to: request)
    let (next, isElsewhere) =
      plan.hasLinks ? try Self.next(after: response, to: request) : (nil, false)
    let page = PageResponse(
      request: request, address: response.address, next: next, items: items)
    isCertain = true
    let reaction = try plan.take(page)
    candidates[0] = plan
    if reaction.isPart {
      parts.append(ImportFile(name: request.url, bytes: response.body))
      hasBegun = true
      if response.validators == SiteValidators() { validators = nil }
      validators?[request.url] = response.validators
    } else {
      memory.responses[request.url] = response
    }
    waiting = reaction.next + waiting
    if isElsewhere { stop(SiteError(.elsewhere, url: request.url).message) }
    if let next, !linked.insert(next).inserted {
      stop(SiteError(.goesInCircles, url: request.url).message)
    }
  }

  /// Goes on without a response: with what else may be at the other end, or with what has come; throws if there is
  /// neither.
  mutating func refuse(_ error: SiteError) throws(SiteError) {
    if hasBegun { return stop(error.message) }
    guard !isCertain, error.fault.leavesOthers else { throw error }
    failures.append(error)
    guard candidates.count > 1 else { throw verdict }
    candidates.removeFirst()
    waiting = candidates[0].firstRequests
  }

  /// Makes the discussion, and asks for what it shows to be missing.
  mutating func conclude() throws(SiteError) {
    guard let plan = candidates.first, hasBegun else {
      throw SiteError(.nothingCame, url: url)
    }
    var imported: ImportedDiscussion
    do throws(ImportError) {
      imported = try AnyImport.discussion(of: parts, plan.options)
    } catch {
      throw SiteError(.unreadable(error), url: url)
    }
    if !hasLooked, incomplete == nil {
      hasLooked = true
      var plan = plan
      waiting = plan.requests(seeing: imported.discussion)
      candidates[0] = plan
      if !waiting.isEmpty { return }
    }
    plan.finish(&imported)
    result = .fetched(
      Fetched(
        discussion: imported.discussion, comment: plan.comment,
        namesItself: plan.namesItself,
        warnings: imported.warnings,
        validators: incomplete == nil ? validators ?? [:] : [:],
        incomplete: incomplete, shortfall: imported.account?.unplacedLine))
  }

  /// The objects of a response, which has to be in the expected format if it is the first.
  private func items(
    of response: SiteResponse, to request: PageRequest
  ) throws(SiteError) -> [JSONValue] {
    guard response.looksLikeJSON else {
      throw SiteError(.unexpectedType(response.mediaType), url: request.url)
    }
    let files: ImportFiles
    let found: DiscussionFormat?
    do throws(ImportError) {
      guard response.body.count < UInt32.max else { throw ImportError(.tooLong, in: .input(0)) }
      files = try ImportFiles([ImportFile(name: request.url, bytes: response.body)])
      found = parts.isEmpty ? try SiteTable.standard.format(of: files.items.prefix(64)) : nil
    } catch {
      if case .unknownFormat = error.fault, let format = candidates.first?.format {
        throw SiteError(.notUnderstood(expected: [format.title]), url: request.url)
      }
      throw SiteError(.unreadable(error), url: request.url)
    }
    if let format = candidates.first?.format, let found, found != format {
      throw SiteError(.notUnderstood(expected: [format.title]), url: request.url)
    }
    return files.items
  }

  /// The address of the next page, if it is at the same site; and whether there is one elsewhere.
  private static func next(
    after response: SiteResponse, to request: PageRequest
  ) throws(SiteError) -> (url: String?, isElsewhere: Bool) {
    guard let next = response.link.flatMap({ LinkHeader.next(in: $0) }) else { return (nil, false) }
    let site = try WebURL(link: request.url)
    return site.isSite(of: next) ? (try WebURL(link: next).page, false) : (nil, true)
  }

  /// The error for a link of which nobody can tell what it leads to.
  private var verdict: SiteError {
    if failures.allSatisfy({ $0.fault == .notFound }) { return SiteError(.notFound, url: url) }
    for failure in failures {
      if case .unreadable(let error) = failure.fault, case .unexpected = error.fault {
        return failure
      }
    }
    return SiteError(.notUnderstood(expected: SiteTable.standard.expectations), url: url)
  }
}
