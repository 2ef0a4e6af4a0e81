import Reader
import TextGrid

/// How cells look in a picture: colours that are known, and what SVG calls the attributes.
struct PictureStyle: Hashable {
  let foreground: SRGB
  /// Nil if the ground shows.
  let background: SRGB?
  let isUnderlined: Bool
  private let isBold: Bool
  private let isItalic: Bool

  /// - Parameters:
  ///   - style: how the cells are drawn.
  ///   - ground: what stands for the terminal's own colours.
  init(_ style: Style, on ground: Ground) {
    var back = style.background.components ?? ground.background
    var front = style.foreground.components ?? ground.foreground
    if style.attributes.contains(.dim) { front = front.faint(on: back) }
    if style.attributes.contains(.reverse) { swap(&front, &back) }
    foreground = front
    background = back == ground.background ? nil : back
    isUnderlined = style.attributes.contains(.underline)
    isBold = style.attributes.contains(.bold)
    isItalic = style.attributes.contains(.italic)
  }

  /// What a style sheet says of such text.
  var declarations: String {
    var result = "fill: \(foreground.hex)"
    // A dark theme may take back what the light one says.
    result += "; font-weight: \(isBold ? "bold" : "normal")"
    result += "; font-style: \(isItalic ? "italic" : "normal")"
    return result + "; text-decoration: \(isUnderlined ? "underline" : "none")"
  }

  /// The attributes of a `text` element, with spaces between them.
  var attributes: SafeText {
    var result = SafeText("fill=\"\(foreground.hex)\"")
    if isBold { result += " font-weight=\"bold\"" }
    if isItalic { result += " font-style=\"italic\"" }
    if isUnderlined { result += " text-decoration=\"underline\"" }
    return result
  }
}
