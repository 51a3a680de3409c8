"""Every sentence that only pages say, in every language."""

from __future__ import annotations

from knowledge.model import Language, Text

HTML_LANGUAGE = {Language.EN: "en", Language.ZH: "zh-CN"}
"""The languages as HTML and HTTP call them (RFC 5646)."""

COLON = {Language.EN: ": ", Language.ZH: "："}
COMMA = {Language.EN: ", ", Language.ZH: "、"}

SKIP = Text(en="Skip to the content", zh="跳到正文")
HOME = Text(en="Postmaster: search", zh="Postmaster：搜索")
ALL_ENTRIES = Text(en="All entries", zh="全部条目")
ALSO_AVAILABLE = Text(en="Also available as:", zh="其他格式：")
ORIGIN = Text(
    en="Postmaster: SMTP errors, what fixes them and what does not.",
    zh="Postmaster：SMTP 错误，哪些办法有效，哪些无效。",
)

ID = Text(en="ID", zh="编号")
AI_GENERATED = Text(en="AI-generated", zh="AI 生成")
FIX_RATE = Text(en="Fix rate", zh="解决率")
CONFIDENCE = Text(en="Confidence", zh="可信度")
EVIDENCE = Text(en="Evidence", zh="证据数")
FIRST_SEEN = Text(en="First seen", zh="首次出现")

VERSIONS = Text(en="Version compatibility", zh="版本兼容性")
VERSION = Text(en="Version", zh="版本")
STATUS = Text(en="Status", zh="状态")
INTRODUCED = Text(en="Introduced", zh="引入")
DEPRECATED = Text(en="Deprecated", zh="弃用")
NOTES = Text(en="Notes", zh="备注")
ROOT_CAUSE = Text(en="Root cause", zh="根本原因")
DOCUMENTATION = Text(en="Official documentation", zh="官方文档")
WORKAROUNDS = Text(en="Workarounds", zh="解决办法")
STEPS_HERE = Text(en="Steps in English", zh="中文步骤")
DEAD_ENDS = Text(en="Dead ends", zh="无效的做法")
DEAD_ENDS_LEAD = Text(en="Common approaches that don't work:", zh="常见但行不通的做法：")
FAIL = Text(en="{rate} fail", zh="失败率 {rate}")
COPY = Text(en="Copy", zh="复制")
COPIED = Text(en="Copied", zh="已复制")
WHO_FIXES = Text(en="Who fixes it", zh="由谁处理")
WHO_FIXES_IT = Text(en="This has to be fixed by {who}: {retrying}.", zh="需要由{who}处理：{retrying}。")
ENTRY = Text(en="Entry", zh="条目")
THIS_ENTRY = Text(en="This entry", zh="本条目")
TYPICAL = Text(en="Typical wording", zh="典型措辞")
TELL_APART = Text(en="How to tell", zh="如何区分")
SIGNATURES = Text(en="What servers say", zh="服务器的原文")
SIGNATURES_LEAD = Text(
    en="Wordings under which this error is recognised; what stands in angle brackets varies.",
    zh="据以识别本错误的原文措辞；尖括号中的内容因情况而异。",
)
SUPPORTS = Text(en="supports:", zh="支持：")
THE_CAUSE = Text(en="root cause", zh="根本原因")
THE_WORDING = Text(en="wording", zh="原文措辞")
RATES_ARE = Text(
    en="Rates are curated estimates; a team's own votes show in its Slack only.",
    zh="各项比率为编辑估计值；团队自己的评价只在其 Slack 中显示。",
)

INDEX_LEAD = Text(
    en="{entries} SMTP errors in {categories} categories, each with what fixes it and what does not.",
    zh="{categories} 个类别，共 {entries} 个 SMTP 错误；每个都列出有效和无效的办法。",
)
CATEGORIES = Text(en="Categories", zh="类别")

SEARCH = Text(en="Search", zh="搜索")
SEARCH_TITLE = Text(en="Look up a mail error", zh="查询邮件错误")
SEARCH_LEAD = Text(
    en="Paste an SMTP reply, a bounce or log lines, and get what fixes it and what does not.",
    zh="粘贴 SMTP 回复、退信或日志，即可看到哪些办法有效、哪些无效。",
)
FEW_WORDS = Text(en="A code, an id or a few words", zh="代码、编号或几个词")
PASTE = Text(en="The error, as you got it", zh="原样粘贴错误")
OR_WORDS = Text(en="Or find an entry by a code, its id or a few words", zh="或者按代码、编号或几个词查找条目")
CLOSEST = Text(en="The closest that I know", zh="我知道的最接近的条目")
LOOK_UP_ANOTHER = Text(en="Paste another error", zh="再粘贴一个错误")
PASTE_EXAMPLE = "535 5.7.8 Username and Password not accepted"
LOOK_UP = Text(en="Look up", zh="查询")
PRIVACY = Text(
    en="A paste is sent in the body of the request, never in an address. It is not stored; passwords and addresses are "
    "taken out before anything is shown.",
    zh="粘贴的内容在请求正文中发送，不会出现在网址里，也不会被保存；显示之前会先去掉密码和邮件地址。",
)
RESULTS_TITLE = Text(en="Results", zh="查询结果")
LOOKED_UP = Text(en="Looked up", zh="查询内容")
LOOKED_UP_NOTE = Text(en="without passwords and addresses", zh="已去掉密码和地址")
SURE = Text(en="{rate} sure", zh="把握 {rate}")
WHOLE_ENTRY = Text(en="The whole entry", zh="完整条目")
WITH_THESE_WORDS = Text(en="Entries with these words", zh="含有这些词的条目")
MORE_EXIST = Text(
    en="{count} more have them too; add a word to narrow it down.", zh="另有 {count} 个；再加一个词可缩小范围。"
)
NOTHING = Text(en="Nothing found", zh="没有找到")
NOTHING_HELP = Text(
    en="What helps: the reply with its code (`550 5.1.1 …`), the whole bounce, or the log lines around the failure. Or "
    "fewer and other words: `gmail app password`, `greylisted`, `smtp-421`.",
    zh="可以试试：带代码的完整回复（`550 5.1.1 …`）、整封退信，或失败前后的几行日志；"
    "也可以换几个词，例如 `gmail`、`授权码`、`smtp-421`。",
)
TOO_LONG = Text(
    en="That is too long; paste the lines around the error, at most a megabyte.",
    zh="内容太长；请只粘贴错误前后的几行，最多 1 MB。",
)

MISSING_TITLE = Text(en="There is no such entry", zh="没有这个条目")
MISSING_LEAD = Text(en="Nothing stands under the address of", zh="下面这个编号没有对应的条目：")
NEAREST = Text(en="The nearest", zh="最接近的条目")
TROUBLE_TITLE = Text(en="Sorry, that went wrong on our side", zh="抱歉，我们这边出了问题")
TROUBLE = Text(en="Please try again in a minute.", zh="请稍后再试。")
