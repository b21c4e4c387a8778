# SPDX-License-Identifier: Apache-2.0
"""Measures crossfoot: against ripgrep on the same files, over growing reports, and at start-up.

    python3 Benchmarks/bench.py --crossfoot .build/release/crossfoot --reports FOLDER

Prints figures and judges none: a machine under load must not fail a build.
"""

import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

EXTENSIONS = {".txt", ".text", ".md", ".html", ".htm"}
PATTERN = r"[0-9][0-9,]*(\.[0-9]+)?"


def run(command, **options):
    """Runs a command: seconds, peak memory in MB, exit status."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command[:4]} … ended with {process.returncode}")
    return seconds, usage.ru_maxrss / 1024, process.returncode


def reports(folder):
    """The reports below a folder, in path order."""
    found = sorted(p for p in pathlib.Path(folder).rglob("*") if p.suffix in EXTENSIONS and p.is_file())
    return found or sys.exit(f"no reports in {folder}")


def lint(crossfoot, *paths):
    """The whole lint on one core, one line a finding."""
    return [crossfoot, "check", "--jobs", "1", "--format", "concise", *map(str, paths)]


def against_ripgrep(crossfoot, sources, copies, rounds, folder):
    """Whole lint and `rg -j1 -o PATTERN FILES | cat`, in turns; medians and their ratio."""
    files = []
    for index in range(copies):
        source = sources[index % len(sources)]
        files.append(folder / f"{index:04d}-{source.name}")
        shutil.copyfile(source, files[-1])
    names = [str(name) for name in files]
    search = ["sh", "-c", 'rg -j1 -o "$0" "$@" | cat', PATTERN, *names]
    ours, theirs = [], []
    run(lint(crossfoot, *names)), run(search)
    for _ in range(rounds):
        ours.append(run(lint(crossfoot, *names))[0])
        theirs.append(run(search)[0])
    document = subprocess.run(
        [crossfoot, "check", "--format", "json", *names], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    figures = sum(d["figures"] for d in json.loads(document.stdout)["documents"])
    size = sum(name.stat().st_size for name in files)
    a, b = statistics.median(ours), statistics.median(theirs)
    print(f"whole lint, one core: {copies} files, {size / 1e6:.1f} MB, {figures} figures, medians of {rounds}")
    print(f"  crossfoot check --jobs 1 --format concise   {a * 1000:8.1f} ms   {a / max(1, figures) * 1e6:.2f} µs a figure")
    print(f"  rg -j1 -o '{PATTERN}' | cat   {b * 1000:8.1f} ms")
    print(f"  ratio {a / b:.1f} (budget 5, aim 1)")


def growth(crossfoot, source, rounds, folder):
    """One report repeated in one file: time and peak memory."""
    print(f"growth: {source.name} ({source.stat().st_size} bytes) repeated in one file, medians of {rounds}")
    text = source.read_bytes()
    for times in (1, 10, 100):
        path = folder / f"repeated-{times}{source.suffix}"
        path.write_bytes(text * times)
        results = [run(lint(crossfoot, path)) for _ in range(rounds)]
        seconds = statistics.median(r[0] for r in results)
        memory = statistics.median(r[1] for r in results)
        print(f"  {times:4d} ×   {seconds * 1000:8.1f} ms   {memory:7.1f} MB")


def start_up(crossfoot, folder):
    """check on one small report."""
    path = folder / "small.txt"
    path.write_text("2024年，本部门支出预算120万元，执行108万元，执行率90%。\n", encoding="utf-8")
    times = [run(lint(crossfoot, path))[0] for _ in range(41)]
    print(f"start-up: check on one small report {statistics.median(times) * 1000:.1f} ms "
          f"(median of {len(times)}; best {min(times) * 1000:.1f} ms; budget 15 ms)")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--crossfoot", required=True)
    parser.add_argument("--reports", default="Corpus")
    parser.add_argument("--copies", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    crossfoot = os.path.abspath(options.crossfoot)
    sources = reports(options.reports)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        against_ripgrep(crossfoot, sources, options.copies, options.rounds, folder)
        growth(crossfoot, max(sources, key=lambda p: p.stat().st_size), options.rounds, folder)
        start_up(crossfoot, folder)


if __name__ == "__main__":
    main()
