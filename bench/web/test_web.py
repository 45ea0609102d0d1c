"""What a measurement of pages must notice, and what it must leave alone."""
import contextlib
import fcntl
import io
import os
import socket
import struct
import tempfile
import threading
import time
import unittest

import load
import server

TAKEN = b"HTTP/1.1 303 See Other\r\nLocation: /activities/A1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
SHOWN_AGAIN = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


@contextlib.contextmanager
def answering(answer):
    """A server that says the same to everybody; one that has nothing to say resets the connection."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        def serve():
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                with connection:
                    connection.recv(65536)
                    if answer is None:
                        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    else:
                        connection.sendall(answer)

        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        listener.shutdown(socket.SHUT_RDWR)


def program(folder, *lines):
    """A stand-in for the server's program."""
    path = os.path.join(folder, "program")
    with open(path, "w") as file:
        file.write("\n".join(["#!/bin/sh", *lines, ""]))
    os.chmod(path, 0o700)
    return path


class Reports(unittest.TestCase):
    def test_only_a_redirect_is_a_report_that_was_taken(self):
        for answer, taken in ((TAKEN, True), (SHOWN_AGAIN, False), (b"nonsense\r\n\r\n", False), (b"", False), (None, False)):
            with self.subTest(answer=answer), answering(answer) as base:
                self.assertIs(load.post(base, "U1", "P1", 1, "2026-01-01"), taken)
        self.assertIs(load.post(base, "U1", "P1", 1, "2026-01-01"), False, "nobody listens any more")

    def test_a_writer_goes_on_after_a_reset_and_counts_it(self):
        with answering(None) as base:
            writer = load.Writer(base, "U1", "P1")
            writer.start()
            until = time.monotonic() + 10
            while writer.failed < 2 and time.monotonic() < until:
                time.sleep(0.01)
            writer.end()
        self.assertGreaterEqual(writer.failed, 2)
        self.assertEqual(writer.taken, 0)

    def test_what_failed_is_told_and_so_is_silence(self):
        good = {"failed": 0, "requests": 9, "reports": 2, "reports_failed": 0}
        self.assertEqual(load.failures(good), 0)
        self.assertEqual(load.failures({"failed": 0, "requests": 9}), 0)
        for worse in ({"failed": 1}, {"reports_failed": 1}, {"requests": 0}, {"reports": 0}):
            self.assertEqual(load.failures(good | worse), 1, worse)


class Copies(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.data = os.path.join(place.name, "data")
        os.mkdir(self.data)
        for name in ("owner.lock", "xingzhi.sqlite"):
            with open(os.path.join(self.data, name), "w") as file:
                file.write("real")
        os.symlink(self.data, os.path.join(place.name, "link"))
        self.place = place.name
        self.enterContext(contextlib.redirect_stderr(io.StringIO()))

    def test_what_is_written_to_the_copy_is_not_in_the_data(self):
        for name in ("data", "link"):
            with server.copied(os.path.join(self.place, name)) as copy:
                with open(os.path.join(copy, "xingzhi.sqlite"), "a") as file:
                    file.write(" and more")
            with open(os.path.join(self.data, "xingzhi.sqlite")) as file:
                self.assertEqual(file.read(), "real")
            self.assertEqual(sorted(os.listdir(self.place)), ["data", "link"])

    def test_data_in_use_is_not_copied(self):
        with open(os.path.join(self.data, "owner.lock")) as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            with self.assertRaisesRegex(SystemExit, "in use"), server.copied(self.data):
                self.fail("copied while somebody may write")
        self.assertEqual(sorted(os.listdir(self.place)), ["data", "link"])


class Servers(unittest.TestCase):
    def test_the_address_is_the_one_the_server_tells(self):
        with tempfile.TemporaryDirectory() as folder:
            binary = program(folder, "echo 'serves http://127.0.0.1:4711, to this machine only' >&2", "exec sleep 60")
            with server.Server(binary, folder, folder) as served:
                self.assertEqual(served.address(), "http://127.0.0.1:4711")

    def test_a_server_that_ended_is_not_waited_for(self):
        with tempfile.TemporaryDirectory() as folder:
            binary = program(folder, "echo 'no plan' >&2", "exit 1")
            with server.Server(binary, folder, folder) as served:
                with self.assertRaisesRegex(SystemExit, "no plan"):
                    served.address()


if __name__ == "__main__":
    unittest.main()
