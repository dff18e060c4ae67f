#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done to runs themselves, by the real buttons: commands.py PROGRAM FIXTURES [CASE…] (see desk.py)"""
import hashlib
import os
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import desk as driving  # noqa: E402
from desk import Desk, TREES, check_names, field, tab  # noqa: E402

SLOW = 30  # a machine that does much else beside


def open_runs(desk, *arguments, **options):
    app = desk.open(*(arguments or (desk.runs / "small/wandb",)), **options)
    tab(app, "Runs")
    return app


def names(app):
    table = app.find("table", "Runs")
    return [row[0] for row in table.rows(cols=["Name"])]


def count(app, runs):
    app.wait(lambda: app.find("table", "Runs").n_rows == runs, f"{runs} runs", SLOW)


def tick(app, *rows):
    table = app.find("table", "Runs")
    for row in rows:
        table.cell(row, "Name").toggle()
    app.wait(lambda: app.find_all("label", f"{len(rows)} selected"), f"{len(rows)} ticked runs")
    return [table.rows(row, row + 1, cols=["Name"])[0][0] for row in rows]


def untick(desk, app):
    app.find("push button", "Clear selection").click()
    app.wait(lambda: not app.find_all("label", re.compile(r"^\d+ selected$")), "nothing to be ticked")


def dialogs_gone(app):
    app.wait(lambda: not [w for w in app.windows() if w.role in ("dialog", "alert")], "the dialogs to close", SLOW)


def said(app, text):
    """What the bar over the content says was done."""
    pattern = text if hasattr(text, "search") else re.compile("^" + re.escape(text))
    return app.wait(lambda: [w for w in app.find_all("label") if pattern.search(w.name)], f"{pattern.pattern}", SLOW)[0]


def content_hash(folder):
    """Of all that lies outside the notes, wherever folders of runs are: names and bytes."""
    whole = hashlib.sha256()
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if ".runglass" in path.parts or path.is_dir():
            continue
        whole.update(str(path.relative_to(folder)).encode())
        whole.update(path.read_bytes() if not path.is_symlink() else os.readlink(path).encode())
    return whole.hexdigest()


def size_of(folder):
    return sum(path.lstat().st_size for path in pathlib.Path(folder).rglob("*") if path.is_file())


def case_delete():
    """Tick, Delete, the dialog says what goes; Enter cancels; Delete deletes; Undo brings all back as it was."""
    with Desk() as desk:
        app = open_runs(desk)
        before = content_hash(desk.runs)
        assert not app.find_all("push button", "Delete"), "no button while nothing is ticked"
        ticked = tick(app, 1, 3, 4)
        desk.shot("commands-selection-bar")
        app.find("push button", "Delete").click()
        dialog = app.dialog("Delete runs")
        dialog.find("label", "Delete 3 runs?")
        listed = dialog.find("table", "Runs to delete")
        assert [row[0] for row in listed.rows()] == ticked, listed.rows()
        app.wait(lambda: dialog.find_all("label", re.compile(r"freed \([\d.]+ KB\)")), "the size", SLOW)
        assert check_names(app) == [], check_names(app)
        desk.shot("commands-delete")
        desk.key("Return")
        dialogs_gone(app)
        assert content_hash(desk.runs) == before and app.find("table", "Runs").n_rows == 8
        app.find("push button", "Delete").click()
        app.dialog("Delete runs").find("push button", "Delete").click()
        said(app, "3 runs moved to Trash.")
        count(app, 5)
        desk.shot("commands-deleted")
        assert not set(ticked) & set(names(app)), (ticked, names(app))
        assert content_hash(desk.runs) != before
        app.find("push button", "Undo", where=lambda w: w.parent.name == "What was done").click()
        said(app, "3 runs restored.")
        count(app, 8)
        assert content_hash(desk.runs) == before
        # The same by key on the row, and back by key.
        table = app.find("table", "Runs")
        table.cell(0, "State").click()
        desk.key("Delete")
        app.dialog("Delete runs").find("push button", "Delete").click()
        count(app, 7)
        said(app, "1 run moved to Trash.")
        app.wait(lambda: app.find("push button", "Undo deletion").enabled, "Undo", SLOW)
        desk.key("ctrl+z")
        count(app, 8)
        app.wait(lambda: app.find("push button", "Redo deletion").enabled, "Redo", SLOW)
        desk.key("ctrl+shift+z")
        count(app, 7)
        assert app.quit() == 0


def case_trash():
    """The trash says who, when and how much; one run comes back, the rest goes for good and frees the disk."""
    with Desk() as desk:
        app = open_runs(desk)
        wandb = desk.runs / "small/wandb"
        app.menu("View", "Trash")
        app.wait(lambda: app.find_all("label", "Trash is empty."), "the empty trash", SLOW)
        desk.shot("commands-trash-empty")
        desk.key("Escape")
        gone = tick(app, 0, 2, 5)
        app.find("push button", "Delete").click()
        app.dialog("Delete runs").find("push button", "Delete").click()
        count(app, 5)
        app.find("push button", "Trash").click()
        table = app.find("table", "Trash")
        app.wait(lambda: table.n_rows == 3, "three runs in the trash", SLOW)
        assert check_names(app) == [], check_names(app)
        desk.shot("commands-trash")
        rows = table.rows(cols=["Name", "Deleted", "Deleted by", "Size"])
        user = subprocess.run(["id", "-un"], capture_output=True, text=True, check=True).stdout.strip()
        assert {row[0] for row in rows} == set(gone), rows
        assert all(row[1] and row[2] == user and re.match(r"[\d.]+ KB", row[3]) for row in rows), rows
        assert not app.find("push button", "Restore").enabled, "nothing is chosen"
        back = rows[1][0]
        table.cell(1, "Name").click()
        app.find("push button", "Restore").click()
        said(app, "1 run restored.")
        app.wait(lambda: table.n_rows == 2, "two runs in the trash", SLOW)
        app.find("push button", "Empty trash…").click()
        box = app.wait(lambda: app.find_all("alert", "Empty trash"), "the question")[0]
        box.find("label", re.compile(r"^2 runs are removed for good and [\d.]+ KB is freed"))
        desk.shot("commands-empty-trash")
        desk.key("Return")
        dialogs_gone(app)
        app.wait(lambda: table.n_rows == 2, "Enter to cancel")
        full = size_of(wandb)
        app.find("push button", "Empty trash…").click()
        app.wait(lambda: app.find_all("alert", "Empty trash"), "the question")[0].find("push button", "Empty trash").click()
        said(app, re.compile(r"^2 runs removed for good, [\d.]+ KB freed\."))
        app.wait(lambda: app.find_all("label", "Trash is empty."), "the empty trash", SLOW)
        assert size_of(wandb) < full, "the disk is freed"
        tab(app, "Runs")
        count(app, 6)
        assert back in names(app), (back, names(app))
        assert app.quit() == 0


def case_delete_by_rule():
    """The filter says which, the head's box ticks them all, Delete takes just these."""
    with Desk() as desk:
        app = open_runs(desk)
        table = app.find("table", "Runs")
        desk.key("ctrl+shift+f")
        app.find("text", "Filter expression").click()
        desk.type("runtime < 1h and tags = t1")
        count(app, 2)
        desk.key("Escape")
        matching = names(app)
        table.cell(0, "State").click()
        desk.key("ctrl+a")
        app.find("label", "2 selected")
        desk.shot("commands-by-rule")
        app.find("push button", "Delete").click()
        dialog = app.dialog("Delete runs")
        dialog.find("label", "Delete 2 runs?")
        assert [row[0] for row in dialog.find("table", "Runs to delete").rows()] == matching
        dialog.find("push button", "Delete").click()
        said(app, "2 runs moved to Trash.")
        app.wait(lambda: table.n_rows == 0 or not table.showing, "no run that matches", SLOW)
        app.find("push button", "Clear filter", nth=-1).click()
        count(app, 6)
        assert not set(matching) & set(names(app)), (matching, names(app))
        assert len(list((desk.runs / "small/wandb/.runglass/trash").iterdir())) == 2
        assert app.quit() == 0


def case_read_only():
    """In a folder that may not be written: Delete says which, and nothing is changed; edits are one's own."""
    with Desk() as desk:
        wandb = desk.runs / "small/wandb"
        before = driving.tree_hash(wandb)
        # In a namespace of its own the folder is on a disk that is mounted to be read only.
        mount = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && exec "$0" "$1"'
        apart = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]
        app = desk.launch([*apart, "sh", "-c", mount, driving.PROGRAM, str(wandb)])
        desk.loaded(app)
        tab(app, "Runs")
        name = tick(app, 2)[0]
        app.find("push button", "Delete").click()
        app.dialog("Delete runs").find("push button", "Delete").click()
        said(app, re.compile(r"^1 run was not deleted\."))
        app.find("push button", "Show why").click()
        why = app.dialog("1 run was not deleted.").find("table").rows()
        desk.shot("commands-read-only")
        assert why[0][0] == name and str(wandb) in why[0][1] and "no permission" in why[0][1], why
        desk.key("Escape")
        dialogs_gone(app)
        count(app, 8)
        assert driving.tree_hash(wandb) == before
        app.find("push button", "Set group").click()
        app.find("text", "Find or name a group")
        desk.type("mine")
        desk.key("Return")
        said(app, "Group changed on 1 run.")
        table = app.find("table", "Runs")
        app.wait(lambda: "mine" in [row[0] for row in table.rows(cols=["Group"])], "the group", SLOW)
        assert driving.tree_hash(wandb) == before
        assert app.quit() == 0


def case_mark_state():
    """A run whose computer died is marked, from the table and on Overview; what was found is a click away; it is taken
    back, and undone."""
    with Desk() as desk:
        app = open_runs(desk)
        before = content_hash(desk.runs)
        table = app.find("table", "Runs")
        state = table.row(2)[1]
        tick(app, 2)
        app.menu("Run", "Mark state…")
        dialog = app.dialog("Mark state")
        dialog.find("radio button", "Killed").click()
        dialog.find("text", "Reason").type("the node was taken away")
        assert check_names(app) == [], check_names(app)
        desk.shot("commands-mark")
        dialog.find("push button", "Mark").click()
        dialogs_gone(app)
        said(app, "State of 1 run marked.")
        app.wait(lambda: table.row(2)[1] == "Killed", "the mark", SLOW)
        desk.shot("commands-marked-table")
        untick(desk, app)
        table.cell(2, "State").double_click()
        marked = "Killed (marked by hand: the node was taken away)"
        app.wait(lambda: field(app, "State") == marked, "the mark on its page", SLOW)
        desk.shot("commands-marked")
        app.find(None, "Show state as it was found").click()
        app.wait(lambda: field(app, "State") == state, "what was found")
        desk.shot("commands-mark-original")
        app.menu("View", "Theme", "Dark")
        desk.shot("commands-mark-original-dark")
        app.find("push button", "Take mark back").click()
        said(app, "Mark of 1 run taken back.")
        app.wait(lambda: not app.find_all(None, "Show state as it was found"), "the mark to go", SLOW)
        app.wait(lambda: field(app, "State") == state, "the state as it was found", SLOW)
        app.find("push button", "Undo mark of state").click()
        app.wait(lambda: field(app, "State") == marked, "the mark to come back", SLOW)
        app.find("push button", "Mark state").click()
        dialog = app.dialog("Mark state")
        assert dialog.find("radio button", "Not marked: as it was found").checked
        desk.shot("commands-marked-again-dark")
        dialog.find("push button", "Take mark back").click()
        app.wait(lambda: field(app, "State") == state, "the state as it was found", SLOW)
        assert content_hash(desk.runs) == before
        assert app.quit() == 0


def case_unsaved():
    """Quitting with a description that is not saved asks; Cancel leaves it, Save saves it and quits."""
    with Desk() as desk:
        app = open_runs(desk)
        table = app.find("table", "Runs")
        name = table.row(1)[0]
        table.cell(1, "State").double_click()
        app.wait(lambda: field(app, "Name") == name, "the run")
        desk.key("F2")
        app.find("text", "Description")
        desk.type("a thought")
        desk.key("ctrl+q")
        box = app.wait(lambda: app.find_all("alert", "Quit"), "the question")[0]
        desk.shot("commands-unsaved")
        box.find("push button", "Cancel").click()
        dialogs_gone(app)
        assert app.find("text", "Description").text == "a thought"
        desk.key("ctrl+q")
        box = app.wait(lambda: app.find_all("alert", "Quit"), "the question")[0]
        box.find("push button", "Save").click()
        app.wait(lambda: app.proc.poll() is not None, "the window to go", SLOW)
        assert app.proc.returncode == 0
        kept = "".join(path.read_text() for path in (desk.runs / "small/wandb/.runglass").glob("edits-*.jsonl"))
        assert "a thought" in kept, kept


def case_lock():
    """A locked run is refused, with the reason, by Delete and by the buttons; unlocked it goes."""
    with Desk() as desk:
        app = open_runs(desk)
        name = tick(app, 2)[0]
        app.find("table", "Runs").cell(2, "State").right_click()
        app.menu_item("Lock")
        said(app, "1 run locked.")
        app.wait(lambda: not app.find("push button", "Delete").enabled, "Delete to be disabled", SLOW)
        assert app.find("push button", "Delete").description == "It is locked: unlock it first.", \
            app.find("push button", "Delete").description
        app.find("table", "Runs").cell(4, "Name").toggle()
        app.find("label", "2 selected")
        app.find("push button", "Delete").click()
        dialog = app.dialog("Delete runs")
        dialog.find("label", "Delete 1 run?")
        dialog.find("label", "1 run is left out")
        rows = dialog.find("table", "Runs to delete").rows()
        assert rows[1][0] == name and rows[1][2] == "It is locked: unlock it first.", rows
        desk.shot("commands-left-out")
        desk.key("Escape")
        dialogs_gone(app)
        app.find("table", "Runs").cell(4, "Name").toggle()
        app.menu("Run", "Unlock")
        said(app, "1 run unlocked.")
        app.wait(lambda: app.find("push button", "Delete").enabled, "Delete to be possible", SLOW)
        assert app.quit() == 0


def write(desk, widget, text):
    widget.click()
    desk.key("ctrl+a")
    desk.type(text)


def case_edit_overview():
    """The pencil: preview, Ctrl+Enter, Esc keeps the draft; name, tags and group in place; the original; undo."""
    with Desk() as desk:
        app = open_runs(desk)
        before = content_hash(desk.runs)
        table = app.find("table", "Runs")
        name = table.row(2)[0]
        table.cell(2, "State").double_click()
        app.wait(lambda: field(app, "Name") == name, "the run")
        app.find("push button", "Edit description").click()
        text = app.find("text", "Description")
        desk.type("A **wide** head")
        app.find("check box", "Preview").click()
        app.wait(lambda: app.find_all("label", "Preview of the description"), "the preview")
        desk.shot("commands-preview")
        app.find("check box", "Preview").click()
        text.click()
        desk.shot("commands-description")
        assert check_names(app) == [], check_names(app)
        desk.key("ctrl+Return")
        said(app, "Description saved.")
        app.wait(lambda: app.find_all("label", "Description"), "the text to be shown", SLOW)
        desk.shot("commands-edited")
        # A text that is left is offered again.
        desk.key("F2")
        app.find("text", "Description")
        desk.type(" and more")
        desk.key("Escape")
        app.find("label", "A text of yours is not saved: the pencil goes on with it.")
        app.find("push button", "Edit description").click()
        app.find("label", "This is your text from before, which was not saved.")
        app.find("push button", "Use the saved text").click()
        desk.key("Escape")
        app.wait(lambda: not app.find_all("text", "Description"), "the editor to close")
        # In place.
        app.find("push button", "Edit Name").click()
        desk.key("ctrl+a")
        desk.type("renamed here")
        desk.key("Return")
        said(app, "1 run renamed.")
        app.wait(lambda: field(app, "Name") == "renamed here", "the new name", SLOW)
        selector = app.find(TREES, "Run selector")
        app.wait(lambda: any(row[0].startswith("renamed here") for row in selector.rows()), "the name in the selector", SLOW)
        app.find("check box", "Show original of Name").click()
        app.wait(lambda: field(app, "Name") == name, "the original name")
        app.find("push button", "Restore original of Name").click()
        app.wait(lambda: not app.find_all(None, "Show original of Name"), "the name to be the original one", SLOW)
        app.wait(lambda: field(app, "Name") == name, "the original name to stay", SLOW)
        app.find("push button", "Edit Tags").click()
        app.find("text", "Find or add a tag")
        desk.type("nightly")
        desk.key("Return")
        app.wait(lambda: "nightly" in field(app, "Tags"), "the tag", SLOW)
        desk.shot("commands-tags")
        desk.key("Escape")
        app.find("push button", "Edit Group").click()
        desk.key("ctrl+a")
        desk.type("double")
        desk.key("Return")
        app.wait(lambda: field(app, "Group") == "double", "the group", SLOW)
        tab(app, "Runs")
        row = table.find_row("Name", name)
        cells = table.rows(row, row + 1, cols=["Notes", "Tags", "Group"])[0]
        assert cells[0].startswith("A **wide** head") and "nightly" in cells[1] and cells[2] == "double", cells
        desk.shot("commands-edited-table")
        # The newest of both is taken back: first the sort, then the group.
        table.header("Runtime").click()
        app.wait(lambda: app.find_all("push button", "Undo sort order"), "the sort", SLOW)
        app.find("push button", "Undo sort order").click()
        app.find("push button", "Undo group").click()
        row = table.find_row("Name", name)
        app.wait(lambda: table.rows(row, row + 1, cols=["Group"])[0][0] != "double", "the group to go", SLOW)
        assert content_hash(desk.runs) == before
        assert app.quit() == 0


def case_edit_many():
    """Tags, group and description of ticked runs, by the bar and by the menus; what is on some is half ticked."""
    with Desk() as desk:
        app = open_runs(desk)
        table = app.find("table", "Runs")
        first = tick(app, 1)[0]
        app.find("push button", "Tags").click()
        app.find("text", "Find or add a tag")
        desk.type("alpha")
        desk.key("Return")
        said(app, "Tags changed on 1 run.")
        desk.key("Escape")
        table.cell(4, "Name").toggle()
        app.find("label", "2 selected")
        other = table.row(4)[0]
        app.find("push button", "Tags").click()
        tags = app.find("list", "Tags")
        item = app.wait(lambda: next((w for w in tags.children() if w.name == "alpha"), None), "the tag", SLOW)
        desk.shot("commands-tags-of-two")
        item.click()
        said(app, "Tags changed on 1 run.")

        def tagged(name):
            return "alpha" in table.rows(cols=["Tags"])[table.find_row("Name", name)][0]

        app.wait(lambda: tagged(first) and tagged(other), "both to have the tag", SLOW)
        desk.key("Escape")
        app.find("push button", "Set group").click()
        app.find("text", "Find or name a group")
        desk.type("pair")
        desk.key("Return")
        said(app, "Group changed on 2 runs.")
        app.wait(lambda: [row[0] for row in table.rows(cols=["Group"])].count("pair") == 2, "the group of both", SLOW)
        desk.key("F2")
        app.dialog("Edit description").find("text", "Description")
        desk.type("both of them")
        desk.key("ctrl+Return")
        dialogs_gone(app)
        said(app, "Description saved for 2 runs.")
        app.wait(lambda: [row[0] for row in table.rows(cols=["Notes"])].count("both of them") == 2, "both notes", SLOW)
        app.wait(lambda: app.find("push button", "Undo description").enabled, "Undo", SLOW)
        desk.key("ctrl+z")
        app.wait(lambda: "both of them" not in [row[0] for row in table.rows(cols=["Notes"])], "the notes to go", SLOW)
        app.wait(lambda: app.find("push button", "Undo group").enabled, "Undo", SLOW)
        desk.key("ctrl+z")
        app.wait(lambda: "pair" not in [row[0] for row in table.rows(cols=["Group"])], "the group to go", SLOW)
        assert app.quit() == 0


def case_commands_japanese():
    """The same words for a Japanese user: delete, the trash, undo, why not."""
    with Desk() as desk:
        app = desk.launch([driving.PROGRAM, str(desk.runs / "small/wandb")],
                          env={"LC_ALL": "ja_JP.UTF-8", "LANGUAGE": "ja"})
        app.wait(lambda: app.find_all("label", re.compile("^8 件の run を読み込みました")), "the runs", SLOW)
        app.find("page tab", "Run 一覧").click()
        table = app.wait(lambda: app.find_all("table", "Run 一覧"), "the table")[0]
        for row in (1, 3):
            table.cell(row, 0).toggle()
        app.find("label", "2 件を選択")
        stop = app.find("push button", "run を停止")
        assert not stop.enabled and "実行中ではありません。" in stop.description, stop.description
        desk.shot("commands-japanese-bar")
        app.find("push button", "タグ").click()
        app.find("text", "タグを検索または追加")
        desk.shot("commands-japanese-tags")
        desk.key("Escape")
        table.cell(1, 1).right_click()
        app.menu_item("状態を設定…")
        app.dialog("状態を設定").find("radio button", "停止済み").click()
        desk.shot("commands-japanese-mark")
        desk.key("Escape")
        dialogs_gone(app)
        app.find("push button", "削除").click()
        dialog = app.dialog("run を削除")
        dialog.find("label", "2 件の run を削除しますか?")
        dialog.find("push button", "キャンセル")
        desk.shot("commands-japanese-delete")
        dialog.find("push button", "削除").click()
        said(app, "2 件の run をゴミ箱に移動しました。")
        app.find("push button", "ゴミ箱").click()
        trash = app.find("table", "ゴミ箱")
        app.wait(lambda: trash.n_rows == 2, "two runs in the trash", SLOW)
        desk.shot("commands-japanese-trash")
        assert app.quit() == 0


def case_not_running():
    """What cannot be done is disabled and says why."""
    with Desk() as desk:
        app = open_runs(desk, desk.runs / "small/wandb")
        tick(app, 0)
        assert app.find("push button", "Stop run").description == "It is not running.", "why it cannot be stopped"
        assert not app.find("push button", "Stop run").enabled
        assert app.quit() == 0


if __name__ == "__main__":
    driving.run(globals())
