"""Every sentence below answers, in every language."""

from __future__ import annotations

from knowledge.model import Text

STILL_BROKEN = Text(en="Still broken", zh="还是不行")
NEED_HUMAN = Text(en="Need a human", zh="转人工")
RESOLVED = Text(en="Resolved", zh="已解决")
WORKED = Text(en="Worked", zh="有用")

NEXT = Text(en="Next: {number}. {title}", zh="接下来试：{number}. {title}")
NOTHING_LEFT = Text(
    en="That was all I know for this error: none of the {count} helped.",
    zh="这个错误我知道的办法都试过了：{count} 条都没用。",
)
ONE_LEFT_NOTHING = Text(en="I know no other workaround for this error.", zh="这个错误我没有别的办法了。")
NOTHING_KNOWN = Text(en="I know no workaround for this error.", zh="这个错误我没有现成的办法。")
IN_VAIN = Text(en="Don't spend time on", zh="不必再试")

RESOLVED_BY = Text(en="✅ Resolved by {name}", zh="✅ {name} 已解决")
RESOLVED_WITH = Text(en="✅ Resolved by {name} with workaround {number}", zh="✅ {name} 用第 {number} 条办法解决了")
HANDED = Text(en="🙋 {name} asked for a human", zh="🙋 {name} 已请求人工")
THANKS = Text(en="✅ Good to hear. Thanks, {name}!", zh="✅ 太好了，谢谢 {name}！")
SOMEBODY = Text(en="somebody", zh="有人")

HUMAN_NEEDED = Text(en="{name} asks for a human: this error is not solved.", zh="{name} 请求人工：这个错误还没有解决。")
TRIED = Text(en="Tried so far", zh="已经试过")
DID_NOT_HELP = Text(en="✗ {title}: didn't help", zh="✗ {title}：没用")
MAY_HELP = Text(en="• {title}: suggested, no word yet", zh="• {title}：刚建议，尚无结果")
NOTHING_TRIED = Text(en="Nothing that I know of.", zh="据我所知还没有试过任何办法。")
PASTED_BY = Text(en="Pasted by {name}", zh="{name} 贴出的原消息")
CALLED_ALREADY = Text(en="The on-call group was asked in this thread already.", zh="这个消息列里已经请求过值班组了。")
NOBODY_TO_CALL = Text(
    en=(
        "I would ask the on-call group of this workspace, but none is set. "
        "Set it with `/smtp settings`, and press again; nobody was asked so far."
    ),
    zh="我会请求本工作区的值班组，但尚未设置。用 `/smtp settings` 设置后再点一次；目前没有通知任何人。",
)
GROUP_GONE = Text(
    en=(
        "The on-call group that is set does not exist any more, so nobody was asked. "
        "Choose another one with `/smtp settings`."
    ),
    zh="所设置的值班组已不存在，因此没有通知任何人。请用 `/smtp settings` 另选一个。",
)

REMINDER = Text(
    en="Did one of these work? 👍 or 👎 on the answer, or “solved” or “still broken” here, helps whoever has it next.",
    zh="有一条管用吗？给答案点 👍 或 👎，或在这里说“解决了”或“还是不行”，下一个人就能少走弯路。",
)
