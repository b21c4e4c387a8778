// SPDX-License-Identifier: Apache-2.0

/// Names of reports as other programs expect them: relative to a root, with `/` between the parts and none of them `.`
/// or `..`.
public struct PathNames: Sendable, Hashable {
  private let root: [Substring]?
  private let current: [Substring]
  /// What a relative path is taken from, with a slash at its end.
  private let base: String

  /// - Parameters:
  ///   - root: absolute path of the folder that names are relative to, such as the root of a repository; nil leaves
  ///     relative paths relative to the current directory.
  ///   - current: absolute path of the current directory.
  public init(root: String? = nil, current: String = "") {
    self.root = root.map(Self.parts)
    self.current = Self.parts(current)
    base = (self.root ?? self.current).reduce("/") { $0 + $1 + "/" }
  }

  /// The name of a report. A path outside of the root stays absolute.
  public func name(of path: String) -> String {
    guard let root else { return path }
    let parts = absolute(path)
    guard parts.starts(with: root), parts.count > root.count else { return "/" + parts.joined(separator: "/") }
    return parts.dropFirst(root.count).joined(separator: "/")
  }

  /// The path of a report from the root, with `..` for each folder to leave: the same wherever the tool is run.
  public func climbing(_ path: String) -> String {
    let root = root ?? current
    let parts = absolute(path)
    let common = zip(root, parts).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: root.count - common) + parts.dropFirst(common)).joined(separator: "/")
  }

  /// The absolute path of what ``climbing(_:)`` gave a name.
  public func absolutePath(_ name: String) -> String {
    if Self.isPlain(name) { return name.hasPrefix("/") ? name : base + name }
    return "/"
      + Self.resolved(Self.parts(name), from: name.hasPrefix("/") ? [] : root ?? current).joined(separator: "/")
  }

  /// The path of a report from the current directory, if it is an absolute one of a report below it.
  public func relative(_ path: String) -> String {
    let parts = Self.parts(path)
    guard path.hasPrefix("/"), parts.starts(with: current), parts.count > current.count else { return path }
    return parts.dropFirst(current.count).joined(separator: "/")
  }

  /// The name of a report as a URI reference: everything but unreserved characters percent-encoded (RFC 3986). A path
  /// outside of the root becomes a `file` URI.
  func uri(of path: String) -> String {
    let name = name(of: path)
    return (name.hasPrefix("/") ? "file://" : "") + Self.encoded(name)
  }

  private func absolute(_ path: String) -> [Substring] {
    Self.resolved(Self.parts(path), from: path.hasPrefix("/") ? [] : current)
  }

  private static func resolved(_ path: [Substring], from start: [Substring]) -> [Substring] {
    var parts = start
    for part in path {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts
  }

  /// Whether no part of a path is empty or begins with a point, so that there is nothing to resolve.
  private static func isPlain(_ path: String) -> Bool {
    guard let first = path.utf8.first, first != UInt8(ascii: ".") else { return false }
    var last: UInt8 = 0
    for byte in path.utf8 {
      if last == UInt8(ascii: "/"), byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") { return false }
      last = byte
    }
    return last != UInt8(ascii: "/")
  }

  private static func parts(_ path: String) -> [Substring] {
    path.split(separator: "/").filter { $0 != "." }
  }

  private static func encoded(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }
}
