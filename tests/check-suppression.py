# SPDX-License-Identifier: MIT
"""Attacks public copies of generated tables: with what they print, what earlier copies printed, and
the relations between the figures, an integer programme (scipy's HiGHS) finds the least and the
greatest that each hidden number can be. Fails when a range is narrower than rules/suppression.h
promises. The same attack must succeed on copies that hide the small numbers alone, and on those
that were made without a thought of earlier ones. Exits with 77 (skipped) without scipy."""
import collections
import json
import subprocess
import sys

try:
    import numpy
    from scipy.optimize import Bounds, LinearConstraint, milp
except ImportError:
    print("scipy is not installed: skipped")
    sys.exit(77)

MARK, FAR = "[c]", 10000


class Attack:
    """The public copies of all versions, as somebody sees them who even knows which figures were
    corrected in between. A cell is (version, sheet, row, column)."""

    def __init__(self, case):
        self.least, self.newest = case["smallest_shown"], len(case["versions"]) - 1
        self.values, self.printed, self.holes = {}, {}, set()
        for v, version in enumerate(case["versions"]):
            for sheet, rows in version["official"].items():
                for r, row in enumerate(rows):
                    for c, value in enumerate(row[1:], 1):
                        self.printed[v, sheet, r, c] = version["copy"][sheet][r][c]
                        if isinstance(value, int):
                            self.values[v, sheet, r, c] = value
                            assert self.printed[v, sheet, r, c] in (MARK, value)
                        elif value == "not collected":
                            self.holes.add((v, sheet, r, c))
        self.shown = {cell for cell, value in self.values.items() if self.printed[cell] == value}
        self.relations = [[r["kind"], *[(v, *cell) for cell in r["cells"]]]
                          for v in range(self.newest + 1) for r in case["relations"]]
        for v, *place in self.values:
            for u in range(v):
                if self.values.get((u, *place)) == self.values[v, *place]:
                    self.relations.append(["sum", (u, *place), (v, *place)])
        # What an earlier copy showed is known wherever it has not changed.
        self.known = {(v, *place) for v, *place in self.values if any(
            (u, *place) in self.shown and self.values[u, *place] == self.values[v, *place]
            for u in range(self.newest))}

    def hidden(self):
        return [cell for cell in self.values if cell not in self.shown and cell not in self.known]

    def equations(self):
        """Whole, parts, what the whole holds beyond them, and whether it may hold more."""
        for kind, whole, *parts in self.relations:
            terms = [cell for cell in parts if cell in self.values]
            if kind == "rate" or whole not in self.values or not terms:
                continue
            rest = self.values[whole] - sum(self.values[cell] for cell in terms)
            has_hole = any(cell in self.holes for cell in parts)
            yield whole, terms, rest, kind == "within" or (has_hole and rest > 0)

    def tied(self, cell):
        """All cells that relations lead to from @cell."""
        found, queue = {cell}, [cell]
        while queue:
            at = queue.pop()
            for whole, terms, _, _ in self.equations():
                if at == whole or at in terms:
                    new = [c for c in (whole, *terms) if c not in found]
                    found.update(new)
                    queue.extend(new)
        return found

    def prepare(self, shown):
        self.index = {cell: i for i, cell in enumerate(self.values)}
        lower, upper = numpy.zeros(len(self.values)), numpy.full(len(self.values), FAR, dtype=float)
        for cell in shown:
            lower[self.index[cell]] = upper[self.index[cell]] = self.values[cell]
        rows, most = [], []
        for whole, terms, _, more in self.equations():
            row = numpy.zeros(len(self.values))
            row[self.index[whole]] = 1
            for cell in terms:
                row[self.index[cell]] = -1
            rows.append(row)
            most.append(numpy.inf if more else 0)
        self.bounds = Bounds(lower, upper)
        self.constraint = LinearConstraint(numpy.array(rows), numpy.zeros(len(rows)), most)

    def extreme(self, terms, sign):
        goal = numpy.zeros(len(self.values))
        for cell, factor in terms.items():
            goal[self.index[cell]] = sign * factor
        # Debian 12's presolve once called a table infeasible that had a true solution.
        result = milp(goal, constraints=self.constraint, bounds=self.bounds,
                      integrality=numpy.ones(len(goal)), options={"presolve": False})
        assert result.status == 0, result.message
        return sign * round(result.fun)

    def told(self, terms, value):
        """None, or the range of the number if it is narrower than promised."""
        low, high = self.extreme(terms, 1), self.extreme(terms, -1)
        assert low <= value <= high, (low, value, high)
        if value < self.least:
            narrow = low > min(value, 1) or high < self.least
        else:
            narrow = high - low < self.least - 1
        return (low, high) if narrow else None


def attack(case, counts):
    failures = []
    it = Attack(case)
    for cell, value in it.values.items():
        if cell[0] == it.newest:
            counts["figures"] += 1
            counts["hidden"] += cell not in it.shown
        if cell in it.shown and 0 < value < it.least:
            failures.append(f"{cell} shows {value}")
    for kind, whole, *parts in it.relations:
        if kind == "rate" and (it.printed[whole] != MARK) != all(cell in it.shown for cell in parts):
            failures.append(f"{whole}: the rate is {it.printed[whole]}")
    it.prepare(it.shown)
    for cell in it.hidden():
        found = it.told({cell: 1}, it.values[cell])
        if not found:
            continue
        # Only what earlier copies told can be so narrow, and then nothing tied to it is shown now.
        if it.known and not any(c[0] == it.newest and c in it.shown and c not in it.known
                                for c in it.tied(cell)):
            counts["told before"] += 1
        else:
            failures.append(f"{cell} is {it.values[cell]}, and told to be within {found}")
    for whole, terms, rest, more in it.equations():
        if more and 0 < rest < it.least and not it.known:
            found = it.told({whole: 1, **{cell: -1 for cell in terms}}, rest)
            if found:
                failures.append(f"{whole} less {terms} is {rest}, told to be within {found}")
    return failures


def weakened(case):
    """Whether the attack succeeds where only the small numbers are hidden."""
    it = Attack(case)
    small = [cell for cell, value in it.values.items() if 0 < value < it.least]
    it.prepare(set(it.values) - set(small))
    return any(it.told({cell: 1}, it.values[cell]) for cell in small)


def forgetful(case):
    """Whether it succeeds where each version is made without a thought of the ones before."""
    it = Attack(case)
    it.prepare(it.shown)
    return any(it.told({cell: 1}, it.values[cell]) for cell in it.hidden())


cases = json.loads(subprocess.run([sys.argv[1]], check=True, capture_output=True, text=True).stdout)
totals, partly, copies = collections.Counter(), collections.Counter(), collections.Counter()
bad = 0
for number, case in enumerate(cases):
    if case["kind"] == "forgetful":
        totals["forgetful"] += 1
        totals["forgetful told"] += forgetful(case)
        continue
    before = totals["hidden"], totals["figures"]
    failures = attack(case, totals)
    hidden, figures = totals["hidden"] - before[0], totals["figures"] - before[1]
    copies[case["kind"]] += 1
    partly[case["kind"]] += 0 < hidden < figures
    if number % 3 == 0:
        totals["weak"] += 1
        totals["weak told"] += weakened(case)
    for failure in failures:
        print(f"case {number} ({case['kind']}): {failure}")
    bad += len(failures)

print(f"{sum(copies.values())} copies, {totals['hidden']} of {totals['figures']} figures hidden, {bad} told")
print(f"{totals['told before']} were told by earlier copies and withheld with all around them")
for kind in copies:
    print(f"  {kind}: {partly[kind]} of {copies[kind]} copies show a part")
    if partly[kind] * 2 < copies[kind]:
        print(f"{kind}: most are withheld altogether, which proves nothing")
        bad += 1
print(f"hiding the small numbers alone: {totals['weak told']} of {totals['weak']} copies told one")
print(f"forgetting earlier copies: {totals['forgetful told']} of {totals['forgetful']} told one")
if totals["weak told"] * 2 < totals["weak"] or totals["forgetful told"] * 4 < totals["forgetful"]:
    print("the attack itself is too weak to prove anything")
    bad += 1
sys.exit(1 if bad else 0)
