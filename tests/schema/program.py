"""The program under test, and the files of the repository that the tests of the schemas read."""

import json
import os
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CONFIGS = ROOT / "configs"
FORMATS = ("scenario", "study", "result")


def schema_of(name):
    return json.loads((CONFIGS / f"{name}.schema.json").read_text(encoding="utf-8"))


def scenario_files():
    return [path for path in sorted(CONFIGS.glob("*.json")) if is_scenario(path)]


def is_scenario(path):
    return not path.name.endswith(".schema.json") and "menu" in json.loads(path.read_text(encoding="utf-8"))


def fastfood(*arguments, **options):
    command = [os.environ["FASTFOOD_PROGRAM"], *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, **options)


def faults_of(documents):
    """Returns the errors that the reader finds in each document, without their positions."""
    with tempfile.TemporaryDirectory() as folder:
        names = [f"{number}.json" for number in range(len(documents))]
        for name, document in zip(names, documents):
            Path(folder, name).write_text(json.dumps(document), encoding="utf-8")
        output = fastfood("validate", "-q", *names, cwd=folder).stderr
    faults = {name: [] for name in names}
    for line in output.splitlines():
        name, _, _, severity, fault = line.split(":", 4)
        faults[name] += [fault.strip()] if severity == " error" else []
    return list(faults.values())
