"""onrecord reads conflict news and records who said what, the figures as given, and the events, each with its sentence.

>>> import onrecord
>>> coding = onrecord.code("Gunmen killed at least four guards in Baghdad on Friday, police said.", published="2017-02-06")
>>> [(fig.low, fig.high, fig.measure) for fig in coding.figures]
[(4.0, None, 'killed')]
"""

from typing import TYPE_CHECKING

from onrecord.version import VERSION as __version__

if TYPE_CHECKING:
    from onrecord.records import Coding as Coding
    from onrecord.records import Time

__all__ = ["Coding", "__version__", "code", "times"]


def code(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    id: str | None = None,
) -> "Coding":
    """Code one report.

    Args:
        text: the report; offsets of all records count code points of this text (a byte-order mark aside).
        published: the day it was published, YYYY-MM-DD. Without it a year the text does not state stays `XXXX`.
        title, outlet, url: what the text itself does not tell.
        id: an id of your own; else one is made from the text.

    Returns:
        The coding: report, actors, places, times, statements, figures and events (docs/manual.md says what each is).

    Raises:
        UsageError: `published` is no date.
        ReportError: the text is empty.
        ModelError: no language model is installed.
    """
    from onrecord.pipeline import code as run
    from onrecord.read import check_date, read_text

    anchor = check_date(published) if published is not None else None
    return run(read_text(text, id=id, title=title, outlet=outlet, url=url, published=anchor))


def times(text: str, *, published: str | None = None) -> "tuple[Time, ...]":
    """The time expressions of a text with their EDTF values, as `code` gives them, without coding the rest.

    Args and errors are those of `code`.
    """
    from onrecord.pipeline import times as run
    from onrecord.read import check_date, read_text

    return run(read_text(text, published=check_date(published) if published is not None else None))


def __getattr__(name: str) -> object:
    """`onrecord.Coding`, imported when asked for."""
    if name == "Coding":
        from onrecord.records import Coding

        return Coding
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
