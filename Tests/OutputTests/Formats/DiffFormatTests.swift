// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootRules
import CrossfootText
import Foundation
import Testing

@testable import CrossfootOutput

@Suite struct CorrectionTests {
  /// A finding over the marked text that expects a value of a figure printed as `stated`.
  private func correction(_ marked: String, stated: String, expected: String?) -> String? {
    var sample = Sample()
    sample.expected = expected
    var result = sample.result(marked)
    result.findings[0].primary.text = stated
    return Correction(result.findings[0], in: result.source)?.text
  }

  @Test(
    "only the digits are replaced, in their own width; what cannot be written so is left alone",
    arguments: [
      ("下降⟦*rate|21.2⟧%", "21.2%", "17.5%", "17.5"), ("下降⟦*rate|21.2%⟧", "21.2%", "17.5%", "17.5%"),
      ("共⟦*total|1,205⟧件", "1,205", "1,204", "1,204"), ("共⟦*total|９７⟧件", "97", "96.5", "９６．５"),
      ("△⟦*delta|3.5⟧", "-3.5", "-3.6", "3.6"), ("减少⟦*delta|3.5⟧", "-3.5", "3.6", nil),
      ("共⟦*total|1 205⟧", "1205", "1206", "1206"),
      ("⟦*mark|#REF!⟧", "#REF!", "99.5", "99.5"), ("共⟦*total|十三⟧项", "十三", "14", "14"),
      ("共⟦*total|12⟧万元", "12万元", "13万元", nil),
      ("共⟦*total|12⟧", "12", nil, nil), ("率⟦*rate|5⟧‰", "5‰", "6%", nil), ("−⟦*delta|3⟧", "-3", "-4", "4"),
    ] as [(String, String, String?, String?)])
  func text(_ row: (marked: String, stated: String, expected: String?, text: String?)) {
    #expect(correction(row.marked, stated: row.stated, expected: row.expected) == row.text)
  }
}

@Suite struct DiffFormatTests {
  /// A report of lines in which `⟦old|new⟧` are wrong figures with the values they should have.
  private func result(_ text: String, path: String = "a.txt", form: SourceText.Form = .verbatim) -> ReportResult {
    var plain = ""
    var changes: [(range: Range<Int>, old: String, new: String)] = []
    for (index, piece) in text.components(separatedBy: "⟦").enumerated() {
      let halves = piece.components(separatedBy: "⟧")
      if index == 0 {
        plain += piece
        continue
      }
      let words = halves[0].components(separatedBy: "|")
      let start = plain.utf8.count
      plain += words[0]
      changes.append((start..<plain.utf8.count, words[0], words[1]))
      plain += halves[1]
    }
    let source = SourceText(bytes: Array(plain.utf8), form: form)
    let findings = changes.map { change in
      let range = SourceRange(change.range.lowerBound, change.range.upperBound)
      var figure = CitedFigure(
        role: .total, text: change.old.filter { !$0.isWhitespace }, range: range, start: source.position(range.start),
        end: source.position(range.end),
        label: "")
      figure.spot.section = "二、支出"
      return Finding(
        rule: "footing.list", kind: .listTotal, severity: .error, path: path, primary: figure, figures: [figure],
        expected: change.new, arithmetic: [], cause: nil, fingerprint: "")
    }
    return ReportResult(path: path, source: source, findings: findings, coverage: Coverage(), notes: [])
  }

  @Test("one hunk: three lines around, headed by the section, in the place of the file's lines")
  func hunk() {
    let text = written(.diff, [result("1\n2\n3\n4\n共⟦97|96⟧件\r\n6\n7\n8\n9\n")])
    #expect(text == "--- a/a.txt\n+++ b/a.txt\n@@ -2,7 +2,7 @@ 二、支出\n 2\n 3\n 4\n-共97件\r\n+共96件\r\n 6\n 7\n 8\n")
  }

  @Test("a report whose bytes are not the file's has no patch, and the document says so")
  func converted() {
    #expect(written(.diff, [result("共⟦97|96⟧件\n", form: .converted)]).hasPrefix("# a.txt"))
    #expect(written(.diff, [result("共97件\n")]).isEmpty)
  }

  private static let patch = "/usr/bin/patch"
  private static let hasPatch = FileManager.default.isExecutableFile(atPath: patch)

  @Test(
    "patch takes it and gives the corrected text", .enabled(if: Self.hasPatch, "no patch on this machine"),
    arguments: [
      "共⟦97|96⟧件", "共⟦97|96⟧件\n", "⟦1|2⟧⟦3|4⟧\n", "⟦1|2⟧\n⟦3|4⟧\n", "⟦1|2⟧\na\nb\nc\nd\ne\nf\n⟦3|4⟧\n",
      "⟦1|2⟧\n\n\n\n\n\n\n\n\n⟦3|4⟧",
      "a\r\nb\r\n⟦1|22⟧\r\nc\r\n", "a\u{C}\n⟦1|2⟧\u{C}\n", "⟦6680\n.6|6680.7⟧亿元\nb\n", "说明𠮷⟦1|2⟧%\n",
      "--- a\n+++ b\n⟦1|2⟧\n@@ x\n",
    ])
  func patches(text: String) throws {
    for (path, form) in [("a.txt", SourceText.Form.verbatim), ("报告 一/b c.txt", .marked), ("q\"\\.txt", .verbatim)] {
      let report = result(text, path: path, form: form)
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("crossfoot-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: folder) }
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      let mark = form == .marked ? "\u{FEFF}" : ""
      try Data((mark + String(decoding: report.source.bytes, as: UTF8.self)).utf8).write(to: file)
      let patch = folder.appendingPathComponent("p.diff")
      try Data(written(.diff, [report]).utf8).write(to: patch)
      #expect(try run(Self.patch, ["-p1", "--dry-run", "--batch", "-i", "p.diff"], in: folder) == 0)
      #expect(try run(Self.patch, ["-p1", "--batch", "-i", "p.diff"], in: folder) == 0)
      let corrected = text.replacing(/⟦[^|]*\|([^⟧]*)⟧/) { $0.output.1 }
      #expect(try String(decoding: Data(contentsOf: file), as: UTF8.self) == mark + corrected)
    }
  }

  private func run(_ program: String, _ arguments: [String], in folder: URL) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
