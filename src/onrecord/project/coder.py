"""One document coded, here or in a worker; an error of any stage becomes that report's failure."""

import pickle
import traceback
from contextlib import suppress
from dataclasses import replace

from onrecord.errors import ModelError, OnrecordError, ReportError
from onrecord.pool import Lost
from onrecord.pool.worker import Work
from onrecord.project.gazetteer import use_added
from onrecord.project.outcomes import Failed
from onrecord.records import Coding, Document


class InWorkerError(Exception):
    """The traceback of an error in a worker, in words: the error itself cannot leave its process."""


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


def packed(doc: Document) -> bytes:
    """A document for a worker, without the bytes it was read from."""
    return pickle.dumps(replace(doc, raw=None), pickle.HIGHEST_PROTOCOL)


def coder(book: str | None) -> Work:
    """The work of a worker: a packed document in, a packed coding or failure out. The model is loaded here."""
    use_added(book)
    with suppress(ModelError):  # each report will say so
        _load()
    return _code_packed


def _load() -> None:
    import gc

    from onrecord.parse import model
    from onrecord.pipeline import code

    model()
    code(Document("warm", "Two guards were killed in Basra on Friday, police said."))
    gc.collect()
    gc.freeze()  # the model's objects stay: no need to look through them again and again


def _code_packed(task: bytes) -> bytes:
    outcome = code_one(pickle.loads(task))
    words = None
    if isinstance(outcome, Failed) and outcome.error.__cause__ is not None:
        words = "".join(traceback.format_exception(outcome.error.__cause__))
    return pickle.dumps((outcome, words), pickle.HIGHEST_PROTOCOL)


def unpacked(answer: bytes | Lost | None, doc: Document) -> Coding | Failed:
    """What a worker made of a document."""
    from onrecord.errors import QuarantinedReport

    if not isinstance(answer, bytes):
        reason = answer.reason if answer is not None else "was not worked on"
        return Failed(called(doc), QuarantinedReport(f"{called(doc)}: {reason}, twice; it was left out, look at its text"))
    outcome: Coding | Failed
    outcome, words = pickle.loads(answer)
    if isinstance(outcome, Failed) and words:
        outcome.error.__cause__ = InWorkerError(words)
    return outcome
