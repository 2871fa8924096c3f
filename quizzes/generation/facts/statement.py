"""Statements: whole sentences that stand without the page and speak of a subject to which the text returns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from quizzes.generation.language.clauses import balanced, shortened
from quizzes.generation.language.lexicon import STATES
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.states import families, spoken_of
from quizzes.generation.language.verbs import AUXILIARIES, BASES, FINITE
from quizzes.generation.language.words import FUNCTION_WORDS, bag, bare, content, upper_first, word_count
from quizzes.generation.text.sentences import Sentence
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact

_STATE = re.compile("|".join(rf"\b{name}\b" for name in sorted(STATES, key=len, reverse=True) if STATES[name] == name))
_HALF = re.compile(r"^(?:Although|Though|While|Whereas|If|When|Since|Because|As|Once|Unless|Not only)\b")
"""A sentence that opens so cannot be cut: its main clause comes last."""
_STRUCTURE = re.compile(
    r"^(?:And|But|Or|So|Everything|Nothing|Something|Somebody|Yet|Still|Instead|Rather|Likewise|Similarly)\b|^(?:The |A |An )?(?:first|second|third|fourth|final|last|other|alternative|further|main)\b|"
    r"\b(?:[Tt]he|[Tt]his|[Aa]|[Ee]ach) (?:(?:first|concluding|final|second|third|next) )?(?:chapter|section|paper|article|study|project|review|literature|analysis|thesis|research)\b|\b(?:in so doing|alternative option|several (?:parts|points|aspects|ways|reasons|groups)|(?:be )?divided into|wide range of)\b",
    re.IGNORECASE,
)
FEWEST_WORDS, MOST_WORDS = 8, 28
RETURNS = 3
"""In so many statements a topic must occur to be one."""


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """Every such statement; those can be asked about that speak of a topic which returns often enough, their rarest one."""
    found: list[tuple[Sentence, str, list[str]]] = []
    for sentence in source.sentences:
        text = statement(sentence)
        reason = "words of somebody else" if sentence.quoted else problem(text)
        if reason:
            refused[f"statement: {reason}"] += 1
        else:
            found.append((sentence, text, topics(text)))
    returns = Counter(topic for _, _, named in found for topic in set(named))
    for sentence, text, named in found:
        often = [
            topic
            for topic in named
            if returns[topic] >= RETURNS and (topic not in STATES or returns[topic] <= 0.4 * len(found))
        ]
        topic = min(often, key=lambda topic: (topic in STATES, " and " in topic, returns[topic]), default="")
        yield fact_of(text, topic, sentence, source)


_THESIS = re.compile(
    r"^(?:(?:[Ii]n (?:my|our) (?:view|opinion|judgement|judgment),)"
    r"|(?:(?:I|[Ww]e)(?: would| also| therefore| shall| will| do| firmly| still)* (?:argue|contend|think|believe|hold|conclude|suggest|maintain|submit|find|found|expect)"
    r"|(?:[Tt]he|[Tt]his|[Oo]ur|[Mm]y) (?:central |main |basic |principal )?(?:report|article|paper|study|commentary|essay|chapter|analysis|position|view|argument|thesis|finding|conclusion|contention|claim)"
    r" (?:here )?(?:argues|contends|holds|shows|finds|concludes|suggests|maintains|is))(?: here| instead| rather)? that),? (?=\w)"
)
"""The words by which authors call what follows their own view."""


_TEXTS = "report|paper|study|article|essay|book|survey|memorandum|document|commentary|chapter"
_OF_ANOTHER_TEXT = re.compile(
    rf"^(?:[Tt]he|[Tt]hat|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[A-ZÀ-Ž][\w-]+['’]s?) (?:[\w-]+ ){{0,2}}(?:{_TEXTS})s? (?:\w+ly )?"
    r"(?:says?|said|argue[sd]?|shows?|showed|finds?|found|conclude[sd]?|holds?|held|note[sd]?|claim(?:s|ed)?|suggest(?:s|ed)?|maintain(?:s|ed)?|warn(?:s|ed)?|"
    r"state[sd]?|estimate[sd]?|recommend(?:s|ed)?|describe[sd]?)\b"
)
"""What another text says."""
_SPOKEN_OF = re.compile(rf"(?<![Tt]his )(?<![Oo]ur )(?<![Mm]y )(?<![Pp]resent )\b(?:{_TEXTS})s?\b")


def own_thesis(sentence: Sentence) -> re.Match[str] | None:
    """The words that call the sentence the author's view; "the report holds" does not, behind a sentence on some report."""
    text = bare(sentence.clean)
    thesis = _THESIS.match(text)
    doubtful = thesis is not None and text.startswith("The ")
    return None if doubtful and _SPOKEN_OF.search(sentence.block.text[: sentence.start]) else thesis


_ASIDE = re.compile(r"\s*\((?!(?:1[5-9]|20)\d\d[–-](?:1[5-9]|20)?\d\d\))[^()]*\)")
"""What stands in brackets, but for the years of what is told: "in his second term (1902–06)"."""


def statement(sentence: Sentence) -> str:
    """The sentence without what links it to its neighbours, without asides, what calls it a view, and full stop."""
    thesis = own_thesis(sentence)
    text = _ASIDE.sub("", bare(sentence.clean)[thesis.end() if thesis else 0 :])
    text = upper_first(without_case(text))
    text = re.sub(r"^(?:\d+\. |[A-Z] (?=[A-Z][a-z])|[A-Z][\w ]{3,40}: )", "", text).partition("; ")[0]
    text = re.sub(
        r", (?:however|meanwhile|therefore|thus|moreover|nonetheless|nevertheless|indeed|in turn|too|of course|for instance|for example),",
        "",
        text,
    )
    if "but also" not in text:
        text = re.sub(r"(?<=[a-z]) (?:also|thus|therefore|likewise|hence) (?!far\b)(?=[a-z])", " ", text)
    text = re.sub(r"(?<!once)(?<=[a-z]) (?:further|again|indeed|even) (?=[a-z]+ed\b)", " ", text)
    whole_text = text.rstrip(" .")
    cut = shortened(whole_text, MOST_WORDS)
    return whole_text if cut != whole_text and _HALF.match(cut) else cut


_CASE = re.compile(rf"^(?:[Ii]n|[Ff]or) the case of (?:the )?(?P<state>{_STATE.pattern}), (?:(?:however|though), )?")
_BARE_NOUN = re.compile(r"(?:[a-z-]+ ){0,2}[a-z]+s (?:are|were|have|remain)\b")


def without_case(text: str) -> str:
    """ "In the case of Norway, coal imports are small" as "Norway's coal imports are small"; nothing of it where the state would be lost."""
    case = _CASE.match(text)
    if case is None:
        return text
    state, rest = case["state"], text[case.end() :]
    if re.search(rf"\b{re.escape(state)}\b", rest):
        return rest
    owned = _BARE_NOUN.match(rest) and rest.split(" ", 1)[0] not in FUNCTION_WORDS
    return f"{state}'s {rest}" if owned else ""


def topics(text: str) -> list[str]:
    """Names of bodies, places and states in the text."""
    states = families(text)
    named = [name for name in spoken_of(text) if name not in states]
    pair = [" and ".join(sorted(states[:2]))] if len(states) == 2 else []
    return [*named, *pair, *dict.fromkeys(_STATE.findall(text))]


def problem(text: str) -> str | None:
    """Why a sentence is no statement to choose from."""
    if text.endswith("?") or not balanced(text) or re.search(r"[\[\]:;]|…|\.\.\.|^[a-z]|\s[–-]\s|—", text):
        return "not a plain statement"
    if not whole(text):
        return "not a plain statement"
    if _STRUCTURE.search(text):
        return "about the document itself"
    if _OF_ANOTHER_TEXT.match(text):
        return "words of somebody else"
    if reason := pointing_outside(text):
        return reason
    return (
        None if FEWEST_WORDS <= word_count(text) <= MOST_WORDS and len(content(text)) >= 5 else "too short or too long"
    )


_SUBORDINATE = re.compile(
    r"^(?:By|In|On|At|With|Without|After|Before|During|While|Although|Though|Since|If|When|Because|As|Following|Given|Despite|For|From|To|Under|Through|Speaking|Regarding|Until|Once)\b"
)


def whole(text: str) -> bool:
    """Whether the words hold a main clause to its end."""
    if re.search(r"\bnot only\b(?!.*\bbut\b)", text):
        return False
    if re.search(r"\b(?:that|to|of|the|a|an|and|or|in|with|for|by|which|who|as)$", text):
        return False
    text = re.sub(r"^(?:In|On|During) (?:[A-Z]\w+ )?(?:\d{1,2},? )?\d{4},? ", "", text)
    main = text.partition(", ")[2] if _SUBORDINATE.match(text) else text
    head = re.split(r", (?:although|though|while|which|who|because|since|as|when|where)\b", main)[0]
    words = head.replace(",", "").split(" ")
    return any(finite(word, before) for before, word in pairwise(words)) or any(
        governs(*three) for three in zip(words, words[1:], words[2:], strict=False)
    )


def governs(before: str, word: str, after: str) -> bool:
    """Whether a word is a present form with its object: "the toll shapes the price"; "tolls" alone may be a noun."""
    present = word.islower() and word.endswith("s") and (word[:-1] in BASES or word[:-2] in BASES)
    return present and before.casefold() not in _NO_VERB_AFTER and (after in _OBJECTS or after[:1].isupper())


def finite(word: str, before: str) -> bool:
    """Whether a word can be the verb of a main clause; behind an article or a preposition it is an adjective."""
    if before.casefold() in _NO_VERB_AFTER:
        return False
    return word in FINITE or word in AUXILIARIES or (word.islower() and word.endswith("ed"))


_OBJECTS = bag("the a an that its their his her no any both all some this these")
_NO_VERB_AFTER = bag(
    "the a an of in on at by with for to from its their his her this that these those as and newly most more"
)


def fact_of(text: str, topic: str, sentence: Sentence, source: Source) -> Fact:
    """The fact that the text says this of the topic."""
    return Fact(
        "statement", topic, "is told", text, "statement", sentence.evidence, sentence.section.id, source.index, modality="attributed",
        askable=bool(topic), parts={"thesis": "yes"} if own_thesis(sentence) else {},
    )  # fmt: skip
