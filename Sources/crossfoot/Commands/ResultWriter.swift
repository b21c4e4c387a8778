// SPDX-License-Identifier: Apache-2.0

import CrossfootArchive
import CrossfootFindings
import CrossfootOutput

/// Writes the results of a check to standard output, report by report where the format allows it.
struct ResultWriter {
  private let format: Format
  private var options: TextOptions
  private var tally = Tally()
  private var document: JSONReport
  private let start = ContinuousClock.now

  init(_ format: Format, shown: Set<Shown>, colour: Colour) {
    self.format = format
    options = TextOptions(language: Surroundings.language, colour: colour, shown: shown)
    document = JSONReport(version: Crossfoot.version, language: Surroundings.language)
  }

  /// Writes what is to say about one report.
  mutating func add(_ result: ReportResult) throws {
    switch format {
    case .text:
      tally.add(result, showing: options.shown)
      try Console.write(TextReport.findings(of: result, options: options))
    case .concise:
      try Console.write(ConciseReport.render([result], language: options.language, shown: options.shown))
    case .json:
      document.add(result)
    }
  }

  /// Writes what comes after the last report.
  mutating func finish() throws {
    switch format {
    case .text: try writeSummary()
    case .concise: break
    case .json: try Console.write(document.render())
    }
  }

  /// The time is part of the summary on a terminal only: output that is kept depends on the reports alone.
  private mutating func writeSummary() throws {
    // Zeros over no report at all would read like a clean result.
    guard tally.reports > 0 else { return }
    let elapsed = ContinuousClock.now - start
    let isTerminal = SystemCalls.isTerminal(SystemCalls.standardOutput)
    if isTerminal { options.elapsed = elapsed }
    try Console.write(TextReport.summary(tally, options: options))
    if !isTerminal { Console.tell(Surroundings.sentences.checked(tally.reports, in: elapsed)) }
  }
}
