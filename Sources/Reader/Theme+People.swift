import DiscussionModel
public import TextGrid

/// What sets a person's comments apart from those of others.
struct PersonStyle: Equatable, Sendable {
  var name: Style
  /// The guides of the branches that the person opens, for each level, the first one first.
  var guides: [Style]
}

extension Theme {
  /// The levels whose guides look different.
  private static let levels = 1...6

  /// How a name looks: the same everywhere and every time.
  ///
  /// - Complexity: O(length).
  public func author(_ name: SafeText) -> Style { person(name)?.name ?? self[.author] }

  /// How what a comment is called looks.
  func caller(at position: Int, in page: Page) -> Style {
    page.hasAuthor(at: position) ? author(page.caller(at: position)) : self[.number]
  }

  /// The colour of a person, as an index; nil if the theme has none.
  public func person(called name: SafeText) -> Int? {
    if people.isEmpty { return nil }
    let hash = FNV1a.hash64(ComposedText.composed(name.string.lowercased()).utf8)
    return Int((hash ^ hash >> 32) % UInt64(people.count))
  }

  /// How the names of people look, by the index of their colour.
  public var names: [Style] { people.map(\.name) }

  /// Whether people have colours.
  var hasPeople: Bool { !people.isEmpty }

  private func person(_ name: SafeText) -> PersonStyle? {
    person(called: name).map { people[$0] }
  }

  /// The guide of a level, 1-based, below a person's comment; nil for that of nobody.
  func guide(_ level: Int, of person: Int?) -> Style {
    guard let person, people.indices.contains(person) else { return self[.guide(level)] }
    let guides = people[person].guides
    return guides[min(max(level, 1), guides.count) - 1]
  }

  /// The same theme with one look for all names and guides.
  public var withoutPeople: Theme { with([]) }

  /// The colours of people as the theme says: those that tell a name from one without a colour.
  ///
  /// Their guides are as loud as those of nobody.
  var peopleAsWritten: [PersonStyle] {
    let grounds = Ground.all(of: self, at: .direct)
    return Role.people.map { self[$0] }.filter { $0.foreground != self[.author].foreground }
      .map { name in
        let guides = Self.levels.map { level -> Style in
          let guide = self[.guide(level)]
          let color = name.foreground
          return Style(foreground: hasOnlyPalette ? color : color.faded(to: guide, on: grounds))
        }
        return PersonStyle(name: name, guides: hasOnlyPalette ? quietened(guides, grounds) : guides)
      }
  }

  /// The colours of people on a terminal with fewer colours: as many as can be distinguished, and from
  /// what is new, unread or in focus.
  ///
  /// - Parameters:
  ///   - depth: what the terminal can show.
  ///   - theme: this theme in the terminal's colours.
  /// - Returns: none if there is only one.
  func people(at depth: ColorDepth, in theme: Theme) -> [PersonStyle] {
    if depth == .monochrome { return [] }
    let grounds = Ground.all(of: theme, at: depth)
    func nearest(_ style: Style, _ contrasts: ClosedRange<Double>, besides taken: [Color]) -> Style?
    {
      var result = style
      result.foreground = style.foreground.nearest(at: depth, own: nil) { color in
        result.foreground = color
        return !taken.contains { $0.looksLike(color, at: depth) }
          && color.isGrey == false
          && contrasts.contains(grounds.map { $0.contrast(of: result) }.min() ?? 1)
      }
      let isTaken = taken.contains { $0.looksLike(result.foreground, at: depth) }
      return result.foreground == .terminal || isTaken ? nil : result
    }
    var taken = [Role.unread, .new, .focus].map { theme[$0].foreground }
    let told: [PersonStyle] = people.compactMap { person in
      guard let name = nearest(person.name, Role.author.neededContrast...21, besides: taken) else {
        return nil
      }
      taken.append(name.foreground)
      guard !depth.hasOnlyPalette else {
        let guides = Self.levels.map { _ in Style(foreground: name.foreground) }
        return PersonStyle(name: name, guides: theme.quietened(guides, grounds))
      }
      let guides = zip(Self.levels, person.guides).map { level, guide in
        // Those that are a little louder: the nearest of all could be the same for all levels.
        let written = grounds.map { $0.contrast(of: guide) }.min() ?? 1
        let needed = Role.guide.neededContrast
        return nearest(guide, needed...max(needed, written) + 0.7, besides: [])
          ?? theme[.guide(level)]
      }
      return PersonStyle(name: name, guides: guides)
    }
    // One colour would tell nobody from anybody.
    return told.count > 1 ? told : []
  }

  /// Guides in a colour of the palette, which cannot fade in steps: the deeper ones are faint, or
  /// have no colour where that could not be seen.
  private func quietened(_ guides: [Style], _ grounds: [Ground]) -> [Style] {
    guides.enumerated().map { index, guide in
      if index < 2 { return guide }
      let faint = Style(foreground: guide.foreground, attributes: .dim)
      let isSeen = grounds.allSatisfy { $0.contrast(of: faint) >= Role.guide.neededContrast }
      return isSeen ? faint : self[.guide(index + 1)]
    }
  }
}

extension Color {
  private init(_ color: SRGB) {
    self = .rgb(red: color.red, green: color.green, blue: color.blue)
  }

  /// Mixed with the ground until it is as quiet as a guide.
  fileprivate func faded(to guide: Style, on grounds: [Ground]) -> Color {
    guard let color = components, let ground = grounds.first?.background else { return self }
    func contrast(_ style: Style) -> Double { grounds.map { $0.contrast(of: style) }.min() ?? 1 }
    let wanted = contrast(guide)
    // Of 64 parts, from the colour itself.
    var part = 0
    for step in [32, 16, 8, 4, 2, 1] {
      let mixed = Style(foreground: Color(color.mixed(with: ground, part: part + step, of: 64)))
      if contrast(mixed) >= wanted { part += step }
    }
    return Color(color.mixed(with: ground, part: part, of: 64))
  }

  /// Whether it can hardly be distinguished from another: bold makes the first eight colours look as the
  /// second.
  fileprivate func looksLike(_ other: Color, at depth: ColorDepth) -> Bool {
    guard depth.hasOnlyPalette, case .indexed(let one) = self, case .indexed(let two) = other else {
      return self == other
    }
    return one % 8 == two % 8
  }
}
