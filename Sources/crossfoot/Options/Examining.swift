// SPDX-License-Identifier: Apache-2.0

import CrossfootArchive
import CrossfootFindings

extension InputOptions {
  /// Examines the reports of a walk and gives the results in path order. What could not be checked is told as it comes up.
  /// - Returns: the number of paths that could not be checked.
  func examine(
    _ walk: FileWalk, cache: ReportCache? = nil, consume: (ReportResult) throws -> Void
  ) async throws -> Int {
    walk.problems.forEach(Console.tell)
    var problems = walk.problems.count
    let (reports, settings) = (walk.reports, reading.settings)
    ProgressLine.begin(reports.count)
    defer { ProgressLine.clear() }
    try await Scheduler(jobs: jobs).run(count: reports.count) { index in
      Result { () throws(InputProblem) in try reports[index].check(settings, cache: cache) }
    } consume: { outcome in
      switch outcome {
      case .success(let report):
        try consume(report.result)
        ProgressLine.count(bytes: report.size, findings: report.result.findings.count)
      case .failure(let problem):
        Console.tell(problem)
        problems += 1
        ProgressLine.count(bytes: 0, findings: 0)
      }
    }
    return problems
  }
}
