"""What a cue verb reports, by where it stands: a clause after the cue, the sentence around it, a quotation beside it, a phrase."""

from onrecord import lexicon
from onrecord.attribute.cues import Cue, Cues, stripped
from onrecord.attribute.quotations import Quoted
from onrecord.records import Parse, Span, Token

Found = tuple[tuple[Span, ...], str]  # the pieces, and the name of the frame
BEFORE_MARKS = (",", "`", "``", '"', "”", "''", "-", "--", "—", "–", "“", '" ')
AFTER_MARKS = (",", ".", '"', "”", ";", "''", "–", "—", "-", "--")
LEADING = (",", ":", "`", "``", '"', "“", "-", "''", "–", "—", "--")
CLAUSES = frozenset(("clause", "that", "infinitive", "object", "quote"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
SPEAKING = frozenset(("at", "in", "on", "via", "during", "by", "to", "after", "through"))
CONDITIONS = frozenset(("unless", "if", "until", "when", "once", "before", "after", "because", "until"))
OPEN = frozenset(("AUX", "ADP", "SCONJ", "DET"))  # what no clause ends with before a comma and a cue
HEARD = frozenset(("tell", "inform", "ask", "remind", "assure", "warn", "advise"))
TOLLS = frozenset(("number", "toll", "figure", "count", "total", "cost", "estimate"))
TELLING = frozenset(
    ("discuss", "elaborate", "give", "name", "identify", "provide", "speak", "talk", "specify", "apologise", "apologize")
)
ASIDE = frozenset(("advcl", "prep", "npadvmod", "advmod", "punct", "dative", "agent", "tmod"))
JOINTS = frozenset(("and", "but", "while", "whereas"))
NEAR = 120  # characters between a cue and its quotation


def reported(
    parse: Parse, quoted: Quoted, cues: Cues, verb: Token, subject: Token | None, cue: Cue, block: tuple[int, int]
) -> Found | None:
    """The content of a cue verb by the first frame that fits."""
    if "raised" in cue.frames:
        return _raised(parse, verb)
    clause = complement(parse, verb, cue)
    if clause is not None and clause.i > verb.i:
        return (clause_after(parse, cues, verb, clause),), "clause"
    if cue.frames & {"clause", "quote", "paper"}:
        if _closes(parse, verb, subject, block, clause):
            around = _around(parse, quoted, verb, block)
            if around:
                return around, "tail"
        beside = _beside(parse, quoted, cues, verb, block)
        if beside and ("clause" in cue.frames or parse.text[beside[0]].isupper()):  # not "would continue “until the end”"
            return (beside,), "quote"
    if cue.frames & {"clause", "quote"} and (whole := _as_clause(parse, verb)):
        return (whole,), "as"
    return phrase(parse, quoted, cues, verb, cue)


def complement(parse: Parse, verb: Token, cue: Cue) -> Token | None:
    """The clause a cue verb governs, if its frames take it."""
    clauses = parse.kids(verb, "ccomp")
    clause = next((k for k in clauses if k.i > verb.i and "paper" in cue.frames), clauses[0] if clauses else None)
    if clause is None and "clause" in cue.frames:
        clause = next((k for k in parse.kids(verb, "dep", "parataxis") if k.pos in ("VERB", "AUX")), None)
        clause = clause or _after_occasion(parse, verb)
    if clause is None or not cue.frames & CLAUSES:
        return None
    return None if "that" in cue.frames and "clause" not in cue.frames and not _has_that(parse, clause) else clause


def _after_occasion(parse: Parse, verb: Token) -> Token | None:
    """The clause that the tree hung on the time or medium of the speaking: "said at the time that he …", "in a report that it …"."""
    for prep in parse.kids(verb, "prep"):
        target = parse.kid(prep, "pobj") if prep.i > verb.i else None
        clause = parse.kid(target, "acl", "relcl") if target is not None else None
        if clause is not None and target is not None and (target.lemma == "time" or target.lemma in lexicon.words("channels")):
            joint = parse[parse.subtree(clause)[0]]
            if joint.lemma == "that" and joint.dep in ("mark", "advmod") and parse.kid(clause, "nsubj", "nsubjpass"):
                return clause
    return None


def _has_that(parse: Parse, clause: Token) -> bool:
    return any(
        k.lemma in ("that", "whether", "how", "if", "why", "what") for k in parse.kids(clause, "mark", "advmod", "dobj", "nsubj")
    )


def clause_after(parse: Parse, cues: Cues, verb: Token, clause: Token) -> Span:
    """The clause after a cue without its "that", with what continues it, without what belongs to the cue again."""
    first, last = parse.subtree(clause)
    first = max(_subject_start(parse, verb, clause, first), verb.i + 1)
    while first < last - 1 and (
        parse[first].text in LEADING
        or parse[first].dep == "prt"
        or (parse[first].lemma == "that" and _is_joint(parse, parse[first], clause))
    ):
        first += 1
    last = _continued(parse, cues, verb, _mended(parse, verb, first, max(last, first + 1)))
    last = _without_cue(parse, cues, clause, first, last)
    return parse.span(*stripped(parse, first, last, AFTER_MARKS)) if last > first else parse.span(first, first + 1)


def _subject_start(parse: Parse, verb: Token, clause: Token, first: int) -> int:
    """Where a clause begins whose subject the tree took for the cue's object: "He added the rebels plan to burn it"."""
    obj = parse.kid(verb, "dobj")
    lost = obj is not None and clause.tag in FINITE and parse.kid(clause, "nsubj", "nsubjpass", "csubj", "expl", "mark") is None
    return parse.subtree(obj)[0] if obj is not None and lost and verb.i < obj.i and parse.subtree(obj)[1] == first else first


def _is_joint(parse: Parse, that: Token, clause: Token) -> bool:
    """Whether "that" joins a clause rather than stands in it: not the subject of "that has changed"."""
    return that.dep in ("mark", "dobj", "advmod") or (that.dep == "nsubj" and len(parse.kids(clause, "nsubj", "nsubjpass")) > 1)


def _mended(parse: Parse, verb: Token, first: int, last: int) -> int:
    """The end of a clause that the parser broke off: one without a finite verb, or one followed by words that are not the cue's."""
    high = parse.ranges[verb.sent][1]
    if not any(t.tag in FINITE for t in parse.tokens[first:last]) and any(t.tag in FINITE for t in parse.tokens[last:high]):
        return high
    if last >= high:
        return last
    after = parse[last]
    if after.pos in ("PUNCT", "CCONJ", "SPACE", "SYM") or (after.head == verb.i and after.dep in ASIDE):
        return last
    return last if any(t.i == verb.i for t in parse.ancestors(after)) else high


def _continued(parse: Parse, cues: Cues, verb: Token, last: int) -> int:
    """The end of a clause with the clauses after it that the parser hung on the cue: "…, and he had lost the keys"."""
    for kid in parse.kids(verb, "ccomp", "conj"):
        first, end = parse.subtree(kid)
        if first < last or first > last + 3 or kid.lemma in cues.verbs:
            continue
        between = [parse[i].text.casefold() for i in range(last, first)]
        that = parse[first].lemma == "that"
        if kid.dep == "ccomp" or that or (parse.kid(kid, "nsubj", "nsubjpass") and set(between) & {"and", "but", ","}):
            last = end
    return last


def _without_cue(parse: Parse, cues: Cues, clause: Token, first: int, last: int) -> int:
    """The end of a clause before what belongs to the cue: ", adding that …", "and called it …", "on Radio Hill", "by telephone"."""
    for i in range(first + 1, last):
        token = parse[i]
        verb = cues.verbs.get(token.lemma)
        if verb is None or token.pos != "VERB":
            continue
        if token.tag == "VBG" and parse[i - 1].text == "," and token.dep == "advcl" and token.head == clause.i:
            return i - 1
        joined = token.dep == "conj" and token.head == clause.i and token.tag in ("VBD", "VBZ") and clause.lemma not in cues.verbs
        broken = parse[i - 1].text.casefold() in ("and", "but") and parse[i - 2].text in (",", '"', "”", "''")
        if joined and broken and parse.kid(token, "nsubj", "aux") is None:
            return i - 1
    return _without_channel(parse, clause, first, last)


def _without_channel(parse: Parse, clause: Token, first: int, last: int) -> int:
    """The end of a clause before the medium or occasion it was told at."""
    table = lexicon.words("channels")
    for prep in reversed(parse.tokens[first + 3 : last]):
        if prep.dep != "prep" or prep.lemma not in SPEAKING or parse.subtree(prep)[1] < last - 1:
            continue
        target = parse.kid(prep, "pobj")
        if target is not None and target.lemma in table and parse.head(prep).pos in ("VERB", "AUX"):
            return prep.i
    return last


def _closes(parse: Parse, verb: Token, subject: Token | None, block: tuple[int, int], clause: Token | None) -> bool:
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


def _around(parse: Parse, quoted: Quoted, verb: Token, block: tuple[int, int]) -> tuple[Span, ...] | None:
    """The sentence before source and cue, and what goes on after them: "On Monday, the mayor said, the road was closed"."""
    low, high = parse.ranges[verb.sent]
    first, last = stripped(parse, low, block[0], BEFORE_MARKS)
    if first >= last:
        return None
    left = parse.span(first, last)
    says = any(t.pos in ("VERB", "AUX") for t in parse.tokens[first:last]) or any(True for _ in quoted.touching(left))
    rest = _rest(parse, block[1], high, parse[last - 1].pos in OPEN, says)
    if rest is None:
        return None if _is_aside(parse, verb, first, last, says) else (left,)
    return (left, rest)


def _is_aside(parse: Parse, verb: Token, first: int, last: int, says: bool) -> bool:
    """Whether the words before a cue only say when or where it was spoken: "Before the vote, the mayor responded to …"."""
    under = [k for k in parse.kids(verb) if first <= k.i < last]
    opens = parse[first].dep in ("prep", "advmod", "mark", "npadvmod", "aux") and bool(under)
    only = all(k.dep in ASIDE and k.dep != "ccomp" for k in under)
    return opens and only and (not says or bool(parse.kids(verb, "prep", "dobj", "xcomp", "ccomp")[len(under) :]))


def _rest(parse: Parse, start: int, high: int, is_open: bool, says: bool) -> Span | None:
    """What goes on after a cue set between commas: it has a finite verb of its own, or the cue stood inside a phrase.

    Where the words before the cue say nothing by themselves ("In March, he said, the army retook it"), any verb will do: the
    parser may have taken a past tense for a participle.
    """
    if start >= high or parse[start].text not in (",", "—", "--", "–"):
        return None
    first, last = stripped(parse, start, high, AFTER_MARKS)
    if is_open and first < last and parse[first].tag != "VBG":
        return parse.span(first, last)  # "It was, he said, a failure"
    if first >= last or parse[first].tag in ("VBG", "WP", "WDT", "IN", "WRB") or parse[first].dep in ("prep", "advcl", "appos"):
        return None
    tokens = parse.tokens[first:last]
    finite = any(t.tag in FINITE or (t.tag == "VBN" and not says) for t in tokens)
    return parse.span(first, last) if finite and parse[first].text.casefold() not in ("and", "but", "while", "as") else None


def _beside(parse: Parse, quoted: Quoted, cues: Cues, verb: Token, block: tuple[int, int]) -> Span | None:
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


def _as_clause(parse: Parse, verb: Token) -> Span | None:
    """ "As the office points out, the road is closed": the main clause."""
    if verb.dep != "advcl" or not any(k.lemma == "as" for k in parse.kids(verb, "mark", "advmod")):
        return None
    low, high = parse.ranges[verb.sent]
    first, last = parse.subtree(verb)
    if first <= low + 2 and last < high - 2:
        return parse.span(*stripped(parse, last, high, AFTER_MARKS))
    return parse.span(*stripped(parse, low, first, BEFORE_MARKS)) if first > low + 2 else None


def phrase(parse: Parse, quoted: Quoted, cues: Cues, verb: Token, cue: Cue) -> Found | None:
    """Infinitives, objects and the frames of "accuse", "blame", "describe", "call on", "point to"."""
    infinitive, obj = parse.kid(verb, "xcomp"), parse.kid(verb, "dobj")
    end = phrase_end(parse, verb)
    if "infinitive" in cue.frames and infinitive is not None and infinitive.i > verb.i and parse.kid(infinitive, "aux"):
        if parse.kid(infinitive, "auxpass") and infinitive.lemma in ("name", "identify", "quote"):
            return None  # "declined to be named"
        if "speech" in cue.frames and infinitive.lemma not in cues.verbs and infinitive.lemma not in TELLING:
            return None  # "refused to leave" says nothing
        first, last = parse.subtree(infinitive)
        return (parse.span(first, max(last, _condition_end(parse, verb, last))),), "infinitive"
    if "accuse" in cue.frames and obj is not None and (of := _of(parse, verb, obj)) is not None:
        inner = parse.subtree(of)
        whom = parse.span(*stripped(parse, parse.subtree(obj)[0], _bare_end(parse, obj, of), (",",)))
        return (whom, parse.span(inner[0] + 1, inner[1])), "accuse"
    if cue.frames & {"blame", "as", "small"} and obj is not None and obj.i > verb.i:
        name = next(f for f in ("blame", "as", "small") if f in cue.frames)
        if name == "small" and "call" in cue.frames and not _has_predicate(parse, quoted, verb, obj):
            return None
        return (parse.span(max(verb.i + 1, parse.subtree(obj)[0]), _with_participle(parse, verb, end)),), name
    if "small" in cue.frames and (called := parse.kid(verb, "oprd")) is not None and called.i > verb.i:
        return (parse.tree_span(called),), "small"
    if "put" in cue.frames and obj is not None and obj.i > verb.i:
        at = any(k.lemma == "at" and k.i > obj.i for k in (*parse.kids(verb, "prep"), *parse.kids(obj, "prep")))
        return ((parse.span(parse.subtree(obj)[0], end),), "put") if at and obj.lemma in TOLLS else None
    for frame, preps in (("call", ("for", "on", "upon")), ("to", ("to",)), ("on", ("on",)), ("about", ("about", "of"))):
        prep = next((k for k in parse.kids(verb, "prep") if k.lemma in preps and k.i > verb.i), None)
        if frame in cue.frames and prep is not None and prep.i + 1 < end:
            return (parse.span(prep.i + (prep.lemma not in ("on", "upon") or frame != "call"), end),), frame
    if (
        _takes_object(parse, verb, cue)
        and obj is not None
        and obj.i > verb.i
        and obj.pos in ("NOUN", "PROPN", "PRON", "SYM", "NUM", "VERB", "ADJ")
    ):
        return ((parse.span(parse.subtree(obj)[0], end),), "object") if obj.tag != "PRP" else None
    if _takes_object(parse, verb, cue) and infinitive is not None and infinitive.tag == "VBG" and infinitive.i > verb.i:
        return (parse.tree_span(infinitive),), "gerund"
    return None


def _bare_end(parse: Parse, obj: Token, of: Token) -> int:
    """Where the accused end: before the "of" and before what a clause tells of them."""
    return max(obj.i + 1, min([of.i, *(parse.subtree(k)[0] for k in parse.kids(obj, "relcl") if k.i > obj.i)]))


def _takes_object(parse: Parse, verb: Token, cue: Cue) -> bool:
    """Whether a noun phrase can be what a cue reports; of some only with a particle: "ruled out a role", not "ruled the land"."""
    return "object" in cue.frames or ("particle" in cue.frames and parse.kid(verb, "prt") is not None)


def _with_participle(parse: Parse, verb: Token, end: int) -> int:
    """The end of a description with the participle that goes on: "described him as a man in his thirties, wearing a red coat"."""
    kids = (k for k in parse.kids(verb, "advcl") if k.tag == "VBG" and end <= parse.subtree(k)[0] <= end + 1)
    return max([end, *(parse.subtree(k)[1] for k in kids)])


def _has_predicate(parse: Parse, quoted: Quoted, verb: Token, obj: Token) -> bool:
    """Whether somebody is called something: "called it a crime", "called the raid \"cowardly\"", not "called the police"."""
    if parse.kid(verb, "oprd", "ccomp", "acomp", "attr") is not None or parse.kid(obj, "appos") is not None:
        return True
    sent = parse.sentences[verb.sent].span
    return any(q[0] >= verb.end for q in quoted.touching((verb.end, sent[1])))


def _condition_end(parse: Parse, verb: Token, last: int) -> int:
    """The end of "unless …", "if …" after an infinitive, which the parser hangs on the cue."""
    clause = next((k for k in parse.kids(verb, "advcl") if last <= parse.subtree(k)[0] <= last + 1), None)
    marked = clause is not None and any(k.lemma in CONDITIONS for k in parse.kids(clause, "mark", "advmod"))
    return parse.subtree(clause)[1] if clause is not None and marked else last


def _raised(parse: Parse, verb: Token) -> Found | None:
    """The frame of "seem": its subject and what it seems to be; whom it seems so is not said."""
    subject, rest = parse.kid(verb, "nsubj"), parse.kid(verb, "xcomp", "oprd", "acomp", "ccomp")
    if subject is None or rest is None or rest.i < verb.i:
        return None
    said = parse.span(parse.subtree(rest)[0], max(phrase_end(parse, verb), rest.i + 1))
    return ((said,) if subject.lemma == "it" else (parse.tree_span(subject), said)), "raised"


def _of(parse: Parse, verb: Token, obj: Token) -> Token | None:
    """The "of" of an accusation that has words after it."""
    preps = [*parse.kids(verb, "prep"), *parse.kids(obj, "prep")]
    return next((k for k in preps if k.lemma == "of" and parse.subtree(k)[1] > k.i + 1), None)


def phrase_end(parse: Parse, verb: Token) -> int:
    """Index after the last token that depends on a verb before a new clause of its own subject or a participle begins."""
    last = verb.i
    for kid in parse.kids(verb):
        if kid.i < verb.i:
            continue
        if (
            kid.dep in ("advcl", "cc", "conj")
            or kid.lemma == "accord"
            or kid.text.casefold() == "according"
            or (kid.dep == "punct" and kid.text in (";", "."))
        ):
            break
        if kid.dep == "punct":
            continue
        last = max(last, parse.subtree(kid)[1] - 1)
    return last + 1
