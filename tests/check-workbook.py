# SPDX-License-Identifier: MIT
"""Reads the sample workbook back with openpyxl and compares it, cell by cell, with the CSV files
that were written from the same sheets. Exits with 77 (skipped) where openpyxl is not installed."""
import csv
import datetime
import os
import subprocess
import sys
import tempfile
import zipfile

try:
    import openpyxl
except ImportError:
    print("openpyxl is not installed: skipped")
    sys.exit(77)

SHEETS = {"activities": "Activities", "figures": "Figures  by area  Q4", "states": "Requirements by state",
          "trend": "Outcomes"}
SHAPES = "✔●▲■◇○"
failures = []


def check(what, got, expected):
    if got != expected:
        failures.append(f"{what}: {got!r} instead of {expected!r}")


def plain(cell):
    """What the CSV file says of a cell, from what openpyxl says of it."""
    value, form = cell.value, cell.number_format
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, (int, float)):
        places = len(form.rstrip("%").split(".")[1]) if "." in form else 0
        return f"{value * 100:.{places}f}%" if form.endswith("%") else f"{value:.{places}f}"
    if value[0] in SHAPES and value[1] == " ":
        return value[2:]
    return openpyxl.utils.escape.unescape(value)


def restored(text):
    bare = text.lstrip("'")
    return text[1:] if text.startswith("'") and bare[:1] and bare[0] in "=+-@" else text


def check_table(book, folder, name, title):
    sheet = book[title]
    with open(os.path.join(folder, name + ".csv"), newline="", encoding="utf-8") as file:
        rows = [[restored(text) for text in row] for row in csv.reader(file)]
    header = next(i for i in range(1, 10) if sheet.cell(i, 1).value == rows[0][0])
    columns = len(rows[0])
    for r, row in enumerate(rows):
        for c, expected in enumerate(row):
            cell = sheet.cell(header + r, c + 1)
            if cell.data_type == "f":
                failures.append(f"{title} {cell.coordinate} is a formula")
            if name == "activities" and r and c == 7 and not cell.hyperlink and expected:
                check(f"{title} {cell.coordinate}", cell.value, f"{expected} (javascript:alert(1))")
                continue
            check(f"{title} {cell.coordinate}", plain(cell), expected)
    check(f"{title}: rows", sheet.max_row, header + len(rows) - 1)
    letter = openpyxl.utils.get_column_letter(columns)
    check(f"{title}: filter", sheet.auto_filter.ref, f"A{header}:{letter}{sheet.max_row}")
    check(f"{title}: frozen row", sheet.freeze_panes.lstrip("AB"), str(header + 1))
    first = header - 1 if name == "figures" else header
    check(f"{title}: repeated rows", sheet.print_title_rows, f"${first}:${header}" if first != header
          else f"${header}:${header}")
    check_pages(sheet, "OFFICIAL-SENSITIVE" if name == "figures" else "OFFICIAL")
    check(f"{title}: link back", sheet["A2"].hyperlink.location, "'Cover'!A1")


def check_pages(sheet, classification):
    name = sheet.title
    check(f"{name}: landscape", sheet.page_setup.orientation, "landscape")
    # A table that would be too small to read on A4 is printed on A3.
    check(f"{name}: paper", str(sheet.page_setup.paperSize), "8" if name.startswith("Activities") else "9")
    check(f"{name}: fits the width", (sheet.sheet_properties.pageSetUpPr.fitToPage,
                                      sheet.page_setup.fitToHeight), (True, 0))
    for part in (sheet.oddHeader, sheet.oddFooter):
        check(f"{name}: classification", part.center.text.replace("&B", "").strip(), classification)
    check(f"{name}: force", sheet.oddHeader.right.text.strip(), "Mid Wessex && Vale Constabulary")
    check(f"{name}: page number", sheet.oddFooter.right.text.strip(), "Page &P of &N")


def check_ratings(sheet):
    words = set()
    for region in sheet.conditional_formatting:
        for rule in region.rules:
            if rule.type == "cellIs":
                words.add(rule.formula[0].strip('"'))
                check("a rating's rule", (rule.operator, str(region.sqref).split(":")[0][0]), ("equal", "E"))
                if not rule.dxf.fill or not rule.dxf.font:
                    failures.append("a rating's rule has no colour")
    check("ratings with a rule", words, {"✔ Complete", "● On track", "▲ Slipping", "■ Off track",
                                        "◇ Waiting on others", "○ Not started"})


def check_cover(book):
    cover = book["Cover"]
    texts = {cell.value for row in cover.iter_rows() for cell in row if cell.value}
    for expected in ("Local action plan", "Mid Wessex & Vale Constabulary", "Version 2", "OFFICIAL",
                     "Assistant Chief Constable, Crime", "30 March 2022, 14:05", "Year 1 (December 2021)",
                     "January to March 2022 (2021-22, quarter 4)", "60 rows",
                     "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"):
        if expected not in texts:
            failures.append(f"the cover does not say {expected!r}")
    links = [cell.hyperlink.location for row in cover.iter_rows() for cell in row if cell.hyperlink]
    check("contents", links, [f"'{name}'!A1" for name in book.sheetnames[1:]])
    check_pages(cover, "OFFICIAL")


def check_properties(book, path):
    properties = book.properties
    check("title", properties.title, "Local action plan")
    check("category", properties.category, "OFFICIAL")
    check("author", properties.creator, "Assistant Chief Constable, Crime")
    check("created", properties.created, datetime.datetime(2022, 3, 30, 14, 5))
    with zipfile.ZipFile(path) as package:
        check("zip dates", {part.date_time for part in package.infolist()}, {(1980, 1, 1, 0, 0, 0)})
        custom = package.read("docProps/custom.xml").decode()
        for name in ("Classification", "Digest", "Period", "Version"):
            if f'name="{name}"' not in custom:
                failures.append(f"no property {name}")


with tempfile.TemporaryDirectory() as folder:
    subprocess.run([sys.argv[1], folder], check=True)
    path = os.path.join(folder, "sample.xlsx")
    with open(path, "rb") as file:
        once = file.read()
    subprocess.run([sys.argv[1], folder], check=True)
    with open(path, "rb") as file:
        check("the same bytes twice", file.read() == once, True)
    book = openpyxl.load_workbook(path)
    check("sheets", book.sheetnames, ["Cover", *SHEETS.values(), "Charts", "Notes"])
    for name, title in SHEETS.items():
        check_table(book, folder, name, title)
    check_ratings(book["Activities"])
    check("charts", len(book["Charts"]._charts), 3)
    notes = [[cell.value for cell in row] for row in book["Notes"].iter_rows(min_row=4)]
    check("notes", [row[0] for row in notes], ["Activities"] + ["Figures: by area [Q4]"] * 4)
    check("a definition", notes[2][1:], ["Arrests", "people", "People arrested in the quarter, counted once each."])
    check_cover(book)
    check_properties(book, path)

for failure in failures:
    print(failure)
print(f"{len(failures)} differences")
sys.exit(1 if failures else 0)
