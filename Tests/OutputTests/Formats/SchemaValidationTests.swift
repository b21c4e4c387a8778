// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText
import Foundation
import Testing

@testable import CrossfootOutput

/// The schemas of other projects, which are no part of this one: looked for beside the repository. Without them, or
/// without the Python packages that read them, these tests are skipped; the structural ones of each format run
/// everywhere.
enum ForeignSchemas {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared").appendingPathComponent("schemas")

  /// Whether a document can be validated against a schema here.
  static func canValidate(_ schema: String, with package: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(schema).path)
      && ((try? python("import \(package)", [])) ?? "failed").isEmpty
  }

  /// Runs a Python program and returns what it says of errors.
  static func python(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-W", "ignore", "-c", program] + arguments
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }

  /// What is wrong with a document; empty if it is valid.
  static func violations(_ text: String, _ schema: String, _ program: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("crossfoot-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    return try python(program, [folder.appendingPathComponent(schema).path, file.path])
  }

  static let json = """
    import json, sys, jsonschema
    schema = json.load(open(sys.argv[1], encoding='utf-8'))
    for line in ([open(sys.argv[2], encoding='utf-8').read()] if 'Diagnostic.json' not in sys.argv[1]
                 else open(sys.argv[2], encoding='utf-8')):
        for error in jsonschema.Draft4Validator(schema).iter_errors(json.loads(line)):
            print(list(error.absolute_path), error.message[:200])
    """

  static let xml = """
    import sys, xmlschema
    for error in xmlschema.XMLSchema(sys.argv[1]).iter_errors(sys.argv[2]): print(error.path, error.reason)
    """
}

@Suite struct SchemaValidationTests {
  private var results: [ReportResult] {
    var noted = ReportResult.clean
    noted.notes = [Note(.matchLimit), Note(.invalidBytes, at: SourceRange(0, 3))]
    var table = ReportResult.astral(path: "报告/表 1.txt", severities: [.warning])
    table.findings[0].primary.spot.table = 2
    table.findings[0].primary.spot.row = "合计\u{1}"
    return [.astral(count: 3, severities: [.error, .warning, .note]), table, noted]
  }

  private let refused = [("坏.pdf", Problem.binary(kind: "PDF"))]

  @Test(
    "SARIF follows the standard's schema",
    .enabled(
      if: ForeignSchemas.canValidate("sarif-schema-2.1.0.json", with: "jsonschema"), "no schema, or no jsonschema"))
  func sarif() throws {
    for documents in [[], results] {
      for isCompared in [false, true] {
        let text = written(.sarif, documents, refused: refused) {
          ($0.isCompared, $0.text.shown) = (isCompared, [.note, .baselined])
        }
        #expect(try ForeignSchemas.violations(text, "sarif-schema-2.1.0.json", ForeignSchemas.json) == "")
        let broken = text.replacing(#""startLine":2"#, with: #""startLine":0"#)
        if broken != text {
          #expect(try ForeignSchemas.violations(broken, "sarif-schema-2.1.0.json", ForeignSchemas.json) != "")
        }
      }
    }
  }

  @Test(
    "rdjson and rdjsonl follow reviewdog's schemas",
    .enabled(
      if: ForeignSchemas.canValidate("rdf-DiagnosticResult.json", with: "jsonschema"), "no schema, or no jsonschema"))
  func reviewdog() throws {
    for (format, schema) in [(FormatName.rdjson, "rdf-DiagnosticResult.json"), (.rdjsonl, "rdf-Diagnostic.json")] {
      let text = written(format, results, refused: refused)
      #expect(try ForeignSchemas.violations(text, schema, ForeignSchemas.json) == "")
      let broken = text.replacing(#""severity":"ERROR""#, with: #""severity":"FATAL""#)
      #expect(try ForeignSchemas.violations(broken, schema, ForeignSchemas.json) != "")
    }
  }

  @Test(
    "JUnit follows the schema of Jenkins",
    .enabled(if: ForeignSchemas.canValidate("junit-10.xsd", with: "xmlschema"), "no schema, or no xmlschema"))
  func junit() throws {
    for documents in [[], results] {
      let text = written(.junit, documents, refused: refused)
      #expect(try ForeignSchemas.violations(text, "junit-10.xsd", ForeignSchemas.xml) == "")
      let broken = text.replacing("classname=", with: "class=")
      #expect(try ForeignSchemas.violations(broken, "junit-10.xsd", ForeignSchemas.xml) != "")
    }
  }
}
