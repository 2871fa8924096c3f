"""Who did what: a state, a person or a body acts, and what it did stands without the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizzes.generation.language.clauses import balanced
from quizzes.generation.language.lexicon import SPEECH_VERBS, STATES
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.tenses import base_of_past
from quizzes.generation.language.verbs import PARTICIPLES
from quizzes.generation.language.words import bare, content, tokens, word_count
from quizzes.generation.names.acting import MOST_WORDS, Acting, Actor, actor_of, with_year
from quizzes.generation.text.sentences import Sentence
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact

_LABEL = re.compile(r"^[A-ZÀ-Ž][^:.]{2,60}: (?=[A-ZÀ-Ž])")
"""The head of a list item, before the sentence that explains it."""
_BRACKET = re.compile(r"\s*\((?!(?<=[a-z] \()\d{4}[–-]\d{2,4}\))[^()]*\)")
"""What stands in brackets, but for the years of what is told: "during the war (1902–04)"."""
_ELLIPTIC = re.compile(
    r"^\w+ (?:it|them|him|her)\b|^\w+ there\b|"
    r"^(?:followed|responded|replied|agreed|refused|complied|disagreed|was admitted)\b(?! (?:to|on|that|with|the|a|an)\b)|^(?:led the way|did|does|followed suit)\b|^had (?:hardly|barely|just|already)\b"
)
"""Predicates that lean on the sentence before: followed whom, agreed to what?"""
_TOLD_NOTHING = re.compile(
    r"(?:told|informed|assured|reminded|notified|warned|convinced|persuaded)\b(?!.*(?:\b(?:that|to|how|why|what|when|where|whether|of|about|against)\b|[“\"]))"
)
"""Somebody is told, but what?"""
_OF_IT = re.compile(r"\b(?:of|from|to|near|around|beside|behind|inside|within) it$")
_AND_OF_IT = re.compile(r", and [^,]* (?:of|from|to|near|around|beside|behind|inside|within) it$")
"""Near what? What stands before can do without it."""
_SIDE = re.compile(
    r"\b(?:its|their|his|her) (?:side|part|turn|(?:policy|policies|position|stance|course|view|plans?|decision|demands?)(?! (?:of|on|towards?|for|to|that)\b))\b"
)
"""What is the actor's own, but is not named."""
_SUPPOSED = re.compile(
    r"^(?:(?!(?:that|which|who|whether|so)\b)\S+ )*?(?:would|could|might|should|may(?! \d))\b|\b(?:if|unless)\b"
)
_VAGUE = re.compile(
    r"^(?:\w+ly |also )?(?:(?:was|were|had been) (?:\w+ly )?(?:involved|interested|concerned|determined|going)|(?:appeared|seemed|remained|continued|tended|wished|wanted|believed|understood|lacked|had)\b(?! been))"
)
"""States of mind and affairs: they fit many, or last, or are no deed at all."""
_SINGLED = re.compile(
    r"(?:is|was) (?:one of the|the) (?:first|only|main|leading|chief|\w+est|(?:most|best|least) \w+)\b"
)
"""Who is singled out is not merely described."""
_ONE_OF = re.compile(r"(?:is|was) one of\b")
"""There are others, and nobody can say that they are not meant."""
_SPOKE = re.compile(
    rf"^(?:has |have |had |\w+ly )?(?:{'|'.join(verb for verb in SPEECH_VERBS if '_' not in verb)}|asserting)(?: \w+ly)?(?: that\b|,|:| [“\"‘])"
)
"""What somebody says is asked for as a claim."""
_RUMOUR = re.compile(
    r"\b(?:reportedly|allegedly|supposedly|apparently|rumou?r\w*|(?:is|are|was|were) said to|according to)\b",
    re.IGNORECASE,
)
"""What is only heard of is no deed."""
VOTE = re.compile(r"\bthe (?P<which>(?:\d{4} )?(?:presidential|parliamentary|general|snap) elections?)\b")
FEWEST_WORDS = 5


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """A deed for each sentence that tells who did something."""
    acting = Acting(source)
    for sentence in source.sentences:
        text = bare(_LABEL.sub("", _BRACKET.sub("", bare(sentence.clean)).strip()))
        if _RUMOUR.search(text):
            refused["deed: not certain"] += 1
            continue
        for who, whole in acting.deeds(text):
            said = whole and with_year(_AND_OF_IT.sub("", whole), f"{sentence.section.title} {sentence.block.text}")
            actor = actor_of(who, source)
            reason = "no actor" if actor is None else problem(said, source)
            if actor and said and not reason:
                yield fact_of(actor, said, sentence, source)
                break
            refused[f"deed: {reason}"] += 1


def problem(said: str | None, source: Source) -> str | None:
    """Why a predicate is not fit to be asked about; "its" is the actor's own and stands."""
    if said is None or not balanced(said) or re.search(r"\.\.\.|…|\[|\bnot only\b(?!.*\bbut\b)", said):
        return "cut"
    if _TOLD_NOTHING.match(said) or _OF_IT.search(said):
        return "cut"
    if ":" in said or _ELLIPTIC.match(said) or _SIDE.search(said):
        return "cut"
    if _ONE_OF.match(said):
        return "one of several"
    if _SUPPOSED.search(said):
        return "not certain"
    if not past(said) or _VAGUE.match(said) or described(said):
        return "no deed"
    if _SPOKE.match(said):
        return "a claim"
    if re.search(rf", (?:{'|'.join(map(re.escape, STATES))}) (?:on|in|from|to) ", said):
        return "cut"  # a second actor whose verb is left out
    bound = re.sub(r"\b(?:its|their|his|her|it|itself|themselves|himself)\b", "X's", said)
    bound = VOTE.sub(r"Norway's \g<which>", bound)  # the question says whose election it was
    if reason := pointing_outside(f"Xanadu {bound}"):
        return reason
    if not FEWEST_WORDS <= word_count(said) <= MOST_WORDS:
        return "too short or too long"
    named = sum(source.is_name(word) for word in tokens(said))
    return None if len(content(said)) >= (3 if named else 6) else "too little said"


def past(said: str) -> bool:
    """Whether the predicate tells what happened, and not what lasts."""
    verb = re.sub(r"^(?:\w+ly |also |then )+", "", said).split(" ")[0]
    return verb in ("was", "were", "had") or base_of_past(verb) is not None or bool(_SINGLED.match(said))


def described(said: str) -> bool:
    """Whether the predicate only says what the actor was like: "was openly critical of the plan"."""
    if _SINGLED.match(said):
        return False
    match = re.match(r"(?:was|were|had been) (?:(?:\w+ly|also|not|but) )*(?P<what>[\w-]+)", said)
    return match is not None and match["what"] not in PARTICIPLES and match["what"] != "the"


def fact_of(actor: Actor, said: str, sentence: Sentence, source: Source) -> Fact:
    """The fact that the text says this of the actor."""
    return Fact(
        "deed", said, "is said of", actor.told, actor.kind, sentence.evidence, sentence.section.id, source.index,
        parts={"name": actor.name, "noun": actor.noun},
    )  # fmt: skip
