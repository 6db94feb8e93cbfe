"""Times counted from a happening that the text dates beside it: "two days after the truce of 3 May"."""

import re
from dataclasses import replace

from onrecord.when.chain import counted
from onrecord.when.modify import Found

NOUN = r"(?!(?:and|or|but|of|on|in|at|who|which|that|when|while|as|he|she|it|they|was|were|had|has|is|are)\b)[\w'’-]+"
DETERMINED = r"\s+(?:the|an?|this|that|his|her|its|their|last|[\w-]+['’]s)"
BETWEEN = re.compile(rf"\s+|(?:{DETERMINED}\s+(?:{NOUN}\s+){{0,4}}?{NOUN}\s+)(?:of|on|in|from)\s+|{DETERMINED}\s+", re.IGNORECASE)
LEAD = re.compile(r"(?:on|in)\s+", re.IGNORECASE)
REACH = 80  # characters between the count and the date


def after_dated(text: str, before: Found, dated: Found) -> Found | None:
    """A count of days before or after something with the value that the date of that thing gives it; None where it has none.

    The words between are those of the thing alone ("a week after the ceasefire on 3 May", "two days before Monday's vote");
    "more than a week after" fixes no day.
    """
    core, start = before.core, dated.value.edtf
    if core.rule != "days_after" or core.count is None or "bound" in core.parts or start is None or "/" in start:
        return None
    lead = LEAD.match(text, dated.core.span[0])  # "on" may be of the time: "a day after the raid on Tuesday"
    begin = lead.end() if lead else dated.core.span[0]
    if begin - core.span[1] > REACH or not BETWEEN.fullmatch(text, core.span[1], begin):
        return None
    sign = -1 if core.word("way") == "before" else 1
    made = counted(start, sign * core.count, core.unit)
    return replace(before, core=replace(core, rule="days_after.dated"), value=made) if made.edtf else None
