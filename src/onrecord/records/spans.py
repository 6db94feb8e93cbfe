"""Half-open spans `[start, end)` in code points of a report's canonical text."""

Span = tuple[int, int]


def overlap(a: Span, b: Span) -> int:
    """Number of code points two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def covers(outer: Span, inner: Span) -> bool:
    """Whether `inner` lies wholly inside `outer`."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def quote(text: str, span: Span) -> str:
    """The words of a span."""
    return text[span[0] : span[1]]
