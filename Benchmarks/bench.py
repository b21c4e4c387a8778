# SPDX-License-Identifier: Apache-2.0
"""Measures crossfoot: against ripgrep and a Python script on the same files, by stage, over growing reports, and at start-up.

    python3 Benchmarks/bench.py --crossfoot .build/release/crossfoot --reports FOLDER

Prints figures and judges none: a machine under load must not fail a build.
"""

import argparse
import importlib.util
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

EXTENSIONS = {".txt", ".text", ".md", ".html", ".htm"}
PATTERN = r"[0-9][0-9,]*(\.[0-9]+)?"


def run(command, **options):
    """Runs a command: processor seconds with those of its children, peak memory in MB, exit status."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command[:4]} … ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode


def reports(folder):
    """The reports below a folder, in path order."""
    found = sorted(p for p in pathlib.Path(folder).rglob("*") if p.suffix in EXTENSIONS and p.is_file())
    return found or sys.exit(f"no reports in {folder}")


def lint(crossfoot, *paths):
    """The whole lint on one core, one line a finding, nothing remembered."""
    return [crossfoot, "check", "--no-cache", "--jobs", "1", "--format", "concise", *map(str, paths)]


def has_regex():
    """Whether the Python package that the script of comparison needs is there."""
    found = importlib.util.find_spec("regex") is not None
    if not found:
        print("  extraction alone in Python: skipped, the package regex is missing (pip install regex)")
    return found


def copies_of(sources, copies, folder):
    """Copies of the reports in turn, each a file of its own."""
    folder.mkdir()
    files = []
    for index in range(copies):
        source = sources[index % len(sources)]
        files.append(folder / f"{index:04d}-{source.name}")
        shutil.copyfile(source, files[-1])
    return [str(name) for name in files]


def figures_in(crossfoot, names):
    document = subprocess.run(
        [crossfoot, "check", "--no-cache", "--format", "json", *names], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return sum(d["figures"] for d in json.loads(document.stdout)["documents"])


def against_others(title, crossfoot, names, rounds):
    """Whole lint, `rg -j1 -o PATTERN FILES | cat` and the Python script, in turns; medians and their ratios."""
    size = sum(os.path.getsize(name) for name in names)
    figures = figures_in(crossfoot, names)
    print(f"{title}: {len(names)} files, {size / 1e6:.1f} MB, {figures} figures, one core, processor time, "
          f"medians of {rounds}")
    commands = {
        "crossfoot check --jobs 1 --format concise": lint(crossfoot, *names),
        f"rg -j1 -o '{PATTERN}' | cat": ["sh", "-c", 'rg -j1 -o "$0" "$@" | cat', PATTERN, *names],
    }
    if has_regex():
        script = pathlib.Path(__file__).with_name("extract.py")
        commands["python3 Benchmarks/extract.py"] = [sys.executable, str(script), *names]
    times = {name: [] for name in commands}
    for _ in range(rounds + 1):
        for name, command in commands.items():
            times[name].append(run(command)[0])
    # The first round warms the file cache.
    medians = {name: statistics.median(values[1:]) for name, values in times.items()}
    ours, theirs, *script = medians.values()
    for name, seconds in medians.items():
        print(f"  {name:44s} {seconds * 1000:8.1f} ms   {seconds / max(1, figures) * 1e6:6.2f} µs a figure")
    print(f"  ratio to ripgrep {ours / theirs:.1f} (budget 5, aim 1)")
    for seconds in script:
        print(f"  ratio to extraction alone in Python {ours / seconds:.2f}")


def stages(crossfoot, names):
    """How the time of a lint is spent."""
    output = subprocess.run(
        [crossfoot, "stages", *names], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    print("by stage, after a first round, wall time")
    for line in output.stdout.decode().splitlines():
        stage, microseconds, share, per_figure = line.split("\t")
        print(f"  {stage:10s} {int(microseconds) / 1000:8.1f} ms   {share:>3s} %   {per_figure:>6s} ns a figure")


def table_heavy(sources):
    """The half of the reports with the most digits for their size."""
    def share(source):
        text = source.read_bytes()
        return sum(map(text.count, (b"%d" % digit for digit in range(10)))) / max(1, len(text))
    return sorted(sources, key=share, reverse=True)[: (len(sources) + 1) // 2]


def growth(crossfoot, source, rounds, folder):
    """One report repeated in one file: time and peak memory."""
    print(f"growth: {source.name} ({source.stat().st_size} bytes) repeated in one file, processor time, medians of {rounds}")
    text = source.read_bytes()
    for times in (1, 10, 100):
        path = folder / f"repeated-{times}{source.suffix}"
        path.write_bytes(text * times)
        results = [run(lint(crossfoot, path)) for _ in range(rounds)]
        seconds = statistics.median(r[0] for r in results)
        memory = statistics.median(r[1] for r in results)
        print(f"  {times:4d} ×   {seconds * 1000:8.1f} ms   {memory:7.1f} MB")


def start_up(crossfoot, folder):
    """check on one small report, processor time."""
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
        names = copies_of(sources, options.copies, folder / "all")
        against_others("copies of the reports", crossfoot, names, options.rounds)
        stages(crossfoot, names)
        heavy = copies_of(table_heavy(sources), options.copies, folder / "tables")
        against_others("copies of the half with most digits", crossfoot, heavy, options.rounds)
        growth(crossfoot, max(sources, key=lambda p: p.stat().st_size), options.rounds, folder)
        start_up(crossfoot, folder)


if __name__ == "__main__":
    main()
