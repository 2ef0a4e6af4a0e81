import RunningPrograms
import Testing

/// What the program offers to shells.
@Suite struct CompletionTests {
  @Test func theProgramOffersItsThemes() throws {
    let outcome = try Program.run(["complete", "--", "--theme", "contrast-d"])
    #expect(outcome.status == 0)
    #expect(outcome.output == "files\ncontrast-dark\t\n")
  }

  @Test func aNameThatIsNotWhatItSeemsIsNotOffered() throws {
    let folder = try Folder()
    let themes = folder.path + "/understory/themes"
    _ = try Program.run("/bin/mkdir", ["-p", themes])
    for name in ["du中sk", "du\u{1B}[31m"] {
      try folder.write("inherits = \"dark\"", to: "understory/themes/\(name).toml")
    }
    let outcome = try Program.run(
      ["complete", "--", "--theme", "du"], environment: ["XDG_CONFIG_HOME": folder.path])
    #expect(outcome.output == "files\ndu中sk\t\n")
  }

  @Test func itOffersWhatTheLibraryHas() throws {
    let desk = try Desk(Story(count: 1))
    let folders = ["XDG_STATE_HOME": desk.folder.path, "XDG_DATA_HOME": desk.folder.path + "/data"]
    let before = try Program.run(["complete", "--", "remove", "st"], environment: folders)
    #expect(before.output == "none\n")
    #expect(desk.files == [])
    #expect(try Program.run(["add", desk.path], environment: folders).status == 0)
    for command in ["remove", "fetch"] {
      let outcome = try Program.run(["complete", "--", command, "st"], environment: folders)
      #expect(outcome.output == "none\nstory:1\t\n")
    }
    for command in ["show", "stats", "status"] {
      let outcome = try Program.run(["complete", "--", command, "st"], environment: folders)
      #expect(outcome.output == "files\nstory:1\t\n")
    }
  }

  @Test func itOffersFormatsAndTopics() throws {
    #expect(
      try Program.run(["complete", "--", "import", "--format", "red"]).output
        == "none\nreddit\t\nreddit-feed\t\n")
    #expect(
      try Program.run(["complete", "--", "help", "env"]).output == "none\nenvironment\t\n")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func aScriptIsWhatItsShellTakes(shell: String) throws {
    let script = try Program.run(["completions", shell])
    #expect(script.status == 0)
    let folder = try Folder()
    try folder.write(script.output, to: "script")
    let check = try Program.run("/usr/bin/env", [shell, "-n", folder.path + "/script"])
    // Shells that are not there say so by 127.
    #expect([0, 127].contains(check.status), "\(check.errors)")
  }

  @Test func bashCompletes() throws {
    let folder = try Folder()
    let script = """
      source <('\(Program.path)' completions bash)
      PATH='\(Program.path.dropLast("/understory".count))':$PATH
      try() {
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
        _understory understory "${@: -1}" "${@: -2:1}"
        echo "${COMPREPLY[*]}"
      }
      try understory sho
      try understory --theme contrast-l
      try understory --theme = contrast-l
      try understory mark unr
      """
    try folder.write(script, to: "script")
    let outcome = try Program.run("/bin/bash", ["--norc", folder.path + "/script"])
    #expect(outcome.output == "show\ncontrast-light\ncontrast-light\nunread\n")
  }
}
