# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs that send files: files_run.py SCENARIO

WANDB_BASE_URL says where the recorder is. What was sent is told as one JSON document in the file expected.json of the
working directory: the SHA-256 sum of each file, by its path in the run."""
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zlib

import wandb


def tell(**document):
    with open("expected.json", "w", encoding="utf-8") as file:
        json.dump(document, file)


def write(path, data):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


def sums(folder):
    found = {}
    for directory, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(directory, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = hashlib.sha256(file.read()).hexdigest()
    return found


def git(*arguments):
    subprocess.run(["git", "-c", "user.name=n", "-c", "user.email=n@localhost", *arguments], check=True,
                   stdout=subprocess.DEVNULL)


def media():
    """Media of several kinds, and files of all sizes."""
    run = wandb.init(project="files", id="media")
    write("clip.mp4", bytes(range(256)) * 64)
    write("sound.wav", b"RIFF" + bytes(64))
    write("shape.obj", b"v 0 0 0\n")
    write("sub/dir/a b#?%.bin", bytes(3_000_000))
    write("日本語.txt", "こんにちは".encode())
    write("empty.txt", b"")
    for step in range(2):
        run.log({"html": wandb.Html(f"<script>alert({step})</script>"), "clip": wandb.Video("clip.mp4", format="mp4"),
                 "sound": wandb.Audio("sound.wav"), "shape": wandb.Object3D("shape.obj"),
                 "table": wandb.Table(columns=["a"], data=[[step]]),
                 "plot": wandb.plot.line(wandb.Table(columns=["x", "y"], data=[[1, 2]]), "x", "y")})
    for path in ("sub/dir/a b#?%.bin", "日本語.txt", "empty.txt"):
        run.save(path, base_path=".")
    folder = run.dir
    run.finish()
    tell(files=sums(folder), path=f"{run.entity}/{run.project}/{run.id}")


def code():
    """In a git repository with changes: metadata, diff.patch, the program, all code as an artifact."""
    os.makedirs("repo", exist_ok=True)
    os.chdir("repo")
    git("init", "--quiet", "--initial-branch=main")
    git("remote", "add", "origin", "https://git.example.org/me/repo.git")
    write("train.py", b"print('committed')\n")
    write("lib/part.py", b"part = 1\n")
    git("add", ".")
    git("commit", "--quiet", "-m", "first")
    commit = subprocess.run(["git", "rev-parse", "HEAD"], check=True, capture_output=True, text=True).stdout.strip()
    write("train.py", b"print('changed')\n")
    shutil.copyfile(__file__, "script.py")
    os.environ["WANDB_PROGRAM"] = "script.py"
    run = wandb.init(project="files", id="code", save_code=True)
    logged = run.log_code(".")
    logged.wait()
    folder = run.dir
    run.finish()
    os.chdir("..")
    tell(files=sums(f"repo/{os.path.relpath(folder, 'repo')}" if not os.path.isabs(folder) else folder), commit=commit,
         code=sums("repo/lib") | {"name": logged.name})


def downloaded():
    """What wandb.Api() gives back of media()."""
    api = wandb.Api()
    run = api.run("local/files/media")
    files = list(run.files(per_page=3))
    for file in files:
        file.download(root="back", replace=True).close()
    found = {"names": [file.name for file in files], "count": len(run.files()),
             "sizes": {file.name: file.size for file in files}, "back": sums("back"),
             "pattern": sorted(file.name for file in run.files(pattern="media/html/%.html")),
             "named": [file.name for file in run.files(names=["empty.txt", "nothing"])],
             "direct": run.file("empty.txt").direct_url, "md5": run.file("日本語.txt").md5}
    write("late.txt", b"late")
    run.upload_file("late.txt")
    found["late"] = run.file("late.txt").size
    run.file("late.txt").delete()
    found["after"] = [file.name for file in wandb.Api().run("local/files/media").files() if "late" in file.name]
    found["metadata"] = run.metadata["program"]
    found["html"] = [row["html"]["path"] for row in run.scan_history(keys=["html"])]
    tell(**found)


globals()[sys.argv[1]]()
