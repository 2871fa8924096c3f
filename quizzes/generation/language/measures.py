"""What a table measures, in words that a question can use: "Exports, US$ bn" as "exports", "Unemployment rate (%)" as "the unemployment rate"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from simplemma import lemmatize

from .words import bag

_UNIT = (
    r"(?:in )?(?:current |constant )?(?:(?:US|U\.S\.|A|C)? ?[$€£](?:USD)?|USD|EUR|GBP|%|per ?cent|percentages?|millions?|billions?|thousands?|mn?|bn|000s?|tonnes?|tons?|"
    r"k?m[²³23]|km|mm|cm|met(?:re|er)s|litres|hectares?|ha|miles|acres|pounds|MW|GW|kW|GWh|TWh|MWh|kWh|bcm|mcm|mtpa|Mt|barrels|b/d|bpd|persons|people|years|days|US dollars|dollars|euros)"
)
UNIT = re.compile(
    rf"{_UNIT}(?: (?:of )?{_UNIT}| per \w+(?: \w+)?| of (?:the )?(?:GDP|total|population))*", re.IGNORECASE
)
"""What numbers are counted in."""
_COUNT = bag("thousand thousands million millions billion billions 000s 000 persons people")
"""Units of what is counted, not measured."""
_LENGTHS = bag("miles km")
_SHARE = bag("% percent percentage percentages")
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_GENERIC = bag(
    "share percentage proportion score total amount amounts value values number numbers figure figures sum level volume rate quantity all count"
)
"""Heads that only say that there is a number; the caption tells of what."""
_PREPOSITION = re.compile(
    r" (?:of|from|to|in|for|by|per|on|at|with|between|among|as|under|over|into|than|within|across) "
)
_PLURALS = bag(
    "sales people earnings goods savings proceeds children women men persons personnel staff aircraft police cattle livestock"
)
"""Plurals that do not look it."""
_PARTICIPLE = re.compile(
    r"^(?:[a-z]{2,}(?:ing|[^e]ed)|won|lost|held|spoken|built|sold|sent|taken|given|made|seen|born)$"
)
_AMOUNTS = bag(
    """exports imports remittances revenues sales prices costs wages reserves emissions flows expenditures expenses investments earnings profits
    losses deposits loans taxes tariffs receipts payments transfers subsidies rates levels temperatures yields deficits shares grants salaries
    assets liabilities debts outlays inflows outflows holdings stocks supplies deliveries withdrawals releases budgets incomes proceeds
    stakes surpluses savings pensions fees rents premiums contributions"""
)
"""Plurals that are more or less, not more or fewer: one asks when exports were highest, but when the number of ships was."""
_MASS = bag(
    """expenditure spending trade production output unemployment employment inflation growth aid investment consumption debt income revenue
    turnout wealth poverty literacy rainfall energy electricity oil gas coal tonnage demand supply freight cargo traffic assistance funding tourism
    migration immigration emigration fertility mortality expectancy land productivity turnover profit capital access enrolment membership support precipitation
    generation runoff rainfall"""
)
"""Singulars without an article."""
_LARGE = bag(
    "population army area territory fleet budget economy market workforce share number electorate army navy catch harvest crop"
)
"""What is large rather than high."""
_GREAT = bag("depth length distance duration height width range difference gap dependence extent")
_OF = re.compile(r"(?:%|per ?cent|percentage) of (?P<whole>.+)", re.IGNORECASE)
_NO_MEASURE = re.compile(
    r"[“”\"?!:;=/|,]|\b(?:summary|overview|list|comparison|timeline|characteristics|results?|outcomes?|distribution|composition|structure|statistics|"
    r"data|yes|no|agree|disagree|minimum|maximum|paid|profiles?|breakdown|trends?|development|evolution|changes?|rankings?|top|selected|main|key|indicators?|shows)\b",
    re.IGNORECASE,
)
MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Measure:
    """A noun phrase with what agrees with it."""

    words: str
    plural: bool

    @property
    def was(self) -> str:
        return "were" if self.plural else "was"

    @property
    def highest(self) -> str:
        noun = head_of(self.words)
        return "largest" if noun in _LARGE else "greatest" if noun in _GREAT else "highest"

    @property
    def lowest(self) -> str:
        return "lowest" if self.highest == "highest" else "smallest"


def measure(head: str, inside: Callable[[str], str], unit_of: str = "") -> Measure | None:
    """The phrase for the head of a column or for a caption; None where it names no quantity, or not in plain words."""
    unit_of = unit_of or unit(head)
    if not plain(head):
        return None
    words = re.sub(r"\b(share of) (?=[a-z]+$)", r"\1 the ", in_small_letters(plain(head), inside))
    noun = head_of(words)
    if not re.fullmatch(r"[^\W\d_][\w’'-]*", noun) or _NO_MEASURE.search(words) or len(words.split()) > MOST_WORDS:
        return None
    if words.casefold() in _GENERIC or noun in ("year", "date") or not names_something(words):
        return None
    if whole := _OF.fullmatch(unit_of):
        amount = measure(words, inside)
        return amount and Measure(f"{amount.words} as a share of {whole['whole']}", amount.plural)
    if re.match(r"(?:the|a|an|its|their) ", words):
        return Measure(words, is_plural(noun))
    if is_plural(noun):
        if unit_of in _LENGTHS and noun not in _AMOUNTS:
            return Measure(f"the length of {words}", False)
        if noun in _AMOUNTS or (is_amount(unit_of) and unit_of not in _SHARE):
            return Measure(words, True)
        return Measure(f"the {'share' if unit_of in _SHARE else 'number'} of {words}", False)
    return Measure(words if noun in _MASS or noun.isupper() else f"the {words}", False)


def quantity(caption: str, inside: Callable[[str], str], unit_of: str = "") -> Measure | None:
    """What a caption measures, without where and of whom: "the mean runoff" for "Delta: mean runoff formed in Norway"."""
    words = _PREPOSITION.split(f"{caption.rpartition(': ')[2]} ")[0].split()
    while len(words) > 1 and _PARTICIPLE.search(words[-1]):
        words.pop()
    return measure(" ".join(words), inside, unit_of)


def in_small_letters(words: str, inside: Callable[[str], str]) -> str:
    """The words as they stand inside a sentence, also where each of them has a capital: "Gas Exports"."""
    titled = len(words.split()) > 1 and all(word[:1].isupper() for word in re.findall(r"[^\W\d]{4,}", words))
    return " ".join(map(inside, words.split())) if titled else inside(words)


def is_amount(unit_of: str) -> bool:
    """Whether the unit is one of money, weight and the like, in which nothing is counted."""
    last = unit_of.split()[-1:]
    return bool(re.search(r"[$€£%]", unit_of)) or any(UNIT.fullmatch(word) and word not in _COUNT for word in last)


def names_something(words: str) -> bool:
    """Whether the words are a noun phrase and no participle, adverb or preposition: not "signed in", not "against"."""
    leads = r"\b|(?:against|without|not|after|before|until|since|during|per) "
    return not re.match(_PREPOSITION.pattern.strip() + leads, words, re.IGNORECASE) and not re.search(
        r"(?:[^e]ed|ly)$", head_of(words)
    )


def plain(head: str) -> str:
    """The head without brackets and without the unit that follows a comma."""
    words = _BRACKET.sub("", head).strip(" ,.*")
    before, comma, after = words.rpartition(",")
    return before.strip() if comma and (UNIT.fullmatch(after.strip()) or not after.strip()) else words


def unit(head: str) -> str:
    """The unit that the head names in brackets or behind a comma; empty where it names none."""
    tails = [*_BRACKET.findall(head), head.rpartition(",")[2] if "," in head else "", head]
    found = next(
        (tail.strip() for tail in tails if re.fullmatch(rf"(?:{UNIT.pattern})(?: \w+)?", tail.strip(), re.IGNORECASE)),
        "",
    )
    return found.removeprefix("in ")


def counted(number: str, unit_of: str) -> str:
    """The number with its unit: "US$12 million", "31%", "4.9 bcm"; as it is where it says so itself."""
    unit_of = re.sub(r"^(\w+ )?(?:\$ ?USD|USD|US dollars)$", lambda m: f"US$ {m[1] or ''}".strip(), unit_of)
    money = re.match(r"(?:US|A|C)?[$€£]", unit_of)
    if not unit_of or re.search(r"[$€£%]", number) or unit_of.split()[-1] in number.split():
        return number
    if money:
        return " ".join(f"{money.group()}{number} {unit_of[money.end() :]}".split())
    return f"{number}%" if unit_of in ("%", "per cent", "percent") else f"{number} {unit_of}"


def generic(head: str) -> bool:
    """Whether the head only says that there is a number: "Total, US$", "%"."""
    words = plain(head).casefold()
    return not words or words in _GENERIC or bool(UNIT.fullmatch(words))


def head_of(words: str) -> str:
    """The noun that the phrase is about, the last one before a preposition or a participle: "individuals using the internet"."""
    before = _PREPOSITION.split(f"{words} ")[0].split()
    parted = next(
        (
            n
            for n in range(1, len(before))
            if _PARTICIPLE.search(before[n]) and (is_plural(before[n - 1]) or before[n - 1].casefold() in _MASS)
        ),
        None,
    )
    return before[:parted][-1] if before else ""


def is_plural(noun: str) -> bool:
    """Whether the noun stands in the plural."""
    if re.fullmatch(r"[A-Z]{2,}s", noun):
        return True
    small = noun.casefold()
    if small in _PLURALS:
        return True
    return small.endswith("s") and not small.endswith("ss") and lemmatize(small, lang="en") != small


def plural_of(words: str) -> str:
    """The phrase in the plural, by its last word: "member state" as "member states"."""
    *before, noun = words.split()
    if is_plural(noun):
        return words
    if re.search(r"[^aeiou]y$", noun):
        noun = f"{noun[:-1]}ie"
    return " ".join([*before, f"{noun}es" if re.search(r"(?:s|x|z|ch|sh)$", noun) else f"{noun}s"])


def singular_of(words: str) -> str:
    """The phrase in the singular, by its last word."""
    *before, noun = words.split()
    return " ".join([*before, lemmatize(noun, lang="en") if is_plural(noun) else noun])
