"""Date expressions whose meaning is known, several thousand shapes of them, are read back exactly."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.records import Document, Parse, Sentence, Token
from onrecord.when import when

Shape = tuple[str, str | None]  # the words, and the EDTF value they mean on ANCHOR
ANCHOR = date(2017, 2, 8)  # a Wednesday
NAMES = "January February March April May June July August September October November December".split()
SHORT = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
DAYS = (1, 2, 3, 8, 9, 15, 22, 28)
YEARS = (1899, 1990, 2005, 2016)
LEADS = ("The bridge was hit {}.", "Officials said the bridge was hit {}, and then was shut.", "{} the bridge was hit.")
WORD = re.compile(r"\w+(?:['’]s)?|[^\w\s]")


def flat(text: str) -> Parse:
    """A parse without a model: one sentence whose words all hang on its past-tense verb."""
    found = list(WORD.finditer(text))
    root = next(i for i, m in enumerate(found) if m[0] in ("was", "will"))
    tokens = [
        Token(i, m.start(), m.end(), m[0], m[0].lower(), "VERB" if i == root else "NOUN", _tag(m[0]), "dep", root, "", 0)
        for i, m in enumerate(found)
    ]
    return Parse(text, (Sentence((0, len(text)), 0),), tuple(tokens))


def _tag(word: str) -> str:
    return {"was": "VBD", "will": "MD"}.get(word, "NN")


def read(words: str, lead: str, anchor: date | None = ANCHOR) -> list[str | None]:
    """The values read from a sentence that holds the words."""
    text = lead.format(words)
    text = text[0].upper() + text[1:]
    doc = Document(id="r1", text=text, published=anchor.isoformat() if anchor else None)
    return [t.edtf for t in when(doc, flat(text))]


def ordinal(day: int) -> str:
    """ "1st", "22nd", "15th"."""
    return f"{day}{'th' if 10 < day < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def full_days() -> Iterator[Shape]:
    """Days with their year, in eleven ways of writing."""
    for month, day, year in product(range(1, 13), DAYS, YEARS):
        name, short, on = NAMES[month - 1], SHORT[month - 1], date(year, month, day)
        weekday, value = WEEKDAYS[on.weekday()], on.isoformat()
        yield f"on {day} {name} {year}", value
        yield f"on {name} {day}, {year}", value
        if year == YEARS[day % 4]:
            yield f"on the {ordinal(day)} of {name} {year}", value
            yield f"on {name} {ordinal(day)}, {year}", value
            yield f"on {short} {day}, {year}", value
            yield f"on {day} {short} {year}", value
            yield f"on {weekday}, {day} {name} {year}", value
            yield f"on {weekday}, {name} {day}, {year}", value
            yield f"on {value}", value
            yield f"on {day:02}.{month:02}.{year}", value
            yield f"at 10:30 a.m. on {name} {day}, {year}", value


def bare_days() -> Iterator[Shape]:
    """Days without a year mean the latest such day not after the anchor."""
    for month, day in product(range(1, 13), DAYS):
        year = ANCHOR.year if (month, day) <= (ANCHOR.month, ANCHOR.day) else ANCHOR.year - 1
        value = date(year, month, day).isoformat()
        for form in ("on {d} {n}", "on {n} {d}", "on {n} {o}", "on the {o} of {n}", "on {s} {d}"):
            yield form.format(d=day, n=NAMES[month - 1], o=ordinal(day), s=SHORT[month - 1]), value


def months() -> Iterator[Shape]:
    """Months and their parts, with a year and without."""
    for month, year in product(range(1, 13), YEARS):
        name, last = NAMES[month - 1], monthrange(year, month)[1]
        yield f"in {name} {year}", f"{year}-{month:02}"
        yield f"in {SHORT[month - 1]} {year}", f"{year}-{month:02}"
        for part, first, end in (("early ", 1, 10), ("mid-", 11, 20), ("late ", 21, last), ("the beginning of ", 1, 10)):
            yield f"in {part}{name} {year}", f"{year}-{month:02}-{first:02}/{year}-{month:02}-{end:02}"
        yield f"since {name} {year}", f"{year}-{month:02}/.."
        yield f"until {name} {year}", f"../{year}-{month:02}"
        yield f"before {name} {year}", f"../{year}-{month:02}"
    for month in range(1, 13):
        yield f"in {NAMES[month - 1]}", f"{ANCHOR.year - (month > ANCHOR.month)}-{month:02}"
        yield f"last {NAMES[month - 1]}", f"{ANCHOR.year - (month >= ANCHOR.month)}-{month:02}"
        yield f"in {NAMES[month - 1]} last year", f"{ANCHOR.year - 1}-{month:02}"


def years() -> Iterator[Shape]:
    """Years, parts of years, seasons and longer."""
    for year in range(1950, 2017, 3):
        yield f"in {year}", f"{year}"
        yield f"at the end of {year}", f"{year}-12"
        yield f"in early {year}", f"{year}-01/{year}-04"
        yield f"in late {year}", f"{year}-09/{year}-12"
        yield f"between {year} and {year + 5}", f"{year}/{year + 5}"
        yield f"from {year} to {year + 2}", f"{year}/{year + 2}"
        yield f"in {year} and {year + 1}", f"{year}/{year + 1}"
        yield f"since {year}", f"{year}/.."
        yield f"until {year}", f"../{year}"
        for n, season in enumerate(("spring", "summer", "autumn", "winter"), 21):
            yield f"in the {season} of {year}", f"{year}-{n}"
        for n, which in enumerate(("first", "second", "third", "fourth")):
            yield f"in the {which} quarter of {year}", f"{year}-{3 * n + 1:02}/{year}-{3 * n + 3:02}"
        yield f"in the first half of {year}", f"{year}-01/{year}-06"
        yield f"in the last three months of {year}", f"{year}-10/{year}-12"
        yield f"in the {year // 10 * 10}s", f"{year // 10}X"


def ranges() -> Iterator[Shape]:
    """Ranges of days and days that open or close an interval."""
    for month, day in product(range(1, 13), DAYS):
        name, start, end = NAMES[month - 1], date(2016, month, day), date(2016, month, day) + timedelta(17)
        yield (
            f"from {day} to {end.day} {name} 2016" if end.month == month else f"on {day} {name} 2016",
            (f"{start}/{end}" if end.month == month else f"{start}"),
        )
        yield (
            f"between {day} {name} and {end.day} {NAMES[end.month - 1]} {end.year}",
            f"{start.replace(year=_begun(start, end))}/{end}",
        )
        yield f"since {day} {name} 2016", f"{start}/.."
        yield f"until {day} {name} 2016", f"../{start}"
        yield f"after {name} {day}, 2016", f"{start}/.."


def _begun(start: date, end: date) -> int:
    """The year of a range's start when only its end has one."""
    return end.year - ((start.month, start.day) > (end.month, end.day))


def told() -> Iterator[Shape]:
    """Times told from the day of the report."""
    monday = ANCHOR - timedelta(ANCHOR.weekday())
    for n, name in enumerate(WEEKDAYS):
        back = (ANCHOR.weekday() - n) % 7
        for form in ("on {}", "{} morning", "on {} night", "late on {}", "early {}"):
            yield form.format(name), (ANCHOR - timedelta(back)).isoformat()
        yield f"last {name}", (ANCHOR - timedelta(back or 7)).isoformat()
        yield f"on {name} last week", (monday + timedelta(n - 7)).isoformat()
        yield f"next {name}", (ANCHOR + timedelta(7 - back)).isoformat()
    for n, word in enumerate(NUMBERS, 1):
        for number, s in product((str(n), word), ("" if n == 1 else "s",)):
            yield f"{number} day{s} ago", (ANCHOR - timedelta(n)).isoformat()
            yield f"{number} week{s} ago", (ANCHOR - timedelta(7 * n)).isoformat() + "~"
            yield f"{number} year{s} ago", f"{ANCHOR.year - n}"
            yield f"{number} month{s} ago", _months_back(n)[:7]
            yield f"over the past {number} day{s}", f"{ANCHOR - timedelta(n)}/{ANCHOR}"
            yield f"in the last {number} week{s}", f"{ANCHOR - timedelta(7 * n)}/{ANCHOR}"
            yield f"during the past {number} month{s}", f"{_months_back(n)}/{ANCHOR}"
            yield f"over the last {number} year{s}", f"{ANCHOR.replace(year=ANCHOR.year - n)}/{ANCHOR}"
    week = timedelta(7)
    yield from (
        ("today", f"{ANCHOR}"), ("yesterday", f"{ANCHOR - timedelta(1)}"), ("overnight", f"{ANCHOR - timedelta(1)}/{ANCHOR}"),
        ("last week", f"{monday - week}/{monday - timedelta(1)}"), ("this week", f"{monday}/{monday + timedelta(6)}"),
        ("last month", "2017-01"), ("this month", "2017-02"), ("last year", "2016"), ("this year", "2017"),
        ("earlier this month", f"2017-02-01/{ANCHOR}"), ("earlier this year", f"2017-01-01/{ANCHOR}"),
        ("over the weekend", f"{monday - timedelta(2)}/{monday - timedelta(1)}"), ("last summer", "2016-22"),
    )  # fmt: skip


def _months_back(number: int) -> str:
    index = ANCHOR.year * 12 + ANCHOR.month - 1 - number
    return date(index // 12, index % 12 + 1, ANCHOR.day).isoformat()


SHAPES = {maker.__name__: list(maker()) for maker in (full_days, bare_days, months, years, ranges, told)}


@pytest.mark.parametrize("kind", SHAPES)
def test_read_back(kind: str) -> None:
    """Every shape means what it was made from, alone in a sentence."""
    wrong = [(words, value, read(words, LEADS[i % 2])) for i, (words, value) in enumerate(SHAPES[kind])]
    assert [row for row in wrong if row[2] != [row[1]]] == []


def test_there_are_thousands() -> None:
    """The generator makes several thousand different shapes."""
    assert len({words for shapes in SHAPES.values() for words, _ in shapes}) > 3_000


@given(st.sampled_from([shape for shapes in SHAPES.values() for shape in shapes]), st.sampled_from(LEADS))
@settings(max_examples=300, deadline=None)
def test_place_in_the_sentence(shape: Shape, lead: str) -> None:
    """Where in the sentence the words stand does not change what they mean."""
    assert read(shape[0], lead) == [shape[1]]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(1, 12), st.integers(1, 28))
@settings(max_examples=300, deadline=None)
def test_no_year_is_guessed(anchor: date, month: int, day: int) -> None:
    """A day with no year is the latest not after the anchor, and stays open without one."""
    words = f"on {day} {NAMES[month - 1]}"
    (value,) = read(words, LEADS[0], anchor)
    assert value is not None
    assert value[5:] == f"{month:02}-{day:02}"
    assert timedelta(0) <= anchor - date.fromisoformat(value) < timedelta(366)
    assert read(words, LEADS[0], None) == [f"XXXX-{month:02}-{day:02}"]
