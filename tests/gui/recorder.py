#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Recording runs on this computer from the real window: recorder.py PROGRAM PYTHON [CASE…]

PYTHON is one with the SDK. With SHOTS=folder, screenshots are left there."""
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import cases  # noqa: E402
from atspi_drive import check_names  # noqa: E402
from cases import FolderDesk, tab  # noqa: E402

PROGRAM, PYTHON = (os.path.abspath(path) for path in sys.argv[1:3])
TREES = ("tree", "tree table")
ON = re.compile(r"^Recording on 127\.0\.0\.1:\d+$")
OFF = re.compile(r"^Recorder (is off$|off since \d)")
STATUS = re.compile(r"^(Recording on|Recorder off|Recording could|Recorder is |Recorder cannot|Recorder's disk|The recorder keeps)")

# Does what it is told line by line, as a training script would.
SCRIPT = """
import json, os, sys
answers = os.fdopen(os.dup(1), "w")
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
import wandb
run = wandb.init(%s)
print(json.dumps({"id": run.id, "path": run.path, "url": run.url, "name": run.name}), file=answers, flush=True)
for line in sys.stdin:
    exec(line)
    print("done", file=answers, flush=True)
"""


class Training:
    """A script that logs with the SDK, with nothing in its environment but what is given."""

    def __init__(self, desk, init="", **environment):
        plain = {k: v for k, v in desk.env.items() if not k.startswith("WANDB_")}
        plain.update(WANDB_ERROR_REPORTING="false", WANDB_SILENT="true", NO_PROXY="127.0.0.1", **environment)
        folder = desk.folder / "scripts"
        folder.mkdir(exist_ok=True)
        self.said = open(desk.folder / "training.log", "ab")
        self.process = subprocess.Popen([PYTHON, "-c", SCRIPT % init], cwd=folder, env=plain, text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.said)
        line = self.process.stdout.readline()
        assert line, (desk.folder / "training.log").read_text()
        self.run_facts = json.loads(line)
        self.id, self.url, self.name = (self.run_facts[key] for key in ("id", "url", "name"))

    def run(self, line):
        print(line, file=self.process.stdin, flush=True)
        answer = self.process.stdout.readline()
        assert answer == "done\n", answer + pathlib.Path(self.said.name).read_text()

    def end(self):
        self.process.stdin.close()
        self.process.wait(150)
        self.said.close()

    @staticmethod
    def refused(desk, init, **environment):
        """What the SDK says of an init() that is turned down."""
        plain = {k: v for k, v in desk.env.items() if not k.startswith("WANDB_")}
        plain.update(WANDB_ERROR_REPORTING="false", NO_PROXY="127.0.0.1", **environment)
        said = subprocess.run([PYTHON, "-c", f"import wandb\nwandb.init({init})"], cwd=desk.folder / "scripts", env=plain,
                              capture_output=True, text=True, timeout=120)
        assert said.returncode != 0, said.stdout + said.stderr
        return said.stdout + said.stderr


class Desk(FolderDesk):
    """A desktop whose recorder ends with it."""

    def __exit__(self, *exc):
        if running := self.running():
            os.kill(running["pid"], signal.SIGTERM)
            self.until(lambda: not self.running(), "the recorder to end")
        super().__exit__(*exc)

    @property
    def store(self):
        return pathlib.Path(self.env["XDG_DATA_HOME"]) / "runglass/runs.db"

    def running(self):
        """Address and number of the recorder that answers; nothing when there is none."""
        try:
            lines = pathlib.Path(f"{self.store}.lock").read_text().splitlines()
            assert urllib.request.urlopen(lines[0] + "/ready", timeout=5).read() == b"ok\n"
            return {"url": lines[0], "pid": int(lines[1])}
        except (OSError, IndexError):
            return None

    @staticmethod
    def until(condition, what, patience=30):
        end = time.monotonic() + patience
        while not condition():
            assert time.monotonic() < end, f"waited for {what}"
            time.sleep(0.05)

    def command(self, *arguments, **more):
        return subprocess.run([PROGRAM, *map(str, arguments)], env=dict(self.env, **more), capture_output=True, text=True,
                              cwd=self.folder, timeout=60)

    def for_scripts(self):
        """What `serve --print-env` says."""
        said = self.command("serve", "--print-env").stdout
        return dict(re.findall(r"^export (WANDB_\w+)=(.*)$", said, re.M))


def recorder(app):
    """What the status line says of it."""
    found = app.find_all("push button", STATUS)
    return found[0].name if found else ""


def start(desk, app):
    app.menu("File", "Record runs on this computer")
    app.wait(lambda: ON.match(recorder(app)), "the recorder to run", 30)
    return desk.running()


def soon(app, condition, what):
    """Waits for what a script has sent, and says how long it took."""
    begun = time.monotonic()
    app.wait(condition, what, 30)
    print(f"{what}: {time.monotonic() - begun:.2f} s")


def case_start_and_stop():
    """It starts from the empty window, outlives it, is found by the next, is not started twice, and keeps its port."""
    with Desk() as desk:
        app = desk.launch([PROGRAM])
        app.find("label", "No runs yet")
        app.wait(lambda: recorder(app) == "Recorder is off", "it to be off")
        desk.shot("recorder-empty")
        assert check_names(app) == [], check_names(app)
        app.find("push button", "Start recording").click()
        app.wait(lambda: ON.match(recorder(app)), "it to run", 30)
        first = desk.running()
        assert recorder(app) == "Recording on " + first["url"][7:]
        app.find("label", "Nothing was recorded yet.")
        assert "This computer" in [row[0] for row in app.find(TREES, "Projects").rows()]
        desk.shot("recorder-on")
        app.find("push button", ON).click()
        dialog = app.window("Recorder")
        assert dialog.find("text", "Address").text == first["url"]
        assert dialog.find("text", "Store").text == str(desk.store)
        assert check_names(app) == [], check_names(app)
        desk.shot("recorder-dialog")
        dialog.find("push button", "Copy: Address").click()
        assert desk.clipboard() == first["url"]
        dialog.find("push button", "Close").click()
        assert app.quit() == 0
        assert desk.running() == first, "it goes on without the window"
        app = desk.open_program(PROGRAM)
        app.wait(lambda: ON.match(recorder(app)), "it to be found")
        app.menu("File", "Stop recording")
        app.wait(lambda: OFF.match(recorder(app)), "it to end")
        assert not desk.running()
        assert app.find("push button", OFF).description.startswith("Recorder off since ")
        second = start(desk, app)
        assert second["url"] == first["url"] and second["pid"] != first["pid"], (first, second)
        app.quit()


def case_live():
    """A script's run shows within a second beside other sources, and the folder that the SDK leaves is a place of it."""
    with Desk() as desk:
        scripts = desk.folder / "scripts"
        (scripts / "wandb").mkdir(parents=True)
        app = desk.launch([PROGRAM, str(scripts)])
        running = start(desk, app)
        other = Training(desk, "project='other', mode='offline'")
        training = Training(desk, "project='train', config={'lr': 0.1}", **desk.for_scripts())
        tab(app, "Runs")
        table = app.find("table", "Runs")
        soon(app, lambda: table.n_rows == 2, "both runs appear")
        training.run("[run.log({'loss': 1.0 / (i + 1)}) for i in range(20)]")
        training.run("print('hello from the script')")
        row = table.find_row("Name", training.name)
        soon(app, lambda: "loss" in table.headers(), "its points appear")
        desk.shot("recorder-live")
        other.run("run.log({'a': 1})")
        other.end()
        training.end()
        soon(app, lambda: [table.row(i)[1] for i in range(2)] == ["Finished", "Finished"], "both finish")
        assert table.n_rows == 2 and row is not None
        cases.go_to(desk, app, training.url)
        tab(app, "Overview")
        app.wait(lambda: app.find("text", "Name").text == training.name, "the run by its address")
        assert app.find("text", "Run path").text == f"local/train/{training.id}"
        folder = next((scripts / "wandb").glob(f"run-*-{training.id}"))
        assert str(folder) in app.find("text", "Locations").text, app.find("text", "Locations").text
        desk.shot("recorder-overview")
        tab(app, "Logs")
        log = app.find("text", "Log")
        app.wait(lambda: "hello from the script" in log.text, "the console")
        tab(app, "Files")
        app.wait(lambda: "wandb-metadata.json" in [r[0] for r in app.find(TREES, "Files").rows()], "its files")
        for sources in (["default", scripts], [scripts, "default"]):
            listed = json.loads(desk.command("list", *sources, "--json").stdout)
            assert sorted(run["id"] for run in listed) == sorted([training.id, other.id]), listed
        shown = json.loads(desk.command("show", training.id, "--source", scripts, "--source", "default", "--json").stdout)
        assert str(folder) in shown["locations"] and shown["source"]["kind"] == "recorder", shown["locations"]
        # Without the recorder's store the folder's run is all that is known.
        app.find(TREES, "Projects").tree_item("This computer").click()
        app.wait(lambda: app.find_all("push button", "Source This computer"), "the breadcrumb")
        app.menu("File", "Close source")
        tab(app, "Runs")
        app.wait(lambda: table.n_rows == 2 and len({r[0] for r in table.rows()} & {training.name}) == 0, "the folder's run")
        assert app.quit() == 0
        assert desk.running() == running


def case_commands():
    """A recorded run is renamed, stopped once, deleted and restored by the real buttons; its ID is burnt meanwhile."""
    with Desk() as desk:
        app = desk.launch([PROGRAM])
        start(desk, app)
        training = Training(desk, "project='train', id='told'", **desk.for_scripts())
        training.run("run.log({'loss': 1})")
        training.run("import signal; caught = []; signal.signal(signal.SIGINT, lambda *_: caught.append(1))")
        tab(app, "Runs")
        table = app.find("table", "Runs")
        app.wait(lambda: table.n_rows == 1 and table.row(0)[1] == "Running", "the run", 30)
        table.cell(0, "State").double_click()
        app.wait(lambda: app.find("text", "State").text == "Running", "its page")
        app.find("push button", "Edit Name").click()
        desk.key("ctrl+a")
        desk.type("renamed here")
        desk.key("Return")
        app.wait(lambda: app.find("text", "Name").text == "renamed here", "the new name", 30)
        app.find("push button", "Stop run").click()
        dialog = app.dialog("Stop run")
        stop = dialog.find("push button", "Stop")
        app.wait(lambda: stop.enabled, "the process to be proved", 30)
        assert dialog.find("text", "Process").text.startswith(f"{training.process.pid} of ")
        desk.shot("recorder-command-stop")
        stop.click()
        app.wait(lambda: app.find("text", "State").text == "Stopping…", "the state to say so", 30)
        training.run("import time; [time.sleep(0.05) for _ in range(400) if not caught]")
        training.run("assert caught == [1], caught")
        training.end()
        app.wait(lambda: app.find("text", "State").text not in ("Running", "Stopping…"), "the state to follow", 30)
        tab(app, "Runs")
        table.cell(0, "State").click()
        desk.key("Delete")
        dialog = app.dialog("Delete runs")
        app.wait(lambda: dialog.find("push button", "Delete").enabled, "what it costs", 30)
        desk.shot("recorder-command-delete")
        dialog.find("push button", "Delete").click()
        app.wait(lambda: table.n_rows == 0 or not table.showing, "the run to go", 30)
        refused = Training.refused(desk, "project='train', id='told'", **desk.for_scripts())
        assert "told" in refused and "trash" in refused.lower(), refused
        app.find("push button", "Undo", nth=-1).click()
        app.wait(lambda: table.showing and table.n_rows == 1, "the run to come back", 30)
        assert table.row(0)[:2] == ["renamed here", "Killed"], table.row(0)
        assert app.quit() == 0


def case_stop_elsewhere():
    """A run that is asked to stop from the command line is "Stopping…" in the window too, until it has ended."""
    with Desk() as desk:
        app = desk.launch([PROGRAM])
        start(desk, app)
        training = Training(desk, "project='train', id='told'", **desk.for_scripts())
        training.run("run.log({'loss': 1})")
        training.run("import signal; caught = []; signal.signal(signal.SIGINT, lambda *_: caught.append(1))")
        tab(app, "Runs")
        table = app.find("table", "Runs")
        app.wait(lambda: table.n_rows == 1 and table.row(0)[1] == "Running", "the run", 30)
        said = desk.command("stop", "told", "--yes")
        assert said.returncode == 0, said.stderr
        app.wait(lambda: table.row(0)[1] == "Stopping…", "the table to say so", 30)
        table.cell(0, "State").double_click()
        app.wait(lambda: app.find("text", "State").text == "Stopping…", "its page to say so", 30)
        assert not app.find("push button", "Stop run").enabled, "no second interrupt at once"
        desk.shot("recorder-stopping-elsewhere")
        training.run("import time; [time.sleep(0.05) for _ in range(400) if not caught]")
        training.run("assert caught == [1], caught")
        training.end()
        app.wait(lambda: app.find("text", "State").text == "Killed", "the state to follow", 30)
        assert app.quit() == 0


def case_delete_artifacts():
    """Whether artifacts go too: the box says what that frees, what another run uses stays, Empty trash frees the rest."""
    with Desk() as desk:
        app = desk.launch([PROGRAM])
        start(desk, app)
        training = Training(desk, "project='train', id='maker'", **desk.for_scripts())
        training.run("import os")
        for name in ("model", "data"):
            training.run(f"open('{name}', 'wb').write(os.urandom(300_000)); a = wandb.Artifact('{name}', 'kind'); "
                         f"a.add_file('{name}'); run.log_artifact(a).wait()")
        training.end()
        other = Training(desk, "project='train', id='user'", **desk.for_scripts())
        other.run("run.use_artifact('data:v0')")
        other.end()
        blobs = desk.store.with_name("runs.db-files") / "artifacts/blobs"
        assert sum(path.is_file() for path in blobs.rglob("*")) == 2, list(blobs.rglob("*"))
        tab(app, "Runs")
        table = app.find("table", "Runs")
        app.wait(lambda: [row[1] for row in table.rows()] == ["Finished", "Finished"], "both runs", 30)
        # The newest comes first.
        table.cell(1, "State").click()
        desk.key("Delete")
        dialog = app.dialog("Delete runs")
        box = app.wait(lambda: dialog.find_all("check box", "Also delete the 1 artifact that only these runs made"),
                       "the artifact", 30)[0]
        assert not box.checked and re.match(r"(29|30)\d(\.\d)? KB", box.description), box.description
        dialog.find("label", "1 artifact stays: other runs use it.")
        box.click()
        assert check_names(app) == [], check_names(app)
        desk.shot("recorder-delete-artifacts")
        dialog.find("push button", "Delete").click()
        app.wait(lambda: table.n_rows == 1, "the run to go", 30)
        app.find("push button", "Trash").click()
        trash = app.find("table", "Trash")
        app.wait(lambda: trash.n_rows == 1, "the run in the trash", 30)
        size = trash.rows(cols=["Size"])[0][0]
        assert re.match(r"[3-9]\d\d(\.\d)? KB|\d(\.\d)? MB", size), size
        assert sum(path.is_file() for path in blobs.rglob("*")) == 2, "nothing goes before the trash is emptied"
        app.find("push button", "Empty trash…").click()
        app.wait(lambda: app.find_all("alert", "Empty trash"), "the question")[0].find("push button", "Empty trash").click()
        app.wait(lambda: app.find_all("label", "Trash is empty."), "the empty trash", 30)
        assert sum(path.is_file() for path in blobs.rglob("*")) == 1, list(blobs.rglob("*"))
        # What stays can be used.
        again = Training(desk, "project='train', id='again'", **desk.for_scripts())
        again.run("import os; assert os.path.getsize(run.use_artifact('data:latest').file()) == 300_000")
        again.end()
        assert app.quit() == 0


def case_stop_while_active():
    """Who stops the recorder under a running script is asked; "when they end" waits for it."""
    with Desk() as desk:
        app = desk.launch([PROGRAM])
        start(desk, app)
        training = Training(desk, "project='train'", **desk.for_scripts())
        training.run("run.log({'loss': 1})")
        tab(app, "Runs")
        table = app.find("table", "Runs")
        app.wait(lambda: table.n_rows == 1 and table.row(0)[1] == "Running", "the run")
        app.menu("File", "Stop recording")
        question = app.dialog("Stop recording")
        desk.shot("recorder-stop")
        question.find("push button", "Stop when they end").click()
        app.wait(lambda: recorder(app) == "The recorder keeps running until 1 active run ends.", "the status to say so")
        assert desk.running()
        training.end()
        app.wait(lambda: OFF.match(recorder(app)), "it to end with the run", 30)
        assert table.row(0)[1] == "Finished"
        # Killed under a running script: the state is not known any more, and says since when.
        start(desk, app)
        training = Training(desk, "project='train'", **desk.for_scripts())
        app.wait(lambda: table.n_rows == 2 and "Running" in [r[1] for r in table.rows()], "another run")
        app.menu("File", "Stop recording")
        app.dialog("Stop recording").find("push button", "Stop now").click()
        app.wait(lambda: "Unknown" in [r[1] for r in table.rows()], "its state to be unknown")
        state = table.cell(table.find_row("Name", training.name), "State")
        assert "recorder off since" in state.description.lower(), state.description
        desk.shot("recorder-off-since")
        start(desk, app)
        app.wait(lambda: "Running" in [r[1] for r in table.rows()], "it to be running again", 60)
        training.end()
        app.quit()


def case_set_up():
    """Set up, a bare wandb.init() logs here; undo brings back every byte."""
    with Desk() as desk:
        home = pathlib.Path(desk.env["HOME"])
        netrc, settings = home / ".netrc", home / ".config/wandb/settings"
        settings.parent.mkdir(parents=True)
        before = {netrc: b"machine api.example.org login nico password secret\n# kept\n",
                  settings: b"[default]\nbase_url = https://wandb.example.org\nentity = nico-team\n"}
        for path, text in before.items():
            path.write_bytes(text)
        netrc.chmod(0o600)
        app = desk.launch([PROGRAM])
        app.find("label", "No runs yet")
        app.menu("File", "Set up this computer…")
        dialog = app.dialog("Set up this computer")
        dialog.find("push button", "Start recording").click()
        preview = dialog.find("text", "What is written", timeout=30)
        app.wait(lambda: "base_url = http://127.0.0.1:" in preview.text, "the preview")
        assert "~/.netrc (changed)" in preview.text and "− base_url = https://wandb.example.org" in preview.text
        assert "local-" not in preview.text, "the key is nobody's to see"
        assert check_names(app) == [], check_names(app)
        desk.shot("recorder-set-up")
        assert {path: path.read_bytes() for path in before} == before, "nothing is written before it is said"
        dialog.find("push button", "Set up").click()
        app.wait(lambda: b"127.0.0.1" in settings.read_bytes(), "the files")
        written = settings.read_text()
        assert f"base_url = {desk.running()['url']}" in written and "x_file_stream_transmit_interval = 1" in written
        assert netrc.read_bytes().startswith(before[netrc]) and netrc.stat().st_mode & 0o777 == 0o600
        training = Training(desk)
        training.run("[run.log({'loss': i}) for i in range(5)]")
        tab(app, "Runs")
        table = app.find("table", "Runs")
        soon(app, lambda: table.n_rows == 1 and table.row(0)[0] == training.name, "the run appears")
        soon(app, lambda: "loss" in table.headers(), "its points appear")
        training.end()
        app.wait(lambda: table.row(0)[1] == "Finished", "it to finish")
        app.menu("File", "Undo set-up…")
        app.dialog("Undo set-up").find("push button", "Undo set-up").click()
        app.wait(lambda: settings.read_bytes() == before[settings], "the files to be as they were")
        assert netrc.read_bytes() == before[netrc] and netrc.stat().st_mode & 0o777 == 0o600
        app.quit()


def case_port_taken():
    """A port that another program has is no silent failure; another one can be chosen, and is kept."""
    with Desk() as desk:
        app = desk.launch([PROGRAM])
        first = start(desk, app)
        app.menu("File", "Stop recording")
        app.wait(lambda: OFF.match(recorder(app)), "it to end")
        port = int(first["url"].rsplit(":", 1)[1])
        with socket.socket() as other:
            other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            other.bind(("127.0.0.1", port))
            other.listen()
            app.menu("File", "Record runs on this computer")
            app.wait(lambda: recorder(app) == "Recording could not start", "the failure")
            app.find("push button", "Recording could not start").click()
            dialog = app.window("Recorder")
            dialog.find("label", f"Recording could not start: port {port} is used by another program.")
            assert check_names(app) == [], check_names(app)
            desk.shot("recorder-port")
            dialog.find("push button", "Use another port").click()
            app.wait(lambda: ON.match(recorder(app)), "it to run", 30)
            dialog.find("push button", "Close").click()
        second = desk.running()
        assert second["url"] != first["url"]
        app.menu("File", "Stop recording")
        app.wait(lambda: OFF.match(recorder(app)), "it to end")
        assert start(desk, app)["url"] == second["url"], "it keeps the new one"
        app.quit()


def case_cannot_write():
    """A recorder whose file may not grow (here: by a limit on file sizes) answers "again", and the window says why."""
    with Desk() as desk:
        app = desk.launch(["/bin/sh", "-c", 'ulimit -f 4000; exec "$@"', "sh", PROGRAM])
        start(desk, app)
        training = Training(desk, "project='train'", **desk.for_scripts())
        training.run("[run.log({f'key{k}': i + k / 7 for k in range(50)}) for i in range(2000)]")
        app.wait(lambda: recorder(app) in ("Recorder cannot write", "Recorder's disk is full"), "the trouble", 60)
        assert "Scripts try again" in app.find("push button", STATUS).description
        desk.shot("recorder-cannot-write")
        training.process.kill()
        app.quit()


def case_open_address():
    """The program started with the address of a run opens the recorder's store and shows the run."""
    with Desk() as desk:
        assert desk.command("serve", "--background").returncode == 0
        training = Training(desk, "project='train'", **desk.for_scripts())
        training.run("run.log({'loss': 1})")
        training.end()
        page = urllib.request.urlopen(training.url, timeout=10).read().decode()
        assert f"runglass {desk.store} {training.url}" in page, page
        app = desk.open_program(PROGRAM, training.url)
        app.wait(lambda: app.find_all("text", "Run path") and app.find("text", "Run path").text == f"local/train/{training.id}",
                 "the run")
        second = subprocess.run([PROGRAM, training.url.replace(training.id, "nosuchid")], env=desk.env, timeout=60)
        assert second.returncode == 0
        app.wait(lambda: app.find_all("label", re.compile("^No open source has the run of http://127")), "the refusal")
        app.quit()


def case_at_login():
    """The unit of systemd's user manager: enabled and disabled by the menu; without a manager it is said why not."""
    with Desk() as desk:
        app = desk.launch([PROGRAM], env={"PATH": str(desk.folder / "none")})
        app.find("label", "No runs yet")
        app.menu("File", "Start recording at login")
        box = app.dialog("Start recording at login")
        box.find("label", re.compile("^systemd's user manager cannot be reached: "))
        desk.shot("recorder-no-systemd")
        box.find("push button", "Close").click()
        app.quit()
        tools = desk.folder / "bin"
        tools.mkdir()
        # Does what systemctl does with a unit's files, and notes what it was asked for.
        (tools / "systemctl").write_text(f"""#!/bin/sh
echo "$@" >> {desk.folder}/asked
units="$XDG_CONFIG_HOME/systemd/user"
case "$2" in
  cat) cat "$units/$3" ;;
  enable) mkdir -p "$units/default.target.wants" && ln -sf "../$3" "$units/default.target.wants/$3" ;;
  disable) rm -f "$units/default.target.wants/$3" ;;
esac
""")
        (tools / "systemctl").chmod(0o755)
        app = desk.launch([PROGRAM], env={"PATH": f"{tools}:{desk.env['PATH']}"})
        app.find("label", "No runs yet")
        app.menu("File", "Start recording at login")
        unit = pathlib.Path(desk.env["XDG_CONFIG_HOME"]) / "systemd/user/runglass-recorder.service"
        link = unit.parent / "default.target.wants/runglass-recorder.service"
        app.wait(link.is_symlink, "the unit to be enabled")
        app.wait(lambda: app.find_all("label", "Recording starts at login from now on."), "it to be said")
        text = unit.read_text()
        assert f'ExecStart="{PROGRAM}" serve\n' in text and "@" not in text.replace("@system", "").replace("@priv", "").replace(
            "@res", ""), text
        if shutil.which("systemd-analyze"):
            checked = subprocess.run(["systemd-analyze", "--user", "verify", str(unit)], capture_output=True, text=True)
            assert "runglass" not in checked.stderr, checked.stderr
        app.menu("File", "Start recording at login")
        app.wait(lambda: not link.exists() and not unit.exists(), "what was made to be taken away")
        app.quit()


def case_japanese():
    """The same in Japanese, in the dark."""
    with Desk() as desk:
        app = desk.launch([PROGRAM], env={"LC_ALL": "ja_JP.UTF-8", "LANGUAGE": "ja"})
        app.find("label", "run はまだありません")
        app.menu("表示(V)", "テーマ", "ダーク")
        desk.shot("recorder-empty-ja-dark")
        assert check_names(app) == [], check_names(app)
        app.find("push button", "記録を開始").click()
        app.wait(lambda: app.find_all("push button", re.compile(r"^127\.0\.0\.1:\d+ で記録中$")), "it to run", 30)
        app.find("push button", re.compile("で記録中$")).click()
        app.window("レコーダー")
        desk.shot("recorder-dialog-ja-dark")
        desk.key("Escape")
        app.menu("ファイル(F)", "このコンピューターを設定…")
        app.dialog("このコンピューターを設定").find("text", "書き込む内容")
        desk.shot("recorder-set-up-ja-dark")
        assert check_names(app) == [], check_names(app)
        desk.key("Escape")
        app.quit()


if __name__ == "__main__":
    cases.run(globals(), sys.argv[3:])
