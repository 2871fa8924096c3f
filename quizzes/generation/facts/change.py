"""Figures that changed: "the fleet of Norway grew from 120 ships in 1902 to 180 in 1905"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from quizzes.generation.amounts.figures import FIGURE, PERIOD, numbers
from quizzes.generation.amounts.notable import damaged, illustrates
from quizzes.generation.amounts.quantities import TIME, Inside, head, opened, subject_alone
from quizzes.generation.conflicts import amount, unit
from quizzes.generation.language.clauses import hedged, lower_article
from quizzes.generation.language.dates import MONTHS
from quizzes.generation.language.standalone import pointing_outside
from quizzes.generation.language.statements import simple, verb_place
from quizzes.generation.language.words import bare, content, tokens, upper_first, word_count
from quizzes.generation.text.sentences import Sentence
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact

_UP = "grew|grown|rose|risen|increased|doubled|tripled|trebled|quadrupled|climbed|expanded|jumped|soared|swelled|went up|gone up|up"
_DOWN = "fell|fallen|declined|halved|dropped|shrank|shrunk|decreased|sank|sunk|went down|gone down|came down|down"
_WENT_FROM = r"went(?= from)"
"""What tells no direction but both figures."""
_PUT = "raised|increased|expanded|extended|cut|reduced|lowered|halved"
"""What somebody does to a figure."""
_MOVED = rf"(?:was |were |has been |have been |had been |has |have |had )?(?:more than |almost |nearly |roughly )?(?:\w+ly )?(?P<way>{_UP}|{_DOWN}|{_PUT}|{_WENT_FROM})(?: \w+ly)?"


def amount_named(name: str) -> str:
    """The pattern of a figure, under that name."""
    return rf"(?:about |around |some |roughly |nearly |almost |just |only |an estimated |an? (?:all-time |record )?(?:high|low|peak|record|average|total) of )?(?P<{name}>{FIGURE.pattern})"


def noun_named(name: str) -> str:
    """The pattern of what a figure counts or is a part of, under that name, which may be missing."""
    return (
        rf"(?: (?P<{name}>of (?:[A-Z]{{2,}}|[a-z]+(?: [a-z]+)?)(?= (?:in|at|by|to|as)\b|[,;]|$)"
        rf"|(?:an? |per )?(?!in |at |by |to |of )[a-z]+[²³]?(?: of [a-z]+)?(?: (?:an?|per) [a-z]+)?))?"
    )


def time_named(name: str) -> str:
    """The pattern of a time, under that name, which may be missing."""
    return rf"(?: (?P<{name}>{TIME}))?"


_FROM = rf"from {amount_named('low')}{noun_named('one')}{time_named('since')}"
_TO = rf"to {amount_named('high')}{noun_named('other')}{time_named('until')}"
_BY = rf"(?: by [^,;:]{{3,60}}?)?(?P<span> between [^,;:]*{PERIOD}[^,;:]*)?,?"
"""By how much and when something moved, before the figures are given."""
_STEPS = re.compile(rf"^(?P<what>[^,;:]+?) {_MOVED}{_BY} {_FROM},? {_TO}(?P<rest>.*)$")
_TURNED = re.compile(rf"^(?P<what>[^,;:]+?) {_MOVED} {_TO},? {_FROM}(?P<rest>.*)$")
_LATER = re.compile(
    rf"^(?P<what>[^,;:]+?) (?:was|were|stood at|reached|totalled|amounted to) {amount_named('high')}{noun_named('other')}{time_named('until')},? (?:up from|down from|compared (?:with|to)|as against|against) {amount_named('low')}{noun_named('one')}{time_named('since')}(?P<rest>.*)$"
)
_TWICE = re.compile(
    rf"^(?P<what>[^,;:]+?) (?:was|were|stood at|averaged|totalled|amounted to) {amount_named('low')}{noun_named('one')} (?P<since>{TIME})(?:,? and|, but|,) {amount_named('high')}{noun_named('other')} (?P<until>{TIME})(?P<rest>.*)$"
)
_HAD_BEEN = re.compile(
    rf"^(?P<what>[^,;:]+?), which (?:had been|was|were|had stood at|stood at) {amount_named('low')}{noun_named('one')}{time_named('since')}, {_MOVED} {_TO}(?P<rest>.*)$"
)
_THAT_SHARE = re.compile(
    rf"^{amount_named('low')} of (?P<whole>[^,;:]+?) (?:was|were) (?P<rest>\w+(?:ed|en|ught|lt|nt) [^,;:]*?){time_named('since')}, (?:and |but )?(?:that|this|the) (?:proportion|share|figure|number|percentage) {_MOVED} {_TO}"
)
_AFTER = re.compile(
    rf"^After (?:rising|falling|growing|climbing|declining|dropping|peaking|standing|reaching) (?:to |at |by )?{amount_named('low')}{noun_named('one')}{time_named('since')}, (?P<what>[^,;:]+?) {_MOVED} {_TO}(?P<rest>.*)$"
)
_WENT = re.compile(
    rf"^(?P<who>[^,;:]+?)(?:, [^,;:]{{5,60}},)? went from (?P<noun>(?:an? |its )?[a-z]+(?: [a-z]+)?) of {amount_named('low')}{time_named('since')} to {amount_named('high')}{time_named('until')}(?P<rest>.*)$"
)
_CUT = re.compile(
    rf"^(?P<actor>(?:The |the )?(?:[\w’'-]+ ){{0,4}}?[\w’'-]+) (?:{_PUT}) (?P<own>its|their|the) (?P<thing>[a-z][^,;:\d]{{2,60}}?) {_FROM},? {_TO}(?P<rest>.*)$"
)
"""What somebody changed: "Norway cut its army from 60,000 to 25,000 soldiers"."""
_FORMS = (_AFTER, _WENT, _CUT, _STEPS, _TURNED, _LATER, _TWICE, _THAT_SHARE)
_THAN_BEFORE = re.compile(
    rf"^(?P<clause>.+?),? (?:up|down) from {amount_named('low')}(?: (?!in\b)[a-z]+)?(?P<since> (?:in|during) [^,;:]*{PERIOD})(?P<rest>.*)$"
)
"""What somebody got, gave or had, and how it had been before."""
_WAS_PUT = re.compile(r"^ (?P<noun>[a-z]+ )?(?:was|were) (?P<put>[a-z]+(?:ed|en|ught|lt|nt|id)\b.*)$")
_YEARS = re.compile(rf"between (?P<since>{PERIOD}) and (?P<until>{PERIOD})$")
_SPAN = re.compile(r"^(?P<span>Between [^,;:]{4,60} and [^,;:]{4,60}), (?=.)")
MOST_WORDS, FEWEST_STEMS, LEAST = 20, 2, 1.1
KNOWN = 3
"""Without a name what changed shares so many words with the topics of the text."""


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """A change for each sentence that gives a figure before and after."""
    for sentence in source.sentences:
        found = told(sentence, source)
        reason = problem(found, source) if found else None
        if reason:
            refused[f"change: {reason}"] += 1
        elif found:
            yield found


def of(sentence: Sentence, source: Source) -> Fact | None:
    """The change that the sentence tells, where it can be asked for."""
    found = told(sentence, source)
    return found if found and problem(found, source) is None else None


def told(sentence: Sentence, source: Source) -> Fact | None:
    """The change that the sentence tells."""
    if not re.search(r"\d", sentence.clean) or damaged(sentence):
        return None
    plain_text = re.sub(r"\s*\([^()]*\)", "", bare(sentence.clean)).rstrip(" .")
    if match := _HAD_BEEN.match(plain_text):
        return fact_of(match, "", "", sentence, source)
    text, when, where, _ = opened(simple(plain_text))
    if before := _THAN_BEFORE.match(text):
        if parts := than_before(before, when, source.inside):
            return built(parts, where, "", sentence, source)
    elif not when and (lead := _SPAN.match(text)) and re.search(r"\d{4}", lead["span"]):
        text, when = upper_first(text[lead.end() :]), f" {lead['span'][:1].lower()}{lead['span'][1:]}"
    match = next((found for pattern in _FORMS if (found := pattern.match(text))), None)
    return fact_of(match, where, when, sentence, source) if match else None


def than_before(match: re.Match[str], when: str, inside: Inside) -> dict[str, str | None] | None:
    """The parts of a change that is told as an afterthought: "Norway received £38 million in 1915, down from £260 million in 1914"."""
    clause = match["clause"]
    found = numbers(clause)
    if len(found) != 1 or unit(found[0].text) != unit(match["low"]):
        return None
    left, right = clause[: found[0].begin].strip(), clause[found[0].end :]
    own = re.search(rf" {TIME}", right)
    until, right = (own.group(), right.replace(own.group(), "", 1)) if own else (when, right)
    what = sum_of(left, right, unit(found[0].text), inside)
    parts: dict[str, str | None] = {
        "what": what,
        "low": match["low"],
        "high": found[0].text,
        "since": match["since"],
        "until": until,
    }
    return parts if what and until else None


def sum_of(left: str, right: str, counted_in: str, inside: Inside) -> str:
    """What a clause gives a figure of, as a noun phrase: "the sum that Norway received", "the share of sailors who were Danes"."""
    put, words = _WAS_PUT.match(right), right.split()
    if not left:
        if counted_in == "%":
            place = verb_place(right.strip()) if words[:1] == ["of"] else None
            return f"the share {' '.join(words[:place])} that {' '.join(words[place:])}" if place else ""
        thing = "the sum" if counted_in else f"the number of {put['noun']}".strip() if put and put["noun"] else ""
        return f"{thing} {put['put']}" if put and thing else ""
    first = head(left)
    if first is None or first.aux or first.mid or first.copula or not counted_in or counted_in == "%":
        return ""
    return f"the sum that {inside(first.subject)} {first.verb}{right}"


def fact_of(match: re.Match[str], where: str, when: str, sentence: Sentence, source: Source) -> Fact:
    """The fact that something changed from one figure to another."""
    parts = match.groupdict()
    if "who" in parts:
        parts["what"] = f"the {re.sub(r'^(?:an?|its) ', '', parts['noun'])} of {lower_article(parts['who'])}"
    if "own" in parts:
        parts["what"] = f"the {parts['thing']}{'' if parts['own'] == 'the' else ' of ' + lower_article(parts['actor'])}"
    parts["what"] = parts.get("what") or f"the share of {parts['whole']} {parts['rest']}"
    parts["low"] += missing(parts["low"], parts["high"], match.string[match.end("low") :])
    return built(parts, where, when, sentence, source)


def built(parts: Mapping[str, str | None], where: str, when: str, sentence: Sentence, source: Source) -> Fact:
    """The fact from its parts: what changed, the figures before and after, and when they held."""
    what, low, high = source.inside(parts["what"] or ""), parts["low"] or "", parts["high"] or ""
    told_span = next((time for time in (parts.get("span"), parts["until"]) if _YEARS.search(time or "")), None)
    years = _YEARS.search(told_span or when)
    since, until = (
        years.groups()
        if years
        else (
            plain(parts["since"] or (when if parts["until"] else "")),
            plain(parts["until"] or (when if parts["since"] else "")),
        )
    )
    span = f" between {since} and {until}" if since and until else parts.get("span") or when
    return Fact(
        "change", f"{what}{where and ' ' + where}{span}", "changed to", high, "number", sentence.evidence, sentence.section.id, source.index,
        modality="attributed", lesser=illustrates(sentence) or not named(f"{what} {where}", source), parts={"low": low, "what": what, "where": where, "since": since, "until": until, "span": span, "noun": (parts.get("other") or parts.get("one") or "").strip()},
    )  # fmt: skip


def missing(low: str, high: str, after: str) -> str:
    """What the first of two figures shares with the other: "million" for "from 1.2 to 2.3 million"."""
    shared = re.search(r" ?(?:%|[a-z][a-z ]*)$", high)
    alone = re.fullmatch(r"[$€£]?\d{1,3}(?:\.\d+)?", low) and re.match(
        r" (?:to|in|at|by) " if unit(high) == "%" else " to ", after
    )
    return shared.group() if shared and alone else ""


def plain(time: str | None) -> str:
    """ "in the 1988/89 academic year" as "1988/89"."""
    found = re.search(rf"(?:(?:{'|'.join(MONTHS)}) )?{PERIOD}s?", time or "")
    return found.group() if found else ""


def problem(fact: Fact, source: Source) -> str | None:
    """Why a change is not fit to be asked for."""
    what, low, high = fact.parts["what"], fact.parts["low"], fact.value
    (before, _), (after, _) = amount(low), amount(high)
    if unit(low) != unit(high) or not before or not after or max(before, after) < LEAST * min(before, after):
        return "not one kind of figure"
    if not fact.parts["span"]:
        return "no time"
    if hedged(what) or (not subject_alone(what) and not what.startswith(("the share of ", "the sum "))):
        return "not certain"
    if reason := pointing_outside(what):
        return reason
    if word_count(fact.subject) > MOST_WORDS + 5 or len(content(what)) < FEWEST_STEMS:
        return "too short or too long"
    known = named(fact.subject, source) or len(content(what) & source.topics) >= KNOWN
    return None if known else "no name"


def named(text: str, source: Source) -> bool:
    """Whether the words name anything."""
    return any(map(source.is_name, tokens(text)))
