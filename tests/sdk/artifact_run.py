# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs that log and use artifacts: artifact_run.py SCENARIO

WANDB_BASE_URL says where the recorder is. What came of it is told as one JSON document in the file expected.json of the
working directory."""
import hashlib
import json
import os
import sys

import wandb

PROJECT = "arts"


def tell(**document):
    with open("expected.json", "w", encoding="utf-8") as file:
        json.dump(document, file)


def write(path, data):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


def contents(folder):
    """Paths below a folder with the SHA-256 sums of their bytes."""
    found = {}
    for directory, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(directory, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = hashlib.sha256(file.read()).hexdigest()
    return found


def about(artifact):
    return {"name": artifact.name, "version": artifact.version, "type": artifact.type, "state": str(artifact.state),
            "aliases": sorted(artifact.aliases), "description": artifact.description, "metadata": artifact.metadata,
            "digest": artifact.digest, "size": artifact.size, "files": artifact.file_count,
            "tags": sorted(artifact.tags), "id": artifact.id, "entity": artifact.entity, "project": artifact.project}


BYTES = {"a.txt": b"first\n", "deep/b.bin": bytes(range(256)) * 5000, "empty": b"", "日本 語.txt": b"utf-8"}


def logged():
    """Logs versions, the second with the contents of the first."""
    for path, data in BYTES.items():
        write(f"data/{path}", data)
    write("elsewhere.txt", b"not taken in")
    run = wandb.init(project=PROJECT, id="maker", job_type="produce")
    versions = []
    for number in range(3):
        artifact = wandb.Artifact("set", type="dataset", description="what it is",
                                  metadata={"rows": 3, "ratio": 0.5, "deep": {"list": [1, None]}})
        artifact.add_dir("data")
        if number == 2:
            with artifact.new_file("added.txt") as file:
                file.write("added")
        artifact.add_reference(f"file://{os.path.abspath('elsewhere.txt')}", name="elsewhere")
        run.log_artifact(artifact, aliases=["best"] if number == 0 else [f"n{number}"])
        artifact.wait()
        versions.append(about(artifact))
    table = wandb.Table(columns=["a", "b"], data=[[1, "x"], [2, "y"]])
    run.log({"table": table, "loss": 1})
    run.finish()
    tell(versions=versions, bytes=contents("data"))


def used():
    """Uses what logged() made, and changes it."""
    run = wandb.init(project=PROJECT, id="user")
    artifact = run.use_artifact("set:v0")
    local = contents(artifact.download(root="down"))
    one = artifact.get_entry("a.txt").download(root="one")
    result = {"first": about(artifact), "bytes": local, "one": open(one, encoding="utf-8").read()}
    latest = run.use_artifact("set:latest")
    result["latest"] = about(latest)
    result["reference"] = latest.get_entry("elsewhere").ref_target()
    made_by = latest.logged_by()
    result["logged_by"] = made_by.id
    latest.aliases.append("prod")
    latest.aliases.remove("n2")
    latest.description = "another"
    latest.metadata["more"] = [1, 2]
    latest.tags = ["good", "old"]
    latest.save()
    latest.tags = ["good"]
    latest.save()
    run.finish()
    api = wandb.Api()
    again = api.artifact(f"local/{PROJECT}/set:prod")
    result["again"] = about(again)
    result["used_by"] = sorted(user.id for user in again.used_by())
    result["file_names"] = sorted(file.name for file in again.files())
    result["file_count"] = len(again.files())
    result["by_type"] = api.artifact(f"local/{PROJECT}/set:v0", type="dataset").version
    result["exists"] = [api.artifact_exists(f"local/{PROJECT}/{name}") for name in ("set:v0", "set:v9", "other:v0")]
    result["collection_exists"] = api.artifact_collection_exists(f"local/{PROJECT}/set", "dataset")
    tell(**result)


def listed():
    """What wandb.Api() lists."""
    api = wandb.Api()
    path = f"local/{PROJECT}"
    kind = api.artifact_type("dataset", path)
    collection = api.artifact_collection("dataset", f"{path}/set")
    maker, user = api.run(f"{path}/maker"), api.run(f"{path}/user")
    tell(types=[one.name for one in api.artifact_types(path)], type=kind.name,
         collections=[one.name for one in kind.collections()],
         all_collections=[one.name for one in api.artifact_collections(path, "dataset")],
         collection=collection.name, collection_type=collection.type, collection_aliases=sorted(collection.aliases),
         versions=[one.version for one in api.artifacts("dataset", f"{path}/set", per_page=2)],
         count=len(api.artifacts("dataset", f"{path}/set")),
         logged=[one.name for one in maker.logged_artifacts()], used=[one.name for one in user.used_artifacts()],
         user_logged=[one.name for one in user.logged_artifacts()],
         table=api.artifact(f"{path}/run-maker-table:v0").get("table").data)


def incremental():
    run = wandb.init(project=PROJECT, id="incremental")
    whole = wandb.Artifact("grow", type="dataset")
    for number in range(3):
        with whole.new_file(f"{number}.txt") as file:
            file.write(f"{number}")
    run.log_artifact(whole).wait()
    added = wandb.Artifact("grow", type="dataset", incremental=True)
    with added.new_file("3.txt") as file:
        file.write("3")
    with added.new_file("0.txt") as file:
        file.write("new")
    run.log_artifact(added).wait()
    draft = run.use_artifact("grow:v0").new_draft()
    draft.remove("1.txt")
    with draft.new_file("draft.txt") as file:
        file.write("draft")
    run.log_artifact(draft).wait()
    run.finish()
    api = wandb.Api()
    tell(versions=[contents(api.artifact(f"local/{PROJECT}/grow:v{number}").download(root=f"grow{number}"))
                   for number in range(3)])


def linked():
    run = wandb.init(project=PROJECT, id="linker")
    write("weights.bin", b"weights")
    artifact = run.log_artifact("weights.bin", name="model", type="model")
    artifact.wait()
    run.link_artifact(artifact, "chosen", aliases=["star"])
    run.link_model("weights.bin", "chosen", name="model")
    run.finish()
    api = wandb.Api()
    link = api.artifact(f"local/{PROJECT}/chosen:star")
    found = {"link": link.name, "source": link.source_name, "is_link": link.is_link,
             "bytes": contents(link.download(root="link")),
             "linked": [one.name for one in api.artifact(f"local/{PROJECT}/model:v0").linked_artifacts]}
    link.unlink()
    found["after"] = api.artifact_exists(f"local/{PROJECT}/chosen:star")
    tell(**found)


def deleted():
    run = wandb.init(project=PROJECT, id="deleter")
    for number in range(3):
        artifact = wandb.Artifact("short", type="dataset")
        with artifact.new_file("n.txt") as file:
            file.write(f"{number}")
        run.log_artifact(artifact, aliases=["kept"] if number == 1 else [])
        artifact.wait()
    run.finish()
    api = wandb.Api()
    path = f"local/{PROJECT}/short"
    api.artifact(f"{path}:v2").delete()
    found = {"latest": wandb.Api().artifact(f"{path}:latest").version}
    try:
        api.artifact(f"{path}:v1").delete()
        found["refused"] = None
    except Exception as error:
        found["refused"] = str(error)
    api.artifact(f"{path}:v1").delete(delete_aliases=True)
    found["left"] = [one.version for one in wandb.Api().artifacts("dataset", path)]
    run = wandb.init(project=PROJECT, id="deleter2")
    artifact = wandb.Artifact("short", type="dataset")
    with artifact.new_file("n.txt") as file:
        file.write("2")
    run.log_artifact(artifact).wait()
    run.finish()
    found["next"] = artifact.version
    wandb.Api().run(f"local/{PROJECT}/deleter2").delete(delete_artifacts=True)
    found["last"] = [one.version for one in wandb.Api().artifacts("dataset", path)]
    tell(**found)


def collections():
    run = wandb.init(project=PROJECT, id="collector")
    for name in ("one", "two"):
        artifact = wandb.Artifact(name, type="dataset")
        with artifact.new_file("n.txt") as file:
            file.write(name)
        run.log_artifact(artifact).wait()
    run.finish()
    path = f"local/{PROJECT}"
    collection = wandb.Api().artifact_collection("dataset", f"{path}/one")
    collection.description = "of one"
    collection.tags = ["x", "y"]
    collection.save()
    collection.tags = ["y"]
    collection.name = "uno"
    collection.save()
    again = wandb.Api().artifact_collection("dataset", f"{path}/uno")
    found = {"description": again.description, "tags": list(again.tags)}
    again.change_type("model")
    found["type"] = wandb.Api().artifact(f"{path}/uno:v0").type
    wandb.Api().artifact_collection("dataset", f"{path}/two").delete()
    found["types"] = [one.name for one in wandb.Api().artifact_types(path)]
    found["exists"] = wandb.Api().artifact_exists(f"{path}/two:v0")
    tell(**found)


globals()[sys.argv[1]]()
