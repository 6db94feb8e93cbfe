"""Which accounts are worth comparing: those that share a key, so that the work grows with the reports, not their square."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from onrecord.link.accounts import Account
from onrecord.link.words import Vectors
from onrecord.where.folding import loose

BUCKET = 8  # days
LATE = 10  # days within which news of a happening with no date of its own mostly appears
WIDE = 45  # days of a time so vague that the day of publication narrows it better
WORDS = 10  # of an account's heaviest words, each a key in its weeks
FEW, NAMES = 6, 25  # accounts in which a word may stand to be a key at any time, and how many such words of an account are
CROWD, REACH = 40, 12  # accounts in a block from which on each meets only the next ones in order of time
Key = tuple[str | int, ...]


def candidates(found: Sequence[Account], vectors: Vectors) -> list[tuple[int, int]]:
    """Pairs of accounts of different reports that share a key, in order.

    Keys are, within a family of types: a place and a week, a heavy word and a week, and at any time a person's name and a
    word that hardly any account has.
    """
    blocks: defaultdict[Key, list[int]] = defaultdict(list)
    for number, account in enumerate(found):
        heavy = vectors.heaviest(number, NAMES)
        seldom = [word for word in heavy if vectors.spread[word] <= FEW]
        for key in set(_keys(account, heavy[-WORDS:], seldom)):
            blocks[key].append(number)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        pairs.update(_pairs(found, members))
    return sorted(pairs)


def _keys(account: Account, heavy: Sequence[int], seldom: Sequence[int]) -> Iterator[Key]:
    places = set(account.named) | {s.key for s in account.own} | {loose(s.name) for s in account.own}
    for week in _weeks(account):
        yield from ((account.family, week, place) for place in places)
        yield from ((account.family, week, word) for word in heavy)
    yield from ((account.family, name) for name in account.people | account.victims)
    yield from ((account.family, word) for word in seldom)


def _weeks(account: Account) -> set[int]:
    """Numbers of the eight-day stretches in which it may have happened or came out: any (0) when no year is known."""
    span, out = account.days, account.published
    weeks = set(range((out - LATE) // BUCKET, (out + 1) // BUCKET + 1)) if out else set[int]()
    if span is not None and not span.yearless and span.width <= WIDE:
        weeks.update(range((span.first - 1) // BUCKET, (span.last + 1) // BUCKET + 1))
    return weeks or {0}


def _pairs(found: Sequence[Account], members: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(members) > CROWD:
        ordered = sorted(members, key=lambda n: (_moment(found[n]), found[n].type, found[n].ref))
        near = ((a, b) for at, a in enumerate(ordered) for b in ordered[at + 1 : at + 1 + REACH])
        yield from ((min(a, b), max(a, b)) for a, b in near if found[a].ref.report != found[b].ref.report)
    else:
        yield from ((a, b) for a, b in combinations(members, 2) if found[a].ref.report != found[b].ref.report)


def _moment(account: Account) -> int:
    return account.days.first if account.days else account.published or 0
