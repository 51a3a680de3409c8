"""The sentences of the digest, in every language."""

from __future__ import annotations

from knowledge.model import Text

TITLE = Text(en="Mail errors of the week, {from_} – {to}", zh="本周邮件错误，{from_}至{to}")
TIMES = Text(en="{count}×", zh="{count} 次")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
PASTES = Text(en="*{count}* errors were pasted", zh="共贴出 *{count}* 个错误")
ALL_KNOWN = Text(en="I had an answer to all of them", zh="全部都有答案")
UNKNOWN = Text(en="I had no answer to *{count}* of them", zh="其中 *{count}* 个没有答案")
ONE_PASTE = Text(en="*One* error was pasted", zh="只贴出 *1* 个错误")
NO_PASTES = Text(en="No error was pasted, but people voted", zh="没有人贴出错误，但有人评价过答案")
ASKED = Text(en="Asked most", zh="问得最多")
WORKED = Text(en="What worked", zh="有效的答案")
FALLEN = Text(en="What stopped working", zh="效果变差的答案")
FELL = Text(en="{before} → *{now}*", zh="{before} → *{now}*")
UNANSWERED = Text(en="What nobody could answer", zh="尚无答案的问题")
LAST_SEEN = Text(en="last seen here", zh="最近一次")
PICTURE = Text(
    en="Errors pasted by day: {days}. The most frequent: {errors}.", zh="每天贴出的错误：{days}。最常见：{errors}。"
)
PICTURE_OF_DAYS = Text(en="Errors pasted by day: {days}.", zh="每天贴出的错误：{days}。")
ABOUT = Text(
    en="Posted once a week; a reviewer can move or stop it with `/smtp settings`.",
    zh="每周发送一次；审核人可以用 `/smtp settings` 更改时间或停用。",
)
