"""Checks the style of the repository. Prints each breach, and fails if there is one."""

import shutil
import subprocess
import sys
from pathlib import Path

from rules import problems_of, problems_of_repository, problems_of_words

FOLDERS = ("sim", "tools", "tests")
# Other texts whose words are checked: files of the top level, and the scripts of continuous integration.
TEXTS = ("*.md", "CMake*", ".ci/*")


def tracked(root):
    """Returns the files that git tracks, so that untracked ones break nothing. Without git, returns the top level."""
    if shutil.which("git"):
        git = subprocess.run(["git", "-C", root, "ls-files"], capture_output=True, text=True, check=False)
        if git.stdout:
            return git.stdout.splitlines()
    return [path.name for path in root.iterdir() if path.name != "build"]


def main():
    root = Path(__file__).resolve().parents[2]
    files = {
        path.relative_to(root).as_posix(): path
        for folder in FOLDERS
        for path in (root / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    problems = list(problems_of_repository(files, {path.split("/")[0] for path in tracked(root)}))
    for name, path in sorted(files.items()):
        if path.suffix in (".hpp", ".cpp"):
            problems += problems_of(name, path.read_text(encoding="utf-8"), files)
    texts = {path.relative_to(root).as_posix(): path for text in TEXTS for path in root.glob(text) if path.is_file()}
    for name, path in sorted({**files, **texts}.items()):
        problems += problems_of_words(name, path.read_text(encoding="utf-8", errors="ignore"))
    for problem in problems:
        print(problem)
    return 1 if problems or not files else 0


if __name__ == "__main__":
    sys.exit(main())
