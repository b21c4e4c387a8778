// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText

/// The pages of a report, which form feeds part.
struct Pages {
  private let breaks: [Int]

  /// Looks for page breaks if the report has anything to be told with its page.
  init(_ result: ReportResult) {
    let isNeeded = !result.findings.isEmpty || result.notes.contains { $0.range != nil }
    let bytes = result.source.bytes
    breaks = isNeeded ? bytes.indices.filter { bytes[$0] == 0x0C } : []
  }

  /// The page from 1 of an offset, nil in a report without page breaks.
  func page(of offset: Int) -> Int? {
    if breaks.isEmpty { return nil }
    var low = 0
    var high = breaks.count
    while low < high {
      let middle = (low + high) / 2
      if breaks[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return 1 + low
  }
}
