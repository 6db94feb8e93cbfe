"""Resolve a pronoun to the actor that stands out before it; rivals when none clearly does."""

from bisect import bisect_right

from onrecord.actors.drafts.draft import Draft
from onrecord.actors.resolve.register import Entity, Register
from onrecord.actors.resolve.salience import speaks, weight_of
from onrecord.records import ARMED, Parse, Span

OPENING = frozenset(("when", "after", "before", "while", "as", "although", "though", "once"))
SENTENCES_BACK = 5  # how far back a pronoun looks
IF_CLAUSE = 3.0  # how much more the subject of the clause before stands out
CLEAR_WIN = 1.15  # the best candidate must beat the next by this factor to be taken


def resolve_relative(book: Register, draft: Draft) -> None:
    """ "who", "which": the noun its clause hangs on."""
    for token in book.parse.ancestors(book.parse[draft.head]):
        if token.dep in ("relcl", "acl"):
            entity = book.at.get(token.head)
            if entity:
                book.mention(draft, entity)
            return


def resolve_pronoun(book: Register, draft: Draft) -> None:
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
            weight = weight_of(book, entity, other, draft) * 0.6**back * (1.0 if _is_quoted(book, other.span) == inside else 0.35)
            weight *= IF_CLAUSE if back == 0 and _acts_before(book.parse, other, draft) else 1.0
            weights[entity.number] = max(weights.get(entity.number, 0.0), weight) + 0.1
    ranked = sorted(weights, key=lambda n: -weights[n])
    if not ranked:
        book.mention(draft, None)
    elif len(ranked) > 1 and weights[ranked[0]] < CLEAR_WIN * weights[ranked[1]]:
        rivals = tuple(book.entities[n] for n in ranked[:3])
        book.mention(draft, None, rivals)
    else:
        book.mention(draft, book.entities[ranked[0]])


def _acts_before(parse: Parse, other: Draft, draft: Draft) -> bool:
    """Whether somebody is the subject of the clause under a pronoun's own: "if the gunman had got in, he might have killed more"."""
    pronoun, noun = parse[draft.head], parse[other.head]
    clause = parse.head(noun)
    return pronoun.dep == noun.dep == "nsubj" and clause.dep == "advcl" and clause.head == pronoun.head


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
        speaks(parse, draft.head)
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
        return entity.plural or entity.kind in ARMED or (entity.kind == "civilians" and other.plural)
    if book.parse[other.head].tag in ("NNS", "NNPS") and not entity.key:
        return False  # "the units" are never "it"
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


def _is_quoted(book: Register, span: Span) -> bool:
    at = bisect_right(book.quoted, (span[0], len(book.parse.text))) - 1
    return at >= 0 and span[1] <= book.quoted[at][1]
