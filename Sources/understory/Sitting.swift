import Reader
import TerminalUI
import TextGrid

/// One run of the program on the whole screen.
enum Sitting {
  /// Reads until the user leaves.
  ///
  /// - Returns: the exit status: 0, or 128 and the number of the signal that ended it.
  /// - Throws: ``Failure`` where there is no terminal to draw on.
  static func run(_ request: ReaderLoop.Request, _ looks: Looks) throws -> Int32 {
    let (status, lost) = try read(request, looks)
    for line in lost { Output.error.writeLine("understory: " + line) }
    return status
  }

  /// The session: the terminal is given back when this returns.
  private static func read(
    _ request: ReaderLoop.Request, _ looks: Looks
  ) throws -> (status: Int32, lost: [SafeText]) {
    var session = try session(useColors: looks.useColors)
    var looks = looks
    let (leaving, lost) = ReaderLoop.run(request, &looks, &session)
    switch leaving {
    case .exit(let status): return (status, [lost].compactMap { $0 })
    }
  }

  private static func session(useColors: Bool) throws -> TerminalSession {
    do throws(TerminalError) {
      return try TerminalSession(useColors: useColors)
    } catch {
      throw Failure(SafeText(error.message))
    }
  }
}
