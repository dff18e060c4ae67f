#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the example runs anew: make_runs.sh PYTHON OUTPUT, where PYTHON has wandb, numpy and pillow.
# Runs in a home of its own, so that nothing of the machine is recorded but its operating system and hardware.
set -euo pipefail
python="$1"
output="$2"
here="$(cd "$(dirname "$0")" && pwd)"
home="${EXAMPLE_HOME:-/tmp/home/nico}"

rm -rf "$home/experiments" "$output"
mkdir -p "$home/experiments" "$output"
cp "$here/train.py" "$home/experiments/train.py"
cd "$home/experiments"

stop=
train() {
  $stop env -i HOME="$home" USER=nico LOGNAME=nico PATH=/usr/bin:/bin LANG=C.UTF-8 TMPDIR="$home" PYTHONUNBUFFERED=1 \
    WANDB_MODE=offline WANDB_SILENT=true WANDB_DISABLE_CODE=true "$python" train.py "$@"
}

moons=(--project two-moons)
train "${moons[@]}" --name adam-baseline --group optimizers --job-type train --tags baseline adam \
  --notes "Adam with its usual rate. Everything else is compared with this run." --test
train "${moons[@]}" --name momentum --group optimizers --job-type train --tags momentum --optimizer momentum --lr 0.05 --test
train "${moons[@]}" --name rmsprop --group optimizers --job-type train --tags rmsprop --optimizer rmsprop --lr 0.005
train "${moons[@]}" --name sgd-slow --group optimizers --job-type train --tags sgd --optimizer sgd --lr 0.02
train "${moons[@]}" --name adam-cosine --group schedules --job-type train --tags adam cosine --schedule cosine --lr 0.03 --warmup 40
train "${moons[@]}" --name wide-64 --group sizes --job-type sweep --tags adam wide --hidden 64 64 --decay 0.0005 --schedule step

# Diverges: the rate is far too high.
train "${moons[@]}" --name sgd-too-fast --group optimizers --job-type train --tags sgd diverged --optimizer sgd --lr 400 --decay 5 \
  --epochs 20 --every 4 --notes $'Rate and decay a thousand times too high, by mistake.\n\nThe loss explodes, then it is **NaN**.'

# Ends with a traceback.
train "${moons[@]}" --name batch-bug --group sizes --job-type debug --tags bug --fail-at 6 || true

# Is interrupted from outside, as with Ctrl+C.
stop="timeout --foreground --signal=INT 24"
train "${moons[@]}" --name interrupted --group schedules --job-type train --tags adam --schedule cosine --pause 1.2 || true
stop=

# One run in two parts.
train "${moons[@]}" --name long-training --group sizes --job-type train --tags resumed --id moonlong --hidden 32 32 --epochs 20
train "${moons[@]}" --name long-training --group sizes --job-type train --tags resumed --id moonlong --hidden 32 32 --epochs 20 --seed 2 --lr 0.002

# Without a project or a name, as a first try looks.
train --epochs 8 --every 6

cp -r "$home/experiments/wandb" "$output/"
rm -rf "$output"/wandb/latest-run "$output"/wandb/debug*.log "$output"/wandb/*/logs "$output"/wandb/*/tmp
