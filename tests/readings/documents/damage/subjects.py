"""Sentences about bridges, fisheries, transit, parliaments and water, put together from a small grammar."""

from __future__ import annotations

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subject:
    """What a document is about; every part of a sentence is drawn from here."""

    topic: str
    who: tuple[str, ...]
    did: tuple[str, ...]
    what: tuple[str, ...]
    heads: tuple[str, ...]
    bodies: tuple[tuple[str, str], ...]
    """Institutions with their acronyms."""
    cells: tuple[str, ...]
    """Row heads of a table."""


BRIDGES = Subject(
    "Bridge Maintenance in Northern Counties",
    (
        "Inspectors in Harwick",
        "The county engineers",
        "Two contractors from Pell",
        "Chief engineer Dana Whitlow",
        "Most ferry owners",
        "The steelworks at Corran",
    ),
    ("measured", "left out of their report", "repaired", "warned about", "could not explain", "put a price on"),
    (
        "the rust below the waterline",
        "nearly 40 per cent of the bearings",
        "the cables of the Old Span",
        "a crack that grew by 3.5 mm a year",
        "the load limit for lorries",
        "the drains, which nobody had cleaned since 1987",
    ),
    (
        "Rust and its causes",
        "What inspectors look for",
        "The cost of waiting",
        "Closing a bridge",
        "Lessons from the Old Span",
        "Who pays for steel",
        "Traffic forecasts",
        "A register of bearings",
        "Materials in cold weather",
    ),
    (("Northern Bridge Authority", "NBA"), ("National Roads Fund", "NRF"), ("Harwick Steel Research Centre", "HSRC")),
    ("Old Span", "Pell Viaduct", "Corran Bridge", "Mill Crossing", "Station Road", "Harwick Arch"),
)
FISHERIES = Subject(
    "Herring Quotas after the Warm Winter",
    (
        "Skippers from Ostrava Bay",
        "The quota office",
        "Marine biologist Ingrid Solheim",
        "Small boats under 12 metres",
        "The export houses",
        "Coastal mayors",
    ),
    ("disputed", "reported to the ministry", "landed", "quietly traded", "agreed to halve", "kept a tally of"),
    (
        "the spring catch of herring",
        "quotas worth EUR 4.2 million",
        "a closed season of ten weeks",
        "the by-catch that no log book shows",
        "the licence of the trawler Maren",
        "an old right to fish inside the fjord",
    ),
    (
        "A warm winter and its fish",
        "How quotas are shared",
        "Counting what is thrown back",
        "Small boats, large fleets",
        "The closed season",
        "Markets for herring",
        "Science and the harbour",
        "Rights inside the fjord",
        "Trading in licences",
    ),
    (
        ("Coastal Fisheries Council", "CFC"),
        ("Total Allowable Catch", "TAC"),
        ("North Sea Monitoring Programme", "NSMP"),
    ),
    ("Herring", "Cod", "Mackerel", "Haddock", "Sprat", "Saithe"),
)
TRANSIT = Subject(
    "Night Buses and the City Budget",
    (
        "Night-shift nurses",
        "The transit board",
        "Planner Joaquim de Almeida",
        "Drivers' representatives",
        "Shopkeepers near the terminal",
        "Neighbouring suburbs",
    ),
    ("asked for", "cut back", "paid for", "counted the riders of", "argued against", "drew up a plan for"),
    (
        "a bus every 20 minutes after midnight",
        "the tram extension to Lindhout",
        "fares that rise with distance",
        "shelters, lamps and timetables",
        "a subsidy of 1,200 crowns per resident",
        "the unprofitable Sunday lines",
    ),
    (
        "Who rides at night",
        "Fares and fairness",
        "What a timetable costs",
        "The tram that was not built",
        "Drivers and their hours",
        "Counting riders",
        "Suburbs and the centre",
        "The budget of 2016",
        "Shelters, lamps and safety",
    ),
    (
        ("Metropolitan Transit Board", "MTB"),
        ("Integrated Fare System", "IFS"),
        ("Public Transport Users' Association", "PTUA"),
    ),
    ("Line 4", "Line 7", "Airport bus", "Tram A", "Night bus N2", "Ferry"),
)
PARLIAMENTS = Subject(
    "Committees in Small Parliaments",
    (
        "Backbench members",
        "The clerk of the house",
        "Speaker Amalia Ferro",
        "Opposition parties",
        "Committee chairs",
        "Foreign observers",
    ),
    ("amended", "postponed", "read into the record", "boycotted", "drafted", "voted twice on"),
    (
        "the budget bill in one afternoon",
        "a motion of no confidence",
        "standing orders written in 1924",
        "the rule that gives each party ten minutes",
        "witness hearings behind closed doors",
        "an inquiry into the harbour contract",
    ),
    (
        "Why small houses need committees",
        "The power of the clerk",
        "Hearings and witnesses",
        "Opposition without numbers",
        "Speaking time",
        "Rules from another century",
        "The budget in one afternoon",
        "Observers and their reports",
        "Reform from inside",
    ),
    (
        ("Inter-Parliamentary Research Network", "IPRN"),
        ("Standing Committee on Finance", "SCF"),
        ("Electoral Review Commission", "ERC"),
    ),
    ("Finance", "Foreign affairs", "Justice", "Education", "Health", "Petitions"),
)
WATER = Subject(
    "Sharing the Upper Talva",
    (
        "Farmers on the left bank",
        "The dam operators",
        "Hydrologist Teo van Marle",
        "Villages above the reservoir",
        "The two water ministries",
        "Engineers from the capital",
    ),
    ("released", "measured again", "blamed each other for", "stored", "refused to publish", "bargained over"),
    (
        "the summer flow of the Talva",
        "about 310 million cubic metres",
        "data from the gauge at Rusen",
        "the canal that leaks a third of its water",
        "a treaty of 1958, never ratified",
        "the order in which fields are watered",
    ),
    (
        "A river with two names",
        "What the gauges say",
        "Dams and dry summers",
        "The treaty of 1958",
        "Farmers without a vote",
        "Leaks and losses",
        "A joint commission",
        "Prices for water",
        "The reservoir and its villages",
    ),
    (
        ("Joint Talva Commission", "JTC"),
        ("Regional Water Information System", "RWIS"),
        ("Agricultural Users' Union", "AUU"),
    ),
    ("Rusen", "Upper Dam", "Left canal", "Right canal", "Old Weir", "Lower Talva"),
)
SUBJECTS = (BRIDGES, FISHERIES, TRANSIT, PARLIAMENTS, WATER)
OPENERS = (
    "In 2014",
    "By contrast",
    "However",
    "At first",
    "For three years",
    "According to the minutes",
    "Since then",
    "On 7 May 2009",
    "As a result",
    "Even so",
    "",
    "",
    "",
    "",
    "",
)
CLOSERS = (
    "because nobody else had asked",
    "although the figures were old",
    "while prices kept rising",
    "which few people noticed at the time",
    "and the newspapers said so",
    "despite a promise made in Dr. Lund's office",
    "in spite of the U.S. loan",
    "as the annex shows",
    "at least on paper",
    "",
    "",
    "",
    "",
)
ASIDES = (
    "",
    "",
    "",
    "",
    "",
    " (about one in five)",
    " – a long story –",
    ", who had come late,",
    " in the so-called “second round”",
    " in No. 14",
)


def sentence(chance: random.Random, subject: Subject) -> str:
    """One sentence; "In 2014, the transit board asked for shelters (about one in five), at least on paper."."""
    opener, closer = chance.choice(OPENERS), chance.choice(CLOSERS)
    who = chance.choice(subject.who)
    if opener:
        who = f"{opener}, {who[0].lower() + who[1:] if who.split()[0] in ('The', 'Two', 'Most', 'Small', 'Farmers', 'Villages', 'Engineers', 'Backbench', 'Opposition', 'Committee', 'Foreign', 'Coastal', 'Inspectors', 'Skippers', 'Drivers’', 'Shopkeepers') else who}"
    text = f"{who} {chance.choice(subject.did)} {chance.choice(subject.what)}{chance.choice(ASIDES)}".rstrip(",")
    return f"{text}, {closer}." if closer else f"{text}."


def sentences(chance: random.Random, subject: Subject, fewest: int = 2, most: int = 7) -> list[str]:
    return [sentence(chance, subject) for _ in range(chance.randint(fewest, most))]
