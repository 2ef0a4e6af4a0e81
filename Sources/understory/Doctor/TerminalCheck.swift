import Platform
import TerminalUI
import TextGrid

/// Whether the terminal can be driven, and what it shows.
enum TerminalCheck {
  /// What holds for the terminal on standard output, as far as can be told without asking it.
  ///
  /// - Parameters:
  ///   - name: what `TERM` says; nil for nothing.
  ///   - describe: what terminfo knows of a name.
  ///   - variable: the environment.
  /// - Returns: one finding for each thing.
  static func findings(
    name: String?, describe: (String) -> TerminalDescription, variable: (String) -> String?
  ) -> [Finding] {
    guard let name else {
      return [
        .problem(
          "terminal", "TERM is not set",
          advice: "Set it to the terminal type, such as xterm-256color.")
      ]
    }
    if name == "dumb" {
      return [
        .note(
          "terminal", "TERM is dumb: discussions are read line by line (--append)",
          advice: "Set TERM to the terminal type, such as xterm-256color.")
      ]
    }
    var description = describe(name)
    var findings: [Finding] = []
    if description.isKnown {
      let source = description.isBuiltIn ? "built in" : "described by terminfo"
      findings.append(.ok("terminal", "\(name), \(source)"))
    } else {
      let fallback = "xterm-256color"
      description = describe(fallback)
      let advice = "Install terminfo's description of it (Debian: ncurses-term), or set TERM."
      findings.append(
        description.isKnown
          ? .note(
            "terminal", "terminfo does not know \(name); using \(fallback) instead",
            advice: advice)
          : .problem("terminal", "terminfo knows neither \(name) nor \(fallback)", advice: advice))
    }
    return findings + [colors(of: description, variable: variable)]
  }

  private static func colors(
    of terminal: TerminalDescription, variable: (String) -> String?
  ) -> Finding {
    let count = terminal.hasTrueColor ? "true colour" : "\(terminal.colors) colours"
    if variable("NO_COLOR") != nil {
      return .note(
        "colours", "not used: NO_COLOR is set", advice: "Use --color always to override it.")
    }
    if terminal.colors == 0 {
      return .note(
        "colours", "the terminal has none", advice: "Bold and reversed text are used instead.")
    }
    let saysMore = ["truecolor", "24bit"].contains(variable("COLORTERM") ?? "")
    if saysMore, !terminal.hasTrueColor {
      return .note(
        "colours", "\(count) are used; the terminal claims true colour",
        advice: "Set TERM=xterm-direct, if terminfo has it, to use true colour.")
    }
    return .ok("colours", count)
  }

  /// What the locale says.
  static func finding(_ locale: UserLocale) -> Finding {
    let advice = "Set LC_ALL=C.UTF-8, or a locale that \"locale -a\" lists and that ends in UTF-8."
    guard let origin = locale.origin else {
      return .ok("locale", "not set; assuming UTF-8")
    }
    if !locale.isInstalled, locale.isUTF8 {
      return .note(
        "locale", "the system does not have \(origin): C.UTF-8 is used instead", advice: advice)
    }
    if !locale.isInstalled {
      return .problem(
        "locale", "the system does not have \(origin): the screen is drawn in ASCII", advice: advice
      )
    }
    if !locale.knowsUnicode {
      return .note(
        "locale", "\(origin) says \(locale.codeset): the screen is drawn in ASCII", advice: advice)
    }
    return .ok("locale", "\(origin), which is UTF-8")
  }
}
