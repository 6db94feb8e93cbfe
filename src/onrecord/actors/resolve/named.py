"""Make one of somebody told of without a name and the person he is named as: "a man was shot … the victim was named as Juan Perez"."""

from collections.abc import Iterator

from onrecord.actors.resolve.register import Entity, Register
from onrecord.lexicon.naming import namings
from onrecord.records import Parse, Token

VICTIMS = frozenset(("victim", "deceased", "dead"))
REACH = 6  # sentences before a naming in which the one is told of
ANYBODY = frozenset(("civilians", "armed_group", "state_force", "unnamed"))
SINGLE = ("NN", "PRP")


def unite_named(book: Register) -> None:
    """Give the mentions of an unnamed single person to the one person that the text names him as; nothing where two could be meant."""
    united: dict[int, Entity] = {}
    for noun, names in namings(book.parse):
        person = book.at.get(names[0].i) if len(names) == 1 else None
        if person is None or person.kind != "person" or not person.named or noun.tag not in SINGLE:
            continue
        meant = {e.number: e for e in _meant(book, noun) if e is not person}
        if len(meant) == 1:
            somebody = next(iter(meant.values()))
            united[somebody.number] = person
            _unite(book, somebody, person)
    if united:
        book.mentions = [
            (draft, e and united.get(e.number, e), tuple(united.get(r.number, r) for r in rivals))
            for draft, e, rivals in book.mentions
        ]


def _meant(book: Register, noun: Token) -> Iterator[Entity]:
    """Those told of before whom a noun or pronoun can mean: what it refers to, else the hurt for "the victim", else the same noun."""
    own = book.at.get(noun.i)
    if own is not None and _is_unnamed(own) and own.heads[0] != noun.i:
        yield own
    elif noun.pos != "PRON":
        definite = any(k.lemma == "the" for k in book.parse.kids(noun, "det"))
        for sent in range(max(0, noun.sent - REACH), noun.sent + 1) if definite else ():
            for draft, entity in book.by_sentence.get(sent, ()):
                head = book.parse[draft.head]
                same = head.lemma == noun.lemma or (noun.lemma in VICTIMS and _is_harmed(book.parse, head))
                if head.i < noun.i and draft.form == "role" and _is_unnamed(entity) and same:
                    yield entity


def _is_unnamed(entity: Entity) -> bool:
    return not entity.named and not entity.plural and bool(entity.spans) and entity.kind in ANYBODY


def _is_harmed(parse: Parse, head: Token) -> bool:
    """Whether something is done to somebody, or he dies."""
    while head.dep == "conj" and head.head != head.i:
        head = parse.head(head)
    return head.dep in ("nsubjpass", "dobj") or (head.dep == "nsubj" and parse.head(head).lemma == "die")


def _unite(book: Register, somebody: Entity, person: Entity) -> None:
    """Give a person what was noted of an actor without a name, but for the list of mentions."""
    book.at.update(dict.fromkeys(somebody.heads, person))
    person.heads += somebody.heads
    person.spans += somebody.spans
    person.sex = person.sex or somebody.sex
    somebody.heads, somebody.spans = [], []
