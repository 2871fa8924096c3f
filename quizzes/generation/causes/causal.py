"""Clauses that tell what brought something about, turned so that a question can ask for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizzes.generation.causes.nominal import MOST_WORDS, PREPOSITIONS, head_of, inside, is_cause, is_object, is_plural
from quizzes.generation.language.causes import (
    ADJECTIVES,
    CAUSES,
    NOUN_FORMS,
    NOUNS,
    PARTICIPLE,
    PAST,
    THIRD,
    past_of,
    sort_of,
    third,
)
from quizzes.generation.language.clauses import trimmed
from quizzes.generation.language.lexicon import ADJECTIVES as ADJECTIVES_OF
from quizzes.generation.language.lexicon import SPEECH_VERBS, STATES
from quizzes.generation.language.statements import has_subject, has_verb, simple
from quizzes.generation.language.states import families
from quizzes.generation.language.tenses import base_of_past
from quizzes.generation.language.verbs import BASES, FINITE
from quizzes.generation.language.words import bag, bare, upper_first

_SPEECH = "|".join(verb.replace("_", " ") for verb in sorted({*SPEECH_VERBS, *SPEECH_VERBS.values()}))
_NOT_OWN = re.compile(
    rf"\b(?:{_SPEECH}|believe[sd]?|believing|thinks?|thought|expect(?:s|ed)?|considers?|considered|hope[sd]?|fear(?:s|ed)|assume[sd]?|suppose[sd]?|"
    r"perceive[sd]?|regard(?:s|ed)|seems?|see|sees|saw|calculat\w+|view|idea|notion|fact|question|whether|if|unless|hypothes[ie]s|opinion|eyes|extent)\b",
    re.IGNORECASE,
)
"""Before a clause: words of other people, or a condition."""
_OWN_WORDS = re.compile(
    r"^(?:The|This) (?:paper|article|study|essay|report|chapter|book) (?:finds|argues|shows|concludes|demonstrates|suggests) that ",
)
"""The author's own words, said to be so."""
_ASIDES = re.compile(
    r"\s*\([^()]*\)|,? (?:however|meanwhile|therefore|thus|moreover|nonetheless|nevertheless|indeed|in turn|of course|for example|for instance|above all|in part|in particular|in large part|not least|at least in part|to some extent|to a large extent|in effect),(?= )"
)
_BETWEEN = re.compile(
    r"(?<=[\w’')]), (?!and |or |as |but )[^,;:]{3,90},(?= (?:\w+ly |also |further |thus |even |only )?(?:is|are|was|were|has|have|had|will|would|could|can|may|might|[a-z]{3,}(?:ed|s|d|t)|led|made|gave|brought|put)\b (?!,))"
)
"""An aside between commas, before a verb."""
_LEAD = re.compile(
    r"^(?:(?:In|On|By|Since|After|During|At|With|Despite|Following|Given|Until|Under|From|Through|Throughout|Besides|Beyond|Within|Before|Amid|Over|Prior|"
    r"Although|Though|While|Whereas|All else|Other things|Again|Furthermore)\b[^,]{0,90}, (?=[A-ZÀ-Ža-z])|(?:It is|It was) (?:\w+ )?(?:clear|evident|obvious|noteworthy|no coincidence|true) that |"
    r"There is (?:no|little) doubt that |This (?:means|meant) that |The fact is that )"
)
_CLAUSES = re.compile(r"; |, (?:and|but|while|whereas|so|yet|as|since|because) (?=(?:the |a |an )?[\w’'–-]+ )")
_ADVERB = re.compile(
    r"(?:(?!supply|ally|family|assembly|Italy|July|monopoly|early|anomaly|folly|rally)\w+ly|also|further|even|again|thus|therefore|soon|once|still|only|already|long|almost|perhaps)$"
)
_DROPPED = bag("also already further even again thus therefore once still")
_HAVE = bag("has have had")
_ONE_BE = {"is": "is", "are": "is", "was": "was", "were": "was"}
_MODALS = bag("will would could can may might must should")
_BOUND = re.compile(r"^(?:is|are|was|were) (?:likely|bound|set|certain|meant|designed|intended|expected|sure) to ")
_PASSIVE = re.compile(
    r" (?P<be>is|are|was|were|(?:has|have|had) been|(?:will|would|could|can|may|might) be) (?P<adv>(?:\w+ly |also |further )*)(?P<verb>[a-z]+(?:ed|[nt]|ade|ept))(?P<mid>(?: \w+){0,4}?) by (?P<cause>.*)"
)
_IS = "is|are|was|were|remains|remained|became|becomes|has become|has been|had been|have been|will be|would be|constitutes|constituted|represents|represented"
_WHAT = rf"(?:an?|the|one of the|[A-Z][\w’'-]*['’]s?) (?:[\w’'-]+ ){{0,3}}?(?P<noun>{'|'.join(sorted(NOUNS))})s?"
_COPULA = re.compile(
    rf" (?P<be>{_IS}) (?P<adv>(?:\w+ly |also )*)(?P<what>{_WHAT}|(?:\w+ly |more |most |very |so )?(?:{'|'.join(sorted(ADJECTIVES))})) (?P<rest>(?:for|to|of|in|behind|on|towards?|against) .*)"
)
_TURNED = re.compile(
    rf"^(?P<what>(?:An?|The|One of the) (?:[\w’'-]+ ){{0,3}}?(?:{'|'.join(sorted(NOUNS))})s? (?:for|to|of|in|behind|against) [^,;]{{8,120}}?) (?P<be>is|was|has been|remains|became) (?P<cause>.*)"
)
_WHAT_DID = re.compile(
    r"^What (?:\w+ly |really |then )?(?P<said>[a-z]+(?:ed|ought|ove|ade) [^,;]{8,120}?) (?:was|is) (?P<cause>(?:the |an? |[A-ZÀ-Ž])[^,;]+)$"
)
"""What forced Ostland to … was the closure."""
_ONE = {
    "lay": "lay",
    "lies": "lies",
    "lie": "lies",
    "stood": "stood",
    "stands": "stands",
    "stand": "stands",
    "was": "was",
    "is": "is",
}
_BEHIND = re.compile(rf"^Behind (?P<said>[^,;]{{5,90}}?) (?P<verb>{'|'.join(_ONE)}) (?P<cause>.*)")
"""Behind Ostland's change of course lay the closure."""
_CLEFT = re.compile(
    r"^It (?:is|was|has been) (?:\w+ly |above all |precisely )?(?P<cause>(?:the |an? )?[^,;]{5,80}?) (?:that|which) (?=[a-z]+)"
)
"""It was the closure that forced Ostland to …"""
_OF_RESULTS = bag("result outcome consequence product part end element")
"""What is the result of something did not bring it about."""
_RESULT = re.compile(
    r"^(?P<said>[^,;]{8,120}?) (?P<be>is|are|was|were) (?:\w+ly )?(?:the|an?) (?:\w+ )?(?P<noun>result|consequence|outcome|product) of (?P<cause>.*)"
)
_STEMS = re.compile(
    r"^(?P<said>[^,;]{8,120}?) (?P<verb>stem(?:s|med)?|aris(?:es|e)|arose|derive[sd]?|result(?:s|ed)?|originate[sd]?) (?:\w+ly )?from (?P<cause>.*)"
)
_DUE = (
    r"(?:because (?:(?:in part|largely|partly|mainly|primarily|above all) )?of|(?:due|owing|thanks) (?:(?:in part|in large part|largely|partly|mainly|primarily|above all) )?to|"
    r"as a (?:direct )?result of|as a consequence of|on account of|in (?:response|reaction) to)"
)
_SINCE = re.compile(rf",? (?:(?:mainly|largely|partly|chiefly|mostly|primarily|in part) )?{_DUE} ")
_DUE_FIRST = re.compile(rf"^(?i:{_DUE}) (?P<cause>[^,]+), (?P<said>.*)")
_DUE_LAST = re.compile(
    rf"^(?P<said>.+?),? (?P<hedge>(?:mainly|largely|partly|chiefly|mostly|primarily|in part|not least|in large part) )?{_DUE} (?P<cause>.*)"
)
_NO_EFFECT = bag(
    """begin start occur emerge remain last consist need want seem appear happen exist refer concern lie stay continue tend fail rest become take
    include involve depend hinge rely grow rise fall drop decline deal know think believe say tell ask see call contain comprise"""
)
"""What these say of an event or a condition is no effect of it."""
_LITERAL = bag("leave reach meet cover connect link turn cross strike open draw mark")
"""What a canal or a line does to a place, and no effect."""
_ARTICLES = bag(
    "the a an its their his her some many several all any no both more most further new two three this these those such much"
)
_ON = bag(
    "into onto upon about as of against over towards toward off out up down away back through among within without beyond since until despite"
)
_WITH = bag(
    "lead result contribute amount appeal serve act culminate depend hinge rely point conflict coincide interfere clash translate"
)
"""Verbs whose object stands behind a preposition."""


CALLED = NOUNS | {"be"}
"""What an effect has for its verb where its cause is only called something."""


def is_finite(word: str) -> bool:
    """Whether a word behind "it" is the verb of an effect, and not "is" or a noun."""
    return word in _MODALS or word in ("has", "had") or ((word in PAST or word in THIRD) and word not in _BASES)


_FINITE = PAST.keys() | _MODALS | _HAVE
_BASES = frozenset(THIRD.values())
_VERBS = {*PAST, *THIRD, *_BASES, *_MODALS, "has", "have", "had", "is", "are", "was", "were"}


@dataclass(frozen=True)
class Effect:
    """A cause and what it brought about, as a question puts it."""

    cause: str
    said: str
    """ "forced Ostland to look for a new route", behind "What"; a clause or a noun phrase in the other forms."""
    form: str = "what"
    """Which question it makes: "what", "reason", "result" or "origin"."""
    verb: str = ""
    """The base of the verb, or the copula's noun."""


def clauses(clean: str) -> Iterator[str]:
    """The clauses of a sentence that can stand alone and are the author's own, each without what leads up to it."""
    text = _OWN_WORDS.sub("", _ASIDES.sub("", simple(bare(clean))).rstrip(" ."))
    start = 0
    for cut in [*_CLAUSES.finditer(text), None]:
        if _NOT_OWN.search(text[:start]):
            return
        part = _BETWEEN.sub("", text[start : cut.start() if cut else None].strip())
        lead = _LEAD.match(part)
        yield part
        if lead and not _NOT_OWN.search(lead.group()):
            yield part[lead.end() :]
        start = cut.end() if cut else 0


def effects(text: str) -> Iterator[Effect]:
    """Each way in which the words tell of a cause."""
    text = _CLEFT.sub(r"\g<cause> ", text)
    yield from turned(text)
    if found := _PASSIVE.search(text):
        yield from passive(text[: found.start()], found)
    if found := _COPULA.search(text):
        yield from copula(text[: found.start()], found)
    yield from active(_SINCE.split(text, maxsplit=1)[0].split(" "))
    yield from reasons(text)


def subject(words: list[str]) -> str:
    """The event or condition that a clause speaks of, whatever it says of it."""
    for place in range(2, min(len(words) - 1, MOST_WORDS + 3)):
        if (words[place] in _VERBS or words[place] in FINITE) and words[place] != "states":
            start = place
            while start > 1 and _ADVERB.match(words[start - 1]):
                start -= 1
            told = " ".join(words[:start])
            if is_cause(told):
                return told
    return ""


def active(words: list[str]) -> Iterator[Effect]:
    """ "The closure forced Ostland to …": the first verb whose subject can be a cause."""
    for place in range(2, min(len(words) - 2, MOST_WORDS + 3)):
        if not is_verb(words[place]) or words[place - 1] in ("to", "and", "or"):
            continue
        start = place
        while start > 1 and _ADVERB.match(words[start - 1]):
            start -= 1
        cause = " ".join(words[:start])
        found = predicate(words[place:], plural=is_plural(cause)) if is_cause(cause) else None
        if found is None:
            continue
        if sort_of(head_of(cause)) == "thing" and found.base not in _BASES:
            return  # a thing does much that brings nothing about
        if sort_of(head_of(cause)) == "thing" and found.base in _LITERAL:
            return
        rest = trimmed(" ".join(words[place + found.taken :])) or ""
        if has_effect(found.base, rest):
            lead = [word for word in words[start:place] if word not in _DROPPED]
            said = _POSSIBLE.sub(lambda made: _ALLOW[made["verb"]], " ".join([*lead, *found.words, rest]))
            yield Effect(cause, said, verb=found.base)
            return


_ALLOW = {"make": "allow", "makes": "allows", "made": "allowed"}
_POSSIBLE = re.compile(r"\b(?P<verb>makes?|made) it possible for(?= .+ to )")
"""An "it" that stands for what follows is done without."""
_GO_ON = bag("help serve continue threaten begin come")
"""Verbs that leave it to a second one to say what is brought about: "continues to hamper"."""
_IMPACT = re.compile(
    r"(?:an?|no|little|more|far-reaching) (?:[\w-]+ ){0,3}?(?:impact|influence|effects?|bearing|consequences|repercussions)\b"
)


def is_verb(word: str) -> bool:
    """Whether a word can be a finite verb."""
    return word in _VERBS or word in FINITE or word.endswith("ed")


def has_effect(base: str, rest: str) -> bool:
    """Whether a verb brings about what stands behind it, and is not a participle ("sent to", "led by")."""
    first = rest.split(" ", 1)[0]
    if not rest or first == "by":
        return False
    if first == "to" and base in _GO_ON:
        return rest.partition(" ")[2].partition(" ")[0] in CAUSES
    if base in _NO_EFFECT:
        return False
    return base in _WITH or first not in PREPOSITIONS | _ON


@dataclass(frozen=True)
class Verb:
    """A verb behind "What", and how many words of the text it stands for."""

    words: list[str]
    base: str
    taken: int


def predicate(words: list[str], *, plural: bool) -> Verb | None:
    """The verb at the head of the words, in the form that "What" asks for."""
    first = words[0]
    if first in _HAVE and _IMPACT.match(" ".join(words[1:6])):
        return Verb(["had" if first == "had" else "has"], "have", 1)
    if first in _MODALS or first in _HAVE:
        return with_auxiliary(words)
    if first in _ONE_BE:
        start = 2 if words[1] in _DROPPED else 1
        bound = _BOUND.match(" ".join([first, *words[start : start + 2], ""]))
        after = words[start + 2] if len(words) > start + 2 else ""
        return Verb([_ONE_BE[first], words[start], "to"], after, start + 2) if bound and is_base(after) else None
    return plain_verb(words, plural=plural)


def with_auxiliary(words: list[str]) -> Verb | None:
    """ "has also forced", "could force", "may have forced"."""
    first, taken = words[0], 1
    while taken < len(words) - 1 and _ADVERB.match(words[taken]):
        taken += 1
    adverbs = [word for word in words[1:taken] if word not in _DROPPED]
    verb, after = words[taken], words[taken + 1] if taken + 1 < len(words) else ""
    if first in _HAVE:
        base = PARTICIPLE.get(verb) or base_of_past(verb)
        said = [past_of(base)] if first == "had" and base else ["has", verb]
        return Verb([*said[:-1], *adverbs, said[-1]], base, taken + 1) if base else None
    if verb == "have" and after in PARTICIPLE:
        return Verb([first, *adverbs, verb, after], PARTICIPLE[after], taken + 2)
    return Verb([first, *adverbs, verb], verb, taken + 1) if is_base(verb) else None


def plain_verb(words: list[str], *, plural: bool) -> Verb | None:
    """ "forced", "forces", and "force" behind a plural, as "forces"."""
    first, after = words[0], words[1]
    past = PAST.get(first) or base_of_past(first)
    if first in _BASES and past == first:
        return Verb([first], first, 1)  # "cost", "cut", "set": the past looks like the base
    if past and first not in _BASES:
        verb = past in CAUSES or after in _ARTICLES or after[:1].isupper() or after in _ON - PREPOSITIONS
        return Verb([first], past, 1) if verb else None
    noun = first in NOUN_FORMS and after in PREPOSITIONS
    if noun or (first in THIRD and after in _FINITE):
        return None  # "price increases led to …"
    if first in THIRD and not plural:
        return Verb([first], THIRD[first], 1)
    if first in FINITE and FINITE[first].form == "present" and not plural and first not in ("states", "needs", "works"):
        return Verb([first], FINITE[first].base, 1)
    return Verb([third(first)], first, 1) if plural and first in _BASES else None


def is_base(word: str) -> bool:
    """Whether a word can follow "will" and is neither an auxiliary nor "not"."""
    return word in _BASES or (word in BASES and word not in ("be", "have", "do"))


def passive(said: str, found: re.Match[str]) -> Iterator[Effect]:
    """ "Ostland's choice was shaped by the closure"."""
    base = PARTICIPLE.get(found["verb"], "")
    cause = trimmed(found["cause"]) or ""
    if base not in CAUSES or not is_cause(cause) or not is_object(said):
        return
    be, past = found["be"], next(form for form, known in PAST.items() if known == base)
    if be in ("was", "were"):
        verb = past
    elif be in ("is", "are"):
        verb = third(base)
    elif be.endswith("been"):
        verb = f"{'had' if be.startswith('had') else 'has'} {found['verb']}"
    else:
        verb = f"{be.split()[0]} {base}"
    adverb = re.sub(r"\b(?:also|further) ", "", found["adv"])
    yield Effect(cause, f"{adverb}{verb} {inside(said)}{found['mid']}", verb=base)


def copula(first: str, found: re.Match[str]) -> Iterator[Effect]:
    """ "The closure was a turning point for Ostland"."""
    rest = trimmed(found["rest"])
    be = {"are": "is", "were": "was", "have been": "has been"}.get(found["be"], found["be"])
    if rest and is_cause(first) and found["noun"] not in _OF_RESULTS:
        yield Effect(first, f"{be} {found['what']} {rest}", verb=found["noun"] or "be")


def turned(text: str) -> Iterator[Effect]:
    """ "A turning point for Ostland was the closure", "Ostland's mistrust was the result of the closure", "… stems from the closure"."""
    if (found := _TURNED.match(text)) and (cause := phrase(found["cause"])):
        yield Effect(cause, f"{found['be']} {inside(found['what'])}", verb="be")
    if (found := _WHAT_DID.match(text)) and (cause := phrase(found["cause"])):
        yield Effect(cause, found["said"])
    if (found := _BEHIND.match(text)) and (cause := phrase(found["cause"])) and is_object(found["said"]):
        yield Effect(cause, f"{_ONE[found['verb']]} behind {inside(found['said'])}")
    if (found := _RESULT.match(text)) and (cause := phrase(found["cause"])) and is_object(found["said"]):
        yield Effect(cause, f"{found['be']} {inside(found['said'])} the {found['noun']}", "result", "result")
    if (found := _STEMS.match(text)) and (cause := phrase(found["cause"])) and is_object(found["said"]):
        verb = found["verb"]
        do = "did" if verb in PAST or verb in ("stemmed", "arose") else "do" if is_plural(found["said"]) else "does"
        base = {
            "stem": "stem",
            "aros": "arise",
            "aris": "arise",
            "deri": "derive",
            "resu": "result",
            "orig": "originate",
        }.get(verb[:4], "stem")
        yield Effect(cause, f"{do} {inside(found['said'])} {base}", "origin", "result")


def reasons(text: str) -> Iterator[Effect]:
    """ "Because of the closure, Ostland looked for a new route"."""
    first = _DUE_FIRST.match(text)
    found = first or _DUE_LAST.match(text)
    if found is None or not (cause := phrase(found["cause"])):
        return
    said = trimmed(found["said"]) or "" if first else found["said"]
    whole = "," not in said and has_subject(upper_first(said)) and has_verb(upper_first(said))
    if whole and not any(word in _MODALS for word in said.split(" ")):
        yield Effect(cause, inside(said), "reason", "reason")


def phrase(text: str) -> str:
    """The noun phrase that opens the words, if it can be a cause."""
    cause = trimmed(text) or ""
    return cause if is_cause(cause) else ""


def owned(effect: Effect) -> Effect:
    """The effect with the one state of its cause for "it" and "its", or with the one whose adjective stands before."""
    names = {name for name in re.findall(r"\b[A-ZÀ-Ž][\w-]+", effect.cause) if name in STATES}
    pronoun = re.search(r"\bits?\b", effect.said)
    if pronoun is None or effect.form != "what":
        return effect
    before = re.findall(r"\b[A-ZÀ-Ž][\w-]+", effect.said[: pronoun.start()])
    if not families(effect.cause) and len(before) == 1 and before[0] in ADJECTIVES_OF:
        names = {ADJECTIVES_OF[before[0]]}
    elif len(names) != 1 or before:
        return effect
    owner = f"{names.pop()}{'’s' if '’' in effect.cause + effect.said else chr(39) + 's'}"
    told = owner if pronoun.group() == "its" else owner[:-2]
    return replace(effect, said=effect.said[: pronoun.start()] + told + effect.said[pronoun.end() :])
