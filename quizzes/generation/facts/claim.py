"""Claims credited to a person or a body: what they say or hold as a predicate ("argues that …", "criticised …"), and their own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from quizzes.generation.language.clauses import balanced
from quizzes.generation.language.leaning import leaning
from quizzes.generation.language.lexicon import ADJECTIVES, STATES
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.statements import has_verb
from quizzes.generation.language.states import families
from quizzes.generation.language.tenses import base_of_past
from quizzes.generation.language.words import bag, bare, content, norm, word_count
from quizzes.generation.names.acting import with_year
from quizzes.generation.names.people import DOCUMENTS, is_person, surname_of
from quizzes.generation.names.reports import MOST_WORDS, Report, base_of, finite, reports, scholars_of
from quizzes.generation.text.sentences import Sentence
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact

FEWEST_WORDS, FEWEST_STEMS = 6, 3
_MONTHS = bag("January February March April May June July August September October November December")
_TITLES = bag(
    "president prime foreign minister defence defense interior finance secretary general ambassador chairman speaker "
    "spokesman spokesperson political analyst expert scholar former chancellor senator professor prof dr mr mrs ms affairs of"
)


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """A fact for each named source in a sentence; those that cannot be asked about still show what somebody else says."""
    scholars = scholars_of(source.scholars)
    told = [(sentence, list(reports(keyed(bare(sentence.clean)), scholars))) for sentence in with_antecedents(source)]
    known = speakers([report for _, found in told for report in found if not report.body], source)
    for sentence, found in told:
        asked: set[str] = set()
        for report in found:
            fact = fact_of(report, sentence, known, source)
            reason = problem(report, fact, source) if fact else "nobody is named"
            if reason:
                refused[f"claim: {reason}"] += 1
            if fact and fact.parts["name"] not in asked and reason in (None, *LESSER, *TOLD):
                asked.add(fact.parts["name"])
                yield replace(fact, askable=reason in (None, *LESSER), lesser=reason in LESSER)


def with_antecedents(source: Source) -> Iterator[Sentence]:
    """The sentences; one that goes on with "he" or "she" about the only person of the sentence before with that person's name, and both as evidence."""
    forms = sorted(source.scholars | source.named.persons.keys(), key=len, reverse=True)
    named = re.compile(rf"(?<![\w’'-])(?:{'|'.join(map(re.escape, forms)) or '(?!)'})(?=['’]s\b|[^\w’'-]|$)")
    before: Sentence | None = None
    for sentence in source.sentences:
        text = bare(sentence.clean)
        if before and not before.told and _SHE_DOES.match(text) and before.block is sentence.block:
            surnames = {surname_of(name) for name in named.findall(before.clean)}
            if len(surnames) == 1 and not _SOMEBODY_ELSE.search(before.clean):
                words = sentence.block.text[before.start : sentence.end]
                told = f"{next(iter(surnames))}{_SHE.sub('', text, count=1)}"
                sentence = replace(sentence, text=words, start=before.start, told=told)
        before = sentence
        yield sentence


_SHE = re.compile(r"^(?:He|She)\b")
_SHE_DOES = re.compile(r"(?:He|She) (?:\w+ly |also |then |even |has |had )?[a-z]+")
_SOMEBODY_ELSE = re.compile(
    r"\b(?:he|she|him|his|her|[Tt]he (?:king|emperor|president|viceroy|khedive|minister|author|former|latter)|[A-ZÀ-Ž][a-zà-ž]+ [A-ZÀ-Ž][a-zà-ž]+)\b"
)
"""Whom "he" may mean as well."""


def fact_of(report: Report, sentence: Sentence, known: Mapping[str, str], source: Source) -> Fact | None:
    """The fact that somebody said so; None when no person or body is named."""
    name = plain_name(report.who)
    title = None if report.body else titled(report.who, known)
    person = title is not None or (not report.body and (is_work(report.who) or people(name, known, source)))
    if not person and not (report.body and is_body(name := re.sub(r"^[Tt]he ", "", report.who), source)):
        return None
    shown = title or surnamed(short(known.get(name, name)), source) if person else source.with_article(name)
    relation = "said" if report.form == "said" else "claimed"
    parts = {"name": shown, "verb": report.verb}
    told = dated(named(predicate(report, source), sentence), sentence.clean)
    told = told if report.form == "said" else with_year(told, f"{sentence.section.title} {sentence.block.text}") or told
    return Fact(
        "claim", told, relation, name, "person" if person else "body", sentence.evidence,
        sentence.section.id, source.index, modality="attributed", source=name, parts=parts,
    )  # fmt: skip


def predicate(report: Report, source: Source) -> str:
    """What is told of the name: a predicate, also where the text has a clause only; a quotation as it is."""
    if report.form == "said":
        return report.told
    told = _BY_THE_WAY.sub("", report.told)
    if report.form == "does":
        return _AGREES.sub(lambda verb: "held" if verb["past"] else "holds", first_predicate(told))
    holds = "held" if _PAST.search(told) else "holds"
    return f"{finite(report.verb) if report.verb else holds} that {source.inside(told)}"


_AGREES = re.compile(r"^(?:agrees|agree(?P<past>d))(?= that\b)")
"""With somebody of whom the sentence before has told."""
ONE_PREDICATE = 18


def first_predicate(told: str) -> str:
    """Of a long row of predicates the first, where it tells enough by itself: "blamed the owners and was hard on the crews"."""
    if word_count(told) <= ONE_PREDICATE or _HOLDS_THAT.match(told):
        return told
    for cut in _SECOND.finditer(told):
        first = told[: cut.start()].rstrip(",")
        whole = word_count(first) >= FEWEST_WORDS and len(content(first)) >= FEWEST_STEMS and balanced(first)
        if whole and goes_on(cut["verb"], told):
            return first
    return told


def goes_on(verb: str, told: str) -> bool:
    """Whether a word behind "and" is a second verb in the tense of the first."""
    if base_of_past(told.split()[0]):
        return verb in ("was", "were", "had") or base_of_past(verb) is not None
    return verb in ("is", "has") or (verb.endswith("s") and bool(base_of(verb)))


_SECOND = re.compile(r",? and (?P<verb>[a-z]+)\b(?= )")
_BY_THE_WAY = re.compile(
    r" (?:some |about |around )?\d+,\d{3} years ago\b| in (?:several|many|various|some|numerous) (?:studies|papers|works|articles|books)\b"
    r"|, at least (?:in|for|as|to|on) [^,;]*$|(?<=\bit) now\b|(?<=\bis) now\b|(?<=\bare) now\b"
)
"""What a question does without."""


def named(told: str, sentence: Sentence) -> str:
    """The predicate with the short form of the organisation that its paragraph has named alone: "the bloc" as "the CSTO"."""
    here = sentence.clean.partition(" ".join(told.split()[-2:]))[0]
    before = sentence.block.text[: sentence.evidence.start]
    meant: set[str] = next(filter(None, (set(_SHORT.findall(text)) for text in (here, before))), set())
    return _THE_BODY.sub(f"the {next(iter(meant))}", told) if len(meant) == 1 else told


_SHORT = re.compile(r"\b(?!USS?R?\b|UK\b|UAE\b)[A-Z]{2,6}\b")
_THE_BODY = re.compile(
    r"\bthe (?:\w+-led )?(?:organi[sz]ation|bloc|alliance)\b(?! (?:of|for|in|between|led|that|which|[A-Z])\b)"
)


def dated(told: str, sentence: str) -> str:
    """The predicate with the date that opens its sentence: "declared in 1979 that …"."""
    when, held = _WHEN.match(sentence), _HOLDS_THAT.match(told)
    if not (when and held) or _YEAR.search(told):
        return told
    return f"{held[1]} {when[1][0].lower()}{when[1][1:]} that {told[held.end() :]}"


_WHEN = re.compile(r"((?:In|On|By) (?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:1[5-9]|20)\d\d),? (?=[A-Z])")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_HOLDS_THAT = re.compile(r"((?:has )?[a-z]+) that ")


def short(name: str) -> str:
    """The first of three or more authors and "et al.", so that all groups have one form."""
    several = re.split(r",? and |, ", name)
    return name if len(several) < MANY_AUTHORS else f"{several[0]} et al."


MANY_AUTHORS = 3


def surnamed(name: str, source: Source) -> str:
    """A scholar whose works the text cites by surname and year, by surname as the others."""
    surname = surname_of(name)
    return surname if " and " not in name and surname in source.scholars else name


_PAST = re.compile(r"^(?:(?!\b(?:is|are|has|have|will|does|do)\b).)*\b(?:was|were|had|did|would)\b")
"""A clause told in the past."""


_TITLED = re.compile(
    r"(?:President|Ambassador|General|Secretary|Dr|Prof|Professor|King|Queen|Senator|Premier|Chancellor|Minister|Governor|Admiral|Colonel|"
    r"Judge|Justice|Sir|Lord|Sheikh?|Mr|Mrs|Ms)\.? (?P<surname>[A-ZÀ-Ž][\w’'-]+)"
)


def titled(name: str, known: Mapping[str, str]) -> str | None:
    """Who is meant by "President Johnson": the one known person with that name, else the title and the name."""
    if not (match := _TITLED.fullmatch(name)) or match["surname"] in STATES:
        return None
    owners = {full for full in known.values() if match["surname"] in full.split()}
    return next(iter(owners)) if len(owners) == 1 else None if owners else name


def speakers(found: list[Report], source: Source) -> dict[str, str]:
    """Every form of a person's name in use → the full name: those that the document knows, and those who say something in full."""
    full = {name for report in found if is_person(name := plain_name(report.who))}
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


def plain_name(who: str) -> str:
    """The name without title, genitive and year."""
    return re.sub(r"(?:['’]s?)?(?: \((?:19|20)\d\d[a-z]?\))?$", "", without_title(who)).replace("&", "and")


def without_title(who: str) -> str:
    """ "French President Emmanuel Macron" as "Emmanuel Macron"."""
    words = who.split()
    while len(words) > 2 and (words[0] in ADJECTIVES or words[0] in STATES or words[0].casefold() in _TITLES):
        words = words[1:]
    return " ".join(words)


def is_work(who: str) -> bool:
    """Whether a year stands behind the name, as behind those of authors."""
    return who.endswith(")") and who.split()[0].rstrip(",") not in _MONTHS


def people(who: str, known: Mapping[str, str], source: Source) -> bool:
    """Whether each of the names is a person's: by its form, as one in use, or as a surname among the works that the text cites."""
    names = re.split(r",? and |, ", who.removesuffix(" et al."))
    return all(
        name not in STATES
        and name not in ADJECTIVES
        and name not in _MONTHS
        and (name in source.scholars or name in known or is_person(name))
        for name in names
    )


def is_body(name: str, source: Source) -> bool:
    """Whether it is the name of an organisation or authority, of which the text speaks more than once."""
    plain = re.sub(r"^[Tt]he ", "", name)
    if not (" " in plain or plain.isupper()) or plain in STATES or families(plain) or DOCUMENTS & set(plain.split()):
        return False
    return source.bodies[plain] >= 2 or (source.named.kind(plain) == "body" and source.mentions(plain))


_POLITE = re.compile(
    r"\bof course\b|\binterests of all\b|\bmutual\w* (?:respect|beneficial|trust)|\bgood[- ]neighbou?rl|\bfruitful\b|\bhopes? (?:to|that)\b|\bfriendly relations\b|"
    r"\bde-escalation\b|\b(?:restoration|resumption) of dialogue\b|\breadiness (?:to|for)\b|\bcommitment to\b|\bimportance of (?:peace|dialogue|cooperation|stability)\b|"
    r"\b(?:peaceful|negotiated) (?:settlement|resolution|solution)\b|\buse of force should\b|\b(?:spare no effort|do everything|contribute to peace)\b"
)
"""What any diplomat may have said."""
_NOTICE = bag("announce reaffirm reiterate promise hope report reply")
"""Verbs of news, not of views."""
LESSER = ("it is news", "a polite phrase", "it is put briefly", "a remark")
"""Why a claim is asked about in the reserve only, though it is right and stands alone."""
TOLD = ("too long", "anaphora", "temporal deixis", "it leans on its page")
"""Why a claim is not asked about, though it is whole and shows what somebody else says."""
_REMARK = bag("confirm note add remark mention recall hint tell")
"""Verbs of those who say something by the way; what should be is more than that."""
_DEMAND = re.compile(r"\b(?:should|must|needs?|ought|cannot|never|only|more than|rather than)\b")
_HALF = re.compile(r"(?:although|though|while|whereas|if|when|despite|because|since|as|even if|even though) [^,]*$")
"""The first half of a sentence."""
_OPEN_END = re.compile(
    r"\b(?:in|on|at|of|to|for|by|with|and|the|a|an|from|as|where|when|which|that|who|or|because|both|between|its|their)$"
)
_UNCLEAR = re.compile(
    r"[\[\]?…:]|\.\.\.|\b(?:in question|designated|I|we|our|us|my|you|your|mentioned|the same(?! time)|the questions?|the answers?|following|elsewhere|here)\b|\b(?:said|told) (?:so|the same)\b|(?<!told )(?:of|on|for) all (?:sides|parties)\b"
)
_OF_IT = re.compile(
    r"\b(?:that|how|why|whether) (?:(?:most|much|part|half|some|all|many|none|two-thirds|a (?:third|quarter|part|half)|the (?:whole|bulk|rest)) of )?its\b"
)
"""Its volume, without of what."""
_ALSO = re.compile(r"^disagree|\b(?:instead(?! of)|too(?=$|[,;])|as well(?=$|[,;]))(?!\w)")
"""With whom, or besides what, the sentence before has told."""
_BRIEF = re.compile(r"\d (?:bcm|mcm|bn|mn|km3|m3|[GM]Wh?)\b(?! of)|\b(?:go|goes|gone|went) ahead\b(?! with)")
"""A unit without what is measured, a step without what it leads to."""


def plain(told: str) -> str:
    """A claim for the tests of what it leans on: without what it takes up within itself."""
    told = _ONE_AND_ANOTHER.sub("one", _HANDS.sub("", told))
    return _OF_ITS_OWN.sub(r"\g<before>an", told)


_ONE_AND_ANOTHER = re.compile(
    r"\bone\b(?= (?:for|of|in|to|with)\b.* and another\b)|(?<= and )another(?= (?:for|of|in|to|with))\b"
)
_OF_ITS_OWN = re.compile(r"(?P<before>\b(?:the|a|an) (?:[\w-]+ ){2,}?)its\b")
""" "Its" behind a noun of the claim itself."""
_HANDS = re.compile(r" on the one hand\b(?=.* on the other\b)| on the other(?: hand)?\b")
"""Words that set two things against each other within a claim."""
_OWN = re.compile(r"\b(?:he|she|him|himself|herself|they|themselves)\b")
_OWNED = re.compile(r"\b(?:his|her|their)\b")
_ITS_OWN, _ITS = re.compile(r"\b(?:it|they|itself|themselves)\b"), re.compile(r"\b(?:its|their)\b")
"""Words that stand for the one who speaks, as the question shows."""


def problem(report: Report, fact: Fact, source: Source) -> str | None:
    """Why a claim is not fit to be asked about."""
    quoted = report.form == "said"
    told = fact.subject if quoted else plain(fact.subject)
    if any(norm(surname_of(name)) in norm(told).split() for name in re.split(r",? and |, ", plain_name(fact.value))):
        return "the claim names its author"
    if not quoted and without_content(fact.subject):
        return "its content is elsewhere"
    if not quoted and with_year(fact.subject, "") is None:
        return "temporal deixis"
    if word_count(told) < FEWEST_WORDS or len(content(told)) < FEWEST_STEMS:
        return "too short"
    if word_count(told) > MOST_WORDS + 2:
        return "too long"
    if quoted:
        return quotation_problem(told) or ("it is news" if base_of(report.verb) in _NOTICE else None)
    clause = re.search(r"\bthat,? (.+)$", told)
    if clause and ((not report.whole and not has_verb(clause[1])) or _HALF.match(clause[1])):
        return "cut"
    if re.search(r"[.!]", re.sub(r"U\.S\.|\bal\.|\d\.\d", "", told)):
        return "several sentences"
    if _ALSO.search(told) or (fact.type == "person" and _OF_IT.search(told)):
        return "anaphora"
    if not balanced(told) or _OPEN_END.search(told) or _UNCLEAR.search(re.sub(r"[“\"][^”\"]*[”\"]", "", told)):
        return "cut"
    if leaning(re.sub(r"^.*?\b(?=that )", "", told)):
        return "it leans on its page"
    own, owned = (_ITS_OWN, _ITS) if fact.type == "body" else (_OWN, _OWNED)
    pointing = pointing_outside(f"says that {_CALLED.sub('the known', own.sub('somebody', owned.sub('an', told)))}")
    return pointing or small_worth(told)


def small_worth(told: str) -> str | None:
    """Why a claim that stands alone is not among those asked about first."""
    if base_of(told) in _NOTICE:
        return "it is news"
    if _POLITE.search(told):
        return "a polite phrase"
    if base_of(told) in _REMARK and not _DEMAND.search(told):
        return "a remark"
    return "it is put briefly" if _BRIEF.search(told) else None


_CALLED = re.compile(r"\bthe(?= (?:Commission|Council|Parliament|Court|Union|Senate|Congress|Treasury)\b)")
"""Bodies that are well known by that word alone where they have a capital."""


def without_content(told: str) -> bool:
    """Whether what is held, or what it is on, stands on the page only: "takes a different view", "the incentives worked"."""
    return _NO_CONTENT.match(told) is not None or _WITHOUT_WHAT.search(told) is not None


_NO_CONTENT = re.compile(
    r"(?:took|takes?|held|holds?|has|had|shares?|shared|adopts?|adopted) (?:a|an|the) (?:\w+ly )?(?:different|opposite|similar|contrary|same|other|milder|harsher|"
    r"broader|narrower|critical|another) (?:view|line|position|approach|stance|opinion|course)\b(?! (?:of|on|towards?|that|to)\b)|"
    r"(?:stands?|stood) (?:\w+ )?(?:apart|alone|between|aside)\b|(?:goes|went) (?:further|farther)\b|(?:is|was) (?:again|also|likewise)\b"
)
_WITHOUT_WHAT = re.compile(
    r"(?:\b(?:the|these|those)|[a-z]['’]s|s['’]) (?:[a-z-]+ )?(?:reluctance|incentives?|measures|statehood|hesitation|refusal|approach|thesis|change|step|steps|"
    r"proposals?|objections?|arguments?|findings?|distinction|explanation|methods?)(?=\b(?!['’-]))(?! (?:of|for|to|on|in|that|which|between|towards?|against|with|about|over|"
    r"from|who|whose|whether|behind|taken|made|put|adopted|proposed|described|[a-z]+ed (?:by|in|on|at|to|for))\b)"
    r"|(?<!['’]s )\b(?:contested|disputed) statehood\b(?! of\b)"
)
"""A noun that tells nothing without whose or of what."""
_POINTS = re.compile(
    r"(?:this|that|these|those|it|there|they|such|one|he|she|here|so|few|each|none|similar)\b", re.IGNORECASE
)


def quotation_problem(said: str) -> str | None:
    """Why somebody's own words are not fit to be asked about; they may say "we" and "now"."""
    if not balanced(said) or re.search(r"\.\.\.|…|[\[:;?]", said):
        return "cut"
    reason = pointing_outside(said) if _POINTS.match(said) else pointing_outside(f"says that {said}")
    if reason == "anaphora":
        return reason
    return "a polite phrase" if _POLITE.search(said) else None
