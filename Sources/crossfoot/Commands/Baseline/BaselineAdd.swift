// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootFindings
import CrossfootOutput

extension BaselineEntry.Status: ExpressibleByArgument {}

/// Accepts findings. Adds, and changes nothing else but this: a new entry takes the place of one past its last day, and
/// what was only pending can be reviewed.
struct BaselineAdd: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "add", abstract: Surroundings.sentences.help(.baselineAdd))
  }

  @OptionGroup var target: BaselineTarget

  @Option(help: help(.addFingerprint, value: "fp"))
  var fingerprint: [String] = []

  @Option(help: help(.addRule, value: "rule"))
  var rule: [String] = []

  @Option(help: help(.addReason, value: "text"))
  var reason: String?

  @Option(help: help(.addStatus))
  var status: BaselineEntry.Status?

  @Option(help: help(.addBy, value: "name"))
  var by: String?

  @Option(help: help(.addExpires, value: "date"))
  var expires: String?

  private static let leastDigits = 8

  func validate() throws {
    let sentences = Surroundings.sentences
    for rule in rule where RuleSelector(rule) == nil {
      throw ValidationError(sentences.problem(.unknownRule(rule, nearest: RuleSelector.nearest(to: rule))))
    }
    for print in fingerprint where print.count < Self.leastDigits || !print.allSatisfy(\.isHexDigit) {
      throw ValidationError(
        sentences.problem(
          .badOption(option: "--fingerprint", value: print, allowed: [sentences.hexDigits(Self.leastDigits)])))
    }
    if let expires, !BaselineFile.isDay(expires) {
      throw ValidationError(
        sentences.problem(.badOption(option: "--expires", value: expires, allowed: ["2027-01-31"])))
    }
    if reason == nil, let status, status != .pending { throw ValidationError(sentences.reasonNeeded) }
  }

  mutating func run() async throws {
    let review = try await BaselineReview(target)
    let new = review.open.filter(isChosen)
    let pending =
      judgement == .pending ? [] : review.accepted.filter { isChosen($0) && $0.accepted?.status == .pending }
    let chosen = new + pending
    for print in fingerprint where !chosen.contains(where: { $0.fingerprint.hasPrefix(print.lowercased()) }) {
      Console.tell(Surroundings.sentences.error(.unknownFingerprint(print)))
      throw ExitCode(2)
    }
    let entries = Baseline(accepting: chosen).entries.map(described)
    let renewed = review.run.expired.filter { old in entries.contains { $0.accepts(old) } }
    let kept = review.baseline.removing(renewed + pending.compactMap(\.accepted).map(Self.once))
    if !chosen.isEmpty { try BaselineFile.replace(Baseline(kept.entries + entries).merged, at: review.location.path) }
    Console.tell(
      Surroundings.sentences.changedBaseline(
        added: new.count, reviewed: pending.count, kept: kept.number,
        removed: review.baseline.number - kept.number - pending.count))
    try review.end()
  }

  /// What is said of the findings.
  private var judgement: BaselineEntry.Status { status ?? (reason == nil ? .pending : .accepted) }

  private static func once(_ entry: BaselineEntry) -> BaselineEntry {
    var entry = entry
    entry.count = 1
    return entry
  }

  private func isChosen(_ finding: Finding) -> Bool {
    let fits = rule.isEmpty || rule.compactMap(RuleSelector.init).contains { $0.matches(finding.rule) }
    return fits && (fingerprint.isEmpty || fingerprint.contains { finding.fingerprint.hasPrefix($0.lowercased()) })
  }

  /// An entry with what the options say of it.
  private func described(_ entry: BaselineEntry) -> BaselineEntry {
    var entry = entry
    entry.status = judgement
    entry.reason = reason
    entry.by = by
    entry.on = SystemCalls.today()
    entry.expires = expires
    return entry
  }
}
