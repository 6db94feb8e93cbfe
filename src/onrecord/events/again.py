"""Whether a word tells again of a happening told before: "the attack", the same victim or toll, a detail of the one shooting."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.events.governors import is_light
from onrecord.events.linked import is_of_war, is_since
from onrecord.events.scene import Scene
from onrecord.events.setting import Setting
from onrecord.events.sides import (
    SEIZED,
    differs,
    is_anonymous,
    is_count,
    is_kin,
    is_next,
    is_same_help,
    known_of,
    named_of,
    same_victim,
    sides_of,
)
from onrecord.events.syntax import VERBAL, is_done_to, objects_of_prepositions, undergoers
from onrecord.events.triggers import MEANS, Trigger
from onrecord.events.wording import (
    Toll,
    by_attackers,
    called,
    has_setting,
    is_by_bomber,
    is_known_thing,
    objects_of,
    tells_one_thing,
    tolls_of,
)
from onrecord.records import Cast, Figure, Parse, Token

FAMILY = {
    "attack": "attack",
    "bombing": "attack",
    "suicide_bombing": "attack",
    "airstrike": "attack",
    "shelling": "attack",
    "crackdown": "attack",
    "armed_clash": "clash",
}
ONCE = frozenset(("killing", "execution", "assassination", "abduction"))  # what a person suffers once
KNOWN_OF = frozenset("claim carry perpetrate mastermind orchestrate".split())  # verbs whose definite object was told before
BLASTS = frozenset(("bombing", "suicide_bombing"))
GUNFIRE = frozenset("shoot shooting fire open gun gunfire".split())  # words of which each tells a shooting
KNIVES = frozenset(("stab", "stabbing", "knife"))
LAYING = frozenset(("plant", "lay", "place", "put", "hide", "planted", "laid", "placed", "hidden"))
VAGUE = frozenset(("incident", "violence", "call", "respond", "dispatch", "summon"))  # words that go on about what was told last
DYING = frozenset(("die", "pronounce", "lose"))
BEDSIDES = frozenset(("scene", "hospital", "center", "centre", "clinic", "site", "spot", "infirmary"))
CAMPAIGNS = frozenset("operation offensive campaign siege invasion war".split())  # too long for a death to be theirs alone
FOLLOWS = 2  # sentences in which deaths without a means go on about the one before
LATER = 12  # sentences in which deaths at the scene or in hospital are those of the blow told
MORE = frozenset(("also", "again", "later", "meanwhile"))
KNOWN = frozenset(("the", "this", "these", "that", "those", "their", "its", "his", "her"))
LEAD = 2  # sentences that tell what a report is about


class Retelling:
    """What a report has told so far, and which of it a trigger tells again."""

    def __init__(self, parse: Parse, cast: Cast, figures: Sequence[Figure], scene: Scene) -> None:
        self.parse, self.cast = parse, cast
        self.tolls = tolls_of(parse, figures)
        self.running = {parse.sentence_at(f.span[0]) for f in figures if f.cumulative and f.measure == "killed"}
        self.setting = Setting(parse, scene)

    def of(self, trigger: Trigger, before: Sequence[Trigger]) -> Trigger | None:
        """The event a trigger mentions again: of its own type or as many, just told or told most often, the last told first."""
        if is_since(self.parse, trigger.token) or is_of_war(self.parse, trigger.token, trigger.token):
            return None
        if (befell := self._is_what_befell(trigger, before)) is not None:
            return befell
        recap = next((e for e in before if e.type == trigger.type and self._is_recap(trigger, e)), None)
        if recap is not None:
            return recap
        spoken = next((e for e in reversed(before) if self._is_of_plan(trigger, e)), None)
        if spoken is not None:
            return spoken
        told = [*reversed(before)]
        told.sort(key=lambda event: self._nearness(trigger, event))
        return next((e for e in told if self._tells_of(trigger, e)), None) or self._only_one(trigger, before)

    def _is_what_befell(self, trigger: Trigger, before: Sequence[Trigger]) -> Trigger | None:
        """The event that a participle before a known noun tells again: "the beheaded soldiers"."""
        noun = self.parse.head(trigger.token)
        if (
            trigger.token.dep != "amod"
            or trigger.token.tag != "VBN"
            or not any(k.lemma == "the" for k in self.parse.kids(noun, "det"))
        ):
            return None
        same = (e for e in reversed(before) if e.type == trigger.type and e.realis == trigger.realis)
        told = next((e for e in same if self._is_of(noun, e)), None)
        trigger.to = [] if told is not None else trigger.to
        return told

    def _is_of(self, noun: Token, event: Trigger) -> bool:
        """Whether a noun is a word for those, or for what, an event was done to: "the kidnapped girls" after "12 girls"."""
        names = (self.cast.actor(a).name.casefold() for a in event.to)
        struck = {t.lemma for t in undergoers(self.parse, event.token)} if event.token.pos in VERBAL else set()
        return noun.lemma in struck or any(noun.lemma.casefold() in name for name in names)

    def _is_of_plan(self, trigger: Trigger, event: Trigger) -> bool:
        """Whether a trigger goes on about an act that is only spoken of: "planned to murder him and film the killing"."""
        if trigger.type != event.type or event.realis == "actual":
            return False
        here = trigger.token.sent == event.token.sent and trigger.definite and trigger.token.pos == "NOUN" and not trigger.to
        same = trigger.realis == event.realis and bool(trigger.to) and set(trigger.to) == set(event.to)
        return here or (same and not differs(trigger.by, event.by) and self.setting.fits(trigger, event))

    def _nearness(self, trigger: Trigger, event: Trigger) -> tuple[bool, bool, float]:
        """What puts one event before another as that meant by a trigger: "the attack" long after is the one a report is about."""
        noun = trigger.definite and trigger.token.pos == "NOUN"
        kin = event.type == trigger.type or (trigger.type == "attack" and noun and event.type in FAMILY)
        often = 0 if not noun or trigger.token.sent - self._last(event, trigger) <= 1 else 1 / (2 + len(event.also))
        return not kin, noun and event.plural != trigger.plural, often

    def fullness(self, trigger: Trigger) -> int:
        """How much a mention tells: who, to whom, when, where."""
        return bool(trigger.by) + bool(trigger.to) + self.setting.told(trigger)

    def _tells_of(self, trigger: Trigger, event: Trigger) -> bool:
        """Whether a trigger tells of an event again, as far as the two show by themselves."""
        parse, cast = self.parse, self.cast
        far = trigger.token.sent - event.token.sent
        if trigger.type == "harm" and trigger.token.lemma.casefold() in VAGUE:
            told = trigger.definite or trigger.frame != "noun"
            return event.type in (*MEANS, "killing") and 0 < far <= FOLLOWS and told and event.realis == "actual"
        if trigger.type == "harm":
            return event.type in MEANS and self._goes_on(event, trigger)
        kin = event.type == trigger.type or (FAMILY.get(event.type) and FAMILY.get(event.type) == FAMILY.get(trigger.type))
        if kin and (
            self._mentions_again(trigger, event, far) or tells_one_thing(parse, trigger, self._as_told_in(event, trigger))
        ):
            return True
        if kin and self._hits_the_same(trigger, event):
            return True
        if kin and trigger.definite and trigger.realis == event.realis == "actual" and self._same_toll(trigger, event):
            return True
        if kin and (name := called(parse, trigger)) and name == called(parse, event):
            return True
        means = trigger.type == "attack" and trigger.token.pos == "NOUN" and trigger.definite and not trigger.plural
        means = means and not any(objects_of_prepositions(parse, trigger.token, "of", "on", "against", "in", "at"))
        if means and event.type == "killing" and event.token.pos in VERBAL and 0 < far <= 1 and self._agree(trigger, event):
            return event.realis == trigger.realis == "actual"  # "Rebels killed six. The attack came at dawn"
        if {trigger.type, event.type} <= ONCE and same_victim(cast, trigger, event):
            return True
        if trigger.type == "arrest" == event.type and same_victim(cast, trigger, event) and self.setting.fits(trigger, event):
            return True
        if is_by_bomber(parse, trigger, event):
            return True
        if trigger.type == "aid" == event.type and is_same_help(trigger, event):
            return True
        deaths = trigger.type == "killing" and event.type in (*MEANS, "killing")
        if deaths and trigger.token.pos == "NOUN" and self._mentions_again(trigger, event, far):
            return True
        if deaths and far > 0 and self._same_toll(trigger, event):
            return True
        named = deaths and trigger.token.pos == "NOUN" and trigger.definite and trigger.plural
        if named and event.type == "killing" and event.token.pos in VERBAL and 0 < far <= 1 and self._agree(trigger, event):
            return True  # "have killed hundreds. Most of the killings …"
        if trigger.type == "destruction" and event.type in (*MEANS, "destruction") and is_done_to(parse, trigger.token):
            return self._goes_on(event, trigger) and bool(is_known_thing(parse, trigger.token))
        hit = trigger.token.lemma == "shoot" and event.type == "attack" and is_done_to(parse, trigger.token)
        return bool(hit or (deaths and event.type in MEANS)) and self._goes_on(event, trigger)

    def _as_told_in(self, event: Trigger, trigger: Trigger) -> Trigger:
        """An event as its last mention in the sentence of a trigger tells it, where it has one."""
        here = [t for s in event.also if (t := self.parse[self.parse.index_at(s[1] - 1)]).sent == trigger.token.sent]
        return replace(event, token=here[-1]) if here and event.token.sent != trigger.token.sent else event

    def _same_toll(self, trigger: Trigger, event: Trigger) -> bool:
        """Whether the sentences of both give the same number of dead or hurt."""
        none: Toll = frozenset()
        return bool(self.tolls.get(trigger.token.sent, none) & self.tolls.get(event.token.sent, none))

    def _only_one(self, trigger: Trigger, before: Sequence[Trigger]) -> Trigger | None:
        """The one blow a report is about, where a trigger tells a detail of it: who was shot where, who died in hospital."""
        if trigger.realis != "actual" or trigger.plural:
            return None
        blows = [e for e in before if e.realis == "actual" and not e.plural and (e.type in MEANS or e.type == "killing")]
        told = [e for e in blows if self._agree(trigger, e)]
        if trigger.type in BLASTS:
            told = [e for e in told if e.type in BLASTS] or told
        taken = [e for e in before if e.type == trigger.type in SEIZED and e.realis == "actual" and not e.plural]
        if len(taken) == 1 and self._takes_the_same(trigger, taken[0]) and self._agree(trigger, taken[0]):
            return taken[0]
        fits = len(told) == 1 and (self._is_detail(trigger, told[0]) or self._is_outcome(trigger, told[0]))
        return told[0] if fits else None

    def _takes_the_same(self, trigger: Trigger, event: Trigger) -> bool:
        """Whether the one told to be taken (or let go) again is known: "kidnapped the girl", "the kidnapped girl", the same name."""
        one, other = trigger.to, event.to
        if one and set(one) == set(other):
            return len(one) == 1 and (self.cast.actor(one[0]).kind == "person" or self._is_told_of(trigger))
        verb = trigger.token
        whom = next(iter(undergoers(self.parse, verb)), None) if verb.pos in VERBAL else None
        whom = self.parse.head(verb) if verb.dep == "amod" else whom
        single = whom is not None and whom.tag == "NN" and any(k.text.casefold() == "the" for k in self.parse.kids(whom, "det"))
        persons = [a for a in (*one, *other) if self.cast.actor(a).kind == "person"]
        return single and len(other) <= 1 and len(set(persons)) <= 1

    def _is_told_of(self, trigger: Trigger) -> bool:
        """Whether those something is done to are known: "The contractors were kidnapped"."""
        whom = next(iter(undergoers(self.parse, trigger.token)), None) if trigger.token.pos in VERBAL else None
        return whom is not None and any(k.lemma == "the" for k in self.parse.kids(whom, "det"))

    def _is_detail(self, trigger: Trigger, event: Trigger) -> bool:
        """Whether both are shootings, or a blow of the first sentences is told at length: a bombing, an attack by the same body."""
        lead = event.token.sent - self.parse[0].sent < LEAD
        same = set(named_of(self.cast, trigger.by)) & set(event.by)
        if lead and same and trigger.type == event.type == "attack" and self._goes_into_detail(trigger):
            return True  # "the rebels surrounded the village and opened fire", a resident says of the raid told first
        if trigger.type == "attack" and event.type in ("attack", "killing"):
            return any(words & self._words(trigger) and words & self._words(event) for words in (GUNFIRE, KNIVES))
        told = {trigger.type, event.type} <= BLASTS and (trigger.type == event.type or event.type == "suicide_bombing")
        return lead and told

    def _goes_into_detail(self, trigger: Trigger) -> bool:
        """Whether a verb tells no other attack: it has no day of its own, no "also", and nobody new whom it strikes."""
        verb = trigger.token
        if (
            verb.pos not in VERBAL
            or self.setting.has_day(trigger)
            or any(k.lemma in MORE for k in self.parse.kids(verb, "advmod"))
        ):
            return False
        low, high = trigger.span
        struck = [t for t in undergoers(self.parse, verb) if t.pos in ("NOUN", "PROPN") and not low <= t.start < high]
        return all(any(k.lemma in KNOWN for k in self.parse.kids(t, "det", "poss")) for t in struck)

    def _is_outcome(self, trigger: Trigger, event: Trigger) -> bool:
        """Whether somebody is said to have died of the blow: "died at the scene", "was pronounced dead in hospital"."""
        if trigger.type != "killing" or trigger.token.lemma not in DYING or event.type not in MEANS:
            return False
        if trigger.token.sent - self._last(event, trigger) > LATER:
            return False
        return bool(BEDSIDES & {t.lemma.casefold() for t in objects_of(self.parse, trigger.token)})

    def _agree(self, trigger: Trigger, event: Trigger) -> bool:
        """Whether nothing tells the two apart: the words, the day, the place, the sides."""
        if self.setting.is_other(trigger) or is_kin(self.parse, self.cast, trigger) or not self.setting.fits(trigger, event):
            return False
        return not differs(named_of(self.cast, trigger.by), named_of(self.cast, event.by)) and not differs(
            sides_of(self.cast, trigger.to), sides_of(self.cast, event.to)
        )

    def _words(self, trigger: Trigger) -> set[str]:
        """Lemmas of all the mentions of an event."""
        return {t.lemma.casefold() for s in (trigger.span, *trigger.also) for t in self.parse.tokens_in(s)}

    def _last(self, event: Trigger, trigger: Trigger) -> int:
        """The sentence of the last mention of an event before a trigger."""
        told = (self.parse.sentence_at(s[0]) for s in (event.span, *event.also) if s[0] < trigger.span[0])
        return max((s for s in told if s is not None), default=event.token.sent)

    def _mentions_again(self, trigger: Trigger, event: Trigger, far: int) -> bool:
        """Whether a definite noun ("the attack", "these strikes") points back at an actual event by and to the same people."""
        cast, parse = self.cast, self.parse
        points_back = trigger.definite and trigger.realis == "actual" == event.realis
        governor = parse.head(trigger.token).lemma
        if {trigger.token.lemma, trigger.token.text.casefold()} & LAYING:
            return False  # "the mines that were planted" may be others than those of the attack told
        if not points_back or (trigger.token.dep == "dobj" and is_light(governor) and governor not in KNOWN_OF):
            return False  # "launched the long-awaited offensive" is news
        if far > (2 if trigger.plural else 30):
            return False
        if is_next(trigger, event, far):  # "a force attacked a prison … The attack killed two guards"
            unknown = is_anonymous(cast, trigger.by) or is_anonymous(cast, event.by)
            return (unknown or not differs(trigger.by, event.by)) and not differs(
                named_of(cast, trigger.to), named_of(cast, event.to)
            )
        fits = (trigger.plural == event.plural or not trigger.plural) and self.setting.fits(trigger, event)
        apart = known_of if trigger.type in ONCE else sides_of
        hit = [a for a in trigger.to if a not in event.by and not is_count(cast, a)]  # "six of the attackers died in the attack"
        return (
            fits
            and not differs(apart(cast, hit), event.to if trigger.type in ONCE else sides_of(cast, event.to))
            and not differs(named_of(cast, trigger.by), named_of(cast, event.by))
        )

    def _hits_the_same(self, trigger: Trigger, event: Trigger) -> bool:
        """Whether both are done to one convoy or one crew, told as known the second time; people in general are hit more than once."""
        hit = set(trigger.to) & set(event.to)
        known = any(self.cast.actor(a).kind == "unnamed" and not self.cast.actor(a).name.endswith("s") for a in hit)
        return known and trigger.realis == "actual" == event.realis and not trigger.plural and self._agree(trigger, event)

    def _is_recap(self, trigger: Trigger, event: Trigger) -> bool:
        """Whether a report sums up what it told at its start: "The strikes were carried out as part of …"."""
        verb = self.parse.head(trigger.token)
        carried = trigger.token.dep == "nsubjpass" and is_light(verb.lemma) and verb.tag == "VBN"
        known = trigger.definite and trigger.realis == event.realis == "actual"
        return carried and known and trigger.plural and event.plural and not differs(trigger.by, event.by)

    def _goes_on(self, event: Trigger, trigger: Trigger) -> bool:
        """Whether harm without an agent, a means, a place or a day of its own is what the event just told did."""
        parse, token = self.parse, trigger.token
        last = self._last(event, trigger)
        far = token.sent - last
        known = bool(trigger.by) and not by_attackers(parse, trigger)
        if event.plural or not 0 <= far <= FOLLOWS or known or event.realis != "actual" or trigger.realis != "actual":
            return False
        if parse.sentences[token.sent].block - parse.sentences[last].block > 1:
            return False
        if token.sent in self.running and event.token.sent not in self.running:
            return False  # "A total of 109 people have been killed" are not those of one attack
        if event.token.lemma.casefold() in CAMPAIGNS or any(self.cast.actor(a).kind == "person" for a in trigger.to):
            return False
        return (
            self.setting.is_of_day(trigger, event)
            and not has_setting(parse, token)
            and (token.pos in VERBAL or trigger.frame == "suffer")
        )
