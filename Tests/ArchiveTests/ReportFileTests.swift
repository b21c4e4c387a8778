// SPDX-License-Identifier: Apache-2.0

import CrossfootArchive
import CrossfootFindings
import CrossfootOutput
import CrossfootText
import Testing

@Suite struct ReportFileTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private func file(_ path: String) -> ReportFile { ReportFile(path: Array(path.utf8)) }

  @Test("a report is read whole, byte for byte")
  func whole() throws {
    let text = String(repeating: "三公经费支出0.5万元。\n", count: 3_000)
    let path = try folder.write("long.txt", text)
    let examination = try file(path).examine(ReportFile.Settings())
    #expect(examination.path == path)
    #expect(examination.result.source.bytes == Array(text.utf8))
  }

  @Test("the limit counts bytes: at the limit a report is read, one byte above it is not")
  func limit() throws {
    let path = try folder.write("ten.txt", "0123456789")
    #expect(try file(path).examine(.init(sizeLimit: 10)).result.source.bytes.count == 10)
    #expect(throws: InputProblem(path, .tooLarge(size: 10, limit: 9))) {
      try file(path).examine(.init(sizeLimit: 9))
    }
  }

  @Test("a file that went away, or is a directory, is a problem")
  func unreadable() throws {
    #expect(throws: InputProblem(folder("gone.txt"), .missingPath)) {
      try file(folder("gone.txt")).examine(.init())
    }
    #expect(throws: InputProblem.self) { try file(folder.path).examine(.init()) }
  }
}
