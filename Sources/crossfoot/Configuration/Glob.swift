// SPDX-License-Identifier: Apache-2.0

/// A pattern for paths: `*` stands for any characters but `/`, `?` for one of them, `**` for any folders between. A
/// pattern without `/` means a file or folder of that name at any depth; a folder that fits takes in all below it.
struct Glob: Hashable {
  /// As written.
  let text: String
  private let parts: [[UInt8]]

  init(_ text: String) {
    self.text = text
    var parts = text.split(separator: "/").filter { $0 != "." }.map { Array($0.utf8) }
    let hasFolder = text.dropLast(text.hasSuffix("/") ? 1 : 0).contains("/")
    if !hasFolder { parts.insert(Self.anyFolders, at: 0) }
    self.parts = parts
  }

  private static let anyFolders = Array("**".utf8)

  /// Whether a path, relative to the folder that the pattern belongs to, fits.
  func matches(_ path: String) -> Bool {
    let path = path.split(separator: "/").map { Array($0.utf8) }
    var (at, part) = (0, 0)
    // Where to go on if what was tried fails: the last `**` takes one folder more.
    var retry: (at: Int, part: Int)?
    while part < parts.count {
      if parts[part] == Self.anyFolders {
        retry = (at, part)
        part += 1
      } else if at < path.count, Self.fits(path[at], parts[part]) {
        at += 1
        part += 1
      } else if let last = retry, last.at < path.count {
        retry = (last.at + 1, last.part)
        (at, part) = (last.at + 1, last.part + 1)
      } else {
        return false
      }
    }
    // What is left of the path lies below what fits.
    return at > 0
  }

  /// Whether a name fits one part of a pattern.
  private static func fits(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
    var (at, sign) = (0, 0)
    var retry: (at: Int, sign: Int)?
    while at < name.count || sign < pattern.count {
      if sign < pattern.count, pattern[sign] == UInt8(ascii: "*") {
        retry = (at, sign)
        sign += 1
      } else if sign < pattern.count, at < name.count, let next = step(name, at, pattern[sign]) {
        at = next
        sign += 1
      } else if let last = retry, last.at < name.count {
        retry = (last.at + 1, last.sign)
        (at, sign) = (last.at + 1, last.sign + 1)
      } else {
        return false
      }
    }
    return true
  }

  /// The offset after what one sign of a pattern stands for; `?` stands for a whole scalar.
  private static func step(_ name: [UInt8], _ at: Int, _ sign: UInt8) -> Int? {
    if sign != UInt8(ascii: "?") { return name[at] == sign ? at + 1 : nil }
    var end = at + 1
    while end < name.count, name[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
