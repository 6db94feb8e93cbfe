"""Which time an event takes: sentences of our own, the trigger, and the value of its time."""

import pytest

from onrecord.pipeline import code
from onrecord.read import read_text
from onrecord.records import quote

CASES = [
    # (text, [(trigger, value of the event's time)])
    ("Since May 2016 rebels have killed 40 people, the worst toll", [("killed", "2016-05/..")]),
    ("Gunmen attacked the village on 3 May 2016, killing six farmers.", [("attacked", "2016-05-03")]),
    ("The attack on 3 May 2016 killed six farmers.", [("attack", "2016-05-03")]),
    ("Six farmers were killed in a raid conducted on 3 May 2016.", [("raid", "2016-05-03")]),
    (
        "On 3 May 2016 rebels began their assault on the town, and six days later the army shelled the port.",
        [("assault", "2016-05-03"), ("shelled", "2016-05-09")],
    ),
    ("Rebels shelled the town, which was founded on 3 May 1916.", [("shelled", None)]),
    ("The gang was known since 2007, when it abducted a mayor.", [("abducted", "2007")]),
    (
        "On 3 May 2016 the army freed 35 farmers who were being held by Boko Haram.",
        [("freed", "2016-05-03"), ("held", None)],
    ),
    (
        "On 3 May 2016 the coalition conducted 23 strikes in the north. Near Gao, one strike destroyed a bridge.",
        [("strikes", "2016-05-03"), ("strike", "2016-05-03")],
    ),
    (
        "On 3 May 2016 bandits raided a mosque in Jos. They looted the clinic and kidnapped two nurses.",
        [("raided", "2016-05-03"), ("looted", "2016-05-03"), ("kidnapped", "2016-05-03")],
    ),
    ("On 3 May 2016 bandits raided a mosque. They have kidnapped 40 nurses.", [("raided", "2016-05-03"), ("kidnapped", None)]),
    ("On 3 May 2016 bandits raided a mosque. They kidnap nurses for money.", [("raided", "2016-05-03"), ("kidnap", None)]),
    (
        "On 3 May 2016 bandits raided a mosque. Earlier, they kidnapped two nurses.",
        [("raided", "2016-05-03"), ("kidnapped", None)],
    ),
    ("He was jailed in Lima for the 2015 attack.", [("jailed", None), ("attack", "2015")]),
    ("On 3 May 2016, fighting between two gangs left six prisoners dead.", [("fighting", "2016-05-03")]),
    ("Two weeks after the truce of 1 May 2016, soldiers shot two farmers.", [("truce", "2016-05-01"), ("shot", "2016-05-15")]),
    ("Two years after the 2014 ceasefire, rebels shelled the town.", [("ceasefire", "2014"), ("shelled", "2016")]),
    ("Two weeks after the truce in Gao soldiers shot a farmer on 1 May 2016.", [("shot", "2016-05-01")]),
    (
        "Gunmen attacked the mosque on 3 May 2016, police said, and kidnapped an imam.",
        [("attacked", "2016-05-03"), ("kidnapped", "2016-05-03")],
    ),
    (
        "On 3 May 2016 gunmen attacked the village. The army bombed the hills.",
        [("attacked", "2016-05-03"), ("bombed", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_event_time(text: str, expected: list[tuple[str, str | None]]) -> None:
    """An event is dated by its own clause or one it hangs on, else by an earlier mention of the same doing, else not at all."""
    coding = code(read_text(text))
    values = {t.id: t.edtf for t in coding.times}
    found = {quote(text, e.trigger): values[e.time] if e.time else None for e in coding.events}
    assert [(trigger, found.get(trigger, "no event")) for trigger, _ in expected] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Six guards were killed in Gao on 3 May 2016. Two farmers were wounded on 5 May 2016.",
            [("Six", "2016-05-03"), ("Two", "2016-05-05")],
        ),
        (
            "Six guards were killed in Gao on 3 May 2016. Two farmers were wounded.",
            [("Six", "2016-05-03"), ("Two", "2016-05-03")],
        ),
    ],
)
def test_figure_time(text: str, expected: list[tuple[str, str]]) -> None:
    """A figure told in a later sentence than its event has the day of its own clause, else that of the event."""
    coding = code(read_text(text))
    values = {t.id: t.edtf for t in coding.times}
    assert [(quote(text, f.span), values[f.time] if f.time else None) for f in coding.figures] == expected
