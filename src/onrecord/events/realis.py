"""Whether an event happened, is threatened, planned, denied, possible, or told in general."""

from collections.abc import Sequence

from onrecord.events.triggers import Trigger
from onrecord.records import Parse, Statement, Token, covers

AHEAD = frozenset(("will", "shall", "'ll", "’ll"))
MAYBE = frozenset(("may", "might", "could", "would", "can", "should", "must"))
PLANNING = frozenset(
    "plan intend prepare aim order want seek try attempt vow pledge promise threaten hope expect instruct urge call design continue need refuse demand".split()
)
DENYING = frozenset(("deny", "reject", "refute"))


def realis_of(parse: Parse, trigger: Trigger, statements: Sequence[Statement]) -> str:
    """The realis of an event from its clause and from the statement it stands in."""
    for said in statements:
        if any(covers(span, trigger.span) for span in said.content):
            if said.attitude == "threatens":
                return "threatened"
            if said.attitude == "denies":
                return "denied"
    verb = _verb(parse, trigger.token)
    helpers = {k.text.casefold() for k in parse.kids(verb, "aux")}
    if parse.kid(verb, "neg") is not None or any(
        k.text.casefold() in ("no", "never") for k in parse.kids(trigger.token, "det", "neg")
    ):
        return "denied"
    if helpers & AHEAD:
        return "planned"
    if "to" in helpers:
        return _of_infinitive(parse, verb)
    if helpers & MAYBE or any(k.text.casefold() in ("if", "unless", "whether") for k in parse.kids(verb, "mark")):
        return "hypothetical"
    if verb.dep == "pcomp" and parse.head(verb).lemma in ("for", "against", "without", "from") and verb.i == trigger.token.i:
        return "hypothetical" if parse.head(verb).lemma in ("against",) else "actual"
    return "actual"


def _of_infinitive(parse: Parse, verb: Token) -> str:
    """ "to VERB": planned when it is a purpose or hangs on a verb of planning, actual after "begin to", "manage to"."""
    governor = parse.head(verb)
    if governor.lemma in (
        "begin",
        "start",
        "continue",
        "manage",
        "report",
        "say",
        "believe",
        "allege",
        "go",
        "use",
        "have",
        "force",
        "compel",
        "cause",
        "help",
        "seem",
        "end",
        "know",
    ):
        return "actual"
    return "planned"


def _verb(parse: Parse, token: Token) -> Token:
    """The verb of a trigger's clause: itself, or the one its noun is subject or object of."""
    if token.pos in ("VERB", "AUX") or token.head == token.i:
        return token
    governor = parse.head(token)
    if token.dep in ("nsubj", "dobj", "nsubjpass", "attr") and governor.pos in ("VERB", "AUX"):
        return governor
    return token
