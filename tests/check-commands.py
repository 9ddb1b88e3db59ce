#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The command line as a person or a program calls it: exit codes, answers, and what it writes.

usage: check-commands.py UPSTAND-PROGRAM
"""
import csv
import json
import os
import sqlite3
import struct
import subprocess
import sys
import tempfile

try:
    import openpyxl
except ImportError:
    print("python3-openpyxl is not here to read the workbook back")
    sys.exit(77)

PROGRAM = sys.argv[1]
RATINGS = {"Complete", "On track", "Slipping", "Off track", "Waiting on others", "Not started",
           "Not applicable"}


def run(*arguments, code=0):
    """Runs the program; its standard output. Nothing but errors goes to the error stream."""
    environment = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="en")
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True,
                          env=environment, stdin=subprocess.DEVNULL, timeout=120)
    assert done.returncode == code, (arguments, done.returncode, done.stdout, done.stderr)
    if code == 0:
        assert done.stderr == "", (arguments, done.stderr)
    elif done.stderr:
        assert done.stderr.startswith("upstand: "), done.stderr
    return done.stdout


def check_wrong_calls(folder, plan):
    run("new", os.path.join(folder, "x.upstand"), code=2)
    run("new", code=2)
    run("export", plan, "action-plan", code=2)
    run("export", plan, "action-plan", "--nonsense", code=2)
    run("export", plan, "nothing", "--period", "2022-23-Q4", "-o", folder, code=1)
    run("export", plan, "action-plan", "--period", "Tuesday", "-o", folder, code=1)
    run("import", plan, "nothing", plan, code=1)
    run("import", plan, "activities", os.path.join(folder, "missing.csv"), code=1)
    run("check", os.path.join(folder, "missing.upstand"), code=1)
    run("check", PROGRAM, code=1)
    assert not os.path.exists(os.path.join(folder, "x.upstand"))


def check_workbook(path, plan):
    """Compares the workbook with the plan, read by two other programs."""
    book = openpyxl.load_workbook(path)
    rows = list(book["Activities"].iter_rows(values_only=True))
    head = next(i for i, row in enumerate(rows) if row[0] == "Title")
    heading = {name: i for i, name in enumerate(rows[head]) if name}
    seen = {row[heading["Id"]]: row for row in rows[head + 1:] if row[heading["Id"]]}
    database = sqlite3.connect(f"file:{plan}?mode=ro", uri=True)
    database.row_factory = sqlite3.Row
    codes = {}
    for activity, code in database.execute(
            "SELECT l.activity_id, r.code FROM activity_requirement l"
            " JOIN requirement r ON r.id = l.requirement_id ORDER BY r.id"):
        codes.setdefault(activity, []).append(code)
    kept = list(database.execute("SELECT * FROM activity"))
    assert len(kept) == len(seen) == 120, (len(kept), len(seen))
    for activity in kept:
        row = seen[str(activity["id"])]
        assert row[heading["Title"]] == activity["title"]
        assert row[heading["Owner"]] == activity["owner"]
        assert row[heading["Percent"]] == activity["percent"]
        assert row[heading["Requirement"]] == ", ".join(codes[activity["id"]])
        for column, name in (("Start", "start"), ("Due", "due"), ("Completed", "completed")):
            cell = row[heading[column]]
            assert (cell.date().isoformat() if cell else None) == activity[name], (column, cell)
    rows = list(book["Plan"].iter_rows(values_only=True))
    head = next(i for i, row in enumerate(rows) if "Requirement" in row)
    column = rows[head].index("Rating")
    ratings = [row[column] for row in rows[head + 1:] if row[0]]
    assert len(ratings) == 34, len(ratings)
    assert all(any(rating.endswith(word) for word in RATINGS) for rating in ratings), ratings
    assert book["Plan"]._charts == [] and any(sheet._charts for sheet in book.worksheets)


def check_exports(folder, plan):
    answer = json.loads(run("export", plan, "action-plan", "--period", "2022-23-Q4", "-o", folder,
                            "--recipient", "National team", "--reason", "Board", "--json"))
    assert "OFFICIAL-SENSITIVE" in os.path.basename(answer["file"]), answer
    check_workbook(answer["file"], plan)
    files = os.path.join(folder, "files")
    run("export", plan, "action-plan", "--period", "2022-23-q4", "-o", files, "--format", "csv")
    with open(os.path.join(files, "3-activities.csv"), encoding="utf-8-sig", newline="") as table:
        assert len(list(csv.DictReader(table))) == 120
    log = sqlite3.connect(plan).execute("SELECT recipient, reason FROM export_log ORDER BY id")
    assert log.fetchall() == [("National team", "Board"), (None, None)]
    # What was exported is taken in again as it was.
    again = json.loads(run("import", plan, "activities", answer["file"], "--sheet", "Activities",
                           "--json"))
    assert (again["accepted"], again["refused"]) == (120, 0), again


def picture_size(path):
    """Width and height of a PNG, from its header."""
    with open(path, "rb") as file:
        head = file.read(24)
    assert head[:8] == b"\x89PNG\r\n\x1a\n", head
    return struct.unpack(">II", head[16:24])


def check_charts(folder, plan):
    """Each chart as a picture, as a PDF, in words and as figures; nothing half-written."""
    picture, paper = os.path.join(folder, "chart.png"), os.path.join(folder, "chart.PDF")
    for chart, rows in (("actions", 10), ("timeline", 118)):
        answer = json.loads(run("chart", plan, chart, "-o", picture, "--width", "700", "--json"))
        assert picture_size(picture)[0] == 1400, picture_size(picture)
        assert answer["chart"] == chart and answer["finding"] and answer["file"] == picture, answer
        assert len(answer["rows"]) >= rows, len(answer["rows"])
        assert all(len(row) == len(answer["columns"]) for row in answer["rows"])
        words = run("chart", plan, chart, "-o", paper, "--classification", "OFFICIAL-SENSITIVE",
                    "--recipient", "Board")
        assert answer["finding"] in words and paper in words, words
        with open(paper, "rb") as file:
            assert file.read(5) == b"%PDF-"
    run("chart", plan, "actions", "-o", picture, "--width", "600", "--height", "400")
    assert picture_size(picture) == (1200, 800), picture_size(picture)
    log = sqlite3.connect(plan).execute(
        "SELECT format, classification, file, recipient FROM export_log"
        " WHERE return_id = 'timeline' ORDER BY id").fetchall()
    assert log == [("png", "OFFICIAL", "chart.png", None),
                   ("pdf", "OFFICIAL-SENSITIVE", "chart.PDF", "Board")], log
    with open(picture, "rb") as file:
        before = file.read()
    for wrong in (["-o", os.path.join(folder, "chart.gif")], [],
                  ["-o", paper, "--width", "700"], ["-o", picture, "--width", "199"],
                  ["-o", picture, "--height", "8001"], ["-o", picture, "--width", "-5"],
                  ["-o", picture, "--classification", "SECRET"]):
        run("chart", plan, "actions", *wrong, code=2)
    run("chart", plan, "nothing", "-o", picture, code=1)
    run("chart", plan, "actions", "-o", os.path.join(folder, "missing", "chart.png"), code=1)
    run("chart", os.path.join(folder, "missing.upstand"), "actions", "-o", picture, code=1)
    with open(picture, "rb") as file:
        assert file.read() == before
    empty = os.path.join(folder, "empty.upstand")
    run("new", empty, "--force", "Invented")
    answer = json.loads(run("chart", empty, "timeline", "-o", picture, "--json"))
    assert answer["rows"] == [] and answer["finding"], answer
    assert not [name for name in os.listdir(folder) if name.startswith(".") or "tmp" in name]


def check_import(folder, plan):
    table = os.path.join(folder, "table.csv")
    with open(table, "w", encoding="utf-8") as file:
        file.write("title,requirement,due\nNew work,1.1,31/3/23\nBad,99.9,1/1/23\n")
    answer = json.loads(run("import", plan, "activities", table, "--apply", "--json", code=1))
    assert answer["applied"] is False and answer["refusals"][0]["row"] == 3, answer
    run("import", plan, "activities", table, "--apply", "--skip-refused")
    titles = sqlite3.connect(plan).execute("SELECT COUNT(*) FROM activity").fetchone()
    assert titles == (121,), titles
    history = json.loads(run("history", plan, "--json"))
    assert history[0]["changes"][0]["table"] == "activity", history[0]


def check_backup(folder, plan):
    backup = os.path.join(folder, "backup.upstand")
    run("backup", plan, backup)
    answer = json.loads(run("restore", backup, plan, "--json"))
    assert os.path.exists(answer["kept"])
    run("check", plan)
    assert json.loads(run("check", plan, "--json"))["integrity"] == "ok"


STATES = {"Not answered", "Not collected", "Not applicable", "Withheld"}
COUNTS = {"Roles requiring it": "establishment", "In post": "in-post",
          "In post and trained": "trained", "Accreditation in date": "in-date",
          "Deployable": "deployable", "In training": "in-training",
          "Trained elsewhere in the force": "trained-elsewhere"}


def read_table(book, title, first):
    """The rows of a sheet as dictionaries, from the heading that begins with first."""
    rows = list(book[title].iter_rows(values_only=True))
    head = next(i for i, row in enumerate(rows) if row[0] == first)
    names = [name for name in rows[head] if name]
    table = []
    for row in rows[head + 1:]:
        if row[0] is None:
            break
        table.append(dict(zip(names, row)))
    return table


def check_cells(table, plan, day):
    """Every figure that the units gave, as the database keeps it; a hole is a word, never 0."""
    database = sqlite3.connect(f"file:{plan}?mode=ro", uri=True)
    rows = {(row["Unit"], row["Capability"], row["Workforce"], row["Basis"]): row for row in table}
    words = {"not-collected": "Not collected", "not-applicable": "Not applicable",
             "withheld": "Withheld"}
    names = {key: column for column, key in COUNTS.items()}
    seen = 0
    for unit, capability, workforce, basis, count, value, state in database.execute(
            "SELECT u.name, i.title_en, h.workforce, h.basis, h.count, h.value, h.state"
            " FROM headcount h JOIN census c ON c.id = h.census_id JOIN unit u ON u.id = h.unit_id"
            " JOIN framework_item i ON i.id = h.capability_id WHERE c.as_at = ?", (day,)):
        row = rows.get((unit, capability, workforce.capitalize(),
                        {"fte": "FTE", "headcount": "Headcount"}[basis]))
        if row is None:
            assert state == "not-applicable", (unit, capability, state)
            continue
        if count not in names:
            continue
        found = row[names[count]]
        expected = value / 100 if state == "value" else words[state]
        assert found == expected and type(found) is not bool, (unit, capability, count, found)
        seen += 1
    assert seen > 400, seen
    return rows


def check_skills(folder, plan):
    answer = json.loads(run("check", plan, "skills-gap", "--period", "2023-03-31", "--json",
                            code=1))
    severities = [finding["severity"] for finding in answer["findings"]]
    assert severities.count("blocks") == 1 and severities.count("warns") >= 3, severities
    assert len({finding["key"] for finding in answer["findings"]}) == len(severities)
    said = run("check", plan, "skills-gap", "--period", "2023-03-31", code=1)
    assert said.startswith("Blocks ") and len(said.splitlines()) == len(severities) + 1, said
    assert run("check", plan, "skills-gap", "--period", "2022-09-30") == "Nothing found.\n"
    run("check", plan, "skills-gap", code=2)
    run("check", plan, "action-plan", "--period", "2022-23-Q4", code=2)
    run("check", plan, "--period", "2022-09-30", code=2)
    run("check", plan, "skills-gap", "--period", "2022-09-29", code=1)
    run("check", plan, "skills-gap", "--period", "2022-23-Q4", code=1)

    path = os.path.join(folder, "gap.xlsx")
    run("export", plan, "skills-gap", "--period", "2022-09-30", "-o", path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames[:7] == ["Cover", "Whole force", "By unit", "Gaps", "Trend",
                                   "Notes and breaks", "Definitions"], book.sheetnames
    check_cells(read_table(book, "By unit", "Unit"), plan, "2022-09-30")
    for row in read_table(book, "Whole force", "Capability"):
        for column, value in row.items():
            if column not in ("Capability", "Basis", "Missing", "Shortage", "Surplus"):
                assert isinstance(value, (int, float)) or value in STATES, (column, value)
        if all(isinstance(row[step], (int, float)) for step in ("Needed", "Deployable")):
            assert abs(row["Needed"] - row["Deployable"] - row["Total gap"]) < 0.001, row
    child = next(row for row in read_table(book, "Whole force", "Capability")
                 if "child abuse" in row["Capability"])
    assert child["Missing"] and child["Shortage"] == "Not known", child
    trend = read_table(book, "Trend", "Census")
    assert [row["Date"].date().isoformat() for row in trend] == [
        "2020-09-30", "2021-03-31", "2021-09-30", "2022-03-31", "2022-09-30"], trend
    assert "SOIT" in trend[3]["Breaks and holes"], trend[3]
    charts = [chart for sheet in book.worksheets for chart in sheet._charts]
    assert len(charts) == 1 and type(charts[0]).__name__ == "LineChart", charts
    path = os.path.join(folder, "fms.xlsx")
    run("export", plan, "fms", "--period", "2022-23", "-o", path)
    book = openpyxl.load_workbook(path)
    demand = read_table(book, "Demand and supply", "Scenario")
    assert len(demand) == 3 * 6 * 5, len(demand)
    files = os.path.join(folder, "gap")
    run("export", plan, "skills-gap", "--period", "2022-09-30", "-o", files, "--format", "csv")
    assert len(os.listdir(files)) == 6, os.listdir(files)


def check_engagement(folder, plan):
    """Engagements are taken in by name; the report and the profile go out, and to the public."""
    table = os.path.join(folder, "engagements.csv")
    with open(table, "w", encoding="utf-8") as file:
        file.write("Title,Kind,Date,Groups reached,How many\n"
                   "Evening at the library,Community event,1/3/2023,Disabled women,14\n")
    answer = json.loads(run("import", plan, "engagements", table, "--apply", "--json"))
    assert (answer["accepted"], answer["refused"], answer["applied"]) == (1, 0, True), answer
    rows = sqlite3.connect(plan).execute(
        "SELECT r.code FROM engagement e JOIN engagement_requirement l ON l.engagement_id = e.id"
        " JOIN requirement r ON r.id = l.requirement_id"
        " WHERE e.title = 'Evening at the library' ORDER BY 1").fetchall()
    assert rows == [("3.2",), ("3.3",)], rows
    files = os.path.join(folder, "engagement")
    run("export", plan, "engagement", "--period", "2022-23-Q4", "-o", files, "--format", "csv")
    assert "5-said-did.csv" in os.listdir(files), os.listdir(files)
    public = os.path.join(folder, "profile-public")
    run("export", plan, "problem-profile", "--period", "2022-23-Q4", "-o", public, "--format", "csv",
        "--public")
    assert sorted(os.listdir(public)) == ["1-kinds.csv", "2-cleared.csv"], os.listdir(public)


def check_data(folder, plan):
    """The data return: checked, exported and read back, and figures taken in."""
    answer = json.loads(run("check", plan, "data", "--period", "2022-23-Q4", "--json", code=1))
    severities = [finding["severity"] for finding in answer["findings"]]
    assert severities.count("blocks") == 5 and severities.count("warns") > 5, severities
    run("check", plan, "data", "--period", "2022-23-Q1")
    run("check", plan, "data", "--period", "2019-20-Q1", code=1)
    path = os.path.join(folder, "data.xlsx")
    run("export", plan, "data", "--period", "2021-22-Q4", "-o", path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames[:8] == ["Cover", "Conduct", "Crime to incident", "Arrests", "Bail",
                                   "CPS files", "File quality", "Outcomes"], book.sheetnames
    rows = sqlite3.connect(plan).execute(
        "SELECT m.title_en, l.title_en, f.value, f.state FROM measure_figure f"
        " JOIN measure_line l ON l.id = f.line_id JOIN measure m ON m.id = l.measure_id"
        " JOIN framework_item a ON a.id = m.area_id WHERE a.code = 'arrests'"
        " AND f.starts = '2022-01-01' ORDER BY f.revision").fetchall()
    kept = {(measure, line): value / 100 if state == "value" else state
            for measure, line, value, state in rows}
    read = {(row["Measure"], row["Told apart by"]): row["Figure"]
            for row in read_table(book, "Arrests", "Measure") if row["Unit"] == "Count"}
    assert len(kept) == len(read) == 20, (len(kept), len(read))
    for cell, value in kept.items():
        assert read[cell] == (STATE_WORDS.get(value) or value), (cell, value, read[cell])
    table = os.path.join(folder, "figures.csv")
    with open(table, "w", encoding="utf-8") as file:
        file.write("Measure,Breakdown,2022-23-Q1,2022-23-Q2\narrests,rape,1,n/c\n")
    assert "2 figures would change." in run("import", plan, "measures", table)
    answer = json.loads(run("import", plan, "measures", table, "--apply", "--json"))
    assert answer["applied"] and answer["changes"] == 2, answer
    answer = json.loads(run("import", plan, "measures", table, "--json"))
    assert answer["changes"] == 0 and answer["unchanged"] == 2, answer
    with open(table, "a", encoding="utf-8") as file:
        file.write("arrests,rape,many,\n")
    assert "Row 3, 2022-23-Q1: " in run("import", plan, "measures", table, code=1)
    run("import", plan, "measures", table, table, code=2)


STATE_WORDS = {"not-collected": "Not collected", "not-applicable": "Not applicable",
               "withheld": "Withheld", "unanswered": "Not answered"}


def check_framework(folder):
    fixtures = os.environ["UPSTAND_FIXTURES"]
    plan = os.path.join(folder, "later.upstand")
    run("new", plan, "--force", "Invented", "--framework",
        os.path.join(fixtures, "frameworks", "sample-4p.json"))
    later = os.path.join(fixtures, "frameworks", "sample-4p.json")
    run("framework", plan, later, code=1)
    both = os.path.join(folder, "both.upstand")
    run("new", both, "--force", "Invented")
    run("framework", both, later)
    run("export", both, "action-plan", "--period", "2024-25-Q1", "-o", folder)
    bad = os.path.join(fixtures, "frameworks", "bad")
    for name in sorted(os.listdir(bad)):
        run("new", os.path.join(folder, "bad.upstand"), "--force", "x", "--framework",
            os.path.join(bad, name), code=1)
    assert not os.path.exists(os.path.join(folder, "bad.upstand"))


def main():
    with tempfile.TemporaryDirectory() as folder:
        plan = os.path.join(folder, "sample.upstand")
        run("sample", plan)
        run("sample", plan, code=1)
        assert oct(os.stat(plan).st_mode & 0o777) == "0o600"
        due = json.loads(run("returns", plan, "--json"))
        assert due[0]["return"] == "action-plan" and due[0]["exported"] is None, due
        assert [(entry["return"], entry["period"], entry["due"]) for entry in due[1:]] == [
            ("data", "2022-23-Q4", "2023-04-30"), ("skills-gap", "2022-09-30", "2022-10-30"), ("fms", "2022-23", "2023-05-31"),
            ("engagement", "2022-23-Q4", "2023-04-30"), ("problem-profile", "2022-23-Q4", "2023-03-31")], due
        check_wrong_calls(folder, plan)
        check_exports(folder, plan)
        check_charts(folder, plan)
        check_import(folder, plan)
        check_data(folder, plan)
        check_engagement(folder, plan)
        check_backup(folder, plan)
        check_framework(folder)
        check_skills(folder, plan)
    print("the command line does what it says")


main()
