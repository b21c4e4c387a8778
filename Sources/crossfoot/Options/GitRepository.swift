// SPDX-License-Identifier: Apache-2.0

import CrossfootArchive
import CrossfootOutput
import Subprocess

/// The git repository that holds the current directory, as far as older versions of reports are looked up in it.
struct GitRepository {
  /// Names of files as git has them: paths from the root of the work tree.
  let names: PathNames
  private let root: String
  private let revision: String
  /// Names of all files at the revision.
  private let before: Set<String>
  /// Names of files that differ from the revision or are not there any more, with the name each had then; nil for new
  /// files.
  private let changes: [String: String?]

  /// Longest output of git that is read, in bytes.
  private static let limit = 1 << 30

  /// Looks up what changed since a revision.
  /// - Throws: `InputProblem` if there is no repository or no such revision.
  init(since revision: String) async throws {
    root = try await Self.line(Self.git(["rev-parse", "--show-toplevel"], of: revision))
    names = PathNames(root: root, current: SystemCalls.currentDirectory)
    // As a hash, so that no revision is taken for an option.
    let commit = ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"]
    self.revision = try await Self.line(Self.git(commit, of: revision))
    let inRoot = ["-C", root]
    let tree = try await Self.git(inRoot + ["ls-tree", "-r", "-z", "--name-only", self.revision], of: revision)
    before = Set(Self.fields(tree))
    let diff = ["diff", "--no-ext-diff", "--name-status", "-z", "-M", self.revision, "--"]
    changes = Self.changes(Self.fields(try await Self.git(inRoot + diff, of: revision)))
  }

  /// What became of a report since the revision.
  enum Change {
    case none
    case added
    /// Changed or renamed; its older version has this name.
    case changed(from: String)
  }

  /// What became of the report at a path.
  func change(of path: String) -> Change {
    let name = names.name(of: path)
    if let older = changes[name] { return older.map { .changed(from: $0) } ?? .added }
    return before.contains(name) ? .none : .added
  }

  /// Names of files that are gone, under any name.
  var deleted: [String] {
    let renamed = Set(changes.values.compactMap(\.self))
    return before.filter { !SystemCalls.exists(root + "/" + $0) && !renamed.contains($0) }.sorted()
  }

  /// The bytes of a file at the revision.
  func bytes(of name: String) async throws -> [UInt8] {
    try await Self.git(["-C", root, "cat-file", "blob", "\(revision):\(name)"], of: name)
  }

  /// Reads the list of `git diff --name-status -z`: a letter and a name each, two names for a rename.
  private static func changes(_ fields: [String]) -> [String: String?] {
    var changes: [String: String?] = [:]
    var at = 0
    while at + 1 < fields.count {
      let (letter, name) = (fields[at].first, fields[at + 1])
      at += 2
      switch letter {
      case "R", "C":
        guard at < fields.count else { return changes }
        changes[fields[at]] = .some(name)
        at += 1
      case "A": changes[name] = .some(nil)
      case "D": break
      default: changes[name] = .some(name)
      }
    }
    return changes
  }

  private static func fields(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func line(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  /// Runs git.
  /// - Parameter subject: the revision or file that a failure is about.
  private static func git(_ arguments: [String], of subject: String) async throws -> [UInt8] {
    do {
      let result = try await Subprocess.run(
        .name("git"), arguments: Arguments(arguments), output: .bytes(limit: limit), error: .string(limit: 1 << 16))
      if result.terminationStatus.isSuccess { return result.standardOutput }
      let words = result.standardError.split(separator: "\n").first.map(String.init)
      throw InputProblem(subject, words.map(Problem.git) ?? .unknownRevision)
    } catch let error as SubprocessError {
      throw InputProblem(subject, .git("\(error)"))
    }
  }
}
