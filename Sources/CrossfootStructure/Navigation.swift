// SPDX-License-Identifier: Apache-2.0

extension Furniture {
  /// Marks the site's own lines before and after the report on a web page: from the page's first line to the last that holds a
  /// word of navigation, and the same from its end, as long as hardly any sentences lie between.
  mutating func markNavigation() {
    // Few reports come with their site, so its marks are looked for first.
    guard lines.indices.contains(where: isSite) else { return }
    let known = lines.indices.count(where: isNavigation)
    guard known >= 3 else { return }
    var head = 0
    var prose = 0
    for index in lines.indices {
      if lines[index].shape != .text, lines[index].numbers > 0, !isNavigation(index) { break }
      if isProse(lines[index]) { prose += 1 }
      if prose * 8 > index + 8 || prose > 12 { break }
      if isNavigation(index) { head = index + 1 }
    }
    markLines(0..<head)
    var tail = lines.count
    prose = 0
    for index in lines.indices.reversed() {
      if index < head || isReportLine(lines[index]) { break }
      if isProse(lines[index]) { prose += 1 }
      if prose > 3 { break }
      if isNavigation(index) { tail = index }
    }
    markLines(tail..<lines.count)
  }

  private mutating func markLines(_ range: Range<Int>) {
    for index in range { isFurniture[index] = true }
  }

  private func isNavigation(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.width <= 160, line.shape != .markup else { return false }
    return words.navigation.occurs(in: bytes, line.range)
  }

  private func isSite(_ index: Int) -> Bool {
    lines[index].width <= 160 && lines[index].shape != .markup && words.site.occurs(in: bytes, lines[index].range)
  }

  /// A line with a full stop: sites print names, not sentences. Wrapped lines of a report are short, so their width says nothing.
  private func isProse(_ line: Line) -> Bool { line.stops > 0 }

  /// A line no site prints around a report: a row of figures, or sentences.
  private func isReportLine(_ line: Line) -> Bool {
    line.stops > 1 && line.width > 100 || line.numbers > 1 && line.pieces == line.numbers + 1
      || line.shape != .text && line.numbers > 0
  }
}
