import ArgumentParser
import Testing

@testable import understory

/// Arguments that are opened without the parser of options.
@Suite struct PlainArgumentsTests {
  /// They mean what they mean to the parser.
  @Test(arguments: [
    [], ["a.json"], ["/tmp/a b.json", "c"], ["https://example.org/1"], ["./list"], ["hn:1"],
    ["é/中"],
    ["a.json", "list", ""],
  ]) func theyAreReadAsTheParserReadsThem(arguments: [String]) throws {
    let plain = try #require(OpenCommand.plain(arguments))
    let parsed = try #require(try Understory.parseAsRoot(arguments) as? OpenCommand)
    #expect(plain.files == parsed.files)
    #expect(plain.limit.limit == parsed.limit.limit)
    #expect(plain.looks.theme == parsed.looks.theme)
    #expect(plain.looks.color == parsed.looks.color)
    #expect(plain.top == parsed.top)
    #expect(plain.linear == parsed.linear)
    #expect(plain.append == parsed.append)
  }

  /// Whatever may be an option or a command is left to the parser.
  @Test(arguments: [
    ["list"], ["--version"], ["a.json", "--top"], ["-"], ["a.json", "-"], ["--", "a.json"], [""],
    ["sample"],
  ]) func othersAreParsed(arguments: [String]) {
    #expect(OpenCommand.plain(arguments)?.files == nil)
  }

  /// No command is called as a plain argument may be.
  @Test func noCommandLooksLikeOne() {
    for command in Understory.configuration.subcommands {
      let names = [command._commandName] + command.configuration.aliases
      #expect(names.allSatisfy { OpenCommand.plain([$0])?.files == nil })
    }
  }
}
