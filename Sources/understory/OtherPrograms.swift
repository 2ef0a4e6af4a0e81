import Glibc
import TextGrid

/// The programs of the desktop to which addresses and texts are given.
struct OtherPrograms {
  /// Those that were started and are not known to have ended: nothing else waits for them.
  private var running: [pid_t] = []

  /// Opens an address with what `$BROWSER` names, or else with xdg-open.
  ///
  /// BROWSER is a list of commands separated by colons, of which the first that can be started is
  /// used; a word `%s` in one stands for the address, which else comes last.
  ///
  /// - Returns: why it cannot be opened; nil when a program was started.
  mutating func open(_ address: SafeText) -> SafeText? {
    let commands = (StateDirectory.variable("BROWSER") ?? "xdg-open").split(separator: ":")
    var problem: SafeText = "no program to open it"
    for command in commands {
      var words = command.split(separator: " ").map(String.init)
      guard let name = words.first else { continue }
      if let place = words.firstIndex(of: "%s") {
        words[place] = address.string
      } else {
        words.append(address.string)
      }
      do throws(Spawn.Problem) {
        try start(words)
        return nil
      } catch {
        problem = SafeText("\(name): \(error.text)")
      }
    }
    return problem
  }

  /// Gives a text to the clipboard of the desktop, if there is a program for it.
  mutating func copy(_ text: String) {
    let programs: [(variable: String, command: [String])] = [
      ("WAYLAND_DISPLAY", ["wl-copy"]), ("DISPLAY", ["xclip", "-selection", "clipboard"]),
    ]
    for (variable, command) in programs where StateDirectory.variable(variable) != nil {
      if (try? start(command, input: Array(text.utf8))) != nil { return }
    }
  }

  /// Starts a program in a process group of its own, without the terminal.
  ///
  /// - Parameters:
  ///   - words: its name, found by PATH, and its arguments.
  ///   - input: its standard input.
  /// - Throws: why it was not started.
  private mutating func start(
    _ words: [String], input: [UInt8] = []
  ) throws(Spawn.Problem) {
    running.removeAll(where: Spawn.hasEnded)
    // A file without a name, since a program that reads nothing must not keep anybody waiting.
    guard let file = tmpfile() else { throw Spawn.Problem(number: errno) }
    defer { fclose(file) }
    guard fwrite(input, 1, input.count, file) == input.count, fflush(file) == 0 else {
      throw Spawn.Problem(number: errno)
    }
    rewind(file)
    running.append(try Spawn.start(words, input: fileno(file), distance: .group))
  }
}
