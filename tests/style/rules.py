"""The rules that a machine can check. Each takes a file, and yields the lines that break it with the reason."""

import re
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools/awaits"))
import awaits
from source import blocks, code_of, inside, lambdas, statements, tree_of

# Lowest first. A file may include its own folder and those on lines above it.
LAYERS = [
    ["sim/base"],
    ["sim/async", "sim/random", "sim/stats"],
    ["sim/model"],
    ["sim/scenario"],
    ["sim/experiment"],
    ["sim/report"],
    ["tools/cli", "tools/bench"],
]
TOP_LEVEL = "sim configs tests tools CMakeLists.txt CMakePresets.json README.md CONTRIBUTING.md LICENSE CHANGELOG.md".split()
MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 60

# No text of the repository has these words: they are archaic, dialect or legalese.
ARCHAISMS = (
    "whoever whosoever whomsoever lest befall befalls betters beneath thereof therein thereto herein hereof hereby "
    "whence hence henceforth thence hither thither hitherto wherein whereof albeit betwixt forthwith nought aught"
).split() + ["so often"]
# No code has these names any more: each has given way to the standard word of the field.
RETIRED_NAMES = (
    "oddities warn_of_oddities inflow Inflow Wants Wanted Gaps Chance PlacesByPurpose Floor Setting QuietSignal "
    "look_round Background StandStill Stuck Journal Happening let_in Wear Tallies Observations Campaign Agenda Trials "
    "carry_out Tryout Beside Varied Variation Figures Certainty Contender OneMore SweepOrder Steps StepSpec Awaited "
    "bury doomed words_of misused would_write_over WholeFile are_incomplete is_over trimmed"
).split()
# The files that list the words.
WORD_LISTS = ("tests/style/rules.py", "tests/style/rules_test.py")

RULES = []


def rule(check):
    RULES.append(check)
    return check


@dataclass
class File:
    path: str
    text: str
    repository: frozenset = frozenset()

    @cached_property
    def code(self):
        return code_of(self.text)

    @cached_property
    def tree(self):
        return tree_of(self.code)

    @cached_property
    def includes(self):
        """Returns the line, the bracket and the path of each #include."""
        found = []
        for number, (code, text) in enumerate(zip(self.code.splitlines(), self.text.splitlines()), 1):
            include = re.match(r'\s*#\s*include\s*(["<])([^">]+)', text)
            if include and code.lstrip().startswith("#"):
                found.append((number, *include.groups()))
        return found

    @property
    def folder(self):
        return self.path.rpartition("/")[0]

    @property
    def is_header(self):
        return self.path.endswith(".hpp")

    def lines_with(self, pattern, text=None):
        for number, line in enumerate((self.code if text is None else text).splitlines(), 1):
            if re.search(pattern, line):
                yield number


def problems_of(path, text, repository=frozenset()):
    """Returns every breach in one file, as `path:line: what`. `repository` holds the paths of all files."""
    file = File(path, text, frozenset(repository))
    return sorted({f"{path}:{line}: {what}" for check in RULES for line, what in check(file)})


def problems_of_repository(paths, top_level):
    """Yields every breach in the names of files and folders."""
    for name in sorted(top_level):
        if not name.startswith(".") and name not in TOP_LEVEL:
            yield f"{name}: does not belong at the top level"
    for path in sorted(paths):
        if re.search(r"(^|/|_)(util|utils|core|common|helpers?|misc)(_|\.|/)", path):
            yield f"{path}: this name says nothing of what is in there"


def problems_of_words(path, text):
    """Yields every archaism in a file of any kind, and every retired name in C++ code."""
    if path in WORD_LISTS:
        return
    for line, found in _words_among(ARCHAISMS, text, re.IGNORECASE):
        yield f"{path}:{line}: write '{found}' in modern English"
    if path.endswith((".hpp", ".cpp")):
        for line, found in _words_among(RETIRED_NAMES, code_of(text)):
            yield f"{path}:{line}: the name {found} is retired: take the standard word"


def _words_among(words, text, flags=0):
    """Yields the line of each of `words` in a text, and the word as it stands there, once a line."""
    pattern = re.compile(rf"\b({'|'.join(words)})\b", flags)
    for number, line in enumerate(text.splitlines(), 1):
        yield from ((number, found) for found in dict.fromkeys(pattern.findall(line)))


# Includes.


def _layer(folder):
    """Returns `sim/model` for `sim/model` and for every folder inside it."""
    return "/".join(folder.split("/")[:2])


def _level(folder):
    return next((level for level, folders in enumerate(LAYERS) if _layer(folder) in folders), None)


@rule
def includes_only_point_down(file):
    own = _layer(file.folder.replace("tests/", "sim/", 1))
    if _level(own) is None:
        return
    for line, _, included in file.includes:
        folder = _layer(included.rpartition("/")[0])
        if folder not in (own, _layer(file.folder)) and _level(folder) is not None and _level(folder) >= _level(own):
            yield line, f"{own} stands below or beside {folder}"


@rule
def includes_of_the_project_are_full_paths(file):
    for line, bracket, included in file.includes:
        ours = re.match(r"(sim|tools|tests)/", included)
        if bracket == '"' and not ours:
            yield line, f"write the path of {included} from the top of the repository"
        if bracket == "<" and ours:
            yield line, f"{included} is ours: write it in quotes"


def _own_header(file):
    stem = re.sub(r"(_large|_release|_long)?_test\.cpp$|\.cpp$", "", file.path)
    return re.sub("^tests/", "sim/", stem) + ".hpp"


@rule
def own_header_comes_first(file):
    own = _own_header(file)
    if not file.is_header and own in file.repository and file.includes and file.includes[0][2] != own:
        yield file.includes[0][0], f"include {own} first"


@rule
def a_test_stands_where_its_header_does(file):
    layer = file.folder.replace("tests/", "sim/", 1)
    has_layer = any(path.startswith(layer + "/") for path in file.repository)
    of_one_header = file.path.endswith("_test.cpp") and not file.path.endswith("_large_test.cpp")
    own = _own_header(file)
    if has_layer and of_one_header and not {own, own.replace(".hpp", ".cpp")} & set(file.repository):
        yield 1, f"there is no {own} to specify"


@rule
def a_header_is_read_once(file):
    if file.is_header and not file.code.lstrip().startswith("#pragma once"):
        yield 1, "begin with #pragma once"


@rule
def third_party_packages_stay_where_they_are_used(file):
    for package, homes in (("nlohmann", ["sim/scenario", "tools/bench"]), ("CLI", ["tools/cli", "tools/bench"])):
        if file.path.startswith("tests/"):
            continue
        home = " and ".join(homes)
        for line, _, included in file.includes:
            if included.startswith(package + "/") and (file.is_header or _layer(file.folder) not in homes):
                yield line, f"only the .cpp files of {home} include {included}"
        if _layer(file.folder) not in homes:
            for line in file.lines_with(rf"\b{package}::"):
                yield line, f"only {home} knows this package"


# Size.


@rule
def a_file_is_short(file):
    length = len(file.text.splitlines())
    if not file.path.startswith("tests/") and length > MAX_FILE_LINES:
        yield length, f"{length} lines, more than {MAX_FILE_LINES}"


def _is_scope(head):
    """Returns true if `head`, which stands before a block, opens a namespace or a type and not a function."""
    words = [element.text for element in head]
    if words[:1] == ["template"]:
        depth = 0
        for index, word in enumerate(words):
            depth += (word == "<") - (word == ">")
            if index > 0 and depth == 0:
                words = words[index + 1 :]
                break
    if {"namespace", "class", "struct", "enum", "union", "extern"} & set(words):
        return True
    return "(" not in words and next(lambdas(head), None) is None


def _walk(block, in_function=False):
    """Yields each statement of a block and of the blocks inside it, and whether it is in a function."""
    for statement in statements(block):
        yield statement, in_function
        for inner, before in blocks(statement):
            yield from _walk(inner, in_function or not _is_scope(before))


@rule
def a_function_is_short(file):
    for statement, in_function in _walk(file.tree):
        for block, before in blocks(statement):
            first_line = next((word.line for word in lambdas(before)), statement[0].line)
            length = block.last_line - first_line + 1
            if not in_function and not _is_scope(before) and length > MAX_FUNCTION_LINES:
                yield first_line, f"a function of {length} lines, more than {MAX_FUNCTION_LINES}"


# Coroutines.


@rule
def awaits_are_such_as_gcc_12_compiles(file):
    yield from awaits.problems_of(file.tree)


@rule
def a_coroutine_lambda_captures_nothing(file):
    for statement, _ in _walk(file.tree):
        for block, before in blocks(statement):
            introducer = next(lambdas(before), None)
            captures = introducer is not None and introducer.children
            if captures and any(_suspends(inner) for inner in statements(block)):
                yield block.line, "a coroutine lambda that captures: pass arguments"


def _suspends(statement):
    """Returns true if a statement makes its function a coroutine. Lambdas inside it are functions of their own."""
    if any(element.text in ("co_await", "co_return", "co_yield") for element, _ in inside(statement)):
        return True
    return any(
        next(lambdas(before), None) is None and any(_suspends(inner) for inner in statements(block))
        for block, before in blocks(statement)
    )


@rule
def await_suspend_returns_no_handle(file):
    for line in file.lines_with(r"(coroutine_handle\s*<.*>|coroutine_handle<>|\bauto)\s+(\w+::)*await_suspend\s*\("):
        yield line, "await_suspend returns a handle: go through the loop's ready queue"


# State and randomness.


@rule
def the_simulation_has_no_hidden_inputs(file):
    if not file.path.startswith("sim/"):
        return
    for line in file.lines_with(r"\bs?rand\s*\(|std::rand\b|\brandom_device\b|\bmt19937"):
        yield line, "random numbers come from a keyed stream of the seed"
    for line, _, included in file.includes:
        if included == "random":
            yield line, "the values of <random> differ between libraries"
    for line in file.lines_with(r"\b(system_clock|steady_clock|high_resolution_clock)\b"):
        yield line, "time is the loop's"
    if re.match(r"sim/async/detail/frame_pool\.", file.path):
        return
    for line in file.lines_with(r"\bthread_local\b"):
        yield line, "no state but what is passed"
    for statement, in_function in _walk(file.tree):
        if _is_mutable_static(statement, in_function):
            yield statement[0].line, "a static that can change: no state but what is passed"


def _is_mutable_static(statement, in_function):
    words = [element.text for element in statement]
    if "static" not in words:
        return False
    declared = words[words.index("static") :]
    ends = [declared.index(end) for end in ("=", "(", "{") if end in declared]
    head, end = declared[: min(ends, default=None)], declared[min(ends)] if ends else ";"
    is_function = end == "(" and not in_function
    return not is_function and not {"const", "constexpr"} & set(head)


# Words.


@rule
def nothing_is_left_for_later(file):
    for line in file.lines_with(r"\b(TODO|FIXME|XXX|HACK)\b", file.text):
        yield line, "do it, or leave it out"
    for line in file.lines_with(r"^\s*#\s*if\s+0\b|\bGTEST_SKIP\b|\bDISABLED_"):
        yield line, "switched-off code: delete it"


@rule
def a_namespace_is_named_after_its_folder(file):
    if not file.path.startswith("sim/") or file.path.count("/") < 2:
        return
    layer = _layer(file.folder).removeprefix("sim/")
    expected = "fastfood" if layer == "base" else f"fastfood::{layer}"
    for statement in statements(file.tree):
        name = "".join(element.text for element in statement[1:-1])
        if statement[0].text == "namespace" and name != "std" and not f"{name}::".startswith(f"{expected}::"):
            yield statement[0].line, f"the namespace of {file.folder} is {expected}"
