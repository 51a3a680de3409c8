"""Every sentence about errors that come again, in every language."""

from __future__ import annotations

from knowledge.model import Text

ANSWERED_BEFORE = Text(en="*{title}* again: {link}, {when}.", zh="又是 *{title}*：{link}（{when}）。")
THE_ANSWER = Text(en="the answer is here", zh="答案在这里")
BEING_ANSWERED = Text(en="*{title}* came a moment ago, too: {link}.", zh="刚才也有人遇到 *{title}*：{link}。")
THE_OTHER_PASTE = Text(en="I answer it there", zh="我在那里回答")
NOBODY_SAID = Text(en="nobody has said yet whether it works", zh="还没有人说是否有效")
WHAT_DID_IT = Text(en="what did it: {title}", zh="有效的是：{title}")
RESOLVED_BY = Text(en="resolved by {name}", zh="{name} 已解决")
HANDED = Text(en="a human was asked for", zh="已请求人工协助")
SHOW_HERE = Text(en="Show the answer here", zh="在这里显示答案")

INCIDENT = Text(
    en="Likely an incident: {count} pastes of {error} in {minutes} minutes{usual}.",
    zh="可能是故障：{minutes} 分钟内有 {count} 次粘贴 {error}{usual}。",
)
FROM = Text(en="{error} from {provider}", zh="{provider} 的 {error}")
USUALLY = Text(en=", usually {count} a day", zh="，平时每天 {count} 次")
SELDOM = Text(en=", usually less than one a day", zh="，平时每天不到一次")
PASTES = Text(en="The pastes: {links}", zh="这些粘贴：{links}")
