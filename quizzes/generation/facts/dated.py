"""Dated statements: a clause with one date that can only belong to it, and that tells without it what happened then."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizzes.generation.language.clauses import balanced, hedged
from quizzes.generation.language.dates import Date, dates
from quizzes.generation.language.lexicon import BODY_WORDS
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.tenses import BE, base_of_past, verb_places
from quizzes.generation.language.words import bare, content, tokens, upper_first, word_count
from quizzes.generation.sentences import Sentence
from quizzes.generation.source import Source
from quizzes.generation.types import Fact

_ASIDE = re.compile(r"\s*\([^()]*\)")
_BREAK = re.compile(r"; (?:and |but )?|: | – | — |—|--|, (?:and|but|so|yet|while|whereas|although|though) ")
_PART = r"(?: the)?(?: (?:early|late|mid-?|spring|summer|autumn|fall|winter|end|start|beginning|middle|evening|morning|afternoon|\w+ (?:quarter|half))(?: of)?)? "
_OPENS = re.compile(
    rf"^(?:[\w ]{{3,30}} (?:later|earlier|before|after), )?(?:In|On|At|As early as|As late as){_PART}$", re.IGNORECASE
)
_INSIDE = re.compile(rf",? (?:in|on|at){_PART}$")
_SETTING = re.compile(
    r"(?:at|after|under|following|during|with|amid|as|in|on|for|before|by|shortly|only|just) [^,]{3,60}, (?=[A-ZÀ-Ž“a])",
    re.IGNORECASE,
)
"""What may stand between a leading date and its clause: "On 4 May 1931, after two votes, the Council …"."""
_WHEN = re.compile(r",? when (?=\S)")
_TAIL = re.compile(
    r", (?:which|who|whom|whose|where|when|while|whereas|although|though|because|since|as|with|after|before|until|including|"
    r"especially|despite|following|prompting|leading|making|thus|thereby|so|but|and|\w+ing)\b| (?:because|although|whereas|so that|in order to) "
)
_GOES_ON = re.compile(r" (?:to|at|by|with|for|against|between|as|from|into|over|under|through|after) ")
_LATER = re.compile(
    r"\b(?:had|has|have|will|would|is|are|remains?|remained|continued?s?|still|since|until|after|before|once|while|there (?:was|were)|ever|"
    r"ha[ds]n['’]t)\b"
)
"""Words that lead away from the one moment that the date names."""
_STATE = re.compile(
    r"\b(?:saw|viewed|regarded|considered|expected|argued|claimed|said|wrote|noted|found|described|thought|meant|felt|was able|were able)\b|"
    r"\b(?:seem|appear|exist|live|know|believe|think|want|need|like|remain|consist|depend|belong|mean|matter|hope|wish|range|average|exceed)(?:e?d|ed)\b|\b(?:was|were) (?:a|an|the|not|no|only|also|about|at|in|still|already|[\d£$€])\b"
)
"""What lasts, and so has no one date."""
FEWEST_WORDS, MOST_WORDS = 4, 22


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """An event fact for each clause that one date belongs to."""
    for sentence in source.sentences:
        text = _ASIDE.sub("", bare(sentence.clean)).rstrip(" .")
        if not dates(text) or text.endswith("?"):
            continue
        for told, date in happenings(text):
            reason = problem(told, source)
            if reason:
                refused[f"dated: {reason}"] += 1
            else:
                yield fact_of(told, date, sentence, source)


def happenings(text: str) -> Iterator[tuple[str, Date]]:
    """Each (clause without its date, date) of a sentence."""
    for clause in clauses(text):
        found = dates(clause)
        if found and (when := _WHEN.match(clause, found[-1].end)):
            yield upper_first(whole(clause[when.end() :]).split(", ")[0]), found[-1]
        elif len(found) == 1 and (told := without(clause, found[0])):
            yield upper_first(told), found[0]


def clauses(text: str) -> Iterator[str]:
    """The sentence cut where a clause with a verb of its own begins, and two deeds of one actor told apart."""
    start, pieces = 0, []
    for cut in _BREAK.finditer(text):
        if has_verb(text[start : cut.start()]) and has_verb(text[cut.end() :].split(", ")[0]):
            pieces.append(text[start : cut.start()])
            start = cut.end()
    for piece in (*pieces, text[start:]):
        led = _LED.match(piece)
        yield from deeds(led["clause"] if led and dates(led["clause"]) else piece)


def deeds(clause: str) -> Iterator[str]:
    """ "Norway left in 1931 and joined the Pact in 1934" as two clauses with one subject."""
    found = dates(clause)
    link = re.match(r" and (?=(?:\w+ly )?(\w+) )", clause[found[0].end :]) if len(found) == 2 else None
    subject = subject_of(clause)
    if link and subject and base_of_past(link[1]):
        second = clause[found[0].end + link.end() :]
        yield clause[: found[0].end]
        yield f"{subject} {second}"
    else:
        yield clause


def has_verb(text: str) -> bool:
    return bool(verb_places(text.split(" ")))


_NO_SUBJECT = re.compile(
    r"^(?:Having|Being|In|On|At|By|For|With|From|To|Of|As|After|Before|During|Since|Until|Although|Despite|Under|Following|That|There|It|This|Also|Then|Only|\w+ly)\b|"
    r"\b(?:that|which|who|where|when|while|then|it|he|she|they|we|I|eventually|also)\b|,",
)


_LED = re.compile(r"(?:When|After|Once|Before|Although|Though|While) (?P<clause>[^,]+?(?:, (?=\d{4}))?[^,]*), ")
"""A clause that another one opens with: "When Norway left the Pact in 1934, …"."""
_APPOSED = re.compile(r", (?:the |a |an |its |then |[A-ZÀ-Ž])[^,]+,$")
"""A second name of the subject: "the party's founder, Ada Lind,"."""


def subject_of(clause: str) -> str | None:
    """What stands before the first verb, when it can be a subject."""
    words = clause.split(" ")
    places = verb_places(words)
    subject = re.sub(r" (?:\w+ly|also|then)$", "", " ".join(words[: places[0]])) if places else ""
    plain = _APPOSED.sub("", subject)
    return subject if subject and balanced(subject) and not _NO_SUBJECT.search(plain) else None


def whole(text: str) -> str:
    """A clause up to where a further one begins."""
    cut = _TAIL.search(text)
    return (text[: cut.start()] if cut else text).rstrip(" ,")


def without(clause: str, date: Date) -> str | None:
    """The clause without its date; None when the date may belong to something else than the verb."""
    before, after = clause[: date.start], clause[date.end :]
    if _OPENS.match(before) and re.match(r",? (?=[\w“\"‘'£$])", after):
        told = re.sub(r"^,? ", "", after)
        setting = _SETTING.match(told)
        return whole(told[setting.end() :] if setting and has_verb(told[setting.end() :]) else told)
    inside = _INSIDE.search(before)
    if not inside or len(verb_places(before.split(" "))) != 1:
        return None
    head = before[: inside.start()]
    if _TAIL.search(head) or "," in _APPOSED.sub("", " ".join(head.split(" ")[: verb_places(head.split(" "))[0]])):
        return None
    if not after.strip(" ,") or _TAIL.match(after):
        return head
    goes_on = _GOES_ON.match(after if not after.startswith(", ") else after[1:])
    return whole(f"{head} {after.lstrip(' ,')}") if goes_on else None


def problem(told: str, source: Source) -> str | None:
    """Why a clause is not fit to be dated: it does not stand alone, or tells of no one moment."""
    words = told.split(" ")
    places = verb_places(words)
    if not balanced(told) or re.search(r"[\[\]:;?]|…|\.\.\.|—|--|\s[–-]\s", told) or not places:
        return "not a plain statement"
    if subject_of(told) is None:
        return "no plain subject"
    if reason := pointing_outside(told):
        return reason
    if hedged(re.sub(r"\b(?:the|a|his|her|their) will\b", "", told)) or _LATER.search(told) or _STATE.search(told):
        return "more than one moment"
    if dates(told) or len(places) > 2 or (len(places) == 2 and " and " not in told and " that " not in told):
        return "more than one happening"
    if re.search(r"\b(?:that|to|of|the|a|an|and|or|in|with|for|by|which|who|as|from)$", told):
        return "cut"
    named = [word for word in tokens(told) if source.is_name(word) and word.casefold() not in BODY_WORDS]
    if not named or len(content(told)) < 3:
        return "too little said"
    return None if FEWEST_WORDS <= word_count(told) <= MOST_WORDS else "too short or too long"


def fact_of(told: str, date: Date, sentence: Sentence, source: Source) -> Fact:
    """The fact that this happened on the date."""
    return Fact(
        "event", told, "happened", date.iso, date.exactness, sentence.evidence, sentence.section.id, source.index, date=date.iso,
        parts={"asked": asked(told, source), "form": "clause"},
    )  # fmt: skip


def asked(told: str, source: Source) -> str:
    """The clause turned round for a question: "did Norway join the Pact", "was the Pact signed"."""
    words = told.split(" ")
    place = verb_places(words)[0]
    subject, verb, rest = source.inside(" ".join(words[:place])), words[place], " ".join(words[place + 1 :])
    if verb in BE:
        return f"{verb} {subject} {rest}"
    adverb = re.search(r" (?:\w+ly|also)$", subject)
    if adverb or verb.endswith(","):
        return ""
    return f"did {subject} {base_of_past(verb)} {rest}"
