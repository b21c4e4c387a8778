// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootRules
import CrossfootText

/// `sarif`: SARIF 2.1.0 as GitHub code scanning takes it in.
struct SARIFFormat: ResultFormat {
  private let context: FormatContext
  private let sentences: Sentences
  private var results: [SARIFLog.Result] = []
  private var notifications: [SARIFLog.Notification] = []
  private var ordinals = Ordinals<[String]>()
  private let indices: [String: Int]

  /// GitHub's limit on the results of a run.
  static let mostResults = 25_000
  /// Related locations of a result: GitHub shows as many, and a message links to the first of them.
  private static let mostRelated = 100
  private static let mostLinks = 8

  init(_ context: FormatContext) {
    self.context = context
    sentences = context.sentences
    indices = Dictionary(
      RuleRegistry.all.enumerated().map { ($1.description.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func add(_ result: ReportResult) -> String {
    let spans = Spans(result)
    let pages = Pages(result)
    for finding in context.shown(result) {
      let place = SARIFPlace(result: result, spans: spans, pages: pages, paths: context.paths)
      results.append(self.result(finding, place))
    }
    for note in result.notes {
      let offset = note.range?.start ?? 0
      let position = result.position(offset)
      let region = SARIFLog.Region(
        startLine: position.line, startColumn: 1, endLine: position.line, endColumn: 1, snippet: nil)
      let physical = SARIFLog.Physical(
        artifactLocation: context.paths.artifact(result.path(at: offset)), region: region)
      notifications.append(
        SARIFLog.Notification(
          level: "note", message: SARIFLog.Message(text: sentences.note(note)),
          locations: [SARIFLog.Location(physicalLocation: physical)]))
    }
    return ""
  }

  mutating func refuse(_ path: String, _ problem: Problem) {
    let physical = SARIFLog.Physical(artifactLocation: context.paths.artifact(path))
    notifications.append(
      SARIFLog.Notification(
        level: "error", message: SARIFLog.Message(text: Sanitiser.clean(sentences.problem(problem))),
        locations: [SARIFLog.Location(physicalLocation: physical)]))
  }

  mutating func finish(elapsed: Duration?) -> String {
    limit()
    let driver = SARIFLog.Driver(semanticVersion: context.version, rules: RuleRegistry.all.map(rule))
    let root = SARIFLog.Base(description: SARIFLog.Message(text: sentences.repositoryRoot))
    let run = SARIFLog.Run(
      tool: SARIFLog.Tool(driver: driver), originalUriBaseIds: [PathNames.baseID: root],
      invocations: [SARIFLog.Invocation(toolExecutionNotifications: notifications)], results: results)
    return JSONCoding.text(SARIFLog(runs: [run])) + "\n"
  }

  /// Of more results than a run may have the gravest stay, and a notification says how many do not.
  private mutating func limit() {
    guard results.count > Self.mostResults else { return }
    let order = ["error", "warning", "note"]
    let sorted = order.flatMap { level in results.filter { $0.level == level } }
    let text = sentences.leftOut(results.count - Self.mostResults, limit: Self.mostResults)
    notifications.append(SARIFLog.Notification(level: "warning", message: SARIFLog.Message(text: text)))
    results = Array(sorted.prefix(Self.mostResults))
  }

  private mutating func result(_ finding: Finding, _ place: SARIFPlace) -> SARIFLog.Result {
    let related = finding.figures.dropFirst().prefix(Self.mostRelated).enumerated().map { index, figure in
      place.related(figure, id: index + 1, caption: Sanitiser.clean(sentences.caption(figure, of: finding)))
    }
    return SARIFLog.Result(
      ruleId: finding.rule, ruleIndex: indices[finding.rule] ?? -1, level: finding.severity.rawValue,
      message: SARIFLog.Message(text: message(finding, related)), locations: [place.primary(finding.primary)],
      relatedLocations: related, partialFingerprints: fingerprints(finding),
      baselineState: context.isCompared ? finding.baseline.rawValue : nil, suppressions: suppressions(finding),
      properties: properties(finding))
  }

  /// The message with a link to each related location: a service shows only those that are linked.
  private func message(_ finding: Finding, _ related: [SARIFLog.Location]) -> String {
    let text = Sanitiser.clean(sentences.message(finding))
    let links = related.prefix(Self.mostLinks).compactMap { location -> String? in
      guard let id = location.id, let caption = location.message?.text else { return nil }
      return "[\(Self.escaped(caption))](\(id))"
    }
    return links.isEmpty ? text : text + sentences.inBrackets(sentences.list(links))
  }

  /// §3.11.6: brackets and backslashes inside the text of a link are escaped.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "[]\\".contains(character) { result += "\\" }
      result.append(character)
    }
    return result
  }

  /// Our own fingerprint, numbered where a file has it twice, or one of two results would be dropped.
  private mutating func fingerprints(_ finding: Finding) -> [String: String] {
    let number = ordinals.next([finding.path, finding.fingerprint])
    let own = number == 1 ? finding.fingerprint : "\(finding.fingerprint):\(number)"
    var prints = ["crossfootFinding/v1": own]
    if context.hasStableSARIFFingerprint {
      prints["primaryLocationLineHash"] = "\(finding.fingerprint.prefix(16)):\(number)"
    }
    return prints
  }

  /// §3.27.23: all results have suppressions or none has.
  private func suppressions(_ finding: Finding) -> [SARIFLog.Suppression]? {
    guard context.isCompared, context.text.shown.contains(.baselined) else { return nil }
    return finding.baseline == .unchanged ? [SARIFLog.Suppression(justification: finding.accepted?.reason)] : []
  }

  private func properties(_ finding: Finding) -> [String: String] {
    var properties = ["stated": finding.primary.text]
    properties["expected"] = finding.expected
    properties["cause"] = finding.cause?.rawValue
    let equations = finding.arithmetic.map(sentences.equation)
    if !equations.isEmpty { properties["arithmetic"] = equations.joined(separator: "; ") }
    return properties
  }

  private func rule(_ rule: any Rule.Type) -> SARIFLog.Rule {
    let about = rule.description
    let language = sentences.language
    let claims = about.claims.map { "- `\($0)`" }.joined(separator: "\n")
    let help = "\(about.rationale[language])\n\n\(about.limitations[language])"
    return SARIFLog.Rule(
      id: about.id, name: Self.name(about.id),
      shortDescription: SARIFLog.Message(text: Self.clipped(about.summary[language])),
      fullDescription: SARIFLog.Message(text: Self.clipped(about.rationale[language])),
      help: SARIFLog.Message(text: help, markdown: "\(claims)\n\n\(help)"),
      properties: SARIFLog.Rule.Properties(tags: about.id.split(separator: ".").prefix(1).map(String.init)))
  }

  /// `recalculation.change-rate` as `RecalculationChangeRate`.
  private static func name(_ id: String) -> String {
    id.split { $0 == "." || $0 == "-" }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// GitHub's limit on descriptions.
  private static func clipped(_ text: String) -> String { String(text.prefix(1024)) }
}

/// The places of a report's findings in SARIF.
struct SARIFPlace {
  let result: ReportResult
  let spans: Spans
  let pages: Pages
  let paths: PathNames

  func primary(_ figure: CitedFigure) -> SARIFLog.Location {
    SARIFLog.Location(physicalLocation: physical(figure, hasSnippet: true), logicalLocations: logical(figure))
  }

  func related(_ figure: CitedFigure, id: Int, caption: String) -> SARIFLog.Location {
    SARIFLog.Location(
      id: id, message: SARIFLog.Message(text: caption), physicalLocation: physical(figure, hasSnippet: false),
      logicalLocations: logical(figure))
  }

  /// On one line: a service shows an alert only if all its lines are part of a change.
  private func physical(_ figure: CitedFigure, hasSnippet: Bool) -> SARIFLog.Physical {
    let span = spans.firstLine(of: figure)
    let region = SARIFLog.Region(
      startLine: span.start.line, startColumn: span.start.utf16, endLine: span.end.line, endColumn: span.end.utf16,
      snippet: hasSnippet ? SARIFLog.Message(text: figure.text) : nil)
    return SARIFLog.Physical(artifactLocation: paths.artifact(result.path(of: figure)), region: region)
  }

  /// Page, and paragraph or table, row and column: SARIF has no other word for them.
  private func logical(_ figure: CitedFigure) -> [SARIFLog.Logical]? {
    var parts = pages.page(of: figure.range.start).map { ["page:\($0)"] } ?? []
    let spot = figure.spot
    if let table = spot.table {
      parts.append("table:\(table)")
      if !spot.row.isEmpty { parts.append("row:" + Sanitiser.clean(spot.row)) }
      if !spot.column.isEmpty { parts.append("col:" + Sanitiser.clean(spot.column)) }
    } else if spot.block > 0 {
      parts.append("para:\(spot.block)")
    }
    if parts.isEmpty { return nil }
    return [
      SARIFLog.Logical(
        fullyQualifiedName: parts.joined(separator: "/"), kind: spot.table == nil ? "paragraph" : "cell")
    ]
  }
}

extension PathNames {
  /// Name of the base that relative URIs of a log refer to.
  static let baseID = "SRCROOT"

  /// A report's location: relative to the base where it lies below it.
  func artifact(_ path: String) -> SARIFLog.Artifact {
    let uri = uri(of: path)
    return SARIFLog.Artifact(uri: uri, uriBaseId: uri.hasPrefix("file:") ? nil : Self.baseID)
  }
}
