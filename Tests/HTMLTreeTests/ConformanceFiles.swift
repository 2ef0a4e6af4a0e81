import Foundation
import JSONText

/// The tests of html5lib, which are not a part of the project.
enum ConformanceFiles {
  static let folder = root + "/../shared/corpora/html5lib"

  static let areThere = FileManager.default.fileExists(atPath: folder)

  static let missing = "../shared/corpora/html5lib, which is not a part of the project, is missing"

  private static let root = #filePath.components(separatedBy: "/Tests/")[0]

  /// The files of a folder with an ending, by name; none if the folder is missing.
  static func names(in subfolder: String, ending: String) -> [String] {
    let all = try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + subfolder)
    return (all ?? []).filter { $0.hasSuffix(ending) }.sorted()
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + path)))
  }
}

/// A value of JSON.
indirect enum JSONValue {
  case object([String: JSONValue])
  case array([JSONValue])
  /// Its text, and whether it has surrogates that are not a pair.
  case string(String, isBroken: Bool)
  case other(Bool?)

  init(_ bytes: [UInt8]) throws {
    var reader = JSONReader(bytes)
    self = try JSONValue(&reader, try reader.next())
  }

  private init(_ reader: inout JSONReader, _ event: JSONEvent) throws {
    switch event {
    case .beginObject:
      var members: [String: JSONValue] = [:]
      while case .key(let name) = try reader.next() {
        members[name.text(in: reader.bytes).text] = try JSONValue(&reader, try reader.next())
      }
      self = .object(members)
    case .beginArray:
      var elements: [JSONValue] = []
      while true {
        let next = try reader.next()
        if next == .endArray { break }
        elements.append(try JSONValue(&reader, next))
      }
      self = .array(elements)
    case .string(let string):
      let (text, repairs) = string.text(in: reader.bytes)
      self = .string(text, isBroken: repairs > 0)
    case .bool(let value): self = .other(value)
    default: self = .other(nil)
    }
  }

  subscript(name: String) -> JSONValue? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }

  var string: String? { if case .string(let text, _) = self { text } else { nil } }

  var bool: Bool? { if case .other(let value) = self { value } else { nil } }

  /// Whether a surrogate stands alone in it.
  var isBroken: Bool {
    switch self {
    case .string(_, let isBroken): isBroken
    case .array(let elements): elements.contains { $0.isBroken }
    case .object(let members): members.values.contains { $0.isBroken }
    case .other: false
    }
  }
}
