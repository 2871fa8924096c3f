"""A sentence that gives a figure, turned into the short question that the figure answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quizzes.generation.amounts.figures import ALL, BOUND, DIGITS, FIGURE, PERIOD, Figure, numbers, whole
from quizzes.generation.language.clauses import is_list, is_subject, trimmed
from quizzes.generation.language.dates import MONTHS
from quizzes.generation.language.statements import simple, verb_place
from quizzes.generation.language.tenses import base_of_past
from quizzes.generation.language.verbs import BASES, FINITE, PARTICIPLES
from quizzes.generation.language.words import bag, upper_first

Inside = Callable[[str], str]
"""How a sentence's opening looks inside a sentence."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question without its question mark, and the figure that answers it."""

    question: str
    subject: str
    """The subject of the clause; "its" in the question may belong to it."""
    figure: Figure
    where: str = ""
    """The place that the lead of the sentence gives: "in Peru"."""
    teller: str = ""
    """Whom the sentence itself credits with the figure."""
    aside: bool = False
    """Whether the sentence tells it by the way."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before a figure, in pieces: "Peru | has | received", "Norway | | cut | its fleet by"."""

    subject: str
    aux: str
    verb: str
    base: str
    mid: str

    @property
    def copula(self) -> bool:
        return not self.verb

    def turned(self, inside: Inside, mid: str) -> str:
        """The clause as it stands behind a question word."""
        subject = inside(self.subject)
        words = (self.aux, subject, self.verb, mid) if self.aux else (self.do, subject, self.base, mid)
        return " ".join(word for word in words if word)

    @property
    def told(self) -> str:
        """The verb as it stands in a clause, where it is a plain one."""
        return self.verb if not self.aux and self.verb != "had" and self.do == "did" else ""

    @property
    def do(self) -> str:
        """The form of "do" that fits the verb."""
        if self.verb == "has" or (self.verb in FINITE and FINITE[self.verb].form == "present"):
            return "does"
        return "do" if self.verb in BASES and self.verb == self.base and self.verb not in _SAME_PAST else "did"


_OF_ALL = f" of the {ALL}"
_SAME_PAST = bag("cut put set hit cost spread split let")
_HOLLOW_VERBS = bag("see witness estimate expect believe need want seek plan")
_WITH_IN = bag("bring take")
"""Verbs that "in" belongs to: "brought in 11 per cent of its income"."""
_MODAL = bag("was were is are has had have will would can could should may might")
_PASTS_TOO = {"cost": "cost", "lent": "lend", "fed": "feed"}
"""Past forms that the verb list leaves out, since they are nouns as well or rare."""
_PLURALS = bag("men women people children police migrants")
_BE, _HAVE = bag("was were is are"), bag("has have had")
_PREPOSITIONS = bag("for to of on at by with from in over across into within under")
_TIME_OF = rf"(?:the )?(?:end|beginning|start|middle|close|course|eve) of |(?:early|late|mid)[ -]|(?:the )?(?:\w+ )?(?:half|quarter) of |(?:the )?(?:period|years?|decades?|summer|winter|spring|autumn) (?:of |between )?|(?:{'|'.join(MONTHS)}) "
POLL = re.compile(r"\b(?:poll|survey|census)\b")
"""Where one is asked, and not where what one tells happens."""
TIME = rf"(?:[Ii]n|[Bb]y|[Aa]t|[Ss]ince|[Bb]etween|[Ff]rom|[Dd]uring|[Uu]ntil|[Oo]n|[Oo]ver|[Ww]ithin|[Aa]s of|[Bb]efore|[Aa]fter) (?:{_TIME_OF})*(?:the )?(?:(?:fiscal|financial|academic|school)(?: year)? )?(?:\d{{1,2}} \w+ )?{PERIOD}(?:s\b)?(?:(?: and | to |–|-)(?:{_TIME_OF})*(?:\w+ )?{PERIOD})?(?: (?:academic|school|financial|fiscal) year| season| alone)?"
_WHEN = re.compile(
    rf"^(?P<when>{TIME})(?:,? alone)?(?:, the [^,;:\d]{{5,60}}(?=, ))?(?:, | (?=[A-Z]|the |an? |about |\d))"
)
_WHERE = re.compile(
    r"^(?P<where>(?:In|Across|Within|Throughout|Among|For|Outside|Under) (?:the )?(?:[\w’'-]+ ){0,4}?[A-Z][\w’' -]{2,40}?"
    r"|In (?:an?|the) [^,]{0,30}\b(?:poll|survey|census|referendum|elections?|vote)\b[^,]{0,30})(?: as a whole)?, (?=.)"
)
_TIME_INSIDE = re.compile(rf" {TIME}(?= (?:at an? (?:[a-z]+ )?(?:cost|price) of|for|by|to|at|with|from)$)")
"""A time between a verb and the preposition of its figure: "bought the line in 1902 for"."""
_SAID_THERE = re.compile(
    r"\b(?:an? |the )(?P<who>(?:\d{4} )?(?:[A-Z][\w’'-]* (?:of |for |and )?){1,5}(?:study|report|survey|analysis|audit|paper))(?P<when>,? (?:published|issued|released|carried out) in (?:\w+ )?\d{4})?,? (?:which |that )?"
    r"(?:asserted|found|estimated|showed|concluded|reported|calculated|revealed|finds|estimates|shows|concludes) that (?P<clause>.+)$"
)
"""What a study says that a sentence comes to speak of."""
_FIGURES_OF = re.compile(rf"^According to (?P<year>{PERIOD}) (?:figures|data|estimates|statistics), ")
_CREDITED = re.compile(
    r"^(?:According to (?P<one>(?:the |an? )?[^,]{3,70}), |(?P<two>(?!He |She |They |It |We |I |This |These )[A-Z][\w’'&. -]{1,60}?) (?:has |have )?(?:estimates?d?|reports?|reported|calculates?d?|found|finds?|shows?|showed|suggests?|suggested|says|said|"
    r"claims|claimed|announced|declared|notes|noted|states|stated|confirmed|acknowledged|admitted)(?P<in> in (?:\w+ )?\d{4})? that )(?=.)"
)
_CREDITED_LAST = re.compile(r", according to (?P<one>(?:the |an? )?[A-Z][^,]{1,60})$")
_HOLLOW = re.compile(
    r"^(?:It (?:is|was|has been) (?:widely |officially )?(?:estimated|reported|calculated) that|(?:\w+ ){0,3}?(?:[Dd]ata|[Ff]igures|[Ss]tatistics|[Ee]stimates|[Ss]urveys) (?:show|suggest|indicate|showed|suggested|indicated) that|(?:While|Although|Though|Whereas)) (?=.)"
)
_WHICH = re.compile(
    r"^(?P<name>(?:The |the )?(?:[\w’'-]+ ){0,3}[A-Z][\w’'-]*(?: [\w’'-]+){0,2}?)(?: alone)?, which (?P<clause>(?:[^,;:]|,\d)+)(?:,|$)"
)
_OF_THE = re.compile(
    rf"^Of (?P<all>the (?:{DIGITS}) [a-z][^,;:]{{3,60}}), (?:only |about |some |just )?(?P<part>(?:{DIGITS})) (?P<rest>(?:was|were|had|have|are|is|[a-z]+ed)\b.*)$"
)
_PARTICIPLE_ASIDE = re.compile(
    r", (?:which was |which were )?(?:built|completed|published|issued|released|founded|opened|established|launched|signed|set up|created|begun|finished|introduced|adopted|located) [^,;:]{3,60},(?= (?!and\b|or\b)[a-z]+)"
)
"""A date or a place that the subject carries with it and that the question can do without."""
_LEADING = re.compile(
    r"^(?:(?:Having|Being|[A-Z]\w+ing) [^;:]{5,140}?|(?:With|Despite|Besides|Unlike|Like) [^,;:]{3,80}), (?=in \d|[A-Z]|the )"
)
"""What leads up to a clause and is left out."""
_AND_DID = re.compile(r",? and (?:then |also |later )?(?P<verb>[a-z]+) ")
_LIVES = re.compile(
    r"the (?:lives|deaths?|loss|arrests?|capture|displacement|expulsion|execution|creation|building) of"
)
"""What happens to those whom a figure counts: "cost the lives of"."""
_DEADLY = re.compile(
    r"\b(?i:wars?|battles?|attacks?|bombings?|raids?|strikes?|conflict|fighting|clashes|riots?|massacre|explosion|accident|crash|eruption|offensive|siege|"
    r"uprising|rebellion|earthquake|floods?|fire|storm|famine|epidemic|hurricane|cyclone|tsunami|disaster)\b(?= (?:of|in|on|at)\b|$)"
)
"""What people lose their lives in."""
_ITS_SHARE = re.compile(
    rf"^(?:In that case, )?(?P<owner>(?:The |the )?[A-Z][\w-]*(?: [A-Z][\w-]*)*) (?!(?:[^;:]*[ ,])?[A-Z][^;:]* its \d)[a-z][^;:]*?\bits (?P<share>{FIGURE.pattern}) share (?P<of>of|in) (?P<whole>[^,;:]+)$"
)
"""A share that somebody has, told by the way: "Norway hopes to sell more, given its 31% share of the salt of Peru in 1902"."""
_PARTS = re.compile(
    r"[;:]\s|,? (?:while|whereas)\s|, (?:and|but)\s(?=[^,]{3,60}\b(?:was|were|had|made|reached|stood|rose|fell|accounted)\b)"
)
_TAIL_END = re.compile(
    r",? (?:compared (?:to|with)|up from|down from|against|versus|(?<!\d )and (?:about |some )?[$€£]?\d|or (?:about |some )?[$€£]?\d|according to|for the next|over the next|in the next|on various|half of (?:them|which)|thus|equivalent to|while|whereas|although|making|leaving)\b|, and (?:was|were|is|are|had|has)\b"
)
_LARGE = bag(
    "population area capacity budget debt loan grant fleet force army workforce volume team fund credit deficit surplus crew share stake majority increase rise fall drop decline cut reduction loss profit investment donation fine contribution gap network garrison"
)
_ONE = bag(
    "cost length range height depth width price distance age value speed rate level radius turnover output yield"
)
_OF_NOUN = re.compile(
    rf"^(?P<rest>.*?)\b(?P<article>an?|its|their|the) (?P<adjective>(?:[a-z-]+ ){{0,2}}?)(?P<noun>{'|'.join(sorted(_LARGE | _ONE))}) of$"
)
_UNITS = re.compile(
    r"^ (?P<unit>(?:square |cubic )?(?:k?m[²³]|km|kilometers?|kilometres?|metres|meters|miles|feet|hectares|acres|tons|tonnes|barrels|litres|bcm|MW|GW|megawatts|gigawatts|troops|soldiers|ships))(?P<tail>(?: .*)?)$"
)
_IN_UNITS = re.compile(
    r"^ (?P<unit>(?:square |cubic )?(?:barrels|tons|tonnes|hectares|acres|litres|k?m[²³]|km|kilomet(?:er|re)s|met(?:er|re)s|miles|megawatts|gigawatts|bcm|dollars|pounds|francs|euros))"
    r"(?P<tail>(?: (?:in|by|at|per|a|between|during|from|for) .*)?)$"
)
_COUNTED = re.compile(
    r"^ (?P<noun>(?:(?!in |on |at |to |from |for |by |with |and |or |of )[A-Za-z][\w’'-]* ){0,4}?(?:[a-z][\w’'-]*[^\Ws]s|[A-Z][a-z]+[^\Ws]s|people|\w*men|\w*women|children|troops|personnel|infantry|staff|cattle|sheep|aircraft|percentage points|k?m[²³]|km|bbl|bcm|MW|GW|TWh|GWh|kWh|ha|hectares)"
    r"(?: of (?:the )?[A-Z][\w’'-]*(?: (?:of (?:the )?)?[A-Z][\w’'-]*)*| of (?!the\b|its\b|their\b|which\b|whom\b|all\b)[\w’'-]+(?: (?!in\b|on\b|at\b|to\b|from\b|for\b|by\b|with\b|between\b|over\b|since\b|during\b|under\b|into\b|against\b|after\b|before\b|through\b|as\b|per\b|a\b|each\b|and\b|or\b)[a-z][\w’'-]*)?(?: and [a-z]+)?)?(?: (?:a|per) (?:day|week|month|year))?)(?P<tail>(?: (?!and\b|or\b|more\b|less\b|fewer\b|later\b|earlier\b|ago\b|long\b|wide\b).*)?)$"
)
_LONG = re.compile(
    r"^ (?P<noun>(?:square |cubic )?(?:km|kilometers?|kilometres?|metres?|meters?|miles|feet|years)) (?P<adjective>long|wide|high|deep|old|tall)\b(?P<tail>.*)$"
)
_MEASURED = re.compile(
    r"\b(?:number|share|proportion|percentage|rate|cost|price|value|population|size|length|area|volume|amount|turnover|budget|sum|ratio|level|deficit|surplus|debt|gdp|output|production|consumption|unemployment|inflation|turnout|growth|trade|income|revenue|capacity|total|average|expectancy|density|salary|wage|literacy|demand|supply|fee|area|height|depth|width|distance|yield|dividend|subsidy|toll|strength|score|majority|speed|temperature|use|aid|flow|storage|dependency|mortality|coverage)\b(?= of| in| for| to| from| on| between| with| per| at| among|$)",
    re.IGNORECASE,
)
_UNIT_AT_END = re.compile(r", in [a-z]+(?: [a-z]+)?$")
_DIMENSION = re.compile(r"\b(?:length|height|depth|width|distance|price|cost|rate|speed|number|average|duration)\b")
_PER = re.compile(r"^ (?:an?|per) (day|week|month|year)\b")
_REACHES = bag("reach total average number amount come stand remain equal hit stay exceed measure")
_GOES_ON = {
    "spend": "on", "devote": "to", "allocate": "to", "dedicate": "to", "invest": "in", "use": "for", "sell": "to", "export": "to|through|via", "send": "to", "give": "to", "cede": "to",
    "earn": "from", "derive": "from", "draw": "from", "receive": "from", "buy": "from", "lose": "in|during|to", "import": "from|through|via", "produce": "from", "generate": "from", "make": "from", "get": "from", "obtain": "from", "purchase": "from",
}  # fmt: skip
"""Prepositions that belong to the verb and not to the noun before them."""
_PAST_OF = {"is": "was", "are": "were", "does": "did", "do": "did"}
_COST = re.compile(r"(?<=the )cost\b|(?<=[’']s )cost\b|(?<=its )cost\b")
"""The noun, which looks like a past form."""
_AT_COST = re.compile(r"^(?P<rest>.*?)\b(?:at|for) an? (?P<cost>(?:total |estimated |annual )?(?:cost|price)) of$")
_WORTH = re.compile(r"(?P<article>an? )?(?P<thing>[a-z]+(?: [a-z]+)?)(?: to)? worth")
_COINS = {"$": "dollars’", "€": "euros’", "£": "pounds’"}
_PART_OF = re.compile(
    r"^ of (?:all |the total |total )?(?P<whole>(?!that\b|those\b|them\b|which\b|whom\b|these\b|those\b|this\b|it\b|the total$).+)$"
)
_A_SHARE = re.compile(
    r"^ (?P<noun>stake|share|rise|increase|drop|fall|decline|cut|majority|tariff|duty|discount|margin|reduction|interest|loan|grant|deal|package|credit|fund|contract|fine|investment|programme|program|project)\b(?P<tail>.*)$"
)
_BY_SO_MANY = re.compile(r"(?:The|the) (?:[a-z]+ )?number of ")
_THAN = re.compile(
    r"^ (?P<more>higher|lower|more|less|larger|smaller|cheaper|faster|slower|greater) than (?P<tail>.+)$"
)
_STATED = re.compile(
    r"^(?P<subject>(?:The |the )?(?:[a-z-]+ ){0,2}(?:number|share|proportion|percentage|sum|amount|value|cost|price|total|rate|volume|length|area|size|population)\b.*) "
    r"(?P<verb>was|were|is|stood|amounted|reached|totalled|totaled|averaged|came)(?: (?P<to>at|to))?$"
)
_ADVERB = re.compile(r"\w+ly|also|already|just|still|then|even")
_MEASURES = re.compile(
    r"(?:The |the )?(?:[a-z-]+ ){0,2}(?:number|share|proportion|percentage|sum|amount|value|cost|price|total|rate|volume|length|area|size|population)\b",
)
MOST_MID, MOST_LEAD, MOST_SUBJECT, SURE = 7, 4, 22, 12


def asked(text: str, inside: Inside) -> Iterator[Asked]:
    """Each question that a sentence answers with a figure; a sentence of two clauses may answer two."""
    if not numbers(text):
        return
    yield from owned(text, inside)
    masked, number = whole(_PARTICIPLE_ASIDE.sub("", of_the(text)))
    clauses = ((relative(masked), True), (_PARTS.split(simple(masked)), False))
    for part, aside in ((part, aside) for parts, aside in clauses for part in parts):
        body, when, where, teller = opened(upper_first(part.strip(" ,")))
        for clause in (body, *goes_on(body)):
            for question, subject, figure in reworded(clause, inside):
                said = timed(question, when).replace(ALL, number)
                yield Asked(said, subject.replace(ALL, number), figure, where, teller, aside)


def owned(text: str, inside: Inside) -> Iterator[Asked]:
    """The question to a share that the one who is named before has: "what share of the salt of Peru did Norway hold in 1902"."""
    if " share " not in text or not (match := _ITS_SHARE.match(text)):
        return
    figure = next((one for one in numbers(text) if one.start == match.start("share")), None)
    if figure and figure.unit == "%":
        time = re.search(rf" {TIME}$", match["whole"])
        of, when = (match["whole"][: time.start()], time.group()) if time else (match["whole"], "")
        yield Asked(f"what share {match['of']} {of} did {inside(match['owner'])} hold{when}", "", figure)


def of_the(text: str) -> str:
    """The sentence with the whole behind the part: "340 of the 1,200 schools in Peru were closed" for "Of the 1,200 schools in Peru, 340 were closed"."""
    match = _OF_THE.match(text)
    return f"{match['part']} of {match['all']} {match['rest']}" if match else text


def relative(text: str) -> list[str]:
    """What a sentence tells of its subject by the way, as a clause: "Poland, which spent 2 per cent of its income on arms, …"."""
    match = _WHICH.match(text)
    return [f"{match['name']} {match['clause']}"] if match else []


def goes_on(body: str) -> Iterator[str]:
    """What else the subject of a clause did, as a clause of its own: "The war lasted 90 days and | claimed the lives of 40 sailors"."""
    if not (found := _AND_DID.search(body)) or not numbers(body[found.end() :]):
        return
    verb = found["verb"]
    first = head(body[: found.start()])
    if first and not first.aux and (base_of_past(verb) or (verb in FINITE and FINITE[verb].form == "past")):
        yield f"{first.subject} {body[found.start('verb') :]}"


def timed(question: str, when: str) -> str:
    """The question with the time that the lead of its sentence gives; what is dated is asked in the past."""
    told = question
    if when and not re.search(PERIOD, question):
        unit_at_end = _UNIT_AT_END.search(question)
        place = unit_at_end.start() if unit_at_end else len(question)
        told = f"{question[:place]}{when}{question[place:]}"
    told = re.sub(rf" in in (?={PERIOD})", " in during ", told)
    dated = re.search(TIME, told)
    return re.sub(r"\b(?:is|are|does|do)\b", lambda match: _PAST_OF[match.group()], told, count=1) if dated else told


def opened(text: str) -> tuple[str, str, str, str]:
    """The sentence without what leads up to it, and the time, the place and the source that the lead gives."""
    when = where = teller = ""
    if match := _CREDITED_LAST.search(text):
        text, teller = text[: match.start()], match["one"]
    elif (match := _SAID_THERE.search(text)) and match.start():
        text, teller = upper_first(match["clause"]), f"the {match['who']}{(match['when'] or '').lstrip(',')}"
    for _ in range(MOST_LEAD):
        if match := _FIGURES_OF.match(text):
            when = f" in {match['year']}"
        elif match := _WHEN.match(text):
            when = f" {match['when'][:1].lower()}{match['when'][1:]}"
        elif match := _CREDITED.match(text):
            two = f"{match['two']}{match['in'] or ''}"
            teller = match["one"] or re.sub(r"^(?:The|An?) ", lambda article: article.group().lower(), two)
        elif match := _WHERE.match(text):
            where = f"{match['where'][:1].lower()}{match['where'][1:]}"
        elif not (match := _HOLLOW.match(text) or _LEADING.match(text)):
            break
        text = upper_first(text[match.end() :])
    return text, when, where, teller


def reworded(body: str, inside: Inside) -> Iterator[tuple[str, str, Figure]]:
    """The question to the first figure of a clause, where it stands as subject, predicate or object, and the clause's subject."""
    for figure in numbers(body)[:1]:
        left, right = body[: figure.begin], tail_of(body[figure.end :])
        if right is None or BOUND.search(body[: figure.start]):
            continue
        made = opening(figure, right) if not left.strip() else behind(left.strip(), figure, right, inside)
        if made:
            found = head(left.strip()) if left.strip() else None
            yield (
                re.sub(r"\s+", " ", made).strip(" ,."),
                inside(found.subject) if found else "",
                figure,
            )


def tail_of(right: str) -> str | None:
    """What stands behind a figure, up to where something else begins; None when another figure is too near."""
    cut = _TAIL_END.search(right)
    core = right[: cut.start()] if cut else right
    if "," in core and (not is_list(core) or verb_place(f"X {core} Y")):
        core = core[: core.index(",")]
    while (more := numbers(core)) and (
        goes_on := max(core.rfind(" and ", 0, more[0].begin), core.rfind(", ", 0, more[0].begin))
    ) > 0:
        core = core[:goes_on]
    if place := verb_after_and(core):
        core = core[:place]
    kept = trimmed(core.lstrip()) if core.strip() else ""
    if kept is None or numbers(kept):
        return None
    return f"{core[: len(core) - len(core.lstrip())]}{kept}" if kept else ""


def verb_after_and(text: str) -> int:
    """Where a second predicate of the same subject begins: " and claimed many lives"."""
    return next(
        (
            found.start()
            for found in re.finditer(r" and (\w+)", text)
            if base_of_past(found[1]) or found[1] in FINITE or found[1] in _MODAL
        ),
        0,
    )


def opening(figure: Figure, right: str) -> str | None:
    """ "64 people died in April", "45 per cent of pupils were taught in Danish"."""
    there = re.match(r"^There (was|were|is|are)$", right)
    if there or not right:
        return None
    words = f"X{right}".split(" ")
    place = verb_place(f"X{right}") or plural_verb(words)
    before = " ".join(words[1:place]) if place and place < len(words) - 1 else ""
    if not before or re.search(r"\b(?:who|which|that|whose)$|,", before):
        return None
    if figure.unit == "%":
        return f"what share{right}" if _PART_OF.match(f" {before}") else None
    if figure.unit:
        return f"how much{right}" if place == 1 else None
    return f"how many{right}" if _COUNTED.match(f" {before}".replace(_OF_ALL, "")) else None


def plural_verb(words: list[str]) -> int:
    """Where the verb of several stands, in its base form and before a preposition: "two thirds of the quays of Bergen belong to"."""
    return next(
        (
            place
            for place in range(2, len(words) - 1)
            if words[place] in BASES
            and words[place + 1] in _PREPOSITIONS
            and (words[place - 1][:1].isupper() or words[place - 1].endswith("s"))
            and any(plural_base(words[place], word) for word in words[1:place])
        ),
        0,
    )


def behind(left: str, figure: Figure, right: str, inside: Inside) -> str | None:
    """The figure behind a verb."""
    if there := re.match(r"^There (was|were|are)$", left):
        match = _COUNTED.match(right)
        return f"how many {match['noun']} {there[1]} there{match['tail']}" if match and not figure.unit else None
    if (time := _TIME_INSIDE.search(left)) and not re.search(TIME, right):
        left, right = f"{left[: time.start()]}{left[time.end() :]}", f"{right}{time.group()}"
    found = head(left)
    if found is None or len(found.mid.split()) > MOST_MID or found.base in _HOLLOW_VERBS:
        return None
    if not found.copula and re.search(r"\d|\b(?:worth|valued)\b", found.mid) and not _WORTH.fullmatch(found.mid):
        return None
    if found.mid and (
        re.search(r"[,;:“”\"]|\b(?:which|that|who|where|and|or)\b", found.mid)
        or (not _OF_NOUN.match(found.mid) and has_past(_COST.sub("sum", found.mid)))
    ):
        return None
    ask = shares if figure.unit == "%" else sums if figure.unit else counts
    return level(found, right, inside) or ask(found, figure, right, inside)


def head(left: str) -> Head | None:
    """The subject and the verb of a clause, and what stands behind them."""
    words = left.split(" ")
    if (match := _STATED.match(left)) and subject_alone(match["subject"]):
        verb = match["verb"]
        if verb in _BE:
            return Head(match["subject"], verb, "", "be", "")
        return Head(
            match["subject"], "", verb, FINITE[verb].base if verb in FINITE else participle(verb), match["to"] or ""
        )
    for place in range(1, min(len(words), MOST_SUBJECT)):
        word, after = words[place], words[place + 1 :]
        if word in ("combined", "together", "alone"):
            continue
        subject = re.sub(r" (?:\w+ly|also|already|still|then|alone)$", "", " ".join(words[:place]))
        if word in _BE | _HAVE:
            return with_auxiliary(subject, word, after)
        base = (
            _PASTS_TOO.get(word) or FINITE[word].base
            if word in FINITE or word in _PASTS_TOO
            else base_of_past(word) or plural_base(word, words[place - 1])
        )
        hidden = (may_be_noun(word) and verb_follows(after)) or (
            (word in PARTICIPLES or word.endswith("ed")) and past_follows(after)
        )
        if base and subject_alone(subject) and not hidden:
            return Head(subject, "", word, base, " ".join(after))
    return None


def may_be_noun(word: str) -> bool:
    """Whether a verb has the form of a noun: "exports", "supply"."""
    return word in BASES or (word in FINITE and FINITE[word].form == "present")


def verb_follows(words: list[str]) -> bool:
    """Whether the words hold a verb, so that the one before them was none: "exports | to Peru reached", "station | produces"."""
    at_once = words[:1] and words[0] in FINITE and FINITE[words[0]].form == "present"
    return bool(at_once) or has_past(" ".join(words))


def past_follows(words: list[str]) -> bool:
    """Whether a past form that is no participle follows: "hours worked at the mine | fell"."""
    return any(
        word == "fell" or (base_of_past(word) and word not in PARTICIPLES and not word.endswith("ed")) for word in words
    )


def subject_alone(text: str) -> bool:
    """Whether the words can be a subject: a noun phrase, with "as" and participles where its first noun is a measure."""
    if re.search(r"[’']s?$", text) and not text.endswith("s’"):
        return False
    if is_subject(text):
        return True
    plain = re.sub(
        r" (?:as (?:an? |part of )|to (?=[A-Z]))", " of ", re.sub(r" (?:combined|together|alone|itself)$", "", text)
    )
    if _MEASURES.match(plain):
        return (
            not re.search(r"[,;:“”\"()]| (?:that|who|when|because|if|while|it|they) ", plain)
            and len(plain.split()) <= MOST_SUBJECT
        )
    words = plain.split()
    start = re.sub(r" (?:in|of|at|and|the|for|to|from)$", "", " ".join(words[:SURE]))
    return len(words) <= MOST_SUBJECT and is_subject(start) and not has_past(" ".join(words[1:]))


def plural_base(word: str, before: str) -> str | None:
    """ "make" behind "farms"."""
    return (
        word
        if word in BASES
        and (before.endswith("s") or before.casefold() in _PLURALS)
        and not before.endswith(("’s", "'s", "ss"))
        else None
    )


def with_auxiliary(subject: str, aux: str, after: list[str]) -> Head | None:
    """ "was sold for", "has received", "had been cut by", "is", "had"."""
    if not subject_alone(subject):
        return None
    if after and _ADVERB.fullmatch(after[0]):
        after = after[1:]
    if aux in _HAVE and after[:1] == ["been"]:
        if len(after) > 1 and participle(after[1]):
            return Head(subject, aux, f"been {after[1]}", participle(after[1]), " ".join(after[2:]))
        return None
    if after and (base := participle(after[0])):
        plain = "" if aux == "had" else aux
        return Head(subject, plain, after[0], base, " ".join(after[1:]))
    if aux in _HAVE:
        return Head(subject, "", aux, "have", " ".join(after))
    return Head(subject, aux, "", "be", " ".join(after))


def participle(word: str) -> str:
    """The base of a past participle, else nothing."""
    return PARTICIPLES.get(word) or _PASTS_TOO.get(word) or base_of_past(word) or ""


def level(found: Head, right: str, inside: Inside) -> str | None:
    """ "The share of imports was 5%", "inflation stood at 8%", "exports totalled $3 billion": what was it, or how high?"""
    plain = found.copula and not found.mid
    if plain and (amount_in := _IN_UNITS.match(right)) and _MEASURED.search(found.subject):
        ask = "what" if _DIMENSION.search(found.subject) else "how large"
        subject, tail = yearly(inside(found.subject), amount_in["tail"])
        return f"{ask} {found.aux} {subject}{tail}, in {amount_in['unit']}"
    reaches = found.base in _REACHES and found.mid in ("", "at", "to") and found.aux not in _BE
    if not (plain or reaches) or re.match(
        r" (?!in |by |at |on |since |between |during |from |for |per |an? (?:year|month|week|day|head)|under |over |after |before |across |among |as of )",
        right,
    ):
        return None
    head_noun = re.split(r" (?:of|in|for|to|from|on|between|with|per|at|among)\b", found.subject)[0]
    plural = head_noun.endswith("s") and not head_noun.endswith(("ss", "us", "is"))
    if not (_MEASURED.search(head_noun) or _MEASURES.match(found.subject) or plural):
        return None
    past = found.do == "did" if reaches and not found.aux else found.aux in ("was", "were", "had", "")
    if found.aux in ("has", "have"):
        return (
            f"what level {found.aux} {inside(found.subject)} {found.verb} {right.strip()}"
            if found.base == "reach"
            else None
        )
    be = ("were" if past else "are") if plural else ("was" if past else "is")
    subject, right = yearly(inside(found.subject), right)
    return f"{'how high' if plural else 'what'} {be} {subject}{right}"


def yearly(subject: str, right: str) -> tuple[str, str]:
    """ "the wage in Peru" and " a month in 1915" as "the wage per month in Peru" and " in 1915": what is told for a time stays with its noun."""
    per = _PER.match(right)
    if not per:
        return subject, right
    rest = right[per.end() :]
    if re.search(r"\b(?:daily|weekly|monthly|yearly|annual)\b", subject):
        return subject, rest
    complement = re.search(r" (?:of|in|for|to|from|on|at|by|with|between|among) |$", subject)
    place = complement.start() if complement else len(subject)
    return f"{subject[:place]} per {per[1]}{subject[place:]}", rest


def has_past(mid: str) -> bool:
    """Whether a verb stands among the words: they are no object then."""
    place = verb_place(f"X {mid} Y")
    word = f"X {mid} Y".split(" ")[place] if place else ""
    return bool(word) and not (word in FINITE and FINITE[word].form == "present")


def lost(found: Head, wh: str, tail: str, inside: Inside) -> str | None:
    """ "The storm claimed the lives of 40 sailors": how many sailors lost their lives in the storm? Other fates are told in no plain question."""
    if not re.search(r"the (?:lives|deaths?|loss) of$", found.mid) or not _DEADLY.search(found.subject):
        return None
    return f"{wh} lost their lives in {inside(found.subject)}{tail}"


def split(mid: str) -> tuple[str, str]:
    """What stands between verb and figure: the object, and a preposition."""
    words = mid.split()
    return (" ".join(words[:-1]), words[-1]) if words and words[-1] in _PREPOSITIONS else (mid, "")


def of_noun(found: Head, right: str, inside: Inside) -> str | None:
    """ "a population of 200,000", "a loan of $40 million"."""
    match = _OF_NOUN.match(found.mid)
    if not match or found.copula:
        return None
    noun = f"{match['adjective']}{match['noun']}"
    if counted := _UNITS.match(right):
        of = (
            f"how many {counted['unit']} of {noun}"
            if match["noun"] in _LARGE
            else f"what {noun}, in {counted['unit']},"
        )
        return f"{of} {found.turned(inside, match['rest'].strip())}{counted['tail']}"
    rest = re.sub(r"^ (?:people|inhabitants)\b", "", right)
    if re.match(r" [a-z]+s\b", rest):
        return None
    wh = f"what {noun}" if match["noun"] in _ONE else f"how large {'an' if noun[0] in 'aeiou' else 'a'} {noun}"
    return f"{wh} {found.turned(inside, match['rest'].strip())}{rest}"


def whole_and_tail(right: str, goes_on: str) -> tuple[str, str]:
    """ " of the imports of Norway in 1902" as "the imports of Norway" and " in 1902"; with "spend" it is "on" that goes on."""
    match = _PART_OF.match(right)
    if not match:
        return "", ""
    whole = re.sub(r" itself\b", "", match["whole"])
    if re.search(r" (?:that|which|who) ", whole):
        return whole, ""
    time = re.search(rf" {TIME}.*$", whole) if not goes_on else re.search(rf" (?:{TIME}|(?:{goes_on}) ).*$", whole)
    return (whole[: time.start()], time.group()) if time else (whole, "")


def shares(found: Head, figure: Figure, right: str, inside: Inside) -> str | None:
    """Questions to a percentage."""
    mid, preposition = split(found.mid)
    whole, tail = whole_and_tail(right, _GOES_ON.get(found.base, "through|via"))
    if whole and preposition in ("", "for") and mid in ("", "up"):
        if found.copula:
            do = "do" if found.aux == "are" else "does" if found.aux == "is" else "did"
            return f"what share of {whole} {do} {inside(found.subject)} make up{tail}"
        return f"what share of {whole} {found.turned(inside, f'{mid} {preposition}'.strip())}{tail}"
    if whole and found.mid == "in" and found.base in _WITH_IN:
        return f"what share of {whole} {found.turned(inside, 'in')}{tail}"
    if whole and preposition in ("in", "to", "of", "by", "from", "over", "on"):
        return f"{preposition} what share of {whole} {found.turned(inside, mid)}{tail}"
    if match := _THAN.match(right):
        return (
            f"by what percentage {found.turned(inside, '')} {match['more']} than {match['tail']}"
            if found.copula
            else None
        )
    if (match := _A_SHARE.match(right)) and re.search(r"\b(?:an?|its)$", mid) and not preposition:
        rest = re.sub(r"\b(?:an?|its)$", "", mid).strip()
        if re.search(r"\bto\b", rest):
            return None
        return f"how large {'an' if match['noun'][0] in 'aeiou' else 'a'} {match['noun']} {found.turned(inside, rest)}{match['tail']}"
    if whole or found.copula or preposition not in ("by", "to", "at"):
        return of_noun(found, right, inside)
    word = {"by": "by what percentage", "to": "to what percentage", "at": "at what rate"}[preposition]
    return f"{word} {found.turned(inside, mid)}{right}"


def sums(found: Head, figure: Figure, right: str, inside: Inside) -> str | None:
    """Questions to an amount of money."""
    mid, preposition = split(found.mid)
    if (match := re.match(r"^[ -]worth of (?P<what>.+)$", right)) and not found.mid and not found.copula:
        coins = next((word for sign, word in _COINS.items() if sign in figure.text), "")
        what, _, tail = match["what"].partition(" from ")
        return f"how many {coins} worth of {what} {found.turned(inside, '')}{tail and ' from ' + tail}"
    if (match := _A_SHARE.match(right)) and re.search(r"\b(?:an?)$", mid) and not preposition:
        rest = re.sub(r"\b(?:an?)$", "", mid).strip()
        return f"how large {'an' if match['noun'][0] in 'aeiou' else 'a'} {match['noun']} {found.turned(inside, rest)}{match['tail']}"
    if built := _AT_COST.match(found.mid):
        return f"at what {built['cost']} {found.turned(inside, built['rest'].strip())}{right}"
    if large := of_noun(found, right, inside):
        return large
    if worth := _WORTH.fullmatch(found.mid):
        be = "was" if worth["article"] else "were"
        return (
            f"how much {be} the {worth['thing']} worth that {inside(found.subject)} {found.told}{right}"
            if found.told
            else None
        )
    if _PART_OF.match(right) and preposition == "for" and not mid:
        of, tail = whole_and_tail(right, "")
        return f"how much of {of} {found.turned(inside, 'for')}{tail}"
    if found.copula and found.mid == "worth":
        return f"how much {found.turned(inside, 'worth')}{right}"
    kind = re.match(
        r" in (?!cash)[a-z]+(?: [a-z]+)?(?= |$)(?! \d)(?=$| (?:in|to|for|from|on|between|by|over|a|per)\b)", right
    )
    if kind and preposition in ("", "with") and not found.copula:
        return f"how much{kind.group()} {found.turned(inside, found.mid)}{right[kind.end() :]}"
    if found.copula or re.match(
        r" (?!in |on |to |for |from |a year|per |during |between |by |at |since |each |annually|over |towards )", right
    ):
        return None
    if preposition in ("for", "by"):
        return f"{preposition} how much {found.turned(inside, mid)}{right}"
    if preposition in ("to", "at"):
        return f"{preposition} what sum {found.turned(inside, mid)}{right}"
    return (
        None if preposition or re.search(r"\b(?:an?|the|its)$", mid) else f"how much {found.turned(inside, mid)}{right}"
    )


def counts(found: Head, figure: Figure, right: str, inside: Inside) -> str | None:
    """Questions to a count of things, persons or units."""
    if large := of_noun(found, right, inside):
        return large
    mid, preposition = split(found.mid)
    if (match := _LONG.match(right)) and found.copula and not found.mid:
        return f"how many {match['noun']} {match['adjective']} {found.turned(inside, '')}{match['tail']}"
    if preposition == "by" and not mid and not found.aux and _BY_SO_MANY.match(found.subject):
        return f"by how many {found.turned(inside, '')}{right}" if re.match(rf" {TIME}|$", right) else None
    match = _COUNTED.match(right.removeprefix(_OF_ALL))
    if (
        not match
        or re.search(r"\b(?:an?|the|its|their|first|last|next|every)$", mid)
        or (found.copula and not preposition)
    ):
        return None
    of_all = _OF_ALL if right.startswith(_OF_ALL) else ""
    noun = re.sub(r"\bbbl\b", "barrels", match["noun"])
    wh = f"how many{of_all} {noun}{' soldiers' if match['noun'].endswith('infantry') else ''}"
    if preposition in ("of", "with", "in", "over", "up", "out") and not mid:
        return f"{wh} {found.turned(inside, preposition)}{match['tail']}"
    if _LIVES.fullmatch(re.sub(r"^(?:in|to|for) ", "", found.mid)):
        return lost(found, wh, match["tail"], inside)
    if preposition in ("of", "with") and not re.fullmatch(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?", mid):
        return None
    if preposition == "from":
        return None
    return f"{preposition} {wh} {found.turned(inside, mid)}{match['tail']}".strip()
