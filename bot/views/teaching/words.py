"""Every sentence about teaching that Slack shows, in every language."""

from __future__ import annotations

from knowledge.model import Text
from knowledge.teaching.model import Kind, State

TEACH = Text(en="Teach a fix", zh="教我怎么修")
TEACH_TITLE = Text(en="Teach Postmaster", zh="教 Postmaster")
EDIT_TITLE = Text(en="Edit", zh="修改")
PROPOSE = Text(en="Propose", zh="提议")
CANCEL = Text(en="Cancel", zh="取消")

# The form

HOW_IT_GOES = Text(
    en="A teammate approves it, then everybody here gets it. Write in your own words; they are shown as they are.",
    zh="由一位同事批准后，这里的每个人都能看到。用您自己的话写，会原样显示。",
)
HOW_IT_GOES_ALONE = Text(
    en="A reviewer approves it, which may be you, then everybody here gets it. Your words are shown as they are.",
    zh="经审核者（也可以是您自己）批准后，这里的每个人都能看到。您的话会原样显示。",
)
PASTE = Text(en="The error", zh="报错原文")
PASTE_HINT = Text(
    en="As the server or the log says it. Addresses and secrets are taken out.",
    zh="按服务器或日志的原样。地址和敏感信息会被去掉。",
)
WORDINGS = Text(en="What servers say", zh="服务器的说法")
WORDINGS_HINT = Text(en="One wording a line. By these it is found.", zh="每行一种说法，靠它们找到这个条目。")
ABOUT = Text(en="What is it about?", zh="关于什么？")
NEW_ENTRY = Text(en="A new entry", zh="新条目")
TITLE = Text(en="Title", zh="标题")
TITLE_HINT = Text(en="The code, then what it means.", zh="先写代码，再写含义。")
CAUSE = Text(en="Why it happens", zh="原因")
FIX = Text(en="What fixes it", zh="怎样解决")
FIX_HINT = Text(
    en="First line: what to do, in a few words. Then how.",
    zh="第一行用几个词写做什么，接着写具体做法。",
)
DEAD_END = Text(en="What doesn't", zh="什么没用")
DEAD_END_HINT = Text(
    en="First line: what people try. Then why it fails.", zh="第一行写大家常试什么，接着写为什么没用。"
)
SOURCE = Text(en="Where it can be checked", zh="哪里可以核实")
SOURCE_HINT = Text(en="A web address. Left empty, it is this conversation.", zh="填网址；留空则为这段对话。")

# A proposal

TAUGHT = {
    Kind.ENTRY: Text(en="{by} teaches a new entry: {title}", zh="{by} 提议一个新条目：{title}"),
    Kind.WORKAROUND: Text(en="{by} teaches a fix for {title}", zh="{by} 提议一个办法：{title}"),
    Kind.DEAD_END: Text(en="{by} teaches what doesn't help with {title}", zh="{by} 指出一个无效的办法：{title}"),
    Kind.WORDING: Text(en="{by} teaches another wording of {title}", zh="{by} 补充一种报错说法：{title}"),
}
ENTRY_GONE = Text(
    en="⚠️ The entry that it adds to is gone; it waits until that comes back.",
    zh="⚠️ 它所补充的条目已不存在；条目恢复之前，它会一直等待。",
)
FOUND_BY = Text(en="Found by", zh="据此识别")
CHECKED = Text(en="source: {link}", zh="来源：{link}")
THIS_CONVERSATION = Text(en="the conversation", zh="这段对话")
CHANGE = Text(
    en="A change by {by}; until it is decided, what was approved before holds.",
    zh="{by} 的改动；在决定之前，原先批准的内容继续有效。",
)
OUTCOMES = {
    State.PROPOSED: Text(en="Waits for approval", zh="等待批准"),
    State.AMENDED: Text(en="A change waits for approval", zh="有改动等待批准"),
    State.APPROVED: Text(en="✅ Approved by {by}: known from now on", zh="✅ {by} 已批准，现已生效"),
    State.REJECTED: Text(en="🚫 Rejected by {by}", zh="🚫 {by} 已驳回"),
    State.RETIRED: Text(en="🗄️ Retired by {by}", zh="🗄️ {by} 已停用"),
}
BECAUSE = Text(en="{outcome}: {note}", zh="{outcome}：{note}")
APPROVE = Text(en="Approve", zh="批准")
EDIT = Text(en="Edit", zh="修改")
REJECT = Text(en="Reject", zh="驳回")
RETIRE = Text(en="Retire", zh="停用")
UNDO = Text(en="Undo", zh="撤销")
REJECT_TITLE = Text(en="Reject", zh="驳回")
REASON = Text(en="Why?", zh="原因")
REASON_HINT = Text(en="Whoever proposed it reads this.", zh="提议者会看到。")
REASON_NEEDED = Text(en="Say why, so that the next proposal is better.", zh="请写明原因，下次的提议才会更好。")
REASON_TOO_LONG = Text(en="At most {limit} characters.", zh="最多 {limit} 个字符。")
FROM_FILE = Text(en="a file", zh="文件")
SOMEBODY = Text(en="somebody", zh="某人")

# More

HISTORY = Text(en="Taught here", zh="本团队的补充")
PIECES = {
    Kind.ENTRY: Text(en="New entry: {said}", zh="新条目：{said}"),
    Kind.WORKAROUND: Text(en="Fix: {said}", zh="办法：{said}"),
    Kind.DEAD_END: Text(en="What doesn't help: {said}", zh="无效的办法：{said}"),
    Kind.WORDING: Text(en="Wording: {said}", zh="报错说法：{said}"),
}
"""What each piece of a history is."""
NOTHING_TAUGHT = Text(en="Nothing was taught about this yet.", zh="还没有人补充过这个条目。")
STEPS = {
    State.PROPOSED: Text(en="written by {by}", zh="{by} 撰写"),
    State.AMENDED: Text(en="changed by {by}, waits for approval", zh="{by} 修改，等待批准"),
    State.APPROVED: Text(en="approved by {by}", zh="{by} 批准"),
    State.REJECTED: Text(en="rejected by {by}", zh="{by} 驳回"),
    State.RETIRED: Text(en="retired by {by}", zh="{by} 停用"),
}
"""What a revision was."""

# Ephemeral

SENT = Text(
    en="Thank you! It waits for approval; reviewers see it in my Home.",
    zh="谢谢！正在等待批准；审核者可以在我的主页里看到。",
)
NO_REVIEWER = Text(
    en="Only reviewers of this workspace can decide on this, so nothing was changed.",
    zh="只有本工作区的审核者才能处理，因此没有做任何更改。",
)
NO_TEACHER = Text(
    en="Only reviewers may teach in this channel. Tell one of them what you found.",
    zh="这个频道里只有审核者可以教我。请把您的发现告诉他们。",
)
ENTRY_GONE_NOW = Text(en="This entry is gone. Choose another one.", zh="这个条目已不存在，请另选一个。")
