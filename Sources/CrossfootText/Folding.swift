// SPDX-License-Identifier: Apache-2.0

extension FoldedText {
  /// Folds a text scalar by scalar. Linear in its length; text that needs no folding is copied in runs.
  /// - Returns: the folded text, and a note for each kind of markup that opens and never closes.
  public static func fold(_ source: SourceText) -> (FoldedText, [Note]) {
    var folder = Folder(source.bytes)
    folder.foldAll()
    return folder.finish()
  }
}

/// The state of one folding pass.
private struct Folder {
  private let bytes: [UInt8]
  private var scanner: MarkupScanner
  private var places = FoldPlaces()
  private var folded: [UInt8] = []
  private var map = OffsetMap()
  private var markup: [SourceRange] = []
  /// Start of the bytes that were looked at and stay as they are, but are not copied yet.
  private var pending = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    scanner = MarkupScanner(bytes)
  }

  mutating func foldAll() {
    var at = 0
    while true {
      // What lies between is copied as it stands.
      at = places.next(in: bytes, from: at)
      if at == bytes.count { return }
      at = foldSpecial(at)
    }
  }

  /// Folds what starts at such a byte. Returns the offset after it.
  private mutating func foldSpecial(_ at: Int) -> Int {
    switch bytes[at] {
    case 0xF0...0xFF: return min(at + 4, bytes.count)
    case 0xE0...0xEF: return put(FoldedScalar(Folder.scalar(bytes, at, length: 3)), at, length: 3)
    case 0x80...0xDF: return put(FoldedScalar(Folder.scalar(bytes, at, length: 2)), at, length: 2)
    case 0x3C: return foldMarkup(at)
    case 0x26: return foldEntity(at)
    case 0x5B: return foldReference(at)
    case 0x0D where at + 1 < bytes.count && bytes[at + 1] == 0x0A: return put(.dropped, at, length: 1)
    case let byte: return put(FoldedScalar(UInt32(byte)), at, length: 1)
    }
  }

  mutating func finish() -> (FoldedText, [Note]) {
    if pending == 0 {
      map.copy(bytes.count, from: 0)
      folded = bytes
    } else {
      flush(to: bytes.count)
    }
    map.finish(sourceCount: bytes.count)
    return (FoldedText(bytes: folded, map: map, markup: markup), scanner.notes)
  }

  /// The scalar of `length` bytes at an offset; 0xFFFD where the text ends early.
  private static func scalar(_ bytes: [UInt8], _ at: Int, length: Int) -> UInt32 {
    guard at + length <= bytes.count else { return 0xFFFD }
    var value = UInt32(bytes[at]) & (length == 2 ? 0x1F : 0x0F)
    for index in at + 1..<at + length { value = value << 6 | UInt32(bytes[index] & 0x3F) }
    return value
  }

  /// Copies the pending bytes up to `end`.
  private mutating func flush(to end: Int) {
    guard pending < end else { return }
    if folded.isEmpty { folded.reserveCapacity(bytes.count) }
    folded.append(contentsOf: bytes[pending..<end])
    map.copy(end - pending, from: pending)
  }

  /// Puts what a scalar of `length` bytes at `at` folds to. Returns the offset after it.
  private mutating func put(_ result: FoldedScalar, _ at: Int, length: Int) -> Int {
    let end = min(at + length, bytes.count)
    switch result {
    case .same: return end
    case .dropped: flush(to: at)
    case .ascii(let byte):
      flush(to: at)
      folded.append(byte)
      map.replace(1, from: at, length: end - at)
    }
    pending = end
    return end
  }

  private mutating func foldMarkup(_ at: Int) -> Int {
    guard let tag = scanner.tag(at: at) else { return at + 1 }
    flush(to: at)
    if let mark = tag.mark {
      folded.append(mark)
      map.replace(1, from: at, length: tag.end - at)
    }
    if let last = markup.last, last.end == at {
      markup[markup.count - 1].end = tag.end
    } else {
      markup.append(SourceRange(at, tag.end))
    }
    pending = tag.end
    return tag.end
  }

  /// Drops the sign that points to a note (完成调整预算[4]的): it stands between words, and its number counts nothing.
  private mutating func foldReference(_ at: Int) -> Int {
    var end = at + 1
    while end < bytes.count, end < at + 3, bytes[end] &- 0x30 < 10 { end += 1 }
    guard end > at + 1, end + 1 < bytes.count, bytes[end] == 0x5D, at > 0,
      bytes[at - 1] >= 0x80 || bytes[at - 1] == 0x25,
      bytes[end + 1] >= 0x80
    else { return at + 1 }
    return put(.dropped, at, length: end + 1 - at)
  }

  private mutating func foldEntity(_ at: Int) -> Int {
    guard let entity = Entity(in: bytes, at: at) else { return at + 1 }
    let result = FoldedScalar(entity.scalar.value)
    // A line feed that the source does not print as a line end must not become one.
    if case .same = result, entity.scalar.value >= 0x20 {
      flush(to: at)
      let before = folded.count
      folded.append(contentsOf: Unicode.UTF8.encode(entity.scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
      map.replace(folded.count - before, from: at, length: entity.end - at)
      pending = entity.end
      return entity.end
    }
    if case .same = result { return put(.ascii(0x20), at, length: entity.end - at) }
    return put(result, at, length: entity.end - at)
  }
}
