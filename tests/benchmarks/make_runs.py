# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs for the benchmarks, written by the real wandb SDK (offline). For the interpreter of a venv that has it.

usage: make_runs.py long  --out DIR [--steps 200000] [--metrics 10] [--seed 1]
       make_runs.py small --out DIR [--runs 12] [--seed 1]
"long" is one run with many steps. "small" are the templates that make_tree varies: a few epochs of a sweep each, with
nested config, tags, a group, notes and console output.
"""
import argparse
import math
import os
import random

os.environ.update(WANDB_MODE="offline", WANDB_SILENT="true")
os.environ.pop("WANDB_API_KEY", None)

import wandb  # noqa: E402

NAMES = ["train/loss", "train/accuracy", "val/loss", "val/accuracy", "lr", "grad_norm", "epoch", "throughput",
         "eta_minutes", "weights/norm"]


def row(step, steps, metrics, source):
    """What a training loop logs: a decaying loss with noise, counters, a learning rate, norms."""
    part = step / steps
    loss = math.exp(-3 * part) + source.gauss(0, 0.02)
    values = [loss, 1 - loss / 2, loss * 1.1 + source.gauss(0, 0.01), 1 - loss / 1.8, 1e-3 * (1 - part),
              abs(source.gauss(1, 0.3)), step // 1000, source.uniform(900, 1100), (steps - step) / 60, 40 + part]
    values += [source.gauss(extra, 1) for extra in range(len(NAMES), metrics)]
    names = NAMES + [f"layers/{number}/norm" for number in range(len(NAMES), metrics)]
    return dict(zip(names[:metrics], values))


def make_long(given, source):
    run = wandb.init(dir=given.out, entity="bench", project="long", name=f"{given.steps} steps",
                     config={"steps": given.steps, "metrics": given.metrics, "seed": given.seed})
    for step in range(given.steps):
        run.log(row(step, given.steps, given.metrics, source))
    run.finish()


def make_small(given, source):
    for number in range(given.runs):
        config = {"optimizer": {"name": source.choice(["adam", "sgd", "lion"]), "lr": source.uniform(1e-5, 1e-2),
                                "betas": [0.9, 0.999], "weight_decay": source.choice([0, 0.01, 0.1])},
                  "model": {"name": source.choice(["resnet18", "resnet50", "vit-s"]), "layers": source.randint(4, 48),
                            "dropout": source.uniform(0, 0.5)},
                  "data": {"name": "imagenet-1k", "augment": source.random() < 0.5, "workers": 8},
                  "batch_size": source.choice([32, 64, 128, 256]), "epochs": 10, "seed": source.randint(0, 1 << 31)}
        run = wandb.init(dir=given.out, entity="bench", project="sweep", name=f"template-{number:03d}",
                         group=f"sweep-{number % 4}", job_type="train", tags=["baseline", f"try-{number % 5}"],
                         notes="One of many.\n\nLearning rate and model are drawn at random.", config=config)
        for step in range(10):
            print(f"epoch {step}: loss {math.exp(-step / 4):.4f}")
            run.log(row(step, 10, 10, source))
        run.summary["best/accuracy"] = source.uniform(0.5, 0.9)
        run.finish()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=["long", "small"])
    parser.add_argument("--out", required=True)
    parser.add_argument("--steps", type=int, default=200_000)
    parser.add_argument("--metrics", type=int, default=10)
    parser.add_argument("--runs", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    os.makedirs(given.out, exist_ok=True)
    source = random.Random(given.seed)
    (make_long if given.kind == "long" else make_small)(given, source)


if __name__ == "__main__":
    main()
