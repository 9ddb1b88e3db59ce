#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Counts what the tests themselves reported and says it in one line.

usage: count-results.py BUILD-FOLDER [SUITE...]

Subtests count, not programs: each "ok" and "not ok" line of a program that speaks TAP is one, and a
test that only exits is one. A program that crashes, runs out of time, says nothing or stops before
the end of its plan is a failure besides, and so is one that did not run at all. The exit code is 0
only when something passed and nothing failed.
"""

import json
import pathlib
import re
import sys

LINE = re.compile(r"^(not )?ok\b(?:\s+(\d+))?(.*)$")
PLAN = re.compile(r"^1\.\.(\d+)\s*(?:#\s*(\S*))?", re.IGNORECASE)
DIRECTIVE = re.compile(r"(?<!\\)#\s*(skip|todo)\b", re.IGNORECASE)


class Counts:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0
        self.faults = []

    def fault(self, name, reason):
        self.failed += 1
        self.faults.append(f"{name}: {reason}")

    def line(self):
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def count_tap(counts, name, text, result):
    plan = None
    seen = bad = 0
    gave_up = False
    for line in text.splitlines():
        found = PLAN.match(line)
        if found and plan is None:
            plan = int(found.group(1))
            if plan == 0 and (found.group(2) or "").lower().startswith("skip"):
                counts.skipped += 1
                return
            continue
        if line.startswith("Bail out!"):
            # The failure that it stopped for has been counted, the tests it never reached go with it.
            gave_up = True
            if not bad:
                counts.fault(name, line)
                bad += 1
            continue
        found = LINE.match(line)
        if not found:
            continue
        seen += 1
        directive = DIRECTIVE.search(found.group(3))
        if directive:
            # A skip that went wrong is a failure; an unfinished test ("todo") is not yet a test.
            if directive.group(1).lower() == "skip" and found.group(1):
                counts.fault(name, line)
                bad += 1
            else:
                counts.skipped += 1
        elif found.group(1):
            counts.fault(name, line)
            bad += 1
        else:
            counts.passed += 1
    if result == "SKIP" and seen == 0:
        counts.skipped += 1
    elif result == "TIMEOUT":
        counts.fault(name, "ran out of time")
    elif plan is None and not gave_up:
        counts.fault(name, "no plan: it crashed or does not speak TAP")
    elif seen == 0 and not gave_up:
        counts.fault(name, "no test in it")
    elif gave_up:
        pass
    elif seen < plan:
        counts.fault(name, f"stopped after {seen} of {plan}")
    elif seen > plan:
        counts.fault(name, f"ran {seen}, planned {plan}")
    elif result not in ("OK", "SKIP", "EXPECTEDFAIL") and not bad:
        counts.fault(name, f"every test passed and the program failed ({result})")


def count_exit(counts, name, result):
    if result in ("OK", "EXPECTEDFAIL"):
        counts.passed += 1
    elif result == "SKIP":
        counts.skipped += 1
    else:
        counts.fault(name, result)


def count(tests, log, suites=()):
    """tests: what meson knows of (intro-tests.json); log: what it ran (testlog.json), by line."""
    counts = Counts()
    runs = {}
    for entry in log:
        runs.setdefault(entry["name"].split(" / ")[-1], []).append(entry)
    for test in tests:
        name = test["name"]
        if suites and not {part.split(":")[-1] for part in test["suite"]} & set(suites):
            continue
        # Two suites may hold a test of the same name: the command tells them apart.
        entry = next((run for run in runs.get(name, ()) if run["command"] == test["cmd"]), None)
        if entry is None:
            entry = next(iter(runs.get(name, ())), None)
        if entry is None:
            counts.fault(name, "did not run")
            continue
        runs[name].remove(entry)
        if test["protocol"] == "tap":
            count_tap(counts, name, entry.get("stdout") or "", entry["result"])
        else:
            count_exit(counts, name, entry["result"])
    return counts


def main():
    build = pathlib.Path(sys.argv[1])
    tests = json.loads((build / "meson-info" / "intro-tests.json").read_text())
    try:
        lines = (build / "meson-logs" / "testlog.json").read_text(errors="replace").splitlines()
    except FileNotFoundError:
        lines = []
    counts = count(tests, [json.loads(line) for line in lines if line], sys.argv[2:])
    for fault in counts.faults:
        print("failed:", fault)
    print(counts.line())
    return 0 if counts.passed and not counts.failed else 1


if __name__ == "__main__":
    sys.exit(main())
