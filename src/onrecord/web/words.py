"""How the desk writes names and numbers: titles that fall back to the first words, capitals calmed, plurals."""

from typing import Protocol

SMALL = frozenset(
    ("a", "an", "and", "as", "at", "by", "de", "del", "for", "from", "in", "la", "of", "on", "or", "the", "to", "with")
)
LONGEST = 80  # characters of a title made from the text
SHORTEST = 4  # letters of a word in capitals that is no abbreviation


class Titled(Protocol):
    """A report as far as its title goes."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str | None: ...
    @property
    def title(self) -> str | None: ...
    @property
    def text(self) -> str: ...


def titled(report: Titled) -> str:
    """What to call a report: its title, else the first words of its text, else its name or id.

    >>> from onrecord.records import Document
    >>> titled(Document("r1", "TWO GUARDS WERE HURT NEAR HUANTA.\\nMore follows."))
    'Two Guards Were Hurt Near Huanta.'
    """
    words = " ".join((report.title or _opening(report.text)).split())
    return calm(words if len(words) <= LONGEST else f"{words[:LONGEST].rpartition(' ')[0]} …") or report.name or report.id


def _opening(text: str) -> str:
    return text.lstrip()[: 2 * LONGEST].partition("\n")[0]


def calm(words: str | None) -> str:
    """Words that stand all in capitals in capitals and small letters; others as they are.

    >>> calm("MINISTRY OF DEFENCE"), calm("UN"), calm("Gao")
    ('Ministry of Defence', 'UN', 'Gao')
    """
    words = words or ""
    if words != words.upper() or not any(sum(map(str.isalpha, word)) >= SHORTEST for word in words.split()):
        return words
    parts = [word.lower() if place and word.lower() in SMALL else _capital(word) for place, word in enumerate(words.split(" "))]
    return " ".join(parts)


def _capital(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))


def count(number: int, one: str, many: str = "") -> str:
    """A number and its word.

    >>> count(1, "report"), count(1200, "report")
    ('1 report', '1,200 reports')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"
