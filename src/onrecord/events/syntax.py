"""Who does what in a clause: the subject a verb has or shares, what it is done to, and what governs a noun."""

from collections.abc import Iterator

from onrecord import lexicon
from onrecord.lexicon.mended import severed_subject
from onrecord.records import Parse, Token

DEEPEST = 30  # clauses climbed for an understood subject: a run of words that is no sentence may nest without end
VERBAL = frozenset(("VERB", "AUX"))
OBJECT_CONTROL = frozenset(
    "appeal force order compel urge tell ask allow enable help train send recruit want oblige coerce pressure persuade instruct"
    " command call lead leave hire pay dispatch deploy warn invite encourage cause see prevent stop".split()
)
ACCUSING = frozenset("accuse suspect charge convict blame indict absolve acquit".split())
MIDDLE = frozenset("say report add tell announce state claim confirm write".split())  # cues put in the middle of what is told
FOILING = frozenset("foil thwart prevent stop avert block disrupt repel".split())
QUANTITIES = frozenset(
    "series number wave string spate dozen hundred thousand score lot campaign start beginning end phase act one some half rest"
    " total majority kind sort type stage escalation resumption round part couple handful pair case course wake aftermath pace"
    " use combination host rash surge increase rise drop attempt bout kind threat barrage hail volley burst".split()
)


def part_of_speech(token: Token) -> str:
    """Whether a word is used as a "noun" or as a "verb", or "": the tree's tag, mended where its place tells otherwise."""
    if token.dep in ("pobj", "dobj") and token.tag in ("VBZ", "VBP", "VB"):
        return "noun"  # "in retaliation for airstrikes", read as a verb
    if token.pos in VERBAL or (token.tag in ("VBN", "VBD") and token.pos not in ("NOUN", "PROPN")):
        return "verb"
    return "noun" if token.pos in ("NOUN", "PROPN") else ""


def surface_subject(parse: Parse, verb: Token, deep: int = 0) -> list[Token]:
    """The noun a verb is said of, its own or understood: "X", "X fled and …", "X vowed to …", "X was accused of …".

    Its role depends on the voice: an active verb's is the doer, a passive verb's the one it is done to.
    """
    own = [k for k in parse.kids(verb, "nsubj", "nsubjpass") if k.i < verb.i] or parse.kids(verb, "nsubj", "nsubjpass")
    if own and verb.dep == "conj" and lost_object(parse, parse.head(verb)) == own[-1]:
        return surface_subject(parse, parse.head(verb), deep + 1)
    if len(own) > 1 and any(own[-2].i < k.i < own[-1].i for k in parse.kids(own[-2], "cc")):
        return [
            antecedent(parse, k) for k in own[-2:]
        ]  # "six nurses and at least ten guards were hurt", two subjects in the tree
    if own:
        return [antecedent(parse, own[-1])]  # of two, as in "If the army attacks, we shoot", the nearer
    if (lost := severed_subject(parse, verb)) is not None:
        return [lost]
    governor = parse.head(verb)
    if governor.i == verb.i and deep <= DEEPEST:
        return _of_clause_before(parse, verb, deep + 1)
    if governor.i == verb.i or deep > DEEPEST:
        return []
    if verb.dep == "acl":
        if verb.lemma == "use" and verb.tag == "VBG" and (above := _ruler(parse, governor)) is not None:
            return surface_subject(parse, above, deep + 1)  # "attacked the rebels using mortars"
        return _of_noun_clause(parse, verb, governor, deep + 1)
    if verb.dep == "pcomp":
        return _of_preposition(parse, verb, governor, deep + 1)
    if verb.dep == "xcomp" and governor.pos in VERBAL:
        return controller(parse, governor, deep + 1)
    if verb.dep == "xcomp" and governor.dep == "acomp" and is_infinitive(parse, verb):
        return surface_subject(parse, parse.head(governor), deep + 1)  # "X was able to …"
    if verb.dep in ("conj", "advcl", "ccomp", "dep") and governor.pos in VERBAL:
        return _shared(parse, verb, governor, deep + 1)
    return []


def lost_object(parse: Parse, verb: Token) -> Token | None:
    """The object that the tree makes the subject of the next verb: "killed men, women and children, looted homes"."""
    if verb.pos not in VERBAL or parse.kid(verb, "dobj") is not None or is_passive(parse, verb):
        return None
    for after in parse.kids(verb, "conj"):
        subject = parse.kid(after, "nsubj")
        if subject is not None and subject.i > verb.i:
            first, last = parse.subtree(subject)
            if first == verb.i + 1 and parse[after.i - 1].text == "," and last >= after.i - 1:
                return subject
    return None


def _ruler(parse: Parse, noun: Token) -> Token | None:
    """The active verb that a noun is the object of, or stands behind a preposition of."""
    while noun.dep in ("conj", "pobj", "prep", "nmod") and noun.head != noun.i:
        noun = parse.head(noun)
    above = noun if noun.pos in VERBAL else parse.head(noun) if noun.dep == "dobj" else None
    return above if above is not None and above.pos in VERBAL and not is_passive(parse, above) else None


def _of_noun_clause(parse: Parse, verb: Token, noun: Token, deep: int) -> list[Token]:
    """Of "men fighting …", "men held by …": the men; of "an operation to free …": whoever has or runs the operation."""
    if not is_infinitive(parse, verb):
        last = parse[verb.i - 1]  # "by a sniper and another wounded by a mine"
        return [last if last.dep == "conj" and last.head == noun.i and last.pos in ("PRON", "DET", "NUM") else noun]
    owner = next(objects_of_prepositions(parse, noun, "by"), None) or parse.kid(noun, "poss", "compound", "nmod")
    runs = surface_subject(parse, parse.head(noun), deep) if noun.dep in ("dobj", "pobj", "attr") else []
    if noun.dep == "pobj" and parse.head(parse.head(noun)).pos in VERBAL:
        runs = surface_subject(parse, parse.head(parse.head(noun)), deep)
    foiled = noun.dep == "dobj" and parse.head(noun).lemma in FOILING
    return [owner] if owner is not None else [] if foiled else runs


def _of_clause_before(parse: Parse, verb: Token, deep: int) -> list[Token]:
    """Of a verb that goes on about who did what stands before it: "Rebels shelled the port, then on Friday attacked a base"."""
    first = next((k for k in parse.kids(verb, "ccomp") if k.i < verb.i), None)
    then = any(k.lemma == "then" for k in parse.kids(verb, "advmod"))
    return surface_subject(parse, first, deep) if first is not None and then else []


def _of_preposition(parse: Parse, verb: Token, prep: Token, deep: int) -> list[Token]:
    """Of "accused X of firing", "by firing", "after being hit": the accused, else the subject of the clause."""
    governor = parse.head(prep)
    if governor.pos not in VERBAL:
        return []
    if governor.lemma in ACCUSING or (governor.lemma in OBJECT_CONTROL and prep.lemma in ("from", "into")):
        return controller(parse, governor, deep, always=True)
    if prep.lemma == "by" and is_passive(parse, governor):
        return agents(parse, governor)  # "were killed by shelling": not by the dead
    return surface_subject(parse, governor, deep)


def controller(parse: Parse, governor: Token, deep: int, always: bool = False) -> list[Token]:
    """Who is to do the verb that hangs on another: "forced X to …", "X is said to have …", "X tried to …"."""
    obj = parse.kid(governor, "dobj") or _called_on(parse, governor)
    if obj is not None and (always or governor.lemma in OBJECT_CONTROL):
        return [antecedent(parse, obj)]
    return surface_subject(parse, governor, deep)


def _called_on(parse: Parse, verb: Token) -> Token | None:
    """Whom somebody calls on, or appeals to, to do what follows."""
    prep = next((k for k in parse.kids(verb, "prep") if (verb.lemma, k.lemma) in (("call", "on"), ("appeal", "to"))), None)
    return parse.kid(prep, "pobj") if prep is not None else None


def _shared(parse: Parse, verb: Token, governor: Token, deep: int) -> list[Token]:
    """The subject a verb shares with the one it continues; "was hit by X, killing …" goes on about X, or the hit."""
    if is_passive(parse, governor) and not is_passive(parse, verb) and verb.dep == "advcl" and verb.tag == "VBG":
        return agents(parse, governor)
    foiled = verb.dep == "advcl" and governor.lemma in FOILING and is_infinitive(parse, verb)
    if foiled and (plot := parse.kid(governor, "dobj")) is not None:
        return _of_noun_clause(parse, verb, plot, deep)  # "foiled a plot to bomb the station"
    if verb.dep == "ccomp":
        return []
    if governor.lemma in ACCUSING and verb.dep == "advcl" and verb.tag == "VBG" and parse.kid(verb, "conj") is not None:
        return controller(parse, governor, deep, always=True)  # "accuse the army of killings, razing villages and using mines"
    return surface_subject(parse, told_before(parse, verb) or governor, deep)


def told_before(parse: Parse, verb: Token) -> Token | None:
    """What a verb goes on about behind a cue in the middle: the storming of "Rebels stormed the town, police said, and abducted six"."""
    cue = parse.head(verb)
    if verb.dep not in ("conj", "advcl") or cue.lemma not in MIDDLE or not cue.i < verb.i:
        return None
    told = parse.head(cue) if cue.dep == "parataxis" else parse.kid(cue, "ccomp")
    speaker = parse.kid(cue, "nsubj")
    if told is None or speaker is None or not told.i < min(speaker.i, cue.i):
        return None
    parts = (parse.subtree(k)[1] - 1 for k in (speaker, *parse.kids(cue, "dobj", "npadvmod")) if k.i < verb.i)
    behind = parse[max(cue.i, *parts) + 1]
    return told if behind.text == "," and behind.i < verb.i else None


def doers(parse: Parse, verb: Token) -> list[Token]:
    """Those who do it: the subject of an active verb, "by X" or "at the hands of X" of a passive one."""
    found = agents(parse, verb)
    return found if found or is_passive(parse, verb) else surface_subject(parse, verb)


def undergoers(parse: Parse, verb: Token) -> list[Token]:
    """Those it is done to: the object, the subject of a passive, the noun a participle hangs on, an object shared with "and"."""
    if is_passive(parse, verb):
        return surface_subject(parse, verb)
    obj = parse.kid(verb, "dobj", "dative")
    if obj is not None:
        listed = [k for k in parse.kids(verb, "conj") if k.pos in ("NOUN", "PROPN") and k.i > obj.i]
        return [antecedent(parse, obj), *_kin(parse, obj), *listed]  # "holding a nun and as many as three sailors"
    if (lost := lost_object(parse, verb)) is not None:
        return [lost]
    moved = _fronted(parse, verb)
    if moved is not None:
        return [moved]
    oprd = parse.kid(verb, "oprd", "ccomp")
    if oprd is not None and oprd.pos == "ADJ" and (inner := parse.kid(oprd, "nsubj")) is not None:
        return [inner]
    for after in parse.kids(verb, "conj"):
        if after.pos == "NOUN" and any(k.tag in ("VBN", "VBD") for k in parse.kids(after, "amod")):
            return [after]  # "killed and injured residents", read as two things
        shared = parse.kid(after, "dobj") if after.pos in (*VERBAL, "NOUN") else None
        if shared is not None:
            return [antecedent(parse, shared)]
    return []


def _fronted(parse: Parse, verb: Token) -> Token | None:
    """What a clause without a relative pronoun is about: "the officers they had been holding"."""
    if (
        verb.dep == "relcl"
        and parse.kid(verb, "nsubj") is not None
        and not _has_relative_subject(parse, verb)
        and not _is_setting(parse, verb)
    ):
        return parse.head(verb)
    return None


def _is_setting(parse: Parse, verb: Token) -> bool:
    """Whether a relative clause says where or when: "cases in which police killed", "the night when they fled"."""
    first, last = parse.subtree(verb)
    return any(
        parse[i].tag == "WRB" or (parse[i].tag == "WDT" and parse[i].dep == "pobj") for i in range(first, min(first + 3, last))
    )


def _has_relative_subject(parse: Parse, verb: Token) -> bool:
    subject = parse.kid(verb, "nsubj")
    return subject is not None and subject.tag in ("WDT", "WP")


def _kin(parse: Parse, noun: Token) -> list[Token]:
    """Relatives that the tree takes for a second name of the first: "killed his wife, son and daughter"."""
    kin = lexicon.words("kin")
    beside = parse.kid(noun, "appos")
    return [beside] if beside is not None and noun.lemma in kin and beside.lemma in kin else []


def is_passive(parse: Parse, verb: Token) -> bool:
    """Whether a verb is passive: marked so, a participle after its noun, or coordinated with one that is."""
    for _ in range(DEEPEST):
        if _is_marked_passive(parse, verb):
            return True
        alone = verb.tag in ("VBN", "VBD") and parse.kid(verb, "nsubj", "aux", "dobj", "ccomp", "xcomp") is None
        if verb.dep != "conj" or not alone or parse.head(verb).pos not in VERBAL:
            return False
        verb = parse.head(verb)
    return False


def _is_marked_passive(parse: Parse, verb: Token) -> bool:
    """Whether a verb shows by itself that it is passive."""
    if parse.kid(verb, "nsubjpass") is not None or any(k.tag.startswith("VB") for k in parse.kids(verb, "auxpass")):
        return True  # not "on 5 May attacked", whose month is taken for a helper
    if verb.dep == "acl" and verb.tag == "VBD":
        return parse.kid(verb, "nsubj", "dobj") is None  # a clause under a noun has no past tense: "a man gunned down there"
    if verb.dep == "ccomp" and parse.head(verb).lemma == "find" and verb.tag in ("VBD", "VBN"):
        return parse.kid(verb, "aux", "dobj", "mark", "prt") is None  # "found the man shot at his house"
    if verb.tag != "VBN":
        return False
    if verb.dep == "ROOT" and parse.kid(verb, "agent") is not None:
        return parse.kid(verb, "aux", "dobj") is None  # "attacks, also claimed by the group, …"
    if verb.dep == "acl":
        return parse.kid(verb, "nsubj") is None  # not "the claim that troops had fired"
    if verb.dep in ("xcomp", "oprd") and is_passive(parse, parse.head(verb)):
        return parse.kid(verb, "aux", "dobj", "nsubj") is None  # "was found shot to death", "were left wounded"
    if verb.dep == "ccomp" and parse.head(verb).lemma in ("see", "have", "leave", "find", "get", "report"):
        return parse.kid(verb, "aux", "dobj") is None  # "saw a third of its men killed"
    return verb.dep in ("pcomp", "advcl", "dep") and parse.kid(verb, "aux", "dobj") is None  # "with ten people killed"


def is_infinitive(parse: Parse, verb: Token) -> bool:
    """Whether a verb stands with "to"."""
    return any(k.tag == "TO" for k in parse.kids(verb, "aux"))


def purpose(parse: Parse, noun: Token) -> Token | None:
    """The verb of what a noun is for: "an operation to free the town", wherever the parser hangs it."""
    verb = next((k for k in parse.kids(noun, "acl", "relcl") if is_infinitive(parse, k)), None)
    if verb is None and noun.i + 2 < len(parse) and parse[noun.i + 1].tag == "TO" and parse[noun.i + 2].tag == "VB":
        return parse[noun.i + 2]
    return verb


def agents(parse: Parse, verb: Token) -> list[Token]:
    """The agents of a passive or a death: "by X", "at the hands of X"."""
    out = [t for k in parse.kids(verb, "agent") if (t := parse.kid(k, "pobj"))]
    out += [
        t for k in parse.kids(verb, "prep") if k.lemma == "by" and (t := parse.kid(k, "pobj")) and t.ent not in ("DATE", "TIME")
    ]
    for prep in parse.kids(verb, "prep"):
        hands = parse.kid(prep, "pobj") if prep.lemma == "at" else None
        of = parse.kid(hands, "prep") if hands is not None and hands.lemma == "hand" else None
        target = parse.kid(of, "pobj") if of is not None else None
        if target is not None:
            out.append(target)
    return out


def antecedent(parse: Parse, token: Token) -> Token:
    """The noun a relative pronoun stands for."""
    if token.tag not in ("WP", "WDT"):
        return token
    verb = parse.head(token)
    while verb.dep in ("conj", "xcomp", "ccomp") and verb.head != verb.i:
        verb = parse.head(verb)
    return parse.head(verb) if verb.dep in ("relcl", "acl") else token


def outer(parse: Parse, noun: Token) -> Token:
    """The noun that stands for this one in its clause: "a series of attacks", "the start of an operation" → series, start."""
    while noun.dep == "pobj" and parse.head(noun).lemma == "of" and parse.head(parse.head(noun)).lemma in QUANTITIES:
        noun = parse.head(parse.head(noun))
    while noun.dep == "conj" and parse.head(noun).pos in ("NOUN", "PROPN"):
        noun = parse.head(noun)
    return noun


def objects_of_prepositions(parse: Parse, token: Token, *preps: str) -> Iterator[Token]:
    """What stands after any of these prepositions under a token: "on X", "against X"."""
    for kid in parse.kids(token, "prep", "agent", "dative"):
        target = parse.kid(kid, "pobj") if kid.lemma in preps else None
        if target is not None:
            yield target


def is_done_to(parse: Parse, verb: Token) -> bool:
    """Whether a verb's clause is passive without an agent: "were killed"."""
    return is_passive(parse, verb) and not agents(parse, verb)
