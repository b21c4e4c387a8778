// SPDX-License-Identifier: Apache-2.0

/// Finds tags, comments, scripts and styles. No stretch of text is searched twice for the end of something, so scanning
/// stays linear however many `<` close nothing: a tag ends before the next `<`, and searches for the other ends
/// remember what they found.
struct MarkupScanner {
  /// Markup that holds no report text.
  struct Tag {
    /// Offset after it.
    let end: Int
    /// The byte of ``FoldedText/Mark`` that stands for it in the folded text, if it separates anything.
    let mark: UInt8?
  }

  /// What a tag does to the text around it.
  enum Role {
    case inline, block, row, cell, table
    /// Its content is no text.
    case raw
  }

  /// How much a tag must look like one.
  private enum Kind {
    /// `<!`, `<?` and end tags of scripts: anything up to `>`.
    case declaration
    /// An element of HTML: attributes begin with a letter or sign.
    case known
    /// Any other name: attributes, if there are any, have a value.
    case unknown
  }

  private let bytes: [UInt8]
  private var commentEnds = EndSearch(Array("-->".utf8))
  private var scriptEnds = EndSearch(Array("</script".utf8))
  private var styleEnds = EndSearch(Array("</style".utf8))
  private var firstUnclosed = 0
  private var unclosedCount = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// One note for all markup that never closes, at its first place.
  var notes: [Note] {
    if unclosedCount == 0 { return [] }
    return [Note(.unclosedMarkup, at: SourceRange(firstUnclosed, firstUnclosed + 1), count: unclosedCount)]
  }

  /// Reads the markup whose `<` stands at `at`. Offsets must not descend from call to call.
  /// - Returns: nil if the `<` is text.
  mutating func tag(at start: Int) -> Tag? {
    guard start + 1 < bytes.count else { return nil }
    switch bytes[start + 1] {
    case 0x21: return declaration(start)
    case 0x3F where start + 2 < bytes.count && isLetter(bytes[start + 2]):
      return close(start, attributesFrom: start + 2, .declaration).map { Tag(end: $0, mark: nil) }
    case 0x2F: return named(start, nameAt: start + 2, closes: true)
    default: return named(start, nameAt: start + 1, closes: false)
    }
  }

  /// `<!-- … -->`, `<!DOCTYPE …>`, `<![endif]>`.
  private mutating func declaration(_ start: Int) -> Tag? {
    guard start + 3 < bytes.count else { return nil }
    if bytes[start + 2] == 0x2D, bytes[start + 3] == 0x2D {
      guard let end = commentEnds.next(in: bytes, from: start + 2) else {
        noteUnclosed(start)
        return nil
      }
      return Tag(end: end + 3, mark: nil)
    }
    guard isLetter(bytes[start + 2]) || bytes[start + 2] == 0x5B && isLetter(bytes[start + 3]) else { return nil }
    return close(start, attributesFrom: start + 3, .declaration).map { Tag(end: $0, mark: nil) }
  }

  /// A start or end tag.
  private mutating func named(_ start: Int, nameAt: Int, closes: Bool) -> Tag? {
    var at = nameAt
    while at < bytes.count, isNameByte(bytes[at]) { at += 1 }
    guard at > nameAt, isLetter(bytes[nameAt]), at < bytes.count else { return nil }
    let name = bytes[nameAt..<at]
    let role = TagTable.role(name)
    // `<T2023>` may be text; digits in a name that HTML does not know are believed after a prefix only (`st1:date`).
    if role == nil, !name.contains(0x3A), name.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { return nil }
    guard let end = close(start, attributesFrom: at, role == nil ? .unknown : .known) else { return nil }
    if role == .raw, !closes { return raw(start, end, name) }
    return Tag(end: end, mark: TagTable.mark(role ?? .inline, closes: closes))
  }

  /// A script or style with its content. If it never closes, only the tag goes.
  private mutating func raw(_ start: Int, _ tagEnd: Int, _ name: ArraySlice<UInt8>) -> Tag {
    let isScript = name.count == 6
    let found = isScript ? scriptEnds.next(in: bytes, from: tagEnd) : styleEnds.next(in: bytes, from: tagEnd)
    guard let found else {
      noteUnclosed(start)
      return Tag(end: tagEnd, mark: nil)
    }
    let after = found + name.count + 2
    return Tag(end: close(found, attributesFrom: after, .declaration) ?? after, mark: nil)
  }

  /// Offset after the `>` that closes a tag: no other `<` may come before it.
  private mutating func close(_ start: Int, attributesFrom: Int, _ kind: Kind) -> Int? {
    var at = attributesFrom
    guard at < bytes.count, kind == .declaration || isTagSpace(bytes[at]) || bytes[at] == 0x2F || bytes[at] == 0x3E
    else { return nil }
    var hasContent = false
    var hasValue = false
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case 0x3E: return kind == .unknown && hasContent && !hasValue ? nil : at + 1
      case 0x3C: return nil
      case 0x3D:
        hasValue = true
        at = valueEnd(at + 1)
      case 0x2F, 0x20, 0x09...0x0D: at += 1
      default:
        // No attribute begins like this: `a <b 200>` is text.
        if !hasContent, kind != .declaration, byte >= 0x80 || byte >= 0x30 && byte <= 0x39 { return nil }
        hasContent = true
        at += 1
      }
    }
    noteUnclosed(start)
    return nil
  }

  /// Offset after a quoted value that starts at `start`; at least `start`. A value with a `<` in it lacks its closing
  /// quote, and only the opening one is passed.
  private func valueEnd(_ start: Int) -> Int {
    guard start < bytes.count, bytes[start] == 0x22 || bytes[start] == 0x27 else { return start }
    var at = start + 1
    while at < bytes.count, bytes[at] != 0x3C {
      if bytes[at] == bytes[start] { return at + 1 }
      at += 1
    }
    return start + 1
  }

  private mutating func noteUnclosed(_ start: Int) {
    if unclosedCount == 0 { firstUnclosed = start }
    unclosedCount += 1
  }

  private func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  private func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte >= 0x30 && byte <= 0x3A || byte == 0x2D || byte == 0x5F
  }

  private func isTagSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }
}

/// Looks for one byte sequence again and again from ascending offsets, each stretch of text once. ASCII letters match
/// in either case.
struct EndSearch {
  private let pattern: [UInt8]
  private var found: Int?
  private var searchedTo = 0

  /// - Parameter pattern: the bytes looked for, in lower case; must not be empty.
  init(_ pattern: [UInt8]) { self.pattern = pattern }

  /// The first occurrence at or after `start`.
  mutating func next(in bytes: [UInt8], from start: Int) -> Int? {
    if let found, found >= start { return found }
    var at = max(start, searchedTo)
    while at + pattern.count <= bytes.count {
      if matches(bytes, at) {
        found = at
        searchedTo = at + 1
        return at
      }
      at += 1
    }
    searchedTo = max(searchedTo, at)
    found = nil
    return nil
  }

  private func matches(_ bytes: [UInt8], _ at: Int) -> Bool {
    for index in pattern.indices {
      let byte = bytes[at + index]
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if lower != pattern[index] { return false }
    }
    return true
  }
}
