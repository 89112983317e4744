"""What GCC 12 compiles to something else, without a warning, where a coroutine awaits."""

import re
from itertools import takewhile

from source import Group, code_of, inside, introduces_lambda, statements_within, tree_of

CONDITION = "co_await in a condition: GCC 12 may skip the whole body; name the result in a statement before"
CHOICE = "?: makes what is awaited: GCC 12 destroys it twice; choose in a statement before, and await that by its name"
BRACES = "braces in a statement that awaits: GCC 12 may destroy the value twice; name the value in a statement before"
LAMBDA = "a capturing lambda in a statement that awaits: GCC 12 destroys it twice; name it in a statement before"

OPERATORS = set("=+-/%|^?:;,") | {"&&"}


def problems_of_text(text):
    """`problems_of` the text of a file, in order of lines, each once."""
    return sorted(set(problems_of(tree_of(code_of(text))))) if "co_await" in text else []


def problems_of(tree):
    """The line of each finding, and what to write instead."""
    for statement in statements_within(tree):
        if _awaits(statement):
            yield from _conditions(statement)
            yield from _choices(statement)
            yield from _temporaries(statement)


def _awaits(elements):
    return any(element.text == "co_await" for element, _ in inside(elements))


def _conditions(statement):
    for element, before in inside(statement):
        keyword = [word.text for word in before[-2:] if word.text != "constexpr"][-1:]
        condition = element.text == "(" and keyword and keyword[0] in ("if", "for", "while", "switch")
        if condition and _awaits(element.children):
            yield element.line, CONDITION


def _choices(statement):
    """`?:` in what is awaited, between values that are made there; one between names and numbers makes nothing."""
    for operand in _operands(statement):
        for element, _ in inside(operand):
            if isinstance(element, Group) and not element.block:
                yield from _choices_among(element.children)


def _operands(elements):
    """What stands behind each co_await, as far as the next operator."""
    for place, element in enumerate(elements):
        if element.text == "co_await":
            yield list(takewhile(lambda it: it.text not in OPERATORS, elements[place + 1 :]))
        if isinstance(element, Group) and not element.block:
            yield from _operands(element.children)


def _choices_among(elements):
    for place, element in enumerate(elements):
        if element.text == "?":
            arms = takewhile(lambda it: it.text != ",", elements[place + 1 :])
            if any(arm.text in ("(", "{") for arm in arms):
                yield element.line, CHOICE


def _holds_more_than_numbers(braces):
    return any(not re.match(r"\d|[-+.,']$", child.text) for child in braces.children)


def _temporaries(statement):
    for element, before in inside(statement):
        braces = isinstance(element, Group) and element.text == "{" and not element.block
        if braces and _holds_more_than_numbers(element):
            yield element.line, BRACES
        if introduces_lambda(element, before) and element.children:
            yield element.line, LAMBDA
