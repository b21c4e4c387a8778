# SPDX-License-Identifier: Apache-2.0
"""Disturbs `crossfoot archive add` and shows that nothing is lost: the store must equal that of an undisturbed run.

    python3 Benchmarks/endurance.py --crossfoot .build/release/crossfoot --count 20000

Kills the program with SIGKILL at random moments and starts it again; lets two programs write the same store at once. Ends with 1
if a store differs.
"""

import argparse
import hashlib
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

import make_archive

# What a store says of its reports, whatever numbers its rows have. The runs are left out: they tell how it came about.
VIEWS = {
    "report_view": "path", "figure_view": "path, number", "relation_view": "path, number",
    "operand_view": "path, relation, role, figure", "finding_view": "path, number", "place_view": "path, finding, role, line, column",
}
# The number of a report in its store: two writers number them as they come.
OWN_NUMBER = "report"


def digest(store):
    """A digest of each view, and the number of its rows."""
    connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    result = {}
    for view, order in VIEWS.items():
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({view})") if row[1] != OWN_NUMBER]
        names = ", ".join(f'"{column}"' for column in columns)
        total, rows = hashlib.sha256(), 0
        for row in connection.execute(f"SELECT {names} FROM {view} ORDER BY {order}"):
            total.update(repr(row).encode())
            rows += 1
        result[view] = (rows, total.hexdigest()[:16])
    result["integrity"] = connection.execute("PRAGMA integrity_check").fetchone()[0]
    connection.close()
    return result


def start(crossfoot, store, folder):
    return subprocess.Popen(
        [crossfoot, "archive", "add", "--lang", "en", "--store", str(store), str(folder)], stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)


def finish(process):
    if process.wait() != 0:
        sys.exit(f"archive add ended with {process.returncode}")


def undisturbed(crossfoot, store, folder):
    begun = time.perf_counter()
    finish(start(crossfoot, store, folder))
    return time.perf_counter() - begun


def killed(crossfoot, store, folder, seconds, kills, dice):
    """Kills the run some times, each after a random share of the time it should take, and lets the last one end."""
    for _ in range(kills):
        process = start(crossfoot, store, folder)
        time.sleep(seconds * dice.uniform(0.05, 0.6))
        process.send_signal(signal.SIGKILL)
        process.wait()
        connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
        print(f"  killed; {connection.execute('SELECT count(*) FROM reports').fetchone()[0]} reports stored", flush=True)
        connection.close()
    finish(start(crossfoot, store, folder))


def together(crossfoot, store, folder):
    """Two programs add the same reports at once."""
    both = [start(crossfoot, store, folder) for _ in range(2)]
    for process in both:
        finish(process)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--crossfoot", required=True)
    parser.add_argument("--count", type=int, default=20000)
    parser.add_argument("--kills", type=int, default=2)
    parser.add_argument("--seed", type=int, default=None, help="of the moments; random if not given")
    options = parser.parse_args()
    crossfoot = os.path.abspath(options.crossfoot)
    seed = options.seed if options.seed is not None else random.randrange(10**6)
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        folder = work / "reports"
        size = make_archive.write(folder, options.count)
        seconds = undisturbed(crossfoot, work / "calm.sqlite", folder)
        expected = digest(work / "calm.sqlite")
        print(f"{options.count} reports, {size / 1e6:.1f} MB: added in {seconds:.1f} s; "
              f"{expected['figure_view'][0]} figures, {expected['finding_view'][0]} findings; seed {seed}", flush=True)
        killed(crossfoot, work / "killed.sqlite", folder, seconds, options.kills, random.Random(seed))
        together(crossfoot, work / "shared.sqlite", folder)
        equal = True
        for what in ("killed", "shared"):
            found = digest(work / f"{what}.sqlite")
            for view in expected:
                if found[view] != expected[view]:
                    equal = False
                    print(f"{what}: {view} is {found[view]}, not {expected[view]}")
            if found == expected:
                print(f"{what}: the same store")
    sys.exit(0 if equal else 1)


if __name__ == "__main__":
    main()
