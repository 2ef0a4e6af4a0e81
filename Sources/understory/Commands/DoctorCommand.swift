import ArgumentParser
import Configuration
import DiscussionModel
import Platform
import Reader
import Storage
import RichText
import TerminalUI
import TextGrid

/// `understory doctor`: finds out why something does not look or work as it should.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check the terminal, files and programs, and suggest fixes.",
    discussion: """
      Prints one line for each check: ok, a note, or a problem with advice. The exit status is 1 if there is a \
      problem. Changes nothing.
      """)

  func run() throws {
    var findings = terminal()
    do throws(TerminalProbe.Problem) {
      if isatty(STDOUT_FILENO) == 1 { findings += try WidthCheck.findings() }
    } catch {
      if case .ended(let signal) = error { throw ExitCode(128 + signal) }
    }
    findings += FileChecks.folders.map { folder in
      FileChecks.finding(folder, variable: UserFolder.variable, obstacle: FileChecks.obstacle)
    }
    let marks = UserFolder.state.map { MarksDatabase.examine(directory: $0) }
    if let marks { findings.append(FileChecks.finding(marks)) }
    findings += FileChecks.configuration()
    findings += SourceCheck.findings(
      UserSettings.withoutThemes.sources, fetched: SourceCheck.fetched(marks))
    findings += ProgramCheck.findings(
      variable: UserFolder.variable, find: ProgramCheck.find)
    try tell(findings)
  }

  private func terminal() -> [Finding] {
    let locale = UserLocale()
    guard isatty(STDOUT_FILENO) == 1 else {
      return [.note("terminal", "not checked: standard output is not a terminal")]
    }
    return TerminalCheck.findings(
      name: UserFolder.variable("TERM"), describe: { TerminalDescription(named: $0) },
      variable: UserFolder.variable) + [TerminalCheck.finding(locale)]
  }

  private func tell(_ findings: [Finding]) throws {
    let counts = [Finding.Kind.problem, .note].map { kind in
      (findings.filter { $0.kind == kind }.count, kind.rawValue)
    }.filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
    try reportingFailure {
      try Output.standard.writeLines { write in
        try write(SafeText(ProgramVersion.line))
        let columns = Output.standard.width
        for line in findings.flatMap({ $0.lines(within: columns) }) { try write(line) }
        try write(SafeText(counts.isEmpty ? "no problems found" : counts.joined(separator: ", ")))
      }
    }
    if findings.contains(where: { $0.kind == .problem }) { throw ExitCode.failure }
  }
}
