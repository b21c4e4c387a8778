// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText

/// Two versions of a report with what became of its findings and figures.
public struct VersionPair: Sendable {
  /// The path of the old version, as the user knows it.
  public var oldPath: String
  public var new: ReportResult
  public var comparison: VersionComparison

  public init(oldPath: String, new: ReportResult, comparison: VersionComparison) {
    self.oldPath = oldPath
    self.new = new
    self.comparison = comparison
  }
}

/// Two versions compared, for people: what is new with the lines it is about, then what is gone, which figures changed
/// and which were left behind.
public enum VersionReport {
  /// Changed figures that are listed for a report.
  private static let mostChanges = 200

  /// What is to say about one report; empty if nothing changed.
  public static func text(_ pair: VersionPair, options: TextOptions) -> String {
    let sentences = Sentences(options.language)
    let comparison = pair.comparison
    var canvas = Canvas(options.colour)
    var result = pair.new
    result.findings = (comparison.new + comparison.persisting).sorted { $0.primary.range < $1.primary.range }
    let findings = TextReport.findings(of: result, options: options)
    let fixed = comparison.fixed.filter { $0.severity > .note || options.shown.contains(.note) }
    let isQuiet = findings.isEmpty && fixed.isEmpty && comparison.changes.isEmpty && comparison.stale.isEmpty
    if isQuiet, comparison.added + comparison.removed == 0 { return "" }
    canvas.write("--- \(Sanitiser.clean(pair.oldPath))\n+++ \(Sanitiser.clean(pair.new.path))\n\n", .title)
    canvas.write(findings)
    list(sentences.fixedFindings(fixed.count), fixed.map { line($0, pair.oldPath, sentences) }, to: &canvas)
    var changes = comparison.changes.prefix(mostChanges).map { sentences.change($0) }
    let hidden = comparison.changes.count - changes.count
    if hidden > 0 { changes.append(sentences.more(hidden)) }
    let count = comparison.changes.count
    list(sentences.changedFigures(count, added: comparison.added, removed: comparison.removed), changes, to: &canvas)
    list(sentences.staleFigures(comparison.stale.count), comparison.stale.map { sentences.stale($0) }, to: &canvas)
    return canvas.text
  }

  /// The last line: how many findings are new, gone, and still there.
  public static func summary(_ pairs: VersionTotals, options: TextOptions) -> String {
    Sentences(options.language).versions(pairs) + "\n"
  }

  private static func list(_ heading: String?, _ lines: [String], to canvas: inout Canvas) {
    guard let heading else { return }
    canvas.write(heading + "\n", .title)
    for line in lines { canvas.write("  \(Sanitiser.clean(line))\n") }
    canvas.newLine()
  }

  private static func line(_ finding: Finding, _ path: String, _ sentences: Sentences) -> String {
    let start = finding.primary.start
    return
      "\(path):\(start.line):\(start.column): \(finding.severity.rawValue): \(sentences.message(finding)) [\(finding.rule)]"
  }
}

/// Sums over the compared reports.
public struct VersionTotals: Sendable, Hashable {
  public private(set) var new = 0
  public private(set) var fixed = 0
  public private(set) var persisting = 0
  public private(set) var changed = 0
  public private(set) var stale = 0

  public init() {}

  /// Adds a report.
  public mutating func add(_ comparison: VersionComparison) {
    new += comparison.new.count
    fixed += comparison.fixed.count
    persisting += comparison.persisting.count
    changed += comparison.changes.count
    stale += comparison.stale.count
  }
}
