// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

private let formats = [
  "text", "grouped", "concise", "plain", "diff", "json", "jsonl", "csv", "markdown", "sarif", "github", "gitlab",
  "junit",
  "checkstyle", "rdjson", "rdjsonl",
]

@Suite struct DocumentTests {
  let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    // 85.82 ÷ (574.18 + 85.82) is 13.0 %; divided by this year's figure it is 14.9 %.
    try workspace.write("报告/一.txt", "全年培训支出574.18万元，比上年减少85.82万元，下降14.9%。\n")
  }

  @Test(
    "every format has one exit code, is the same in a file and on standard output, and is refused where it cannot be written",
    arguments: formats)
  func format(_ format: String) async throws {
    let file = try await workspace.run("check", "报告", "--format", "concise", "--report", "\(format)=out.\(format)")
    let own = try await workspace.run("check", "报告", "--format", format)
    #expect(own.exitCode == 1 && file.exitCode == 1)
    #expect(try workspace.read("out.\(format)") == own.output)
    #expect(!own.output.isEmpty)
    let unwritable = try await workspace.run("check", "报告", "--report", "\(format)=none/out")
    #expect(unwritable.exitCode == 2 && unwritable.output.isEmpty && unwritable.errors.contains("none/out"))
  }

  @Test("several documents come from one run")
  func several() async throws {
    let run = try await workspace.run(
      "check", "报告", "--report", "sarif=a.sarif", "--report", "junit=b.xml", "--report", "csv=c.csv")
    #expect(run.exitCode == 1 && run.output.contains("增减率"))
    #expect(try workspace.read("a.sarif").hasPrefix(#"{"$schema""#))
    #expect(try workspace.read("b.xml").hasPrefix("<?xml"))
    for report in ["pdf=x", "sarif", "sarif="] {
      #expect(try await workspace.run("check", "报告", "--report", report).exitCode == 2)
    }
  }

  @Test("the summary of a GitHub step is added to what other steps wrote, for that format only")
  func stepSummary() async throws {
    try workspace.write("summary.md", "before\n")
    let environment = ["GITHUB_STEP_SUMMARY": workspace.folder.appendingPathComponent("summary.md").path]
    _ = try await workspace.run(["check", "报告"], environment: environment)
    #expect(try workspace.read("summary.md") == "before\n")
    let run = try await workspace.run(["check", "报告", "--format", "github"], environment: environment)
    #expect(run.output.contains("::error title=crossfoot"))
    #expect(try workspace.read("summary.md").hasPrefix("before\n# Crossfoot\n"))
  }

  @Test("services get paths from the root of the repository")
  func paths() async throws {
    try workspace.write(".git/config", "")
    let inside = workspace.folder.appendingPathComponent("报告")
    for (format, path) in [
      ("github", "file=报告/一.txt,"), ("gitlab", #""path":"报告/一.txt""#), ("sarif", "%E6%8A%A5%E5%91%8A/%E4%B8%80.txt"),
    ] {
      #expect(try await workspace.run(["check", ".", "--format", format], directory: inside).output.contains(path))
    }
  }

  @Test(
    "a patch of what is certain applies, and then nothing is found",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/patch"), "no patch"))
  func patch() async throws {
    let run = try await workspace.run("check", "报告", "--format", "diff")
    try workspace.write("p.diff", run.output)
    for arguments in [["-p1", "--dry-run", "-i", "p.diff"], ["-p1", "-i", "p.diff"]] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/patch")
      process.arguments = arguments
      process.currentDirectoryURL = workspace.folder
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    #expect(try workspace.read("报告/一.txt").contains("下降13.0%。"))
    #expect(try await workspace.run("check", "报告").exitCode == 0)
  }

  @Test("a number of findings can be let pass", arguments: [("0", 1), ("1", 0)] as [(String, Int32)])
  func mostFindings(number: String, exitCode: Int32) async throws {
    #expect(try await workspace.run("check", "报告", "--max-findings-exit", number).exitCode == exitCode)
  }

  @Test("--version names the tool and its rule set")
  func version() async throws {
    let lines = try await workspace.run("--version", "--lang", "en").output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[1].contains(/^rule set [0-9a-f]{8} \(\d+ rules\), fingerprints v1$/))
  }
}
