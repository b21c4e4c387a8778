// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootFindings
import CrossfootOutput

/// Which findings are accepted.
struct BaselineOptions: ParsableArguments {
  @Option(name: .customLong("baseline"), help: help(.baselineFile, value: "file"))
  var path: String?

  @Flag(name: .customLong("no-baseline"), help: help(.noBaseline))
  var isIgnored = false

  @Flag(name: .customLong("strict-baseline"), help: help(.strictBaseline))
  var isStrict = false

  func validate() throws {
    if isIgnored, path != nil || isStrict { throw ValidationError(Surroundings.sentences.noBaselineToRead) }
  }

  /// The comparison with the baseline, if there is one. A file that cannot be used ends the run.
  func start(_ plan: Plan) throws -> BaselineRun? {
    guard !isIgnored, let path = path ?? plan.run.baseline else { return nil }
    return try BaselineLocation(path).run(plan)
  }

  /// Tells which entries expired or no longer occur.
  /// - Returns: whether that fails the check.
  func finish(_ run: BaselineRun?, _ plan: Plan) -> Bool {
    guard var run else { return false }
    run.finish(folders: plan.folders)
    let sentences = Surroundings.sentences
    for (head, entries) in [(sentences.expiredEntries, run.expired), (sentences.staleEntries, run.stale)]
    where !entries.isEmpty {
      Console.tell(head(entries.count))
      for entry in entries { Console.tell("  " + sentences.entry(entry)) }
    }
    return (isStrict || plan.run.isStrict) && !run.stale.isEmpty
  }
}

/// A baseline file and the names that it has for reports: their paths from its folder.
struct BaselineLocation {
  let path: String
  let names: PathNames

  init(_ path: String) {
    self.path = path
    let current = SystemCalls.currentDirectory
    let absolute = PathNames(root: current).absolutePath(path)
    let folder = "/" + absolute.split(separator: "/").dropLast().joined(separator: "/")
    names = PathNames(root: folder, current: current)
  }

  /// Reads the file. What is wrong in it is told, and ends the run.
  func read() throws -> Baseline { try Self.read(path) }

  /// Reads a baseline file. What is wrong in it is told, and ends the run.
  static func read(_ path: String) throws -> Baseline {
    do {
      return try BaselineFile.read(at: path)
    } catch let error as BaselineFileError {
      Console.tell(Surroundings.sentences.errors(error, path: path))
      throw ExitCode(2)
    }
  }

  /// The comparison of a run with the file.
  func run(_ plan: Plan) throws -> BaselineRun {
    BaselineRun(try read(), names: names, reports: plan.reports, today: SystemCalls.today())
  }
}
