"""Who may sign in: names, roles and passwords, kept as decisions in the book so that every change of them is in its log."""

import hashlib
import hmac
import json
import secrets
import time
from collections import deque
from threading import Lock

from onrecord.errors import UsageError
from onrecord.records import Ref
from onrecord.store import Book
from onrecord.web.guard import RIGHTS

COST = {"n": 2**14, "r": 8, "p": 1}  # of scrypt; RFC 7914 calls these fit for signing in
SHORTEST = 10  # characters of a password
TRIES, PER = 5, 60.0  # wrong passwords allowed for a name, in so many seconds


def people(book: Book) -> dict[str, dict[str, str]]:
    """The people of a book by name, with `role` and `secret`; the last word on each stands."""
    found: dict[str, dict[str, str]] = {}
    for decision in book.decisions("person"):
        found[decision.subject[0].record] = json.loads(decision.change or "{}")
    return {name: entry for name, entry in found.items() if entry.get("role") in RIGHTS}


def add_person(book: Book, name: str, role: str, password: str, by: str) -> None:
    """Add a person, or give one another role and password. UsageError for a name, role or password that will not do."""
    if not name.strip() or len(name) > 80:
        raise UsageError("a person needs a name of at most 80 characters")
    if role not in RIGHTS:
        raise UsageError(f"{role}: is no role; use one of {', '.join(RIGHTS)}")
    if len(password) < SHORTEST:
        raise UsageError(f"a password needs at least {SHORTEST} characters")
    entry = json.dumps({"role": role, "secret": _secret(password)}, sort_keys=True)
    book.decide("person", (Ref("", name.strip()),), by, None, entry)


def _secret(password: str) -> str:
    salt = secrets.token_bytes(16)
    return f"{salt.hex()}${hashlib.scrypt(password.encode(), salt=salt, **COST).hex()}"


NOBODY = _secret(secrets.token_urlsafe(16))  # checked when there is no such name, so that the answer takes as long


def _is_right(password: str, secret: str) -> bool:
    salt, _, known = secret.partition("$")
    given = hashlib.scrypt(password.encode(), salt=bytes.fromhex(salt), **COST).hex()
    return hmac.compare_digest(given, known)


class Door:
    """Checks names and passwords, and turns a name away for a while after too many wrong ones."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._wrong: dict[str, deque[float]] = {}
        self._lock = Lock()

    def role_of(self, name: str, password: str) -> str | None:
        """The role of a person who gives the right password, None for a wrong one. UsageError after too many tries."""
        wrong = self._tried(name)
        entry = people(self._book).get(name)
        if _is_right(password[:1000], (entry or {}).get("secret", NOBODY)) and entry is not None:
            wrong.clear()
            return entry["role"]
        return None

    def _tried(self, name: str) -> deque[float]:
        """The times of the tries for a name, this one counted before the password is looked at: tries at once all count."""
        now = time.monotonic()
        with self._lock:
            self._wrong = {known: times for known, times in self._wrong.items() if times and now - times[-1] < PER}
            wrong = self._wrong.setdefault(name.casefold()[:80], deque(maxlen=TRIES))
            if len(wrong) == TRIES and now - wrong[0] < PER:
                raise UsageError("too many wrong passwords; wait a minute and try again")
            wrong.append(now)
        return wrong
