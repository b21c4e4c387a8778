# SPDX-License-Identifier: Apache-2.0
"""Measures crossfoot on archives of many reports: growth in time and memory, all cores against one, and second runs.

    python3 Benchmarks/bench_archive.py --crossfoot .build/release/crossfoot --count 20000

Prints figures and judges none but one: output that differs between runs ends it with 1.
"""

import argparse
import filecmp
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

import make_archive


# Rules to leave out, another one in each round, so that findings are new each time.
RULES = ["score.total", "score.range", "score.weights", "count.list", "marks.date"]


class Cost(NamedTuple):
    seconds: float
    """Of the clock."""
    cpu: float
    """Of all cores."""
    memory: float
    """Peak, in MB."""


def measure(command, output=os.devnull):
    """Runs a command with its output in a file."""
    with open(output, "wb") as file:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=file, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command[:4]} … ended with {process.returncode}")
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def check(crossfoot, folder, *options):
    return [crossfoot, "check", "--format", "concise", *options, str(folder)]


def add(crossfoot, folder, store):
    return [crossfoot, "archive", "add", "--store", str(store), str(folder)]


def growth(crossfoot, counts, work):
    """check on one core, and archive add, over growing archives."""
    print("growth: check --jobs 1, and archive add into a new archive; seconds of the clock, of the cores, and peak MB")
    print("   reports        MB |   check     cpu    peak |     add     cpu    peak   store MB")
    for count in counts:
        folder, store = work / f"archive-{count}", work / f"{count}.sqlite"
        size = make_archive.write(folder, count)
        checks = [measure(check(crossfoot, folder, "--jobs", "1")) for _ in range(5 if count <= 100 else 1)]
        done = Cost(*(statistics.median(values) for values in zip(*checks)))
        added = measure(add(crossfoot, folder, store))
        stored = sum(path.stat().st_size for path in work.glob(f"{count}.sqlite*"))
        print(f"  {count:8d}  {size / 1e6:8.2f} | {done.seconds:7.3f} {done.cpu:7.3f} {done.memory:7.1f} "
              f"| {added.seconds:7.2f} {added.cpu:7.2f} {added.memory:7.1f}   {stored / 1e6:8.1f}", flush=True)


def cores(crossfoot, folder, work):
    """The same output on one core and on all, and on more jobs than there are cores."""
    print(f"cores: check of the largest archive; this machine has {os.cpu_count()}")
    for jobs in sorted({1, os.cpu_count(), 8}):
        cost = measure(check(crossfoot, folder, "--jobs", str(jobs)), work / f"jobs-{jobs}.txt")
        if not filecmp.cmp(work / "jobs-1.txt", work / f"jobs-{jobs}.txt", shallow=False):
            sys.exit(f"output differs between 1 and {jobs} jobs")
        print(f"  --jobs {jobs}   {cost.seconds:8.2f} s   cpu {cost.cpu:7.2f} s   {cost.memory:7.1f} MB   same output", flush=True)


def second_runs(crossfoot, folder, store, work, rounds):
    """A second run over an unchanged archive against sha256sum over the same files, in turns."""
    cache, output = work / "cache", work / "output.txt"
    remembering = check(crossfoot, folder, "--cache-dir", str(cache))
    first = measure(remembering, output)
    settings = iter(RULES)
    commands = {
        "sha256sum": ["sh", "-c", 'find "$0" -type f -print0 | xargs -0 sha256sum', str(folder)],
        "check --cache-dir": remembering,
        "check --cache-dir --jobs 1": [*remembering, "--jobs", "1"],
        "archive add": add(crossfoot, folder, store),
    }
    costs = {name: [] for name in commands}
    judged = {"check --ignore RULE": [], "check --ignore RULE --cache-dir": []}
    for _ in range(rounds):
        ignoring = ["--ignore", next(settings), "--jobs", "1"]
        for name, options in zip(judged, ([], ["--cache-dir", str(cache)])):
            judged[name].append(measure(check(crossfoot, folder, *ignoring, *options), work / f"judged-{len(options)}.txt"))
        if not filecmp.cmp(work / "judged-0.txt", work / "judged-2.txt", shallow=False):
            sys.exit("output from the figures of a cache differs")
        for name, command in commands.items():
            costs[name].append(measure(command, output if name.startswith("check") else os.devnull))
        if not filecmp.cmp(output, work / "jobs-1.txt", shallow=False):
            sys.exit("output from a cache differs")
    files = [path for path in cache.rglob("*") if path.is_file()]
    findings = sum(path.stat().st_size for path in files if "-" in path.name)
    figures = sum(path.stat().st_size for path in files if "-" not in path.name)
    print(f"second run over the largest archive, unchanged, medians of {rounds}; the first run with a cache took "
          f"{first.seconds:.2f} s (cpu {first.cpu:.2f} s), the cache holds {figures / 1e6:.0f} MB of figures, and {findings / 1e6:.0f} MB of "
          f"findings for {rounds + 1} settings")
    medians = {name: Cost(*(statistics.median(values) for values in zip(*runs))) for name, runs in (costs | judged).items()}
    base = medians["sha256sum"]
    for name, cost in medians.items():
        print(f"  {name:32s} {cost.seconds:7.2f} s ({cost.seconds / base.seconds:.2f} ×)   cpu {cost.cpu:6.2f} s "
              f"({cost.cpu / base.cpu:.2f} ×)   {cost.memory:7.1f} MB", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--crossfoot", required=True)
    parser.add_argument("--count", type=int, default=20000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    crossfoot = os.path.abspath(options.crossfoot)
    counts = [count for count in (1, 10, 100, 1000) if count < options.count] + [options.count]
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        growth(crossfoot, counts, work)
        folder = work / f"archive-{options.count}"
        cores(crossfoot, folder, work)
        second_runs(crossfoot, folder, work / f"{options.count}.sqlite", work, options.rounds)


if __name__ == "__main__":
    main()
