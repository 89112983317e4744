"""C++ as far as a check of style needs it: text without comments, and brackets as a tree."""

import re
from dataclasses import dataclass, field

LITERAL = re.compile(
    r"""//[^\n]*
      | /\*.*?\*/
      | R"(?P<mark>\w*)\(.*?\)(?P=mark)"
      | "(?:\\.|[^"\\\n])*"
      | (?<!\w)'(?:\\.|[^'\\\n])+'""",
    re.DOTALL | re.VERBOSE,
)
DIRECTIVE = re.compile(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.MULTILINE)
PIECE = re.compile(r"\w+|->|::|&&|\S")
CLOSING = {"(": ")", "[": "]", "{": "}"}


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


def code_of(text):
    """The text with comments and the insides of literals blanked; lines and columns stay."""

    def blank(match):
        found = match.group()
        return _blank(found) if found.startswith("/") else found[0] + _blank(found[1:-1]) + found[-1]

    return LITERAL.sub(blank, text)


@dataclass
class Word:
    text: str
    line: int


@dataclass
class Group:
    """What stands between a bracket and its partner. A `block` holds statements, other braces hold values."""

    open: str
    line: int
    block: bool = False
    last_line: int = 0
    children: list = field(default_factory=list)

    @property
    def text(self):
        return self.open


def _opens_block(group, spaced):
    """Whether a `{` after what `group` holds starts statements. Without a space before it, only where nothing else can
    stand there; with one, as clang-format sets it."""
    if not group.children:
        return group.block
    words = [child.text for child in group.children]
    if words[-1] in ("=", ",", "return", "co_return", "co_yield", "co_await"):
        return False
    parameters = len(words) - 1 - words[::-1].index("(") if "(" in words else len(words)
    after_parameters = words[parameters + 1 :]
    return spaced or words[-1] in ("(", "[", ";", "else", "do", "try") or after_parameters[:1] in (["->"], ["const"])


def tree_of(code):
    """The code as one block of words and groups."""
    code = DIRECTIVE.sub(lambda match: _blank(match.group()), code)
    root = Group("{", 1, block=True)
    open_groups = [root]
    line, end = 1, 0
    for match in PIECE.finditer(code):
        gap = code[end : match.start()]
        line += gap.count("\n")
        end = match.end()
        here, text = open_groups[-1], match.group()
        if text in CLOSING:
            group = Group(text, line, block=text == "{" and _opens_block(here, gap != ""))
            here.children.append(group)
            open_groups.append(group)
        elif text in CLOSING.values() and len(open_groups) > 1:
            open_groups.pop().last_line = line
        else:
            here.children.append(Word(text, line))
    return root


def statements(block):
    """The children of a block, cut after each `;` and each block."""
    statement = []
    for child in block.children:
        statement.append(child)
        if child.text == ";" or (isinstance(child, Group) and child.block):
            yield statement
            statement = []
    if statement:
        yield statement


def inside(elements):
    """Everything of an expression, outermost first, without the statements of lambdas and blocks in it; each with the
    elements before it in its group."""
    for place, element in enumerate(elements):
        yield element, elements[:place]
        if isinstance(element, Group) and not element.block:
            yield from inside(element.children)


def blocks(elements):
    """The blocks in a statement, however deep in its expressions; each with what precedes it in its group."""
    return [(element, before) for element, before in inside(elements) if isinstance(element, Group) and element.block]


def statements_within(block):
    """Each statement of a block and of the blocks in it."""
    for statement in statements(block):
        yield statement
        for inner, _ in blocks(statement):
            yield from statements_within(inner)


def introduces_lambda(element, before):
    if element.text != "[" or element.children and element.children[0].text == "[":
        return False
    previous = [word.text for word in before[-2:]]
    if previous[-1:] == ["auto"] or previous[:1] == ["auto"] and previous[-1] in ("&", "&&"):
        return False
    keywords = ("return", "co_return", "co_await", "co_yield")
    return not previous or previous[-1] in keywords or not re.match(r"[\w(\[{]", previous[-1])


def lambdas(elements):
    """The introducers of lambdas among `elements`, the last first."""
    for place in reversed(range(len(elements))):
        if introduces_lambda(elements[place], elements[:place]):
            yield elements[place]
