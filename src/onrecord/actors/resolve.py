"""Decide who is who: names to actors, roles to names, pronouns to what stands before them."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from onrecord.actors.drafts import ARTICLES, PAPERS, SPEECH, SUBJECTS, Draft, body_noun
from onrecord.actors.identify import identify
from onrecord.actors.names import fold
from onrecord.records import Actor, Cast, Document, Mention, Parse, Span, record_id

NUMBERED = re.compile(r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b")
NEAR = 60  # characters between a role and the name it belongs to
BETWEEN = re.compile(r",? (?:(?:in|at|for|of|from) (?:the )?(?:[A-Z][\w'’-]* ?){1,4},? ?)?")
ACRONYM = re.compile(r"(?:[A-Z]\.?){2,7}s?(?:-[A-Z]+)?")
OPENING = frozenset(("when", "after", "before", "while", "as", "although", "though", "once"))
SENTENCES_BACK = 5  # how far back a pronoun looks
COUNTING = frozenset(
    ("about", "around", "some", "more", "than", "at", "least", "several", "many", "two", "three", "four", "five", "six", "and")
)
MEMBERS = frozenset(("leader", "member", "guard", "commander", "element"))
VICTIMS = frozenset(("victim", "deceased", "individual", "captive", "injured", "dead"))
CAPTIVES = frozenset(("captive", "hostage", "detainee", "prisoner", "abductee"))
CAPTURING = frozenset(
    "abduct kidnap seize hold capture detain free release rescue liberate take arrest imprison jail ransom keep".split()
)
GENERIC_BODIES = frozenset(
    ("group", "organization", "organisation", "movement", "gang", "militia", "network", "watchdog", "faction", "cell")
)
GENERIC_WORDS = frozenset(
    "same whole entire military security armed terrorist criminal rebel militant extremist jihadist islamist watchdog monitoring"
    " rights advocacy non governmental nongovernmental media drug paramilitary insurgent".split()
)
GENERIC_FORCES = frozenset(("unit", "garrison", "battalion", "brigade", "command", "detachment", "patrol", "force"))
FORCE_NOUNS = frozenset(("forces", "force", "troops", "troop", "soldiers", "soldier", "military", "army", "personnel"))
MOVEMENTS = {"insurgent": "insurgency", "rebel": "rebellion"}
PLAIN_WORDS = frozenset(
    ("armed", "suspected", "other", "heavily", "several", "unidentified", "unknown", "suicide", "dead", "many", "enemy", "more")
)
FORCE_FILLERS = frozenset(("security", "government", "armed", "military", "regular", "state", "regime"))
DUBBING = frozenset("dub know call nickname name rename style christen".split())
CALLED = 8  # tokens after "dubbed" in which the name stands
CLEAR_WIN = 1.15  # the best candidate must beat the next by this factor to be taken


@dataclass(slots=True)
class Entity:
    """An actor in the making."""

    number: int
    kind: str
    name: str
    rule: str
    country: str | None
    plural: bool
    sex: str = ""
    key: str | None = None
    heads: list[int] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    named: bool = False
    names: Counter[str] = field(default_factory=Counter)
    roles: set[str] = field(default_factory=set)


class Register:
    """The actors found so far, and the ways to find one again."""

    def __init__(self, doc: Document, parse: Parse, quoted: Sequence[Span]) -> None:
        self.doc, self.parse, self.quoted = doc, parse, quoted
        self.entities: list[Entity] = []
        self.by_key: dict[str, Entity] = {}
        self.by_word: dict[str, list[Entity]] = {}
        self.at: dict[int, Entity] = {}
        self.mentions: list[tuple[Draft, Entity | None, tuple[Entity, ...]]] = []
        self.by_sentence: dict[int, list[tuple[Draft, Entity]]] = {}
        self.by_noun: dict[tuple[str, str], list[tuple[Draft, Entity]]] = {}
        self.persons_from: dict[int, Entity] = {}
        self.last_named: Entity | None = None
        self.armed: list[Entity] = []
        self.forces: list[Entity] = []
        self.persons: list[Entity] = []
        self.dubbed: dict[str, Entity] = {}

    def add(self, draft: Draft) -> Entity:
        """A new actor for a draft."""
        entity = Entity(len(self.entities), draft.kind, draft.name, draft.rule, draft.country, draft.plural, draft.sex, draft.key)
        self.entities.append(entity)
        if entity.kind == "state_force":
            self.forces.append(entity)
        if entity.kind == "person":
            self.persons.append(entity)
        return entity

    def mention(self, draft: Draft, entity: Entity | None, rivals: tuple[Entity, ...] = ()) -> None:
        """Note that a draft refers to an actor (or to one of several)."""
        self.mentions.append((draft, entity, rivals))
        if entity is None:
            return
        self.at[draft.head] = entity
        token = self.parse[draft.head]
        self.by_sentence.setdefault(token.sent, []).append((draft, entity))
        if draft.form in ("role", "group"):
            self.by_noun.setdefault((token.lemma, draft.kind), []).append((draft, entity))
        if draft.form == "name" and entity.kind == "person":
            self.persons_from[draft.span[0]] = entity
        entity.heads.append(draft.head)
        if draft.form in ("name", "acronym", "role", "group"):
            entity.spans.append(draft.span)
        entity.sex = entity.sex or (draft.sex if draft.form == "pronoun" or entity.kind == "person" else "")
        if draft.form in ("name", "acronym"):
            self._learn(draft, entity)

    def _learn(self, draft: Draft, entity: Entity) -> None:
        """Remember a name, its words and the title it bears."""
        entity.names[re.sub(r"\s+", " ", draft.name).strip(" \"'“”‘’")] += 1
        title = self.parse.text[draft.span[0] : draft.span[1]].removesuffix(draft.name)
        entity.roles |= set(fold(title).split())
        if not entity.named and entity.kind == "armed_group":
            self.armed.append(entity)
        entity.named = True
        self.last_named = entity
        self.by_key.setdefault(fold(draft.name), entity)
        if draft.key:
            self.by_key.setdefault(draft.key, entity)
        for word in re.findall(r"\w[\w-]+", fold(draft.name)):
            if entity not in self.by_word.setdefault(word, []):
                self.by_word[word].append(entity)


def best_name(entity: Entity) -> str:
    """The name with most words; among equals the most frequent, then the first."""
    if not entity.names:
        return entity.name
    return max(entity.names, key=lambda n: (len(n.split()), entity.names[n]))


def resolve(doc: Document, parse: Parse, found: Sequence[Draft], quoted: Sequence[Span]) -> Cast:
    """The cast of a text from its drafts."""
    book = Register(doc, parse, quoted)
    for draft in found:
        if draft.form in ("name", "acronym"):
            _name(book, draft)
    for draft in found:
        if draft.form in ("role", "group"):
            _noun(book, draft)
        elif draft.form == "relative":
            _relative(book, draft)
        elif draft.form in ("pronoun", "possessive"):
            _pronoun(book, draft)
    return _cast(book)


def _name(book: Register, draft: Draft) -> None:
    """A name: a listed body, a known name, a last name or acronym of a known one, or somebody new."""
    entity = (book.by_key.get(draft.key) if draft.key else None) or book.by_key.get(fold(draft.name))
    if entity is None and draft.form == "acronym" and (own := _acronym_of(book, draft)) is not None and not own.key:
        entity = own  # what the text itself abbreviates so, whatever else has these letters
        book.by_key[fold(draft.name)] = book.by_key[draft.key or draft.name] = own
    if entity is None and not draft.key:
        entity = _short_for(book, draft) or _acronym_of(book, draft)
    if entity is None and draft.kind == "state_force":
        entity = _same_force(book, draft)
    if entity and draft.rule == "actors.name.introduced":
        entity.kind = draft.kind
    book.mention(draft, entity or book.add(draft))


def _short_for(book: Register, draft: Draft) -> Entity | None:
    """The only known person or body whose name ends in these words ("Haddad" after "Omar Haddad")."""
    words = re.findall(r"\w[\w-]+", fold(draft.name))
    if not words or len(words) > 2:
        return None
    known = [e for e in book.by_word.get(words[-1], ()) if e.kind == draft.kind or draft.kind in ("person", "ngo")]
    known = [
        e
        for e in known
        if _shortens(draft, fold(best_name(e)))
        or (fold(best_name(e)).endswith(fold(draft.name).removeprefix("al-")) and best_name(e) != draft.name)
    ]
    return known[0] if len(known) == 1 else None


def _shortens(draft: Draft, full: str) -> bool:
    """Whether a body's name leaves out middle words: "Hill Brigades" for "Hill Knights Brigades"."""
    words = fold(draft.name).split()
    return draft.kind != "person" and len(words) > 1 and words[-1] == full.split()[-1] and set(words) < set(full.split())


def _acronym_of(book: Register, draft: Draft) -> Entity | None:
    """The name in front of a bracketed acronym with these initials: "Counter-Terrorism Service (CTS)"."""
    if not ACRONYM.fullmatch(draft.name):
        return None
    if book.parse.text[draft.span[0] - 1 : draft.span[0]] not in ("(", "["):
        return _abbreviated(book, draft)
    entity = book.last_named
    if entity is None or not 0 <= draft.span[0] - entity.spans[-1][1] <= 4:
        return None
    letters, initials = draft.name.replace(".", "").rstrip("s"), _initials(best_name(entity))
    return entity if initials.startswith(letters[:2]) or letters in initials else None


def _abbreviated(book: Register, draft: Draft) -> Entity | None:
    """The only body whose words start with these letters, "department" left to guess: "San Antonio police", "SAPD"."""
    letters = draft.name.rstrip("s").removesuffix("D").casefold()
    known = [e for e in book.entities if e.named and e.kind != "person" and _first_letters(best_name(e)) == letters]
    return known[0] if len(known) == 1 and len(letters) > 1 else None


def _first_letters(name: str) -> str:
    return "".join(w[0] for w in fold(name).split() if w not in ("of", "the", "for", "and"))


def _initials(name: str) -> str:
    return "".join(w[0] for w in re.findall(r"[^\W\d_]+", name) if w[0].isupper() or w.isupper())


def _same_force(book: Register, draft: Draft) -> Entity | None:
    """A country's forces under other words: "Iraqi security forces" after "Iraqi forces".

    Bare "government forces" are those of the only country whose forces the text names.
    """
    words = _force_words(draft.name)
    if not words & FORCE_NOUNS:
        return None
    forces = [e for e in book.forces if e.kind == "state_force" and e.country and _force_words(e.name) & FORCE_NOUNS]
    if not draft.country:
        return forces[0] if len(forces) == 1 and not words - FORCE_NOUNS - FORCE_FILLERS else None
    same = (e for e in forces if e.country == draft.country)
    return next((e for e in same if not (words ^ _force_words(e.name)) - FORCE_NOUNS - FORCE_FILLERS), None)


def _force_words(name: str) -> set[str]:
    """The words of a force's name without place, number and quantity."""
    return {w for w in re.sub(r"\b(in|at|near|from|on)\b.*", "", fold(name)).split() if w.isalpha()} - COUNTING


def _noun(book: Register, draft: Draft) -> None:
    """A common noun: beside a name, of a body, said before, or somebody new."""
    entity = _beside(book, draft) or _dubbed(book, draft)
    if entity is None and draft.anchor is not None and book.parse[draft.head].lemma in PAPERS:
        entity = book.at.get(draft.anchor)
    if entity is None and draft.anchor is not None and draft.kind in ("armed_group", "state_force", "civilians", "coalition"):
        entity = _member(book, draft)
    if entity is None:
        entity = _same_force(book, draft) if draft.kind == "state_force" else None
    if entity is None and draft.kind == "state_force":
        entity = _the_force(book, draft)
    if entity is None:
        entity = _again(book, draft)
    if entity is None and draft.kind == "civilians" and draft.definite:
        entity = _nation_at_war(book, draft)
    if entity is None and draft.kind == "armed_group":
        entity = _the_armed_group(book, draft)
    book.mention(draft, entity or book.add(draft))


def _beside(book: Register, draft: Draft) -> Entity | None:
    """The person an apposition names: "a spokesman for the union, Omar Haddad", "spokesman Omar Haddad"."""
    parse, head = book.parse, book.parse[draft.head]
    linked = [*parse.kids(head, "appos"), *([parse.head(head)] if head.dep == "appos" else [])]
    for token in linked:
        entity = book.at.get(token.i)
        if entity and entity.kind == "person" and not draft.plural:
            return _with_role(book, draft, entity)
    if draft.form != "role":
        return None
    for start in range(draft.span[1] + 1, draft.span[1] + NEAR):
        entity = book.persons_from.get(start)
        if entity:
            fits = BETWEEN.fullmatch(parse.text[draft.span[1] : start])
            return _with_role(book, draft, entity) if fits else None
    return None


def _dubbed(book: Register, draft: Draft) -> Entity | None:
    """The body a noun phrase is said to be called ("a cell later dubbed the Harim Gang"), and "the cell" from then on."""
    parse, head = book.parse, book.parse[draft.head]
    if draft.plural:
        return None
    verbs = [*parse.kids(head, "acl", "relcl"), *([parse.head(head)] if head.dep == "nsubj" else [])]
    for verb in verbs:
        entity = _called_after(book, verb.i) if (verb.lemma in DUBBING and verb.tag == "VBN") or verb.lemma == "dub" else None
        if entity is not None:
            book.dubbed[head.lemma] = entity
            return entity
    return book.dubbed.get(head.lemma) if draft.definite else None


def _called_after(book: Register, verb: int) -> Entity | None:
    """The body named right after a verb: "dubbed the Harim Gang", "known as Harim Gang"."""
    for i in range(verb + 1, min(verb + CALLED, len(book.parse))):
        entity = book.at.get(i)
        if entity is not None:
            return entity if entity.named else None
    return None


def _with_role(book: Register, draft: Draft, entity: Entity) -> Entity:
    """The person, who from now on is also known by this role."""
    entity.roles |= set(fold(draft.name).split())
    book.by_noun.setdefault((book.parse[draft.head].lemma, draft.kind), []).append((draft, entity))
    return entity


def _member(book: Register, draft: Draft) -> Entity | None:
    """The body whose people these are ("ISIL fighters" → ISIL); leaders and single roles are people of their own."""
    owner = book.at.get(draft.anchor) if draft.anchor is not None else None
    if owner is None or owner.kind not in ("armed_group", "coalition", "state_force"):
        return None
    token = book.parse[draft.head]
    inside = book.parse.kid(token, "compound", "amod", "poss") is not None or token.lemma == "member"
    if draft.kind == "civilians" and (token.lemma not in MEMBERS or not inside):
        return None
    if draft.kind == "civilians" and any(k.i != draft.anchor and k.dep == "compound" for k in book.parse.kids(token)):
        return None  # "their family members"
    return owner if draft.plural or draft.form == "group" or draft.kind == "armed_group" else None


def _again(book: Register, draft: Draft) -> Entity | None:
    """A noun phrase that repeats one before it: same words, or "the …" with the same head noun."""
    head, exact = book.parse[draft.head], fold(draft.name)
    for other, entity in reversed(book.by_noun.get((head.lemma, draft.kind), ())[-12:]):
        before = fold(other.name)
        if before == exact and (draft.definite or draft.form == "group" or len(exact.split()) > 1):
            return entity
        if (
            NUMBERED.match(exact)
            and NUMBERED.match(before)
            and exact.split()[0] == before.split()[0]
            and _is_same_count(exact, before)
        ):
            return entity
        if draft.definite and other.plural == draft.plural and (_fits(exact, before) or _is_same_role(exact, before)):
            return entity
    if not draft.definite:
        return None
    if draft.form == "role":
        return _titled(book, draft) or (
            _last_speaker(book, draft) if head.lemma in ("source", "spokesman", "spokeswoman") else None
        )
    if head.lemma in CAPTIVES and (held := _latest(book, draft, lambda d, e: _is_held(book.parse, d, e))) is not None:
        return held
    if head.lemma in VICTIMS:
        return _latest(book, draft, lambda d, e: e.kind == "civilians" and d.form == "group")
    return _latest_body(book, draft) if body_noun(head) else None


def _is_held(parse: Parse, draft: Draft, entity: Entity) -> bool:
    """Whether people are told as taken, held or freed: whom "the captives" can mean."""
    token = parse[draft.head]
    while token.dep == "conj" and token.head != token.i:
        token = parse.head(token)
    taken = token.dep in ("dobj", "nsubjpass") and parse.head(token).lemma in CAPTURING
    return taken and entity.kind not in ("armed_group", "state_force", "coalition", "government")


def _titled(book: Register, draft: Draft) -> Entity | None:
    """The only person who bears this title: "the Foreign Secretary" after "Foreign Secretary Omar Haddad"."""
    words = {w for w in fold(draft.name).split() if w not in ("former", "local", "of", "the")}
    known = [e for e in book.persons if e.kind == "person" and words and words <= e.roles]
    return known[0] if len(known) == 1 else None


def _last_speaker(book: Register, draft: Draft) -> Entity | None:
    """Who spoke last: "the source added"."""
    return _latest(book, draft, lambda d, e: _speaks(book.parse, d.head) and e.kind not in ("armed_group", "civilians"), 4)


def _speaks(parse: Parse, head: int) -> bool:
    return parse[head].dep in SUBJECTS and parse.head(parse[head]).lemma in SPEECH


def _latest(book: Register, draft: Draft, fits: Callable[[Draft, Entity], bool], back: int = 40) -> Entity | None:
    """The last actor before a draft whose mention fits."""
    sent = book.parse[draft.head].sent
    for k in range(sent, max(-1, sent - back), -1):
        near = [(d, e) for d, e in book.by_sentence.get(k, ()) if d.head < draft.head and fits(d, e)]
        if near:
            return max(near, key=lambda pair: pair[0].head)[1]
    return None


def _is_same_count(one: str, other: str) -> bool:
    """Whether two counted phrases may be one group: "six American guards", "six guards"."""
    return set(one.split()) <= set(other.split()) or set(other.split()) <= set(one.split())


def _fits(short: str, full: str) -> bool:
    """Whether a shorter phrase can repeat a fuller one: it adds no words."""
    return set(short.split()) <= set(full.split())


def _is_same_role(one: str, other: str) -> bool:
    """Whether two phrases share more than their noun: "army spokesman in Berlin", "the German army spokesman"."""
    return len(set(one.split()) & set(other.split())) >= 3


def _latest_body(book: Register, draft: Draft) -> Entity | None:
    """ "the group", "the ministry", "the same unit": the last body of that kind, or with that noun in its name."""
    token = book.parse[draft.head]
    others = [
        t for t in book.parse.tokens_in(draft.span) if t.i != draft.head and t.pos not in ("DET", "PRON", "NUM", "PART", "PUNCT")
    ]
    if any(t.lemma not in GENERIC_WORDS for t in others):
        return None  # "the Northern Battalion" is no second mention of another
    if token.lemma in GENERIC_BODIES:
        return _latest(book, draft, lambda d, e: e.named and e.kind in ("armed_group", "ngo"))
    if token.lemma in GENERIC_FORCES:
        return _latest(book, draft, lambda d, e: e.kind == "state_force" and d.form != "role")
    return _latest(
        book, draft, lambda d, e: (e.named or d.form == "group") and e.kind == draft.kind and token.lemma in fold(e.name)
    )


def _the_armed_group(book: Register, draft: Draft) -> Entity | None:
    """Bare "militants", "three gunmen", "the fighters": the only armed group the text names."""
    words = [t for t in book.parse.tokens_in(draft.span) if t.i != draft.head]
    bare = all(t.pos in ("DET", "NUM", "PUNCT", "PRON", "ADP", "ADV") or t.lemma in PLAIN_WORDS for t in words)
    movement = book.by_noun.get((MOVEMENTS.get(book.parse[draft.head].lemma, ""), "armed_group"), ())
    if bare and movement:
        return movement[-1][1]  # "the insurgency … 12 insurgents"
    only = book.armed[0] if len(book.armed) == 1 else None
    return only if bare and only is not None and min(only.heads) < draft.head else None


def _nation_at_war(book: Register, draft: Draft) -> Entity | None:
    """ "the Ruritanians" who do something: the only forces of that country the text has named."""
    if not draft.country or len(draft.name.split()) > 1 or book.parse[draft.head].dep != "nsubj":
        return None
    forces = [e for e in book.forces if e.kind == "state_force" and e.country == draft.country and e.heads]
    return forces[0] if len(forces) == 1 else None


def _the_force(book: Register, draft: Draft) -> Entity | None:
    """Bare "soldiers", "the troops": the only army or military command the text has named so far."""
    words = _force_words(draft.name)
    if draft.form != "group" or draft.name[:1].isdigit() or not words <= {"soldiers", "troops", "forces"}:
        return None
    known = [e for e in book.forces if e.kind == "state_force" and _force_words(e.name) & {"army", "military", "forces"}]
    return known[0] if len(known) == 1 else None


def _relative(book: Register, draft: Draft) -> None:
    """ "who", "which": the noun its clause hangs on."""
    for token in book.parse.ancestors(book.parse[draft.head]):
        if token.dep in ("relcl", "acl"):
            entity = book.at.get(token.head)
            if entity:
                book.mention(draft, entity)
            return


def _pronoun(book: Register, draft: Draft) -> None:
    """A pronoun: the most salient actor before it that fits; rivals when no one clearly wins."""
    weights: dict[int, float] = {}
    sent = book.parse[draft.head].sent
    inside = _is_quoted(book, draft.span)
    trailing = _is_trailing_cue(book.parse, draft)
    own = _own_subject(book, draft)
    for back in range(min(SENTENCES_BACK, sent) + 1):
        for other, entity in book.by_sentence.get(sent - back, ()):
            if other.head >= draft.head or not _agrees(book, draft, entity, other) or (trailing and back == 0):
                continue
            if entity.number in own:
                continue
            weight = _weight(book, entity, other, draft) * 0.6**back * (1.0 if _is_quoted(book, other.span) == inside else 0.35)
            weights[entity.number] = max(weights.get(entity.number, 0.0), weight) + 0.1
    ranked = sorted(weights, key=lambda n: -weights[n])
    if not ranked:
        book.mention(draft, None)
    elif len(ranked) > 1 and weights[ranked[0]] < CLEAR_WIN * weights[ranked[1]]:
        rivals = tuple(book.entities[n] for n in ranked[:3])
        book.mention(draft, None, rivals)
    else:
        book.mention(draft, book.entities[ranked[0]])


def _own_subject(book: Register, draft: Draft) -> set[int]:
    """The actor that does the verb whose object a pronoun is: "threatened to kill them" is never about the one who threatens."""
    token = book.parse[draft.head]
    if token.dep not in ("dobj", "iobj", "dative", "pobj") or draft.form == "possessive":
        return set()
    for verb in book.parse.ancestors(token):
        subject = book.parse.kid(verb, "nsubj") if verb.pos in ("VERB", "AUX") else None
        if subject is not None:
            entity = book.at.get(subject.i)
            return {entity.number} if entity else set()
    return set()


def _is_trailing_cue(parse: Parse, draft: Draft) -> bool:
    """Whether a pronoun is the speaker in a cue after what is said ("…, he said"): nobody in what is said is meant."""
    token = parse[draft.head]
    verb = parse.head(token)
    opens = [
        k for k in parse.kids(verb, "advcl") if k.i < token.i and any(w.lemma in OPENING for w in parse.kids(k, "mark", "advmod"))
    ]
    if opens and any(k.i > verb.i for k in parse.kids(verb, "ccomp")):
        return False  # "When the mayor arrived, he said …"
    return (
        _speaks(parse, draft.head)
        and parse.ranges[token.sent][0] + 3 < token.i < parse.head(token).i + 2
        and any(kid.i < token.i for kid in parse.kids(parse.head(token), "ccomp", "nsubj", "dep", "advcl") if kid.i != token.i)
    )


def _agrees(book: Register, draft: Draft, entity: Entity, other: Draft) -> bool:
    """Whether a pronoun can stand for an actor."""
    if draft.kind == "person":
        single = entity.kind == "person" or (
            not entity.plural and entity.kind in ("unnamed", "civilians", "state_force", "armed_group") and other.form == "role"
        )
        return single and not (entity.sex and draft.sex and entity.sex != draft.sex)
    if draft.plural:
        return (
            entity.plural
            or entity.kind in ("armed_group", "state_force", "coalition")
            or (entity.kind == "civilians" and other.plural)
        )
    return entity.kind in (
        "ngo",
        "government",
        "armed_group",
        "international_org",
        "coalition",
        "party",
        "media",
        "state_force",
    ) and other.form in ("name", "acronym", "group")


def _weight(book: Register, entity: Entity, other: Draft, draft: Draft) -> float:
    """How much a mention stands out: subjects, speakers and names most."""
    token = book.parse[other.head]
    while token.dep == "conj" and token.head != token.i:
        token = book.parse.head(token)  # "Haddad and Karimi met": either may be "he"
    weight = 1.0
    if token.dep in SUBJECTS:
        weight += 1.5
        if book.parse.head(token).lemma in SPEECH:
            weight += 4.0 if _speaks(book.parse, draft.head) else 1.5
    elif token.dep in ("dobj", "pobj"):
        weight += 0.2
    if draft.kind == "person" and entity.kind == "person":
        weight *= 1.8  # a named person before an unnamed role
    if _speaks_for(book.parse, draft, other):
        weight += 2.5
    return weight + (0.5 if other.form in ("name", "acronym") else 0.0)


def _speaks_for(parse: Parse, draft: Draft, other: Draft) -> bool:
    """Whether a plural pronoun in what is said can be the body that the speaker speaks for: "a spokesman for X said they …"."""
    verb = parse.head(parse[draft.head])
    said = parse.head(verb)
    if draft.kind == "person" or verb.dep != "ccomp" or said.lemma not in SPEECH or verb.i == said.i:
        return False
    speaker = parse.kid(said, "nsubj")
    first, last = parse.subtree(speaker) if speaker is not None else (0, 0)
    return first <= other.head < last


def _is_quoted(book: Register, span: Span) -> bool:
    at = bisect_right(book.quoted, (span[0], len(book.parse.text))) - 1
    return at >= 0 and span[1] <= book.quoted[at][1]


def _cast(book: Register) -> Cast:
    """Actors and mentions as records."""
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for entity in book.entities:
        if entity.spans:
            ids[entity.number] = record_id(book.doc.id, "actor", min(entity.spans), taken)
            taken.add(ids[entity.number])
    actors = tuple(
        Actor(ids[e.number], _clean(best_name(e)), e.kind, tuple(sorted(set(e.spans))), e.rule, e.country or _country_of(e))
        for e in book.entities
        if e.number in ids
    )
    mentions = sorted(
        (
            Mention(
                d.span,
                d.head,
                ids.get(e.number) if e else None,
                "pronoun" if d.form == "relative" else d.form,
                d.rule,
                tuple(ids[r.number] for r in rivals if r.number in ids),
            )
            for d, e, rivals in book.mentions
        ),
        key=lambda m: (m.span[0], -m.span[1]),
    )
    return Cast(actors, tuple(mentions))


def _country_of(entity: Entity) -> str | None:
    """The country that a named actor's words tell; people counted and officials unnamed are of no country of their own."""
    return identify(best_name(entity)).country if entity.named else None


def _clean(name: str) -> str:
    return ARTICLES.sub("", re.sub(r"\s+", " ", name)).strip(" \"'“”‘’,")
