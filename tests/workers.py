"""What workers do in tests of the pool: the words of a report say what happens to its worker."""

import os
import pickle
import signal
import time
from collections.abc import Callable
from pathlib import Path

from tests.books import coded

from onrecord.pipeline import head
from onrecord.project.coder import Made
from onrecord.read import Raw, read_raw
from onrecord.records import Coding, Document

Work = Callable[[bytes], bytes]


def shouting() -> Work:
    """A worker that answers in capitals; some words end it, stop it, or keep it for ever."""
    return _shouted


def dying(*_: object) -> Work:
    """A worker whose process every task ends, whatever it is made for."""
    return _killed


def _killed(task: bytes) -> bytes:
    misbehave("die")
    return task


def _shouted(task: bytes) -> bytes:
    misbehave(task.decode())
    return task.upper()


def misbehave(words: str) -> None:
    """Do to this process what the words say: `die`, `hang`, `stop`, `fail`, `slow`, or `once FILE` to die the first time only."""
    match words.split():
        case ["die", *_]:
            os.kill(os.getpid(), signal.SIGKILL)
        case ["stop", *_]:
            os.kill(os.getpid(), signal.SIGSTOP)
        case ["hang", *_]:
            time.sleep(600)
        case ["slow", *_]:
            time.sleep(0.3)
        case ["fail", *_]:
            raise RuntimeError(words)
        case ["once", file, *_] if not Path(file).exists():
            Path(file).touch()
            os.kill(os.getpid(), signal.SIGKILL)


def stillborn() -> Work:
    """A worker that ends before it is ready."""
    os._exit(3)


def quick_coder() -> Work:
    """A worker that codes without a model: a coding by hand under the head of the document."""
    read_raw(Raw("warm.txt", b"Two guards were killed in Basra."))
    return _coded


def _coded(task: bytes) -> bytes:
    piece = pickle.loads(task)
    doc = read_raw(piece) if isinstance(piece, Raw) else piece
    misbehave(doc.text)
    time.sleep(0.002)
    return pickle.dumps((Made(quick(doc)), None))


def quick(doc: Document) -> Coding:
    """The coding that `quick_coder` makes."""
    made = coded()
    return Coding(head(doc), made.actors, (), (), (), (), (), "0.1.0")
