# Untried. For Homebrew on Linux: the tarball has no build for macOS.
class Understory < Formula
  desc "Terminal reader for long discussions"
  version "VERSION"
  url "ADDRESS/understory-VERSION-x86_64-linux.tar.xz"
  sha256 "SHA256 OF THE TARBALL"

  depends_on :linux

  def install
    bin.install "bin/understory"
    man.install Dir["share/man/man*"]
    bash_completion.install "share/bash-completion/completions/understory"
    zsh_completion.install "share/zsh/site-functions/_understory"
    fish_completion.install "share/fish/vendor_completions.d/understory.fish"
    doc.install Dir["share/doc/understory/*"]
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/understory --version")
    assert_match "comments", shell_output("#{bin}/understory show understory:sample")
  end
end
