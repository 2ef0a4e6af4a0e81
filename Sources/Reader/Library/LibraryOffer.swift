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

  /// What Enter does, for the last row.
  var words: SafeText {
    switch self {
    case .link: "Enter asks for the link"
    case .front: "Enter asks for the name"
    case .file: "Enter asks for the file"
    }
  }
}
