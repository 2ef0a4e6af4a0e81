import Configuration
import Library
import Storage

/// How it stands with the sources of the configuration; no site is asked.
enum SourceCheck {
  /// What there is of each source.
  ///
  /// - Parameters:
  ///   - sources: those of the configuration whose pages are known; what is wrong with others is a problem of
  ///     the configuration.
  ///   - fetched: when the page at an address was fetched last, in seconds since 1970; nil if it never was.
  /// - Returns: one finding for each; none if there are no sources.
  static func findings(
    _ sources: [Settings.Source], fetched: (_ address: String) -> Int64?
  ) -> [Finding] {
    sources.map { source in
      let time = fetched(source.address).map { "fetched \(LocalTime.text($0))" }
      return .ok("source", "\(source.name): \(source.address), \(time ?? "not fetched yet")")
    }
  }

  /// When the user's front pages were fetched last.
  ///
  /// - Parameter database: the file of marks; nothing is read from one that would have to be made, changed or
  ///   waited for.
  /// - Returns: what finds the time of a page, in seconds since 1970; nil for one that never was.
  static func fetched(_ database: DatabaseExamination?) -> (_ address: String) -> Int64? {
    guard let database, database.problem == nil, database.obstacle == nil,
      database.version == database.knownVersion
    else { return { _ in nil } }
    let shelf = FrontShelf(.ofCommands)
    return { (try? shelf.kept($0))?.fetched }
  }
}
