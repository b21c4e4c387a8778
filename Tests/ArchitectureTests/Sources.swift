// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A source file of the project, as the invariants see it.
struct SourceFile: Sendable {
  /// Path from the root of the repository.
  var path: String
  var lines: [String]

  /// Lines without what is only comment.
  var code: [String] {
    lines.map { line in
      guard let comment = line.range(of: "//") else { return line }
      return String(line[..<comment.lowerBound])
    }
  }

  /// Modules that the file imports.
  var imports: [String] {
    let statement = #/^\s*(?:@?\w+(?:\([^)]*\))?\s+)*?import\s+(?:(?:struct|class|enum|func|var|protocol)\s+)?(\w+)/#
    return lines.compactMap { line in line.firstMatch(of: statement).map { String($0.1) } }
  }
}

/// The repository, found from the place of this file.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The files below a folder of the repository with one of these extensions, in path order.
  static func files(below folder: String, extensions: Set<String> = ["swift"]) -> [SourceFile] {
    let start = root.appendingPathComponent(folder)
    let names = FileManager.default.enumerator(atPath: start.path)?.compactMap { $0 as? String } ?? []
    return names.sorted().compactMap { name in
      guard extensions.contains((name as NSString).pathExtension) else { return nil }
      return file("\(folder)/\(name)")
    }
  }

  /// One file, or nil where there is none.
  static func file(_ path: String) -> SourceFile? {
    guard let text = try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8) else { return nil }
    return SourceFile(path: path, lines: text.components(separatedBy: "\n"))
  }

  /// Names of the folders in a folder of the repository.
  static func folders(in folder: String) -> [String] {
    let start = root.appendingPathComponent(folder)
    let entries = (try? FileManager.default.contentsOfDirectory(at: start, includingPropertiesForKeys: nil)) ?? []
    return entries.filter(\.hasDirectoryPath).map(\.lastPathComponent).sorted()
  }
}
