"""Edits of a record: the fields an analyst changed, as JSON, checked against the manual."""

from collections.abc import Iterable, Mapping

import msgspec

from onrecord.errors import UsageError
from onrecord.records import Coding, Decision
from onrecord.review.edtf import edtf_flaw
from onrecord.review.kinds import Record, by_id, references, spans

RULE = "review.edit"
FIXED = ("id", "rule")
# The words that the coding manual allows in a field.
ALLOWED: Mapping[str, tuple[str, ...]] = {
    "bound": ("exact", "at_least", "more_than", "at_most", "fewer_than", "about", "between", "vague"),
    "measure": (
        *("killed", "wounded", "casualties", "missing", "captured", "freed", "displaced", "recruited", "strength"),
        *("destroyed", "attacks", "territory", "territory_share", "other"),
    ),
    "status": ("combatant", "civilian", "mixed", "unknown"),
    "realis": ("actual", "threatened", "planned", "denied", "hypothetical", "generic"),
    "mode": ("direct", "indirect", "mixed"),
    "attitude": (
        *("asserts", "estimates", "denies", "confirms", "declines", "predicts", "threatens", "promises", "urges", "asks"),
    ),
    "kind": (
        *("state_force", "armed_group", "coalition", "government", "party", "international_org", "ngo", "media", "person"),
        *("civilians", "unnamed"),
    ),
    "type": (
        *("armed_clash", "attack", "airstrike", "shelling", "bombing", "suicide_bombing", "assassination", "killing"),
        *("execution", "abduction", "detention", "release", "torture", "sexual_violence", "forced_recruitment", "threat"),
        *("displacement", "territory_gain", "destruction", "looting", "arrest", "surrender", "protest", "riot"),
        *("crackdown", "agreement", "ceasefire", "aid", "deployment", "other"),
    ),
}


def edited(record: Record, decisions: Iterable[Decision]) -> Record:
    """The record with the edits among decisions made on it, in their order; its rule tells that it was edited."""
    for made in decisions:
        if made.verdict == "edit" and made.change is not None:
            record = _changed(record, made.change)
    return record


def _changed(record: Record, change: str) -> Record:
    """The record with the fields that a JSON object gives. UsageError when they are not fields of it."""
    fields = msgspec.to_builtins(record)
    try:
        given = msgspec.json.decode(change, type=dict[str, object])
        given.pop("step", None)  # that decisions were made in one step is no field
        unknown = [name for name in given if name not in fields or name in FIXED]
        if unknown:
            raise UsageError(f"{record.id}: has no field {unknown[0]} to edit; use one of {', '.join(_editable(fields))}")
        return msgspec.convert({**fields, **given, "rule": RULE}, type=type(record))
    except msgspec.MsgspecError as error:
        raise UsageError(f'{record.id}: {error}; write the change as JSON such as {{"low": 12}}') from None


def _editable(fields: Iterable[str]) -> list[str]:
    return [name for name in fields if name not in FIXED]


def check_change(coding: Coding, record: str, change: str) -> Record:
    """What an edit makes of a record of the coding.

    UsageError when there is no such record, or the edit gives a field, word, span or id that cannot be.
    """
    there = by_id(coding)
    if record not in there:
        raise UsageError(f"{record}: no such record in {coding.report.id}; `onrecord show --json` lists them")
    new = _changed(there[record], change)
    check_words(record, {field: getattr(new, field) for field in ALLOWED if hasattr(new, field)})
    lost = [held for held in references(new) if held not in there]
    if lost:
        raise UsageError(f"{record}: refers to {lost[0]}, which the report does not have; use the id of one of its records")
    _check_values(new, len(coding.report.text))
    return new


def check_words(record: str, given: Mapping[str, object]) -> None:
    """UsageError when a field among those given holds a word that the coding manual does not allow in it."""
    for field, allowed in ALLOWED.items():
        if field in given and given[field] not in allowed:
            raise UsageError(f"{record}: {field} cannot be {given[field]}; use one of {', '.join(allowed)}")


def _check_values(new: Record, length: int) -> None:
    if any(not 0 <= start < end <= length for start, end in spans(new)):
        raise UsageError(f"{new.id}: a span is not inside the text; give [start, end) in characters of its {length}")
    low, high = getattr(new, "low", None), getattr(new, "high", None)
    if low is not None and high is not None and low > high:
        raise UsageError(f"{new.id}: low {low:g} is above high {high:g}; swap them")
    for field, most in (("date_prec", 5), ("where_prec", 7)):
        if not 1 <= getattr(new, field, 1) <= most:
            raise UsageError(f"{new.id}: {field} cannot be {getattr(new, field)}; use a code from 1 to {most}")
    edtf = getattr(new, "edtf", None)
    if edtf is not None and (wrong := edtf_flaw(edtf)):
        raise UsageError(f"{new.id}: {edtf} is no EDTF date: {wrong}; write something like 2017-01-24 or 2016-10-17/2017-01-15")
