import Benchmark
import DiscussionModel
import JSONText
import Reader
import RichText
import TextGrid

/// What is measured.
///
/// A text has a million bytes, so that runs in a second are megabytes in a second.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = Benchmark.Configuration(
    metrics: [.wallClock, .throughput], warmupIterations: 2, maxDuration: .seconds(3),
    maxIterations: 10_000)
  texts()
  discussions()
}

private func texts() {
  for (name, paragraphs) in [("ASCII", Texts.ascii), ("mixed text", Texts.mixed)] {
    let safe = paragraphs.map { SafeText($0) }
    Benchmark("sanitise 1 MB of \(name)") { _ in
      for paragraph in paragraphs { blackHole(SafeText(paragraph)) }
    }
    Benchmark("measure 1 MB of \(name)") { _ in for text in safe { blackHole(text.width) } }
    Benchmark("wrap 1 MB of \(name)") { _ in
      let breaker = LineBreaker(width: 80)
      for text in safe { blackHole(breaker.lines(of: text)) }
    }
    Benchmark("parse 1 MB of plain \(name)") { _ in
      for paragraph in paragraphs { blackHole(Body(plain: paragraph)) }
    }
  }
  Benchmark("parse 1 MB of HTML") { _ in
    for paragraph in Texts.html { blackHole(Body(html: paragraph)) }
  }
  Benchmark("parse 1 MB of Markdown") { _ in
    for paragraph in Texts.markdown { blackHole(Body(markdown: paragraph)) }
  }
}

private func discussions() {
  let file = LargeDiscussion.file
  let megabytes = file.count / 1_000_000
  Benchmark("scan \(megabytes) MB of JSON") { _ in
    var reader = JSONReader(file)
    var events = 0
    while let event = try? reader.next(), event != .end { events += 1 }
    blackHole(events)
  }
  Benchmark("read a discussion of \(megabytes) MB") { _ in
    blackHole(try? DiscussionFile.decode(file))
  }
  let page = Page(LargeDiscussion.discussion)
  Benchmark("make its tree") { _ in blackHole(Page(LargeDiscussion.discussion)) }
  screens(of: page)
}

/// Screens of 120 x 40 in the middle of a discussion, theme and all.
private func screens(of page: Page) {
  let size = GridSize(columns: 120, rows: 40)
  let other = GridSize(columns: 70, rows: 40)
  var layout = Layout(size: size)
  var middle = ReadingState(page, shell: Shell(size: size, now: 0))
  _ = middle.update(.openAll, layout: &layout)
  for _ in 0..<400 { _ = middle.update(.nextThread, layout: &layout) }
  let state = middle

  Benchmark("first screen, nothing laid out, 100,000 comments") { benchmark in
    for _ in benchmark.scaledIterations {
      var layout = Layout(size: size)
      blackHole(ScreenView.frame(state, layout: &layout, theme: .plain))
    }
  }
  Benchmark("same screen again, 100,000 comments") { _ in
    blackHole(ScreenView.frame(state, layout: &layout, theme: .plain))
  }
  var resized = state
  var isWide = true
  Benchmark("resize and draw, 100,000 comments") { _ in
    isWide.toggle()
    _ = resized.update(.resize(isWide ? size : other), layout: &layout)
    blackHole(ScreenView.frame(resized, layout: &layout, theme: .plain))
  }
  Benchmark("next comment and draw, 100,000 comments") { _ in
    _ = resized.update(.next, layout: &layout)
    blackHole(ScreenView.frame(resized, layout: &layout, theme: .plain))
  }
}
