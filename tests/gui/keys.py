#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Without a pointer: every tab and dialog by key, and by what a screen reader is told. keys.py PROGRAM FIXTURES [CASE…]"""
import os
import re
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import desk as driving  # noqa: E402
from desk import Desk, TABS, TREES, check_names, expected, field  # noqa: E402


def focused(app):
    """(role, name) of what has the focus; of a cell, its table."""
    # Qt says of the tab that is shown that it has the focus, wherever that is.
    found = [(role, name) for _, _, role, name, states in app.tree() if "focused" in states and role != "page tab"]
    # What scrolls in a view has the focus when the view has it.
    if len(found) > 1 and found[-1] == ("filler", ""):
        found.pop()
    return found[-1] if found else None


def wait_focus(app, name, why):
    app.wait(lambda: (focused(app) or ("", ""))[1] == name, f"{why}: {name} to have the focus, not {focused(app)}")


def walk(tabs):
    """Ctrl+1…6, F6 and Tab reach everything; nothing that takes the focus is without a name or out of sight."""
    with Desk() as desk:
        app = desk.open(desk.runs)
        for number, name in enumerate(TABS, 1):
            if name not in tabs:
                continue
            # One that has something to show there.
            run = expected("console" if name == "Logs" else "artifacts")
            driving.go_to(desk, app, run["run_id"])
            app.wait(lambda: field(app, "Name") == run["name"], "the run")
            desk.key(f"ctrl+{number}")
            app.wait(lambda: "focused" in app.find("page tab", name).states, f"Ctrl+{number} to show {name}")
            panes = []
            for _ in range(6):
                desk.key("F6")
                time.sleep(0.1)
                panes.append(focused(app))
            assert None not in panes, (name, panes)
            names = [pane[1] for pane in panes]
            for pane in ("Projects", "Search runs", "Run selector"):
                assert pane in names, (name, pane, names)
            assert len(set(panes)) >= 5, (name, panes)
            here = focused(app)
            desk.key("F6", "shift+F6")
            app.wait(lambda: focused(app) == here, f"Shift+F6 to go back to {here} on {name}")
            stops = []
            for _ in range(60):
                desk.key("Tab")
                stop = focused(app)
                assert stop is not None and stop[1], (name, stops[-3:], stop)
                if stops and stop == stops[0]:
                    break
                stops.append(stop)
            assert len(stops) > 6, (name, stops)
            if name == "Overview":
                order = [stop[1] for stop in stops + stops]
                order = order[order.index("State"):]
                wanted = ("State", "Run path", "Copy run path", "Tags", "Description", "Search config", "Config",
                          "Search summary", "Artifact Outputs", "2 problems", "Go to run", "Projects", "Run selector")
                places = [order.index(stop) for stop in wanted]
                assert places == sorted(places), order
            assert check_names(app) == [], (name, check_names(app))
        app.quit()


def case_keys_walk():
    walk(TABS[:2])


def case_keys_walk_overview():
    walk(TABS[2:3])


def case_keys_walk_files():
    walk(TABS[3:])


def case_keys_runs():
    """The table of runs without a pointer: move, sort, open, come back, hide in charts."""
    with Desk() as desk:
        app = desk.open(desk.runs / "small/wandb")
        desk.key("ctrl+2")
        table = app.find("table", "Runs")
        for _ in range(7):
            desk.key("F6")
            if focused(app) == ("table", "Runs"):
                break
        desk.key("Home", "Down", "Down")
        name = table.row(2)[0]
        app.wait(lambda: table.selected_rows() == [2], f"row 2, not {table.selected_rows()}")
        desk.key("Return")
        app.wait(lambda: field(app, "Name") == name, "Enter to open the run")
        desk.key("alt+Left")
        app.find("table", "Runs")
        desk.key("alt+Down")
        desk.key("ctrl+3")
        following = table.row(3)[0] if table.showing else None
        app.wait(lambda: field(app, "Name") != name, "Alt+Down to choose the next run")
        assert following is None or field(app, "Name") == following
        desk.key("v")
        app.find("label", "7 of 8 shown in charts", nth=0)
        desk.key("v")
        app.find("label", "8 of 8 shown in charts", nth=0)
        desk.key("ctrl+shift+r")
        wait_focus(app, "Search runs", "Ctrl+Shift+R")
        desk.type("small-00")
        app.wait(lambda: app.find(TREES, "Run selector").n_rows < 8, "the search")
        desk.key("Escape")
        app.wait(lambda: app.find(TREES, "Run selector").n_rows == 8, "Esc to empty it")
        app.quit()


def case_keys_filter():
    """The filter without a pointer: write it, go over its parts, change and remove a line."""
    with Desk() as desk:
        app = desk.open(desk.runs / "small/wandb")
        desk.key("ctrl+2")
        table = app.find("table", "Runs")

        def lists(count):
            app.wait(lambda: table.n_rows == count, f"{count} runs, not {table.n_rows}")

        desk.key("ctrl+shift+f")
        wait_focus(app, "Filter expression", "Ctrl+Shift+F")
        desk.type("config.idx < 7 ")
        lists(5)
        desk.type("and tags = t")
        desk.key("ctrl+space", "Down", "Up", "Escape")
        desk.key("Return")
        lists(0)
        desk.key("ctrl+a")
        desk.type("config.idx < 7")
        lists(5)
        desk.key("Escape")
        walked = []
        for _ in range(8):
            desk.key("shift+Tab")
            time.sleep(0.05)
            walked.insert(0, focused(app)[1])
        assert walked == ["Where", "idx", "<", "Value", "Remove this condition", "Add filter", "Add group",
                          "Clear filter"], walked
        desk.key("Tab", "space")
        app.wait(lambda: [item for item in app.popups_items() if item.name == "idx"], "the list of columns")
        desk.key("l", "Return")
        text = app.find("text", "Filter expression")
        app.wait(lambda: text.text == "config.lr < 7", f"another column, not {text.text}")
        desk.key("Tab", "Down", "Tab", "ctrl+a")
        desk.type("0.2")
        app.wait(lambda: text.text == "config.lr ≤ 0.2", f"another operator and value, not {text.text}")
        lists(3)
        desk.key("Tab", "space")
        lists(8)
        app.wait(lambda: focused(app) == ("push button", "Add filter"), f"the focus to stay near, not at {focused(app)}")
        desk.key("space")
        wait_focus(app, "Value", "Add filter")
        desk.type("small-003 dusty-delta")
        desk.key("Return")
        app.wait(lambda: text.text.startswith("name = "), "the line to be written")
        desk.key("ctrl+shift+f")
        app.wait(lambda: focused(app) == ("table", "Runs"), "the table to have the focus when the filter closes")
        assert check_names(app) == [], check_names(app)
        app.quit()


def case_keys_choose():
    """The table without a pointer: first, last, by name; all, none; the menu of a run."""
    with Desk() as desk:
        app = desk.open(desk.runs / "small/wandb")
        desk.key("ctrl+2")
        table = app.find("table", "Runs")
        for _ in range(7):
            desk.key("F6")
            if focused(app) == ("table", "Runs"):
                break
        desk.key("End")
        app.wait(lambda: table.selected_rows() == [7], "End to choose the last")
        desk.key("Home")
        app.wait(lambda: table.selected_rows() == [0], "Home to choose the first")
        desk.type("small-003")
        wanted = next(i for i, (name,) in enumerate(table.rows(cols=["Name"])) if name.startswith("small-003"))
        app.wait(lambda: table.selected_rows() == [wanted], "the run that is typed")
        desk.key("ctrl+a")
        app.find("label", "8 selected")
        desk.key("Escape")
        app.wait(lambda: not app.find_all("label", "8 selected"), "Esc to clear the selection")
        desk.key("shift+Down", "space")
        app.find("label", "2 selected")
        both = [row[0] for row in table.rows(wanted, wanted + 2, cols=["Name"])]
        desk.key("Menu")
        app.menu_item("Pin to top")
        app.wait(lambda: [row[0] for row in table.rows(0, 2, cols=["Name"])] == both, "both to stand on top")
        desk.key("Menu")
        app.menu_item("Unpin")
        app.wait(lambda: [row[0] for row in table.rows(0, 2, cols=["Name"])] != both, "both to go back")
        desk.key("Escape")
        app.wait(lambda: not app.find_all("label", "2 selected"), "Esc to clear the selection")
        app.wait(lambda: focused(app) == ("table", "Runs"), "the table to keep the focus")
        app.quit()


def case_keys_dialogs():
    """Every dialog opens by key, has a name for everything, and Esc closes it."""
    with Desk() as desk:
        app = desk.open(desk.runs)
        desk.key("ctrl+g")
        app.dialog("Go to run").find("text").type(expected("console")["run_id"], clear=True, enter=True)
        app.wait(lambda: field(app, "Name") == expected("console")["name"], "a run")

        def visit(title, *keys):
            desk.key(*keys)
            dialog = app.dialog(title)
            assert check_names(app) == [], (title, check_names(app))
            desk.shot("dialog-" + re.sub(r"\W+", "-", title or "files").lower())
            desk.key("Escape")
            app.wait(lambda: not [w for w in app.windows() if w.role != "frame"], f"Esc to close {title}")
            return dialog

        visit("Go to run", "ctrl+g")
        visit("Keyboard shortcuts", "F1")
        visit("Open folder", "ctrl+o")
        desk.key("F1")
        keys = app.find("table", "Keyboard shortcuts")
        listed = {row[1]: row[2] for row in keys.rows()}
        for command, key in (("Go to run", "Ctrl+G"), ("Workspace", "Ctrl+1"), ("Artifacts", "Ctrl+6"),
                             ("Next pane", "F6"), ("Refresh", "F5")):
            assert listed.get(command) == key, (command, listed)
        desk.key("Escape")
        app.wait(lambda: not [w for w in app.windows() if w.role != "frame"], "the list to close")
        for path, title in ((("View", "What could not be read…"), "What could not be read"),
                            (("Help", "About Runglass"), "About Runglass")):
            app.menu(*path)
            app.dialog(title)
            assert check_names(app) == [], (title, check_names(app))
            desk.key("Escape")
            app.wait(lambda: not [w for w in app.windows() if w.role != "frame"], f"Esc to close {title}")
        desk.key("ctrl+4")
        app.find("push button", "Download").click()
        app.dialog("Download log")
        assert check_names(app) == [], check_names(app)
        desk.key("Escape")
        app.quit()


if __name__ == "__main__":
    driving.run(globals())
