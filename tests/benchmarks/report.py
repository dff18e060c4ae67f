# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the README's table of figures. See packaging/benchmark, which builds what this runs.

usage: report.py --build DIR --data DIR [ROW …], a ROW being decode, cold, index, startup, memory, live, tree,
table_of_runs, metrics, charts or recorder
"""
import argparse
import os
import pathlib

from charts import ChartRows
from data import Data
from measure import Table, say
from reading import ReadingRows
from recorder import RecorderRows
from table import TableRows
from window import WindowRows

ROWS = ("decode", "cold", "index", "live", "startup", "memory", "tree", "table_of_runs", "metrics",
        "charts", "recorder")


class Bench(ChartRows, ReadingRows, RecorderRows, TableRows, WindowRows):
    def __init__(self, build, data, table):
        self.build, self.data, self.table = pathlib.Path(build).resolve(), data, table


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("rows", nargs="*", metavar="ROW")
    given = parser.parse_args()
    if os.getloadavg()[0] > 0.5:
        say(f"the machine is busy (load {os.getloadavg()[0]:.1f}): ratios hold, times are longer than they need be")
    table = Table()
    bench = Bench(given.build, Data(given.data, pathlib.Path(given.build).resolve() / "tests/benchmarks"), table)
    for row in given.rows or ROWS:
        getattr(bench, row)()
    print(table.markdown())


if __name__ == "__main__":
    main()
