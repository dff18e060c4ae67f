#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking runs out of the window: copied, exported, side by side. output.py PROGRAM FIXTURES [CASE…] (see desk.py)."""
import csv
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import desk as driving  # noqa: E402
from desk import Desk, check_names, save_as, tab  # noqa: E402


def open_runs(desk, *arguments, **options):
    app = desk.open(*(arguments or (desk.runs / "small/wandb",)), **options)
    tab(app, "Runs")
    return app


def tick(app, *rows):
    table = app.find("table", "Runs")
    for row in rows:
        table.cell(row, "Name").toggle()
    app.wait(lambda: app.find_all("label", f"{len(rows)} selected"), f"{len(rows)} ticked runs")
    return [table.rows(row, row + 1, cols=["Name"])[0][0] for row in rows]


def of_bar(app, name):
    """A command of the selection bar: its button, or where that has no room its "…"."""
    buttons = app.find_all("push button", name)
    if buttons:
        buttons[0].click()
        return
    app.find(None, "More for the selected runs").click()
    app.menu_item(name)


def listed(desk, *options):
    """What the command line says of the same runs."""
    said = subprocess.run([driving.PROGRAM, "list", desk.runs / "small/wandb", "--json", *options], env=desk.env,
                          capture_output=True, check=True).stdout
    return json.loads(said)


def case_copy_runs():
    """Ctrl+C, the Edit menu and the selection bar put the ticked runs on the clipboard, in three forms."""
    with Desk() as desk:
        app = open_runs(desk)
        table = app.find("table", "Runs")
        first = table.rows(0, 1, cols=["Name"])[0][0]
        table.cell(0, "State").click()
        desk.key("ctrl+c")
        app.wait(lambda: desk.clipboard().startswith("Name\tState"), "the row with its heads")
        lines = desk.clipboard().splitlines()
        assert len(lines) == 2 and lines[1].split("\t")[0] == first, lines
        assert len(lines[0].split("\t")) == len(lines[1].split("\t")) == len(table.headers()), lines
        names = tick(app, 1, 4)
        exact = {run["name"]: run["config"]["lr"] for run in listed(desk)}
        app.menu("Edit", "Copy runs", "Copy as Markdown")
        app.wait(lambda: desk.clipboard().startswith("| Name |"), "a table")
        rows = [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in desk.clipboard().splitlines()]
        assert [row[0] for row in rows[2:]] == names, rows
        place = rows[0].index("lr")
        assert [float(row[place]) for row in rows[2:]] == [exact[name] for name in names], rows
        of_bar(app, "Copy runs")
        app.menu_item("Copy as JSON")
        app.wait(lambda: desk.clipboard().startswith("["), "JSON")
        runs = json.loads(desk.clipboard())
        assert [run["name"] for run in runs] == names and runs[0]["config.lr"] == exact[names[0]], runs
        table.cell(2, "State").click()
        desk.key("ctrl+c")
        app.wait(lambda: len(desk.clipboard().splitlines()) == 3, "the ticked runs by key")
        app.find("label", re.compile("Copied 2 runs$"))
        table.cell(4, "State").right_click()
        app.menu_item("Copy runs", hover=True)
        app.menu_item("Copy as JSON")
        app.wait(lambda: desk.clipboard().startswith("["), "JSON again")
        assert app.quit() == 0


def case_export_runs():
    """Files of ticked runs and of all that match, as the command line writes them; what cannot be written is said."""
    with Desk() as desk:
        app = open_runs(desk)
        heads = app.find("table", "Runs").headers()
        names = tick(app, 2, 5)
        desk.key("ctrl+e")
        dialog = app.dialog("Export runs")
        assert check_names(app) == [], check_names(app)
        assert dialog.find("radio button", "Selected (2)").checked
        desk.shot("export")
        dialog.find("push button", "Choose file…").click()
        target = desk.folder / "some.csv"
        save_as(app, target)
        with open(target, newline="", encoding="utf-8") as file:
            rows = list(csv.reader(file))
        assert len(rows[0]) == len(heads), (rows[0], heads)
        assert [row[0] for row in rows[1:]] == names, rows
        app.wait(lambda: app.find_all("label", re.compile(r"Exported 2 runs to some\.csv$")), "the status to say so")

        app.find("text", "Search runs").type("ember", clear=True)
        app.wait(lambda: app.find("table", "Runs").n_rows == 2, "two runs")
        app.menu("File", "Export runs…")
        dialog = app.dialog("Export runs")
        for choice in (re.compile("^All that match"), re.compile("^All columns"), "JSON lines"):
            dialog.find("radio button", choice).click()
        dialog.find("push button", "Choose file…").click()
        target = desk.folder / "some.jsonl"
        save_as(app, target)
        runs = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
        assert runs == listed(desk, "--filter", "name contains ember"), runs

        app.menu("File", "Export runs…")
        app.dialog("Export runs").find("push button", "Choose file…").click()
        full = desk.folder / "full.jsonl"
        full.symlink_to("/dev/full")
        app.dialog().find("text", re.compile("^File name")).type(str(full), clear=True, enter=True)
        app.find("push button", re.compile("^&?Yes$")).click()
        box = app.wait(lambda: app.find_all("alert", "Not saved"), "a box that says why")[0]
        box.find("label", re.compile("full.jsonl.*No space left on device"))
        box.find("push button", "Close").click()
        assert app.quit() == 0


def case_compare_runs():
    """Ticked runs side by side: what differs, all keys, a search, another run in front, copied."""
    with Desk() as desk:
        app = open_runs(desk)
        names = tick(app, 1, 3, 6)
        of_bar(app, "Compare")
        window = app.wait(lambda: [w for w in app.windows() if w.name == "Compare 3 runs"], "the window")[0]
        table = window.find("table", "Comparison")
        assert table.headers() == names, table.headers()
        assert check_names(app) == [], check_names(app)
        differing = table.n_rows
        desk.shot("compare")
        window.find("check box", "Differences only").click()
        app.wait(lambda: table.n_rows > differing, "all keys")
        window.find("text", "Search keys").type("LR", clear=True)
        app.wait(lambda: table.n_rows == 2, "the section and one key")
        exact = {run["name"]: run["config"]["lr"] for run in listed(desk)}
        shown = [float(cell) for cell in table.rows(1, 2)[0]]
        assert shown == [exact[name] for name in names], (shown, exact)
        window.find("push button", "Copy").click()
        app.menu_item("Copy as Markdown")
        app.wait(lambda: desk.clipboard().startswith("| Key |"), "the comparison")
        assert "| lr (config) | " + " | ".join(str(exact[name]) for name in names) in desk.clipboard(), desk.clipboard()
        table.cell(1, 2).click()
        desk.key("ctrl+c")
        app.wait(lambda: desk.clipboard() == str(exact[names[2]]), "one value")
        desk.key("ctrl+Return")
        app.wait(lambda: table.headers() == [names[2], names[0], names[1]], "the third run in front")
        window.find("text", "Search keys").type("no such key", clear=True)
        app.wait(lambda: window.find_all("label", "No key matches."), "an empty table that says why")
        window.find("push button", "Clear search").click()
        app.wait(lambda: table.n_rows > 2, "the keys again")
        desk.key("Escape")
        app.wait(lambda: not [w for w in app.windows() if w.name.startswith("Compare")], "Esc to close the window")
        assert app.quit() == 0


if __name__ == "__main__":
    driving.run(globals())
