"""Number expressions whose meaning is known are read back exactly, in thousands of shapes."""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.lexicon import rows
from onrecord.quantify.numbers import number_value, quantities

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen"
).split()
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "dozen": 12}
FRAMES = (
    "{} guards were killed.",
    "The blast killed {} guards.",
    "(killing {} guards)",
    "On Monday, {} guards died – all of them.",
)


class Number(NamedTuple):
    """A number as worded and what it is worth."""

    words: str
    value: float


class Shape(NamedTuple):
    """A quantity as worded and what it must be read as."""

    words: str
    low: float | None
    high: float | None
    bound: str


def spelled(n: int, joint: str = " and ", hyphen: str = "-") -> str:
    """A whole number below a million in English words."""
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10] + (hyphen + ONES[n % 10] if n % 10 else "")
    scale, word = (100, " hundred") if n < 1000 else (1000, " thousand")
    rest = n % scale
    glue = joint if rest and rest < 100 else " "
    return spelled(n // scale, joint, hyphen) + word + (glue + spelled(rest, joint, hyphen) if rest else "")


def numbers() -> Iterator[Number]:
    """Numbers of every form: digits, grouped digits, words, mixed, dozens, halves."""
    for n in (2, 7, 11, 16, 20, 23, 48, 99, 100, 250, 999):
        yield Number(str(n), n)
        yield Number(spelled(n), n)
    for n in (101, 342, 1_200, 12_345):
        yield Number(spelled(n), n)
        yield Number(spelled(n, joint=" "), n)
    for n in (1_000, 3_300, 45_678, 1_250_000):
        yield Number(f"{n:,}", n)
    for scale, worth in SCALES.items():
        yield Number(f"a {scale}", worth)
        yield Number(f"two {scale}", 2 * worth)
        yield Number(f"half a {scale}", worth / 2)
    for digits, scale in product(("1.2", "3", "2.5"), ("thousand", "million")):
        yield Number(f"{digits} {scale}", float(digits) * SCALES[scale])


def bounded(number: Number) -> Iterator[Shape]:
    """A number with no bound and with every wording of every bound of the tables."""
    yield Shape(number.words, number.value, number.value, "exact")
    for row in rows("bounds"):
        low, high = meant(row["bound"], number.value)
        words = number.words if row["bound"] == "exact" else f"{row['word']} {number.words}"
        yield Shape(words, low, high, row["bound"])
    for row in rows("bounds_after"):
        low, high = meant(row["bound"], number.value)
        yield Shape(f"{number.words} {row['word']}", low, high, row["bound"])


def meant(bound: str, value: float) -> tuple[float | None, float | None]:
    """What a bound leaves of a whole number."""
    return {
        "at_least": (value, None),
        "more_than": (value + 1, None),
        "at_most": (None, value),
        "fewer_than": (None, value - 1),
    }.get(bound, (value, value))


def ranges() -> Iterator[Shape]:
    """Ranges of two numbers in every joint."""
    pairs = [(2, 3), (50, 60), (200, 250), (1_000, 1_500)]
    forms = ("{} to {}", "{}-{}", "{}–{}", "{} or {}", "between {} and {}", "from {} to {}", "anywhere from {} to {}")
    for (low, high), form in product(pairs, forms):
        yield Shape(form.format(f"{low:,}", f"{high:,}"), low, high, "between")
        if "{}-" not in form and "–" not in form:
            yield Shape(form.format(spelled(low), spelled(high)), low, high, "between")
    yield Shape("two to three thousand", 2_000, 3_000, "between")
    yield Shape("1.5 to 2 million", 1_500_000, 2_000_000, "between")


def read(words: str, frame: str) -> list[Shape]:
    """What is read of an expression in a sentence."""
    text = frame.format(words[0].upper() + words[1:] if frame.startswith("{") else words)
    return [Shape(text[slice(*q.span)].lower(), q.low, q.high, q.bound) for q in quantities(text)]


def shapes() -> list[Shape]:
    """All shapes."""
    return [*(shape for number in numbers() for shape in bounded(number)), *ranges()]


def test_every_shape_is_read_exactly() -> None:
    """Form of number, wording of bound and place in the sentence are independent: each of their thousands of products is read."""
    every = list(product(shapes(), FRAMES))
    assert len(every) > 10_000
    wrong = [
        (shape.words, frame, read(shape.words, frame))
        for shape, frame in every
        if read(shape.words, frame) != [shape._replace(words=shape.words.lower())]
    ]
    assert wrong[:5] == []


def test_every_percentage_is_read_as_a_fraction() -> None:
    """Percent signs and words make fractions of 1, with their bounds."""
    for n, sign in product((5, 20, 75), ("%", " percent", " per cent")):
        (found,) = quantities(f"At least {n}{sign} of the town fell.")
        assert (found.low, found.high, found.bound, found.share) == (n / 100, None, "at_least", True)


def test_vague_words_have_no_numbers() -> None:
    """Every vague word of the table is read whole and gives no number."""
    for row in rows("vague"):
        (found,) = quantities(f"They saw {row['word']} guards.")
        assert (found.low, found.high, found.bound) == (None, None, "vague")


@given(st.integers(0, 999_999), st.sampled_from((" and ", " ")), st.sampled_from(("-", " ")))
@settings(max_examples=400, deadline=None)
def test_spelled_numbers_mean_what_they_say(n: int, joint: str, hyphen: str) -> None:
    """Any whole number below a million, spelled out in either manner, is read back."""
    assert number_value(spelled(n, joint, hyphen)) == n


@given(st.integers(1, 10**9))
@settings(max_examples=200, deadline=None)
def test_grouped_digits_mean_what_they_say(n: int) -> None:
    """Any whole number in grouped digits is read back from a sentence."""
    (found,) = quantities(f"The war displaced {n:,} people.")
    assert (found.low, found.high) == (n, n)
