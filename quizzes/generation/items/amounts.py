"""Wrong figures: others of the same unit that the text gives, else made ones in the shape of the right one, on both sides of it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from math import floor, log10

from quizzes.generation.amounts.figures import fraction, fractions, numbers
from quizzes.generation.conflicts import amount, same_number, unit
from quizzes.generation.language.words import bare, word_count
from quizzes.generation.text.source import Source
from quizzes.generation.types import Fact

from .build import Option, place_of

WANTED, NEAR, APART = 3, 2.2, 1.15
"""So many wrong figures; no farther than this factor from the right one; no two closer than that factor."""
PLACES = (0, 1, 1, 1, 2, 2, 2, 3)
"""How many of the wrong figures are smaller: the ends are rarer than the middle, but the key may stand there."""
NEXT = 0.09
"""Parts in words that lie so near each other are not told apart."""
NARROW, WIDE, TRIES = 1.18, 1.5, 3
"""A made figure stands off from the next one by a factor between these."""
LEAST_SHARE, MOST_SHARE, WHOLE = 2, 97, 100
"""Made shares lie between the first two, where they are parts of a whole."""
LEAST_STEP, WIDEST, PART = 4, 14, 0.27
"""Points between shares: at least the first, at most the second or this part of the share."""
LEAST_POINTS, LEAST_SMALL, SMALL = 3, 2, 10
"""Shares lie so many points apart at least, those up to the last figure fewer: 6 and 7 per cent are hardly told apart."""
MOST_QUOTED = 36
"""A longer sentence is not quoted in a reason."""
_SCALED = re.compile(r"[mb]illion|trillion")
_COUNTED = re.compile(r"how many (.+?) (?:of|in|on|at|was|were|is|are|do|does|did|has|have|had|who|that|\w+ed)\b")
_SHARE = re.compile(r"what share")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")

Fits = Callable[[str], bool]


def wrong(
    fact: Fact, told: Sequence[Fact], source: Source, chance: random.Random, fits: Fits = lambda text: True
) -> list[Option]:
    """Wrong figures, each with its reason; how many of the first three are smaller than the right one is left to chance."""
    if fraction(fact.value):
        return parts(fact, source, chance)
    below = chance.choice(PLACES)
    others = list(told)
    chance.shuffle(others)
    known = {
        other.value: other
        for other in others
        if counted(other) == counted(fact)
        and other.lesser <= fact.lesser
        and shape(other.value) == shape(fact.value)
        and near(other.value, fact.value)
        and round_alike(other.value, fact.value)
        and not in_quote(other.value, fact)
    }
    chosen: list[str] = []
    in_words = {figure.text for figure in numbers(fact.evidence.quote) if figure.spelled}

    def stands(text: str) -> bool:
        return (
            fits(text)
            and text not in in_words
            and not in_quote(text, fact)
            and all(apart(text, one) for one in (*chosen, fact.value))
        )

    for smaller, most in ((True, below), (False, WANTED - below), (True, WANTED), (False, WANTED)):
        side = [text for text in known if (amount(text)[0] < amount(fact.value)[0]) == smaller]
        for text in (*side, *made(fact.value, WANTED, chance, smaller=smaller)):
            enough = sum((amount(one)[0] < amount(fact.value)[0]) == smaller for one in chosen) >= most
            if enough or len(chosen) >= WANTED:
                break
            if stands(text):
                chosen.append(text)
    for text in (*known, *slips(fact.value, chance)):
        if stands(text):
            chosen.append(text)
    return [Option(text, why_not(text, fact, known.get(text), source), rank=sortable(text)) for text in chosen]


def parts(fact: Fact, source: Source, chance: random.Random) -> list[Option]:
    """Three other parts in words, none next to the right one."""
    right = fraction(fact.value)
    fit = [text for text in fractions(fact.value) if abs(fraction(text) - right) > NEXT and not in_quote(text, fact)]
    close = sorted(fit, key=lambda text: abs(fraction(text) - right))[: WANTED + 2]
    chosen = chance.sample(close, len(close))[:WANTED]
    return [Option(text, why_not(text, fact, None, source), rank=sortable(text)) for text in chosen]


def shown(value: str) -> str:
    """A figure as an option: "a third" for "One-third"."""
    return re.sub(r"^one[ -]", "a ", value.casefold()) if fraction(value) else value


def counted(fact: Fact) -> str:
    """What a mere number counts; figures with a unit have that to go by, and shares stand apart from growth."""
    noun = _COUNTED.search(fact.subject)
    return noun[1] if noun and not unit(fact.value) else f"{unit(fact.value)}{_SHARE.findall(fact.subject)}"


def why_not(text: str, fact: Fact, other: Fact | None, source: Source) -> str:
    """What the figure is in the text, or on which side of the right one it lies."""
    side = "low" if size(text) < size(fact.value) else "high"
    known = f"Too {side}: the passage gives {given(fact)}."
    if other is None:
        return known
    place = place_of(other.evidence, other.section, source).removeprefix("See ")
    quote = bare(other.evidence.quote)
    if word_count(quote) > MOST_QUOTED or "\n" in quote:
        return f"{known} The text gives {text} for something else ({place})."
    return f"{known} The text gives {text} for something else ({place}): “{quote}”"


def given(fact: Fact) -> str:
    """The figure that the question is about: "about 1,200", "an estimated 56,000"; rounded where the options are."""
    if fact.parts.get("rounded") and (numeral := fact.parts.get("numeral")):
        return f"roughly {numeral}"
    return f"{fact.parts.get('about', '')} {fact.parts.get('given') or shown(fact.value)}".strip()


def as_given(fact: Fact) -> str:
    """The figure as the passage gives it, with the rounded one where the options have that: "207,111, which is roughly 207,000"."""
    if not fact.parts.get("rounded"):
        return given(fact)
    return f"{fact.parts.get('about', '')} {fact.value}, which is {given(fact)}".strip()


def made(value: str, count: int, chance: random.Random, *, smaller: bool) -> list[str]:
    """Figures in the shape of this one, each farther off than the one before, by steps that follow no rule."""
    found: list[str] = []
    match = _NUMBER.search(value)
    number = float(match.group().replace(",", "")) if match else 0.0
    if not match or not number:
        return []
    share = unit(value) == "%"
    least = min(LEAST_SHARE, number / NEAR)
    most = MOST_SHARE if number <= WHOLE else NEAR * number
    for _ in range(TRIES * count):
        if share:
            least_step = LEAST_STEP if number > SMALL else LEAST_SMALL
            step = chance.uniform(least_step, min(WIDEST, max(least_step + 2, PART * number)))
            number += -step if smaller else step
        else:
            factor = chance.uniform(NARROW, WIDE)
            number = number / factor if smaller else number * factor
        text = value[: match.start()] + shaped(number, match.group(), chance) + value[match.end() :]
        if number < (1 if _SCALED.search(value) else 0) or (
            share and not least <= min(number, amount(text)[0]) <= max(number, amount(text)[0]) <= most
        ):
            break
        if all(apart(text, one) for one in (value, *found)):
            found.append(text)
        if len(found) == count:
            break
    return found


def slips(value: str, chance: random.Random) -> list[str]:
    """Likely slips of a figure, smaller and larger ones by turns."""
    low, high = (made(value, WANTED, chance, smaller=smaller) for smaller in (True, False))
    mixed = [text for pair in zip(low, high, strict=False) for text in pair]
    return list(dict.fromkeys(text for text in (*mixed, *low, *high) if text != value))


def shaped(number: float, model: str, chance: random.Random) -> str:
    """The number with as many decimals as the model, as many digits that count, and as even or odd in its last one."""
    commas = "," in model or len(model.split(".")[0]) <= len("999")
    if "." in model:
        decimals = len(model.split(".")[1])
        text = f"{number:,.{decimals}f}" if commas else f"{number:.{decimals}f}"
        return text if text[-1] != "0" or model[-1] == "0" else text[:-1] + str(chance.randint(1, 9))
    digits = model.replace(",", "")
    zeros = len(digits) - len(digits.rstrip("0"))
    count = len(digits) - zeros
    step = min(10**zeros, 10 ** max(floor(log10(max(number, 1))) - count + 1, 0))
    last = digits[len(digits) - zeros - 1]
    rounded = max(round(number / step), 1)
    if last == "5" and count > 1:
        rounded = max(5 * round(rounded / 5), 5)
    elif count > 1 and rounded % 5 == 0:
        rounded += chance.choice((-2, -1, 1, 2))
    return f"{rounded * step:,}" if commas else str(rounded * step)


def near(text: str, right: str) -> bool:
    """Whether the figures are of about one size, and not the same."""
    one, other = amount(text)[0], amount(right)[0]
    return other / NEAR <= one <= other * NEAR and not same_number(text, right)


def round_alike(one: str, other: str) -> bool:
    """Whether two figures have about as many digits that count: 3,360 betrays itself beside 2,000."""
    counts = [len("".join(re.findall(r"\d", text)).strip("0")) for text in (one, other)]
    return abs(counts[0] - counts[1]) <= 1


def in_quote(text: str, fact: Fact) -> bool:
    """Whether the passage holds the figure."""
    return re.search(rf"(?<![\d.,]){re.escape(text)}(?![\d])", fact.evidence.quote) is not None


def shape(text: str) -> str:
    """The figure with its digits made equal: "$3.2 million" and "$6.1 million" have one shape."""
    return re.sub(r"\d[\d,]*", "0", re.sub(r"\d[\d,]*\.(\d+)", lambda match: "0." + "0" * len(match[1]), text))


def apart(one: str, other: str) -> bool:
    """Whether two figures differ enough to be told apart."""
    low, high = sorted((amount(one)[0], amount(other)[0]))
    if unit(one) == "%" and high - low < (LEAST_POINTS if low > SMALL else LEAST_SMALL):
        return False
    return low > 0 and high / low >= (APART if unit(one) != "%" or high < 60 else 1.06)


def sortable(value: str) -> str:
    """A number as a text that sorts like it."""
    return f"{size(value):025.4f}"


def size(value: str) -> float:
    """How much a figure or a part in words is."""
    return fraction(value) or amount(value)[0]
