/// The paragraph of a notice that says how many comments on the article are missing.
public enum MissingNotice {
  private static let end = " not in this file"

  /// How many comments a notice says to be missing; 0 if it says so of none.
  public static func count(in notice: String?) -> Int {
    guard let line = notice?.split(separator: "\n\n").last, line.hasSuffix(end) else { return 0 }
    let count = Int(line.prefix { $0.isASCII && $0.isNumber }) ?? 0
    return NumberBounds.count.contains(count) ? count : 0
  }

  /// A notice that says so in its last paragraph, and in no other; nil if there is nothing to say.
  public static func put(_ count: Int, into notice: String?) -> String? {
    var paragraphs: [Substring] = []
    var lines = notice?.split(separator: "\n\n") ?? []
    if lines.last?.hasSuffix(end) == true { lines.removeLast() }
    paragraphs += lines
    if count > 0 { paragraphs.append("\(counted(count, "more comment"))\(end)") }
    return paragraphs.isEmpty ? nil : paragraphs.joined(separator: "\n\n")
  }
}
