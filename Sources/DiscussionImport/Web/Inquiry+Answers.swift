import DiscussionModel

extension Inquiry {
  /// Takes what was answered, or says what is wrong with it.
  mutating func accept(_ response: SiteResponse, to question: Question) throws(SiteError) {
    guard var conversation = candidates.first else { return }
    if question.isWay {
      let answer = Answer(question: question, address: response.address, next: nil, items: [])
      let next = try conversation.take(answer).next
      candidates[0] = conversation
      if next.isEmpty {
        try response.check(question.url)
        throw SiteError(.leadsNowhere, url: question.url)
      }
      waiting = next + waiting
      return
    }
    try response.check(question.url)
    let items = try items(of: response, to: question)
    let (next, isElsewhere) =
      conversation.hasLinks ? try Self.next(after: response, to: question) : (nil, false)
    let answer = Answer(
      question: question, address: response.address, next: next, items: items)
    isCertain = true
    let reaction = try conversation.take(answer)
    candidates[0] = conversation
    if reaction.isPart {
      parts.append(ImportFile(name: question.url, bytes: response.body))
      hasBegun = true
      if response.validators == SiteValidators() { validators = nil }
      validators?[question.url] = response.validators
    } else {
      memory.answers[question.url] = response
    }
    waiting = reaction.next + waiting
    if isElsewhere { stop(SiteError(.elsewhere, url: question.url).message) }
    if let next, !linked.insert(next).inserted {
      stop(SiteError(.goesInCircles, url: question.url).message)
    }
  }

  /// Goes on without an answer: with what else may be at the other end, or with what has come; throws where there is
  /// neither.
  mutating func refuse(_ error: SiteError) throws(SiteError) {
    if hasBegun { return stop(error.message) }
    guard !isCertain, error.fault.leavesOthers else { throw error }
    failures.append(error)
    guard candidates.count > 1 else { throw verdict }
    candidates.removeFirst()
    waiting = candidates[0].beginning
  }

  /// Makes the discussion, and asks for what it shows to be missing.
  mutating func conclude() throws(SiteError) {
    guard let conversation = candidates.first, hasBegun else {
      throw SiteError(.nothingCame, url: url)
    }
    var imported: ImportedDiscussion
    do throws(ImportError) {
      imported = try AnyImport.discussion(of: parts, conversation.options)
    } catch {
      throw SiteError(.unreadable(error), url: url)
    }
    if !hasLooked, incomplete == nil {
      hasLooked = true
      var conversation = conversation
      waiting = conversation.questions(seeing: imported.discussion)
      candidates[0] = conversation
      if !waiting.isEmpty { return }
    }
    conversation.finish(&imported)
    result = .fetched(
      Fetched(
        discussion: imported.discussion, comment: conversation.comment,
        namesItself: conversation.namesItself,
        warnings: imported.warnings,
        validators: incomplete == nil ? validators ?? [:] : [:],
        incomplete: incomplete, shortfall: imported.account?.unplacedLine))
  }

  /// The objects of an answer, which has to be in the form that is due where it is the first.
  private func items(
    of response: SiteResponse, to question: Question
  ) throws(SiteError) -> [JSONValue] {
    guard response.looksLikeJSON else {
      throw SiteError(.unexpectedType(response.mediaType), url: question.url)
    }
    let files: ImportFiles
    let found: DiscussionFormat?
    do throws(ImportError) {
      guard response.body.count < UInt32.max else { throw ImportError(.tooLong, in: .input(0)) }
      files = try ImportFiles([ImportFile(name: question.url, bytes: response.body)])
      found = parts.isEmpty ? try files.format() : nil
    } catch {
      if case .unknownFormat = error.fault, let format = candidates.first?.format {
        throw SiteError(.notUnderstood(expected: [format.title]), url: question.url)
      }
      throw SiteError(.unreadable(error), url: question.url)
    }
    if let format = candidates.first?.format, let found, found != format {
      throw SiteError(.notUnderstood(expected: [format.title]), url: question.url)
    }
    return files.items
  }

  /// The address of the next page, if it is at the same site; and whether there is one elsewhere.
  private static func next(
    after response: SiteResponse, to question: Question
  ) throws(SiteError) -> (url: String?, isElsewhere: Bool) {
    guard let next = response.link.flatMap({ LinkHeader.next(in: $0) }) else { return (nil, false) }
    let site = try SiteAddress(question.url)
    return site.isSite(of: next) ? (try SiteAddress(next).page, false) : (nil, true)
  }

  /// The error for a link of which nobody can tell what it leads to.
  private var verdict: SiteError {
    if failures.allSatisfy({ $0.fault == .notFound }) { return SiteError(.notFound, url: url) }
    for failure in failures {
      if case .unreadable(let error) = failure.fault, case .unexpected = error.fault {
        return failure
      }
    }
    return SiteError(.notUnderstood(expected: SiteTable.expectations), url: url)
  }
}
