import Sites

/// What comes of whatever is fetched while somebody reads.
enum Arrival: Equatable, Sendable {
  case visit(SiteVisit.Outcome)
  case front(FrontPage)
  case elsewhere(Elsewhere)
}

/// An exchange whose outcome is turned into something else.
struct MappedExchange<Base: SiteExchange, Outcome: Equatable & Sendable>: SiteExchange {
  private var base: Base
  private let made: @Sendable (Base.Outcome) -> Outcome

  /// - Parameters:
  ///   - base: the exchange.
  ///   - made: what is made from what comes of it.
  init(_ base: Base, _ made: @escaping @Sendable (Base.Outcome) -> Outcome) {
    self.base = base
    self.made = made
  }

  mutating func next() throws(SiteError) -> ExchangeStep<Outcome> {
    switch try base.next() {
    case .ask(let request): .ask(request)
    case .done(let outcome): .done(made(outcome))
    }
  }

  mutating func take(_ response: SiteResponse) throws(SiteError) { try base.take(response) }
  mutating func miss(because why: NoResponse) -> Bool { base.miss(because: why) }
  mutating func stop(because why: NoResponse) -> Bool { base.stop(because: why) }
  var progress: (done: Int, total: Int?, what: String) { base.progress }
}

extension SiteExchange {
  /// The same exchange, with its outcome turned into something else.
  func mapped<Other: Equatable & Sendable>(
    _ made: @escaping @Sendable (Outcome) -> Other
  ) -> any SiteExchange<Other> {
    MappedExchange(self, made)
  }
}
