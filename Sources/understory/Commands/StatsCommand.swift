import ArgumentParser
import Configuration
import DiscussionExport
import DiscussionModel
import JSONText
import Reader
import TerminalUI
import TextGrid

/// `understory stats DISCUSSION`: what a discussion comes to in numbers.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Show who wrote how much, when, how deep, and which threads are longest.")

  @Argument(help: .discussionToShow, completion: .discussion)
  var files: [String]

  @OptionGroup var limit: LimitOption

  @Option(
    help: ArgumentHelp("The width of a line, in cells. (default: 80)", valueName: "cells"))
  var width: Int?

  @Flag(
    help: """
      Bars in ASCII. (default: if the configuration says so or the locale is not UTF-8)
      """)
  var ascii = false

  @Flag(help: "As JSON. (default: as text)")
  var json = false

  func validate() throws {
    if let width, width < 20 {
      throw ValidationError("--width: expected 20 or more, found \(width)")
    }
    if let width { try ShowCommand.expect(width: width) }
    if json, width != nil || ascii {
      throw ValidationError("\(ascii ? "--ascii" : "--width"): not valid with --json")
    }
  }

  func run() throws {
    try reportingFailure {
      let page = try LinkedFiles.page(files)
      let statistics = Statistics(page)
      if json { return try Output.standard.writeAll(Self.encoded(statistics, of: page)) }
      let text = StatisticsText(statistics, columns: width ?? 80, isASCII: usesASCII)
      try Output.standard.writeLines { line in for text in text.lines { try line(text) } }
    }
  }

  /// Whether bars are drawn in ASCII; what is wrong in the configuration is reported.
  private var usesASCII: Bool {
    if ascii || !UserLocale().isUTF8 { return true }
    let themes = Themes(folder: UserFolder.themes).names
    let (settings, problems) = UserSettings.load(themes: themes)
    for problem in problems { Output.error.writeLine("understory: " + problem) }
    return settings.usesASCII
  }

  /// Bars over time in JSON, at most.
  private static let barCount = 100

  private static func encoded(_ statistics: Statistics, of page: Page) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("id", page.discussion.id)
    writer.member("title", statistics.title)
    writer.member("comments", statistics.comments)
    writer.member("deleted", statistics.deleted)
    writer.member("threads", statistics.threads)
    writer.member("words", statistics.words)
    writer.member("medianWords", statistics.medianWords)
    writer.name("participants")
    writer.beginArray()
    for participant in statistics.participants {
      writer.beginObject()
      writer.member("author", participant.name)
      writer.member("comments", participant.comments)
      writer.endObject()
    }
    writer.endArray()
    writer.member("withoutAuthor", statistics.withoutAuthor)
    if let bars = statistics.times?.bars(atMost: barCount) {
      writer.name("times")
      writer.beginObject()
      writer.member("start", Int(bars.start))
      writer.member("seconds", Int(bars.length))
      writer.member("comments", bars.counts)
      writer.endObject()
    }
    writer.member("withoutTime", statistics.withoutTime)
    writer.member("levels", statistics.levels)
    if let deepest = statistics.deepest { writer.member("deepest", deepest) }
    writer.name("longestThreads")
    writer.beginArray()
    for branch in statistics.branches {
      writer.beginObject()
      writer.member("number", branch.number)
      if let author = branch.author { writer.member("author", author) }
      writer.member("comments", branch.comments)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ name: String, _ value: String) {
    self.name(name)
    string(value)
  }

  fileprivate mutating func member(_ name: String, _ value: Int) {
    self.name(name)
    integer(value)
  }

  fileprivate mutating func member(_ name: String, _ values: [Int]) {
    self.name(name)
    beginArray()
    for value in values { integer(value) }
    endArray()
  }
}
