#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Groups of runs: grouping.py PROGRAM FIXTURES [CASE…] (see desk.py)."""
import os
import re
import shutil
import statistics
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import desk as driving  # noqa: E402
from desk import Desk, EXPECTED, PROGRAM, TREES, check_names, tab, tool_tip  # noqa: E402

RUNS = [e for e in EXPECTED if e["scenario"] == "small"]


def names(app):
    table = app.find("table", "Runs")
    return [row[0] for row in table.rows(0, table.n_rows, cols=["Name"])]


def count(app):
    return app.find("label", re.compile(r"^\d+( of \d+)? runs?( in \d+ groups?)?(, \d+ selected)?$")).name


def heads(app):
    """Values of the groups in the table with the number of their runs."""
    found = [re.fullmatch(r"[^:]+: (.*), (\d+) runs?, (expanded|collapsed)", name) for name in names(app)]
    return {head[1]: int(head[2]) for head in found if head}


def by(key):
    """How many runs have each value of a key of the config."""
    groups = {}
    for run in RUNS:
        value = run["config"].get(key)
        groups[value] = groups.get(value, 0) + 1
    return {f"{value:g}": number for value, number in groups.items()}


def open_runs(desk, **options):
    app = desk.open(desk.runs / "small/wandb", **options)
    tab(app, "Runs")
    return app


def choose_key(desk, app, key):
    """Groups by a column too, as somebody who knows its name."""
    if not app.find_all("list", "Columns to group by"):
        desk.key("ctrl+shift+g")
    app.find("text", "Search columns to group by")
    desk.type(key)
    desk.key("Return")


def case_group_by():
    """A column is found and added by keys; heads stand in table and selector, fold, and tick their runs."""
    with Desk() as desk:
        app = open_runs(desk)
        before = names(app)
        choose_key(desk, app, "bs")
        app.wait(lambda: heads(app) == by("bs"), f"{by('bs')}")
        assert check_names(app) == [], check_names(app)
        desk.shot("group_popover")
        desk.key("Escape")
        app.wait(lambda: not app.find_all("list", "Columns to group by"), "Esc to close it")
        groups = len(by("bs"))
        assert count(app) == f"{len(RUNS)} runs in {groups} groups", count(app)
        table, selector = app.find("table", "Runs"), app.find(TREES, "Run selector")
        assert table.n_rows == len(RUNS) + groups
        assert selector.n_rows >= min(table.n_rows, groups), selector.n_rows
        desk.shot("grouped")
        size = list(heads(app).values())[0]
        table.cell(0, "State").click()
        desk.key("space")
        app.find("label", f"{size} selected")  # of the bar that comes with ticks
        assert count(app).endswith(f", {size} selected"), count(app)
        desk.key("Return")
        app.wait(lambda: table.n_rows == len(RUNS) + groups - size, "Enter to fold the group")
        assert count(app).endswith(f", {size} selected"), count(app)
        desk.key("ctrl+z")
        app.wait(lambda: table.n_rows == len(RUNS) + groups, "undo to unfold it")
        app.menu("View", "Theme", "Dark")
        desk.shot("grouped_dark")
        app.menu("View", "Groups", "Collapse all groups")
        app.wait(lambda: table.n_rows == groups, "the heads only")
        desk.shot("folded")
        app.menu("View", "Groups", "Expand all groups")
        app.wait(lambda: table.n_rows == len(RUNS) + groups, "all of it")
        app.menu("View", "Groups", "Remove grouping")
        app.wait(lambda: names(app) == before, "the runs as before")
        assert app.quit() == 0


def case_group_numbers():
    """Cells of a group tell the mean and deviation of all its runs, and the rest on hover and to who walks by keys."""
    with Desk() as desk:
        app = open_runs(desk)
        choose_key(desk, app, "bs")
        desk.key("Escape")
        table = app.find("table", "Runs")
        app.menu("View", "Groups", "Collapse all groups")
        app.wait(lambda: table.n_rows == len(by("bs")), "the heads only")
        value = list(heads(app))[0]
        rates = [run["config"]["lr"] for run in RUNS if f"{run['config']['bs']:g}" == value]
        mean = statistics.mean(rates)
        cell = table.cell(0, "lr")
        app.wait(lambda: table.cell(0, "lr").name, "the mean")
        shown = table.cell(0, "lr").name.split(" ± ")
        assert abs(float(shown[0]) - mean) <= abs(mean) * 1e-3, (shown, mean)
        if len(rates) > 1:
            deviation = statistics.stdev(rates)
            assert abs(float(shown[1]) - deviation) <= max(deviation * 1e-3, 1e-12), (shown, deviation)
        said = table.cell(0, "lr").description
        for line in (f"Runs with a value: {len(rates)} of {len(rates)}", "Mean ± std: ", "Median: ", "Min: ", "Max: "):
            assert line in said, said
        assert "Median" in tool_tip(desk, app, cell.scroll().centre(), re.compile("Median"))
        desk.shot("group_numbers")
        table.cell(0, "State").click()
        desk.key("Right")
        desk.shot("group_numbers_by_key")
        assert app.quit() == 0


def case_group_several():
    """Columns are dragged, moved and taken out as chips; a menu over a head is about its group."""
    with Desk() as desk:
        app = open_runs(desk)
        choose_key(desk, app, "bs")
        desk.type("state")
        desk.key("Return")

        def keys():
            return [item.name for item in app.find("list", "Grouped by").children()]
        app.wait(lambda: keys() == ["1. bs", "2. State"], "two keys")
        desk.shot("two_keys")
        app.find("list", "Grouped by").children()[1].click()
        desk.key("alt+Left")
        app.wait(lambda: keys() == ["1. State", "2. bs"], "State to go first")
        first, second = app.find("list", "Grouped by").children()
        x, y, _, height = first.extents
        second.drag_to(x + 2, y + height // 2)
        app.wait(lambda: keys() == ["1. bs", "2. State"], "bs to be dragged to the front")
        app.find("list", "Grouped by").children()[1].click()
        desk.key("Delete")
        app.wait(lambda: keys() == ["1. bs"], "State to go")
        desk.key("Escape")
        app.wait(lambda: heads(app) == by("bs"), "one level")
        table = app.find("table", "Runs")
        table.cell(0, "State").click(button=3)
        app.menu_item("Collapse group")
        app.wait(lambda: "collapsed" in names(app)[0], "the group to fold")
        table.cell(0, "State").click(button=3)
        app.menu_item("Hide in charts")
        size = list(heads(app).values())[0]
        app.find("status bar").find("label", f"{len(RUNS) - size} of {len(RUNS)} shown in charts")
        assert app.quit() == 0


def case_group_keep():
    """Groups and what is folded are there again after the next start, and can be undone step by step."""
    home = tempfile.mkdtemp(prefix="runglass-home-")
    try:
        with Desk(home=home) as desk:
            app = open_runs(desk)
            before = names(app)
            choose_key(desk, app, "bs")
            desk.key("Escape")
            app.wait(lambda: heads(app) == by("bs"), "groups")
            app.find("table", "Runs").cell(0, "State").click()
            desk.key("Return")
            app.wait(lambda: "collapsed" in names(app)[0], "the first to fold")
            folded = names(app)
            assert app.quit() == 0
            app = open_runs(desk)
            app.wait(lambda: names(app) == folded, "the groups of the last time")
            app.menu("View", "Reset view")
            app.wait(lambda: names(app) == before, "Reset view to take them away")
            app.menu("Edit", "Undo grouping")
            app.wait(lambda: names(app) == folded, "undo to bring them back")
            assert app.quit() == 0
    finally:
        shutil.rmtree(home, ignore_errors=True)


def case_group_japanese():
    """The popover and the table of groups in Japanese and dark."""
    with Desk() as desk:
        app = desk.launch([PROGRAM, str(desk.runs / "small/wandb")], env={"LC_ALL": "ja_JP.UTF-8", "LANGUAGE": "ja"})
        app.wait(lambda: app.find_all("label", re.compile("件の run を読み込みました")), "the Japanese status", 30)
        tab(app, "Run 一覧")
        app.menu("表示(V)", "テーマ", "ダーク")
        desk.key("ctrl+shift+g")
        app.find("text", "グループ化する列を検索")
        desk.type("bs")
        desk.key("Return")
        table = app.find("table", "Run 一覧")
        app.wait(lambda: table.n_rows == len(RUNS) + len(by("bs")), "groups")
        assert check_names(app) == [], check_names(app)
        desk.shot("group_japanese")
        desk.key("Escape")
        app.wait(lambda: not app.find_all("text", "グループ化する列を検索"), "Esc to close it")
        table.cell(0, "状態").click()
        desk.key("Return")
        app.wait(lambda: table.n_rows < len(RUNS) + len(by("bs")), "the group to fold")
        assert check_names(app) == [], check_names(app)
        desk.shot("group_japanese_folded")
        assert app.quit() == 0


if __name__ == "__main__":
    driving.run(globals())
