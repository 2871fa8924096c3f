"""What the text says of an actor: a state, a person or a body opens the sentence, and the rest stands without the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizzes.generation.language.clauses import balanced, has_finite, is_subject, shortened
from quizzes.generation.language.lexicon import ADJECTIVES, STATES
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.verbs import AUXILIARIES, FINITE, PARTICIPLES, PASTS
from quizzes.generation.language.words import bag, bare, content, tokens, upper_first, word_count
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
FEWEST_WORDS, MOST_WORDS = 6, 26


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """A deed for each sentence, or half of one, that opens with its actor."""
    for sentence in source.sentences:
        for text in halves(_LABEL.sub("", re.sub(r"\s*\([^()]*\)", "", bare(sentence.clean)))):
            who, said = actor_and_rest(text)
            if not who:
                continue
            kind = source.named.kind(who) or ("group" if is_group(who, source) else None)
            reason = "no actor" if kind is None else problem(said, source)
            if not reason and said is not None:
                yield fact_of(who, kind or "", said, sentence, source)
                break
            refused[f"deed: {reason}"] += 1


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
        if words[place] in AUXILIARIES or words[place] in FINITE:
            start = place - bool(place > 1 and re.fullmatch(r"also|thus|therefore|then|\w+ly", words[place - 1]))
            return " ".join(words[:start]), told(" ".join(words[start:]), when.group() if when else "")
    return "", None


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


_PEOPLE = bag(
    """government leadership elite authorities leaders population army military troops forces soldiers parliament diaspora president minister
    ministry establishment society people opposition officials diplomats media administration side delegation embassy
    court regime state republic community militia navy police church negotiators lawmakers voters public press peacekeepers"""
)
"""Nouns for people that act together."""


def is_group(who: str, source: Source) -> bool:
    """ "The Azerbaijani leadership", "Karabakh's population": people whom a name makes definite."""
    words = who.removeprefix("The ").removeprefix("the ").split()
    named = words[0] in ADJECTIVES or (re.search(r"['’]s?$", words[0]) and source.is_name(words[0]))
    return bool(named) and words[-1] in _PEOPLE and is_subject(who) and not pointing_outside(who) and "," not in who


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


def fact_of(who: str, kind: str, said: str, sentence: Sentence, source: Source) -> Fact:
    """The fact that the text says this of the actor."""
    return Fact(
        "deed", said, "is said of", who, kind, sentence.evidence, sentence.section.id, source.index, modality="attributed",
        parts={"actor": source.actor(who)},
    )  # fmt: skip
