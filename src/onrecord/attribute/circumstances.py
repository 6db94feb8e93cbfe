"""How, where, when and to whom a statement was made."""

import re
from collections.abc import Sequence

from onrecord import lexicon
from onrecord.attribute.channels import is_channel
from onrecord.attribute.claim import Claim
from onrecord.attribute.cues import negation
from onrecord.attribute.objects import asked_of
from onrecord.attribute.papers import ISSUED, is_paper
from onrecord.attribute.quotations import Quoted, is_name
from onrecord.lexicon.denials import is_telling, is_untrue
from onrecord.records import Parse, Span, Time, Token, overlap

AHEAD = frozenset(("will", "'ll", "’ll", "might", "may", "could"))
OUGHT = frozenset(("must", "should", "need", "ought"))
PERHAPS = frozenset(("could", "may", "might"))
GUESSED = frozenset(("believe", "think", "suspect"))  # over a number they estimate
IT = frozenset(("it", "this", "that", "these", "those", "they"))
SELVES = frozenset(("we", "i", "they", "he", "she", "it"))
TERMS = frozenset(("if", "unless", "until"))
VIOLENT = frozenset(
    "killing execution attack bombing shelling airstrike abduction destruction assassination torture suicide_bombing".split()
)
WHEN = frozenset(("DATE", "TIME"))
CHECKING = frozenset("verify confirm corroborate authenticate comment".split())
SPOKEN = ("attribute.verb", "attribute.quotation")
SPOKEN_TO = frozenset(("tell", "inform", "urge", "order", "instruct", "advise", "ask", "warn"))


def mode_of(text: str, quoted: Quoted, content: Sequence[Span]) -> str:
    """direct when all words are quoted, mixed when some are, else indirect."""
    total = sum(b - a for a, b in content)
    inside = sum(overlap(q, span) for span in content for q in quoted.touching(span) if _is_wording(text[q[0] : q[1]].split()))
    if inside >= 0.9 * total:
        return "direct"
    return "mixed" if inside else "indirect"


def _is_wording(words: Sequence[str]) -> bool:
    """Whether quoted words are somebody's wording rather than a name or one word in inverted commas."""
    return len(words) > 1 and not is_name(words)


def attitude_of(parse: Parse, claim: Claim) -> str:
    """The attitude the cue gives; a plain cue over a clause that looks ahead predicts, over one of duty urges."""
    if claim.rule in ("attribute.release", "attribute.verb.small", "attribute.verb.as"):
        return "asserts"
    if claim.attitude != "asserts" or not claim.content or not claim.rule.startswith(SPOKEN):
        return claim.attitude
    verb = _main_verb(parse, claim.content[0])
    if verb is not None and is_untrue(parse, verb) and _is_of_claims(parse, verb):
        return "denies"
    if verb is not None and _commands(parse, verb, claim):
        return "urges"
    helpers = {k.text.casefold() for k in parse.kids(verb, "aux")} if verb else set()
    subject = parse.kid(verb, "nsubj") if verb else None
    guessed = claim.verb is not None and claim.verb.lemma in GUESSED
    if (guessed or helpers & PERHAPS) and any(t.pos == "NUM" for t in parse.tokens_in(claim.content[0])):
        return "estimates"
    if "have" in helpers:
        helpers = set()  # "he might have killed more": nothing to come
    if verb is not None and helpers & {*AHEAD, "would"} and _menaces(parse, verb):
        return "threatens"
    negated = verb is not None and negation(parse, verb) is not None
    if subject is not None and subject.pos == "PRON" and _is_unable(parse, verb, negated):
        return "declines"
    if helpers & AHEAD and not (negated and "could" in helpers):
        return "predicts"
    if helpers & OUGHT:
        return "urges"
    if "would" in helpers and subject is not None and subject.text.casefold() in ("they", "he", "she", "it", "we"):
        return "promises"
    return claim.attitude


def _commands(parse: Parse, verb: Token, claim: Claim) -> bool:
    """Whether what is said is an order: "Stay at home," the mayor said."""
    bare = verb.tag == "VB" and parse.kid(verb, "nsubj", "nsubjpass", "aux", "mark", "expl") is None
    return bare and verb.start == claim.content[0][0] and verb.lemma not in ("thank", "let")


def _menaces(parse: Parse, verb: Token) -> bool:
    """Whether speakers say what violence they will do unless they are heeded: "if they come, we will kill the captives"."""
    row = lexicon.index("triggers").get(verb.lemma)
    speakers = any(k.text.casefold() in SELVES for k in parse.kids(verb, "nsubj"))
    clauses = (verb, *parse.kids(verb, "advcl"))
    terms = any(k.lemma.casefold() in TERMS for c in clauses for k in parse.kids(c, "mark", "advmod"))
    return speakers and terms and row is not None and row["type"] in VIOLENT


def _is_of_claims(parse: Parse, verb: Token) -> bool:
    """Whether a predicate is said of something told: "the claims are false", "it is not true that …", "this is a lie"."""
    subject = parse.kid(verb, "nsubj", "csubj")
    return subject is not None and (is_telling(subject) or subject.dep == "csubj" or subject.lemma in IT)


def _is_unable(parse: Parse, verb: Token | None, negated: bool) -> bool:
    """Whether a clause says that its speaker cannot or will not tell: "it could not verify the claim", "it was unable to confirm it"."""
    unable = parse.kid(verb, "acomp") if verb is not None else None
    if unable is not None and unable.lemma == "unable":
        verb, negated = parse.kid(unable, "xcomp"), True
    return negated and verb is not None and verb.lemma in CHECKING


def _main_verb(parse: Parse, span: Span) -> Token | None:
    """The verb that governs a span."""
    tokens = parse.tokens_in(span)
    inside = {t.i for t in tokens}
    for token in tokens:
        if token.pos in ("VERB", "AUX") and (token.head not in inside or token.head == token.i):
            return token
    return None


def _own(parse: Parse, claim: Claim, deps: tuple[str, ...]) -> list[Token]:
    """Dependents of the cue verb that are no part of what is said."""
    if claim.verb is None:
        return []
    return [k for k in parse.kids(claim.verb, *deps) if not any(a <= k.start < b for a, b in claim.content)]


def channel_of(parse: Parse, claim: Claim) -> str | None:
    """The occasion or medium: "at a press conference", "by telephone", in the report's words without the preposition."""
    table = lexicon.words("channels")
    if claim.verb is not None and claim.verb.lemma == "tell":
        for obj in _own(parse, claim, ("dobj", "dative")):
            if obj.lemma in table and obj.pos != "PROPN":
                return _words(parse, obj)
    paper = _paper(parse, claim)
    if paper is not None and paper.lemma in table:
        return _words(parse, paper)
    end = claim.content[-1][1]
    behind = [t for t in parse.tokens_in((end, end + 2)) if is_channel(parse, t)]  # the tree may hang it on what is said
    own = sorted(_own(parse, claim, ("prep", "agent")), key=lambda k: claim.verb is not None and k.i < claim.verb.i)
    for prep in (*own, *behind):
        if prep.lemma in ("at", "in", "by", "on", "via", "through", "during", "to"):
            target = parse.kid(prep, "pobj")
            if target is not None and target.lemma in table:
                by = "by " if prep.lemma == "by" else ""  # "by telephone", but "a press conference"
                return by + _words(parse, target)
    return None


def _paper(parse: Parse, claim: Claim) -> Token | None:
    """The paper through which somebody speaks: "issued a statement, saying …", "issued a statement that said …"."""
    verb = claim.verb
    if verb is None:
        return None
    above, own = parse.head(verb), parse.kid(verb, "nsubj")
    if verb.tag == "VBG" and verb.dep == "advcl" and above.lemma in ISSUED and own is None:
        return parse.kid(above, "dobj")
    paper = above if verb.dep in ("acl", "relcl") else own
    return paper if paper is not None and claim.speaker is not None and paper.i != claim.speaker.i and is_paper(paper) else None


def _words(parse: Parse, token: Token) -> str:
    span = parse.noun_phrase(token, stop=lambda t: t.lemma in ("on", "that", "to") or _is_when(parse, t))
    return re.sub(r"\s+", " ", parse.text[span[0] : span[1]])


def _is_when(parse: Parse, prep: Token) -> bool:
    """Whether a preposition tells when, and not what: "a letter of May 4", "a news conference in mid-May"."""
    target = parse.kid(prep, "pobj") if prep.dep == "prep" and prep.lemma in ("in", "at", "of") else None
    return target is not None and target.ent in WHEN


def addressee_of(parse: Parse, claim: Claim) -> str | None:
    """Whom it was told, in the report's words."""
    if claim.verb is None:
        return None
    if claim.rule == "attribute.verb.call" and (asked := asked_of(parse, claim.verb)) is not None:
        return _words(parse, asked[0])
    if claim.verb.lemma in SPOKEN_TO:
        for obj in (k for k in _own(parse, claim, ("dobj", "dative", "iobj")) if k != claim.speaker):  # "asked the nurse"
            if obj.pos == "PROPN" or (obj.lemma not in lexicon.words("channels") and obj.pos == "NOUN"):
                return _words(parse, obj)
    for prep in _own(parse, claim, ("prep", "dative")):
        target = parse.kid(prep, "pobj")
        said = target is not None and any(overlap(target.span, span) for span in claim.content)  # "was attributed to the rebels"
        if prep.lemma == "to" and target is not None and target.pos in ("NOUN", "PROPN") and not said:
            return _words(parse, target)
    return None


def said_at(parse: Parse, times: Sequence[Time], claim: Claim) -> str | None:
    """The time that dates the speaking: one in the cue's sentence that what is said does not hold."""
    sent = parse.sentence_at(claim.cue[0])
    if sent is None or claim.verb is None:
        return None
    start, end = parse.sentences[sent].span
    for time in times:
        if start <= time.span[0] and time.span[1] <= end and not any(overlap(time.span, span) for span in claim.content):
            governors = {t.i for t in parse.ancestors(parse[parse.index_at(time.span[1] - 1)])}
            if claim.verb.i in governors or abs(time.span[0] - claim.cue[1]) < 60:
                return time.id
    return None
