"""What stands around source and cue: the sentence they close or interrupt, the quotation beside them, the main clause of "as"."""

from functools import cache

from onrecord import lexicon
from onrecord.attribute.clauses import AFTER_MARKS, ASIDE, FINITE
from onrecord.attribute.cues import Cues, stripped
from onrecord.attribute.quotations import Quoted
from onrecord.records import Parse, Span, Token

BEFORE_MARKS = (",", "`", "``", '"', "”", "''", "-", "--", "—", "–", "“", '" ')
OPEN = frozenset(("AUX", "ADP", "SCONJ", "DET"))  # what no clause ends with before a comma and a cue
HEARD = frozenset(("tell", "inform", "ask", "remind", "assure", "warn", "advise"))
HARMED = frozenset(("VBG", "VBD", "VBN"))
JOINTS = frozenset(("and", "but", "while", "whereas"))
WHEN = frozenset(("when", "after", "before", "while", "until", "once", "since"))
ADVERBIAL = frozenset(("while", "although", "though", "because", "since", "unless", "whereas"))
NEAR = 120  # characters between a cue and its quotation


def closes(parse: Parse, verb: Token, subject: Token | None, block: tuple[int, int], clause: Token | None) -> bool:
    """Whether source and cue stand behind a comma: "…, the mayor said.", whether or not the parser saw it."""
    low, high = parse.ranges[verb.sent]
    if block[0] <= low or (clause is None and (subject is None or verb.tag == "VBG")):
        return False
    before = parse[block[0] - 1].text
    between = before == "," and block[1] < high and parse[block[1]].text == ","  # "Hunger, he says, is the danger"
    if clause is None and block[0] - low < 3 and not between:
        return False
    if clause is not None:
        return before != ";"
    if _has_own_object(parse, verb):
        return False
    return before in (",", '"', "”", ",''", "''", "?", "!", "—", "--", "–") and (high - block[1] < 25 or before != "," or between)


def _has_own_object(parse: Parse, verb: Token) -> bool:
    """Whether a verb that is told to nobody has an object after it: "After the raid, the mayor ordered an inquiry"."""
    obj = parse.kid(verb, "dobj")
    told = verb.lemma in HEARD or (obj is not None and (obj.ent in ("DATE", "TIME") or obj.lemma in lexicon.words("people")))
    return obj is not None and obj.i > verb.i and parse[verb.i + 1].text != "," and not told


def around_of(parse: Parse, quoted: Quoted, verb: Token, block: tuple[int, int]) -> tuple[Span, ...] | None:
    """The sentence before source and cue, and what goes on after them: "On Monday, the mayor said, the road was closed"."""
    low, high = parse.ranges[verb.sent]
    first, last = stripped(parse, low, block[0], BEFORE_MARKS)
    if first >= last or _only_dates(parse, verb, first, last):
        return None
    left = parse.span(first, last)
    says = any(t.pos in ("VERB", "AUX") for t in parse.tokens[first:last]) or any(True for _ in quoted.touching(left))
    rest = _rest(parse, block[1], high, parse[last - 1].pos in OPEN, says)
    if rest is None:
        return None if _is_aside(parse, verb, first, last) else (left,)
    return (left, rest)


def _only_dates(parse: Parse, verb: Token, first: int, last: int) -> bool:
    """Whether all that stands before a cue says when: "When officers arrived, they found …"."""
    clause = next((k for k in parse.kids(verb, "advcl") if first <= k.i < last), None)
    if clause is None or parse.subtree(clause) != (first, last):
        return False
    return any(k.lemma.casefold() in WHEN for k in parse.kids(clause, "advmod", "mark"))


def _is_aside(parse: Parse, verb: Token, first: int, last: int) -> bool:
    """Whether the words before a cue only say when or where it was spoken: "Before the vote, the mayor responded to …"."""
    under = [k for k in parse.kids(verb) if first <= k.i < last]
    opens = parse[first].dep in ("prep", "advmod", "mark", "npadvmod", "aux") and bool(under)
    goes_on = any(k.i > verb.i and k.dep not in ("punct", "nsubj", "npadvmod") for k in parse.kids(verb))
    return opens and goes_on and all(_is_adverbial(parse, k) for k in under)


def _is_adverbial(parse: Parse, token: Token) -> bool:
    """Whether a word under a cue opens no sentence of its own: "While the others left, the mayor points to …"."""
    marked = any(k.text.casefold() in ADVERBIAL for k in parse.kids(token, "mark"))
    return token.dep in ASIDE or (token.dep == "ccomp" and marked)


def _rest(parse: Parse, start: int, high: int, is_open: bool, says: bool) -> Span | None:
    """What goes on after a cue set between commas: it has a finite verb, says whom it harmed, or the cue stood inside a phrase.

    Where the words before the cue say nothing by themselves ("In March, he said, the army retook it"), any verb will do: the
    parser may have taken a past tense for a participle.
    """
    if start >= high or parse[start].text not in (",", "—", "--", "–"):
        return None
    first, last = stripped(parse, start, high, AFTER_MARKS)
    goes_on = first + 1 if first + 1 < last and parse[first].text == "and" else first  # "…, police said, and kidnapped four"
    if goes_on < last and parse[goes_on].tag in HARMED and parse[goes_on].lemma in _harming():
        return parse.span(goes_on, last)  # "The army shelled the port, residents said, killing six"
    if is_open and first < last and parse[first].tag != "VBG":
        return parse.span(first, last)  # "It was, he said, a failure"
    if not says and first < last and parse[first].tag in FINITE:
        return parse.span(first, last)  # "The two men, prosecutors say, planned a raid"
    if first >= last or parse[first].tag in ("VBG", "WP", "WDT", "IN", "WRB") or parse[first].dep in ("prep", "advcl", "appos"):
        return None
    tokens = parse.tokens[first:last]
    finite = any(t.tag in FINITE or (t.tag == "VBN" and not says) for t in tokens)
    return parse.span(first, last) if finite and parse[first].text.casefold() not in ("and", "but", "while", "as") else None


@cache
def _harming() -> frozenset[str]:
    """The verbs that say what was done to those counted."""
    return frozenset(row["word"] for row in lexicon.rows("measures") if row["pos"] == "verb" and row["role"] == "patient")


def quotation_beside(parse: Parse, quoted: Quoted, cues: Cues, verb: Token, block: tuple[int, int]) -> Span | None:
    """A quotation right before or after source and cue."""
    sent = parse.sentences[verb.sent].span
    start, end = parse[block[0]].start, parse[block[1] - 1].end
    if quoted.at(verb.start):
        return None
    spans = [q for q in quoted.touching(sent) if q[0] < sent[1] and (q[1] - q[0] > 12 or q[1] <= start)]
    before = [q for q in spans if q[1] <= start and start - q[1] < NEAR and _is_next(parse, q[1], start)]
    after = [q for q in spans if q[0] >= end and q[0] - end < NEAR and not _has_cue_behind(parse, cues, q, end)]
    if before and not (after and ":" in parse.text[end : after[0][0]]):
        return before[-1]
    return after[0] if after else _after_colon(parse, quoted, sent)


def _is_next(parse: Parse, end: int, start: int) -> bool:
    """Whether nothing but what introduces a source stands between a quotation and source and cue: no sentence, no other clause."""
    between = parse.text[end:start]
    if "." in between.strip(' ."”,') or between.strip(" .\"”,'").casefold() in JOINTS:
        return False
    return not any(t.tag in FINITE or t.tag == "VBG" for t in parse.tokens_in((end, start)))


def _has_cue_behind(parse: Parse, cues: Cues, quotation: Span, end: int) -> bool:
    """Whether a quotation ends in a comma before a cue of its own: "…, ” he said"; one right after a cue is that cue's."""
    if parse.text[quotation[1] : quotation[1] + 1] != "," or len(parse.text[end : quotation[0]].strip()) < 4:
        return False
    behind = parse.tokens_in((quotation[1], quotation[1] + 60))
    return any(t.pos == "VERB" and t.lemma in cues.verbs for t in behind)


def _after_colon(parse: Parse, quoted: Quoted, sent: Span) -> Span | None:
    """The quotation that follows a sentence with a colon at its end, on the next line too."""
    if not parse.text[sent[0] : sent[1]].rstrip().endswith(":"):
        return None
    gap = parse.text[sent[1] : sent[1] + 8]
    start = sent[1] + len(gap) - len(gap.lstrip(" \n\r\t\"“'«"))
    return quoted.at(start)


def as_clause(parse: Parse, verb: Token) -> Span | None:
    """ "As the office points out, the road is closed": the main clause."""
    if verb.dep != "advcl" or not any(k.lemma == "as" for k in parse.kids(verb, "mark", "advmod")):
        return None
    low, high = parse.ranges[verb.sent]
    first, last = parse.subtree(verb)
    if first <= low + 2 and last < high - 2:
        return parse.span(*stripped(parse, last, high, AFTER_MARKS))
    return parse.span(*stripped(parse, low, first, BEFORE_MARKS)) if first > low + 2 else None
