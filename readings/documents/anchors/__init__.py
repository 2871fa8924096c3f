"""Re-anchoring: what points into a text follows its passage into a corrected text, or is detached; import from here only."""

from __future__ import annotations

from .locate import anchor_of, locate
from .match import Matching, match_blocks
from .types import Anchor, BlockMatch, Located, RangeOutside

__all__ = ["Anchor", "BlockMatch", "Located", "Matching", "RangeOutside", "anchor_of", "locate", "match_blocks"]
