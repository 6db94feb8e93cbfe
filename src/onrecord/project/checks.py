"""Check a book: run the rules, keep what they find, dismiss a finding with a reason."""

from dataclasses import dataclass

from onrecord.check import check
from onrecord.errors import UsageError
from onrecord.project import existing_book
from onrecord.project.account import dismissed, opened
from onrecord.records import Decision, Finding, Ref


@dataclass(frozen=True, slots=True)
class Checked:
    """A finding, the sentences of its records, and the decision that dismissed it."""

    finding: Finding
    sentences: tuple[str, ...]
    dismissal: Decision | None


def check_book(book: str) -> list[Checked]:
    """Run every check over a book and store the findings in place of the last run's."""
    with opened(book) as (keeper, account):
        found = check(account)
        keeper.replace_findings(found)
        gone = dismissed(keeper.decisions("dismiss"))
        return [Checked(f, tuple(dict.fromkeys(filter(None, map(account.sentence, f.records)))), gone.get(f.id)) for f in found]


def dismiss(book: str, wanted: str, reason: str, by: str) -> Decision:
    """Dismiss the finding meant by an id or the start of one. UsageError when none or several are meant, or no reason is given."""
    if not reason.strip():
        raise UsageError("a dismissal needs a reason; give it with --reason")
    with existing_book(book) as keeper:
        found = [f.id for f in keeper.findings() if f.id.startswith(wanted)]
        if len(found) != 1:
            why = f"could be {', '.join(found[:5])}; give more of it" if found else "no such finding; run `onrecord check` first"
            raise UsageError(f"{wanted}: {why}")
        return keeper.decide("dismiss", [Ref("", found[0])], by=by, reason=reason)
