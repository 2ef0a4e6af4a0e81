import Configuration
import JSONText
import Sites
import TextGrid

/// What front pages can be called on the command line: the sources of the configuration, and the names
/// that are built in.
struct FrontNames {
  private let settings: Settings

  /// - Parameter settings: what the user has set.
  init(_ settings: Settings) { self.settings = settings }

  /// The address of a front page.
  ///
  /// - Parameter name: the name of a source, exactly; or a built-in name, or an address; or the name of a
  ///   source but for small and capital letters.
  /// - Returns: it; it can be one of a front page.
  /// - Throws: ``Failure`` if it is none of them.
  func address(of name: String) throws -> String {
    if let source = settings.sources.first(where: { $0.name == name }) { return source.address }
    do throws(SiteError) {
      let address = try FrontName(name).address
      _ = try FrontVisit(url: address)
      return address
    } catch {
      if let source = settings.source(named: name) { return source.address }
      let meant = nearest(to: name).map { "; did you mean \($0)?" } ?? ""
      throw Failure(SafeText("\(name): \(error.message)\(meant)"))
    }
  }

  /// The name that was probably meant by another; nil if there is none.
  func nearest(to name: String) -> String? {
    nearestName(to: name, among: settings.sources.map(\.name) + FrontName.known)
  }

  private var sources: [[String]] {
    settings.sources.map { [$0.name, $0.page, $0.address] }
  }

  /// The names that are built in, with their addresses; those that stand for many, such as
  /// `lobsters/t/TAG`, have none.
  private var builtIn: [[String]] {
    FrontName.known.map { name in
      let isPattern = name.contains { $0.isUppercase }
      return [name, name, isPattern ? "" : (try? FrontName(name).address) ?? ""]
    }
  }

  /// A line for each: the name and the address.
  var lines: [SafeText] {
    let rows = (sources + builtIn).map { (name: SafeText($0[0]), address: SafeText($0[2])) }
    let width = rows.map(\.name.width).filter { $0 <= 40 }.max() ?? 0
    return rows.map { name, address in
      guard !address.isEmpty else { return name }
      let space = String(repeating: " ", count: max(0, width - name.width))
      return name + SafeText(space + "  ") + address
    }
  }

  /// Name, page and address of each; the address is empty if there is none.
  var fields: [[String]] { sources + builtIn }

  var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for (rows, isSource) in [(sources, true), (builtIn, false)] {
      for row in rows {
        writer.beginObject()
        for (name, value) in zip(["name", "page", "address"], row) {
          writer.name(name)
          if value.isEmpty { writer.null() } else { writer.string(value) }
        }
        writer.name("source")
        writer.bool(isSource)
        writer.endObject()
      }
    }
    writer.endArray()
    writer.endLine()
    return writer.bytes
  }
}
