import TextGrid

/// Something to be explained that is not a command: a page of `understory help`, and a page or a
/// section of the manual.
enum HelpTopic: String, CaseIterable {
  case keys, reading, library, sites, formats, output, accessibility, config, privacy, files,
    environment

  /// Their names, as `keys, reading`.
  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// Those that have a page of their own, by section and then by name.
  static var pages: [HelpTopic] {
    allCases.filter { $0.section != nil }.sorted {
      ($0.section ?? 0, $0.rawValue) < ($1.section ?? 0, $1.rawValue)
    }
  }

  /// The name of its page.
  var pageName: String { "understory-\(rawValue)" }

  /// In which section of the manual its page is; nil for one that is a section of `understory(1)`.
  var section: Int? {
    switch self {
    case .keys, .reading, .library, .sites, .output, .accessibility, .privacy: 7
    case .formats, .config: 5
    case .files, .environment: nil
    }
  }

  /// Its text, which begins with a title.
  var text: TopicText {
    let bytes =
      switch self {
      case .keys: PackageResources.keys_md
      case .reading: PackageResources.reading_md
      case .library: PackageResources.library_md
      case .sites: PackageResources.sites_md
      case .formats: PackageResources.formats_md
      case .output: PackageResources.output_md
      case .accessibility: PackageResources.accessibility_md
      case .config: PackageResources.config_md
      case .privacy: PackageResources.privacy_md
      case .files: PackageResources.files_md
      case .environment: PackageResources.environment_md
      }
    return TopicText(String(decoding: bytes, as: UTF8.self))
  }

  /// The page for a terminal, in lines of at most 80 cells if the text allows it.
  var lines: [SafeText] {
    var lines = TopicLines()
    for block in text.blocks { lines.add(block) }
    return lines.lines
  }
}
