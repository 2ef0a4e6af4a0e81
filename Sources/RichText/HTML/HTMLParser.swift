import CLibXML2

/// Reads HTML with libxml2, in its SAX form: the tree form drops text below 256 levels, and takes
/// a time that grows with the square of the length where tags are not closed.
enum HTMLParser {
  /// Elements within each other; start tags in the last are ignored, and only their text is read.
  static let deepest = 1000

  /// Reads a text to its end.
  ///
  /// - Parameters:
  ///   - raw: HTML in UTF-8, whole or in part, however broken.
  ///   - reader: told of each tag and each text.
  /// - Complexity: O(length).
  static func read(_ raw: UnsafeBufferPointer<UInt8>, into reader: inout HTMLReader) {
    _ = isReady
    let source = HTMLSource(raw)
    guard let context = htmlNewParserCtxt() else { return }
    defer { htmlFreeParserCtxt(context) }
    context.pointee.sax.pointee = handlers
    withUnsafeMutablePointer(to: &reader) { reader in
      var session = Session(context: context, reader: reader)
      withUnsafeMutablePointer(to: &session) { session in
        context.pointee.userData = UnsafeMutableRawPointer(session)
        let options =
          HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
          | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOIMPLIED.rawValue
          | HTML_PARSE_IGNORE_ENC.rawValue
        source.bytes.withUnsafeBytes { bytes in
          let characters = bytes.bindMemory(to: CChar.self)
          let count = Int32(clamping: characters.count)
          _ = htmlCtxtReadMemory(
            context, characters.baseAddress, count, nil, "UTF-8", Int32(options))
        }
      }
    }
  }

  /// What libxml2 gives back to its callers.
  fileprivate struct Session {
    let context: htmlParserCtxtPtr
    let reader: UnsafeMutablePointer<HTMLReader>
  }

  /// libxml2 must be set up once, by one thread.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// All but these are nil: no errors are printed, and comments and scripts are not told.
  private static var handlers: xmlSAXHandler {
    var result = xmlSAXHandler()
    result.startElement = { session, name, attributes in
      guard let session = HTMLParser.session(session), let name else { return }
      session.startElement(String(cString: name), attributes)
    }
    result.endElement = { session, name in
      guard let session = HTMLParser.session(session), let name else { return }
      session.reader.pointee.end(String(cString: name))
    }
    result.characters = { session, text, count in
      guard let session = HTMLParser.session(session) else { return }
      let bytes = UnsafeBufferPointer(start: text, count: Int(count))
      session.reader.pointee.text(String(decoding: bytes, as: UTF8.self))
    }
    result.ignorableWhitespace = result.characters
    // Without one, scripts and styles would be told as text.
    result.cdataBlock = { _, _, _ in }
    return result
  }

  private static func session(_ pointer: UnsafeMutableRawPointer?) -> Session? {
    pointer?.assumingMemoryBound(to: Session.self).pointee
  }
}

extension HTMLParser.Session {
  /// Tells of an element, unless it is too deep.
  ///
  /// libxml2 has just put it on its stack of names. It is taken off again there, since each end
  /// tag that fits none searches the whole stack.
  fileprivate func startElement(
    _ name: String, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    let depth = Int(context.pointee.nameNr)
    // The content of these cannot nest, and must not become text.
    if depth > HTMLParser.deepest, name != "script", name != "style" {
      context.pointee.nameNr -= 1
      context.pointee.name = context.pointee.nameTab[depth - 2]
      guard HTMLElement.void.contains(name) else { return }
      reader.pointee.start(element(name, attributes))
      reader.pointee.end(name)
    } else {
      reader.pointee.start(element(name, attributes))
    }
  }

  private func element(
    _ name: String, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
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
