"""The words about an entry that cards, terminal and pages share, in every language."""

from __future__ import annotations

from knowledge.model import Category, Fixer, Language, Text, VersionStatus

LANGUAGES = {Language.EN: "English", Language.ZH: "中文"}
"""Each language in its own words."""

SUCCEEDS = Text(en="{rate} success", zh="成功率 {rate}")
FAILS = Text(en="fails {rate}", zh="失败率 {rate}")
LIKELY = Text(en="likely {range}", zh="可能区间 {range}")
LIKELY_MEANS = Text(
    en="“Likely”: judging by the evidence behind it, the true rate lies in this range with a probability of 90%.",
    zh="“可能区间”：依现有证据，真实比率有 90% 的概率落在其中。",
)
FIXED_BY = Text(en="To be fixed by {who}", zh="由{who}处理")
RETRYING_HELPS = Text(en="waiting and retrying may be enough", zh="稍等后重试可能就好")
RETRYING_FAILS = Text(en="retrying alone will fail again", zh="只重试还会失败")
GENERIC_CAUSE = Text(en="holds for any provider", zh="各服务商通用")
SPECIFIC_CAUSE = Text(en="holds for {provider} only", zh="仅适用于 {provider}")
CONDITION = Text(en="If: {condition}", zh="适用条件：{condition}")
RISK = Text(en="Risk: {risk}", zh="风险：{risk}")
CONFUSED_WITH = Text(en="Easily confused with", zh="容易混淆")
SEE_ALSO = Text(en="See also", zh="相关条目")
SOURCES = Text(en="Sources", zh="来源")
LAST_VERIFIED = Text(en="last checked {date}", zh="最近核对 {date}")
AI_GENERATED = Text(en="written by a program, not yet confirmed by a person", zh="由程序撰写，尚未经人工确认")

WHY_THIS_ANSWER = Text(en="Why this answer: {why}", zh="为何是这个答案：{why}")
A_GUESS = Text(en="Only a guess, {sure} sure: {why}", zh="只是推测，把握 {sure}：{why}")
COULD_ALSO_BE = Text(en="It could also be", zh="也可能是")
NOT_MY_ERROR = Text(en="Not my error", zh="不是这个错误")
UNKNOWN = Text(en="I don't know this one.", zh="这个错误我还不认识。")
WHAT_I_READ = Text(en="What I read: {codes}", zh="我读到的内容：{codes}")
NO_CODE = Text(en="an error without a code", zh="一个没有代码的错误")
CLOSEST = Text(en="The closest that I know:", zh="我知道的最接近的条目：")
NOTHING_FOUND = Text(
    en="I see no mail error in this. Paste the server's reply, the bounce or the log lines as they are.",
    zh="这里没看到邮件错误。请原样粘贴服务器的回复、退信或日志。",
)

FIXERS = {
    Fixer.SENDER: Text(en="the sender", zh="发件人"),
    Fixer.SENDER_ADMIN: Text(en="the sender's admin", zh="发件方管理员"),
    Fixer.RECIPIENT_ADMIN: Text(en="the recipient's admin", zh="收件方管理员"),
    Fixer.PROVIDER: Text(en="the provider", zh="服务商"),
}
STATUSES = {
    VersionStatus.ACTIVE: Text(en="active", zh="仍然如此"),
    VersionStatus.DEPRECATED: Text(en="deprecated", zh="已弃用"),
    VersionStatus.FIXED: Text(en="fixed", zh="已修复"),
    VersionStatus.CLOSED: Text(en="closed", zh="已关闭"),
}
CATEGORIES = {
    Category.AUTH_ERROR: Text(en="Login refused", zh="登录被拒绝"),
    Category.APP_PASSWORD_REQUIRED: Text(en="App password required", zh="需要应用专用密码"),
    Category.OAUTH_REQUIRED: Text(en="OAuth required", zh="需要 OAuth"),
    Category.AUTH_NOT_ENABLED: Text(en="SMTP login not enabled", zh="未启用 SMTP 登录"),
    Category.STARTTLS_REQUIRED: Text(en="STARTTLS required", zh="需要 STARTTLS"),
    Category.TLS_ERROR: Text(en="TLS and certificates", zh="TLS 与证书"),
    Category.CONNECTION_ERROR: Text(en="Connection", zh="连接问题"),
    Category.DNS_ERROR: Text(en="DNS", zh="DNS 问题"),
    Category.RELAY_DENIED: Text(en="Relay denied", zh="拒绝中继"),
    Category.SENDER_REJECTED: Text(en="Sender rejected", zh="发件人被拒绝"),
    Category.SENDER_UNVERIFIED: Text(en="Sender not verified", zh="发件人未验证"),
    Category.DMARC_FAILURE: Text(en="SPF, DKIM, DMARC, reverse DNS", zh="SPF、DKIM、DMARC 与反向解析"),
    Category.IP_BLOCKED: Text(en="IP address blocked", zh="IP 地址被封禁"),
    Category.SPAM_REJECTED: Text(en="Taken for spam", zh="被判为垃圾邮件"),
    Category.RATE_LIMITED: Text(en="Too much at once", zh="超出发送频率"),
    Category.GREYLISTED: Text(en="Greylisted", zh="灰名单"),
    Category.RECIPIENT_UNKNOWN: Text(en="Recipient unknown", zh="收件人不存在"),
    Category.DOMAIN_UNKNOWN: Text(en="Domain unknown", zh="域名不存在"),
    Category.MAILBOX_FULL: Text(en="Mailbox full", zh="邮箱已满"),
    Category.MAILBOX_DISABLED: Text(en="Mailbox disabled", zh="邮箱已停用"),
    Category.RECIPIENT_RESTRICTED: Text(en="Recipient restricted", zh="收件人设有限制"),
    Category.MESSAGE_TOO_LARGE: Text(en="Message too large", zh="邮件过大"),
    Category.CONTENT_BLOCKED: Text(en="Content blocked", zh="内容被拦截"),
    Category.POLICY_REJECTED: Text(en="Refused by policy", zh="策略拒绝"),
    Category.PROTOCOL_ERROR: Text(en="Protocol error", zh="协议错误"),
    Category.SERVER_ERROR: Text(en="Server trouble", zh="服务器故障"),
    Category.DELIVERY_EXPIRED: Text(en="Delivery expired or looped", zh="投递超时或循环"),
    Category.OTHER: Text(en="Other", zh="其他"),
}
