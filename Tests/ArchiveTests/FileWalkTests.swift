// SPDX-License-Identifier: Apache-2.0

import CrossfootArchive
import CrossfootOutput
import Testing

@Suite struct FileWalkTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  /// Paths of a walk, relative to the folder.
  private func names(_ walk: FileWalk) -> [String] {
    walk.reports.map { String($0.path.dropFirst(folder.path.count + 1)) }
  }

  @Test("a directory stands for its reports at any depth, by extension, in byte order")
  func directory() throws {
    for name in ["b.txt", "a/2.md", "a/10.TXT", "a-1.html", "c.htm", "d.text", "e.pdf", "f", "g.txt.bak", "报告.txt"] {
      try folder.write(name)
    }
    let walk = FileWalk([folder.path])
    #expect(names(walk) == ["a-1.html", "a/10.TXT", "a/2.md", "b.txt", "c.htm", "d.text", "报告.txt"])
    #expect(walk.problems.isEmpty)
  }

  @Test("hidden entries are passed over in a directory but taken when named")
  func hidden() throws {
    for name in [".git/a.txt", ".b.txt", "c.txt"] { try folder.write(name) }
    #expect(names(FileWalk([folder.path])) == ["c.txt"])
    #expect(names(FileWalk([folder(".b.txt"), folder(".git")])) == [".b.txt", ".git/a.txt"])
  }

  @Test("links are followed once: a loop ends, a directory keeps its real path, a dead link is told")
  func links() throws {
    try folder.write("z/real.txt")
    try folder.link("a", to: "z")
    try folder.link("z/loop", to: "..")
    try folder.link("z/self", to: "self")
    try folder.link("linked.txt", to: "z/real.txt")
    try folder.link("dead.txt", to: "nowhere")
    try folder.link("dead", to: "nowhere")
    let walk = FileWalk([folder.path])
    #expect(names(walk) == ["linked.txt", "z/real.txt"])
    #expect(walk.problems == [InputProblem(folder("dead.txt"), .missingPath)])
  }

  @Test("a file is taken whatever its name; each path counts once, whatever the order and slashes")
  func duplicates() throws {
    try folder.write("x/a.dat")
    try folder.write("x/b.txt")
    let walk = FileWalk([folder("x/b.txt"), folder("x/a.dat"), folder("x"), folder("x/"), folder("x/.//a.dat")])
    #expect(names(walk) == ["x/a.dat", "x/b.txt"])
  }

  @Test("what is missing or without reports is a problem of its own; the rest is still found")
  func problems() throws {
    try folder.write("empty/notes.pdf")
    try folder.write("a.txt")
    let walk = FileWalk([folder("none.txt"), folder("a.txt"), folder("empty"), folder("a.txt/below")])
    #expect(names(walk) == ["a.txt"])
    #expect(
      walk.problems == [
        InputProblem(folder("a.txt/below"), .missingPath), InputProblem(folder("empty"), .noReports),
        InputProblem(folder("none.txt"), .missingPath),
      ])
  }

  @Test("standard input takes its place among the paths by its name")
  func standardInput() throws {
    try folder.write("b.txt")
    #expect(FileWalk(["-", folder("b.txt")]).reports.map(\.path) == ["-", folder("b.txt")])
    let named = FileWalk(["-", folder("b.txt"), "-"], standardInputName: folder("c.txt"))
    #expect(names(named) == ["b.txt", "c.txt"])
  }
}
