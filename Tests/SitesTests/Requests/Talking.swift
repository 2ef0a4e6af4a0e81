import DiscussionModel
import Testing

@testable import Sites

/// A site that is made of answers, by the addresses at which it gives them.
struct FakeSite {
  /// What it answers; nothing but 404 anywhere else.
  var answers: [String: SiteResponse] = [:]
  /// The beginning of the addresses at which there is no answer at all; nil for none.
  var silent: String?

  /// Answers of JSON.
  init(_ bodies: [String: String]) {
    for (url, body) in bodies { self[url] = body }
  }

  /// A body of JSON at an address.
  subscript(url: String) -> String? {
    get { answers[url].map { String(decoding: $0.body, as: UTF8.self) } }
    set {
      answers[url] = newValue.map { SiteResponse(status: 200, url: url, body: Array($0.utf8)) }
    }
  }

  /// Carries out an exchange to its end, and notes down every address that is asked for.
  ///
  /// - Parameters:
  ///   - visit: the exchange.
  ///   - asked: the requests in their order.
  /// - Returns: nil where nothing has changed.
  /// - Throws: what the exchange throws.
  func talk(
    _ visit: inout some SiteExchange<SiteVisit.Outcome>, asked: inout [SiteRequest]
  ) throws(SiteError) -> Fetched? {
    while true {
      switch try visit.next() {
      case .done(.fetched(let fetched)): return fetched
      case .done(.unchanged): return nil
      case .ask(let request):
        asked.append(request)
        if let silent, request.url.hasPrefix(silent) {
          if !visit.miss(because: "no network"), !visit.stop(because: "no network") {
            throw SiteError(.nothingCame, url: request.url)
          }
          continue
        }
        let nothing = SiteResponse(status: 404, url: request.url, contentType: "text/html")
        try visit.take(answers[request.url] ?? nothing)
      }
    }
  }

  /// Opens a link, and gives what came with the addresses that were asked for, in their order.
  func open(_ url: String) throws(SiteError) -> (fetched: Fetched, asked: [String]) {
    var visit = try SiteVisit(url: url)
    var asked: [SiteRequest] = []
    let fetched = try talk(&visit, asked: &asked)
    return (fetched ?? Fetched(discussion: Discussion(id: "", title: "")), asked.map(\.url))
  }

  /// Opens a front page, and gives what came with the addresses that were requested, in their order.
  func front(_ url: String) throws(SiteError) -> (page: FrontPage, requested: [String]) {
    var visit = try FrontVisit(url: url)
    var requested: [String] = []
    while true {
      switch try visit.next() {
      case .done(let page): return (page, requested)
      case .ask(let request):
        requested.append(request.url)
        let nothing = SiteResponse(status: 404, url: request.url, contentType: "text/html")
        try visit.take(answers[request.url] ?? nothing)
      }
    }
  }

  /// Why a link cannot be opened; nil where it can.
  func refusal(_ url: String) -> SiteError.Fault? {
    do throws(SiteError) {
      _ = try open(url)
      return nil
    } catch {
      return error.fault
    }
  }
}
