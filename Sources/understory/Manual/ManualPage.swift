/// The manual page of the program, made from the commands and the topics that have no page.
enum ManualPage {
  /// Its lines, in mdoc(7).
  static func lines(of tree: CommandTree) -> [String] {
    var page = Mdoc()
    page.begin("understory", section: 1, date: ProgramVersion.date)
    page.section("NAME")
    page.request("Nm", "understory")
    page.request("Nd", "read long discussions in a terminal")
    page.section("SYNOPSIS")
    synopsis(of: tree, in: &page)
    page.section("DESCRIPTION")
    page.text(tree.abstract + " It remembers what you have read. " + tree.discussion)
    page.section("COMMANDS")
    for command in tree.shownSubcommands {
      describe(command, after: [], in: &page)
    }
    for topic in [HelpTopic.environment, .files] { TopicPage.addSection(of: topic, to: &page) }
    page.section("EXIT STATUS")
    page.request("Bl", "-tag", "-width", "indent")
    for (status, meaning) in statuses {
      page.request("It", status)
      page.text(meaning)
    }
    page.request("El")
    page.section("EXAMPLES")
    for (index, (meaning, command)) in examples.enumerated() {
      if index > 0 { page.request("Pp") }
      page.text(meaning)
      page.display([command])
    }
    page.section("SEE ALSO")
    page.references(HelpTopic.pages.map { ($0.pageName, $0.section ?? 7) })
    return page.lines
  }

  private static let statuses = [
    ("0", "Success."),
    (
      "1",
      "Failure, explained in a line on standard error; or a check found problems, or a search found nothing."
    ),
    ("3", "fetch: nothing new."),
    ("64", "Invalid command line."),
    ("130", "Interrupted by Ctrl-C; for another signal, 128 plus its number."),
  ]

  private static let examples = [
    ("Read a response from a site:", "curl https://lobste.rs/s/ID.json | understory -"),
    ("Add it to the library, and open the library:", "understory add d.json && understory"),
    (
      "Join the pages of one discussion in a file:",
      "understory import page1.json page2.json --output d.json"
    ),
    ("Print it 60 cells wide:", "understory show --width 60 d.json | less"),
    ("Find problems with the terminal or with files:", "understory doctor"),
  ]

  private static func synopsis(of tree: CommandTree, in page: inout Mdoc) {
    page.request("Nm")
    if let name = tree.defaultSubcommand, let command = tree[name] {
      synopsis(of: command.arguments, in: &page)
    }
    for command in tree.shownSubcommands where command.name != tree.defaultSubcommand {
      page.request("Nm")
      page.request("Cm", command.name)
      if !command.subcommands.isEmpty { page.request("Ar", "command") }
      synopsis(of: command.arguments, in: &page)
    }
  }

  /// The arguments as they are typed, options first, without those that all commands have.
  private static func synopsis(of arguments: [CommandTree.Parameter], in page: inout Mdoc) {
    let own = arguments.filter { $0.isShown && !isCommon($0) }
    for option in own where option.kind != .positional {
      let name = shownName(option)
      page.option("Op", name, value: option.kind == .option ? option.valueName : nil)
    }
    for argument in own where argument.kind == .positional {
      page.value(
        argument.isOptional ? "Op" : nil, argument.valueName, isRepeating: argument.isRepeating)
    }
  }

  /// Its long name, without the first hyphen, which mdoc puts there.
  private static func shownName(_ option: CommandTree.Parameter) -> String {
    let name = option.names.first { $0.hasPrefix("--") } ?? option.names.last ?? ""
    return String(name.dropFirst())
  }

  /// Whether every command has it.
  private static func isCommon(_ argument: CommandTree.Parameter) -> Bool {
    argument.names.contains("--help") || argument.names.contains("--version")
  }

  /// Describes a command and, after it, its subcommands: commands are nested two or three deep.
  private static func describe(
    _ command: CommandTree, after names: [String], in page: inout Mdoc
  ) {
    let names = names + [command.name]
    page.subsection("understory " + names.joined(separator: " "))
    page.text(command.abstract)
    if !command.discussion.isEmpty { page.text(command.discussion) }
    let own = command.shownArguments.filter { !isCommon($0) }
    if !own.isEmpty {
      page.request("Bl", "-tag", "-width", "indent")
      for argument in own { describe(argument, in: &page) }
      page.request("El")
    }
    for subcommand in command.shownSubcommands {
      describe(subcommand, after: names, in: &page)
    }
  }

  private static func describe(_ argument: CommandTree.Parameter, in page: inout Mdoc) {
    if argument.kind == .positional {
      page.value("It", argument.valueName, isRepeating: argument.isRepeating)
    } else {
      let name = shownName(argument)
      page.option("It", name, value: argument.kind == .option ? argument.valueName : nil)
    }
    page.text(argument.abstract)
    if !argument.discussion.isEmpty { page.text(argument.discussion) }
    if !argument.values.isEmpty, !argument.values.allSatisfy(argument.abstract.contains) {
      page.text("One of \(argument.values.joined(separator: ", ")).")
    }
    if let value = argument.defaultValue { page.text("(default: \(value))") }
  }
}
