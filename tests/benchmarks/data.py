# SPDX-License-Identifier: GPL-3.0-or-later
"""The data of the benchmarks: made once by the real SDK and by the tools beside this file, then kept."""
import glob
import os
import pathlib
import shutil
import subprocess
import sys

from measure import say

HERE = pathlib.Path(__file__).resolve().parent
SDK = "wandb==0.31.0"
STEPS, METRICS, RUNS, LONGER = 200_000, 10, 10_000, 5


class Data:
    def __init__(self, folder, tools):
        self.folder = pathlib.Path(folder).resolve()
        self.tools = tools
        self.folder.mkdir(parents=True, exist_ok=True)

    def _once(self, name, make):
        """What is there is whole: it gets its name when it is done."""
        path = self.folder / name
        if not path.exists():
            part = self.folder / (name + ".part")
            shutil.rmtree(part, ignore_errors=True)
            say(f"making {name}")
            make(part)
            part.rename(path)
        return path

    @property
    def python(self):
        """The interpreter of a virtual environment that has the SDK."""
        path = self.folder / "venv"
        if not (path / "done").exists():
            say(f"installing {SDK}")
            shutil.rmtree(path, ignore_errors=True)
            subprocess.run([sys.executable, "-m", "venv", path], check=True)
            subprocess.run([path / "bin/pip", "install", "--quiet", SDK], check=True)
            (path / "done").touch()
        return path / "bin/python"

    @property
    def wandb(self):
        return self.python.parent / "wandb"

    def _write_runs(self, *arguments):
        home = self.folder / "home"
        home.mkdir(exist_ok=True)
        subprocess.run([self.python, HERE / "make_runs.py", *arguments], check=True, stdout=subprocess.DEVNULL,
                       env={**os.environ, "HOME": str(home)})

    @property
    def long_log(self):
        """A log of 200,000 steps of 10 metrics, as the SDK wrote it."""
        found = self._once("long", lambda part: self._write_runs(
            "long", "--out", part, "--steps", str(STEPS), "--metrics", str(METRICS)))
        return pathlib.Path(glob.glob(f"{found}/wandb/offline-run-*/*.wandb")[0])

    @property
    def longer_log(self):
        """The same with its rows over and over: a million steps."""
        def make(part):
            folder = part / self.long_log.parent.name
            folder.mkdir(parents=True)
            subprocess.run([self.tools / "benchmark_lengthen", self.long_log, folder / self.long_log.name, str(LONGER)],
                           check=True)
        return next(self._once("longer", make).glob("*/*.wandb"))

    @property
    def tree(self):
        """10,000 run folders in 20 wandb/ directories."""
        templates = self._once("templates", lambda part: self._write_runs("small", "--out", part))
        return self._once("tree", lambda part: subprocess.run(
            [self.tools / "benchmark_make_tree", templates / "wandb", part, str(RUNS)], check=True,
            stdout=subprocess.DEVNULL))

    def metrics(self, count):
        """A project of one run with so many metrics."""
        return self._once(f"metrics-{count}", lambda part: subprocess.run(
            [self.tools / "benchmark_make_metrics", part, str(count)], check=True, stdout=subprocess.DEVNULL))


def drop_from_cache(path):
    """Asks the kernel to forget the file's pages, written ones first: the next read comes from the disk."""
    with open(path, "rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
