#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window where surroundings are not as usual: any_place.py PROGRAM FIXTURES [CASE…]. See desk.py."""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time

import desk as driving
from desk import PROGRAM, RUNS, Desk, expected, field, loaded_runs, open_run, tree_hash

NO_HOME = {name: "" for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}


def output_of(app):
    return pathlib.Path(app.proc.log).read_text(errors="replace")


def problems(app):
    """What the window's list of problems says, by (where, cause)."""
    # As a screen reader presses it: it moves while the strip says what is being read.
    app.find("push button", re.compile(r"^\d+ problem")).act()
    dialog = app.dialog("What could not be read")
    table = dialog.find("table", "Problems")
    rows = [(row[0], row[1]) for row in table.rows()]
    dialog.find("push button", "Close").click()
    return rows


def case_no_home():
    """Nothing is kept and nothing is written anywhere; the window and standard error say so."""
    with Desk() as desk:
        before = tree_hash(desk.runs)
        root = set(os.listdir("/"))
        here = desk.folder / "here"
        here.mkdir()
        app = desk.open(desk.runs, env=NO_HOME, cwd=here)
        assert app.find("label", re.compile("^Loaded")).name.startswith(f"Loaded {len(RUNS)} runs")
        assert ("This computer", "There is no home directory: what is read is kept in memory only.") in problems(app)
        open_run(desk, app, "history", "Overview")
        assert field(app, "Name") == expected("history")["name"]
        assert app.quit() == 0
        assert "There is no home directory: the window's settings are not kept." in output_of(app), output_of(app)
        assert not list(here.iterdir()) and set(os.listdir("/")) == root, "something was written"
        assert tree_hash(desk.runs) == before


def case_full_disk():
    """An index that cannot grow (here: by a limit on file sizes) moves to memory, and every run is there."""
    with Desk() as desk:
        limited = ["/bin/sh", "-c", 'ulimit -f 100; exec "$@"', "sh", PROGRAM, str(desk.runs)]
        app = desk.launch(limited)
        app.wait(lambda: app.find_all("label", re.compile("^Loaded")), "the status label to say Loaded", 30)
        assert app.find("label", re.compile("^Loaded")).name.startswith(f"Loaded {len(RUNS)} runs")
        causes = [cause for _, cause in problems(app)]
        assert any(re.search(r"index-.*cannot be written .*kept in memory only", cause) for cause in causes), causes
        open_run(desk, app, "history", "Overview")
        assert field(app, "Name") == expected("history")["name"]
        assert app.quit() == 0


def case_read_only_settings():
    """Settings that cannot be kept are said; nothing else is hurt."""
    with Desk() as desk:
        in_the_way = desk.folder / "file"
        in_the_way.write_text("")
        app = desk.open(desk.runs, env={"XDG_CONFIG_HOME": str(in_the_way)})
        assert app.quit() == 0
        assert "cannot be written: the window's settings are not kept" in output_of(app), output_of(app)


def case_tokyo():
    """The window shows the user's time."""
    with Desk() as desk:
        app = desk.open(desk.runs, env={"TZ": "Asia/Tokyo"})
        open_run(desk, app, "history", "Overview")
        tokyo = field(app, "Start time")
        app.quit()
        app = desk.open(desk.runs, env={"TZ": "UTC"})
        open_run(desk, app, "history", "Overview")
        utc = field(app, "Start time")
        app.quit()
        form = "%Y-%m-%d %H:%M:%S"
        ahead = time.mktime(time.strptime(tokyo, form)) - time.mktime(time.strptime(utc, form))
        assert ahead == 9 * 3600, (tokyo, utc)


def case_network():
    """On a network file system, where nothing is heard of what others write, new runs appear by being looked for; the
    home there holds no index. The disk is one as far as the system's answers go (NETWORK_DISK_LIBRARY)."""
    with Desk() as desk:
        home = desk.folder / "home"
        home.mkdir()
        local = pathlib.Path(tempfile.mkdtemp(prefix="runglass-local-"))
        environment = {"LD_PRELOAD": os.environ["NETWORK_DISK_LIBRARY"], "NETWORK_DISK": str(desk.folder),
                       "HOME": str(home), "XDG_CACHE_HOME": "", "TMPDIR": str(local)}
        try:
            late = desk.runs / "late"
            (desk.runs / "seed").rename(desk.folder / "seed")
            app = desk.open(desk.runs, env=environment)
            assert loaded_runs(app) < len(RUNS)
            assert any("indexes are kept in " + str(local) in cause for _, cause in problems(app))
            (desk.folder / "seed").rename(late)
            there = time.monotonic()
            app.wait(lambda: loaded_runs(app) == len(RUNS), "the late runs", 20)
            print(f"late runs after {time.monotonic() - there:.1f} s")
            assert app.quit() == 0
            assert not (home / ".cache").exists()
        finally:
            shutil.rmtree(local)


def case_no_locale():
    """Without a locale, names are what they are."""
    with Desk() as desk:
        folder = desk.folder / "実験 ü"
        desk.runs.rename(folder)
        app = desk.open(folder, env={"LC_ALL": "C", "LANG": ""})
        assert app.find("label", re.compile("^Loaded")).name.startswith(f"Loaded {len(RUNS)} runs")
        app.wait(lambda: app.find_all("table cell", re.compile("/実験 ü$"), into_tables=True), "the source in the side bar")
        app.quit()


def case_no_dbus():
    """Without a session bus the window opens and closes: there is nobody to ask, so its title is looked for."""
    with Desk() as desk:
        environment = dict(desk.env, DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent/bus")
        log = desk.folder / "log"
        with open(log, "wb") as output:
            process = subprocess.Popen([PROGRAM, str(desk.runs)], env=environment, stdout=output,
                                       stderr=subprocess.STDOUT)
        try:
            search = ["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(process.pid)]
            subprocess.run(search, env=environment, check=True, timeout=60, capture_output=True)
            desk.shot("no-dbus")
            process.terminate()
            assert process.wait(20) == 0
        finally:
            process.kill()
        assert "runglass:" not in log.read_text(), log.read_text()


if __name__ == "__main__":
    driving.run(globals())
