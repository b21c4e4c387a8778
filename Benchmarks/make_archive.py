# SPDX-License-Identifier: Apache-2.0
"""Makes an archive of many reports out of our own: other places, other years, a few digits changed.

    python3 Benchmarks/make_archive.py --count 20000 FOLDER

The same count and seed give the same bytes on every machine. Report N of a larger archive is report N of a smaller one.
"""

import argparse
import pathlib
import random
import re

CORPUS = pathlib.Path(__file__).resolve().parent.parent / "Corpus"
EXTENSIONS = {".txt", ".html"}
PER_FOLDER = 200

# Places that do not exist, for those that the reports of the corpus are about.
PLACES = ["云澜", "青禾", "松屿", "望川", "临泽湾", "北桐", "石鸣", "锦溪", "丹霖", "鹤汀", "白榆", "星渡"]
OWN_PLACES = re.compile("云澜|青禾")
YEAR = re.compile(r"(?<![0-9.,])(20[0-4][0-9])(?=\s*年)")
FIGURE = re.compile(r"(?<![0-9.,])[0-9][0-9,]*(?:\.[0-9]+)?(?![0-9])")


def sources():
    """The reports of the corpus in path order, each with its text."""
    paths = sorted(p for p in CORPUS.iterdir() if p.suffix in EXTENSIONS)
    return [(p.stem, p.suffix, p.read_text(encoding="utf-8")) for p in paths]


def mutated(text, dice):
    """A report with another place, other years and up to three other digits."""
    place = dice.choice(PLACES)
    text = OWN_PLACES.sub(place, text)
    shift = dice.randrange(-9, 1)
    text = YEAR.sub(lambda match: str(int(match.group(1)) + shift), text)
    figures = [m for m in FIGURE.finditer(text) if not text[m.end():m.end() + 2].lstrip().startswith("年")]
    for match in sorted(dice.sample(figures, min(len(figures), dice.randrange(0, 4))), key=lambda m: -m.start()):
        digits = [i for i in range(match.start(), match.end()) if text[i].isdigit()]
        at = dice.choice(digits)
        digit = dice.choice([d for d in "123456789" if d != text[at]])
        text = text[:at] + digit + text[at + 1:]
    return text


def write(folder, count, seed=1):
    """Writes the archive. Returns its size in bytes."""
    originals = sources()
    size = 0
    for index in range(count):
        dice = random.Random(f"{seed}/{index}")
        name, suffix, text = originals[index % len(originals)]
        data = mutated(text, dice).encode("utf-8")
        path = folder / f"{index // PER_FOLDER:04d}" / f"{index:06d}-{name}{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        size += len(data)
    return size


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    size = write(options.folder, options.count, options.seed)
    print(f"{options.count} reports, {size / 1e6:.1f} MB in {options.folder}")


if __name__ == "__main__":
    main()
