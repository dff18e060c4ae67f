#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scripts that log with the real SDK are stopped by the real buttons: stopping.py PROGRAM FIXTURES [CASE…] (see desk.py)

SDK_PYTHON is a Python with the SDK."""
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import desk as driving  # noqa: E402
from commands import SLOW, dialogs_gone, tick  # noqa: E402
from desk import Desk, check_names, field, tab  # noqa: E402

# A training script that logs, and does with an interrupt what it is told.
SCRIPT = """
import json, os, signal, sys, time
answers = os.fdopen(os.dup(1), "w")
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
if "ignore" in sys.argv:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
import wandb
run = wandb.init(project="live", mode="offline", dir=".", settings=wandb.Settings(x_transaction_log_flush_interval=0.2))
other = wandb.init(project="live", mode="offline", dir=".", reinit="create_new") if "two" in sys.argv else None
print(json.dumps({"pid": os.getpid(), "id": run.id, "name": run.name, "other": other and other.id}), file=answers, flush=True)
interrupts = 0
saving = time.monotonic() + 600
step = 0
while time.monotonic() < saving:
    try:
        run.log({"loss": 1 / (step + 1)})
        step += 1
        time.sleep(0.2)
    except KeyboardInterrupt:
        interrupts += 1
        with open(f"interrupts-{os.getpid()}", "w") as file:
            file.write(str(interrupts))
        if "save" not in sys.argv:
            raise
        saving = min(saving, time.monotonic() + 5)
run.finish(exit_code=255)
if other:
    other.finish(exit_code=255)
"""

# One that logs nothing and starts two that do, as torchrun starts a process a graphics card.
LAUNCHER = """
import os, subprocess, sys
ranks = [subprocess.Popen([sys.executable, "-c", sys.argv[1], "save"]) for _ in range(2)]
interrupts = 0
while any(rank.poll() is None for rank in ranks):
    try:
        for rank in ranks:
            rank.wait()
    except KeyboardInterrupt:
        interrupts += 1
        with open(f"interrupts-{os.getpid()}", "w") as file:
            file.write(str(interrupts))
"""


class Training:
    """A script that logs with the real SDK until it is interrupted."""

    def __init__(self, desk, *arguments, command=SCRIPT, writers=1):
        folder = desk.folder / "live"
        folder.mkdir(exist_ok=True)
        environment = {k: v for k, v in os.environ.items() if not k.startswith("WANDB_")}
        environment.update(WANDB_SILENT="true", WANDB_ERROR_REPORTING="false", HOME=str(folder))
        self.folder = folder
        # A group of its own, as a shell with job control makes one.
        self.process = subprocess.Popen([os.environ["SDK_PYTHON"], "-c", command, *arguments], cwd=folder,
                                        env=environment, text=True, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, process_group=0)
        self.writers = [json.loads(self.process.stdout.readline()) for _ in range(writers)]
        self.pid, self.id, self.other = (self.writers[0][key] for key in ("pid", "id", "other"))

    def interrupts(self, pid=None):
        counted = self.folder / f"interrupts-{pid or self.pid}"
        return int(counted.read_text()) if counted.exists() else 0


def open_live(desk, training):
    app = desk.open(desk.folder / "live")
    tab(app, "Runs")
    table = app.find("table", "Runs")
    app.wait(lambda: table.n_rows == 1 and table.row(0)[1] == "Running", "the run to be running", SLOW)
    table.cell(0, "State").double_click()
    tab(app, "Overview")
    app.wait(lambda: field(app, "State") == "Running", "the run", SLOW)
    return app


def case_stop():
    """Stop run on Overview: the dialog names script and process, Cancel leaves it, Stop interrupts it once; it saves and
    ends, and the state says so."""
    with Desk() as desk:
        training = Training(desk, "save")
        app = open_live(desk, training)
        desk.shot("commands-running")
        app.find("push button", "Stop run").click()
        dialog = app.dialog("Stop run")
        process = app.wait(lambda: dialog.find_all("text", "Process"), "the process", SLOW)[0]
        assert process.text.startswith(f"{training.pid} of "), process.text
        assert " -c " in dialog.find("text", "Script").text
        assert check_names(app) == [], check_names(app)
        desk.shot("commands-stop")
        dialog.find("push button", "Cancel").click()
        dialogs_gone(app)
        assert training.process.poll() is None and training.interrupts() == 0
        app.find("push button", "Stop run").click()
        dialog = app.dialog("Stop run")
        app.wait(lambda: dialog.find("push button", "Stop").enabled, "the process", SLOW)
        dialog.find("push button", "Stop").click()
        dialogs_gone(app)
        app.wait(lambda: field(app, "State") == "Stopping…", "the state to say that it stops", SLOW)
        app.wait(lambda: not app.find("push button", "Stop run").enabled, "no second interrupt", SLOW)
        desk.shot("commands-stopping")
        app.wait(lambda: training.process.poll() is not None, "the script to end", 60)
        assert training.interrupts() == 1, training.interrupts()
        app.wait(lambda: field(app, "State") not in ("Running", "Stopping…"), "the state to follow", SLOW)
        print("state:", field(app, "State"))
        app.wait(lambda: not app.find_all("push button", "Stop run"), "the button to go", SLOW)
        assert app.quit() == 0


def case_stop_from_bar():
    """Stop run of ticked runs, from the selection bar; a running run is not deleted."""
    with Desk() as desk:
        training = Training(desk)
        app = open_live(desk, training)
        tab(app, "Runs")
        tick(app, 0)
        delete = app.find("push button", "Delete")
        assert not delete.enabled and delete.description == "It is running: stop it first.", delete.description
        app.find("push button", "Stop run").click()
        dialog = app.dialog("Stop run")
        app.wait(lambda: dialog.find("push button", "Stop").enabled, "the process", SLOW)
        desk.key("Return")
        app.wait(lambda: training.process.poll() is not None, "the script to end", 60)
        table = app.find("table", "Runs")
        app.wait(lambda: table.row(0)[1] not in ("Running", "Stopping…"), "the state to follow", SLOW)
        print("state:", table.row(0)[1])
        app.wait(lambda: delete.enabled, "Delete to be possible", SLOW)
        assert app.quit() == 0


def case_stop_ignored():
    """A script that ignores interrupts: the dialog warns of it; it goes on, and the window says so and goes no further."""
    with Desk() as desk:
        training = Training(desk, "ignore")
        app = open_live(desk, training)
        app.find("push button", "Stop run").click()
        dialog = app.dialog("Stop run")
        app.wait(lambda: dialog.find_all("label", "The script ignores interrupts: it may well go on."), "the warning", SLOW)
        desk.shot("commands-ignores")
        dialog.find("push button", "Stop").click()
        dialogs_gone(app)
        app.wait(lambda: field(app, "State") == "Stopping…", "the state to say that it stops", SLOW)
        app.wait(lambda: app.find_all("label", re.compile(r"^Interrupt sent 3\ds ago\.")), "that it goes on", 60)
        desk.shot("commands-goes-on")
        app.find("push button", "Ask again")
        app.find("push button", "How to end it yourself").click()
        app.find("alert", "How to end it yourself").find("push button", "Close").click()
        assert training.process.poll() is None, "nothing else was sent"
        training.process.kill()
        training.process.wait(30)
        app.wait(lambda: field(app, "State") not in ("Running", "Stopping…"), "the state to follow", SLOW)
        assert app.quit() == 0


def case_stop_two_runs():
    """Two runs of one process: the dialog names the other one, and one interrupt ends both."""
    with Desk() as desk:
        training = Training(desk, "save", "two")
        app = desk.open(desk.folder / "live")
        tab(app, "Runs")
        table = app.find("table", "Runs")
        app.wait(lambda: [row[1] for row in table.rows()] == ["Running", "Running"], "both runs", SLOW)
        driving.go_to(desk, app, training.id)
        app.wait(lambda: field(app, "Run path").endswith(training.id), "the run", SLOW)
        app.find("push button", "Stop run").click()
        dialog = app.dialog("Stop run")
        app.wait(lambda: dialog.find_all("label", re.compile("^This process writes 1 more run")), "the other run", SLOW)
        note = dialog.find("label", re.compile("^This process writes 1 more run")).name
        assert training.other in note, note
        desk.shot("commands-stop-two-runs")
        app.wait(lambda: dialog.find("push button", "Stop").enabled, "the process", SLOW)
        dialog.find("push button", "Stop").click()
        app.wait(lambda: training.process.poll() is not None, "the script to end", 60)
        assert training.interrupts() == 1, training.interrupts()
        tab(app, "Runs")
        app.wait(lambda: not {"Running", "Stopping…"} & {row[1] for row in table.rows()}, "both states to follow", SLOW)
        assert app.quit() == 0


def case_stop_group():
    """As under torchrun: the box interrupts every process of the group, each of which was proved, and each once."""
    with Desk() as desk:
        training = Training(desk, SCRIPT, command=LAUNCHER, writers=2)
        app = desk.open(desk.folder / "live")
        tab(app, "Runs")
        table = app.find("table", "Runs")
        app.wait(lambda: [row[1] for row in table.rows()] == ["Running", "Running"], "both runs", SLOW)
        driving.go_to(desk, app, training.id)
        app.wait(lambda: field(app, "Run path").endswith(training.id), "the run", SLOW)
        app.find("push button", "Stop run").click()
        dialog = app.dialog("Stop run")
        offer = re.compile(r"^Interrupt the \d+ other process(es)? of its group too$")
        box = app.wait(lambda: dialog.find_all("check box", offer), "the group to be offered", SLOW)[0]
        assert not box.checked, "one process alone is what was asked for"
        box.click()
        assert check_names(app) == [], check_names(app)
        desk.shot("commands-stop-group")
        dialog.find("push button", "Stop").click()
        app.wait(lambda: training.process.poll() is not None, "all of them to end", 60)
        pids = [training.process.pid, *(writer["pid"] for writer in training.writers)]
        assert [training.interrupts(pid) for pid in pids] == [1, 1, 1], [training.interrupts(pid) for pid in pids]
        tab(app, "Runs")
        app.wait(lambda: not {"Running", "Stopping…"} & {row[1] for row in table.rows()}, "both states to follow", SLOW)
        assert app.quit() == 0


if __name__ == "__main__":
    driving.run(globals())
