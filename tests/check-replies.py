#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Forms that go out, are filled in as people do it (openpyxl, LibreOffice, CSV), and come back.

usage: check-replies.py UPSTAND-PROGRAM
"""
import csv
import glob
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile

try:
    import openpyxl
except ImportError:
    print("python3-openpyxl is not here to fill in a form")
    sys.exit(77)

PROGRAM = sys.argv[1]
TODAY = "2022-10-03"
CENSUS, EARLIER = 1001, 1000
UNITS = {2000 + i: f"Unit {chr(65 + i)}" for i in range(8)}
KEY_ROW, HEADING_ROW = 4, 5


def run(*arguments, code=0, language="en"):
    environment = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE=language, UPSTAND_TODAY=TODAY)
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, env=environment,
                          stdin=subprocess.DEVNULL, timeout=120)
    assert done.returncode == code, (arguments, done.returncode, done.stdout, done.stderr)
    return done.stdout


def ask(*arguments, **more):
    return json.loads(run(*arguments, "--json", **more))


def make_plan(path):
    """A plan with eight units and two censuses; the rest of the program has no command for them."""
    run("new", path, "--force", "Mid Wessex", "--post", "Head of Workforce Planning")
    plan = sqlite3.connect(path)
    plan.execute("INSERT INTO unit (id, version, name, kind) VALUES (1999, 1, 'Mid Wessex', 'force')")
    for key, name in UNITS.items():
        plan.execute("INSERT INTO unit (id, version, name, kind, parent_id) VALUES (?, 1, ?, 'team', 1999)",
                     (key, name))
    plan.execute("INSERT INTO unit (id, version, name, kind, parent_id, closed)"
                 " VALUES (2100, 1, 'Gone', 'team', 1999, '2021-01-01')")
    for key, day in ((EARLIER, "2022-03-31"), (CENSUS, "2022-09-30")):
        plan.execute("INSERT INTO census (id, version, as_at) VALUES (?, 1, ?)", (key, day))
    capability = capabilities(plan)[0][0]
    for key, census, count, value in ((1, EARLIER, "in-post", 900), (2, EARLIER, "trained", 700),
                                      (3, CENSUS, "establishment", 1000), (4, CENSUS, "in-post", 1100)):
        plan.execute("INSERT INTO headcount (id, version, census_id, unit_id, capability_id, workforce, basis,"
                     " count, value, state) VALUES (?, 1, ?, 2000, ?, 'officers', 'headcount', ?, ?, 'value')",
                     (key, census, capability, count, value))
    plan.commit()
    plan.close()


def capabilities(plan):
    return list(plan.execute("SELECT id, title_en FROM framework_item WHERE list = 'capability' ORDER BY position"))


def cells(path):
    """Everything the plan has of headcount."""
    plan = sqlite3.connect(path)
    rows = plan.execute("SELECT unit_id, capability_id, workforce, basis, count, value, state, note FROM headcount"
                        " WHERE census_id = ?", (CENSUS,)).fetchall()
    plan.close()
    return {row[:5]: row[5:] for row in rows}


class Form:
    """A form as somebody sees it who opens it: cells by row key and column key."""

    def __init__(self, path):
        self.path = path
        self.book = openpyxl.load_workbook(path)
        self.at = {}
        for sheet in self.book.worksheets:
            if not str(sheet.cell(KEY_ROW, 1).value).startswith("upstand:"):
                continue
            columns = {cell.value: cell.column for cell in sheet[KEY_ROW][1:] if cell.value}
            for row in range(HEADING_ROW + 1, sheet.max_row + 1):
                for key, column in columns.items():
                    self.at[sheet.cell(row, 1).value, key] = sheet.cell(row, column)

    def __getitem__(self, key):
        return self.at[key]

    def enter(self, row, column, value):
        cell = self.at[row, column]
        assert not cell.protection.locked, (row, column, "is locked")
        cell.value = value

    def save(self, path=None):
        self.book.save(path or self.path)
        return path or self.path


def send(plan, folder, *more, **keywords):
    shutil.rmtree(folder, ignore_errors=True)
    os.mkdir(folder)
    return ask("send", plan, "headcount", "--period", "2022-09-30", "-o", folder, *more, **keywords)["files"]


def take(plan, *files, code=0, apply=True, more=()):
    return ask("import", plan, "headcount", *files, *(["--apply"] if apply else []), *more, code=code)


def check_form(plan, files, capability):
    assert len(files) == 8, files
    assert "Unit A OFFICIAL.xlsx" in files[0] and "2022-09-30" in files[0], files[0]
    form = Form(files[0])
    assert form.book["upstand"].sheet_state == "hidden"
    assert form.book.active.title == "Read this first"
    texts = [cell.value for row in form.book.active.iter_rows() for cell in row if cell.value]
    assert "Head of Workforce Planning" in texts and "Unit A" in texts, texts
    assert "17 October 2022" in texts, texts
    for sheet in form.book.worksheets:
        assert sheet.protection.sheet and not sheet.protection.password, sheet.title
        assert "OFFICIAL" in sheet.oddHeader.center.text and "OFFICIAL" in sheet.oddFooter.center.text
    row = f"{capability}/officers/headcount"
    assert form[row, "in-post"].value == 11 and form[row, "last:in-post"].value == 9
    assert form[row, "last:in-post"].protection.locked and form[row, "capability"].protection.locked
    people = form.book["People"]
    kinds = {rule.type for rule in people.data_validations.dataValidation}
    assert {"whole", "decimal", "list"} <= kinds, kinds
    lists = [rule.formula1 for rule in people.data_validations.dataValidation if rule.type == "list"]
    assert lists == ['"Not collected,Not applicable,Withheld"'], lists
    # Every cell that the plan keeps can be answered, and no other.
    asked = {key for key, cell in form.at.items() if not cell.protection.locked}
    counts = {column for row, column in asked} - {"state", "note"}
    assert len(counts) == 13, counts
    n = len(capabilities(sqlite3.connect(plan)))
    assert len([1 for key in asked if key[1] not in ("state", "note")]) == n * 34 + 4, len(asked)
    log = sqlite3.connect(plan).execute("SELECT return_id, period, recipient FROM export_log").fetchall()
    assert len(log) == 8 and log[0] == ("headcount", "2022-09-30", "Unit A"), log


def check_cell_by_cell(plan, files, capability):
    """Fills everything in one form, and finds it in the plan."""
    form, expected = Form(files[1]), {}
    for number, (row, column) in enumerate(key for key, cell in form.at.items() if not cell.protection.locked):
        identity, workforce, basis = row.split("/")
        if column in ("state", "note"):
            continue
        value = number % 97 + (0.25 if basis == "fte" else 1)
        form.enter(row, column, value)
        key = (2001, int(identity) or None, workforce, basis, column)
        expected[key] = (round(value * 100), "value", None)
    form.save()
    before = cells(plan)
    answer = take(plan, files[1], apply=False)
    assert len(answer["changes"]) == len(expected) and not answer["applied"], answer["refusals"]
    assert cells(plan) == before
    take(plan, files[1])
    assert {key: value for key, value in cells(plan).items() if key[0] == 2001} == expected
    # The same once more says nothing new.
    answer = take(plan, files[1])
    assert answer["changes"] == [] and answer["unchanged"] == 0 + len(expected), answer["unchanged"]
    history = ask("history", plan)
    assert len(history[0]["changes"]) == len(expected), history[0]["title"]


def check_seven(plan, folder, files, capability):
    """Seven replies of eight, one of them wrong: the others are taken in."""
    row = f"{capability}/staff/headcount"
    for i, path in enumerate(files[:7]):
        form = Form(path)
        form.enter(row, "in-post", "about four" if i == 3 else 5 + i)
        form.enter(row, "state", "Not collected" if i == 2 else None)
        form.enter(row, "note", "One post is vacant." if i == 4 else None)
        form.save()
    answer = take(plan, *files[:7], code=1)
    assert answer["applied"]
    assert [refusal["file"] for refusal in answer["refusals"]] == [os.path.basename(files[3])]
    refusal = answer["refusals"][0]
    assert (refusal["sheet"], refusal["value"]) == ("People", "about four"), refusal
    assert refusal["row"] == Form(files[3])[row, "in-post"].row
    assert refusal["column"].endswith("In post") and "about four" in refusal["reason"], refusal
    now = cells(plan)
    for i in range(7):
        kept = now.get((2000 + i, capability, "staff", "headcount", "in-post"))
        assert kept == (None if i == 3 else ((5 + i) * 100, "value", None)), (i, kept)
    assert now[2002, capability, "staff", "headcount", "deployable"] == (None, "not-collected", None)
    assert now[2004, capability, "staff", "headcount", "establishment"] == (None, "unanswered", "One post is vacant.")
    return row


def check_refusals(plan, folder, files, capability):
    row = f"{capability}/officers/headcount"
    for value, words in ((-3, "below zero"), (2.5, "whole number"), ("=1/0", None), (True, "not a number")):
        form = Form(files[5])
        form[row, "trained"].value = value
        path = form.save(os.path.join(folder, "bad.xlsx"))
        answer = take(plan, path, code=1 if words else 0)
        if words:
            assert words in answer["refusals"][0]["reason"], answer["refusals"]
    # Deployable with a fraction is right in full-time equivalents, and caseloads are never none.
    form = Form(files[5])
    form.enter(f"{capability}/all/headcount", "caseload", 0)
    answer = take(plan, form.save(os.path.join(folder, "bad.xlsx")), code=1)
    assert answer["refusals"][0]["sheet"] == "Demand and courses", answer
    # A heading, a row's name, a moved row, a missing row, a renamed sheet.
    def spoil(change, sheet="People"):
        form = Form(files[5])
        form.enter(row, "in-post", 3)
        change(form.book[sheet])
        return take(plan, form.save(os.path.join(folder, "bad.xlsx")), code=1)["refusals"]
    found = spoil(lambda sheet: sheet.cell(HEADING_ROW, 6).__setattr__("value", "Numbers"))
    assert found[0]["row"] == HEADING_ROW and found[0]["column"] == "F, Numbers", found
    assert "In post" in found[0]["reason"], found
    found = spoil(lambda sheet: sheet.cell(HEADING_ROW + 2, 3).__setattr__("value", "Cadets"))
    assert found[0]["row"] == HEADING_ROW + 2, found
    assert spoil(lambda sheet: sheet.delete_rows(HEADING_ROW + 2))[0]["reason"].startswith("The row")
    assert spoil(lambda sheet: sheet.insert_rows(HEADING_ROW + 2) or
                 sheet.cell(HEADING_ROW + 2, 6).__setattr__("value", 4))
    assert "missing" in spoil(lambda sheet: sheet.__setattr__("title", "Folk"))[0]["reason"]
    assert spoil(lambda sheet: sheet.delete_cols(6))
    assert spoil(lambda sheet: sheet.delete_rows(KEY_ROW))
    # Files that are none of ours, each named.
    for name, content in (("zip.xlsx", b"PK\3\4nothing"), ("old.xlsx", b"\xd0\xcf\x11\xe0" + b"x" * 600),
                          ("words.csv", b"hello\n"), ("empty.csv", b""), ("odd.csv", b"a,b\n\x00\xff\xfe\n")):
        path = os.path.join(folder, name)
        with open(path, "wb") as file:
            file.write(content)
        found = take(plan, path, code=1)["refusals"]
        assert len(found) == 1 and name in found[0]["file"], found
    assert take(plan, os.path.join(folder, "nowhere.xlsx"), code=1)["refusals"]


def check_other_plan(plan, folder, files, capability):
    other = os.path.join(folder, "other.upstand")
    make_plan(other)
    theirs = send(other, os.path.join(folder, "theirs"), "--unit", "Unit H")
    assert len(theirs) == 1, theirs
    answer = take(plan, theirs[0], code=1)
    assert "another plan" in answer["refusals"][0]["reason"], answer
    answer = take(plan, files[7], code=1, more=("--period", "2022-03-31"))
    assert "another census" in answer["refusals"][0]["reason"], answer
    answer = take(plan, files[7], code=1, more=("--unit", "Unit B"))
    assert "another unit" in answer["refusals"][0]["reason"], answer
    run("import", plan, "headcount", files[7], "--period", "2019-03-31", code=1)


def check_conflicts(plan, folder, files, capability):
    row = f"{capability}/officers/fte"
    paths = []
    for i, value in enumerate((4.5, 4.5, 6)):
        form = Form(files[6])
        form.enter(row, "deployable", value)
        form.enter(row, "in-date", 7)
        paths.append(form.save(os.path.join(folder, f"copy{i}.xlsx")))
    answer = take(plan, *paths[:2], code=1, apply=False)
    assert "same reply" in answer["refusals"][0]["reason"] and answer["conflicts"] == 0, answer
    before = cells(plan)
    answer = take(plan, paths[0], paths[2], code=1)
    assert answer["conflicts"] == 1 and not answer["applied"] and cells(plan) == before, answer
    both = [change for change in answer["changes"] if change["conflict"]]
    assert sorted(change["after"] for change in both) == ["4.5", "6"], both
    assert {change["file"] for change in both} == {"copy0.xlsx", "copy2.xlsx"}


def check_stale(plan, folder, capability):
    path = send(plan, os.path.join(folder, "stale"), "--unit", "Unit H")[0]
    row = f"{capability}/officers/headcount"
    form = Form(path)
    form.enter(row, "in-post", 7)
    form.enter(row, "trained", 6)
    take(plan, form.save())
    form.enter(row, "in-post", 9)
    form[row, "trained"].value = None
    answer = take(plan, form.save())
    assert len(answer["changes"]) == 1, answer["changes"]
    change = answer["changes"][0]
    assert (change["sent"], change["before"], change["after"]) == ("Not answered", "7", "9"), change
    assert "changed" in change["warning"], change
    assert cells(plan)[2007, capability, "officers", "headcount", "trained"] == (600, "value", None)
    # What was in the form when it was sent, and stayed, does not undo what the plan says now.
    path = send(plan, os.path.join(folder, "stale"), "--unit", "Unit H")[0]
    form.enter(row, "in-post", 8)
    take(plan, form.save())
    answer = take(plan, path)
    assert answer["changes"] == [], answer["changes"]


def check_csv(plan, folder, capability):
    """The sheet of a form saved as CSV, and through LibreOffice."""
    path = send(plan, os.path.join(folder, "csv"), "--unit", "Unit G")[0]
    row = f"{capability}/staff/fte"
    form = Form(path)
    form.enter(row, "in-training", 1.5)
    form.save()
    table = os.path.join(folder, "people.csv")
    with open(table, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["" if value is None else value for value in line]
                                    for line in form.book["People"].iter_rows(values_only=True)])
    answer = take(plan, table)
    assert [change["after"] for change in answer["changes"]] == ["1.5"], answer
    if not shutil.which("soffice"):
        print("# soffice is not here")
        return
    form.enter(row, "in-training", 2.25)
    form.save()
    out = os.path.join(folder, "office")
    for kind in ("xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"):
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/soffice", "--headless", "--convert-to",
                        kind, "--outdir", out, path], check=True, capture_output=True, timeout=100)
    saved = os.path.join(out, os.path.basename(path))
    answer = take(plan, saved, apply=False)
    assert [change["after"] for change in answer["changes"]] == ["2.25"], answer
    sheets = glob.glob(os.path.join(out, "*-People.csv"))
    assert len(sheets) == 1, os.listdir(out)
    answer = take(plan, sheets[0])
    assert [change["after"] for change in answer["changes"]] == ["2.25"], answer


def check_table(plan, folder, capability):
    """What a personnel system exports."""
    title = capabilities(sqlite3.connect(plan))[1][1]
    table = os.path.join(folder, "hr.csv")
    with open(table, "w", encoding="utf-8") as file:
        file.write("Exported on 1 October\n\nDEPLOYABLE;in post;capability;Team;UNIT;Workforce;basis;cases\n"
                   f"12;\"1,014\";{title.upper()};x;unit b;officers;headcount;\n"
                   f"n/c;;{title};x;Unit C;STAFF;;\n"
                   f";;{title};x;Unit C;;;33\n")
    answer = take(plan, table, code=1)
    assert "which census" in answer["refusals"][0]["reason"], answer
    answer = take(plan, table, more=("--period", "2022-09-30"))
    other = capabilities(sqlite3.connect(plan))[1][0]
    now = cells(plan)
    assert now[2001, other, "officers", "headcount", "in-post"] == (101400, "value", None)
    assert now[2002, other, "staff", "headcount", "deployable"] == (None, "not-collected", None)
    assert now[2002, other, "all", "headcount", "cases"] == (3300, "value", None)
    with open(table, "w", encoding="utf-8") as file:
        file.write("unit,capability,workforce,in post\n"
                   f"Nowhere,{title},officers,1\nUnit A,Juggling,officers,2\nUnit A,{title},cadets,3\n"
                   f"Unit A,{title},,4\nUnit A,{title},staff,5\n")
    before = cells(plan)
    answer = take(plan, table, code=1, more=("--period", "2022-09-30"))
    assert [refusal["row"] for refusal in answer["refusals"]] == [2, 3, 4, 5], answer["refusals"]
    assert cells(plan) == before
    take(plan, table, more=("--period", "2022-09-30", "--skip-refused"))
    assert cells(plan)[2000, other, "staff", "headcount", "in-post"] == (500, "value", None)


def check_welsh(plan, folder, capability):
    """A form with headings in another language is known by its keys."""
    path = send(plan, os.path.join(folder, "welsh"), "--unit", "Unit F", language="cy")[0]
    form = Form(path)
    row = f"{capability}/staff/headcount"
    form.enter(row, "in-date", 4)
    words = [rule.formula1 for sheet in form.book.worksheets for rule in sheet.data_validations.dataValidation
             if rule.type == "list"][0].strip('"').split(",")
    form.enter(row, "state", words[2])
    take(plan, form.save())
    now = cells(plan)
    assert now[2005, capability, "staff", "headcount", "in-date"] == (400, "value", None)
    assert now[2005, capability, "staff", "headcount", "deployable"] == (None, "withheld", None)


def check_updates(folder):
    """One workbook for each owner; what comes back becomes updates, states and dates."""
    plan, out = os.path.join(folder, "owners.upstand"), os.path.join(folder, "owners")
    run("sample", plan)
    os.mkdir(out)
    paths = ask("send", plan, "updates", "-o", out)["files"]
    database = sqlite3.connect(plan)
    owners = [row[0] for row in database.execute(
        "SELECT DISTINCT owner FROM activity WHERE state NOT IN ('complete', 'cancelled') ORDER BY owner")]
    assert len(paths) == len(owners) > 5 and all(owner in path for owner, path in zip(owners, paths)), paths
    assert "OFFICIAL-SENSITIVE" in paths[0]
    # The one with most to do goes first.
    busy = max(range(len(paths)), key=lambda i: len(Form(paths[i]).at))
    paths.insert(0, paths.pop(busy))
    owners.insert(0, owners.pop(busy))
    form = Form(paths[0])
    rows = list(dict.fromkeys(row for row, column in form.at))
    kept = {str(row[0]): row[1:] for row in database.execute(
        "SELECT id, title, state, percent, due FROM activity WHERE owner = ?", (owners[0],))}
    assert set(rows) <= set(kept) and len(rows) >= 4, rows
    for row in rows:
        assert form[row, "title"].value == kept[row][0] and form[row, "title"].protection.locked
        assert form[row, "percent"].value == kept[row][2]
    # Sent back as it was: nothing changes.
    answer = ask("import", plan, "updates", paths[0], "--apply")
    assert answer["changes"] == [] and answer["refusals"] == [], answer
    form.enter(rows[0], "state", "Complete")
    form.enter(rows[0], "update", "All done, says Dr Jane Smith.")
    form.enter(rows[1], "percent", 37)
    form.enter(rows[1], "new-due", __import__("datetime").datetime(2031, 3, 31))
    form.enter(rows[1], "reason", "The course was moved.")
    form.enter(rows[2], "state", "Blocked")
    form.enter(rows[2], "update", "No trainer.")
    path = form.save(os.path.join(folder, "owner.xlsx"))
    answer = ask("import", plan, "updates", path)
    what = [(change["what"], change["after"]) for change in answer["changes"]]
    assert what == [("Update", "All done, says Dr Jane Smith."), ("State", "Complete"), ("Percent", "37"),
                    ("Due", "31 Mar 2031: The course was moved."), ("Update", "No trainer."),
                    ("State", "Blocked")], what
    assert answer["changes"][0]["warning"], answer["changes"][0]
    ask("import", plan, "updates", path, "--apply")
    now = {str(row[0]): row[1:] for row in database.execute(
        "SELECT id, state, percent, due, blockers, completed FROM activity")}
    assert now[rows[0]][:2] == ("complete", 100) and now[rows[0]][4], now[rows[0]]
    assert now[rows[1]][1:3] == (37, "2031-03-31"), now[rows[1]]
    assert now[rows[2]][0] == "blocked" and now[rows[2]][3], now[rows[2]]
    updates = database.execute("SELECT activity_id, kind, words, post FROM dated_update ORDER BY id DESC LIMIT 3")
    updates = {(str(row[0]), row[1]): row[2:] for row in updates}
    assert updates[rows[0], "progress"] == ("All done, says Dr Jane Smith.", owners[0]), updates
    assert "31 March 2031" in updates[rows[1], "decision"][0], updates
    assert updates[rows[1], "decision"][0].endswith(": The course was moved."), updates
    history = ask("history", plan)
    assert len(history[0]["changes"]) == 6 and "Replies taken in" in history[0]["title"], history[0]
    # Taken in a second time it says nothing new: no update is there twice.
    answer = ask("import", plan, "updates", path, "--apply")
    assert answer["changes"] == [] and answer["refusals"] == [], answer
    check_wrong_updates(folder, plan, paths, rows)


def check_wrong_updates(folder, plan, paths, rows):
    for column, value, words in (("percent", 130, "100"), ("state", "Nearly", "Nearly"), ("new-due", "soon", None),
                                 ("new-due", "31/3/2031", "reason"), ("reason", "Why not", "no new date"),
                                 ("new-due", "1/1/1990", None)):
        form = Form(paths[0])
        form.enter(rows[3], column, value)
        if words is None:
            form.enter(rows[3], "reason", "Because")
        answer = ask("import", plan, "updates", form.save(os.path.join(folder, "wrong.xlsx")), "--apply", code=1)
        refusal = answer["refusals"][0]
        assert refusal["sheet"] == "Activities" and refusal["row"] and refusal["column"], refusal
        assert words is None or words in refusal["reason"], refusal
    form = Form(paths[0])
    form[rows[3], "title"].value = "Something else"
    answer = ask("import", plan, "updates", form.save(os.path.join(folder, "wrong.xlsx")), code=1)
    assert "when it was sent" in answer["refusals"][0]["reason"], answer
    answer = ask("import", plan, "updates", paths[1], "--owner", "Nobody", code=1)
    assert "another owner" in answer["refusals"][0]["reason"], answer
    assert ask("import", plan, "headcount", paths[1], code=1)["refusals"]
    run("send", plan, "updates", "--owner", "Nobody", "-o", folder, code=1)


def check_damage(plan, folder, files, capability):
    """Whatever happens to a file, the plan changes only by what a whole file says."""
    generator = random.Random(7)
    form = Form(files[5])
    form.enter(f"{capability}/officers/headcount", "trained", 3)
    whole = form.save(os.path.join(folder, "whole.xlsx"))
    with open(whole, "rb") as file:
        content = file.read()
    before = cells(plan)
    for number in range(60):
        spoilt = bytearray(content)
        for _ in range(generator.choice((1, 3, 40))):
            place = generator.randrange(len(spoilt))
            if generator.random() < 0.2:
                del spoilt[place:place + generator.randrange(200)]
            else:
                spoilt[place] = generator.randrange(256)
        path = os.path.join(folder, "spoilt.xlsx")
        with open(path, "wb") as file:
            file.write(spoilt)
        environment = dict(os.environ, LC_ALL="C.UTF-8", UPSTAND_TODAY=TODAY)
        done = subprocess.run([PROGRAM, "import", plan, "headcount", path, "--json"], capture_output=True,
                              text=True, env=environment, timeout=60)
        assert done.returncode in (0, 1), (number, done.returncode, done.stderr)
        answer = json.loads(done.stdout)
        for change in answer["changes"]:
            assert change["file"] == "spoilt.xlsx"
        assert answer["refusals"] or len(answer["changes"]) <= 1, (number, answer)
    assert cells(plan) == before
    run("check", plan)


def main():
    with tempfile.TemporaryDirectory() as folder:
        plan = os.path.join(folder, "plan.upstand")
        make_plan(plan)
        capability = capabilities(sqlite3.connect(plan))[0][0]
        run("send", plan, "headcount", "-o", folder, code=2)
        run("send", plan, "nothing", "-o", folder, code=1)
        files = send(plan, os.path.join(folder, "sent"))
        check_form(plan, files, capability)
        check_cell_by_cell(plan, files, capability)
        files = send(plan, os.path.join(folder, "sent"))
        check_seven(plan, folder, files, capability)
        check_refusals(plan, folder, files, capability)
        check_other_plan(plan, folder, files, capability)
        check_conflicts(plan, folder, files, capability)
        check_stale(plan, folder, capability)
        check_csv(plan, folder, capability)
        check_table(plan, folder, capability)
        check_welsh(plan, folder, capability)
        check_updates(folder)
        check_damage(plan, folder, files, capability)
        run("check", plan)
    print("what is sent out comes back")


main()
