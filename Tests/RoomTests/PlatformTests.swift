import Testing

/// What Linux and macOS do differently has a few files of its own: all others compile on both.
@Suite struct PlatformTests {
  /// Words that only one of the two systems knows.
  static let words = [
    "Glibc", "Darwin", "Musl", "inotify", "IN_MODIFY", "kqueue", "kevent", "EVFILT", "epoll",
    "eventfd", "timerfd", "signalfd", "memfd_create", "pidfd", "accept4", "pipe2", "dup3",
    "SOCK_CLOEXEC", "SOCK_NONBLOCK", "O_TMPFILE", "O_PATH", "O_EVTONLY", "renameat2", "statx",
    "fdatasync", "F_FULLFSYNC", "copy_file_range", "MSG_NOSIGNAL", "/proc/", "st_mtim", "st_ctim",
    "st_atim", "st_mtimespec", "SIGPWR", "SIGSTKFLT", "SIGPOLL", "SIGRTMIN", "SIGRTMAX",
    "dl_iterate_phdr", "sigtimedwait", "sigwaitinfo", "ppoll", "prctl", "gettid", "getrandom",
    "getauxval", "MAP_POPULATE", "posix_fallocate", "addclosefrom", "POSIX_SPAWN_SETSID",
    "POSIX_SPAWN_CLOEXEC_DEFAULT", "pthread_create", "environ", "tiparm", "init_extended_pair",
    "poll", "__linux__", "__APPLE__",
  ]

  /// The files in Sources that may contain some of them.
  static let places = [
    "Platform/", "CPlatform/", "CNcurses/", "CRescue/rescue.c", "CUnicode/characters.c",
    "understory/Application/FileWatch.swift", "understory/Application/FileWatch+Darwin.swift",
  ]

  /// The words of the table in the code of a text, without its comments and strings of prose.
  static func words(in text: String) -> [String] {
    var found: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let code = line.drop { $0 == " " }
      if ["//", "/*", "*", "link "].contains(where: code.hasPrefix) { continue }
      for word in words {
        var rest = code
        while let range = rest.firstRange(of: word) {
          let before = rest[..<range.lowerBound].last ?? rest.base[..<rest.startIndex].last ?? " "
          let after = rest[range.upperBound...].first ?? " "
          if !isLetter(before) || word.hasPrefix("/"), !isLetter(after) || word.hasSuffix("/"),
            word != "poll" || (after == "(" && before != "." && !code.contains("func poll"))
          {
            found.append(word)
          }
          rest = rest[range.upperBound...]
        }
      }
    }
    return found
  }

  private static func isLetter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  @Test(arguments: [
    ("import Glibc", ["Glibc"]), ("let a = stat.st_mtim", ["st_mtim"]),
    (#"open("/proc/self/fd/1")"#, ["/proc/"]), ("  // inotify", []), ("/// By kqueue.", []),
    ("environment[1]", []), ("poll(&files, 1, 2)", ["poll"]), ("media.poll(x)", []),
    ("func poll(_ a: Int)", []), ("pipe2(a); pipe2(b)", ["pipe2", "pipe2"]), ("pipe(a)", []),
    ("x.st_mtimespec", ["st_mtimespec"]), ("é.environ", ["environ"]), ("", []),
  ])
  func wordsAreFound(line: String, words: [String]) {
    #expect(Self.words(in: line) == words)
  }

  @Test func otherFilesNameNone() throws {
    let sources = try SourceTree.sources(ending: [".swift", ".c", ".h"])
    #expect(sources.count > 400)
    for (path, text) in sources where !Self.places.contains(where: path.hasPrefix) {
      let words = Self.words(in: text)
      #expect(words == [], "\(path): \(words); use Platform or CPlatform, see Sources/Platform")
    }
  }

  /// A place that has none of them any more is not one.
  @Test func eachPlaceNamesSome() throws {
    let sources = try SourceTree.sources(ending: [".swift", ".c", ".h"])
    for place in Self.places {
      #expect(
        sources.contains { $0.path.hasPrefix(place) && Self.words(in: $0.text) != [] }, "\(place)")
    }
  }
}
