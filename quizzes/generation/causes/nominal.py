"""Noun phrases that stand for an event, a condition or a thing, and so can be a cause."""

from __future__ import annotations

import re
from functools import lru_cache

from simplemma import is_known

from quizzes.generation.language.causes import THIRD, sort_of
from quizzes.generation.language.clauses import balanced
from quizzes.generation.language.lexicon import ADJECTIVES, STATES
from quizzes.generation.language.verbs import FINITE
from quizzes.generation.language.words import bag, content

PREPOSITIONS = bag("by in at with on between to from during after under for")
"""Behind these a past form is a participle: "the agreement signed in Vienna"."""
_NO_END = bag("of as into or and the a an its their his her this these newly more most less very armed")
_BAD_START = bag(
    """this these those such another other its their his her it there one some many several all both each what neither no any most he she they we you which who
    that when where while as if because although though if unless not never nor or and but yet so for since after before during in on at by with from to under
    only even similar certain various different numerous also further than how why whose until despite following given here more less much few little too
    two three four five six every had were should sometimes often perhaps always usually mostly careful either same i without within between among against through about over upon like unlike further greater"""
)
_BAD_WORD = re.compile(
    r"\b(?:which|who|that|whose|whom|where|when|while|if|because|although|though|is|are|was|were|has|have|had|did|do|does|be|been|being|will|would|could|can|may(?! \d)|might|"
    r"must|should|it|he|she|they|we|I|this|these|those|such|there|not|never|what|how|why|than|then|however|also|you|your|our|my|us|similar)\b|[,;:()!?\[\]…“”\"]|\s[–—-]\s|—"
)
_PREPOSITION = re.compile(
    r" (?:of|in|for|to|with|between|against|towards?|on|over|from|by|at|after|following|under|among|within|into|about|through|across|around|along|as|behind|beyond|"
    r"since|before|during|upon|near|amid|without|throughout|outside|inside|\w+ed (?:by|in|at|with|on|between)|(?<=[nt]s )\w+ing)\b"
)
ADJECTIVE_END = re.compile(
    r" (?!(?:arrival|withdrawal|approval|proposal|refusal|survival|capital|canal|signal|renewal|rival|festival|trial|appeal|deal|goal|coal|arsenal|journal|potential|material|referendum|public|traffic|republic|logic|rhetoric|fabric|music|topic|epidemic|motive|initiative|narrative|perspective|offensive|alternative|incentive|objective|archive|executive|representative|dictionary|summary|boundary|territory|library|salary|military|removal|denial|dismissal|disposal|reversal|festival|terminal|portal|metal|medal|hospital|individual|official|criminal|manual|revival|burial|betrayal|rehearsal|total|vertical|clinic|panic|critic|plastic|mechanic|Arctic|Baltic|Pacific|Atlantic|Republic)\b)[a-z]+(?:ic|ical|ial|onal|ural|ous|ive|ary|ern)$"
)
_NO_PHRASE = re.compile(
    r"(?:\d+|[B-Zb-z]) |(?!(?:[Rr]is|[Gg]row|[Ii]ncreas|[Dd]eclin|[Ff]all|[Cc]ontinu|[Mm]ount|[Oo]ngo|[Ll]inger|[Ee]xist|[Ll]ead|[Ww]ork|[Ss]tand|[Cc]ompet|[Cc]onflict|[Rr]emain|[Ff]ight|[Bb]omb|[Tt]rad|[Bb]ank|[Ss]hipp|[Ff]ish|[Mm]in)ing)[A-Za-z]{2,}ing "
)
"""A number or a letter that belongs to something else; a verb in -ing."""
_YEARS = re.compile(
    r"^(?:[Tt]he )?(?:[Yy]ears|[Dd]ecades|[Cc]enturies|[Gg]enerations|[Mm]onths|[Aa] (?:series|wave|string|succession|number)) of "
)
_OF_STATES = frozenset(ADJECTIVES) - STATES.keys()
MOST_WORDS = 14
_OF_SOMETHING = bag(
    """policy policies position positions priority priorities support perception attitude approach strategy role interest interests involvement engagement
    influence view views status presence absence efforts attempts attempt expectation expectations concern concerns demand demands need needs"""
)
"""Nouns that lack their object: a role in what?"""
TELLING = 3
"""So many words that carry meaning say enough by themselves."""


def is_cause(text: str) -> bool:
    """Whether the words are a noun phrase that stands for an event or a condition."""
    words = text.split(" ")
    if not 2 <= len(words) <= MOST_WORDS or words[0].casefold() in _BAD_START or words[-1] in PREPOSITIONS | _NO_END:
        return False
    if (
        words[-1].rpartition("-")[2] in _OF_STATES
        or words[0] in THIRD
        or ADJECTIVE_END.search(text)
        or _NO_PHRASE.match(text)
    ):
        return False
    if text.endswith((" in particular", " as well", " alike", " in general")):
        return False
    if not sort_of(head_of(text)) or _BAD_WORD.search(text) or not balanced(text):
        return False
    return not any(
        word in FINITE
        and FINITE[word].form == "past"
        and words[n - 1].casefold() not in ("the", "a", "an", "of", "and", "by", "with", "in", "for")
        for n, word in enumerate(words)
        if n and not (n + 1 < len(words) and words[n + 1] in PREPOSITIONS)
    )


def is_object(text: str) -> bool:
    """Whether something is named that a verb can act on."""
    words = text.split(" ")
    return 1 <= len(words) <= 14 and words[0].casefold() not in _BAD_START and not _BAD_WORD.search(text)


@lru_cache(maxsize=8192)
def head_of(text: str) -> str:
    """The noun before the first preposition; "years" of drought are the drought."""
    text = _YEARS.sub("", text)
    first = _PREPOSITION.split(text, maxsplit=1)[0]
    head = re.split(r" (?:and|or) ", first)[-1].split(" ")[-1]
    if head == text[: len(head)] and head[:1].isupper() and is_noun(head):
        return head.casefold()
    return "" if head.endswith(("'s", "’s", "s'", "s’")) else head


def is_noun(word: str) -> bool:
    """Whether a word that opens a sentence is a noun for an event or a condition, and no name."""
    small = word.casefold()
    return word not in STATES and sort_of(small) in ("event", "condition") and is_known(small, lang="en")


def is_plural(subject: str) -> bool:
    """Whether a phrase takes a plural verb."""
    head = head_of(subject)
    return (head.endswith("s") and not head.endswith(("ss", "sis", "us"))) or " and " in _PREPOSITION.split(
        subject, maxsplit=1
    )[0]


def definite(topic: str) -> bool:
    """Whether a phrase says more than which sort of thing is meant: whose it is, of what, or that it happened."""
    if _PREPOSITION.search(topic):
        return True
    if head_of(topic) in _OF_SOMETHING:
        return False
    told = re.search(r"['’]s? ", topic) or len(content(topic)) >= TELLING
    return bool(told) or sort_of(head_of(topic)) == "event"


def inside(text: str) -> str:
    """The words as they stand inside a sentence."""
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first in ("The", "A", "An", "One", "Its", "Their", "There") else text
