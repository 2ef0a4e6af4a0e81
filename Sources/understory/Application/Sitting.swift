import ArgumentParser
import DiscussionModel
import Fetching
import Reader
import Storage
import TerminalUI
import TextGrid

/// One run of the program on the whole screen: the library, and discussions read one after another.
struct Sitting: ~Copyable {
  private var session: TerminalSession
  private var looks: Appearance
  /// When hosts may be asked, on whatever screen.
  private var polite: HostThrottle
  /// The programs that were started, from whatever screen.
  private var programs = OtherPrograms()
  /// The library's screen as it was left; nil before it was there.
  private var library: LibraryState?
  /// What could not be saved, to be told when the terminal is given back.
  private var lost: [SafeText] = []

  /// What is on the screen.
  enum Screen {
    case library(warnings: [SafeText])
    case discussion(ReaderLoop.Request)
  }

  /// Reads until the user leaves.
  ///
  /// - Parameters:
  ///   - first: what is shown first.
  ///   - looks: how it looks.
  ///   - polite: when hosts may be asked.
  /// - Returns: the exit status: 0, or 128 and the number of the signal that ended it.
  /// - Throws: ``Failure`` where there is no terminal to draw on.
  static func run(
    _ first: Screen, _ looks: Appearance, _ polite: HostThrottle = .usual
  ) throws -> Int32 {
    let (status, lost) = try read(first, looks, polite)
    for line in lost { Output.error.writeLine("understory: " + line) }
    return status
  }

  /// The session: the terminal is given back when this returns.
  private static func read(
    _ first: Screen, _ looks: Appearance, _ polite: HostThrottle
  ) throws -> (status: Int32, lost: [SafeText]) {
    StateLibrary.beQuick()
    var sitting = try Sitting(looks, polite)
    let status = sitting.run(first)
    return (status, sitting.lost)
  }

  private init(_ looks: Appearance, _ polite: HostThrottle) throws {
    do throws(TerminalError) {
      session = try TerminalSession(useColors: looks.useColors, crashLog: Self.crashLog)
    } catch {
      if case .ended(let signal) = error { throw ExitCode(128 + signal) }
      throw Failure(SafeText(error.message))
    }
    self.looks = looks
    self.polite = polite
  }

  /// What is written when there is a fault in the program; where there is no place for it, nothing is.
  private static var crashLog: TerminalSession.CrashLog {
    let folder = StateDirectory.path
    if let folder { try? makeDirectories(folder) }
    return TerminalSession.CrashLog(
      path: folder.map { $0 + "/crash.log" }, heading: ProgramVersion.line)
  }

  private mutating func run(_ first: Screen) -> Int32 {
    var screen = first
    while true {
      switch screen {
      case .library(let warnings):
        switch LibraryLoop.run(&library, warnings, &looks, &polite, &programs, &session) {
        case .exit(let status): return status
        case .open(let id, let comment): screen = discussion(id, at: comment)
        }
      case .discussion(let request):
        let (leaving, problem) = ReaderLoop.run(request, &looks, &polite, &programs, &session)
        if let problem { lost.append(problem) }
        let id = request.page.discussion.id
        switch leaving {
        case .exit(let status): return status
        case .leave(.library):
          refreshLibrary(focus: id)
          screen = .library(warnings: [])
        case .leave(.next): screen = neighbour(of: id, forward: true)
        case .leave(.previous): screen = neighbour(of: id, forward: false)
        }
      }
    }
  }

  /// A discussion of the library, or the library where it cannot be read.
  private func discussion(_ id: String, at comment: String? = nil) -> Screen {
    do {
      var request = try Shelf.request(id)
      request.comment = comment
      request.neighbours = library?.neighbours(of: id) ?? Neighbours()
      return .discussion(request)
    } catch let failure as Failure {
      return .library(warnings: [failure.line])
    } catch {
      return .library(warnings: [SafeText("\(id): \(error)")])
    }
  }

  private mutating func neighbour(of id: String, forward: Bool) -> Screen {
    let neighbour = library?.unread(after: id, forward: forward)
    refreshLibrary(focus: id)
    guard let neighbour else { return .library(warnings: []) }
    return discussion(neighbour.id)
  }

  /// Brings the library's screen up to date after a visit.
  private mutating func refreshLibrary(focus id: String) {
    guard library != nil else { return }
    _ = library?.update(.entries(Shelf.entries().entries))
    _ = library?.update(.focus(id: id))
  }
}
