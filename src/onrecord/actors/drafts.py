"""Drafts of mentions: what stands where, before it is known who is who."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from onrecord import lexicon
from onrecord.actors.names import bodies, fold, runs
from onrecord.records import Parse, Place, Span, Spread, Token

PERSON_PRONOUNS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
GROUP_PRONOUNS = frozenset(("they", "them", "their", "theirs", "themselves"))
THING_PRONOUNS = frozenset(("it", "its", "itself"))
RELATIVES = frozenset(("who", "which", "that", "whom", "whose"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "agent", "csubj"))
ARTICLES = re.compile(r"^(?:the|a|an|one|another|its|his|her|their|our|this|these|those|that)\s+", re.IGNORECASE)
PAPERS = frozenset(("letter", "report", "study", "investigation", "document", "communique", "figure", "survey", "statement"))
FACILITIES = frozenset(
    (
        "center",
        "centre",
        "hospital",
        "university",
        "church",
        "company",
        "mission",
        "station",
        "channel",
        "post",
        "office",
        "press",
        "times",
    )
)
GROUP_NOUNS = frozenset("movement group gang militia brigade brigades front army battalion".split())
OWNERS = frozenset(("coalition", "government", "regime", "rebel", "insurgent", "militant", "army", "military", "police"))
SPEECH = frozenset(
    (
        "say",
        "tell",
        "add",
        "note",
        "state",
        "report",
        "announce",
        "claim",
        "warn",
        "explain",
        "confirm",
        "deny",
        "insist",
        "argue",
    )
)
OWNED = frozenset(
    "strike airstrike attack raid operation bombardment warplane jet plane aircraft drone helicopter artillery shelling".split()
)
MALE = frozenset(("man", "boy", "husband", "son", "brother", "father", "spokesman", "king", "gunman", "policeman", "serviceman"))
FEMALE = frozenset(("woman", "girl", "wife", "daughter", "sister", "mother", "spokeswoman", "queen", "policewoman", "nun"))


@dataclass(frozen=True, slots=True)
class Draft:
    """A noun phrase or pronoun that may refer to an actor.

    `name` is the phrase without article and titles; `key` the folded name of a listed body; `plural` and `sex` say which
    pronouns fit; `anchor` is the index of a token whose actor this mention shares ("ISIL" in "ISIL fighters").
    """

    span: Span
    head: int
    form: str
    name: str
    kind: str
    rule: str
    key: str | None = None
    country: str | None = None
    plural: bool = False
    sex: str = ""
    anchor: int | None = None
    definite: bool = False


@cache
def demonyms() -> dict[str, str]:
    """ISO codes by folded country name, alias and demonym."""
    out: dict[str, str] = {}
    for row in lexicon.rows("countries"):
        for cell in (row["name"], row["aliases"], row["demonyms"]):
            for word in filter(None, cell.split("|")):
                out.setdefault(fold(word), row["alpha2"])
    return out


@cache
def plain_demonyms() -> frozenset[str]:
    """Folded demonyms without a plural "s": "iraqi", "american"."""
    cells = (row["demonyms"] for row in lexicon.rows("countries"))
    return frozenset(fold(word).rstrip("s") for cell in cells for word in cell.split("|") if word)


@cache
def states() -> dict[str, str]:
    """ISO codes by folded country name and alias: those that can act as a government."""
    out: dict[str, str] = {}
    for row in lexicon.rows("countries"):
        if row["alpha2"]:
            for word in lexicon.names_of(row):
                out.setdefault(fold(word), row["alpha2"])
    return out


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
    """Kind of actor that a noun stands for together with the word before it: "armed men", "a monitoring group"."""
    if token.i == 0 or parse[token.i - 1].sent != token.sent:
        return None
    before = parse[token.i - 1].text
    for table in ("bodies", "people"):
        rows = lexicon.index(table)
        row = rows.get(f"{before} {token.text}".casefold()) or rows.get(f"{before} {token.lemma}".casefold())
        if row is not None:
            return row["kind"]
    return None


def drafts(parse: Parse, places: Sequence[Place]) -> list[Draft]:
    """All drafts of a text in order: names, nouns for people and bodies, pronouns."""
    located = Spread({span for place in places for span in place.mentions}, lambda span: (span,))
    named = [_as_armed(parse, d) for d in _names(parse, located)]
    taken = {d.head for d in named}
    inside = {i for d in named for i in range(parse.index_at(d.span[0]), parse.index_at(d.span[1] - 1) + 1)}
    by_head = {d.head: d for d in named}
    nouns = [d for t in parse if t.i not in taken and (d := noun_draft(parse, t, by_head, inside))]
    pronouns = [d for t in parse if t.i not in taken and (d := pronoun_draft(parse, t))]
    return sorted([*named, *nouns, *pronouns], key=lambda d: d.head)


def _as_armed(parse: Parse, draft: Draft) -> Draft:
    """A body named before a noun for armed people is an armed group: "Black Hill" in "Black Hill militia"."""
    after = parse.index_at(draft.span[1] - 1) + 1
    noun = parse[after] if after < len(parse) else parse[draft.head]
    beside = noun.text.islower() and noun.sent == parse[draft.head].sent and parse[draft.head].dep == "compound"
    armed = draft.kind == "ngo" and beside and "armed_group" in (person_noun(noun), body_noun(noun))
    return replace(draft, kind="armed_group", rule="actors.name.armed") if armed else draft


def _names(parse: Parse, located: Spread[Span]) -> list[Draft]:
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
    return found


def _without_noun(draft: Draft) -> str:
    """A group's name without the noun it ends in: "black hill" of "Black Hill movement"; "" when it ends in none."""
    first, _, last = fold(draft.name).rpartition(" ")
    return first if last in GROUP_NOUNS and " " in first else ""


def head_of(parse: Parse, first: int, last: int) -> int:
    """The token of a range that governs the others: the last one whose governor lies outside."""
    outside = [i for i in range(first, last) if not first <= parse[i].head < last or parse[i].head == i]
    nouns = [i for i in outside if parse[i].pos in ("PROPN", "NOUN", "ADJ", "NUM", "X")]
    return (nouns or outside or [last - 1])[-1]


def name_drafts(parse: Parse, first: int, last: int, located: Spread[Span]) -> list[Draft]:
    """The drafts of one run of name words (none when it is a place, a day or a bare nationality)."""
    words = parse.text[parse[first].start : parse[last - 1].end]
    known = bodies().get(fold(words))
    head = head_of(parse, first, last)
    if known:
        return [_known(parse, first, last, head, words)]
    if last - first == 1 and (of := _nation_of(parse[first])) and acts(parse, parse[first]):
        return [Draft(parse.span(first, last), head, "name", of, "government", "actors.name.nation", country=states()[fold(of)])]
    start, kind, rule = first, None, ""
    while first > 0 and _is_title(parse, first - 1, first):
        first -= 1
    while start < last - 1 and parse[start].text.casefold() in lexicon.words("titles"):
        start += 1
    titled = start > first
    alone = (
        last - first == 1 and first > 0 and parse[first - 1].text.casefold() in ("the", "a", "an") and person_noun(parse[first])
    )
    if (titled or alone) and start == last - 1 and parse[start].text.casefold() in lexicon.words("titles"):
        return []  # "the Foreign Secretary": a role without a name, read as a noun phrase
    while not titled and start < last - 1 and fold(parse[start].text) in demonyms():
        start += 1  # "Russian Defence Ministry" keeps its nationality below
    name = parse.text[parse[start].start : parse[last - 1].end]
    span = parse.span(first, last)
    if titled and parse[start].text.casefold() not in lexicon.words("bodies"):
        return [Draft(span, head, "name", name, "person", "actors.name.title")]
    kind, rule = kind_of_run(parse, first, last)
    if kind is None or _is_located(span, located, kind, rule):
        return []
    if kind == "person":
        return [Draft(span, head, "name", name, kind, rule)]
    country = next((demonyms()[w] for i in range(first, last) if (w := fold(parse[i].text)) in demonyms()), None)
    return [Draft(span, head, "name", words, kind, rule, country=country, plural=parse[last - 1].tag in ("NNPS", "NNS"))]


def _nation_of(token: Token) -> str | None:
    """The country whose forces an adjective means: "Ruritanian airstrikes"."""
    return nations().get(fold(token.text)) if token.dep == "amod" else None


@cache
def nations() -> dict[str, str]:
    """Names of states by folded demonym."""
    rows = [row for row in lexicon.rows("countries") if row["alpha2"]]
    return {fold(word): row["name"] for row in rows for word in row["demonyms"].split("|") if word}


def _is_title(parse: Parse, i: int, after: int) -> bool:
    """Whether the token before a name is a title the tagger took for no name: "Col. Rashed"."""
    token = parse[i]
    if token.text == "." and i > 0 and parse[i - 1].end == token.start:
        return token.end + 1 == parse[after].start and _is_title(parse, i - 1, i)
    listed = token.text[:1].isupper() and token.text.casefold() in lexicon.words("titles")
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


def kind_of_run(parse: Parse, first: int, last: int) -> tuple[str | None, str]:
    """Kind of an unlisted name and the rule that says so; None for what is no actor."""
    words = parse.text[parse[first].start : parse[last - 1].end]
    folded = fold(words)
    if folded in states():
        return ("government", "actors.name.state") if acts(parse, parse[head_of(parse, first, last)]) else (None, "")
    for i in range(last - 1, first - 1, -1):
        kind = body_noun(parse[i])
        if kind and (last - first > 1 or parse[i].text.casefold() not in ("state", "office", "post", "times", "press", "center")):
            return kind, "actors.name.body"
    head = parse[head_of(parse, first, last)]
    if first > 0 and (kind := _introduced_as(parse, parse[first - 1])) and parse[first - 1].sent == parse[first].sent:
        return kind, "actors.name.introduced"
    if _is_source(parse, head):
        return (
            ("person", "actors.name.person")
            if "PERSON" in {parse[i].ent for i in range(first, last)}
            else ("media", "actors.name.source")
        )
    if _is_one_person(parse, head):
        return "person", "actors.name.apposition"
    labels = [parse[i].ent for i in range(first, last) if parse[i].ent]
    label = max(labels, key=labels.count) if labels else ""  # the first of those that are as frequent
    if label == "PERSON":
        return "person", "actors.name.person"
    if label == "ORG" and folded not in demonyms() and len(words) > 2:
        return "ngo", "actors.name.organisation"
    if label in (
        "GPE",
        "LOC",
        "DATE",
        "TIME",
        "NORP",
        "FAC",
        "EVENT",
        "LAW",
        "MONEY",
        "PERCENT",
        "CARDINAL",
        "LANGUAGE",
        "WORK_OF_ART",
    ):
        return (None, "") if label != "GPE" or not _looks_personal(parse, first, last) else ("person", "actors.name.subject")
    return ("person", "actors.name.subject") if _looks_personal(parse, first, last) else (None, "")


def _looks_personal(parse: Parse, first: int, last: int) -> bool:
    """A name that speaks, or that a noun for a person stands beside."""
    head = parse[head_of(parse, first, last)]
    governor = parse.head(head)
    speaks = head.dep == "nsubj" and governor.lemma in (
        "say",
        "tell",
        "add",
        "note",
        "report",
        "state",
        "claim",
        "explain",
        "warn",
    )
    return speaks or any(person_noun(k) for k in parse.kids(head, "appos", "compound"))


def _is_one_person(parse: Parse, head: Token) -> bool:
    """Whether a noun for one person stands in apposition: "Eva, a 17-year-old student", whatever the tagger says."""
    beside = [*parse.kids(head, "appos"), *([parse.head(head)] if head.dep == "appos" else [])]
    return any(k.tag == "NN" and person_noun(k) and k.lemma not in PAPERS for k in beside)


def _introduced_as(parse: Parse, before: Token) -> str | None:
    """Kind given by the noun just before a name: "the criminal gang Los Altos", "the newspaper La Hora"."""
    if not before.text.islower() or before.tag != "NN" or before.lemma == "force":
        return None
    return paired_noun(parse, before) or body_noun(before)


def _is_source(parse: Parse, head: Token) -> bool:
    """Whether a name is what something is "according to"."""
    to = parse.head(head)
    return head.dep == "pobj" and to.lemma == "to" and parse.head(to).lemma == "accord"


def acts(parse: Parse, token: Token) -> bool:
    """Whether a country's name stands for its government here: it does something, owns a force, or is done to as a party."""
    if token.dep in ("nsubj", "nsubjpass", "agent", "dobj", "iobj", "dative"):
        return parse.head(token).lemma not in ("be", "see", "have", "include") or token.dep != "nsubj"
    governor = parse.head(token)
    if token.dep == "amod":
        return governor.lemma in OWNED
    if token.dep in ("poss", "compound", "nmod"):
        return bool(person_noun(governor) or body_noun(governor) or governor.lemma in OWNED)
    if token.dep == "pobj":
        return governor.lemma in ("by", "against", "with") or (governor.lemma == "of" and bool(body_noun(parse.head(governor))))
    return token.dep == "conj" and acts(parse, governor)


def noun_draft(parse: Parse, token: Token, named: dict[int, Draft], inside: set[int]) -> Draft | None:
    """The draft of a common noun for people or a body, with the name it belongs to as its anchor."""
    kind = (
        paired_noun(parse, token)
        or person_noun(token)
        or (body_noun(token) if token.i not in inside else None)
        or _somebody(parse, token)
        or _speaking_thing(parse, token)
    )
    if kind is None or (token.i in inside and token.tag not in ("NNS", "NNPS", "NN")):
        return None
    if token.dep in ("compound", "amod", "nmod") and not _owns(parse, token):
        return None
    span = parse.noun_phrase(token, stop=lambda t: t.dep == "prep" and t.lemma not in ("of", "for"))
    told = parse.kid(token, "relcl") if token.pos in ("PRON", "DET") else None
    if told is not None:
        span = (span[0], max(span[1], parse.tree_span(told)[1]))  # "all those who refuse to join" are named by their clause
    name = ARTICLES.sub("", parse.text[span[0] : span[1]])
    country = next((demonyms()[w] for t in parse.tokens_in(span) if (w := fold(t.text)) in demonyms()), None)
    plural = token.tag in ("NNS", "NNPS", "DT") or token.lemma in ("police", "personnel", "people", "staff", "militia", "crowd")
    first = parse.tokens_in(span)[:1]
    definite = bool(first) and first[0].text.casefold() in ("the", "these", "those", "this", "that")
    sex = "m" if token.lemma in MALE else "f" if token.lemma in FEMALE else ""
    form = "group" if plural or body_noun(token) else "role"
    return Draft(
        span, token.i, form, name, kind, f"actors.noun.{kind}", None, country, plural, sex, _anchor(parse, token, named), definite
    )


def _somebody(parse: Parse, token: Token) -> str | None:
    """People without a noun: "someone", "all those who refuse"."""
    word = token.text.casefold()
    if word in ("someone", "somebody"):
        return "unnamed"
    told = parse.kid(token, "relcl") is not None and word in ("those", "anyone", "everyone", "anybody", "everybody", "whoever")
    return "civilians" if told else None


def _speaking_thing(parse: Parse, token: Token) -> str | None:
    """ "unnamed" for a noun that is no word for people but reports: "the hospital counted", "initial assessments indicate"."""
    if token.pos != "NOUN" or token.dep != "nsubj" or token.i > parse.head(token).i + 3:
        return None
    if token.lemma in happenings():
        return None  # "attacks claimed by the group have killed 30"
    return "unnamed" if parse.head(token).lemma in reporting() and parse.head(token).pos == "VERB" else None


@cache
def happenings() -> frozenset[str]:
    """Nouns that name an event."""
    return frozenset(row["word"] for row in lexicon.rows("triggers") if row["pos"] == "noun")


@cache
def reporting() -> frozenset[str]:
    """Verbs that report."""
    return frozenset(row["word"] for row in lexicon.rows("cues") if row["pos"] == "verb")


def _owns(parse: Parse, token: Token) -> bool:
    """Whether a noun before a noun is an actor of its own: "coalition airstrikes", not "police officers" or "army base"."""
    governor = parse.head(token)
    return token.lemma in OWNERS and not person_noun(governor) and not body_noun(governor) and governor.pos == "NOUN"


def _anchor(parse: Parse, token: Token, named: dict[int, Draft]) -> int | None:
    """The listed or named body a noun phrase belongs to: "ISIL fighters", "ISIL's leaders", "members of the ELN"."""
    if token.lemma in PAPERS:
        return _author(parse, token, named)
    for kid in parse.kids(token, "compound", "nmod", "poss", "amod"):
        if kid.i in named and named[kid.i].kind in ("armed_group", "coalition", "state_force", "government"):
            return kid.i
        if kid.dep == "poss" and (kid.tag == "PRP$" or body_noun(kid)):
            return kid.i
    for prep in parse.kids(token, "prep"):
        if prep.lemma in ("of", "from") and token.lemma in (
            "member",
            "fighter",
            "militant",
            "gunman",
            "terrorist",
            "leader",
            "soldier",
            "cadre",
            "guerrilla",
            "force",
            "unit",
            "element",
            "troop",
        ):
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


def pronoun_draft(parse: Parse, token: Token) -> Draft | None:
    """The draft of a third-person or relative pronoun."""
    word = token.text.casefold()
    form = "possessive" if token.dep == "poss" else "pronoun"
    if word in PERSON_PRONOUNS:
        return Draft(token.span, token.i, form, token.text, "person", "actors.pronoun.person", sex=PERSON_PRONOUNS[word])
    if word in GROUP_PRONOUNS:
        return Draft(token.span, token.i, form, token.text, "", "actors.pronoun.group", plural=True)
    if word in THING_PRONOUNS and not _is_expletive(parse, token):
        return Draft(token.span, token.i, form, token.text, "", "actors.pronoun.body")
    if word in RELATIVES and token.tag in ("WP", "WDT", "WP$") and parse.head(token).i != token.i:
        return Draft(token.span, token.i, "relative", token.text, "", "actors.pronoun.relative")
    return None


def _is_expletive(parse: Parse, token: Token) -> bool:
    """ "it is believed that", "it was raining": an "it" that stands for nobody."""
    return token.tag == "EX" or (
        token.dep in ("nsubj", "nsubjpass")
        and bool(parse.kid(parse.head(token), "ccomp", "csubj"))
        and parse.head(token).lemma in ("be", "believe", "seem", "appear", "report", "say", "rain", "snow")
    )
