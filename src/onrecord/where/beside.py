"""What stands right beside a name: a noun that tells its kind, an apposition, a verb that takes places."""

from onrecord.records import Parse, Span, Token
from onrecord.where.around import DIRECTIONS, LONGEST, head_of, preposition
from onrecord.where.names import titles
from onrecord.where.nouns import kinds, noun_kind

LOCALITIES = frozenset("community commune locality".split())  # name a place only before "of": "the community of Nakheel"
OPENS_APPOSITION = frozenset((",", "–", "—", "--", "("))
ARTICLES = frozenset(("a", "an", "the", "another"))
PARTS = frozenset(("area", "side", "zone", "block"))
LEADING = frozenset(("rue", "calle", "avenida", "boulevard", "avenue", "plaza", "piazza", "universidad", "camp"))
LOCAL = frozenset(("edge", "outskirt", "outskirts", "siege", "north", "south", "east", "west", "centre", "center", "heart", "mayor", "governor",
                   "resident", "residents", "people", "battle", "fall", "capture", "recapture", "liberation", "streets", "rest", "part", "parts",
                   "port", "capital", "side", "bombardment", "siege", "control", "suburb", "suburbs", "inhabitant", "native"))  # fmt: skip
NOT_LED = frozenset(("nsubj", "poss", "compound", "amod", "nmod"))
BESIEGING = frozenset("besiege shell bombard storm overrun retake recapture encircle".split())
MESSAGES = frozenset("question demand request message call letter complaint email criticism insult abuse".split())
TAKING = frozenset(("flee", "leave", "enter", "capture", "retake", "recapture", "seize", "besiege", "reach", "hold", "liberate", "storm", "attack",
                    "bomb", "shell", "hit", "overrun", "encircle", "surround", "clear", "control", "defend", "occupy", "visit", "bombard"))  # fmt: skip


def with_noun(parse: Parse, first: int, last: int) -> tuple[Span, str, int]:
    """The span with a place noun behind or before it, the noun's kind, and where the name ends."""
    span = parse.span(first, last)
    inner = noun_kind(parse[last - 1])
    if not inner and parse[first].text.casefold() in LEADING:
        inner = kinds()[parse[first].text.casefold()]
    if inner and last - first > 1:
        return span, inner, span[1]
    sent_end = parse.ranges[parse[first].sent][1]
    for k in range(last, min(last + 3, sent_end)):
        kind = noun_kind(parse[k])
        many = parse[k].tag in ("NNS", "NNPS")
        if kind and parse[k].pos in ("NOUN", "PROPN") and parse[k].dep != "compound" and (not many or kind == "division"):
            return (span[0], parse[k].end), kind, span[1] if kind == "town" or many else parse[k].end
        if parse[k].pos not in ("NOUN", "PROPN", "ADJ"):
            break
    begin = parse.ranges[parse[first].sent][0]
    if first - 2 >= begin and parse[first - 1].lemma == "of" and (kind := _kind_before(parse, parse[first - 2])):
        return (parse[first - 2].start, span[1]), kind, span[1]
    if first > begin and noun_kind(parse[first - 1]) == "town" and first <= parse[first - 1].head < last:
        return (parse[first - 1].start, span[1]), "town", span[1]  # "at village Nakheel"
    return span, _shared_noun(parse, last, sent_end), span[1]


def _kind_before(parse: Parse, noun: Token) -> str:
    """The kind that a noun before "of" gives; "areas of", "the east side of", "a suburb of" a town are the town.

    So is what a noun with a name of its own lies in: "the Nakheel district of Mosul".
    """
    if noun.lemma in LOCALITIES and noun.tag == "NN" and any(k.lemma == "the" for k in parse.kids(noun, "det")):
        people = any(t.tag == "NNPS" or t.ent == "NORP" for t in parse.tokens[noun.i + 2 : noun.i + 3])
        return "" if people else "town"  # "the community of Muslims"
    if noun.lemma == "block" and parse.kid(noun, "nummod") is not None:
        return "spot"  # "the 200 block of Nakheel Drive"
    if noun.tag == "NNS" or noun.lemma in PARTS:
        return ""
    before = parse[noun.i - 1] if noun.i and parse[noun.i - 1].sent == noun.sent else noun
    named = before.i != noun.i and before.text[:1].isupper() and before.pos == "PROPN"
    loose = any(k.lemma == "a" for k in parse.kids(noun, "det"))
    return "" if named or loose else noun_kind(noun)


def apposed(parse: Parse, last: int) -> str:
    """The kind of place that an apposition behind a name tells: "Tamourt, a rebel-held village near Gao"."""
    end = parse.ranges[parse[last - 1].sent][1]
    if last + 2 >= end or parse[last].text not in OPENS_APPOSITION or parse[last + 1].lemma not in ARTICLES:
        return ""
    for k in range(last + 2, min(last + 2 + LONGEST, end)):
        kind = noun_kind(parse[k]) if parse[k].pos == "NOUN" and parse[k].dep != "compound" else ""
        if kind:
            return kind if k + 1 == end or parse[k + 1].pos not in ("NOUN", "PROPN", "PART") else ""
        if parse[k].pos not in ("ADJ", "NOUN", "PROPN", "ADV", "NUM", "VERB") and parse[k].text != "-":
            return ""
    return ""


def _shared_noun(parse: Parse, last: int, end: int) -> str:
    """The kind of a plural noun behind a list ("Nineveh and Diyala provinces")."""
    if last >= end or parse[last].text not in (",", "and"):
        return ""
    for k in range(last, min(last + 3 * LONGEST, end)):
        token = parse[k]
        if noun_kind(token) == "division" and token.text.casefold().endswith("s"):
            return "division"
        if not (token.pos == "PROPN" or token.text in (",", "and", "-")):
            return ""
    return ""


def with_directions(parse: Parse, first: int, span: Span) -> Span:
    """The span with "western", "the centre of" before it."""
    i = parse.index_at(span[0]) - 1
    while i >= 0 and parse[i].text.casefold() in DIRECTIONS and parse[i].end + 1 >= span[0] - 1:
        span = (parse[i].start, span[1])
        i -= 1
    return (min(span[0], parse[first].start), span[1])


def is_taken(parse: Parse, first: int, last: int) -> bool:
    """Whether a verb takes it for a place ("fled Nakheel") or somebody holds it ("rebel-held Nakheel")."""
    head = parse[head_of(parse, first, last)]
    if first > 1 and parse[first - 1].text in ("held", "controlled", "run", "besieged") and parse[first - 2].text == "-":
        return True
    if first > 1 and parse[first - 1].lemma == "of" and parse[first - 2].lemma in LOCAL:
        return True
    return head.dep in ("dobj", "nsubjpass") and parse.head(head).lemma in TAKING


def is_besieged(parse: Parse, first: int, last: int) -> bool:
    """Whether a verb has a name for its object that takes places alone, or nearly so: "shelled Nakheel", "stormed Nakheel".

    Not so who has a title ("besieged General Sall"), or who is only asked: "bombarded Omar Sall with questions".
    """
    head = parse[head_of(parse, first, last)]
    verb = parse.head(head)
    titled = parse[first].text.casefold() in titles() or (first > 0 and parse[first - 1].text.casefold() in titles())
    if head.dep not in ("dobj", "nsubjpass") or verb.lemma not in BESIEGING or titled:
        return False
    means = (t for k in parse.kids(verb, "prep") if k.lemma == "with" for t in parse.kids(k, "pobj"))
    return not any(t.lemma in MESSAGES for t in means)


def is_led(parse: Parse, first: int, last: int) -> bool:
    """Whether a name can be what a preposition leads to: it is no subject, and qualifies no noun that is not a place's."""
    head = parse[head_of(parse, first, last)]
    apart = last < len(parse) and parse[last].text == "," and preposition(parse, first) != ""  # "Near Nakheel, one raid killed …"
    return head.dep not in NOT_LED or apart or (head.dep in ("compound", "amod") and bool(noun_kind(parse.head(head))))
