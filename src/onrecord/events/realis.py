"""Whether an event happened, is threatened, planned, denied, possible, or told in general."""

import re

from onrecord.events.conditions import is_condition
from onrecord.events.disowned import DENYING, is_disowned, reaches
from onrecord.events.governors import is_light
from onrecord.events.scene import Scene
from onrecord.events.syntax import DEEPEST, VERBAL, is_infinitive, outer
from onrecord.events.triggers import Trigger, is_definite
from onrecord.lexicon.denials import is_telling
from onrecord.records import Parse, Token
from onrecord.records.edtf import ends

AHEAD = frozenset(("will", "shall", "'ll", "’ll"))
MAYBE = frozenset(("may", "might", "could", "would", "can", "should", "must"))
OUGHT = frozenset(("should", "must"))
HAPPENED = frozenset(
    "begin start continue manage report say believe allege go use have force compel cause help seem end know proceed happen claim"
    " suspect find accuse see resume appear think oblige order allow enable permit".split()
)
ADMITTING = frozenset(("admit", "confess", "plead"))
INTENT = frozenset("intention aim purpose goal hope idea plan attempt view objective".split())
ENSURING = frozenset(
    "ensure demand ask urge insist propose recommend request vow pledge promise threaten plan intend want".split()
)
FEARING = frozenset("fear risk danger possibility concern threat worry prevent avoid avert stop keep deter".split())
MEETING = frozenset("gather march rally protest demonstrate assemble turn take pour lead stage hold converge meet".split())
FORESEEN = dict.fromkeys("prevent avoid avert stop foil thwart deter forestall fear risk".split(), "hypothetical")
FORESEEN |= {"threaten": "threatened", "plan": "planned", "plot": "planned", "prepare": "planned"}
GOING = frozenset(("continue", "begin", "start", "resume", "occur", "follow", "happen", "proceed"))
LETTING = frozenset(("allow", "enable", "permit"))
SAME_IN_PAST = frozenset("beat set hit put cut burst hurt cast".split())  # "Soldiers beat men in the yard", read as now
TELLING_ENTS = frozenset(("DATE", "TIME", "GPE", "LOC", "CARDINAL"))  # what is told where and when is one deed
OPENING = frozenset("begin start commence open".split())
ENABLING = frozenset("enable allow permit facilitate hasten".split())
HABITS = frozenset("focus specialise specialize concentrate engage rely base thrive live".split())
COMING = re.compile(
    r"\b(?:run[ -]?up to|ahead of|prepar\w+ (?:for|to)|plans? (?:for|of|to)|planned|looming|imminent|upcoming|impending|forthcoming"
    r"|expected|possible|potential|ultimate|eventual|(?:conditions|groundwork) for|call(?:ed|s)? for)\W+(?:the|an?|its|their|any)?\W*(?:\w+\W+)?$",
    re.IGNORECASE,
)
CALLED_IN = re.compile(r"\b(?:calls?|reports?) (?:of|about|for) (?:a |an )?(?:possible |reported )$", re.IGNORECASE)

THEN = frozenset(("after", "until", "before", "following", "once"))


def realis_of(parse: Parse, trigger: Trigger, scene: Scene) -> str:
    """The realis of an event from the statement it stands in and from its clause."""
    told = _told(parse, trigger, scene) or ("denied" if is_disowned(parse, trigger.token) else None)
    return told or _of_clause(parse, trigger) or "actual"


def is_to_come(trigger: Trigger, edtf: str | None, published: str | None) -> bool:
    """Whether a thing named by a noun begins after the report: "agreed to a truce from 15 March", out on the 11th."""
    first, day = ends(edtf)[0], ends(published)[1]
    return trigger.realis == "actual" and trigger.token.pos == "NOUN" and bool(first and day and first > day)


def _told(parse: Parse, trigger: Trigger, scene: Scene) -> str | None:
    """What a threat or a denial makes of what it speaks of."""
    for said in scene.statements_at(trigger.span):
        if said.attitude == "threatens" and trigger.token.dep != "relcl" and not trigger.definite:
            return "hypothetical" if is_condition(parse, trigger.token) else "threatened"
        if said.attitude == "denies" and reaches(parse, trigger.token, said.content):
            return "denied"
        if said.attitude == "declines" and trigger.token.pos in VERBAL and trigger.token.dep == "ccomp":
            return "hypothetical"  # "would not say whether …", "neither confirmed nor denied that …"
    return None


def _of_clause(parse: Parse, trigger: Trigger) -> str | None:
    """The realis the trigger's own words give, nearest first."""
    token = trigger.token
    if token.pos not in VERBAL:
        return _of_noun(parse, token)
    chain = _chain(parse, token)
    return next((found for verb in chain if (found := _of_verb(parse, verb))), None)


def _chain(parse: Parse, verb: Token) -> list[Token]:
    """The verb and those it is coordinated with before it: "will storm the gate and kill"."""
    out = [verb]
    while (
        len(out) < DEEPEST
        and verb.dep == "conj"
        and parse.head(verb).pos in VERBAL
        and parse.kid(verb, "nsubj", "nsubjpass", "aux") is None
    ):
        verb = parse.head(verb)
        out.append(verb)
    return out


def _of_verb(parse: Parse, verb: Token) -> str | None:
    """The realis that a verb's helpers, negation and governor give."""
    if _is_habit(parse, verb):
        return "generic"
    helpers = {k.text.casefold() for k in parse.kids(verb, "aux") if not (k.text == "May" and parse[k.i - 1].text.isdigit())}
    first = parse.head(verb) if verb.dep == "dep" else verb  # "must be freed, not killed", which the tree does not join
    if (
        any(k.text.casefold() in OUGHT for v in _chain(parse, first) for k in parse.kids(v, "aux"))
        and parse.kid(verb, "neg") is not None
    ):
        return "hypothetical"  # "civilians must not be attacked"
    if parse.kid(verb, "neg") is not None or any(k.lemma == "never" for k in parse.kids(verb, "advmod")):
        return "denied"
    if verb.dep == "ccomp" and parse.head(verb).lemma in ENSURING and helpers & (AHEAD | MAYBE):
        return "planned"
    if helpers & AHEAD:
        return "hypothetical" if parse.head(verb).lemma in FEARING else "planned"
    if is_infinitive(parse, verb):
        return _of_infinitive(parse, verb)
    if helpers & MAYBE or any(k.text.casefold() in ("if", "unless", "whether") for k in parse.kids(verb, "mark")):
        return "hypothetical"
    return _of_governor(parse, verb)


def _is_habit(parse: Parse, verb: Token) -> bool:
    """Whether several are said to do it again and again to no one in particular: "rebels attack villages", "they murder the innocent"."""
    subject, obj = parse.kid(verb, "nsubj"), parse.kid(verb, "dobj")
    clause = parse.kid(verb, "csubj")
    if any(
        t is not None and t.lemma.casefold() in ("whoever", "whomever") and verb.tag in ("VBZ", "VBP")
        for t in (subject, parse.kid(clause, "nsubj") if clause is not None else None)
    ):
        return True  # "whoever holds the airport holds the city"
    if verb.tag != "VBP" or verb.lemma in SAME_IN_PAST or parse.kid(verb, "aux") is not None or subject is None or obj is None:
        return False
    if obj.tag == "JJ" and any(k.lemma == "the" for k in parse.kids(obj, "det")):
        return True  # "they murder the innocent"
    told = any(t.ent in TELLING_ENTS or t.tag == "CD" for t in parse.tokens_in(parse.sentences[verb.sent].span))
    if told or parse.sentences[verb.sent].block == parse.sentences[0].block:
        return False  # "Militants attack villages in Borno, killing 40": the tense of headlines
    return obj.tag == "NNS" and not any(k.dep in ("det", "nummod", "poss") for k in parse.kids(obj))


def _of_infinitive(parse: Parse, verb: Token) -> str | None:
    """ "to VERB": planned when it is a purpose or hangs on a verb of planning, actual after "begin to", "manage to"."""
    governor = parse.head(verb)
    if governor.lemma == "threaten":
        return "threatened"
    if governor.lemma == "fail":
        return "denied"
    if verb.tag == "VBG" and governor.lemma in ADMITTING:
        return None  # "admitted to shooting him"
    if governor.lemma == "able" and parse.head(governor).pos in VERBAL:
        return _of_verb(parse, parse.head(governor))  # "were able to kill six", "would be able to kill"
    if governor.lemma == "go" and governor.tag == "VBG":
        return "planned"  # "is going to die"
    conditional = any(k.lemma in ("if", "unless") for a in parse.kids(governor, "advcl") for k in parse.kids(a, "mark"))
    if conditional and governor.lemma in ("hope", "plan", "intend", "want", "expect"):
        return "hypothetical"
    if verb.lemma in MEETING and governor.lemma in MEETING:
        return _of_verb(parse, governor)  # "gathered to protest"
    if governor.lemma in LETTING and governor.tag in ("VBZ", "VBP"):
        return "planned"  # "the bill allows the state to execute traffickers"
    if governor.lemma in HAPPENED and verb.dep != "advcl":
        return next((f for v in _chain(parse, governor) if (f := _of_verb(parse, v))), None) if governor.pos in VERBAL else None
    return "planned"


def _of_governor(parse: Parse, verb: Token) -> str | None:
    """The realis of a clause that depends on a word of preventing, asking, threatening or habit."""
    above = parse.head(verb)
    if verb.dep == "pcomp":
        governor = parse.head(above)
        if governor.lemma == "commit" and above.lemma == "to":
            return "planned"
        if governor.lemma in INTENT and above.lemma in ("of", "at"):
            return "planned"
        if governor.lemma in FEARING and above.lemma in ("from", "of"):
            return "hypothetical"
        if governor.lemma in ("succeed", "fail") and above.lemma == "in":
            return "denied" if governor.lemma == "fail" or parse.kid(governor, "neg") is not None else None
        if governor.lemma in ("task", "entrust") and above.lemma == "with":
            return "generic"  # "a force tasked with fighting rebels"
        return "generic" if governor.lemma in HABITS and above.lemma in ("on", "in", "by") else None
    if verb.dep == "xcomp" and above.lemma == "threaten":
        return "threatened"
    if verb.dep in ("acl", "relcl") and is_telling(above) and parse.head(above).lemma in DENYING:
        return "denied"  # "denied the claim that troops had fired"
    if verb.dep in ("xcomp", "ccomp") and above.lemma in DENYING:
        return "denied"
    return "planned" if verb.dep == "ccomp" and above.lemma in ENSURING else None


def _is_ahead(parse: Parse, word: Token) -> bool:
    """Whether the verb that a word hangs on, or one it stands under, is in the future tense."""
    verb = next((t for t in parse.ancestors(word) if t.pos in VERBAL), None)
    while verb is not None and is_infinitive(parse, verb) and parse.head(verb).i != verb.i:
        verb = next((t for t in parse.ancestors(verb) if t.pos in VERBAL), None)
    return verb is not None and bool({k.text.casefold() for k in parse.kids(verb, "aux")} & AHEAD)


def _of_noun(parse: Parse, token: Token) -> str | None:
    """The realis of an event noun: from "no", words like "planned", and the light verb it is the object or subject of."""
    noun = outer(parse, token)
    if noun.dep == "nsubj" and noun.tag == "NNS" and is_condition(parse, noun):
        return "hypothetical"
    if any(k.text.casefold() in ("no", "any") for k in parse.kids(token, "det")):
        return "denied" if any(k.text.casefold() == "no" for k in parse.kids(token, "det")) else "hypothetical"
    before = parse.text[max(0, token.start - 50) : token.start]
    if CALLED_IN.search(before):
        return None  # "responded to a call of a possible shooting"
    if COMING.search(before):
        return "planned"
    if {k.lemma for k in parse.kids(noun, "relcl", "acl")} & {"propose", "plan", "schedule", "promise"}:
        return "planned"
    if any(k.lemma in ("need", "deserve", "require") for k in parse.kids(noun, "relcl")):
        return "hypothetical"  # "the assistance they need"
    above = parse.head(noun)
    if noun.dep == "dobj" and above.lemma in FORESEEN and not is_definite(parse, noun):
        return FORESEEN[above.lemma]
    if noun.dep in ("dobj", "nsubjpass") and is_light(above.lemma):
        return _of_verb(parse, above)
    if noun.dep == "pobj" and above.lemma == "of" and parse.head(above).lemma in FEARING and not is_definite(parse, noun):
        return "hypothetical"
    if noun.dep == "dobj" and above.lemma in ENABLING and _of_verb(parse, _chain(parse, above)[-1]) == "planned":
        return "planned"
    how = any(k.lemma == "with" for k in parse.kids(above, "prep"))  # "did not begin with a bombing" says only how
    if noun.dep == "nsubj" and above.lemma in GOING and not how and (told := _of_verb(parse, above)) is not None:
        return told
    if (
        noun.dep == "pobj"
        and above.lemma == "with"
        and parse.head(above).lemma in OPENING
        and parse.kid(parse.head(above), "neg")
    ):
        return "denied"  # "the attack did not begin with a bombing"
    if noun.dep == "pobj" and above.lemma in THEN and _is_ahead(parse, above):
        return "planned"  # "there will be work to do after the liberation of the city"
    if noun.dep == "pobj" and parse.head(above).lemma in HABITS:
        return "generic"
    bare = token.tag == "NNS" and not any(k.dep in ("det", "nummod", "poss", "prep") for k in parse.kids(token))
    stative = noun.dep == "nsubj" and above.lemma in ("be", "become", "remain") and above.tag in ("VBP", "VBZ", "VBN")
    return "generic" if bare and stative else None
