// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Shares that say by name what they are of.
extension StatementBinder {
  /// The amounts of the passage that a share names as its part (税收收入占…的P): those whose label ends in the words before
  /// the share. A short name (税收占比) is that of the last one.
  func namedAmounts(before word: Int) -> [Int] {
    guard word > 0, passage.letters[word - 1] == Letter.label else { return [] }
    let name = LabelText.stripped(passage.bytes[passage.tokens[word - 1].range])
    if let short = passage.lexicon.pack.shortParts.first(where: { name.elementsEqual($0.short.utf8) }) {
      // 同口径税收比重P is that of another amount.
      return isMarkedReal(word) ? [] : named(Array(short.name.utf8), before: word).suffix(1)
    }
    guard name.count >= Self.shortestName else { return [] }
    return named(name, before: word).suffix(Self.maxCandidates).reversed()
  }

  private func named(_ name: [UInt8], before word: Int) -> [Int] {
    passage.back(from: word, to: 0).filter {
      passage.isMainAmount($0) && passage.depth($0) <= passage.depth(word) && passage.label($0, endsIn: name)
    }
  }

  /// Bytes of the shortest name that a part is known by: four Han.
  private static let shortestName = 12

  private func isPlanned(_ amount: Int) -> Bool {
    [.initialBudget, .adjustedBudget, .budget, .target].contains(passage.stage(amount))
  }

  /// `一般公共预算收入A。税收收入B，税收占比P`: what is known to share out a whole is a share of it, if the share names no whole, or
  /// names it in short, and the sentence or the one before prints one such whole only.
  func bindKnownWhole(_ statement: inout Statement, _ name: [UInt8], _ parts: [Int]) {
    guard parts.count == 1, let part = parts.first, let shared = passage.sharedName(part), shared.part >= 0,
      name.isEmpty
        || passage.lexicon.pack.sharedWholes[shared.sum].wholes.contains(where: { $0.utf8.starts(with: name) })
    else { return }
    // 收入预算A，实际完成B。税收收入C: what has another name, or none, may be the whole as well.
    let others = passage.back(from: part, to: passage.sentencesBack(1, from: part)).filter {
      passage.isMainAmount($0) && figures[figure($0)].isAlike(figures[figure(part)])
        && (passage.sharedName($0).map { $0.sum != shared.sum || $0.part < 0 } ?? true)
    }
    guard others.count == 1, let whole = others.first, passage.sharedName(whole) != nil, !isPlanned(whole),
      Self.mayBeOne(scope(whole), scope(part))
    else { return }
    statement.base = [figure(whole)]
  }
}
