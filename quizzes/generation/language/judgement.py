"""Whether words judge: what they stand in is somebody's view, and not what every text on the topic would say."""

from __future__ import annotations

import re

_FORECAST = "should|must|cannot|will|could|may(?! \\d)|might|likely|unlikely|appears?|seems?|depends?|tends?|risks?|dangers?|threats?"
_DEGREE = (
    "consistently|deliberately|systematically|actively|persistently|hardly|barely|no longer|yet to|at best|in effect|in reality|in practice|mainly|primarily|merely|simply|brazenly|indeed|purely|entirely|fundamental(?:ly)?|heavily|"
    "more \\w+ than|less \\w+ than|too (?:much|many|little|few|\\w+ to)|so \\w+ that|as much as|not only|rather \\w+|by default|little"
)
_QUALITY = (
    "attractive|essential|indispensable|strong|powerful|awkward|serious|severe(?:ly)?|fatal|foolish|wise|prudent|sensible|remarkabl[ey]|impressive(?:ly)?|poor(?:ly)?|weak|fragile|stronger|strongest|superior|inferior|flawed|unclear|dubious|doubtful|crucial|key (?=factor|role|element|reason)|"
    "critical|decisive(?:ly)?|important|impossible|unstoppable|harsh(?:est)?|irreconcilable|overdependence|dependent|dependence|swift(?:ly)?|"
    "real|meaningful|symbolic|welcome|effective(?:ly|ness)?|ineffective|success(?:es|ful|fully)?|unsuccessful(?:ly)?|fail(?:s|ed|ure)?|inadequate|insufficient|"
    "limited|best|worst|better|worse|cautious|pragmatic|naive|reluctan\\w+|dangerous|costly|credible|legitimate|illegitimate|vague|"
    "wrongly|rightly|mistaken(?:ly)?|overestimated|underestimated|exaggerated|genuine|hollow|unjust|fair|unfair|"
    "cynical|hypocritical|hostile|stable|unstable|sustainable|unsustainable|realistic|unrealistic|ambiguous|inevitable|vulnerable"
)
_IMAGE = (
    "mixed blessing|turning point|game board|tool|instrument|lever(?:age)?|pretext|showcase|burden|obstacle|opportunity|hostage|victims?|winners?|losers?|"
    "propaganda|priority|determinants?|root|roots|cornerstone|myth|illusion|dilemma|guarantees?|capacity|image|landscape|paradigms?|faith|"
    "hearts and minds|status quo|double standards?|lip service|window of opportunity|balancing act|stalemate|deadlock"
)
_EFFECT = (
    "shap(?:es|ed)|enabl(?:es|ed)|averted|contribut(?:es|ed) to|led to|resulted in|gave rise to|cost \\S+ (?:its|their|the)|help(?:s|ed) (?:to )?\\w+|"
    "means that|contradict(?:s|ed)|makes (?:it|the|any|every)|keeps|leaves|amount(?:s|ed) to|rest(?:s|ed) on|hing(?:es|ed) on|reli(?:es|ed) on|owes?|"
    "explain(?:s|ed)|heighten(?:s|ed)|eas(?:es|ed)|increas(?:es|ed) (?:its|the|their) \\w+|hamper(?:s|ed)|hinder(?:s|ed)|imped(?:es|ed)|reshap(?:es|ed)|driven by|influenced|forc(?:es|ed)|prevent(?:s|ed)?|encourag(?:es|ed)|accelerat(?:es|ed|e)|prolong(?:s|ed)?|"
    "jeopardi[sz](?:es|ed)|undermin(?:es|ed|e)|threaten(?:s|ed)?|damag(?:es|ed|e)|strengthen(?:s|ed)|weaken(?:s|ed)|reinforc(?:es|ed)|"
    "worsen(?:s|ed)|deepen(?:s|ed)|constrain(?:s|ed)?|determin(?:es|ed|e)|dominat(?:es|ed|e)|transform(?:s|ed)|inspir(?:es|ed)|"
    "serv(?:es|ed) \\S+(?: \\w+)? interests?|made \\S+(?: \\w+){1,4} (?:dependent|possible|impossible|vulnerable)|brought \\S+ closer|"
    "clash(?:es|ed)|court(?:s|ed)? favou?r|lost faith|lack(?:s|ed)?|paved the way|backfir(?:es|ed)|expos(?:es|ed)|reveal(?:s|ed)|"
    "benefit(?:s|ed)?|harm(?:s|ed)?|legitimi[sz](?:es|ed)|rewards?|rewarded|left \\S+ (?:with|without|isolated|exposed)"
)
_JUDGES = re.compile(rf"\b(?:{'|'.join((_FORECAST, _DEGREE, _QUALITY, _IMAGE, _EFFECT))})\b", re.IGNORECASE)


def judges(text: str) -> bool:
    """Whether the text forecasts, weighs, praises or blames, speaks in an image, or says what had which effect."""
    return _JUDGES.search(text) is not None
