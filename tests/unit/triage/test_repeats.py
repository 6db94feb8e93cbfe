"""Repeats: the same, a copy that was cut or framed, an update; never another story."""

import pytest

from onrecord.triage import repeat_of, runs, sketch

STORY = " ".join(
    f"On day {n} the column of guards number {n * 7} left the {n}th village and went on to the bridge." for n in range(12)
)
OTHER = " ".join(f"The harvest of field {n} gave {n * 3} sacks, said the owner of barn number {n}, a farmer." for n in range(12))
FIRST_HALF = STORY[: len(STORY) // 2]


@pytest.mark.parametrize(
    ("later", "kind"),
    [
        (STORY, "exact"),
        (STORY.upper(), "exact"),
        (FIRST_HALF, "copy"),
        (f"A heading of the paper's own\n\n{STORY}", "copy"),
        (f"{STORY} {OTHER}", "update"),
        (OTHER, None),
        ("Too short to tell.", None),
    ],
)
def test_kinds_of_repeats(later: str, kind: str | None) -> None:
    """What a later text is to the first one."""
    found = repeat_of(runs(STORY), runs(later))
    assert (found.kind if found else None) == kind


def test_a_sketch_finds_what_is_alike() -> None:
    """Copies share keys, other stories none; a short text has no key."""
    assert set(sketch(runs(STORY))) & set(sketch(runs(FIRST_HALF)))
    assert not set(sketch(runs(STORY))) & set(sketch(runs(OTHER)))
    assert sketch(runs("Too short to tell.")) == ()
