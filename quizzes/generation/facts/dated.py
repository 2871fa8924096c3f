"""Dated statements: a clause with one date that can only belong to it, and that tells without it what happened then."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from quizzes.generation.language.clauses import ALONE, balanced, hedged, is_list
from quizzes.generation.language.dates import Date, dates
from quizzes.generation.language.lexicon import BODY_WORDS
from quizzes.generation.language.standalone import anaphora, deixis, pointing_outside
from quizzes.generation.language.tenses import BE, base_of_past, verb_places
from quizzes.generation.language.verbs import BASES, PARTICIPLES, PASTS
from quizzes.generation.language.words import FUNCTION_WORDS, bag, bare, content, stem, tokens, upper_first, word_count
from quizzes.generation.text.sentences import Sentence
from quizzes.generation.text.source import Source
from quizzes.generation.text.wording import in_full
from quizzes.generation.types import Fact

_ASIDE = re.compile(r"\s*\([^()]*\)")
_NO_TITLE = (
    r"(?!(?!The |A |An |In |On |At |After |When )(?:[A-ZÀ-Ž][\w’'-]+ (?:(?:of|the|in|and|for|on|to|from) )*){3})"
)
_HEADED = re.compile(rf"^[A-Z][\w/ -]{{2,30}}: (?=[A-Z]){_NO_TITLE}")
"""A heading that runs into its paragraph, "Peru and Chile: In 1931 …", and not the first half of a title."""
_BREAK = re.compile(
    rf"; (?:and |but )?|: {_NO_TITLE}| – | — |—|--|, (?:and|but|so|yet|while|whereas|although|though),? "
)
_PART = r"(?: the)?(?: (?:early|late|mid-?|spring|summer|autumn|fall|winter|end|start|beginning|middle|evening|morning|afternoon|\w+ (?:quarter|half))(?: of)?)? "
_OPENS = re.compile(rf"^(?:[^,]{{3,70}}, (?:and )?)?(?:In|On|At|During|As early as|As late as){_PART}$", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:After|Before|Under|With|Despite|Following|At|In|On|During|For|By|Through|Amid|Thanks to|According to) [^,]{3,90}, (?=(?:the |a |an |[a-z]+ (?=[A-Z]))?[A-ZÀ-Ž][^,]* )"
)
"""What may lead up to a clause that ends with its date: "After long talks, Norway left the Pact in 1931"."""
_INSIDE = re.compile(rf",? (?:in|on|at){_PART}$")
_HELD_ON = re.compile(r"(?P<what>(?:The|A|An) [^,]{3,80}) (?:of|on|in) ")
"""A subject that has a date of its own: "A summit in Lima on 4 May 1931 took the decision …"."""
PAPERS = "agreement|treaty|pact|protocol|convention|accord|contract|concession|law|decree|statute|ordinance|award|ruling|judgment|charter|referendum|resolution"
"""Papers that are known by what they did."""
_PAPER_ON = re.compile(
    rf"(?P<what>The (?:[a-z-]+ )?(?:{PAPERS}))(?= (?:on|for|about|between) (?:[\w’'-]+ ){{1,8}}?(?:was|were) (?:signed|concluded|adopted|ratified|proclaimed)\b)"
)
"""A paper that says on what it is: the question need not know it from before."""
_SETTING = re.compile(
    r"(?:at|after|under|following|during|with|amid|as|in|on|for|before|by|shortly|only|just) [^,]{3,80}, (?=[A-ZÀ-Ž“\"a]|the )",
    re.IGNORECASE,
)
"""What may stand between a leading date and its clause: "On 4 May 1931, after two votes, the Council …"."""
_HAD = re.compile(r"\bhad (?P<been>been )?(?P<verb>[a-z]+)\b")
_WITHIN = re.compile(
    r"(?:.*, )?(?:at|during|in|on) (?!(?:the )?(?:basis|aftermath|wake|years|decades|run-up|light|response|view|addition|contrast|spite|"
    r"case|line|months|eve|weeks|days|search|order|anticipation|preparation)\b)[^,]{3,90} (?:in|on|of) $",
    re.IGNORECASE,
)
"""A setting that holds the date itself: "At a meeting with the Board in May 1931, Ada Lind …"."""
_NAME = r"(?:[A-ZÀ-Ž][\w’'.-]*|[“\"‘'][^”\"’']{3,60}[”\"’'])(?: (?:of |the |for |and |on )*[A-ZÀ-Ž][\w’'.-]*)*"
_VERBS_ON = r"(?:(?:was|were|had|has|is|are|also|then|later|\w+ly) )*[a-z]+(?:ed|t|ew|ew|d|n|g|k)\b"
_ADDED = re.compile(
    rf"(?<! of)(?<! in)(?<! to)(?<! on)(?<! at)(?<! by)(?<! for)(?<! with)(?<! from)(?<! and)(?:^| )"
    rf"(?P<name>(?:[Tt]he (?:[a-z-]+ ){{1,3}}(?:in|of|between|with|on) |[Tt]he )?[“\"]?{_NAME}(?: [a-z]+)?),?[”\"]?,? which,? "
    rf"(?P<clause>(?:[^,;:–]|, (?=\d{{4}}))+)"
)
"""A clause that "which" adds to a name: "the Lima Pact, which collapsed in 1931"."""
_OBJECT = re.compile(
    rf"\b[Tt]he (?P<thing>(?:[\w-]+ ){{1,8}}?)(?:which|that) (?P<maker>(?:the )?{_NAME}(?: and (?:the )?{_NAME})?) "
    rf"(?P<made>signed|concluded|adopted|published|proposed|launched|issued|passed|founded|reached|presented)(?P<rest>(?: [^,;:]*?)?) (?=(?:in|on) (?:\w+ ){{0,3}}\d)"
)
"""What a clause tells of the thing that somebody made: "the pact which Chile concluded with Peru in 1931"."""
_OPENING_WHICH = re.compile(
    r"(?:(?:However|Moreover|Furthermore|Finally|Similarly|In addition), )?(?P<thing>[Aa]n? [^;:–]{10,110}?), which (?P<clause>(?:was|were|had been) [^,;:–]+)"
)
"""A thing with a long name, of which "which" tells: "A format for talks between Chile and Peru, which was created in 1931, …"."""
_HAVING = re.compile(rf"(?P<name>(?:[Tt]he )?{_NAME}), having (?P<verb>[a-z]+) (?P<rest>[^,;:]*\d{{4}}), ")
"""What was done before: "Norway, having left the Pact in 1931, …"."""
_NO_QUOTES = str.maketrans("", "", '“”"')
_ADDED_ASIDE = re.compile(rf",[”\"]? (?:which|who|whose) [^,;:–]+, (?={_VERBS_ON})")
_IT = re.compile(r"(?P<when>(?:[Ii]n|[Oo]n) [^,]*?\d{4},? )?(?P<it>its?) (?=\w)")
_SECOND_NAME = re.compile(
    rf"(?<=[\w)]), (?:an?|the|its|then|then the|made up|led|headed|known|based|formed|chaired|founded|[a-z]+ing) (?![^,]* (?:was|were) )[^,]{{3,80}}, (?={_VERBS_ON})"
)
"""Who or what the subject is besides: "Ada Lind, a founder of the party, …"."""
_ACTS = rf"(?!(?:and|but|in|on|an|at|not|it|that|then|when|been|as|with|most|first|second|third)\b){_VERBS_ON}"
_BETWEEN = re.compile(
    rf"(?<=[\w)]), (?:on|at|under|in|after|for|by|despite|following|against|over|during|citing) (?![^,]*\d{{4}})[^,]{{3,60}}, (?={_ACTS})"
)
"""How it came that the subject acted: "Norway, on the king's order, sent …"."""
_QUOTED = re.compile(r", [“\"][^“”\",]{3,40},?[”\"],? (?=the |a |an )")
"""A name that somebody is called by the way: "gave Lind, "our friend", the power …"."""
_TOGETHER = re.compile(rf", ((?:together|along|jointly) with [^,]{{3,60}}), (?={_ACTS})")
_ANOTHER = re.compile(
    rf"^(?:(?:Another|One|A|An) [a-z][^,A-Z]*, (?P<name>(?:the )?{_NAME}(?: in {_NAME})?),? (?={_VERBS_ON})|[Tt]hen (?=[A-Z]))"
)
"""What leads up to the name of a subject: "Another bank, the Harbour Fund, …"."""
_ALSO = re.compile(
    r" (?:also|then|(?:himself|herself|itself|themselves)(?= (?:was|were) )|subsequently|consequently|eventually|finally|thus|therefore|duly|ultimately) "
)
"""Words that only link a clause to those around it."""
_ANOTHER_ONE = re.compile(r"(?<!one)(?<!after)(?<!or) another (?=([a-z])[^,]*[A-ZÀ-Ž0-9])")
"""One more of a kind, which its name or size tells from the others."""
_AND = re.compile(r"^(?:[Aa]nd|[Bb]ut|[Yy]et|[Ss]o) ")
_TO_BOTH = re.compile(r" (?:to|with|between|by|for) (?:the|both|all) (?:two )?(?:parties|sides)$")
_LONG_TAIL = re.compile(
    r",? (?:with|through|in order to|so as to|as part of|and (?=[a-z]+ed )|along with|together with|under|despite|by (?:\w+ly )?\w+ing|in exchange|in return|"
    r"on the (?:basis|grounds)|as well as)\b"
)
"""Where a long clause may end."""
_NEEDS_AIM = re.compile(
    r"\b(?:ask|invit|urg|order|request|persuad|allow|agre|decid|vot|seek|sought|tri|attempt|want|offer|promis|refus|pledg|plann|propos)\w*\b"
)
"""Verbs that say nothing without the "to …" that follows."""
_PREPOSITION = re.compile(r" (?:in|on|at|for|from|with|by|about|under|over|after|before|during|against|into|through) ")
_WHEN = re.compile(r",? when (?=\S)")
_TAIL = re.compile(
    r", (?:which|who|whom|whose|where|when|while|whereas|although|though|because|since|as|with|after|before|until|including|located|situated|based|"
    r"especially|approximately|almost|nearly|about|despite|following|an? (?:move|step|decision|development|measure|result|fact)|prompting|leading|making|thus|thereby|so|but|and|\w+ing|(?:\w+ ){1,3}(?:after|before|later))\b|"
    r" (?:because|although|whereas|so that|in order to) | [–—] |, (?:an?|the) (?!.* and )[a-z][^,]*$"
)
_GOES_ON = re.compile(r" (?:to|on|about|at|by|with|for|against|between|as|from|into|over|under|through|after) ")
_LATER = re.compile(
    r"\b(?:had|has|have|will|would|is|are|remains?|remained|continued?s?|still|since|until|after|before|once|while|there (?:was|were)|ever|"
    r"ha[ds]n['’]t)\b"
)
"""Words that lead away from the one moment that the date names."""
_STATE = re.compile(
    r"\b(?:saw|viewed|regarded|considered|expected|argued|claimed|said|wrote|noted|reported|improved|worsened|found|described|stayed|thought|meant|felt|was able|were able)\b|"
    r"\b(?:seem|appear|exist|live|know|believe|think|want|need|like|remain|consist|depend|belong|mean|matter|hope|wish|range|average|exceed)(?:e?d|ed)\b|\b(?:was|were) (?:a|an|the|not|no|only|also|about|at|in|still|already|[\d£$€])\b"
)
"""What lasts, and so has no one date."""
_ABSTRACT = re.compile(
    r"\b(?:aspect|issue|phase|stage|question|problem|dimension|element|factor|culmination|consequence|feature|timing)s?\b"
)
"""What does nothing itself."""
FEWEST_WORDS, LONG, MOST_WORDS = 4, 22, 26


def find(source: Source, refused: Counter[str]) -> Iterator[Fact]:
    """An event fact for each clause that one date belongs to."""
    for sentence in source.sentences:
        text = _HEADED.sub("", bare(_ASIDE.sub("", sentence.clean).strip())).rstrip(" .")
        if not dates(text) or text.endswith("?") or aside(sentence):
            continue
        for told, date in happenings(text):
            known = (in_full(short, source) if word_count(short) < FEWEST_WORDS else short for short in versions(told))
            fit = min((short for short in known if problem(short, source) is None), key=weighs, default=None)
            if fit is None:
                refused[f"dated: {problem(told, source)}"] += 1
            else:
                yield fact_of(fit, date, sentence, source)


def aside(sentence: Sentence) -> bool:
    """Whether a sentence stands in brackets or gives what somebody else says."""
    return sentence.quoted or bool(_HEARSAY.search(sentence.text))


def slight(told: str, sentence: Sentence) -> bool:
    """Whether a happening is dated right, but judged or told as an example: a lesser fact."""
    return weighs(told) or bool(_BY_THE_WAY.search(sentence.text))


def happenings(text: str) -> Iterator[tuple[str, Date]]:
    """Each (clause without its date, date) of a sentence."""
    for clause in clauses(text):
        found = dates(clause)
        if found and (when := _WHEN.match(clause, found[-1].end)):
            yield plain(whole(clause[when.end() :]).split(", ")[0]), found[-1]
            clause = clause[: when.start()]
        if len(found) == 1 and (told := without(clause, found[0])):
            yield plain(told), found[0]


def plain(told: str) -> str:
    """The clause without what it need not say: a second name, "also", and a tail that makes it long."""
    told = _ANOTHER_ONE.sub(lambda m: " an " if m[1] in "aeiou" else " a ", _TO_BOTH.sub("", linkless(one_name(told))))
    for tail in reversed(list(_LONG_TAIL.finditer(told))):
        if word_count(told) > LONG and not pointing_outside(told[: tail.start()]):
            told = told[: tail.start()]
    return upper_first(_AND.sub("", told))


def linkless(text: str) -> str:
    """The text without words that link it to what went before."""
    return _ALSO.sub(" ", text)


def one_name(text: str) -> str:
    """The text with a single name for its subject."""
    text = _QUOTED.sub(" ", text)
    text = _BETWEEN.sub(" ", _TOGETHER.sub(r" \1 ", text))
    return _SECOND_NAME.sub(" ", _ANOTHER.sub(lambda m: f"{m['name']} " if m["name"] else "", text))


def versions(told: str) -> Iterator[str]:
    """The clause, and what stands of it before a tail that may point outside: "… opened a bank to end the crisis"."""
    yield told
    if paper := _PAPER_ON.match(told):
        yield indefinite(paper["what"]) + told[paper.end() :]
    if suffering := passive_of(told):
        yield suffering
    if pointing_outside(told):
        ends = [match.start() for match in _LONG_TAIL.finditer(told)]
        pointer = told.find(anaphora(told) or deixis(told) or told[-1:])
        aside = [match.start() for match in _PREPOSITION.finditer(told) if match.start() < pointer][-1:]
        aims = [
            match.start()
            for match in re.finditer(r" to (?:\w+ly |further |better )?(?=(\w+))", told)
            if match[1] in BASES and not _NEEDS_AIM.search(told[: match.start()])
        ]
        for end in sorted({*ends, *aims, *aside}, reverse=True):
            words = told[:end].split(" ")
            places = verb_places(words)
            if places and len(content(" ".join(words[places[0] + 1 :]))) > 1:
                yield told[:end].rstrip(" ,")
    for second in re.finditer(r",? and (?:\w+ly )?([a-z]+) ", told):
        if base_of_past(second[1]):
            yield told[: second.start()].rstrip(" ,")
            return


def passive_of(told: str) -> str | None:
    """ "The heads of state founded the Copper Fund" as "the Copper Fund was founded", where what was made has a name."""
    words = told.split(" ")
    places = verb_places(words)
    made, rest = words[places[0]] if places else "", " ".join(words[places[0] + 1 :]) if places else ""
    if made not in _MADE or not _A_NAME.fullmatch(rest):
        return None
    many = re.search(r"[^s]s\W*$", re.split(r" (?:of|for|on) ", rest)[0])
    return f"{upper_first(rest)} {'were' if many else 'was'} {made}"


def clauses(text: str) -> Iterator[str]:
    """The clauses of a sentence, with those that a "which" adds to a name."""
    for inner in _ADDED.finditer(text):
        first = inner["clause"].split(" ", 1)[0]
        if not (first in BE or first in ("in", "on", "also", "later", "had") or base_of_past(first)):
            continue  # "which" is not its subject
        if " and " in inner["name"] and not inner["name"].startswith(("the ", "The ")):
            continue  # the end of a list, in which one is meant or the thing before it
        yield inner["name"].translate(_NO_QUOTES) + " " + inner["clause"]
    if (done := _HAVING.match(text)) and done["verb"] in PARTICIPLES:
        yield f"{done['name']} {PASTS[PARTICIPLES[done['verb']]]} {done['rest']}"
    whole_name = _OPENING_WHICH.match(text)
    if whole_name and not has_verb(whole_name["thing"]):
        yield f"{upper_first(whole_name['thing'])} {whole_name['clause']}"
    for made in _OBJECT.finditer(text):
        date = dates(text[made.end() :])[:1]
        if date and date[0].start < 20:
            yield f"{made['maker']} {made['made']} {one(made['thing'])}{made['rest']} {text[made.end() : made.end() + date[0].end]}"
    yield from main_clauses(one_name(_ADDED_ASIDE.sub(" ", text)))


def one(thing: str) -> str:
    """ "military pact" as "a military pact"; a name keeps its article."""
    return f"{'the' if thing[0].isupper() else 'an' if thing[0] in 'aeiou' else 'a'} {thing.strip()}"


def main_clauses(text: str) -> Iterator[str]:
    """The sentence cut where a clause with a verb of its own begins, and two deeds of one actor told apart."""
    start, pieces = 0, []
    for cut in _BREAK.finditer(text):
        if (cut.group() == ": " or has_verb(text[start : cut.start()])) and has_verb(
            ", ".join(text[cut.end() :].split(", ")[:2])
        ):
            pieces.append(text[start : cut.start()])
            start = cut.end()
    for before, piece in pairwise(["", *pieces, text[start:]]):
        piece = with_name(piece, before)
        led = _LED.match(piece)
        yield from led_by(led["clause"], piece[led.end() :], piece) if led else deeds(piece)


def led_by(first: str, rest: str, piece: str) -> Iterator[str]:
    """ "When Norway left, Peru joined" as two clauses; the date of a "when" is that of both."""
    rest = with_name(rest, first)
    if told := dates(first):
        yield from deeds(first)
    if dates(rest):
        yield from deeds(rest)
    elif len(told) == 1 and piece.startswith("When "):
        yield f"In {told[0].text}, {rest}"


def with_name(piece: str, before: str) -> str:
    """ "in 1931 it joined the Pact", "its boats left" and "joined the Pact" with the name that the clause before has for its subject."""
    piece = re.sub(r"^(?:also|then|later|subsequently) ", "", piece)
    found = _IT.match(piece)
    if not found and not base_of_past(piece.split(" ", 1)[0]):
        return piece
    subject = subject_of(_LEAD.sub("", re.sub(r"^(?:When|After|Although|While|As) [^,]+, ", "", before), count=1))
    if not subject or not re.fullmatch(rf"(?:[Tt]he )?{_NAME}", subject):
        return piece
    if not found:
        return f"{subject} was {piece}" if suffered(piece, before) else f"{subject} {piece}"
    owner = "'s" if found["it"] == "its" else ""
    return f"{found['when'] or ''}{subject}{owner} {piece[found.end() :]}"


def second_deed(rest: str) -> bool:
    """Whether a second verb follows an "and": "left the Pact and closed the port"."""
    return any(
        base_of_past(verb) for verb in re.findall(r"(?: and|,) (?:\w+ly )?([a-z]+) (?:the|a|an|its|their|[A-Z])", rest)
    )


def suffered(piece: str, before: str) -> bool:
    """Whether "was" goes on: "Lind was ruined, and condemned in 1893 to …"."""
    passive = re.search(r"\b(?:was|were) (?:\w+ly )?(\w+)", before)
    verb = re.match(r"(\w+)(?: (?:in|on) [^,]*?\d{4})?(?= (?:to|by|for|from|at|in|as)\b|$|,)", piece)
    return bool(
        passive
        and verb
        and (base_of_past(passive[1]) or passive[1] in PARTICIPLES)
        and PARTICIPLES.get(verb[1], "die") not in ALONE
    )


def deeds(clause: str) -> Iterator[str]:
    """ "Norway left in 1931 and joined the Pact in 1934" as two clauses with one subject."""
    lead = _LEAD.match(clause)
    clause = clause[lead.end() :] if lead and not has_verb(lead.group()) and not dates(lead.group()) else clause
    found = dates(clause)
    link = re.match(r",? and (?=(?:also |then |\w+ly )?(\w+) )", clause[found[0].end :]) if len(found) == 2 else None
    subject = subject_of(clause)
    also = re.match(r" and (?=(?:\w+ly )?(\w+) )", clause[found[0].end :]) if len(found) == 1 else None
    if len(found) == 1 and second_deed(clause[: found[0].start]):
        return  # which of the two was it?
    if link and subject and base_of_past(link[1]):
        second = clause[found[0].end + link.end() :]
        yield clause[: found[0].end]
        yield f"{subject} {second}"
    elif also and subject and (base_of_past(also[1]) or also[1] in BE):
        yield clause[: found[0].end]
        if _MET.search(clause[: found[0].start]):
            yield f"On {found[0].text}, {subject} {clause[found[0].end + also.end() :]}"
    else:
        yield clause


_MADE_SO = re.compile(rf"\b(?:born|{'|'.join(sorted(PARTICIPLES))})\b")
"""A participle before a date has the date for itself: "a man born in 1905"."""
_MADE = frozenset(
    ["founded", "established", "created", "launched", "adopted", "ratified", "abolished", "dissolved", "introduced"]
)
_A_NAME = re.compile(rf"(?:the )?(?:{_NAME}|[A-Z]{{3,8}})")
_MET = re.compile(r"\b(?:met|gathered|assembled|convened)\b")
"""What is done only to do what comes next, on the same day."""


def has_verb(text: str) -> bool:
    return bool(verb_places(text.split(" ")))


_NO_SUBJECT = re.compile(
    r"^(?:Having|Being|In|On|At|By|For|With|From|To|Of|As|After|Before|During|Since|Until|Although|Despite|Under|Following|That|There|It|This|Also|Then|Only|(?!Italy\b)\w+ly)\b|"
    r"\b(?:that|which|who|where|when|while|then|it|he|she|they|we|I|eventually|also)\b|,",
)


_LED = re.compile(r"(?:When|After|Once|Before|Although|Though|While) (?P<clause>[^,]+?(?:, (?=\d{4}))?[^,]*), ")
"""A clause that another one opens with: "When Norway left the Pact in 1934, …"."""
_ADVERB_LAST = re.compile(r" (?:(?!family|supply|ally|assembly|monopoly|anomaly|reply)[a-z]+ly|also|then)$")
_APPOSED = re.compile(r", (?:the |a |an |its |then |[A-ZÀ-Ž])[^,]+,$")
"""A second name of the subject: "the party's founder, Ada Lind,"."""


def subject_of(clause: str) -> str | None:
    """What stands before the first verb, when it can be a subject."""
    words = clause.split(" ")
    places = verb_places(words)
    subject = _ADVERB_LAST.sub("", " ".join(words[: places[0]])) if places else ""
    plain = re.sub(r"(?i)^((?:the|an?) [a-z-]+), (?=[a-z-]+ [a-z])", r"\1 ", _APPOSED.sub("", subject))
    if is_list(plain):
        plain = plain.replace(",", "")
    return subject if subject and balanced(subject) and not _NO_SUBJECT.search(plain) else None


def whole(text: str) -> str:
    """A clause up to where a further one begins, behind its verb."""
    cut = _TAIL.search(text, verb_at(text))
    return (text[: cut.start()] if cut else text).rstrip(" ,")


def verb_at(text: str) -> int:
    """Where the first verb of the text stands, in characters."""
    words = text.split(" ")
    return len(" ".join(words[: next(iter(verb_places(words)), 0)]))


def without(clause: str, date: Date) -> str | None:
    """The clause without its date; None when the date may belong to something else than the verb."""
    before, after = clause[: date.start], clause[date.end :]
    lead = _LEAD.match(before)
    if lead and not has_verb(lead.group()):
        before = before[lead.end() :]
    if _WITHIN.fullmatch(before) and not has_verb(before) and re.match(r"(?: in [A-Z]\w+)?, (?=\S)", after):
        return whole(re.sub(r"^[^,]*, ", "", after))
    if _OPENS.match(before) and not has_verb(before) and re.match(r",? (?=[\w“\"‘'£$])", after):
        told = re.sub(r"^,? ", "", after)
        setting = _SETTING.match(told)
        return whole(told[setting.end() :] if setting and has_verb(told[setting.end() :]) else told)
    held = _HELD_ON.fullmatch(before)
    acts = re.match(rf" {_VERBS_ON}", after) or base_of_past(after.lstrip().split(" ", 1)[0])
    if held and not has_verb(before) and acts and not _MADE_SO.search(before):
        return whole(indefinite(held["what"]) + after)
    inside = _INSIDE.search(before)
    before = plain_past(before) if inside else before
    inside = _INSIDE.search(before)
    if (
        inside
        and re.fullmatch(
            rf"(?:To \w+(?: [^,]{{3,50}})?, )?(?:[Tt]he |de |von |van |al-)?{_NAME}", before[: inside.start()]
        )
        and re.match(rf",? {_VERBS_ON}", after)
    ):
        actor = re.sub(r"^To [^,]*, ", "", before[: inside.start()])
        return whole(f"{actor} {after.lstrip(' ,')}")
    if not inside or len(verb_places(before.split(" "))) != 1:
        return None
    head = before[: inside.start()]
    if any(word in BASES for word in re.findall(r"(?<!decided not)(?<!began)(?<!started)(?<!ceased) to (\w+)", head)):
        return None  # "agreed to leave in 1931": when did they agree?
    if _TAIL.search(head, verb_at(head)) or subject_of(head) is None:
        return None
    if not after.strip(" ,") or _TAIL.match(after) or after.startswith(" worth "):
        return head
    goes_on = _GOES_ON.match(after if not after.startswith(", ") else after[1:])
    return whole(f"{head} {after.lstrip(' ,')}") if goes_on else None


_SURE = re.compile(r"\b(?:the|a|his|her|their) will\b|(?<=decided )not(?= to\b)|(?<=agreed )not(?= to\b)")
"""What only looks like a doubt."""
_AT_PAGE = re.compile(r" (?:it|them|him|there)(?= |$)")
"""An object that only the page names."""


def indefinite(what: str) -> str:
    """ "The decree" as "A decree": what it did tells which one is meant."""
    paper = re.fullmatch(rf"The (?P<paper>(?:[a-z-]+ )?(?:{PAPERS}))", what)
    return f"{'An' if paper['paper'][0] in 'aeiou' else 'A'} {paper['paper']}" if paper else what


def plain_past(text: str) -> str:
    """ "had been founded" as "was founded", "had founded" as "founded", where the date is that of the deed."""
    match = _HAD.search(text)
    verb = match["verb"] if match else ""
    if match is None or verb not in PARTICIPLES:
        return text
    many = re.search(r" and |[^s]s$", re.split(r" (?:of|for|in|on|which|that)\b", text[: match.start()])[0])
    done = f"{'were' if many else 'was'} {verb}" if match["been"] else PASTS[PARTICIPLES[verb]]
    return f"{text[: match.start()]}{done}{text[match.end() :]}"


def problem(told: str, source: Source) -> str | None:
    """Why a clause is not fit to be dated: it does not stand alone, or tells of no one moment."""
    words = told.split(" ")
    places = verb_places(words)
    if not balanced(told) or re.search(r"[\[\]:;?]|…|\.\.\.|—|--|\s[–-]\s", told) or not places:
        return "not a plain statement"
    if subject_of(told) is None or _ABSTRACT.search(subject_of(told) or ""):
        return "no plain subject"
    if reason := pointing_outside(told):
        return reason
    if hedged(_SURE.sub("", told)) or _LATER.search(told) or _STATE.search(told):
        return "more than one moment"
    if _AT_PAGE.search(told):
        return "anaphora"
    if dates(told) or len(places) > 2 or (len(places) == 2 and " and " not in told and " that " not in told):
        return "more than one happening"
    if re.search(
        r"\b(?:that|to|of|the|a|an|and|or|in|with|for|by|which|who|as|from|starting|beginning|dating|ending)$", told
    ):
        return "cut"
    if too_little(told, source) or cut_short(told):
        return "too little said"
    return None if FEWEST_WORDS <= word_count(told) <= MOST_WORDS else "too short or too long"


_HEARSAY = re.compile(r"^\(|\b(?:according to (?!which)|reportedly|allegedly|rumou?r\w*)", re.IGNORECASE)
_BY_THE_WAY = re.compile(
    r"\b(?:for example|for instance|e\.g\.|by comparison|in comparison"
    r"|(?:point|referr?|appeal)(?:ed|ing|s)? to an? (?:1[5-9]|20)\d\d|(?:cit|invok|quot|recall)(?:ed|ing|es|s) an? (?:1[5-9]|20)\d\d)",
    re.IGNORECASE,
)
"""An example, or something older that somebody refers to: its date is told in passing."""
_JUDGEMENT = re.compile(
    r"\b(?:collapsed|faded|failed|intensified|fell|rose|grew|dropped|hardened|softened|weakened|strengthened|deteriorated|forced|faced|moved (?:forward|closer|away)|"
    r"came (?:within|close|under)|began to|increased|declined|stabili[sz]ed|asserted (?:itself|themselves)|shifted|reaffirmed|reviewed|led to|seriously|successfully|dramatically|rumou?r\w*)\b"
)
"""What one author dates so and another otherwise."""
_CUT_SHORT = re.compile(
    r"\bin parallel$|\bsigned between .+ by |\b(?:purchase|sale|delivery|supply) of \d(?!.*\b(?:from|to|by)\b)[^,]*$|\bnew [a-z]+$|\b(?:signatories|demands)$|['’]s? (?:[a-z]+ ){0,3}(?:statement|report|request|proposal|decision|plan|assessment|opinion|study|application|order|"
    r"demand|offer|decree)s?$|\bmore (?:moderate|radical|recent) |\b(?:was|were) \w+ that |"
    r"\bthe (?:annex|text|draft|tariff|strip|bill|ban|measures?)(?: (?:in|at|with|to|under)\b|$)|"
    r"\b(?:awarded|gave|sold|handed|ceded|returned|lent|offered|sent|granted|opened|closed) (?:the|it|them) ?[a-z]* (?:to|from|back|again)\b"
)
"""An end that leaves open of what, on what or for whom; and a paper between two that a third is said to have signed."""


def weighs(told: str) -> bool:
    """Whether a clause judges or sums up: a collapse, a fading, a hardening has no one date."""
    return bool(_JUDGEMENT.search(told))


def cut_short(told: str) -> bool:
    """Whether a clause stops before its object is told: "adopted the Board's report", "presented new demands"."""
    return bool(_CUT_SHORT.search(told))


_EMPTY = bag(
    "agreement proposal statement report pact treaty payment observer accord declaration document convention contract talk negotiation meeting "
    "visit deal plan measure step decision resolution role part place aid post office discussion effort relation party letter request"
)
_A_PAPER = re.compile(rf"An? (?:[a-z-]+ ){{0,2}}(?:{PAPERS})")
_EMPTY_STEMS = frozenset(stem(word) for word in _EMPTY)
"""Nouns that say nothing unless more is said about them: which agreement?"""


def too_little(told: str, source: Source) -> bool:
    """Whether a clause names nobody in its subject, or leaves open what was done: "Chile and Peru signed an agreement"."""
    words = told.split(" ")
    place = verb_places(words)[0]
    subject, rest = " ".join(words[:place]), " ".join(words[place + 1 :])
    mine, theirs = any(map(source.is_name, tokens(subject.removeprefix("The ")))), names_in(rest, source)
    known = mine or ((words[place] in BE or _A_PAPER.fullmatch(subject)) and theirs)
    if not known or len(content(told)) < 3:
        return True
    if re.search(
        r"^(?:an? )?(?:[a-z-]+ )?(?:member|participant|observer|partner|party|candidate)s?$|\bas the [a-z -]+$", rest
    ) or re.match(r"(?:over|up|off|place)(?: (?:under|in|at|as)\b|$)", rest):
        return True
    if rest in ("", "out", "into force", "into effect") or (words[place] in BE and " " not in rest):
        return False
    return len(content(rest) - _EMPTY_STEMS) + len(theirs) < (3 if words[place] in BE else 2)


def names_in(text: str, source: Source) -> list[str]:
    """The words of a text that are names, kinds of bodies apart."""
    return [
        word
        for word in tokens(text)
        if source.is_name(word) and word.casefold() not in BODY_WORDS and word.casefold() not in FUNCTION_WORDS
    ]


def fact_of(told: str, date: Date, sentence: Sentence, source: Source) -> Fact:
    """The fact that this happened on the date."""
    return Fact(
        "event", told, "happened", date.iso, date.exactness, sentence.evidence, sentence.section.id, source.index, date=date.iso,
        lesser=slight(told, sentence), parts={"asked": asked(told, source), "form": "clause"},
    )  # fmt: skip


def asked(told: str, source: Source) -> str:
    """The clause turned round for a question: "did Norway join the Pact", "was the Pact signed"."""
    words = told.split(" ")
    place = verb_places(words)[0]
    subject, verb, rest = source.inside(" ".join(words[:place])), words[place], " ".join(words[place + 1 :])
    if (len(verb_places(words)) > 1 and " and " in rest) or second_deed(rest):
        return ""
    if verb in BE:
        return f"{verb} {subject} {rest}".strip()
    if verb.endswith(","):
        return ""
    adverb = _ADVERB_LAST.search(subject)
    how = adverb.group().strip() + " " if adverb else ""
    return f"did {_ADVERB_LAST.sub('', subject)} {how}{base_of_past(verb)} {rest}".strip()
