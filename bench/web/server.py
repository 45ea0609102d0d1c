"""The server that is measured: on a port of its own, and on a copy of the data unless told otherwise."""
import contextlib
import fcntl
import os
import re
import subprocess
import sys
import tempfile
import time

PATIENCE = 900  # seconds; a database of a million people without an image takes a minute and a half


def size_mb(directory):
    """MB of the files in a directory."""
    files = (os.path.join(place, name) for place, _, names in os.walk(directory) for name in names)
    return sum(os.lstat(file).st_size for file in files) // 1_000_000


@contextlib.contextmanager
def at_rest(directory):
    """Holds the lock of a data directory, so that nobody writes to it; stops where somebody does already."""
    path = os.path.join(directory, "owner.lock")
    if not os.path.exists(path):
        yield
        return
    with open(path) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            sys.exit(f"{directory} is in use: stop its server first. 数据目录正在使用，请先停止服务。")
        yield


@contextlib.contextmanager
def copied(directory):
    """A copy beside a data directory, on the same disk; it is gone afterwards. Its path."""
    directory = os.path.realpath(directory)  # never a link that leads back to what was to be spared
    if not os.path.isdir(directory):
        sys.exit(f"no such directory 没有这个目录: {directory}")
    try:
        place = tempfile.TemporaryDirectory(prefix=".xingzhi-bench-", dir=os.path.dirname(directory))
    except OSError as trouble:
        sys.exit(f"no copy can be made beside {directory} 无法在旁边建立副本: {trouble.strerror}")
    with place as folder:
        copy = os.path.join(folder, "data")
        begun = time.monotonic()
        with at_rest(directory):
            # Where the file system can, blocks are shared until they are written; never a second name of one file.
            if subprocess.run(["cp", "-R", "-L", "--reflink=auto", directory, copy]).returncode:
                sys.exit("the data could not be copied (--in-place measures without a copy) 无法复制数据")
        print(
            f"measuring a copy: {size_mb(copy)} MB in {time.monotonic() - begun:.1f} s 测量的是副本", file=sys.stderr)
        yield copy


def sample_town(binary, folder):
    """The sample town under the sample plan; its directory."""
    data = os.path.join(folder, "town")
    for command in (["town", "make"], ["plan", "publish", "--sample", "--in-force", "2024-01-01"]):
        subprocess.run([binary, *command, "--data", data], check=True, stdout=subprocess.DEVNULL)
    return data


class Server:
    """`xingzhi serve` on a free port, which it tells itself: nobody else's answers can be taken for its own."""

    def __init__(self, binary, data, folder):
        self.told = os.path.join(folder, "told.txt")
        with open(self.told, "w") as told:
            self.process = subprocess.Popen(
                [binary, "serve", "--data", data, "--port", "0"], stdout=subprocess.DEVNULL, stderr=told)

    def address(self):
        """Where it answers; waits until it says so."""
        begun = time.monotonic()
        while time.monotonic() - begun < PATIENCE:
            ended = self.process.poll() is not None
            with open(self.told) as told:
                said = told.read()
            found = re.search(r"http://127\.0\.0\.1:[0-9]+(?=[^0-9])", said)
            if ended:
                sys.exit(f"the server ended before it answered 服务未应答即已结束: {said.strip()}")
            if found:
                return found[0]
            time.sleep(0.02)
        sys.exit("the server does not answer 服务没有应答")

    def serving(self):
        """The process that serves: the attendant's child, where there is an attendant."""
        # Each thread has its own children.
        for thread in os.listdir(f"/proc/{self.process.pid}/task"):
            with contextlib.suppress(OSError), open(f"/proc/{self.process.pid}/task/{thread}/children") as file:
                if children := file.read().split():
                    return int(children[-1])
        return self.process.pid

    def processor(self):
        """Seconds of processor that it has used."""
        with open(f"/proc/{self.serving()}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self):
        """MB of memory: all of it, and without the pages of mapped files."""
        if self.process.poll() is not None:
            sys.exit("the server ended while it was measured 服务在测量时结束")
        with open(f"/proc/{self.serving()}/status") as file:
            lines = dict(line.split(":", 1) for line in file)
        return [int(lines[name].split()[0]) // 1024 for name in ("VmRSS", "RssAnon")]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
