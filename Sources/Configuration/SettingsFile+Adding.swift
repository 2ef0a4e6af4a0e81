import Sites
import TOMLKit
import TextGrid

/// Why a source cannot be added to a configuration file.
public enum AddingProblem: Error, Equatable {
  /// The file is not valid TOML, or the page is not one: the reason, in one line.
  case invalid(String)
  /// The file is written in a way in which only its author can add something: the line that would do.
  case byHand(line: String)

  /// In one line.
  public var message: String {
    switch self {
    case .invalid(let reason): reason
    case .byHand(let line): "add it by hand to [sources]: \(line)"
    }
  }
}

extension SettingsFile {
  /// Adds a source to the text of a configuration file, below those that are there.
  ///
  /// Nothing else of the text changes. What comes out is read again: if that does not give the same settings
  /// with the new source at the end, the text is left to its author.
  ///
  /// - Parameters:
  ///   - name: what the user calls it; if another page has this name, a number is added.
  ///   - page: the name or the address of a front page.
  ///   - text: what the file says; empty if there is none.
  /// - Returns: what it is to say, and the source; the same text if the page is among the sources.
  /// - Throws: why that is not possible.
  public static func adding(
    _ name: String, _ page: String, to text: String
  ) throws(AddingProblem) -> (text: String, source: Settings.Source) {
    let before = try sources(in: text)
    let address: String
    do throws(SiteError) {
      address = try FrontName(page).address
      _ = try FrontVisit(url: address)
    } catch {
      throw .invalid("\(page): \(error.message)")
    }
    if let known = before.first(where: { $0.address == address }) { return (text, known) }
    let source = Settings.Source(
      name: unused(plain(name), among: before.map(\.name)), page: plain(page), address: address)
    let entry = "\(key(source.name)) = \(quoted(source.page))"
    let changed = inserting(entry, into: text)
    guard let after = try? sources(in: changed), after == before + [source] else {
      throw .byHand(line: entry)
    }
    return (changed, source)
  }

  /// The sources of a configuration file.
  ///
  /// - Throws: `.invalid` if it is not TOML.
  private static func sources(in text: String) throws(AddingProblem) -> [Settings.Source] {
    do {
      _ = try TOMLTable(string: text)
    } catch {
      throw .invalid("the file has a problem; \"understory config\" explains")
    }
    return SettingsFile(label: "", text: text, themes: []).settings.sources
  }

  // MARK: Names

  /// In one line, without characters that only control something or hide it.
  private static func plain(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control
      scalars.append(isControl ? " " : scalar)
    }
    let words = SafeText(String(scalars)).string.split(separator: " ").joined(separator: " ")
    return words.isEmpty ? "source" : String(words.prefix(80))
  }

  /// A name that no other source has.
  private static func unused(_ name: String, among names: [String]) -> String {
    guard names.contains(name) else { return name }
    let numbers = 2...(names.count + 2)
    return numbers.lazy.map { "\(name) \($0)" }.first { !names.contains($0) } ?? name
  }

  /// A name as TOML writes a key.
  private static func key(_ name: String) -> String {
    let isBare = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    return isBare ? name : quoted(name)
  }

  /// A text as TOML writes a string: without escapes if possible, since those hide where a key stands.
  private static func quoted(_ text: String) -> String {
    if !text.contains("\""), !text.contains("\\") { return "\"\(text)\"" }
    return text.contains("'") ? "\"\(text.escapedForTOML)\"" : "'\(text)'"
  }

  // MARK: Where it goes

  /// The text with an entry for a source in a line of its own: below the last one, or in a table at the end.
  private static func inserting(_ entry: String, into text: String) -> String {
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    let end = lines.contains { $0.utf8.last == UInt8(ascii: "\r") } ? "\r" : ""
    let places = KeyPlaces(text)
    guard let table = places["sources"] else {
      if lines.last == "" { lines.removeLast() }
      let isSeparate = lines.last?.allSatisfy(\.isWhitespace) ?? true
      if let last = lines.indices.last, end == "\r", lines[last].utf8.last != UInt8(ascii: "\r") {
        lines[last] += end
      }
      lines += (isSeparate ? [] : [end]) + ["[sources]" + end, entry + end, ""]
      return lines.joined(separator: "\n")
    }
    let hasHeading = isHeading(lines[table.line - 1])
    var line = places.lastLine(below: "sources") ?? table.line
    if line == table.line, hasHeading {
      // Comments right below the heading are about the table.
      while line < lines.count, isComment(lines[line]) { line += 1 }
    }
    // A last line without an end gets one.
    let isLast = line == lines.count
    if isLast { lines[line - 1] += end }
    lines.insert((hasHeading ? entry : "sources." + entry) + (isLast ? "" : end), at: line)
    return lines.joined(separator: "\n")
  }

  private static func isHeading(_ line: String) -> Bool { firstMark(of: line) == "[" }
  private static func isComment(_ line: String) -> Bool { firstMark(of: line) == "#" }

  private static func firstMark(of line: String) -> Unicode.Scalar? {
    line.unicodeScalars.first { $0 != " " && $0 != "\t" && $0 != "\u{FEFF}" }
  }
}
