// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootFindings
import CrossfootOutput

/// In which forms the outcome of a check is written, and where to.
struct OutputOptions: ParsableArguments {
  @Option(help: help(.format))
  var format: FormatName = .text

  @Option(
    name: .customLong("report"), help: help(.report, value: "format=file"), transform: ReportTarget.init(argument:))
  var reports: [ReportTarget] = []

  @Option(help: help(.show, value: "kinds"))
  var show = ShownList()

  @Option(name: .customLong("color"), help: help(.colour, value: "when"))
  var colour: ColourChoice = .auto

  @Option(name: .customLong("sarif-fingerprint"), help: help(.sarifFingerprint, value: "kind"))
  var sarifFingerprint: SARIFFingerprint = .stable

  /// The documents to write. A file that cannot be written ends the run before it starts.
  /// - Parameter isCompared: whether findings are compared with a baseline or an older version.
  func start(isCompared: Bool) throws -> Outputs {
    var text = TextOptions(language: Surroundings.language, shown: show.items)
    let context = FormatContext(
      version: Crossfoot.version, text: text, paths: Surroundings.paths, isCompared: isCompared,
      hasStableSARIFFingerprint: sarifFingerprint == .stable)
    text.colour = format.isForPeople ? Surroundings.colour(colour) : .none
    var own = context
    own.text = text
    return try Outputs(format, own, reports, context)
  }
}

/// The documents of a run: one on standard output, others in files, and the summary of a step of GitHub Actions.
struct Outputs {
  private let format: FormatName
  private var main: ResultWriter
  private var files: [(path: String, descriptor: Int32, writer: ResultWriter)] = []
  /// The summary that GitHub shows beside a job, and the file that takes it.
  private var summary: (path: String, writer: ResultWriter)?
  /// Whether a document shows findings with the text around them, or measures places in it.
  let needsText: Bool
  private var count = 0
  private let start = ContinuousClock.now

  fileprivate init(_ format: FormatName, _ own: FormatContext, _ targets: [ReportTarget], _ context: FormatContext)
    throws
  {
    self.format = format
    main = ResultWriter(format, own)
    for target in targets {
      do {
        let descriptor = try SystemCalls.openForWriting(target.path)
        files.append((target.path, descriptor, ResultWriter(target.format, context)))
      } catch {
        throw InputProblem(target.path, .unwritable(error.words))
      }
    }
    needsText = ([format] + targets.map(\.format)).contains { $0 != .concise && $0 != .json }
    let isForGitHub = format == .github || targets.contains { $0.format == .github }
    if isForGitHub, let path = SystemCalls.environment("GITHUB_STEP_SUMMARY"), !path.isEmpty {
      summary = (path, ResultWriter(stepSummary: context))
    }
  }

  /// Writes what is to say about one report.
  mutating func add(_ result: ReportResult) throws {
    count += 1
    try Console.write(main.add(result))
    for index in files.indices { try write(files[index].writer.add(result), index) }
    _ = summary?.writer.add(result)
  }

  /// Takes a path that could not be checked.
  mutating func refuse(_ problem: InputProblem) {
    main.refuse(problem.path, problem.problem)
    for index in files.indices { files[index].writer.refuse(problem.path, problem.problem) }
  }

  /// Writes what comes after the last report. The time is part of it on a terminal only: output that is kept depends on
  /// the reports alone.
  mutating func finish() throws {
    let elapsed = ContinuousClock.now - start
    let isTerminal = SystemCalls.isTerminal(SystemCalls.standardOutput)
    try Console.write(main.finish(elapsed: isTerminal ? elapsed : nil))
    for index in files.indices {
      try write(files[index].writer.finish(), index)
      SystemCalls.close(files[index].descriptor)
    }
    if var summary {
      do {
        try SystemCalls.append(Array(summary.writer.finish().utf8), toFile: summary.path)
      } catch {
        Console.tell(InputProblem(summary.path, .unwritable(error.words)))
      }
    }
    if format.isForPeople, !isTerminal, count > 0 { Console.tell(Surroundings.sentences.checked(count, in: elapsed)) }
  }

  private func write(_ text: String, _ index: Int) throws {
    if text.isEmpty { return }
    do {
      try SystemCalls.write(Array(text.utf8), to: files[index].descriptor)
    } catch {
      throw InputProblem(files[index].path, .unwritable(error.words))
    }
  }
}
