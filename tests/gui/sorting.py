#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the runs are sorted by: sorting.py PROGRAM FIXTURES [CASE…] (see desk.py)."""
import os
import re
import shutil
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import desk as driving  # noqa: E402
from desk import TREES, Desk, EXPECTED, check_names, tab  # noqa: E402

RUNS = [e for e in EXPECTED if e["scenario"] == "small"]


def names(app):
    table = app.find("table", "Runs")
    return [row[0] for row in table.rows(0, table.n_rows, cols=["Name"])]


def sort_label(app):
    return app.find("label", re.compile("^(Sorted by|Newest first)")).name


def described(app, column):
    return app.find("table", "Runs").header(column).description


def keys(app):
    return [item.name for item in app.find("list", "Sort keys").children()]


def open_runs(desk, **options):
    app = desk.open(desk.runs / "small/wandb", **options)
    tab(app, "Runs")
    return app


def case_sort_by_heads():
    """Shift and a click on a head adds it to the keys, turns it round and takes it out; heads and label say so."""
    with Desk() as desk:
        app = open_runs(desk)
        desk.key("ctrl+b")  # room for all columns
        app.wait(lambda: not app.find_all(TREES, "Projects"), "the side bar to leave")
        table = app.find("table", "Runs")
        assert sort_label(app) == "Newest first"
        expected = sorted(RUNS, key=lambda run: (run["config"]["bs"], -run["config"]["lr"]))
        table.header("bs").click()
        table.header("lr").click(mods=["shift"])
        assert sort_label(app) == "Sorted by bs (lowest first), then lr (lowest first)", sort_label(app)
        table.header("lr").click(mods=["shift"])
        app.wait(lambda: names(app) == [run["name"] for run in expected], f"{[r['name'] for r in expected]}")
        assert described(app, "bs") == "Sorted ascending, key 1 of 2", described(app, "bs")
        assert described(app, "lr") == "Sorted descending, key 2 of 2", described(app, "lr")
        desk.shot("sorted_by_two")
        table.header("bs").click()
        app.wait(lambda: sort_label(app) == "Sorted by bs, lowest first", "a plain click to leave one key")
        app.find("push button", "Newest first").click()
        app.wait(lambda: sort_label(app) == "Newest first", "no key")
        desk.key("ctrl+z", "ctrl+z")
        app.wait(lambda: names(app) == [run["name"] for run in expected], "undo to bring both keys back")
        assert app.quit() == 0


def case_sort_by_list():
    """Ctrl+Shift+S opens the list of keys: columns are found and added, dragged, turned round and taken out."""
    with Desk() as desk:
        app = open_runs(desk)
        desk.key("ctrl+shift+s")
        app.find("text", "Search columns to sort by")
        desk.type("run id")
        desk.key("Return")
        app.wait(lambda: sort_label(app) == "Sorted by Run ID, lowest first", "a column that is not shown")
        ids = [run["run_id"] for run in RUNS]
        by_id = [run["name"] for run in sorted(RUNS, key=lambda run: run["run_id"])]
        app.wait(lambda: names(app) == by_id, f"the order of {sorted(ids)}")
        desk.type("bs")
        desk.key("Return")
        assert keys(app) == ["1. Run ID, lowest first", "2. bs, lowest first"], keys(app)
        desk.shot("sort_list")
        assert check_names(app) == [], check_names(app)
        first, second = app.find("list", "Sort keys").children()
        x, y, _, height = first.extents
        second.drag_to(x + 60, y + 2)
        app.wait(lambda: keys(app) == ["1. bs, lowest first", "2. Run ID, lowest first"], "bs to be dragged up")
        app.find("list", "Sort keys").children()[0].click()
        desk.key("space", "alt+Down")
        app.wait(lambda: keys(app) == ["1. Run ID, lowest first", "2. bs, highest first"], "keys by key")
        app.find("push button", "Remove").click()
        app.wait(lambda: keys(app) == ["1. Run ID, lowest first"], "bs to go")
        desk.key("Escape")
        app.wait(lambda: not app.find_all("list", "Sort keys"), "Esc to close it")
        assert sort_label(app) == "Sorted by Run ID, lowest first"
        app.find("push button", "Sort by…").click()
        app.find("list", "Sort keys").children()[0].click()
        desk.key("Delete")
        app.wait(lambda: sort_label(app) == "Newest first", "no key")
        app.find("label", "No column is chosen: the newest run comes first.")
        app.find("table", "Runs").cell(3, "lr").click()
        app.wait(lambda: not app.find_all("list", "Columns to sort by"), "a click elsewhere to close it")
        assert app.quit() == 0


def case_sort_by_menu():
    """The commands of the View menu are about the column of the current cell."""
    with Desk() as desk:
        app = open_runs(desk)
        table = app.find("table", "Runs")
        table.cell(1, "bs").click()
        app.menu("View", "Column", "Sort descending")
        app.wait(lambda: sort_label(app) == "Sorted by bs, highest first", "bs")
        table.cell(1, "Name").click()
        desk.key("ctrl+shift+k")
        app.wait(lambda: sort_label(app) == "Sorted by bs (highest first), then Name (lowest first)", "Name too")
        expected = sorted(RUNS, key=lambda run: (-run["config"]["bs"], run["name"]))
        app.wait(lambda: names(app) == [run["name"] for run in expected], "the order")
        app.menu("View", "Newest first")
        app.wait(lambda: sort_label(app) == "Newest first", "no key")
        assert app.quit() == 0


def case_shown_value():
    """A metric's column shows the least number logged, sorts by it, says so, and does so after the next start."""
    least = {run["name"]: min(row["loss"] for row in run["history"]) for run in RUNS}
    expected = sorted(least, key=least.get)
    home = tempfile.mkdtemp(prefix="runglass-home-")
    try:
        with Desk(home=home) as desk:
            app = open_runs(desk)
            table = app.find("table", "Runs")

            def shown():
                return [(row[0], float(row[1])) for row in table.rows(0, table.n_rows, cols=["Name", "loss"])]

            def is_least(rows):
                return all(abs(value - least[name]) <= 1e-3 * abs(least[name]) for name, value in rows)

            table.cell(1, "loss").click()
            last = shown()
            app.menu("View", "Shown value", "Min")
            app.wait(lambda: is_least(shown()), f"{least}")
            app.menu("View", "Column", "Sort ascending")
            app.wait(lambda: names(app) == expected, f"{expected}")
            assert sort_label(app) == "Sorted by loss · min, lowest first", sort_label(app)
            assert described(app, "loss") == "Shows the smallest number logged, Sorted ascending", described(app, "loss")
            desk.shot("shown_value")
            desk.key("ctrl+z", "ctrl+z")
            app.wait(lambda: shown() == last, "undo to show the last values")
            desk.key("ctrl+shift+z")
            app.wait(lambda: is_least(shown()), "the least again")
            assert app.quit() == 0
            app = open_runs(desk)
            table = app.find("table", "Runs")
            app.wait(lambda: is_least(shown()), "what was shown the last time")
            assert app.quit() == 0
    finally:
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    driving.run(globals())
