"""Claims without a verb: "according to X", "reportedly", "allegations of …", "X's claim that …"."""

import re
from collections.abc import Iterator

from onrecord.attribute.claim import Claim
from onrecord.attribute.cues import Cues
from onrecord.attribute.quotations import Quoted
from onrecord.records import Parse, Span, Token

LINKS = frozenset(("addition", "contrast", "fact", "turn", "particular", "example", "instance"))  # "In addition, according to …"
LONGEST_LINK = 4  # words
ACCORDING = re.compile(r"\b(?:according\s+to|in\s+the\s+words\s+of)\b", re.IGNORECASE)


def according_claims(parse: Parse, quoted: Quoted) -> Iterator[Claim]:
    """ "According to X, …", "…, according to X": the rest of the sentence, in a quotation the rest of the quotation."""
    for match in ACCORDING.finditer(parse.text):
        index = parse.index_at(match.end() - 1)
        if index < 0 or parse.sentence_at(match.start()) is None:
            continue
        speaker = _object_of(parse, parse[index])
        if speaker is None:
            continue
        yield Claim(
            match.span(),
            (_rest(parse, quoted, match.span(), speaker),),
            "attribute.according",
            "asserts",
            speaker,
            None,
            match.span(),
        )


def _object_of(parse: Parse, preposition: Token) -> Token | None:
    """The noun after "according to"."""
    target = parse.kid(preposition, "pobj")
    if target is not None:
        return target
    following = parse.tokens[preposition.i + 1 : preposition.i + 12]
    noun = next(
        (t for t in following if (t.pos in ("NOUN", "PROPN", "PRON") and parse.head(t).i <= preposition.i) or t.pos == "PRON"),
        None,
    )
    return noun or next((t for t in following if t.pos in ("NOUN", "PROPN")), None)


def _rest(parse: Parse, quoted: Quoted, cue: Span, speaker: Token) -> Span:
    """What the phrase vouches for: before its comma when it closes the clause, after the source's comma when it opens it."""
    sent = parse.sentences[speaker.sent].span
    inside = quoted.at(cue[0])
    low, high = max(sent[0], inside[0] if inside else sent[0]), min(sent[1], inside[1] if inside else sent[1])
    before = parse.text[low : cue[0]]
    words = before.split()
    if words and words[-1].rstrip(",") == "that":
        return _after_phrase(parse, speaker, high)  # "He said that, according to X, …"
    if len(words) < LONGEST_LINK and before.rstrip().endswith(",") and _is_link(parse, (low, cue[0])):
        return _after_phrase(parse, speaker, high)  # "Finally, according to X, …"
    if len(words) > 2 or (words and before.rstrip().endswith((",", '"', "”"))):
        joint = re.search(r"(?:[,;:]|\s-+|–|—)?\s*(?:but|and|however,?)?\s*$", before)
        return (low, cue[0] - len(joint[0]) if joint else cue[0])
    return _after_phrase(parse, speaker, high)


def _is_link(parse: Parse, span: Span) -> bool:
    """Whether words only link a sentence to the one before: "Finally,", "In addition,", "Meanwhile,"."""
    tokens = [t for t in parse.tokens_in(span) if t.pos not in ("PUNCT", "SPACE")]
    return all(t.pos in ("ADV", "ADP", "CCONJ", "SCONJ") or t.lemma in LINKS for t in tokens)


def _after_phrase(parse: Parse, speaker: Token, high: int) -> Span:
    """What follows the source's comma, or the source."""
    phrase_end = max(parse.noun_phrase(speaker)[1], speaker.end)
    comma = parse.text.find(",", phrase_end, high)
    return (comma + 1 if comma >= 0 else phrase_end, high)


def adverb_claims(parse: Parse, cues: Cues) -> Iterator[Claim]:
    """ "reportedly", "allegedly": the clause around the adverb, without a source."""
    for token in parse:
        if token.text.casefold() in cues.adverbs:
            yield Claim(token.span, _around(parse, token), "attribute.adverb", "asserts", None, None, token.span)


def _around(parse: Parse, adverb: Token) -> tuple[Span, ...]:
    """The clause of an adverb in the pieces before and after it."""
    verb = parse.head(adverb)
    while verb.pos not in ("VERB", "AUX") and verb.head != verb.i:
        verb = parse.head(verb)
    first, last = parse.subtree(verb) if verb.dep in ("relcl", "advcl", "ccomp", "acl") else parse.ranges[adverb.sent]
    while last > first + 1 and parse[last - 1].text in (".", '"', "”", ","):
        last -= 1
    if parse[first].dep == "mark" and parse[first].lemma == "that":
        first += 1
    pieces = []
    if adverb.i > first:
        pieces.append(parse.span(first, adverb.i))
    if adverb.i + 1 < last:
        pieces.append(parse.span(adverb.i + 1, last))
    return tuple(pieces)


def noun_claims(parse: Parse, cues: Cues) -> Iterator[Claim]:
    """ "allegations of …", "reports that …", "X's claim that …"."""
    for token in parse:
        if token.pos != "NOUN" or token.lemma not in cues.nouns or any(k.lemma == "no" for k in parse.kids(token, "det")):
            continue
        clause = parse.kid(token, "acl", "ccomp", "relcl")
        content: Span | None = None
        if clause is not None and any(k.lemma == "that" and k.dep == "mark" for k in parse.kids(clause)):
            first, last = parse.subtree(clause)
            content = parse.span(first + 1, last)
        elif token.tag == "NNS" or token.lemma in ("allegation", "accusation"):
            of = next((k for k in parse.kids(token, "prep") if k.lemma == "of"), None)
            if of is not None and parse.subtree(of)[1] > of.i + 1:
                content = parse.span(of.i + 1, parse.subtree(of)[1])
        if content is not None:
            yield Claim(
                token.span,
                (content,),
                "attribute.noun",
                cues.nouns[token.lemma].attitude,
                parse.kid(token, "poss"),
                None,
                token.span,
            )
