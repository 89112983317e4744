"""A scenario that has every key, and each kind of value that a key may have."""

EVERYTHING = {
    "$schema": "scenario.schema.json",
    "name": "Everything",
    "description": "Every key there is",
    "seed": 18446744073709551615,
    "opens_at": "11:00",
    "menu": {
        "soda": {"station": "tap", "time": {"distribution": "exponential", "mean": 2}, "price": 2.5},
        "burger": {"steps": [{"station": "grill", "time": "40s"}, {"time": 5}]},
        "fries": {"station": "fryer"},
    },
    "stations": {
        "tap": {
            "capacity": [{"from": 0, "value": 1}, {"from": "11:30", "value": 0}, {"from": "40min", "value": 2}],
            "breakdown": {"time_between": {"distribution": "weibull", "shape": 2, "scale": "2h"}, "repair": "5min"},
        },
        "grill": {"capacity": 3, "cost_per_hour": 1.25, "attended": "10s"},
        "fryer": {"batch": {"size": 5, "time": 4, "hold": "7min", "refill_below": 2}},
    },
    "servers": [
        {
            "name": "till",
            "count": [{"from": 0, "value": 1}, {"from": "1h", "value": 2}],
            "mode": "async",
            "order_time": {"distribution": "lognormal", "mean": 20, "sd": 8},
            "time_per_item": 2,
            "handover_time": "3s",
            "orders_in_flight": 3,
            "cost_per_hour": 18,
            "lines": ["counter", "drive"],
        },
        {"name": "crew", "count": 2, "lines": [], "works_at": ["grill"]},
        {"name": "greeter", "count": "unlimited", "mode": "sequential"},
    ],
    "lines": {
        "counter": {"room": 20},
        "drive": {
            "room": 4,
            "stops": [
                {"name": "speaker", "do": "order", "places": 1},
                {"name": "pay", "time": {"distribution": "uniform", "min": 9, "max": "20s"}, "room": 3, "by": "crew"},
                {"name": "window", "do": "collect", "places": 1, "by": "crew"},
                {"name": "car park", "time": "5min", "places": [{"from": 0, "value": 2}], "if_full": "leave"},
            ],
        },
        "hall": {"stops": [{"name": "kiosk", "do": "order and collect", "time": 60}]},
    },
    "orders": [
        {
            "customer": "A",
            "at": "12:00:30",
            "items": ["soda", {"item": "fries", "count": 2, "chance": 0.5}],
            "target": {"total_time": "4min", "fraction": 1},
            "priority": -1,
            "patience": "5min",
            "balk_at": 0,
            "line": "drive",
        }
    ],
    "arrivals": [
        {
            "name": "lunch",
            "rate_per_hour": [{"from": 0, "value": 40}, {"from": "1h", "value": 0.5}],
            "from": "5min",
            "until": "13:00",
            "mix": [{"weight": 3, "items": ["burger"]}, {"weight": 0, "items": []}],
            "target": {"total_time": 180, "fraction": 0.95},
            "patience": {"distribution": "erlang", "k": 2, "mean": "4min"},
            "balk_at": 8,
            "line": ["counter", "hall"],
        },
        {
            "name": "walk-in",
            "every": {"distribution": "discrete", "values": [5, "30s"], "weights": [9, 1]},
            "count": 10,
            "items": ["soda", "burger"],
            "priority": 2,
        },
        {"name": "bus", "times": [0, "12:10"], "items": [{"item": "fries"}]},
        {"name": "app", "times": [9], "items": ["soda"], "comes_after": {"distribution": "exponential", "mean": "9min"}},
    ],
    "until": "2h",
    "stop": "at_until",
    "warmup": "5min",
    "report_every": "15min",
    "target": {"total_time": "5min", "fraction": 0.9},
}

DISTRIBUTIONS = [
    {"distribution": "constant", "value": 4},
    {"distribution": "uniform", "min": 1, "max": 2},
    {"distribution": "triangular", "min": 1, "mode": 1, "max": "2s"},
    {"distribution": "pert", "min": 0, "mode": 1, "max": 2},
    {"distribution": "exponential", "mean": 2},
    {"distribution": "erlang", "k": 3, "mean": 2},
    {"distribution": "gamma", "shape": 0.5, "scale": 2},
    {"distribution": "normal", "mean": 2, "sd": 0},
    {"distribution": "lognormal", "mean": 2, "sd": 0},
    {"distribution": "weibull", "shape": 2, "scale": 2},
    {"distribution": "discrete", "values": [1, 2], "weights": [0, 1.5]},
    {"distribution": "empirical", "samples": [1, "2s"]},
]


# The smallest scenario, because it is quick to check.
MINIMAL = {"menu": {"soda": {"time": 1}}, "orders": []}

# The path of the time of a step.
TIME = ["menu", "soda", "time"]


def at(document, path):
    for key in path:
        document = document[key]
    return document


def changed(document, path, value):
    """Returns the document with another value at `path`, a list of keys and indices. The rest is shared."""
    if not path:
        return value
    copy = dict(document) if isinstance(document, dict) else list(document)
    copy[path[0]] = changed(document[path[0]], path[1:], value)
    return copy


def without(document, path):
    """Returns the document without the key or the element at `path`."""
    *parent, last = path
    whole = at(document, parent)
    copy = dict(whole) if isinstance(whole, dict) else list(whole)
    del copy[last]
    return changed(document, parent, copy)


def paths_of(document, path=()):
    """Yields the path of every value inside a document."""
    keys = document if isinstance(document, dict) else range(len(document)) if isinstance(document, list) else ()
    for key in keys:
        yield (*path, key)
        yield from paths_of(document[key], (*path, key))


def parts():
    """Yields each key of the full scenario, and the smallest scenario that has it."""
    clock = {key: EVERYTHING[key] for key in ("opens_at", "until")}
    for key, value in EVERYTHING.items():
        yield key, {**MINIMAL, **clock, key: value}


def with_times():
    """Yields a scenario for each distribution, as the time of a step."""
    for distribution in DISTRIBUTIONS:
        yield changed(MINIMAL, TIME, distribution)
