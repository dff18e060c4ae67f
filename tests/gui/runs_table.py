#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing, colouring and pinning in the table of runs: runs_table.py PROGRAM FIXTURES [CASE…] (see desk.py)."""
import os
import re
import shutil
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import desk as driving  # noqa: E402
from desk import Desk, TABS, TREES, check_names, tab  # noqa: E402


def names(app, count=100):
    table = app.find("table", "Runs")
    return [row[0] for row in table.rows(0, min(count, table.n_rows), cols=["Name"])]


def status(app):
    return app.find("label", re.compile(r"^\d+( of \d+)? runs?(, \d+ selected)?$")).name


def open_runs(desk, *arguments):
    app = desk.open(*(arguments or (desk.runs / "small/wandb",)))
    tab(app, "Runs")
    return app


def case_tick():
    """Boxes by mouse and key, all that match by the head, and the bar that offers what can be done with them."""
    with Desk() as desk:
        app = open_runs(desk)
        table = app.find("table", "Runs")
        assert not app.find_all("label", re.compile("selected$")) or "selected" not in status(app)
        table.cell(1, "Name").toggle()
        app.wait(lambda: status(app).endswith(", 1 selected"), "one run to be selected")
        app.find("label", "1 selected")
        table.cell(3, "State").click()
        desk.key("space")
        app.wait(lambda: status(app).endswith(", 2 selected"), "Space to tick the current run")
        desk.shot("ticked")
        app.find("text", "Search runs").type("nothing is called so", clear=True)
        app.wait(lambda: table.n_rows == 0, "no row")
        app.find("text", "Search runs").type("", clear=True)
        app.wait(lambda: status(app).endswith(", 2 selected"), "the ticks to come back")
        table.cell(0, "State").click()
        desk.key("ctrl+a")
        app.wait(lambda: status(app).endswith(f", {table.n_rows} selected"), "all to be selected")
        desk.key("Escape")
        app.wait(lambda: "selected" not in status(app), "Esc to clear the selection")
        assert not app.find_all("label", re.compile("^[0-9]+ selected"))
        assert check_names(app) == [], check_names(app)
        assert app.quit() == 0


def case_undo_and_keep():
    """A sort order is undone and repeated by key, and is there again after the next start."""
    home = tempfile.mkdtemp(prefix="runglass-home-")
    try:
        with Desk(home=home) as desk:
            app = open_runs(desk)
            first = names(app)
            table = app.find("table", "Runs")
            table.header("Name").click()
            app.wait(lambda: names(app) == sorted(first, key=str.lower) or names(app) != first, "another order")
            other = names(app)
            desk.key("ctrl+z")
            app.wait(lambda: names(app) == first, "Ctrl+Z to bring the order back")
            desk.key("ctrl+shift+z")
            app.wait(lambda: names(app) == other, "Ctrl+Shift+Z to repeat it")
            assert app.quit() == 0
            app = open_runs(desk)
            app.wait(lambda: names(app) == other, "the order of the last time")
            app.menu("View", "Reset view")
            app.wait(lambda: names(app) == first, "Reset view to show the usual order")
            app.menu("Edit", "Undo sort order")
            app.wait(lambda: names(app) == other, "Reset to be undone")
            assert app.quit() == 0
    finally:
        shutil.rmtree(home, ignore_errors=True)


def case_pin():
    """P keeps a run on top, whatever the order, the search says; again by the menu lets it go."""
    with Desk() as desk:
        app = open_runs(desk)
        table = app.find("table", "Runs")
        before = names(app)
        pinned = before[4]
        table.cell(4, "State").click()
        desk.key("p")
        app.wait(lambda: names(app)[0] == pinned, "the run to stand first")
        app.find("text", "Search runs").type(before[1], clear=True)
        app.wait(lambda: names(app) == [pinned, before[1]], "the pinned run to stay beside what is found")
        assert status(app).startswith("1 of 8 runs"), status(app)
        desk.shot("pinned")
        selector = app.find(TREES, "Run selector")
        assert selector.rows()[0][0].startswith(pinned), (selector.rows(), pinned)
        app.find("text", "Search runs").type("", clear=True)
        app.wait(lambda: table.n_rows == len(before), "all runs")
        table.cell(0, "State").click()
        app.menu("Run", "Unpin")
        app.wait(lambda: names(app) == before, "the usual order")
        assert app.quit() == 0


def case_colour_by_column():
    """Colours by a column come with a legend that says what they stand for; Reset takes both away."""
    with Desk() as desk:
        app = open_runs(desk, desk.runs / "seed")
        assert not app.find_all("list", "Colour legend")
        app.menu("Run", "Colour by column…")
        dialog = app.dialog("Colour by column")
        assert check_names(app) == [], check_names(app)
        column = dialog.find("combo box", "Column")
        column.choose("State")

        def states():
            said = [item.name for item in app.find("list", "Colour legend").children()]
            return [re.fullmatch(r"(\w+): (\d+) runs?", name) for name in said]

        app.wait(lambda: all(states()) and {each.group(1) for each in states()} >= {"Finished"}, "states in the legend")
        assert sum(int(each.group(2)) for each in states()) == app.find("table", "Runs").n_rows
        dialog.find("push button", "OK").click()
        desk.shot("coloured")
        app.menu("Run", "Reset run colours")
        app.wait(lambda: not [one for one in app.find_all("list", "Colour legend") if one.showing], "no legend")
        app.menu("Edit", "Undo colours")
        app.wait(lambda: [one for one in app.find_all("list", "Colour legend") if one.showing], "the legend again")
        assert app.quit() == 0


def case_colour_by_hand():
    """A run's colour is chosen from the palette in the menu's dialog, by its digits beside the dot, and reset."""
    with Desk() as desk:
        app = open_runs(desk)
        app.find("table", "Runs").cell(2, "State").click()
        app.menu("Run", "Change colour…")
        dialog = app.dialog("Change colour")
        assert check_names(app) == [], check_names(app)
        desk.shot("palette")
        dialog.find(None, re.compile("^Colour 5, #")).click()
        app.wait(lambda: app.find_all("push button", "Undo colours"), "a colour by hand")
        app.menu("Run", "Reset run colours")
        app.find("push button", "Undo colours").click()
        app.find("push button", "Redo colours").click()
        app.find("push button", "Undo colours")
        x, y, _, h = app.find("table", "Runs").cell(3, "Name").extents
        dot = x + 59, y + h // 2
        desk.pointer(*dot)
        desk.xdo("click", "1")
        app.find("text", "Hex colour").type("#12f", clear=True, enter=True)
        app.wait(lambda: not app.find_all("text", "Hex colour"), "the choice beside the dot to close")
        app.wait(lambda: desk.colour_at(*dot) == "#1122FF", "the dot to have the colour that was typed")
        app.menu("Run", "Randomize run colours")
        app.wait(lambda: desk.colour_at(*dot) != "#1122FF", "another colour")
        app.find("push button", "Undo colours").click()
        app.wait(lambda: desk.colour_at(*dot) == "#1122FF", "the colour to come back")
        assert app.quit() == 0


def case_filter_expression():
    """A filter is typed; a mistake says what is wrong and keeps the last one; nothing left offers to clear it."""
    with Desk() as desk:
        app = open_runs(desk)
        table = app.find("table", "Runs")
        desk.key("ctrl+shift+f")
        text = app.find("text", "Filter expression")
        text.click()
        desk.type("tags = t1")
        app.wait(lambda: status(app) == "2 of 8 runs", "the filter to leave two runs")
        assert app.find(TREES, "Run selector").n_rows == 2
        desk.key("Escape")
        tab(app, "Workspace")
        chart = app.find(None, "loss chart")
        app.wait(lambda: re.search(r"\b2 (runs|series)", chart.description), f"the charts to follow: {chart.description}")
        tab(app, "Runs")
        text.click()
        desk.key("End")
        desk.key("Escape")
        desk.type(" and config.lr <")
        app.find("label", re.compile("The last valid filter is still applied"))
        assert check_names(app) == [], check_names(app)
        desk.key("Escape")
        desk.type(" -5")
        app.wait(lambda: table.n_rows == 0 or not table.showing, "no run")
        app.find("label", "No run matches.", nth=0)
        app.find("push button", "Clear filter", nth=-1).click()
        app.wait(lambda: status(app) == "8 runs", "all runs again")
        app.menu("Edit", "Undo filter")
        app.wait(lambda: status(app) == "0 of 8 runs", "the filter to come back")
        assert app.quit() == 0


def case_filter_rows():
    """Add filter makes a row of column, operator and value, which is written in the expression as well."""
    with Desk() as desk:
        app = open_runs(desk)
        app.find("check box", "Filter").click()
        app.find("push button", "Add filter").click()
        app.find("combo box", "Column").choose("Tags")
        app.find("text", "Value").type("t1", clear=True, enter=True)
        app.wait(lambda: status(app) == "2 of 8 runs", "the row to be applied")
        assert app.find("text", "Filter expression").text.strip() in ("tags = t1", "tags = 't1'")
        app.find("push button", "Clear filter", nth=0).click()
        app.wait(lambda: status(app) == "8 runs", "all runs again")
        assert app.quit() == 0


def case_search_by_pattern():
    """The switch in Search runs reads a regular expression; a wrong one keeps the last that was right."""
    with Desk() as desk:
        app = open_runs(desk)
        app.find("check box", "Regular expression", nth=0).click()
        search = app.find("text", "Search runs")
        search.type("small-00[1-4]", clear=True)
        app.wait(lambda: status(app) == "3 of 8 runs", "three runs")
        desk.type("(")
        app.wait(lambda: search.text.endswith("("), "the text")
        assert status(app) == "3 of 8 runs"
        assert app.quit() == 0


if __name__ == "__main__":
    driving.run(globals())
