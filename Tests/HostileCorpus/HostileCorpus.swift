/// Everything hostile that is known, to be fed to whatever handles the text of strangers.
///
/// Whoever finds another kind adds it here.
public enum HostileCorpus {
  /// Short texts, none of which may have any effect, whatever the markup.
  public static let texts: [HostileText] =
    controls + sequences + marks + invisible + markup + entities + [ordinary]

  /// All of them at once, ordinary characters beside them.
  static let ordinary = HostileText("ordinary", "PWNED 中 é e\u{301} 👩\u{200D}💻 ordinary")

  /// Every control, C0, DEL and C1, each before letters.
  public static let controls: [HostileText] = [
    HostileText("every C0 control", every(0x00..<0x20)),
    HostileText("DEL", "a\u{7F}\u{7F}b"),
    HostileText("every C1 control", every(0x80..<0xA0)),
    HostileText("a name with CR", "ann\rPWNED"),
    HostileText("backspaces", "honest\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}PWNED"),
    HostileText("bells", "a\u{7}b\u{7}"),
    HostileText("shifts of the character set", "\u{E}PWNED\u{F}\u{1B}(A\u{1B})0\u{1B}n"),
    HostileText("tabs, LF, VT, FF", "a\tb\nc\u{B}d\u{C}e\r\nf"),
    HostileText("line separators", "a\u{2028}b\u{2029}c\u{85}d"),
  ]

  private static func every(_ values: Range<UInt32>) -> String {
    values.compactMap { Unicode.Scalar($0) }.map { "\($0)PWNED " }.joined()
  }

  /// Control sequences of ECMA-48 and of xterm, with 7 and with 8 bits.
  public static let sequences: [HostileText] = [
    HostileText("colour", "\u{1B}[31;7331mPWNED\u{1B}[7331m"),
    HostileText("colour, 8 bits", "\u{9B}31;7331mPWNED"),
    HostileText("movement", "\u{1B}[7331;7331H\u{1B}[7331A\u{1B}[7331bPWNED"),
    HostileText("erasing", "\u{1B}[7331J\u{1B}[3J\u{1B}[7331KPWNED"),
    HostileText("modes", "\u{1B}[?7331h\u{1B}[?1000h\u{1B}[7331lPWNED"),
    HostileText("questions to the terminal", "\u{1B}[6n\u{1B}[c\u{1B}[21t\u{1B}Z\u{5}PWNED"),
    HostileText("reset", "\u{1B}c\u{1B}[!p\u{1B}#8PWNED"),
    HostileText("title", "\u{1B}]0;PWNED-7\u{7}x\u{1B}]2;PWNED-7\u{1B}\\"),
    HostileText("title, 8 bits", "\u{9D}0;PWNED-7\u{9C}x"),
    HostileText("link", "\u{1B}]8;;https://example.org/PWNED\u{1B}\\text\u{1B}]8;;\u{1B}\\"),
    // In base64, since this program has a clipboard too: ESC [7331m, and a question.
    HostileText("clipboard", "\u{1B}]52;c;G1s3MzMxbQ==\u{7}\u{1B}]52;c;?\u{7}PWNED"),
    HostileText("palette", "\u{1B}]4;7;rgb:ff/00/00\u{7}\u{1B}]11;#ff0000\u{7}PWNED"),
    HostileText("files", "\u{1B}]1337;File=inline=1:UFdORUQ=\u{7}PWNED"),
    HostileText("device control", "\u{1B}P$q7331\u{1B}\\\u{90}q7331\u{9C}PWNED"),
    HostileText(
      "commands, messages, strings", "\u{1B}_PWNED\u{1B}\\\u{1B}^PWNED\u{1B}\\\u{1B}XP\u{1B}\\"),
    HostileText("commands, 8 bits", "\u{9F}PWNED\u{9C}\u{9E}PWNED\u{9C}\u{98}PWNED\u{9C}"),
    HostileText("sequence without an end", "PWNED\u{1B}[31;7331"),
    HostileText("title without an end", "PWNED\u{1B}]0;PWNED-7"),
    HostileText("sequence in two lines", "\u{1B}\n[31;7331m\u{1B}[\n7331mPWNED"),
  ]
}
