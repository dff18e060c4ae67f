#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program over damaged and malicious runs: hostile_runs.py PROGRAM HOSTILE_RUNS [CASE…]

HOSTILE_RUNS makes the runs. Every run is opened on every tab; the window must go on answering: its main thread may
never work for longer than STALL seconds of processor time without going back to wait for events. Processor time, so
that a busy machine does not matter. With SHOTS=folder, screenshots are left there."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import threading
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import cases  # noqa: E402
from atspi_drive import check_names  # noqa: E402
from cases import FolderDesk, go_to  # noqa: E402

PROGRAM, MAKER = sys.argv[1:3]
STALL = 0.2
# Processor seconds of pace()'s loop on the machine whose stalls STALL speaks of.
PACE = 0.041
TABS = ("Overview", "Logs", "Files", "Artifacts", "Workspace", "Runs")


def pace():
    """How many times longer this machine takes, at this hour, than the one that STALL speaks of; 1 at least."""
    def once():
        begun = time.thread_time()
        sum(number * number for number in range(1_000_000))
        return time.thread_time() - begun
    return max(1.0, sorted(once() for _ in range(5))[2] / PACE)


class StallWatch(threading.Thread):
    """The longest stretches of processor time that a main thread took without ever waiting."""

    def __init__(self, process):
        super().__init__(daemon=True)
        self.task = f"/proc/{process}/task/{process}/"
        self.doing, self.worst, self.over = "start", 0.0, {}
        self.done, self.pace = False, pace()
        self.start()

    def now(self):
        used = int(pathlib.Path(self.task + "schedstat").read_text().split()[0])
        status = pathlib.Path(self.task + "status").read_text()
        return used, int(re.search(r"^voluntary_ctxt_switches:\s*(\d+)", status, re.M)[1])

    def run(self):
        begun, waits = self.now()
        while not self.done:
            time.sleep(0.004)
            try:
                used, seen = self.now()
            except OSError:
                return
            if seen != waits:
                begun, waits = used, seen
                continue
            stretch = (used - begun) / 1e9
            self.worst = max(self.worst, stretch)
            if stretch > STALL:
                self.over[self.doing] = max(stretch, self.over.get(self.doing, 0))

    def finish(self):
        self.done = True
        self.join()
        self.pace = max(self.pace, pace())
        self.over = {what: stretch for what, stretch in self.over.items() if stretch > STALL * self.pace}


class Desk(FolderDesk):
    """A desktop, a folder of hostile runs and a watch over the window."""

    def __init__(self, *arguments, **options):
        super().__init__(**options)
        self.arguments = arguments

    def fill(self):
        made = subprocess.run([MAKER, *self.arguments, str(self.folder)], check=True, capture_output=True, text=True)
        self.ids = made.stdout.split()

    def open(self, *locations):
        app = self.launch([PROGRAM, *map(str, locations)])
        self.process = self.bus.pid(app.ref[0])
        self.watch = StallWatch(self.process)
        self.loaded(app, 60)
        return app

    def peak(self):
        """Megabytes that the window has had resident at most."""
        status = pathlib.Path(f"/proc/{self.process}/status").read_text()
        return int(re.search(r"^VmHWM:\s*(\d+)", status, re.M)[1]) // 1024


def settled(app):
    """The page in front has answered: it says nothing of reading."""
    app.wait(lambda: not app.find_all("label", re.compile("^Reading|^Loading")), "the page to be read", 30)


def walk(desk, app, ids, tabs=TABS):
    for run in ids:
        desk.watch.doing = f"go to {run}"
        go_to(desk, app, run)
        for tab in tabs:
            desk.watch.doing = f"{tab} of {run}"
            app.find("page tab", tab).click()
            settled(app)
            desk.shot(f"{run}-{tab.lower()}")
        app.alive()


def case_walk():
    """Every hostile run on every tab."""
    with Desk() as desk:
        app = desk.open(desk.folder)
        assert len(desk.ids) > 25, desk.ids
        assert app.find("label", re.compile("^Loaded")).name.startswith(f"Loaded {len(desk.ids)} runs")
        desk.shot("start")
        walk(desk, app, desk.ids)
        desk.watch.doing = "names"
        peak = desk.peak()
        assert app.quit() == 0, app.stderr()
        desk.watch.finish()
        print(f"longest stretch {desk.watch.worst * 1000:.0f} ms at pace {desk.watch.pace:.2f}, peak {peak} MB")
        assert not desk.watch.over, desk.watch.over
        assert peak < 1024, peak


def case_warnings():
    """A damaged run says so on its Overview, and the list marks it; the sound one does not."""
    with Desk() as desk:
        app = desk.open(desk.folder)
        app.find("push button", re.compile(r"^\d+ problems$"))
        for run, words in (("flipped-block", "a checksum is wrong"), ("wrong-magic", "does not begin like a .wandb file"),
                           ("deep-files", "nested too deeply"), ("torn-tail", "bytes are incomplete")):
            go_to(desk, app, run)
            app.find("page tab", "Overview").click()
            app.wait(lambda: app.find_all("label", re.compile(re.escape(words))), f"{run} to say {words}")
        go_to(desk, app, "sound")
        app.wait(lambda: app.find("text", "Name").text == "the sound run", "the sound run")
        assert not app.find_all("label", re.compile("could not be read"))
        assert check_names(app) == [], check_names(app)
        assert app.quit() == 0


def case_vanish():
    """The folder goes while it is open, and comes back."""
    with Desk() as desk:
        app = desk.open(desk.folder / "wandb")
        go_to(desk, app, "sound")
        shutil.move(desk.folder / "wandb", desk.folder / "elsewhere")
        for tab in TABS:
            desk.watch.doing = f"{tab} of a vanished run"
            app.find("page tab", tab).click()
            settled(app)
        desk.key("F5")
        settled(app)
        app.alive()
        desk.shot("vanished")
        shutil.move(desk.folder / "elsewhere", desk.folder / "wandb")
        desk.key("F5")
        app.wait(lambda: app.find_all("label", re.compile(f"^Loaded {len(desk.ids)} runs")), "the runs to come back", 30)
        assert app.quit() == 0, app.stderr()


def case_memory():
    """Runs that ask for much memory get a bounded share of it, whatever is shown of them."""
    with Desk("--bombs") as desk:
        for name in sorted(path.name for path in desk.folder.iterdir()):
            app = desk.open(desk.folder / name)
            walk(desk, app, ["bomb"])
            peak = desk.peak()
            assert app.quit() == 0, app.stderr()
            desk.watch.finish()
            print(f"{name:16} longest stretch {desk.watch.worst * 1000:.0f} ms at pace {desk.watch.pace:.2f}, peak {peak} MB")
            assert not desk.watch.over, (name, desk.watch.over)
            assert peak < 1024, (name, peak)


if __name__ == "__main__":
    cases.run(globals(), sys.argv[3:])
