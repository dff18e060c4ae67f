#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The charts of the Workspace, driven: charts.py PROGRAM FIXTURES [CASE…] (see desk.py)."""
import os
import re
import shutil
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import desk as driving  # noqa: E402
from desk import Desk, check_names, expected  # noqa: E402

CHART = re.compile(" chart$")


def charts(app):
    """Names of the charts in view, from left to right and down."""
    found = app.find_all("filler", CHART)
    return [w.name[:-6] for w in sorted(found, key=lambda w: (w.extents[1], w.extents[0]))]


def panel_count(app):
    """How many panels there are; the heads of sections have counts of their own."""
    app.wait(lambda: app.find_all("label", re.compile(r"^\d+ panels$")), "the panels")
    return int(app.find("label", re.compile(r"^\d+ panels$"), nth=0).name.split()[0])


def section(app, name):
    """Names of a section's charts in view: those between its head and the next one."""
    heads = sorted((w.extents[1], w.name) for w in app.find_all("push button", re.compile("^Section ")))
    top = next(y for y, head in heads if head == f"Section {name}")
    bottom = min([y for y, _ in heads if y > top], default=10000)
    found = [w for w in app.find_all("filler", CHART) if top < w.extents[1] < bottom]
    return [w.name[:-6] for w in sorted(found, key=lambda w: (w.extents[1], w.extents[0]))]


def case_chart_menu():
    """The context menu of a chart, by pointer and by key, again and again, and its twin in the menu bar."""
    with Desk() as desk:
        app = desk.open(desk.runs / "seed/wandb")
        chart = app.find(None, "loss chart")
        points = int(re.search(r"(\d+) points", chart.description)[1])
        for open_menu in (chart.right_click, app.find("push button", "Menu of loss").click,
                          lambda: (chart.click(), desk.key("Menu")), chart.right_click):
            open_menu()
            app.menu_item("Show data")
            table = app.find("table", "loss data")
            assert table.n_rows == points, (table.n_rows, points)
            assert check_names(app) == [], check_names(app)
            desk.key("Escape")
            app.wait(lambda: not app.find_all("table", "loss data"), "the table to close")
        chart.click()
        app.menu("Panels", "Show data")
        app.find("table", "loss data")
        desk.key("ctrl+a", "ctrl+c")
        copied = desk.clipboard().splitlines()
        assert len(copied) == points + 1, copied[:3]
        app.quit()


def case_panel_search():
    """Search panels narrows the panels and says how many are left; Esc brings them back."""
    with Desk() as desk:
        app = desk.open(desk.runs / expected("history")["path"])
        app.find(None, "train/loss chart")
        every = panel_count(app)
        search = app.find("text", "Search panels")
        search.type("NESTED", clear=True)
        app.wait(lambda: charts(app) and all("nested" in name for name in charts(app)), "panels with nested")
        count = app.find("label", re.compile(rf"^\d+ of {every} panels$"))
        assert int(count.name.split()[0]) == len(charts(app)), (count.name, charts(app))
        search.type("no such panel", clear=True)
        app.find("label", "No panel matches.")
        assert check_names(app) == [], check_names(app)
        search.click()
        desk.key("Escape")
        app.wait(lambda: "train/loss" in charts(app), "all panels again")
        app.quit()


def case_panel_order():
    """Panels are moved by dragging their title and by Alt with an arrow; the order outlives the window."""
    home = tempfile.mkdtemp(prefix="runglass-home-")
    try:
        with Desk(home=home) as desk:
            app = desk.open(desk.runs / expected("history")["path"])
            app.find(None, "train/loss chart")
            assert section(app, "train")[:2] == ["train/acc", "train/loss"], section(app, "train")
            app.find(None, "train/acc chart").click()
            desk.key("alt+Right")
            app.wait(lambda: section(app, "train")[:2] == ["train/loss", "train/acc"], "Alt+Right to move it")
            desk.key("alt+Left")
            app.wait(lambda: section(app, "train")[:2] == ["train/acc", "train/loss"], "Alt+Left to move it back")
            app.menu("Panels", "Move right")
            app.wait(lambda: section(app, "train")[:2] == ["train/loss", "train/acc"], "the menu to move it")
            nested = section(app, "val")
            first, last = app.find("label", nested[0]), app.find("label", nested[2])
            x, y = last.centre()
            first.drag_to(x + 20, y, steps=20)
            app.wait(lambda: section(app, "val") == nested[1:] + nested[:1], f"the drag: {section(app, 'val')}")
            app.find("push button", "Section train").click()
            app.wait(lambda: section(app, "train") == [], "the section to fold")
            app.quit()
            app = desk.open()
            app.wait(lambda: section(app, "val") == nested[1:] + nested[:1], "the order of before")
            assert section(app, "train") == []
            app.menu("Panels", "Expand all sections")
            app.wait(lambda: section(app, "train")[:2] == ["train/loss", "train/acc"], "that of the folded one too")
            app.quit()
    finally:
        shutil.rmtree(home, ignore_errors=True)


def case_chart_values():
    """Values are read off a chart by pointer and by key, and copied."""
    with Desk() as desk:
        entry = expected("history")
        app = desk.open(desk.runs / entry["path"])
        chart = app.find(None, "train/loss chart")
        app.wait(lambda: "40 points" in chart.description, chart.description)
        before = desk.folder / "before.png"
        chart.screenshot(before)
        x, y = chart.centre()
        desk.pointer(x, y)
        after = desk.folder / "after.png"
        app.wait(lambda: chart.screenshot(after) or before.read_bytes() != after.read_bytes(), "the values to show")
        desk.shot("chart-hover")
        chart.click()
        desk.key("Home", "Right", "Right", "ctrl+c")
        values = desk.clipboard()
        assert re.search(r"Step\s+2\b", values) and entry["name"] in values, values
        desk.key("shift+Right", "ctrl+c")
        assert re.search(r"Step\s+12\b", desk.clipboard()), desk.clipboard()
        desk.key("Escape")
        app.quit()


def case_panels_in_view():
    """Only panels in view are there; the others come while one scrolls."""
    with Desk() as desk:
        app = desk.open(desk.runs)
        every = panel_count(app)
        app.wait(lambda: charts(app), "charts")
        first = charts(app)
        assert every > 30 and len(first) < every / 2, (every, len(first))
        x, y, width, height = app.find("filler", re.compile(" chart$"), nth=0).extents
        desk.pointer(x + width // 2, y + height // 2)
        seen = set(first)
        for _ in range(60):
            desk.xdo("click", "--repeat", "5", "--delay", "5", "5")
            now = charts(app)
            assert len(now) < every / 2, len(now)
            seen.update(now)
            if now and len(seen) >= every:
                break
        assert len(seen) == every, (len(seen), every)
        app.quit()


if __name__ == "__main__":
    driving.run(globals())
