"""Our own endless prose about an invented highland republic, for documents whose truth is known."""

from __future__ import annotations

import random

WHO = (
    "The council of Lower Varda",
    "A merchant named Ilo Karst",
    "The salt commission",
    "Every second household",
    "The ferrymen's union",
    "Governor Tamsin Ode",
    "A delegation from the coast",
    "The old surveyors",
    "No member of the upper house",
    "The Velm Gazette",
)
DID = (
    "refused to sign",
    "kept a careful record of",
    "quarrelled at length over",
    "paid twice for",
    "had never heard about",
    "asked the capital to withdraw",
    "printed an early summary of",
    "sent riders to confirm",
    "buried in its archive",
    "took credit for",
)
WHAT = (
    "the treaty on mountain pasture",
    "a toll that nobody could explain",
    "the second bridge at Orrin",
    "three thousand sacks of grey salt",
    "the winter timetable of the ferries",
    "an inventory of abandoned mills",
    "the loan from the Bank of Tessaly",
    "a map with two different borders",
    "the long negotiation about water",
    "the decree of the regency",
)
WHEN = (
    "before the snow closed the pass",
    "in the autumn of 1911",
    "although the harvest had failed",
    "while the assembly was on holiday",
    "after four months of silence",
    "once the garrison had left",
    "as late as March 1934",
    "without asking the villages",
    "during the dry years",
    "when the price of wool collapsed",
)
WHY = (
    "because the upper valley depended on it",
    "for reasons that were never written down",
    "so that the ministry could claim a success",
    "since no other road was passable",
    "which surprised even its own clerks",
    "and the neighbours answered in kind",
    "a decision that shaped the next decade",
    "to the quiet satisfaction of the coast",
    "though the figures did not agree",
    "as later reports would admit",
)
TOPICS = (
    "Pasture",
    "Salt",
    "Ferries",
    "Tolls",
    "Bridges",
    "Borders",
    "Harvests",
    "Loans",
    "Regency",
    "Archives",
    "Mills",
    "Winter",
    "Roads",
    "Wool",
    "Surveys",
)


def sentence(chance: random.Random) -> str:
    """One sentence, from one to three clauses long."""
    parts = [chance.choice(WHO), chance.choice(DID), chance.choice(WHAT)]
    if chance.random() < 0.8:
        parts.append(chance.choice(WHEN))
    text = " ".join(parts)
    return f"{text}, {chance.choice(WHY)}." if chance.random() < 0.6 else f"{text}."


def paragraph(chance: random.Random, shortest: int = 3, longest: int = 8) -> str:
    """Some sentences in a row."""
    return " ".join(sentence(chance) for _ in range(chance.randint(shortest, longest)))


def heading(chance: random.Random) -> str:
    """A short title."""
    one, two = chance.sample(TOPICS, 2)
    return chance.choice(
        (
            f"{one} and {two}",
            f"The Question of {one}",
            f"{one} before the {two}",
            f"From {one} to {two}",
            f"A Short History of {one}",
        )
    )
