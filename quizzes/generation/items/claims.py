"""Who says or holds it, what does a person say or hold, and which claims are whose? The wrong answers are others of the same sort, and their claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from quizzes.generation.distractors import part_of, tied
from quizzes.generation.language.verbs import FINITE
from quizzes.generation.language.words import content, norm, upper_first, word_count
from quizzes.generation.names.people import surname_of
from quizzes.generation.names.reports import plural
from quizzes.generation.store import Store, by, distinct
from quizzes.generation.text.reasons import leaning, whole
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact, Question
from quizzes.generation.views.viewpoints import RETURNS, central

from .build import SHOWN, Option, choice, evenly, spot, where
from .matching import SPARE
from .matching import question as matching
from .ordering import near
from .speakers import (
    alike,
    authors,
    business_of,
    comparable,
    first_surname,
    known_to_all,
    name_of,
    named_near,
    of_one_time,
    of_today,
    office_tells,
    others,
    side_tells,
    speaker,
    unintroduced,
)

FEWEST = 2
PREMISES = 4, 3
"""So many claims are matched, the first number where enough names stay over; as many stay for questions of their own."""
LOOKED_AT = 6
"""So many sentences that name somebody are compared for the one that stands alone best."""
QUOTED = 36
"""A sentence of so many words can be quoted as a reason."""
ASKED = 26
"""So many words a stem may take from the passage."""
_WHO = {"person": "Who", "body": "Which body"}


def items(store: Store) -> Iterator[Question]:
    """For each claim a question for its author, or else for the claim; where there are many good ones, some are matched instead."""
    for own in by(store.of("claim"), lambda fact: (fact.document, fact.type)).values():
        worth = [fact for fact in own if worth_asking(fact, store)]
        single = {fact: [q if fact in worth else replace(q, lesser=True) for q in one(fact, store)] for fact in own}
        good = [fact for fact, made in single.items() if any(not question.lesser for question in made)]
        lot = next(matched([fact for fact in good if fact.relation == "claimed"], store, len(good) // 2), None)
        matches = {fact.evidence for fact in lot.facts} if lot else set()
        yield from [lot] if lot else []
        yield from (question for fact, made in single.items() for question in made if fact.evidence not in matches)


def one(fact: Fact, store: Store) -> list[Question]:
    """A question for the author or else for the claim; among names of other sides and trades where there are no better ones."""
    return list(who(fact, store)) or list(what(fact, store)) or list(who(fact, store, wide=True))


def worth_asking(fact: Fact, store: Store) -> bool:
    """Whether the text dwells on what is said, and not everybody knows who said it."""
    return (
        not fact.lesser
        and returned_to(fact, store)
        and not known_to_all(name_of(fact), store.source(fact))
        and not unintroduced(fact, store)
    )


def returned_to(fact: Fact, store: Store) -> bool:
    """Whether the text returns to what is said; of what a scholar holds one word is enough, or a name, for scholars have their say once."""
    source, found = store.source(fact), replace(fact, value=fact.subject)
    scholar = all(first_surname(name) in source.scholars for name in authors(name_of(fact)))
    return central(found, store) or (
        scholar
        and (
            _MARKED.search(fact.subject) is not None
            or any(store.often(fact.document, word) >= RETURNS for word in content(fact.subject))
        )
    )


_MARKED = re.compile(r"[“”\"‘]|[A-ZÀ-Ž]")
"""A name or words in quotation marks, by which a view is known."""


def who(fact: Fact, store: Store, *, wide: bool = False) -> Iterator[Question]:
    """Who, according to the author, argues that …? Whose words are these?"""
    source = store.source(fact)
    wrong = rivals(fact, store, wide=wide)
    told_by_office = office_tells(fact, [name for name, _ in wrong[:SHOWN]], store)
    if len(wrong) < FEWEST or word_count(fact.subject) > ASKED + 2 * wide or (told_by_office and not wide):
        return
    made = choice(
        fact,
        who_stem(fact, source),
        Option(name_of(fact), credited(fact, source)),
        [Option(name, why) for name, why in wrong],
        level="understand",
        source=source,
        order=store.chance("who", fact.subject),
    )
    yield replace(made, lesser=wide)


def credited(fact: Fact, source: Source) -> str:
    """Where the text says whose claim it is."""
    return f"{upper_first(spot(fact, source))}, credits {name_of(fact)} with this."


def who_stem(fact: Fact, source: Source) -> str:
    """The claim as its author makes it, or the words quoted."""
    if fact.relation == "said":
        return f"According to {source.voice}, whose words are these: “{fact.subject.rstrip('.')}”?"
    return f"{_WHO[fact.type]}, according to {source.voice}, {_HER.sub('their', fact.subject)}?"


_HER = re.compile(r"\bher\b(?= [a-z])")
"""What would show that a woman is meant."""


def rivals(fact: Fact, store: Store, *, wide: bool = False) -> list[tuple[str, str]]:
    """Others who could have said it, with what they say or do instead: those first to whose office it belongs too, of whom
    words are told, and whom the same part names."""
    source = store.source(fact)
    speaking = others(fact, store, wide=wide)
    store.chance("names", fact.subject).shuffle(speaking)
    saying = {speaker(other, source): why for other in speaking if (why := instead(other, source))}
    found = saying if len(saying) >= SHOWN else {**elsewhere(fact, store, wide=wide), **saying}
    around, business = part_of(fact, store), business_of(fact, store)
    return sorted(
        ((name, why) for name, why in found.items() if not says_so(name, fact, source)),
        key=lambda rival: (
            not comparable(rival[0], fact, store),
            bool(business) and not source.office(rival[0]) & business,
            rival[0] not in saying,
            f" {norm(first_surname(rival[0]))} " not in around,
        ),
    )


def elsewhere(fact: Fact, store: Store, *, wide: bool = False) -> dict[str, str]:
    """Others of the same sort and side, with what the text tells where it speaks of them."""
    source, found = store.source(fact), dict[str, str]()
    if fact.type != "person":
        return found
    for name in sorted(teams(source) if len(authors(name_of(fact))) > 1 else source.named.introduced | source.scholars):
        if comparable(name, fact, store, wide=wide) and not named_near(name, fact, store):
            fit = (
                s
                for s in source.sentences
                if name in s.clean
                and word_count(s.clean) <= QUOTED
                and tells_of(name, s.clean)
                and of_one_time(fact, s.clean)
                and of_today(fact, s.clean)
                and whole(s.clean)
            )
            for sentence in islice(sorted(islice(fit, LOOKED_AT), key=lambda s: leaning(s.clean)), 1):
                place = where(sentence.evidence, sentence.section.id, source)
                found[name] = quoting(name, sentence.clean, place, source)
    return found


def teams(source: Source) -> set[str]:
    """The pairs of authors whose works the text cites: "Solheim and Vargas"."""
    cited = (pair for s in source.sentences for pair in _TEAM.findall(s.clean))
    return {f"{one} and {other}" for one, other in cited if {one, other} <= source.scholars}


_TEAM = re.compile(r"(?<![\w’'-])([A-ZÀ-Ž][\w’'-]+) (?:and|&) ([A-ZÀ-Ž][\w’'-]+) \((?:19|20)\d\d")


def tells_of(name: str, sentence: str) -> bool:
    """Whether the sentence tells of the person; a surname alone needs a year or a verb behind it, else it may be a place."""
    found = re.search(
        rf"(?:^|[a-z,] (?<!and )){re.escape(name)}(?! and\b)(?P<year> \(\d{{4}}\w?\))? ?(?P<verb>\w*)", sentence
    )
    return found is not None and (" " in name or bool(found["year"]) or found["verb"] in FINITE)


def says_so(name: str, fact: Fact, source: Source) -> bool:
    """Whether some sentence brings the name together with most of what is told."""
    return any(tied(author, content(fact.subject), source) for author in authors(name))


def told(source: Source, verb: str) -> str:
    """The voice with its verb as a sentence begins with them: "The text credits"."""
    return upper_first(source.says(verb))


def instead(other: Fact, source: Source) -> str | None:
    """What another says, holds or does, and where; the whole sentence where a part of it would be hard to understand, if that stands alone."""
    name, place = speaker(other, source), spot(other, source)
    if other.relation == "said":
        return f"{told(source, 'quotes')} other words of {name} in {place}: {shown(other, other)}."
    if not other.askable:
        quote = other.evidence.quote
        fit = word_count(quote) <= QUOTED and whole(quote) and surname_of(authors(name)[0]) in quote
        return quoting(name, quote, place, source) if fit else None
    return f"{name} {shown(other, other)} ({place})."


def quoting(name: str, words: str, place: str, source: Source) -> str:
    """What the text has on somebody, word for word."""
    return f"On {name}, {source.says('writes')} in {place}: “{_NUMBERS.sub('', words.translate(_INNER)).strip()}”"


_NUMBERS = re.compile(r" \(\d[\d, –-]*\)")
_INNER = str.maketrans('“”"', "‘’'")


def what(fact: Fact, store: Store) -> Iterator[Question]:
    """What does the person say or hold? The wrong claims are those of others."""
    source = store.source(fact)
    pool = [other for other in store.of("claim") if fits(other, fact, store)]
    nearest = {name_of(other): other for other in reversed(evenly(fact.subject, pool, lambda other: other.subject))}
    wrong = list(nearest.values())[::-1]
    if len(wrong) < FEWEST or office_tells(fact, [], store) or longest(fact, wrong[:SHOWN]):
        return
    made = choice(
        fact,
        what_stem(fact, source),
        Option(shown(fact, fact), credited(fact, source)),
        [Option(shown(other, fact), credited(other, source)) for other in wrong],
        level="understand",
        source=source,
        order=store.chance("what", fact.subject),
    )
    yield replace(made, used=tuple(wrong[:SHOWN]))


def longest(fact: Fact, wrong: list[Fact]) -> bool:
    """Whether the right claim is so much longer than the others that it shows."""
    return word_count(fact.subject) > LONGER * max(word_count(other.subject) for other in wrong)


LONGER = 1.2


def what_stem(fact: Fact, source: Source) -> str:
    """A sentence to complete, or a question for the words quoted."""
    if fact.relation == "said":
        return f"Which of these statements {source.does} quote from {name_of(fact)}?"
    return f"According to {source.voice}, {name_of(fact)} ____"


def shown(other: Fact, fact: Fact) -> str:
    """A claim as an option: a quotation in its marks, a verb in the number of the name that is asked about."""
    if other.relation == "said":
        return f"“{other.subject.rstrip('.')}”"
    several = " and " in name_of(fact) or name_of(fact).endswith("et al.")
    return plural(other.subject) if several and fact.type == "person" else other.subject


def fits(other: Fact, fact: Fact, store: Store) -> bool:
    """Whether another's claim could be this one's for all its words show, and does not say the same."""
    mine, theirs = content(fact.subject), content(other.subject)
    sided = side_tells(other, store)
    return (
        (other.document, other.type, other.relation) == (fact.document, fact.type, fact.relation)
        and not any(norm(surname_of(name)) in norm(other.subject).split() for name in authors(name_of(fact)))
        and comparable(name_of(other), fact, store)
        and (not sided or comparable(name_of(fact), other, store))
        and len(mine & theirs) < 0.5 * min(len(mine), len(theirs))
        and not says_so(name_of(fact), other, store.source(fact))
    )


def matched(facts: list[Fact], store: Store, most: int) -> Iterator[Question]:
    """So many claims at most on the left, names on the right, two of whom say something else."""
    left = list({name_of(fact): fact for fact in facts}.values())
    while len(left) >= min(PREMISES):
        group = apart([left[0], *(fact for fact in left[1:] if comparable(name_of(fact), left[0], store))])
        lot = next(
            (
                group[:size]
                for size in PREMISES
                if min(most, len(group)) >= size and len(spare(group[:size], store)) >= SPARE
            ),
            [],
        )
        if lot:
            kind = "person" if lot[0].type == "person" else "body"
            stem = f"Match each claim with the {kind} to whom {store.source(lot[0]).says('credits')} it."
            premises = [replace(fact, subject=upper_first(_HER.sub("their", fact.subject))) for fact in lot]
            answers = {fact.subject: name_of(fact) for fact in premises}
            yield from matching(premises, stem, "apply", answers, spare(lot, store)[:SPARE], store)
        left = [fact for fact in left[1:] if fact not in lot]


def apart(facts: list[Fact]) -> list[Fact]:
    """The claims of which none is much like one before."""
    kept: list[Fact] = []
    for fact in facts:
        if not any(near(fact.subject, known.subject) for known in kept):
            kept.append(fact)
    return kept


def spare(lot: list[Fact], store: Store) -> list[str]:
    """Names of the same sort to whom none of these claims is credited."""
    names = [name_of(fact) for fact in lot]
    found = distinct(name for fact in lot for name, _ in rivals(fact, store))
    return [
        name
        for name in found
        if all(alike(name, known) and name != known for known in names)
        and not any(says_so(name, fact, store.source(fact)) for fact in lot)
    ]
