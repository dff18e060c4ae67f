# SPDX-License-Identifier: GPL-3.0-or-later
"""A training script on a lead: sdk_run.py SECONDS

Begins an offline run in the working directory that flushes its log every SECONDS, and says where in one line of JSON.
Then each line on standard input is executed as Python, with `run` and `wandb`, and answered with "done". At the end of
the input the script ends as any script does."""
import json
import os
import sys

# What the run prints goes to its log only, so that an answer is never in the middle of it.
answers = os.fdopen(os.dup(1), "w")
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def answer(text):
    print(text, file=answers, flush=True)


import wandb

run = wandb.init(project="live", config={"lr": 0.1}, mode="offline", dir=".",
                 settings=wandb.Settings(x_transaction_log_flush_interval=float(sys.argv[1])))
answer(json.dumps({"pid": os.getpid(), "id": run.id, "log": os.path.abspath(run.settings.sync_file)}))
for line in sys.stdin:
    exec(line)
    answer("done")
