// SPDX-License-Identifier: Apache-2.0

import CrossfootArchive
import CrossfootFindings
import CrossfootOutput

/// The findings that reports had at an older revision: those that are still there are not new.
struct OlderFindings {
  /// Findings of the older versions of reports that changed or are new; of all other reports nothing is new.
  private var findings: [String: [Finding]] = [:]

  /// Examines the older versions of the reports of a plan that changed since.
  init(at revision: String, _ plan: Plan, _ input: InputOptions) async throws {
    let repository = try await GitRepository(since: revision)
    var older: [ReportFile] = []
    var settings: [ReportFile.Settings] = []
    for (report, own) in zip(plan.reports, plan.fileSettings(input.reading)) {
      switch try await repository.olderVersion(of: report) {
      case .same: continue
      case .none: findings[report.path] = []
      case .other(let file):
        older.append(file)
        settings.append(own)
      }
    }
    let (files, own) = (older, settings)
    try await Scheduler(jobs: input.jobs).run(count: files.count) { index in
      (index, Result { () throws(InputProblem) in try files[index].examine(own[index]).result })
    } consume: { index, outcome in
      findings[files[index].path] = try outcome.get().findings
    }
  }

  /// Marks the findings that the older version has too.
  func apply(to result: inout ReportResult) {
    guard let older = findings[result.path] else {
      for index in result.findings.indices { result.findings[index].baseline = .unchanged }
      return
    }
    let paths = Set(result.parts.isEmpty ? [result.path] : result.parts.map(\.path))
    let match = Baseline(accepting: older).match(result.findings, scannedPaths: paths)
    for (index, state) in match.states.enumerated() where result.findings[index].baseline == .new {
      result.findings[index].baseline = state
    }
  }
}

/// A report at an older revision.
enum OlderVersion {
  /// It did not change.
  case same
  /// It was not there.
  case none
  case other(ReportFile)
}

extension GitRepository {
  /// The older version of a report, under the names its files have now.
  func olderVersion(of report: ReportFile) async throws -> OlderVersion {
    var files: [ReportFile] = []
    var isChanged = false
    var wasThere = false
    for path in report.paths {
      switch change(of: path) {
      case .none:
        wasThere = true
        files.append(ReportFile(path: Array(path.utf8)))
      case .added: isChanged = true
      case .changed(let name):
        (isChanged, wasThere) = (true, true)
        files.append(ReportFile(bytes: try await bytes(of: name), as: path))
      }
    }
    if !isChanged { return .same }
    guard wasThere, var first = files.first else { return .none }
    first.others = Array(files.dropFirst())
    return .other(first)
  }
}
