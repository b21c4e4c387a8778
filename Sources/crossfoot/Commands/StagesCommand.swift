// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootFigures
import CrossfootFindings
import CrossfootOutput
import CrossfootRules
import CrossfootStructure
import CrossfootText

/// Prints how long each stage takes on reports, on one core. A maintenance command for `make bench`: its layout is no
/// contract.
struct Stages: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "stages", shouldDisplay: false)

  @Argument var lists: [PathList]

  func run() throws {
    let walk = FileWalk(lists.flatMap(\.paths))
    for problem in walk.problems { Console.tell(problem) }
    var clock = StageClock()
    // The first round fills caches and tables; it is not counted.
    for report in walk.reports { try clock.run(report) }
    clock.begin()
    for report in walk.reports { try clock.run(report) }
    try Console.write(clock.text)
  }
}

/// Takes reports through all stages and adds up the time that each takes.
private struct StageClock {
  private static let names = ["read", "decode", "fold", "structure", "figures", "rules", "judge", "write"]
  /// No stages of a lint: writing what was read as the cache keeps it, and reading it back.
  private static let others = ["keep", "recall"]
  private var times = [Duration](repeating: .zero, count: names.count + others.count)
  private var figures = 0
  private var writer = ResultWriter(.concise, FormatContext(version: Crossfoot.version))

  mutating func begin() { self = StageClock() }

  mutating func run(_ report: ReportFile) throws {
    let bytes = try measure(0) { try Array(report.contents(ReportFile.Settings()).joined()) }
    let source = try measure(1) { try SourceText.decode(bytes).0 }
    let folded = measure(2) { FoldedText.fold(source).0 }
    let document = measure(3) { Document.build(source, folded).0 }
    let facts = measure(4) { Facts.extract(document).0 }
    let relations = measure(5) { RuleRegistry.relations(in: facts) }
    let result = measure(6) {
      Examination(path: report.path, document: document, facts: facts, relations: relations).result
    }
    figures += facts.figures.count
    _ = measureWriting(result)
    try measureCache(ReportReading(text: document.printed, facts: facts, notes: []))
  }

  private mutating func measure<Value>(_ stage: Int, _ work: () throws -> Value) rethrows -> Value {
    let start = ContinuousClock.now
    defer { times[stage] += ContinuousClock.now - start }
    return try work()
  }

  private mutating func measureWriting(_ result: ReportResult) -> String {
    let start = ContinuousClock.now
    let text = writer.add(result)
    times[7] += ContinuousClock.now - start
    return text
  }

  private mutating func measureCache(_ reading: ReportReading) throws {
    let bytes = measure(8) {
      var writer = ByteWriter()
      reading.write(to: &writer)
      return writer.bytes
    }
    _ = try measure(9) {
      var reader = ByteReader(bytes)
      return try ReportReading(reading.text.source, from: &reader)
    }
  }

  /// One line a stage: its microseconds, its share in hundredths, nanoseconds a figure.
  var text: String {
    let stages = times.prefix(Self.names.count)
    let total = stages.reduce(.zero, +)
    return zip(Self.names + ["all"] + Self.others, stages + [total] + times.dropFirst(stages.count)).map { name, time in
      "\(name)\t\(time.nanoseconds / 1000)\t\(time.nanoseconds * 100 / max(1, total.nanoseconds))"
        + "\t\(time.nanoseconds / Int64(max(1, figures)))\n"
    }.joined()
  }
}

extension Duration {
  fileprivate var nanoseconds: Int64 { components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000 }
}
