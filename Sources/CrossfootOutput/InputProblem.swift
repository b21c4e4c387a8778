// SPDX-License-Identifier: Apache-2.0

/// Why a path was not checked. One path's problem never keeps the others from being checked.
public struct InputProblem: Error, Sendable, Hashable {
  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    /// There is nothing at the path.
    case missing
    /// The system does not let us read it.
    case denied
    /// Reading failed with this system error number.
    case unreadable(code: Int32)
    /// A directory that holds no file with a report's extension.
    case noReports
    /// Longer than `--max-file-size`; `limit` is in bytes.
    case tooLarge(limit: Int)
    /// A binary file of the named kind ("PDF", "Word/ZIP", "OLE", "binary").
    case binary(kind: String)
    /// The system has no converter for this character encoding.
    case missingCharset(String)
  }

  /// The path as the user gave it or as the walk found it.
  public var path: String
  public var kind: Kind

  public init(_ path: String, _ kind: Kind) {
    self.path = path
    self.kind = kind
  }
}
