"""Whether an event is one that the news and every history book tell: its date is then known without the text."""

from __future__ import annotations

import re
from functools import lru_cache

from simplemma import is_known

from .lexicon import ADJECTIVES, FAMOUS, FIELD_ACRONYMS, STATES, UNIVERSAL_ACRONYMS
from .words import bag, tokens

_OF_ARMS = re.compile(
    r"(?<!post-)\bwars?\b(?! (?:materiel|debts?|loans?))|\b(?:truce|ceasefire|armistice|invaded|annexed|occupied|captured|broke out|fighting|fought|revolution|"
    r"coup|uprising|independen(?:t|ce)|assassinated|overthrown|ousted|surrendered)\b|\btook the (?:city|town) of\b|\b(?:was|were) (?:elected|killed|murdered)$",
    re.IGNORECASE,
)
"""Wars, upheavals and elections."""
_OF_STATE = re.compile(
    r"\b(?:treat(?:y|ies)|pact|conventions?|protocol|accords?|declaration|conference|summit|principles|constitution|referendum|partnership|"
    r"memorandum|agreements?|(?:entered|came) into force|inaugurated|ratified|acceded|members?(?:hip)?|elected|resigned|appointed|succeeded|"
    r"became|recogni[sz]ed|(?:was|were) (?:founded|formed|established|created|launched))\b",
    re.IGNORECASE,
)
"""What states do on the world's stage."""
_OF_BODIES = re.compile(
    r"\b(?:founded|formed|established|created|launched|joined|left|withdrew from|entered)\s+(?:the\s+|an?\s+)?[A-ZÀ-Ž]"
)
"""What states do with bodies that have a name."""
_NAMED_SO = re.compile(
    r"(?:[A-ZÀ-Ž][\w’'–-]*(?: of| on| for| and)? )+"
    r"(?:Treaty|Pact|Convention|Protocol|Accords?|Declaration|Agreement|Conference|Summit|Constitution|Act)(?: (?:of|on|for) (?:the )?[A-ZÀ-Ž][\w’'-]*)*"
    r"|Declaration of Principles"
)
"""The name of the event itself."""
_OF_THE_NEWS = re.compile(
    r"\b(?:Euro)?[Mm]aidan\b|\bYanukovych\b|\bBrexit\b|\bLehman Brothers\b|\bChernobyl\b|\bFukushima\b|\bArab Spring\b|\bCovid"
)
"""What everybody saw on the news."""
_STATE = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, (*STATES, *ADJECTIVES)), key=len, reverse=True))})\b")
_OF_ALL = (
    UNIVERSAL_ACRONYMS
    | FIELD_ACRONYMS
    | bag(
        "Prime Minister President Chancellor King Queen Pope Secretary General Minister Foreign Government Republic Federation Soviet Socialist The "
        "A An Both European Union United Nations Organization Organisation Petroleum Exporting Countries U.S U.K"
    )
)


@lru_cache(maxsize=16384)
def renowned(text: str) -> bool:
    """Whether the event is a war or upheaval, or a step of states and well-known bodies in which nobody else has a part."""
    if FAMOUS.search(text) or _OF_ARMS.search(text):
        return True
    staged = _OF_STATE.search(text) or _OF_BODIES.search(_STATE.sub("", text))
    return bool(staged) and not own_names(text)


def dated_by_all(text: str) -> bool:
    """Whether everybody knows the year of the event: the news tell of it, or it is a truce, or a war or upheaval without a name of its own."""
    ceased = re.search(r"\b(?:truce|cease-?fire|armistice)\b", text)
    return bool(
        FAMOUS.search(text) or _OF_THE_NEWS.search(text) or ceased or (_OF_ARMS.search(text) and not own_names(text))
    )


def own_names(text: str) -> list[str]:
    """The names that only those know who know the matter: of no state, no great body and no treaty."""
    plain = _STATE.sub("", _NAMED_SO.sub("", text))
    words = [word for word in tokens(plain) if word[0].isupper() and word not in _OF_ALL]
    return [word for word in words if not (text.startswith(word) and is_known(word.casefold(), lang="en"))]
