// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootOutput
import CrossfootRules
import CrossfootText
import Foundation
import TestSupport
import Testing

@testable import CrossfootArchive

/// What was read from a report, written as bytes and read back.
@Suite struct ReadingTests {
  /// Reports of every layout.
  private static let corpus = CorpusFiles.withMarkdown.compactMap { path in
    try? Array(Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// They, reports of other prints and encodings, and the examples of all rules.
  private static let texts: [[UInt8]] = {
    let invented = InventedArchive(seed: 3).reports.prefix(8).map(\.text)
    let examples = RuleRegistry.all.flatMap { rule in rule.description.examples.map { Array($0.text.utf8) } }
    let prints = corpus.prefix(3).flatMap { report in Variation.allCases.map { $0.applied(to: report) } }
    let odd = [
      [], Array("\u{FEFF}本年支出12万元。\n".utf8), Array("本年支出12万元".utf8) + [0xFF, 0xFE], Array("net 5 (3) income\n".utf8),
      [0xB1, 0xBE, 0xC4, 0xEA, 0xD6, 0xA7, 0xB3, 0xF6, 0x31, 0x32, 0xCD, 0xF2, 0xD4, 0xAA, 0xA1, 0xA3, 0x0A],
    ]
    return corpus + invented + examples + prints + odd + rare.map { Array($0.utf8) }
  }()

  /// What reports seldom hold: formulas of columns with quotients and differences, amounts to take off, shares of the
  /// own level, numbers that cannot be read, markup that never closes.
  private static let rare = [
    "单位：万元\n项目\t收入\t支出\t结余\t执行率\n栏次\t1\t2\t3=1-2\t4=2/1\n港务\t120\t90\t30\t75%\n航务\t80\t60\t20\t75%\n",
    "单位：万元\n项目\t金额\n收入\t100\n减：退库\t10\n合计\t90\n", "单位：亿元\n地区\t收入\n望川县\t12\n其中：县本级\t8\n松屿县\t7\n合计\t19\n",
    "本年支出1.2.3万元，其中：港务1,23万元。\n", "本年支出12万元<div class=\"a\n",
    "支出12万元<div class=\"a\n",
  ]

  private static func read(_ bytes: [UInt8]) throws -> (SourceText, ReportReading) {
    let (source, notes) = try SourceText.decode(bytes)
    return (source, ReportReading(source, notes: notes))
  }

  private static func bytes(of reading: ReportReading) -> [UInt8] {
    var writer = ByteWriter()
    reading.write(to: &writer)
    return writer.bytes
  }

  /// What is derived from other properties, and the report itself, which is no part of an entry.
  private static let derived: Set = ["LabelTable.slots", "PrintedText.source"]

  /// What is the same everywhere, and read and written by what other properties prove: a mark knows no sentence.
  private static let constant = ["Mark.place.sentence"]

  @Test("every property of what was read comes back, and takes more than one value in these texts")
  func complete() throws {
    var reflected = Reflected(skipping: Self.derived)
    for (index, text) in Self.texts.enumerated() {
      let (source, reading) = try Self.read(text)
      var reader = ByteReader(Self.bytes(of: reading))
      reflected.compare(reading, try ReportReading(source, from: &reader))
      #expect(reflected.differences.isEmpty, "text \(index)")
      if !reflected.differences.isEmpty { break }
    }
    // A new property must be written and read, and something here must show that it is.
    #expect(reflected.unvaried == Self.constant)
  }

  /// Ways of judging that leave what was read as it is.
  private static let settings: [ReportSettings] = {
    let ids = RuleRegistry.all.map { $0.description.id }
    var ways: [ReportSettings] = []
    for _ in 0..<6 { ways.append(ReportSettings()) }
    ways[1].rounding = .truncates
    ways[2].rounding = .nearest
    ways[3].rules = Set(ids.indices.filter { $0 % 2 == 0 }.map { ids[$0] })
    ways[4].rules = Set(ids[12..<21])
    ways[5].unrelated = [LabelPair("项目支出", "基本支出"), LabelPair("收入合计", "支出合计")]
    return ways
  }()

  /// What is told in the formats that say most.
  private static func told(_ result: ReportResult) -> [String] {
    [FormatName.json, .sarif, .concise, .text].map { name in
      var writer = ResultWriter(name, FormatContext(version: "1"))
      return writer.add(result) + writer.finish()
    }
  }

  @Test("what is read back is judged as what was written, however it is judged")
  func judged() throws {
    var told: Set<[String]> = []
    for (index, text) in Self.texts.enumerated() {
      let (source, reading) = try Self.read(text)
      var reader = ByteReader(Self.bytes(of: reading))
      let again = try ReportReading(source, from: &reader)
      for settings in index < Self.corpus.count ? Self.settings : Array(Self.settings.prefix(1)) {
        let fresh = Self.told(reading.result(path: "a.txt", settings: settings))
        #expect(Self.told(again.result(path: "a.txt", settings: settings)) == fresh, "text \(index), \(settings)")
        told.insert(fresh)
      }
    }
    #expect(told.count > 200)
  }

  @Test("entries are small, though the reports of the corpus are little else than figures")
  func size() throws {
    var (reports, entries) = (0, 0)
    for path in CorpusFiles.withMarkdown {
      let text = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
      reports += text.count
      entries += Self.bytes(of: try Self.read(text).1).count
    }
    #expect(entries * 2 < reports * 3, "\(entries) bytes for \(reports)")
  }

  @Test("reading survives any bytes: they are a reading or damage")
  func anyBytes() throws {
    var random = SplitMix64(seed: 7)
    var damaged = 0
    let readings = try CorpusFiles.few.map { path in
      let (source, reading) = try Self.read(Array(Data(contentsOf: URL(fileURLWithPath: path))))
      return (source, Self.bytes(of: reading))
    }
    for round in 0..<3000 {
      var (source, bytes) = readings[round % readings.count]
      for _ in 0...(round % 3) {
        guard let at = bytes.indices.randomElement(using: &random) else { break }
        switch round % 5 {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        case 2: bytes.insert(contentsOf: [UInt8](repeating: 0xFF, count: round % 9) + [0x7F], at: at)
        case 3: bytes[at] = 0x80
        default: bytes = Array(bytes[..<at])
        }
      }
      if round % 7 == 0 { source = SourceText(bytes: Array(source.bytes.prefix(round))) }
      var reader = ByteReader(bytes)
      do { _ = try ReportReading(source, from: &reader) } catch { damaged += 1 }
    }
    #expect(damaged > 1000)
  }
}
