"""Words that ask for another one, without it: shares of nothing, a victory in no war, somebody who agrees with nobody."""

from __future__ import annotations

import re
from collections.abc import Callable

from .lexicon import ADJECTIVES, STATES

Rule = Callable[[str], str | None]
"""A text in, the words that lack something out, or None."""

_NAME = r"(?-i:[A-ZÀ-ÖØ-ÞĀ-Ž])[\w’'.-]*"
_NATION = "|".join(map(re.escape, sorted({*STATES, *ADJECTIVES}, key=len, reverse=True)))
_NAMED = re.compile(rf"(?<=[\w,;] ){_NAME}|^(?:{_NATION})\b|\w['’]s? ")
"""A name inside the text, a state at its head, or an owner."""
_EMPTY = (
    r"(?:framework|interim|preliminary|general|joint|bilateral|trilateral|multilateral|tripartite|new|formal|separate|final|secret|written|"
    r"comprehensive|major|important|key|similar|special|far-reaching)"
)
"""Adjectives that do not tell what a paper is about."""


def _finds(pattern: str, unless: str = "") -> Rule:
    """A rule that looks for a pattern, in texts that do not hold another one."""
    compiled, excuse = re.compile(pattern, re.IGNORECASE), re.compile(unless or r"(?!)", re.IGNORECASE)

    def rule(text: str) -> str | None:
        match = compiled.search(text)
        return match.group().strip() if match and not excuse.search(text) else None

    return rule


def _unnamed(pattern: str) -> Rule:
    """A rule that looks for a pattern in texts that name nobody."""
    compiled = re.compile(pattern, re.IGNORECASE)

    def rule(text: str) -> str | None:
        match = compiled.search(text)
        return match.group().strip() if match and not _NAMED.search(text) else None

    return rule


_SHARES = _finds(
    r"\b(?:\d[\d,.]*(?: million)?|many|more|some|his|her|its|their|the|all|buy|bought|sold|sell) (?:remaining |founders['’] |ordinary )?(?:shares|bonds)\b"
    rf"|\b(?:the|its|his|a) (?:(?:{_NATION}) )?(?:holding|shareholding|stake)s?\b(?! (?:of|in|company)\b)",
    r"\b(?:shares|bonds) (?:of|in(?! \d)|issued)\b",
)
"""Shares and holdings, without of what."""

_CHAIR = _finds(r"\b(?:an?|the|its) co-?chair(?:man|person|s)?\b(?! of\b)", r"\bco-?chairs? of\b")
"""A co-chair, without of what."""

_VICTORY = _finds(
    r"\b(?:the|a) (?:[\w-]+ ){0,2}(?:victory|defeat|triumph|rout|surrender|advance|collapse|withdrawal|retreat) of (?:[\w’'-]+ ){0,3}(?:troops|forces|army|armies|soldiers|side|fleet|navy)\b",
    r"\b(?:in|over|at|near|from|outside|during) (?:the )?(?:(?:1[5-9]|20)\d\d |\w+ )?(?-i:[A-Z])|\b(?:war|battle|campaign)\b",
)
"""Who won or lost, without in which war."""

_TRADE = _unnamed(
    r"^(?:the|an?) (?:[\w-]+ly |[\w-]+ ){0,2}(?:purchase|sale|supply|import|export|delivery|acquisition|use|fight|struggle|shift|move|support) (?:of|against|in|for) "
)
"""What was bought, fought or done, without by whom."""

_TRADED = _finds(
    r"(?<!['’]s )(?<!s['’] )(?<!of )(?<!on )\b(?:arms|oil|gas|food|grain|cotton|weapons?|energy) (?:imports|purchases|supplies) from\b",
    rf"(?:\w['’]s?|\b(?:{_NATION})) (?:[\w-]+ )?(?:arms|oil|gas|food|grain|cotton|weapons?|energy) (?:imports|purchases|supplies)\b|\bfrom [\w’ -]+ (?:by|to|into) ",
)
"""Imports, without whose."""

_PRICE = _finds(
    r"(?<!['’]s )(?<!['’]s yearly )(?<!['’]s annual )\b(?:costs?|price|benefits?|burden) of (?:non-?|in)?[a-z]+(?:ation|action|ment|ance)\b"
    rf"(?=[?,.;]| (?:and|is|was|were|are|has|had|a|per)\b|$)(?!.*\b(?:in|for|to|between|by|among|of) (?:the )?{_NAME})"
)
"""The cost of cooperation, or of none, without whose."""

_PAPER = _finds(
    rf"\ban? (?:{_EMPTY} )*(?:agreement|protocol|memorandum|declaration|statement|contract|convention|accord|pact|deal|resolution|treaty)\b"
    r"(?! (?-i:[A-Z“\"]))(?!.*\b(?:about|concerning|regarding|that|which|under|establishing|creating|ending|banning|governing|guaranteeing|worth|with|between|of|against|to (?:\w+ )?[a-z]{3,})\b)"
    r"(?!.*\b(?:on|for) (?!\d))"
)
"""A paper, without what it is on."""

_PROGRAMME = _finds(
    r"\ban? (?:(?:global|national|regional|joint|large|major|new|international|special|ambitious|big|important|key) ){1,3}"
    r"(?:program(?:me)?|project|initiative|scheme|campaign|plan)\b"
    r"(?! (?:of|for|to|that|called|named|known|aimed|against|under|which|whose|between|\w+ing)\b)(?! (?-i:[A-Z“\"]))"
)
"""A project, without which."""

_FIRST = _finds(
    r"\bthe (?:first|last|final|second|opening|decisive) (?:blow|step|stone|shot|sod|move|attempt|round|stage|phase|turn|test|success|setback|attack)\b"
    r"(?! (?:of|in|to|towards?|at|against|for|on|by|that|which)\b)"
)
"""The first step, without of what."""

_ANSWER = _finds(
    r"\b(?:g[ai]ves?|given|got|get|received|sent|awaited|obtained) (?:his|her|its|their|the|an?|no) (?:answer|reply|verdict|consent|approval|permission|refusal|opinion|word)\b"
    r"(?! (?:to|for|of|on|about|that|from)\b)|\basked (?:[\w-]+ ){0,3}questions\b(?! (?:about|on|of|concerning|regarding|in)\b)"
)
"""An answer, without to what."""

_AGREES = _finds(
    r"\b(?:(?:dis)?agrees|concurs|concurred|disagreed)\b(?! (?:with|on|to|about|in|between|among)\b)"
    r"|\b(?:objects|retorts|retorted|counters|countered|replies|replied|adds|added|responds|responded) that\b"
    r"|(?:^|\bwho, |\bwho |,) ?(?:also|likewise|similarly|too) [a-z]+(?:s|ed)\b"
)
"""Somebody who takes up what another one has said."""

_FURTHER = _finds(
    r"\b(?:a|one|the) (?:further|additional)\b|\ba (?:second|third) (?:[\w-]+ ){0,2}(?:factor|reason|cause|problem|obstacle|argument|explanation|aspect)\b"
)
"""One more, without those before it."""

_SINCE_WHEN = _finds(
    r"\b(?:has|have) (?:long )?(?:continued|persisted|endured|lasted|lingered)\b(?! (?:to|in)\b)",
    r"\b(?:1[5-9]|20)\d\d\b|\b(?:after|until|since|despite|when|while|although|though|throughout|for|into)\b",
)
"""What has gone on, without since when."""

_BEGINNING = _finds(r"\b(?:from|since) the (?:very )?(?:beginning|outset|start)\b(?! (?:of|in)\b)")
_BACK = _finds(
    r"\b(?:came|come|comes|went|goes) back\b(?! (?:to|from|into|in|on|under)\b)|\breturned(?= (?:with|and|as|in \d|on \d|empty)\b|[.,?]|$)"
)
_NONE = _finds(r"\b(?:had been|was|were|is|are) none\b(?! of\b)")
_PARTY = _finds(r"(?<!\b(?:an|ny) )(?<!\ba )\b(?:petitioner|appellant|plaintiff)\b(?! (?-i:[A-Z]))")
"""Where, of what and who, for those who know the page alone."""

_SPOKE = _finds(
    r"(?<!was )(?<!were )(?<!been )(?<!being )\b(?:warned|announced|declared|promised|insisted|complained|argued)(?= (?:in|at|on) (?:the )?(?-i:[A-Z])|[.?]|$)"
)
"""That somebody spoke, without what was said."""

_POSITION = _finds(r"\b(?:its|their|his|her) positions?(?= (?:is|was|are|were|remains?|remained)\b)")
"""What somebody holds, without on what."""

RULES: tuple[Rule, ...] = (
    _SHARES, _CHAIR, _VICTORY, _TRADE, _TRADED, _PRICE, _PAPER, _PROGRAMME, _FIRST, _ANSWER, _AGREES, _FURTHER,
    _SINCE_WHEN, _BEGINNING, _BACK, _NONE, _PARTY, _SPOKE, _POSITION,
)  # fmt: skip

_ANY = re.compile(
    r"\b(?:shares|bonds|holdings?|shareholdings?|stakes?|[Cc]o-?[Cc]hair|victory|defeat|triumph|rout|surrender|advance|collapse|withdrawal|retreat|purchases?|sale|"
    r"supply|supplies|imports?|exports?|delivery|acquisition|use|fight|struggle|shift|move|support|costs?|price|benefits?|burden|agreement|protocol|memorandum|"
    r"declaration|statement|contract|convention|accord|pact|deal|resolution|treaty|program|programme|project|initiative|scheme|campaign|plan|first|last|final|"
    r"second|third|opening|decisive|answer|reply|verdict|consent|approval|permission|refusal|opinion|word|questions|agrees|disagrees|concurs|concurred|disagreed|"
    r"that|also|likewise|similarly|too|further|additional|continued|persisted|endured|lasted|lingered|beginning|outset|start|back|returned|none|petitioner|appellant|warned|announced|declared|promised|insisted|complained|argued|"
    r"plaintiff|respondents?|positions?)\b"
)
"""Words without one of which no rule can find anything."""


def lacking(text: str) -> str | None:
    """The words that lack another one; None when nothing is missing."""
    if _ANY.search(text) is None:
        return None
    return next((found for rule in RULES if (found := rule(text))), None)
