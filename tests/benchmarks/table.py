# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the table that are about the table of runs at its largest: beside what Qt has for tables, with the same
values, in the same process, in turn."""
import os
import subprocess

from measure import MOST_SPREAD, TRIES, NotQuiet, median, say, seconds, spread

ROWS, COLUMNS, TURNS = 100_000, 1_000, 15
CONTROLS = ("sort_items", "filter_items", "repaint", "repaint_4k", "pass")
# Takes some hundredths of a millisecond, which vary; the goal beside it is no ratio.
SIDE_NOTE = "copy_column"


class TableRows:
    """Wants self.tools and self.table."""

    def _measured(self):
        """→ {case: [seconds]}, {name: (allocated, resident, values)}"""
        for attempt in range(1, TRIES + 1):
            lines = subprocess.run([self.tools / "benchmark_table", str(ROWS), str(TURNS)], check=True, text=True,
                                   capture_output=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}).stdout
            times, sizes = {}, {}
            for words in map(str.split, lines.splitlines()):
                if words[1] == "bytes":
                    sizes[words[0]] = [int(word) for word in words[2:]]
                else:
                    times.setdefault(words[0], []).append(float(words[1]))
            wide = {name: spread(times[name][1:]) for name in CONTROLS}
            if max(wide.values()) <= MOST_SPREAD:
                wide[SIDE_NOTE] = spread(times[SIDE_NOTE][1:])
                return {name: values[1:] for name, values in times.items()}, sizes, wide
            worst = max(wide, key=wide.get)
            say(f"table: run {attempt} thrown away, its control {worst} varied by {wide[worst]:.0%}")
        raise NotQuiet("table")

    def table_of_runs(self):
        """100,000 runs with 1,000 keys: order, filter, groups, memory, the way from a click to the screen."""
        times, sizes, wide = self._measured()
        took = {name: median(values) for name, values in times.items()}

        def add(what, case, control, named, ratio, goal, holds, bound=""):
            self.table.add(what, seconds(took[case]), f"{named}: {seconds(took[control])} ± {wide[control]:.0%}", ratio,
                           goal, bound, holds)

        def faster(what, case, control, named, goal):
            ratio = took[control] / took[case]
            add(what, case, control, named, f"{ratio:.0f} × as fast", f"≥ {goal} ×", ratio >= goal)

        def slower(what, case, control, named, goal):
            ratio = took[case] / took[control]
            add(what, case, control, named, f"{ratio:.1f} × its time", f"≤ {goal} ×", ratio <= goal,
                "the control is it")

        runs = f"{ROWS:,} runs × {COLUMNS:,} keys"
        faster(f"{runs}: sort by a number", "sort", "sort_items", "QSortFilterProxyModel", 300)
        faster(f"{runs}: filter by a number and a text", "filter", "filter_items", "QSortFilterProxyModel", 50)
        slower(f"{runs}: a group a text, 20 histograms each", "group", "pass", "one pass over their numbers", 3)
        mine, bare, items = (sizes[name] for name in ("runglass", "bare", "items"))
        allocated, resident = ((mine[i] - bare[i]) / (mine[2] - bare[2]) for i in range(2))
        theirs = items[0] / items[2]
        self.table.add(f"{runs}: memory a value of a key", f"{allocated:.1f} B (resident: {resident:.1f} B; "
                       f"and {bare[0] / ROWS:.0f} B a run)", f"QStandardItemModel: {theirs:.0f} B",
                       f"{theirs / allocated:.0f} × as small", "≤ 12 B", "8 B", max(allocated, resident) <= 12)
        slower(f"{runs}: click on a head → painted", "click", "repaint", "one bare repaint", 3)
        took["live"] = took["live_list"] + took["live_models"]
        add(f"{runs}: one live value → shown", "live", "copy_column", "a copy of the column",
            f"{took['live'] / took['copy_column']:.1f} × its time", "≤ 1 ms", took["live"] <= 1e-3)
        add(f"{runs}: scroll by a line at 3840 × 2100", "line_4k", "repaint_4k", "one bare repaint",
            f"{took['line_4k'] * 60:.2f} frames", "≤ 1 frame", took["line_4k"] <= 1 / 60)
