#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Panels of other kinds than lines, driven: panels.py PROGRAM FIXTURES [CASE…] (see desk.py)."""
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import desk as driving  # noqa: E402
from desk import Desk, check_names, expected  # noqa: E402


def add_panel(desk, app, kind, fill, checks=True):
    """Add panel…, a kind from the list, its page as fill does it."""
    app.find("push button", "Add panel…").click()
    dialog = app.dialog("Add panel")
    dialog.find("list item", kind).click()
    fill(dialog)
    if checks:
        assert check_names(app) == [], check_names(app)
    desk.shot(f"add-{kind.split()[0].lower()}")
    dialog.find("push button", "Add").click()
    app.wait(lambda: not [w for w in app.windows() if w.role == "dialog"], "the dialog to close")


def choose(desk, dialog, box, column):
    """A column by typing its name."""
    dialog.find("text", box).type(column, clear=True)
    desk.key("Tab")


def listed(app):
    """How many runs the selector says there are."""
    return int(re.match(r"\d+", app.find("label", re.compile(r"^\d+( of \d+)? runs?( shown)?")).name)[0])


def plot(app, name):
    found = app.find("filler", name)
    app.wait(lambda: "Reading" not in found.description and found.description, f"{name}: {found.description}")
    return found


def case_panel_scatter():
    """A scatter plot is added, read by key, chosen from, shown as a table, exported, and taken off again."""
    with Desk() as desk:
        app = desk.open(desk.runs)
        app.find(None, re.compile(" chart$"), nth=0)

        def fill(dialog):
            choose(desk, dialog, "X axis", "Created")
            choose(desk, dialog, "Y axis", "Duration")
            choose(desk, dialog, "Colour", "State")

        add_panel(desk, app, "Scatter plot", fill)
        app.find("text", "Search panels").type("Duration over", clear=True)
        points = plot(app, "Duration over Created scatter plot")
        count = int(re.match(r"\d+", points.description)[0])
        assert count > 3, points.description
        assert "Colours show State" in points.description, points.description
        points.click()
        desk.key("Home")
        app.wait(lambda: app.find_all(None, re.compile(r", Created .*, Duration ")), "the values of a point")
        desk.shot("scatter")
        desk.key("f")
        app.find("push button", "Leave full screen")
        desk.shot("scatter-full")
        desk.key("Escape")
        app.menu("Panels", "Show data")
        table = app.find("table", "Duration over Created data")
        app.wait(lambda: table.n_rows == count, f"{table.n_rows} rows")
        desk.shot("scatter-table")
        desk.key("Escape")
        app.menu("Panels", "Export…")
        app.dialog("Export Duration over Created")
        assert check_names(app) == [], check_names(app)
        desk.shot("scatter-export")
        desk.key("Escape")
        plot(app, "Duration over Created scatter plot").click()
        desk.key("Home", "ctrl+Return")
        app.wait(lambda: not app.find_all("filler", "Duration over Created scatter plot"), "the run to open")
        driving.tab(app, "Workspace")
        app.menu("Panels", "Remove panel")
        app.wait(lambda: not app.find_all("filler", "Duration over Created scatter plot"), "the panel to go")
        app.quit()


def case_panel_bars():
    """Bars, light and dark, of runs and of groups."""
    with Desk() as desk:
        app = desk.open(desk.runs)
        app.find(None, re.compile(" chart$"), nth=0)
        add_panel(desk, app, "Bar chart", lambda dialog: choose(desk, dialog, "Column", "Duration"))
        app.find("text", "Search panels").type("Duration", clear=True)
        bars = plot(app, "Duration bar chart")
        assert "Duration of each" in bars.description, bars.description
        bars.click()
        desk.key("Home", "Down")
        desk.shot("bars")
        desk.key("f")
        app.find("push button", "Leave full screen")
        desk.shot("bars-full")
        app.menu("View", "Theme", "Dark")
        desk.shot("bars-dark")
        desk.key("Escape")
        app.quit()


def case_panel_parallel():
    """Parallel coordinates: an interval filters the runs, by pointer and by key, and goes again."""
    with Desk() as desk:
        app = desk.open(desk.runs)
        app.find(None, re.compile(" chart$"), nth=0)

        def fill(dialog):
            for column in ("Created", "State", "Duration"):
                choose(desk, dialog, "Column of a new axis", column)
                dialog.find("push button", "Add axis").click()
            app.wait(lambda: dialog.find("list", "Axes, from left to right").n_children == 3, "three axes")

        add_panel(desk, app, "Parallel coordinates", fill)
        app.find("text", "Search panels").type("Runs by", clear=True)
        lines = plot(app, "Runs by Duration parallel coordinates")
        count = int(re.match(r"\d+", lines.description)[0])
        lines.click()
        desk.key("f")
        app.find("push button", "Leave full screen")
        lines = plot(app, "Runs by Duration parallel coordinates")
        desk.shot("parallel")
        desk.key("b")
        dialog = app.dialog("Filter by an axis")
        assert check_names(app) == [], check_names(app)
        dialog.find("combo box", "Axis").click()
        desk.key("End", "Return")
        dialog.find("text", "From").type("1")
        desk.shot("parallel-ask")
        dialog.find("push button", "Filter").click()
        app.wait(lambda: int(re.match(r"\d+", lines.description)[0]) < count, f"fewer runs: {lines.description}")
        assert "Filtered by Duration" in lines.description, lines.description
        desk.shot("parallel-brushed")
        lines.click()
        desk.key("Delete")
        app.wait(lambda: lines.description.startswith(f"{count} "), f"all runs: {lines.description}")
        desk.key("Escape")
        app.quit()


def case_panel_histogram():
    """Histograms over steps, and the exact counts of a cell."""
    with Desk() as desk:
        app = desk.open(desk.runs / expected("media")["path"])
        app.find(None, re.compile(" chart$"), nth=0)
        add_panel(desk, app, "Histograms over steps", lambda dialog: dialog.find("combo box", "Metric"))
        app.find("text", "Search panels").type("hist", clear=True)
        cells = plot(app, "hist histograms")
        assert "3 histograms of hist" in cells.description, cells.description
        cells.click()
        desk.key("Home", "Right")
        app.wait(lambda: app.find_all(None, re.compile(r"^Step 1, From .*, Count \d")), "the counts of a cell")
        desk.shot("histogram")
        desk.key("f")
        app.find("push button", "Leave full screen")
        desk.shot("histogram-full")
        app.quit()


def fill_scatter(desk, dialog):
    choose(desk, dialog, "X axis", "Created")
    choose(desk, dialog, "Y axis", "Duration")
    dialog.find("check box", "Frontier").click()


def fill_parallel(desk, dialog):
    for column in ("Created", "Duration"):
        choose(desk, dialog, "Column of a new axis", column)
        dialog.find("push button", "Add axis").click()


# A panel of each kind that bodies.py does not start anew: its page, what finds it (beside others), what is seen of it, and
# what that says of itself.
KINDS = (
    ("Scatter plot", fill_scatter, "Duration", "filler", "Duration over Created scatter plot", "on the frontier"),
    ("Bar chart", lambda desk, dialog: choose(desk, dialog, "Column", "Duration"), "Duration", "filler",
     "Duration bar chart", "its Duration"),
    ("Parallel coordinates", fill_parallel, "Duration", "filler", "Runs by Duration parallel coordinates", "1 run over"),
    ("Histograms over steps", lambda desk, dialog: dialog.find("combo box", "Shown as").choose(
        "Percentiles: bands from min to max"), "hist", "filler", "hist histograms", "Percentiles of 3 histograms"),
    ("Run comparer", None, "Run comparer", "check box", "Differences only", ""),
)


def panel_count(app):
    """Of the whole workspace; the labels of sections say fewer."""
    return max(int(label.name.split()[0]) for label in app.find_all("label", re.compile(r"^\d+ panels$")))


def looked_for(app):
    """Finds each of them, and what it says of itself; @return their heights."""
    heights, before = {}, None
    for kind, _, search, role, name, description in KINDS:
        if search != before:
            app.find("text", "Search panels").type(search, clear=True)
        before = search
        found = app.find(role, name)
        app.wait(lambda found=found: description in found.description, f"{kind}: {found.description}")
        heights[kind] = found.extents[3]
    return heights


def case_bodies_kept():
    """A panel of five kinds is added, one made taller, all of it taken back, brought again and there after a start."""
    with Desk() as desk:
        app = desk.open(desk.runs / expected("media")["path"])
        app.find(None, re.compile(" chart$"), nth=0)
        few = panel_count(app)
        for kind, fill, *_ in KINDS:
            add_panel(desk, app, kind, lambda dialog, fill=fill: fill and fill(desk, dialog), checks=False)
            if kind == "Scatter plot":
                points = plot(app, "Duration over Created scatter plot")
                low = points.extents[3]
                points.click()
                app.menu("Panels", "Size", "Taller")
                app.wait(lambda: points.extents[3] > low, "a taller panel")
        app.wait(lambda: panel_count(app) == few + len(KINDS), "all of them")
        desk.shot("kept-all")
        high = points.extents[3]
        app.find("filler", "Duration bar chart").focus()
        steps = 1 + len(KINDS)
        desk.key(*["ctrl+z"] * steps)
        app.wait(lambda: panel_count(app) == few, "none of them")
        desk.key(*["ctrl+shift+z"] * steps)
        app.wait(lambda: panel_count(app) == few + len(KINDS), "all of them again")
        app.quit()
        app = desk.open(desk.runs / expected("media")["path"])
        app.wait(lambda: panel_count(app) == few + len(KINDS), "all of them still")
        assert looked_for(app)["Scatter plot"] == high
        app.quit()


def case_panels_japanese():
    """The same in Japanese and dark: nothing is left in English."""
    with Desk() as desk:
        app = desk.launch([driving.PROGRAM, str(desk.runs)], env={"LC_ALL": "ja_JP.UTF-8", "LANGUAGE": "ja"})
        app.wait(lambda: app.find_all("label", re.compile("件の run を読み込みました")), "the Japanese status", 30)
        app.menu("表示(V)", "テーマ", "ダーク")
        app.find("push button", "パネルを追加…").click()
        app.dialog("パネルを追加")
        for kind in app.find("list", "パネルの種類").children():
            kind.click()
            desk.shot(f"japanese-{kind.name}")
        assert check_names(app) == [], check_names(app)
        app.quit()


if __name__ == "__main__":
    driving.run(globals())
