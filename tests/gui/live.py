#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window beside runs that the real SDK is writing: live.py PROGRAM PYTHON SCRIPT [CASE…]

PYTHON is one with the SDK, SCRIPT executes lines (tests/sdk/sdk_run.py). With SHOTS=folder, screenshots are left there."""
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import cases  # noqa: E402
from cases import FolderDesk, tab  # noqa: E402

TREES = ("tree", "tree table")
PROGRAM, PYTHON, SCRIPT = sys.argv[1:4]
FIXTURES = pathlib.Path(SCRIPT).parent.parent / "fixtures/wandb"


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

    def resize(self, width, height):
        """The browser's window, as a person would drag its edge."""
        said = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^Runglass"], env=self.env,
                              capture_output=True, text=True, check=True).stdout.split()
        self.xdo("windowsize", "--sync", said[-1], width, height)


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


def place(app, table, name):
    """Where on the screen the row of a run is, and which number it has."""
    row = app.wait(lambda: next((i for i, (n,) in enumerate(table.rows(cols=["Name"])) if n == name), None) is not None
                   and table.find_row("Name", name) + 1, f"{name} to be listed") - 1
    return row, table.cell(row, "Name").extents[:2]


def case_table():
    """Runs come, change and sort themselves anew; sort, ticks, scroll, current cell and a half-written filter stay."""
    with Desk() as desk:
        for folder in FIXTURES.iterdir():
            if folder.is_dir() and folder.name not in ("small", "generate"):
                shutil.copytree(folder, desk.folder / folder.name, symlinks=True)
        training = Training(desk.folder)
        training.run("run.log({'speed': 1})")
        app = desk.open(desk.folder)
        tab(app, "Runs")
        desk.resize(1440, 560)
        table = app.find("table", "Runs")
        soon(app, lambda: "Running" in [row[0] for row in table.rows(cols=["State"])], "the run is running")
        table.header("Runtime").click()
        table.header("Runtime").click()
        app.find("label", "Sorted by Runtime, highest first")
        # A filter with a line that is half written.
        desk.key("ctrl+shift+f")
        app.find("text", "Filter expression").click()
        desk.type("state in (finished, running, failed, crashed, killed)")
        app.find("push button", "Add filter").click()
        app.find("combo box", "Column", nth=1).choose("Created")
        app.find("combo box", "Operator", nth=1).choose("within last")
        half = app.find("text", "Value", nth=1)
        half.type("99999")
        # Scrolled to the end, two ticks, a current cell in another column than the first.
        last = table.n_rows - 1
        for row in (last, last - 2):
            table.cell(row, "Name").toggle()
        app.find("label", "2 selected")
        table.cell(last - 1, "State").click()
        half.click()
        watched = table.row(table.selected_rows()[0])[0]
        row, before = place(app, table, watched)
        current = [run[0] for run in app.find(TREES, "Run selector").rows() if run]
        for folder in (FIXTURES / "small/wandb").iterdir():
            shutil.copytree(folder, desk.folder / "wandb" / folder.name, symlinks=True)
        training.run("run.log({'speed': 2, 'new/key': 3})")
        soon(app, lambda: table.n_rows == last + 9, "eight more runs appear")
        training.end()
        soon(app, lambda: "Running" not in [row[0] for row in table.rows(cols=["State"])], "the run ends")
        desk.shot("live-table")
        now, after = place(app, table, watched)
        assert (now > row) and after == before, (row, now, before, after)
        app.find("label", "2 selected")
        assert table.selected_rows() == [now], (table.selected_rows(), now)
        app.find("label", "Sorted by Runtime, highest first")
        assert half.text == "99999" and "focused" in half.states, (half.text, half.states)
        assert len(current) + 8 == len(app.find(TREES, "Run selector").rows())
        # And it can be gone on with.
        started = [row[0] for row in table.rows(cols=["Created"]) if row[0] != "–"]
        desk.type("d")
        app.wait(lambda: "within last 99999d" in app.find("text", "Filter expression").text, "the line to be whole")
        app.wait(lambda: table.n_rows == len(started), f"{len(started)} runs that have a start")
        app.quit()


if __name__ == "__main__":
    cases.run(globals(), sys.argv[4:])
