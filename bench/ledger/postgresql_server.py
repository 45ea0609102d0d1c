"""A private PostgreSQL server in a temporary folder: reached by a socket there, gone afterwards."""
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile

from engines import postgresql_programs

SETTINGS = {
    "listen_addresses": "''", "shared_buffers": "2GB", "max_wal_size": "8GB", "wal_level": "minimal",
    "max_wal_senders": "0", "autovacuum": "off", "effective_cache_size": "8GB",
}


class Server:
    """Runs as the user `postgres` where the benchmark runs as root, because initdb refuses root."""

    def __init__(self):
        self.programs = postgresql_programs()
        self.place = tempfile.mkdtemp(prefix="xingzhi-pg-")
        self.directory = os.path.join(self.place, "data")
        self.owner = pwd.getpwnam("postgres") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
        self.address = f"host={self.place} user={self.owner.pw_name} dbname=postgres"

    def __enter__(self):
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the server is stopped too
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()

    def start(self):
        """Makes the data folder and starts it."""
        if os.geteuid() == 0:
            os.chown(self.place, self.owner.pw_uid, self.owner.pw_gid)
        self.call("initdb", "-D", self.directory, "-A", "trust", "-E", "UTF8", "--no-locale")
        settings = {**SETTINGS, "unix_socket_directories": f"'{self.place}'"}
        with open(os.path.join(self.directory, "postgresql.auto.conf"), "a", encoding="utf-8") as file:
            file.writelines(f"{name} = {value}\n" for name, value in settings.items())
        self.call("pg_ctl", "-D", self.directory, "-w", "-l", os.path.join(self.place, "log"), "start")

    def stop(self):
        """Stops the server and removes its folder."""
        if os.path.exists(os.path.join(self.directory, "postmaster.pid")):
            self.call("pg_ctl", "-D", self.directory, "-w", "-m", "immediate", "stop")
        shutil.rmtree(self.place, ignore_errors=True)

    def call(self, program, *arguments):
        """Runs one of PostgreSQL's programs as the server's user."""
        command = [os.path.join(self.programs, program), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", self.owner.pw_name, "--", *command]
        log = os.path.join(self.place, "calls")
        with open(log, "a", encoding="utf-8") as output:
            # Not a pipe: the server would keep it open.
            if subprocess.run(command, stdout=output, stderr=output, cwd="/").returncode:
                with open(log, encoding="utf-8") as file:
                    raise RuntimeError(f"{program}: {file.read().strip()[-500:]}")

    def resident_mb(self):
        """Memory of all processes of the server, pages they share counted once."""
        with open(os.path.join(self.directory, "postmaster.pid"), encoding="utf-8") as file:
            postmaster = file.readline().strip()
        processes = [postmaster]
        with open(f"/proc/{postmaster}/task/{postmaster}/children", encoding="utf-8") as file:
            processes += file.read().split()
        return round(sum(proportional_kb(process) for process in processes) / 1024)


def proportional_kb(process):
    """A process's share of memory in kB; 0 where it has ended."""
    try:
        with open(f"/proc/{process}/smaps_rollup", encoding="utf-8") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("Pss:"))
    except OSError:
        return 0
