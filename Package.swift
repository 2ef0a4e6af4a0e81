// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target of this package is compiled with.
let swift: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// The same, with warnings as errors where `CI` is set: a newer compiler must not break a user's build.
let settings = Context.environment["CI"] == nil ? swift : swift + [.treatAllWarnings(as: .error)]

/// The commit of which the program is built, where whoever builds it says so in UNDERSTORY_COMMIT.
///
/// SwiftPM knows it too, but remembers it for as long as this file stays the same: after the next
/// commit it would be a wrong one.
let commit: [CSetting] =
  Context.environment["UNDERSTORY_COMMIT"].map {
    [.define("UNDERSTORY_COMMIT", to: "\"\($0)\"")]
  } ?? []

// macOS has ncurses with wide characters under its plain name, and other libraries from Homebrew.
#if os(macOS)
  let ncursesPath = "Sources/CNcurses/macOS"
  func homebrew(_ name: String) -> String? { name }
#else
  let ncursesPath = "Sources/CNcurses"
  func homebrew(_ name: String) -> String? { nil }
#endif

/// A room: a folder in Sources with a page, whose imports are those of the table in Sources/README.md.
///
/// It is optimised in debug builds too: tests then take half the time, and building takes a quarter more.
func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [],
  resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: ["Platform"] + dependencies, exclude: ["README.md"] + exclude,
    resources: resources,
    swiftSettings: settings + [.unsafeFlags(["-O"], .when(configuration: .debug))])
}

/// The tests of a room, in a folder of Tests.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "understory",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: homebrew("libcmark-gfm"),
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),
    .systemLibrary(name: "CNcurses", path: ncursesPath, providers: [.apt(["libncurses-dev"])]),
    .systemLibrary(
      name: "CPCRE2", pkgConfig: homebrew("libpcre2-8"),
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
    .systemLibrary(name: "CPlatform"),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "CRescue"),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CTerminals"),
    .target(name: "CUnicode"),
    .target(name: "CVersion", cSettings: commit),

    .target(
      name: "Platform", dependencies: ["CPlatform"], exclude: ["README.md"],
      swiftSettings: settings, linkerSettings: [.linkedLibrary("iconv", .when(platforms: [.macOS]))]
    ),
    room("HTMLTree"),
    room("WebAddresses"),
    room("Paths"),
    room("Processes", ["CPlatform", "Paths"]),
    room("JSONText"),
    room("DiscussionModel", ["JSONText"]),
    room("ReadMarks", ["DiscussionModel"]),
    room(
      "Sites", ["CPlatform", "DiscussionModel", "HTMLTree", "JSONText", "WebAddresses"]),
    room(
      "Fetching",
      ["CPlatform", "DiscussionModel", "JSONText", "Paths", "Processes", "Sites", "WebAddresses"]),
    room("TextGrid", ["CUnicode", "WebAddresses"]),
    room("RichText", ["TextGrid", "HTMLTree", "CCmarkGFM"]),
    room("Reader", ["DiscussionModel", "ReadMarks", "RichText", "TextGrid", "CPCRE2"]),
    room(
      "Library",
      [
        "DiscussionModel", "Paths", "ReadMarks", "Sites", "Storage", "TextGrid", "WebAddresses",
      ], resources: [.embedInCode("Sample")]),
    room(
      "Storage", ["DiscussionModel", "Paths", "ReadMarks", "WebAddresses", "CSQLite"]),
    room(
      "Configuration", ["Paths", "Reader", "Sites", "TextGrid", "TOMLKit"],
      exclude: ["Themes/Pictures"],
      resources: [.embedInCode("Themes")]),
    room(
      "DiscussionExport", ["DiscussionModel", "ReadMarks", "RichText", "TextGrid", "Reader"]),
    room("TerminalUI", ["TextGrid", "CNcurses", "CPlatform", "CRescue", "CTerminals"]),
    .executableTarget(
      name: "understory",
      dependencies: [
        "JSONText", "DiscussionModel", "Library", "ReadMarks", "Sites", "TextGrid", "RichText",
        "Reader", "Storage", "Configuration", "DiscussionExport", "Fetching", "Paths",
        "Platform", "Processes", "TerminalUI", "CPlatform", "CVersion", "CZlib", "WebAddresses",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], exclude: ["README.md"], resources: [.embedInCode("Manual/Topics")],
      swiftSettings: settings),

    .target(name: "SeededNumbers", path: "Tests/SeededNumbers", swiftSettings: settings),
    .target(name: "HostileCorpus", path: "Tests/HostileCorpus", swiftSettings: settings),
    .target(name: "RunningPrograms", path: "Tests/RunningPrograms", swiftSettings: settings),
    tests("WebAddresses", ["WebAddresses"]),
    tests(
      "Fetching", ["DiscussionModel", "Fetching", "RunningPrograms", "Sites", "WebAddresses"]),
    tests(
      "Understory",
      [
        "understory", "Configuration", "DiscussionModel", "JSONText", "Storage", "RunningPrograms",
        "Sites",
        "TextGrid",
      ]),
    .target(
      name: "TreeShapes", dependencies: ["DiscussionModel", "SeededNumbers"],
      path: "Tests/TreeShapes", swiftSettings: settings),
    .executableTarget(
      name: "Faulty", dependencies: ["Platform", "TerminalUI", "TextGrid"], path: "Tests/Faulty",
      swiftSettings: settings),
    tests("Paths", ["Paths", "SeededNumbers"]),
    .executableTarget(
      name: "Mutations",
      dependencies: [
        "Platform", "Sites", "DiscussionModel", "Reader", "SeededNumbers", "TextGrid",
      ],
      path: "Tests/Mutations", swiftSettings: settings),
    tests("Processes", ["Processes"]),
    .executableTarget(
      name: "GenerateUnicode", dependencies: ["CUnicode", "Platform"],
      path: "Tests/GenerateUnicode",
      swiftSettings: settings),
    tests("GenerateUnicode", ["GenerateUnicode", "RunningPrograms"]),
    tests("JSONText", ["JSONText", "SeededNumbers"]),
    tests("DiscussionModel", ["DiscussionModel", "JSONText", "SeededNumbers"]),
    tests("ReadMarks", ["ReadMarks", "DiscussionModel", "SeededNumbers"]),
    tests(
      "Sites",
      ["Sites", "DiscussionModel", "HTMLTree", "JSONText", "SeededNumbers", "WebAddresses"]),
    tests("HTMLTree", ["HTMLTree", "HostileCorpus", "JSONText"]),
    tests("TextGrid", ["TextGrid", "HostileCorpus", "SeededNumbers"]),
    tests("RichText", ["RichText", "TextGrid", "HostileCorpus"]),
    tests(
      "Reader",
      [
        "Reader", "Sites", "DiscussionModel", "ReadMarks", "RichText", "SeededNumbers",
        "TextGrid", "TreeShapes",
      ], exclude: ["Golden"]),
    tests(
      "Library",
      [
        "Library", "DiscussionModel", "ReadMarks", "SeededNumbers", "Sites", "Storage", "TextGrid",
      ]),
    tests("Storage", ["Storage", "DiscussionModel", "ReadMarks", "CSQLite"]),
    tests("Configuration", ["Configuration", "Reader", "Sites", "TextGrid"]),
    tests(
      "DiscussionExport",
      [
        "CCmarkGFM", "DiscussionExport", "DiscussionModel", "HostileCorpus", "JSONText",
        "ReadMarks",
        "Reader", "RichText", "SeededNumbers", "TextGrid",
      ]),
    tests("TerminalUI", ["TerminalUI", "TextGrid", "CNcurses", "CRescue", "SeededNumbers"]),
    tests(
      "EndToEnd",
      [
        "understory", "Sites", "DiscussionModel", "Faulty", "GenerateUnicode",
        "HostileCorpus", "JSONText", "Storage", "RunningPrograms", "SeededNumbers",
        "TextGrid", "WebAddresses",
      ]),
    tests("Room", []),
  ],
  swiftLanguageModes: [.v6]
)

// What is measured; `swift package benchmark` finds targets in a folder of the name Benchmarks.
if Context.environment["UNDERSTORY_BENCH"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []))
  package.targets.append(
    .executableTarget(
      name: "Speed",
      dependencies: [
        "DiscussionModel", "JSONText", "Reader", "RichText", "SeededNumbers", "TextGrid",
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Tests/Benchmarks/Speed", swiftSettings: settings,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]))
  // In another folder: a million comments take too long to be indexed each time.
  package.targets.append(
    .executableTarget(
      name: "SearchSpeed",
      dependencies: ["DiscussionModel", "Reader", "Storage", "SeededNumbers"],
      path: "Tests/SearchSpeed", swiftSettings: settings))
  package.targets.append(
    .executableTarget(
      name: "Growth",
      dependencies: [
        "DiscussionExport", "DiscussionModel", "ReadMarks", "Reader", "TextGrid", "TreeShapes",
      ],
      path: "Tests/Growth", swiftSettings: settings))
  package.targets.append(
    .executableTarget(
      name: "TextSpeed", dependencies: ["DiscussionModel", "Reader", "TextGrid"],
      path: "Tests/TextSpeed", swiftSettings: settings))
}

// What is fed noise, by Tests/Fuzz/run.
if Context.environment["UNDERSTORY_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "Sites", "DiscussionModel", "HTMLTree", "HostileCorpus", "JSONText", "Reader",
        "RichText", "TextGrid", "WebAddresses",
      ],
      path: "Tests/Fuzz", exclude: ["run"], swiftSettings: settings))
}
