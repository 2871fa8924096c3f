"""Whether words can be read without their page: no pronoun, date or place that points outside of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .antecedents import PLACES, named_before
from .leaning import leaning

_ALWAYS = re.compile(
    r"\b(?:this|these|those(?! (?:of|in|on|at|from|with|who|whose|which|that|\w+ed|\w+ing)\b)|(?<!\bas )such(?! as\b)|the (?!(?:1[89]|20)\d\d\b)\d+ (?!January|February|March|April|May|June|July|August|September|October|November|December)\w+|aforementioned|abovementioned|above-mentioned|aforesaid|the former(?!-)|the latter|(?<!at )the same time|the same (?:year|day|month|week|period|place|token|article|speech|essay|one|is true|goes|holds|applies)|"
    r"the other|the others|(?<![Aa]mong )(?<!with )(?<!than )(?<!, )other (?:member )?(?:states|countries|members|parties|actors|republics|powers)(?! (?:of|in|such)\b)|the next|(?:done?|did|does) the same|respectively|(?:until|since|by|back) then|each case|that case|such cases?|[Ii]n response(?! to)|that (?:critical|particular|very|specific|same)|doing so|do so|did so|does so|was then|were then|there(?:by|upon|fore)|that (?:time|year|period|point|day|month|decade|moment|"
    r"regard|respect|sense|process|situation|context|case|end|goal|meeting|agreement|war|conflict|country|group|region|"
    r"visit|decision|statement|kind|sort|type|view|date)|(?:the|either|all|other)(?: (?:first|last|other))? (?-i:two|three|four|five|six)(?! million| billion| hundred| thousand| \w+ (?:of|to) )|"
    r"(?:the|both|either|all|two|three) (?:sides?|parties|belligerents)|both(?! [\w’'-]+(?: [\w’'-]+){0,4} and )|neither|another|others|latter|former (?=is|was|and|had)|"
    r"(?:the )?(?:first|second|third|final|last|next|previous|following|preceding) (?:one|case|group|variable|point|"
    r"proposal|option|aspect|approach|part|phase|provision|clause|paragraph))\b",
    re.IGNORECASE,
)
_THAT = re.compile(
    r"\b(?:of|for|on|at|by|with|from|given|during|after|before|about|against|under|over|into|within|among|behind|having \w+) that "
    r"(?!it\b|they\b|the\b|is\b|he\b|she\b|this\b|of\b|which\b|a\b)[a-z]+"
)
_THEM = re.compile(r"\b(?:they|them|their|themselves)\b", re.IGNORECASE)
_PLURAL = re.compile(r"\b[\w’-]*[^\Ws’']s\b(?!['’])| and |\bpeople\b|\belite\b|\bpopulation\b|\bgovernment\b")
_POSSESSIVE = re.compile(r"\b(?:its|their|his|her)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:it|they|them|he|she|him|itself|themselves|himself|herself)\b", re.IGNORECASE)
_EXPLETIVE = re.compile(
    r"\b(?:it|It) (?:is|was|would be|will be|remains|became|becomes) \w+(?: \w+)? (?:that|to|for)\b"
)
_START = re.compile(
    r"^(?:that|there(?! (?:is|are|was|were|has|have)\b)|here|one(?! of)|each|none|few|similar|so)\b", re.IGNORECASE
)

POINTING_NOUNS = (
    "country|countries|state|force|delta|door|council|commission|designated area|group|agreement|treaty|statement|war|conflict|region|republic|organization|organisation|government|"
    "president|minister|prime minister|foreign minister|leader|document|proposal|project|deal|accord|declaration|"
    "summit|meeting|talks|negotiations|operation|territory|territories|city|village|area|enclave|party|parties|"
    "side|sides|parliament|authorities|leadership|elite|administration|incident|crisis|process|issue|question|problem|"
    "plan|policy|strategy|decision|move|visit|event|events|election|elections|regime|union|alliance|bloc|company|"
    "institution|mission|contingent|corridor|route|border|ceasefire|truce|offensive|attack|population|community|"
    "diaspora|author|paper|theory|concept|approach|programme|program|initiative|platform|format|format|mechanism|"
    "principle|principles|measures|sanctions|reform|reforms|law|resolution|report|commission|committee|council|"
    "nation|people|peoples|society|army|military|forces|troops|peacekeepers|soldiers|opposition|presidents|leaders|"
    "ministers|mediators|co-chairs|islands?|peninsula|capital|sector|market|economy|bank|fund|network|body|institute|"
    "two presidents|base|bases|facility|station|pipeline|railway|road|plant|film|book|article|study|speech|interview|"
    "situation|result|results|case|change|changes|action|actions|threat|dilemma|figure|figures|number|share|rest|system|"
    "model|framework|doctrine|movement|campaign|protests?|revolution|uprising|genocide|massacre|tragedy|crash|list|"
    "perception|belief|view|idea|speculation|assumption|claim|argument|criticism|trend|pattern|shift|effort|efforts|difference|effect|method|tool|tools|"
    "expansion|conquest|oblast|entity|entities|federation|empire|authority|candidate|proposals|operations|clashes|zone"
)
_POINTING = re.compile(
    rf"\bthe (?P<noun>(?:(?:new|old|entire|whole|independent|disputed|breakaway|unrecogni[sz]ed|bilateral|resulting|said|current|two|three|four|main|first|second|third|newly \w+) )?(?:{POINTING_NOUNS}))"
    r"\b(?!['’-])(?! (?:of|between|that|which|against|who|behind|within|surrounding|known|called|concerning|regarding|"
    r"among|led by|signed by|based)\b)(?! (?:in|over|with|on|for|from|at|under|around|by) (?:(?:the|its|a|an|both|all) )?(?-i:[A-Z“‘\"'])\w)",
    re.IGNORECASE,
)

_DEIXIS = re.compile(
    r"\b(?:now|nowadays|today|todays|today['’]s|tomorrow|yesterday|currently|recently|recent|lately|ago|so far|thus far|to date|"
    r"at present|presently|soon|(?:last|this|next|past|coming|previous|following) (?:year|month|week|decade|century|"
    r"years|months|weeks|decades)|(?:the )?(?:past|last|coming|next) (?:\w+ )?(?:years?|decades?|months?)|"
    r"in recent years|until now|up to now|as yet|not yet|newly|upcoming|current|earlier|later|"
    r"a (?:day|week|month|year) (?:later|after|before)|years (?:later|earlier))\b",
    re.IGNORECASE,
)
_TEXT = re.compile(
    r"\b(?:this|the|present) (?:paper|report|chapter|section|article|thesis|study|essay|book|project|author|authors|writer)\b(?! (?:of|by|from|on) (?:the )?[A-ZÀ-Ž])"
    r"|\b(?:above|below|previously mentioned|as mentioned|mentioned|as noted|aforementioned|see also|see (?:Figure|Table|Chapter|Section))\b"
    r"|\b(?:Figure|Table|Chapter|Section|Appendix) \d|\b(?:we|our|ours|us|I|my|me|myself|ourselves)\b",
)


def anaphora(text: str) -> str | None:
    """The first word that points at something outside of the text; None when there is none."""
    pointers = (match for match in _ALWAYS.finditer(text) if not named_again(text, match))
    if match := next(pointers, None) or _START.search(text) or _THAT.search(text):
        return match.group()
    them = _THEM.search(text)
    if them and not _PLURAL.search(text[: them.start()]):
        return them.group()
    return next(_unbound(text), None)


def named_again(text: str, match: re.Match[str]) -> bool:
    """Whether "this proposal" takes up a proposal that the text itself has named before."""
    if match.group().casefold() in ("the other", "the others", "another"):
        return re.search(r"\b[Oo]ne\b(?! of)", text[: match.start()]) is not None
    if match.group().casefold() not in ("this", "these", "such", "those"):
        return False
    noun = re.match(
        r" (?:\w+ ){0,2}?(\w{4,})\b(?= (?:is|are|was|were|has|have|had|in|of|on|by|to|with|and|for|from|at|as|would|could|will|that)\b|[.,;:]|$)",
        text[match.end() :],
    )
    if noun is None:
        return False
    return re.search(rf"\b{re.escape(noun[1].rstrip('s'))}", text[: match.start()], re.IGNORECASE) is not None


def _unbound(text: str) -> Iterator[str]:
    plain = _EXPLETIVE.sub(lambda m: " " * len(m.group()), text)
    for pattern in (_POSSESSIVE, _PRONOUN):
        yield from (m.group() for m in pattern.finditer(plain) if not named_before(text, m.start()))
    for match in _POINTING.finditer(text):
        noun = match.group("noun").split()[-1]
        if noun in _PLANS and text[match.end() :].startswith(" to "):
            continue
        if noun[0].isupper() and re.match(r" [A-ZÀ-Ž]", text[match.end() :]):
            continue  # a name: "the State Department"
        if noun in PLACES and named_before(text, match.start()):
            continue
        if not re.search(rf"\b{noun.rstrip('s')}s?\b", text[: match.start()], re.IGNORECASE):
            yield match.group()


_PLANS = frozenset(
    [
        "decision",
        "plan",
        "move",
        "campaign",
        "agreement",
        "proposal",
        "operation",
        "threat",
        "approach",
        "strategy",
        "mandate",
        "process",
    ]
)
"""Nouns that "to" goes on to explain: the decision to leave."""


def deixis(text: str) -> str | None:
    """A time that only means something on the day of writing: now, recently, last year."""
    match = _DEIXIS.search(text)
    return match.group() if match else None


def text_deixis(text: str) -> str | None:
    """A pointer into the document itself or to its author: this paper, above, we."""
    match = _TEXT.search(text)
    return match.group() if match else None


def pointing_outside(text: str, *, general: bool = False) -> str | None:
    """The first that is found: the reason why the text cannot stand alone; what holds in general may speak of "the crown"."""
    return next((reason for reason, test in _TESTS if test(text) and not (general and test is leaning)), None)


_TESTS = (
    ("anaphora", anaphora),
    ("temporal deixis", deixis),
    ("text deixis", text_deixis),
    ("leans on its page", leaning),
)
