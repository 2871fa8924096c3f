"""Reasons and purposes: "X did Y because …", "X did Y due to …", "X did Y in order to …"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from quizzes.generation.language.clauses import balanced, clause_of, trimmed
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.verbs import FINITE
from quizzes.generation.language.words import bare, content, tokens, word_count
from quizzes.generation.sentences import Sentence
from quizzes.generation.source import Source
from quizzes.generation.types import Fact

_LINK = {
    "because": r",? (?:mainly |partly |largely |precisely |simply |in part )?because (?!of )",
    "because of": r",? (?:mainly |partly |largely |primarily |in part )?(?:because of|due to|owing to|thanks to|as a result of|on account of) ",
    "to": r",? (?:in order|so as|in an (?:effort|attempt)|in a bid) to ",
}
_FIRST = {
    "because of": re.compile(
        r"^(?:Because of|Due to|Owing to|Thanks to|As a result of|Following|Fearing) (?P<why>[^,]+), (?P<what>.+)$"
    ),
    "to": re.compile(
        r"^(?:In order to|To|In an effort to|In an attempt to|In a bid to) (?P<why>[a-z][^,]+), (?P<what>.+)$"
    ),
}
FEWEST_WORDS, MOST_WORDS = 3, 26


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """A reason for each clause that the passage explains."""
    for sentence in source.sentences:
        for link, what, why in reasons(bare(sentence.clean)):
            what = re.sub(r"^(?:In|After|At|Given|Within|As noted|Despite|Since) [^,]+, ", "", what)
            reason = problem(what, why, link, source)
            if reason:
                refused[f"reason: {reason}"] += 1
                if only_option(why, link) and not re.search(r"\bnot$|\b(?:we|our)\b", what):
                    yield replace(fact_of(what, why, link, sentence, source), askable=False)
            else:
                yield fact_of(what, why, link, sentence, source)
                break


def reasons(text: str) -> Iterator[tuple[str, str, str]]:
    """Each (link, what is explained, explanation) of the text."""
    for link, first in _FIRST.items():
        if match := first.match(text):
            yield link, match["what"].rstrip("."), match["why"]
    for link, pattern in _LINK.items():
        for match in re.finditer(pattern, text):
            why = explanation(text[match.end() :], link)
            what = re.split(r"; | – |: |, (?:though|although|while|whereas|but|and|which|who) ", text[: match.start()])[
                -1
            ]
            if why:
                yield link, what, why


def explanation(text: str, link: str) -> str | None:
    """The explanation up to where the sentence goes on to something else."""
    if link != "because":
        return trimmed(text)
    cut = re.search(
        r"; | – |, (?:which|while|although|though|and (?:this|that|therefore|thus)|but|thus|thereby)\b", text
    )
    return (text[: cut.start()] if cut else text).rstrip(" .,")


def problem(what: str, why: str, link: str, source: Source) -> str | None:
    """Why a reason is not fit to be asked about."""
    clause = clause_of(what)
    if re.search(r"\b(?:that|although|though|which|whether)\b", what):
        return "clause too involved"
    if not clause and (link == "to" or not _STATEMENT.match(what)):
        return "clause too involved"
    if re.match(r"(?:he|she|it|they|we|there)\b|not\b", why) or re.search(
        r"\bnot because\b|\b(?:we|our)\b", f"{what} because {why}"
    ):
        return "speaks of someone else"
    for words in (what, f"{source_name(what)} {why}"):
        if reason := pointing_outside(words):
            return reason
    if not balanced(why) or not balanced(what) or dangling(why) or (link == "because of" and says_more(why)):
        return "cut"
    if link == "to" and re.search(r"\b(?:its|their|his|her)\b", why):
        return "owner not clear"
    if not any(source.is_name(word) for word in tokens(what)):
        return "no name"
    if _UNSURE.search(what) or _UNSURE.search(why):
        return "not certain"
    fits = FEWEST_WORDS <= word_count(why) <= MOST_WORDS and FEWEST_WORDS < word_count(what) <= MOST_WORDS
    return None if fits and len(content(why)) >= 2 else "too short or too long"


_UNSURE = re.compile(r"\b(?:may|might|could|would|if|perhaps|will|should)\b")
_STATEMENT = re.compile(
    r"^(?!(?:This|That|It|There|These|Those|He|She|They|Such|One|Another|As|If|When|While|Although|In|On|At|With|By|For|From|To|Given|Regarding|Despite|According|Once|Under|Like|Unlike|Within|Following)\b)[A-ZÀ-Ž][^,;:–—]* (?:is|are|was|were|has|have|had|\w+ed|broke|became|remains?|took|led|fell|rose|came|began)\b[^;:–—]*$"
)


def only_option(why: str, link: str) -> bool:
    """Whether the explanation alone stands without the page, so that it can be a wrong option elsewhere."""
    fits = (
        FEWEST_WORDS <= word_count(why) <= MOST_WORDS
        and len(content(why)) >= 2
        and balanced(why)
        and not dangling(why)
        and not says_more(why)
    )
    if re.match(r"(?:he|she|it|they|we|there)\b|not\b", why):
        return False
    owned = re.search(r"\b(?:its|their|his|her)\b", why)
    bound = f"Xanadu {why}" if link == "because" else why
    return fits and not (owned and link != "because") and not pointing_outside(bound) and not _UNSURE.search(why)


def source_name(what: str) -> str:
    """A name that the explanation may refer back to, when the question holds one."""
    return " ".join(word for word in what.split() if word[0].isupper() and word not in ("The", "A", "An")) or "x"


def says_more(why: str) -> bool:
    """Whether a verb of the main clause has been taken into the explanation."""
    return any(word in FINITE and FINITE[word].form == "present" for word in why.split())


def dangling(why: str) -> bool:
    """Whether the words break off in the middle."""
    return bool(
        re.search(r"\b(?:the|a|an|of|in|to|and|or|with|for|by|fact)$|^(?:the|some|a|an|its|their)\b.*\bextent\b", why)
    )


def fact_of(what: str, why: str, link: str, sentence: Sentence, source: Source) -> Fact:
    """The fact that the text explains the statement in this way."""
    clause = clause_of(what)
    plain = clause is not None and clause.text.casefold() == what.casefold()
    return Fact(
        "reason", what, f"happened {link}", why, link, sentence.evidence, sentence.section.id, source.index,
        modality="attributed", parts={"asked": clause.asked(source.inside) if clause and plain else ""},
    )  # fmt: skip
