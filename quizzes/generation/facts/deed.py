"""Who did what: a state, a person or a body opens the sentence, and what it did stands without the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from quizzes.generation.language.clauses import balanced, has_finite, shortened
from quizzes.generation.language.lexicon import ADJECTIVES, STATES
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.tenses import base_of_past
from quizzes.generation.language.verbs import AUXILIARIES, FINITE, PARTICIPLES, PASTS
from quizzes.generation.language.words import bare, content, tokens, upper_first, word_count
from quizzes.generation.sentences import Sentence
from quizzes.generation.source import Source
from quizzes.generation.types import Fact

_WHEN = re.compile(r"^(?:In|By|Since|From|Until|After|Before|During) [^,]{4,60}, ")
_DATED = re.compile(r"(?:In|Since|Until|From|By) (?:\w+ )?(?:\d{4}|\w+ \d{4})(?: to \d{4})?, $")
_HALVES = re.compile(
    r"^(?:As|While|Although|Though|Since|Because|Whereas) (?P<first>[A-ZÀ-Ž][^,;:]+), (?P<second>[^;:]+)$"
)
_ADVERB = re.compile(r"^(?:also|thus|therefore|then|however|likewise|similarly|in turn) ")
_LABEL = re.compile(r"^[A-ZÀ-Ž][^:.]{2,60}: (?=[A-ZÀ-Ž])")
"""The head of a list item, before the sentence that explains it."""
_ELLIPTIC = re.compile(
    r"^(?:followed|responded|replied|agreed|refused|complied|disagreed|was admitted)\b(?! (?:to|on|that|with|the|a|an)\b)|^(?:led the way|did|does|followed suit)\b"
)
"""Predicates that lean on the sentence before: followed whom, agreed to what?"""
_SUPPOSED = re.compile(r"\b(?:would|could|might|should)\b")
_OPENING = re.compile(
    r"^(?:(?:Despite|Thanks to|Due to|As for|Following|Like|Unlike) [^,]{3,80}|Over time|Historically|On the (?:one|other) hand), (?:the (?=[A-Z]))?"
)
"""What may stand before the actor and be left out."""
_ASIDE = re.compile(
    r", (?:meanwhile|however|therefore|thus|in turn|for its part|too|in contrast|by contrast|de facto), "
)
_STATES = "|".join(sorted(map(re.escape, STATES), key=len, reverse=True))
_ADJECTIVES = "|".join(sorted(map(re.escape, ADJECTIVES), key=len, reverse=True))
_OWNED = re.compile(rf"^(?P<state>(?:[Tt]he )?(?:{_STATES}))['’]s? (?P<noun>[a-z-]+(?: [a-z-]+){{0,3}})$")
_PEOPLE_OF = re.compile(
    rf"^(?:[Tt]he )?(?P<state>{_ADJECTIVES}) (?P<noun>(?:[a-z-]+ )?(?:government|leadership|elites?|authorities|leaders|army|military|troops|forces|"
    r"soldiers|parliament|diaspora|ministry|establishment|opposition|officials|diplomats|media|administration|delegation|embassy|regime|militia|navy|"
    r"police|voters|press|peacekeepers))$"
)
"""Those who act for a state; another noun with the adjective may belong to no state."""
FEWEST_WORDS, MOST_WORDS = 6, 26


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, in the words of the passage, and what may be asked for."""

    told: str
    kind: str
    name: str
    noun: str = ""
    """What of the state acts: its troops, its response."""


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """A deed for each sentence, or half of one, that opens with its actor."""
    for sentence in source.sentences:
        for text in halves(_LABEL.sub("", re.sub(r"\s*\([^()]*\)", "", bare(sentence.clean)))):
            who, said = actor_and_rest(_ASIDE.sub(" ", _OPENING.sub("", text)))
            if not who:
                continue
            actor = actor_of(who, source)
            reason = "no actor" if actor is None else problem(said, source)
            if actor and said and not reason:
                yield fact_of(actor, said, sentence, source)
                break
            refused[f"deed: {reason}"] += 1


def actor_of(who: str, source: Source) -> Actor | None:
    """Who acts: a state, a person, a body, or those who belong to a state."""
    owned = _OWNED.match(who) or _PEOPLE_OF.match(who)
    if owned:
        state = re.sub(r"^[Tt]he ", "", owned["state"])
        return Actor(state, "state", STATES.get(state) or ADJECTIVES[state], owned["noun"])
    kind = source.named.kind(who)
    name = source.actor(who) if kind == "state" else who
    return Actor(who, kind, name) if kind in ("state", "person", "body") else None


def halves(text: str) -> Iterator[str]:
    """The sentence; of "While X did A, Y did B" also the two halves, each of which is said to be so."""
    yield text
    if match := _HALVES.match(text):
        yield match["first"]
        yield upper_first(match["second"])


def actor_and_rest(text: str) -> tuple[str, str | None]:
    """What stands before the first verb, and the predicate up to a place where it is complete."""
    when = _WHEN.match(text)
    words = text[when.end() if when else 0 :].rstrip(" .").split(" ")
    for place in range(1, min(8, len(words))):
        if is_verb(words, place):
            start = place - bool(place > 1 and re.fullmatch(r"also|thus|therefore|then|\w+ly", words[place - 1]))
            return " ".join(words[:start]), told(" ".join(words[start:]), when.group() if when else "")
    return "", None


def is_verb(words: list[str], place: int) -> bool:
    """Whether a verb stands there; behind "Norway's" a form in -ed belongs to a noun."""
    word = words[place]
    owned = re.search(r"['’]s?$", words[place - 1]) and word.endswith("ed")
    return not owned and (word in AUXILIARIES or word in FINITE or base_of_past(word) is not None)


def without_second(said: str) -> str:
    """A predicate without a further clause that has a subject of its own."""
    parts = said.split(", and ")
    for number, part in enumerate(parts[1:], 1):
        first = part.split(" ")[0]
        if first not in FINITE and first not in AUXILIARIES and has_finite(part):
            return ", and ".join(parts[:number])
    return said


def told(said: str, when: str) -> str | None:
    """The predicate up to a place where it is complete, with a leading date moved to its end."""
    said = simple_past(_ADVERB.sub("", without_second(shortened(said, MOST_WORDS - 4))))
    if when and not _DATED.match(when):
        return None
    return f"{said} {when[0].lower()}{when[1:].rstrip(', ')}" if when else said


def simple_past(said: str) -> str:
    """ "had prevented the war" as "prevented the war": what it came before is not told."""
    had = re.match(r"had (\w+) ", said)
    base = PARTICIPLES.get(had[1]) if had else None
    return f"{PASTS[base]} {said[had.end() :]}" if had and base in PASTS and had[1] != "been" else said


def problem(said: str | None, source: Source) -> str | None:
    """Why a predicate is not fit to be asked about; "its" is the actor's own and stands."""
    if said is None or not balanced(said) or re.search(r"\.\.\.|…|\[|\bnot only\b(?!.*\bbut\b)", said):
        return "cut"
    if ":" in said or _ELLIPTIC.match(said):
        return "cut"
    if _SUPPOSED.search(said):
        return "not certain"
    if re.search(rf", (?:{'|'.join(map(re.escape, STATES))}) (?:on|in|from|to) ", said):
        return "cut"  # a second actor whose verb is left out
    bound = re.sub(r"\b(?:its|their|his|her|it|itself|themselves|himself)\b", "X's", said)
    if reason := pointing_outside(f"Xanadu {bound}"):
        return reason
    if not FEWEST_WORDS <= word_count(said) <= MOST_WORDS:
        return "too short or too long"
    named = sum(source.is_name(word) for word in tokens(said))
    return None if len(content(said)) >= (4 if named else 6) else "too little said"


def fact_of(actor: Actor, said: str, sentence: Sentence, source: Source) -> Fact:
    """The fact that the text says this of the actor."""
    return Fact(
        "deed", said, "is said of", actor.told, actor.kind, sentence.evidence, sentence.section.id, source.index,
        parts={"name": actor.name, "noun": actor.noun},
    )  # fmt: skip
