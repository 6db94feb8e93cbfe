"""The JSON of a coding holds the fixed fields of the manual's section 2, and nothing a JSON reader would refuse."""

import json

import onrecord
from onrecord.export.manual import to_json

FIELDS = {
    "report": "id title outlet byline section published language text furniture",
    "actors": "id name kind mentions",
    "places": "id name mentions lat lon where_prec",
    "times": "id span edtf date_prec",
    "statements": "id source source_span cue content mode attitude channel addressee said via",
    "figures": "id span low high bound measure whom whom_span status time place statement part_of cumulative event",
    "events": "id type trigger by to time place realis statement figures instrument",
}
TEXT = "Gunmen killed at least four guards in Baghdad on Friday, police said.\ud800"


def test_every_fixed_field_is_there() -> None:
    """Each record carries every field of the manual, null where there is nothing, and its rule."""
    coding = json.loads(to_json(onrecord.code(TEXT)))
    assert set(FIELDS["report"].split()) <= set(coding["report"])
    for kind, names in FIELDS.items():
        if kind != "report":
            assert coding[kind], f"the example has no {kind}"
            for record in coding[kind]:
                assert set(names.split()) | {"rule"} <= set(record)


def test_a_broken_character_keeps_the_offsets() -> None:
    """A lone surrogate is written as U+FFFD: one code point for one."""
    text = json.loads(to_json(onrecord.code(TEXT)))["report"]["text"]
    assert text == TEXT.replace("\ud800", "\ufffd")
