import Configuration
import Platform
import Paths
import Storage
import TextGrid

/// Whether folders and files are where they must be, and as they must be.
enum FileChecks {
  /// A folder of the XDG Base Directory Specification.
  struct Folder {
    let name: String
    let variable: String
    /// Where it is below the home folder, unless the variable says otherwise.
    let usual: String
  }

  static let folders = [
    Folder(name: "configuration", variable: "XDG_CONFIG_HOME", usual: ".config"),
    Folder(name: "state", variable: "XDG_STATE_HOME", usual: ".local/state"),
    Folder(name: "data", variable: "XDG_DATA_HOME", usual: ".local/share"),
    Folder(name: "cache", variable: "XDG_CACHE_HOME", usual: ".cache"),
  ]

  /// What there is of a folder.
  ///
  /// - Parameters:
  ///   - folder: which.
  ///   - variable: the environment.
  ///   - obstacle: the number of the error that using a path gives; nil if it can be used.
  /// - Returns: what is wrong with it, or where it is.
  static func finding(
    _ folder: Folder, variable: (String) -> String?, obstacle: (String) -> Int32?
  ) -> Finding {
    let subject = "\(folder.name) folder"
    let value = variable(folder.variable)
    let isTaken = value?.hasPrefix("/") ?? false
    guard let path = isTaken ? value : variable("HOME").map({ "\($0)/\(folder.usual)" }) else {
      return .problem(
        subject, "neither HOME nor \(folder.variable) is set", advice: "Set HOME to a folder.")
    }
    let whole = path + "/understory"
    if let value, !isTaken {
      return .note(
        subject, "\(whole); \(folder.variable) is ignored, since \(value) is not an absolute path",
        advice: "Start it with a slash.")
    }
    switch obstacle(whole) {
    case nil: return .ok(subject, whole)
    case ENOENT: return .ok(subject, "\(whole), not created yet")
    case let error?:
      let reason = systemWords(for: error)
      return .problem(
        subject, "\(whole): \(reason)", advice: "Make it a folder that you can write to.")
    }
  }

  /// The number of the error that entering and reading a folder gives; nil for none.
  static func obstacle(_ path: String) -> Int32? {
    var status = stat()
    guard path.withPath({ stat($0, &status) }) == 0 else { return errno }
    if status.st_mode & S_IFMT != S_IFDIR { return ENOTDIR }
    return path.withPath { faccessat(AT_FDCWD, $0, R_OK | X_OK, AT_EACCESS) } == 0 ? nil : errno
  }

  /// What there is of the database of marks.
  static func finding(_ database: DatabaseExamination) -> Finding {
    let (subject, path) = ("marks", database.path)
    switch database.problem {
    case .damaged:
      return .problem(
        subject, "\(path) is damaged",
        advice:
          "It is set aside at the next start, and a new one is created; sqlite3's .recover may recover it."
      )
    case .locked:
      return .note(subject, "\(path) is locked by another program and was not checked")
    case let problem?: return .problem(subject, problem.reason)
    case nil: break
    }
    if let version = database.version, !(0...database.knownVersion ~= version) {
      let isNewer = version > 0
      let number = "(format \(version); this one supports \(database.knownVersion))"
      return .problem(
        subject,
        isNewer
          ? "\(path) is from a newer version \(number)" : "\(path) has an unknown format \(number)",
        advice: isNewer
          ? "Use the newer understory; marks are not saved until then."
          : "Move it away; marks are not saved until then.")
    }
    if let obstacle = database.obstacle {
      let reason = systemWords(for: obstacle)
      return .problem(
        subject, "\(path) cannot be written: \(reason)",
        advice: "Marks are not saved until it and its folder are writable.")
    }
    guard let version = database.version else {
      return .ok(subject, "\(path), not created yet")
    }
    return .ok(subject, "\(path), intact, format \(version)")
  }

  /// What is wrong in the configuration file, and in themes of the user's own.
  static func configuration() -> [Finding] {
    let themes = Themes(folder: UserFolder.themes)
    let own = themes.names.compactMap { name in themes.path(of: name).map { finding(theme: $0) } }
    guard let path = UserSettings.path, path.withPath({ access($0, F_OK) }) == 0 else {
      return [.ok("configuration", "no file; using the defaults")] + own
    }
    do {
      let file = try UserSettings.read(path, themes: themes.names)
      let problems = file.problems.map { problem in
        Finding.problem(
          "configuration", problem.message,
          advice: "\"understory config --default\" explains every entry.")
      }
      return (problems.isEmpty ? [.ok("configuration", path)] : problems) + own
    } catch let failure as any LineError {
      return [.problem("configuration", failure.line.string)] + own
    } catch {
      return [.problem("configuration", "\(path) cannot be read")] + own
    }

    func finding(theme path: String) -> Finding {
      do throws(ThemeError) {
        let problems = try themes.problems(at: path)
        guard let first = problems.first else { return .ok("theme", path) }
        let more = problems.count > 1 ? ", and \(problems.count - 1) more" : ""
        return .note(
          "theme", first.message + more,
          advice: "\"understory themes --check FILE\" lists the problems.")
      } catch {
        return .problem("theme", error.message)
      }
    }
  }
}
