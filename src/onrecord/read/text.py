"""Text that is already decoded, made a document."""

from onrecord.errors import EmptyReport
from onrecord.read.furniture import labelled
from onrecord.read.language import language_of
from onrecord.records import Document, report_id


def read_text(
    text: str,
    *,
    id: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    byline: str | None = None,
    section: str | None = None,
    url: str | None = None,
    published: str | None = None,
    name: str | None = None,
    language: str | None = None,
) -> Document:
    """A document from decoded text; what the caller does not give is read from the text's own furniture, else None.

    Canonical text is `text` code point for code point without a byte-order mark. `published` is a date as YYYY-MM-DD; the
    one at the text's head (dateline, date-time group, period in the title) is taken only when none is given; `language` is found when it is not given. EmptyReport when there are no words.
    """
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise EmptyReport(f"{name or id or 'text'}: holds no text; give the report's words")
    page = labelled(text)
    rule = "caller" if published else page.published_rule
    return Document(
        id=id or report_id(text.encode("utf-8", "surrogatepass")),
        text=text,
        language=language or language_of(text),
        title=title or page.title,
        outlet=outlet or page.outlet,
        byline=byline or page.byline,
        section=section or page.section,
        published=published or page.published,
        url=url,
        furniture=page.furniture,
        name=name,
        published_rule=rule,
    )
