#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which columns the table of runs shows, in which order and how wide: columns.py PROGRAM FIXTURES [CASE…] (see
desk.py)."""
import os
import re
import shutil
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import desk as driving  # noqa: E402
from desk import Desk, TREES, check_names, tab  # noqa: E402

FIELDS = ["Name", "State", "Notes", "Tags", "Created", "Runtime", "Group", "Job type", "Author"]


def open_runs(desk, *arguments, **options):
    app = desk.open(*(arguments or (desk.runs / "small/wandb",)), **options)
    tab(app, "Runs")
    return app


def heads(app):
    return app.find("table", "Runs").headers()


def until(app, expected, what):
    """Waits until the first heads are these."""
    app.wait(lambda: heads(app)[:len(expected)] == expected, f"{what}: {expected}")
    # The names come from the model, which is ahead of what lies where on the screen.
    table = app.find("table", "Runs")
    places = (lambda: [table.header(name).extents[0] for name in expected[:4]])
    app.wait(lambda: places() == sorted(set(places())), f"{what}: on the screen")


def press_cell(app, row, column):
    """A click on a cell that lies below its head already, after which the table has the keys."""
    table = app.find("table", "Runs")
    app.wait(lambda: abs(table.cell(row, column).extents[0] - table.header(column).extents[0]) < 3,
             f"the cells of {column} to lie below its head")
    table.cell(row, column).click()
    app.wait(lambda: table.focused, "the table to have the focus")


def listed(app, name):
    return [item.name for item in app.find("list", name).children()]


def open_panel(app):
    app.find("check box", "Columns").click()
    return app.find("list", "Visible and pinned")


def case_menu_of_a_head():
    """The menu of a head by mouse and by key: pins, unpins, hides and sorts; each is undone."""
    with Desk() as desk:
        app = open_runs(desk)
        table = app.find("table", "Runs")
        until(app, FIELDS, "a new project")
        table.header("Tags").right_click()
        app.menu_item("Pin column")
        until(app, ["Name", "Tags", "State"], "the pinned column to come to the left")
        press_cell(app, 0, "Tags")
        desk.key("Up", "alt+Down")
        desk.shot("column-menu")
        app.menu_item("Unpin column")
        until(app, FIELDS, "it to go back")
        press_cell(app, 0, "Group")
        desk.key("Up", "Right", "Menu")
        app.menu_item("Hide column")
        until(app, [f for f in FIELDS if f != "Job type"], "the head beside it to go")
        press_cell(app, 2, "Runtime")
        app.menu("View", "Column", "Pin column")
        app.wait(lambda: heads(app)[1] == "Runtime", "the column of the current cell to be pinned")
        app.menu("Edit", "Undo columns")
        desk.key("ctrl+z")
        until(app, FIELDS, "both to be undone")
        table.header("Created").right_click()
        app.menu_item("Sort ascending")
        app.find("label", re.compile("^Sorted by Created"))
        table.header("Name").right_click()
        app.menu_item("Sort descending")
        app.find("label", re.compile("^Sorted by Name"))
        assert app.quit() == 0


def case_dots():
    """A head under the pointer has "…", and a click on it opens the menu and sorts nothing."""
    with Desk() as desk:
        app = open_runs(desk)
        head = app.find("table", "Runs").header("Group")
        x, y, w, h = head.extents
        desk.pointer(x + w // 2, y + h // 2)
        desk.pointer(x + w - 13, y + h // 2)
        desk.shot("dots")
        desk.xdo("click", "1")
        app.menu_item("Hide column")
        app.wait(lambda: "Group" not in heads(app), "Group to be hidden")
        app.find("label", "Newest first")
        assert app.quit() == 0


def case_drag_a_head():
    """A head that is dragged stands where it was dropped; a width that is dragged stays; both after the next start."""
    home = tempfile.mkdtemp(prefix="runglass-home-")
    try:
        with Desk(home=home) as desk:
            app = open_runs(desk)
            table = app.find("table", "Runs")
            x, y, _, h = table.header("State").extents
            table.header("Runtime").drag_to(x + 5, y + h // 2)
            expected = ["Name", "Runtime", "State", "Notes", "Tags", "Created", "Group"]
            until(app, expected, "the dragged head to stand first")
            x, y, w, h = table.header("State").extents
            table.header("State").drag_to(x + w + 60, y + h // 2, start=(x + w - 1, y + h // 2))
            app.wait(lambda: table.header("State").extents[2] > w + 40, "a wider column")
            wide = table.header("State").extents[2]
            assert app.quit() == 0
            app = open_runs(desk)
            until(app, expected, "the order of the last time")
            table = app.find("table", "Runs")
            app.wait(lambda: table.header("State").extents[2] == wide, "the width of the last time")
            desk.key("ctrl+z")
            app.menu("View", "Reset view")
            until(app, FIELDS, "the usual order")
            app.wait(lambda: table.header("State").extents[2] < wide, "the usual width")
            x, y, w, h = table.header("State").extents
            desk.pointer(x + w - 1, y + h // 2)
            desk.xdo("click", "--repeat", "2", "--delay", "60", "1")
            app.find("push button", "Undo column width")
            assert app.quit() == 0
    finally:
        shutil.rmtree(home, ignore_errors=True)


def case_pinned_stay():
    """Pinned columns stay at the left while the others are scrolled behind them, by mouse and by key."""
    with Desk() as desk:
        app = open_runs(desk)
        desk.resize(1000, 700)
        table = app.find("table", "Runs")
        table.header("Created").right_click()
        app.menu_item("Pin column")
        until(app, ["Name", "Created", "State"], "a second pinned column")
        before = table.cell(1, "Created").extents
        last = heads(app)[-1]
        table.cell(1, last).click()
        assert table.cell(1, "Created").extents == before, (table.cell(1, "Created").extents, before)
        x, y, w, h = table.cell(1, last).extents
        assert x >= before[0] + before[2], "the last column is not behind the pinned ones"
        desk.shot("pinned-columns-light")
        # A click on a pinned cell is one on that cell, wherever the others are.
        bx, by, bw, bh = table.cell(3, "Created").extents
        desk.pointer(bx + bw // 2, by + bh // 2)
        desk.xdo("click", "1")
        app.wait(lambda: table.selected_rows() == [3], "the row under the pinned cell to be chosen")
        desk.key("Right", "Right")
        state = table.cell(3, "Notes").extents
        assert state[0] >= before[0] + before[2], "the key brings the column out from behind the pinned ones"
        app.menu("View", "Theme", "Dark")
        desk.shot("pinned-columns-dark")
        assert app.quit() == 0


def case_columns_panel():
    """The panel: a click or a key shows, hides, pins and moves; search in three ways; all, none, differing, reset."""
    with Desk() as desk:
        app = open_runs(desk)
        visible = open_panel(app)
        assert check_names(app) == [], check_names(app)
        assert listed(app, "Visible and pinned")[:9] == FIELDS
        assert {"Host name", "Sweep"} <= set(listed(app, "Hidden"))
        desk.shot("columns-panel")
        app.find("list", "Hidden").find("list item", "Host name").click()
        app.wait(lambda: "Host name" in heads(app), "a click to show Host name")
        visible.find("list item", "Notes").click()
        app.wait(lambda: "Notes" not in heads(app) and "Notes" in listed(app, "Hidden"), "a click to hide Notes")
        x, y, w, h = visible.find("list item", "Group").extents
        desk.pointer(x + w - 15, y + h // 2)
        desk.xdo("click", "1")
        until(app, ["Name", "Group", "State"], "its pin to pin Group")
        search = app.find("text", "Search columns")
        search.type("hst", clear=True)
        app.wait(lambda: listed(app, "Visible and pinned") == ["Host name"], "a fuzzy search")
        app.find("combo box", "How to search").choose("Exact")
        app.wait(lambda: listed(app, "Visible and pinned") == [], "an exact search")
        app.find("combo box", "How to search").choose("Regex")
        search.type("^host|^not", clear=True)
        app.wait(lambda: listed(app, "Hidden") == ["Notes"], "a search by regular expression")
        desk.key("End")
        desk.type("(")
        app.find("label", re.compile("^No regular expression"))
        assert listed(app, "Hidden") == ["Notes"], "the last search stays"
        search.type("notes", clear=True)
        app.wait(lambda: listed(app, "Hidden") == ["Notes"], "Notes")
        desk.key("Down", "space")
        app.wait(lambda: "Notes" in heads(app), "Space to show Notes")
        search.type("", clear=True)
        app.wait(lambda: len(listed(app, "Visible and pinned")) > 9, "all columns")
        visible.find("list item", "Name").click()
        desk.key("Down", "Down", "alt+Down")
        until(app, ["Name", "Group", "Notes", "State"], "Alt+Down to move State")
        desk.key("p")
        until(app, ["Name", "Group", "State"], "P to pin it")
        x, y, w, h = visible.find("list item", "Created").extents
        below = visible.find("list item", "Author").extents
        visible.find("list item", "Created").drag_to(x + w // 2, below[1] + h - 3)
        app.wait(lambda: listed(app, "Visible and pinned").index("Created") ==
                 listed(app, "Visible and pinned").index("Author") + 1, "the dragged column to come after Author")
        app.find("push button", "Hide all columns").click()
        app.wait(lambda: heads(app) == ["Name"], "only the name")
        app.find("push button", "Show all columns").click()
        app.wait(lambda: "Exit code" in heads(app) and listed(app, "Hidden") == [], "all columns")
        app.find("check box", "Only columns that differ between these runs").click()
        app.wait(lambda: "Entity" not in heads(app) and "Name" in heads(app), "what is the same to go")
        desk.shot("columns-differing")
        app.find("push button", "Reset columns").click()
        until(app, FIELDS, "Reset")
        desk.key("Escape")
        app.wait(lambda: not app.find_all("list", "Hidden"), "Esc to close the panel")
        app.menu("Edit", "Undo columns")
        app.wait(lambda: "Entity" not in heads(app) and "Exit code" not in FIELDS, "Reset to be undone")
        app.menu("View", "Theme", "Dark")
        open_panel(app)
        desk.shot("columns-panel-dark")
        assert app.quit() == 0


def case_selector_follows():
    """A pinned column stands beside the names in the run selector too."""
    with Desk() as desk:
        app = open_runs(desk)
        table = app.find("table", "Runs")
        last = heads(app)[-1]
        table.cell(0, last).click()
        app.menu("View", "Column", "Pin column")
        until(app, ["Name", last], "the pinned column")
        selector = app.find(TREES, "Run selector")
        app.wait(lambda: last in selector.headers(), "the column in the selector")
        shown = [row[0] for row in table.rows(0, 5, cols=[last])]
        assert [row[0] for row in selector.rows(0, 5, cols=[last])] == shown
        tab(app, "Workspace")
        desk.shot("selector-columns")
        assert app.quit() == 0


if __name__ == "__main__":
    driving.run(globals())
