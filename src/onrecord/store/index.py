"""The full-text index: words of reports and of their records, searched by SQLite's FTS5 or PostgreSQL's tsvector."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, text

from onrecord.records import Coding, quote
from onrecord.store.encode import storable
from onrecord.store.log import digest_of
from onrecord.store.tables import words

PIECE = 100_000  # characters of a report under one row; PostgreSQL takes no more than a megabyte of lexemes in one
WORD = re.compile(r"[^\W_]+")
SNIPPET = 16  # words
SQLITE_SEARCH = text(
    "select w.report, r.title, w.kind, w.record, snippet(search, 0, char(2), char(3), '…', 16) as snippet "
    "from search join words w on w.id = search.rowid join reports r on r.id = w.report "
    "where search match :terms order by rank limit :most"
)
POSTGRES_INSERT = text(
    "insert into words (report, kind, record, body, tokens) "
    "values (:report, :kind, :record, :body, to_tsvector('simple', :folded))"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where searched words were found; the found words stand between U+0002 and U+0003 in the snippet."""

    report: str
    title: str | None
    kind: str
    record: str
    snippet: str


def put_words(db: Connection, coding: Coding) -> str:
    """Index a coding in place of the one indexed before; returns the digest of what was indexed."""
    report = coding.report.id
    rows = list(_word_rows(coding))
    db.execute(delete(words).where(words.c.report == report))
    if db.dialect.name == "postgresql":
        db.execute(POSTGRES_INSERT, [{**row, "folded": folded(row["body"])} for row in rows])
    else:
        db.execute(insert(words), rows)
    return digest_of((row["kind"], row["record"], row["body"]) for row in rows)


def stored_digest(db: Connection, report: str) -> str:
    """The digest of the words that are indexed for a report."""
    query = select(words.c.kind, words.c.record, words.c.body).where(words.c.report == report).order_by(words.c.id)
    return digest_of(tuple(row) for row in db.execute(query))


def search(db: Connection, wanted: str, limit: int) -> list[Hit]:
    """Where all the words stand, in reports and records; best first. Any input is words, never a query language."""
    return _search_postgres(db, wanted, limit) if db.dialect.name == "postgresql" else _search_sqlite(db, wanted, limit)


def _search_sqlite(db: Connection, wanted: str, limit: int) -> list[Hit]:
    terms = " ".join('"' + word.replace('"', '""') + '"' for word in wanted.replace("\x00", " ").split())
    if not terms:
        return []
    return [Hit(*row) for row in db.execute(SQLITE_SEARCH, {"terms": terms, "most": limit})]


def _search_postgres(db: Connection, wanted: str, limit: int) -> list[Hit]:
    """Each word of the query is a phrase of its parts ("al-Bab" is "al" before "bab"), and all have to be there."""
    phrases = [found for found in (folded(word) for word in wanted.split()) if found]
    if not phrases:
        return []
    query = " && ".join(f"phraseto_tsquery('simple', :w{n})" for n in range(len(phrases)))
    statement = text(
        "select w.report, r.title, w.kind, w.record, w.body from words w join reports r on r.id = w.report "
        f"where w.tokens @@ ({query}) order by ts_rank(w.tokens, {query}, 1) desc, w.id limit :most"
    )
    rows = db.execute(statement, {"most": limit, **{f"w{n}": phrase for n, phrase in enumerate(phrases)}})
    terms = {part for phrase in phrases for part in phrase.split()}
    return [Hit(row.report, row.title, row.kind, row.record, snippet(row.body, terms)) for row in rows]


def folded(words_: str) -> str:
    """The words in lower case without marks and accents, joined by blanks."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", words_) if not unicodedata.combining(c))
    return " ".join(WORD.findall(plain.casefold()))


def snippet(body: str, terms: set[str]) -> str:
    """The stretch of words that begins where most of the terms are near, each found word between U+0002 and U+0003."""
    found = list(WORD.finditer(body))
    hits = [n for n, word in enumerate(found) if _is_one(word[0], terms)]
    if not hits:
        return body[:200]
    start = max(0, max(hits, key=lambda n: sum(1 for other in hits if n <= other < n + SNIPPET)) - 2)
    shown = found[start : start + SNIPPET]
    return _marked(body, shown, terms, before=start > 0, after=start + SNIPPET < len(found))


def _is_one(word: str, terms: set[str]) -> bool:
    return any(part in terms for part in folded(word).split())


def _marked(body: str, shown: list[re.Match[str]], terms: set[str], before: bool, after: bool) -> str:
    out, at = ["…" if before else body[: shown[0].start()]], shown[0].start()
    for word in shown:
        out.append(body[at : word.start()])
        out.append(f"\x02{word[0]}\x03" if _is_one(word[0], terms) else word[0])
        at = word.end()
    out.append("…" if after else body[at:])
    return "".join(out)


def _word_rows(coding: Coding) -> Iterator[dict[str, str]]:
    for kind, record, body in _indexed(coding):
        for piece in _pieces(storable(body)):
            yield {"report": coding.report.id, "kind": kind, "record": record, "body": piece}


def _pieces(body: str) -> Iterator[str]:
    """Long words in pieces, cut at white space where there is some."""
    start = 0
    while len(body) - start > PIECE:
        cut = max(body.rfind(mark, start + PIECE // 2, start + PIECE) for mark in (" ", "\n"))
        end = cut if cut > 0 else start + PIECE
        yield body[start:end]
        start = end
    yield body[start:]


def _indexed(coding: Coding) -> Iterator[tuple[str, str, str]]:
    """What the index holds: the report, and each figure, statement and event in its words."""
    said, names = coding.report.text, {a.id: a.name for a in coding.actors}
    yield "report", coding.report.id, " ".join(filter(None, (coding.report.title, said)))
    for fig in coding.figures:
        counted = quote(said, fig.whom_span) if fig.whom_span else ""
        yield "figure", fig.id, " ".join((quote(said, fig.span), counted, fig.measure, names.get(fig.whom or "", "")))
    for stated in coding.statements:
        spoken = " ".join(quote(said, span) for span in stated.content)
        yield "statement", stated.id, " ".join((names.get(stated.source or "", ""), quote(said, stated.cue), spoken))
    for happened in coding.events:
        who = " ".join(names[a] for a in (*happened.by, *happened.to) if a in names)
        yield "event", happened.id, " ".join((happened.type.replace("_", " "), quote(said, happened.trigger), who))
