"""Scores the parser on damaged copies of documents of ours: genre by damage, mean and worst over some seeds.

    python tools/damage.py [--seeds N] [--genre NAME] [--damage NAME] [--detail] [--show]

Reads score.py from the folder named by GLOSSA_GOLD (default: ../shared/gold).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import sys
from collections import defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from readings.documents import parse  # noqa: E402  the project is not installed, so its root must be on the path first
from tests.readings.documents.damage.cases import DAMAGES, HEAVY, UNKNOWABLE, case  # noqa: E402
from tests.readings.documents.damage.genres import GENRES  # noqa: E402

UNREADABLE = ("metadata", "abbreviation_f1", "citation_match", "table_cells")
RANKS = ("section_f1", "level_exact", "section+level_f1")


def module(path: Path) -> ModuleType:
    """A script as a module, though its folder is no package."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"Set GLOSSA_GOLD: there is no {path}.")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


class Scorer:
    def __init__(self, folder: Path) -> None:
        self.score, self.adapt = module(folder / "score.py"), module(folder / "adapt.py")

    def __call__(self, genre: str, damage: str, seed: int) -> dict[str, Any]:
        """The figures of one copy. Source lines are not known, so they are taken out of what was parsed."""
        copy = case(genre, damage, seed)
        flat = self.adapt.flat(json.loads(json.dumps(parse(copy.data, copy.name).to_dict())))
        for found in (*flat["references"], *flat["citations"], *flat["paragraphs"]):
            found.pop("line", None)
            found.pop("lines", None)
        result: dict[str, Any] = self.score.score(copy.gold, flat)
        left = set(UNREADABLE) if DAMAGES[damage].rate else set()
        if all(section["synthetic"] for section in copy.gold["sections"]) and not any(
            s["title"] for s in flat["sections"]
        ):
            left |= set(RANKS)
        result = {key: value for key, value in result.items() if key not in left}
        figures = [result[key] for key in self.score.MAIN if result.get(key) is not None]
        result["mean"] = sum(figures) / len(figures)
        return result


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--genre")
    parser.add_argument("--damage")
    parser.add_argument("--detail", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    scorer = Scorer(Path(os.environ.get("GLOSSA_GOLD") or ROOT.parent / "shared" / "gold"))
    genres = [options.genre] if options.genre else list(GENRES)
    by_figure: dict[str, list[float]] = defaultdict(list)
    every: list[float] = []
    sys.stdout.write(f"{'mean / worst':18}" + "".join(f"{genre:>14}" for genre in genres) + "\n")
    for damage in [options.damage] if options.damage else DAMAGES:
        cells = []
        for genre in genres:
            results = []
            for seed in range(options.first, options.first + options.seeds):
                if options.show:
                    sys.stdout.write(case(genre, damage, seed).text + "\n")
                results.append(scorer(genre, damage, seed))
                if options.detail:
                    wrong = "\n   ".join(results[-1]["wrong"])
                    figures = " ".join(
                        f"{key}={results[-1][key]:.2f}" for key in scorer.score.MAIN if results[-1].get(key) is not None
                    )
                    sys.stdout.write(f"== {genre}, {damage}, {seed}: {figures}\n   {wrong}\n")
            means = [result["mean"] for result in results]
            cells.append(f"{sum(means) / len(means):6.3f} /{min(means):6.3f}")
            if damage not in HEAVY and (genre, damage) not in UNKNOWABLE:
                every += means
                for result in results:
                    for key in scorer.score.MAIN:
                        if result.get(key) is not None:
                            by_figure[key].append(result[key])
        sys.stdout.write(f"{damage:18}" + "".join(f"{cell:>14}" for cell in cells) + "\n")
        sys.stdout.flush()
    if every:
        sys.stdout.write(f"\nmean of {len(every)} copies, heavy damage apart: {sum(every) / len(every):.4f}\n")
        sys.stdout.writelines(f"  {key:20}{sum(values) / len(values):.4f}\n" for key, values in by_figure.items())
    return 0


if __name__ == "__main__":
    sys.exit(main())
