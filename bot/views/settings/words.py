"""Every sentence of the settings, in every language."""

from __future__ import annotations

from knowledge.model import Language, Text
from knowledge.preferences import Listening, Teachers

SETTINGS = Text(en="Settings", zh="设置")
SAVE = Text(en="Save", zh="保存")
CANCEL = Text(en="Cancel", zh="取消")

CHANNEL_HEADING = Text(en="A channel", zh="单个频道")
CHANNEL = Text(en="Channel", zh="频道")
CHANNEL_HINT = Text(
    en="Choose another one to see its settings; save before you do, or what you changed here is lost.",
    zh="选择其他频道可查看其设置；请先保存，否则这里的更改会丢失。",
)
LISTENING = Text(en="When I answer in it", zh="我在那里何时回答")
MODES = {
    Listening.LISTEN: Text(en="Whenever I see a mail error that I know", zh="看到认识的邮件错误就回答"),
    Listening.MENTION: Text(en="Only when somebody asks me", zh="只有被问到时才回答"),
    Listening.OFF: Text(en="Never", zh="从不回答"),
}
CHANNEL_LANGUAGE = Text(en="Language of my answers in it", zh="我在那里回答的语言")
OWN_LANGUAGE = Text(en="That of whoever is answered", zh="提问者自己的语言")
LANGUAGES = {Language.EN: Text(en="English", zh="English"), Language.ZH: Text(en="中文", zh="中文")}
TEACHERS_LABEL = Text(en="Who may teach me in it", zh="谁可以在那里教我")
TEACHERS = {
    Teachers.EVERYBODY: Text(en="Everybody", zh="所有人"),
    Teachers.REVIEWERS: Text(en="Reviewers", zh="审核者"),
}

WORKSPACE_HEADING = Text(en="The whole workspace", zh="整个工作区")
REVIEWERS = Text(en="Who reviews what people teach me", zh="谁来审核大家教给我的内容")
REVIEWERS_HINT = Text(
    en="They decide on proposals, and they and the admins of this workspace may change these settings.",
    zh="他们决定是否采纳；他们和工作区管理员可以更改这些设置。",
)
EVERYBODY = Text(en="Everybody", zh="所有人")
MEMBERS = Text(en="The members of a channel", zh="某个频道的成员")
REVIEW_CHANNEL = Text(en="The channel whose members review", zh="由哪个频道的成员审核")
REVIEW_CHANNEL_HINT = Text(
    en='Counts only with "The members of a channel" above.', zh="仅在上面选择“某个频道的成员”时有效。"
)
SELF_APPROVAL = Text(en="Proposals of one's own", zh="自己的提议")
SELF_APPROVAL_ON = Text(en="Reviewers may approve what they proposed themselves", zh="审核者可以批准自己的提议")
ON_CALL = Text(en='Whom "Need a human" calls', zh="“需要人工”时叫谁")
NOBODY = Text(en="Nobody", zh="不叫任何人")
NO_GROUPS = Text(en="This workspace has no user groups.", zh="这个工作区没有用户组。")
GONE_GROUP = Text(en="a user group that does not exist any more", zh="已不存在的用户组")
REMINDER = Text(en="Hours until I ask how it went", zh="多少小时后询问结果")
REMINDER_HINT = Text(
    en="Once in each thread without feedback, 1 to 168 hours later; 0: never.",
    zh="每个没有反馈的消息列只问一次，可设 1 到 168 小时；0 表示从不询问。",
)
DIGEST_CHANNEL = Text(en="Where the weekly digest goes", zh="每周摘要发到哪里")
DIGEST_HINT = Text(en="Empty: nowhere.", zh="留空表示不发。")
CHOOSE = Text(en="Choose", zh="请选择")
WEEKDAY = Text(en="On which day", zh="星期几")
WEEKDAYS = (
    Text(en="Monday", zh="星期一"),
    Text(en="Tuesday", zh="星期二"),
    Text(en="Wednesday", zh="星期三"),
    Text(en="Thursday", zh="星期四"),
    Text(en="Friday", zh="星期五"),
    Text(en="Saturday", zh="星期六"),
    Text(en="Sunday", zh="星期日"),
)
HOUR = Text(en="At what time", zh="几点")
TIME_ZONE = Text(en="In which time zone", zh="按哪个时区")
TIME_ZONE_HINT = Text(en="Its IANA name, such as Europe/Berlin.", zh="IANA 名称，例如 Asia/Shanghai。")
LANGUAGE = Text(en="Language of what I say to everybody", zh="我对所有人说话的语言")
CHANGED = Text(en="Changed last by {who}, {when}", zh="最后由 {who} 更改，{when}")

MAY_NOT_SET = Text(
    en="Only reviewers and the admins of this workspace may change my settings. Nothing was changed.",
    zh="只有审核者和工作区管理员可以更改我的设置。没有做任何更改。",
)
CHOOSE_CHANNEL = Text(en="Choose the channel whose members review.", zh="请选择由哪个频道的成员审核。")
CHANNEL_NOT_SEEN = Text(
    en="I can't see that channel. Invite me with `/invite @Postmaster` first.",
    zh="我看不到这个频道。请先用 `/invite @Postmaster` 邀请我。",
)
NOBODY_IN_GROUP = Text(en="Nobody is in that user group.", zh="这个用户组里没有人。")
GROUP_GONE = Text(en="That user group does not exist any more. Choose another.", zh="这个用户组已不存在，请另选一个。")
BAD_HOURS = Text(en="Give a whole number from 0 to 168.", zh="请填 0 到 168 之间的整数。")
BAD_ZONE = Text(
    en="That is no time zone. Give its IANA name, such as Europe/Berlin.",
    zh="没有这个时区。请填 IANA 名称，例如 Asia/Shanghai。",
)
NEAR_ZONE = Text(en="That is no time zone. Did you mean {zone}?", zh="没有这个时区。您是指 {zone} 吗？")
