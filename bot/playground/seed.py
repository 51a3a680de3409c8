"""The workspace on its first day: three colleagues, three channels, two user groups, one app just installed."""

from __future__ import annotations

from bot.playground.changes import WorkspaceReset
from bot.playground.objects import SLACKBOT, Bot, Channel, Message, Team
from bot.playground.people import User, UserGroup
from bot.playground.roster import FirstDay
from bot.playground.sentences import SLACKBOT_SAYS
from bot.playground.state import Workspace

__all__ = [
    "ANA",
    "BOT_USER",
    "INCIDENTS",
    "MAIL_SUPPORT",
    "ON_CALL",
    "RANDOM",
    "REVIEWERS",
    "SAM",
    "WEI",
    "new_workspace",
    "reset",
    "welcome",
]

ANA = "U04ANA7QK2F"
WEI = "U04WEI5XN8D"
SAM = "U04SAM3BT6H"
BOT_USER = "U04POST9MSR"
MAIL_SUPPORT = "C04MAILSUPP"
INCIDENTS = "C04INCIDENT"
RANDOM = "C04RANDOM42"
REVIEWERS = "S04REVIEWER"
ON_CALL = "S04ONCALL7X"

_TEAM = Team(id="T04NORTHWND", name="Northwind Support", domain="northwind-support")
_PEOPLE = (
    User(
        id=ANA,
        name="ana",
        real_name="Ana",
        color="8f4a9b",
        is_admin=True,
        tz="America/Phoenix",
        tz_label="Mountain Standard Time",
        tz_offset_s=-7 * 3600,
    ),
    User(
        id=WEI,
        name="wei",
        real_name="Wei",
        color="2b6cb0",
        locale="zh-CN",
        tz="Asia/Shanghai",
        tz_label="China Standard Time",
        tz_offset_s=8 * 3600,
    ),
    User(
        id=SAM,
        name="sam",
        real_name="Sam",
        color="b7791f",
        locale="en-GB",
        tz="Atlantic/Reykjavik",
        tz_label="Greenwich Mean Time",
    ),
)
_GROUPS = (
    UserGroup(REVIEWERS, "mail-reviewers", "Mail reviewers", (ANA, WEI)),
    UserGroup(ON_CALL, "mail-oncall", "Mail on call", (SAM,)),
)


def new_workspace(bot_name: str) -> Workspace:
    """The workspace, with a bot called `bot_name` in two of its channels and in a direct message with each person."""
    bot = Bot(app_id="A04POST9MSR", bot_id="B04POST9MSR", user_id=BOT_USER, name=bot_name)
    bot_user = User(id=BOT_USER, name=bot_name.lower(), real_name=bot_name, color="2f855a", is_bot=True)
    slackbot = User(id=SLACKBOT, name="slackbot", real_name="Slackbot", color="757575")
    people = frozenset(person.id for person in _PEOPLE)
    channels = (
        Channel(MAIL_SUPPORT, "mail-support", people | {BOT_USER}, topic="Mail that did not arrive · 没送达的邮件"),
        Channel(INCIDENTS, "incidents", people | {BOT_USER}, topic="What is down right now · 正在处理的故障"),
        Channel(RANDOM, "random", people, topic="Anything else · 随便聊聊"),
        *(_direct_message(person) for person in _PEOPLE),
    )
    users = (*_PEOPLE, bot_user, slackbot)
    workspace = Workspace(FirstDay(team=_TEAM, bot=bot, users=users, groups=_GROUPS, channels=channels))
    welcome(workspace)
    return workspace


def reset(workspace: Workspace) -> None:
    """Empty the workspace and begin anew."""
    workspace.clear()
    welcome(workspace)
    workspace.tell(WorkspaceReset())


def welcome(workspace: Workspace) -> None:
    """Say in the first channel what one can try."""
    said = SLACKBOT_SAYS["welcome"]
    text = f"{said.en}\n{said.zh}".format(team=workspace.team.name, bot_name=workspace.bot.name)
    workspace.post(Message(channel=MAIL_SUPPORT, ts=workspace.next_ts(), user=SLACKBOT, text=text))


def _direct_message(person: User) -> Channel:
    return Channel("D" + person.id[1:], "", frozenset({person.id, BOT_USER}), with_user=person.id)
