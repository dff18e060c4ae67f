#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does first, in the real window: first_light.py PROGRAM FIXTURES [CASE…] (see desk.py)"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import desk as driving  # noqa: E402
from desk import (Desk, EXPECTED, PROGRAM, RUNS, TREES, check_names, expected, field, go_to, open_run, save_as, tab,  # noqa: E402
                  tree_hash)


def case_open_tree():
    """A tree with wandb/ folders at several depths; nothing is written in it; every run is in the table once."""
    with Desk() as desk:
        before = tree_hash(desk.runs)
        app = desk.open(desk.runs)
        assert app.find("label", re.compile("^Loaded")).name.startswith(f"Loaded {len(RUNS)} runs")
        tab(app, "Runs")
        table = app.find("table", "Runs")
        app.wait(lambda: table.n_rows == len(RUNS), f"{len(RUNS)} rows, not {table.n_rows}")
        names = {row[0] for row in table.rows()}
        for entry in EXPECTED:
            if entry.get("name") and entry["scenario"] != "resume":
                assert entry["name"] in names, (entry["name"], sorted(names))
        headers = table.headers()
        assert headers[:9] == ["Name", "State", "Notes", "Tags", "Created", "Runtime", "Group", "Job type", "Author"], headers
        app.find("label", f"{len(RUNS)} runs")
        desk.shot("runs")
        assert check_names(app) == [], check_names(app)
        assert app.quit() == 0
        assert tree_hash(desk.runs) == before, "opening wrote in the folder"


def case_open_forms():
    """One wandb/ folder, one run folder, one .wandb file, several at once."""
    with Desk() as desk:
        small = len([e for e in EXPECTED if e["scenario"] == "small"])
        app = desk.open(desk.runs / "small/wandb")
        assert app.find("label", re.compile("^Loaded")).name.startswith(f"Loaded {small} runs")
        app.quit()
        entry = expected("history")
        log = next((desk.runs / entry["path"]).glob("*.wandb"))
        for location in (desk.runs / entry["path"], log):
            app = desk.open(location)
            assert app.find("label", re.compile("^Loaded")).name.startswith("Loaded 1 run"), location
            tab(app, "Runs")
            assert app.find("table", "Runs").row(0)[0] == entry["name"]
            app.quit()
        app = desk.open(desk.runs / "small/wandb", desk.runs / entry["path"])
        assert app.find("label", re.compile("^Loaded")).name.startswith(f"Loaded {small + 1} runs")
        app.quit()


def case_empty_state():
    """With nothing to show the window says what to do, and its buttons do it."""
    with Desk() as desk:
        app = desk.launch([PROGRAM])
        app.find("label", "No runs yet")
        desk.shot("empty")
        assert check_names(app) == [], check_names(app)
        app.find("push button", "Open example").click()
        app.wait(lambda: app.find_all("label", re.compile(r"^Loaded [1-9]")), "the example to load", 30)
        tab(app, "Runs")
        assert app.find("table", "Runs").n_rows >= 5
        app.quit()
    with Desk() as desk:
        app = desk.launch([PROGRAM])
        app.find("push button", re.compile("^Open folder")).click()
        dialog = app.dialog()
        dialog.find("text", re.compile("^(Directory|File name)")).type(str(desk.runs / "seed"), clear=True, enter=True)
        app.wait(lambda: app.find_all("label", re.compile(r"^Loaded [1-9]")), "the folder to load", 30)
        app.quit()


def case_restore():
    """The last session comes back; Close closes."""
    home = tempfile.mkdtemp(prefix="runglass-home-")
    try:
        with Desk(home=home) as desk:
            app = desk.open(desk.runs / "small/wandb")
            tab(app, "Runs")
            app.find("text", "Search runs").type("00", clear=True)
            app.wait(lambda: app.find_all("label", re.compile(r"^\d of 8 runs")), "the count")
            assert app.quit() == 0
            app = desk.open()
            app.find("table", "Runs")
            assert app.find("text", "Search runs").text == "00"
            app.wait(lambda: app.find_all("label", re.compile(r"^\d of 8 runs")), "the count")
            app.menu("File", "Close source")
            app.wait(lambda: app.find_all("label", "No runs yet"), "the empty state")
            app.quit()
    finally:
        shutil.rmtree(home, ignore_errors=True)


def case_search():
    """One search box narrows table, selector and charts alike."""
    with Desk() as desk:
        app = desk.open(desk.runs)
        tab(app, "Runs")
        table = app.find("table", "Runs")
        search = app.find("text", "Search runs")
        search.type("small-00", clear=True)
        some = len([e for e in EXPECTED if "small-00" in (e.get("name") or "")])
        app.wait(lambda: table.n_rows == some, f"{some} rows")
        app.find("label", f"{some} of {len(RUNS)} runs")
        selector = app.find(("table", "tree", "list", "tree table"), "Run selector")
        app.wait(lambda: (selector.n_rows or selector.n_children) == some, "the selector to follow")
        tab(app, "Workspace")
        chart = app.find(None, "loss chart")
        app.wait(lambda: re.search(rf"\b{some} (runs|series)", chart.description), f"the chart to follow: {chart.description}")
        search.type("", clear=True)
        tab(app, "Runs")
        app.wait(lambda: table.n_rows == len(RUNS), "all rows again")
        app.quit()


def case_sort_and_open():
    """A click on a header sorts, Enter opens the run's Overview."""
    with Desk() as desk:
        app = desk.open(desk.runs / "small/wandb")
        tab(app, "Runs")
        desk.key("ctrl+b")  # room for all columns
        app.wait(lambda: not app.find_all(TREES, "Projects"), "the side bar to leave")
        table = app.find("table", "Runs")
        column = table.headers().index("lr")
        numbers = (lambda: [float(row[column]) for row in table.rows()])
        table.header("lr").click()
        app.wait(lambda: numbers() == sorted(numbers()), "ascending order")
        table.header("lr").click()
        app.wait(lambda: numbers() == sorted(numbers(), reverse=True), "descending order")
        best = max((e for e in EXPECTED if e["scenario"] == "small"), key=lambda e: e["config"]["lr"])
        table.cell(0, 0).click()
        desk.key("Return")
        app.wait(lambda: field(app, "Name") == best["name"], "Overview of the first row")
        app.quit()


def case_go_to_run():
    """Ctrl+G takes an ID, a run path and a URL of either form."""
    entry = expected("config")
    path = f"{entry['entity']}/{entry['project']}/{entry['run_id']}"
    forms = [entry["run_id"], path, f"https://wandb.ai/{path}",
             f"https://wandb.example.org/{entry['entity']}/{entry['project']}/runs/{entry['run_id']}?nw=1"]
    with Desk() as desk:
        app = desk.open(desk.runs)
        for form in forms:
            go_to(desk, app, expected("history")["run_id"])
            app.wait(lambda: field(app, "Name") == expected("history")["name"], "another run first")
            go_to(desk, app, form)
            app.wait(lambda: field(app, "Run path") == path, form)
        app.quit()


def case_overview():
    """Every field of a run with config, notes and tags; what is missing is a dash."""
    with Desk() as desk:
        app = desk.open(desk.runs)
        entry = open_run(desk, app, "config", "Overview")
        app.wait(lambda: field(app, "Name") == entry["name"], "the run")
        assert field(app, "State") == "Finished"
        assert field(app, "Run path") == f"{entry['entity']}/{entry['project']}/{entry['run_id']}"
        assert field(app, "Group") == entry["group"] and field(app, "Job type") == entry["job_type"]
        assert entry["executable"] in field(app, "Command") and entry["program"] in field(app, "Command")
        assert field(app, "Python executable") == entry["executable"]
        assert entry["python"] in field(app, "Python version")
        assert field(app, "W&B CLI version") == entry["wandb"]
        assert field(app, "Author") == entry["entity"]
        assert field(app, "Git repository") == "–"
        for tag in entry["tags"]:
            assert tag in field(app, "Tags"), field(app, "Tags")
        for label in ("Start time", "Runtime", "Duration", "Host name", "OS", "System hardware"):
            assert field(app, label) not in ("", "–"), label
        config = app.find(("tree", "tree table"), "Config")
        assert config.tree_item("opt", "sched", "kind", column=1).name == "cosine"
        desk.shot("overview")
        assert check_names(app) == [], check_names(app)
        app.quit()


def case_why_it_died():
    """The traceback of a run that died: on the Overview, in the log, and in the State cell's description."""
    with Desk() as desk:
        app = desk.open(desk.runs)
        entry = open_run(desk, app, "exception", "Overview")
        written = (desk.runs / entry["path"] / "files/output.log").read_text()
        traceback = written[written.index("Traceback"):].strip()
        error = traceback.splitlines()[-1]
        app.wait(lambda: field(app, "State") == "Failed", "the run")
        assert app.find("text", "Traceback").text == traceback, app.find("text", "Traceback").text
        app.find("label", re.compile(r"exit code 1\.$"))
        app.find("label", re.compile("^Last error: " + re.escape(error)))
        assert check_names(app) == [], check_names(app)
        desk.shot("why-it-died")
        app.menu("View", "Theme", "Dark")
        desk.shot("why-it-died-dark")
        app.find("push button", "Show in log").click()
        log = app.find("text", "Log")
        app.wait(lambda: log.focused, "the log to have the focus")
        desk.shot("why-it-died-log")
        desk.key("ctrl+c")
        app.wait(lambda: desk.clipboard() == traceback, f"the traceback to be selected, not {desk.clipboard()}")
        tab(app, "Runs")
        table = app.find("table", "Runs")
        state = table.cell(table.find_row("Name", entry["name"]), "State")
        assert state.description.startswith("Failed\nExit code 1\nTraceback"), state.description
        assert state.description.endswith(error), state.description
        app.quit()


def case_logs():
    """The console as a terminal shows it, found in, and downloaded as it was written."""
    with Desk() as desk:
        app = desk.open(desk.runs)
        entry = open_run(desk, app, "console", "Logs")
        log = app.find("text", "Log")
        app.wait(lambda: "plain start" in log.text, "the log")
        assert "日本語 ünï ✓ 🚀" in log.text and "100/100" in log.text and " 0/100" not in log.text
        assert "\x1b" not in log.text
        desk.key("ctrl+f")
        app.find("text", "Find in log").type("loss=", clear=True)
        app.wait(lambda: app.find_all("label", re.compile(r"of 60$")), "60 matches")
        desk.shot("logs")
        assert check_names(app) == [], check_names(app)
        target = desk.folder / "console.txt"
        app.find("push button", "Download").click()
        save_as(app, target)
        written = target.read_bytes().decode()
        for stream in ("stdout", "stderr"):
            for text in (t for s, t in entry["console"] if s == stream):
                assert text.strip("\n") in written, text
        app.quit()


def case_files():
    """The tree of files, a preview, a copy."""
    with Desk() as desk:
        app = desk.open(desk.runs)
        open_run(desk, app, "media", "Files")
        files = app.find(("tree", "tree table"), "Files")
        app.wait(lambda: files.n_rows > 0, "the files")
        files.tree_item("requirements.txt").click()
        app.wait(lambda: any("wandb==" in w.text for w in app.find_all("text")), "the preview of the text")
        desk.shot("files")
        assert check_names(app) == [], check_names(app)
        target = desk.folder / "copy.txt"
        app.find("push button", "Save a copy").click()
        save_as(app, target)
        source = desk.runs / expected("media")["path"] / "files/requirements.txt"
        app.wait(lambda: target.read_bytes() == source.read_bytes(), "equal bytes")
        app.quit()


def case_artifacts():
    """Outputs with their type and members."""
    with Desk() as desk:
        app = desk.open(desk.runs)
        entry = open_run(desk, app, "artifacts", "Artifacts")
        tree = app.find(("tree", "tree table"), "Artifacts")
        app.wait(lambda: tree.n_rows > 0, "the artifacts")
        outputs = f"Outputs {len(entry['artifacts'])}"
        for artifact in entry["artifacts"]:
            tree.tree_item(outputs, artifact["name"]).click()
            for member in artifact["entries"]:
                tree.tree_item(outputs, artifact["name"], member)
        desk.shot("artifacts")
        assert check_names(app) == [], check_names(app)
        app.quit()


def case_workspace():
    """A panel for each metric, one point for a metric logged once, a table behind each chart, panel search."""
    with Desk() as desk:
        app = desk.open(desk.runs / "seed/wandb", desk.runs / expected("history")["path"])
        for metric in ("train/loss", "train/acc"):
            app.find(None, f"{metric} chart")
        desk.shot("workspace")
        assert check_names(app) == [], check_names(app)
        app.find("text", "Search panels").type("acc", clear=True)
        app.wait(lambda: not app.find_all(None, "train/loss chart"), "the search to narrow the panels")
        chart = app.find(None, "accuracy chart")
        app.wait(lambda: "11 points" in chart.description, chart.description)
        chart.click()
        app.menu("Panels", "Show data")
        table = app.find("table", "accuracy data")
        app.wait(lambda: table.n_rows == 11, f"11 rows, not {table.n_rows}")
        app.quit()


def brightness(desk):
    """The mean of the screen's grey values, 0 to 1."""
    whole = subprocess.run(["import", "-window", "root", "-colorspace", "gray", "-format", "%[fx:mean]", "info:"],
                           env=desk.env, capture_output=True, text=True, check=True)
    return float(whole.stdout)


def case_japanese_dark():
    """Japanese and dark: every tab opens, every control has a name."""
    with Desk() as desk:
        app = desk.launch([PROGRAM, str(desk.runs)], env={"LC_ALL": "ja_JP.UTF-8", "LANGUAGE": "ja"})
        app.wait(lambda: app.find_all("label", re.compile("件の run を読み込みました")), "the Japanese status", 30)
        light = brightness(desk)
        app.menu("表示(V)", "テーマ", "ダーク")
        app.wait(lambda: brightness(desk) < light / 3, "a dark window")
        for name in ("Run 一覧", "概要", "ログ", "ファイル", "アーティファクト", "ワークスペース"):
            tab(app, name)
            if name == "Run 一覧":
                app.find("table", name).cell(1, "状態").click()
            assert check_names(app) == [], (name, check_names(app))
            assert brightness(desk) < light / 3, name
            desk.shot(f"dark-{name}")
        app.quit()


if __name__ == "__main__":
    driving.run(globals())
