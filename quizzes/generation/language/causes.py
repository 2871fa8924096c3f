"""Verbs and nouns by which a text tells what brought something about, and nouns that stand for events and conditions."""

from __future__ import annotations

import re
from functools import lru_cache

from .verbs import FINITE, PARTICIPLE_OF, PASTS
from .words import bag

CAUSES = bag(
    """accelerate affect aggravate allow alter attract block bolster break bring cause change compel complicate compound consolidate constrain
    contribute convince create cripple curb curtail damage decide deepen delay deprive destabilize destroy deter determine diminish
    discourage discredit disrupt divert divide draw drive ease embolden enable encourage end endanger enhance ensure erode escalate exacerbate
    expand explain expose facilitate force foster fuel generate give guarantee halt hamper harm heighten help hinder ignite impede
    improve incite increase induce influence inspire intensify jeopardize justify keep lay lead leave legitimize limit make mark mean
    motivate necessitate oblige offer open overshadow paralyse pave permit persuade plunge pose postpone precipitate preclude prevent produce
    prolong promote prompt protect provide provoke push put raise reassure reduce reinforce remove render require reshape restore
    restrain restrict result reveal reverse revive rule save secure serve shake shape shatter shift show signal slow spark speed spur
    stimulate stop strain strengthen sustain sweep threaten tip transform trap trigger turn undermine underline underscore unite
    unleash upset weaken widen worsen hasten demonstrate highlight confirm illustrate split drag freeze shorten stabilize"""
)
"""Verbs whose subject brings something about, or shows it."""
OTHER = bag(
    """add amount appeal apply balance become benefit boost build call catch challenge claim close coincide come complete conclude connect correspond
    cost cover culminate depend deprive develop differ disappoint distract echo embody emerge employ engage entail erupt exceed express
    extend fail fall favour focus follow go grow hinge impose impress include incorporate inform integrate involve isolate link
    maintain mark match meet mirror need occur outweigh play point prevail proceed prove reach reassert reflect rekindle
    remind replace represent resolve respond rest risk satisfy separate set settle spread stand strike suit take tend test tie
    trace underlie undergird underpin unfold vindicate weigh dictate dominate accompany characterize condition motivate rely
    allay appease bind conceal contradict disguise ease eliminate fill free grant impair infuriate intimidate invite leave legitimise mobilize nurture preserve pressure radicalize ravage
    regulate relieve sour steer stiffen stir suppress swell ingrain imply alarm aid foment wane spawn usher kindle stoke dampen dent buttress underwrite mean cement entrench tarnish tighten anger worry frighten surprise please tempt train weaken yield"""
)
"""Further verbs that an event or a condition can be the subject of."""
NOUNS = frozenset(
    """turning point|watershed|obstacle|impediment|barrier|reason|cause|root|source|precondition|prerequisite|instrument|tool|key|catalyst|trigger|
pretext|factor|driver|condition|blow|threat|challenge|setback|step|milestone|signal|incentive|priority|cornerstone|basis|foundation|
pillar|lever|guarantee|burden|opportunity|motive|beginning|end|test|warning|symbol|sign|victory|defeat|success|failure|mistake|problem|advantage|weakness|response|attempt|
departure|counterweight|counterbalance|alternative|means|vehicle|channel|bridge|springboard|stumbling block|bone of contention|matter|solution|answer|example|manifestation|consequence|result|outcome|product""".replace(
        "\n", ""
    ).split("|")
)
"""What a cause is said to be."""
ADJECTIVES = bag(
    "crucial vital essential decisive key central critical fundamental instrumental detrimental harmful important necessary beneficial conducive fatal contrary indispensable responsible unacceptable"
)


def _past(base: str) -> str:
    if base in PASTS:
        return PASTS[base]
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if base.endswith("y") and base[-2] not in "aeiou" else base + "ed"


def past_of(base: str) -> str:
    """ "force" → "forced"."""
    return _IRREGULAR.get(base, _past(base))


def third(base: str) -> str:
    """ "force" → "forces"."""
    if base.endswith(("s", "sh", "ch", "x", "z", "go")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in "aeiou" else base + "s"


_IRREGULAR = {
    "spur": "spurred",
    "cost": "cost",
    "speed": "sped",
    "sweep": "swept",
    "freeze": "froze",
    "drag": "dragged",
    "bind": "bound",
    "win": "won",
    "stir": "stirred",
    "underlie": "underlay",
    "rekindle": "rekindled",
}
_BASES = [*CAUSES, *OTHER, *(base[:-3] + "ise" for base in CAUSES | OTHER if base.endswith("ize"))]
PAST = {past_of(base): base for base in sorted(_BASES)} | {"fuelled": "fuel", "signalled": "signal"}
THIRD = {third(base): base for base in _BASES}
PARTICIPLE = {PARTICIPLE_OF.get(base, form): base for form, base in PAST.items()} | {"frozen": "freeze"}
NOUN_FORMS = frozenset(form for form in THIRD if form not in FINITE)
"""Forms that are plural nouns more often than verbs."""

EVENTS = bag(
    """war wars victory defeat loss losses closure rise fall start beginning end return departure arrival withdrawal attack attacks strike strikes
    collapse death visit visits talks deal agreement agreements treaty election elections revolution coup protest protests uprising clashes incident incidents
    change changes shift shifts increase decrease decline boycott blockade embargo invasion occupation refusal vote speech
    conference summit congress referendum events crisis crises conflict conflicts disaster earthquake flood floods drought famine breakthrough break break-up
    breakup split signing meeting failure success outcome launch purchase sale opening construction takeover capture offensive ceasefire
    truce raid murder arrest trial scandal march reform reforms decision discovery accession entry exit fight struggle campaign campaigns battle battles
    fighting hostilities killing bombing shelling reunification dismissal resignation assassination bankruptcy crash raids landing
    rebellion revolt mutiny siege armistice restart reopening lifting handover pact accord sanctions law act annexation overthrow purge ban"""
)
CONDITIONS = bag(
    """lack growth reserves wealth threat threats fear fears desire need will interest interests ambition ambitions pressure presence absence policy policies strategy effort efforts attempt attempts
    support use role project projects plan plans trade tie ties relations relationship relationships approach power control aid resistance experience memory memories legacy logic belief
    view idea identity nationalism dispute disputes rivalry competition cooperation proximity position location status price prices cost costs
    revenue revenues debt tax taxes climate weather stand-off standoff deadlock stalemate doctrine ideology rhetoric
    nexus history geography education culture inability ability willingness unwillingness weakness strength superiority isolation interest system
    hostility mistrust distrust enmity friendship rule influence demand demands supply supplies exports imports dominance mediation neutrality
    investment investments poverty unemployment inflation corruption technology doubts tension tensions rapprochement balance network networks
    pipeline railway route routes corridor possibility prospect prospects promise promises hope hopes expectations insistence focus flow influx spread
    stance attitude behaviour behavior conduct activity activities actions action involvement engagement engagements diplomacy commitment commitments
    guarantees concerns concern grievances perception perceptions legislation regulation bureaucracy budget spending strategy shortage shortages abundance scarcity
    settlement settlements understanding backing criticism progress practice practices tradition traditions discourse propaganda narrative narratives
    preference preferences principle principles importance size distance size geopolitics economics politics religion language loyalty
    tactics course line programme programmes program programs initiative initiatives measures provision provisions arrangement arrangements structure rules"""
)
_ABSTRACT = re.compile(r"(?:[ts]ion|ment|ance|ence|ity|ness|ism|ship|ency|ancy|sis|dom|ure|hood|racy)s?$")
_ACTS = re.compile(r"(?:[ts]ion|ment|al|ure)s?$")
_AGENTS = bag(
    """government governments parliament parliaments administration administrations organisation organisations organization organizations delegation delegations
    commission commissions population populations nation nations community communities minority minorities majority authority authorities opposition leadership
    city cities university universities federation federations institution institutions section generation generations association associations department departments
    entity entities audience figure corporation corporations foundation foundations municipality establishment establishments ministry picture citizenship
    document element elements station stations installation installations personality publication publications instrument territory
    question questions aspect situation statement statements conclusion version variation dimension section regiment detachment garrison
    figures features feature creatures elements fraction faction factions coalition union relation mention literature creature mission missions vessel equipment infrastructure chance sentence science
    assumption hypothesis argument evidence reference explanation definition evaluation description assessment observation consideration considerations
    condition conditions circumstance circumstances experience reality perspective distinction basis analysis thesis emphasis synthesis"""
)
"""Nouns that look like events and conditions, but act, or belong to the text and not to its matter."""
_NAMED_EVENTS = bag(
    "War Wars Revolution Summit Conference Congress Treaty Agreement Agreements Crisis Accord Accords Pact Uprising Rebellion Plan Act Doctrine Offensive Talks Depression Emergency Mutiny Famine Question Affair Campaign Declaration Mandate Partition Policy Canal Strategy Process Incident Massacre Project Policy Plague Programme Initiative Law Protocol Constitution Convention Settlement"
)


_PEOPLE = re.compile(
    r"(?:[a-z]{3,}(?:ers|ors|ists|ians|eers)|[a-z]{2,}(?:ist|eer|crat|crats|man|men|woman|women|people|folk|kin|smith|monger|ette))$"
)
_NO_PEOPLE = bag(
    "papers powers waters rivers numbers orders matters letters winters summers borders barriers corridors factors sectors routers tigers offers errors"
)
_NOBODY = bag(
    """officer soldier minister premier president leader ruler emperor king queen prince princess viceroy sultan pasha khedive consul governor mayor senator
    deputy ambassador envoy representative mediator general colonel captain admiral judge lawyer banker trader merchant farmer worker peasant labourer engineer writer author reader teacher
    student scholar professor doctor expert analyst critic observer player actor speaker voter citizen taxpayer owner holder bondholder shareholder creditor debtor
    investor buyer seller user producer consumer employer employee company companies firm firms bank banks party parties family families court courts army armies
    navy police troops forces force brigade regiment militia rebels crew team staff board council committee cabinet ministry office agency bureau senate congress
    house houses court congress union unions state states country countries republic republics empire empires kingdom province provinces town towns village villages island islands
    region regions area areas world bloc alliance alliances league group groups class classes elite elites public side sides west east north south
    partner partners ally allies neighbour neighbours neighbor neighbors rival rivals enemy enemies friend friends victim victims refugee refugees migrant migrants
    child children person persons human humans people peoples man men woman women boy girl father mother brother sister son daughter wife husband
    author authors article articles book books chapter chapters paper papers table tables figure report reports study studies survey surveys data work works essay essays
    section sections paragraph sentence word words term terms phrase example examples instance case cases thing things way ways point points fact facts reason reasons part parts
    kind kinds sort sorts type types one ones number numbers year years month months day days week weeks decade decades century time times hour hours
    percent per cent million billion km half third quarter rest others result results effect effects consequence consequences cause causes lot all none much many most
    god future purpose purposes intention intentions motive motives county counties resident residents inhabitant inhabitants factor factors option options rationale dynamics means stakes moves move aim aims goal goals task tasks advantage advantages agencies participants personnel members member officials committees ministries parties administration work works stuff amount god diaspora nobles clergy elders clan clans tribe tribes press media newspaper newspapers journal institute university school embassy
    he she it they we you i what who which that this mr mrs dr sir lord lady professor justice respondent petitioner plaintiff defendant"""
)
"""Nouns of persons and bodies, and nouns that say nothing by themselves."""


@lru_cache(maxsize=8192)
def sort_of(head: str) -> str:
    """ "event", "condition" or "thing"; empty for a person, a body, a name and a noun that says nothing."""
    if head[:1].isupper():
        return "event" if head in _NAMED_EVENTS else ""
    if head in EVENTS:
        return "event"
    if head in CONDITIONS:
        return "condition"
    if head in _AGENTS or head.removesuffix("s") in _AGENTS or head in _NOBODY or head.removesuffix("s") in _NOBODY:
        return ""
    if _ABSTRACT.search(head):
        return "event" if _ACTS.search(head) else "condition"
    people = _PEOPLE.search(head) and head not in _NO_PEOPLE
    plain = re.fullmatch(r"[a-z]{3,}(?:-[a-z]+)*", head) and not head.endswith(
        ("ly", "ous", "ive", "ful", "less", "able", "ible", "ic", "ed", "ing")
    )
    return "thing" if plain and not people else ""


_KIN = [
    bag(
        "war wars victory defeat outcome end conflict hostilities fighting battle offensive loss campaign aggression invasion attack operation struggle annexation"
    ),
    bag("events crisis war aggression annexation invasion revolution conflict"),
    bag("dependence dependency overdependence reliance"),
    bag("tension tensions clashes incidents hostilities escalation stand-off crisis rivalry"),
    bag("relations relationship ties rapprochement friendship hostility cooperation alliance partnership"),
    bag("policy strategy approach doctrine line tactics balance"),
    bag("withdrawal disengagement retreat departure absence exit impoverishment"),
    bag("growth rise increase expansion boom"),
    bag("collapse fall end dissolution break-up breakup disintegration decline"),
    bag("agreement treaty accord pact deal settlement statement declaration"),
    bag("presence deployment stationing"),
]
"""Nouns by which the same thing may be called."""


_INFLUENCE = bag("influence power leverage sway dominance hegemony hegemonic role weight hand position foothold")
_STRIFE = next(family for family in _KIN if "tension" in family)
_LASTING = [family for family in _KIN if "reliance" in family or "relations" in family]


def kin(one: str, other: str) -> bool:
    """Whether two nouns may stand for the same thing."""
    return one == other or any(one in family and other in family for family in _KIN)


def called_alike(one: str, other: str) -> bool:
    """Whether two nouns stand for a dependence or a relation, so that one may be a part of the other."""
    return any(one in family and other in family for family in _LASTING)


def influence(text: str) -> bool:
    """Whether a phrase speaks of somebody's influence, which goes by many names."""
    return any(word in _INFLUENCE for word in text.split(" "))


def strife(text: str) -> bool:
    """Whether a phrase speaks of tension or clashes, which go by many names."""
    return any(word in _STRIFE for word in text.split(" "))


_FIELDS = [
    "educ universit school graduat student teach curricul pupil",
    "oil gas energ petrol hydrocarb fuel pipelin electric",
    "bank loan debt credit bond financ mone monet inflat",
    "rail train transport corridor rout road highwa transit",
    "trad export import custom tariff market commerc",
    "arms weapon militar army armam missil",
    "water river irrigat flood drought dam reservoir",
    "media newspap broadcast televi radio journal",
    "court law legal judg legisl constitut",
    "farm agricultur crop harvest grain wheat cotton peasant",
]
FIELDS = {begin: number for number, field in enumerate(_FIELDS) for begin in field.split()}
"""Beginnings of words that belong to one field: beside one of them another is soon guessed."""


@lru_cache(maxsize=8192)
def field_of(word: str) -> int | None:
    """The number of the field of a word."""
    return next((number for begin, number in FIELDS.items() if word.startswith(begin)), None)


_WIDE = [
    "secur guard border militar arms armed army weapon war wars troop guerrilla mercenar peacekeep hostilit defen incident tension soldier attack aggress annex invasion missil fleet naval",
    "govern elect elit presiden reform diplomat diploma leader revolution executiv polit regim rhetoric",
    "oil gas energ petrol hydrocarb fuel econom market pric mone bank loan debt credit invest budget remitt tax wage monopol",
    "rail train transport corridor rout road highwa transit pipelin canal gatewa traffic steamer ship harbour port trad export import custom commerc tariff duti",
    "educ universit school graduat student media newspap broadcast languag cultur church diaspora soft liberal valu",
    "treat agree accord court law legal judg legisl constitut sanction",
    "water river irrigat flood drought dam reservoir crop harvest farm agricultur grain wheat cotton",
    "west russ soviet europ nato kremlin moscow",
]
WIDE = {begin: number for number, field in enumerate(_WIDE) for begin in field.split()}
"""Beginnings of words by which a reader who does not know the text looks for a cause of the field of its effect."""


@lru_cache(maxsize=8192)
def wide_field_of(word: str) -> int | None:
    """The number of the wide field of a word."""
    return next((number for begin, number in WIDE.items() if word.startswith(begin)), None)


def one_off(text: str) -> bool:
    """Whether a phrase stands for a single event, which neither keeps nor enables anything for long."""
    return bool(re.search(r"\b(?:1[5-9]|20)\d\d\b", text)) or any(
        word in EVENTS or word in _NAMED_EVENTS for word in _first_noun(text)
    )


def _first_noun(text: str) -> list[str]:
    """The noun before the first "of", "in" or "to"."""
    return re.split(r" (?:of|in|to|by|between|for|with|on|from) ", text, maxsplit=1)[0].split(" ")[-1:]
