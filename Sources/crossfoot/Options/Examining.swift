// SPDX-License-Identifier: Apache-2.0

import CrossfootArchive
import CrossfootFindings

extension InputOptions {
  /// Examines the reports of a plan and gives the results in path order, with their place in the plan. What could not be
  /// checked is told as it comes up.
  /// - Parameter refuse: called with each path that could not be checked.
  /// - Returns: the number of those paths.
  func examine(
    _ plan: Plan, refuse: (InputProblem) -> Void = { _ in }, consume: (Int, ReportResult) throws -> Void
  ) async throws -> Int {
    var problems = 0
    func note(_ problem: InputProblem) {
      Console.tell(problem)
      refuse(problem)
      problems += 1
    }
    plan.problems.forEach(note)
    let (reports, settings) = (plan.reports, plan.fileSettings(reading))
    try await Scheduler(jobs: jobs).run(count: reports.count) { index in
      (index, Result { () throws(InputProblem) in try reports[index].examine(settings[index]).result })
    } consume: { index, outcome in
      switch outcome {
      case .success(let result): try consume(index, result)
      case .failure(let problem): note(problem)
      }
    }
    return problems
  }
}
