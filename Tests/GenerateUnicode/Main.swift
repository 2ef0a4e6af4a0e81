import CUnicode
import Platform

/// Writes the table of what layout and safety need to know of each Unicode scalar.
///
///     swift run GenerateUnicode > Sources/CUnicode/table.c
///
/// Reads the Unicode Character Database of Debian's `unicode-data` (or of the folder given as the
/// one argument). Run by hand when Unicode's version changes; what it writes is kept with the
/// sources.
@main struct Main {
  static func main() {
    do throws(DatabaseProblem) {
      let folder = CommandLine.arguments.dropFirst().first ?? "/usr/share/unicode"
      let data = try CharacterDatabase(folder: folder)
      var records: [UInt16] = []
      for scalar in 0..<0x110000 { records.append(try data.record(of: scalar)) }
      TableWriter(records: records, version: data.version).write()
    } catch {
      let line = Array("GenerateUnicode: \(error.line)\n".utf8)
      _ = write(STDERR_FILENO, line, line.count)
      exit(EXIT_FAILURE)
    }
  }
}
