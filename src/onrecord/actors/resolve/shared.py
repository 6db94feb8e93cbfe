"""Whose body a name means that several countries have: "the Interior Ministry", "the National Guard", "the Federal Police"."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from onrecord import lexicon
from onrecord.actors.drafts.draft import Draft
from onrecord.actors.names import bodies, fold, is_shared, looks_abroad
from onrecord.actors.nations import demonyms
from onrecord.actors.resolve.lands import OF_STATES, Lands
from onrecord.records import Document, Parse, Place, Spread, Token

OWNERS = ("poss", "amod", "compound", "nmod")


class Owners:
    """The countries whose body a shared name may mean, by the words beside it, its sentence, and the whole report."""

    def __init__(self, doc: Document, parse: Parse, places: Sequence[Place], lands: Lands) -> None:
        self._doc, self._parse, self._places, self._lands = doc, parse, places, lands

    def settled(self, draft: Draft) -> Draft:
        """The draft of a shared name with the one country that the report gives it, else with none; any other as it is."""
        if not is_shared(draft.name):
            return draft
        listed = bodies().get(fold(draft.name))
        land = self._land(draft, listed.country if listed else None)
        name = fold(draft.name)
        key = draft.key if listed and listed.country == land else f"{name} of {land}" if land else None
        return replace(draft, key=key, country=land)

    def rivals(self, name: str) -> tuple[str, ...]:
        """The countries that a shared name may mean where none was found: those the report speaks of, the most named first."""
        return tuple(land for land, _ in self._named.most_common()) if is_shared(name) else ()

    def _land(self, draft: Draft, listed: str | None) -> str | None:
        """The country of a shared name: stated with it, else the only one of its sentence, else that of the whole report.

        Of a body that also acts abroad it is only a country under the name, of the dateline or with a body in the report.
        """
        stated = draft.country if draft.country != listed else None
        stated = stated or self._owner(draft) or self._lands.of(replace(draft, country=None))
        if stated or not looks_abroad(draft.name):
            return stated or _only(self._in_sentence(draft)) or self._of_report
        return _only(self._under(draft)) or _only(self._at_home & self._in_sentence(draft)) or _only(self._at_home)

    def _under(self, draft: Draft) -> set[str]:
        """The countries that a name is said to be in: "the Navy in Lima"."""
        preps = [k for k in self._parse.kids(self._parse[draft.head], "prep") if k.lemma in ("in", "of")]
        inside = [t for k in preps for t in self._parse.kids(k, "pobj")]
        return {land for t in inside if (land := _state(t))} | {
            p.country for t in inside for p in self._spread.inside((t.start, t.end)) if p.country
        }

    @cached_property
    def _at_home(self) -> set[str]:
        """The countries that a report is sent from, and those of whose army, police or government it speaks."""
        lines = [f.span for f in self._doc.furniture if f.kind == "dateline"]
        own = {p.country for span in lines for p in self._spread.inside(span) if p.country}
        return own | {land for t in self._parse if t.dep in OWNERS and (land := _state(t)) and _is_body(self._parse.head(t))}

    def _owner(self, draft: Draft) -> str | None:
        """The country right before a name: "Ruritania's Interior Ministry", "the Ruritanian Interior Ministry"."""
        beside = self._parse.kids(self._parse[draft.head], *OWNERS)
        return next((land for k in beside if (land := _state(k))), None)

    def _in_sentence(self, draft: Draft) -> set[str]:
        """The countries that a sentence names, or names places of."""
        sent = self._parse[draft.head].sent
        span = self._parse.sentences[sent].span
        named = {land for t in self._parse.sentence_tokens(sent) if (land := _state(t))}
        return named | {p.country for p in self._spread.inside(span) if p.country}

    @cached_property
    def _spread(self) -> Spread[Place]:
        return Spread(self._places, lambda place: place.mentions)

    @cached_property
    def _of_report(self) -> str | None:
        """The only country of a report; of several the one it was sent from, where it names none more often."""
        if len(self._named) < 2:
            return _only(set(self._named))
        lines = [f.span for f in self._doc.furniture if f.kind == "dateline"]
        sent_from = _only({p.country for span in lines for p in self._spread.inside(span) if p.country})
        most = max(self._named.values())
        return sent_from if sent_from and self._named[sent_from] == most else None

    @cached_property
    def _named(self) -> Counter[str]:
        """How often a report names each country, its people, or a place in it."""
        found = Counter(land for t in self._parse if (land := _state(t)))
        for place in self._places:
            if place.country:
                spans = [m for m in place.mentions if (token := self._parse.token_at(m[0])) is None or not _state(token)]
                found[place.country] += len(spans)
        return +found


def _state(token: Token) -> str | None:
    """The country that a name or adjective stands for."""
    return (demonyms().get(fold(token.text)) or None) if token.text[:1].isupper() else None


def _is_body(noun: Token) -> bool:
    """Whether a noun is an army, a police or a government, or those who serve or lead one."""
    row = lexicon.index("people").get(noun.lemma.casefold()) or lexicon.index("bodies").get(noun.text.casefold())
    return row is not None and row["kind"] in OF_STATES


def _only(lands: set[str]) -> str | None:
    return next(iter(lands)) if len(lands) == 1 else None
