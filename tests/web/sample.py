"""A book on which every page of the desk has something to show: the examples, coded, half reviewed, linked and checked."""

from pathlib import Path
from urllib.parse import quote

from onrecord.check import check
from onrecord.project import code_paths
from onrecord.project.account import account_of
from onrecord.project.desk import Desk
from onrecord.project.link import link_all
from onrecord.records import Ref
from onrecord.store import Book
from onrecord.web.people import add_person

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
PASSWORD = "correct horse battery"
REPORT = "gao_wire"  # its name in the book
POLICY = "Say what a colleague could not see. No names of victims or of sources who asked not to be named."


def sample(path: Path) -> None:
    """Make the book at a path."""
    list(code_paths([str(EXAMPLES)], book=str(path)))
    with Book(str(path)) as book:
        for name, role in (("Cora", "coder"), ("Dan", "coder"), ("Rita", "reviewer"), ("Rolf", "reader")):
            add_person(book, name, role, PASSWORD, "Mona")
        reviewed(book)
        link_all(book)
        book.replace_findings(check(account_of(book)))


def reviewed(book: Book) -> None:
    """What two coders and a manager did: accepted, edited, rejected, noted, flagged; and differ on one figure."""
    names = [entry.id for entry in book.entries()]
    codings = [book.codings(name)[0] for name in names]
    first = next(coding for coding in codings if coding.report.name == REPORT)
    cora, dan, mona = (Desk(book, name) for name in ("Cora", "Dan", "Mona"))
    figure, event = first.figures[0], first.events[0]
    for desk, low in ((cora, 12), (dan, 13)):
        desk.decide(first.report.id, [figure.id], "edit", "the ministry's number", {"low": low})
        desk.decide(first.report.id, [event.id], "accept")
        desk.mark(first.report.id, "done")
    dan.decide(first.report.id, [first.figures[-1].id], "reject", "counted twice")
    book.decide("policy", (Ref("", "policy"),), "Mona", POLICY)
    other = next(coding for coding in codings if coding.figures and coding is not first)
    mona.decide(other.report.id, [f.id for f in other.figures[:3]], "accept")
    mona.flag(other.report.id, other.figures[-1].id)
    mona.decide(other.report.id, [""], "note", "The agency corrected the age of one victim a day later.")


def addresses(book: Book) -> dict[str, str]:
    """The pages of the desk by name, with one report, incident and actor of the book."""
    names = {entry.name: entry.id for entry in book.entries()}
    incident = max(book.incidents(), key=lambda i: (i.sources, len(i.events), i.id)).id
    actor = max((a for name in names.values() for a in book.codings(name)[0].actors), key=lambda a: len(a.mentions)).name
    return {
        "reports": "/",
        "report": f"/report/{names[REPORT]}",
        "add": "/add",
        "incidents": "/incidents",
        "incident": f"/incidents/{incident}",
        "map": "/map",
        "timeline": "/timeline",
        "actors": "/actors",
        "actor": f"/actors?name={quote(actor)}",
        "ledger": "/ledger",
        "checks": "/checks",
        "exports": "/exports",
        "coders": "/coders",
        "settings": "/settings",
        "differences": f"/differences/{names[REPORT]}",
        "search": "/search?q=attack",
    }
