#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds the counter of results to logs of every bad ending: a green line must mean a green run."""

import importlib.util
import pathlib
import sys

path = pathlib.Path(__file__).with_name("count-results.py")
spec = importlib.util.spec_from_file_location("count_results", path)
count_results = importlib.util.module_from_spec(spec)
sys.dont_write_bytecode = True
spec.loader.exec_module(count_results)

# protocol, meson's result, what the program printed; then passed, failed, skipped.
CASES = {
    "two good": ("tap", "OK", "TAP version 13\n# random seed: 1\n1..2\nok 1 /a\nok 2 /b\n", 2, 0, 0),
    "plan last": ("tap", "OK", "ok 1 /a\nok 2 /b\n1..2\n", 2, 0, 0),
    "one bad": ("tap", "FAIL", "1..3\nok 1 /a\nnot ok 2 /b\nok 3 /c\n", 2, 1, 0),
    "one skipped": ("tap", "OK", "1..2\nok 1 /a\nok 2 /b # SKIP no display\n", 1, 0, 1),
    "skipped, and wrong": ("tap", "FAIL", "1..1\nnot ok 1 /b # SKIP\n", 0, 1, 0),
    "unfinished": ("tap", "OK", "1..2\nok 1 /a\nnot ok 2 /b # TODO later\n", 1, 0, 1),
    "all skipped": ("tap", "SKIP", "1..0 # SKIP no such tool\n", 0, 0, 1),
    "hash in a name": ("tap", "OK", "1..1\nok 1 /colours/#skipping/ \\# skip\n", 1, 0, 0),
    "crash half way": ("tap", "ERROR", "1..3\nok 1 /a\n", 1, 1, 0),
    "crash at the end": ("tap", "ERROR", "1..2\nok 1 /a\nok 2 /b\n", 2, 1, 0),
    "crash at once": ("tap", "ERROR", "", 0, 1, 0),
    "not TAP": ("tap", "OK", "all is well\n", 0, 1, 0),
    "empty plan": ("tap", "OK", "1..0\n", 0, 1, 0),
    "too many": ("tap", "ERROR", "1..1\nok 1 /a\nok 2 /b\n", 2, 1, 0),
    "bail out": ("tap", "ERROR", "1..2\nok 1 /a\nBail out! no room\n", 1, 1, 0),
    "bail out after a failure": ("tap", "ERROR",
                                 "1..3\nok 1 /a\nnot ok /b - ERROR:b.c:1\nBail out!\n", 1, 1, 0),
    "bail out at once": ("tap", "ERROR", "Bail out! no display\n", 0, 1, 0),
    "out of time": ("tap", "TIMEOUT", "1..2\nok 1 /a\n", 1, 1, 0),
    "diagnostics": ("tap", "OK", "1..1\n# not ok 9 /x\n    not ok 3 nested\nok 1 /a\n", 1, 0, 0),
    "words, not lines": ("tap", "OK", "1..1\nokay then\nnot okay\nok 1 /a\n", 1, 0, 0),
    "script good": ("exitcode", "OK", "not ok 1 is only what it says\n", 1, 0, 0),
    "script bad": ("exitcode", "FAIL", "", 0, 1, 0),
    "script skipped": ("exitcode", "SKIP", "", 0, 0, 1),
    "script out of time": ("exitcode", "TIMEOUT", "", 0, 1, 0),
}

failed = 0


def expect(name, got, wanted):
    global failed
    if got != wanted:
        print(f"{name}: {got}, wanted {wanted}")
        failed += 1


def numbers(counts):
    return counts.passed, counts.failed, counts.skipped


tests = []
log = []
total = [0, 0, 0]
for name, (protocol, result, text, *wanted) in CASES.items():
    test = {"name": name, "suite": ["upstand:core"], "cmd": ["x", name], "protocol": protocol}
    entry = {"name": f"upstand:core / {name}", "command": ["x", name], "result": result,
             "stdout": text}
    expect(name, numbers(count_results.count([test], [entry])), tuple(wanted))
    tests.append(test)
    log.append(entry)
    total = [a + b for a, b in zip(total, wanted)]

expect("all together", numbers(count_results.count(tests, log)), tuple(total))
expect("one that did not run", numbers(count_results.count(tests, log[1:])),
       (total[0] - 2, total[1] + 1, total[2]))
expect("nothing", numbers(count_results.count([], [])), (0, 0, 0))
expect("another suite", numbers(count_results.count(tests, log, ["charts"])), (0, 0, 0))
expect("this suite", numbers(count_results.count(tests, log, ["core"])), tuple(total))
twins = [{"name": "same", "suite": ["upstand:core"], "cmd": ["a"], "protocol": "tap"},
         {"name": "same", "suite": ["upstand:pages"], "cmd": ["b"], "protocol": "exitcode"}]
runs = [{"name": "upstand:pages / same", "command": ["b"], "result": "FAIL", "stdout": ""},
        {"name": "upstand:core / same", "command": ["a"], "result": "OK", "stdout": "1..1\nok 1\n"}]
expect("two of one name", numbers(count_results.count(twins, runs)), (1, 1, 0))

print(f"{len(CASES) + 6} cases, {failed} wrong")
sys.exit(1 if failed else 0)
