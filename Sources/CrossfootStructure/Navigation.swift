// SPDX-License-Identifier: Apache-2.0

extension Furniture {
  /// Marks the site's own lines before and after the report on a web page: from the page's first line to the last that
  /// holds a word of navigation, and the same from its end, as long as hardly any sentences lie between.
  mutating func markNavigation() {
    // Most reports begin and end with lines of their own, so that few lines are looked at.
    let head = headEnd()
    let tail = tailStart(from: head)
    guard head > 0 || tail < lines.count, hasSite(head, tail) else { return }
    for index in 0..<head { isFurniture[index] = true }
    for index in tail..<lines.count { isFurniture[index] = true }
  }

  /// Whether the text comes with its site: a mark of one, and several lines of navigation.
  /// - Parameters:
  ///   - head: end of the site's lines before the report, if it has any.
  ///   - tail: start of those after it.
  private func hasSite(_ head: Int, _ tail: Int) -> Bool {
    // Both stand among its lines before and after the report, mostly.
    let stretches = [0..<head, tail..<lines.count, head..<tail]
    guard stretches.contains(where: { $0.contains { holds(words.site, $0) } }) else { return false }
    var count = 0
    for stretch in stretches {
      for index in stretch where count < 3 && holds(words.navigation, index) { count += 1 }
    }
    return count == 3
  }

  /// Whether a word occurs on a line that may be one of navigation.
  private func holds(_ list: WordList, _ index: Int) -> Bool {
    let mayHold = lines[index].isMeasured ? mayNavigate(lines[index]) : mayNavigate(whole(index))
    return mayHold && list.occurs(in: bytes, lines[index].range)
  }

  /// A line with all that is known of its layout.
  private func whole(_ index: Int) -> Line { words.measure.whole(lines[index], in: bytes) }

  private func isNavigation(_ line: Line) -> Bool {
    mayNavigate(line) && words.navigation.occurs(in: bytes, line.range)
  }

  /// Line after the last of the navigation before the report.
  private func headEnd() -> Int {
    var head = 0
    var prose = 0
    for index in lines.indices {
      let line = whole(index)
      let isNavigation = isNavigation(line)
      if !isNavigation, line.shape != .text && line.numbers > 0 || isSentence(line) { break }
      if isProse(line) { prose += 1 }
      if prose * 8 > index + 8 || prose > 12 { break }
      if isNavigation { head = index + 1 }
    }
    return head
  }

  /// First line of the navigation after the report.
  private func tailStart(from head: Int) -> Int {
    var tail = lines.count
    var prose = 0
    for index in lines.indices.reversed() {
      if index < head { break }
      let line = whole(index)
      let isNavigation = isNavigation(line)
      if !isNavigation, isReportLine(line) { break }
      if isProse(line) { prose += 1 }
      if prose > 3 { break }
      if isNavigation { tail = index }
    }
    return tail
  }

  /// A line that may hold a word of navigation.
  private func mayNavigate(_ line: Line) -> Bool {
    line.stops <= 1 && line.width <= 160 && line.shape != .markup && !line.isNumberOnly
  }

  /// A line with a full stop: sites print names, not sentences. Wrapped lines of a report are short, so their width
  /// says nothing.
  private func isProse(_ line: Line) -> Bool { line.stops > 0 }

  /// A sentence with figures.
  private func isSentence(_ line: Line) -> Bool { line.stops > 0 && line.digits > 0 && line.width >= 40 }

  /// A line no site prints around a report: a row of figures, or sentences.
  private func isReportLine(_ line: Line) -> Bool {
    line.stops > 1 && line.width > 100 || isSentence(line) || line.numbers > 1 && line.pieces == line.numbers + 1
      || line.shape != .text && line.numbers > 0
  }
}
