#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Panels of tables, images, compared runs and notes, driven: bodies.py PROGRAM FIXTURES [CASE…] (see desk.py)."""
import os
import re
import shutil
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import desk as driving  # noqa: E402
from desk import FIXTURES, PROGRAM, Desk, check_names, save_as, tab  # noqa: E402


class PanelDesk(Desk):
    """A desktop with the three runs of tests/fixtures/panels."""

    def fill(self):
        self.runs = self.folder / "runs"
        shutil.copytree(FIXTURES.parent / "panels" / "wandb", self.runs / "wandb")


def add(desk, app, kind, choose=None):
    """Adds a panel of a kind as a person does; choose: the beginning of a key in its list."""
    app.find("push button", "Add panel…").click()
    dialog = app.dialog("Add panel")
    dialog.find("list item", kind).click()
    if choose:
        dialog.find("text", re.compile("^Search (tables|images)$")).type(choose)
        dialog.find("list item", re.compile("^" + choose)).click()
    assert check_names(app) == [], check_names(app)
    desk.shot("add-" + kind.lower().replace(" ", "-"))
    dialog.find("push button", "Add").click()
    app.wait(lambda: not app.find_all("dialog", "Add panel"), "the dialog to close")


def full_screen(desk, app):
    """What has the focus fills the place of the page."""
    app.menu("Panels", "Full screen")


def note_text(app):
    """What the note called Findings says; its title is a label too."""
    return " ".join(found.text or "" for found in app.find_all(None, "Findings"))


def case_table_panel():
    """The tables of the shown runs as one: sorted, filtered, grouped, written; the broken one is named."""
    with PanelDesk() as desk:
        app = desk.open(desk.runs)
        add(desk, app, "Table")
        table = app.find("table", "predictions")
        app.wait(lambda: table.n_rows == 10, f"ten rows: {table.n_rows}")
        assert table.headers()[:4] == ["Run", "id", "label", "score"], table.headers()
        app.find("label", re.compile("^The table of west could not be read"))
        desk.shot("table-panel")
        table.click()
        full_screen(desk, app)
        table = app.find("table", "predictions")
        app.wait(lambda: table.n_rows == 10, "the rows in place of the page")
        table.header("score").click()
        table.header("score").click()
        app.wait(lambda: table.row(0)[3] == "0.5", f"the best first: {table.row(0)}")
        app.find("text", "Filter rows").type("label = cat", enter=True)
        app.wait(lambda: table.n_rows == 3, f"three cats: {table.n_rows}")
        app.find("label", "3 of 10 rows")
        desk.shot("table-filtered")
        app.find("text", "Filter rows").type("label = ", clear=True, enter=True)
        app.find("label", re.compile("The last valid filter is still applied"))
        desk.shot("table-wrong-filter")
        app.find("text", "Filter rows").type("score >= 0", clear=True, enter=True)
        app.wait(lambda: table.n_rows == 10, "all again")
        app.find("combo box", "No groups").choose("By label")
        app.wait(lambda: table.n_rows == 13, f"three groups: {table.n_rows}")
        assert check_names(app) == [], check_names(app)
        desk.shot("table-grouped")
        app.find("push button", re.compile("^Menu of predictions")).click()
        app.menu_item("Export table…")
        target = desk.folder / "predictions.csv"
        save_as(app, target)
        app.wait(lambda: target.read_text().count("\n") == 11, "the file")
        assert target.read_text().splitlines()[0].startswith("Run,id,label,score"), target.read_text()[:80]
        slider = app.find("slider", "Step")
        slider.set_value(1)
        app.wait(lambda: table.n_rows == 18, f"the whole table of west at step 1: {table.n_rows}")
        slider.set_value(4)
        app.wait(lambda: table.n_rows == 13, "the last step")
        app.find("check box", "Filter as lines").click()
        desk.shot("table-filter-lines")
        assert check_names(app) == [], check_names(app)
        app.quit()
        app = desk.open(desk.runs)
        table = app.find("table", "predictions")
        app.wait(lambda: table.n_rows == 13, f"the groups after a new start: {table.n_rows}")
        assert "score" in app.find("text", "Filter rows").text, "the filter after a new start"
        app.find("combo box", "By label").choose("By run")
        app.wait(lambda: table.n_rows == 12, "a group a run")
        desk.shot("table-by-run")
        table.click()
        desk.key("ctrl+z")
        app.wait(lambda: table.n_rows == 13, "undone")
        app.quit()


def case_images_panel():
    """Pictures of runs at a step, by slider and keys, linked over panels; the file is shown in Files."""
    with PanelDesk() as desk:
        app = desk.open(desk.runs)
        add(desk, app, "Images", "samples")
        pictures = app.find("list", "samples")
        app.wait(lambda: pictures.n_children == 3, f"three pictures: {pictures.n_children}")
        add(desk, app, "Images", "batch")
        grid = app.find("table", "batch")
        app.wait(lambda: (grid.n_rows, grid.n_cols) == (3, 3), "a row a run")
        desk.shot("images-panels")
        sliders = app.find_all("slider", "Step")
        sliders[0].focus()
        desk.key("Home")
        app.wait(lambda: all("0 of 4" in s.description for s in app.find_all("slider", "Step")), "both at the first step")
        app.wait(lambda: pictures.n_children == 2, "west has nothing yet")
        desk.key("Right", "bracketright")
        app.wait(lambda: all("2 of 4" in s.description for s in app.find_all("slider", "Step")), "both at step 2")
        app.find("check box", "Link steps", nth=0).click()
        desk.shot("images-step-2")
        pictures.child(0).click()
        desk.key("c", "Right", "c")
        app.find("push button", "Compare").click()
        dialog = app.dialog("samples side by side")
        desk.key("plus", "Right")
        desk.shot("images-side-by-side")
        assert check_names(app) == [], check_names(app)
        dialog.find("push button", "Close").click()
        app.find("push button", "Clear").click()
        assert check_names(app) == [], check_names(app)
        pictures.child(0).click()
        full_screen(desk, app)
        pictures = app.find("list", "samples")
        app.wait(lambda: pictures.n_children == 3, "the pictures in place of the page")
        desk.shot("images-full-screen")
        pictures.child(2).double_click()
        app.find("text", "Search files")
        app.find("label", re.compile(r"^samples_\d_\w+\.png$"))
        desk.shot("images-in-files")
        app.quit()
        app = desk.open(desk.runs)
        app.wait(lambda: [s.description.startswith("2 of 4") for s in app.find_all("slider", "Step")] == [True, True],
                 "the steps after a new start")
        app.quit()


def case_overlays():
    """Masks and boxes over a picture, switched by class; what is off stays off."""
    with Desk() as desk:
        app = desk.open(desk.runs / "media")
        add(desk, app, "Images", "img/masked")
        classes = app.find("list", "Classes")
        app.wait(lambda: classes.n_children == 3, "bg, cat and dog")
        full_screen(desk, app)
        desk.shot("overlays")
        pictures = app.find("list", "img/masked")
        before, after = desk.folder / "before.png", desk.folder / "after.png"
        pictures.screenshot(before)
        app.find("list", "Classes").child(1).click()
        desk.key("space")
        app.find("check box", "Boxes").click()
        app.wait(lambda: [c.checked for c in app.find("list", "Classes").children()] == [True, False, True], "no cats")
        app.wait(lambda: pictures.screenshot(after) or before.read_bytes() != after.read_bytes(), "fewer overlays")
        desk.shot("overlays-off")
        assert check_names(app) == [], check_names(app)
        app.quit()
        app = desk.open(desk.runs / "media")
        classes = app.find("list", "Classes")
        app.wait(lambda: [c.checked for c in classes.children()] == [True, False, True], "no cats after a new start")
        assert not app.find("check box", "Boxes").checked
        assert app.find("check box", "Masks").checked
        app.quit()


def case_comparer_panel():
    """Config and summary side by side; differences only is kept with the panel and undone."""
    with PanelDesk() as desk:
        app = desk.open(desk.runs)
        add(desk, app, "Run comparer")
        table = app.find("table", "Run comparer")
        app.wait(lambda: table.n_cols == 3, f"three runs: {table.n_cols}")
        differing = table.n_rows
        desk.shot("comparer-panel")
        app.find("check box", "Differences only").click()
        app.wait(lambda: table.n_rows > differing, "all keys")
        table.click()
        desk.key("ctrl+z")
        app.wait(lambda: table.n_rows == differing, "undone")
        assert app.find("check box", "Differences only").checked
        app.find("text", "Search keys").type("lr")
        app.wait(lambda: table.n_rows == 2, "the key and its section")
        assert check_names(app) == [], check_names(app)
        app.quit()


def case_note_panel():
    """A note is written in its panel, saved by key, kept, undone; a link shows its address first."""
    with PanelDesk() as desk:
        app = desk.open(desk.runs)
        add(desk, app, "Markdown")
        desk.shot("note-empty")
        app.find("push button", "Edit note").click()
        field = app.find("text", "Note")
        for line in ("# Findings", "", "- *sgd* beats adam", "- see [the page](https://example.org/x)", "",
                     "![gone](https://example.org/y.png)"):
            if line:
                field.type(line, click=False)
            desk.key("Return")
        desk.shot("note-editing")
        desk.key("ctrl+Return")
        app.wait(lambda: "sgd beats adam" in note_text(app), "the note")
        desk.shot("note-panel")
        assert check_names(app) == [], check_names(app)
        app.find("push button", "Edit note").focus()
        desk.key("shift+Tab", "F2")
        app.find("text", "Note").type("all gone", clear=True)
        desk.key("Escape")
        app.wait(lambda: "sgd beats adam" in note_text(app), "Esc to leave it as it was")
        desk.key("ctrl+z")
        app.find("label", "This note is empty.")
        desk.key("ctrl+shift+z")
        app.wait(lambda: "sgd beats adam" in note_text(app), "the note again")
        app.quit()
        app = desk.open(desk.runs)
        app.wait(lambda: "sgd beats adam" in note_text(app), "the note after a new start")
        app.quit()


def case_bodies_japanese():
    """The same panels in Japanese and dark."""
    with PanelDesk() as desk:
        app = desk.launch([PROGRAM, str(desk.runs)], env={"LC_ALL": "ja_JP.UTF-8", "LANGUAGE": "ja"})
        app.wait(lambda: app.find_all("label", re.compile("件の run を読み込みました")), "the Japanese status", 30)
        app.menu("表示(V)", "テーマ", "ダーク")
        for kind in ("テーブル", "画像", "run の比較", "Markdown"):
            app.find("push button", "パネルを追加…").click()
            dialog = app.dialog("パネルを追加")
            dialog.find("list item", kind).click()
            assert check_names(app) == [], check_names(app)
            desk.shot("japanese-add-" + kind)
            dialog.find("push button", "追加").click()
            app.wait(lambda: not app.find_all("dialog", "パネルを追加"), "the dialog to close")
        app.find("table", "predictions")
        assert check_names(app) == [], check_names(app)
        desk.shot("japanese-panels")
        tab(app, "Run 一覧")
        app.quit()


if __name__ == "__main__":
    driving.run(globals())
