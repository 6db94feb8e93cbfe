"""What a cue verb reports in a phrase: infinitives, objects, and the frames of "accuse", "blame", "describe", "call on", "point to"."""

from onrecord.attribute.channels import without_own_channel
from onrecord.attribute.cues import Cue, Cues, stripped
from onrecord.attribute.quotations import Quoted
from onrecord.attribute.sources import may_speak
from onrecord.records import Parse, Span, Token

Found = tuple[tuple[Span, ...], str]  # the pieces, and the name of the frame
CONDITIONS = frozenset(("unless", "if", "until", "when", "once", "before", "after", "because", "until"))
HAILED = frozenset(("taxi", "cab", "rickshaw", "driver", "bus", "ride", "waiter"))
SLAMMED = frozenset("coast island door brake wall town village city shore area car vehicle".split())
BLOWS = frozenset("strike airstrike missile rocket shell bomb drone wind rain wave wall".split())
TOLLS = frozenset(("number", "toll", "figure", "count", "total", "cost", "estimate"))
TELLING = frozenset(
    ("discuss", "elaborate", "give", "name", "identify", "provide", "speak", "talk", "specify", "apologise", "apologize")
)


def phrase(parse: Parse, quoted: Quoted, cues: Cues, verb: Token, cue: Cue) -> Found | None:
    """Infinitives, objects and the frames of "accuse", "blame", "describe", "call on", "point to"."""
    infinitive, obj = parse.kid(verb, "xcomp"), parse.kid(verb, "dobj")
    end = phrase_end(parse, verb)
    if "infinitive" in cue.frames and infinitive is not None and infinitive.i > verb.i and parse.kid(infinitive, "aux"):
        if parse.kid(infinitive, "auxpass") and infinitive.lemma in ("name", "identify", "quote"):
            return None  # "declined to be named"
        if "speech" in cue.frames and infinitive.lemma not in cues.verbs and infinitive.lemma not in TELLING:
            return None  # "refused to leave" says nothing
        first, last = parse.subtree(infinitive)
        return (parse.span(first, max(last, _condition_end(parse, verb, last))),), "infinitive"
    if "accuse" in cue.frames and obj is not None and (of := _of(parse, verb, obj)) is not None:
        inner = parse.subtree(of)
        whom = parse.span(*stripped(parse, parse.subtree(obj)[0], _bare_end(parse, obj, of), (",",)))
        return (whom, parse.span(inner[0] + 1, _with_participle(parse, verb, inner[1], listed=True))), "accuse"
    if cue.frames & {"blame", "as", "small"} and obj is not None and obj.i > verb.i:
        name = next(f for f in ("blame", "as", "small") if f in cue.frames)
        if name == "small" and not _has_predicate(parse, quoted, verb, obj):
            return None
        return (parse.span(max(verb.i + 1, parse.subtree(obj)[0]), _with_participle(parse, verb, end)),), name
    if (called := _called(parse, verb, cue)) is not None:
        return (parse.tree_span(called),), "small"
    if "call" in cue.frames and (asked := asked_of(parse, verb)) is not None:
        return (parse.tree_span(asked[1]),), "call"
    if (behind := _behind_preposition(parse, verb, cue, end)) is not None:
        return behind
    if (
        _takes_object(parse, verb, cue)
        and obj is not None
        and obj.i > verb.i
        and obj.pos in ("NOUN", "PROPN", "PRON", "SYM", "NUM", "VERB", "ADJ")
    ):
        return _object(parse, verb, obj, end)
    takes = _takes_object(parse, verb, cue) or "as" in cue.frames  # "described seeing bodies"
    if takes and infinitive is not None and infinitive.tag == "VBG" and infinitive.i > verb.i:
        return (parse.tree_span(infinitive),), "gerund"
    return None


def _behind_preposition(parse: Parse, verb: Token, cue: Cue, end: int) -> Found | None:
    """What stands behind the preposition of a frame: "called for a truce", "pointed to the raid", "warned of a famine"."""
    for frame, preps in (
        ("call", ("for", "on", "upon")),
        ("to", ("to",)),
        ("on", ("on",)),
        ("about", ("about", "of", "against")),
    ):
        prep = next(
            (k for k in parse.kids(verb, "prep") if k.lemma in preps and k.i > verb.i and not _tells_when(parse, k)), None
        )
        if frame in cue.frames and prep is not None and prep.i + 1 < end:
            if prep.lemma == "against":
                return (parse.span(prep.i, end),), "against"  # "warned against the march": not to march
            return (parse.span(prep.i + (prep.lemma not in ("on", "upon") or frame != "call"), end),), frame
    return None


def _object(parse: Parse, verb: Token, obj: Token, end: int) -> Found | None:
    """The object that a cue reports, None for a pronoun or for what is done with the hands."""
    if _is_bodily(parse, verb, obj):
        return None
    first = parse.subtree(obj)[0]
    return ((parse.span(first, max(without_own_channel(parse, first, end), obj.i + 1)),), "object") if obj.tag != "PRP" else None


def _tells_when(parse: Parse, prep: Token) -> bool:
    """Whether a preposition tells when: "called on Friday"."""
    return any(k.ent in ("DATE", "TIME") for k in parse.kids(prep, "pobj"))


def _is_bodily(parse: Parse, verb: Token, obj: Token) -> bool:
    """Whether a cue is done with hands or arms: "hailed a taxi", "slammed the town with air strikes", "the storm slammed the coast"."""
    if verb.lemma == "hail":
        return obj.lemma in HAILED
    means = [t for k in parse.kids(verb, "prep") if k.lemma in ("with", "into") for t in parse.kids(k, "pobj")]
    means += [t for k in parse.kids(obj, "prep") if k.lemma == "with" for t in parse.kids(k, "pobj")]
    return verb.lemma == "slam" and (obj.lemma in SLAMMED or any(t.lemma in BLOWS for t in means))


def _called(parse: Parse, verb: Token, cue: Cue) -> Token | None:
    """What somebody is called whom the cue has before it or in a clause: "what police described as revenge", "considered it wise"."""
    if "small" in cue.frames:
        called = parse.kid(verb, "oprd", "ccomp")
        if called is not None and parse.kid(verb, "dobj") is None and may_speak(called) and not parse.kids(called):
            return None  # "called police"
        return called if called is not None and called.i > verb.i and called.pos not in ("VERB", "AUX") else None
    what = parse.kid(verb, "dobj")
    named = next((k for k in parse.kids(verb, "prep") if k.lemma == "as" and k.i > verb.i), None)
    if "as" not in cue.frames or named is None or what is None or what.i > verb.i or what.tag not in ("WP", "WDT"):
        return None
    return parse.kid(named, "pobj", "amod", "pcomp")


def asked_of(parse: Parse, verb: Token) -> tuple[Token, Token] | None:
    """Who is called on, and the infinitive of what to do: "called on both sides to lay down their arms"."""
    preps = (k for k in parse.kids(verb, "prep") if k.lemma in ("on", "upon") and k.i > verb.i)
    prep = next((k for k in preps if not _tells_when(parse, k)), None)
    whom = parse.kid(prep, "pobj") if prep is not None else None
    if whom is None:
        return None
    under = (*parse.kids(whom, "acl", "relcl"), *parse.kids(verb, "advcl", "xcomp", "ccomp"))
    done = next((k for k in under if k.tag == "VB" and k.i > whom.i and any(a.lemma == "to" for a in parse.kids(k, "aux"))), None)
    return (whom, done) if done is not None else None


def _bare_end(parse: Parse, obj: Token, of: Token) -> int:
    """Where the accused end: before the "of" and before what a clause tells of them."""
    return max(obj.i + 1, min([of.i, *(parse.subtree(k)[0] for k in parse.kids(obj, "relcl") if k.i > obj.i)]))


def _takes_object(parse: Parse, verb: Token, cue: Cue) -> bool:
    """Whether a noun phrase can be what a cue reports; of some only with a particle: "ruled out a role", not "ruled the land"."""
    return "object" in cue.frames or ("particle" in cue.frames and parse.kid(verb, "prt") is not None)


def _with_participle(parse: Parse, verb: Token, end: int, *, listed: bool = False) -> int:
    """The end of a description with the participle that goes on: "described him as a man in his thirties, wearing a red coat".

    Of an accusation only with a list of them: "accuse the army of killings, razing villages and using mines".
    """
    kids = (k for k in parse.kids(verb, "advcl") if k.tag == "VBG" and end <= parse.subtree(k)[0] <= end + 1)
    kids = (k for k in kids if not listed or parse.kid(k, "conj") is not None)
    return max([end, *(parse.subtree(k)[1] for k in kids)])


def _has_predicate(parse: Parse, quoted: Quoted, verb: Token, obj: Token) -> bool:
    """Whether somebody is called something: "called it a crime", "called the raid \"cowardly\"", not "called the police"."""
    if parse.kid(verb, "oprd", "ccomp", "acomp", "attr") is not None or parse.kid(obj, "appos") is not None:
        return True
    sent = parse.sentences[verb.sent].span
    return any(q[0] >= verb.end for q in quoted.touching((verb.end, sent[1])))


def _condition_end(parse: Parse, verb: Token, last: int) -> int:
    """The end of "unless …", "if …" after an infinitive, which the parser hangs on the cue."""
    clause = next((k for k in parse.kids(verb, "advcl") if last <= parse.subtree(k)[0] <= last + 1), None)
    marked = clause is not None and any(k.lemma in CONDITIONS for k in parse.kids(clause, "mark", "advmod"))
    return parse.subtree(clause)[1] if clause is not None and marked else last


def raised(parse: Parse, verb: Token) -> Found | None:
    """The frame of "seem": its subject and what it seems to be; whom it seems so is not said."""
    subject, rest = parse.kid(verb, "nsubj"), parse.kid(verb, "xcomp", "oprd", "acomp", "ccomp")
    if subject is None or rest is None or rest.i < verb.i:
        return None
    said = parse.span(parse.subtree(rest)[0], max(phrase_end(parse, verb), rest.i + 1))
    return ((said,) if subject.lemma == "it" else (parse.tree_span(subject), said)), "raised"


def _of(parse: Parse, verb: Token, obj: Token) -> Token | None:
    """The "of" of an accusation that has words after it."""
    preps = [*parse.kids(verb, "prep"), *parse.kids(obj, "prep")]
    of = next((k for k in preps if k.lemma == "of" and parse.subtree(k)[1] > k.i + 1), None)
    under = parse.tokens[obj.i + 1 : parse.subtree(verb)[1]] if of is None else ()
    return of or next((k for k in under if k.lemma == "of" and parse[k.i - 1].text == "," and parse.kid(k, "pcomp")), None)


def phrase_end(parse: Parse, verb: Token) -> int:
    """Index after the last token that depends on a verb before a new clause of its own subject or a participle begins."""
    last = verb.i
    for kid in parse.kids(verb):
        if kid.i < verb.i:
            continue
        if (
            kid.dep in ("advcl", "cc", "conj")
            or kid.lemma == "accord"
            or kid.text.casefold() == "according"
            or (kid.dep == "punct" and kid.text in (";", "."))
        ):
            break
        if kid.dep == "punct":
            continue
        last = max(last, parse.subtree(kid)[1] - 1)
    return last + 1
