import TextGrid

/// Lines of fields with a tab between them, for scripts.
enum TabbedLines {
  /// The lines; a field is one line of safe text, in which no tab is left.
  static func bytes(_ rows: [[String]]) -> [UInt8] {
    rows.flatMap { fields in
      fields.map { SafeText($0).forTerminal.string }.joined(separator: "\t").utf8 + [0x0A]
    }
  }
}
