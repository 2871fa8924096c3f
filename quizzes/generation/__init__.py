"""Question generation: a parsed document in, questions bound to its passages out; the same seed gives the same quiz.

result = generate(document, count=12, seed=1, glossary=(Term("CSTO", ("Collective Security Treaty Organization",)),))
for question in result.questions: question.kind, question.stem, question.data, question.evidence
result.abstained    # {"anaphora": 14, …}: how many candidates fell for which reason
"""

from __future__ import annotations

from .pipeline import generate
from .types import Evidence, Fact, Question, Result, Term

__all__ = ["Evidence", "Fact", "Question", "Result", "Term", "generate"]
