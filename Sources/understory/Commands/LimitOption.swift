import ArgumentParser

/// The option that says how much is read of a file.
struct LimitOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      How much to read of a file at most, unpacked, such as 500M or 2G; up to 4G. (default: 1G, and \
      64M of what is not JSON)
      """, valueName: "size"))
  var limit: ByteSize?

  func validate() throws { if let limit { InputLimit.choose(limit) } }
}
