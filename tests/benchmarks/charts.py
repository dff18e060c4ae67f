# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the table that are about charts: beside plain QCustomPlot, with the same points, in the same process, in
turn."""
import os
import subprocess

from measure import MOST_SPREAD, TRIES, NotQuiet, median, say, seconds, spread

# Each with its control, how often, and the goal for the ratio of both.
CASES = {
    "panels": ("30 panels × 10 runs × 10,000 points, panned → painted", "panels", 15, 3),
    "panels_wide": ("the same, lines of 2 pixels", "panels_wide", 5, 20),
    "hundred": ("100 lines × 100,000 points, panned → painted", "hundred", 15, 5),
    "ten_million": ("10,000,000 points, panned → painted", "ten_million", 15, 5),
}


class ChartRows:
    """Wants self.tools and self.table."""

    def _chart_times(self, case, turns, control):
        """→ {name: [seconds]} and how far the control varied. A pair of medians of turns holds on a busy machine, too;
        a control that varies by more than a fifth is measured again."""
        for attempt in range(1, TRIES + 1):
            lines = subprocess.run([self.tools / "benchmark_charts", str(turns + 1), case], check=True, text=True,
                                   capture_output=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}).stdout
            times = {}
            for name, value in map(str.split, lines.splitlines()):
                times.setdefault(name, []).append(float(value))
            times = {name: values[1:] for name, values in times.items()}
            wide = spread(times[control])
            if wide <= MOST_SPREAD:
                return times, wide
            say(f"charts: run {attempt} of {case} thrown away, its control varied by {wide:.0%}")
        raise NotQuiet(f"charts: {case}")

    def charts(self):
        """Frames of a pan, smoothing, news of a line."""
        for case, (what, control, turns, goal) in CASES.items():
            times, wide = self._chart_times(case, turns, control + "_theirs")
            mine, theirs = median(times[case + "_ours"]), median(times[control + "_theirs"])
            self.table.add(what, seconds(mine), f"QCustomPlot: {seconds(theirs)} ± {wide:.0%}",
                           f"{theirs / mine:.1f} × as fast", f"≥ {goal} ×", "", theirs / mine >= goal)
        times, wide = self._chart_times("smoothing", 21, "copy_million")
        mine, copy = median(times["smooth_million"]), median(times["copy_million"])
        self.table.add("1,000,000 points smoothed anew", seconds(mine), f"a copy of them: {seconds(copy)} ± {wide:.0%}",
                       f"{mine / copy:.1f} × its time", "≤ 4 ms", "", mine <= 4e-3)
        times, wide = self._chart_times("append", 101, "append_few")
        mine, few = median(times["append_many"]), median(times["append_few"])
        self.table.add("100 new points of a line of 10,000,000 over the time, without drawing", seconds(mine),
                       f"of one of 100,000: {seconds(few)} ± {wide:.0%}", f"{mine / few:.1f} × its time", "≤ 2 ×", "",
                       mine <= 2 * few)
        times, wide = self._chart_times("append_drawn", 51, "drawn_few")
        mine, few = median(times["drawn_many"]), median(times["drawn_few"])
        self.table.add("the same → painted, the whole line in sight", seconds(mine),
                       f"of one of 100,000: {seconds(few)} ± {wide:.0%}", f"{mine / few:.1f} × its time", "≤ 2 ×", "",
                       mine <= 2 * few)
