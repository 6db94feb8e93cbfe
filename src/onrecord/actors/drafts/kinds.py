"""Tell the kind of actor that a common noun stands for."""

from onrecord import lexicon
from onrecord.actors.names import fold
from onrecord.actors.nations import plain_demonyms
from onrecord.records import Parse, Token

PAPERS = frozenset(("letter", "report", "study", "investigation", "document", "communique", "figure", "survey", "statement"))
WINGS = frozenset(("wing", "arm", "branch", "affiliate", "faction"))  # nouns for a body that is part of another
TRADERS = frozenset(
    "retailer investor owner maker carmaker automaker supplier lender insurer publisher manufacturer developer producer operator"
    " exporter importer distributor provider builder shareholder sponsor brewer".split()
)  # words for a firm as much as for a person
FACILITIES = frozenset("center centre hospital university church company mission station channel post office press times".split())


def person_noun(token: Token) -> str | None:
    """Kind of actor a noun stands for, None when it is no noun for people."""
    if token.pos not in ("NOUN", "PROPN"):
        return None
    if token.tag in ("NNS", "NNPS") and fold(token.text).rstrip("s") in plain_demonyms():
        return "civilians"
    people, word = lexicon.index("people"), token.text.casefold()
    row = people.get(token.lemma) or people.get(word) or (people.get(word.removesuffix("s")) if token.tag == "NNPS" else None)
    return row["kind"] if row else None


def body_noun(token: Token) -> str | None:
    """Kind of actor a noun for a body stands for."""
    if token.pos not in ("NOUN", "PROPN"):
        return None
    if token.text == "force" and token.dep in ("dobj", "pobj", "conj"):
        return None  # "excessive force", "by force"
    if token.pos == "NOUN" and token.lemma in FACILITIES:
        return None  # "a detention centre" is a place; "the Northern Relief Centre" a body
    row = lexicon.index("bodies").get(token.text.casefold()) or lexicon.index("bodies").get(token.lemma)
    return row["kind"] if row else None


def paired_noun(parse: Parse, token: Token) -> str | None:
    """Kind of actor that a noun stands for together with what is before it: "armed men", "anti-government forces"."""
    if token.i == 0 or parse[token.i - 1].sent != token.sent:
        return None
    if token.text in ("forces", "fighters") and _is_against(parse, token.i - 1):
        return "armed_group"
    before = parse[token.i - 1].text
    for table in ("bodies", "people"):
        rows = lexicon.index(table)
        row = rows.get(f"{before} {token.text}".casefold()) or rows.get(f"{before} {token.lemma}".casefold())
        if row is not None:
            return row["kind"]
    return None


def _is_against(parse: Parse, i: int) -> bool:
    """Whether a word tells whom somebody fights: "anti-government forces"."""
    whole = parse[i].text.casefold().startswith("anti-")
    return whole or (i > 1 and parse[i - 1].text == "-" and parse[i - 2].text.casefold() == "anti")
