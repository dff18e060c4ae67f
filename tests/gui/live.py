#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window beside runs that the real SDK is writing: live.py PROGRAM PYTHON SCRIPT [CASE…]

PYTHON is one with the SDK, SCRIPT executes lines (tests/sdk/sdk_run.py). With SHOTS=folder, screenshots are left there."""
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import cases  # noqa: E402
from cases import FolderDesk, tab  # noqa: E402

PROGRAM, PYTHON, SCRIPT = sys.argv[1:4]


class Training:
    """A script that logs with the SDK and does what it is told."""

    def __init__(self, folder, flush=0.2):
        environment = {k: v for k, v in os.environ.items() if not k.startswith("WANDB_")}
        environment.update(WANDB_SILENT="true", WANDB_ERROR_REPORTING="false", HOME=str(folder / "home"))
        (folder / "home").mkdir(exist_ok=True)
        self.process = subprocess.Popen([PYTHON, SCRIPT, str(flush)], cwd=folder, env=environment, text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        said = json.loads(self.process.stdout.readline())
        self.pid, self.id, self.log = said["pid"], said["id"], pathlib.Path(said["log"])

    def run(self, line):
        print(line, file=self.process.stdin, flush=True)
        assert self.process.stdout.readline() == "done\n"

    def end(self):
        self.process.stdin.close()
        self.process.wait(60)

    def kill(self, number):
        os.kill(self.pid, number)
        self.process.wait(60)


class Desk(FolderDesk):
    """A desktop beside an empty folder for runs."""

    def open(self, *arguments):
        return self.open_program(PROGRAM, *arguments)


def soon(app, condition, what):
    """Waits for what follows from the disk, and says how long it took."""
    begun = time.monotonic()
    app.wait(condition, what, 20)
    print(f"{what}: {time.monotonic() - begun:.2f} s")


def points(app):
    """How many points the loss chart says it shows."""
    charts = app.find_all(None, "loss chart")
    found = re.search(r"([\d,]+) points", charts[0].description) if charts else None
    return int(found.group(1).replace(",", "")) if found else 0


def case_life():
    """A run appears, grows, is said to run, and finishes."""
    with Desk() as desk:
        app = desk.open(desk.folder)
        training = Training(desk.folder)
        training.run("[run.log({'loss': 1.0 / (i + 1)}) for i in range(20)]")
        selector = app.find("tree", "Run selector")
        soon(app, lambda: selector.n_rows == 1, "the run appears")
        tab(app, "Workspace")
        soon(app, lambda: points(app) >= 19, "its points appear")
        training.run("[run.log({'loss': 1.0 / (i + 1)}) for i in range(20, 60)]")
        soon(app, lambda: points(app) >= 59, "they grow")
        desk.shot("live-workspace")
        tab(app, "Runs")
        table = app.find("table", "Runs")
        assert table.row(0)[1] == "Running", table.row(0)
        training.end()
        soon(app, lambda: table.row(0)[1] == "Finished", "it finishes")
        desk.shot("live-runs")
        app.quit()


def case_crash():
    """A killed process is a crash; what it printed is there although its log never reached the disk."""
    with Desk() as desk:
        training = Training(desk.folder, flush=600)
        app = desk.open(desk.folder)
        tab(app, "Runs")
        table = app.find("table", "Runs")
        soon(app, lambda: table.n_rows == 1 and table.row(0)[1] == "Running", "the run is running")
        training.run("print('hello from the script')")
        table.cell(0, 0).double_click()
        tab(app, "Logs")
        log = app.find("text", "Log")
        soon(app, lambda: "hello from the script" in log.text, "the console appears")
        training.kill(signal.SIGKILL)
        tab(app, "Overview")
        soon(app, lambda: app.find("text", "State").text.startswith("Crashed"), "it crashes")
        desk.shot("live-crashed")
        app.quit()


def case_stillness():
    """While runs come and grow, selection and scroll stay where they were."""
    with Desk() as desk:
        training = Training(desk.folder)
        training.run("[run.log({'m%02d/x' % k: i for k in range(40)}) for i in range(30)]")
        app = desk.open(desk.folder)
        tab(app, "Workspace")
        soon(app, lambda: app.find_all(None, re.compile(r"^m\d\d/x chart$")), "charts appear")
        desk.key("Page_Down")
        selector = app.find("tree", "Run selector")
        selector.cell(0, 0).click()
        search = app.find("text", "Search panels")
        search.type("m3", clear=True)
        names = sorted(w.name for w in app.find_all(None, re.compile(r"^m\d\d/x chart$")))
        before = {w.name: w.extents for w in app.find_all(None, re.compile(r"^m\d\d/x chart$"))}
        other = Training(desk.folder)
        other.run("[run.log({'m%02d/x' % k: i for k in range(40)}) for i in range(30)]")
        soon(app, lambda: selector.n_rows == 2, "another run appears")
        training.run("[run.log({'m%02d/x' % k: i for k in range(40)}) for i in range(30)]")
        training.end()
        other.end()
        tab(app, "Runs")
        table = app.find("table", "Runs")
        soon(app, lambda: {row[1] for row in table.rows()} == {"Finished"}, "both finish")
        tab(app, "Workspace")
        assert search.text == "m3", search.text
        assert sorted(w.name for w in app.find_all(None, re.compile(r"^m\d\d/x chart$"))) == names
        after = {w.name: w.extents for w in app.find_all(None, re.compile(r"^m\d\d/x chart$"))}
        assert before == after, (before, after)
        app.quit()


if __name__ == "__main__":
    cases.run(globals(), sys.argv[4:])
