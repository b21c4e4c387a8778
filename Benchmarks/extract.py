# SPDX-License-Identifier: Apache-2.0
"""Prints every number of reports with its sign, scale and unit: what a script with the `regex` package does in place of
the first stages of crossfoot. It reads no tables, binds nothing and checks nothing.

    python3 Benchmarks/extract.py FILE…
"""

import sys

import regex

NUMBER = regex.compile(
    r"""(?<![\d.,])
    (?<qualifier>约|近|超过|不足|逾)?\s?
    (?<sign>-|负)?
    (?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)
    \s{0,2}
    (?<scale>万亿|亿|万|千|百)?
    (?<unit>个百分点|平方米|公里|元|%|％|‰|倍|个|项|家|人|户|分|吨|次|件)?
    (?<more>余|多|以上|左右)?""",
    regex.VERBOSE)


def main():
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read()
        sys.stdout.writelines(f"{path}:{match.start()}:{match.group()}\n" for match in NUMBER.finditer(text))


if __name__ == "__main__":
    main()
