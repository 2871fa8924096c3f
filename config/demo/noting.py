"""What the demo people mark and write beside the text: private or for the class, with words of their own or without."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from random import Random

from config.accounts.models import User
from config.demo.moments import chance
from config.demo.sayings import BY_TERM, GENERAL, PROMPTS
from readings.models import Annotation, Block, BlockRead, Reading, TermOccurrence
from readings.services.annotations import annotation_create

SENTENCE = re.compile(r"[A-Z“\"][^.!?]{30,240}[.!?]")
PARAGRAPHS = ("paragraph", "block_quote", "list_item")
SHARE_OF_READERS = 0.6
MOST_EACH = 4


class Sayings:
    """Hands out every sentence once before any comes again, those about a term first."""

    def __init__(self, dice: Random) -> None:
        self.dice, self.used, self.rest = dice, set[str](), list[str]()

    def on(self, terms: Iterable[str]) -> str:
        fitting = [words for term in sorted(terms) for words in BY_TERM.get(term, ()) if words not in self.used]
        words = self.dice.choice(fitting) if fitting else self.general()
        self.used.add(words)
        return words

    def general(self) -> str:
        self.rest = self.rest or self.dice.sample(GENERAL, len(GENERAL))
        return self.rest.pop()


def notes_make(reading: Reading, teacher: User, sayings: Sayings) -> None:
    """Annotations on paragraphs that their authors have read; again for the same reading adds nothing."""
    if reading.annotations.filter(author__is_demo=True).exists():
        return
    terms = terms_by_block(reading)
    made = [*prompts(reading, teacher), *remarks(reading, terms, sayings)]
    Annotation.objects.bulk_update(made, ["created_at", "updated_at"], batch_size=200)


def prompts(reading: Reading, teacher: User) -> Iterator[Annotation]:
    """One question of the teacher's to the class."""
    dice = chance("prompt", reading.slug)
    blocks = [block for block in reading.blocks.filter(kind="paragraph") if SENTENCE.search(block.text)]
    if blocks:
        first = blocks[min(2, len(blocks) - 1)]
        note = note_on(first, teacher, dice, dice.choice(PROMPTS), "class")
        note.created_at = note.updated_at = note.created_at - timedelta(days=35)
        yield note


def remarks(reading: Reading, terms: dict[int, set[str]], sayings: Sayings) -> Iterator[Annotation]:
    dice = chance("remarks", reading.slug)
    for user, reads in reads_by_person(reading).items():
        if dice.random() > SHARE_OF_READERS:
            continue
        for read in sorted(dice.sample(reads, min(len(reads), dice.randint(1, MOST_EACH))), key=lambda read: read.pk):
            comment = sayings.on(terms.get(read.block_id, ())) if dice.random() < 0.65 else ""
            shared = "class" if comment and dice.random() < 0.6 else "private"
            note = note_on(read.block, user, dice, comment, shared)
            note.created_at = note.updated_at = read.read_at + timedelta(seconds=40)
            yield note


def reads_by_person(reading: Reading) -> dict[User, list[BlockRead]]:
    """What each demo person has read and could mark a sentence in."""
    rows = BlockRead.objects.filter(
        block__reading=reading, block__kind__in=PARAGRAPHS, enrolment__user__is_demo=True
    ).select_related("block", "enrolment__user")
    people: dict[User, list[BlockRead]] = {}
    for row in rows.order_by("enrolment", "block__position"):
        if SENTENCE.search(row.block.text):
            people.setdefault(row.enrolment.user, []).append(row)
    return people


def terms_by_block(reading: Reading) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for block, term in TermOccurrence.objects.filter(block__reading=reading).values_list("block", "term__slug"):
        found.setdefault(block, set()).add(term)
    return found


def note_on(block: Block, author: User, dice: Random, comment: str, visibility: str) -> Annotation:
    """On one sentence of the block."""
    sentence = dice.choice(list(SENTENCE.finditer(block.text)))
    return annotation_create(
        author=author,
        block=block,
        start=sentence.start(),
        end=sentence.end(),
        comment=comment,
        colour=dice.choice("aab"),
        visibility=visibility,
    )
