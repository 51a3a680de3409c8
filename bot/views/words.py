"""Every sentence that only Slack sees, in every language; what other surfaces say too: `knowledge.vocabulary`."""

from __future__ import annotations

from knowledge.model import Text

WORKED = Text(en="👍 Worked", zh="👍 有用")
FAILED = Text(en="👎 Didn't", zh="👎 没用")
WHICH_WORKED = Text(en="Which one worked?", zh="哪一条有用？")
TAKE_BACK = Text(en="Take my vote back", zh="撤回我的评价")
MORE = Text(en="More", zh="详情")
NONE_OF_THESE = Text(en="None of these", zh="都不是")
SHARE = Text(en="Share in channel", zh="分享到频道")

FIX_RATE = Text(en="Fix rate *{rate}*", zh="解决率 *{rate}*")
CONFIDENCE = Text(en="confidence {rate}", zh="可信度 {rate}")
EVIDENCE = Text(en="evidence {count}", zh="证据数 {count}")
WORKED_FOR = Text(en="{worked} of {votes} say it worked", zh="{votes} 票中 {worked} 票说有效")
VOTES = Text(en="{worked} of {votes} here", zh="本团队 {votes} 票中 {worked} 票说有效")
WORKS_FOR_ALL = Text(en="works for all: {worked} of {votes} here", zh="人人都说有效：本团队 {votes} 票中 {worked} 票")
WORKS_FOR_MOST = Text(en="works for most: {worked} of {votes} here", zh="多数人说有效：本团队 {votes} 票中 {worked} 票")
WORKS_FOR_HALF = Text(
    en="works for about half: {worked} of {votes} here", zh="约半数人说有效：本团队 {votes} 票中 {worked} 票"
)
WORKS_FOR_SOME = Text(en="works for some: {worked} of {votes} here", zh="少数人说有效：本团队 {votes} 票中 {worked} 票")
WORKS_FOR_HARDLY_ANYBODY = Text(
    en="works for hardly anybody: {worked} of {votes} here", zh="几乎没人说有效：本团队 {votes} 票中 {worked} 票"
)
WORKS_FOR_NOBODY = Text(
    en="works for nobody: {worked} of {votes} here", zh="没有人说有效：本团队 {votes} 票中 {worked} 票"
)
OVERTURNED = Text(en="worked for {worked} of {votes} here", zh="本团队 {votes} 票中 {worked} 票说有效")
NO_VOTES = Text(en="no votes here yet", zh="本团队暂无评价")

WHAT_WORKS = Text(en="What works", zh="有效的办法")
WHAT_DOES_NOT = Text(en="What doesn't", zh="无效的办法")
WHY_IT_HAPPENS = Text(en="Why it happens", zh="根本原因")
TAUGHT_HERE = Text(en="with what your team taught", zh="含本团队补充的内容")
ESTIMATE = Text(en="rates are estimates until people vote", zh="在有人评价之前，各项比率只是估计值")

VERSIONS = Text(en="Versions", zh="版本情况")
INTRODUCED = Text(en="introduced {when}", zh="自 {when} 起")
DEPRECATED = Text(en="deprecated {when}", zh="{when} 弃用")
DOCUMENTATION = Text(en="Documentation", zh="官方文档")
FIRST_SEEN = Text(en="first seen {date}", zh="首次出现 {date}")
AS_PAGE = Text(en="open as a page", zh="打开网页版")
ALSO_AVAILABLE = Text(en="Also available as: {forms}", zh="其他格式：{forms}")
PAGE = Text(en="web page", zh="网页")
SHORTENED = Text(
    en="This entry is longer than Slack can show; the rest is left out.", zh="条目太长，Slack 显示不下，其余从略。"
)
CLOSE = Text(en="Close", zh="关闭")

SPOKEN_BY = Text(en="from {providers}", zh="来自 {providers}")
NEAREST = Text(en="Closest that I know:", zh="我知道的最接近的条目：")
NOTED = Text(
    en="I noted it, without addresses and secrets, as a question without an answer.",
    zh="我已把它记为尚无答案的问题（已去掉地址和敏感信息）。",
)
MAYBE_THIS = Text(en="Noted. Is it one of these?", zh="记下了。是下面哪一个吗？")
NO_OTHER = Text(en="Noted. I have no other entry that comes close.", zh="记下了。我没有其他接近的条目。")
OTHERWISE = Text(en="It may also be {tell_apart}", zh="也可能是{tell_apart}")

HELP = Text(
    en=(
        "Paste an SMTP error and I answer in its thread: what works, what doesn't, and how often.\n"
        "• In a channel: paste it, or mention me below somebody's paste. Text files and `.eml` are read too, up to ten "
        "and 1 MB together.\n"
        "• Only for you: `/smtp 535 5.7.8 …`. On any message: ⋮ → *Look up this error* or *Teach this fix*.\n"
        "• 👍 or 👎 below an answer, or 1️⃣ 2️⃣ 3️⃣ for what worked, makes the next answer better.\n"
        "• In its thread, say “still broken” for the next way, “solved”, or “need a human”."
    ),
    zh=(
        "把 SMTP 错误贴出来，我会在消息列中回复：哪些办法有效、哪些无效、成功率多少。\n"
        "• 在频道里：直接粘贴，或者在别人贴的错误下提及我。文本文件和 `.eml` 也能读，最多十个、合计 1 MB。\n"
        "• 只想自己看：`/smtp 535 5.7.8 …`。任何消息上：⋮ → *Look up this error* 或 *Teach this fix*。\n"
        "• 用 👍 👎 评价答案，用 1️⃣ 2️⃣ 3️⃣ 指出哪条有用：下一次的答案会更好。\n"
        "• 在它的消息列里说“还是不行”就换下一个办法；也可以说“解决了”或“转人工”。"
    ),
)
HELLO = Text(
    en="Hello! Paste a mail error here and I answer in its thread; otherwise I stay quiet. `/smtp help` says more.",
    zh="大家好！把邮件错误贴到这里，我会在消息列中回复；其他时候我保持安静。详情见 `/smtp help`。",
)
TRY_ONE = Text(en="Try one; only you see the answer:", zh="点一个试试，只有您能看到回答：")
ANSWERED_ALREADY = Text(en="I answered this in the thread already.", zh="我已经在消息列里回答过了。")
NOT_IN_CHANNEL = Text(
    en="I am not in this channel, so only you see this. `/invite @Postmaster` lets everybody see my answers.",
    zh="我不在这个频道里，所以只有您能看到。输入 `/invite @Postmaster` 后大家都能看到我的回答。",
)
CARD_GONE = Text(
    en="I don't remember this answer any more, so nothing was counted. Paste the error again.",
    zh="我已不记得这个答案，因此没有计入。请重新粘贴错误。",
)
APOLOGY = Text(
    en="Sorry, that went wrong on my side. Please try again in a minute.",
    zh="抱歉，我这边出了问题，请稍后再试。",
)
FILE_UNREADABLE = Text(
    en=(
        "I could not read the file. Of a message I read up to ten files: text, logs and `.eml`, 1 MB together. "
        "Paste the error's lines instead."
    ),
    zh="有文件我读不了。每条消息我最多读十个文件（文本、日志和 `.eml`），合计不超过 1 MB。请直接粘贴出错的那几行。",
)
MAY_NOT_READ = Text(
    en="Slack does not let me read what stands above, so I cannot answer it. Paste the error itself to me.",
    zh="Slack 不允许我读取上面的内容，所以无法回答。请把错误本身发给我。",
)
OFF_HERE = Text(
    en="I am switched off in this channel, so I said nothing. `/smtp settings` shows that, and who may change it can.",
    zh="我在这个频道里已被关闭，所以没有回答。`/smtp settings` 可以查看；有权限的人可以在那里更改。",
)
REVIEWERS_GONE = Text(
    en=(
        "The group or channel that reviews does not exist any more, so nothing was changed. "
        "An admin of this workspace can choose another one with `/smtp settings`."
    ),
    zh="负责审核的用户组或频道已不存在，因此没有做任何更改。工作区管理员可以用 `/smtp settings` 另选一个。",
)
