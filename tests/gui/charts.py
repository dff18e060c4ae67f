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
        head, line = values.splitlines()[:2]
        assert head.split("\t") == ["Run", "Step", "Time", "Value"], values
        assert line.split("\t")[:2] == [entry["name"], "2"], values
        desk.key("shift+Right", "ctrl+c")
        app.wait(lambda: "\t12\t" in desk.clipboard(), desk.clipboard())
        desk.key("Return")
        desk.shot("chart-pinned")
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


def settings(app, *menu):
    """Opens settings by the menu bar."""
    app.menu("Panels", *menu)
    app.find("combo box", "X axis")


def case_panels_by_hand():
    """A workspace that has only the panels that somebody adds, and back; its sections by more of the key."""
    with Desk() as desk:
        app = desk.open(desk.runs / expected("history")["path"])
        before = panel_count(app)
        app.find("push button", "Settings of all panels…").click()
        app.find("check box", "A panel for each metric").click()
        app.find("label", "There are no panels here.")
        assert check_names(app) == [], check_names(app)
        desk.shot("panels-by-hand")
        app.find("check box", "A panel for each metric").click()
        app.wait(lambda: panel_count(app) == before, "the panels to come back")
        app.find("combo box", "Sections by").choose("All but its last part (a/b of a/b/c)")
        assert panel_count(app) == before
        desk.shot("sections-by-more")
        desk.key("Escape")
        app.wait(lambda: not app.find_all("combo box", "Sections by"), "the settings to close")
        app.quit()


def case_chart_settings():
    """Settings of a panel, a section and all panels: axes, smoothing on the slider, a range; Ctrl+Z takes them back."""
    with Desk() as desk:
        app = desk.open(desk.runs / expected("history")["path"])
        chart = app.find(None, "train/loss chart")
        app.wait(lambda: "40 points" in chart.description, chart.description)
        chart.click()
        settings(app, "Settings of the panel…")
        assert check_names(app) == [], check_names(app)
        app.find("combo box", "X axis").choose("Relative time (wall)")
        app.wait(lambda: "X axis: Relative time (wall)" in chart.description, chart.description)
        slider = app.find("slider", "Amount of smoothing")
        slider.click()
        desk.key("End")
        app.wait(lambda: app.find_all("label", re.compile("^smoothed 0.999")), "the panel to say how smooth it is")
        desk.shot("chart-settings")
        other = app.find(None, "train/acc chart")
        assert "Relative time" not in other.description, other.description
        desk.key("Escape")
        app.wait(lambda: not app.find_all("slider", "Amount of smoothing"), "the settings to close")
        chart.click()
        desk.key("ctrl+z")
        app.wait(lambda: not app.find_all("label", re.compile("^smoothed")), "the smoothing to be undone")
        desk.key("ctrl+z")
        app.wait(lambda: "Relative time" not in chart.description, "the axis to be undone")
        settings(app, "Settings of all panels…")
        app.find("combo box", "Y scale").choose("Logarithmic")
        desk.shot("chart-settings-all")
        desk.key("Escape")
        desk.shot("chart-logarithmic")
        app.quit()


def case_chart_export():
    """A panel is exported as a picture, a drawing and data, and copied."""
    with Desk() as desk:
        app = desk.open(desk.runs / expected("history")["path"])
        chart = app.find(None, "train/loss chart")
        app.wait(lambda: "40 points" in chart.description, chart.description)
        chart.click()
        for choice, ending, begin in (("PNG picture, 2×", "png", b"\x89PNG"), ("SVG drawing", "svg", b"<?xml"),
                                      ("PDF drawing", "pdf", b"%PDF"), ("CSV of the points drawn", "csv", b"run,id,Step"),
                                      ("JSON of the points drawn", "json", b"{")):
            app.menu("Panels", "Export…")
            dialog = app.dialog("Export train/loss")
            assert check_names(app) == [], check_names(app)
            dialog.find("combo box", "Format").choose(choice)
            if ending == "png":
                desk.shot("chart-export")
            save = dialog.find("push button", "Save…")
            app.wait(lambda: save.enabled, "the picture to be made")
            save.click()
            path = desk.folder / f"chart.{ending}"
            app.dialog("Save train/loss").find("text", re.compile("^File name")).type(str(path), clear=True, enter=True)
            app.wait(path.exists, f"{path.name} to be written")
            assert path.read_bytes().startswith(begin), path.read_bytes()[:40]
            app.wait(lambda: dialog.find_all("label", re.compile("^Saved as")), "the dialog to say so")
            if ending == "csv":
                assert len(path.read_text().splitlines()) == 41, path.read_text()
                dialog.find("push button", "Copy").click()
                app.wait(lambda: desk.clipboard().startswith("run,id,Step"), "the copy")
            dialog.find("push button", "Close").click()
            app.wait(lambda: not [w for w in app.windows() if w.role == "dialog"], "the dialog to close")
        app.quit()


def case_full_screen():
    """A panel alone beside the list of runs, with its neighbours a key away."""
    with Desk() as desk:
        app = desk.open(desk.runs / expected("history")["path"])
        app.find(None, "train/acc chart").click()
        desk.key("f")
        app.wait(lambda: charts(app) == ["train/acc"], f"one chart: {charts(app)}")
        assert app.find("text", "Search runs").showing
        assert check_names(app) == [], check_names(app)
        desk.key("Next")
        app.wait(lambda: charts(app) == ["train/loss"], "the next panel")
        desk.shot("chart-full-screen")
        app.find("push button", "Previous panel").click()
        app.wait(lambda: charts(app) == ["train/acc"], "the panel before")
        app.find(None, "train/acc chart").click()
        desk.key("Escape", "Escape", "Escape")
        app.wait(lambda: len(charts(app)) > 2, "all panels again")
        app.quit()


def case_panel_sections():
    """Sections are renamed, moved, sorted and added; panels go between them, and the whole is kept and undone."""
    home = tempfile.mkdtemp(prefix="runglass-home-")
    heads = (lambda app: [name[8:] for _, name in sorted(
        (w.extents[1], w.name) for w in app.find_all("push button", re.compile("^Section ")))])
    try:
        with Desk(home=home) as desk:
            app = desk.open(desk.runs / expected("history")["path"])
            app.find(None, "train/loss chart")
            first, second = heads(app)[:2]
            app.find("push button", f"Section {first}").focus()
            desk.key("F2")
            app.find("text", "Name of the section").type("Training", clear=True, enter=True, click=False)
            app.wait(lambda: heads(app)[0] == "Training", f"the name: {heads(app)}")
            app.find("push button", "Section Training").focus()
            desk.key("alt+Down")
            app.wait(lambda: heads(app)[:2] == [second, "Training"], f"the section to move: {heads(app)}")
            app.menu("Panels", "Section", "Sort Z–A")
            app.wait(lambda: section(app, "Training")[:2] == ["train/loss", "train/acc"], "Z–A")
            desk.shot("panel-sections")
            moved = section(app, second)[0]
            x, y = app.find("label", "train/loss").centre()
            app.find("label", moved).drag_to(x + 20, y + 60, steps=20)
            app.wait(lambda: moved in section(app, "Training"), f"the drag: {section(app, 'Training')}")
            desk.key("ctrl+z")
            app.wait(lambda: moved in section(app, second), "the drag to be undone")
            desk.key("ctrl+shift+z")
            app.wait(lambda: moved in section(app, "Training"), "it to be done again")
            app.quit()
            app = desk.open()
            app.wait(lambda: heads(app)[:2] == [second, "Training"], f"what was kept: {heads(app)}")
            app.wait(lambda: moved in section(app, "Training"), "the panel where it was put")
            app.quit()
    finally:
        shutil.rmtree(home, ignore_errors=True)


def case_add_panel():
    """Several metrics in one panel, by choice and by a regular expression; a hidden panel comes back by Quick add."""
    with Desk() as desk:
        app = desk.open(desk.runs / expected("history")["path"])
        app.find(None, "train/loss chart").click()
        app.menu("Panels", "Hide panel")
        app.wait(lambda: "train/loss" not in charts(app), "the panel to go")
        app.find("push button", "Add panel…").click()
        dialog = app.dialog("Add panel")
        assert check_names(app) == [], check_names(app)
        dialog.find("text", "Search metrics").type("train/loss")
        dialog.find("list item", "train/loss").click(at=(10, 8))
        desk.shot("panel-add")
        dialog.find("push button", "A panel each").click()
        app.wait(lambda: "train/loss" in charts(app), "the panel to come back")
        app.find("push button", "Add panel…").click()
        dialog = app.dialog("Add panel")
        dialog.find("text", "Regular expression").type("^train/")
        dialog.find("text", "Title").type("All of train")
        dialog.find("push button", "One panel").click()
        app.wait(lambda: "All of train" in charts(app), f"the new panel: {charts(app)}")
        desk.shot("panel-of-several")
        app.find("text", "Search panels").type("^train/(l|a)", clear=True)
        app.find("label", "No panel matches.")
        app.find(None, "Regular expression for panels").click()
        app.wait(lambda: sorted(charts(app)) == ["train/acc", "train/loss"], f"the pattern: {charts(app)}")
        app.quit()


def case_chart_links():
    """A line is clicked and its run is chosen; the zoom of one chart is that of its neighbours, unless unlinked."""
    with Desk() as desk:
        entry = expected("history")
        app = desk.open(desk.runs)
        driving.go_to(desk, app, entry["run_id"])
        driving.tab(app, "Workspace")
        app.find("text", "Search runs").type(entry["run_id"], clear=True)
        chart = app.find(None, "train/loss chart")
        app.wait(lambda: "1 run" in chart.description and "40 points" in chart.description, chart.description)
        other = app.find(None, "train/acc chart")
        before, after = desk.folder / "before.png", desk.folder / "after.png"
        other.screenshot(before)
        chart.click()
        desk.key("plus", "plus")
        app.wait(lambda: other.screenshot(after) or before.read_bytes() != after.read_bytes(), "the zoom to follow")
        desk.shot("chart-linked")
        app.menu("Panels", "Previous zoom")
        app.menu("Panels", "Reset zoom")
        app.find(None, "Zoom linked").click()
        app.wait(lambda: not app.find(None, "Zoom linked").checked, "the switch")
        app.quit()


def case_chart_baseline():
    """A run is made the baseline by menu and key: list and chart say so, restart keeps it, undo takes it back."""
    home = tempfile.mkdtemp(prefix="runglass-home-")
    try:
        with Desk(home=home) as desk:
            app = desk.open(desk.runs / "seed/wandb")
            chart = app.find(None, "loss chart")
            app.wait(lambda: re.search(r"^[2-9]\d* runs", chart.description), chart.description)
            before, after = desk.folder / "before.png", desk.folder / "after.png"
            selector = app.find(driving.TREES, "Run selector")
            name = re.search(r"values: (.*?): ", chart.description)[1]
            row = next(i for i, cells in enumerate(selector.rows()) if cells[0].startswith(name))
            selector.cell(row).click()
            desk.pointer(4, 4)
            chart.screenshot(before)
            app.menu("Run", "Set as baseline")
            app.wait(lambda: f"{name} (baseline)" in chart.description, chart.description)
            app.wait(lambda: ", baseline" in selector.rows()[row][0], "the list to say so")
            app.wait(lambda: chart.screenshot(after) or before.read_bytes() != after.read_bytes(), "its line to differ")
            desk.shot("chart-baseline")
            desk.key("ctrl+z")
            app.wait(lambda: "baseline" not in chart.description, "it to be taken back")
            desk.key("ctrl+shift+z")
            app.wait(lambda: f"{name} (baseline)" in chart.description, "it to be there again")
            app.quit()
            app = desk.open()
            chart = app.find(None, "loss chart")
            app.wait(lambda: f"{name} (baseline)" in chart.description, f"it to be kept: {chart.description}")
            selector = app.find(driving.TREES, "Run selector")
            row = next(i for i, cells in enumerate(selector.rows()) if ", baseline" in cells[0])
            selector.cell(row).right_click()
            app.menu_item("Remove baseline")
            app.wait(lambda: "baseline" not in chart.description, "it to be removed")
            app.quit()
    finally:
        shutil.rmtree(home, ignore_errors=True)


def case_chart_box():
    """Ctrl and drag over lines selects their runs and says how many; so does a choice by value."""
    with Desk() as desk:
        app = desk.open(desk.runs / "seed/wandb")
        chart = app.find(None, "loss chart")
        app.wait(lambda: re.search(r"^[2-9]\d* runs", chart.description), chart.description)
        runs = int(chart.description.split()[0])
        x, y, width, height = chart.extents
        # From the right and the bottom, over the axes: a run of one point stands on the axis.
        desk.pointer(x + width - 40, y + height - 24)
        desk.xdo("keydown", "ctrl", "mousedown", "1")
        desk.pointer(x + width // 2, y + height // 2)
        desk.pointer(x + 4, y + 4)
        desk.shot("chart-box-drawn")
        desk.xdo("mouseup", "1", "keyup", "ctrl")
        app.find("label", f"{runs} runs selected. {runs} in all.")
        desk.shot("chart-box")
        app.menu("Edit", "Clear selection")
        chart.click()
        app.menu("Panels", "Select runs by value…")
        dialog = app.dialog("Select runs by value")
        assert check_names(app) == [], check_names(app)
        dialog.find("spin button", "Number of runs").type("1", clear=True)
        dialog.find("label", re.compile("^1 run: "))
        desk.shot("chart-by-value")
        dialog.find("push button", "Select").click()
        app.find("label", "1 run selected. 1 in all.")
        app.quit()


if __name__ == "__main__":
    driving.run(globals())
