// SPDX-License-Identifier: Apache-2.0

import CrossfootOutput
import Glibc

/// The operating system as this tool uses it: the only place that calls it, so that the rest stays safe code.
///
/// Paths are bytes: file names are not always valid UTF-8, and a repaired name would not open.
public enum SystemCalls {
  /// Descriptor of standard input.
  public static let standardInput: Int32 = 0
  /// Descriptor of standard output.
  public static let standardOutput: Int32 = 1
  /// Descriptor of standard error.
  public static let standardError: Int32 = 2

  /// What lies at a path.
  struct Entry {
    enum Kind { case directory, regular, link, other }
    /// The same for two paths exactly when they are the same thing on disk.
    struct Identity: Hashable {
      var device: UInt64
      var inode: UInt64
    }

    var kind: Kind
    var identity: Identity
  }

  /// A failed call, with the system's error number.
  struct Failure: Error {
    var code: Int32

    var problem: InputProblem.Kind {
      switch code {
      case ENOENT, ENOTDIR: .missing
      case EACCES, EPERM: .denied
      default: .unreadable(code: code)
      }
    }
  }

  /// Looks at a path, through a link if `follow` is true.
  static func entry(_ path: [UInt8], follow: Bool) throws(Failure) -> Entry {
    var status = stat()
    let name = terminated(path)
    let result = unsafe follow ? stat(name, &status) : lstat(name, &status)
    guard result == 0 else { throw Failure(code: errno) }
    let kind: Entry.Kind =
      switch status.st_mode & S_IFMT {
      case S_IFDIR: .directory
      case S_IFREG: .regular
      case S_IFLNK: .link
      default: .other
      }
    return Entry(
      kind: kind,
      identity: Entry.Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino)))
  }

  /// Names in a directory, without `.` and `..`, in no particular order.
  static func names(inDirectory path: [UInt8]) throws(Failure) -> [[UInt8]] {
    guard let directory = unsafe opendir(terminated(path)) else { throw Failure(code: errno) }
    defer { unsafe closedir(directory) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(directory) else { break }
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe [UInt8](bytes.prefix { $0 != 0 })
      }
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
    }
    guard errno == 0 else { throw Failure(code: errno) }
    return names
  }

  /// All bytes of a file, or of standard input where `path` is nil.
  /// - Returns: nil if there are more than `limit`; no more than that is read.
  static func contents(of path: [UInt8]?, limit: Int) throws(Failure) -> [UInt8]? {
    var descriptor = standardInput
    if let path {
      descriptor = unsafe open(terminated(path), O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw Failure(code: errno) }
    }
    defer { if path != nil { close(descriptor) } }
    var status = stat()
    let size = unsafe fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    if size > limit { return nil }
    // One byte more than the file should have, so that the end is seen without growing the buffer.
    var capacity = min(limit, max(size, 1 << 16)) + 1
    var bytes: [UInt8] = []
    while true {
      let count = try append(from: descriptor, upTo: capacity - bytes.count, to: &bytes)
      if count == 0 { return bytes }
      if bytes.count > limit { return nil }
      if bytes.count == capacity { capacity = min(limit + 1, capacity * 2) }
    }
  }

  /// Writes all bytes.
  /// - Returns: whether they went out; false once the reader has gone away or the device is full.
  public static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  /// Lets a write to a closed pipe fail instead of ending the process.
  public static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

  /// Whether a descriptor is a terminal.
  public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// An environment variable, or nil where it is unset.
  public static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// Number of processor cores to use, at least 1.
  public static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Writes a file that must not exist yet.
  /// - Returns: false if there is one already.
  public static func create(_ path: String, _ bytes: [UInt8]) throws(InputProblem) -> Bool {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if descriptor < 0, errno == EEXIST { return false }
    guard descriptor >= 0 else { throw InputProblem(path, Failure(code: errno).problem) }
    defer { close(descriptor) }
    guard write(bytes, to: descriptor) else { throw InputProblem(path, .unreadable(code: errno)) }
    return true
  }

  /// Reads at most `count` bytes to the end of `bytes`; 0 at the end of the file.
  private static func append(
    from descriptor: Int32, upTo count: Int, to bytes: inout [UInt8]
  ) throws(Failure) -> Int {
    var code: Int32 = 0
    let start = bytes.count
    bytes.reserveCapacity(start + count)
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      repeat {
        let result = unsafe read(descriptor, buffer.baseAddress, count)
        code = result < 0 ? errno : 0
        filled = max(0, result)
      } while code == EINTR
    }
    guard code == 0 else { throw Failure(code: code) }
    if bytes.isEmpty { bytes = chunk } else { bytes.append(contentsOf: chunk) }
    return bytes.count - start
  }

  private static func terminated(_ path: [UInt8]) -> [CChar] {
    path.map { CChar(truncatingIfNeeded: $0) } + [0]
  }
}
