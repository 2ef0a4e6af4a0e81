import Configuration
import Foundation
import RunningPrograms
import Testing
import TextGrid

@testable import understory

/// Adding a source to the configuration file.
@Suite struct AddingSourcesTests {
  private let folder: Folder
  private var path: String { folder.path + "/config.toml" }

  init() throws { folder = try Folder() }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  /// Why a source cannot be added; nil if it can.
  private func problem() -> String? {
    do {
      try UserSettings.add("News", "hn", to: path)
      return nil
    } catch {
      return (error as? Failure)?.line.string
    }
  }

  @Test func aMissingFileIsMadeForTheUserAlone() throws {
    let path = folder.path + "/new/config.toml"
    #expect(try UserSettings.add("News", "hn", to: path).name == "News")
    #expect(try folder.read("new/config.toml") == "[sources]\nNews = \"hn\"\n")
    #expect(try mode(path) == 0o600)
    #expect(try mode(folder.path + "/new") == 0o700)
  }

  @Test func aLinkStaysALinkAndPermissionsStay() throws {
    try folder.write("width = 72\n", to: "real.toml")
    chmod(folder.path + "/real.toml", 0o644)
    symlink("real.toml", path)
    try UserSettings.add("News", "hn", to: path)
    try UserSettings.add("Other", "lobsters", to: path)
    #expect(
      try folder.read("real.toml")
        == "width = 72\n\n[sources]\nNews = \"hn\"\nOther = \"lobsters\"\n")
    #expect(try mode(folder.path + "/real.toml") == 0o644)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == "real.toml")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
  }

  @Test func whatMayNotBeWrittenStays() throws {
    try folder.write("width = 72\n", to: "config.toml")
    chmod(path, 0o444)
    #expect(problem() == "\(path): read-only; hn was not added")
    #expect(try folder.read("config.toml") == "width = 72\n")
  }

  @Test func whatCannotBeReadWholeStays() throws {
    try folder.write([0x23, 0xFF, 0x0A], to: "config.toml")
    #expect(problem() == "\(path): not in UTF-8; hn was not added")
    unlink(path)
    symlink("nowhere.toml", path)
    #expect(problem() == "\(path): a dangling link; hn was not added")
    unlink(path)
    try folder.write("width = \n", to: "config.toml")
    #expect(problem() == "\(path): the file has a problem; \"understory config\" explains")
  }
}
