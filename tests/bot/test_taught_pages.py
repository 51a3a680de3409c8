"""What a team taught never leaves its workspace: pages show what is shipped."""

from __future__ import annotations

from starlette.applications import Starlette

from bot.pages import front_route, page_routes
from bot.playground.testing import serving
from knowledge.base import KnowledgeBase
from knowledge.teaching.draft import Draft
from knowledge.teaching.model import TaughtIn

PASTE = "554 5.7.1 Zorblax flange misaligned with the hyperdrive"
REFERENCE = "communication/smtp-535-authentication-credentials-invalid"
TEAM = "T1"
SECRET = "Zorblax"


def teach(knowledge: KnowledgeBase, draft: Draft, name: str) -> str:
    """The id of the entry that is taught, or to which something is added."""
    link = "https://x.slack.com/archives/C1/p1"
    knowledge.teaching.propose(TEAM, draft, by="U1", name=name, link=link, taught_in=TaughtIn())
    return knowledge.teaching.approve(TEAM, name, by="U2", number=1).entry_id


def test_no_page_shows_what_a_team_taught(knowledge: KnowledgeBase) -> None:
    own = teach(knowledge, Draft(paste=PASTE, title=f"{SECRET} entry", cause=SECRET, fix=SECRET), "V1")
    teach(knowledge, Draft(about=REFERENCE, fix=f"Ask the {SECRET} team", dead_end=SECRET), "V2")
    assert knowledge.rated(own, team=TEAM).entry.title.en == f"{SECRET} entry"
    pages = Starlette(routes=[*page_routes(knowledge), front_route(knowledge)])
    with serving(lambda _port: pages) as served:
        client = served.http
        assert client.get(f"/e/{own}").status_code == 404
        assert client.get(f"/e/{own}.json").status_code == 404
        for path in ("/e/", f"/e/{REFERENCE}", f"/e/{REFERENCE}.md", "/search?q=flange", "/api/lookup?q=flange+554"):
            assert SECRET not in client.get(path).text
