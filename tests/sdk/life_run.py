# SPDX-License-Identifier: GPL-3.0-or-later
"""How runs begin and end, with a recorder: life_run.py SCENARIO [ARGUMENT …]

WANDB_BASE_URL says where it is. What there is to tell is told as one JSON document in the file expected.json of the
working directory."""
import json
import os
import pty
import select
import signal
import sys
import time

import wandb


def tell(**document):
    with open("expected.json", "w", encoding="utf-8") as file:
        json.dump(document, file)


def log(run, count, **more):
    for _ in range(count):
        run.log({"a": run.step} | more)


def until_recorded(run, step):
    """Waits until the recorder has the step: what was logged is on its way for a second."""
    while True:
        found = wandb.Api().run(run.path).summary.get("_step", -1)
        if found >= step:
            return
        time.sleep(0.2)


def begin(resume=None):
    wandb.setup()
    begun = time.monotonic()
    run = wandb.init(project="life", id="r1", resume=resume)
    seconds = time.monotonic() - begun
    start = run.starting_step
    log(run, 3)
    tell(start=start, seconds=seconds)
    run.finish()


def auto():
    """Ends without a word, as when the power fails; the next one goes on with it."""
    run = wandb.init(project="life", resume="auto")
    tell(id=run.id, start=run.starting_step)
    log(run, 3)
    if run.starting_step == 0:
        until_recorded(run, 2)
        os.kill(os.getpid(), signal.SIGKILL)
    run.finish()


def rewind():
    run = wandb.init(project="life", resume_from="r1?_step=1")
    run.log({"a": 100})
    tell(id=run.id)
    run.finish()


def fork():
    run = wandb.init(project="life", fork_from="r1?_step=1")
    run.log({"a": 200})
    tell(id=run.id)
    run.finish()


def preempted():
    run = wandb.init(project="life", id="preempted", resume="allow")
    log(run, 2)
    if run.starting_step == 0:
        run.mark_preempting()
        sys.exit(1)


def finish_code():
    run = wandb.init(project="life", id="code")
    log(run, 1)
    run.finish(exit_code=3)


def interrupted():
    run = wandb.init(project="life", id="interrupted")
    log(run, 1)
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(60)


def asking():
    """Asks something of a terminal that has none to say: end of input is an error."""
    run = wandb.init(project="life", id="asking")
    log(run, 1)
    input("name? ")


def same_id():
    run = wandb.init(project="life", id="twice")
    print("a writer")
    log(run, 3)
    run.finish()


def both_at_once(inner=False):
    """Two processes with one ID, one within the other's time."""
    run = wandb.init(project="life", id="both")
    log(run, 5)
    until_recorded(run, 4)
    if not inner:
        os.spawnv(os.P_WAIT, sys.executable, [sys.executable, __file__, "both_at_once", "inner"])
    log(run, 5)
    run.finish()


class Prompt:
    """Python at a terminal, as a person uses it."""

    def __init__(self):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.environ["TERM"] = "dumb"
            os.execv(sys.executable, [sys.executable, "-q"])
        self.wait_for(b">>> ")

    def wait_for(self, words):
        seen = b""
        while words not in seen:
            if not select.select([self.terminal], [], [], 50)[0]:
                raise SystemExit(f"the prompt did not come: {seen.decode(errors='replace')}")
            seen += os.read(self.terminal, 65536)

    def say(self, line):
        os.write(self.terminal, line.encode() + b"\n")
        self.wait_for(b">>> ")

    def end(self):
        """Ctrl+D."""
        os.write(self.terminal, b"\x04")
        try:
            while os.read(self.terminal, 65536):
                pass
        except OSError:
            pass  # a terminal whose program has ended is read with an error
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def prompt():
    python = Prompt()
    python.say("import wandb")
    python.say("run = wandb.init(project='life', id='prompt')")
    python.say("run.log({'a': 1})")
    tell(status=python.end())


class Notebook:
    """A kernel as a notebook has one."""

    def __init__(self):
        from jupyter_client.manager import start_new_kernel

        self.manager, self.client = start_new_kernel(kernel_name="python3", startup_timeout=60)

    def cell(self, text):
        shown = []

        def show(message):
            if message["msg_type"] == "error":
                raise SystemExit("\n".join(message["content"]["traceback"]))
            shown.append(message["content"].get("text", "") or str(message["content"].get("data", "")))

        self.client.execute_interactive(text, timeout=60, output_hook=show)
        return "".join(shown)

    def end(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel()


def notebook():
    """Never calls finish: each run ends when the next one begins, the last one with the kernel."""
    book = Notebook()
    shown = book.cell("import wandb\nrun = wandb.init(project='life', id='cell1')")
    book.cell("for i in range(3):\n    run.log({'a': i})\nprint('in a cell')")
    book.cell("run = wandb.init(project='life', id='cell2')")
    book.cell("run.log({'a': 7})")
    book.cell(f"import sys\nsys.path.insert(0, {os.path.dirname(__file__)!r})\n"
              "from life_run import until_recorded\nuntil_recorded(run, 0)")
    states = {run: wandb.Api().run(f"local/life/{run}").state for run in ("cell1", "cell2")}
    book.end()
    tell(states=states, shown=shown)


def refused(name, resume=None):
    """Tells how long it takes until it is refused, and ends with the words of that."""
    wandb.setup()
    begun = time.monotonic()
    try:
        wandb.init(project="life", id=name, resume=resume)
    finally:
        tell(seconds=time.monotonic() - begun)


def ask(what, name):
    """Asks something of a run by the public API: "stop" or "delete"."""
    getattr(wandb.Api().run(f"local/life/{name}"), what)()


def forever(name):
    """Trains until it is interrupted."""
    answers = os.fdopen(os.dup(1), "w")
    with wandb.init(project="life", id=name) as run:
        print("begun", file=answers, flush=True)
        while True:
            log(run, 1)
            time.sleep(0.1)


def lead(name):
    """A run on a lead: does what it is told line by line, and answers each with a word."""
    answers = os.fdopen(os.dup(1), "w")
    run = wandb.init(project="life", id=name)
    print("begun", file=answers, flush=True)
    for line in sys.stdin:
        exec(line, globals() | {"run": run})
        print("done", file=answers, flush=True)


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
