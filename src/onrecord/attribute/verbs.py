"""Claims that a verb makes: "X said that …", "…, said X", "X denied …", "X threatened to …", "…, he said, adding that …"."""

from collections.abc import Iterator

from onrecord import lexicon
from onrecord.attribute.apart import outer_subject
from onrecord.attribute.around import HEARD
from onrecord.attribute.claim import Claim
from onrecord.attribute.cues import Cue, Cues, cue_span, evasion, helpers, negation
from onrecord.attribute.inverted import inverted
from onrecord.attribute.lost import lost_source
from onrecord.attribute.papers import is_paper, issued_by
from onrecord.attribute.passives import PASSIVES, UNSAID, participle, passive
from onrecord.attribute.quotations import Quoted
from onrecord.attribute.reported import reported
from onrecord.attribute.sources import block, may_speak, relay_of, subject_of
from onrecord.records import Parse, Span, Token

FIRST_PERSON = frozenset(("i", "we", "us", "me"))
SPEAKERS_NOT = frozenset(("who", "which", "that", "it", "this", "these", "there", "what", "you"))
NOBODY = frozenset(("nobody", "none", "nothing"))
SILENT = frozenset(("say", "comment", "confirm", "tell"))
UNCHECKED = frozenset(("specify", "verify"))
WISHES = frozenset(("asks", "urges", "threatens", "promises", "declines"))
UNMADE = frozenset(("tell", "warn", "expect", "plan", "intend", "want", "schedule", "prepare"))
ABLE = frozenset(("hard", "difficult", "easy", "able", "unable", "possible", "impossible", "likely", "unlikely"))
JUDGING = frozenset("attribute condemn denounce criticise criticize praise deplore decry rebuke hail applaud commend".split())
UNREAL = frozenset(("could", "might", "may", "should", "must", "can"))


def verb_claims(parse: Parse, quoted: Quoted, cues: Cues, first_person: bool = False) -> Iterator[Claim]:
    """The claims of all cue verbs, in the order of the text; "I said" and "we believe" only when asked for."""
    for token in parse:
        cue = cues.verb(token)
        if cue is None or not _is_verb(parse, token) or _is_label(parse, token) or _is_wished(parse, cues, token):
            continue
        if parse.kid(token, "auxpass"):
            if token.lemma in PASSIVES or "passive" in cue.frames:
                yield from passive(parse, cues, token)
            continue
        yield from participle(parse, cues, token)
        claim = _active(parse, quoted, cues, token, cue, first_person)
        if claim is not None:
            yield claim


def _is_verb(parse: Parse, token: Token) -> bool:
    """Whether the tagger takes a word for a verb, or for a noun that governs like one; not the second half of "self-proclaimed"."""
    if token.i and parse[token.i - 1].text == "-" and parse[token.i - 1].end == token.start:
        return False
    return token.tag.startswith("VB") or (token.pos == "NOUN" and token.tag != "NN" and parse.kid(token, "nsubj") is not None)


def _is_label(parse: Parse, token: Token) -> bool:
    """Whether a word is a heading on its line: "RULING: …"."""
    opens = parse.ranges[token.sent][0] == token.i
    return opens and parse.text[token.end : token.end + 2].lstrip()[:1] == ":" and parse.kid(token, "nsubj") is None


def _is_wished(parse: Parse, cues: Cues, verb: Token) -> bool:
    """Whether a cue is only what is wanted, refused or to come: "asked residents to report any fire", "threatened to dismiss the court"."""
    if verb.tag != "VB" or not any(k.lemma == "to" for k in parse.kids(verb, "aux")):
        return False
    while verb.dep == "conj" and verb.head != verb.i:
        verb = parse.head(verb)  # "to stay calm and to report any fire"
    above = next(parse.ancestors(verb), None)
    if above is not None and any(t.lemma in ABLE for t in (above, *parse.kids(above, "acomp"))):
        return True  # "hard to verify all reports"
    while above is not None and above.head != above.i and (above.pos not in ("VERB", "AUX") or _only_serves(parse, cues, above)):
        above = parse.head(above)
    cue = cues.verb(above) if above is not None else None
    return above is not None and (above.lemma in UNMADE or (cue is not None and cue.attitude in WISHES))


def _only_serves(parse: Parse, cues: Cues, verb: Token) -> bool:
    """Whether a verb that is no cue is itself wanted by one above it: "offered to take samples and run tests to confirm it"."""
    wanted = verb.dep == "conj" or (verb.dep == "xcomp" and any(k.lemma == "to" for k in parse.kids(verb, "aux")))
    return wanted and cues.verb(verb) is None


def _active(parse: Parse, quoted: Quoted, cues: Cues, verb: Token, cue: Cue, first_person: bool) -> Claim | None:
    if verb.tag == "VBN" and not parse.kid(verb, "nsubj", "aux") and (verb.dep == "advcl" or _only_names(verb, cue)):
        return None  # "Asked about the raid, she said …", "a base called Hill 4"
    if verb.lemma == "declare" and any(t.lemma in ("dead", "deceased") for t in parse.tokens[verb.i + 1 : verb.i + 4]):
        return None  # "declared him dead at the scene"
    if verb.lemma == "deny" and parse.head(parse.head(verb)).lemma in ("refuse", "decline") and verb.dep == "conj":
        return None  # "refused to confirm or deny" is one statement
    if not quoted.at(verb.start) and (late := inverted(parse, verb, cue)) is not None:
        return late
    subject = outer_subject(parse, cues, verb) or subject_of(parse, verb)
    if subject is not None and quoted.at(subject.start) and not quoted.at(verb.start):
        subject = _reporting_subject(parse, quoted, verb)
    if subject is not None and subject.pos == "PRON" and subject.text.casefold() in FIRST_PERSON and not first_person:
        return None  # a pronoun, not the US
    lost = lost_source(parse, verb, subject) if "clause" in cue.frames else None
    subject = lost[1] if lost is not None else subject
    taken = block(parse, verb, subject)
    taken = (lost[0], taken[1]) if lost is not None else taken
    found = reported(parse, quoted, cues, verb, subject, cue, taken)
    if found is None and (relay := relay_of(parse, verb)) is not None:
        taken = (block(parse, relay, subject_of(parse, relay))[0], verb.i + 1)
        found = reported(parse, quoted, cues, relay, subject, cue, taken)  # "…, the agency quoted the mayor as saying"
    if found is None or not _may_speak(parse, verb, subject, found[1], cue):
        return None
    content, rule = found
    if rule == "raised":
        subject = None
    attitude = (
        "urges" if rule in ("infinitive", "against") and verb.lemma in HEARD else _attitude(parse, verb, cue)
    )  # "warned to leave"
    if attitude == "denies":
        content = tuple(_without_aside(parse, span) for span in content)
    words = evasion(parse, verb) or cue_span(parse, verb)
    clause = parse.span(*taken) if rule in ("tail", "quote") else words
    return Claim(words, content, f"attribute.verb.{rule}", attitude, _writer(parse, subject), verb, clause)


def _writer(parse: Parse, subject: Token | None) -> Token | None:
    """Who speaks: of a paper that somebody puts out, that somebody."""
    issuing = issued_by(parse, subject) if subject is not None and is_paper(subject) else None
    return (subject_of(parse, issuing) if issuing is not None else None) or subject


def _without_aside(parse: Parse, span: Span) -> Span:
    """What is denied, without what is told of it beside: "denied bombing the port, a raid which medics said killed six"."""
    for token in parse.tokens_in(span):
        first, last = parse.subtree(token)
        told = token.dep == "appos" and parse.kid(token, "relcl") is not None and parse[first - 1].text in (",", "—", "–")
        if told and span[0] < parse[first - 1].start and parse[last - 1].end >= span[1]:
            return (span[0], parse[first - 2].end)
    return span


def _only_names(verb: Token, cue: Cue) -> bool:
    """Whether a participle after its noun only gives it a name or a character: "a base called Hill 4"."""
    return verb.dep == "acl" and bool(cue.frames & {"small", "as"})


def _reporting_subject(parse: Parse, quoted: Quoted, verb: Token) -> Token | None:
    """Who speaks a participle that the tree hung on a verb inside a quotation: the mayor of the mayor said, "We won", adding …"."""
    outside = (t for t in parse.ancestors(verb) if t.pos in ("VERB", "AUX") and not quoted.at(t.start))
    return next((subject for t in outside if (subject := subject_of(parse, t)) is not None), None)


def _attitude(parse: Parse, verb: Token, cue: Cue) -> str:
    """The attitude of the table; a negated cue declines ("did not say") or denies ("does not believe")."""
    if negation(parse, verb) is None or not cue.frames & {"clause", "that"} or verb.lemma == "deny":
        return "declines" if evasion(parse, verb) else cue.attitude
    return "declines" if verb.lemma in SILENT | UNCHECKED else "denies"


def _may_object(parse: Parse, verb: Token, subject: Token, cue: Cue) -> bool:
    """Whether a cue over a noun phrase is a statement: not "it reported", "that claimed", "does not report"."""
    obj = parse.kid(verb, "dobj")
    if (negation(parse, verb) is not None and verb.lemma not in SILENT) or (obj is not None and obj.lemma in UNSAID):
        return False
    if "main" in cue.frames and verb.dep == "ccomp" and verb.head < verb.i:
        return False  # "he said medical workers had counted nine dead" is one statement
    pointed = verb.lemma == "claim" and obj is not None and obj.lemma in {"responsibility", *lexicon.index("triggers")}
    pointed = pointed or cue.attitude != "asserts" or verb.lemma in JUDGING
    thing = verb.lemma == "claim" and subject.pos == "NOUN" and not (may_speak(subject) or is_paper(subject))
    if thing or subject.lemma in SPEAKERS_NOT:
        return pointed and (thing or subject.lemma in ("it", "who", "which"))  # not "the storm claimed the bridge"
    return True


def _may_speak(parse: Parse, verb: Token, subject: Token | None, rule: str, cue: Cue) -> bool:
    """Whether the subject can be a speaker in this frame."""
    if subject is None:
        return rule == "quote"
    if any(k.lemma in ("no", "neither") for k in parse.kids(subject, "det", "preconj")) or subject.lemma in NOBODY:
        return False  # "no group claimed responsibility"
    if rule in ("object", "gerund") and not _may_object(parse, verb, subject, cue):
        return False
    if helpers(parse, verb) & UNREAL and negation(parse, verb) is None:
        return rule in ("tail", "quote", "as")
    return "paper" not in cue.frames or subject.pos == "PROPN" or subject.ent != "" or subject.lemma in lexicon.words("papers")
