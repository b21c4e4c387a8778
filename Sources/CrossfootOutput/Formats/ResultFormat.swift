// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings

/// A form in which the outcome of a check is written. Reports are added one by one, in path order; text comes as soon
/// as it is known, so that the reports need not wait in memory for each other.
protocol ResultFormat: Sendable {
  /// Takes one report.
  /// - Returns: the text that can be written by now, empty if the form needs to see all reports first.
  mutating func add(_ result: ReportResult) -> String
  /// Takes a path that could not be checked.
  mutating func refuse(_ path: String, _ problem: Problem)
  /// Ends the document.
  /// - Parameter elapsed: how long the check took, where that is to be told.
  mutating func finish(elapsed: Duration?) -> String
}

extension ResultFormat {
  mutating func refuse(_ path: String, _ problem: Problem) {}
}

/// The forms of the outcome of a check; the raw value is what `--format` takes.
public enum FormatName: String, Sendable, Hashable, CaseIterable {
  case text, grouped, concise, plain, diff, json, jsonl, csv, markdown
  case sarif, github, gitlab, junit, checkstyle, rdjson, rdjsonl

  /// Whether the output is for people on a terminal: such output may be coloured, and ends with totals.
  public var isForPeople: Bool { self == .text || self == .grouped || self == .plain }
}

/// What the formats need to know besides the findings.
public struct FormatContext: Sendable {
  /// Version of the tool.
  public var version: String
  /// Language, colours, width, and what is shown beyond errors and warnings.
  public var text: TextOptions
  /// Names of reports for services that count paths from the root of a repository.
  public var paths: PathNames
  /// Whether findings were compared with a baseline or an older version.
  public var isCompared: Bool
  /// Whether SARIF carries our own fingerprint under the name that GitHub reads; otherwise GitHub computes one from the
  /// text around the place.
  public var hasStableSARIFFingerprint: Bool

  /// English text without colour, and paths as they are, unless said otherwise.
  public init(
    version: String, text: TextOptions = TextOptions(), paths: PathNames = PathNames(), isCompared: Bool = false,
    hasStableSARIFFingerprint: Bool = true
  ) {
    self.version = version
    self.text = text
    self.paths = paths
    self.isCompared = isCompared
    self.hasStableSARIFFingerprint = hasStableSARIFFingerprint
  }

  var sentences: Sentences { Sentences(text.language) }

  /// The findings of a report that the options show.
  func shown(_ result: ReportResult) -> [Finding] { result.findings.filter { $0.isShown(text.shown) } }
}

/// Writes the outcome of a check in one of the formats.
public struct ResultWriter: Sendable {
  private var format: any ResultFormat

  /// A writer that has seen no report yet.
  public init(_ name: FormatName, _ context: FormatContext) {
    format =
      switch name {
      case .text: TextFormat(context)
      case .grouped: GroupedFormat(context)
      case .concise: ConciseFormat(context)
      case .plain: PlainFormat(context)
      case .diff: DiffFormat(context)
      case .json: JSONFormat(context)
      case .jsonl: JSONLinesFormat(context)
      case .csv: CSVFormat(context)
      case .markdown: MarkdownFormat(context)
      case .sarif: SARIFFormat(context)
      case .github: GitHubFormat(context)
      case .gitlab: GitLabFormat(context)
      case .junit: JUnitFormat(context)
      case .checkstyle: CheckstyleFormat(context)
      case .rdjson: RDJSONFormat(context)
      case .rdjsonl: RDJSONLinesFormat(context)
      }
  }

  /// A writer of the summary of a step of GitHub Actions, which takes 1 MiB of Markdown and refuses more.
  public init(stepSummary context: FormatContext) { format = MarkdownFormat(context, limit: 1_000_000) }

  /// Takes one report and returns the text that can be written by now.
  public mutating func add(_ result: ReportResult) -> String { format.add(result) }

  /// Takes a path that could not be checked.
  public mutating func refuse(_ path: String, _ problem: Problem) { format.refuse(path, problem) }

  /// The rest of the document. A time makes the output differ from run to run: pass it for a terminal only.
  public mutating func finish(elapsed: Duration? = nil) -> String { format.finish(elapsed: elapsed) }
}
