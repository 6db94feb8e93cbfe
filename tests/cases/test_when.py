"""Times: sentences of our own, the day they were published, and the EDTF value and precision a careful coder would write."""

import pytest

from onrecord.lexicon import rows
from onrecord.parse import parse
from onrecord.read import read_text
from onrecord.records import Time, quote
from onrecord.segment import segment
from onrecord.when import when

MONDAY = "2017-02-06"


def times_of(text: str, published: str | None) -> list[tuple[str, Time]]:
    """The times of a text with their words."""
    doc = read_text(text, published=published)
    return [(quote(doc.text, t.span), t) for t in when(doc, parse(doc, segment(doc)))]


WRITTEN = [
    # (sentence, published, EDTF values, precisions)
    ("The clinic was shelled on 24 January 2017.", None, ["2017-01-24"], [1]),
    ("The clinic was shelled on January 24th, 2017.", None, ["2017-01-24"], [1]),
    ("The clinic was shelled on the 24th of January.", MONDAY, ["2017-01-24"], [1]),
    ("The clinic was shelled on January 24.", None, ["XXXX-01-24"], [1]),
    ("The clinic was shelled on Tuesday, 24 January.", MONDAY, ["2017-01-24"], [1]),
    ("The clinic was shelled on Friday, December 30.", MONDAY, ["2016-12-30"], [1]),
    ("The clinic was shelled on 2017-01-24.", None, ["2017-01-24"], [1]),
    ("The clinic was shelled on 24.01.2017.", None, ["2017-01-24"], [1]),
    ("The clinic was shelled on 10 a.m. Nov. 29, 2016.", None, ["2016-11-29"], [1]),
    ("The clinic was shelled between 3 and 5 May 2016.", None, ["2016-05-03/2016-05-05"], [2]),
    ("The clinic was shelled from 28 May to 3 June 2016.", None, ["2016-05-28/2016-06-03"], [3]),
    ("The clinic was shelled from 30 December to 2 January.", MONDAY, ["2016-12-30/2017-01-02"], [2]),
    ("The clinic was shelled in May 2016.", None, ["2016-05"], [4]),
    ("The clinic was shelled in May.", None, ["XXXX-05"], [4]),
    ("The clinic was shelled in May.", MONDAY, ["2016-05"], [4]),
    ("The clinic was shelled in mid-January.", None, ["XXXX-01-11/XXXX-01-20"], [4]),
    ("The clinic was shelled in early May 2016.", None, ["2016-05-01/2016-05-10"], [4]),
    ("The clinic was shelled in late February 2016.", None, ["2016-02-21/2016-02-29"], [4]),
    ("The clinic was shelled in the first week of May 2016.", None, ["2016-05-01/2016-05-07"], [3]),
    ("The clinic was shelled in 2016.", None, ["2016"], [5]),
    ("The clinic was shelled at the end of 2016.", None, ["2016-12"], [4]),
    ("The clinic was shelled in early 2016.", None, ["2016-01/2016-04"], [5]),
    ("The clinic was shelled in the second half of 2016.", None, ["2016-07/2016-12"], [5]),
    ("The clinic was shelled in the third quarter of 2016.", None, ["2016-07/2016-09"], [5]),
    ("The clinic was shelled in the first five months of this year.", None, ["XXXX-01/XXXX-05"], [5]),
    ("The clinic was shelled in the summer of 2015.", None, ["2015-22"], [5]),
    ("The clinic was shelled in the 1990s.", None, ["199X"], [5]),
    ("The clinic was shelled between 2014 and 2016.", None, ["2014/2016"], [5]),
    ("The clinic was shelled in 2015 and 2016.", None, ["2015/2016"], [5]),
    ("The clinic stood there in the nineteenth century.", None, ["18XX"], [5]),
    ("The fort was burned in 146 BC.", None, ["-0145"], [5]),
]
TOLD = [
    ("The clinic was shelled on Friday.", MONDAY, ["2017-02-03"], [1]),
    ("The clinic was shelled on Friday.", None, [None], [1]),
    ("The clinic was shelled last Monday.", MONDAY, ["2017-01-30"], [1]),
    ("The clinic will reopen on Friday.", MONDAY, ["2017-02-10"], [1]),
    ("The clinic will reopen next Friday.", MONDAY, ["2017-02-10"], [1]),
    ("Talks are set to resume on 10 March.", MONDAY, ["2017-03-10"], [1]),
    ("Elections are scheduled for May.", MONDAY, ["2017-05"], [4]),
    ("A curfew has been imposed until Sunday.", MONDAY, ["../2017-02-12"], [5]),
    ("Fighting has raged since March.", MONDAY, ["2016-03/.."], [5]),
    ("Since the start of March police have shot nine men.", MONDAY, ["2016-03-01/.."], [5]),
    ("Nine clinics have closed in March.", MONDAY, ["2016-03"], [4]),
    ("The clinic was shelled yesterday.", MONDAY, ["2017-02-05"], [1]),
    ("The clinic was shelled overnight.", MONDAY, ["2017-02-05/2017-02-06"], [2]),
    ("The clinic was shelled on the night of 3 February.", MONDAY, ["2017-02-03/2017-02-04"], [2]),
    ("The clinic was shelled last night.", MONDAY, ["2017-02-05"], [1]),
    ("The clinic was shelled last week.", MONDAY, ["2017-01-30/2017-02-05"], [3]),
    ("The clinic was shelled over the weekend.", MONDAY, ["2017-02-04/2017-02-05"], [2]),
    ("The clinic was shelled last month.", MONDAY, ["2017-01"], [4]),
    ("The clinic was shelled earlier this month.", MONDAY, ["2017-02-01/2017-02-06"], [2]),
    ("The clinic was shelled late last month.", MONDAY, ["2017-01-21/2017-01-31"], [4]),
    ("The clinic was shelled last year.", MONDAY, ["2016"], [5]),
    ("The clinic was shelled last July.", MONDAY, ["2016-07"], [4]),
    ("The clinic was shelled in July last year.", MONDAY, ["2016-07"], [4]),
    ("The clinic was shelled last summer.", MONDAY, ["2016-22"], [5]),
    ("The clinic was shelled eight days ago.", MONDAY, ["2017-01-29"], [1]),
    ("The clinic was shelled two weeks ago.", MONDAY, ["2017-01-23~"], [3]),
    ("The clinic was shelled three months ago.", MONDAY, ["2016-11"], [4]),
    ("The clinic was shelled two years ago.", MONDAY, ["2015"], [5]),
    ("The clinic was shelled daily over the past three days.", MONDAY, ["2017-02-03/2017-02-06"], [2]),
    ("The clinic was shelled in the past 24 hours.", MONDAY, ["2017-02-05/2017-02-06"], [2]),
    ("The clinic lost many staff over the past two years.", MONDAY, ["2015-02-06/2017-02-06"], [5]),
    ("The clinic lost many staff over the past two years.", None, [None], [5]),
    ("The clinic lost many staff in recent months.", MONDAY, [None], [5]),
]
OPEN = [
    ("The clinic has been shut since October 17th.", None, ["XXXX-10-17/.."], [5]),
    ("The clinic has been shut since October 17th.", MONDAY, ["2016-10-17/.."], [5]),
    ("The clinic has been shut since Friday.", MONDAY, ["2017-02-03/.."], [2]),
    ("The clinic was shut until Friday.", MONDAY, ["../2017-02-03"], [5]),
    ("The clinic must close by 2019.", None, ["../2019"], [5]),
    ("They agreed to a truce from 15 February.", MONDAY, ["2017-02-15/.."], [5]),
    ("They published a video from 15 January.", MONDAY, ["2017-01-15"], [1]),
    ("The clinic was shut after 3 May 2016.", None, ["2016-05-03/.."], [5]),
    ("The clinic was shut after the 3 May 2016 raid.", None, ["2016-05-03"], [1]),
    ("The clinic was shut after Friday's raid.", MONDAY, ["2017-02-03"], [1]),
    ("The clinic has been shut since the siege began on 3 May.", None, ["XXXX-05-03/.."], [5]),
    ("The gang was known since 2007, when it burned a clinic.", None, ["2007/..", "2007"], [5, 5]),
]
CHAINS = [
    ("In the first quarter nine died. A year earlier it was four.", None, ["XXXX-01/XXXX-03"] * 2, [5, 5]),
    ("On 5 May 2016 the army moved in. It left four days later.", None, ["2016-05-05", "2016-05-09"], [1, 1]),
    ("On 5 May the army moved in. The next day it left.", None, ["XXXX-05-05", "XXXX-05-06"], [1, 1]),
    ("On 31 December the army moved in. The next day it left.", None, ["XXXX-12-31", "XXXX-01-01"], [1, 1]),
    ("On 5 May 2016 the army moved in. It had come the day before.", None, ["2016-05-05", "2016-05-04"], [1, 1]),
    ("On Friday the army moved in. The following day it left.", None, [None, None], [1, 1]),
    ("On Friday the army moved in. The following day it left.", MONDAY, ["2017-02-03", "2017-02-04"], [1, 1]),
    ("On 5 May 2016 the army moved in. A bomb exploded at 9:20.", None, ["2016-05-05", "2016-05-05"], [1, 1]),
    ("On 5 May 2016 the army moved in. Since then the town is calm.", None, ["2016-05-05", "2016-05-05/.."], [1, 5]),
    ("In 2014 the army moved in. It left two years later.", None, ["2014", "2016"], [5, 5]),
    ("In early May 2016 the army came. On 7 May it left.", None, ["2016-05-01/2016-05-10", "2016-05-07"], [4, 1]),
    ("The results of the 17 September raid come out on 29 November 2016.", None, ["2016-09-17", "2016-11-29"], [1, 1]),
    (
        "The army launched the siege on 5 May 2016. Ten died in the first week of the siege.",
        None,
        ["2016-05-05", "2016-05-05/2016-05-11"],
        [1, 3],
    ),
    (
        "In the first half of 2016 ten died. In the same period of 2015 nine died.",
        None,
        ["2016-01/2016-06", "2015-01/2015-06"],
        [5, 5],
    ),
]
NAMED = [
    ("The clinic was shelled on Christmas Day.", MONDAY, ["2016-12-25"], [1]),
    ("The clinic was shelled on Christmas Day.", None, ["XXXX-12-25"], [1]),
    ("The clinic was shelled on Good Friday 2016.", None, ["2016-03-25"], [1]),
    ("The clinic was shelled on Easter Sunday.", MONDAY, ["2016-03-27"], [1]),
    ("The clinic was shelled on Eid al-Fitr 2016.", None, ["2016-07-06~"], [2]),
    ("The clinic was shelled on Thanksgiving 2015.", None, ["2015-11-26"], [1]),
]
COUNTED = [
    ("They met two days after the truce of May 3rd.", None, ["XXXX-05-05", "XXXX-05-03"], [1, 1]),
    ("They met a week after the ceasefire on 3 May.", MONDAY, ["2016-05-10", "2016-05-03"], [1, 1]),
    ("They met three days before Friday's vote.", MONDAY, ["2017-01-31", "2017-02-03"], [1, 1]),
    ("Three months after the coup of 1 February 2016 they met.", None, ["2016-05", "2016-02-01"], [4, 1]),
    (
        "They met two weeks after the raid of 1 May 2016. A day later they left.",
        None,
        ["2016-05-15", "2016-05-01", "2016-05-16"],
        [1, 1, 1],
    ),
    ("They met a day after a march on Tuesday.", MONDAY, ["2017-02-01", "2017-01-31"], [1, 1]),
    ("They met a day after he spoke on Tuesday.", MONDAY, [None, "2017-01-31"], [1, 1]),
    ("The plan, announced on 3 June, was dropped.", MONDAY, ["2016-06-03"], [1]),
    ("The plan is due on 3 June.", MONDAY, ["2017-06-03"], [1]),
    ("They met more than a week after the truce of 3 May 2016.", None, [None, "2016-05-03"], [3, 1]),
    ("Two days after the blast he was held on 3 May 2016.", None, [None, "2016-05-03"], [1, 1]),
    ("They met two days after the truce. On 3 May 2016 they left.", None, [None, "2016-05-03"], [1, 1]),
]
ALL = WRITTEN + TOLD + OPEN + CHAINS + NAMED + COUNTED


@pytest.mark.parametrize(("sentence", "published", "values", "precisions"), ALL, ids=[f"{c[0][:60]}|{c[1]}" for c in ALL])
def test_time(sentence: str, published: str | None, values: list[str | None], precisions: list[int]) -> None:
    """Every time has the value and the precision of the manual; without an anchor no year is guessed."""
    found = [t for _, t in times_of(sentence, published)]
    assert [t.edtf for t in found] == values
    assert [t.date_prec for t in found] == precisions


@pytest.mark.parametrize(
    "sentence",
    [
        "Some 2000 people fled.",
        "They may leave.",
        "Resolution 2165 was adopted.",
        "They took Hill 1402 and Point 1607.",
        "Under Resolution 1701 the border stays shut.",
        "A shell hit Building 2024 on Route 1830.",
        "The court meets every Friday.",
        "The water spring dried up.",
        "He fired an M-16 at Post 1917 East.",
        "She is 32 years old.",
        "They marched on.",
        "The 2-1 score stood.",
    ],
)
def test_no_time(sentence: str) -> None:
    """Numbers of people, modal verbs, resolutions, repeated days and ages are no times."""
    assert times_of(sentence, MONDAY) == []


@pytest.mark.parametrize(
    ("text", "published", "value", "rivals"),
    [
        ("The clinic was shelled on 6/2/2017.", None, None, ("2017-02-06", "2017-06-02")),
        ("The clinic was shelled on 6/2/2017.", MONDAY, "2017-02-06", ()),
        ("The clinic was shelled on 6/2/2017 and shut on 25/2/2017.", None, "2017-02-06", ()),
        ("The clinic was shelled on 6/2/2017 and shut on 2/25/2017.", None, "2017-06-02", ()),
        ("The clinic was shelled on 6/6/2017.", None, "2017-06-06", ()),
    ],
)
def test_ambiguous_numeric_date(text: str, published: str | None, value: str | None, rivals: tuple[str, ...]) -> None:
    """A numeric date keeps both readings until the text or its day shows the outlet's habit."""
    _, time = times_of(text, published)[0]
    assert (time.edtf, time.rivals) == (value, rivals)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The clinic has been shut since October 17th.", "since October 17th"),
        ("The clinic was shelled in mid-January.", "mid-January"),
        ("It was shut in January.", "in January"),
        ("The clinic was shelled between 3 and 5 May 2016.", "between 3 and 5 May 2016"),
        ("The clinic was shelled at 10 a.m. on 3 May.", "at 10 a.m. on 3 May"),
    ],
)
def test_words(sentence: str, words: str) -> None:
    """The span holds the words that open, bound or narrow the time, and no full stop."""
    assert words.removeprefix("in ") in [said.removeprefix("in ") for said, _ in times_of(sentence, MONDAY)]


HISTORY = (
    "The war broke out in March 1911 and ended in May 1913. By July 1910 both sides had armed. In April 1911 the port fell. In June, the siege of the fort began. "
    "It was lifted in early 1912. On 9 August the rebels marched on the capital. The following year brought peace."
)


def test_history() -> None:
    """A history's own years date its months, whatever day it was published."""
    values = [t.edtf for _, t in times_of(HISTORY, "2020-05-01")]
    assert values == ["1911-03", "1913-05", "../1910-07", "1911-04", "1911-06", "1912-01/1912-04", "1912-08-09", "1913"]


@pytest.mark.parametrize("row", rows("named_days"), ids=lambda row: row["name"])
def test_named_day(row: dict[str, str]) -> None:
    """Every named day of the table is found in its example and lies in its year."""
    found = [t for said, t in times_of(row["example"], None) if row["name"] in said]
    assert found
    assert (found[0].edtf or "").startswith("2016-")


@pytest.mark.parametrize("table", ["months", "weekdays", "small_numbers", "campaigns", "dated_things", "ahead", "ordinals"])
def test_examples(table: str) -> None:
    """The example of every row of the tables on time holds a time."""
    silent = [row["word"] for row in rows(table) if not times_of(row["example"], MONDAY)]
    assert [word for word in silent if table != "campaigns"] == []


def test_example_dates() -> None:
    """Words that look ahead put a date of the example after the day of the report."""
    for row in rows("ahead"):
        value = times_of(row["example"], MONDAY)[0][1].edtf or ""
        assert value.lstrip("./") > MONDAY, row["word"]
