# SPDX-License-Identifier: GPL-3.0-or-later
"""Sweeps, with a recorder: sweep_run.py SCENARIO, or as the program that an agent starts: sweep_run.py --lr=…

What there is to tell is told as one JSON document in the file expected.json of the working directory."""
import json
import os
import subprocess
import sys

import wandb
from wandb.agents.pyagent import Agent

GRID = {"method": "grid", "metric": {"name": "loss", "goal": "minimize"},
        "parameters": {"lr": {"values": [0.1, 0.2]}, "opt": {"parameters": {"name": {"values": ["adam", "sgd"]}}},
                       "epochs": {"value": 2}}}


def tell(**document):
    with open("expected.json", "w", encoding="utf-8") as file:
        json.dump(document, file)


def train():
    with wandb.init() as run:
        for step in range(run.config.get("epochs", 2)):
            run.log({"loss": run.config["lr"] * (step + 1)})


def function():
    """All of a grid by a function, and what wandb.Api() says of it."""
    Agent.HEARTBEAT_SLEEP_SECONDS = 0.2
    sweep = wandb.sweep(GRID, project="search")
    wandb.agent(sweep, function=train, project="search")
    found = wandb.Api().sweep(f"local/search/{sweep}")
    tell(sweep=sweep, state=found.state, expected=found.expected_run_count, best=found.best_run().config["lr"],
         runs={run.id: [run.config["lr"], run.config["opt"]["name"]] for run in found.runs},
         sweeps=[one.id for one in wandb.Api().project("search", "local").sweeps()])


def capped():
    """Random values, until the cap."""
    Agent.HEARTBEAT_SLEEP_SECONDS = 0.2
    sweep = wandb.sweep({"method": "random", "run_cap": 3, "parameters": {"lr": {"min": 0.1, "max": 0.5}}},
                        project="search")
    wandb.agent(sweep, function=train, project="search")
    tell(sweep=sweep)


def bayes():
    wandb.sweep({"method": "bayes", "metric": {"name": "loss"}, "parameters": {"lr": {"min": 0.1, "max": 0.5}}},
                project="search")


def command_line():
    """`wandb sweep` and `wandb agent`, which starts this very file for each run."""
    with open("sweep.yaml", "w", encoding="utf-8") as file:
        json.dump(GRID | {"program": __file__, "parameters": {"lr": {"values": [0.1, 0.2]}}}, file)
    wandb_program = [sys.executable, "-m", "wandb"]
    made = subprocess.run([*wandb_program, "sweep", "--project", "search", "sweep.yaml"], check=True, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT).stdout
    sweep = made.split("sweep with ID: ")[1].split()[0]
    os.environ["PATH"] = os.path.dirname(sys.executable) + os.pathsep + os.environ["PATH"]
    subprocess.run([*wandb_program, "agent", f"local/search/{sweep}"], check=True)
    tell(sweep=sweep, made=made)


train() if sys.argv[1].startswith("--") else globals()[sys.argv[1]]()
