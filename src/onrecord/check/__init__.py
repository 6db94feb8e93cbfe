"""Find what does not add up across a book. Each rule is a row of the table `checks`; findings are kept apart from the records."""

from collections.abc import Iterator

from onrecord.check.bounds import bounds
from onrecord.check.copied import copied
from onrecord.check.impossible import impossible
from onrecord.check.parts import parts
from onrecord.check.tolls import tolls
from onrecord.ledger import Account
from onrecord.records import Finding

__all__ = ["check"]

RULES = (parts, tolls, bounds, impossible, copied)
SEVERITIES = ("error", "warning", "note")


def check(account: Account) -> tuple[Finding, ...]:
    """The findings of an account, the worst first; the same account gives the same findings, ids and all."""
    found: dict[str, Finding] = {finding.id: finding for finding in _all(account)}
    return tuple(sorted(found.values(), key=lambda f: (SEVERITIES.index(f.severity), f.rule, f.records)))


def _all(account: Account) -> Iterator[Finding]:
    for rule in RULES:
        yield from rule(account)
