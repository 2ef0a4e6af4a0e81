import JSONText

extension CommandTree {
  /// Reads what `--experimental-dump-help` prints.
  ///
  /// Of several subcommands with one name the first counts, as it does on the command line.
  init(json: [UInt8]) throws(JSONError) {
    var reader = JSONReader(json)
    self.init()
    try reader.beginObject()
    while let name = try reader.memberName() {
      if name == "command" { self = try reader.command() } else { _ = try reader.skipValue() }
    }
    try reader.end()
  }
}

extension JSONReader {
  fileprivate mutating func words() throws(JSONError) -> String {
    try string().text(in: bytes).text
  }

  fileprivate mutating func list<Element>(
    _ element: (inout JSONReader) throws(JSONError) -> Element
  ) throws(JSONError) -> [Element] {
    var result: [Element] = []
    try beginArray()
    while try hasElement() { result.append(try element(&self)) }
    return result
  }

  /// A command with its subcommands: commands are nested two or three deep.
  fileprivate mutating func command() throws(JSONError) -> CommandTree {
    var command = CommandTree()
    try beginObject()
    while let name = try memberName() {
      switch name {
      case "commandName": command.name = try words()
      case "abstract": command.abstract = try words()
      case "discussion": command.discussion = try words()
      case "defaultSubcommand": command.defaultSubcommand = try words()
      case "shouldDisplay": command.isShown = try bool()
      case "subcommands":
        command.subcommands = try list { (reader) throws(JSONError) in try reader.command() }
      case "arguments":
        command.arguments = try list { (reader) throws(JSONError) in try reader.parameter() }
      default: _ = try skipValue()
      }
    }
    var known: Set<String> = []
    command.subcommands.removeAll { !known.insert($0.name).inserted }
    command.explainInversions()
    return command
  }

  private mutating func parameter() throws(JSONError) -> CommandTree.Parameter {
    var parameter = CommandTree.Parameter()
    try beginObject()
    while let name = try memberName() {
      switch name {
      case "kind": parameter.kind = CommandTree.Kind(rawValue: try words()) ?? .flag
      case "names":
        parameter.names = try list { (reader) throws(JSONError) in try reader.typedName() }
      case "valueName": parameter.valueName = try words()
      case "abstract": parameter.abstract = try words()
      case "discussion": parameter.discussion = try words()
      case "defaultValue": parameter.defaultValue = try words()
      case "allValues":
        parameter.values = try list { (reader) throws(JSONError) in try reader.words() }
      case "completionKind": parameter.completion = try completion()
      case "isOptional": parameter.isOptional = try bool()
      case "isRepeating": parameter.isRepeating = try bool()
      case "shouldDisplay": parameter.isShown = try bool()
      default: _ = try skipValue()
      }
    }
    return parameter
  }

  /// A name as it is typed: one dash before a letter, two before a word.
  private mutating func typedName() throws(JSONError) -> String {
    var dashes = "--"
    var letters = ""
    try beginObject()
    while let name = try memberName() {
      switch name {
      case "kind": dashes = try words() == "long" ? "--" : "-"
      case "name": letters = try words()
      default: _ = try skipValue()
      }
    }
    return dashes + letters
  }

  private mutating func completion() throws(JSONError) -> CommandTree.Completion {
    var result = CommandTree.Completion.none
    try beginObject()
    while let name = try memberName() {
      switch name {
      case "list":
        try beginObject()
        while let name = try memberName() {
          guard name == "values" else {
            _ = try skipValue()
            continue
          }
          result = .list(try list { (reader) throws(JSONError) in try reader.words() })
        }
      case "file":
        result = .files
        _ = try skipValue()
      case "directory":
        result = .folders
        _ = try skipValue()
      case "custom":
        result = .asking
        _ = try skipValue()
      default: _ = try skipValue()
      }
    }
    return result
  }
}
