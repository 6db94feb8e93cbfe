"""What the clause around a time says of it: whether it looks ahead or back, whether it sets a term, and what begins then.

Most of it is told by the words of the sentence; the tree is asked only where they leave it open, so that a sentence whose tree
no time hangs on need not be parsed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from onrecord import lexicon
from onrecord.records import Parse, Token
from onrecord.when.find import Core

TERM_BEFORE = re.compile(
    r"\b(?:by|until|till|through|to|from)\s+(?:early\s+|mid-|late\s+)?$", re.IGNORECASE
)  # a term may lie ahead
SINCE_BEFORE = re.compile(
    r"\bsince\s+(?:(?:the\s+)?(?:start|beginning|end|middle)\s+of\s+|early\s+|late\s+|mid-?|the\s+)?$", re.IGNORECASE
)
BEGINNING = frozenset(("begin", "start", "launch", "commence", "open", "kick"))
BEGINS = re.compile(r"\b(?:beg[iau]n|start|launch|commenc|open|kick)", re.IGNORECASE)  # their forms
SHORT_FORMS = r"\b(?:wo|sha)n['‘’‚‛ʼ`]?t\b|['‘’‚‛ʼ`]ll\b"  # of "will" and "shall"


@dataclass(frozen=True, slots=True)
class Clause:
    """The clause around a core, read when asked."""

    parse: Parse
    core: Core

    @property
    def ahead(self) -> bool:
        """Whether it speaks of what is to come."""
        return self._has(_ahead_words()) and _looks_ahead(self.parse, self.core)

    @property
    def past(self) -> bool:
        """Whether it is in a past tense or the perfect, or the time is that since which something holds."""
        since = SINCE_BEFORE.search(self.parse.text, max(0, self.core.span[0] - 30), self.core.span[0])
        return since is not None or _tells_past(self.parse, self.core, self.term)

    @property
    def term(self) -> bool:
        """Whether the time is a term set, which may lie ahead: "until Sunday", "by 3 May", "a truce from 3 May"."""
        return TERM_BEFORE.search(self.parse.text, max(0, self.core.span[0] - 20), self.core.span[0]) is not None

    @property
    def begun(self) -> frozenset[str]:
        """What it says began: the verb and its nouns; empty when nothing began."""
        if not self._has(BEGINS):
            return frozenset()
        verb = next((t for t in _above(self.parse, self.core) if t.lemma in BEGINNING and t.pos == "VERB"), None)
        return frozenset((verb.lemma, *(k.lemma for k in self.parse.kids(verb)))) if verb else frozenset()

    def _has(self, words: re.Pattern[str]) -> bool:
        """Whether its sentence has such a word at all."""
        sent = self.parse.sentence_at(self.core.span[0])
        return sent is not None and words.search(self.parse.text, *self.parse.sentences[sent].span) is not None


@lexicon.from_rows
@cache
def _ahead_words() -> re.Pattern[str]:
    """The words of `ahead` in the forms in which they look ahead: any form, or of a schedule's verb the present tense."""
    forms = (_forms(row["word"], row["kind"]) for row in lexicon.rows("ahead"))
    return re.compile("|".join((SHORT_FORMS, *forms)), re.IGNORECASE)


def _forms(word: str, kind: str) -> str:
    if not word[0].isalpha():
        return rf"{re.escape(word)}\b"
    if kind == "schedule":
        return rf"\b{re.escape(word)}(?:e?s)?\b"
    ends = "e(?:[sdrn])?|ing" if word.endswith("e") else r"|e?s|\w?ed|\w?en|\w?ing"
    return rf"\b{re.escape(word.removesuffix('e'))}(?:{ends})\b"


def _looks_ahead(parse: Parse, core: Core) -> bool:
    ahead = lexicon.index("ahead")
    verb = _verb_above(parse, core)
    if verb is None:
        return _hangs_on(parse, core)
    own = [verb, *parse.kids(verb, "aux", "auxpass", "acomp"), *(_governors(parse, verb) if verb.tag == "VB" else ())]
    if any(ahead.get(t.lemma, ahead.get(t.text.casefold(), {})).get("kind") == "any" and t.tag != "VBD" for t in own):
        return True
    present = verb.tag in ("VBZ", "VBP") and ahead.get(verb.lemma, {}).get("kind") == "schedule"
    return present or _hangs_on(parse, core)


def _tells_past(parse: Parse, core: Core, term: bool) -> bool:
    verb = _verb_above(parse, core)
    if verb is None:
        return False
    helpers = parse.kids(verb, "aux", "auxpass")
    perfect = any(t.lemma == "have" for t in helpers) and not term  # "has been closed until Sunday"
    return (verb.tag == "VBN" and (perfect or not helpers)) or any(t.tag == "VBD" for t in (verb, *helpers))


def _governors(parse: Parse, verb: Token) -> list[Token]:
    """What an infinitive hangs on, with its auxiliaries: "is scheduled to close"."""
    head = parse.head(verb)
    return (
        [head, *parse.kids(head, "aux", "acomp")] if head.i != verb.i and verb.dep in ("xcomp", "ccomp", "advcl", "acl") else []
    )


def _hangs_on(parse: Parse, core: Core) -> bool:
    """Whether a time hangs on a word such as "due" or "effective", with nothing done between: not "the plan, dropped on 3 May"."""
    ahead = lexicon.index("ahead")
    near = takewhile(lambda t: t.tag not in ("VBD", "VBN"), _above(parse, core))
    return any(ahead.get(t.lemma, {}).get("kind") == "any" for t in near if t.pos in ("ADJ", "NOUN"))


def _verb_above(parse: Parse, core: Core) -> Token | None:
    return next((token for token in _above(parse, core) if token.pos in ("VERB", "AUX")), None)


def _above(parse: Parse, core: Core) -> Iterable[Token]:
    """The governors of a core's first word, nearest first; none where its sentence was not parsed."""
    token = parse.token_at(core.span[0])
    return parse.ancestors(token) if token else ()
