"""Who is reported to say or hold what: "N argues that …", "N criticised …", "according to N, …", "…", said N, and N's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quizzes.generation.language.lexicon import OFFICES, STATES
from quizzes.generation.language.statements import has_verb
from quizzes.generation.language.tenses import base_of_past
from quizzes.generation.language.verbs import BASES, FINITE, PARTICIPLE_OF, PASTS
from quizzes.generation.language.words import bag, upper_first, word_count
from quizzes.generation.names.people import LINK, PERSON

_SAYING = bag(
    """argue claim believe assert contend maintain suggest note state warn stress emphasise emphasize conclude insist say
    observe predict explain write acknowledge admit add recall remark underline highlight posit hold find declare propose
    think fear complain caution concede testify show demonstrate hypothesise speculate reply respond announce confirm tell
    reaffirm reiterate hope expect estimate report affirm reason suppose judge imply hint reveal feel consider forecast ask wonder agree"""
)
"""Verbs of those who hold that something is so."""
_STAND = bag(
    """criticise criticize condemn dismiss reject deny doubt question dispute challenge defend praise welcome oppose hail
    advocate recommend urge advise counsel demand propose warn blame accuse describe depict portray characterise characterize
    call label liken compare attribute ascribe link identify distinguish explain predict foresee foretell forecast stress
    emphasise emphasize underline highlight acknowledge concede admit caution interpret define threaten promise reaffirm
    reiterate confirm announce support endorse lament deplore regret favour favor insist object point stipulate consider"""
)
"""Verbs of those who take a stand on something."""
_SEEN_AS = bag("see view regard present frame cast treat understand perceive interpret read")
"""Verbs that need "as" to tell a view."""
_WITHOUT_THAT = bag("say believe think insist argue")
"""Verbs that often go without "that"."""
_STRONG = {"put": "put", "read": "read", "forecast": "forecast", "cast": "cast", "foretell": "foretold"}


def forms(base: str) -> list[str]:
    """The finite forms of a verb: plural, singular and past."""
    third = f"{base}es" if base.endswith(("ss", "sh", "ch", "x")) else re.sub(r"([^aeiou])y$", r"\1ie", base) + "s"
    regular = re.sub(r"([^aeiou])y$", r"\1ie", base).removesuffix("e") + "ed"
    past = _STRONG.get(base) or PASTS.get(base, regular.replace("ieed", "ied").replace("iied", "ied"))
    return [base, third, past]


_BASES = {form: base for base in _SAYING | _STAND | _SEEN_AS for form in (*forms(base), PARTICIPLE_OF.get(base, base))}
"""Each form of these verbs and the verb."""
_VERB = "|".join(sorted(_BASES, key=len, reverse=True))
_VERB_OF_SAYING = "|".join(sorted((form for form in _BASES if _BASES[form] in _SAYING), key=len, reverse=True))

_YEAR = r"(?: \((?:19|20)\d\d[a-z]?(?:[,:] ?(?:pp?\. ?)?[\d–-]+)?\))?"
_SURNAME = rf"(?<!\w){LINK}" + r"{0,2}[A-ZÀ-Ž][a-zà-ž’'-]*(?:[A-ZÀ-Ž][a-zà-ž’'-]*)?(?<=[a-zà-ž])(?![\w-])"
_WORK = rf"{_SURNAME}(?:, {_SURNAME}){{0,5}}(?:,? (?:and|&) {_SURNAME}| et al\.)? \((?:19|20)\d\d[a-z]?\)"
_WHO = rf"(?P<who>{_WORK}|{PERSON}(?: and {PERSON})?|\b{_SURNAME}(?: and {_SURNAME})?)"
_TRADES = (
    rf"(?i:{OFFICES}|minister|envoy|negotiator|commissioner|rapporteur|economist|historian|scholar|analyst|professor|researcher|"
    r"fellow|expert|lawyer|journalist|writer|author|activist|diplomat|official|scientist|sociologist|philosopher|banker|member)"
)
ASIDE = (
    rf"(?:,? (?:an?|the|who|whose|now|once|formerly|until|himself|herself|from|of|at|then|chief|head|former|senior|one)\b[^,“”]{{2,90}},|"
    rf", [^,“”]{{0,60}}\b{_TRADES}\b[^,“”]{{0,60}},|, \d\d,| \([^()]*\)|, of [^,]{{3,40}},|, (?:too|by contrast|meanwhile|however|in turn|for example|for instance|"
    rf"likewise|therefore|among others|on the other hand|for (?:his|her|their) part|in (?:his|her|their|an?) [^,“”]{{3,50}}|(?:writing|speaking) [^,“”]{{3,50}}),)?"
)
"""What may stand between a name and its verb."""
_ADVERBS = (
    r"(?P<adverbs>(?:(?:who|has|have|had|also|further|thus|later|once|then|first|still|already|again|even|long|often|"
    r"always|since|now|soon|recently|himself|herself|themselves|therefore|\w+ly) )*)"
)
_DOES = rf"(?P<verb>{_VERB})(?= \S)"
_COLLEAGUES = r"(?: at [A-Z]\w+)?(?: of (?:the )?(?:[A-Z]\w+ )*(?:University|Institute|Cent(?:re|er)|College|School|Bank|Academy|Council|Foundation|Group)\b[^,“”]{0,40}?)?(?: and (?:(?:his|her|their) )?(?:co-authors|colleagues|co-workers|team|others))?"
_OF_HOUSE = r"(?: of [A-Z]\w+(?: [A-Z]\w+)?)?"
_WENT_FURTHER = r"(?: (?:went|goes) (?:even |one step )?further and)?"
_PREDICATE = re.compile(rf"{_WHO}{_YEAR}(?:{_COLLEAGUES}|{_OF_HOUSE}){ASIDE},?{_WENT_FURTHER} {_ADVERBS}{_DOES}")
_WHO_DOES = re.compile(rf"{_YEAR}(?:, (?:an?|the|once|then|former|head) [^,“”]{{2,90}})?, who ")
_CONTINUED = re.compile(
    rf"^(?:[^,;:“”]{{3,60}}, )?(?:[\w’'-]+ ){{0,5}}?(?P<who>{_WORK}|{PERSON})\b(?P<between>.*?)[,;:] (?:and |but |though |although |yet )?(?:he|she) (?P<rest>.+)$"
)
"""A sentence that goes on with "he" or "she"."""
_NAME = r"[A-ZÀ-Ž][\w’'-]+"
_PART_OF_NAME = r"[A-ZÀ-Ž][a-zà-ž’.-]+"
_BODY = rf"(?P<who>(?:[Tt]he )?{_NAME}(?: (?:(?:of|for|on|and) (?:the )?)?{_NAME}){{0,6}}|(?:[Tt]he )?[A-Z]{{2,7}})"
_BODY_DOES = re.compile(rf"^(?:[^,]{{3,40}}, )?{_BODY}(?: \([A-Z]{{2,8}}\))? {_ADVERBS}{_DOES}")

_SAYS = rf"(?:told (?:the )?[A-Z][\w’'. -]{{1,40}}?|{_VERB_OF_SAYING})"
_ACCORDING = re.compile(rf"^[Aa]ccording to (?:[\w’'-]+ ){{0,6}}?{_WHO}{_YEAR}(?:{ASIDE[:-1]}|,) (?P<told>[^“”]+)$")
_VIEW = re.compile(
    rf"^(?:In|For) {_WHO}{_YEAR}(?:['’]s? (?:view|opinion|eyes|account|reading|words|judgement|judgment|analysis|estimation))?(?:{ASIDE[:-1]}|,) (?P<told>[^“”]+)$"
)
_TO_ONE = re.compile(rf"^(?:To|For) {_WHO}{_YEAR} (?P<told>(?:the|an?) [^“”]+)$")
_THESIS = re.compile(
    rf"{_WHO}{_YEAR}['’]s? (?:\w+ )?(?:view|argument|thesis|contention|claim|position|conclusion|hypothesis|theory|point|finding|answer|idea) (?:is|was) that (?P<told>[^“”]+)$"
)
_AFTER = re.compile(
    rf"^(?P<told>[A-ZÀ-Ž][^“”]{{30,}}?), (?:according to (?:[\w’'-]+ ){{0,6}}?{_WHO}|(?P<verb>{_VERB_OF_SAYING}) (?:[a-z’'-]+ ){{0,4}}?{_WHO.replace('who', 'name')}|"
    rf"(?:as )?{_WHO.replace('who', 'other')}{_YEAR} (?:has |have |had )?(?P<said>{_VERB_OF_SAYING})(?: in detail| elsewhere)?)(?:,[^,]*)?$"
)
_AS_SAID = re.compile(
    rf"^As {_WHO}{_YEAR}{ASIDE},? {_ADVERBS}(?P<verb>{_VERB_OF_SAYING})(?: out)?(?: in [^,]{{3,40}})?, (?P<told>[^“”]+)$"
)
_INSIDE = re.compile(
    rf"^(?P<told>[^,“”]+), {_WHO}{_YEAR}{ASIDE},? {_ADVERBS}(?P<verb>{_VERB_OF_SAYING})(?: out)?, (?P<more>[^“”]+)$"
)
_STUDY = r"(?:study|report|paper|survey|analysis|article|book|research|essay|review|working paper|investigation)"
_WORK_SAYS = re.compile(
    rf"\b(?:{_STUDY} (?:by|from|of)|(?:team|group|researchers) (?:led|headed) by) (?:the )?{_WHO}{_YEAR}{_COLLEAGUES}{ASIDE},? {_ADVERBS}{_DOES}"
    rf"|{_WHO.replace('who', 'owner')}['’]s?{_YEAR} (?:\w+ )?{_STUDY}(?: (?:of|on) [^,]{{3,50}}?)? {_ADVERBS.replace('adverbs', 'advs')}{_DOES.replace('verb', 'does')}"
)
_QUOTE = r"[“\"](?P<quote>[^“”\"]+)[,.]?[”\"]"
_SPOKE = re.compile(
    rf"(?P<who>{PERSON}|\b{_SURNAME}){ASIDE},? {_ADVERBS}(?P<verb>{_SAYS})(?: [^“”\",.;]{{1,60}}?)??(?: that)?(?: the following)?[,:]? {_QUOTE}"
)
_SPOKEN = re.compile(rf"{_QUOTE},? (?P<verb>{_SAYS}) (?:[\w’']+,? ){{0,6}}?(?P<who>{PERSON}|{_SURNAME})")
_SPEAKS = re.compile(rf"{_QUOTE},? (?P<who>{PERSON}|{_SURNAME}){ASIDE} (?P<verb>{_SAYS})\b")
_PUTS_IT = re.compile(
    rf"(?:[Aa]s|[Ii]n the words of) (?:[\w’'-]+ ){{0,6}}?(?P<who>{PERSON}|{_SURNAME})(?: (?:once |has |had |later )?(?P<verb>puts?|phrase[sd]|put|said|says|wrote|writes)(?: it)?)?, {_QUOTE}"
)

_SUBORDINATE = re.compile(
    r"\b(?:when|if|although|though|while|whereas|because|since|as|that|which|who|whom|whose|whether|unless|until|what|how|why|"
    r"under|of|by|to|with|than|against|like|about|not|nor|neither|never)\b(?! (?:[A-Z]|the (?!same)))",
    re.IGNORECASE,
)
"""Before the name, in its part of the sentence, these make it no subject of the main clause."""
_DEPENDENT = re.compile(
    r"\b(?:under|of|by|from|to|with|for|than|against|like|and|about|on|in) (?:[a-z]+ |[A-Z][a-z]+ )?$|\b(?:he|she|they|we) and (?:[\w’'-]+ ){0,4}$|\band (?:his|her|their) (?:[\w’'-]+ ){1,4}$|\b(?:When|While|If|Although|Since|As|Because) (?:[\w’'-]+ ){0,4}$"
)
"""Right before the name these do."""
_DENIED = re.compile(r"\b(?:not|never|no longer|nobody|neither|nor|n['’]t|if|whether|as if)\b[^,]*$")

_RELATIVE = re.compile(r"(?:who|whose|whom|which|where|and|or|but)\b")

_END = re.compile(
    r"; .*| ?—.*| – .*|(?<!that), (?:adding|noting|stressing|which|who|whose|where|thus|thereby|but|while|whereas|although|though|even though|so|yet|nor|because|since(?! (?:the )?\d)|as (?!well)|"
    r"an? [a-z]+ (?:that|which|for|to)\b|and (?:that|he|she|they|it|the|then|thus|later|also|in|on|by)\b|and [a-z]+(?:ed|s)\b|and (?:[A-ZÀ-Ž][\w’'-]+ ){1,4}(?:[a-z]+ed|said|is|was|has|had|would|will)\b).*$| and that .*$|: .*"
)
"""Where the author goes on to something else."""
_LATER_END = re.compile(
    r"(?:(?<!that), (?:because|since|with|in|by|if|even|and|given|provided|including|considering|\w+ing)\b|(?<!,) (?:because|since(?! \d)|so that|in order to|after|before|while|when) (?!of\b)|"
    r"(?: and)? (?:with the aim of|under the pretext of|as a means of|in exchange for|in light of|following|as an additional|on the basis of|for fear of|rather than|instead of)\b|"
    r" and (?:would|will|could|has|have|had|is|was|were|are)\b).*$"
)
"""Where a report that is too long can end as well."""
MOST_WORDS, OPENS_UP = 28, 12


class Report(NamedTuple):
    """Who is credited with what, and in which form."""

    who: str
    told: str
    form: str
    """"said" for a quotation, "does" for a predicate in the singular, "holds" for a clause without a verb of its author."""
    verb: str = ""
    body: bool = False
    whole: bool = False
    """Whether it ends as its sentence does."""


def reports(text: str, scholars: re.Pattern[str] | None = None) -> Iterator[Report]:
    """Each report of the sentence, quotations first; whatever the scholars do in their works is a report of theirs."""
    text = _TOLD_US.sub("said that", _QUOTED_AS.sub("said", text))
    if held := _AGAINST.match(text):
        yield from predicates(upper_first(held["one"]))
        yield from predicates(upper_first(held["other"]))
    yield from quotations(text)
    yield from predicates(text)
    if scholars:
        yield from readings(text, scholars)
    yield from of_works(text)
    if (more := _CONTINUED.match(text)) and not re.search(PERSON, more["between"]):
        yield from predicates(f"{more['who']} {more['rest']}")
    yield from clauses(text)


_AGAINST = re.compile(
    rf"(?:But |Yet |And )?(?i:where|while|whereas|although|though) (?P<one>{_SURNAME}[^;:“”]+?), (?P<other>(?:{_PART_OF_NAME} )*{_SURNAME}{_YEAR} {_DOES}.*)$"
)
"""Two who are held against each other: "where Solheim sees a bargain, Vargas argues that …"."""
_TOLD_US = re.compile(r"\btold (?:us|me) that\b")
_QUOTED_AS = re.compile(r"\b(?:is|was|has been|had been) quoted as saying\b")


def quotations(text: str) -> Iterator[Report]:
    """Words in quotation marks with their speaker."""
    for pattern in (_SPOKE, _SPOKEN, _SPEAKS, _PUTS_IT):
        for match in pattern.finditer(text):
            if whole_words(match["quote"], text[: match.start("quote")]):
                yield Report(match["who"], match["quote"].strip(" ,;"), "said", match["verb"] or "")


def whole_words(quote: str, before: str) -> bool:
    """Whether a quotation is a sentence, not a phrase that the author works in: "said that cod was “the last thing that …”"."""
    return quote[:1].isupper() or (has_verb(quote) and _BEFORE_A_SENTENCE.search(before) is not None)


_BEFORE_A_SENTENCE = re.compile(rf"(?:^|[:,]|\bthat|\b(?:{_VERB})|\b(?:told|puts?|phrased?) [^,“]{{2,40}}) ?[“\"]$")


def predicates(text: str) -> Iterator[Report]:
    """Names that are subjects of a verb of speech or stand, each with its predicate."""
    for pattern in (_PREDICATE, _BODY_DOES):
        for match in pattern.finditer(text):
            who, before = of_state(match["who"], re.split(r"[,;:] |^", text[: match.start("who")])[-1])
            before = re.sub(
                r"^(?:whereas|while|although|though) ", "", before
            )  # what it stands against is said as well
            rest = text[match.end() + 1 :]
            if re.search(r"['’]s?$", who):
                continue  # a claim of somebody's is a noun
            depends = _SUBORDINATE.search(before) or _DEPENDENT.search(before)
            aside = depends and _WHO_DOES.match(text, match.end("who")) and not before.startswith("According")
            if aside:
                rest = rest.split(", ")[0]
            if takes(_BASES[match["verb"]], rest) and (not depends or aside):
                told = trimmed(f"{conjugated(match['adverbs'], match['verb'])} {rest}")
                yield Report(who, told, "does", match["verb"], pattern is _BODY_DOES, ends(told, text))
            if not depends and (second := second_predicate(match["verb"], rest)):
                yield Report(who, second, "does", second.split()[0], pattern is _BODY_DOES, ends(second, text))


def second_predicate(verb: str, rest: str) -> str:
    """What somebody goes on to say or hold in the tense of the first verb: "takes the sum as given and calls the levy a loss"; empty without it."""
    for match in _AND_DOES.finditer(rest):
        after = rest[match.end() + 1 :]
        same = (match["verb"] in forms(_BASES[match["verb"]])[1:2]) == (verb.endswith("s") and not verb.endswith("ss"))
        if same and not re.search(r"[“”\"]", rest[: match.start()]) and takes(_BASES[match["verb"]], after):
            return trimmed(f"{match['verb']} {after}")
    return ""


_AND_DOES = re.compile(rf",? (?:and|but) (?:\w+ly )?{_DOES}")


def scholars_of(surnames: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern for one of these scholars as the subject of a verb; None where there are none."""
    named = "|".join(sorted(map(re.escape, surnames), key=len, reverse=True))
    if not named:
        return None
    return re.compile(
        rf"(?P<who>(?:[A-ZÀ-Ž][a-zà-ž’-]+ )?(?<![\w’'-])(?:{named})(?: and (?:{named}))?)(?: \(\d{{4}}\w?(?:, \d{{4}}\w?)*\))?(?:, (?!and\b|or\b)[^;:“”]{{3,140}}?,)? "
        r"(?:(?:also|had|has|then|thus|later|indeed|first|\w+ly),? )*(?P<verb>(?:(?:does|did) not )?[a-z]+)(?:, indeed,)?(?= \S)"
    )


_NO_READING = bag(
    """write publish edit produce discuss examine explore study review go come be have appear seem become begin start return lead offer give
    present use cite mention ask work live die teach join follow draw say may do continue decline favour"""
)
"""Verbs that tell of a scholar's life and work, and not of what it shows."""
FEWEST_OF_A_READING = 8
_UNNAMED = re.compile(r"\bthe [£$€]\d|\b(?:the whole(?! [a-z]{4})|something|things?|this|these|such(?! as\b))\b")
"""What a reading is of, where its words do not say so."""


def readings(text: str, scholars: re.Pattern[str]) -> Iterator[Report]:
    """What scholars do in their works, by verbs of any kind: "Solheim (1988) traced the levy to …"."""
    for match in scholars.finditer(text):
        verb, before = match["verb"], re.split(r"[,;:] |^", text[: match.start()])[-1]
        base = base_of_reading(verb)
        second = second_predicate(verb, text[match.end() + 1 :]) if base else ""
        before = re.sub(
            r"^(?:[Ww]hereas|[Ww]hile|[Aa]lthough|[Tt]hough|[Bb]ut(?: where)?|[Ww]here|[Aa]nd|[Yy]et|[Tt]hen) ",
            "",
            before,
        )
        free = not (_SUBORDINATE.search(before) or _DEPENDENT.search(before))
        if base and base not in _NO_READING and free:
            told = trimmed(f"{verb} {text[match.end() + 1 :]}")
            if word_count(told) >= FEWEST_OF_A_READING and not _UNNAMED.search(told):
                yield Report(match["who"], told, "does", verb, whole=ends(told, text))
        if free and second:
            yield Report(match["who"], second, "does", second.split()[0], whole=ends(second, text))


def base_of_reading(verb: str) -> str | None:
    """The verb in its plain form, of a finite form in the singular; None for other words."""
    plain = verb.rpartition(" ")[2]
    if plain != verb:
        return plain if plain in BASES else None
    return FINITE[verb].base if verb in FINITE else base_of_past(verb)


def of_state(who: str, before: str) -> tuple[str, str]:
    """The name and what stands before it: in "minister of Norway N N" and "Norway's N N" the state is no part of the name."""
    who = re.sub(r"^.*['’]s (?=[A-Z]\S+ [A-Z])", "", who)
    who = re.sub(r"^(?:Only|Even|Perhaps|Later|Earlier|Elsewhere|Here|Today) ", "", who)
    first, _, rest = who.partition(" ")
    return (rest, before.removesuffix("of ")) if first in STATES and " " in rest else (who, before)


def of_works(text: str) -> Iterator[Report]:
    """Predicates of a study, credited to its author."""
    for match in _WORK_SAYS.finditer(text):
        who, verb = match["who"] or match["owner"], match["verb"] or match["does"]
        rest = text[match.end() + 1 :]
        if takes(_BASES[verb], rest):
            told = trimmed(f"{conjugated(match['adverbs'] or match['advs'] or '', verb)} {rest}")
            for body in (False, True):
                yield Report(who, told, "does", verb, body, ends(told, text))


def clauses(text: str) -> Iterator[Report]:
    """Clauses that the text ascribes to somebody without a verb of which the name is the subject."""
    for pattern in (_ACCORDING, _THESIS, _VIEW, _TO_ONE):
        for match in pattern.finditer(text):
            before = text[: match.end("who")].rpartition(",")[2] + text[match.end("who") : match.start("told")]
            if not _RELATIVE.match(match["told"]) and not _DENIED.search(before):
                told = trimmed(f"that {match['told']}").removeprefix("that ")
                if ends(told, text) or has_verb(told):
                    yield Report(match["who"], told, "holds", "", whole=ends(told, text))
    if said := _AS_SAID.match(text):
        told = trimmed(f"that {said['told']}").removeprefix("that ")
        yield Report(said["who"], told, "holds", said["verb"], whole=ends(told, text))
    if inside := _INSIDE.match(text):
        told = trimmed(f"that {inside['told']} {inside['more']}").removeprefix("that ")
        yield Report(inside["who"], told, "holds", inside["verb"], whole=ends(told, text))
    if behind := _AFTER.match(text.rstrip(".")):
        who = behind["who"] or behind["name"] or behind["other"]
        yield Report(who, trimmed(behind["told"]), "holds", behind["verb"] or behind["said"] or "", whole=True)


def takes(base: str, rest: str) -> bool:
    """Whether verb and object make a stand of somebody: "sees … as …", "argues that …", "criticised the …"."""
    if base in _SAYING | _STAND and re.match(r"(?:[^,“”\"]{1,60}? )?(?:that|how|why|whether)\b", rest):
        return True
    if base in _SEEN_AS:
        return re.search(r"\bas\b", rest) is not None
    if base == "point":
        return rest.startswith("to ")
    if base in ("insist", "object") and rest.startswith(("on ", "to ")):
        return True
    if base == "argue" and rest.startswith(("for ", "against ", "in favour of ", "in favor of ")):
        return True
    if base in _WITHOUT_THAT and re.match(r"(?:the|a|an|[A-Z]\w+)\b", rest) and has_verb(rest):
        return True
    return base in _STAND and not re.match(r"(?:that|by|in|at|as|from|with|to|himself|herself|it\b)\b", rest)


def conjugated(adverbs: str, verb: str) -> str:
    """The verb in the singular, without adverbs; "had argued" as "argued"."""
    said = adverbs.split()
    if "had" in said:
        return forms(_BASES[verb])[2]
    return f"has {verb}" if {"has", "have"} & set(said) else singular(verb)


def singular(verb: str) -> str:
    """ "depict" as "depicts"; past forms and singular ones stay."""
    return forms(verb)[1] if verb in forms(_BASES.get(verb, ""))[:1] and verb not in _STRONG else verb


def finite(verb: str) -> str:
    """The verb of a report in the singular; a participle ("as N has shown") as a past form."""
    base = _BASES.get(verb, verb)
    return singular(verb) if verb in forms(base) else forms(base)[2]


def base_of(told: str) -> str:
    """The verb that a predicate begins with: "argue" of "has argued that …"."""
    return _BASES.get(told.removeprefix("has ").partition(" ")[0], "")


def plural(told: str) -> str:
    """A predicate as it stands behind several names."""
    verb, _, rest = told.partition(" ")
    if verb == "has":
        return f"have {rest}"
    base = _BASES.get(verb, verb)
    return f"{base} {rest}" if verb == forms(base)[1] else told


def trimmed(told: str) -> str:
    """The report without what the author goes on to say, and up to a place where it is whole when it is long."""
    told = re.sub(
        r" \([^()]*\)|, (?:however|therefore|moreover|for example|for instance|in turn),(?= )|,? in this (?:regard|respect|context)\b,?",
        "",
        told,
    )
    told = _ONE_NAME.sub(lambda marked: marked["name"], told)
    told = re.sub(r" (?:also|thus|therefore) (?=[a-z])", " ", told) if "but also" not in told else told
    told = closed(told[: end_of(told)])
    while word_count(told) > MOST_WORDS and (cut := list(_LATER_END.finditer(told))):
        told = closed(told[: cut[-1].start()])
    return re.sub(r"[.,]([”\"])$", r"\1", told)


_ONE_NAME = re.compile(r"(?<![\w])[‘'“\"](?P<name>[A-ZÀ-Ž][\w-]+)[’'”\"](?!\w)")
"""A name in quotation marks, by which an author keeps it at arm's length: nobody's own word."""


def end_of(told: str) -> int | None:
    """Where the author goes on to something else; None when the words stay with the report to their end."""
    end = _END.search(told)
    while end and (opens_up(told, end) or in_quotes(told, end) or _LISTED.match(end.group())):
        end = _END.search(told, end.start() + 1)
    return end.start() if end else None


_LISTED = re.compile(rf", and (?!(?:{'|'.join(form for form in FINITE if form.endswith('s'))})\b)[a-z]+s\b")
"""The last of several things: ", and merchants"."""


def opens_up(told: str, end: re.Match[str]) -> bool:
    """Whether a short claim says what it means behind a colon only: "that the question is another one: …"."""
    return end.group()[0] == ":" and "that " in told[: end.start()] and word_count(told[: end.start()]) < OPENS_UP


def in_quotes(told: str, end: re.Match[str]) -> bool:
    """Whether a quotation is open where the author seems to go on."""
    before = told[: end.start()]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def closed(told: str) -> str:
    """The words without what ends a sentence; the point of an abbreviation stays."""
    plain = re.sub(r"\.\?$", "", told).rstrip(" .,;")
    return f"{plain}." if plain.endswith(("U.S", " al")) else plain


def ends(told: str, text: str) -> bool:
    """Whether the report goes on to the end of its sentence."""
    return text.rstrip(' .,;”"').endswith(told[-20:].rstrip('”"'))
