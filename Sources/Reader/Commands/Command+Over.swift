import TextGrid

/// Keys of what is over the page.
extension Command {
  static let overText: [Command] =
    finding(.text) + finding(.list) + finding(.news) + finding(.outline) + overTexts

  /// What finds lines of a list or a text.
  private static func finding(_ context: Context) -> [Command] {
    [
      over(context, context.rawValue + "-search", "find", "/", .startSearch),
      over(context, context.rawValue + "-next-match", "next match", "n", .nextMatch),
      over(context, context.rawValue + "-previous-match", "previous match", "N", .previousMatch),
    ]
  }

  private static let overTexts: [Command] = [
    over(.text, "text-down", "down", "j ↓ Ctrl-E", .scrollText(1)),
    over(.text, "text-up", "up", "k ↑ Ctrl-Y", .scrollText(-1)),
    over(.text, "text-wheel-down", "scroll down", "Wheel-Down", .scrollText(3)),
    over(.text, "text-wheel-up", "scroll up", "Wheel-Up", .scrollText(-3)),
    over(.text, "text-page-down", "page down", "Space PgDn d Ctrl-D Ctrl-F", .pageText(1)),
    over(.text, "text-page-up", "page up", "b PgUp Ctrl-U Ctrl-B", .pageText(-1)),
    over(.text, "text-first", "top", "gg Home", .scrollText(-1_000_000)),
    over(.text, "text-last", "end", "G End", .scrollText(1_000_000)),
    over(.text, "text-close", "close", "Esc q ? F1 i", .close),
    over(.text, "text-exit", "leave", "Q Ctrl-C", .exit),

    over(.list, "list-down", "down", "j ↓ Tab Wheel-Down", .moveInList(1)),
    over(.list, "list-up", "up", "k ↑ Shift-Tab Wheel-Up", .moveInList(-1)),
    over(.list, "list-page-down", "page down", "Space PgDn d Ctrl-D Ctrl-F", .moveInList(20)),
    over(.list, "list-page-up", "page up", "b PgUp Ctrl-U Ctrl-B", .moveInList(-20)),
    over(.list, "list-first", "top", "gg Home", .moveInList(-1_000_000)),
    over(.list, "list-last", "end", "G End", .moveInList(1_000_000)),
    over(.list, "list-choose", "choose", "Enter l →", .choose),
    over(.list, "list-go", "to its comment", "o", .goToSelected),
    over(.list, "list-close", "close", "Esc q S x h ←", .close),
    over(.list, "list-exit", "leave", "Q Ctrl-C", .exit),

    over(.peek, "peek-on", "its parent", "p", .peek),
    over(.peek, "peek-choose", "go there", "Enter", .choose),
    over(.peek, "peek-down", "down", "j ↓ Space PgDn Wheel-Down", .scrollText(3)),
    over(.peek, "peek-up", "up", "k ↑ b PgUp Wheel-Up", .scrollText(-3)),
    over(.peek, "peek-close", "close", "Esc q", .close),
    over(.peek, "peek-exit", "leave", "Q Ctrl-C", .exit),

    over(.news, "news-down", "down", "j ↓", .moveInList(1)),
    over(.news, "news-up", "up", "k ↑", .moveInList(-1)),
    over(.news, "news-choose", "go there", "Enter l →", .choose),
    over(.news, "news-close", "read on", "Esc Space PgDn Ctrl-F", .close),

    over(.outline, "outline-down", "down", "j ↓ Wheel-Down", .moveInList(1)),
    over(.outline, "outline-up", "up", "k ↑ Wheel-Up", .moveInList(-1)),
    over(.outline, "outline-page-down", "page down", "Space PgDn d Ctrl-D Ctrl-F", .moveInList(20)),
    over(.outline, "outline-page-up", "page up", "b PgUp Ctrl-U Ctrl-B", .moveInList(-20)),
    over(.outline, "outline-first", "top", "gg Home", .moveInList(-10_000_000)),
    over(.outline, "outline-last", "end", "G End", .moveInList(10_000_000)),
    over(.outline, "outline-choose", "go there", "Enter l →", .choose),
    over(.outline, "outline-fold", "fold or open", "za", .toggleFold),
    over(.outline, "outline-close", "close", "Esc q t h ←", .close),
    over(.outline, "outline-exit", "leave", "Q Ctrl-C", .exit),

    over(.prompt, "prompt-accept", "do it", "Enter", .accept),
    over(.prompt, "prompt-close", "cancel", "Esc Ctrl-C", .close),
    over(.prompt, "prompt-erase", "erase", "Backspace", .erase),
    over(.prompt, "prompt-erase-word", "erase a word", "Ctrl-W", .eraseWord),
    over(.prompt, "prompt-erase-all", "erase all", "Ctrl-U", .eraseAll),
    over(.prompt, "prompt-down", "down", "↓ Tab Ctrl-N", .moveInList(1)),
    over(.prompt, "prompt-up", "up", "↑ Shift-Tab Ctrl-P", .moveInList(-1)),
  ]
}
