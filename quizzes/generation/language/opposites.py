"""Words that say the opposite of each other."""

from __future__ import annotations

_PAIRS = """increased:decreased increasing:decreasing increases:decreases strengthen:weaken strengthened:weakened
strengthening:weakening strengthens:weakens supported:opposed supports:opposes supporting:opposing accepted:rejected accepts:rejects
improved:worsened facilitated:hindered facilitates:hinders
accelerated:delayed accelerate:delay stronger:weaker closer:looser higher:lower positive:negative
deepened:loosened rose:fell grew:shrank growing:shrinking strong:weak gained:lost regained:lost won:lost
praised:criticized welcomed:criticized reduced:increased raised:lowered
successful:unsuccessful ratified:rejected approved:rejected united:divided
easier:harder legal:illegal formal:informal stable:unstable widened:narrowed ended:began"""
OPPOSITES: dict[str, str] = {}
for _pair in _PAIRS.split():
    _left, _right = _pair.split(":")
    OPPOSITES.setdefault(_left, _right)
    OPPOSITES.setdefault(_right, _left)
