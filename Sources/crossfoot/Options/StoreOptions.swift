// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootOutput

/// Which archive a command works on.
struct StoreOptions: ParsableArguments {
  @Option(name: .customLong("store"), help: help(.store, value: "file"))
  var path = "crossfoot.sqlite"
}
