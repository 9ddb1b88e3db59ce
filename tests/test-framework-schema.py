#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Holds the framework files to the JSON Schema that a force is given to write its own by."""

import copy
import json
import pathlib
import sys

try:
    from jsonschema import Draft202012Validator, FormatChecker
except ImportError:
    print("python3-jsonschema is not installed")
    sys.exit(77)

root = pathlib.Path(__file__).resolve().parent.parent
fixtures = root / "tests" / "fixtures" / "frameworks"


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


schema = read(root / "data" / "frameworks" / "framework.schema.json")
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema, format_checker=FormatChecker())
failures = []


def check(name, instance, valid):
    errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(instance)]
    if bool(errors) == valid:
        failures.append(name)
        print(f"{name}: {'refused' if valid else 'should have been refused'}", *errors, sep="\n  ")


good = [root / "data" / "frameworks" / "vawg-year-1.json", fixtures / "sample-4p.json"]
for path in good:
    check(path.name, read(path), True)

# Everything beyond the required may be left out.
least = read(fixtures / "sample-4p.json")
for member in list(least):
    if member not in schema["required"]:
        del least[member]
check("only the required", least, True)

# Those of the bad files that are JSON at all, and whose fault a schema can see.
for name in ["list", "newer", "no-such-day", "other-format", "slip-of-the-pen"]:
    check(f"bad/{name}.json", read(fixtures / "bad" / f"{name}.json"), False)

# Leaving out any required member, or adding one, is refused at every level.
places = {
    "edition": ["edition"], "pillar": ["pillars", 0], "action": ["actions", 0],
    "requirement": ["actions", 0, "requirements", 0],
    "timing": ["actions", 0, "requirements", 0, "timing"],
    "text": ["pillars", 0, "title"], "capability": ["capabilities", 0],
    "engagement_kind": ["engagement_kinds", 0], "group": ["groups", 0],
    "document_kind": ["document_kinds", 0], "space_source": ["space_sources", 0],
    "register": ["registers", 0],
    "order_count": ["order_counts", 0], "order": ["orders", 0],
    "offence_group": ["offence_groups", 0], "outcome_code": ["outcome_codes", 0],
    "recommendation_body": ["recommendation_bodies", 0], "return": ["returns", 0],
    "crosswalk": ["crosswalk", 0],
    "dimension": ["dimensions", 1], "value": ["dimensions", 1, "values", 0],
    "measure_area": ["measure_areas", 0], "question": ["measure_areas", 0, "questions", 0],
    "measure": ["measures", 0], "measure_relation": ["measure_relations", 0],
    "measure_break": ["measure_breaks", 0],
}
objects = {name for name, entry in schema["$defs"].items() if entry.get("type") == "object"}
if objects != set(places):
    failures.append(f"this test does not know of {objects ^ set(places)}")
for name, place in places.items():
    for member in [*schema["$defs"][name]["required"], None]:
        document = copy.deepcopy(read(fixtures / "sample-4p.json"))
        target = document
        for step in place:
            target = target[step]
        if member is None:
            target["typo"] = 1
        else:
            del target[member]
        check(f"{name} {'without ' + member if member else 'with a typo'}", document, False)

if failures:
    sys.exit(f"{len(failures)} failed: {failures}")
print(f"{len(good)} frameworks fit; every missing or unknown member is refused")
