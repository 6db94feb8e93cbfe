"""Who a cue verb's speaker is in the sentence, and the words that source and cue take up together."""

from collections.abc import Sequence

from onrecord import lexicon
from onrecord.attribute.papers import authors, is_paper
from onrecord.lexicon.mended import severed_subject
from onrecord.records import Cast, Mention, Parse, Span, Token

NAMING = frozenset(("PROPN", "NOUN", "ADJ", "NUM"))
RELAYS = frozenset(("quote", "cite"))
TIGHT = ("-", "'s", "’s", ".")
LONGEST_NAME = 6  # tokens of a name between commas
LONGEST_SOURCE = 16  # tokens of a source that closes a sentence
NOWHERE = frozenset(("DATE", "TIME", "GPE", "LOC", "FAC", "EVENT"))
ENDING = frozenset(("VBD", "VBN", "VBZ", "VBP"))


def subject_of(parse: Parse, verb: Token) -> Token | None:
    """The subject of a verb: its own, or that of the verb it is coordinated with or continues as a participle."""
    own = whole(parse.kids(verb, "nsubj"), verb)
    if own:
        return antecedent(parse, own)
    if (lost := severed_subject(parse, verb)) is not None:
        return lost
    if verb.dep in ("conj", "advcl", "xcomp", "acl", "pcomp") and verb.head != verb.i:
        governor = parse.head(verb)
        if verb.dep == "pcomp" and governor.head != governor.i:
            governor = parse.head(governor)  # "by threatening to kill them"
            if governor.lemma in RELAYS and (quoted := parse.kid(governor, "dobj", "nsubjpass")) is not None:
                return antecedent(parse, quoted)  # "the paper quoted the mayor as saying"
        if governor.pos in ("VERB", "AUX"):
            own = whole(parse.kids(governor, "nsubj"), governor) or parse.kid(governor, "nsubjpass")
            return antecedent(parse, own) if own else subject_of(parse, governor)
        if verb.dep == "acl" and governor.pos in ("NOUN", "PROPN"):
            return governor
    return None


def relay_of(parse: Parse, verb: Token) -> Token | None:
    """The verb that passes on what another says: "quoted" of "quoted the mayor as saying"."""
    relay = parse.head(parse.head(verb))
    return relay if verb.dep == "pcomp" and relay.lemma in RELAYS else None


def whole(subjects: list[Token], verb: Token) -> Token | None:
    """The subject nearest to its verb; where the parser split a name into several ("al", "-", "Harith") its last part.

    Nearest, because the parser may take a word of the quotation for another subject: "One of the best," the coach said.
    """
    runs: list[Token] = []
    for token in subjects:
        if runs and token.i == runs[-1].i + 1:
            runs[-1] = token
        else:
            runs.append(token)
    return min(runs, key=lambda token: abs(verb.i - token.i), default=None)


def antecedent(parse: Parse, subject: Token) -> Token:
    """The noun a relative pronoun stands for: where a clause of its own lies between them, the one right before its comma."""
    verb = parse.head(subject)
    if subject.tag not in ("WP", "WDT") or verb.dep not in ("relcl", "acl"):
        return subject
    noun = parse.head(verb)
    near = parse[subject.i - 2] if subject.i > 1 and parse[subject.i - 1].text == "," else noun
    far = noun.i < near.i and any(t.tag in ENDING for t in parse.tokens[noun.i : near.i])
    return near if far and subject.lemma == "who" and may_speak(near) else noun


def may_speak(noun: Token) -> bool:
    """Whether a noun is a name, people or a body."""
    named = noun.pos == "PROPN" and noun.ent not in NOWHERE
    return named or noun.lemma in lexicon.words("people") or noun.lemma in lexicon.words("bodies")


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


def is_bare(tokens: Sequence[Token]) -> bool:
    """Whether words hold no clause and no comma of their own."""
    return not any(t.pos in ("VERB", "AUX", "SCONJ") or t.tag in ("WP", "WDT", "WRB") or t.text == "," for t in tokens)


def speaker_of(parse: Parse, cast: Cast, speaker: Token, span: Span | None) -> Mention | None:
    """The mention that a source is: the person its words name ("the minister, General Omar Harith"), else its head noun."""
    if span is None:
        return cast.at(speaker.i)
    inside = [m for m in cast.within(span) if m.actor and m.form in ("name", "acronym", "role", "group")]
    at = cast.at(speaker.i)
    if at is not None and at.actor is not None and at.form == "name" and cast.actor(at.actor).kind == "person":
        return at  # "Omar Haddad, a Taliban spokesman"
    if is_paper(speaker) and (at is None or at.actor is None or cast.actor(at.actor).kind == "unnamed"):
        nouns = authors(parse, speaker)
        writers = (cast.at(noun.i) or next(cast.within(parse.tree_span(noun)), None) for noun in nouns)
        at = next((m for m in writers if m is not None and m.actor), at)
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
    is_person = cast.actor(other.actor).kind == "person"
    if one.actor is not None and one.form == "name" and cast.actor(one.actor).kind == "person":
        return False  # "the Rev. Ana Ruiz, head of the group, the Hill Centre": who has a name is meant
    return one.actor is None or (one.form == "role") == is_person or one.form == "group"
