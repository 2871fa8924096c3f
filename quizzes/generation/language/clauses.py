"""Plain clauses (subject, verb, rest) that a question can turn round: "did Armenia sign the protocol"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from .verbs import FINITE, PARTICIPLES, PASTS
from .words import bag, word_count

_HEDGED = re.compile(
    r"\b(?:may(?! \d)|might|would|could|should|if|unless|reportedly|allegedly|alleged|supposedly|rumou?rs?|rumou?red|perhaps|"
    r"possibly|probably|apparently|likely|not|never|n[o’']t|denied|failed|planned to|plans to|intended|intends|attempted|"
    r"tried|hoped|expected|almost|nearly|seemed|seems|appeared|appears|whether|will|can|cannot|nor|neither|hardly|supposed|"
    r"estimated|believed|considered|said to|thought to)\b",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(
    r"\b(?:which|who|that|whose|where|when|while|as|if|because|since|after|before|is|are|was|were|has|have|had|did|do|"
    r"does|be|been|to (?!the |a |an )[a-z]+|then|also|it|he|she|they|we|i|there|this|these|those|by|than|until|during|following|although|"
    r"despite|without|due|under|amid|via|not|what|how|why)\b|[;:()!?\[\]]|\s[–—-]\s",
    re.IGNORECASE,
)
CUT = re.compile(
    r",\s+(?:which|who|whom|whose|where|while|whereas|although|though|as|thus|thereby|after|before|with|despite|following|"
    r"including|especially|particularly|notably|but|so|yet|when|because|since|in order|if|even|not|just|only|or|and (?:it|he|she|"
    r"they|this|the|later|then|also|has|had|was|were|is|again|in|on|by|to|thus|therefore|\w+ed|\w+s)|\w+ing|a|an|the(?! [A-Z])|on|in|"
    r"at|by|to|for|from|under|during|amid|\w+ed|after|one|leading|making|thanks|due|both|among|until|albeit|having)\b"
    r"|\s[–—]\s|—|\s-\s|;|:|\s\(|\.\.\.|\[|…| by which | in which | of which | as well as (?!the )| and (?=(?:in|between|on|by|from|since) [A-Z\d])| in order to | (?:before|after|while|when|without) \w+ing "
)
_NEEDS_OBJECT = bag(
    """announce sign declare adopt establish create launch found ratify introduce build appoint elect accuse reject approve present
    issue publish impose make give take hold send seize capture annex arrest kill join leave propose confirm dismiss"""
)
"""Verbs without sense when no object follows: "the agreement signed (in Lima)" is no clause."""
SAFE_CUT = re.compile(
    r";| – | — |—|: | - |, (?:which|while|whereas|although|though|but|thus|thereby|as|where|since|because|with|including|"
    r"especially|particularly|due to|thanks to|given|despite|in order to|so that|among other|among others|even|albeit|\w+ing|"
    r"and (?=it |this |thus |therefore |then |he |she |they |there |in |on ))\b"
)
"""Where a sentence goes on to something else, so that what stands before is whole."""
ALONE = bag(
    "begin end collapse die resign erupt fall fail break withdraw emerge close open surrender retreat return dissolve start"
)
"""Verbs that need no object; the past of any other without one is a participle: "the agreement signed (in 2010)"."""
_ADVERB = re.compile(
    r"^(?:(?!family|Italy|July|supply|ally|assembly|early|monopoly|reply)\w+ly|also|then|later|soon|first|even|again|further|finally|thus)$"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """ "Armenia | signed | the protocol", in pieces."""

    subject: str
    verb: str
    """As written, without its auxiliary: "signed"."""
    base: str
    aux: str
    """"was", "were", "is" or "are" in the passive, else empty."""
    rest: str
    tense: str
    """"past" or "present"."""
    adverb: str = ""

    @property
    def predicate(self) -> str:
        """All but the subject, "had" made a plain past."""
        verb = self.verb if self.aux or self.tense == "present" else PASTS.get(self.base, self.verb)
        return " ".join(part for part in (self.aux, self.adverb, verb, self.rest) if part)

    @property
    def text(self) -> str:
        """The clause as a statement."""
        return f"{self.subject} {self.predicate}"

    def asked(self, inside: Callable[[str], str] | None = None) -> str:
        """The clause turned round for a question: "did Armenia sign the protocol", "was the protocol signed"."""
        subject = (inside or lower_article)(self.subject)
        plural = re.match(r"(?:two|three|the (?:presidents|leaders|co-chairs))\b| and ", subject, re.IGNORECASE)
        do = "did" if self.tense == "past" else "do" if plural else "does"
        head = (self.aux, subject, self.adverb, self.verb) if self.aux else (do, subject, self.adverb, self.base)
        return " ".join(part for part in (*head, self.rest) if part)


def lower_article(text: str) -> str:
    """ "The presidents" as "the presidents" inside a sentence; names stay as they are."""
    return re.sub(
        r"^(?:The|A|An|Its|Their|His|Two|Three|Four|Five|Official|Former|Several|Early|Late|President|Prime Minister|Both)\b(?! [A-Z]\w+ (?:Minister)\b)",
        lambda m: m.group() if m.group() in ("President", "Prime Minister") else m.group().lower(),
        text,
    )


def clause_of(text: str, most_subject: int = 12) -> Clause | None:
    """The main clause of a statement that begins with its subject; None when it is not plain enough to turn round."""
    words = text.split(" ")
    for place in range(1, min(len(words), most_subject + 2)):
        word = words[place]
        if word in ("was", "were", "is", "are", "had", "has", "have"):
            return _with_auxiliary(words, place)
        if word in FINITE and is_subject(" ".join(words[:place]).removesuffix(" " + adverb_before(words, place))):
            verb = FINITE[word]
            return _clause(words, place, (word, verb.base, "", verb.form))
    return None


def adverb_before(words: list[str], place: int) -> str:
    """An adverb between the subject and its verb, else ""."""
    word = words[place - 1] if place > 1 else ""
    return word if _ADVERB.match(word) else ""


def _with_auxiliary(words: list[str], place: int) -> Clause | None:
    aux, after = words[place], words[place + 1 : place + 4]
    inner = after[0] if after and _ADVERB.match(after[0]) else ""
    verbs = after[1:] if inner else after
    step = place + 1 + bool(inner)
    if aux in ("had", "has", "have"):
        if len(verbs) > 1 and verbs[0] == "been" and verbs[1] in PARTICIPLES and aux == "had":
            plural = bool(re.search(r" and |s$", " ".join(words[:place])))
            passive = (verbs[1], PARTICIPLES[verbs[1]], "were" if plural else "was", "past")
            return _clause(words, place, passive, step + 1, inner)
        if verbs and verbs[0] in PARTICIPLES and aux == "had":
            return _clause(words, place, (verbs[0], PARTICIPLES[verbs[0]], "", "past"), step, inner)
        return None
    if verbs and verbs[0].rstrip(",.") in PARTICIPLES:
        verb = verbs[0].rstrip(",.")
        tense = "past" if aux in ("was", "were") else "present"
        return _clause(words, place, (verb, PARTICIPLES[verb], aux, tense), step, inner)
    return None


def _clause(
    words: list[str], place: int, verb: tuple[str, str, str, str], verb_place: int | None = None, inner: str = ""
) -> Clause | None:
    """The clause whose verb (form, base, auxiliary, tense) stands at ``verb_place``."""
    form, base, aux, tense = verb
    adverb = inner or adverb_before(words, place)
    subject = " ".join(words[:place]).removesuffix(" " + adverb) if adverb and not inner else " ".join(words[:place])
    if not is_subject(subject):
        return None
    after = "" if words[verb_place or place].endswith(",") else " ".join(words[(verb_place or place) + 1 :])
    rest = trimmed(after)
    if rest is None or (not rest and not aux and base not in ALONE):
        return None
    if not aux and base in _NEEDS_OBJECT and re.match(r"(?:in|on|at|by|from|with|for|to|as|after|under)\b", rest):
        return None
    return Clause(subject, form, base, aux, rest, tense, adverb)


def is_subject(text: str) -> bool:
    """A short noun phrase without a verb that can stand before one."""
    words = text.split()
    if not 1 <= len(words) <= 12 or _NO_SUBJECT.search(text):
        return False
    if any((word in FINITE and FINITE[word].form == "past") or _ADVERB.match(word) for word in words):
        return False
    if not balanced(text) or text.endswith((",", "-", "–", "—", "’", "'")) or ("," in text and not is_list(text)):
        return False
    if re.match(
        r"(?:In|On|At|For|With|From|By|To|Of|As|And|But|Or|Once|Upon|Some|Many|Most|Like|Unlike|Given|Between|About)\b",
        text,
        re.I,
    ):
        return False
    return words[-1].casefold() not in ("the", "a", "an", "of", "in", "and", "or", "on", "at", "its", "for", "with")


def is_list(text: str) -> bool:
    """ "Armenia, Georgia and Iran" and the like: commas that part names, not clauses."""
    name = r"(?:the )?(?:[A-ZÀ-Ž][\w’'-]*(?: (?:of |the )?[A-ZÀ-Ž\w’'-]+){0,3}|\d[\d,.]*(?: [a-z][\w-]+){1,3})"
    return bool(re.search(rf"(?:{name}, )+(?:{name},? )?(?:and|or) (?:the )?[\w’'-]+", text)) and text.count(",") <= 8


_COMMA = re.compile(r",(?!\d)")
"""A comma that parts words, not the thousands of a number."""


def trimmed(rest: str) -> str | None:
    """The rest of a clause up to where a further clause begins; None when quotation marks are left open."""
    cut = CUT.search(rest)
    core = (rest[: cut.start()] if cut else rest).rstrip(" .,;")
    comma = _COMMA.search(core)
    if comma and not is_list(core):
        core = core[: comma.start()].rstrip()
    core = re.sub(r" (?:in|on|at|of|to|for|by|with|and|the|a|an|from|as|where|when|which|that|who)$", "", core)
    return core if balanced(core) else None


def shortened(text: str, most: int) -> str:
    """A sentence up to a semicolon or dash, a long one up to any place where it is whole."""
    cut = SAFE_CUT.search(text)
    if not cut or cut.group().strip() == ":":
        return text
    return text[: cut.start()] if word_count(text) > most or cut.group().strip()[0] in ";—–-" else text


def balanced(text: str) -> bool:
    """Whether every quotation mark and bracket that opens also closes."""
    single = len(re.findall(r"(?<!\w)['‘]", text)) <= len(re.findall(r"(?<=[\w.,!?])['’](?!\w)", text))
    return (
        text.count("“") == text.count("”")
        and text.count('"') % 2 == 0
        and text.count("(") == text.count(")")
        and single
    )


def hedged(text: str) -> bool:
    """Whether a statement is denied, planned, possible or reported, and so no plain fact."""
    return bool(_HEDGED.search(text))


def has_finite(text: str) -> bool:
    """Whether the words hold a finite past verb or an auxiliary: a second clause, or a participle taken for one."""
    return any(
        (word in FINITE and FINITE[word].form == "past")
        or word in ("was", "were", "is", "are", "has", "have", "had", "will", "would")
        for word in text.split(" ")
    )
