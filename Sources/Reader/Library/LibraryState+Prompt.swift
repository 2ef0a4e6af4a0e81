import TextGrid

/// Typing a line, and closing what is open.
extension LibraryState {
  /// Changes the line, and what follows from it at once.
  mutating func edit(_ change: (inout String) -> Void) -> [Effect] {
    guard case .prompt(var prompt) = over else { return [] }
    // Held once, a long line is not copied for each letter.
    over = .nothing
    change(&prompt.text)
    prompt.selected = 0
    over = .prompt(prompt)
    switch prompt.kind {
    case .search: awaitSearch()
    case .filter, .everything: break
    case .palette: return previewTheme()
    }
    return []
  }

  /// Puts pasted text into the line that is typed, if one is.
  mutating func paste(_ text: String?) -> [Effect] {
    typed = TypedKeys()
    notice = PastedText.problem(with: text, isTyping: isTyping)
    guard notice == nil, let text else { return [] }
    return edit { $0 += PastedText.line(of: text) }
  }

  /// Removes the last character; closes a prompt that is empty.
  mutating func erase() -> [Effect] {
    if case .prompt(let prompt) = over, prompt.text.isEmpty { return close() }
    return edit { _ = $0.popLast() }
  }

  /// Does what was typed.
  mutating func accept() -> [Effect] {
    guard case .prompt(let prompt) = over else { return [] }
    switch prompt.kind {
    case .search: acceptSearch(prompt.text)
    case .filter: acceptFilter(prompt.text)
    case .everything: return searchEverything(prompt.text)
    case .palette: return acceptOffer()
    }
    return []
  }

  /// Lists what was asked for; a line that cannot be stays, to be mended.
  private mutating func acceptFilter(_ line: String) {
    do throws(Pattern.Problem) {
      let pattern = line.isEmpty ? nil : try Pattern(line)
      over = .nothing
      apply(pattern.map { .words($0) })
    } catch {
      notice = error.words
    }
  }

  /// Closes the topmost thing that is open; never leaves.
  mutating func close() -> [Effect] {
    switch over {
    case .nothing:
      if case .found = screen {
        screen = .discussions
      } else if search != nil {
        search = nil
      } else if filter != nil {
        apply(nil)
        notice = "all are listed again"
      }
    case .peek:
      over = .nothing
      showFocus()
    case .help: over = .nothing
    case .prompt(let prompt):
      over = .nothing
      if prompt.kind == .search { cancelSearch() }
      if prompt.kind == .palette { return [.useTheme(theme)] }
    }
    return []
  }

  /// What the palette offers for what was typed.
  var offers: [Offered] {
    guard case .prompt(let prompt) = over, prompt.kind == .palette else { return [] }
    return Offered.all(
      for: prompt.text, of: commands, in: .library, except: .palette, themes: themes)
  }

  /// Shows everything as the selected theme says; as before where none is selected.
  func previewTheme() -> [Effect] {
    guard case .prompt(let prompt) = over, offers.indices.contains(prompt.selected),
      case .theme(let name) = offers[prompt.selected]
    else { return [.useTheme(theme)] }
    return [.useTheme(name)]
  }

  private mutating func acceptOffer() -> [Effect] {
    guard case .prompt(let prompt) = over else { return [] }
    let offers = offers
    over = .nothing
    guard offers.indices.contains(prompt.selected) else {
      notice = "no matching command"
      return []
    }
    switch offers[prompt.selected] {
    case .command(let index):
      return [.useTheme(theme)] + update(commands[index].action)
    case .theme(let name):
      theme = name
      notice = SafeText("theme \(name) for now · theme = \"\(name)\" in config.toml keeps it")
      return [.useTheme(name)]
    }
  }
}
