import CNcurses
import TextGrid

extension TerminalSession {
  /// Takes the mouse, or leaves it to the terminal, which then can select text with it.
  public func useMouse(_ isWanted: Bool) {
    mouseinterval(0)
    mousemask(isWanted ? understory_mouse_events() : 0, nil)
  }

  /// What the mouse did last: the wheel is a key, the left button a click.
  func mouseEvents() -> [TerminalEvent] {
    var event = MEVENT()
    guard getmouse(&event) == OK else { return [] }
    if event.bstate & understory_wheel_up() != 0 { return [.key(.wheelUp)] }
    if event.bstate & understory_wheel_down() != 0 { return [.key(.wheelDown)] }
    if event.bstate & understory_left_button() != 0 {
      return [.click(row: Int(event.y), column: Int(event.x))]
    }
    return []
  }
}
