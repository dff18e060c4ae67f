# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the table that are measured at the real window, on a display of its own."""
import json
import os
import pathlib
import subprocess
import tempfile
import time

from data import METRICS, LONGER, RUNS, STEPS, drop_from_cache
from display import PAINTED, Display, Program
from measure import median, seconds, side_by_side

PAINT = {"QT_LOGGING_RULES": "runglass.paint.debug=true"}
WINDOW_SETTINGS = "[window]\ntab={tab}\n[session]\nsources={source}\n"
WORKSPACE, RUNS_TABLE = 0, 1
FEW_METRICS, MANY_METRICS = 12, 12_000


class WindowRows:
    """Wants self.build, self.data and self.table."""

    def _home(self, folder, source, tab=RUNS_TABLE):
        home = pathlib.Path(folder)
        (home / "config/runglass").mkdir(parents=True)
        (home / "config/runglass/window.ini").write_text(WINDOW_SETTINGS.format(source=source, tab=tab))
        home.chmod(0o700)
        return home

    def _window(self, display, home):
        return Program(display, [self.build / "app/runglass-window"], home, PAINT)

    def _opened(self, display, home, count=RUNS):
        program = self._window(display, home)
        painted = program.wait_for_table(lambda rows, first: rows == count)
        return program, painted - program.started

    def startup(self):
        """From exec to the table of runs on the screen, the second time."""
        with Display() as display, tempfile.TemporaryDirectory(dir=self.data.folder) as folder:
            home = self._home(folder, self.data.tree)
            program, first = self._opened(display, home)
            time.sleep(2)
            program.close()

            def ours():
                program, painted = self._opened(display, home)
                program.close()
                return painted

            def bare():
                program = Program(display, [self.tools / "benchmark_bare_window"], home)
                painted = int(program.wait_for(r"painted at (\d+)")[1]) / 1e6
                program.process.wait()
                return painted - program.started

            found, wide = side_by_side("startup", {"bare": bare, "runglass": ours}, times=21, warm=2)
        mine, control = median(found["runglass"]), median(found["bare"])
        self.table.add(f"exec → table of {RUNS:,} indexed runs painted", seconds(mine),
                       f"a bare Qt window: {seconds(control)} ± {wide:.0%}", f"{mine / control:.2f} × its time",
                       "≤ 2.3 ×", "the control is it", mine / control <= 2.3)

    def metrics(self):
        """From exec to the lines of every chart in sight, the second time."""
        with Display() as display, tempfile.TemporaryDirectory(dir=self.data.folder) as folder:
            homes = {count: self._home(f"{folder}/{count}", self.data.metrics(count), WORKSPACE)
                     for count in (FEW_METRICS, MANY_METRICS)}
            charts = min(self._charts_in_sight(display, home) for home in homes.values())

            def opened(count):
                program = self._window(display, homes[count])
                painted = program.wait_for_table(lambda rows, first: first >= charts, view="chart")
                program.close()
                return painted - program.started

            found, wide = side_by_side("metrics", {count: lambda count=count: opened(count) for count in homes},
                                       times=15, warm=2)
        mine, control = median(found[MANY_METRICS]), median(found[FEW_METRICS])
        self.table.add(f"exec → {charts} charts in sight painted, of a project of {MANY_METRICS:,} metrics", seconds(mine),
                       f"of one of {FEW_METRICS}: {seconds(control)} ± {wide:.0%}", f"{mine / control:.2f} × its time",
                       "≤ 1.2 ×", "the control is it", mine / control <= 1.2)

    def _charts_in_sight(self, display, home):
        program = self._window(display, home)
        time.sleep(5)
        program.close()
        said = (PAINTED.search(line) for line in list(program.lines.queue) if line)
        return max(int(found[3]) for found in said if found and found[1] == "chart")

    def memory(self):
        """Private memory of the window, beside what it shows."""
        with Display() as display:
            for name, source, count, values, shown in self._memory_cases():
                with tempfile.TemporaryDirectory(dir=self.data.folder) as folder:
                    home = self._home(folder, source)
                    first, again = (self._used(display, home, count, shown) for _ in range(2))
                allowed = 100e6 + 12 * values + 12 * shown
                self.table.add(name, f"{first / 1e6:.0f} MB when opened first, {again / 1e6:.0f} MB again",
                               f"allowed: 100 MB + 12 B each = {allowed / 1e6:.0f} MB",
                               f"{max(first, again) / allowed:.2f} × that", "≤ 1 ×", "8 B each",
                               max(first, again) <= allowed)

    def _used(self, display, home, count, shown):
        program, _ = self._opened(display, home, count)
        if shown:
            display.press("Control_L", "1")
        time.sleep(5)
        used = program.private_bytes()
        if shown:
            # The next window opens on the tab of this one.
            display.press("Control_L", "2")
            time.sleep(0.5)
        program.close()
        return used

    def _memory_cases(self):
        values = self._table_values()
        yield f"memory, {RUNS:,} runs with {values:,} table values", self.data.tree, RUNS, values, 0
        points = STEPS * LONGER * METRICS
        yield f"memory, {points:,} points shown", self.data.longer_log.parent, 1, 0, points

    def _table_values(self):
        with tempfile.TemporaryDirectory(dir=self.data.folder) as cache:
            report = subprocess.run([self.build / "app/runglass", "list", self.data.tree, "--json"], check=True,
                                    capture_output=True, env={**os.environ, "XDG_CACHE_HOME": cache}).stdout

        def leaves(value):
            if isinstance(value, dict):
                return sum(leaves(member) for member in value.values())
            return 0 if value is None or value == "" else 1

        return sum(leaves(run) for run in json.loads(report))

    def tree(self):
        """The same tree in the real window: opened cold and warm, filtered, scrolled."""
        frame = 1 / 60
        with Display() as display, tempfile.TemporaryDirectory(dir=self.data.folder) as folder:
            home = self._home(folder, self.data.tree)
            for log in self.data.tree.glob("exp-*/wandb/*/*.wandb"):
                drop_from_cache(log)
            program, cold = self._opened(display, home)
            time.sleep(3)
            program.close()
            opened = []
            for _ in range(9):
                program, warm = self._opened(display, home)
                opened.append(warm)
                time.sleep(2)
                if len(opened) < 9:
                    program.close()
            filtered, scrolled = self._filter(display, program), self._scroll(display, program)
            program.close()
        name = f"{RUNS:,} run folders in the real window"
        self.table.add(f"{name}: opened the first time, logs not in the page cache", seconds(cold), "–", "–", "", "", True)
        self.table.add(f"{name}: opened again", seconds(median(opened)), f"the first time: {seconds(cold)}",
                       f"{cold / median(opened):.0f} × as fast", "", "", True)
        for what, times in (("a letter typed in Search runs → table painted", filtered),
                            ("Page Down → table painted", scrolled)):
            self.table.add(f"{name}: {what}", f"{seconds(median(times))} (most: {seconds(max(times))})",
                           f"a frame at 60 Hz: {seconds(frame)}", f"{median(times) / frame:.1f} frames", "",
                           "", True)

    @staticmethod
    def _filter(display, program):
        """Types a letter and takes it away again, ten times."""
        times = []
        display.press("Control_L", "Shift_L", "r")
        time.sleep(0.5)
        for _ in range(10):
            for key, accept in (("7", lambda rows, first: rows < RUNS), ("BackSpace", lambda rows, first: rows == RUNS)):
                pressed = display.press(key)
                times.append(program.wait_for_table(accept, since=pressed) - pressed)
                time.sleep(0.3)
        return times

    @staticmethod
    def _scroll(display, program):
        """Thirty pages down."""
        times, at = [], 0
        display.click(960, 600)
        time.sleep(0.5)
        for _ in range(30):
            pressed = display.press("Next")
            found = []
            times.append(program.wait_for_table(lambda rows, first: first > at and not found.append(first),
                                                since=pressed) - pressed)
            at = found[-1]
            time.sleep(0.1)
        return times
