# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains a small network on two interleaved half-moons and logs it with wandb: the example runs of Runglass.

Everything is NumPy. `python train.py --help` names the knobs; `make_runs.sh` makes the shipped runs with them.
"""
import argparse
import sys
import time

import numpy as np
import wandb
from PIL import Image


def two_moons(count, noise, rng):
    """Points [count, 2] and their class, 0 or 1."""
    angle = rng.uniform(0, np.pi, count)
    label = rng.integers(0, 2, count)
    x = np.where(label == 0, np.cos(angle), 1 - np.cos(angle))
    y = np.where(label == 0, np.sin(angle), 0.5 - np.sin(angle))
    return np.stack([x, y], axis=1) + rng.normal(0, noise, (count, 2)), label


class Network:
    """Dense layers with tanh between them and a softmax at the end."""

    def __init__(self, sizes, rng):
        self.weights = [rng.normal(0, np.sqrt(2 / a), (a, b)) for a, b in zip(sizes, sizes[1:])]
        self.biases = [np.zeros(b) for b in sizes[1:]]

    def parameters(self):
        return self.weights + self.biases

    def forward(self, x):
        layers = [x]
        for i, (weight, bias) in enumerate(zip(self.weights, self.biases)):
            x = layers[-1] @ weight + bias
            layers.append(np.tanh(x) if i + 1 < len(self.weights) else x)
        return layers

    def predict(self, x):
        logits = self.forward(x)[-1]
        odds = np.exp(logits - logits.max(axis=1, keepdims=True))
        return odds / odds.sum(axis=1, keepdims=True)

    def gradients(self, x, label, decay):
        layers = self.forward(x)
        odds = np.exp(layers[-1] - layers[-1].max(axis=1, keepdims=True))
        odds /= odds.sum(axis=1, keepdims=True)
        delta = odds
        delta[np.arange(len(label)), label] -= 1
        delta /= len(label)
        weights, biases = [], []
        for i in reversed(range(len(self.weights))):
            weights.insert(0, layers[i].T @ delta + decay * self.weights[i])
            biases.insert(0, delta.sum(axis=0))
            delta = delta @ self.weights[i].T * (1 - layers[i] ** 2)
        return weights + biases


class Optimizer:
    """sgd, momentum, rmsprop or adam."""

    def __init__(self, kind, parameters):
        self.kind = kind
        self.first = [np.zeros_like(p) for p in parameters]
        self.second = [np.zeros_like(p) for p in parameters]
        self.count = 0

    def step(self, parameters, gradients, rate):
        self.count += 1
        for i, (p, g) in enumerate(zip(parameters, gradients)):
            if self.kind == "sgd":
                p -= rate * g
            elif self.kind == "momentum":
                self.first[i] = 0.9 * self.first[i] + g
                p -= rate * self.first[i]
            else:
                self.second[i] = 0.99 * self.second[i] + 0.01 * g * g
                scale = np.sqrt(self.second[i] / (1 - 0.99**self.count)) + 1e-8
                if self.kind == "adam":
                    self.first[i] = 0.9 * self.first[i] + 0.1 * g
                    p -= rate * self.first[i] / (1 - 0.9**self.count) / scale
                else:
                    p -= rate * g / scale


def measure(network, x, label):
    with np.errstate(invalid="ignore", over="ignore"):
        logits = network.forward(x)[-1]
        logits = logits - logits.max(axis=1, keepdims=True)
        surprise = np.log(np.exp(logits).sum(axis=1)) - logits[np.arange(len(label)), label]
    # A single hopeless answer shall not dwarf everything else in a chart. NaN stays NaN.
    return float(np.minimum(surprise, 3).mean()), float((logits.argmax(axis=1) == label).mean())


def decision_map(network, x, label, size=72):
    """A picture of what the network answers everywhere, with the points on it."""
    across, down = np.linspace(-1.6, 2.6, size), np.linspace(1.6, -1.1, size)
    grid = np.stack(np.meshgrid(across, down), axis=-1).reshape(-1, 2)
    share = network.predict(grid)[:, 1].reshape(size, size, 1)
    share = np.nan_to_num(share, nan=0.5)
    picture = (1 - share) * np.array([219, 232, 246]) + share * np.array([253, 228, 207])
    for (px, py), kind in zip(x[:140], label):
        column, row = np.abs(across - px).argmin(), np.abs(down - py).argmin()
        picture[row, column] = (31, 95, 168) if kind == 0 else (190, 90, 20)
    return Image.fromarray(picture.astype(np.uint8)).resize((2 * size, 2 * size), Image.NEAREST)


def confusion(network, x, label):
    answer = network.predict(x).argmax(axis=1)
    names = ["upper", "lower"]
    rows = [[names[a], names[b], int(((label == a) & (answer == b)).sum())] for a in (0, 1) for b in (0, 1)]
    return wandb.Table(columns=["actual", "predicted", "count"], data=rows)


def rate_at(step, steps, args):
    if step < args.warmup:
        return args.lr * (step + 1) / args.warmup
    if args.schedule == "cosine":
        return args.lr * 0.5 * (1 + np.cos(np.pi * step / steps))
    return args.lr * (0.1 if args.schedule == "step" and step > steps * 2 // 3 else 1.0)


def progress(epoch, epochs, loss, accuracy):
    full = 24 * (epoch + 1) // epochs
    bar = "█" * full + "░" * (24 - full)
    sys.stdout.write(f"\rEpoch {epoch + 1:3d}/{epochs} {bar} loss {loss:.4f}  val acc \x1b[32m{accuracy:.3f}\x1b[0m")
    sys.stdout.flush()


def save_artifacts(run, network, x, label, accuracy):
    data = wandb.Artifact("two-moons", type="dataset", description="Two half-moons, as they were trained on",
                          metadata={"points": len(label), "classes": ["upper", "lower"]})
    with data.new_file("points.csv", mode="w") as file:
        file.write("x,y,class\n" + "".join(f"{a:.5f},{b:.5f},{c}\n" for (a, b), c in zip(x, label)))
    run.log_artifact(data)
    model = wandb.Artifact("moons-net", type="model", metadata={"val_acc": accuracy})
    for i, (weight, bias) in enumerate(zip(network.weights, network.biases)):
        with model.new_file(f"layer{i}.csv", mode="w") as file:
            np.savetxt(file, np.vstack([weight, bias]), fmt="%.6f", delimiter=",")
    run.log_artifact(model, aliases=["latest", "best"] if accuracy > 0.97 else ["latest"])


def train(run, args):
    rng = np.random.default_rng(args.seed)
    x, label = two_moons(600, args.noise, rng)
    val_x, val_label = two_moons(300, args.noise, rng)
    network = Network([2, *args.hidden, 2], rng)
    optimizer = Optimizer(args.optimizer, network.parameters())
    per_epoch = len(x) // args.batch
    steps = args.epochs * per_epoch
    step, best = 0, 0.0
    print(f"{len(x)} points, {sum(p.size for p in network.parameters())} parameters, {steps} steps")
    for epoch in range(args.epochs):
        order = rng.permutation(len(x))
        for part in range(per_epoch):
            chosen = order[part * args.batch:(part + 1) * args.batch]
            rate = rate_at(step, steps, args)
            with np.errstate(invalid="ignore", over="ignore"):
                gradients = network.gradients(x[chosen], label[chosen], args.decay)
                norm = float(np.sqrt(sum((g * g).sum() for g in gradients)))
                optimizer.step(network.parameters(), gradients, rate)
            if step % args.every == 0:
                loss, accuracy = measure(network, x[chosen], label[chosen])
                run.log({"train/loss": loss, "train/acc": accuracy, "lr": rate, "grad_norm": float(np.minimum(norm, 10)), "epoch": epoch},
                        commit=part + args.every < per_epoch)
            step += 1
        loss, accuracy = measure(network, val_x, val_label)
        row = {"val/loss": loss, "val/acc": accuracy, "epoch": epoch}
        if epoch % 10 == 0 or epoch + 1 == args.epochs:
            row["predictions"] = wandb.Image(decision_map(network, val_x, val_label), caption=f"epoch {epoch}")
            if np.isfinite(loss):
                row["weights"] = wandb.Histogram(np.concatenate([w.ravel() for w in network.weights]), num_bins=24)
        run.log(row)
        progress(epoch, args.epochs, loss, accuracy)
        if not np.isfinite(loss):
            print(f"\nWARNING: the loss is {loss} since epoch {epoch}", file=sys.stderr)
        if accuracy > best and np.isfinite(loss):
            best = accuracy
            run.summary["best_val_acc"] = best
        if args.fail_at is not None and epoch == args.fail_at:
            print("\nWARNING: 1 batch holds no point of class 1", file=sys.stderr)
            network.gradients(x[:7], label[:8], args.decay)
        time.sleep(args.pause)
    print()
    run.log({"confusion": confusion(network, val_x, val_label)})
    if args.test:
        test_x, test_label = two_moons(500, args.noise, rng)
        accuracy = measure(network, test_x, test_label)[1]
        run.log({"test/acc": accuracy})
        print(f"test accuracy {accuracy:.3f}")
    save_artifacts(run, network, x, label, best)


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--name")
    parser.add_argument("--project")
    parser.add_argument("--group")
    parser.add_argument("--job-type")
    parser.add_argument("--tags", nargs="*", default=[])
    parser.add_argument("--notes")
    parser.add_argument("--id")
    parser.add_argument("--optimizer", default="adam", choices=["sgd", "momentum", "rmsprop", "adam"])
    parser.add_argument("--lr", type=float, default=0.01)
    parser.add_argument("--schedule", default="constant", choices=["constant", "step", "cosine"])
    parser.add_argument("--warmup", type=int, default=0)
    parser.add_argument("--hidden", type=int, nargs="*", default=[16, 16])
    parser.add_argument("--epochs", type=int, default=40)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--decay", type=float, default=0.0)
    parser.add_argument("--noise", type=float, default=0.18)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--every", type=int, default=3, help="log each Nth step")
    parser.add_argument("--pause", type=float, default=0.12, help="seconds after each epoch")
    parser.add_argument("--fail-at", type=int, help="stumble in this epoch")
    parser.add_argument("--test", action="store_true", help="measure on a test set at the end")
    return parser.parse_args()


def main():
    args = arguments()
    config = {
        "optimizer": {"name": args.optimizer, "lr": args.lr, "decay": args.decay,
                      "schedule": {"kind": args.schedule, "warmup": args.warmup}},
        "model": {"hidden": args.hidden, "activation": "tanh"},
        "data": {"name": "two-moons", "points": 600, "noise": args.noise},
        "epochs": args.epochs, "batch_size": args.batch, "seed": args.seed,
    }
    settings = wandb.Settings(host="workstation", x_stats_sampling_interval=1.0)
    run = wandb.init(project=args.project, entity="nico" if args.project else None, name=args.name, group=args.group,
                     job_type=args.job_type, tags=args.tags or None, notes=args.notes, id=args.id,
                     resume="allow" if args.id else None, config=config, settings=settings)
    run.define_metric("val/*", summary="last")
    train(run, args)
    run.finish()


if __name__ == "__main__":
    main()
