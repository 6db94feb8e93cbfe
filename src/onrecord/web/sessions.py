"""The sessions of a running desk: who is signed in, from where, and for how long their word stands."""

import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from onrecord.records import Decision

IDLE = 12 * 3600  # seconds after which an unused session ends
RIGHTS = {  # what each role may do; a role further down may do all that stands above
    "reader": frozenset(("read",)),
    "coder": frozenset(("read", "add", "decide")),
    "reviewer": frozenset(("read", "add", "decide", "adjudicate", "link", "export")),
    "manager": frozenset(("read", "add", "decide", "adjudicate", "link", "export", "manage")),
}
Known = Callable[[str], Mapping[str, str] | None]  # the role and secret of a person of the book, None for a stranger


@dataclass(slots=True)
class Session:
    """A signed-in person. `csrf` is the word that every change must carry, `undone` the steps to redo, the last undone at the end.

    `secret` is the one that the person's password was checked against, None for whom the program itself let in; `uid` the
    user of this machine whose browser it is, None where the system does not tell.
    """

    person: str
    role: str
    secret: str | None = None
    uid: int | None = None
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    seen: float = field(default_factory=time.monotonic)
    undone: list[tuple[Decision, ...]] = field(default_factory=list)

    def may(self, right: str) -> bool:
        """Whether the person's role has a right."""
        return right in RIGHTS[self.role]


class Sessions:
    """The open sessions, in memory only: they end with the desk. `known` is asked at every request what a person is by now."""

    def __init__(self, known: Known) -> None:
        self._open: dict[str, Session] = {}
        self._known = known

    def start(self, session: Session) -> str:
        """Open a session; its key is for the cookie."""
        now = time.monotonic()
        self._open = {key: one for key, one in self._open.items() if now - one.seen <= IDLE}
        key = secrets.token_urlsafe(32)
        self._open[key] = session
        return key

    def find(self, key: str | None, uid: int | None) -> Session | None:
        """The session of a cookie's key, with the role that the person has now.

        None when there is none, when it has been idle too long, when the person was removed or has another password, and
        when the cookie comes from another user of this machine than it was given to.
        """
        session = self._open.get(key or "")
        if session is None or session.uid != uid:
            return None
        if time.monotonic() - session.seen > IDLE or not self._stands(session):
            self.end(key)
            return None
        session.seen = time.monotonic()
        return session

    def _stands(self, session: Session) -> bool:
        """Whether the book still knows the person by this password; the role is brought up to date."""
        if session.secret is None:
            return True
        entry = self._known(session.person)
        if entry is None or entry["secret"] != session.secret:
            return False
        session.role = entry["role"]
        return True

    def end(self, key: str | None) -> None:
        """Sign out."""
        self._open.pop(key or "", None)
