// SPDX-License-Identifier: Apache-2.0

import CrossfootText
import Crypto

/// The file of an entry: a mark, the beginning of the payload's digest, and the payload. What was cut, changed or
/// written by something else does not carry the digest of what it holds.
enum CacheEntry {
  private static let magic = Array("CFRC".utf8)
  private static let checkLength = 16
  private static var head: Int { magic.count + checkLength }

  /// A payload as a file.
  static func sealed(_ payload: [UInt8]) -> [UInt8] { magic + check(payload[...]) + payload }

  /// A reader of the payload of a file.
  static func payload(_ bytes: [UInt8]) throws(ByteReader.Damage) -> ByteReader {
    guard bytes.count > head, bytes.starts(with: magic),
      bytes[magic.count..<head].elementsEqual(check(bytes[head...]))
    else { throw ByteReader.Damage() }
    return ByteReader(bytes, from: head)
  }

  private static func check(_ payload: ArraySlice<UInt8>) -> some Sequence<UInt8> {
    SHA256.hash(data: payload).prefix(checkLength)
  }
}
