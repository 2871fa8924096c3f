"""A question as the API shows it: what is asked, never what is right, unless the attempt's rule says so."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from quizzes.models import Question
from quizzes.models.question import number_text
from quizzes.selectors.asked import Asked
from quizzes.selectors.passages import Passage


class EntrySerializer(serializers.Serializer[Any]):
    id = serializers.CharField()
    text = serializers.CharField()


class QuestionSerializer(serializers.ModelSerializer[Question]):
    """Needs options and pairs prefetched."""

    options = EntrySerializer(many=True, source="data.options", help_text="Of a multiple-choice question.")
    passages = EntrySerializer(many=True, source="data.passages", help_text="Of a question that selects a passage.")
    unit = serializers.CharField(source="extra.unit", default="", help_text="Of the number that is asked for.")
    items = EntrySerializer(many=True, source="data.items", help_text="Of an ordering question.")
    premises = EntrySerializer(many=True, source="data.premises", help_text="Of a matching question.")
    responses = EntrySerializer(many=True, source="data.responses", help_text="What a matching question offers.")

    class Meta:
        model = Question
        fields = ["id", "kind", "level", "stem", "options", "passages", "unit", "items", "premises", "responses"]


class AnswerSerializer(serializers.Serializer[Any]):
    """An answer in the form of the question's kind; other keys are dropped."""

    choice = serializers.CharField(required=False, max_length=40, help_text="Id of the chosen option or passage.")
    text = serializers.CharField(required=False, max_length=300, help_text="Typed answer.")
    value = serializers.CharField(required=False, max_length=40, help_text="Number, as typed.")
    pairs = serializers.DictField(
        child=serializers.CharField(max_length=40), required=False, help_text="Premise id → response id."
    )
    order = serializers.ListField(
        child=serializers.CharField(max_length=40), required=False, help_text="Ids of all items, first to last."
    )


class PassageSerializer(serializers.Serializer[Passage]):
    quote = serializers.CharField()
    block = serializers.CharField(source="block.key", default=None, help_text="Null when it is gone from the reading.")
    number = serializers.IntegerField(source="block.number", default=None, help_text="Paragraph number.")
    url = serializers.CharField(help_text="The page where it stands.")


class ReasonSerializer(serializers.Serializer[Any]):
    id = serializers.CharField(help_text="Of an option, a premise or an item.")
    why = serializers.CharField()


class ResultSerializer(serializers.Serializer[Asked]):
    points = serializers.FloatField(source="response.points")
    is_correct = serializers.BooleanField(source="response.is_correct")
    right_answer = serializers.SerializerMethodField()
    accepted = serializers.ListField(
        child=serializers.CharField(), help_text="Of a typed or numeric question: everything that counts as right."
    )
    reasons = serializers.SerializerMethodField()
    feedback = serializers.CharField(source="question.feedback")
    passage = PassageSerializer(allow_null=True, help_text="The words that decide the question.")

    @extend_schema_field(AnswerSerializer)
    def get_right_answer(self, asked: Asked) -> dict[str, Any]:
        if asked.matches:
            return {"pairs": asked.question.data["pairs"]}
        if asked.places:
            return {"order": asked.question.data["order"]}
        if asked.accepted:
            return right_words(asked)
        return {"choice": next(choice.id for choice in asked.choices if choice.correct)}

    @extend_schema_field(ReasonSerializer(many=True))
    def get_reasons(self, asked: Asked) -> list[dict[str, str]]:
        return [
            {"id": entry.id, "why": entry.why} for entry in (*asked.choices, *asked.matches, *asked.places) if entry.why
        ]


def right_words(asked: Asked) -> dict[str, Any]:
    if asked.question.kind == "numeric":
        return {"value": number_text(asked.question.extra["value"])}
    return {"text": asked.accepted[0]}


class AskedSerializer(serializers.Serializer[Asked]):
    number = serializers.IntegerField()
    max_points = serializers.IntegerField(source="response.max_points")
    question = QuestionSerializer()
    answer = AnswerSerializer(source="response.answer", allow_null=True)
    saved_at = serializers.DateTimeField(source="response.saved_at", allow_null=True)
    result = serializers.SerializerMethodField(help_text="Null as long as the attempt's rule hides it.")

    @extend_schema_field(ResultSerializer(allow_null=True))
    def get_result(self, asked: Asked) -> Any:
        return ResultSerializer(asked).data if self.context["answers_shown"] else None
