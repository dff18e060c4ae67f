#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of the tree that a compiler does not know: check_tree.py RULE, one of the functions below.

Each prints what breaks its rule and fails with status 1; a rule that found nothing to look at fails too."""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCE = {".cpp", ".h"}

# Which folder may include which; its own is always allowed. The table of the README's "Layers".
MODELS = {
    "models/run": [],
    "models/formats": ["models/run"],
    "models/store": ["models/run"],
    "models/processes": ["models/run"],
    "models/sources": ["models/run", "models/formats", "models/store", "models/processes"],
    "models/table": ["models/run"],
    "models/series": ["models/run"],
    "models/session": ["models/run", "models/formats", "models/store", "models/processes", "models/sources",
                       "models/table", "models/series"],
    "models/items": ["models/run", "models/table", "models/series", "models/session"],
}
WIDGETS = ["models/items", "models/run", "models/session", "models/series", "models/table", "widgets/"]
HEAVY = re.compile(r"<(nlohmann/|boost/beast|qcustomplot|SQLiteCpp/|sqlite3|protozero/|yaml-cpp/)")
QT_FREE = ["models/run", "models/formats", "models/store", "models/processes", "models/table", "models/series"]


def sources(*folders):
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob("*")) if path.suffix in SOURCE]
    if not found:
        raise SystemExit("no source files found: the check looks in the wrong place")
    return found


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = re.match(r'\s*#\s*include\s+(["<])([^">]+)', line)
        if match:
            yield number, match[1], match[2]


def layer_of(name):
    parts = name.split("/")
    return "/".join(parts[:2]) if parts[0] == "models" else parts[0]


def layers():
    """Includes go down the layers only; heavy headers stay in .cpp files; lower layers know no Qt."""
    for path in sources("models", "widgets", "app"):
        name = path.relative_to(ROOT).as_posix()
        layer = layer_of(name)
        for number, kind, included in includes(path):
            where = f"{name}:{number}"
            if kind == '"':
                if not (ROOT / included).exists() and not included.endswith(".moc"):
                    yield f"{where}: {included} is not written from the project's root"
                allowed = MODELS.get(layer, WIDGETS if layer == "widgets" else ["models/", "widgets/", "app"])
                if layer_of(included) != layer and not any(included.startswith(a) for a in allowed):
                    yield f"{where}: {layer} may not include {included}"
            elif path.suffix == ".h" and HEAVY.match("<" + included):
                yield f"{where}: <{included}> belongs in .cpp files"
            elif layer in QT_FREE and re.match(r"Q[A-Z]|Qt", included):
                yield f"{where}: {layer} knows no Qt, but includes <{included}>"
            elif included == "qcustomplot.h" and "widgets/workspace/charts" not in name:
                yield f"{where}: QCustomPlot is used in widgets/workspace/charts only"


def length():
    """No source file over 600 lines."""
    for path in sources("models", "widgets", "app", "tests"):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > 600:
            yield f"{path.relative_to(ROOT)}: {lines} lines"


def licence():
    """Every source and script says its licence in its first two lines."""
    scripts = [p for p in (ROOT / "packaging").iterdir() if p.is_file()] + [ROOT / ".ci/run"]
    for path in sources("models", "widgets", "app", "tests") + scripts:
        head = "\n".join(path.read_text(encoding="utf-8").splitlines()[:3])
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in head:
            yield f"{path.relative_to(ROOT)}: no SPDX licence line"


def marks():
    """Nothing unfinished is committed as a mark, no test is switched off."""
    pattern = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|GTEST_SKIP|\bDISABLED_|std::this_thread::sleep|QThread::m?sleep")
    for path in sources("models", "widgets", "app", "tests"):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if pattern.search(line):
                yield f"{path.relative_to(ROOT)}:{number}: {line.strip()}"


def formatting():
    """clang-format has nothing to change."""
    names = [str(path) for path in sources("models", "widgets", "app", "tests")]
    done = subprocess.run(["clang-format", "--dry-run", "-Werror", *names], capture_output=True, text=True)
    for line in done.stderr.splitlines():
        if "error:" in line:
            yield line.replace(str(ROOT) + "/", "")
    if done.returncode and "error:" not in done.stderr:
        yield done.stderr or "clang-format failed"


def translations():
    """Japanese is complete: no text of the sources is untranslated."""
    import xml.etree.ElementTree as tree
    files = sorted((ROOT / "resources/translations").glob("*.ts"))
    if not files:
        yield "no translation file in resources/translations"
    for path in files:
        for context in tree.parse(path).getroot().iter("context"):
            for message in context.iter("message"):
                translation = message.find("translation")
                forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
                if translation.get("type") in ("unfinished", "vanished", "obsolete") or not all(forms):
                    yield f"{path.name}: {context.findtext('name')}: {message.findtext('source')}"


if __name__ == "__main__":
    rules = {rule.__name__: rule for rule in (layers, length, licence, marks, formatting, translations)}
    if len(sys.argv) != 2 or sys.argv[1] not in rules:
        raise SystemExit(f"usage: check_tree.py {'|'.join(rules)}")
    broken = list(rules[sys.argv[1]]())
    print(*broken, sep="\n")
    print(f"{sys.argv[1]}: {len(broken)} finding(s)")
    sys.exit(1 if broken else 0)
