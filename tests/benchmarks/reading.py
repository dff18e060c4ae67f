# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the table that need no display: decoding, indexing, following. Each says what is measured, beside what, and
by which bound."""
import json
import os
import pathlib
import subprocess
import tempfile
import time

from data import METRICS, RUNS, STEPS, drop_from_cache
from measure import MOST_SPREAD, TRIES, NotQuiet, median, say, seconds, side_by_side, spread


class ReadingRows:
    """Wants self.build, self.data and self.table."""

    @property
    def tools(self):
        return pathlib.Path(self.build) / "tests/benchmarks"

    def decode(self):
        """The decoder, between frames and complete series, in CPU time: the bytes are in memory."""
        command = [self.tools / "benchmark_decode", self.data.long_log, "--benchmark_repetitions=15",
                   "--benchmark_min_time=0.01", "--benchmark_enable_random_interleaving=true",
                   "--benchmark_format=json"]
        for attempt in range(1, TRIES + 1):
            report = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            times = {}
            for entry in report["benchmarks"]:
                if entry["run_type"] == "iteration":
                    times.setdefault(entry["name"].split("/")[0], []).append(entry["cpu_time"] / 1e3)
            wide = {name: spread(times[name]) for name in ("protobuf", "crc32")}
            if max(wide.values()) <= MOST_SPREAD:
                break
            say(f"decode: run {attempt} thrown away, a control varied by {max(wide.values()):.0%}")
        else:
            raise NotQuiet("decode")
        size = self.data.long_log.stat().st_size
        ours, protobuf, crc = (median(times[name]) for name in ("runglass", "protobuf", "crc32"))
        what = f"`.wandb` of {STEPS:,} steps × {METRICS} metrics ({size / 1e6:.0f} MB) → series"
        measured = f"{seconds(ours)}, {size / ours / 1e6:.0f} MB/s"
        self.table.add(what, measured, f"generated protobuf: {seconds(protobuf)} ± {wide['protobuf']:.0%}",
                       f"{protobuf / ours:.1f} × as fast", "≥ 6 ×", "", protobuf / ours >= 6)
        self.table.add("the same", measured, f"zlib's crc32 alone: {seconds(crc)} ± {wide['crc32']:.0%}",
                       f"{crc / ours:.2f} × as fast", "≥ 0.4 ×", "the control is it", crc / ours >= 0.4)

    def cold(self):
        """A cold file into a new index, beside the SDK's own reader, which keeps the last values only."""
        log = self.data.long_log

        def timed(command, environment):
            # Both begin where the same work was done right before: memory that another program gave back a moment ago
            # may first have to be asked of the host again.
            disk()
            drop_from_cache(log)
            start = time.monotonic()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                           env={**os.environ, **environment})
            return time.monotonic() - start

        def ours():
            with tempfile.TemporaryDirectory(dir=self.data.folder) as cache:
                return timed([self.build / "app/runglass", "list", log, "--json"], {"XDG_CACHE_HOME": cache})

        def theirs():
            return timed([self.data.wandb, "leet", "inspect", "--summary", "--json", log],
                         {"HOME": str(self.data.folder / "home")})

        def disk():
            drop_from_cache(log)
            start = time.monotonic()
            with open(log, "rb", buffering=0) as file:
                while file.read(1 << 20):
                    pass
            return time.monotonic() - start

        found, wide = side_by_side("cold", {"leet": theirs, "runglass": ours, "disk": disk}, times=7)
        leet, mine = median(found["leet"]), median(found["runglass"])
        self.table.add("the same file, dropped from the page cache → every point in a new index", seconds(mine),
                       f"`wandb leet inspect --summary --json`: {seconds(leet)} ± {wide:.0%}",
                       f"{leet / mine:.1f} × as fast", "≥ 10 ×", f"reading the file: {seconds(median(found['disk']))}",
                       leet / mine >= 10)

    def index(self):
        """Many small runs into a new index."""
        tree = self.data.tree

        def ours():
            with tempfile.TemporaryDirectory(dir=self.data.folder) as cache:
                start = time.monotonic()
                subprocess.run([self.build / "app/runglass", "list", tree, "--json"], check=True,
                               stdout=subprocess.DEVNULL, env={**os.environ, "XDG_CACHE_HOME": cache})
                return time.monotonic() - start

        def scan():
            start = time.monotonic()
            subprocess.run([self.tools / "benchmark_scan", tree], check=True, stdout=subprocess.DEVNULL)
            return time.monotonic() - start

        found, wide = side_by_side("index", {"scan": scan, "runglass": ours}, times=7)
        mine, control = median(found["runglass"]), median(found["scan"])
        self.table.add(f"{RUNS:,} small runs → a new index", f"{seconds(mine)}, {RUNS / mine:,.0f} runs/s",
                       f"find, read and crc32 every log: {seconds(control)} ± {wide:.0%}",
                       f"{mine / control:.1f} × its time", "≥ 3,000 runs/s", "the control is it",
                       RUNS / mine >= 3000)

    def live(self):
        """100 new rows of a living run into its index, with few and with many rows there."""
        for attempt in range(1, TRIES + 1):
            with tempfile.TemporaryDirectory(dir=self.data.folder) as folder:
                lines = subprocess.run([self.tools / "benchmark_live", self.data.longer_log, folder], check=True,
                                       capture_output=True, text=True).stdout.splitlines()
            times = {}
            for line in lines:
                rows, taken = line.split()
                times.setdefault(int(rows), []).append(float(taken))
            few, many = min(times), max(times)
            wide = spread(times[few])
            if wide <= MOST_SPREAD:
                break
            say(f"live: run {attempt} thrown away, its control varied by {wide:.0%}")
        else:
            raise NotQuiet("live")
        ratio = median(times[many]) / median(times[few])
        between = ", ".join(f"{rows:,}: {seconds(median(taken))}" for rows, taken in sorted(times.items())[1:-1])
        self.table.add(f"100 new rows of a living run into its index, {many:,} there", seconds(median(times[many])),
                       f"{few:,} rows there: {seconds(median(times[few]))} ± {wide:.0%} ({between})",
                       f"{ratio:.2f} × its time", "flat", "what is new", ratio <= 1.5)
