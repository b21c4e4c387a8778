// SPDX-License-Identifier: Apache-2.0

/// Compares values by everything that they store, as the language's reflection shows it: also what is private, and what
/// is added later.
struct Reflected {
  /// Where values of a property differed, and in what.
  private(set) var differences: [String] = []
  /// Of each property by its type and name the values that it had; of values with parts of their own, how many parts.
  /// Two are enough to know that it was compared in earnest.
  private var seen: [String: Set<String>] = [:]
  /// Properties that are worked out from others, and those too large to be looked at part by part.
  private let skipped: Set<String>

  init(skipping skipped: Set<String>) { self.skipped = skipped }

  /// Properties that had one value only.
  var unvaried: [String] { seen.filter { $0.value.count < 2 }.keys.sorted() }

  mutating func compare(_ left: Any, _ right: Any, _ name: String = "") {
    if let bytes = left as? [UInt8] {
      note(name, "\(bytes.isEmpty)")
      if bytes != right as? [UInt8] { differ(name, "bytes") }
      return
    }
    let (one, other) = (Mirror(reflecting: left), Mirror(reflecting: right))
    // What is made of named parts varies in these.
    let isMade = [.struct, .class, .tuple].contains(one.displayStyle) && !one.children.isEmpty
    if !isMade { note(name, one.children.isEmpty || one.displayStyle == .enum ? "\(left)" : "\(one.children.count)") }
    guard one.children.count == other.children.count else {
      return differ(name, "\(one.children.count) and \(other.children.count) parts")
    }
    if one.children.isEmpty {
      if "\(left)" != "\(right)" { differ(name, "\(left) and \(right)") }
      return
    }
    let owner = one.displayStyle == .struct || one.displayStyle == .class ? "\(one.subjectType)" : name
    for (mine, theirs) in zip(one.children, other.children) {
      let isNamed = one.displayStyle == .struct || one.displayStyle == .tuple || one.displayStyle == .class
      let part = isNamed ? "\(owner).\(mine.label ?? "")" : owner
      if mine.label != theirs.label { differ(part, "another case") }
      if !skipped.contains(part) { compare(mine.value, theirs.value, part) }
    }
  }

  private mutating func note(_ name: String, _ value: String) {
    if name.isEmpty || seen[name]?.count ?? 0 > 1 { return }
    seen[name, default: []].insert(value)
  }

  private mutating func differ(_ name: String, _ difference: String) {
    if differences.count < 20 { differences.append("\(name): \(difference)") }
  }
}
