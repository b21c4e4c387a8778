// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText

/// The pages of a report, which form feeds part.
struct Pages {
  private let breaks: [Int]
  /// Where files begin, each with a page 1 of its own.
  private let starts: [Int]

  /// Looks for page breaks if the report has anything to be told with its page.
  init(_ result: ReportResult) {
    let isNeeded = !result.findings.isEmpty || result.notes.contains { $0.range != nil }
    let bytes = result.source.bytes
    starts = result.parts.map(\.start)
    breaks = isNeeded ? bytes.indices.filter { bytes[$0] == 0x0C } : []
  }

  /// The page from 1 of an offset, nil in a report without page breaks.
  func page(of offset: Int) -> Int? {
    let start = starts.last { $0 <= offset } ?? 0
    let end = starts.first { $0 > offset } ?? .max
    let first = count(before: start)
    // Before the next file begins, the page that holds the end of this one was ended.
    if count(before: end) - first <= (end == .max ? 0 : 1) { return nil }
    return 1 + count(before: offset) - first
  }

  /// Number of page breaks before an offset.
  private func count(before offset: Int) -> Int {
    var low = 0
    var high = breaks.count
    while low < high {
      let middle = (low + high) / 2
      if breaks[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
