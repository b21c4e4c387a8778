// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootFindings
import CrossfootOutput

/// Which findings are accepted.
struct BaselineOptions: ParsableArguments {
  @Option(name: .customLong("baseline"), help: help(.baselineFile, value: "file"))
  var path: String?

  @Flag(name: .customLong("strict-baseline"), help: help(.strictBaseline))
  var isStrict = false

  /// The comparison with the baseline, if there is one. A file that cannot be used ends the run.
  func start(_ reports: [ReportFile]) throws -> BaselineRun? {
    guard let path else { return nil }
    do {
      return BaselineRun(try BaselineFile.read(at: path), reports: reports, today: SystemCalls.today())
    } catch let error as BaselineFileError {
      Surroundings.sentences.errors(error, path: path).forEach(Console.tell)
      throw ExitCode(2)
    }
  }

  /// Tells which entries expired or no longer occur.
  /// - Returns: whether that fails the check.
  func finish(_ run: BaselineRun?) -> Bool {
    guard let run else { return false }
    let sentences = Surroundings.sentences
    for (head, entries) in [(sentences.expiredEntries, run.expired), (sentences.staleEntries, run.stale)]
    where !entries.isEmpty {
      Console.tell(head(entries.count))
      for entry in entries { Console.tell("  " + sentences.entry(entry)) }
    }
    return isStrict && !run.stale.isEmpty
  }
}
