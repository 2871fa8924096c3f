"""Texts of our own to try re-anchoring on: articles about an invented coast, with names, years and turns that recur."""

from __future__ import annotations

from random import Random

PLACES = [
    "Orsa",
    "Velmar",
    "Tinna",
    "Karsk",
    "Dolen",
    "Marov",
    "Ulvik",
    "Besca",
    "Hanta",
    "Ploska",
    "Sorvia",
    "Netar",
    "Graven",
    "Ilmen",
    "Padua-Nord",
    "Zelin",
]
PEOPLE = [
    "Anna Torv",
    "Pavel Drin",
    "Mira Holt",
    "Jon Asker",
    "Lena Varga",
    "Osip Krall",
    "Ida Munt",
    "Tomas Rell",
    "Vera Stan",
    "Emil Corda",
]
BODIES = [
    "the Harbour Council",
    "the Coastal League",
    "the Northern Commission",
    "the Fisheries Board",
    "the River Assembly",
    "the Customs Union of the Bay",
    "the Lighthouse Trust",
    "the Committee of Pilots",
    "the Salt Office",
    "the Island Congress",
]
THINGS = [
    "the ferry tariff",
    "the herring quota",
    "the dredging of the channel",
    "the new breakwater",
    "the pilots' pension",
    "the salt duty",
    "the winter timetable",
    "the border of the fishing grounds",
    "the school at the quay",
    "the lighthouse fund",
    "the grain store",
    "the quarantine rules",
    "the survey of the shoals",
    "the cable across the strait",
    "the repair of the sluices",
]
FEELINGS = [
    "cautious",
    "hopeful",
    "bitter",
    "uneven",
    "costly",
    "popular",
    "late",
    "thorough",
    "partial",
    "unexpected",
    "welcome",
    "disputed",
]
VERBS = [
    "approved",
    "rejected",
    "postponed",
    "revised",
    "praised",
    "criticised",
    "financed",
    "suspended",
    "renewed",
    "inspected",
]
NOUNS = [
    "agreement",
    "proposal",
    "dispute",
    "report",
    "petition",
    "ledger",
    "convoy",
    "embargo",
    "census",
    "mandate",
    "reform",
    "deadline",
    "shipment",
    "settlement",
    "boycott",
    "inquiry",
    "subsidy",
    "treaty",
    "protest",
    "audit",
    "delegation",
    "statute",
    "tender",
    "quarrel",
]
SHAPES = (
    "In {year}, {body} {verb} {thing}.",
    "In {year}, {body} {verb} {thing}, although {person} had warned that the {noun} would be {feeling}.",
    "{person} called the {noun} {feeling} and asked for a second {noun2}.",
    "The {noun} of {year} changed little in {place}, where {thing} remained {feeling}.",
    "According to {person}, {body} never read the {noun} that {place} had sent.",
    "Between {year} and {year2}, {number} ships left {place} for {place2} every season.",
    "{place} and {place2} disagreed about {thing}, and {body} took the side of {place}.",
    "Nobody in {place} expected that {thing} would outlast the {noun}.",
    "The {feeling} {noun} was followed by a {feeling2} {noun2}, which {body} {verb} within {number} days.",
    "{person} and {person2} met in {place} in {year} to discuss {thing}.",
    "About {number} per cent of the families in {place} depended on {thing} at that time.",
    "What {body} {verb} in {year} it {verb2} again in {year2}.",
    "Historians of {place} describe the {noun} as {feeling}; those of {place2} hardly mention it.",
    "This was {feeling}.",
    "For {person}, however, the question was never {thing} but the {noun} behind it.",
    "A letter from {place2} reached {body} too late, and the {noun} was signed without {person}.",
    "The cost rose to {number} crowns, more than {place} and {place2} together had paid for {thing} in {year}.",
    "{body} {verb} the {noun}, {verb2} the {noun2} and left {thing} to {person}.",
)


def sentence(random: Random) -> str:
    """One sentence; different ones often share most of their words, as in real texts on one subject."""
    year = random.randint(1901, 1989)
    place, place2 = random.sample(PLACES, 2)
    person, person2 = random.sample(PEOPLE, 2)
    noun, noun2 = random.sample(NOUNS, 2)
    verb, verb2 = random.sample(VERBS, 2)
    feeling, feeling2 = random.sample(FEELINGS, 2)
    text = random.choice(SHAPES).format(
        year=year,
        year2=year + random.randint(1, 9),
        number=random.randint(3, 98),
        body=random.choice(BODIES),
        thing=random.choice(THINGS),
        place=place,
        place2=place2,
        person=person,
        person2=person2,
        noun=noun,
        noun2=noun2,
        verb=verb,
        verb2=verb2,
        feeling=feeling,
        feeling2=feeling2,
    )
    return text[0].upper() + text[1:]


def article(random: Random, paragraphs: int = 24) -> list[str]:
    """Paragraphs of one to nine sentences."""
    return [" ".join(sentence(random) for _ in range(random.randint(1, 9))) for _ in range(paragraphs)]
