// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The operating system as this tool uses it: the only place that calls it, so that the rest stays safe code.
///
/// Paths are bytes: file names are not always valid UTF-8, and a repaired name would not open.
public enum SystemCalls {
  /// Descriptors of the standard streams.
  public static let standardInput: Int32 = 0
  public static let standardOutput: Int32 = 1
  public static let standardError: Int32 = 2

  /// A failed call.
  public struct Failure: Error, Sendable, Hashable {
    /// The system's error number.
    var code: Int32

    /// Nothing is at the path.
    public var isMissing: Bool { code == ENOENT || code == ENOTDIR }
    /// Something is at the path already.
    public var isExisting: Bool { code == EEXIST }
    /// The reader of a pipe has gone away.
    public var isBrokenPipe: Bool { code == EPIPE }
    /// What the system says of it.
    public var words: String { unsafe String(cString: strerror(code)) }
  }

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

  /// What a directory holds, without `.` and `..`, in no particular order; the kind where the directory itself tells
  /// it.
  static func entries(inDirectory path: [UInt8]) throws(Failure) -> [(name: [UInt8], kind: Entry.Kind?)] {
    guard let directory = unsafe opendir(terminated(path)) else { throw Failure(code: errno) }
    defer { unsafe closedir(directory) }
    var entries: [(name: [UInt8], kind: Entry.Kind?)] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(directory) else { break }
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe [UInt8](bytes.prefix { $0 != 0 })
      }
      let kind: Entry.Kind? =
        switch unsafe Int(entry.pointee.d_type) {
        case DT_DIR: .directory
        case DT_REG: .regular
        case DT_LNK: .link
        case DT_UNKNOWN: nil
        default: .other
        }
      if name != Array(".".utf8), name != Array("..".utf8) { entries.append((name, kind)) }
    }
    guard errno == 0 else { throw Failure(code: errno) }
    return entries
  }

  /// Bytes of a file as far as they were read.
  enum Contents {
    case whole([UInt8])
    /// Longer than the limit; the size as far as it is known.
    case tooLarge(size: Int)
  }

  /// The bytes of a file, or of standard input where `path` is nil. No more than `limit` bytes are kept.
  /// - Parameter age: seconds after its last change from which on the file is marked as changed now: it is of use
  ///   still.
  static func contents(of path: [UInt8]?, limit: Int, renewingAfter age: Int? = nil) throws(Failure) -> Contents {
    var descriptor = standardInput
    if let path {
      descriptor = unsafe open(terminated(path), O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw Failure(code: errno) }
    }
    defer { if path != nil { close(descriptor) } }
    var status = stat()
    let isKnown = unsafe fstat(descriptor, &status) == 0
    let size = isKnown ? Int(status.st_size) : 0
    if size > limit { return .tooLarge(size: size) }
    // Where the system forbids it, the file is read all the same.
    if let age, isKnown, status.st_mtim.tv_sec < now - age { _ = futimens(descriptor, nil) }
    // A file gives all it has at once, a pipe bit by bit.
    let isFile = isKnown && status.st_mode & S_IFMT == S_IFREG && size > 0
    // One byte more than the file should have, so that the end is seen without growing the buffer.
    var capacity = (isFile ? size : min(limit, 1 << 16)) + 1
    var bytes: [UInt8] = []
    while try append(from: descriptor, upTo: capacity - bytes.count, to: &bytes) > 0 {
      if bytes.count > limit { return .tooLarge(size: bytes.count) }
      if isFile, bytes.count == size { break }
      if bytes.count == capacity { capacity = min(limit + 1, max(capacity * 2, 1 << 16)) }
    }
    return .whole(bytes)
  }

  /// Writes all bytes to a descriptor.
  public static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count < 0, errno != EINTR { throw Failure(code: errno) }
      written += max(0, count)
    }
  }

  /// Writes a file anew, or, if it `mustBeNew`, only where there is none yet.
  public static func write(_ bytes: [UInt8], toFile path: String, mustBeNew: Bool = false) throws(Failure) {
    let mode = mustBeNew ? O_EXCL : O_TRUNC
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC | mode, 0o666)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    defer { close(descriptor) }
    try write(bytes, to: descriptor)
  }

  /// Seconds since 1970.
  static var now: Int { time(nil) }

  /// When a file was changed last, in seconds since 1970; nil where there is none.
  static func lastChange(of path: [UInt8]) -> Int? {
    var status = stat()
    return unsafe stat(terminated(path), &status) == 0 ? status.st_mtim.tv_sec : nil
  }

  /// Removes a file if it is there and may be removed.
  static func remove(_ path: [UInt8]) { _ = unsafe unlink(terminated(path)) }

  /// Makes a directory where there is none.
  static func makeDirectory(_ path: String) throws(Failure) {
    guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else { throw Failure(code: errno) }
  }

  /// Makes a directory and those above it.
  static func makeDirectories(_ path: String) throws(Failure) {
    for end in path.utf8.indices.dropFirst() where path.utf8[end] == UInt8(ascii: "/") {
      try makeDirectory(String(path[..<end]))
    }
    try makeDirectory(path)
  }

  /// Size and time of the last change of the running program's file; zeros where the system does not tell.
  static func programFile() -> (size: Int, modified: Int) {
    var status = stat()
    guard unsafe stat("/proc/self/exe", &status) == 0 else { return (0, 0) }
    return (Int(status.st_size), Int(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int(status.st_mtim.tv_nsec))
  }

  /// Writes a file so that no moment leaves it half written: the bytes go to a new file beside it, which then takes its
  /// place. The permissions of a file that is replaced stay.
  /// - Parameter isDurable: whether the bytes must be on the disk before the file takes its place. What can be made
  ///   again need not be.
  public static func replace(_ path: String, with bytes: [UInt8], isDurable: Bool = true) throws(Failure) {
    // By chance, not by process: what a killed run left behind must be in nobody's way, and numbers of processes come
    // again.
    let temporary = path + ".\(String(UInt64.random(in: 0 ... .max), radix: 36)).tmp"
    var status = stat()
    let mode = unsafe stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o666
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    do throws(Failure) {
      defer { close(descriptor) }
      try write(bytes, to: descriptor)
      guard !isDurable || fsync(descriptor) == 0 else { throw Failure(code: errno) }
    } catch {
      _ = unsafe unlink(temporary)
      throw error
    }
    guard unsafe rename(temporary, path) == 0 else {
      let failure = Failure(code: errno)
      _ = unsafe unlink(temporary)
      throw failure
    }
  }

  /// Adds bytes to the end of a file, which need not be there yet.
  public static func append(_ bytes: [UInt8], toFile path: String) throws(Failure) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    defer { close(descriptor) }
    try write(bytes, to: descriptor)
  }

  /// Opens a file for writing from its start; it is emptied or made anew. The caller closes the descriptor.
  public static func openForWriting(_ path: String) throws(Failure) -> Int32 {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    return descriptor
  }

  /// Closes a descriptor.
  public static func close(_ descriptor: Int32) { _ = Glibc.close(descriptor) }

  /// The current directory; `/` where the system does not tell.
  public static var currentDirectory: String {
    guard let path = unsafe getcwd(nil, 0) else { return "/" }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// Whether something is at a path.
  public static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// Why a file can be neither read nor, where there is none, made; nil where nothing stands against it.
  static func refusal(ofFile path: String) -> Failure? {
    if unsafe access(path, R_OK) == 0 { return nil }
    guard errno == ENOENT else { return Failure(code: errno) }
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) + "/" } ?? "."
    return unsafe access(folder, W_OK) == 0 ? nil : Failure(code: errno)
  }

  /// Whether a directory is at a path.
  public static func isDirectory(_ path: String) -> Bool {
    (try? entry(Array(path.utf8), follow: true).kind) == .directory
  }

  /// The bytes of a file of at most `limit` bytes; nil for a larger one.
  public static func bytes(ofFile path: String, limit: Int) throws(Failure) -> [UInt8]? {
    switch try contents(of: Array(path.utf8), limit: limit) {
    case .whole(let bytes): bytes
    case .tooLarge: nil
    }
  }

  /// The day where the user is, as `2026-03-02`.
  public static func today() -> String {
    var now = time(nil)
    var parts = unsafe tm()
    guard unsafe localtime_r(&now, &parts) != nil else { return "" }
    let (year, month, day) = unsafe (parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday)
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// The time everywhere, as `2026-03-02T09:05:00Z`.
  static func timestamp() -> String {
    var now = time(nil)
    var parts = unsafe tm()
    guard unsafe gmtime_r(&now, &parts) != nil else { return "" }
    func two(_ number: Int32) -> String { "\(number < 10 ? "0" : "")\(number)" }
    let (year, month, day) = unsafe (parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday)
    let (hour, minute, second) = unsafe (parts.tm_hour, parts.tm_min, parts.tm_sec)
    return "\(year)-\(two(month))-\(two(day))T\(two(hour)):\(two(minute)):\(two(second))Z"
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

  /// Reads at most `count` bytes to the end of `bytes`; 0 at the end of the file.
  private static func append(
    from descriptor: Int32, upTo count: Int, to bytes: inout [UInt8]
  ) throws(Failure) -> Int {
    var code: Int32 = 0
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      repeat {
        let result = unsafe read(descriptor, buffer.baseAddress, count)
        code = result < 0 ? errno : 0
        filled = max(0, result)
      } while code == EINTR
    }
    guard code == 0 else { throw Failure(code: code) }
    if bytes.isEmpty { bytes = chunk } else { bytes.append(contentsOf: chunk) }
    return chunk.count
  }

  private static func terminated(_ path: [UInt8]) -> [CChar] {
    path.map { CChar(truncatingIfNeeded: $0) } + [0]
  }
}
