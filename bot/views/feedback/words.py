"""What is said about votes to those who cast them."""

from __future__ import annotations

from knowledge.model import Text

WHICH_DID_IT = Text(en="Thanks! Which one did it?", zh="谢谢！是哪一条解决的？")
SOMETHING_ELSE = Text(en="Something else", zh="都不是")
WHAT_HAPPENED = Text(en="Sorry to hear that. What happened?", zh="抱歉没帮上忙。是什么情况？")
WRONG_ERROR = Text(en="Wrong error", zh="不是这个错误")
DID_NOT_HELP = Text(en="Tried, didn't help", zh="试过，没解决")
ALREADY_KNEW = Text(en="Already knew", zh="早就知道")
IN_WORDS = Text(en="In my own words…", zh="自己说明…")
WHICH_TRIED = Text(en="Which ones did you try?", zh="您试过哪些？")
WHICH_ELSE_TRIED = Text(en="Noted: {titles}. Another one?", zh="记下了：{titles}。还试过别的吗？")
DONE = Text(en="That's all", zh="就这些")
CHANGE = Text(en="Change", zh="修改")

COUNTED = Text(en="Thanks! Counted for *{title}*.", zh="谢谢！已计入“{title}”。")
COUNTED_AS_WRONG = Text(
    en="Noted: another error. Your 👎 doesn't count against the fix. What else it may be stands below the answer.",
    zh="记下了：是别的错误，您的 👎 不会拉低解决率。其他可能的错误列在答案下方。",
)
COUNTED_AS_KNOWN = Text(
    en="Noted: nothing new to you. Your 👎 doesn't count against the fix.",
    zh="记下了：您早就知道。您的 👎 不会拉低解决率。",
)
COUNTED_AS_TRIED = Text(en="Thanks, noted: it didn't help here.", zh="谢谢，记下了：在这里没有解决。")
COUNTED_WORDS = Text(
    en="Thanks, noted for those who look after the answers.", zh="谢谢，已记下，供维护答案的同事参考。"
)
TAKEN_BACK = Text(en="Taken back: nothing you pressed here counts any more.", zh="已撤回：您在这里按下的都不再计入。")
REACTION_STANDS = Text(
    en="Your reaction under the answer still counts until you remove it.", zh="答案下的表情仍然计入，取消表情即可撤回。"
)
CHANGED_SINCE = Text(
    en="This answer is gone or shows something else by now, so nothing was counted.",
    zh="这个答案已不在，或者内容已经变了，因此没有计入。",
)

JUDGED_WORKED = Text(en="Worked", zh="有用")
JUDGED_FAILED = Text(en="Didn't", zh="没用")
OVERTURN = Text(en="This worked for me", zh="这个对我有用")

WHY_NOT_HERE = Text(en="Why it didn't help here", zh="在这里没帮上忙的原因")

OWN_WORDS_TITLE = Text(en="What happened?", zh="是什么情况？")
OWN_WORDS_LABEL = Text(en="In your own words", zh="请自己说明")
OWN_WORDS_HINT = Text(
    en="At most {limit} characters. Addresses and secrets are taken out before it is kept.",
    zh="最多 {limit} 个字符。保存前会去掉地址和敏感信息。",
)
SEND = Text(en="Send", zh="发送")
CANCEL = Text(en="Cancel", zh="取消")
NO_WORDS = Text(en="Write a few words, or cancel.", zh="请写几个字，或者取消。")
TOO_MANY_WORDS = Text(
    en="That is {count} characters; {limit} are kept at most.", zh="共 {count} 个字符，最多 {limit} 个。"
)
