"""What only the terminal says, in every language; what Slack says too stands in `bot.views.words`."""

from __future__ import annotations

from knowledge.model import Language, Text

COLON = {Language.EN: ": ", Language.ZH: "："}
FIX_RATE = Text(en="fix rate {rate}", zh="解决率 {rate}")

RETRYING_FAILS = Text(en="retrying alone fails again", zh="只重试还会失败")
WHO = Text(en="for {who} to fix", zh="由{who}处理")
ALSO = Text(en="It could also be", zh="也可能是")
TELL_APART = Text(en="To tell them apart", zh="如何区分")
SHOW_WHOLE = Text(en="All of it: postmaster entries show {slug}", zh="完整条目：postmaster entries show {slug}")
PAGE = Text(en="As a page: {url}", zh="网页版：{url}")
TEACH = Text(
    en="Give the lines around it too, or write an entry: postmaster entries new",
    zh="请把前后几行也贴上，或新写一个条目：postmaster entries new",
)

WORDINGS = Text(en="Known wordings", zh="已知措辞")

LISTED = Text(en="{shown} of {all} entries", zh="{all} 个条目中的 {shown} 个")

KNOWN = Text(en="{entries} entries in {categories} categories", zh="{categories} 个类别，共 {entries} 个条目")
EVERY_TEAM = Text(en="All teams", zh="所有团队")
TEAM = Text(en="Team {team}", zh="团队 {team}")
PASTES = Text(en="Pastes", zh="贴出的错误")
PASTES_SPLIT = Text(
    en="{asked} asked, {overheard} overheard, {answered} answered",
    zh="询问 {asked}，旁听 {overheard}，已回答 {answered}",
)
ANSWER_VOTES = Text(en="Votes on answers", zh="对答案的评价")
WORKAROUND_VOTES = Text(en="Votes on workarounds", zh="对办法的评价")
NOT_MY_ERROR = Text(en="Not my error", zh="不是这个错误")
VOTES_SPLIT = Text(en="{worked} worked, {failed} didn't", zh="{worked} 有用，{failed} 没用")
NOBODY_ASKED = Text(
    en="Nobody has asked or voted yet. Start with: postmaster serve", zh="还没有人提问或评价。先运行：postmaster serve"
)
MOST_HELPFUL = Text(en="Most helpful", zh="最有用的条目")
LEAST_HELPFUL = Text(en="Least helpful", zh="最没用的条目")
QUESTIONS = Text(en="Questions without an answer", zh="尚无答案的问题")
QUESTION = Text(
    en="asked {asked}, overheard {overheard}, last {last}", zh="询问 {asked}，旁听 {overheard}，最近 {last}"
)
