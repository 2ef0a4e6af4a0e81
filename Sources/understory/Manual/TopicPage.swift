/// A topic as a page of the manual, or as a section of one.
enum TopicPage {
  /// Its lines, in mdoc(7).
  static func lines(of topic: HelpTopic) -> [String] {
    var page = Mdoc()
    page.begin(topic.pageName, section: topic.section ?? 7, date: ProgramVersion.date)
    page.section("NAME")
    page.request("Nm", topic.pageName)
    page.description(title(of: topic))
    page.section("DESCRIPTION")
    add(topic, to: &page, isWhole: true)
    page.section("SEE ALSO")
    page.references(
      [("understory", 1)]
        + HelpTopic.pages.filter { $0 != topic }.map { ($0.pageName, $0.section ?? 7) })
    return page.lines
  }

  /// Adds a topic that has no page as a section of another.
  static func addSection(of topic: HelpTopic, to page: inout Mdoc) {
    page.section(topic.rawValue.uppercased())
    add(topic, to: &page, isWhole: false)
  }

  /// What its title says.
  private static func title(of topic: HelpTopic) -> String {
    guard case .heading(_, let title)? = topic.text.blocks.first else { return topic.rawValue }
    return title.prefix(1).lowercased() + title.dropFirst()
  }

  /// Adds what is below the title; its headings are sections if the topic is the whole page.
  private static func add(_ topic: HelpTopic, to page: inout Mdoc, isWhole: Bool) {
    var before: TopicText.Block?
    var isInList = false
    for block in topic.text.blocks.dropFirst() {
      if case .item(let text) = block {
        if !isInList { page.request("Bl", "-bullet", "-compact") }
        isInList = true
        page.request("It")
        page.markedText(text)
        before = block
        continue
      }
      if isInList { page.request("El") }
      isInList = false
      switch block {
      case .heading(let level, let title):
        let title = TopicText.plain(title)
        if level == 2, isWhole { page.section(title.uppercased()) } else { page.subsection(title) }
      case .paragraph(let text):
        if let before, !before.isHeading { page.request("Pp") }
        page.markedText(text)
      case .item: break
      case .literal(let lines): page.display(lines)
      case .table(let table): add(table, isCompact: false, to: &page)
      case .made(let name):
        if let table = TopicTable.made(name) {
          add(table, isCompact: topic == .keys, to: &page)
        }
      }
      before = block
    }
    if isInList { page.request("El") }
  }

  private static func add(_ table: TopicTable, isCompact: Bool, to page: inout Mdoc) {
    for part in table.parts where !part.entries.isEmpty {
      if !part.heading.isEmpty { page.subsection(TopicText.plain(part.heading)) }
      if isCompact {
        page.request("Bl", "-tag", "-compact", "-width", "Backspace - Ctrl-O")
      } else {
        page.request("Bl", "-tag", "-width", "indent")
      }
      for entry in part.entries {
        page.request("It", TopicText.plain(entry.term))
        page.markedText(entry.text)
        if !entry.examples.isEmpty { page.display(entry.examples) }
      }
      page.request("El")
    }
  }
}

extension TopicText.Block {
  /// Whether a section begins with it, before whose first paragraph there is no space.
  fileprivate var isHeading: Bool {
    if case .heading = self { true } else { false }
  }
}
