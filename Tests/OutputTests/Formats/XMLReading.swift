// SPDX-License-Identifier: Apache-2.0

@testable import CrossfootOutput

/// An element of an XML document, as far as the formats here use XML: no comments, no CDATA, no namespaces.
struct Element {
  var name: String
  var attributes: [String: String]
  var children: [Element] = []
  var text = ""

  /// Reads a whole document; fails on anything that is not well-formed.
  init(document: String) throws {
    var rest = document[...]
    guard rest.hasPrefix(XML.declaration) else { throw NotWellFormed(at: "declaration") }
    rest = rest.dropFirst(XML.declaration.count)
    self = try Self.element(&rest)
    guard rest.allSatisfy(\.isWhitespace) else { throw NotWellFormed(at: String(rest.prefix(20))) }
    let isAllowed = document.unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x20 && scalar.value < 0xFFFE || scalar.value > 0xFFFF || "\t\n\r".unicodeScalars.contains(scalar)
    }
    guard isAllowed else { throw NotWellFormed(at: "character") }
  }

  private init(name: String, attributes: [String: String]) {
    (self.name, self.attributes) = (name, attributes)
  }

  struct NotWellFormed: Error {
    var at: String
  }

  /// The elements of a name, at any depth, in order.
  func all(_ name: String) -> [Element] {
    (self.name == name ? [self] : []) + children.flatMap { $0.all(name) }
  }

  /// The values of an attribute of the elements of a name.
  func values(_ name: String, _ attribute: String) -> [String?] { all(name).map { $0.attributes[attribute] } }

  private static func element(_ rest: inout Substring) throws -> Element {
    let tag = /^<([A-Za-z]+)((?:\s+[A-Za-z-]+="[^"<]*")*)\s*(\/?)>/
    guard let match = rest.prefixMatch(of: tag) else { throw NotWellFormed(at: String(rest.prefix(40))) }
    rest = rest[match.range.upperBound...]
    var element = Element(name: String(match.output.1), attributes: try attributes(match.output.2))
    if !match.output.3.isEmpty { return element }
    while true {
      let text = rest.prefix { $0 != "<" }
      element.text += try unescaped(text)
      rest = rest.dropFirst(text.count)
      let end = "</\(element.name)>"
      if rest.hasPrefix(end) {
        rest = rest.dropFirst(end.count)
        return element
      }
      element.children.append(try self.element(&rest))
    }
  }

  private static func attributes(_ text: Substring) throws -> [String: String] {
    var attributes: [String: String] = [:]
    for match in text.matches(of: /([A-Za-z-]+)="([^"]*)"/) {
      guard attributes.updateValue(try unescaped(match.output.2), forKey: String(match.output.1)) == nil else {
        throw NotWellFormed(at: "\(match.output.1) twice")
      }
    }
    return attributes
  }

  private static func unescaped(_ text: Substring) throws -> String {
    var result = ""
    for (index, piece) in text.split(separator: "&", omittingEmptySubsequences: false).enumerated() {
      guard index > 0 else {
        result += piece
        continue
      }
      guard let entity = ["amp;": "&", "lt;": "<", "gt;": ">", "quot;": "\""].first(where: { piece.hasPrefix($0.key) })
      else { throw NotWellFormed(at: "&" + piece.prefix(8)) }
      result += entity.value + piece.dropFirst(entity.key.count)
    }
    return result
  }
}
