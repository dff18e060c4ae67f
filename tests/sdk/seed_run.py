# SPDX-License-Identifier: GPL-3.0-or-later
"""The snippets of the W&B guide to runs, word for word, one after the other: seed_run.py SCENARIO

Each is a script as a reader makes it of the page; what it logged is told afterwards, in the file expected.json."""
import json
import random
import sys

SNIPPETS = {
    "first": '''
import wandb

run = wandb.init(entity="nico", project="awesome-project")
run.log({"accuracy": 0.9, "loss": 0.1})
''',
    "training": '''
epochs = 10
lr = 0.01

run = wandb.init(
    entity="nico",
    project="awesome-project",
    config={
        "learning_rate": lr,
        "epochs": epochs,
    },
)

offset = random.random() / 5

# トレーニング run のシミュレーション
for epoch in range(epochs):
    acc = 1 - 2**-epoch - random.random() / (epoch + 1) - offset
    loss = 2**-epoch + random.random() / (epoch + 1) + offset
    print(f"epoch={epoch}, accuracy={acc}, loss={loss}")
    run.log({"accuracy": acc, "loss": loss})
''',
    "basic": '''
import wandb

run = wandb.init(entity="wandbee", project="awesome-project")
''',
}

import wandb

names = {"wandb": wandb, "random": random}
exec(compile(SNIPPETS[sys.argv[1]], sys.argv[1], "exec"), names)
with open("expected.json", "w", encoding="utf-8") as file:
    json.dump({"path": f"{names['run'].entity}/{names['run'].project}/{names['run'].id}", "name": names["run"].name}, file)
