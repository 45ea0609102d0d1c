"""Compares the ledger engines on one size of the data set: `bin/bench ledger --size S|M|L`.

Writes the data where it is missing, runs our engine and every installed rival one after the other, each as a
process of its own, holds their digests to the known ones, and prints times, ratios and memory.
"""
import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile

import engines
import known
import table


def told():
    """The arguments."""
    parser = argparse.ArgumentParser(prog="bin/bench ledger", description=__doc__.splitlines()[0])
    parser.add_argument("--size", choices=known.DIGESTS, default="M")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--engines", help=f"comma-separated, of {','.join(engines.NAMES)}")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--data", help="folder of the data set; a cache folder where left out")
    parser.add_argument("--database", choices=("yes", "no"), help="measure our database too; yes for S and M")
    parser.add_argument("--install", action="store_true", help="install the rivals' Python packages and stop")
    arguments = parser.parse_args()
    arguments.database = (arguments.database or ("no" if arguments.size == "L" else "yes")) == "yes"
    arguments.asked = arguments.engines.split(",") if arguments.engines else []
    for name in arguments.asked:
        if name not in engines.NAMES:
            parser.error(f"no engine is called {name}")
    arguments.data = os.path.abspath(arguments.data or os.path.join(engines.cache_directory(), arguments.size))
    return arguments


def prepare_data(python, size, directory):
    """Draws the data set unless it stands there already."""
    if subprocess.run([python, "-c", "import numpy"], capture_output=True).returncode:
        raise SystemExit(
            "The data is drawn with numpy, which is missing: bin/bench ledger --install."
            " 生成数据需要 numpy，请先运行 bin/bench ledger --install。")
    command = [python, os.path.join(engines.HERE, "generate.py"), size, directory]
    if subprocess.run(command).returncode:
        raise SystemExit("The data set could not be written. 无法写出数据。")


def aside(engine, size, work, note):
    """A line for an engine that has no figures."""
    return {"engine": engine, "size": size, "work": work, "note": note}


def measure(engine, size, command):
    """Runs one engine and yields its lines as they come; a line "failed" where it ends badly."""
    with tempfile.TemporaryFile("w+") as complaints:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=complaints, text=True)
        try:
            for printed in process.stdout:
                if printed.startswith("{"):
                    yield json.loads(printed)
            failed = process.wait()
        finally:
            process.terminate()
            process.wait()
        if failed:
            complaints.seek(0)
            said = complaints.read().strip().splitlines()
            yield aside(engine, size, "failed", said[-1] if said else f"exit {failed}")


def ours(arguments):
    """Our engine's lines, with those of the database where it is wanted."""
    size, data, runs = arguments.size, arguments.data, arguments.runs
    made = engines.make_database(size, data) if arguments.database else None
    if not made:
        if arguments.database:
            yield aside(engines.OURS, size, "failed", "the database could not be made")
        yield from measure(engines.OURS, size, engines.our_command(size, data, runs))
        return
    with tempfile.TemporaryDirectory(dir=data) as copy:
        engines.copy_database(made, copy)
        yield from measure(engines.OURS, size, engines.our_command(size, data, runs, copy))


def lines_of(arguments, python):
    """Every line of every engine, in order."""
    size = arguments.size
    if not arguments.asked or engines.OURS in arguments.asked:
        if engines.build_ours():
            yield from ours(arguments)
        else:
            yield aside(engines.OURS, size, "failed", "the release build failed")
    for engine in engines.RIVALS:
        if arguments.asked and engine.name not in arguments.asked:
            continue
        missing = engine.missing(python)
        if missing:
            yield aside(engine.name, size, "skipped", f"not installed: {missing}")
        elif size not in engine.sizes and not arguments.asked:
            yield aside(engine.name, size, "skipped", "takes too long at this size; ask for it with --engines")
        else:
            yield from measure(engine.name, size, engine.command(python, size, arguments.data, arguments.runs))


def wrong_digests(size, lines):
    """Sentences about lines that do not end in the known digest, or have none where one is due."""
    wrong = []
    for line in lines:
        digest, expected = line.get("digest"), known.digest_after(size, line["work"])
        if digest != expected and (digest or line["work"] in known.VERIFIED):
            wrong.append(f"{line['engine']} {line['work']}: digest {digest or 'missing'}, expected {expected}")
    return wrong


def missing_works(lines, names, database):
    """Sentences about what an engine should have measured and did not; not about those that were left out or broke."""
    aside_of = {line["engine"] for line in lines if line["work"] in ("failed", "skipped")}
    measured = {(line["engine"], line["work"]) for line in lines}
    return [
        f"{name} {work}: not measured"
        for name in names if name not in aside_of
        for work in engines.promised(name, database) if (name, work) not in measured
    ]


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that a running engine is ended too
    arguments = told()
    if arguments.install:
        engines.install()
        return 0
    python = engines.python()
    prepare_data(python, arguments.size, arguments.data)
    lines = []
    for line in lines_of(arguments, python):
        lines.append(line)
        if arguments.format == "json":
            print(json.dumps(line, ensure_ascii=False), flush=True)
        else:
            print(f"{line['engine']} {line['work']} ...", file=sys.stderr, flush=True)
    if arguments.format == "text":
        print(table.text(arguments.size, lines))
    wrong = wrong_digests(arguments.size, lines)
    wrong += missing_works(lines, arguments.asked or engines.NAMES, arguments.database)
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    failed = any(line["work"] == "failed" for line in lines)
    return 1 if wrong or failed else 0


if __name__ == "__main__":
    sys.exit(main())
