import TerminalUI
import TextGrid

/// Whether the terminal draws texts as wide as the program thinks.
enum WidthCheck {
  /// A text to be drawn.
  struct Sample {
    let name: String
    let text: SafeText
    /// What can be done where it is drawn otherwise.
    var advice = "Rows with such characters may be misaligned; a newer terminal may fix that."
    /// Whether hardly anything can be read where it is drawn otherwise.
    var isEssential = true
  }

  static let samples = [
    Sample(name: "letters", text: "abc"),
    Sample(name: "accents", text: "\u{E9}e\u{301}", advice: noUnicode),
    Sample(name: "Chinese", text: "中文", advice: noUnicode),
    Sample(name: "Korean", text: "한국", advice: noUnicode),
    Sample(name: "fullwidth letters", text: "ＡＢ", advice: noUnicode),
    Sample(name: "an emoji", text: "🦊", isEssential: false),
    Sample(name: "an emoji of two", text: "👩‍💻", isEssential: false),
    Sample(name: "a flag", text: "🇩🇪", isEssential: false),
    Sample(name: "Hindi", text: "नमस्ते", isEssential: false),
    Sample(
      name: "guides and badges", text: "│▌●▸▒┃•",
      advice: """
        Let the terminal draw ambiguous characters in one cell, or set ascii = true in the \
        configuration.
        """),
  ]

  private static let noUnicode =
    "The terminal, or a program in between such as ssh or screen, may not be set to UTF-8."

  /// What is drawn for a text, and how many cells it is thought to take.
  static func drawn(_ text: SafeText) -> (text: String, cells: Int) {
    var frame = Frame(size: GridSize(columns: 40, rows: 1))
    let cells = frame.write(text, row: 0, column: 0)
    return (frame.row(0)[..<cells].map(\.text).joined(), cells)
  }

  /// Draws the samples and compares.
  ///
  /// - Parameter measure: how many cells the terminal takes for a text.
  /// - Returns: what differs, or that nothing does.
  /// - Throws: what `measure` throws.
  static func findings<Problem>(
    _ measure: (String) throws(Problem) -> Int
  ) throws(Problem) -> [Finding] {
    var findings: [Finding] = []
    for sample in samples {
      let (text, cells) = drawn(sample.text)
      let found = try measure(text)
      if found == cells { continue }
      findings.append(
        Finding(
          kind: sample.isEssential ? .problem : .note, subject: "widths",
          text: "the terminal draws \(sample.name) in \(found) cells, not \(cells)",
          advice: sample.advice))
    }
    if !findings.isEmpty { return findings }
    return [.ok("widths", "the terminal draws \(samples.count) test texts as wide as expected")]
  }

  /// Asks the terminal of this process.
  ///
  /// - Throws: the signal that ended the asking, as a problem of the terminal.
  static func findings() throws(TerminalProbe.Problem) -> [Finding] {
    do throws(TerminalProbe.Problem) {
      let probe = try TerminalProbe()
      return try findings { (text) throws(TerminalProbe.Problem) in try probe.cells(of: text) }
    } catch {
      switch error {
      case .ended: throw error
      case .silence:
        return [
          .note(
            "widths", "not checked: the terminal does not report the cursor position",
            advice: "Everything works without it.")
        ]
      case .noTerminal: return [.note("widths", "not checked: /dev/tty cannot be opened")]
      case .background:
        return [.note("widths", "not checked: the program runs in the background")]
      }
    }
  }
}
