# SPDX-License-Identifier: GPL-3.0-or-later
"""What all drives of the real program share: a desktop with a folder of its own, and how cases are run. With SHOTS=folder,
screenshots are left there."""
import os
import pathlib
import re
import shutil
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from atspi_drive import Session  # noqa: E402

SHOTS = os.environ.get("SHOTS")


class FolderDesk(Session):
    """A desktop beside a folder that goes with it."""

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="runglass-gui-"))
        self.fill()
        return super().__enter__()

    def fill(self):
        """What the folder holds at first: nothing."""

    def __exit__(self, *exc):
        super().__exit__(*exc)
        shutil.rmtree(self.folder, ignore_errors=True)

    def open_program(self, program, *arguments, **options):
        app = self.launch([program, *map(str, arguments)], **options)
        self.loaded(app)
        return app

    @staticmethod
    def loaded(app, patience=30):
        app.wait(lambda: app.find_all("label", re.compile("^Loaded")), "the status label to say Loaded", patience)

    def shot(self, name):
        if SHOTS:
            self.screenshot(os.path.join(SHOTS, name + ".png"))


def tab(app, name):
    app.find("page tab", name).click()


def go_to(desk, app, text):
    """Ctrl+G, as a person would."""
    desk.key("ctrl+g")
    app.dialog("Go to run").find("text").type(text, clear=True, enter=True)
    app.wait(lambda: not [w for w in app.windows() if w.role == "dialog"], "the dialog to close")


def run(names, chosen):
    """Runs the cases of a script: its functions called case_…; all of them when none are chosen."""
    cases = {name[5:]: function for name, function in list(names.items()) if name.startswith("case_")}
    chosen = chosen or list(cases)
    failed = 0
    for case in chosen:
        started = time.time()
        try:
            cases[case]()
            print(f"ok   {case} {time.time() - started:.1f} s", flush=True)
        except Exception as error:  # a failed case must not hide the others
            failed += 1
            print(f"FAIL {case} {time.time() - started:.1f} s {type(error).__name__}: {error}", flush=True)
    print(f"{len(chosen) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)
