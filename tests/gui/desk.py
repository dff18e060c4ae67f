# SPDX-License-Identifier: GPL-3.0-or-later
"""What the drives of the real program share: a desktop with a copy of the runs, and how a person gets about.

A script of cases ends with desk.run(globals()); it is started as SCRIPT PROGRAM FIXTURES [CASE…]. Every case has a
desktop, a HOME and a copy of the runs of its own. See cases.py."""
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import cases  # noqa: E402
from atspi_drive import check_names  # noqa: E402,F401
from cases import FolderDesk, go_to, tab  # noqa: E402

PROGRAM, FIXTURES = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
EXPECTED = json.loads((FIXTURES / "expected.json").read_text())
RUNS = {(e["entity"], e["project"] or "uncategorized", e["run_id"]) for e in EXPECTED}
TABS = ("Workspace", "Runs", "Overview", "Logs", "Files", "Artifacts")
TREES = ("tree", "tree table")


def expected(scenario):
    return next(e for e in EXPECTED if e["scenario"] == scenario)


def tree_hash(folder):
    whole = hashlib.sha256()
    for path in sorted(pathlib.Path(folder).rglob("*")):
        status = path.lstat()
        whole.update(f"{path.relative_to(folder)} {status.st_mode} {status.st_size} {status.st_mtime_ns}".encode())
        if path.is_file() and not path.is_symlink():
            whole.update(path.read_bytes())
    return whole.hexdigest()


class Desk(FolderDesk):
    """A desktop with a copy of the runs and helpers for this window."""

    def fill(self):
        self.runs = self.folder / "runs"
        shutil.copytree(FIXTURES, self.runs, ignore=shutil.ignore_patterns("expected.json", "generate", "README.md"))

    def open(self, *arguments, **options):
        return self.open_program(PROGRAM, *arguments, **options)

    def colour_at(self, x, y):
        """The colour of a place of the screen, as #RRGGBB."""
        said = subprocess.run(["import", "-window", "root", "-crop", f"1x1+{x}+{y}", "-depth", "8", "txt:-"],
                              env=self.env, capture_output=True, text=True, check=True)
        return re.search("#[0-9A-F]{6}", said.stdout)[0]

    def resize(self, width, height):
        """The browser's window, as a person would drag its edge."""
        said = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^Runglass"], env=self.env,
                              capture_output=True, text=True, check=True).stdout.split()
        self.xdo("windowsize", "--sync", said[-1], width, height)


def open_run(desk, app, scenario, page):
    go_to(desk, app, expected(scenario)["run_id"])
    tab(app, page)
    return expected(scenario)


def field(app, label, timeout=8.0):
    return app.find("text", label, timeout=timeout).text


def loaded_runs(app):
    return int(re.match(r"Loaded (\d+)", app.find("label", re.compile("^Loaded")).name)[1])


def save_as(app, path):
    """Answers a file dialog."""
    app.dialog().find("text", re.compile("^File name")).type(str(path), clear=True, enter=True)
    app.wait(path.exists, f"{path.name} to be written")


def tool_tip(desk, app, place, text=re.compile(".")):
    """Rests the pointer at a place of the screen until a tool tip says what is wanted."""
    desk.pointer(place[0] + 9, place[1])
    time.sleep(0.1)
    desk.pointer(*place)
    # A tip sends no event that it shows; it is one of the windows.
    found = (lambda: [w.name for w in app.children() if w.role == "tool tip" and text.search(w.name)])
    return app.wait(found, f"a tool tip with {text.pattern}", 5)[0]


def run(names):
    """Runs the cases of a script that is started as SCRIPT PROGRAM FIXTURES [CASE…]."""
    cases.run(names, sys.argv[3:])
