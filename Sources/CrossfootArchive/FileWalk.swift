// SPDX-License-Identifier: Apache-2.0

import CrossfootOutput

/// The reports that paths stand for. A directory stands for every report below it, found by its extension; a file for
/// itself.
///
/// The result does not depend on the order in which the file system lists a directory.
public struct FileWalk: Sendable {
  /// Extensions of reports inside a directory, in lower case.
  public static let extensions = ["txt", "text", "md", "html", "htm"]

  /// The reports, sorted by the bytes of their paths, each path once.
  public private(set) var reports: [ReportFile] = []
  /// Paths that could not be walked, in the same order.
  public private(set) var problems: [InputProblem] = []
  /// Directories that were entered: a link back to one of them is a loop or a second name of the same reports.
  private var entered: Set<SystemCalls.Entry.Identity> = []

  /// Whether something in a directory is taken: a file as a report, a directory to be walked.
  public typealias Selection = (_ path: String, _ isDirectory: Bool) -> Bool

  /// - Parameters:
  ///   - paths: files, directories, or `-` for standard input.
  ///   - standardInputName: the path that findings show for standard input.
  ///   - takes: what is taken of a directory; by default every directory, and files by their extension.
  public init(
    _ paths: [String], standardInputName: String = "-",
    selecting takes: Selection = { path, isDirectory in isDirectory || FileWalk.hasReportExtension(path) }
  ) {
    for path in paths {
      if path == "-" {
        reports.append(ReportFile(standardInputAs: standardInputName))
      } else {
        add(argument: Array(path.utf8), takes)
      }
    }
    reports = Self.sorted(reports) { $0.path }
    problems = Self.sorted(problems) { $0.path }
  }

  private mutating func add(argument path: [UInt8], _ takes: Selection) {
    do {
      guard try SystemCalls.entry(path, follow: true).kind == .directory else {
        return reports.append(ReportFile(path: path))
      }
    } catch {
      return note(path, error)
    }
    entered = []
    let before = (reports.count, problems.count)
    walk(path, takes)
    if before == (reports.count, problems.count) { problems.append(InputProblem(Self.text(path), .noReports)) }
  }

  /// Walks a directory and all below it. Links to directories wait until the real ones are done, so that a directory
  /// goes by its real path wherever it has one here.
  private mutating func walk(_ root: [UInt8], _ takes: Selection) {
    var real = [root]
    var links: [[UInt8]] = []
    while let directory = real.popLast() ?? links.popLast() {
      do {
        guard entered.insert(try SystemCalls.entry(directory, follow: true).identity).inserted else { continue }
        let entries = try SystemCalls.entries(inDirectory: directory)
        // Backwards: the last one is taken first.
        for (name, kind) in entries.sorted(by: { $1.name.lexicographicallyPrecedes($0.name) })
        where name.first != UInt8(ascii: ".") {
          visit(Self.join(directory, name), kind, takes, real: &real, links: &links)
        }
      } catch {
        note(directory, error)
      }
    }
  }

  /// Takes up one entry of a directory: a report is listed, a directory waits for its turn, all else is passed over.
  private mutating func visit(
    _ path: [UInt8], _ known: SystemCalls.Entry.Kind?, _ takes: Selection, real: inout [[UInt8]], links: inout [[UInt8]]
  ) {
    do throws(SystemCalls.Failure) {
      var kind = known
      if kind == nil { kind = try SystemCalls.entry(path, follow: false).kind }
      let isLink = kind == .link
      if isLink { kind = try SystemCalls.entry(path, follow: true).kind }
      switch kind {
      case .directory:
        guard takes(Self.text(path), true) else { return }
        if isLink { links.append(path) } else { real.append(path) }
      case .regular: if takes(Self.text(path), false) { reports.append(ReportFile(path: path)) }
      case .link, .other, nil: break
      }
    } catch {
      // What cannot be looked at (a link that leads nowhere) matters only if it is named like a report.
      if takes(Self.text(path), false) { note(path, error) }
    }
  }

  private mutating func note(_ path: [UInt8], _ failure: SystemCalls.Failure) {
    problems.append(InputProblem(Self.text(path), failure.problem))
  }

  private static func text(_ path: [UInt8]) -> String { String(decoding: path, as: UTF8.self) }

  /// Whether a file is named like a report.
  public static func hasReportExtension(_ path: String) -> Bool {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return extensions.contains(path[path.utf8.index(after: dot)...].lowercased())
  }

  private static func join(_ directory: [UInt8], _ name: [UInt8]) -> [UInt8] {
    directory.last == UInt8(ascii: "/") ? directory + name : directory + [UInt8(ascii: "/")] + name
  }

  /// Sorted by the bytes of a path; what is equal stays once.
  private static func sorted<Element: Equatable>(
    _ elements: [Element], by path: (Element) -> String
  ) -> [Element] {
    var sorted: [Element] = []
    sorted.reserveCapacity(elements.count)
    // Where those of the last path begin: only they can be equal to the next one.
    var start = 0
    for element in elements.sorted(by: { path($0).utf8.lexicographicallyPrecedes(path($1).utf8) }) {
      if let last = sorted.last, path(last) != path(element) { start = sorted.count }
      if !sorted[start...].contains(element) { sorted.append(element) }
    }
    return sorted
  }
}

extension SystemCalls.Failure {
  /// A failure to read, as it is told.
  var problem: Problem { isMissing ? .missingPath : .unreadable(words) }
}
