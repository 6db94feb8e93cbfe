"""Papers that speak for those who wrote them: "a statement by the army", "police records", "put out a video saying that …"."""

from onrecord import lexicon
from onrecord.records import Parse, Token

ISSUED = frozenset("issue release publish post send write circulate distribute hand drop broadcast air put upload".split())
MADE = frozenset("issue release publish post send write circulate distribute broadcast air obtain upload sign carry read".split())


def is_paper(noun: Token | None) -> bool:
    """Whether a noun is a paper or record rather than people, a body or a pronoun."""
    if noun is None or noun.pos != "NOUN":
        return False
    channel, row = noun.lemma in lexicon.words("channels"), lexicon.index("people").get(noun.lemma)
    person = (row is not None and not (channel and row["kind"] == "unnamed")) or noun.lemma in lexicon.words("bodies")
    return not person and (channel or noun.lemma in lexicon.words("papers"))


def issued_by(parse: Parse, paper: Token) -> Token | None:
    """The verb that sends a paper out, for the paper whose clause tells what it says: "released a statement saying …"."""
    verb = parse.head(paper)
    if paper.dep == "nsubj" and verb.dep == "advcl" and verb.tag == "VBG":
        verb = parse.head(verb)  # "handed out leaflets warning …", where the tree has the leaflets do it
    elif paper.dep != "dobj":
        return None
    return verb if verb.lemma in ISSUED and verb.i < paper.i else None


def authors(parse: Parse, paper: Token) -> list[Token]:
    """The nouns that may be those whose paper it is, nearest first: its owner, who it is by or from, the site it stands on."""
    out = parse.kids(paper, "poss")
    for prep in parse.kids(paper, "prep", "agent"):
        target = parse.kid(prep, "pobj")
        if target is not None and prep.lemma in ("by", "from"):
            out.append(target)
        elif target is not None and prep.lemma in ("on", "in"):
            out += parse.kids(target, "poss")
    for clause in parse.kids(paper, "acl"):
        by = next((k for k in parse.kids(clause, "agent") if k.lemma == "by"), None)
        target = parse.kid(by, "pobj") if by is not None and clause.lemma in MADE else None
        out += [target] if target is not None else []
    return out + parse.kids(paper, "compound")
