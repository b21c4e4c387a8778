// SPDX-License-Identifier: Apache-2.0

import Testing

/// A plain report whose check is beside the point here.
let report = "2024年，全年支出合计30万元，其中：办公费10万元、差旅费20万元。\n"

/// One kind of bad input: files, arguments, and what must come of them.
struct BadInput: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var files: [(name: String, bytes: [UInt8])] = []
  var arguments: [String]
  var exitCode: Int32
  /// What standard error must name.
  var tells: [String] = []
  /// What standard output must hold.
  var notes: [String] = []
}

private let pdf = Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A, 0x00, 0x01, 0x02]
private let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08, 0x00]

/// The check did not happen: exit code 2, and the reason on standard error.
private let refused: [BadInput] = [
  BadInput(testDescription: "no path at all", arguments: ["check"], exitCode: 2, tells: ["标准输入"]),
  BadInput(testDescription: "missing path", arguments: ["check", "没有.txt"], exitCode: 2, tells: ["没有.txt"]),
  BadInput(
    testDescription: "directory without reports", files: [("空/说明.pdf", pdf)], arguments: ["check", "空"], exitCode: 2,
    tells: ["空", ".txt"]),
  BadInput(
    testDescription: "PDF file", files: [("a.pdf", pdf)], arguments: ["check", "a.pdf"], exitCode: 2,
    tells: ["a.pdf", "PDF", "提取"]),
  BadInput(
    testDescription: "Word file named like a report", files: [("a.txt", zip)], arguments: ["check", "a.txt"],
    exitCode: 2, tells: ["a.txt", "Word", "提取"]),
  BadInput(
    testDescription: "file over the limit", files: [("a.txt", [UInt8](repeating: 0x31, count: 2049))],
    arguments: ["check", "--max-file-size", "2K", "a.txt"], exitCode: 2, tells: ["a.txt", "--max-file-size"]),
  BadInput(testDescription: "unknown option", arguments: ["check", "--fast", "a.txt"], exitCode: 2, tells: ["--fast"]),
  BadInput(
    testDescription: "unknown format", arguments: ["check", "--format", "xml", "a.txt"], exitCode: 2, tells: ["xml"]),
  BadInput(
    testDescription: "unknown encoding", files: [("a.txt", Array(report.utf8))],
    arguments: ["check", "--encoding", "latin-9", "a.txt"], exitCode: 2, tells: ["latin-9"]),
  BadInput(
    testDescription: "unknown kind to show", arguments: ["check", "--show", "all", "a.txt"], exitCode: 2, tells: ["all"]
  ),
  BadInput(testDescription: "no jobs", arguments: ["check", "--jobs", "0", "a.txt"], exitCode: 2, tells: ["--jobs"]),
  BadInput(
    testDescription: "size that is none", arguments: ["check", "--max-file-size", "12Q", "a.txt"], exitCode: 2,
    tells: ["12Q"]),
  BadInput(
    testDescription: "size beyond what offsets can count", arguments: ["check", "--max-file-size", "4G", "a.txt"],
    exitCode: 2, tells: ["4G"]),
  BadInput(
    testDescription: "name for standard input that is not read", files: [("a.txt", Array(report.utf8))],
    arguments: ["check", "--stdin-filename", "b.txt", "a.txt"], exitCode: 2, tells: ["--stdin-filename"]),
]

/// Checked as usual, with a note.
private let checked: [BadInput] = [
  BadInput(
    testDescription: "empty file", files: [("a.txt", [])], arguments: ["check", "a.txt"], exitCode: 0, notes: ["没有文字"]),
  BadInput(
    testDescription: "invalid bytes", files: [("a.txt", Array("收入\u{3000}".utf8) + [0xFF, 0xFE, 0x80, 0x0A])],
    arguments: ["check", "--encoding", "utf-8", "a.txt"], exitCode: 0, notes: ["U+FFFD"]),
  BadInput(
    testDescription: "one line of 5 MB",
    files: [("a.txt", Array(String(repeating: "各科室按照年初计划有序开展各项工作，全年支出12万元，", count: 70_000).utf8))],
    arguments: ["check", "a.txt"], exitCode: 0, notes: ["过长"]),
  BadInput(
    testDescription: "unbalanced brackets and markup",
    files: [("a.html", Array("<p>支出（其中：差旅费20万元（含））<td>「甲<!-- 未完".utf8))],
    arguments: ["check", "a.html"], exitCode: 0, notes: ["没有闭合"]),
]

@Suite struct BadInputTests {
  @Test("the check does not happen and says why", arguments: refused)
  func refuses(_ input: BadInput) async throws {
    let run = try await run(input)
    #expect(run.exitCode == 2)
    #expect(run.output.isEmpty)
    for word in input.tells { #expect(run.errors.contains(word)) }
  }

  @Test("the check goes on with a note", arguments: checked)
  func goesOn(_ input: BadInput) async throws {
    let run = try await run(input)
    #expect(run.exitCode == 0)
    for word in input.notes { #expect(run.output.contains(word)) }
  }

  @Test("one bad path keeps no other from being checked, wherever it stands")
  func others() async throws {
    let workspace = try Workspace()
    for name in ["a.txt", "b.txt", "目录/c.txt"] { try workspace.write(name, report) }
    try workspace.write("b.pdf", pdf)
    let run = try await workspace.run("check", "--format", "json", "没有.txt", "a.txt", "b.pdf", "b.txt", "目录")
    #expect(run.exitCode == 2)
    #expect(try Document(run.output).documents.map(\.path) == ["a.txt", "b.txt", "目录/c.txt"])
    #expect(run.errors.contains("没有.txt") && run.errors.contains("b.pdf"))
  }

  private func run(_ input: BadInput) async throws -> Run {
    let workspace = try Workspace()
    for file in input.files { try workspace.write(file.name, file.bytes) }
    return try await workspace.run(input.arguments)
  }
}
