# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs that are read and changed through wandb.Api(): api_run.py SCENARIO

WANDB_BASE_URL says where the recorder is. What wandb.Api() says is told as one JSON document in the file expected.json
of the working directory, floats that JSON has no number for as {"$f": "nan"}."""
import json
import math
import sys

import wandb

PROJECT = "local/reads"


def plain(value):
    if isinstance(value, float) and not math.isfinite(value):
        return {"$f": "nan" if math.isnan(value) else "inf" if value > 0 else "-inf"}
    if hasattr(value, "items"):
        return {key: plain(child) for key, child in value.items()}
    return [plain(child) for child in value] if isinstance(value, (list, tuple)) else value


def tell(**document):
    with open("expected.json", "w", encoding="utf-8") as file:
        json.dump(plain(document), file)


def user_keys(row):
    return {key: value for key, value in row.items() if not key.startswith("_") or key == "_step"}


def exact():
    """Logs values of every kind and reads them back."""
    run = wandb.init(project="reads", id="exact", config={"lr": 0.1, "big": 2**60 + 1, "deep": {"list": [1, "x", None]},
                                                          "inf": math.inf, "文": "字"})
    logged = []
    for step in range(1200):
        row = {"loss": 1 / (step + 1), "big": 2**53 + step, "nested": {"a": {"b": step}}, "a/b": step % 2 == 0, "t": f"s{step}"}
        if step % 100 == 0:
            row |= {"rare": step, "nan": math.nan, "inf": math.inf, "neg": -math.inf}
        run.log(row)
        logged.append(row | {"_step": step})
    run.log({"late": 5}, step=5000)
    logged.append({"late": 5, "_step": 5000})
    run.summary["best"] = {"deep": 2**60 + 3}
    run.finish()
    one = wandb.Api().run(f"{PROJECT}/exact")
    scanned = [user_keys(row) for row in one.scan_history(page_size=100)]
    sampled = one.history(samples=50, pandas=False)
    lines = [row["loss"] for row in one.history(keys=["loss"], samples=2000, pandas=False)]
    rare = list(one.scan_history(keys=["rare", "big"]))
    system = one.history(stream="events", pandas=False)
    tell(logged=logged, scanned=scanned, sampled=[row["_step"] for row in sampled], lines=lines,
         rare=rare, part=[row["_step"] for row in one.scan_history(min_step=10, max_step=20)],
         nan=[row["nan"] for row in one.scan_history(keys=["nan", "inf", "neg"])],
         config=dict(one.config), summary={key: plain(value) for key, value in one.summary.items()},
         keys=sorted(one.history_keys["keys"]), last=one.lastHistoryStep, metadata=one.metadata["program"],
         system=[key for row in system for key in row if key.startswith("system.")][:3], state=one.state,
         name=one.name, url=one.url, path="/".join(one.path), storage=one.storage_id is not None)


def filtered():
    """Many small runs, asked for in MongoDB's words."""
    for number in range(12):
        with wandb.init(project="filters", id=f"r{number:02}", name=f"run {number}", group=f"g{number % 2}",
                        job_type="train" if number < 6 else "eval", tags=[f"t{number % 3}", "all"],
                        config={"lr": number / 10, "opt": {"name": "adam" if number % 2 else "sgd"}}) as run:
            run.log({"acc": number * 1.5})
    api = wandb.Api()

    def ids(filters=None, order="+created_at", **more):
        return [run.id for run in api.runs("local/filters", filters=filters, order=order, **more)]

    tell(all=ids(), paged=ids(per_page=5), newest=ids(order="-created_at")[:2], by_acc=ids(order="-summary_metrics.acc")[:2],
         by_lr=ids(order="+config.lr.value")[:2],
         greater=ids({"config.lr": {"$gt": 0.85}}), value=ids({"config.lr.value": 0.5}),
         nested=ids({"config.opt.name": "adam", "group": "g1", "jobType": "eval"}),
         either=ids({"$or": [{"config.lr": 0.1}, {"summary_metrics.acc": {"$gte": 16.5}}]}),
         tags=ids({"tags": "t2"}), tags_in=ids({"tags": {"$in": ["t0", "t1"]}}), no_tag=ids({"tags": {"$nin": ["t0", "t1"]}}),
         regex=ids({"display_name": {"$regex": "^run 1"}}), absent=ids({"config.none": {"$exists": False}, "group": "g0"}),
         both=ids({"$and": [{"state": "finished"}, {"config.lr": {"$lt": 0.25}}, {"name": {"$ne": "r01"}}]}),
         negated=ids({"config.lr": {"$not": {"$gt": 0.15}}}), count=len(api.runs("local/filters", {"group": "g0"})),
         nothing=ids({"group": "g7"}))


def changed():
    with wandb.init(project="reads", id="changed", config={"a": 1, "b": 2}, tags=["old"], group="before") as run:
        run.log({"x": 1})
    api = wandb.Api()
    one = api.run(f"{PROJECT}/changed")
    one.name = "another name"
    one.notes = "notes\nof two lines"
    one.tags = ["new", "日本"]
    one.group = "after"
    one.job_type = "eval"
    one.config["a"] = 10
    del one.config["b"]
    one.config["added"] = {"deep": [1, 2]}
    one.update()
    one.summary["x"] = 7
    one.summary["y"] = {"z": math.inf}
    one.summary.update()
    again = wandb.Api().run(f"{PROJECT}/changed")
    found = {"name": again.name, "notes": again.notes, "tags": again.tags, "group": again.group, "job_type": again.job_type,
             "config": dict(again.config), "x": again.summary["x"], "y": dict(again.summary["y"]), "state": again.state}
    with wandb.init(project="reads", id="doomed") as run:
        run.log({"x": 1})
    api.run(f"{PROJECT}/doomed").delete()
    try:
        wandb.Api().run(f"{PROJECT}/doomed")
        found["deleted"] = False
    except Exception as error:
        found["deleted"] = "Could not find run" in str(error) or str(error)
    found["left"] = [one.id for one in wandb.Api().runs(PROJECT)]
    try:
        wandb.Api().runs("local/nowhere")[0]
        found["missing"] = None
    except Exception as error:
        found["missing"] = str(error)
    tell(**found)


globals()[sys.argv[1]]()
