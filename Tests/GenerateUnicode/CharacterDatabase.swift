import CUnicode

/// The properties of scalars that the table is made of.
struct CharacterDatabase {
  /// As in 15.0.0.
  let version: String
  private let eastAsianWidths: [String]
  private let categories: [String]
  private let lineBreaks: [String]
  private let ignorable: [Bool]
  private let concatenating: [Bool]
  private let pictographs: [Bool]
  private let modifierBases: [Bool]
  private let spacingMarks: [Bool]
  private let classes: [String: UInt16]

  /// - Throws: ``DatabaseProblem`` where a file is not there.
  init(folder: String) throws(DatabaseProblem) {
    let widths = try PropertyFile(folder + "/EastAsianWidth.txt")
    let emoji = try PropertyFile(folder + "/emoji/emoji-data.txt")
    version = String(
      widths.heading.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." }.dropLast())
    eastAsianWidths = widths.values(orElse: "N")
    categories = try PropertyFile(folder + "/extracted/DerivedGeneralCategory.txt").values(
      orElse: "Cn")
    lineBreaks = try PropertyFile(folder + "/LineBreak.txt").values(orElse: "XX")
    ignorable = try PropertyFile(folder + "/DerivedCoreProperties.txt")
      .scalars("Default_Ignorable_Code_Point")
    concatenating = try PropertyFile(folder + "/PropList.txt").scalars(
      "Prepended_Concatenation_Mark")
    pictographs = emoji.scalars("Extended_Pictographic")
    modifierBases = emoji.scalars("Emoji_Modifier_Base")
    spacingMarks = try PropertyFile(folder + "/auxiliary/GraphemeBreakProperty.txt")
      .scalars("SpacingMark")
    let names = String(cString: understory_line_break_classes()).split(separator: " ").map(
      String.init)
    classes = Dictionary(
      uniqueKeysWithValues: names.enumerated().map { ($0.element, UInt16($0.offset)) })
  }

  /// What the header of CUnicode says a record is.
  ///
  /// - Throws: ``DatabaseProblem`` where the scalar's line break class is none of the header's.
  func record(of scalar: Int) throws(DatabaseProblem) -> UInt16 {
    let name = lineBreak(of: scalar)
    guard var record = classes[name] else { throw .unknownClass(name) }
    record |= UInt16(width(of: scalar) + 1) << 6
    if isIgnored(scalar) { record |= 1 << 8 }
    if modifierBases[scalar] { record |= 1 << 9 }
    if spacingMarks[scalar] { record |= 1 << 10 }
    return record
  }

  /// UAX #14, rule LB1, and the parts of classes that LB30 and LB30b tell apart.
  private func lineBreak(of scalar: Int) -> String {
    let isWide = ["F", "W", "H"].contains(eastAsianWidths[scalar])
    switch lineBreaks[scalar] {
    case "AI", "SG", "XX": return pictographs[scalar] && isUnassigned(scalar) ? "IX" : "AL"
    case "SA": return ["Mn", "Mc"].contains(categories[scalar]) ? "CM" : "AL"
    case "CJ": return "NS"
    case "ID" where pictographs[scalar] && isUnassigned(scalar): return "IX"
    case "OP" where !isWide: return "OX"
    case "CP" where !isWide: return "CX"
    case let name: return name
    }
  }

  /// Cells: UAX #11, with marks and format characters as 0 and what must not be shown as -1.
  private func width(of scalar: Int) -> Int {
    switch categories[scalar] {
    case "Mn", "Me": return 0
    case "Cf": return concatenating[scalar] ? 1 : 0
    case "Cc", "Cn", "Co", "Cs", "Zl", "Zp": return -1
    default: break
    }
    // Vowels and final consonants of Hangul join the consonant before them (UAX #11, section 4.2).
    if 0x1160...0x11FF ~= scalar || 0xD7B0...0xD7FF ~= scalar { return 0 }
    return ["F", "W"].contains(eastAsianWidths[scalar]) ? 2 : 1
  }

  private func isIgnored(_ scalar: Int) -> Bool {
    ignorable[scalar] || categories[scalar] == "Cf" && !concatenating[scalar]
  }

  private func isUnassigned(_ scalar: Int) -> Bool { categories[scalar] == "Cn" }
}
