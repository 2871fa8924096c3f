"""What the demo people write beside the text: on any passage, or on one that holds a certain term of the glossary."""

from __future__ import annotations

#: The teacher's questions to the class.
PROMPTS = (
    "Before you go on: which of our other texts would agree with this sentence, and which would not?",
    "Look at the verb here. What would change if the author had chosen another one?",
    "What would you need to see to believe this number? Write down one document that could settle it.",
    "Whose words are these, the author’s or somebody’s who is quoted? Mark where the quotation ends.",
)

GENERAL = (
    "Who is the source for this? There is no note.",
    "Compare the date with the other reading, I had it a day later.",
    "This is the main claim of the section, I think.",
    "Good summary, I will use it in my essay.",
    "I had to read this three times. So first the offer, then the refusal?",
    "The passive hides who decided it.",
    "Is this the author speaking or the ministry?",
    "Nice example of a hedge: may, could, is said to.",
    "The other text uses a different name for the same place.",
    "That would be a strong argument if there were a figure.",
    "Does anybody know whether this was ever published?",
    "I disagree, the order of events matters here and it is turned round.",
    "Important for the quiz!",
    "We talked about this in the seminar on Tuesday.",
    "Sounds neutral, but look what is left out.",
    "The first time that the text says why and not only when.",
    "Two causes are put together here that the other author keeps apart.",
    "Look up: when exactly did this enter into force?",
    "A map would help me.",
    "Is this still true today?",
    "The number is rounded, the other source gives it exactly.",
    "I like how both sides get one sentence each.",
    "What is the difference between signing and ratifying again?",
    "The author knows the end of the story, the people in it did not.",
    "Key word. The whole disagreement hangs on it.",
    "Could be read in two ways.",
    "This explains the reaction in the next paragraph.",
    "A claim about motives. How would one check it?",
    "Same event, opposite adjective in the other text.",
    "For my timeline.",
    "Interesting that only one of the three governments is quoted.",
    "Not sure I follow the step from here to the conclusion.",
    "So membership on paper and membership in practice are two things.",
    "Ask in class: why then and not two years before?",
    "This is where I would start a discussion section.",
    "The footnote is worth reading here.",
    "Short sentence, big assumption.",
    "I would call this an opinion, not a fact.",
    "Contradicts what I had noted from the last reading. Check both.",
    "Reminds me of other frozen talks that I know from home.",
    "Good definition in passing.",
    "Only here do we learn who was not in the room.",
)

#: By the slug of a term in the passage.
BY_TERM = {
    "minsk-group": (
        "Each text gives the group another beginning. Is it the meeting, the mandate or the chairs that counts?",
        "For one author it mediates, for another it manages. That is a judgement in one verb.",
        "When did it really end: when it stopped meeting or when it was closed?",
    ),
    "csto": (
        "Members in which year? The list changes between our texts.",
        "The short form is spelt in several ways, careful when searching.",
        "Alliance, organisation, bloc: three words for one thing.",
    ),
    "eaeu": (
        "EAEU here, EEU elsewhere. Same union?",
        "Founded by a treaty of one year and started in the next, so both dates can be right.",
    ),
    "cis": ("Joining, signing, ratifying: the authors do not mean the same by membership.",),
    "osce": ("It was still called CSCE then.",),
    "nagorno-karabakh": (
        "The choice of the name already tells where the author stands.",
        "Let us collect all names for it with the source of each.",
    ),
    "peacekeepers": ("Peacekeepers or troops? The texts differ.",),
    "trilateral-statement": (
        "Statement, agreement, ceasefire, capitulation: four names in four texts.",
        "Nine points, but which of them had a date?",
    ),
    "lachin-corridor": ("Corridor or road? Compare the wording of the points.",),
    "zangezur-corridor": ("This name does not stand in the statement itself, only transport links do.",),
    "stepanakert": ("Two names for one town, and each text uses only one of them.",),
    "shusha": ("One letter more or less and you know who wrote it.",),
    "co-chairs": ("Three states since 1997. Before that it is less clear, see the other reading.",),
    "territorial-integrity": ("Next to self-determination: two principles that both stand in the same documents.",),
    "self-determination": ("Who is the self here?",),
    "frozen-conflict": ("Frozen for whom? People were killed on the line every year.",),
    "guam": ("Moldova is in it too, easy to forget.",),
    "nato": ("Partnership is not membership, the sentence almost blurs it.",),
}
