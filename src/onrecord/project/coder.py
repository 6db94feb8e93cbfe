"""One report read, triaged and coded, here or in a worker; an error of any stage becomes that report's failure."""

import pickle
import traceback
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from functools import partial

from onrecord.errors import ModelError, OnrecordError, ReportError
from onrecord.pool import Lost
from onrecord.pool.worker import Work
from onrecord.project.gazetteer import use_added
from onrecord.project.outcomes import Failed
from onrecord.read import Raw, name_of, read_raw
from onrecord.records import Coding, Document, Report, Triage

RENEWED = 1_000  # reports after which a worker's model forgets the words it met


class InWorkerError(Exception):
    """The traceback of an error in a worker, in words: the error itself cannot leave its process."""


@dataclass(frozen=True, slots=True)
class Judge:
    """Which reports are coded: all with `every`; else those that triage finds relevant, or a person did (ids in `by_hand`)."""

    every: bool = True
    by_hand: Mapping[str, str] = field(default_factory=dict)

    def leaves_out(self, said: Triage) -> bool:
        """Whether a report is kept without being coded."""
        return not self.every and self.by_hand.get(said.report, said.relevance) == "irrelevant"


@dataclass(frozen=True, slots=True)
class Made:
    """What was made of a report: its coding or failure, what triage said, and the keys by which repeats of it are found."""

    outcome: Coding | Failed
    triage: Triage | None = None
    sketch: tuple[int, ...] = ()
    left_out: bool = False


def code_piece(piece: Document | Raw, judge: Judge) -> Made:
    """Read, triage and code one report."""
    try:
        doc = read_raw(piece) if isinstance(piece, Raw) else piece
    except OnrecordError as error:
        return Made(Failed(piece.name or piece_name(piece), error))
    except Exception as error:
        return Made(Failed(piece.name or piece_name(piece), unforeseen(piece_name(piece), error, "read")))
    return triaged(doc, judge)


def triaged(doc: Document, judge: Judge) -> Made:
    """Triage a document and code it, unless it is left out."""
    from onrecord.pipeline import uncoded

    try:
        said, keys = judged(doc)
    except Exception as error:
        return Made(Failed(called(doc), unforeseen(called(doc), error, "triaged")))
    left_out = judge.leaves_out(said)
    return Made(uncoded(doc) if left_out else code_one(doc), said, keys, left_out)


def judged(doc: Document) -> tuple[Triage, tuple[int, ...]]:
    """What triage says of a document, and the keys by which repeats of it are found."""
    from onrecord.triage import relevance, runs, sketch

    return relevance(doc), sketch(runs(doc.text))


def code_one(doc: Document) -> Coding | Failed:
    """The coding of a document, or why there is none."""
    from onrecord.pipeline import code  # the model is loaded only when there is something to code

    try:
        return code(doc)
    except OnrecordError as error:
        return Failed(called(doc), error)
    except Exception as error:
        return Failed(called(doc), unforeseen(called(doc), error, "coded"))


def unforeseen(name: str, error: Exception, done: str) -> ReportError:
    """An error nobody expected, as the failure of one report."""
    wrapped = ReportError(
        f"{name}: could not be {done} ({type(error).__name__}: {error}); please report it with the text, the others go on"
    )
    wrapped.__cause__ = error
    return wrapped


def called(doc: Document) -> str:
    """What messages call a report."""
    return doc.name or doc.id


def document_of(report: Report) -> Document:
    """The document that a stored report was: its head holds all of it."""
    return Document(**{name: getattr(report, name) for name in report.__dataclass_fields__})


def piece_name(piece: Document | Raw) -> str:
    """What messages call a report that may not have been read."""
    return (name_of(piece) or piece.name) if isinstance(piece, Raw) else called(piece)


def raw_of(piece: Document | Raw) -> bytes | None:
    """The bytes of a report."""
    return piece.content if isinstance(piece, Raw) else piece.raw


def packed(piece: Document | Raw) -> bytes:
    """A report for a worker; a document without the bytes it was read from."""
    return pickle.dumps(piece if isinstance(piece, Raw) else replace(piece, raw=None), pickle.HIGHEST_PROTOCOL)


def coder(book: str | None, judge: Judge) -> Work:
    """The work of a worker: a packed report in, a packed `Made` out. The model is loaded here."""
    use_added(book)
    with suppress(ModelError):  # each report will say so
        _load()
    return partial(_code_packed, judge, _Zone())


def _load() -> None:
    import gc

    from onrecord.parse import model
    from onrecord.pipeline import code

    model()
    code(read_raw(Raw("warm.txt", b"Two guards were killed in Basra on Friday, police said.")))
    gc.collect()
    gc.freeze()  # the model's objects stay: no need to look through them again and again


class _Zone:
    """Lets the model forget the words of every so many reports, so that a worker's memory does not grow."""

    def __init__(self) -> None:
        self._count, self._stack = 0, ExitStack()

    def step(self) -> None:
        from onrecord.parse import words_forgotten

        if self._count % RENEWED == 0:
            self._stack.close()
            with suppress(ModelError):
                self._stack.enter_context(words_forgotten())
        self._count += 1


def _code_packed(judge: Judge, zone: _Zone, task: bytes) -> bytes:
    zone.step()
    made = code_piece(pickle.loads(task), judge)
    words = None
    if isinstance(made.outcome, Failed) and made.outcome.error.__cause__ is not None:
        words = "".join(traceback.format_exception(made.outcome.error.__cause__))
    return pickle.dumps((made, words), pickle.HIGHEST_PROTOCOL)


def unpacked(answer: bytes | Lost | None, piece: Document | Raw) -> Made:
    """What a worker made of a report."""
    from onrecord.errors import QuarantinedReport

    name = piece_name(piece)
    if not isinstance(answer, bytes):
        reason = answer.reason if answer is not None else "was not worked on"
        return Made(Failed(name, QuarantinedReport(f"{name}: {reason}, twice; it was left out, look at its text")))
    made: Made
    made, words = pickle.loads(answer)
    if isinstance(made.outcome, Failed) and words:
        made.outcome.error.__cause__ = InWorkerError(words)
    return made
