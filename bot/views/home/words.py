"""The sentences of the home, in every language."""

from __future__ import annotations

from knowledge.history import Fate
from knowledge.model import Text

SEARCH = Text(en="Look up an error", zh="查询错误")
SEARCH_HINT = Text(
    en="Paste an error, or type a few words: 550 5.7.26, gmail app password …",
    zh="粘贴错误，或输入几个词：550 5.7.26、gmail 应用专用密码……",
)
CLEAR = Text(en="Clear", zh="清除")
RESULTS = Text(en="What I found", zh="查询结果")
NO_RESULTS = Text(
    en="Nothing has these words. Paste the server's reply, the bounce or the log lines as they are.",
    zh="没有条目包含这些词。请原样粘贴服务器的回复、退信或日志。",
)
OPEN = Text(en="Open", zh="打开")
A_GUESS = Text(en="only a guess", zh="只是推测")

RECENT = Text(en="What you pasted", zh="您贴过的错误")
NO_RECENT = Text(
    en="What you paste in a channel or send me stands here afterwards, with what became of it.",
    zh="您在频道里贴过或私信发给我的错误以后会列在这里，并注明结果。",
)
VOTES = Text(en="Your votes", zh="您的评价")
TAKE_BACK = Text(en="Take back", zh="撤回")
VOTED_WORKED = Text(en="👍 worked", zh="👍 有用")
VOTED_FAILED = Text(en="👎 didn't help", zh="👎 没用")
VOTED_FIX_WORKED = Text(en="👍 {what}", zh="👍 {what}")
VOTED_FIX_FAILED = Text(en="👎 {what}", zh="👎 {what}")
VOTED_RIGHT_ERROR = Text(en="it was my error", zh="是这个错误")
VOTED_WRONG_ERROR = Text(en="not my error", zh="不是这个错误")
VOTED_KNOWN = Text(en="already knew", zh="早就知道")

FATES = {
    Fate.FIXED: Text(en="✅ Fixed", zh="✅ 已解决"),
    Fate.FAILED: Text(en="👎 Did not help", zh="👎 没有帮助"),
    Fate.HANDED: Text(en="🙋 Handed to a human", zh="🙋 已转给同事"),
    Fate.OPEN: Text(en="No feedback yet", zh="还没有反馈"),
    Fate.UNKNOWN: Text(en="❓ Nobody knows it yet", zh="❓ 还没有答案"),
}
IN_SLACK = Text(en="go there", zh="前往")
GONE = Text(en="An entry that is gone", zh="已不存在的条目")

REVIEW = Text(en="For reviewers", zh="审核")
NOTHING_TO_REVIEW = Text(
    en="Nothing waits: no proposal, no question without an answer, and no entry whose rate fell.",
    zh="没有待处理的内容：没有待审核的提议，没有尚无答案的问题，也没有成功率下降的条目。",
)
PROPOSALS = Text(en="Proposals that wait for a decision", zh="等待审核的提议")
QUESTIONS = Text(en="Questions without an answer", zh="尚无答案的问题")
ASKED = Text(en="asked {count}×", zh="被问 {count} 次")
OVERHEARD = Text(en="seen {count}×", zh="看到 {count} 次")
LAST_SEEN = Text(en="last {when}", zh="最近 {when}")
FALLEN = Text(en="Entries whose rate fell in four weeks", zh="四周内成功率下降的条目")
FELL = Text(
    en="{before} → *{now}* · {worked} of {votes} new votes say it worked",
    zh="{before} → *{now}* · 新增 {votes} 票中 {worked} 票说有效",
)

BACK = Text(en="← Back", zh="← 上一页")
NEXT = Text(en="More →", zh="下一页 →")
HOW_IT_WORKS = Text(en="How it works", zh="使用说明")
TRY_ONE = Text(en="Try one:", zh="点一个试试：")
