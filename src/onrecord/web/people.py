"""Who may sign in: names, roles and passwords, kept as decisions in the book so that every change of them is in its log."""

import hashlib
import hmac
import json
import secrets
import time
import unicodedata
from collections import deque
from threading import Lock

from onrecord.errors import UsageError
from onrecord.records import Ref
from onrecord.store import Book
from onrecord.web.sessions import RIGHTS

COST = {"n": 2**14, "r": 8, "p": 1}  # of scrypt; RFC 7914 calls these fit for signing in
SHORTEST, LONGEST = 10, 1000  # characters of a password
LONGEST_NAME = 80
TRIES, PER = 5, 60.0  # wrong passwords allowed for a name, in so many seconds


def people(book: Book) -> dict[str, dict[str, str]]:
    """The people of a book by name, with `role` and `secret`; the last word on each stands."""
    found: dict[str, dict[str, str]] = {}
    for decision in book.decisions("person"):
        found[decision.subject[0].record] = json.loads(decision.change or "{}")
    return {name: entry for name, entry in found.items() if entry.get("role") in RIGHTS}


def person_of(book: Book, name: str) -> dict[str, str] | None:
    """The `role` and `secret` of one person, None for a stranger and for one who was removed."""
    said = book.last_on("person", Ref("", name))
    entry: dict[str, str] = json.loads(said.change or "{}") if said else {}
    return entry if entry.get("role") in RIGHTS else None


def add_person(book: Book, name: str, role: str, password: str | None, by: str) -> None:
    """Add a person, or give one another role and password; without a password the one that person has stays.

    UsageError for a name, role or password that will not do.
    """
    name = _name(name)
    if role not in RIGHTS:
        raise UsageError(f"{role}: is no role; use one of {', '.join(RIGHTS)}")
    known = person_of(book, name)
    if not password and known is None:
        raise UsageError(f"{name}: is new here and needs a password")
    if password and not SHORTEST <= len(password) <= LONGEST:
        raise UsageError(f"a password needs at least {SHORTEST} characters, and at most {LONGEST:,}")
    secret = _secret(password) if password else (known or {})["secret"]
    book.decide("person", (Ref("", name),), by, None, json.dumps({"role": role, "secret": secret}, sort_keys=True))


def remove_person(book: Book, name: str, by: str) -> None:
    """Let a person in no longer; what that person decided stays. UsageError when there is no such person."""
    if person_of(book, name) is None:
        raise UsageError(f"{name}: nobody of this name may sign in")
    book.decide("person", (Ref("", name),), by, None, "{}")


def _name(given: str) -> str:
    """A name as it is kept. UsageError for one that is empty, long, or looks like another by characters nobody sees."""
    name = unicodedata.normalize("NFC", given.strip())
    if not name or len(name) > LONGEST_NAME:
        raise UsageError(f"a person needs a name of at most {LONGEST_NAME} characters")
    if not name.isprintable() or "  " in name:
        raise UsageError(f"{name!r}: has characters that nobody sees; write the name with letters and single blanks")
    return name


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

    def entry_of(self, name: str, password: str) -> dict[str, str] | None:
        """The role and secret of a person who gives the right password, None for a wrong one. UsageError after too many tries."""
        wrong = self._tried(name)
        entry = person_of(self._book, name)
        if _is_right(password[:LONGEST], (entry or {}).get("secret", NOBODY)) and entry is not None:
            wrong.clear()
            return entry
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
