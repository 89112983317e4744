"""The schemas explain every key. The schema of scenarios and the reader know the same keys in each kind of object."""

import re
import unittest

from everything import DISTRIBUTIONS, EVERYTHING, TIME, changed, paths_of
from program import FORMATS, ROOT, faults_of, schema_of

# The path of an object of each kind in the scenario that has everything.
PATHS = {
    "scenario": [],
    "item": ["menu", "soda"],
    "step": ["menu", "burger", "steps", 0],
    "station": ["stations", "tap"],
    "batch": ["stations", "fryer", "batch"],
    "breakdown": ["stations", "tap", "breakdown"],
    "server_group": ["servers", 0],
    "line": ["lines", "drive"],
    "stop": ["lines", "drive", "stops", 0],
    "order": ["orders", 0],
    "stream": ["arrivals", 0],
    "ordered_item": ["orders", 0, "items", 1],
    "mix_entry": ["arrivals", 0, "mix", 0],
    "target": ["target"],
    "schedule_step": ["stations", "tap", "capacity", 0],
    "step_of_at_most_a_million": ["servers", 0, "count", 0],
    "rate_step": ["arrivals", 0, "rate_per_hour", 0],
}
NAMES = [time["distribution"] for time in DISTRIBUTIONS]
PATHS |= dict.fromkeys(NAMES, TIME)

ANNOTATIONS = {"$ref", "description", "default", "examples", "title"}


def kinds_of_object(schema):
    """Returns the parts of a schema that list the keys of an object, by name."""
    kinds = {schema["title"]: schema, **schema.get("definitions", {})}
    return {name: kind for name, kind in kinds.items() if "properties" in kind and name != "distribution"}


def quoted_words_of_the_reader():
    """Returns every word in quotes in the sources of the reader. The keys that it knows are among them."""
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "sim/scenario").rglob("*.cpp"))
    return set(re.findall(r'"(\$?[a-z_]+)"', " ".join(sources)))


def parts_of(schema):
    if isinstance(schema, dict):
        yield schema
        schema = list(schema.values())
    for part in schema if isinstance(schema, list) else []:
        yield from parts_of(part)


class Keys(unittest.TestCase):
    def test_each_has_a_description(self):
        for name in FORMATS:
            for title, kind in kinds_of_object(schema_of(name)).items():
                self.assertIs(kind["additionalProperties"], False, title)
                self.assertTrue(kind["description"], title)
                for key, part in kind["properties"].items():
                    self.assertRegex(part["description"], r"\.$", f"{title}.{key}")

    def test_only_annotations_accompany_a_reference(self):
        for name in FORMATS:
            for part in parts_of(schema_of(name)):
                if isinstance(part.get("$ref"), str):
                    self.assertLessEqual(set(part), ANNOTATIONS, part)

    def test_the_reader_and_the_schema_know_the_same(self):
        kinds = kinds_of_object(schema_of("scenario"))
        self.assertEqual(set(kinds), set(PATHS))
        in_schema = {key for kind in kinds.values() for key in kind["properties"]}
        make_a_study = {"scenario", "vary"}
        words = (quoted_words_of_the_reader() | in_schema | {"capasity"}) - make_a_study
        self.assertLessEqual(in_schema, {key for path in paths_of([EVERYTHING, DISTRIBUTIONS]) for key in path})

        documents = []
        for name in kinds:
            given = {"distribution": name} if name in NAMES else {}
            documents.append(changed(EVERYTHING, PATHS[name], {**dict.fromkeys(words), **given}))
        for (name, kind), faults in zip(kinds.items(), faults_of(documents)):
            prefix = ".".join(map(str, [*PATHS[name], ""]))
            unknown = {fault.split(":")[0] for fault in faults if ": unknown key" in fault}
            with self.subTest(name):
                self.assertEqual(unknown, {prefix + word for word in words - set(kind["properties"])})


if __name__ == "__main__":
    unittest.main()
