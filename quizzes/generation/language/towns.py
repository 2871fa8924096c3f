"""Which names are towns: seats of governments, well-known places of conferences, and what a text calls a town."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from .lexicon import ADJECTIVES, BODY_WORDS, STATES
from .words import bag

if TYPE_CHECKING:
    from quizzes.generation.text.source import Source

TOWN_NAME = r"(?!The |An? )[A-ZÀ-Ž][\w-]*[a-zà-ž](?: [A-ZÀ-Ž][\w-]+){0,2}(?!['’\w])"
_NO_TOWNS = frozenset(
    ["Kremlin", "Russian Federation", "Türkiye", "UAE", "UK", "Britain", "Great Britain", "US", "USA", "U.S.", "America", "White House", "USSR", "Soviet Russia"]
)  # fmt: skip
SEATS = frozenset(name for name, state in STATES.items() if name != state and name not in _NO_TOWNS)
_WORLD = frozenset(
    """Vienna|Geneva|Zurich|Lausanne|Davos|Istanbul|Constantinople|Sochi|Yalta|Kazan|Strasbourg|Versailles|Munich|Hamburg|Bonn|Potsdam|Brussels|Luxembourg|New York|Camp David|
Dayton|Rambouillet|Oxford|Cambridge|Edinburgh|Venice|Milan|Genoa|Naples|Trieste|Salzburg|Innsbruck|Kraków|Gdańsk|Odessa|Kharkiv|Saint Petersburg|St Petersburg|St. Petersburg|
Petrograd|Leningrad|Samarkand|Almaty|Alma-Ata|Osh|Batumi|Alexandria|Port Said|Suez|Casablanca|Marrakesh|Lagos|Johannesburg|Cape Town|Durban|Mumbai|Bombay|Calcutta|Kolkata|
Karachi|Lahore|Peshawar|Kandahar|Herat|Shanghai|Hong Kong|Nanjing|Shimonoseki|Osaka|Kyoto|Hiroshima|Bandung|Sydney|Melbourne|Vancouver|Toronto|Montreal|Quebec|Boston|Chicago|
San Francisco|Los Angeles|Philadelphia|Lima|Buenos Aires|Rio de Janeiro|Bogotá|Quito|La Paz|Montevideo|Santiago|Panama City|Aden|Mecca|Medina|Jeddah|Basra|Mosul|Kirkuk|
Aleppo|Beersheba|Haifa|Jaffa|Nablus|Gaza|Gothenburg|Bergen|Narvik|Tromsø|Malmö|Rotterdam|Antwerp|Marseille|Lyon|Nice|Cannes|Évian|Barcelona|Seville|Bilbao|Porto|Zermatt|
Locarno|Lugano|Rapallo|Lviv|Donetsk|Sevastopol|Vladivostok|Novosibirsk|Ekaterinburg|Rostov|Astrakhan|Tabriz|Isfahan|Shiraz|Erzurum|Kars|Trabzon|Izmir|Smyrna|Thessaloniki""".replace(
        "\n", ""
    ).split("|")
)
"""Towns that everybody knows for towns."""
_NO_NAMES = bag(
    """january february march april may june july august september october november december north south east west northern southern eastern western central
    parliament congress sea lake river mount island islands peninsula region province district valley republic empire oblast desert gulf strait bay ocean asia europe africa
    florida california texas alaska virginia maryland pennsylvania ohio michigan illinois georgia carolina massachusetts connecticut jersey england scotland wales
    america caucasus balkans crimea siberia article section table figure chapter monday tuesday wednesday thursday friday saturday sunday christmas easter"""
)


def is_town(name: str, source: Source) -> bool:
    """Whether the name is a town's, as everybody knows or the text of the source says."""
    if name in SEATS or name in _WORLD:
        return True
    words = name.split()
    if name in STATES or name in ADJECTIVES or any(word.casefold() in _NO_NAMES | BODY_WORDS for word in words):
        return False
    return name in called_towns(source.prose) | meeting_places(source.prose) and name not in source.named.persons


@lru_cache(maxsize=64)
def called_towns(text: str) -> frozenset[str]:
    """The names that a text calls towns."""
    called = re.findall(rf"\b(?:city|town|port|village|resort|capital) of ({TOWN_NAME})", text)
    told = re.findall(
        rf"({TOWN_NAME}), (?:an?|the) (?:[\w-]+ ){{0,3}}(?:city|town|port|village|resort|capital)\b", text
    )
    return frozenset((*called, *told))


_MET = re.compile(
    r"\b(?:met|meetings?|summits?|conferences?|talks|signed|held|convened|gathered|took place|session|congress|negotiations)\b[^,.;]{0,40} (?:in|at) "
    rf"(?P<towns>{TOWN_NAME}(?:(?:, and |, | and ){TOWN_NAME})*)(?= |[,.;])"
)


@lru_cache(maxsize=64)
def meeting_places(text: str) -> frozenset[str]:
    """The names of places where a text lets somebody meet or sign something."""
    met = {name for found in _MET.finditer(text) for name in re.split(r", and |, | and ", found["towns"])}
    lands = rf"({TOWN_NAME})[ –-](?:region|province|valley|war|conflict|republic|plateau|corridor|peninsula|sea|basin|river|question|issue)\b"
    parts = {part for land in re.findall(lands, text) for part in (land, land.split("-")[-1])}
    return frozenset(met - parts)


def towns_of(source: Source) -> list[str]:
    """The towns of a text, those first where somebody met or signed something, then those in which something else happens."""
    named = Counter(re.findall(TOWN_NAME, source.prose))
    there = Counter(re.findall(rf"\b(?:[Ii]n|[Aa]t) ({TOWN_NAME})(?=[ ,.;)])", source.prose))
    met = meeting_places(source.prose)
    known = [name for name in named if is_town(name, source)]
    return sorted(known, key=lambda name: (name not in met, -there[name], name))
