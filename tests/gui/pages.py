#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages of one run, looked at closely: pages.py PROGRAM FIXTURES [CASE…] (see desk.py)."""
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import desk as driving  # noqa: E402
from desk import Desk, TREES, check_names, expected, field, open_run, save_as, tab, tool_tip  # noqa: E402


def case_reasons():
    """What is missing says why, in the table and on the Overview."""
    with Desk() as desk:
        app = desk.open(desk.runs)
        open_run(desk, app, "config", "Overview")
        missing = app.find("text", "Git repository")
        app.wait(lambda: missing.text == "–", "a missing field")
        x, y, _, height = missing.extents
        assert len(tool_tip(desk, app, (x + 6, y + height // 2), re.compile(r"\w{3,}"))) > 10
        tab(app, "Runs")
        table = app.find("table", "Runs")
        row = table.find_row("Name", expected("history")["name"])
        cell = table.cell(row, "Notes").scroll()
        assert cell.name == "–"
        tool_tip(desk, app, cell.centre(), re.compile("did not record"))
        app.quit()


def case_long_values():
    """A value with a line break stays on its line and is whole when it is copied."""
    with Desk() as desk:
        app = desk.open(desk.runs)
        entry = open_run(desk, app, "config", "Overview")
        config = app.find(TREES, "Config")
        broken = next(key for key, value in entry["config"].items() if isinstance(value, str) and "\n" in value)
        app.wait(lambda: config.n_rows > 0, "the config")
        cell = config.tree_item(broken, column=1)
        assert "↵" in cell.name and "\n" not in cell.name, cell.name
        desk.shot("line-break")
        cell.click()
        desk.key("ctrl+c")
        assert desk.clipboard() == entry["config"][broken], desk.clipboard()
        cell.right_click()
        app.menu_item("Copy path")
        app.wait(lambda: desk.clipboard() == broken, "the path")
        command = app.find("text", "Command")
        command.click()
        desk.key("ctrl+a", "ctrl+c")
        assert desk.clipboard() == command.text
        app.find("push button", "Copy run path").click()
        assert desk.clipboard() == field(app, "Run path")
        app.quit()


def case_cropping():
    """Run name cropping: in the middle until chosen otherwise, in the selector's menu and in the menu bar."""
    with Desk() as desk:
        app = desk.open(desk.runs)
        for chosen, path in (("Middle", "View"), ("End", "View")):
            app.find("push button", "Run selector options").click()
            app.menu_item("Run name cropping")
            items = {w.name: w.checked for w in app.popups_items() if w.name in ("Beginning", "Middle", "End")}
            assert [name for name, on in items.items() if on] == [chosen], (chosen, items)
            app.menu_item("End")
        app.menu(path, "Run name cropping", "Beginning")
        app.find("push button", "Run selector options").click()
        app.menu_item("Run name cropping")
        assert [w.name for w in app.popups_items() if w.checked and w.name in ("Beginning", "Middle", "End")] \
            == ["Beginning"]
        app.quit()


def case_previews():
    """Each kind of file has its preview."""
    entry = expected("files")
    added = {"config.yaml": "lr: 0.5\nlayers:\n  - 12\n", "README.md": "# A title\n\nSome *words*.\n",
             "data.csv": "name,value\nfirst,1.5\nsecond,22.25\n", "values.json": '{"deep": {"key": [1, 2]}}',
             "empty.txt": ""}
    with Desk() as desk:
        folder = desk.runs / entry["path"] / "files"
        for name, text in added.items():
            (folder / name).write_text(text)
        os.symlink("/etc/hostname", folder / "outside.txt")
        app = desk.open(desk.runs)
        open_run(desk, app, "files", "Files")
        files = app.find(TREES, "Files")
        app.wait(lambda: files.n_rows > len(added), "the files")

        def choose(*path):
            files.tree_item(*path).click()
            app.wait(lambda: app.find_all("label", path[-1]), f"the head of {path[-1]}")

        def content():
            return app.find("text", "Content").text

        for name, shown in (("config.yaml", "layers:"), ("values.json", '"key"'), ("requirements.txt", "wandb==")):
            choose(name)
            app.wait(lambda: shown in app.find("text", "Preview").text, f"{shown} of {name}")
            assert re.match(r"\d+ lines?$", content()), content()
        choose("README.md")
        app.wait(lambda: any("A title" in w.text and "#" not in w.text for w in app.find_all("label", "Preview")),
                 "the Markdown")
        choose("data.csv")
        table = app.find("table", "Preview")
        app.wait(lambda: table.headers() == ["name", "value"], str(table.headers()))
        assert table.row(1) == ["second", "22.25"], table.row(1)
        table.cell(1, 0).click()
        desk.key("shift+Right", "ctrl+c")
        assert desk.clipboard() == "second\t22.25", desk.clipboard()
        choose("empty.txt")
        app.find("label", "This file is empty.")
        files.tree_item("outside.txt → outside the run").click()
        app.find("label", "Leads outside the run. Not followed.")
        assert not app.find("push button", "Save a copy").enabled
        assert check_names(app) == [], check_names(app)

        open_run(desk, app, "media", "Files")
        choose("media", "images", "img", next(r[0] for r in files.rows() if r[0].startswith("single_0")))
        app.find("push button", "Zoom in").click()
        app.wait(lambda: re.match(r"\d+ × \d+", content()), "the size of the picture")
        desk.shot("preview-image")
        choose("media", "table", next(r[0] for r in files.rows() if r[0].startswith("tbl_0")))
        table = app.find("table", "Preview")
        app.wait(lambda: table.n_rows == 5 and "score" in table.headers(), f"{table.n_rows} {table.headers()}")
        desk.shot("preview-table")
        assert check_names(app) == [], check_names(app)
        app.quit()


def case_file_manager():
    """Show in file manager asks the desktop for it; a copy has the bytes of the original."""
    with Desk() as desk:
        tools = desk.folder / "bin"
        tools.mkdir()
        asked = desk.folder / "asked"
        (tools / "xdg-open").write_text(f"#!/bin/sh\necho \"$@\" >> {asked}\n")
        (tools / "xdg-open").chmod(0o755)
        app = desk.open(desk.runs, env={"PATH": f"{tools}:{os.environ['PATH']}"})
        entry = open_run(desk, app, "media", "Files")
        files = app.find(TREES, "Files")
        app.wait(lambda: files.n_rows > 0, "the files")
        image = next(r[0] for r in files.rows() if r[0].startswith("single_0"))
        files.tree_item("media", "images", "img", image).click()
        app.find("push button", "Show in file manager").click()
        app.wait(asked.exists, "the desktop to be asked")
        assert str(desk.runs / entry["path"] / "files/media/images/img") in asked.read_text(), asked.read_text()
        files.cell(files.find_row(0, image), 0).right_click()
        app.menu_item("Save a copy")
        save_as(app, desk.folder / "copy.png")
        original = desk.runs / entry["path"] / "files/media/images/img" / image
        app.wait(lambda: (desk.folder / "copy.png").read_bytes() == original.read_bytes(), "equal bytes")
        app.quit()


def case_artifact_facts():
    """An artifact's type, aliases, tags, size, description, metadata and members."""
    with Desk() as desk:
        app = desk.open(desk.runs)
        entry = open_run(desk, app, "artifacts", "Artifacts")
        artifact = next(a for a in entry["artifacts"] if a.get("tags") and a.get("metadata"))
        tree = app.find(TREES, "Artifacts")
        outputs = f"Outputs {len(entry['artifacts'])}"
        app.wait(lambda: tree.n_rows > 0, "the artifacts")
        tree.tree_item(outputs, artifact["name"]).click()
        app.wait(lambda: field(app, "Type") == artifact["type"], "the artifact")
        for alias in artifact["aliases"]:
            assert alias in field(app, "Aliases"), field(app, "Aliases")
        for tag in artifact["tags"]:
            assert tag in field(app, "Tags"), field(app, "Tags")
        assert re.search(r"\d B|KB", field(app, "Size")), field(app, "Size")
        assert app.find("label", "Description", nth=1).text == artifact["description"]
        metadata = app.find(TREES, "Metadata")
        assert metadata.tree_item("rows", column=1).name == str(artifact["metadata"]["rows"])
        member = artifact["entries"][0]
        tree.tree_item(outputs, artifact["name"], member).click()
        app.wait(lambda: field(app, "Artifact") == artifact["name"], "the member")
        assert len(field(app, "Digest")) > 8
        assert check_names(app) == [], check_names(app)
        tab(app, "Overview")
        table = app.find("table", "Artifact Outputs")
        row = table.find_row(0, artifact["name"])
        table.cell(row, 0).double_click()
        app.wait(lambda: app.find_all("text", "Aliases"), "its tab")
        app.quit()


if __name__ == "__main__":
    driving.run(globals())
