import Reader
import TextGrid

/// A theme's file and those that it inherits, the theme itself first.
struct ThemeLine {
  let name: String
  /// At least one.
  let files: [ThemeFile]
  /// What is wrong with the line itself: a name that is not known, a circle.
  private let lineProblems: [EntryProblem]

  /// - Parameters:
  ///   - name: the theme's name.
  ///   - file: its file.
  ///   - known: all names, for what to say of an unknown one.
  ///   - find: the file of a name, of those that are not in the line yet; nil for an unknown one.
  /// - Throws: where a file that is inherited cannot be read.
  init(
    name: String, file: ThemeFile, known: [String],
    find: (_ name: String, _ line: [ThemeFile]) throws(ThemeError) -> ThemeFile?
  ) throws(ThemeError) {
    var files = [file]
    var names = [name]
    var problems: [EntryProblem] = []
    while let last = files.last, let parent = last.inherits {
      guard let next = try find(parent, files) else {
        if names.contains(parent) {
          let circle = (names.drop { $0 != parent } + [parent]).joined(separator: " inherits ")
          problems.append(last.problem("inherits", "inheritance cycle: \(circle)"))
        } else {
          let error = ThemeError.unknownName(parent, known: known)
          problems.append(last.problem("inherits", error.message))
        }
        break
      }
      files.append(next)
      names.append(parent)
    }
    self.name = name
    self.files = files
    lineProblems = problems
  }

  var about: String? { files[0].about }

  /// The line's palette: a colour that is nearer to the theme hides those of the same name.
  private var palette: [String: Color] {
    files.reduce(into: [:]) { $0.merge($1.palette) { near, _ in near } }
  }

  /// What keeps the line from being a theme, file by file.
  var problems: [EntryProblem] {
    let palette = palette
    var result = lineProblems
    for file in files {
      result += file.problems
      for role in Role.allCases {
        for reference in file.roles[role]?.unknown(in: palette) ?? [] {
          result.append(file.problem(reference.path, RoleEntry.Reference.expected))
        }
      }
    }
    if result.isEmpty, files.allSatisfy({ $0.isDark == nil }) {
      result.append(files[0].problem("background", "expected \"dark\" or \"light\""))
    }
    return result
  }

  /// The theme, without what is wrong in it.
  private var asFarAsKnown: Theme {
    let palette = palette
    var styles: [Role: Style] = [:]
    for file in files.reversed() {
      for (role, entry) in file.roles { styles[role] = entry.style(in: palette) }
    }
    return Theme(
      name: name, isDark: files.lazy.compactMap(\.isDark).first ?? true, styles: styles)
  }

  /// - Throws: all that keeps it from being one.
  func theme() throws(ThemeError) -> Theme {
    let problems = problems
    if !problems.isEmpty { throw .problems(problems) }
    return asFarAsKnown
  }

  /// What can hardly be read: for each entry the depth at which it is the worst.
  var lowContrasts: [EntryProblem] {
    let theme = asFarAsKnown
    var worst: [Role: (low: LowContrast, depth: ColorDepth)] = [:]
    for depth in ColorDepth.allCases.reversed() {
      for low in theme.lowContrasts(at: depth)
      where low.contrast < worst[low.role]?.low.contrast ?? .infinity {
        worst[low.role] = (low, depth)
      }
    }
    return Role.allCases.compactMap { role in
      guard let (low, depth) = worst[role],
        let file = files.first(where: { $0.roles[role] != nil }), let entry = file.roles[role]
      else { return nil }
      return file.problem(entry.path, "\(low.message), with \(depth.name)")
    }
  }
}

extension LowContrast {
  /// Which pair is too near, and what was expected.
  var message: String {
    "expected a contrast of \(Self.ratio(needed)):1, found \(Self.ratio(contrast)):1"
      + " (\(foreground.hex) on \(background.hex))"
  }

  /// One decimal, rounded down: 4.49 is not yet 4.5.
  private static func ratio(_ value: Double) -> String {
    let tenths = Int(value * 10 + 1e-9)
    return "\(tenths / 10).\(tenths % 10)"
  }
}
