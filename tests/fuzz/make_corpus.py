#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes corpus/ anew from the real runs in tests/fixtures: make_corpus.py PATH-OF-RUNGLASS

The store's blobs are taken from the index that the program makes of those runs. What the SDK never writes but readers
must know of (NaN, escapes, odd names) is added by hand below. Inputs found by fuzzing that are worth keeping lie in
corpus/TARGET/found-*, and are left alone."""
import gzip
import json
import os
import pathlib
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
FIXTURES = HERE.parent / "fixtures/wandb"
MOST = 6000  # bytes of one input


def put(target, name, data):
    folder = HERE / "corpus" / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())


def records(log):
    """Payloads of a sound log."""
    whole, at, parts = log.read_bytes(), 7, []
    while at + 7 <= len(whole):
        left = 32768 - at % 32768
        if left < 7:
            at += left
            continue
        _, length, kind = struct.unpack_from("<IHB", whole, at)
        parts.append(whole[at + 7:at + 7 + length])
        at += 7 + length
        if kind in (1, 4):
            yield b"".join(parts)
            parts = []


def varint(number):
    out = b""
    while number >= 0x80:
        out += bytes([number & 0x7F | 0x80])
        number >>= 7
    return out + bytes([number])


def field(number, data):
    return varint(number << 3 | 2) + varint(len(data)) + data


def kinds(log):
    """The first records of each kind, so that a small input has all that a log has."""
    seen, size = {}, 0
    for record in records(log):
        kind = record[:2] if record[0] & 0x80 else record[:1]
        if record[0] == 0x08:  # the record's number comes first
            skip = 1
            while record[skip] & 0x80:
                skip += 1
            kind = record[skip + 1:skip + 3] if record[skip + 1] & 0x80 else record[skip + 1:skip + 2]
        seen[kind] = seen.get(kind, 0) + 1
        if seen[kind] <= 3 and size + len(record) <= MOST:
            size += len(record)
            yield record


def logs_and_folders():
    for scenario in ("alerts", "artifacts", "config", "console", "exception", "files", "history", "media", "metrics",
                     "online", "resume", "seed", "synced", "system"):
        log = sorted(FIXTURES.glob(f"{scenario}/wandb/*/run-*.wandb"))[0]
        chosen = list(kinds(log))
        message = b"".join(field(1, record) for record in chosen)
        if scenario in ("online", "synced"):
            for number, name in ((2, "output.log"), (3, "wandb-metadata.json"), (4, "wandb-summary.json"),
                                 (5, "config.yaml")):
                beside = log.parent / "files" / name
                if beside.exists():
                    message += field(number, beside.read_bytes()[:2000])
        put("folder", scenario, message)
        put("store", scenario, message)
        for number, record in enumerate(chosen[:24]):
            if scenario in ("seed", "artifacts") and number % 3 == 0:
                put("proto_fields", f"{scenario}-{number}", record[record.index(b"\n") + 1:] if b"\n" in record else record)
        whole = log.read_bytes()
        if scenario in ("alerts", "seed", "resume"):
            put("wandb_log", scenario, whole[:MOST])
    blocks = sorted(FIXTURES.glob("sigterm_blocks/wandb/*/run-*.wandb"))[0].read_bytes()
    put("wandb_log", "two-blocks", blocks[:32768 + 1500])
    put("wandb_log", "header", blocks[:7])
    put("proto_fields", "timestamp", b"\x08\x80\xa0\xc5\xc9\x06\x10\x80\x94\xeb\xdc\x03")


def texts():
    online = sorted(FIXTURES.glob("online/wandb/*/files"))[0]
    put("metadata_files", "metadata", b"\x00" + (online / "wandb-metadata.json").read_bytes())
    put("metadata_files", "summary", b"\x01" + (online / "wandb-summary.json").read_bytes())
    put("metadata_files", "config", b"\x02" + (online / "config.yaml").read_bytes())
    put("yaml", "config", (online / "config.yaml").read_bytes())
    for name, text in {"anchors": "a: &x [1, 2.5, .inf]\nb: *x\n? [k]\n: {c: ~, d: 'q', e: \"\\u00e9\"}\n",
                       "block": "t: |\n  one\n  two\nf: >-\n  a\n  b\n- x\n", "tags": "!!str 1\n", "empty": ""}.items():
        put("yaml", name, text)
    put("json", "metadata", (online / "wandb-metadata.json").read_bytes())
    put("json", "summary", (online / "wandb-summary.json").read_bytes())
    table = sorted(FIXTURES.glob("media/wandb/*/files/media/table/**/*.json"))[0].read_bytes()
    put("json", "table", table[:MOST])
    put("json", "odd", '[NaN,-Infinity,1e400,-0,9223372036854775808,"\\ud83d\\ude80\\ud800\\n",{"":{}},"\xff"]'
        .encode("latin-1"))
    for name, text in {"integer": "-9223372036854775808", "large": "1e400", "small": "4.9e-324", "real": "0.1",
                       "long": "1" * 400 + ".5e-399", "word": "-Infinity"}.items():
        put("json_number", name, text)
    console = sorted(FIXTURES.glob("console/wandb/*/files/output.log"))[0].read_bytes()
    put("terminal", "console", console[:MOST])
    traceback = sorted(FIXTURES.glob("exception/wandb/*/files/output.log"))[0].read_bytes()
    put("terminal", "traceback", traceback[:MOST])
    for name in ("chained-3.11", "coloured-3.13", "group-3.13", "ignored-3.13", "multiline-3.8", "pool-3.8", "prefixed-3.11",
                 "progress-3.8", "segfault-3.13", "syntax-3.8", "syntax-alone-3.8", "unicode-3.13"):
        put("traceback", name, (FIXTURES.parent / "tracebacks" / f"{name}.txt").read_bytes())
    put("terminal", "escapes", b"a\x1b[31;1mred\x1b[0m\rb\x1b[K\n\x1b[2A\x1b[5Gx\t\b\x1b]0;title\x07\xff\x00err 10%\r20%\n"
        b"\xff\x02\xe6\x97\xa5\x1b[38;2;1;2;3mc\x1b[48:5:9md\x1b[E\x1b[3D")
    for name, kind, data in (("csv", 0, b"a,b\n1,\"x\"\"y\"\n2;3\r\n"), ("tsv", 128, b"\xef\xbb\xbfa\tb\n1\t2\nend"),
                             ("table", 1, table[:MOST]), ("json", 2, (online / "wandb-summary.json").read_bytes()),
                             ("text", 3, console[:2000]), ("markdown", 4, b"# A\n\n[l](x) ![i](/etc/passwd)\n"),
                             ("hex", 5, bytes(range(64)))):
        put("preview", name, bytes([kind]) + data)
    for target, examples in {
            "rfc3339": ["2026-11-23T06:58:12.286623Z", "1678-01-01 00:00:00+23:59", "2261-12-31t23:59:60.9999999999-01"],
            "folder_name": ["offline-run-20241105_111006-1jx1ud12", "run-20241105_111006-cfg-a-b", "run-1jx1ud12.wandb"],
            "expression": [
                'state = running and (summary.loss < 1 or tags in (\'a\', "b")) and not name matches \'^run\'',
                "metrics.loss < 1 and params.opt LIKE '%ad_m%' and attributes.status = 'FINISHED'",
                'project:vision tag:baseline cfg.lr>=1e-3 -note:"two words" | !id:x',
                "state == 'a' && x in ['a', None] || y is not None",
                'created within last 7d and created >= 2026-11-23T14:02:11.5+09:00 and runtime > 1.5h or x = nan or t ≠ 9007199254740993',
                '`a``b`.c exists and summary.`val/loss` is null and m not in (1, true, null, -inf) m contains b',
                "損失\u3000≤ 'é' ((not not"],
            "run_path": ["1jx1ud12", "team/project/1jx1ud12", "/project/id", "https://wandb.ai/a/b/runs/c%20d?x=1#y",
                         "localhost:8765/a/b/c", "/a/b/runs/c/files/media"]}.items():
        for number, text in enumerate(examples):
            put(target, f"example-{number}", text)


def sent():
    """What the recorder is sent: queries of the SDK, lines, and bodies as they are compressed."""
    requests = [json.loads(line) for line in (FIXTURES.parent / "recorder/requests.jsonl").read_text().splitlines()]
    queries, streams = {}, {}
    for request in requests:
        if request["path"] == "/graphql":
            query = json.loads(request["body"])["query"]
            queries.setdefault(query.split("(")[0].split("{")[0].strip(), query)
        elif request["path"].endswith("file_stream"):
            body = json.loads(request["body"])
            streams.setdefault(tuple(sorted(body)) + tuple(sorted(body.get("files") or {})), request["body"])
    chosen = sorted((query for query in queries.values() if len(query) < MOST), key=len)[::4]
    for number, query in enumerate(chosen):
        put("graphql", f"query-{number}", query)
    put("graphql", "echo", 'query Q($v: Int = 3) { run { ...A ... on Run @include(if: true) { b: echo(value: {x: [1, "\\u0041'
        '\\n", $v, null, E], y: -1.5e2}) } } runs { name } } fragment A on Run { parent { parent { name tags } } }')
    put("graphql", "endless", "{ ...A } fragment A on Query { run { name } ...A }")
    for number, body in enumerate(sorted((body for body in streams.values() if len(body) < MOST), key=len)):
        put("file_stream", f"lines-{number}", body)
    put("file_stream", "gap", json.dumps({"files": {"wandb-history.jsonl": {"offset": 7, "content": ['{"_step":7,"a":NaN}']}}}))
    put("file_stream", "odd", json.dumps({"files": {"output.log": {"offset": -1, "content": ["x", None, 3]},
                                                    "wandb-history.jsonl": {"offset": 1e300, "content": "x"}},
                                          "complete": True, "exitcode": 1e9}))
    put("gzip_body", "query", gzip.compress(chosen[0].encode(), mtime=0))
    put("gzip_body", "bomb", gzip.compress(bytes(2_000_000), mtime=0))
    put("gzip_body", "cut", gzip.compress(b"abc" * 50, mtime=0)[:-6])
    put("gzip_body", "path", "/local/a%20b%2Fc%zz%")


def stored(program):
    """Blobs of the index that the program makes, with the place where it was made taken out."""
    with tempfile.TemporaryDirectory(prefix="corpus-") as place:
        runs, cache = pathlib.Path(place, "runs"), pathlib.Path(place, "cache")
        for scenario in ("artifacts", "history", "media", "seed", "console"):
            shutil.copytree(FIXTURES / scenario, runs / scenario)
        subprocess.run([program, "list", str(runs)], check=True, stdout=subprocess.DEVNULL,
                       env={**os.environ, "XDG_CACHE_HOME": str(cache), "HOME": place})
        database = sqlite3.connect(next(cache.rglob("*.db")))
        neutral = lambda data: data.replace(place.encode(), b"/home/user/runs".ljust(len(place), b"_")[:len(place)])
        take = lambda sql: list(database.execute(sql))
        for number, (document,) in enumerate(take("SELECT doc FROM runs WHERE length(doc) < 5000 LIMIT 4")):
            put("documents", f"run-{number}", b"\x00" + neutral(document))
            put("cbor", f"run-{number}", neutral(document).replace(b"\xbf", b"\xa3", 1))
        for number, (document,) in enumerate(take("SELECT doc FROM details WHERE length(doc) < 5000 LIMIT 6")):
            put("documents", f"detail-{number}", b"\x01" + neutral(document))
        for number, (kind, count, data) in enumerate(
                take("SELECT format, count, min(data) FROM chunks GROUP BY format, count > 3")):
            put("chunks", f"chunk-{number}", struct.pack("<BH", kind, count) + data[:MOST])
        for number, (count, steps, times) in enumerate(take("SELECT count, steps, times FROM axis_chunks LIMIT 3")):
            put("chunks", f"steps-{number}", struct.pack("<BH", 6, count) + steps)
            put("chunks", f"times-{number}", struct.pack("<BH", 6, count) + times)
        for number, (count, data) in enumerate(take("SELECT count, data FROM console ORDER BY length(data) LIMIT 2")):
            put("chunks", f"console-{number}", struct.pack("<BH", 7, count) + data)
        put("chunks", "console-open", struct.pack("<BH", 135, 2) + b"\x01\xf6\x63one\x00\x1a\x00\x00\x00\x01\x60")
        put("chunks", "values-open", struct.pack("<BH", 132, 3) + b"\xf6\x82\x01\xfb" + bytes(8) + b"\xa1\x61k\x61v")
        put("chunks", "key", b"\x00\x00\x00" + b'["train","a\\u000a\\"\\\\"]')
        put("cbor", "open", b"\x84\x20\xf5\xfb\x7f\xf0\x00\x00\x00\x00\x00\x00\xa1\x61a\x80")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for old in (HERE / "corpus").glob("*/*"):
        if not old.name.startswith("found-"):
            old.unlink()
    logs_and_folders()
    texts()
    sent()
    stored(os.path.abspath(sys.argv[1]))
    inputs = [path for path in (HERE / "corpus").glob("*/*")]
    print(f"{len(inputs)} inputs, {sum(path.stat().st_size for path in inputs)} bytes")
