"""What only the terminal says, in every language; what Slack says too stands in `bot.views.words`."""

from __future__ import annotations

from knowledge.model import Language, Text
from knowledge.smtp.reading import Speaker, Surroundings

COLON = {Language.EN: ": ", Language.ZH: "："}
FIX_RATE = Text(en="fix rate {rate}", zh="解决率 {rate}")

RETRYING_FAILS = Text(en="retrying alone fails again", zh="只重试还会失败")
WHO = Text(en="for {who} to fix", zh="由{who}处理")
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

LISTED_WITH = {Language.EN: ", ", Language.ZH: "、"}
WHAT_WAS_READ = Text(en="What was read", zh="读到的内容")
TAKEN_OUT = Text(en="Taken out before anything else: {taken}", zh="事先去除：{taken}")
NOTHING_TAKEN_OUT = Text(en="Nothing had to be taken out.", zh="没有需要去除的内容。")
READ_PARTLY = Text(en="Of {given} lines the {shown} that tell:", zh="共 {given} 行，其中有用的 {shown} 行：")
ERRORS_IN_IT = Text(en="Errors in it", zh="其中的错误")
NO_ERRORS = Text(
    en="None: no code of a mail server, no word of failure.", zh="没有：既没有邮件服务器的代码，也没有表示失败的词。"
)
MORE_ERRORS = Text(en="… and {count} more", zh="……另有 {count} 个")
NO_WORDS = Text(en="no words; by the standard: {meaning}", zh="没有文字；按标准的含义：{meaning}")
LINE = Text(en="line {number}", zh="第 {number} 行")
SPEAKERS = {
    Speaker.SERVER: Text(en="a server's reply", zh="服务器的答复"),
    Speaker.CLIENT: Text(en="a program's words", zh="程序的话"),
    Speaker.ANYBODY: Text(en="perhaps a person's remark", zh="可能只是人的话"),
}
SURROUNDINGS = {
    Surroundings.BOUNCE: Text(en="in a bounce", zh="在退信中"),
    Surroundings.SENDING: Text(en="while sending mail", zh="在发送邮件时"),
    Surroundings.MAIL: Text(en="about mail", zh="与邮件有关"),
    Surroundings.UNCLEAR: Text(en="nothing about mail around it", zh="前后与邮件无关"),
    Surroundings.TALK: Text(en="about what is to happen, or could", zh="说的是应当或可能发生的事"),
    Surroundings.OTHER: Text(en="about another protocol", zh="与其他协议有关"),
}
ANSWERS = Text(en="answers {command}", zh="回应 {command}")
NAMES = Text(en="names {provider}", zh="提到 {provider}")
COUNTS = Text(en="counts {trust}", zh="按 {trust} 计")
WHY_LESS_TRUST = Text(
    en=(
        "The first reply of a server counts most. What follows it, and words without a code, count less; least where"
        " the lines around are not about mail."
    ),
    zh="服务器的第一条答复最算数；其后的内容和没有代码的文字分量较轻，前后与邮件无关时最轻。",
)
CANDIDATES = Text(en="Entries that may explain it", zh="可能对应的条目")
NO_CANDIDATES = Text(
    en="None: no entry shares rare words or codes with it. If it is an error, write one: postmaster entries new",
    zh="没有：没有条目与它有相同的少见词或代码。如果确实是错误，请新写一个条目：postmaster entries new",
)
WHAT_SCORES_MEAN = Text(
    en="(wording + codes + provider) × trust = total; the percentage: how often an answer with such a total is right.",
    zh="（措辞 + 代码 + 服务商）× 可信程度 = 总分；百分比表示同样总分的答案有多少是对的。",
)
WORDING = Text(en="wording", zh="措辞")
CODES = Text(en="codes", zh="代码")
PROVIDER = Text(en="provider", zh="服务商")
TOPIC = Text(en="topic", zh="主题")
TRUST = Text(en="trust", zh="可信程度")
TOTAL = Text(en="total", zh="总分")
BY_CODE_ALONE = Text(en="found by its codes; none of its wordings is close", zh="仅凭代码找到，没有相近的措辞")
MOST_LIKE = Text(en="like “{signature}”", zh="接近“{signature}”")
SAME_CODES = Text(en="{codes} fits", zh="{codes} 相符")
OTHER_CODES = Text(en="{codes} is not among its codes", zh="{codes} 不是它的代码")
NO_CODES = Text(en="the error has none", zh="错误中没有代码")
ANYBODYS = Text(en="an entry for anybody's error", zh="不限服务商的条目")
NAMED_IN_ERROR = Text(en="{provider} is named in the error", zh="错误中提到了 {provider}")
NAMED_ELSEWHERE = Text(en="{provider} is named near the error", zh="错误前后提到了 {provider}")
NOT_NAMED = Text(en="nothing names {provider}", zh="没有提到 {provider}")
ITS_TOPIC = Text(en="the error's words are those of {category}", zh="错误的用词属于“{category}”")
OTHER_TOPIC = Text(en="the error's words are less those of {category}", zh="错误的用词不太像“{category}”")
OF_ERROR = Text(en="of error {number}", zh="来自错误 {number}")
TOTAL_MEANS = Text(en="that is {score}", zh="即 {score}")
ASKED = Text(en="And {slug}?", zh="{slug} 呢？")
ASKED_ABOVE = Text(en="It stands above, in place {place}.", zh="见上文第 {place} 位。")
ASKED_SHARES_NOTHING = Text(
    en="It is no candidate: it shares neither rare words nor codes with any of the errors.",
    zh="不在候选之列：它与这些错误既没有相同的少见词，也没有相同的代码。",
)
LISTENING = Text(en="Would a passive listener speak up?", zh="旁听时会主动回答吗？")
SPEAKS_UP = Text(
    en=(
        "Yes. The entry's {score} and how the error stands there ({speaker}, {surroundings}) make it {heard} sure that"
        " this is an error of sending mail; it takes {threshold}."
    ),
    zh="会。条目得分 {score}，加上错误的情形（{speaker}，{surroundings}），有 {heard} 的把握；门槛 {threshold}。",
)
STAYS_SILENT = Text(
    en=(
        "No. The entry's {score} and how the error stands there ({speaker}, {surroundings}) make it only {heard} sure"
        " that this is an error of sending mail; it takes {threshold}."
    ),
    zh="不会。条目得分 {score}，加上错误的情形（{speaker}，{surroundings}），把握只有 {heard}；门槛 {threshold}。",
)
SILENT_WITHOUT = Text(en="No: there is nothing to say.", zh="不会：没有可说的。")
