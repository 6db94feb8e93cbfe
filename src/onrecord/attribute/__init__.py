"""Find statements: who said what, to whom, where, through which chain."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from onrecord import lexicon
from onrecord.attribute.circumstances import addressee_of, attitude_of, channel_of, mode_of, said_at
from onrecord.attribute.claim import Claim
from onrecord.attribute.cues import Cues
from onrecord.attribute.headlines import headline_claims
from onrecord.attribute.joined import joined
from onrecord.attribute.loose import loose_claims
from onrecord.attribute.papers import is_paper
from onrecord.attribute.phrases import according_claims, adverb_claims, noun_claims
from onrecord.attribute.quotations import Quoted, quotations
from onrecord.attribute.releases import released
from onrecord.attribute.shape import shaped
from onrecord.attribute.sources import speaker_of
from onrecord.attribute.tolls import toll_claims
from onrecord.attribute.verbs import verb_claims
from onrecord.records import Cast, Document, Parse, Span, Spread, Statement, Time, Token, covers, record_id


def attribute(
    doc: Document,
    parse: Parse,
    cast: Cast,
    times: Sequence[Time] = (),
    more: Sequence[lexicon.Row] = (),
    first_person: bool = False,
) -> tuple[Statement, ...]:
    """The statements of a document in the order of their cues.

    `more` are rows read before the table of cues; `first_person` counts the author's "I say" as a statement too.
    """
    quoted = Quoted(quotations(doc.text))
    cues = Cues((*more, *lexicon.rows("cues")))
    found = [
        *verb_claims(parse, quoted, cues, first_person),
        *according_claims(parse, quoted),
        *adverb_claims(parse, cues),
        *noun_claims(parse, cues),
        *toll_claims(parse, cues),
        *headline_claims(parse),
    ]
    claims = shaped(parse, quoted, found)
    claims = sorted([*claims, *loose_claims(parse, quoted, cues, claims)], key=lambda c: c.cue)
    claims = released(parse, joined(parse, quoted, claims))
    taken: set[str] = set()
    made: list[Statement] = []
    for claim in claims:
        statement_id = record_id(doc.id, "statement", claim.cue, taken)
        taken.add(statement_id)
        statement = _statement(statement_id, doc, parse, cast, times, quoted, claim)
        made.append(replace(statement, source=_paper_source(parse, cast, made, claim, statement.source)))
    return _chained(_once(doc.text, made))


def _paper_source(parse: Parse, cast: Cast, made: Sequence[Statement], claim: Claim, actor: str | None) -> str | None:
    """The actor of a source, or for a paper that somebody spoke in before, that speaker: "the statement said"."""
    paper = claim.speaker
    if paper is not None and paper.lemma == "it" and actor is None and made:
        return _paper_before(parse, made[-1], paper)
    if paper is None or paper.lemma not in lexicon.words("channels") or parse.kid(paper, "poss", "prep", "compound", "amod"):
        return actor
    if actor is not None and cast.actor(actor).kind != "unnamed":
        return actor
    spoken = (s for s in reversed(made) if s.source and paper.lemma in _papers_of(parse.text, s))
    return next((s.source for s in spoken), actor)


def _paper_before(parse: Parse, before: Statement, it: Token) -> str | None:
    """The source of the statement one sentence before when that was a paper's: "A police report said …. It said …"."""
    words = parse.tokens_in(before.source_span) if before.source_span else ()
    near = parse.sentence_at(before.cue[0]) in (it.sent, it.sent - 1)
    return before.source if near and any(is_paper(t) for t in words[-1:]) else None


def _statement(
    statement_id: str, doc: Document, parse: Parse, cast: Cast, times: Sequence[Time], quoted: Quoted, claim: Claim
) -> Statement:
    source_span = _source_span(parse, claim)
    mention = speaker_of(parse, cast, claim.speaker, source_span) if claim.speaker else None
    return Statement(
        id=statement_id,
        source=mention.actor if mention else None,
        source_span=source_span,
        cue=claim.cue,
        content=claim.content,
        mode="direct" if claim.rule == "attribute.release" else mode_of(doc.text, quoted, claim.content),
        attitude=attitude_of(parse, claim),
        channel=channel_of(parse, claim),
        addressee=addressee_of(parse, claim),
        said=said_at(parse, times, claim),
        via=(),
        rule=claim.rule,
        rivals=mention.rivals if mention else (),
    )


def _papers_of(text: str, statement: Statement) -> set[str]:
    """The last words of the channel and of the source of a statement: "statement" of "a statement", "release" of "a ministry release"."""
    named = text[slice(*statement.source_span)] if statement.source_span else ""
    return {words.casefold().split()[-1] for words in (statement.channel, named) if words and words.split()}


def _source_span(parse: Parse, claim: Claim) -> Span | None:
    """The noun phrase of the source with title and apposition, without clauses."""
    if claim.speaker is None:
        return None
    first, last = parse.subtree(claim.speaker)
    if claim.clause[0] <= claim.speaker.start:
        first = max(first, parse.index_at(claim.clause[0]))
    clauses = (k for k in parse.kids(claim.speaker, "relcl", "acl") if k.i > claim.speaker.i)
    cut = [parse.subtree(k)[0] for k in clauses if _is_aside(parse, claim, k)]
    last = min([last, *cut]) if cut else last
    span = _beside_said(parse, claim, claim.speaker, parse.span(first, max(last, claim.speaker.i + 1)))
    while span[1] > claim.speaker.end and parse.text[span[1] - 1] in ' ,:"“”':
        span = (span[0], span[1] - 1)
    while span[0] < claim.speaker.start and parse.text[span[0]] in ' ,:"“”':
        span = (span[0] + 1, span[1])
    return span


def _beside_said(parse: Parse, claim: Claim, noun: Token, span: Span) -> Span:
    """A source's span without the cue and what is said, which the tree may hang on it: "described by officials as a militant"."""
    said = (claim.cue, *claim.content)
    first = max([span[0], *(end for _, end in said if end <= noun.start)])
    last = min([span[1], *(start for start, _ in said if start >= noun.end)])
    words = parse.tokens_in((noun.end, last)) if last < span[1] else ()
    joints = takewhile(lambda t: t.pos in ("ADP", "PUNCT"), reversed(words))
    return first, min([last, *(t.start for t in joints)])


def _is_aside(parse: Parse, claim: Claim, clause: Token) -> bool:
    """Whether a clause is no part of the source's name: one behind a comma or a name, or one that holds the cue itself."""
    first, last = parse.subtree(clause)
    holds = claim.verb is not None and first <= claim.verb.i < last
    return holds or claim.speaker is None or claim.speaker.pos == "PROPN" or parse[first - 1].text == ","


def _once(text: str, made: list[Statement]) -> list[Statement]:
    """One statement where a speaker has two cues over one clause: "Omar estimates that …, he said", "Omar said he believed …"."""
    cues = Spread(made, lambda s: (s.cue,))
    gone: set[str] = set()
    for outer in made:
        own = (s for s in _each_once(cues, outer) if s.source and s.source == outer.source and s.id != outer.id)
        for inner in own:
            if _only_holds(text, outer, inner):
                gone.add(outer.id if outer.cue > inner.cue else inner.id)
    return [s for s in made if s.id not in gone]


def _only_holds(text: str, outer: Statement, inner: Statement) -> bool:
    """Whether what one statement says is no more than source, cue and content of another."""
    parts = (*inner.content, inner.cue, *([inner.source_span] if inner.source_span else ()))
    rest = [i for a, b in outer.content for i in range(a, b) if not any(x <= i < y for x, y in parts)]
    return "".join(text[i] for i in rest if text[i].isalpha()).casefold() in ("", "that")


def _chained(made: list[Statement]) -> tuple[Statement, ...]:
    """The statements with `via`: the outermost statements inside each one's content."""
    out = []
    cues = Spread(made, lambda s: (s.cue,))
    for outer in made:
        inner = [s for s in _each_once(cues, outer) if s.id != outer.id]
        inner = [s for s in inner if _is_smaller(s, outer)]
        direct = [s for s in inner if not any(o.id != s.id and any(covers(span, s.cue) for span in o.content) for o in inner)]
        out.append(replace(outer, via=tuple(s.id for s in direct)))
    return tuple(out)


def _each_once(cues: Spread[Statement], outer: Statement) -> list[Statement]:
    """The statements whose cue stands in another one's content, in order of the text."""
    found = {s.id: s for span in outer.content for s in cues.inside(span)}
    return sorted(found.values(), key=lambda s: s.cue)


def _is_smaller(inner: Statement, outer: Statement) -> bool:
    return sum(b - a for a, b in inner.content) < sum(b - a for a, b in outer.content)
