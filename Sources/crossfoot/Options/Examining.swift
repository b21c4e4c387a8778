// SPDX-License-Identifier: Apache-2.0

import CrossfootArchive
import CrossfootFindings

extension InputOptions {
  /// Examines the reports of a walk and gives the results in path order. What could not be checked is told as it comes up.
  /// - Returns: the number of paths that could not be checked.
  func examine(_ walk: FileWalk, consume: (ReportResult) throws -> Void) async throws -> Int {
    walk.problems.forEach(Console.tell)
    var problems = walk.problems.count
    let (reports, settings) = (walk.reports, reading.settings)
    try await Scheduler(jobs: jobs).run(count: reports.count) { index in
      Result { () throws(InputProblem) in try reports[index].examine(settings).result }
    } consume: { outcome in
      switch outcome {
      case .success(let result): try consume(result)
      case .failure(let problem):
        Console.tell(problem)
        problems += 1
      }
    }
    return problems
  }
}
