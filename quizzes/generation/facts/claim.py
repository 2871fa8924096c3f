"""Claims credited to someone: "N argues that …", "according to N, …", and N's own words in quotation marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizzes.generation.language.clauses import balanced
from quizzes.generation.language.lexicon import ADJECTIVES, STATES
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.words import bag, bare, upper_first, word_count
from quizzes.generation.people import PERSON, is_person_name
from quizzes.generation.sentences import Sentence
from quizzes.generation.source import Source
from quizzes.generation.types import Fact

from .statement import problem as refused_statement
from .statement import statement

_SAYING = (
    "argues?|argued|claims?|claimed|believes|believed|asserts?|asserted|contends?|contended|maintains?|maintained|"
    "suggests?|suggested|notes?|noted|states?|stated|points? out|pointed out|warns?|warned|stresses|stressed|emphasi[sz]e[sd]|"
    "concludes?|concluded|insists?|insisted|says?|said|considers|considered|observes?|observed|predicts?|predicted|"
    "explains?|explained|writes?|wrote|announced|acknowledges?|acknowledged|admits?|admitted|adds|added|recalls|recalled|"
    "confirms?|confirmed|replied|responded|remarked|underlines?|underlined|highlights|highlighted|posits|holds|finds|found|declared|"
    "reaffirmed|reiterated|proposes|thinks"
)
_BODY = r"(?:[Tt]he )?[A-ZÀ-Ž][\w’'.-]*(?: (?:of |the |for |and )*[A-ZÀ-Ž][\w’'.-]*){0,6}"
_YEAR = r"(?: \((?:19|20)\d\d[a-z]?\))?"
_WHO = rf"(?P<who>(?:{PERSON}(?: and {PERSON})?|[A-ZÀ-Ž][a-zà-ž'’-]+(?:, [A-ZÀ-Ž][a-zà-ž'’-]+)*(?: and [A-ZÀ-Ž][a-zà-ž'’-]+)? \((?:19|20)\d\d[a-z]?\)))"
_THAT = re.compile(
    rf"{_WHO}{_YEAR}(?: \([^()]*\))?,? (?:(?:has|have|also|further|thus|who|\w+ly) )*(?P<verb>{_SAYING}) that,? (?P<claim>.+)$"
)
_SPOKE = re.compile(
    rf"(?P<who>{PERSON})(?:,? [^,“”]{{1,60}},)?(?: \([^()]*\))? (?:(?:also|further|later|\w+ly) )*(?P<verb>{_SAYING})(?: that)?(?: the following)?[,:]? [“\"](?P<quote>[^“”\"]+)[”\"]"
)
_SPOKEN = re.compile(rf"[“\"](?P<quote>[^“”\"]+)[,.]?[”\"],? (?P<verb>{_SAYING}) (?:[\w’']+ ){{0,4}}?(?P<who>{PERSON})")
_ACCORDING = re.compile(rf"^According to (?:[\w’'-]+ ){{0,5}}?{_WHO}{_YEAR}, (?P<claim>[^“”]+)$", re.IGNORECASE)
_CITED = re.compile(
    r"\((?P<who>[A-ZÀ-Ž][\w’'-]+(?:(?:, | and | & |, and )[A-ZÀ-Ž][\w’'-]+)*(?: et al\.)?),? (?P<year>(?:19|20)\d\d[a-z]?)(?:[,:] ?(?:pp?\. ?)?[\d–-]+)?\)\.?\s*$"
)
_TITLES = bag(
    "president prime foreign minister defence defense interior finance secretary general ambassador chairman speaker "
    "spokesman spokesperson political analyst expert scholar former chancellor senator professor dr mr mrs ms affairs of"
)
FEWEST_WORDS, MOST_WORDS = 7, 36


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """A claim fact for each statement or quotation that has a named source."""
    for sentence in source.sentences:
        for who, said, form in (*claims(bare(sentence.clean)), *credited(sentence)):
            reason = problem(who, said, form) or (
                None if form != "cited" or discussed(who, source) else "a work only cited"
            )
            if reason:
                refused[f"claim: {reason}"] += 1
            else:
                yield fact_of(without_title(who), said, form, sentence, source)
                break


def claims(text: str) -> Iterator[tuple[str, str, str]]:
    """Each (source, words, form) of the text; the form is "said" for a quotation and "claimed" for a statement."""
    for pattern in (_SPOKE, _SPOKEN):
        for match in pattern.finditer(text):
            yield match["who"], match["quote"].strip(" ,"), "said"
    for pattern in (_THAT, _ACCORDING):
        for match in pattern.finditer(text):
            yield match["who"], without_end(match["claim"]), "claimed"


def credited(sentence: Sentence) -> Iterator[tuple[str, str, str]]:
    """The sentence with the one author–year citation that it ends in."""
    match = _CITED.search(sentence.text)
    if match and len(re.findall(r"\((?:[^()]*\d{4}[^()]*)\)", sentence.text)) == 1:
        who = re.sub(r",?\s+$", "", match["who"]).replace("&", "and")
        yield f"{who} ({match['year']})", statement(sentence), "cited"


def discussed(who: str, source: Source) -> bool:
    """Whether the text speaks of the author, and does not only cite; a mere citation nobody needs to remember."""
    return any(source.mentions(name) for name in re.split(r", | and ", re.sub(r" \(.*", "", who)))


_POLITE = re.compile(
    r"\bof course\b|\binterests of all\b|\bmutual\w* (?:respect|beneficial|trust)|\bgood[- ]neighbou?rl|\bfruitful\b|\bhopes? (?:to|that)\b|\bfriendly relations\b"
)
"""What any diplomat may have said."""


def without_end(claim: str) -> str:
    """A claim without its full stop and without a trailing aside that comments on it."""
    claim = claim if "but also" in claim else re.sub(r" (?:also|thus|therefore) (?=[a-z])", " ", claim)
    return re.sub(
        r"(?:; .*|, (?:adding|noting|which|thus|thereby|a (?:claim|view|position)) .*)$", "", claim.strip()
    ).rstrip(" .;,")


def problem(who: str, said: str, form: str) -> str | None:
    """Why a claim is not fit to be asked about."""
    names = re.split(r", | and ", re.sub(r" \(\d{4}\w?\)$", "", without_title(who)))
    surname_form = bool(re.search(r"\(\d{4}", who))
    if form == "said" and _POLITE.search(said):
        return "a polite phrase"
    if form == "cited" and (why := refused_statement(said)):
        return why
    if any((name in STATES or name in ADJECTIVES) or not (surname_form or is_person_name(name)) for name in names):
        return "no person"
    if (reason := pointing_outside(said)) and (form == "claimed" or reason == "anaphora"):
        return reason
    if not balanced(said) or re.search(r"\.\.\.|…|\[", said):
        return "cut quotation"
    return None if FEWEST_WORDS <= word_count(said) <= MOST_WORDS else "too short or too long"


def without_title(who: str) -> str:
    """ "French President Emmanuel Macron" as "Emmanuel Macron"."""
    words = who.split()
    while len(words) > 2 and (words[0] in ADJECTIVES or words[0] in STATES or words[0].casefold() in _TITLES):
        words = words[1:]
    return " ".join(words)


def fact_of(who: str, said: str, form: str, sentence: Sentence, source: Source) -> Fact:
    """The fact that the source said so."""
    return Fact(
        "claim", upper_first(said), form, who, "person", sentence.evidence, sentence.section.id, source.index,
        modality="attributed", source=who,
    )  # fmt: skip
