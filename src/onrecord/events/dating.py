"""When a figure holds: its own words, then its event, then the running date of the narrative."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.lexicon.extremes import is_superlative
from onrecord.records import Event, Figure, Parse, Statement, Time, Token, covers

INCIDENT = frozenset(("killed", "wounded", "casualties", "missing", "captured", "freed", "destroyed", "attacks", "other"))
WINDOW = 60  # times that a figure looks back or ahead for its own
DAYS = 2  # UCDP precision of a time that dates one incident
LONG = re.compile(r"/|^\d{4}$|^\d{4}-\d\d$")  # an interval, a year, a month


class Calendar:
    """The times that date happenings, by sentence; times that only say when something was said are left out."""

    def __init__(self, parse: Parse, times: Sequence[Time], statements: Sequence[Statement]) -> None:
        speaking = {s.said for s in statements if s.source is not None}
        self.parse = parse
        self.times = sorted((t for t in times if t.id not in speaking or t.date_prec > DAYS), key=lambda t: t.span)
        self.starts = [t.span[0] for t in self.times]

    def of(self, fig: Figure, event: Event | None) -> str | None:
        """Id of the time that dates a figure, None when nothing does.

        "855 cases in 2010" is dated by the words under its noun, "Three died on Sunday" by its clause; a toll told later
        takes the date of its event, and without one the day the narrative runs on.
        """
        token = self.parse[self.parse.index_at(fig.span[1] - 1)]
        here = self._here(fig)
        under = [t for t in here if self._is_under(token, t)]
        if under:
            return self._nearest(under, fig).id
        here = [t for t in here if not self._is_aside(token, t) and not self._is_bound(t) and not self._is_past(token, t)]
        clause = [t for t in here if self._governs(token, t)]
        if event is not None and event.time is not None and not (clause and self._is_apart(event, fig)):
            return event.time
        if clause or here:
            return self._nearest(clause or here, fig).id
        return self._running(fig)

    def _is_past(self, token: Token, time: Time) -> bool:
        """Whether a time is of what was, and the figure of what is: "was founded in 1964, has 8,000 fighters"."""
        now, then = (self._verb(t) for t in (token, self.parse[self.parse.index_at(time.span[1] - 1)]))
        return now.tag in ("VBZ", "VBP") and now.i != then.i and then.dep != "xcomp" and self._tense(then) == "VBD"

    def _verb(self, token: Token) -> Token:
        """The verb of a word's clause."""
        while token.pos not in ("VERB", "AUX") and token.head != token.i:
            token = self.parse.head(token)
        return token

    def _tense(self, verb: Token) -> str:
        """The tag of a verb, or of its first helper."""
        return next((k.tag for k in self.parse.kids(verb, "aux", "auxpass")), verb.tag)

    def _is_bound(self, time: Time) -> bool:
        """Whether a time only bounds a comparison: "the worst violence since 2001"."""
        return time.rule.endswith(".since") and is_superlative(self.parse, self.parse[self.parse.index_at(time.span[0])])

    def _is_apart(self, event: Event, fig: Figure) -> bool:
        """Whether an event is told in another sentence than its figure, or in a clause that the figure's does not hang on.

        "Six died on Monday. Two were hurt on Friday", "20 posts were set up in 2008, and there are plans to have 40 by 2014".
        """
        token, word = self.parse[self.parse.index_at(fig.span[1] - 1)], self.parse[self.parse.index_at(event.trigger[0])]
        near = {t.i for t in self.parse.ancestors(token)} | {token.i}
        own = next((t for t in self.parse.ancestors(token) if t.pos in ("VERB", "AUX")), token)
        return token.sent != word.sent or (word.i not in near and own.i not in {t.i for t in self.parse.ancestors(word)})

    def _here(self, fig: Figure) -> list[Time]:
        """The times of a figure's sentence."""
        sent = self.parse.sentence_at(fig.span[0])
        if sent is None:
            return []
        low, high = self.parse.sentences[sent].span
        return self.times[bisect_left(self.starts, low) : bisect_left(self.starts, high)]

    def _running(self, fig: Figure) -> str | None:
        """The last time told before a figure that can date it; in the lead, the first one after it."""
        if fig.measure not in INCIDENT:
            return None
        index = bisect_left(self.starts, fig.span[0])
        for time in reversed(self.times[max(0, index - WINDOW) : index]):
            if self._can_run(time, fig):
                return time.id
        return (
            next((t.id for t in self.times[index : index + WINDOW] if t.date_prec <= DAYS), None) if not fig.cumulative else None
        )

    def _can_run(self, time: Time, fig: Figure) -> bool:
        """A running toll goes on with a period, a single incident with a day."""
        if time.edtf is None:
            return False
        return bool(LONG.search(time.edtf)) if fig.cumulative else time.date_prec <= DAYS

    def _nearest(self, times: Sequence[Time], fig: Figure) -> Time:
        return min(times, key=lambda t: max(t.span[0] - fig.span[1], fig.span[0] - t.span[1]))

    def _is_under(self, token: Token, time: Time) -> bool:
        """Whether a time hangs under the noun the figure counts."""
        noun = self.parse.head(token) if token.dep in ("nummod", "amod", "det", "quantmod") else token
        if noun.pos not in ("NOUN", "PROPN", "NUM"):
            return False
        return noun.end <= time.span[0] and covers(self.parse.tree_span(noun), time.span) and not self._crosses(noun, time)

    def _crosses(self, noun: Token, time: Time) -> bool:
        """Whether a verb stands between a noun and a time under it: "troops who left in May"."""
        for token in self.parse.ancestors(self.parse[self.parse.index_at(time.span[1] - 1)]):
            if token.i == noun.i:
                return False
            if token.pos == "VERB":
                return True
        return True

    def _is_aside(self, token: Token, time: Time) -> bool:
        """Whether a time stands in a relative clause that leaves the figure out: "which had 300 men in May, is down to 80"."""
        for above in self.parse.ancestors(self.parse[self.parse.index_at(time.span[1] - 1)]):
            if above.dep == "relcl":
                first, last = self.parse.subtree(above)
                return not first <= token.i < last
        return False

    def _governs(self, token: Token, time: Time) -> bool:
        """Whether a word or the verb of its clause stands above a time."""
        clause = self._verb(token)
        up = {t.i for t in self.parse.ancestors(self.parse[self.parse.index_at(time.span[1] - 1)])}
        return token.i in up or clause.i in up
