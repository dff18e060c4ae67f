# SPDX-License-Identifier: GPL-3.0-or-later
"""A display of its own, programs on it that say when they have painted, and keys for them."""
import ctypes
import os
import pathlib
import queue
import re
import subprocess
import threading
import time

PAINTED = re.compile(r"(\w+) painted: (\d+) rows, first (-?\d+), at (\d+)")


class Display:
    """Xvfb with openbox, ended with the block."""

    def __enter__(self):
        reader, writer = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(writer), "-screen", "0", "1920x1200x24", "-nolisten",
                                        "tcp"], pass_fds=[writer], stderr=subprocess.DEVNULL)
        os.close(writer)
        number = b""
        while not number.endswith(b"\n"):
            number += os.read(reader, 16)
        os.close(reader)
        self.name = ":" + number.decode().strip()
        self.manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": self.name},
                                        stderr=subprocess.DEVNULL)
        self.x11, self.xtst = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XStringToKeysym.restype = ctypes.c_ulong
        self.connection = ctypes.c_void_p(self.x11.XOpenDisplay(self.name.encode()))
        self._wait_for_manager()
        return self

    def _wait_for_manager(self):
        """A window that comes while the manager starts may never be told that it is seen."""
        self.x11.XInternAtom.restype = self.x11.XGetSelectionOwner.restype = ctypes.c_ulong
        owned = ctypes.c_ulong(self.x11.XInternAtom(self.connection, b"WM_S0", 0))
        while not self.x11.XGetSelectionOwner(self.connection, owned):
            if self.manager.poll() is not None:
                raise RuntimeError("openbox did not start")
            time.sleep(0.01)

    def __exit__(self, *_):
        for process in (self.manager, self.server):
            process.terminate()
            process.wait()

    def press(self, *keys):
        """Presses keys together, as in press("Control_L", "k"). → when, in seconds of the steady clock."""
        codes = [self.x11.XKeysymToKeycode(self.connection, ctypes.c_ulong(self.x11.XStringToKeysym(key.encode())))
                 for key in keys]
        for code in codes:
            self.xtst.XTestFakeKeyEvent(self.connection, code, 1, 0)
        for code in reversed(codes):
            self.xtst.XTestFakeKeyEvent(self.connection, code, 0, 0)
        now = time.monotonic()
        self.x11.XFlush(self.connection)
        return now

    def click(self, x, y):
        self.xtst.XTestFakeMotionEvent(self.connection, -1, x, y, 0)
        for is_down in (1, 0):
            self.xtst.XTestFakeButtonEvent(self.connection, 1, is_down, 0)
        self.x11.XFlush(self.connection)


class Program:
    """A program with a home of its own, whose standard error is read as it comes."""

    def __init__(self, display, command, home, environment=()):
        env = {**os.environ, "DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb", "HOME": str(home), "LC_ALL": "C.UTF-8",
               "NO_AT_BRIDGE": "1", **dict(environment)}
        for name, part in (("CONFIG", "config"), ("CACHE", "cache"), ("DATA", "data")):
            env[f"XDG_{name}_HOME"] = str(pathlib.Path(home) / part)
        env["XDG_RUNTIME_DIR"] = str(home)
        self.lines = queue.Queue()
        self.started = time.monotonic()
        self.process = subprocess.Popen(command, env=env, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True,
                                        errors="replace")
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stderr:
            self.lines.put(line)
        self.lines.put(None)

    def wait_for(self, pattern, accept=lambda match: True, seconds=120):
        """The first match from here on that is accepted."""
        end = time.monotonic() + seconds
        while True:
            line = self.lines.get(timeout=max(0.0, end - time.monotonic()))
            if line is None:
                raise RuntimeError(f"{self.process.args[0]} ended before it said {pattern!r}")
            match = re.search(pattern, line)
            if match and accept(match):
                return match

    def wait_for_table(self, accept, view="runs", since=0.0):
        """Until the view was painted with what accept(rows, first) wants. → when, in seconds of the steady clock."""
        match = self.wait_for(PAINTED, lambda found: found[1] == view and int(found[4]) / 1e6 >= since and
                              accept(int(found[2]), int(found[3])))
        return int(match[4]) / 1e6

    def private_bytes(self):
        """What only this process holds."""
        rollup = pathlib.Path(f"/proc/{self.process.pid}/smaps_rollup").read_text()
        return sum(int(size) * 1024 for size in re.findall(r"^Private_(?:Clean|Dirty):\s+(\d+)", rollup, re.M))

    def close(self):
        self.process.terminate()
        self.process.wait()
