"""Draft the mentions that are names: listed bodies, states that act, titled persons, unlisted names."""

from dataclasses import replace

from onrecord import lexicon
from onrecord.actors.drafts.acting import acts
from onrecord.actors.drafts.draft import ARTICLES, Draft
from onrecord.actors.drafts.kinds import body_noun, person_noun
from onrecord.actors.drafts.unlisted import head_of, kind_of_run, speaks
from onrecord.actors.names import bodies, fold
from onrecord.actors.nations import demonyms, nations, states
from onrecord.actors.runs import runs
from onrecord.records import Parse, Span, Spread, Token

GROUP_NOUNS = frozenset("movement group gang militia brigade brigades front army battalion".split())
SPOTS = frozenset("street road avenue square lane park bridge town city county valley bay river island".split())
TRADES = frozenset(
    "businessman businesswoman engineer congressman congresswoman rancher industrialist journalist lawyer policeman trader"
    " shopkeeper driver farmer peasant fisherman labourer".split()
)


def named_drafts(parse: Parse, located: Spread[Span]) -> list[Draft]:
    """The drafts of names; a run that says nothing of itself is one when the text uses the same name plainly elsewhere."""
    found: list[Draft] = []
    unsure: list[tuple[int, int]] = []
    for first, last in runs(parse):
        made = name_drafts(parse, first, last, located)
        found += made
        if not made:
            unsure.append((first, last))
    kinds = {fold(d.name): d for d in found}
    kinds |= {key: d for d in found if d.kind == "armed_group" and (key := _without_noun(d))}
    kinds |= {fold(d.name).split()[-1]: d for d in found if d.kind == "person" and " " in d.name}
    for first, last in unsure:
        words = parse.text[parse[first].start : parse[last - 1].end]
        like = kinds.get(fold(words))
        if like and (like.kind == "armed_group" or not located.holding((parse[first].start, parse[first].start + 1))):
            span, head = parse.span(first, last), head_of(parse, first, last)
            found.append(Draft(span, head, "name", words, like.kind, "actors.name.again", like.key, like.country))
    return [_as_armed(parse, draft) for draft in found]


def _as_armed(parse: Parse, draft: Draft) -> Draft:
    """A body named before a noun for armed people is an armed group: "Black Hill" in "Black Hill militia"."""
    after = parse.index_at(draft.span[1] - 1) + 1
    noun = parse[after] if after < len(parse) else parse[draft.head]
    beside = noun.text.islower() and noun.sent == parse[draft.head].sent and parse[draft.head].dep == "compound"
    armed = draft.kind == "ngo" and beside and "armed_group" in (person_noun(noun), body_noun(noun))
    return replace(draft, kind="armed_group", rule="actors.name.armed") if armed else draft


def _without_noun(draft: Draft) -> str:
    """A group's name without the noun it ends in: "black hill" of "Black Hill movement"; "" when it ends in none."""
    first, _, last = fold(draft.name).rpartition(" ")
    spot = first.rpartition(" ")[2] in SPOTS  # the street that the "Hill Street Gang" is called after is a street
    return first if last in GROUP_NOUNS and " " in first and not spot else ""


def name_drafts(parse: Parse, first: int, last: int, located: Spread[Span]) -> list[Draft]:
    """The drafts of one run of name words (none when it is a place, a day or a bare nationality)."""
    words = parse.text[parse[first].start : parse[last - 1].end]
    known = bodies().get(fold(words))
    head = head_of(parse, first, last)
    if known:
        return [_known(parse, first, last, head, words)]
    if last - first == 1 and (of := _nation_of(parse[first])) and acts(parse, parse[first]):
        return [Draft(parse.span(first, last), head, "name", of, "government", "actors.name.nation", country=states()[fold(of)])]
    first, start, titled = _after_titles(parse, first, last)
    if start == last - 1 and (titled or _stands_alone(parse, first, last)) and _is_role(parse, first, start):
        return []  # "the Foreign Secretary": a role without a name, read as a noun phrase
    span = parse.span(first, last)
    if titled and parse[start].text.casefold() not in lexicon.words("bodies"):
        name = parse.text[parse[start].start : parse[last - 1].end]
        return [Draft(span, head, "name", name, "person", "actors.name.title")]
    kind, rule = kind_of_run(parse, first, last)
    spoken = rule == "actors.name.apposition" and speaks(parse, parse[head])
    if kind is None or (not spoken and _is_located(span, located, kind, rule)):
        return []
    if kind == "person":
        return [Draft(span, head, "name", _without_nation(parse, start, last, titled), kind, rule)]
    country = next((demonyms()[w] for i in range(first, last) if (w := fold(parse[i].text)) in demonyms()), None)
    return [Draft(span, head, "name", words, kind, rule, country=country, plural=parse[last - 1].tag in ("NNPS", "NNS"))]


def _after_titles(parse: Parse, first: int, last: int) -> tuple[int, int, bool]:
    """Where a name with its titles starts, where it starts without them, and whether it has any."""
    while first > 0 and _is_title(parse, first - 1, first):
        first -= 1
    start = first
    while start < last - 1 and (_is_title_word(parse[start]) or _is_trade(parse, start, last) or _is_hyphen(parse, start)):
        start += 1
    return first, start, start > first


def _is_hyphen(parse: Parse, i: int) -> bool:
    """Whether a hyphen ties two titles: "Lieutenant-Colonel"."""
    return parse[i].text == "-" and i > 0 and _is_title_word(parse[i - 1]) and _is_title_word(parse[i + 1])


def _is_title_word(token: Token) -> bool:
    return token.text.casefold() in lexicon.words("titles")


def _is_role(parse: Parse, first: int, start: int) -> bool:
    """Whether the last word of a run is a title or, behind an article or an owner, a noun for a person: "the Special Representative"."""
    owned = first > 0 and parse[first - 1].tag in ("DT", "POS", "PRP$")
    return _is_title_word(parse[start]) or (owned and person_noun(parse[start]) is not None)


def _is_trade(parse: Parse, start: int, last: int) -> bool:
    """Whether a person's trade stands before the name as a title does: "Businessman Juan Perez", no "Farmers Union"."""
    return parse[start].text.casefold() in TRADES and body_noun(parse[last - 1]) is None


def _stands_alone(parse: Parse, first: int, last: int) -> bool:
    """Whether a noun for a person stands after an article, with no name: "the President"."""
    articled = first > 0 and parse[first - 1].text.casefold() in ("the", "a", "an")
    return last - first == 1 and articled and person_noun(parse[first]) is not None


def _without_nation(parse: Parse, start: int, last: int, titled: bool) -> str:
    """The words of a person's name without nationalities before them: "Omar Haddad" in "Iraqi Omar Haddad"."""
    while not titled and start < last - 1 and fold(parse[start].text) in demonyms():
        start += 1
    return parse.text[parse[start].start : parse[last - 1].end]


def _nation_of(token: Token) -> str | None:
    """The country whose forces an adjective means: "Ruritanian airstrikes"."""
    return nations().get(fold(token.text)) if token.dep == "amod" else None


def _is_title(parse: Parse, i: int, after: int) -> bool:
    """Whether the token before a name is a title the tagger took for no name: "Col. Rashed"."""
    token = parse[i]
    if token.text == "." and i > 0 and parse[i - 1].end == token.start:
        return token.end + 1 == parse[after].start and _is_title(parse, i - 1, i)
    listed = token.text[:1].isupper() and _is_title_word(token)
    return listed and token.sent == parse[after].sent and token.end + (parse[after].text != ".") == parse[after].start


def _known(parse: Parse, first: int, last: int, head: int, words: str) -> Draft:
    body = bodies()[fold(words)]
    form = "acronym" if words.isupper() and len(words) < 7 else "name"
    return Draft(
        parse.span(first, last),
        head,
        form,
        ARTICLES.sub("", words),
        body.kind,
        "actors.name.listed",
        fold(body.name),
        body.country,
    )


def _is_located(span: Span, located: Spread[Span], kind: str, rule: str) -> bool:
    """Whether a run is (part of) a place the text names: then it is no actor unless it is a body's name."""
    return (kind in ("person", "government") or rule == "actors.name.organisation") and bool(located.holding(span))
