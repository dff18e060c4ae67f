# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs that log to a recorder: recorder_run.py SCENARIO

WANDB_BASE_URL says where it is. What was logged is told as one JSON document in the file expected.json of the working
directory, floats that JSON has no number for as {"$f": "nan"}."""
import json
import math
import os
import sys
import time

import wandb

logged = []


def plain(value):
    if isinstance(value, float) and not math.isfinite(value):
        return {"$f": "nan" if math.isnan(value) else "inf" if value > 0 else "-inf"}
    if isinstance(value, dict):
        return {key: plain(child) for key, child in value.items()}
    return [plain(child) for child in value] if isinstance(value, (list, tuple)) else value


def log(run, row, **how):
    logged.append(plain(row) | {f"${key}": value for key, value in how.items()})
    run.log(row, **how)


def tell(run, **more):
    document = {"path": f"{run.entity}/{run.project}/{run.id}", "name": run.name, "log": logged,
                "config": plain(dict(run.config))} | more
    with open("expected.json", "w", encoding="utf-8") as file:
        json.dump(document, file)


def everything():
    run = wandb.init(project="every-thing", name="a name", notes="why", tags=["base", "t2"], group="g", job_type="train",
                     config={"lr": 0.1, "nested": {"deep": {"a": 1}}, "list": [1, "x", None], "big": 2**53 + 1,
                             "inf": math.inf, "text": "日本語", "flag": True})
    run.define_metric("acc", summary="max")
    run.define_metric("val/*", step_metric="epoch")
    print("to stdout")
    print("to stderr", file=sys.stderr)
    for step in range(20):
        log(run, {"acc": step / 10, "n": step, "big": 2**53 + step, "val": {"deep": {"a": step}}, "a/b": step % 2 == 0,
                  "c.d": "text", "epoch": step // 5})
    log(run, {"nothing": math.nan, "hole": math.inf, "other": -math.inf})
    log(run, {"acc": 0.5}, step=40)
    log(run, {"more": 1}, commit=False)
    log(run, {"more2": 2})
    run.summary["best"] = {"score": 3}
    run.tags = run.tags + ("late",)
    run.config["late"] = 5
    run.alert("hi", "there", level=wandb.AlertLevel.WARN)
    with open("model.txt", "w", encoding="utf-8") as file:
        file.write("weights")
    run.save("model.txt")
    tell(run, notes="why", tags=["base", "late", "t2"], summary={"acc": {"max": 1.9}, "best": {"score": 3}})
    run.finish()


def snippet():
    import random

    epochs = 10
    lr = 0.01
    run = wandb.init(entity="nico", project="awesome-project", config={"learning_rate": lr, "epochs": epochs})
    offset = random.random() / 5
    print(f"lr: {lr}")
    for epoch in range(epochs):
        acc = 1 - 2**-epoch - random.random() / (epoch + 1) - offset
        loss = 2**-epoch + random.random() / (epoch + 1) + offset
        print(f"epoch={epoch}, accuracy={acc}, loss={loss}")
        log(run, {"accuracy": acc, "loss": loss})
    tell(run)


def failing():
    run = wandb.init(project="ends", id="failing")
    log(run, {"a": 1})
    tell(run)
    raise ValueError("boom")


def interrupted():
    run = wandb.init(project="ends", id="interrupted")
    log(run, {"a": 1})
    tell(run)
    raise KeyboardInterrupt


def exiting():
    run = wandb.init(project="ends", id="exiting")
    log(run, {"a": 1})
    tell(run)
    sys.exit(7)


def no_project():
    run = wandb.init()
    log(run, {"a": 1})
    tell(run)


def resumed(resume="allow"):
    run = wandb.init(project="res", id="r1", resume=resume)
    for _ in range(3):
        log(run, {"a": run.step})
    tell(run)
    run.finish()


def resumed_must():
    resumed("must")


def forked():
    run = wandb.init(project="res", fork_from="r1?_step=1")
    log(run, {"a": 100})
    tell(run)
    run.finish()


def deleted():
    """Ends with the words of the refusal."""
    wandb.init(project="res", id="gone")


def waiting():
    """Trains until it is killed."""
    run = wandb.init(project="ends", id="waiting")
    step = 0
    while True:
        run.log({"a": step})
        step += 1
        time.sleep(0.02)


def reading():
    """Logs two runs and tells what wandb.Api() says of them."""
    for lr in (0.1, 0.2):
        with wandb.init(project="api", config={"lr": lr, "opt": {"name": "adam"}}, tags=[f"t{lr}"], group="g") as run:
            for step in range(30):
                run.log({"loss": 1 - step * lr / 10, "odd" if step % 2 else "even": step})
            run.log({"loss": math.nan})
            print("hello")
    api = wandb.Api()
    runs = api.runs("local/api", filters={"config.lr": {"$gt": 0.15}})
    one = runs[0]
    found = {"count": len(api.runs("local/api")), "filtered": len(runs), "lr": one.config["lr"], "opt": one.config["opt"],
             "state": one.state, "tags": one.tags, "name": one.name, "group": one.group,
             "order": [run.config["lr"] for run in api.runs("local/api", order="-config.lr.value")],
             "summary": one.summary["_step"], "rows": len(one.history(pandas=False)),
             "loss": [row["loss"] for row in one.history(keys=["loss"], pandas=False)][:3],
             "even": len(one.history(keys=["even"], pandas=False)),
             "scan": len(list(one.scan_history())), "scan_keys": len(list(one.scan_history(keys=["odd"]))),
             "projects": [project.name for project in api.projects("local")]}
    one.notes = "edited"
    one.tags = ["new"]
    one.config["added"] = 7
    one.update()
    again = wandb.Api().run(f"local/api/{one.id}")
    found |= {"notes": again.notes, "new_tags": again.tags, "added": again.config["added"], "after": again.state}
    with open("expected.json", "w", encoding="utf-8") as file:
        json.dump(found, file)


def offline():
    run = wandb.init(project="off", id="offline1", mode="offline", config={"x": 1})
    for step in range(5):
        log(run, {"a": step * 1.5})
    tell(run, folder=os.path.dirname(run.dir))
    run.finish()


globals()[sys.argv[1]]()
