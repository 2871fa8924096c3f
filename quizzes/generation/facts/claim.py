"""Claims credited to someone: "N argues that …", "…, said N", "in N's view, …", and N's own words in quotation marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from simplemma import is_known

from quizzes.generation.language.clauses import balanced
from quizzes.generation.language.lexicon import ADJECTIVES, STATES
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.states import families
from quizzes.generation.language.words import bag, bare, norm, tokens, upper_first, word_count
from quizzes.generation.people import PERSON, is_person_name, surname_of
from quizzes.generation.sentences import Sentence
from quizzes.generation.source import Source
from quizzes.generation.types import Fact

from .statement import whole

_SAYING = (
    "argues?|argued|claims?|claimed|believes?|believed|asserts?|asserted|contends?|contended|maintains?|maintained|"
    "suggests?|suggested|notes?|noted|states?|stated|points? out|pointed out|warns?|warned|stress(?:es|ed)?|emphasi[sz]e[sd]?|"
    "concludes?|concluded|insists?|insisted|says?|said|considers?|considered|observes?|observed|predicts?|predicted|"
    "explains?|explained|writes?|wrote|announced|acknowledges?|acknowledged|admits?|admitted|adds?|added|recalls?|recalled|"
    "confirms?|confirmed|replied|responded|remarks?|remarked|underlines?|underlined|highlights?|highlighted|posits?|holds?|held|finds?|found|"
    "declares?|declared|reaffirmed|reiterated|proposes?|proposed|thinks?|thought|feels?|felt|fears?|feared|complains?|complained|"
    "cautions?|cautioned|concedes?|conceded|testified|estimates?|estimated|reports?|reported|affirms?|affirmed|speculates?|speculated|"
    "shows?|showed|demonstrates?|demonstrated|hypothesi[sz]e[sd]?|told (?:the )?[A-Z][\\w’'. -]{1,40}?"
)
_PLAIN = "says?|said|believes?|believed|thinks?|thought|insists?|insisted"
"""Verbs that often go without "that"."""
_YEAR = r"(?: \((?:19|20)\d\d[a-z]?(?:[,:] ?(?:pp?\. ?)?[\d–-]+)?\))?"
_SURNAME = r"[A-ZÀ-Ž][a-zà-ž’'-]*(?:[A-ZÀ-Ž][a-zà-ž’'-]*)?(?<=[a-zà-ž])(?![\w-])"
_WORK = rf"{_SURNAME}(?:, {_SURNAME}){{0,5}}(?:,? (?:and|&) {_SURNAME}| et al\.)? \((?:19|20)\d\d[a-z]?\)"
_WHO = rf"(?P<who>{_WORK}|{PERSON}(?: and {PERSON})?|\b{_SURNAME}(?: and {_SURNAME})?)"
_ASIDE = r"(?:,? (?:an?|the|who|whose|now|once|formerly|until|himself|herself|from|of|at|then|chief|head|former|director|professor|president|author|senior)\b[^,“”]{2,90},|, \d\d,| \([^()]*\)|, of [^,]{3,40},)?"
_HOW = r"(?:(?:has|have|had|also|further|thus|later|once|repeatedly|famously|rightly|who|\w+ly) )*"
_THAT = re.compile(rf"{_WHO}{_YEAR}{_ASIDE},? {_HOW}(?P<verb>{_SAYING}) that,? (?P<claim>[^“”]+)$")
_WITHOUT = re.compile(
    rf"{_WHO}{_ASIDE},? (?P<verb>{_PLAIN}) (?P<claim>(?!that\b|to\b|of\b|in\b|so\b|on\b|at\b)[^“”,]+(?:,[^“”]+)?)$"
)
_AFTER = re.compile(
    rf"^(?P<claim>[A-ZÀ-Ž][^“”]{{30,}}?), (?:according to (?:[\w’'-]+ ){{0,6}}?{_WHO}|(?P<verb>{_SAYING}) (?:[a-z’'-]+ ){{0,4}}?{_WHO.replace('who', 'name')}|"
    rf"{_WHO.replace('who', 'other')} (?P<said>{_SAYING}))(?:,[^,]*)?$"
)
_ACCORDING = re.compile(rf"^[Aa]ccording to (?:[\w’'-]+ ){{0,6}}?{_WHO}{_YEAR}(?:{_ASIDE[:-1]}|,) (?P<claim>[^“”]+)$")
_VIEW = re.compile(
    rf"^(?:In|For) {_WHO}{_YEAR}(?:['’]s? (?:view|opinion|eyes|account|reading|words|judgement|judgment|analysis|estimation))?, (?P<claim>[^“”]+)$"
)
_THESIS = re.compile(
    rf"{_WHO}{_YEAR}['’]s? (?:\w+ )?(?:view|argument|thesis|contention|claim|position|conclusion|hypothesis|theory|point|finding|answer|idea) (?:is|was) that (?P<claim>[^“”]+)$"
)
_GROUPS = (
    "elites?|leadership|leaders|government|governments|authorities|administration|officials?|opposition|critics?|supporters|opponents|proponents|advocates|"
    "s[ck]eptics|scholars|historians|economists|experts|analysts|observers|commentators|researchers|scientists|ministry|MFA|MoD|side|establishment|"
    "media|farmers|workers|unions|regulators|courts?|judges|lawyers|doctors|teachers|voters|activists|campaigners|environmentalists|"
    "conservationists|colonists|planters|merchants|reformers|delegates|members|politicians|diplomats|investors|executives|managers|auditors|directors|"
    "realists|liberals|conservatives|constructivists|socialists|nationalists|federalists|democrats|republicans|theorists|philosophers"
)
_NAME = r"[A-ZÀ-Ž][\w’'-]+"
_HOLDER = (
    rf"(?:(?:[Tt]he|[Ss]ome|[Mm]any|[Mm]ost|[Bb]oth) )?(?:(?:majority|most|many|some) of (?:the )?)?(?:(?:{_NAME}|[a-z-]+) ){{0,4}}?(?:{_GROUPS})(?: of (?:the )?[\w’' -]{{3,30}}?)?"
    rf"|(?:[Tt]he )?{_NAME}(?: (?:(?:of|for|on|and) (?:the )?)?{_NAME}){{0,6}}|[A-Z]{{2,7}}"
)
"""A body, a state or a group."""
_HELD = re.compile(
    rf"^(?:(?:In|At|By|After|During|Since|Before) [^,]{{3,50}}, )?(?P<who>{_HOLDER}) {_HOW}(?P<verb>{_SAYING}|hopes?|hoped|expects?|expected|assumes?|assumed|decided|agrees?|agreed) that,? (?P<claim>[^“”]+)$"
)
_SPOKE = re.compile(
    rf"(?P<who>{PERSON}|\b{_SURNAME}){_ASIDE},? (?:(?:also|further|later|\w+ly) )*(?P<verb>{_SAYING})(?: that)?(?: the following)?[,:]? [“\"](?P<quote>[^“”\"]+)[”\"]"
)
_SPOKEN = re.compile(
    rf"[“\"](?P<quote>[^“”\"]+)[,.]?[”\"],? (?P<verb>{_SAYING}) (?:[\w’']+ ){{0,4}}?(?P<who>{PERSON}|{_SURNAME})"
)
_SPEAKS = re.compile(rf"[“\"](?P<quote>[^“”\"]+)[,.]?[”\"],? (?P<who>{PERSON}|{_SURNAME}) (?P<verb>{_SAYING})\b")
_UNDER = re.compile(r"\b(?:under|of|by|from|to|with|for|than|against|in|like|and|on|about) (?:[a-z]+ |[A-Z][a-z]+ )?$")
"""After these a name is not the one who speaks."""
_DENIED = re.compile(r"\b(?:not|never|no longer|nobody|neither|nor|n['’]t|if|whether|as if)\b[^,]*$")
"""Before the verb of saying, these make a claim that was not made."""
_TITLES = bag(
    "president prime foreign minister defence defense interior finance secretary general ambassador chairman speaker "
    "spokesman spokesperson political analyst expert scholar former chancellor senator professor dr mr mrs ms affairs of"
)
FEWEST_WORDS, MOST_WORDS = 7, 36


class Claim(NamedTuple):
    """Who is credited with which words, in what form, and by which verb."""

    who: str
    said: str
    form: str
    """"said" for a quotation, "claimed" for what a person states, "held" for what a body, a state or a group does."""
    verb: str = ""


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """A claim fact for each statement or quotation that has a named source; those that cannot be asked for name a rival."""
    told = [(s, text, list(claims(text))) for s in source.sentences if (text := keyed(bare(s.clean)))]
    known = speakers([claim for _, _, found in told for claim in found], source)
    for sentence, text, found in told:
        for claim in found:
            named = claim._replace(who=plain_name(claim.who))
            form = "claimed" if named.form == "held" and named.who in known else named.form
            named = named._replace(form=form)
            if not (holder(named.who) if form == "held" else people(named.who, known, source)):
                refused["claim: nobody is named"] += 1
                continue
            reason = problem(named)
            if reason:
                refused[f"claim: {reason}"] += 1
            name = known.get(named.who, _SMALL.sub(lambda m: m.group().lower(), named.who))
            yield fact_of(
                named, sentence, source, {"name": name, "home": home(claim.who, text)}, askable=reason is None
            )
            break


_SMALL = re.compile(r"^(?:The|Some|Many|Most|Both)\b")


def speakers(found: list[Claim], source: Source) -> dict[str, str]:
    """Every form of a person's name in use → the full name: those that the document knows, and those who claim something in full."""
    full = {name for claim in found if claim.form != "held" and is_person(name := plain_name(claim.who))}
    owners: dict[str, set[str]] = {}
    for name in full:
        owners.setdefault(surname_of(name), set()).add(name)
    single = {
        surname: next(iter(names)) for surname, names in owners.items() if len(names) == 1 and surname not in STATES
    }
    return {**single, **{name: name for name in full}, **source.named.persons}


def keyed(text: str) -> str:
    """The text with citation keys read out: "@solheim_and_vargas_2011" as "Solheim and Vargas (2011)"."""
    return re.sub(
        r"@([a-z]+(?:_(?:and_[a-z]+|et_al))?)_(\d{4})",
        lambda m: (
            f"{' '.join(w if w in ('and', 'et', 'al') else w.capitalize() for w in m[1].split('_'))} ({m[2]})".replace(
                " al ", " al. "
            )
        ),
        text,
    )


def claims(text: str) -> Iterator[Claim]:
    """Each claim that the text credits to somebody."""
    for pattern in (_SPOKE, _SPOKEN, _SPEAKS):
        for match in pattern.finditer(text):
            yield Claim(match["who"], match["quote"].strip(" ,"), "said", match["verb"])
    for pattern in (_THAT, _ACCORDING, _THESIS, _WITHOUT, _VIEW, _HELD):
        for match in pattern.finditer(text):
            spoken = pattern in (_THAT, _WITHOUT)
            if spoken and _UNDER.search(text[: match.start("who")]) and not re.search(r", who\b", match.group()):
                continue
            if pattern is _HELD and match["verb"].startswith(("show", "demonstrat", "suggest")):
                continue  # what events and figures show is nobody's view
            if (pattern is not _WITHOUT or whole(match["claim"])) and not _DENIED.search(
                text[: match.end("who")].rpartition(",")[2] + text[match.end("who") : match.start("claim")]
            ):
                form = "held" if pattern is _HELD else "claimed"
                yield Claim(match["who"], without_end(match["claim"]), form, match.groupdict().get("verb") or "")
    if behind := _AFTER.match(text.rstrip(".")):
        who = behind["who"] or behind["name"] or behind["other"]
        yield Claim(who, without_end(behind["claim"]), "claimed", behind["verb"] or behind["said"] or "")


def plain_name(who: str) -> str:
    """The name without title, genitive and year."""
    return re.sub(r"(?:['’]s?)?(?: \((?:19|20)\d\d[a-z]?\))?$", "", without_title(who)).replace("&", "and")


def people(who: str, known: Mapping[str, str], source: Source) -> bool:
    """Whether each of the names is a person's: by its form, as one in use, or as a surname among the works that the text cites."""
    names = re.split(r",? and |, ", who.removesuffix(" et al."))
    return all(
        name not in STATES and name not in ADJECTIVES and (name in source.scholars or name in known or is_person(name))
        for name in names
    )


_POLITE = re.compile(
    r"\bof course\b|\binterests of all\b|\bmutual\w* (?:respect|beneficial|trust)|\bgood[- ]neighbou?rl|\bfruitful\b|\bhopes? (?:to|that)\b|\bfriendly relations\b"
)
"""What any diplomat may have said."""


def without_end(claim: str) -> str:
    """A claim without its full stop and without a trailing aside that comments on it."""
    claim = claim if "but also" in claim else re.sub(r" (?:also|thus|therefore) (?=[a-z])", " ", claim)
    return re.sub(
        r"(?:[;:] .*|, (?:adding|noting|which|thus|thereby|a (?:claim|view|position)|as \w+ (?:puts?|put)|but|while|whereas|although|though|even though|so|and (?:he|she|they|it)) .*| and that .*| [–—] .*)$",
        "",
        claim.strip(),
    ).rstrip(" .;,")


def problem(claim: Claim) -> str | None:
    """Why a claim is not fit to be asked about."""
    who, said, form, _ = claim
    if form == "said" and _POLITE.search(said):
        return "a polite phrase"
    if re.match(r"(?:who|whose|whom|which|where|then|now)\b", said, re.IGNORECASE):
        return "cut"
    if any(norm(surname_of(name)) in norm(said).split() for name in re.split(r",? and |, ", who)):
        return "the claim names its author"
    reason = pointing_outside(said) if _POINTS.match(said) else pointing_outside(f"says that {said}")
    if reason and (form != "said" or reason == "anaphora"):
        return reason
    if not balanced(said) or re.search(r"\.\.\.|…|[\[:;?]", said):
        return "cut"
    return None if FEWEST_WORDS <= word_count(said) <= MOST_WORDS else "too short or too long"


_POINTS = re.compile(
    r"(?:this|that|these|those|it|there|they|such|one|he|she|here|so|few|each|none|similar)\b", re.IGNORECASE
)


def home(who: str, text: str) -> str:
    """The state that the words around the name give the person: "the French minister N", "N, president of France"."""
    before, _, after = text.partition(who)
    title = " ".join(re.split(r"[,;:]", before)[-1].split()[-4:])
    near = families(f"{title} {who} {re.match(_ASIDE, after).group()}")  # type: ignore[union-attr]
    return near[0] if near else ""


def holder(who: str) -> bool:
    """Whether the words name a body, a state or a group of which one can tell the view."""
    return not _NOBODY.match(who) and not re.search(
        r"\b(?:we|our|this|these|that|it|there|his|her|their|its)\b", who, re.IGNORECASE
    )


_NOBODY = re.compile(
    r"(?:The |Some |Many |Most )?(?:[A-Z][a-z]+ )?(?:He|She|They|It|We|I|One|You|There|This|These|Those|Such|All|Some|Many|Most|Others?|Both|Figure|Table|Section|Chapter|History|Evidence|Research|Studies|Study|"
    r"Data|Results?|Experience|Theory|Thus|Therefore|If|When|While|As|Since|Although|What|Nobody|Everyone|Agreement|Treaty|Article|Act|Law|Statement|Report|War|Crisis)$|"
    r"(?:It|There|If|When|While|As|Since|Although|Because|Whereas|Once|Even|Now|But|And|Not)\b|(?:Some|Many|Most|Several|Other)(?: \w+)?$|[Tt]he (?:other )?(?:side|court|officials?|members|experts|analysts|researchers)$"
)
"""Subjects that are nobody in particular, or no holder of a view."""


def is_person(name: str) -> bool:
    """Whether the name can be a person's; what consists of common words only is a body's or a thing's."""
    return is_person_name(name) and not all(is_known(word.casefold(), lang="en") for word in tokens(name))


def without_title(who: str) -> str:
    """ "French President Emmanuel Macron" as "Emmanuel Macron"."""
    words = who.split()
    while len(words) > 2 and (words[0] in ADJECTIVES or words[0] in STATES or words[0].casefold() in _TITLES):
        words = words[1:]
    return " ".join(words)


def fact_of(claim: Claim, sentence: Sentence, source: Source, parts: dict[str, str], *, askable: bool) -> Fact:
    """The fact that somebody said so."""
    relation, kind = ("claimed", "holder") if claim.form == "held" else (claim.form, "person")
    return Fact(
        "claim", upper_first(claim.said), relation, claim.who, kind, sentence.evidence, sentence.section.id, source.index,
        modality="attributed", source=claim.who, askable=askable, parts={"verb": claim.verb, **parts},
    )  # fmt: skip
