"""Names of terms are found in running text: whole words, the longest name, in any script."""

from __future__ import annotations

from time import monotonic

import pytest

from readings.selectors.glossary_index import Matcher, Name

MATCHER = Matcher(
    [
        Name("Minsk Group", 1),
        Name("Minsk", 2),
        Name("CIS", 3, exact=True),
        Name("NGO", 4, exact=True),
        Name("Nagorno-Karabakh", 5),
        Name("treaty", 6),
        Name("peace corps", 7),
        Name("ՀԱՊԿ", 8, exact=True, inflects=False),
        Name("Содружество", 9, inflects=False),
        Name("U.S.", 10, exact=True),
        Name("Aliyev", 11),
        Name("Café", 12),
        Name("us", 13),
        Name("US", 14, exact=True),
        Name("box", 15),
        Name("Müstəqil", 16, inflects=False),
        Name("people's front", 17),
        Name("हिन्दी", 18, inflects=False),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Minsk Group met.", [("Minsk Group", 1)]),
        ("It met in Minsk.", [("Minsk", 2)]),
        ("In Minsk. Group work follows.", [("Minsk", 2)]),
        ("Minsk\tGroup", [("Minsk", 2)]),
        ("The MINSK GROUP met.", [("MINSK GROUP", 1)]),
        ("The CIS met.", [("CIS", 3)]),
        ("cis and Cis are not meant.", []),
        ("Precise CISTERNS.", []),
        ("Two NGOs and an NGO's head.", [("NGOs", 4), ("NGO", 4)]),
        ("Nagorno–Karabakh, Nagorno Karabakh and NAGORNO-KARABAKH", [("Nagorno–Karabakh", 5), ("Nagorno Karabakh", 5), ("NAGORNO-KARABAKH", 5)]),
        ("Treaties, a treaty, the treaty's end", [("Treaties", 6), ("treaty", 6), ("treaty", 6)]),
        ("Several peace corpses lie.", [("peace corpses", 7)]),
        ("ՀԱՊԿ-ը որոշեց", [("ՀԱՊԿ", 8)]),
        ("содружество и СОДРУЖЕСТВО", [("содружество", 9), ("СОДРУЖЕСТВО", 9)]),
        ("The U.S. position", [("U.S", 10)]),
        ("The Aliyevs and Aliyev’s office", [("Aliyevs", 11), ("Aliyev", 11)]),
        ("A cafe\u0301 and a café", [("cafe\u0301", 12), ("café", 12)]),
        ("US troops left us.", [("US", 14), ("us", 13)]),
        ("Boxes", [("Boxes", 15)]),
        ("MÜSTƏQİL", []),
        ("müstəqil", [("müstəqil", 16)]),
        ("The People’s Front", [("People’s Front", 17)]),
        ("यह हिन्दी है", [("हिन्दी", 18)]),
        ("pro-Minsk non-CIS", [("Minsk", 2), ("CIS", 3)]),
        ("", []),
    ],
)  # fmt: skip
def test_terms_are_found(text, found):
    assert [(text[hit.start : hit.end], hit.term) for hit in MATCHER.find(text)] == found


def test_hits_never_overlap_and_the_longer_name_wins():
    matcher = Matcher([Name("a b", 1), Name("b c d", 2), Name("a b c", 3)])
    assert [hit.term for hit in matcher.find("a b c d b c d")] == [3, 2]


def test_of_two_terms_with_one_name_the_first_keeps_it():
    assert [hit.term for hit in Matcher([Name("Tarn", 1), Name("tarn", 2)]).find("Tarn")] == [1]


def test_a_name_of_punctuation_only_is_never_found():
    assert Matcher([Name("–", 1)]).find("A – B") == []


@pytest.mark.bench
def test_a_text_ten_times_as_long_takes_about_ten_times_as_long():
    matcher = Matcher([Name(f"alpha beta {n}", n) for n in range(500)])

    def seconds(words: int) -> float:
        begun = monotonic()
        matcher.find("alpha beta gamma " * words)
        return monotonic() - begun

    seconds(1000)
    assert seconds(20_000) < 40 * max(seconds(2_000), 0.002)
