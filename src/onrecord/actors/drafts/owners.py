"""Find the body that the people or the paper of a noun phrase belong to."""

from onrecord.actors.drafts.draft import Draft
from onrecord.actors.drafts.kinds import PAPERS, body_noun
from onrecord.records import Parse, Token

PEOPLE_OF = frozenset(
    "member fighter militant gunman terrorist leader soldier cadre guerrilla force unit element troop".split()
)  # nouns that "of" ties to their body


def owner_of(parse: Parse, token: Token, named: dict[int, Draft]) -> int | None:
    """The listed or named body a noun phrase belongs to: "ISIL fighters", "ISIL's leaders", "members of the ELN"."""
    if token.lemma in PAPERS:
        return _author(parse, token, named)
    beside = parse.kids(token, "compound", "nmod", "poss", "amod")
    for kid in sorted(beside, key=lambda k: k.dep == "poss"):  # "Nigeria's Boko Haram fighters" are not Nigeria's
        if kid.i in named and named[kid.i].kind in ("armed_group", "coalition", "state_force", "government"):
            return kid.i
        if kid.dep == "poss" and (kid.tag in ("PRP$", "WP$") or body_noun(kid)):
            return kid.i
    for prep in parse.kids(token, "prep"):
        if prep.lemma in ("of", "from") and token.lemma in PEOPLE_OF:
            target = parse.kid(prep, "pobj")
            if target and (body := _body_of(parse, target, named)) is not None:
                return body
    return None


def _body_of(parse: Parse, token: Token, named: dict[int, Draft]) -> int | None:
    """The named body a noun stands for: itself, or the armed group whose name goes before "gang" or "militia"."""
    if token.i in named:
        return token.i
    before = (kid.i for kid in parse.kids(token, "compound", "nmod") if body_noun(token) and kid.i in named)
    return next((i for i in before if named[i].kind == "armed_group"), None)


def _author(parse: Parse, token: Token, named: dict[int, Draft]) -> int | None:
    """Whose paper it is: "the observatory's report", "a study by Northern Watch", "figures compiled by the office"."""
    for kid in parse.kids(token, "poss", "compound"):
        if kid.i in named or kid.tag == "PRP$":
            return kid.i
    links = [*parse.kids(token, "prep"), *(a for v in parse.kids(token, "acl") for a in parse.kids(v, "agent", "prep"))]
    targets = (parse.kid(link, "pobj") for link in links if link.lemma in ("by", "from"))
    return next((t.i for t in targets if t and (t.i in named or body_noun(t))), None)
