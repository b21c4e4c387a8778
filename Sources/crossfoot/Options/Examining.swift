// SPDX-License-Identifier: Apache-2.0

import CrossfootArchive
import CrossfootFindings

extension InputOptions {
  /// Examines the reports of a plan and gives the results in path order, with their place in the plan. What could not
  /// be checked is told as it comes up.
  /// - Parameters:
  ///   - cache: what remembers results from run to run.
  ///   - needsText: whether findings are shown with the text around them.
  ///   - refuse: called with each path that could not be checked.
  /// - Returns: the number of those paths.
  func examine(
    _ plan: Plan, cache: ReportCache? = nil, needsText: Bool = true, refuse: (InputProblem) -> Void = { _ in },
    consume: (Int, ReportResult) throws -> Void
  ) async throws -> Int {
    var problems = 0
    func note(_ problem: InputProblem) {
      Console.tell(problem)
      refuse(problem)
      problems += 1
    }
    plan.problems.forEach(note)
    let (reports, settings) = (plan.reports, plan.fileSettings(reading))
    ProgressLine.begin(reports.count)
    defer { ProgressLine.clear() }
    try await Scheduler(jobs: jobs).run(count: reports.count) { index in
      (
        index,
        Result { () throws(InputProblem) in
          try reports[index].check(settings[index], cache: cache, needsText: needsText)
        }
      )
    } consume: { index, outcome in
      switch outcome {
      case .success(let report):
        try consume(index, report.result)
        ProgressLine.count(bytes: report.size, findings: report.result.findings.count)
      case .failure(let problem):
        note(problem)
        ProgressLine.count(bytes: 0, findings: 0)
      }
    }
    return problems
  }
}
