# SPDX-License-Identifier: GPL-3.0-or-later
"""Ratios to a control that is measured in turn with what is measured, so that whatever else the machine does falls on
both; and the table that they make."""
import statistics
import sys

MOST_SPREAD = 0.20
TRIES = 4


def say(words):
    print(words, file=sys.stderr, flush=True)


class NotQuiet(Exception):
    """The control kept varying."""


def spread(values):
    """How far the control's middle 80 % reach, as a part of its median."""
    ordered = sorted(values)
    cut = len(ordered) // 10
    kept = ordered[cut:len(ordered) - cut]
    return (kept[-1] - kept[0]) / statistics.median(ordered)


def side_by_side(what, cases, times, warm=1):
    """Runs every case in turn, `times` times: A B A B … The first case is the control. → {name: [value]}. A run whose
    control varies by more than a fifth is thrown away, which is said, and made again."""
    for attempt in range(1, TRIES + 1):
        found = {name: [] for name in cases}
        for turn in range(warm + times):
            for name, measure in cases.items():
                value = measure()
                if turn >= warm:
                    found[name].append(value)
        control = next(iter(cases))
        wide = spread(found[control])
        if wide <= MOST_SPREAD:
            return found, wide
        say(f"{what}: run {attempt} thrown away, its control varied by {wide:.0%}")
    raise NotQuiet(f"{what}: the control varied by more than {MOST_SPREAD:.0%} in {TRIES} runs")


def median(values):
    return statistics.median(values)


def seconds(value):
    """A duration as a person reads it."""
    if value < 1e-3:
        return f"{value * 1e6:.0f} µs"
    return f"{value * 1e3:.0f} ms" if value < 1 else f"{value:.2f} s"


class Table:
    """The rows, in the order in which they come."""
    HEAD = ("what", "measured", "control", "ratio", "goal", "bound")

    def __init__(self):
        self.rows = []

    def add(self, what, measured, control, ratio, goal, bound, holds):
        self.rows.append((what, measured, control, f"**{ratio}**", goal + ("" if holds else " – **missed**"), bound))
        say(" | ".join(self.rows[-1]))

    def markdown(self):
        lines = [self.HEAD, ("---",) * len(self.HEAD), *self.rows]
        return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
