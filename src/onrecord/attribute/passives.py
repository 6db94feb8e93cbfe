"""Passive cues: "it is believed that …", "X is reported to have …", "X were accused of …", "fighters believed to be …"."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.attribute.claim import Claim
from onrecord.attribute.clauses import clause_after
from onrecord.attribute.cues import Cues
from onrecord.attribute.sources import antecedent, may_speak
from onrecord.records import Parse, Span, Token

GUESSES = frozenset(("believe", "think", "estimate", "suspect", "understand", "consider", "presume"))
PASSIVES = GUESSES | frozenset(
    (
        "say",
        "report",
        "allege",
        "claim",
        "fear",
        "rumour",
        "rumor",
        "accuse",
        "inform",
        "attribute",
        "tell",
        "know",
        "criticise",
        "criticize",
        "describe",
        "blame",
    )
)
TOLD = frozenset(("inform", "tell"))
UNSAID = frozenset(("life", "victim"))  # "the blast claimed three lives" is no statement
FRAMES = {
    "accuse": ("of", "accused"),
    "describe": ("as", "described"),
    "blame": ("on", "blamed"),
    "attribute": ("to", "attributed"),
    "criticise": ("for", "criticised"),
    "criticize": ("for", "criticised"),
}


def passive(parse: Parse, cues: Cues, verb: Token) -> Iterator[Claim]:
    """The claims of a cue verb in the passive."""
    subject = parse.kid(verb, "nsubjpass", "nsubj")
    clause, infinitive = parse.kid(verb, "ccomp"), parse.kid(verb, "xcomp")
    content: tuple[Span, ...] | None = None
    rule = ""
    if clause is not None and clause.i > verb.i and (subject is None or subject.lemma == "it" or verb.lemma in TOLD):
        content, rule = (clause_after(parse, cues, verb, clause),), "it"
    elif infinitive is not None and subject is not None and infinitive.i > verb.i and verb.lemma not in TOLD:
        content, rule = (*_before(parse, verb, subject), parse.tree_span(infinitive)), "raised"
    elif verb.lemma in FRAMES and subject is not None and (verb.lemma != "describe" or agent_of(parse, verb) is not None):
        word, rule = FRAMES[verb.lemma]
        prep = _frame(parse, verb, word)
        content = (*_before(parse, verb, subject), parse.span(prep.i + 1, _frame_end(parse, verb, prep))) if prep else None
    elif subject is not None and subject.lemma not in UNSAID and _is_disputed(cues, verb) and agent_of(parse, verb) is not None:
        content, rule = _before(parse, verb, subject), "by"
    if content is not None:
        claim = _claim(parse, verb, content, rule)
        yield replace(claim, attitude=cues.verbs[verb.lemma].attitude) if rule == "by" else claim


def _frame(parse: Parse, verb: Token, word: str) -> Token | None:
    """The preposition of a passive cue, which the tree may hang on who speaks: "was described by officials as a militant"."""
    agent = agent_of(parse, verb)
    preps = [*parse.kids(verb, "prep", "dative"), *(parse.kids(agent, "prep") if agent is not None else ())]
    return next((k for k in preps if k.lemma == word and parse.subtree(k)[1] > k.i + 1), None)


def _frame_end(parse: Parse, verb: Token, prep: Token) -> int:
    """Where the words of a frame end: before who speaks, whom the tree may hang on them."""
    agent = agent_of(parse, verb)
    return parse.head(agent).i if agent is not None and agent.i > prep.i else parse.subtree(prep)[1]


def participle(parse: Parse, cues: Cues, verb: Token) -> Iterator[Claim]:
    """ "fighters believed to be in the town": the noun and the infinitive; "raids claimed by the group": the noun."""
    infinitive = parse.kid(verb, "xcomp")
    if (claimed := _claimed(parse, cues, verb)) is not None:
        claim = _claim(parse, verb, (parse.noun_phrase(claimed),), "by")
        yield replace(claim, attitude=cues.verbs[verb.lemma].attitude)
    if verb.dep == "acl" and verb.tag == "VBN" and _is_disputed(cues, verb) and agent_of(parse, verb) is not None:
        noun = parse.noun_phrase(parse.head(verb), stop=lambda t: t.dep in ("acl", "relcl"))
        claim = _claim(parse, verb, (noun,), "by")
        yield replace(claim, attitude=cues.verbs[verb.lemma].attitude)
    if verb.dep == "acl" and verb.tag == "VBN" and infinitive is not None and infinitive.i > verb.i and verb.lemma in PASSIVES:
        noun = parse.noun_phrase(parse.head(verb))
        yield _claim(parse, verb, (noun, parse.tree_span(infinitive)), "participle")


def _claimed(parse: Parse, cues: Cues, verb: Token) -> Token | None:
    """What is claimed in an aside that the tree took for the sentence: "Two raids, also claimed by the group, killed nine"."""
    subject = parse.kid(verb, "nsubj")
    by = any(k.lemma == "by" for k in parse.kids(verb, "agent"))
    if subject is None or subject.i > verb.i or not by or verb.tag not in ("VBN", "VBD") or parse.kid(verb, "aux") is not None:
        return None
    between = any(t.text == "," for t in parse.tokens[subject.i : verb.i])
    return subject if between and _is_disputed(cues, verb) else None


def _is_disputed(cues: Cues, verb: Token) -> bool:
    """Whether a cue takes a noun phrase that its speaker may answer: "the claim was denied by the army"."""
    return {"object", "passive"} <= cues.verbs[verb.lemma].frames


def agent_of(parse: Parse, verb: Token) -> Token | None:
    """Who is named with "by", which the tree may hang on those a deed is laid to: "was blamed on the rebels by the mayor"."""
    laid = (t for k in parse.kids(verb, "prep", "dative") for t in parse.kids(k, "pobj") if may_speak(t))
    under = (verb, *laid) if verb.lemma in FRAMES else (verb,)
    return next((parse.kid(k, "pobj") for t in under for k in parse.kids(t, "agent", "prep") if k.lemma == "by"), None)


def _before(parse: Parse, verb: Token, subject: Token) -> tuple[Span, ...]:
    """The subject of a passive cue with the time or place that opens its sentence; in a relative clause the noun it hangs on."""
    token = antecedent(parse, subject)
    if token.i != subject.i:
        return (parse.noun_phrase(token),)
    opens = [k.i for k in parse.kids(verb, "prep", "npadvmod") if k.i < subject.i and verb.dep == "ROOT"]
    first, last = parse.subtree(subject)
    last = min([last, *(k.i for k in (verb, *parse.kids(verb, "aux", "auxpass")) if k.i > subject.i)])
    return (parse.span(min([first, *(parse.subtree(parse[i])[0] for i in opens)]), last),)


def _claim(parse: Parse, verb: Token, content: tuple[Span, ...], rule: str) -> Claim:
    counted = any(t.pos == "NUM" for span in content for t in parse.tokens_in(span))
    attitude = (
        "estimates" if verb.lemma == "estimate" or (verb.lemma in GUESSES and (counted or rule != "participle")) else "asserts"
    )
    cue = passive_cue(parse, verb)
    return Claim(cue, content, f"attribute.passive.{rule}", attitude, agent_of(parse, verb), verb, cue)


def passive_cue(parse: Parse, verb: Token) -> Span:
    """A cue in the passive with its auxiliaries: "has been put"."""
    return parse.span(min([verb.i, *(k.i for k in parse.kids(verb, "aux", "auxpass"))]), verb.i + 1)
