import CLibXML2

/// Reads HTML with libxml2, in its SAX form: the tree form drops text below 256 levels, and takes
/// a time that grows with the square of the length where tags are not closed.
public enum HTMLParser {
  /// Elements within each other; start tags in the last are ignored, and only their text is read.
  static let deepest = 1000

  /// Whether libxml2 is there: it is loaded where this is asked, or HTML is read, for the first time.
  public static let isThere = understory_html_load() != 0

  /// Reads a text to its end; all of it is text where there is no libxml2.
  ///
  /// - Parameters:
  ///   - raw: HTML in UTF-8, whole or in part, however broken.
  ///   - reader: told of each tag and each text.
  /// - Complexity: O(length).
  static func read(_ raw: UnsafeBufferPointer<UInt8>, into reader: inout HTMLReader) {
    guard isThere else { return reader.text(String(decoding: raw, as: UTF8.self)) }
    let source = HTMLSource(raw)
    var handlers = handlers
    withUnsafeMutablePointer(to: &reader) { reader in
      source.bytes.withUnsafeBytes { bytes in
        let characters = bytes.bindMemory(to: CChar.self)
        understory_html_read(
          characters.baseAddress, characters.count, Int32(deepest), &handlers, reader)
      }
    }
  }

  private static var handlers: understory_html_handlers {
    understory_html_handlers(
      start: { reader, name, attributes, isTooDeep in
        guard let reader = HTMLParser.reader(reader), let name else { return }
        let element = HTMLParser.element(String(cString: name), attributes)
        if isTooDeep == 0 {
          reader.pointee.start(element)
        } else if HTMLElement.void.contains(element.name) {
          reader.pointee.start(element)
          reader.pointee.end(element.name)
        }
      },
      end: { reader, name in
        guard let reader = HTMLParser.reader(reader), let name else { return }
        reader.pointee.end(String(cString: name))
      },
      text: { reader, text, count in
        guard let reader = HTMLParser.reader(reader), let text else { return }
        let bytes = UnsafeRawBufferPointer(start: text, count: count)
        reader.pointee.text(String(decoding: bytes, as: UTF8.self))
      })
  }

  private static func reader(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<
    HTMLReader
  >? {
    pointer?.assumingMemoryBound(to: HTMLReader.self)
  }

  private static func element(
    _ name: String, _ attributes: UnsafePointer<UnsafePointer<CChar>?>?
  ) -> HTMLElement {
    var result = HTMLElement(name: name)
    guard var next = attributes else { return result }
    while let attribute = next.pointee {
      let name = String(cString: attribute)
      if HTMLElement.attributeNames.contains(name) {
        result.attributes[name] = next[1].map { String(cString: $0) } ?? ""
      }
      next += 2
    }
    return result
  }
}
