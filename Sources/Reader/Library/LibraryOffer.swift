import TextGrid

/// What the library's screen offers while nothing is kept: ways to something to read, a line each.
enum LibraryOffer: CaseIterable, Equatable, Sendable {
  case link, front, file

  /// The command that does the same from every line.
  var command: String {
    switch self {
    case .link: "library-open-link"
    case .front: "library-front"
    case .file: "library-open-file"
    }
  }

  /// What is typed for it.
  var prompt: Prompt.Kind {
    switch self {
    case .link: .link
    case .front: .front
    case .file: .file
    }
  }

  var title: SafeText {
    switch self {
    case .link: "Open a link…"
    case .front: "Open a front page…"
    case .file: "Open a file…"
    }
  }

  /// What may be opened so.
  var detail: SafeText {
    switch self {
    case .link: "a discussion on a site, such as Hacker News"
    case .front: "a site's list of discussions, such as hn"
    case .file: "a saved page, or a discussion in JSON"
    }
  }

  /// What to open it does.
  func words(_ calls: CommandCalls) -> SafeText {
    let what: SafeText =
      switch self {
      case .link: "the link"
      case .front: "the name"
      case .file: "the file"
      }
    return calls["library-open"] + " asks for " + what
  }
}
