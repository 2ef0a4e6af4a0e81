public import CPlatform

/// Waits until one of several files is ready, as poll(2) does, for terminals on macOS too.
///
/// - Parameters:
///   - files: them, with what to wait for in each; `revents` is set. Negative ones are none.
///   - milliseconds: how long at most; -1 for as long as it takes, 0 for not at all.
/// - Returns: how many are ready; 0 when the time is over, -1 for an error such as a signal, which is in `errno`.
@discardableResult
public func waitForFiles(_ files: inout [pollfd], milliseconds: Int32) -> Int32 {
  understory_poll(&files, nfds_t(files.count), milliseconds)
}
