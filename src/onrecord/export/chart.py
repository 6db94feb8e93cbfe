"""A toll over time: figures as points with their bounds as whiskers, speakers as series; as SVG and as lines of text."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from math import floor, log10

from onrecord.ledger import Entry
from onrecord.records.edtf import ends

COLOURS = (
    "#0072b2",
    "#d55e00",
    "#009e73",
    "#cc79a7",
    "#56b4e9",
    "#e69f00",
    "#000000",
    "#7f7f7f",
)  # told apart by the colour-blind
OTHERS = "others"
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 860, 440, 70, 230, 40, 50
OPEN = 18  # pixels of an arrow that stands for an open end


@dataclass(frozen=True, slots=True)
class Point:
    """A figure on the chart: its day, its numbers (None: open), its speaker and its words; `faded` when superseded."""

    day: date
    low: float | None
    high: float | None
    series: str
    words: str
    faded: bool

    @property
    def middle(self) -> float:
        """Where the dot stands: the number given, the middle of a range."""
        known = [n for n in (self.low, self.high) if n is not None]
        return sum(known) / len(known)


def points(entries: Iterable[Entry]) -> list[Point]:
    """The figures that have a number and a day: the end of their period, else the day they were given."""
    found = []
    for entry in entries:
        fig, day = entry.figure, ends(entry.edtf)[1] or ends(entry.given_on)[1]
        if day is not None and (fig.low is not None or fig.high is not None):
            name = entry.speaker or entry.outlet or "the report itself"
            words = entry.phrase
            found.append(Point(day, fig.low, fig.high, name, words, entry.superseded_by is not None))
    return sorted(found, key=lambda p: (p.day, p.series, p.middle))


def series(found: Sequence[Point]) -> list[str]:
    """The speakers with most figures; the rest are one series."""
    names = [name for name, _ in Counter(p.series for p in found).most_common()]
    return names if len(names) <= len(COLOURS) else [*names[: len(COLOURS) - 1], OTHERS]


def svg(found: Sequence[Point], title: str) -> str:
    """The chart as one SVG file, nothing loaded from anywhere."""
    names = series(found)
    scale = _Scale.of(found)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" font-family="sans-serif" font-size="12">',
        f"<title>{_text(title)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="22" font-size="15">{_text(title)}</text>',
        *_axes(scale),
        *(line for p in found for line in _mark(p, scale, COLOURS[_index(p, names)])),
        *_legend(names),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    length: int
    top: float
    step: float

    @classmethod
    def of(cls, found: Sequence[Point]) -> "_Scale":
        all_days = [p.day for p in found] or [date(2000, 1, 1)]
        highest = max((n for p in found for n in (p.low, p.high) if n is not None), default=1) or 1
        step = _step(highest)
        return cls(min(all_days), max(1, (max(all_days) - min(all_days)).days), (floor(highest / step) + 1) * step, step)

    def x(self, day: date) -> float:
        return round(LEFT + 15 + (WIDTH - LEFT - RIGHT - 30) * (day - self.first).days / self.length, 1)

    def y(self, number: float) -> float:
        return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * number / self.top, 1)


def _step(highest: float) -> float:
    """A round distance between four to eight marks of the axis."""
    rough = highest / 5
    power = 10.0 ** floor(log10(rough)) if rough > 0 else 1.0
    return float(next(n * power for n in (1, 2, 5, 10) if n * power >= rough))


def _axes(scale: _Scale) -> list[str]:
    right, lines = WIDTH - RIGHT, []
    for count in range(round(scale.top / scale.step) + 1):
        value = count * scale.step
        y = scale.y(value)
        lines.append(f'<line x1="{LEFT}" x2="{right}" y1="{y}" y2="{y}" stroke="#dddddd"/>')
        lines.append(f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{value:,.10g}</text>')
    for count in range(5):
        day = date.fromordinal(scale.first.toordinal() + round(scale.length * count / 4))
        lines.append(f'<text x="{scale.x(day)}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{day}</text>')
    return lines


def _mark(point: Point, scale: _Scale, colour: str) -> list[str]:
    """A dot, its whisker, and an arrow where the words leave an end open."""
    x, y = scale.x(point.day), scale.y(point.middle)
    low = scale.y(point.low) if point.low is not None else min(y + OPEN, HEIGHT - BOTTOM)
    high = scale.y(point.high) if point.high is not None else y - OPEN
    ends = [_end(x, low, point.low is None, 1), _end(x, high, point.high is None, -1)]
    faded = ' opacity="0.35"' if point.faded else ""
    return [
        f'<g stroke="{colour}" fill="{colour}"{faded}><title>{_text(f"{point.day} {point.series}: {point.words}")}</title>',
        f'<line x1="{x}" x2="{x}" y1="{low}" y2="{high}"/>',
        *ends,
        f'<circle cx="{x}" cy="{y}" r="3.5"/></g>',
    ]


def _end(x: float, y: float, is_open: bool, down: int) -> str:
    if is_open:
        return f'<path d="M{x - 4} {y - 5 * down} L{x} {y} L{x + 4} {y - 5 * down}" fill="none"/>'
    return f'<line x1="{x - 4}" x2="{x + 4}" y1="{y}" y2="{y}"/>'


def _legend(names: Sequence[str]) -> list[str]:
    lines = []
    for number, name in enumerate(names):
        y = TOP + 10 + number * 20
        lines.append(f'<circle cx="{WIDTH - RIGHT + 20}" cy="{y}" r="4" fill="{COLOURS[number]}"/>')
        lines.append(f'<text x="{WIDTH - RIGHT + 32}" y="{y + 4}">{_text(name if len(name) < 31 else name[:29] + "…")}</text>')
    return lines


def _index(point: Point, names: Sequence[str]) -> int:
    return names.index(point.series) if point.series in names else len(names) - 1


def _text(words: str) -> str:
    return escape("".join(c if c >= " " and not "\ud800" <= c <= "\udfff" else " " for c in words))


def lines(found: Sequence[Point], width: int = 60) -> list[str]:
    """The chart as text, a line a figure: day, whisker with a dot, words, speaker; `<` and `>` are open ends."""
    top = max((n for p in found for n in (p.low, p.high) if n is not None), default=1) or 1
    return [f"{p.day}  {_whisker(p, top, width)}  {p.words} ({p.series}{', superseded' if p.faded else ''})" for p in found]


def _whisker(point: Point, top: float, width: int) -> str:
    def at(number: float) -> int:
        return round((width - 1) * max(0.0, number) / top)

    dot = at(point.middle)
    low = at(point.low) if point.low is not None else max(0, dot - 3)
    high = at(point.high) if point.high is not None else min(width - 1, dot + 3)
    cells = [" "] * width
    cells[low : high + 1] = "─" * (high + 1 - low)
    cells[low] = "<" if point.low is None else "├" if low < dot else cells[low]
    cells[high] = ">" if point.high is None else "┤" if high > dot else cells[high]
    cells[dot] = "●"
    return "".join(cells)
