"""A spread answers as looking at every record would."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Span, Spread, covers

SPANS = st.tuples(st.integers(0, 1500), st.integers(1, 900)).map(lambda pair: (pair[0], pair[0] + pair[1]))
RECORDS = st.lists(st.lists(SPANS, max_size=3).map(tuple), max_size=12)


@given(RECORDS, SPANS)
def test_answers_are_those_of_looking_at_all(spans: list[tuple[Span, ...]], asked: Span) -> None:
    """Holding, inside and starting give each record once, in the order of the records (of the text for starting)."""
    records = list(enumerate(spans))
    spread = Spread(records, lambda record: record[1])
    assert spread.holding(asked) == [r for r in records if any(covers(s, asked) for s in r[1])]
    assert spread.inside(asked) == [r for r in records if any(covers(asked, s) for s in r[1])]
    starting = {(s, r[0]): r for r in records for s in r[1] if asked[0] <= s[0] < asked[1]}
    assert spread.starting(asked) == [(starting[key], key[0]) for key in sorted(starting)]
