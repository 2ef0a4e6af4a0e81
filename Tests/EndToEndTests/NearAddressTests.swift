import Foundation
import RunningPrograms
import Testing

/// A name whose owner makes it lead to the reader's own machine or network, by a curl that says so.
@Suite struct NearAddressTests {
  private static let thread =
    #"{"understory": 1, "id": "x:1", "title": "Title 中", "comments": [{"id": "1", "body": "one"}]}"#

  /// Fetches a link, to which curl reports a response from an address.
  private func fetch(
    _ link: String, from address: String, status: Int = 200, to target: String = "",
    with more: [String: String] = [:]
  ) throws -> (outcome: Program.Outcome, isKept: Bool) {
    let folder = try Folder()
    try folder.write(Self.thread, to: "body")
    let headers = #"{"content-type":["application/json"]}"#
    try folder.writeProgram(
      """
      #!/bin/sh
      cat '\(folder.path)/body'
      printf '%s\\n%s\\n%s\\n%s' \(status) '\(target)' '\(address)' '\(headers)' >&2
      """, to: "curl")
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let outcome = try Program.run(
      ["fetch", link],
      environment: [
        "PATH": folder.path + ":" + path, "XDG_DATA_HOME": folder.path + "/data",
        "XDG_STATE_HOME": folder.path + "/state", "UNDERSTORY_TEST_INTERVAL": "0",
        "UNDERSTORY_TEST_HOSTS": "", "https_proxy": "", "HTTPS_PROXY": "", "all_proxy": "",
        "ALL_PROXY": "",
      ].merging(more) { $1 })
    let kept = (try? folder.names(in: "data/understory")) ?? []
    return (outcome, kept.contains { $0.hasSuffix(".json") })
  }

  @Test(arguments: [
    ("127.0.0.1", "this machine (127.0.0.1)"), ("127.9.9.9", "this machine (127.9.9.9)"),
    ("0.0.0.0", "this machine (0.0.0.0)"), ("::1", "this machine ([::1])"),
    ("::", "this machine ([::])"), ("::ffff:127.0.0.1", "this machine ([::ffff:7f00:1])"),
    ("10.0.0.1", "a private network (10.0.0.1)"),
    ("192.168.1.1", "a private network (192.168.1.1)"),
    ("172.16.0.1", "a private network (172.16.0.1)"),
    ("169.254.169.254", "a private network (169.254.169.254)"),
    ("fe80::1%eth0", "a private network ([fe80::1])"),
    ("fd00::1", "a private network ([fd00::1])"),
    ("::ffff:192.168.1.1", "a private network ([::ffff:c0a8:101])"),
  ])
  func aResponseFromNearbyIsNotUsed(address: String, words: String) throws {
    for (status, target) in [(200, ""), (302, "https://b.test/x.json")] {
      let (outcome, isKept) = try fetch(
        "https://a.test/x.json", from: address, status: status, to: target)
      #expect(
        outcome.errors
          == "understory: a.test: this name resolves to \(words); response not used\n")
      #expect(outcome.output == "")
      #expect(outcome.status == 1)
      #expect(!isKept)
    }
  }

  @Test(arguments: [
    ("https://a.test/x.json", "93.184.216.34"), ("https://a.test/x.json", "2606:2800:220:1::1"),
    ("http://localhost:81/x.json", "127.0.0.1"), ("http://127.0.0.1:81/x.json", "127.0.0.1"),
    ("http://localhost:81/x.json", "::1"), ("https://10.0.0.1/x.json", "10.0.0.1"),
    ("https://router/x.json", "192.168.1.1"), ("https://nas.local/x.json", "fe80::1%eth0"),
    ("https://router/x.json", "93.184.216.34"),
  ])
  func aResponseFromWhereItShouldComeIsUsed(link: String, address: String) throws {
    let (outcome, isKept) = try fetch(link, from: address)
    #expect(outcome.output == "x:1: added, 1 comment · Title 中\n")
    #expect(isKept)
  }

  @Test(arguments: [("https://router/x.json", "127.0.0.1"), ("https://10.0.0.1/x.json", "::1")])
  func aPrivateNetworkIsNotThisMachine(link: String, address: String) throws {
    let (outcome, isKept) = try fetch(link, from: address)
    #expect(outcome.errors.contains("this name resolves to this machine"))
    #expect(!isKept)
  }

  /// Behind a proxy, only that knows the address of the site.
  @Test(arguments: ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"])
  func theAddressOfAProxySaysNothing(variable: String) throws {
    let (outcome, isKept) = try fetch(
      "https://a.test/x.json", from: "127.0.0.1", with: [variable: "http://127.0.0.1:3128"])
    #expect(outcome.output == "x:1: added, 1 comment · Title 中\n")
    #expect(isKept)
  }

  @Test func aReportWithoutAnAddressIsNotUsed() throws {
    let (outcome, isKept) = try fetch("https://a.test/x.json", from: "")
    #expect(outcome.errors == "understory: curl is too old; version 7.83 or later is needed\n")
    #expect(!isKept)
  }
}
