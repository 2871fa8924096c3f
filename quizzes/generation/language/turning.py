"""Whether an event begins, changes or ends something lasting: then its date is worth knowing."""

from __future__ import annotations

import re

_TURN = re.compile(
    r"\b(?:founded|established|created|set up|formed|constituted|incorporated|registered|chartered|launched|initiated|signed|concluded|adopted|ratified|passed|"
    r"joined|acceded|left|withdrew|pulled out|collapsed|dissolved|disbanded|abolished|shut down|put up|repealed|revoked|agreed|into force|imposed|lifted|banned|outlawed|legali[sz]ed|"
    r"nationali[sz]ed|privati[sz]ed|annexed|occupied|invaded|bombarded|bombed|blockaded|attacked|captured|conquered|liberated|surrendered|defeated|cancel\w*|merged|split|"
    r"introduced|sold|bought|purchased|acquired|leased|ceded|granted|awarded|opened|closed|built|completed|inaugurated|commissioned|recogni[sz]ed|entered|seized|"
    r"deposed|ousted|ejected|expelled|exiled|overthrew|overthrown|assassinated|shot|condemned to|sentenced to|arrested|imprisoned|elected|dismissed|sacked|"
    r"published|released|issued|presented|unveiled|proclaimed|denounced the (?:\w+ )?(?:treaty|convention|pact|agreement|concession)|amended|updated|revised|extended|renewed|prolonged|renamed|replaced|restructured|changed|"
    r"abandoned|suspended|terminated|ended|halted|stopped|ceased|began|started|resumed|restored|broke|severed|broke off|broke out|defaulted|devalued|doubled|tripled|"
    r"moved|transferred|relocated|deployed|stationed|evacuated|took (?:refuge|over|control|power|office)|held (?:a|its|the) |voted|approved|rejected|vetoed|ruled|"
    r"requested|taxed|(?:raised|lowered|cut|reduced|increased) (?:the |its )?(?:prices?|tax(?:es)?|dut(?:y|ies)|tariffs?|rates?|quotas?)|applied|committed|won|lost|became|came to the throne|renounced|restricted|removed|hired|called upon|discovered|identified|took away|gave|promised|reached|made|sent (?:[a-z-]+ )*(?:troops|soldiers|warships|ships))\b"
)


def turning(text: str) -> bool:
    """Whether the words tell of a beginning, a change or an end; the year of anything else is a detail, and so is that of a treaty named in passing."""
    return bool(_TURN.search(text))
