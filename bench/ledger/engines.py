"""The engines that are compared: what each needs, how it is started, and the private place of their packages."""
import glob
import importlib.util
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
OURS = "xingzhi"
DATABASE_FILE = "xingzhi.sqlite"
BENCH_PRODUCT = os.path.join(ROOT, ".build", "release", "xingzhi-bench")


@dataclass(frozen=True)
class Engine:
    """A rival: one Python file, run as a process of its own."""

    name: str
    script: str
    module: str
    package: str = ""
    sizes: str = "SML"
    works: tuple = ("full", "delta")

    def missing(self, python):
        """What has to be installed before it can run, or None."""
        if subprocess.run([python, "-c", f"import {self.module}"], capture_output=True).returncode:
            return f"Python package {self.package or self.module}"
        if self.name == "postgresql" and not postgresql_programs():
            return "Debian package postgresql"
        return None

    def command(self, python, size, data, runs):
        """The process that measures it."""
        script = os.path.join(HERE, self.script)
        return [python, script, "--size", size, "--data", data, "--runs", str(runs)]


DURABLE = ("full", "delta", "delta-durable")
RIVALS = [
    Engine("numpy", "engine_numpy.py", "numpy", "numpy"),
    Engine("duckdb", "engine_duckdb.py", "duckdb", "duckdb"),
    Engine("sqlite", "engine_sqlite.py", "sqlite3", sizes="SM", works=DURABLE),
    Engine("postgresql", "engine_postgresql.py", "psycopg2", "psycopg2-binary", sizes="SM", works=DURABLE),
]
NAMES = [OURS] + [engine.name for engine in RIVALS]


def promised(name, database):
    """The verified kinds of work that an engine must have measured when it is done."""
    if name == OURS:
        works = ("raw-full", "full", "full-1", "start", "delta")
        return works + (("start-database", "delta-durable") if database else ())
    return next(engine.works for engine in RIVALS if engine.name == name)


def our_command(size, data, runs, database=None):
    """The process that measures our own engine; with `database` also what is done from and to our database."""
    command = [
        BENCH_PRODUCT, "ledger", "--data", data, "--size", size, "--format", "json", "--runs", str(runs),
    ]
    return command + (["--database", database] if database else [])


def make_database(size, data):
    """Our database of the data set, made unless it stands there already; its folder, or None where that failed."""
    folder = os.path.join(data, "database")
    if not os.path.exists(os.path.join(folder, DATABASE_FILE)):
        command = [BENCH_PRODUCT, "province", "--data", data, "--database", folder, "--size", size]
        if subprocess.run(command, stdout=sys.stderr).returncode:
            return None
    return folder


def copy_database(folder, place):
    """A copy to be written to, so that the next run finds the database as it was made."""
    shutil.copyfile(os.path.join(folder, DATABASE_FILE), os.path.join(place, DATABASE_FILE))


def build_ours():
    """Builds our measuring program as it is released."""
    command = ["swift", "build", "-c", "release", "--product", "xingzhi-bench", "--package-path", ROOT]
    return subprocess.run(command, stdout=sys.stderr).returncode == 0


def postgresql_programs():
    """The folder of the newest PostgreSQL server programs, or None."""
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"))
    if found:
        return os.path.dirname(found[-1])
    on_path = shutil.which("initdb")
    return os.path.dirname(on_path) if on_path else None


def cache_directory():
    """Where data sets and packages are kept."""
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(home, "xingzhi-bench")


def python():
    """The Python of the private environment where it exists, otherwise the one that runs this."""
    private = os.path.join(cache_directory(), "python", "bin", "python3")
    return private if os.path.exists(private) else sys.executable


def install():
    """Makes the private environment and installs the rivals' packages into it."""
    if not importlib.util.find_spec("ensurepip"):  # Debian has it in a package of its own
        raise SystemExit(
            "bin/bench ledger --install needs Python's venv: sudo apt-get install python3-venv."
            " 需要 Python 的 venv，请先安装软件包 python3-venv。")
    place = os.path.join(cache_directory(), "python")
    packages = [engine.package for engine in RIVALS if engine.package]
    subprocess.run([sys.executable, "-m", "venv", place], check=True)
    pip = [os.path.join(place, "bin", "python3"), "-m", "pip", "install", "--quiet", *packages]
    subprocess.run(pip, check=True, stdout=sys.stderr)
