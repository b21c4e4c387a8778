// SPDX-License-Identifier: Apache-2.0

import CrossfootRules

/// A language the tool speaks to its users. The language of the report is another matter.
public enum Language: String, Sendable, Hashable, CaseIterable {
  case zh, en

  /// The language for a locale name such as `zh_CN.UTF-8` or `C`: Chinese where the name starts with `zh`, else
  /// English.
  public init(locale: String) {
    self = locale.lowercased().hasPrefix("zh") ? .zh : .en
  }
}

extension Bilingual {
  /// The sentence in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}
