"""Words that ask for another one: what is lacking, and where it is told."""

from __future__ import annotations

import pytest

from quizzes.generation.language.leaning import leaning
from quizzes.generation.language.relational import lacking
from quizzes.generation.language.standalone import anaphora, text_deixis

LACKING = {
    "how many shares did the Danes buy": "many shares",
    "What was the dividend on the Danish holding a year from 1895": "the Danish holding",
    "The presence of Norway as a co-chair": "a co-chair",
    "The quick victory of Danish troops": "The quick victory of Danish troops",
    "The steady purchase of timber": "The steady purchase of",
    "is likely to prolong timber and grain imports from Norway": "grain imports from",
    "what is the yearly cost of non-cooperation": "cost of non-cooperation",
    "was a framework agreement signed in Bergen by Norway and Denmark": "a framework agreement",
    "endangered a global program on which Norway had placed hopes": "a global program",
    "struck the first blow with a spade on 25 April 1859": "the first blow",
    "asked a few sensible questions and left": "asked a few sensible questions",
    "heard the pilot and gave her answer": "gave her answer",
    "Who, agrees that exports of cod made Bergen rich": "agrees",
    "was a further burden for Norway": "a further",
    "is a reason why the strife between Norway and Denmark has continued": "has continued",
    "has shaped Norwegian law from the very beginning": "from the very beginning",
    "came back with a bundle of papers": "came back",
    "how many people lived where there had been none in Bergen": "had been none",
    "The old consul Ada Lind warned in Bergen": "warned",
    "lets Norway believe that its position is safe": "its position",
    "stopped petitioner and asked him for his papers": "petitioner",
}
TOLD = (
    "how many shares of the Bergen Company did the Danes buy",
    "Which country put up Lofoten shares for public sale",
    "was appointed as a co-chair of the Herring Group",
    "The quick victory of Danish troops in the Herring War",
    "The steady purchase of Norwegian timber",
    "is likely to prolong Denmark's grain imports from Norway",
    "what is the yearly cost of non-cooperation between the states of the Baltic",
    "was a framework agreement on cod signed in Bergen by Norway and Denmark",
    "was a border treaty signed in Bergen by Norway and Denmark",
    "signed a pact with Denmark in 1912",
    "began a national program of tree planting",
    "struck the first blow for the Bergen tunnel",
    "asked a few sensible questions about the tunnel",
    "Norway agrees with Denmark on cod",
    "Norway and Denmark agreed to share the cod",
    "has continued since the Herring War",
    "has shaped Norwegian law from the beginning of the century",
    "came back to Bergen",
    "lets Norway believe that its position on cod is safe",
    "The old consul Ada Lind warned that cod was dear",
    "The sale was announced in Bergen",
    "heard the petitioner Lind",
)


@pytest.mark.parametrize(("text", "lacks"), LACKING.items())
def test_a_word_that_asks_for_another_one_leans_without_it(text, lacks):
    assert lacking(text) == lacks


@pytest.mark.parametrize("text", TOLD)
def test_a_word_that_has_what_it_asks_for_stands_alone(text):
    assert lacking(text) is None


def test_what_lacks_a_word_leans_on_its_page():
    assert leaning("Norway bought 40 shares in 1912") == "40 shares"


def test_what_something_is_called_does_not_say_which_is_meant():
    assert leaning('Norway called the lock "the key" of Bergen') == "the lock"
    assert leaning('Norway built the lock "Ada" at Bergen') is None


def test_one_and_the_other_name_each_other():
    assert anaphora("Norway has one law for cod and another for herring") is None
    assert anaphora("Norway has another law for herring") == "another"


def test_the_report_of_somebody_is_not_the_one_that_is_read():
    assert text_deixis("the report of Ada Lind was published") is None
    assert text_deixis("the report was published") == "the report"
