#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window itself, driven: window.py PROGRAM FIXTURES [CASE…] (see desk.py). DRAG_SOURCE is the program to drag from."""
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import desk as driving  # noqa: E402
from desk import Desk, PROGRAM, RUNS, TABS, TREES, check_names, expected, loaded_runs, tab  # noqa: E402


def case_example_by_name():
    """The example runs are called so, not by where they are installed."""
    with Desk() as desk:
        app = desk.open("--example")
        app.find("push button", "Source Example runs")
        projects = app.find(TREES, "Projects")
        assert [row[0] for row in projects.rows()][:2] == ["All runs", "Example runs"], projects.rows()
        assert app.window(re.compile("^Runglass – Example runs")).showing
        assert check_names(app) == [], check_names(app)
        assert app.quit() == 0


def case_open_recent():
    """What was open comes back from the menu, and the list can be emptied."""
    home = tempfile.mkdtemp(prefix="runglass-home-")
    try:
        with Desk(home=home) as desk:
            app = desk.open(desk.runs / "small/wandb")
            app.menu("File", "Close source")
            app.find("label", "No runs yet")
            app.menu("File", "Open recent", str(desk.runs / "small/wandb"))
            app.wait(lambda: loaded_runs(app) == 8, "the folder to be read again")
            assert app.quit() == 0
            app = desk.open(desk.runs / "seed")
            app.menu("File", "Open recent", str(desk.runs / "small/wandb"))
            app.wait(lambda: loaded_runs(app) > 8, "both folders")
            app.menu("File", "Open recent", "Clear list")
            assert app.quit() == 0
            assert "small" not in next(line for line in open(os.path.join(home, "config/runglass/window.ini"))
                                       if line.startswith("locations"))
    finally:
        shutil.rmtree(home, ignore_errors=True)


def case_drop():
    """A folder dragged from another program and dropped on the window is opened."""
    with Desk() as desk:
        app = desk.open(desk.runs / "small/wandb")
        other = desk.launch([os.environ["DRAG_SOURCE"], str(desk.runs / "seed")])
        here = other.find("label", "Drag me").centre()
        x, y, width, height = app.window(re.compile("^Runglass")).extents
        other.drag_to(x + width * 2 // 3, y + height // 2, start=here, steps=25)
        app.wait(lambda: loaded_runs(app) > 8, "the dropped folder")
        projects = app.find(TREES, "Projects")
        assert str(desk.runs / "seed") in [row[0] for row in projects.rows()], projects.rows()
        other.quit()
        app.quit()


def case_close_one_of_several():
    """Several sources; Close source takes the chosen one and leaves the rest."""
    with Desk() as desk:
        app = desk.open(desk.runs / "small/wandb", desk.runs / "seed")
        together = loaded_runs(app)
        projects = app.find(TREES, "Projects")
        projects.tree_item(str(desk.runs / "small/wandb")).click()
        app.wait(lambda: app.find_all("push button", f"Source {desk.runs / 'small/wandb'}"), "the breadcrumb")
        app.menu("File", "Close source")
        app.wait(lambda: loaded_runs(app) == together - 8, "the other one to stay")
        assert [row[0] for row in projects.rows()][:2] == ["All runs", str(desk.runs / "seed")]
        app.quit()


def start(desk, *arguments):
    """Another start of the program in the same session, to its end."""
    return subprocess.run([PROGRAM, *map(str, arguments)], env=desk.env, cwd=desk.runs, capture_output=True, text=True,
                          timeout=30)


def windows(desk):
    """How many windows of the program are in sight."""
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^Runglass"], env=desk.env,
                           capture_output=True, text=True)
    return len(found.stdout.split())


def case_one_window():
    """A second start opens in the first window and ends; one that was killed is in nobody's way."""
    with Desk() as desk:
        app = desk.open(desk.runs / "small/wandb")
        desk.xdo("search", "--onlyvisible", "--name", "^Runglass", "windowminimize")
        app.wait(lambda: windows(desk) == 0, "the window to be out of sight")
        second = start(desk, "seed/wandb")
        assert second.returncode == 0, second.stderr
        app.wait(lambda: windows(desk) == 1, "the second start to bring the window back")
        app.wait(lambda: loaded_runs(app) > 8, "the second start's folder, from a relative path")
        desk.xdo("search", "--onlyvisible", "--name", "^Runglass", "windowminimize")
        app.wait(lambda: windows(desk) == 0, "the window to be out of sight")
        third = start(desk)
        assert third.returncode == 0, third.stderr
        app.wait(lambda: windows(desk) == 1, "the third start to bring it back")
        app.proc.send_signal(signal.SIGKILL)
        app.proc.wait()
        app = desk.open(desk.runs / "small/wandb")
        assert loaded_runs(app) == 8
        assert start(desk, "--example").returncode == 0
        app.wait(lambda: app.find(TREES, "Projects").n_rows > 3 and loaded_runs(app) > 8, "the example too")
        # Other settings are another session: it has a window of its own.
        env = dict(desk.env, XDG_CONFIG_HOME=str(desk.folder / "config"))
        other = subprocess.Popen([PROGRAM, str(desk.runs / "seed")], env=env, start_new_session=True)
        app.wait(lambda: windows(desk) == 2, "a second window")
        other.terminate()
        assert other.wait(15) == 0
        assert app.quit() == 0


def case_narrow():
    """With little room the side bar is an overlay, and buttons move into a menu; nothing is lost."""
    with Desk() as desk:
        app = desk.open(desk.runs)
        app.find(TREES, "Projects")
        desk.resize(1000, 700)
        app.wait(lambda: not app.find_all(TREES, "Projects"), "the side bar to leave")
        for name in TABS:
            tab(app, name)
            assert check_names(app) == [], (name, check_names(app))
        tab(app, "Runs")
        app.find("text", "Search runs").type("small-0", clear=True)
        table = app.find("table", "Runs")
        app.wait(lambda: table.n_rows == 8, "the search of the tab")
        desk.key("ctrl+b")
        app.find(TREES, "Projects")
        selector = app.find(TREES, "Run selector")
        app.wait(lambda: selector.n_rows == 8 and app.find("text", "Search runs").text == "small-0", "one search")
        desk.shot("narrow-overlay")
        assert check_names(app) == [], check_names(app)
        selector.cell(2, 0).double_click()
        app.wait(lambda: not app.find_all(TREES, "Projects"), "the overlay to close when a run is opened")
        name = app.find("text", "Name").text
        assert name.startswith("small-0"), name
        desk.key("ctrl+b")
        app.find(TREES, "Projects")
        desk.key("Escape")
        app.wait(lambda: not app.find_all(TREES, "Projects"), "Esc to close the overlay")

        desk.resize(820, 620)
        driving.go_to(desk, app, expected("console")["run_id"])
        tab(app, "Logs")
        app.find("text", "Log")
        app.wait(lambda: not app.find_all("push button", "Download"), "Download to move into the menu")
        assert check_names(app) == [], check_names(app)
        app.find("push button", "More actions").click()
        app.menu_item("Download")
        driving.save_as(app, desk.folder / "narrow.log")
        desk.resize(1400, 900)
        app.find(TREES, "Projects")
        app.find("push button", "Download")
        app.quit()


if __name__ == "__main__":
    driving.run(globals())
