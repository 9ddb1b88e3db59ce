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
        check_wrong_calls(folder, plan)
        check_exports(folder, plan)
        check_charts(folder, plan)
        check_import(folder, plan)
        check_backup(folder, plan)
        check_framework(folder)
    print("the command line does what it says")


main()
