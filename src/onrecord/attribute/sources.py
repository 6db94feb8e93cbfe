"""Who a cue verb's speaker is in the sentence, and the words that source and cue take up together."""

from onrecord.records import Cast, Mention, Parse, Span, Token

NAMING = frozenset(("PROPN", "NOUN", "ADJ", "NUM"))
TIGHT = ("-", "'s", "’s", ".")
LONGEST_NAME = 6  # tokens of a name between commas


def subject_of(parse: Parse, verb: Token) -> Token | None:
    """The subject of a verb: its own, or that of the verb it is coordinated with or continues as a participle."""
    own = whole(parse.kids(verb, "nsubj"))
    if own:
        return antecedent(parse, own)
    if verb.dep in ("conj", "advcl", "xcomp", "acl", "pcomp") and verb.head != verb.i:
        governor = parse.head(verb)
        if verb.dep == "pcomp" and governor.head != governor.i:
            governor = parse.head(governor)  # "by threatening to kill them"
        if governor.pos in ("VERB", "AUX"):
            own = whole(parse.kids(governor, "nsubj")) or parse.kid(governor, "nsubjpass")
            return antecedent(parse, own) if own else subject_of(parse, governor)
        if verb.dep == "acl" and governor.pos in ("NOUN", "PROPN"):
            return governor
    return None


def whole(subjects: list[Token]) -> Token | None:
    """The first subject; where the parser split a name into several ("al", "-", "Harith") its last part."""
    last = None
    for token in subjects:
        if last is not None and token.i != last.i + 1:
            break
        last = token
    return last


def antecedent(parse: Parse, subject: Token) -> Token:
    """The noun a relative pronoun stands for."""
    if subject.tag in ("WP", "WDT"):
        verb = parse.head(subject)
        if verb.dep in ("relcl", "acl"):
            return parse.head(verb)
    return subject


def block(parse: Parse, verb: Token, subject: Token | None) -> tuple[int, int]:
    """The range of tokens that source and cue take up, whichever comes first: "al-Harith later said", "said Eva, a nurse"."""
    first = min([verb.i, *(k.i for k in parse.kids(verb, "aux", "auxpass", "neg", "advmod") if verb.i - 4 < k.i < verb.i)])
    last = max([verb.i, *(k.i for k in parse.kids(verb, "prt") if k.i < verb.i + 3)]) + 1
    if subject is None or subject.sent != verb.sent:
        return first, last
    if subject.i > verb.i:
        return first, max(last, parse.subtree(subject)[1])
    low = parse.ranges[verb.sent][0]
    start = parse.subtree(subject)[0]
    start = start if start > low else subject.i
    return _name_start(parse, min(first, start), low), last


def _name_start(parse: Parse, first: int, low: int) -> int:
    """Where a name begins that the parser cut: "al" of "al-Harith", "Lt" and "Col" of "Lt. Col. Harith"."""
    while first > low + 1:
        before = parse[first - 1]
        glued = before.end == parse[first].start and (before.text in TIGHT or parse[first].text in TIGHT or before.pos == "PROPN")
        if not glued and not (before.pos == "PROPN" and parse[first].pos == "PROPN"):
            break
        first -= 1
    return first


def named_before(parse: Parse, verb: Token) -> Token | None:
    """The name that closes a sentence with an apposition the parser lost: "…, Eva Roth, head of the clinic, told Radio Hill"."""
    low = parse.ranges[verb.sent][0]
    commas = [i for i in range(max(low, verb.i - 40), verb.i) if parse[i].text == ","][-3:]
    if len(commas) < 3 or commas[-1] != verb.i - 1:
        return None
    name = parse.tokens[commas[0] + 1 : commas[1]]
    about = parse.tokens[commas[1] + 1 : commas[2]]
    if not 0 < len(name) <= LONGEST_NAME or any(t.pos in ("VERB", "AUX") for t in (*name, *about)) or not about:
        return None
    proper = all(t.pos == "PROPN" or t.text in TIGHT or t.text[:1].isupper() or t.text in ("al", "bin", "de", "la") for t in name)
    return name[-1] if proper and name[-1].text[:1].isupper() else None


def speaker_of(parse: Parse, cast: Cast, speaker: Token, span: Span | None) -> Mention | None:
    """The mention that a source is: the person its words name ("the minister, General Omar Harith"), else its head noun."""
    if span is None:
        return cast.at(speaker.i)
    inside = [m for m in cast.within(span) if m.actor and m.form in ("name", "acronym", "role", "group")]
    at = cast.at(speaker.i)
    beside = next((m for m in inside if m.form in ("name", "acronym") and _is_beside(parse, speaker, m)), None)
    if beside is not None and beside.actor and (at is None or _same_kind(cast, at, beside)):
        return beside
    return at or (inside[0] if inside and not parse.kid(speaker, "poss") else None)


def _is_beside(parse: Parse, speaker: Token, mention: Mention) -> bool:
    """Whether a name stands beside the speaker's noun rather than under a preposition or a possessive of it."""
    head = parse[mention.head]
    if head.i <= speaker.i:
        return False
    while head.i != speaker.i and head.head != head.i:
        if head.dep in ("poss", "pobj", "pcomp", "relcl", "acl", "conj"):
            return False
        head = parse.head(head)
    return head.i == speaker.i or parse.text[parse[speaker.i].end : mention.span[0]].strip() in (",", "")


def _same_kind(cast: Cast, one: Mention, other: Mention) -> bool:
    """Whether a role can be the one named: a role a person, "the group" a body."""
    if other.actor is None:
        return False
    return one.actor is None or (one.form == "role") == (cast.actor(other.actor).kind == "person") or one.form == "group"
