// SPDX-License-Identifier: Apache-2.0

/// The part of SARIF 2.1.0 that is written here: property names are the format's keys. Section numbers are those of the
/// OASIS standard.
struct SARIFLog: Encodable {
  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let version = "2.1.0"
  var runs: [Run]

  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  struct Run: Encodable {
    var tool: Tool
    var automationDetails = Automation()
    var columnKind = "utf16CodeUnits"
    var originalUriBaseIds: [String: Base]
    var invocations: [Invocation]
    var results: [Result]
  }

  /// §3.17.3: what stands before the slash is the category, by which a service keeps runs apart.
  struct Automation: Encodable {
    let id = "crossfoot/"
  }

  struct Base: Encodable {
    let description: Message
  }

  struct Message: Encodable {
    let text: String
    var markdown: String?
  }

  struct Tool: Encodable {
    let driver: Driver
  }

  struct Driver: Encodable {
    let name = "crossfoot"
    let semanticVersion: String
    let rules: [Rule]
  }

  struct Rule: Encodable {
    let id, name: String
    let shortDescription, fullDescription, help: Message
    let properties: Properties

    struct Properties: Encodable {
      let tags: [String]
      let precision = "high"
    }
  }

  struct Invocation: Encodable {
    /// Also where some inputs failed: services reject a log that says otherwise. Those are in the notifications.
    let executionSuccessful = true
    var toolExecutionNotifications: [Notification]
  }

  struct Notification: Encodable {
    let level: String
    let message: Message
    var locations: [Location]?
  }

  struct Location: Encodable {
    var id: Int?
    var message: Message?
    let physicalLocation: Physical
    var logicalLocations: [Logical]?
  }

  struct Physical: Encodable {
    let artifactLocation: Artifact
    var region: Region?
  }

  struct Artifact: Encodable {
    let uri: String
    var uriBaseId: String?
  }

  struct Region: Encodable {
    let startLine, startColumn, endLine, endColumn: Int
    var snippet: Message?
  }

  struct Logical: Encodable {
    let fullyQualifiedName, kind: String
  }

  struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Message
    let locations: [Location]
    let relatedLocations: [Location]
    let partialFingerprints: [String: String]
    let baselineState: String?
    let suppressions: [Suppression]?
    let properties: [String: String]
  }

  /// §3.35: accepted outside of the report's text.
  struct Suppression: Encodable {
    let kind = "external"
    let status = "accepted"
    let justification: String?
  }
}
