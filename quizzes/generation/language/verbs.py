"""Verbs of the genre: their forms, and which of them tell of something that happened on a date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .words import bag

_IRREGULAR = """become became become|begin began begun|break broke broken|bring brought brought|build built built|
buy bought bought|catch caught caught|choose chose chosen|come came come|cut cut cut|deal dealt dealt|draw drew drawn|
drive drove driven|fall fell fallen|fight fought fought|find found found|flee fled fled|fly flew flown|
forbid forbade forbidden|get got got|give gave given|go went gone|grow grew grown|hit hit hit|hold held held|
keep kept kept|lay laid laid|lead led led|leave left left|lose lost lost|make made made|mean meant meant|meet met met|
overcome overcame overcome|overthrow overthrew overthrown|pay paid paid|put put put|read read read|ride rode ridden|
rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|
shake shook shaken|show showed shown|shoot shot shot|shut shut shut|sink sank sunk|speak spoke spoken|spend spent spent|
split split split|spread spread spread|stand stood stood|steal stole stolen|strike struck struck|swear swore sworn|
take took taken|teach taught taught|tell told told|think thought thought|throw threw thrown|undergo underwent undergone|
undertake undertook undertaken|uphold upheld upheld|win won won|withdraw withdrew withdrawn|write wrote written|
rebuild rebuilt rebuilt|freeze froze frozen|throw threw thrown|lend lent lent|shrink shrank shrunk|retake retook retaken|foresee foresaw foreseen|withhold withheld withheld|bear bore borne"""

EVENTS = bag(
    """abandon abolish accede accuse acquire adopt allow announce annex appoint apply approve arrest assassinate assume attack
    attend ban become begin block bomb boycott break bring broker build buy call cancel capture carry cede cease celebrate
    change choose claim close collapse commence commission commit complete conclude condemn conduct confirm conquer convene
    convert create cross cut deal declare defeat defect demand denounce deny depart deploy deport destroy detain dethrone
    devalue die disband discover dismiss dispatch dissolve double draft drop elect emerge enact end endorse enter erupt
    escalate establish evacuate expand expel expire explode export extend extradite fail fall fight file finance fire flee
    form found gain gather give go grant grow halt hand head hold host impose inaugurate include increase initiate inherit
    injure insert install institute integrate intervene introduce invade invite issue join jump kill land launch lay lead
    leave legalize liberate lift lose make meet merge mobilize move nationalize negotiate nominate normalize obtain occupy
    occur offer open order organize oust outlaw overthrow pass pay pledge present privatize proclaim prohibit propose
    protest publish purchase raise ratify reach reaffirm recapture receive recognize recover reduce refuse regain register
    reject relaunch release relocate remove rename renew renounce reopen repeal replace request resign resolve restore
    restrict resume retake retire retreat return reveal revoke rise sack sanction secede secure seize sell send set sever
    shell shoot shut sign split sponsor start station stop storm strike submit succeed supply support surrender suspend take
    terminate test topple transfer transform travel treat triple unify unilaterally unveil update upgrade veto visit vote win
    withdraw withhold write attract cofound co-found construct evict execute exile free hire inspect invest ignite label
    modernize oppose outline partition persuade placate push quadruple reconquer reform reinstate renegotiate rout simplify
    swear target train unite urge warn eject commemorate oversee re-establish reestablish shorten sue summon clash collide impeach indict convict sentence jail free crush quash deploy redeploy"""
)
"""Verbs of happening: a clause with one of them can be dated."""

OTHERS = bag(
    """accept accompany account achieve acknowledge act add address adhere admit advance advocate affect afford agree aim
    alienate amount answer appeal appear argue arise ask aspire assert assist associate assure attempt attribute avoid
    balance base bear believe belong benefit blame border bolster boost borrow calculate caution challenge characterize
    cite compare compel compete comprise concede concentrate concern confront connect consider consist constitute consult
    contain contend continue contribute control cooperate cost count cover criticize damage dangle decide decline decrease
    deepen defend define delay delegate deliver depend deprive derive describe deserve design desire deteriorate determine
    develop deter differ diminish disappoint disapprove discourage discuss dislike dominate doubt draw drive earn ease echo
    educate eliminate embrace emphasize employ enable encompass encourage endanger enforce engage enhance enjoy ensure
    entail entrust envisage envision equip evolve examine exceed exclude exert exist expect experience explain exploit
    expose express facilitate favor favour fear feature feel find finish fit flourish focus follow force forge formulate
    foster frame fuel fulfil function fund generate get guarantee guard guide handle harm hear help highlight hinder hope
    identify ignore illustrate imagine imply import improve incorporate indicate induce influence inform insist inspire
    intend intensify interact interpret involve isolate judge justify keep know lack last learn legitimize limit link list
    live lobby locate look maintain manage mark matter mean measure mediate mention mirror mitigate monitor motivate need
    note number object observe opt operate outweigh owe own participate perceive perform permit pit place plan play point
    portray pose posit possess postpone praise predict prefer prepare preserve press pressure prevail prevent prioritize
    produce promise promote prompt protect prove provide provoke pursue put question reassure recall recommend reflect
    refer refrain regard reinforce reiterate relate rely remain remind render repeat report represent require resemble
    resent reside resist respect respond rest result retain reverse rule run safeguard satisfy save say see seek seem serve
    share shape shift show signal signify spend spread stabilize stand state stay stem stimulate stipulate strengthen
    stress strive struggle study subscribe substitute suffer suggest suit suppress surround survive sustain sympathize
    teach tell tend think threaten tolerate total trade translate transport trigger try turn undergo undermine underline
    underscore understand undertake uphold urge use utilize value view violate want weaken welcome widen wield wish witness
    work worsen yield"""
)
"""Further verbs, of states, opinions and processes."""

AUXILIARIES = bag("is was are were has have had would will can could did does may might must should do")

Form = Literal["past", "present", "participle"]


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a verb: "signed" is the past of "sign"."""

    base: str
    form: Form


def _past_of(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    if base in _DOUBLED:
        return base + base[-1] + "ed"
    return base + "ed"


def _third_of(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "go", "do")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in "aeiou" else base + "s"


_DOUBLED = bag(
    "abet admit ban commit compel control cut deter drop expel fit get occur opt permit plan prefer propel quit refer regret rob "
    "rebel ship split stem stop submit transfer transmit"
)


_NOUNS = bag(
    """links means plans demands aims talks changes forces interests claims moves measures attacks strikes visits reports results
    matters attempts efforts ends starts stops doubts needs views votes leads costs calls cuts deals deploys designs desires
    efforts fears fights files finances focuses forms frames functions gains grants guards guides heads helps hopes influences
    issues joins labels lands limits lists looks marks notes objects offers orders places points poses presses presents
    promises protests questions raises ranks reforms rests rises rules runs sanctions sets shapes shares shells shifts shows
    signals signs stages stands states steps stresses struggles studies supplies supports tests threats trades transfers
    transports travels treats tries troops trusts turns uses values wishes witnesses works"""
) - bag("shows stands states tries treats helps hopes joins needs uses works")
"""Forms that are plural nouns more often than verbs in this genre."""


def _british(base: str) -> list[str]:
    return [base, base[:-3] + "ise"] if base.endswith("ize") else [base]


def _forms() -> tuple[dict[str, Verb], dict[str, str], dict[str, str]]:
    finite: dict[str, Verb] = {}
    participles: dict[str, str] = {}
    pasts: dict[str, str] = {}
    strong = {row.split()[0]: row.split()[1:] for row in _IRREGULAR.replace("\n", "").split("|")}
    for base in (b for listed in sorted(EVENTS | OTHERS | set(strong)) for b in _british(listed)):
        past, participle = strong.get(base, [_past_of(base)] * 2)
        if _third_of(base) not in _NOUNS:
            finite[_third_of(base)] = Verb(base, "present")
        for form in {past, past.replace("eled", "elled"), past.replace("eled", "elled").replace("abored", "aboured")}:
            finite[form] = Verb(base, "past")
            participles.setdefault(form, base)
        participles[participle] = base
        pasts[base] = past
    return finite, participles, pasts


FINITE, PARTICIPLES, PASTS = _forms()
PARTICIPLE_OF = {base: form for form, base in PARTICIPLES.items()}
"""Finite forms → verb; past participles → base form; base forms → past."""
BASES = frozenset(PASTS) | {"be", "have", "do"}
"""What can follow "to"."""


def happens(base: str) -> bool:
    """Whether the verb tells of something one can date."""
    return base in EVENTS or base.replace("ise", "ize") in EVENTS
