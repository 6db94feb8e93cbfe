"""How the person who started the desk gets in without a password: addresses and pages that are good once, and for a while.

Programs of other users of this machine can read what a browser was started with, but not this file's page, nor the terminal.
"""

import os
import secrets
import time
from dataclasses import dataclass
from html import escape
from pathlib import Path
from threading import Lock

LASTS = 15 * 60.0  # seconds for which a word is good
PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>To the desk</title>
<form method="post" action="{address}/enter"><input type="hidden" name="token" value="{word}"><button>To the desk</button></form>
<script>document.forms[0].submit()</script>
</html>
"""


class Words:
    """The words that let in; once one was used, all that were given out before are void."""

    def __init__(self) -> None:
        self._until: dict[str, float] = {}
        self._lock = Lock()

    def give(self) -> str:
        """A new word."""
        word = secrets.token_urlsafe(24)
        with self._lock:
            self._until[word] = time.monotonic() + LASTS
        return word

    def take(self, word: str) -> bool:
        """Whether a word is good; it no longer is afterwards."""
        with self._lock:
            good = [until for known, until in self._until.items() if secrets.compare_digest(known.encode(), word.encode())]
            if not good or good[0] < time.monotonic():
                return False
            self._until.clear()
        return True


@dataclass(frozen=True, slots=True)
class Entry:
    """The way in to a desk at an address; `folder` is one that only this user can read."""

    address: str
    words: Words
    folder: Path

    def link(self) -> str:
        """An address to open, good once."""
        return f"{self.address}/enter?token={self.words.give()}"

    def page(self) -> Path:
        """A page that only this user can read and that leads in, good once: for a browser, whose command line anybody can read."""
        path = self.folder / f"desk-{secrets.token_hex(4)}.html"
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
            out.write(PAGE.format(address=escape(self.address), word=escape(self.words.give())))
        return path
