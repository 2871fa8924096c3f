"""Views: statements in which an author judges something by name, and which lose nothing when they stand alone."""

from __future__ import annotations

import re
from dataclasses import replace

from quizzes.generation.language.judgement import judges
from quizzes.generation.language.lexicon import SPEECH_VERBS, STATES
from quizzes.generation.language.statements import verb_place
from quizzes.generation.language.states import spoken_of
from quizzes.generation.language.words import content, word_count
from quizzes.generation.names.namesakes import unclear
from quizzes.generation.store import Store
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact
from quizzes.generation.views.topics import phrases

MOST_WORDS, MOST_CUT = 28, 0.45
"""A view has no more words, and at least this share of those of its sentence."""
ECHO = 0.45
"""A sentence of another source with this share of a view's words may well say the same."""
RARE, OWN_SHARE = 2, 0.15
"""A word that another source has in fewer sentences than this is rare there; so large a share of a view's words must be."""
CENTRAL, SHARE, RETURNS = 2, 0.04, 4
"""So many words of a view must be such that its text returns to them: in this share of its sentences, or in so many."""

_SPEECH = "|".join(verb.replace("_", " ") for verb in sorted({*SPEECH_VERBS, *SPEECH_VERBS.values()}))
_REPORTED = re.compile(
    rf"\((?!(?:1[5-9]|20)\d\d[–-](?:1[5-9]|20)\d\d\))|(?<!\d)\)|[\[\]]|[“\"](?:[\w’'-]+,? ){{3,}}[\w’'-]+[”\",.]|\b(?!(?:19|20)\d\d\b)\d|\b(?:{_SPEECH}) that\b|\b(?:according to|"
    r"speculat\w+|perce\w+|rumou?rs?|understood|aware|subscribed|discuss\w*|opinion|notion|view(?:ed|s)? (?:that|in|among)|seen as|regard(?:ed|s)?|"
    r"examin\w+|suppos\w+|thank(?:s|ed)? (?!to)|fears?|hopes? (?:to|that)|wishes|claimed|said|stated|acknowledged|criticized|criticised)\b",
    re.IGNORECASE,
)
"""Words of somebody else, or a figure: what stands there is reported, not held."""
_LOOSE = re.compile(
    r"^(?:Previously|Formerly|Earlier|Initially|Gradually|Over|Since|During|Going|Up|There(?! is (?:no doubt|a risk|a danger|little|every reason))|It|Until|"
    r"After|Before|If|When|While|Regarding|More importantly|The bottom line|The same|No|Such|Policy|Policies|Strategy)\b"
    r"|\b(?:again|further|another|remained|also|once more|the new)\b"
    r"|\b(?:the|both) (?:\w+ )?(?:sides|parties)\b|\bthe (?:government|president|authorities)['’]?s?\b(?! of)"
    r"|\w['’]s? (?:response|reaction|move|decision|answer|visit|conduct|behaviou?r|attitude|actions?)\b(?! to)|\binvolvement\b(?! (?:in|of))|\bone of the (?:\w+,|\w+est\b(?! \w))"
    r"|\b(?:19|20)\d\d\b.*\b(?:19|20)\d\d\b|^(?!(?:An?|Any) ).*\bwould\b|\bfrom the (?:very )?(?:beginning|start)\b|(?<!['’]s )(?<!of )\b(?:arms|oil|gas|energy|weapons?) (?:imports|exports|supplies|purchases|sales) (?:from|to)\b|\bits (?:purchases|sales|supplies)\b|\ba (?:global|certain|particular|major) \w+|\bwith (?:which|whom)\b"
    r"|\bthe (?:conflict|war|country|dam|reservoir|dispute|crisis|agreement|alliance|organi[sz]ation)['’]s\b"
    r"|\b(?:several|various|two|three|four|a number of|many|certain|permanent) (?:\w+ )?(?:determinants|factors|shifts|ways|reasons|aspects|directions|"
    r"changes|principles|levels|stages|challenges|problems|issues|questions|bases|elements)\b",
    re.IGNORECASE,
)
"""What leans on the time, the case or the sentence before that its page speaks of."""
_OPENING = re.compile(r"^(?:For|In|At|On|From|By|With|As|Despite|Given|Through|Under|Without|Throughout)\b([^,]*)")
_TIME = re.compile(
    r"\d|\b(?:time|years?|months?|days?|weeks?|decades?|century|period|part|phase|era|late|early|then|meantime|end|course|wake)\b"
)
_CITED = re.compile(r"\([^()]*\b(?:19|20)\d\d[a-z]?(?:[,:;][^()]*)?\)\.?$")
_MARKED_WORD = re.compile(r"[“\"]([\w’'-]+)[”\"]|(?<!\w)[‘']([\w-]+(?: [\w-]+){0,2})[’'](?!\w)")
_SELF = re.compile(r"(?:We|I|Our|My|Some|Many|Most|Others|Both)\b")
_NAMES = "|".join(sorted(map(re.escape, STATES), key=len, reverse=True))
_STATE = re.compile(rf"\b(?:{_NAMES})\b(?![’'-])")
_OF_STATE = re.compile(rf"\b(?:of|in|for|with) (?:the )?{_STATE.pattern}")
_A_STATE_HAS = re.compile(
    r"(?:[a-z-]+ )?(?:reliance|dependence|sovereignty|security|independence|foreign policy|economy|debt|army|borders?|government|leadership|neighbou?rs?)\b"
)
"""What a state has, and hardly anything else."""
_DEFINITE = re.compile(r"(?:The|These|Those|Its|Their|His|Her|Disagreements?|Efforts?|Attempts?)\b")


def judging(fact: Fact) -> bool:
    """Whether its author judges, or calls it a view."""
    return "thesis" in fact.parts or judges(fact.value)


def remark(fact: Fact, source: Source) -> bool:
    """Whether a statement is in its author's own words, names what it is about, and loses nothing when it stands alone."""
    return (
        word_count(fact.value) <= MOST_WORDS
        and word_count(fact.value) >= MOST_CUT * word_count(fact.evidence.quote)
        and not _REPORTED.search(fact.value)
        and not _LOOSE.search(fact.value)
        and not opens_loosely(fact.value)
        and (names_its_subject(fact.value) or speaks_in_general(fact.value, source))
        and not pointing_it(fact.value)
        and not policy_of_nobody(fact.value)
        and not unclear(fact.value, source.namesakes)
    )


def opens_loosely(text: str) -> bool:
    """Whether a statement opens with words that tell a time, or a case without a name."""
    opening = _OPENING.match(text)
    return opening is not None and (_TIME.search(opening[1]) is not None or not spoken_of(opening[1]))


def names_its_subject(text: str) -> bool:
    """Whether something is named: in the subject, where that is a definite one."""
    return bool(spoken_of(subject_of(text) if _DEFINITE.match(text) else text))


def speaks_in_general(text: str, source: Source) -> bool:
    """Whether a statement without names is on a term of its text, and its subject is none that only the page tells."""
    return not (_DEFINITE.match(text) or _SELF.match(text) or spoken_of(text)) and bool(phrases(text, source))


def subject_of(text: str) -> str:
    """The words before the verb."""
    return " ".join(text.split(" ")[: verb_place(text) or 4])


def plain(fact: Fact) -> str:
    """A view as an option: with straight apostrophes, and no marks around single words, which would tell one text from another."""
    return with_owner(_MARKED_WORD.sub(r"\1\2", fact.value).replace("’", "'"))


def with_owner(text: str) -> str:
    """ "The growth of the ports of Chile will raise its debt" as "… will raise Chile's debt", where no other state is named before."""
    before, its, after = text.partition(" its ")
    named = [state.group() for state in _STATE.finditer(before)]
    if not its or len(named) != 1 or not _OF_STATE.search(before) or not _A_STATE_HAS.match(after):
        return text
    return f"{before} {named[0]}'s {after}"


def pointing_it(text: str) -> bool:
    """Whether an "it" comes before anything is named that it can stand for; "it is likely that" stands for nothing."""
    found = re.search(r"\b[Ii]t\b(?! (?:is|was|seems|appears|would be|will be)(?: \w+){1,3} (?:that|to)\b)", text)
    before = text[: found.start()] if found else ""
    return found is not None and not any(re.search(rf"\b{name}\b", before) for name in STATES)


_POLICY = re.compile(r"\b(?:foreign|external|domestic|defen[cs]e) polic(?:y|ies)\b(?! of\b)")


def policy_of_nobody(text: str) -> bool:
    """Whether a statement speaks of a foreign policy before it names any state."""
    policy = _POLICY.search(text)
    return policy is not None and not spoken_of(text[: policy.start()])


def views(store: Store) -> dict[int, list[Fact]]:
    """For each document the views of its author on what the text returns to; what the author owes to others is lesser."""
    return {
        document: views
        for document, own in remarks(store).items()
        if (views := [fact for fact in own if judging(fact)])
    }


def remarks(store: Store) -> dict[int, list[Fact]]:
    """For each document what its author says, judging or not, on what the text returns to; what is owed to others is lesser."""
    found: dict[int, list[Fact]] = {}
    for fact in store.known("statement"):
        if remark(fact, store.source(fact)) and central(fact, store):
            told = replace(fact, lesser=True) if _CITED.search(fact.evidence.quote) else fact
            found.setdefault(fact.document, []).append(told)
    return found


def central(fact: Fact, store: Store) -> bool:
    """Whether the text returns to some words of the view."""
    enough = min(RETURNS, SHARE * len(store.source(fact).sentences))
    return sum(store.often(fact.document, word) >= enough for word in content(fact.value)) >= CENTRAL


def says_otherwise(document: int, fact: Fact, store: Store) -> bool:
    """Whether a source neither says what a view says nor even uses enough of its words."""
    words = content(fact.value)
    rare = [word for word in words if store.often(document, word) < RARE]
    return len(rare) >= OWN_SHARE * len(words) and not store.echoes(document, words, ECHO)
