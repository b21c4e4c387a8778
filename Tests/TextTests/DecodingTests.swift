// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import CrossfootText

/// "支出合计1,234.5万元，增长8％。" in GB18030.
private let chinese: [UInt8] = [
  0xD6, 0xA7, 0xB3, 0xF6, 0xBA, 0xCF, 0xBC, 0xC6, 0x31, 0x2C, 0x32, 0x33, 0x34, 0x2E, 0x35, 0xCD, 0xF2, 0xD4, 0xAA,
  0xA3, 0xAC, 0xD4, 0xF6, 0xB3, 0xA4, 0x38, 0xA3, 0xA5, 0xA1, 0xA3,
]
private let sentence = "支出合计1,234.5万元，增长8％。"

/// UTF-16 code units as bytes.
private func wide(_ text: String, bigEndian: Bool = false, mark: Bool = true) -> [UInt8] {
  ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
    bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
  }
}

@Suite struct DecodingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var asked: TextEncoding?
    var encoding: TextEncoding
    var text: String
    var replaced = 0
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "UTF-8", bytes: Array(sentence.utf8), encoding: .utf8, text: sentence),
    Case(name: "UTF-8, marked", bytes: [0xEF, 0xBB, 0xBF] + sentence.utf8, encoding: .utf8, text: sentence),
    Case(name: "UTF-16LE, marked", bytes: wide(sentence), encoding: .utf16LittleEndian, text: sentence),
    Case(
      name: "UTF-16BE, marked", bytes: wide(sentence, bigEndian: true), encoding: .utf16BigEndian, text: sentence),
    Case(
      name: "UTF-16LE, asked for", bytes: wide(sentence, mark: false), asked: .utf16LittleEndian,
      encoding: .utf16LittleEndian, text: sentence),
    Case(name: "surrogate pair", bytes: wide("𠮷1"), encoding: .utf16LittleEndian, text: "𠮷1"),
    Case(
      name: "lone surrogates", bytes: [0xFF, 0xFE, 0x42, 0xD8, 0x31, 0x00, 0xB7, 0xDF], encoding: .utf16LittleEndian,
      text: "\u{FFFD}1\u{FFFD}", replaced: 2),
    Case(
      name: "odd last byte", bytes: [0xFF, 0xFE, 0x31, 0x00, 0x2F], encoding: .utf16LittleEndian, text: "1\u{FFFD}",
      replaced: 1),
    Case(name: "GB18030", bytes: chinese, encoding: .gb18030, text: sentence),
    Case(
      name: "GB18030, four bytes", bytes: chinese + [0x95, 0x34, 0xB2, 0x35, 0x81, 0x39, 0xEE, 0x39],
      encoding: .gb18030, text: sentence + "𠮷㐀"),
    Case(
      name: "GB18030, an invalid byte before a digit", bytes: chinese + [0xFF, 0x37], encoding: .gb18030,
      text: sentence + "\u{FFFD}7", replaced: 1),
    Case(
      name: "GB18030, cut in a character", bytes: chinese.dropLast() + [], encoding: .gb18030,
      text: sentence.dropLast() + "\u{FFFD}", replaced: 1),
    Case(
      name: "UTF-8 with bad bytes", bytes: Array(sentence.utf8) + [0xFF] + Array(sentence.utf8) + [0xE6, 0x94, 0x38],
      encoding: .utf8, text: "\(sentence)\u{FFFD}\(sentence)\u{FFFD}8", replaced: 2),
    Case(
      name: "UTF-8, asked for", bytes: [0xD6, 0xA7, 0x31], asked: .utf8, encoding: .utf8, text: "\u{5A7}1"),
    Case(
      name: "GB18030, asked for", bytes: [0xD6, 0xA7, 0x31], asked: .gb18030, encoding: .gb18030, text: "支1"),
    Case(
      name: "Latin-1", bytes: Array("Soci".utf8) + [0xE9] + Array("t".utf8) + [0xE9] + Array(" 12".utf8),
      encoding: .utf8, text: "Soci\u{FFFD}t\u{FFFD} 12", replaced: 2),
    Case(
      name: "overlong form and surrogate", bytes: [0x31, 0xC0, 0xAF, 0xED, 0xA0, 0x80], asked: .utf8,
      encoding: .utf8, text: "1" + String(repeating: "\u{FFFD}", count: 5), replaced: 5),
  ]

  @Test(arguments: cases)
  func encodings(_ example: Case) throws {
    let (source, notes) = try SourceText.decode(example.bytes, as: example.asked)
    #expect(String(decoding: source.bytes, as: UTF8.self) == example.text)
    #expect(source.encoding == example.encoding)
    #expect(notes.map(\.kind) == (example.replaced > 0 ? [.invalidBytes] : []))
    #expect(notes.first?.count ?? 0 == example.replaced)
    #expect(notes.allSatisfy { $0.range.map { source.text($0) } == "\u{FFFD}" })
  }

  @Test(
    arguments: [
      ("PDF", Array("%PDF-1.7\n".utf8)),
      ("Word/ZIP", [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00]),
      ("OLE", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]),
      ("binary", wide("支出合计100万元，比上年增长8%。", mark: false)),
      ("binary", [0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x01] + Array(repeating: 0, count: 9)),
    ] as [(String, [UInt8])])
  func binaryFilesAreRefused(kind: String, bytes: [UInt8]) {
    #expect(throws: TextError.binary(kind: kind)) { try SourceText.decode(bytes) }
  }

  @Test func strayControlsAreText() throws {
    let text = String(repeating: "支出\u{1}12\u{7}", count: 50) + "\u{0}"
    #expect(try SourceText.decode(Array(text.utf8)).0.bytes == Array(text.utf8))
  }

  @Test(arguments: [[], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE]] as [[UInt8]])
  func anEmptyFileIsNoted(bytes: [UInt8]) throws {
    let (source, notes) = try SourceText.decode(bytes)
    #expect(source.bytes.isEmpty)
    #expect(notes == [Note(.emptyInput)])
  }

  @Test func veryLongLinesAreNoted() throws {
    let long = [UInt8](repeating: 0x31, count: 1 << 20 + 1)
    let (_, notes) = try SourceText.decode([0x32, 0x0A] + long + [0x0A] + long)
    #expect(notes == [Note(.longLine, at: SourceRange(2, 2 + long.count), count: 2)])
  }

  @Test func aMissingCharsetIsAnError() {
    #expect(throws: TextError.missingCharset("X-NONE")) { try CharsetConverter.text([0x31], from: "X-NONE") }
  }

  @Test func conversionGoesOnOverManyChunks() throws {
    let (source, notes) = try SourceText.decode(Array((0..<20_000).map { _ in chinese }.joined()))
    #expect(notes.isEmpty)
    #expect(source.bytes == Array(String(repeating: sentence, count: 20_000).utf8))
  }

  @Test(arguments: TextEncoding.allCases)
  func anyBytesGiveValidText(encoding: TextEncoding) throws {
    var random = SplitMix64(seed: 11)
    for length in 0..<300 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 1...255, using: &random) }
      let (source, _) = try SourceText.decode(bytes, as: encoding)
      #expect((try? UTF8Span(validating: source.bytes.span)) != nil)
    }
  }

  @Test func repairsAsTheStandardLibraryDoes() {
    var random = SplitMix64(seed: 12)
    let alphabet: [UInt8] = [0x31, 0x80, 0xBF, 0xC2, 0xE0, 0xA0, 0xE6, 0x94, 0xED, 0xF0, 0x90, 0xF4, 0x8F, 0xFF]
    for _ in 0..<2_000 {
      let bytes = (0..<8).map { _ in alphabet.randomElement(using: &random) ?? 0x31 }
      #expect(UTF8Repair.text(bytes).bytes == Array(String(decoding: bytes, as: UTF8.self).utf8))
    }
  }
}
