"""The schemas and the reader accept the same scenarios and studies. Results follow their schema."""

import itertools
import json
import re
import tempfile
import unittest
from pathlib import Path

from everything import EVERYTHING, MINIMAL, TIME, at, changed, parts, paths_of, with_times, without
from jsonschema import Draft7Validator
from program import FORMATS, fastfood, faults_of, scenario_files, schema_of

SCENARIO = Draft7Validator(schema_of("scenario"))
STUDY = Draft7Validator(schema_of("study"))
RESULT = Draft7Validator(schema_of("result"))

# Each value is replaced by each of these. Some numbers are just beyond a bound.
NUMBERS = [-1, 0, 0.5, 1, 1.5, 3.0, 1_000_001, 1_000_000_001, 1_577_880_001, 10**19]
PROBES = [*NUMBERS, None, True, "", "x", "4s", "4 s", "1e3s", "1E+2ms", "1e3 s", "e3s", "-4s", "23:59", "24:00", [], [1], {}]

STEPS = [{}, {"time": 1}, {"station": "fryer"}, {"station": "grill", "time": 1}]

# Faults that no schema can express: they depend on names, or on how values compare with one another.
BEYOND_A_SCHEMA = [
    r"is not the name of (a station|an item|a line|a group of servers)",
    r"is not allowed at the first stop",
    r"is never above 0, so nobody could ever stand there",
    r"customers (order|collect) at .* already",
    r"customers collect before they order",
    r"is only allowed after the stop where customers collect",
    r"(takes? orders|hands? over|on duty)",
    r"another one is called",
    r"a step at a station with(out)? a batch",
    r"a clock time needs opens_at",
    r"expected (0|11:00, when it opens,) for the first step, got",
    r"is not after that of the step before",
    r"is below (min|mode)",
    r"expected as many weights as values",
    r"expected an instant before until",
    r"is before opens_at, .*, and so of the next day; let the first step begin at",
    r"a stream whose customers all come at once needs one",
    r"gives more than 1000000 periods",
    r"fails and is repaired for ever",
]


# Faults of a study may also depend on the scenario that it runs.
BEYOND_A_SCHEMA_OF_STUDIES = [
    r"^/?vary[./]",
    r"there is no(thing in)? \S+",
    r"is no number; it has",
    r"expected a number to compare with",
    r"only numbers and times are above or below others",
    r"is not varied",
    r"leaves no point",
    r"is there twice",
    r"(has no price|two prices|is the price of one more unit|expected the price of one more unit, since)",
    r"is below min",
    r"the scenario has no (money|target)",
]

ANY_STUDY = {
    "$schema": "study.schema.json",
    "scenario": {**MINIMAL, "seed": 1, "target": {"total_time": 5}},
    "replications": 20,
    "metrics": ["elapsed", "total_time.p95"],
    "confidence": 0.9,
    "require": ["satisfied.fraction >= 1", "total_time.p95<=5"],
    "indifference": 0.05,
}
PRECISION = {"min": 2, "max": 9, "relative_precision": 0.1, "metric": "elapsed", "confidence": 0.5}
LISTED = {
    **{"vary": {"seed": [1, 2], "target.fraction": {"from": 0, "to": 1, "step": 0.5}}, "where": ["seed <= 1"]},
    **{"cost": {"seed": 100, "target.fraction": [[0, 0], [0.5, 2], [1, 5]]}, "replications": PRECISION},
}
DRAWN = {
    **{"vary": {"seed": {"min": 1, "max": 8}}, "points": 9},
    **{"objective": {"minimize": "elapsed"}},
}
STUDIES = [
    *({**ANY_STUDY, **LISTED, "design": "grid"}, {**ANY_STUDY, "vary": {"seed": [1, 2]}, "design": "zip"}),
    *({**ANY_STUDY, **DRAWN, "design": design} for design in ("random", "latin_hypercube")),
]


def is_beyond_a_schema(fault):
    return any(re.search(pattern, fault) for pattern in BEYOND_A_SCHEMA)


class Agreement(unittest.TestCase):
    def agree(self, documents):
        for document, faults in zip(documents, faults_of(documents)):
            wrong = [error.json_path + ": " + error.message for error in SCENARIO.iter_errors(document)]
            if wrong:
                self.assertTrue(faults, f"the schema alone refuses it: {wrong}: {json.dumps(document)}")
            else:
                faults = [fault for fault in faults if not is_beyond_a_schema(fault)]
                self.assertEqual(faults, [], f"the reader alone refuses it: {json.dumps(document)}")

    def test_both_accept_every_key(self):
        documents = [EVERYTHING, *with_times()]
        for document, faults in zip(documents, faults_of(documents)):
            self.assertEqual(faults, [])
            SCENARIO.validate(document)

    def test_they_agree_on_every_replaced_value(self):
        for key, document in parts():
            paths = [path for path in paths_of(document) if path[0] == key]
            self.agree([changed(document, path, probe) for path in paths for probe in PROBES])

    def test_they_agree_on_every_replaced_parameter_of_a_distribution(self):
        for document in with_times():
            paths = [[*TIME, *path] for path in paths_of(at(document, TIME))]
            self.agree([changed(document, path, probe) for path in paths for probe in PROBES])

    def test_they_agree_on_every_missing_value(self):
        self.agree([without(EVERYTHING, path) for path in paths_of(EVERYTHING)])
        self.agree([without(document, [*TIME, key]) for document in with_times() for key in at(document, TIME)])

    def test_they_agree_on_which_keys_of_a_stream_go_together(self):
        keys = {
            **{"every": 1, "rate_per_hour": 1, "times": [1], "count": 1, "from": 1, "until": 1},
            **{"items": [], "mix": [{"weight": 1, "items": []}]},
        }
        streams = [
            {"name": "walk-in", **{key: keys[key] for key in some}}
            for number in (1, 2, 3)
            for some in itertools.combinations(keys, number)
        ]
        for more in ({}, {"until": 5}):
            self.agree([{**MINIMAL, **more, "arrivals": [stream]} for stream in streams])

    def test_they_agree_on_which_keys_of_servers_and_items_go_together(self):
        groups = [
            {"mode": mode, "count": count, **more}
            for mode in ("async", "sequential")
            for count in (1, "unlimited")
            for more in ({}, {"orders_in_flight": 1}, {"orders_in_flight": 2}, {"cost_per_hour": 1})
        ]
        items = [{**more, **step} for more in ({}, {"steps": [{"time": 1}]}, {"steps": [{}]}) for step in STEPS]
        self.agree([{**MINIMAL, "servers": group} for group in groups])
        self.agree([changed(EVERYTHING, ["menu", "burger"], item) for item in items])

    def test_they_agree_on_which_keys_of_a_stop_go_together(self):
        kinds = [{}, {"do": "order"}, {"do": "collect"}, {"do": "order and collect"}]
        keys = {"time": 1, "places": 1, "room": 1, "by": "crew", "if_full": "leave"}
        stops = [
            {"name": "b", **kind, **{key: keys[key] for key in some}}
            for kind in kinds
            for number in range(len(keys) + 1)
            for some in itertools.combinations(keys, number)
        ]
        before = ([], [{"name": "a", "do": "order"}], [{"name": "a", "do": "order and collect"}])
        lines = [{"hall": {"stops": [*some, stop]}} for some in before for stop in stops]
        self.agree([{**MINIMAL, "servers": {"name": "crew"}, "lines": each} for each in lines])

    def test_they_agree_on_which_keys_of_a_customer_go_together(self):
        keys = {"patience": 1, "balk_at": 1, "comes_after": 1, "line": "line", "priority": 1}
        orders = [
            {"items": [], **{key: keys[key] for key in some}}
            for number in range(len(keys) + 1)
            for some in itertools.combinations(keys, number)
        ]
        self.agree([{**MINIMAL, "orders": [order]} for order in orders])
        self.agree([{**MINIMAL, "arrivals": [{"times": [1], **order}]} for order in orders])

    def test_both_accept_the_shipped_scenarios(self):
        for path in scenario_files():
            with self.subTest(path.name):
                SCENARIO.validate(json.loads(path.read_text(encoding="utf-8")))
                self.assertEqual(fastfood("validate", "-q", path).returncode, 0)


class StudyAgreement(unittest.TestCase):
    def agree(self, documents):
        for document, faults in zip(documents, faults_of(documents)):
            if not STUDY.is_valid(document):
                self.assertTrue(faults, f"the schema alone refuses it: {json.dumps(document)}")
            beyond = [any(re.search(pattern, fault) for pattern in BEYOND_A_SCHEMA_OF_STUDIES) for fault in faults]
            if STUDY.is_valid(document):
                self.assertTrue(all(beyond), f"the reader alone refuses it: {faults}: {json.dumps(document)}")

    def test_both_accept_every_key(self):
        for document, faults in zip(STUDIES, faults_of(STUDIES)):
            self.assertEqual(faults, [])
            STUDY.validate(document)

    def test_they_agree_on_every_replaced_value(self):
        for study in STUDIES:
            paths = [path for path in paths_of(study) if path[0] != "scenario"]
            self.agree([changed(study, path, probe) for path in paths for probe in PROBES])

    def test_they_agree_on_every_missing_value(self):
        for study in STUDIES:
            self.agree([without(study, path) for path in paths_of(study) if path[0] != "scenario" or len(path) == 1])

    def test_they_agree_on_unknown_keys(self):
        for study in STUDIES:
            objects = [path for path in paths_of(study) if isinstance(at(study, path), dict) and path[0] != "scenario"]
            self.agree([changed(study, path, {**at(study, path), "capasity": 1}) for path in [(), *objects]])


class Examples(unittest.TestCase):
    def test_follow_their_own_schemas(self):
        for name in FORMATS:
            schema = schema_of(name)
            Draft7Validator.check_schema(schema)
            kinds = [schema, *schema["definitions"].values()]
            for part in kinds + [key for kind in kinds for key in kind.get("properties", {}).values()]:
                self.follow(part, schema["definitions"])

    def follow(self, part, definitions):
        validator = Draft7Validator({"allOf": [part], "definitions": definitions})
        for example in part.get("examples", []) + [part[key] for key in ("default",) if key in part]:
            with self.subTest(example):
                validator.validate(example)


class Results(unittest.TestCase):
    def result_of(self, *arguments, **options):
        outcome = fastfood("run", "--json", "-", *arguments, **options)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        return json.loads(outcome.stdout)

    def test_follow_the_schema(self):
        for path in scenario_files():
            with self.subTest(path.name):
                result = self.result_of(path)
                RESULT.validate(result)
                if result["customers"]["arrived"] <= 1000:
                    RESULT.validate(self.result_of(path, "--orders", "-"))

    def test_of_every_key_follow_the_schema(self):
        scenario = json.dumps(EVERYTHING)
        RESULT.validate(self.result_of("-", "--orders", "-", "--set", "seed=7", "--set", "name=x", input=scenario))

    def test_of_several_scenarios_are_a_list_that_follows_the_schema(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "results.json")
            outcome = fastfood("run", "-q", "--json", file, *scenario_files()[:2])
            self.assertEqual(outcome.returncode, 0, outcome.stderr)
            RESULT.validate(json.loads(file.read_text(encoding="utf-8")))

    def test_with_a_key_more_or_less_break_the_schema(self):
        result = self.result_of(scenario_files()[0])
        paths = [path for path in paths_of(result) if isinstance(path[-1], str) and path[0] != "overrides"]
        names = [("stations",), ("streams",)]
        for path in (path for path in paths if path[:-1] not in names):
            with self.subTest(path):
                self.assertFalse(RESULT.is_valid(without(result, path)))
                self.assertFalse(RESULT.is_valid(changed(result, path[:-1], {**at(result, path[:-1]), "capasity": 1})))


if __name__ == "__main__":
    unittest.main()
