"""Whether a statement leans on its page: a noun or verb that lacks what the sentence before has told, so that only its reader knows who, what or when."""

from __future__ import annotations

import re
from collections.abc import Callable

from .antecedents import PLACES, named_before
from .bodies import ADJECTIVES as BODY_ADJECTIVES
from .bodies import HEADS, TOPICS
from .lexicon import ADJECTIVES, STATES
from .relational import lacking
from .verbs import BASES, FINITE
from .words import FUNCTION_WORDS, bag

_NAMED = r"(?-i:[A-ZÀ-ÖØ-ÞĀ-Ž])"
_DATED = re.compile(
    r"\b(?:1[5-9]|20)\d\d|\b(?:after|before|during|until|since|when|while|although|though|as|throughout|for)\b",
    re.IGNORECASE,
)

AUXILIARIES = bag("is are was were has have had would will could can may might must should does did came seems seemed")
NATION = re.compile(
    "|".join(rf"\b{re.escape(name)}\b" for name in sorted({*STATES, *ADJECTIVES}, key=len, reverse=True))
)


def leaning(text: str) -> str | None:
    """The words by which the text leans on its page; None when it stands alone."""
    return next((found for rule in RULES if (found := rule(text))), None)


def _finds(pattern: str) -> Callable[[str], str | None]:
    """A rule that looks for a pattern."""
    compiled = re.compile(pattern, re.IGNORECASE)

    def rule(text: str) -> str | None:
        match = compiled.search(text)
        return match.group().strip() if match else None

    return rule


_SEQUENCE = _finds(
    r"\b(?:(?:once )?again(?= (?:[a-z]+ed|[a-z]+s)\b)|(?:was|were|is|are|has|have|had) (?:once )?again|once more|immediately(?= (?:[a-z]+ed|took|made|gave|sent|left|began|went|came|put|set)\b)|(?<=ed )immediately(?! (?:after|before|following|upon))|"
    r"meanwhile|afterwards?|subsequently|instead(?! of)|eventually)\b"
)
"""Adverbs that tell when, by what went before."""

_RESPONSE = _finds(
    r"(?:['’]s?|\b(?:the|its|their|a|an)) (?:[\w-]+ ){0,2}(?:response|reaction|reply)\b(?! (?:to|against)\b)(?!['’])"
)
"""A response, without what it responds to."""

_PART = _finds(
    r"\b(?:key|major|main|important|decisive|crucial|determining) (?:factor|role|part|reason|cause|driver|obstacle|element|step|component)\b"
    r"(?! (?:in|of|for|behind|to|that|which|why|as|on|toward|towards|within|why)\b)"
)
"""A factor or role, without what it plays in."""

_UNGIVEN = _finds(
    r"\b(?:was|were|been|being|is|are|sums?|amounts?|money|funds?) (?:either |also |\w+ly )?"
    r"(?:misunderstood|ignored|overlooked|neglected|underestimated|overestimated|condemned(?! to\b)|welcomed|praised|"
    r"allocated|restricted|granted|promised|earmarked|pledged)\b(?!.*\bby (?:the |an? )?\w)"
)
"""What somebody thought or gave, without who it was."""

_ASKED = _finds(
    r"\b(?:appeal(?:s|ed)?|asked|asks|called|calls|request(?:s|ed)?|applied)(?: to [\w’'.-]+(?: [A-Z][\w’'.-]+)*)? for (?:further |more |military |financial |economic )?"
    r"(?:aid|help|assistance|support|mediation|intervention|talks)\b(?! (?:to|in|against|for|from|with|on|of|between)\b)"
)
_TOOK_OVER = _finds(r"\b(?:took|taken|takes|take) over(?= (?:under|in|at|on|after|with|and)\b|[.,;?]|$)")
_INTERVENE = _finds(
    r"\bto (?:intervene|mediate|step in|take part|participate|cooperate)\b(?! (?:in|on|between|against|with|at|within|militarily in)\b)"
)
_TO_SELL = _finds(r"\bto (?:buy|sell|supply|export|import|provide|purchase|deliver) (?:at|in|on|for|from)\b")
"""Verbs without their object."""

_MONEY = _finds(
    r"\b(?:provision|grants?|loans?|package|tranche|aid|assistance) of (?:about |some |up to |over )?(?:[$€£]|US\$)[\d.,]+(?: (?:million|billion))?(?!.* (?:to|for)\b)"
)
"""A sum that is given, without to whom."""

_STILL = re.compile(r"\b(?:remained|stayed)\b")


def _stayed(text: str) -> str | None:
    """A state that went on, without when."""
    match = _STILL.search(text)
    return match.group() if match and not _DATED.search(text) else None


_NEW = _finds(
    r"(?:\bthe|['’]s|\bits|\btheir|\bhis|\bher) new (?!(?:[\w-]+ ){1,3}(?:of|in|for|at|on) )(?!(?-i:[A-Z]))\w+"
)
"""Something new, which only the page tells from the old."""

_NONE = _finds(
    r"(?:^|\bthat )no (?:other )?[a-z]+ (?:did|do|does|was|were|is|has|have|had|could|would|can|will|came|made|went)\b"
)
"""No such thing did so: none of those that the page speaks of."""

_LED = _finds(
    r"\bthe (?-i:[A-Z])[\w.]*-(?:led|backed|based|sponsored|dominated|controlled|brokered|supported|mediated) (?:\w+ )?(?:organi[sz]ation|body|bloc|union|alliance|group|grouping|project|initiative|coalition|forces?|process|talks|agreement|deal|mission)\b(?! (?:of|for|in|on|between|with)\b)(?! (?-i:[A-Z]))"
)
"""The body that somebody leads, without its name."""

_DEED_NOUN = re.compile(
    r"(?:^|\bthat )(?:[Pp]urely |[Ss]uch |[A-Za-z]+(?:ic|al|ive|ary|y) |[Ee]nergy |[Ff]oreign )*(?P<noun>[A-Za-z]+(?:tion|sion|ment)|[Pp]olicy)"
    r"(?: ['‘][^'’]+['’])? (?P<verb>[a-z]+)\b"
)
_NO_DEEDS = bag(
    """population information nation tradition corruption inflation education religion constitution ambition opposition question generation
    competition emotion vision tension television environment unemployment sentiment opinion recession depression pollution"""
)


def _deed(text: str) -> str | None:
    """Something done, as the subject, without whose deed or what it was done to: "Regulation would", "Economic integration is"."""
    match = _DEED_NOUN.search(text)
    if match is None or match["noun"].casefold() in _NO_DEEDS:
        return None
    return match.group() if match["verb"] in FINITE or match["verb"] in AUXILIARIES else None


AUXILIARIES = bag("is was are were has had would will could can may might must should does did came seems seemed")

_PLEDGE = re.compile(
    r"\ban? (?:[\w-]+ ){0,2}(?:agreement|deal|accord|pact|compromise|settlement)\b(?! (?:\w+ed )?(?:on|with|between|over|for|to|of|in|that|which|under|about|by|among|concerning|regarding)\b)",
    re.IGNORECASE,
)


def _pledge(text: str) -> str | None:
    """An agreement that nobody who is named is party to."""
    match = _PLEDGE.search(text)
    named = match and re.search(
        rf"(?<!^){_NAMED}|(?<=\w ){_NAMED}", re.sub(r"^.*, according to [^,]+(?: and [^,]+)?,", "", text[1:])
    )
    return match.group() if match and not named else None


_PERMITS = re.compile(
    r"\b(?:allow|enabl|permit|forc|encourag|caus|compel|help|let|mak|made|giv|gave|brought|bring|cost|prompt|led|lead|prevent)(?:e|es|s|ed|d|ted|t)? (?:it|them|him)\b"
)
_TRUE_NAME = re.compile(
    rf"(?<!^)(?<![.] ){_NAMED}[\w’'.-]*|^(?!(?:The|A|An|In|On|At|By|For|From|With|After|Which|Who|What|How|According)\b){_NAMED}[\w’'.-]*"
)


def _object(text: str) -> str | None:
    """ "allow it to", where nothing but an adjective of nationality could be meant by "it"."""
    match = _PERMITS.search(text)
    if match is None:
        return None
    before = re.sub(r"according to [^,]+,", "", text[: match.start()])
    names = [re.sub(r"['’]s?$", "", name) for name in _TRUE_NAME.findall(before)]
    return None if any(name not in ADJECTIVES for name in names) else match.group()


_INSTITUTION = re.compile(
    r"\b[Tt]he (?:(?:1[89]|20)\d\d )?(?P<name>(?:[A-Z][\w-]+ )*(?:Agreement|Treaty|Pact|Accord|Plan|Act|Parliament|Committee|Commission|Council|Ministry|Cabinet|Assembly))\b"
    r"(?!['’]s)(?! (?:of|on|for|with|between|in|at|and)\b)(?! [A-Z(“\"])"
)
_ANYWHERE = (
    HEADS
    | BODY_ADJECTIVES
    | TOPICS
    | bag("Agreement Accord Plan Act Parliament Cabinet Assembly Defense Water Resources Senate")
) - bag("Security General Supreme")
"""Words of names of which every country may have one; there is one Security Council."""


def _institution(text: str) -> str | None:
    """A body or paper of which every country has one: "the Defense Agreement", "the Parliament"."""
    for match in _INSTITUTION.finditer(text):
        words = match["name"].split()
        if all(word in _ANYWHERE for word in words) and not ("National" in words and NATION.search(text)):
            return match.group()
    return None


_DEFINITE = re.compile(r"\b[Tt]he (?=(?P<noun>(?:(?:1[5-9]|20)\d\d )?(?:[a-z][\w-]*(?:['’]s?)?(?: |\b)){1,4}))")
_STOPS = FUNCTION_WORDS | AUXILIARIES
_FEW_WORDS = bag("twice once alone together either both half")


def _definite(text: str) -> str | None:
    """The so-and-so, without of what or where: a thing that only the sentence before has named."""
    for match in _DEFINITE.finditer(text):
        words = _noun(match["noun"])
        if not words or words[-1].isdigit() or any(re.search("[A-ZÀ-Ž]", word) for word in words):
            continue  # "the post-Soviet republics" are named
        end = match.start("noun") + len(" ".join(words))
        owner = words[-1].endswith(("'", "’", "'s", "’s"))
        head = re.sub(r"['’]s?$", "", words[-1])
        before = text[: match.start()]
        called = _CALLS.search(before) and text[end : end + 2].strip() in _MARKS
        if (_COMPLEMENT.match(text, end) and not owner and not called) or _is_unique(head, words):
            continue
        if (head in _NEARBY and named_before(text, match.start())) or _told(head, before):
            continue
        if head in _OF_STATES and _STATE_FIRST.search(before):
            continue
        return f"the {' '.join(words)}"
    return None


_CALLS = re.compile(r"\b(?:calls?|called|dubs|dubbed|terms|termed|names|named|labels|labelled) $")
_MARKS = frozenset(["“", "‘", '"', "'"])
"""What is called the so-and-so is not named by the quotation behind it."""


def _noun(words: str) -> list[str]:
    """The words up to the verb or preposition behind the noun."""
    found: list[str] = []
    for word in words.split():
        if (
            word in _STOPS
            or word in _FEW_WORDS
            or (found and (_is_verb(word, found[-1]) or (word.endswith(("ly", "ed", "ing")) and word not in BASES)))
        ):
            break
        found.append(word)
        if word.endswith(("'", "’", "'s", "’s")):
            break
    return found


def _is_verb(word: str, before: str) -> bool:
    """Whether a verb goes on here: "the rebels control", but "the money supply"."""
    adjective = before.endswith(("ern", "al", "ic", "ous", "ive"))
    return not adjective and (word in FINITE or (before.endswith("s") and word in BASES))


_NEARBY = PLACES | bag(
    """mines villages regions areas cities coast coasts shore harbour harbours port ports town towns river valley mountains islands fjord fjords capital countryside
    border borders basin lake hinterland interior"""
)
"""What a place name before it explains well enough."""
_OF_STATES = bag(
    "country government elite leadership parliament presidency cabinet army opposition organisation organization"
)
_STATE_FIRST = re.compile(rf"(?:^|\bthat )(?:{NATION.pattern})['’]s ")
"""What is a state's, as the subject: its government is "the government" then."""
_COMPLEMENT = re.compile(
    r" (?:and|or) (?:[\w-]+ ){1,3}?(?:of|for|in|between|on|to|against|with)\b"
    r"| (?:of|for|in|on|to|with|between|against|over|that|which|who|whose|where|when|why|how|from|at|among|behind|within|under|by|into|about|around|"
    r"near|along|as|he|she|it|they|the|a|an|up|surrounding|made|set|held|given|known|built|left|sent|signed|\d+s?|[a-z-]+ed|[a-z-]+ing)\b"
    r"| per (?:day|week|month|year) (?:of|on|in|for|from|to|at)\b| (?:after|before|since) (?:1[5-9]|20)\d\d\b| ?[A-ZÀ-Ž“‘\"(]"
)
"""What goes on to say which one is meant."""
_RANKS = bag(
    """first second third last only same most least next best worst more wrong right whole very early late mid federal post-war pre-war
    utmost primary principal"""
)
"""Words that single one out, or say which one it is."""
_UNIQUE = bag(
    """world sea sun moon earth globe public media press west east north south internet poor rich young elderly crown state majority
    minority economy sector industry trade language weather temperature heat rain winter summer spring autumn
    past future present day night years beginning outset end meantime way reason rule fact truth contrary extent size volume mean abstract
    ground status quo scales rug front line above"""
)
"""One for everybody, or the word of an idiom."""


def _is_unique(head: str, words: list[str]) -> bool:
    """Whether the words tell which one is meant, as "the largest" and "the fifth" do, or there is but one."""
    if head == "season" and len(words) > 1:  # "the growing season" comes every year
        return True
    return head in _UNIQUE or any(word in _RANKS or word.endswith("est") for word in words[:2])


def _told(head: str, before: str) -> bool:
    """Whether the text itself has named the thing before."""
    return re.search(rf"\b{re.escape(head.removesuffix('s'))}", before, re.IGNORECASE) is not None


RULES: tuple[Callable[[str], str | None], ...] = (
    _SEQUENCE, _RESPONSE, _PART, _UNGIVEN, _ASKED, _TOOK_OVER, _INTERVENE, _TO_SELL, _MONEY, _stayed, _NEW, _NONE,
    _LED, _deed, _pledge, _object, _institution, _definite, lacking,
)  # fmt: skip
