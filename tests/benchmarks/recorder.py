# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the table that are about recording: runs as the SDK sends them, many at a time and without a pause, and the
SDK itself."""
import contextlib
import json
import os
import pathlib
import random
import socket
import subprocess
import tempfile
import threading
import time

from display import Display
from measure import seconds

CLIENTS, METRICS, LINES, TIME = 200, 10, 10, 20
SDK_RUNS, SDK_STEPS = 2, 20_000
TICKS = os.sysconf("SC_CLK_TCK")

SCRIPT = """
import sys, wandb
run = wandb.init(project="flat-out")
for step in range(int(sys.argv[1])):
    run.log({f"metric{i}": step * 0.001 + i for i in range(int(sys.argv[2]))})
"""


def cpu_of(pid):
    """Seconds of CPU that a process has used."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def percentile(values, part):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


class Recorder:
    """`runglass serve` with a store of its own, ended with the block; watched meanwhile."""

    def __init__(self, build, folder):
        self.store = pathlib.Path(folder) / "runs.db"
        self.process = subprocess.Popen([build / "app/runglass", "serve", "--store", self.store, "--listen",
                                         "127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()
        self.port = int(self.url.rsplit(":", 1)[1])
        self.wal = 0

    def __enter__(self):
        self.done = threading.Event()
        self.watcher = threading.Thread(target=self._watch)
        self.watcher.start()
        return self

    def __exit__(self, *_):
        self.done.set()
        self.watcher.join()
        self.process.terminate()
        self.process.wait()

    def _watch(self):
        wal = pathlib.Path(str(self.store) + "-wal")
        while not self.done.wait(0.1):
            with contextlib.suppress(FileNotFoundError):
                self.wal = max(self.wal, wal.stat().st_size)

    def cpu(self):
        return cpu_of(self.process.pid)

    def memory(self):
        """The most that it had, in bytes."""
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024


class Client:
    """One run, sent as the SDK sends it, over one connection."""

    def __init__(self, port, name):
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.port, self.name, self.step, self.times = port, name, 0, []
        self._ask("/graphql", {"query": "mutation U($i: I) { upsertBucket(input: $i) { inserted } }",
                               "variables": {"i": {"name": name, "modelName": "replay", "host": "vm",
                                                   "config": '{"lr":{"value":0.1}}'}}})

    def _ask(self, path, document):
        body = json.dumps(document).encode()
        head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nContent-Length: {len(body)}\r\n\r\n"
        begun = time.monotonic()
        self.socket.sendall(head.encode() + body)
        answer = b""
        while b"\r\n\r\n" not in answer:
            piece = self.socket.recv(65536)
            if not piece:
                raise RuntimeError("the recorder has closed")
            answer += piece
        self.times.append(time.monotonic() - begun)
        if not answer.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(answer.decode())

    def send(self, lines):
        rows = []
        for step in range(self.step, self.step + lines):
            row = {f"metric{i}": random.random() for i in range(METRICS)}
            rows.append(json.dumps(row | {"_step": step, "_timestamp": 1.79e9 + step, "_runtime": step}))
        self._ask(f"/files/local/replay/{self.name}/file_stream",
                  {"files": {"wandb-history.jsonl": {"offset": self.step, "content": rows},
                             "wandb-summary.json": {"offset": 0, "content": [rows[-1]]}}})
        self.step += lines


def in_threads(count, work):
    threads = [threading.Thread(target=work, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


class RecorderRows:
    """Wants self.build, self.data and self.table."""

    def recorder(self):
        """What recording takes: 200 runs of a batch a second, as many as go, and the SDK flat out."""
        self._paced()
        ceiling = self._ceiling()
        self._sdk(ceiling)

    def _recorder(self):
        @contextlib.contextmanager
        def made():
            with tempfile.TemporaryDirectory(dir=self.data.folder) as folder, Recorder(self.build, folder) as recorder:
                yield recorder
        return made()

    def _paced(self):
        """A batch a second of each run, without a window and beside one that shows them all."""
        for name, window in (("", False), (", beside a window that shows them", True)):
            with contextlib.ExitStack() as stack:
                recorder = stack.enter_context(self._recorder())
                clients = [Client(recorder.port, f"r{number}") for number in range(CLIENTS)]
                if window:
                    home = self._home(stack.enter_context(tempfile.TemporaryDirectory(dir=self.data.folder)),
                                      recorder.store)
                    program, _ = self._opened(stack.enter_context(Display()), home, CLIENTS)
                    stack.callback(program.close)
                self._send_paced(recorder, clients, name)

    def _send_paced(self, recorder, clients, name):
        for client in clients:
            client.times.clear()
        begun, used = time.monotonic(), recorder.cpu()

        def work(number):
            for turn in range(TIME):
                time.sleep(max(0, begun + turn + number / CLIENTS - time.monotonic()))
                clients[number].send(LINES)

        in_threads(CLIENTS, work)
        took, used = time.monotonic() - begun, recorder.cpu() - used
        times = [value for client in clients for value in client.times]
        points = CLIENTS * TIME * LINES * METRICS / took
        self.table.add(f"{CLIENTS} runs that log, a batch a second each{name}",
                       f"{points:,.0f} points/s, {used / took:.0%} of a core, {recorder.memory() / 1e6:.0f} MB,"
                       f" WAL {recorder.wal / 1e6:.1f} MB",
                       f"p50 {seconds(percentile(times, 0.5))}, p99 {seconds(percentile(times, 0.99))} a request",
                       f"{took / TIME:.2f} × the time", "≤ 1.1 ×", "a request is answered when it is on the disk",
                       took / TIME <= 1.1)

    def _ceiling(self):
        with self._recorder() as recorder:
            clients = [Client(recorder.port, f"r{number}") for number in range(16)]
            begun, used = time.monotonic(), recorder.cpu()

            def work(number):
                while time.monotonic() - begun < TIME / 2:
                    clients[number].send(LINES * 10)

            in_threads(len(clients), work)
            took, used = time.monotonic() - begun, recorder.cpu() - used
            points = sum(client.step for client in clients) * METRICS
            times = [value for client in clients for value in client.times]
            ceiling = points / used
            self.table.add("16 runs sent without a pause", f"{points / took:,.0f} points/s, {used / took:.0%} of a core,"
                           f" {recorder.memory() / 1e6:.0f} MB, WAL {recorder.wal / 1e6:.1f} MB",
                           f"p50 {seconds(percentile(times, 0.5))}, p99 {seconds(percentile(times, 0.99))} a request",
                           f"{ceiling:,.0f} points per second of CPU", "≥ 200,000", "", ceiling >= 200_000)
            return ceiling

    def _sdk(self, ceiling):
        with self._recorder() as recorder:
            environment = {**os.environ, "WANDB_BASE_URL": recorder.url, "WANDB_API_KEY": "local-" + "0" * 40,
                           "WANDB_X_FILE_STREAM_TRANSMIT_INTERVAL": "1", "WANDB_ERROR_REPORTING": "false",
                           "WANDB_SILENT": "true", "NO_PROXY": "127.0.0.1"}
            before = os.times()
            begun, used = time.monotonic(), recorder.cpu()
            processes = [subprocess.Popen([self.data.python, "-c", SCRIPT, str(SDK_STEPS), str(METRICS)],
                                          env=environment, cwd=recorder.store.parent) for _ in range(SDK_RUNS)]
            for process in processes:
                if process.wait() != 0:
                    raise RuntimeError("the SDK's script failed")
            took, used = time.monotonic() - begun, recorder.cpu() - used
            after = os.times()
            theirs = after.children_user + after.children_system - before.children_user - before.children_system
            points = SDK_RUNS * SDK_STEPS * METRICS
            self.table.add(f"{SDK_RUNS} scripts of the SDK that only log", f"{points / took:,.0f} points/s, the recorder:"
                           f" {used / took:.0%} of a core", f"the SDK: {theirs:.1f} s of CPU, the recorder: {used:.1f} s",
                           f"{theirs / used:.1f} × its CPU", "≥ 3 ×", f"a core records {ceiling:,.0f} points/s",
                           theirs / used >= 3)
