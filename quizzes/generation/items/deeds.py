"""Who did what? The wrong names are others of the same class, who act in the same matter of the same document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from quizzes.generation.distractors import last
from quizzes.generation.facts.deed import VOTE
from quizzes.generation.language.dates import MONTHS
from quizzes.generation.language.known import CAREER, LANDS
from quizzes.generation.language.lexicon import FAMOUS, FIELD_ACRONYMS, UNIVERSAL_ACRONYMS
from quizzes.generation.language.states import families
from quizzes.generation.language.words import content, upper_first, word_count
from quizzes.generation.names.cast import KIN, NATION, Cast
from quizzes.generation.names.rivals import rivals, wider_rivals
from quizzes.generation.store import Store, by
from quizzes.generation.text.reasons import leaning, whole
from quizzes.generation.text.sentences import Sentence
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact, Question

from .build import SHOWN, Option, choice, quoted, spot, where
from .matching import SPARE
from .matching import question as matching

FEWEST, PREMISES = 2, 4
"""So many others there must be, and so many deeds are matched with those who did them."""
FEWEST_FAR = {"person": 2, "body": 2, "state": 3}
"""So many there must be in the whole text; of few states the right one is soon guessed."""
_WHO = {"person": "Who", "state": "Which country", "body": "Which body"}
_PLURAL = re.compile(r"(?:are|were|have|do)\b")
_FOUNDED = re.compile(r"(?:was|were) (?:\w+ly )?(?:founded|established|created|formed|set up|constituted|launched)\b")
_VIEW = re.compile(
    r"^(?:subscribed to|shared|adhered to|embraced|held|expressed|defended) the (?:notion|idea|view|belief|opinion) that "
)
_VAGUE = re.compile(r"\b(?:many|several|some|various|numerous|all|every|often|always|different|certain|few)\b")
_LIFE = re.compile(
    r"^(?:was|were) born\b|^(?:worked|studied|taught|graduated|grew up|lived|served|married|trained|retired|hurried|travelled|traveled|visited)\b"
)
"""How somebody lived is a detail."""
_BY_OFFICE = re.compile(r"\b(?:responsible for|in charge of|lead agency|charged with|under the chairmanship)\b")
"""What a body is there for is known without the reading."""
_SHORT = re.compile(r" \((?P<form>[A-Z]\w*[A-Z]\w*)\)")
_MEETING = re.compile(r"(?:The )?(?:[A-Z]\w+ ){1,3}(?:Conference|Congress|Summit|Talks|Negotiations)")
_YEAR = re.compile(r"\b1\d{3}\b|\b20\d\d\b")
_APPOINTED = re.compile(
    r"^(?:was|were) (?:\w+ly )?(?:appointed|elected|named|chosen|nominated)\b(?! (?:as )?an? \w+ candidate)"
)
_POLITY = re.compile(r"\b(?:elections?|referendum|cabinet|presidency|premiership|parliament(?:ary)?|constitution)\b")
"""Every state has its own."""
_PRESIDENT = re.compile(r"\bPresidents? [A-ZÀ-Ž]")
"""Whose name shows the state."""
LETTERS = 5
"""Words that share so many letters may be forms of one name."""
SHORT, RETURNS, SHARED, MANY = 15, 2, 2, 4
"""Of a longer text than so many sentences an actor is asked for who stands in two paragraphs, and a deed that shares two words with its
topics, or one if it is dated or its actor stands in more than four."""
SAME = 0.7
"""A claim of the same passage with so large a share of a deed's words is the same."""
LONGEST_QUOTE, LOOKED_AT = 32, 12
TELLING = 6
"""So many words tell enough without a name."""


def items(store: Store) -> Iterator[Question]:
    """A question for each deed with others who might have done it, and a matching of persons with their deeds."""
    for own in by(store.of("deed"), lambda fact: fact.document).values():
        cast = Cast(store.source(own[0]), store)
        told = [deed for fact in said_only_once(own, store) if (deed := alone(fact, cast)) and hidden(deed, cast)]
        deeds = [
            replace(deed, lesser=deed.lesser or known(deed, cast) or not matters(deed, cast) or listed(deed, cast))
            for deed in told
        ]
        near = {deed.subject: rivals(deed, cast) for deed in deeds}
        for deed in deeds:
            yield from asked(deed, near[deed.subject], cast)
        did = [deed for deed in deeds if deed.type == "person" and not is_view(deed)]
        central = [deed for deed in did if not deed.lesser]
        yield from list(matched(central, near, cast)) or matched(did, near, cast)


def said_only_once(deeds: list[Fact], store: Store) -> list[Fact]:
    """The deeds without those that are asked for as claims: "reaffirmed the pact"."""
    claimed = {fact.evidence: content(fact.subject) for fact in store.of("claim") if fact.askable}
    return [
        deed
        for deed in deeds
        if len(content(deed.subject) & claimed.get(deed.evidence, frozenset())) < SAME * len(content(deed.subject))
    ]


def asked(deed: Fact, near: list[str], cast: Cast) -> Iterator[Question]:
    """The question; a lesser one where only the whole text has others enough."""
    if len(told := explained(near, deed, cast)) >= FEWEST:
        yield who(deed, told, cast)
    elif len(told := explained(wider_rivals(deed, cast), deed, cast)) >= FEWEST_FAR[deed.type]:
        yield replace(who(deed, told, cast), lesser=True)


def explained(names: list[str], deed: Fact, cast: Cast) -> list[tuple[str, str]]:
    """The names of which the text tells something that can be a reason, with it: as many as a question and its reviewer need."""
    told = ((name, reason) for name in names if (reason := why(name, deed, cast)))
    return list(islice(told, SHOWN + SPARE))


def alone(fact: Fact, cast: Cast) -> Fact | None:
    """The deed in words that stand without the page: with full names, and with the state whose elections are meant."""
    name = cast.name_of(fact)
    said = cast.with_full_names(_VIEW.sub("held that ", fact.subject), fact) if name else None
    if said is None or (_APPOINTED.search(said) and not _YEAR.search(said)):
        return None  # others were appointed after them
    said = with_long_forms(with_short_form(said, fact, cast), cast)
    home = cast.home(name) if fact.type == "person" else ""
    if home and home not in families(VOTE.split(said)[0]):
        said = VOTE.sub(lambda match: f"{home}’s {match['which']}", said)
    placed = NATION.search(said) or any(cast.heads(name) and name in said for name in cast.persons)
    if _POLITY.search(said) and not placed and fact.type != "state":
        return None
    halved = _OF_WHAT.search(_OF_A_NAME.sub("", said)) is not None
    return replace(fact, subject=said, lesser=halved or undated(said, fact))


def with_short_form(said: str, fact: Fact, cast: Cast) -> str:
    """The words with the short form that the passage gives to a name, where the text goes on to use it."""
    for short in _SHORT.finditer(fact.evidence.quote):
        name = " ".join(fact.evidence.quote[: short.start()].split(" ")[-2:])
        if cast.paragraphs(short["form"]) >= RETURNS:
            said = said.replace(name, f"{name}{short.group()}", 1)
    return said


def with_long_forms(said: str, cast: Cast) -> str:
    """The words with what a short form without an article stands for, where not everybody in the field knows it."""
    for short, long in cast.spelled.items():
        alone = re.search(rf"(?<![Tt]he )(?<![\w(]){re.escape(short)}(?![\w’')-]| [A-Z(])", said)
        if alone and long not in said and short not in UNIVERSAL_ACRONYMS | FIELD_ACRONYMS:
            said = f"{said[: alone.start()]}{cast.source.with_article(long)} ({short}){said[alone.end() :]}"
    return said


def undated(said: str, fact: Fact) -> bool:
    """Whether the year in which the passage tells of the deed is lost."""
    return not _YEAR.search(said) and bool(_YEAR.search(_ASIDE.sub("", fact.evidence.quote)))


_ASIDE = re.compile(r", (?:which|who|whose|where|for example|although|though|but|while|whereas)\b[^;]*|\([^()]*\)")
"""What is told besides the deed."""


def is_view(fact: Fact) -> bool:
    """Whether somebody thought so, and did nothing."""
    return fact.subject.startswith("held that ")


def hidden(fact: Fact, cast: Cast) -> bool:
    """Whether it is sure who did it, and the words do not show it."""
    name = cast.name_of(fact)
    if not name or (fact.type == "body" and (cast.kind(name) is None or cast.known(name))):
        return False
    if re.search(rf"['’]s? {re.escape(name)}", fact.evidence.quote):
        return False  # "Norway's Ministry of Trade" is one of several
    return (
        specific(fact)
        and not starts(name) & starts(fact.subject)
        and name not in families(fact.subject)
        and not KIN.search(fact.subject)
        and not FAMOUS.search(fact.subject)
        and (bool(fact.parts.get("noun")) or not _PLURAL.match(fact.subject))
        and not (fact.type == "body" and _FOUNDED.match(fact.subject))
        and not (fact.type == "state" and _PRESIDENT.search(fact.subject))
    )


def known(fact: Fact, cast: Cast) -> bool:
    """Whether many can tell without the reading who did it, or few would ask."""
    name = cast.name_of(fact)
    lands = {state for place, state in LANDS.items() if place in fact.subject}
    told = (
        CAREER.search(fact.subject),
        _BY_OFFICE.search(fact.subject),
        _LIFE.search(fact.subject),
        fact.type == "state" and cast.at_home(name, fact.subject),
    )
    return cast.famed(name) or name in lands or any(told) or bool(_SCENE.match(fact.subject)) or minor(fact, cast)


def minor(fact: Fact, cast: Cast) -> bool:
    """Whether somebody set up what the text hardly comes back to."""
    made = _SET_UP.match(fact.subject) if len(cast.source.sentences) >= SHORT else None
    return made is not None and max(cast.paragraphs(form) for form in (made["name"], made["short"]) if form) < DWELT_ON


def listed(fact: Fact, cast: Cast) -> bool:
    """Whether it is one brief clause of a paragraph that lists dates."""
    years = set(_YEAR.findall(cast.store.blocks[fact.evidence.block].text))
    return len(years) >= LISTED and word_count(fact.subject) <= BRIEF


DWELT_ON = 3
"""So many paragraphs name what is not minor."""
LISTED, BRIEF = 6, 9
_SET_UP = re.compile(
    r"(?:founded|co-founded|created|established|set up) (?:the |an? )?(?P<name>[A-ZÀ-Ž][\w’'-]+(?: (?:(?:of|for|and|in|on) (?:the )?)?[A-ZÀ-Ž][\w’'-]+)*)(?: \((?P<short>[A-Z]\w+)\))?"
)
_SCENE = re.compile(
    r"(?:\w+ly )?(?:came back|came home|went home|asked (?:an?|some|many|several|few|for)\b|hurried|walked|rode|sat|dined|smiled|laughed|shouted|wept|"
    r"struck the first|carried|handed|drank|commanded the (?!\w*(?:army|troops|forces|fleet|navy|regiment|division))|raised (?:a|his|her) (?:glass|hand)|cut the ribbon|spent the (?:night|day|evening)|"
    r"told (?:the |an? )?[^,;]{1,60}, [^,;]{1,40}, that)\b"
)
"""Scenes and anecdotes, from which nothing follows."""
_OF_WHAT = re.compile(
    r"\b(?:owner of [\d,.]+ )?(?:shares|stock|bonds|blow|stone|stake|debt|concession|the isthmus|first sod)\b(?! (?:of|in|to|against|for|at|on|from)\b)"
)
"""Shares or a blow, without of what."""
_OF_A_NAME = re.compile(r"[A-ZÀ-Ž][\w’'-]+ (?:shares|stock|bonds)\b")


def matters(fact: Fact, cast: Cast) -> bool:
    """Whether the text comes back to the one who did it and to what was done; a short text dwells on all it has."""
    source = cast.source
    if len(source.sentences) < SHORT:
        return True
    section = next((s.title for s in source.document.sections if s.id == fact.section), "")
    known = source.topics | content(section or "")
    returns = cast.paragraphs(cast.name_of(fact))
    enough = 1 if _YEAR.search(fact.subject) or returns > MANY else SHARED
    return returns >= RETURNS and len(content(fact.subject) & known) >= enough


def specific(fact: Fact) -> bool:
    """Whether the words hold a number, a quotation or a name that is no state's, or a view: others fit many."""
    said = fact.subject
    named = re.search(rf"\b(?!West|(?:{'|'.join(MONTHS)})\b)[A-ZÀ-Ž]\w+", NATION.sub("", said))
    marked = re.search(r"[\d“”\"]|['‘]\w+['’]|\b(?:first|only|main|leading|most|best) ", said)
    told = len(content(NATION.sub("", said))) >= TELLING and not _VAGUE.search(said)
    return bool(named or marked or told or is_view(fact))


def starts(text: str) -> set[str]:
    """The first letters of its longer words, by which "Aldana" and "Aldanas" are one."""
    return {word[:LETTERS] for word in content(text) if len(word) >= LETTERS}


def who(fact: Fact, told: list[tuple[str, str]], cast: Cast) -> Question:
    """The question for the one who did it."""
    source, name, noun = cast.source, cast.name_of(fact), fact.parts.get("noun")
    asked = f"Which country’s {noun}" if noun else "Which company" if cast.is_company(name) else _WHO[fact.type]
    told_of = _YEARS_OF_TERM.sub(r"\g<held>", fact.subject) if fact.type == "person" else fact.subject
    reason = f"{upper_first(spot(fact, source))}, says this of {cast.inside(cast.shown(name, fact))}."
    return choice(
        fact,
        f"{asked}, according to {source.voice}{occasion(fact, source)}, {told_of}?",
        Option(cast.shown(name, fact), reason),
        [Option(cast.shown(other), reason) for other, reason in told],
        level="understand",
        source=source,
        order=cast.store.chance("deeds", fact.subject),
    )


_YEARS_OF_TERM = re.compile(r"(?P<held>\b(?:term|rule|reign|presidency|premiership)) \(\d{4}[–-]\d{2,4}\)")
"""By which those in office at other times are ruled out."""


def occasion(fact: Fact, source: Source) -> str:
    """ " on the Bergen Conference": where a section tells of one meeting, the deed belongs to it."""
    title = next((s.title for s in source.document.sections if s.id == fact.section), "") or ""
    return (
        f" on the {title.removeprefix('The ')}" if _MEETING.fullmatch(title) and not _YEAR.search(fact.subject) else ""
    )


def why(name: str, fact: Fact, cast: Cast) -> str | None:
    """What the text tells of the name instead: a deed, a description or a sentence that stands alone; None where it has none."""
    source, shown = cast.source, cast.inside(cast.shown(name))
    if (deed := cast.deeds.get(name)) and (told := alone(deed, cast)):
        return f"{upper_first(shown)} {told.subject} ({spot(deed, source)})."
    if known := cast.described.get(name):
        return f"{upper_first(source.says('describes'))} {shown} as {known.subject} ({spot(known, source)})."
    mark = last(name if name in source.named.single else cast.shown(name))

    def farness(sentence: Sentence) -> tuple[bool, bool, bool]:
        elsewhere = sentence.section.id != fact.section and sentence.section.title != name
        subject = sentence.clean.startswith(mark)
        return elsewhere, sentence.block.id != fact.evidence.block, not subject

    brief = [s for s in cast.naming(mark) if word_count(s.text) <= LONGEST_QUOTE]
    near = islice((s for s in sorted(brief, key=farness) if whole(s.clean)), LOOKED_AT)
    nearest = min(near, key=lambda s: leaning(s.clean), default=None)
    if nearest is None:
        return None
    place = where(nearest.evidence, nearest.section.id, source)
    return f"{upper_first(source.says('says'))} of {shown}: “{quoted(nearest.evidence.quote)}” ({place})."


def matched(deeds: list[Fact], others: dict[str, list[str]], cast: Cast) -> Iterator[Question]:
    """Deeds on the left, persons of one class on the right, two of whom did something else."""
    for first in deeds:
        group = {cast.name_of(first), *others[first.subject]}
        did = {cast.name_of(deed): deed for deed in reversed(deeds) if cast.name_of(deed) in group}
        lot = list(did.values())[::-1][:PREMISES]
        answers = {deed.subject: cast.name_of(deed) for deed in lot}
        shared = set.intersection(*({answers[deed.subject], *others[deed.subject]} for deed in lot))
        spare = sorted(shared - set(answers.values()))
        if len(lot) == PREMISES and shared >= set(answers.values()) and len(spare) >= SPARE:
            stem = f"Match each action with the person who, according to {cast.source.voice}, took it."
            yield from matching(lot, stem, "apply", answers, spare[:SPARE], cast.store)
            return
