// SPDX-License-Identifier: Apache-2.0

import CrossfootOutput
import Testing

@Suite struct PathNamesTests {
  private let names = PathNames(root: "/r/base", current: "/r/base/sub")

  @Test(
    "names count from the root, whatever leads there",
    arguments: [
      ("a.txt", "sub/a.txt"), ("./x//a.txt", "sub/x/a.txt"), ("../a.txt", "a.txt"), ("/r/base/b.txt", "b.txt"),
      ("../../a.txt", "/r/a.txt"), ("/r/basement/a.txt", "/r/basement/a.txt"), ("../../../../../x", "/x"),
    ])
  func name(path: String, name: String) { #expect(names.name(of: path) == name) }

  @Test(
    "climbing leads out of the root and back",
    arguments: [
      ("a.txt", "sub/a.txt"), ("../../a.txt", "../a.txt"), ("/x/y.txt", "../../x/y.txt"), ("/r/base", ""),
    ])
  func climbing(path: String, name: String) {
    #expect(names.climbing(path) == name)
    #expect(names.climbing(names.absolutePath(name)) == name)
  }

  @Test(
    "relative paths are those below the current directory",
    arguments: [
      ("/r/base/sub/a.txt", "a.txt"), ("/r/base/a.txt", "/r/base/a.txt"), ("b.txt", "b.txt"),
    ])
  func relative(path: String, name: String) { #expect(names.relative(path) == name) }
}
