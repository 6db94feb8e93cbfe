"""People fetched, saved or dismissed in the words of violence: "picked up the survivors", "slashed 400 workers"."""

from onrecord.records import Parse, Token

SAVED = frozenset(
    "survivor migrant refugee passenger sailor fisherman crew casualty victim castaway evacuee comrade colleague swimmer hiker".split()
)
HURT = frozenset("wounded wound injured injure".split())
FETCHED_FROM = frozenset("school nursery airport station kindergarten sea water".split())
JAILED = frozenset("prisoner defendant convict inmate accused suspect".split())
ERRANDS = frozenset("run trip ride drive journey holiday outing lesson".split())
FIRMS = frozenset(
    "firm company bank retailer carmaker airline employer manufacturer operator chain group government ministry".split()
)
STAFF = frozenset("worker employee staff staffer job post position manager executive soldier officer".split())
ROLLS = frozenset("payroll workforce staff budget list rolls register".split())
FETCHING = frozenset(("pick", "carry"))
SHEDDING = frozenset(("axe", "slash", "cut"))


def is_errand(parse: Parse, verb: Token, target: Token | None, doers: tuple[Token, ...]) -> bool:
    """Whether people are fetched, saved, led back to a cell or struck off a list, and not seized, hurt or killed."""
    words = target.lemma if target is not None else ""
    if verb.lemma in FETCHING:
        hurt = target is not None and any(k.lemma in HURT for k in parse.kids(target, "amod"))
        return words in SAVED or hurt or _stands(parse, verb, "from", FETCHED_FROM)
    if verb.lemma == "lead":
        return words in JAILED
    if verb.lemma in SHEDDING:
        fired = words in STAFF and any(t.lemma in FIRMS or t.ent == "ORG" for t in doers)
        return fired or _stands(parse, verb, "from", ROLLS)
    return _stands(parse, verb, "for", ERRANDS)


def _stands(parse: Parse, verb: Token, prep: str, words: frozenset[str]) -> bool:
    """Whether one of these words stands after a preposition in the clause of a verb."""
    under = parse.tokens[verb.i + 1 : parse.subtree(verb)[1]]
    return any(t.lemma in words and t.dep == "pobj" and parse.head(t).lemma == prep for t in under)
