#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of the tree that a compiler does not know: check_tree.py RULE, one of the functions below.

Each prints what breaks its rule and fails with status 1; a rule that found nothing to look at fails too."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCE = {".cpp", ".h"}

# Which folder may include which; its own is always allowed. The table of the README's "Layers".
MODELS = {
    "models/run": [],
    "models/formats": ["models/run"],
    "models/store": ["models/run"],
    "models/processes": ["models/run"],
    "models/sources": ["models/run", "models/formats", "models/store", "models/processes"],
    "models/expression": ["models/run"],
    "models/recorder": ["models/run", "models/formats", "models/store", "models/expression", "models/processes"],
    "models/table": ["models/run", "models/expression"],
    "models/series": ["models/run"],
    "models/session": ["models/run", "models/formats", "models/store", "models/processes", "models/sources",
                       "models/expression", "models/table", "models/series"],
    "models/items": ["models/run", "models/table", "models/series", "models/session"],
}
WIDGETS = ["models/items", "models/run", "models/session", "models/series", "models/table", "widgets/"]
HEAVY = re.compile(r"<(nlohmann/|boost/beast|qcustomplot|SQLiteCpp/|sqlite3|protozero/|yaml-cpp/)")
QT_FREE = ["models/run", "models/formats", "models/store", "models/processes", "models/expression", "models/recorder",
           "models/table", "models/series"]


def sources(*folders):
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob("*")) if path.suffix in SOURCE]
    if not found:
        raise SystemExit("no source files found: the check looks in the wrong place")
    return found


def programs():
    """Everything written here that runs or builds: the sources, scripts, and what CMake reads. Test data is not."""
    found = sources("models", "widgets", "app", "tests") + [ROOT / "CMakeLists.txt", ROOT / "resources/CMakeLists.txt"]
    for folder in ("models", "widgets", "app", "tests", "packaging", ".ci"):
        for path in sorted((ROOT / folder).rglob("*")):
            data = any(part in ("fixtures", "corpus", "dictionaries", "golden") for part in path.parts)
            script = path.suffix in (".py", ".sh", ".cmake", "") or path.name == "CMakeLists.txt"
            if script and not data and path.is_file() and "__pycache__" not in path.parts:
                found.append(path)
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
        if layer.startswith("models/") and layer not in MODELS:
            yield f"{name}: {layer} is not in this check's table of layers"
        for number, kind, included in includes(path):
            where = f"{name}:{number}"
            if kind == '"':
                made = included.endswith(".moc") or (ROOT / (included + ".in")).exists()
                if not (ROOT / included).exists() and not made:
                    yield f"{where}: {included} is not written from the project's root"
                allowed = MODELS.get(layer, WIDGETS if layer == "widgets" else ["models/", "widgets/", "app"])
                if layer_of(included) != layer and not any(included.startswith(a) for a in allowed):
                    yield f"{where}: {layer} may not include {included}"
            elif path.suffix == ".h" and HEAVY.match("<" + included):
                yield f"{where}: <{included}> belongs in .cpp files"
            elif layer in QT_FREE and re.match(r"Q[A-Z]|Qt", included):
                yield f"{where}: {layer} knows no Qt, but includes <{included}>"
            elif included == "qcustomplot.h" and "tests/benchmarks" not in name:
                yield f"{where}: QCustomPlot is what benchmarks compare with, nothing else"


def length():
    """No source file or script over 600 lines; but for the GUI driver, which is kept as it was adopted."""
    for path in programs():
        if path.name == "atspi_drive.py":
            continue
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > 600:
            yield f"{path.relative_to(ROOT)}: {lines} lines"


def licence():
    """Every source and script says its licence in its first three lines."""
    for path in programs():
        head = "\n".join(path.read_text(encoding="utf-8").splitlines()[:3])
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in head:
            yield f"{path.relative_to(ROOT)}: no SPDX licence line"


def marks():
    """Nothing unfinished is committed as a mark, no test is switched off."""
    pattern = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b|GTEST_" r"SKIP|\bDISABLED" r"_|"
                         r"std::this_thread::sle" r"ep|QThread::m?sle" r"ep")
    for path in programs():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if pattern.search(line):
                yield f"{path.relative_to(ROOT)}:{number}: {line.strip()}"


def named_types(path):
    """The types that a file defines outside of unnamed namespaces, by their full names, with their lines."""
    inside, opening = [], None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if match := re.match(r"(?:inline )?namespace ?([\w:]*)( \{)?$", line):
            opening = match[1]
        if opening is not None and line.endswith("{"):
            inside.append(opening)
            opening = None
        elif re.match(r"}( // namespace.*)?$", line) and inside and "namespace" in line:
            inside.pop()
        elif match := re.match(r"(?:struct|class|enum class|enum|union) ([\w:]+)(?: final)?(?: :[^;]*| \{.*)?$", line):
            if "" not in inside:
                yield number, "::".join([*inside, match[1]])


def definitions():
    """A name is one type. Of two in one program the linker takes the members of either, and says nothing."""
    known, looked = {}, 0
    for path in sources("models", "widgets", "app", "tests"):
        name = path.relative_to(ROOT).as_posix()
        for number, type_name in named_types(path):
            looked += 1
            # Each folder of tests is a program of its own.
            for before in known.setdefault(type_name, []):
                if not (name.startswith("tests/") and before.startswith("tests/")):
                    yield f"{name}:{number}: {type_name} is defined in {before} as well"
            known[type_name].append(f"{name}:{number}")
    if looked < 100:
        yield f"only {looked} types found: the check does not see them"


def formatting():
    """clang-format has nothing to change."""
    names = [str(path) for path in sources("models", "widgets", "app", "tests")]
    done = subprocess.run(["clang-format", "--dry-run", "-Werror", *names], capture_output=True, text=True)
    for line in done.stderr.splitlines():
        if "error:" in line:
            yield line.replace(str(ROOT) + "/", "")
    if done.returncode and "error:" not in done.stderr:
        yield done.stderr or "clang-format failed"


def messages(path):
    """Context, text and comment of each message of a translation file, with its translation."""
    for context in tree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
            yield key, message.find("translation")


def translations():
    """Japanese is complete, and so are the English plurals: no text of the sources is missing or untranslated."""
    kept = ROOT / "resources/translations"
    for name, plural in (("runglass_ja.ts", []), ("runglass_en.ts", ["-pluralonly"])):
        for (context, source, _), translation in messages(kept / name):
            forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
            if translation.get("type") in ("unfinished", "vanished", "obsolete") or not all(forms):
                yield f"{name}: {context}: {source}"
        with tempfile.TemporaryDirectory() as folder:
            updated = shutil.copy(kept / name, folder)
            subprocess.run(["/usr/lib/qt6/bin/lupdate", "-silent", "-no-obsolete", "-locations", "none", "-I", ".",
                            *plural, "app", "widgets", "models", "-ts", updated], cwd=ROOT, check=True)
            here, there = ({key for key, _ in messages(path)} for path in (kept / name, updated))
        for context, source, _ in sorted(here ^ there):
            yield f"{name}: {context}: {source} (run packaging/translate)"


if __name__ == "__main__":
    rules = {rule.__name__: rule for rule in (layers, definitions, length, licence, marks, formatting, translations)}
    if len(sys.argv) != 2 or sys.argv[1] not in rules:
        raise SystemExit(f"usage: check_tree.py {'|'.join(rules)}")
    broken = list(rules[sys.argv[1]]())
    print(*broken, sep="\n")
    print(f"{sys.argv[1]}: {len(broken)} finding(s)")
    sys.exit(1 if broken else 0)
