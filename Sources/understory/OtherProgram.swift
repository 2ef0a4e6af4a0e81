import Glibc
import TextGrid

/// Starting other programs: with arguments, never through a shell.
enum OtherProgram {
  /// Opens an address with what `$BROWSER` names, or else with xdg-open.
  ///
  /// BROWSER is a list of commands separated by colons, of which the first that can be started is
  /// used; a word `%s` in one stands for the address, which else comes last.
  ///
  /// - Returns: why it cannot be opened; nil when a program was started.
  static func open(_ address: SafeText) -> SafeText? {
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
      let error = start(words)
      if error == 0 { return nil }
      problem = SafeText("\(name): \(String(cString: strerror(error)))")
    }
    return problem
  }

  /// Gives a text to the clipboard of the desktop, if there is a program for it.
  static func copy(_ text: String) {
    let programs: [(variable: String, command: [String])] = [
      ("WAYLAND_DISPLAY", ["wl-copy"]), ("DISPLAY", ["xclip", "-selection", "clipboard"]),
    ]
    for (variable, command) in programs where StateDirectory.variable(variable) != nil {
      if start(command, input: Array(text.utf8)) == 0 { return }
    }
  }

  /// Starts a program in a process group of its own, without the terminal.
  ///
  /// - Parameters:
  ///   - words: its name, found by PATH, and its arguments.
  ///   - input: its standard input.
  /// - Returns: the error number; 0 when it was started.
  private static func start(_ words: [String], input: [UInt8] = []) -> Int32 {
    // Those that ended since are taken from the table of processes.
    while waitpid(-1, nil, WNOHANG) > 0 {}
    // A file without a name, since a program that reads nothing must not keep anybody waiting.
    guard let file = tmpfile() else { return errno }
    defer { fclose(file) }
    guard fwrite(input, 1, input.count, file) == input.count, fflush(file) == 0 else {
      return errno
    }
    rewind(file)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, fileno(file), STDIN_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    guard let name = arguments[0] else { return EINVAL }
    return posix_spawnp(&process, name, &actions, &attributes, &arguments, environ)
  }
}
