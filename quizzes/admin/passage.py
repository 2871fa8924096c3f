"""The field for a question's passage: a paragraph by its number, and the words in it that decide."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from quizzes.models import Question
from readings.models import Block


class PassageForm(forms.Form):
    paragraph = forms.IntegerField(
        min_value=1, required=False, help_text="The number beside it in the reading; empty for no passage."
    )
    quote = forms.CharField(
        label="Its words that decide",
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        strip=True,
        help_text="Copied from the paragraph; empty for the whole paragraph.",
    )

    def __init__(self, question: Question, blocks: Sequence[Block], data: QueryDict | None) -> None:
        block = question.evidence_block
        initial = {"paragraph": block.number if block else None, "quote": question.evidence_quote}
        super().__init__(data, initial=initial, prefix="passage")
        self.blocks, self.question = {block.number: block for block in blocks}, question
        self.place: tuple[Block | None, int, int] = (None, 0, 0)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        number, quote = data.get("paragraph"), data.get("quote", "")
        if number is None:
            if quote and quote != self.question.evidence_quote.strip():
                self.add_error("paragraph", "Give the number of the paragraph that says it.")
            return data
        block = self.blocks.get(number)
        if block is None:
            self.add_error("paragraph", f"This reading has paragraphs 1 to {max(self.blocks, default=0)}.")
        elif found := self.found(block, quote):
            self.place = (block, *found)
        else:
            self.add_error("quote", f"Paragraph {number} does not say this. Copy its words as they stand.")
        return data

    def found(self, block: Block, quote: str) -> tuple[int, int] | None:
        """Where the words stand; line breaks and double spaces of what was pasted do not count."""
        if not quote:
            return 0, len(block.text)
        own = self.question
        if (
            block == own.evidence_block
            and quote == own.evidence_quote == block.text[own.evidence_start : own.evidence_end]
        ):
            return own.evidence_start, own.evidence_end
        match = re.search(r"\s+".join(map(re.escape, quote.split())), block.text)
        return (match.start(), match.end()) if match else None

    def evidence(self) -> dict[str, Any]:
        """As the question stores it; a passage that the text lost is kept by its words alone."""
        if self.add_prefix("paragraph") not in self.data:
            return {}
        block, start, end = self.place
        if block is None:
            quote = self.question.evidence_quote if self.cleaned_data["quote"] else ""
            return {"evidence_block": None, "evidence_start": 0, "evidence_end": 0, "evidence_quote": quote}
        return {
            "evidence_block": block,
            "evidence_start": start,
            "evidence_end": end,
            "evidence_quote": block.text[start:end],
        }
