// SPDX-License-Identifier: Apache-2.0

import Foundation

@testable import CrossfootOutput

/// Checks JSON against the published schemas. It knows the keywords they use; an unknown keyword is a violation, so
/// that nothing goes unchecked.
struct SchemaChecker {
  private let root: JSONNode

  /// Reads `docs/schema/<name>`.
  init(_ name: String) throws {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let bytes = try [UInt8](Data(contentsOf: package.appendingPathComponent("docs/schema/\(name)")))
    var reader = JSONReader(bytes, 0..<bytes.count)
    root = try reader.read()
  }

  /// What is wrong with a document, each with the path to it; empty if it is valid.
  func violations(_ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    var reader = JSONReader(bytes, 0..<bytes.count)
    return check(try reader.read(), root, "$")
  }

  /// The texts of an `enum` under `$defs`, `null` left out.
  func words(_ path: String...) -> [String] {
    var node: JSONNode? = root
    for key in path { node = node?[key] }
    return node?.elements.compactMap(\.text) ?? []
  }

  private func check(_ node: JSONNode, _ schema: JSONNode, _ path: String) -> [String] {
    schema.members.flatMap { keyword, _, argument -> [String] in
      switch keyword {
      case "$schema", "$id", "$defs", "title", "description": []
      case "$ref": check(node, resolve(argument), path)
      case "oneOf": checkOneOf(node, argument.elements, path)
      case "type": isOneOf(node, argument) ? [] : ["\(path) has another type"]
      case "const": node.isEqual(argument) ? [] : ["\(path) is another constant"]
      case "enum": argument.elements.contains { node.isEqual($0) } ? [] : ["\(path) is not in the list"]
      case "required":
        argument.elements.compactMap(\.text).filter { node[$0] == nil }.map { "\(path).\($0) is missing" }
      case "properties":
        node.members.flatMap { key, _, value in
          argument[key].map { check(value, $0, "\(path).\(key)") } ?? []
        }
      case "additionalProperties": checkAdditional(node, argument, schema["properties"], path)
      case "propertyNames":
        node.members.flatMap { key, at, _ in
          check(JSONNode(offset: at, value: .string(key)), argument, "\(path).\(key) (name)")
        }
      case "items": node.elements.enumerated().flatMap { check($1, argument, "\(path)[\($0)]") }
      case "minimum": (node.integer ?? .max) >= (argument.integer ?? 0) ? [] : ["\(path) is too small"]
      case "minLength": (node.text?.count ?? .max) >= (argument.integer ?? 0) ? [] : ["\(path) is too short"]
      case "pattern": checkPattern(node, argument, path)
      default: ["\(path): the checker does not know \(keyword)"]
      }
    }
  }

  private func resolve(_ reference: JSONNode) -> JSONNode {
    var node = root
    for step in (reference.text ?? "").split(separator: "/").dropFirst() { node = node[String(step)] ?? node }
    return node
  }

  private func checkOneOf(_ node: JSONNode, _ schemas: [JSONNode], _ path: String) -> [String] {
    let results = schemas.map { check(node, $0, path) }
    return results.count { $0.isEmpty } == 1 ? [] : ["\(path) fits not exactly one: \(results)"]
  }

  private func isOneOf(_ node: JSONNode, _ types: JSONNode) -> Bool {
    let names = types.text.map { [$0] } ?? types.elements.compactMap(\.text)
    return names.contains(node.typeName)
  }

  private func checkAdditional(
    _ node: JSONNode, _ rule: JSONNode, _ properties: JSONNode?, _ path: String
  ) -> [String] {
    node.members.filter { properties?[$0.key] == nil }.flatMap { key, _, value in
      if case .literal("false") = rule.value { return ["\(path).\(key) is not foreseen"] }
      return check(value, rule, "\(path).\(key)")
    }
  }

  private func checkPattern(_ node: JSONNode, _ pattern: JSONNode, _ path: String) -> [String] {
    guard let text = node.text, let source = pattern.text else { return [] }
    guard let regex = try? Regex(source) else { return ["\(path): bad pattern \(source)"] }
    return text.contains(regex) ? [] : ["\(path) does not match \(source)"]
  }
}

extension JSONNode {
  subscript(key: String) -> JSONNode? { members.first { $0.key == key }?.value }

  var members: [(key: String, at: Int, value: JSONNode)] {
    if case .object(let members) = value { members } else { [] }
  }

  var elements: [JSONNode] {
    if case .array(let elements) = value { elements } else { [] }
  }

  var text: String? {
    if case .string(let text) = value { text } else { nil }
  }

  var integer: Int? {
    if case .number(let text) = value { Int(text) } else { nil }
  }

  var typeName: String {
    switch value {
    case .object: "object"
    case .array: "array"
    case .string: "string"
    case .number: integer == nil ? "number" : "integer"
    case .literal(let word): word == "null" ? "null" : "boolean"
    }
  }

  /// Equality of scalars, which is all that the schemas list.
  func isEqual(_ other: JSONNode) -> Bool {
    switch (value, other.value) {
    case (.string(let a), .string(let b)), (.number(let a), .number(let b)), (.literal(let a), .literal(let b)): a == b
    default: false
    }
  }
}
