"""The vocabulary by which an error, mail and other protocols are recognised in running text."""

from __future__ import annotations

import re

__all__ = ["BOUNCE", "DELAY", "FAILURE", "FRAME", "MAIL", "OTHER_PROTOCOL", "SENDING", "SUCCESS", "SUPPOSED", "TALK"]


def _any_of(*, words: str, others: str = "") -> re.Pattern[str]:
    """Matches any of `words` where a word begins, and any of `others` anywhere; case ignored.

    Each line holds some, separated by |. Most places of a text are no beginning, and cost no look at any of `words`.
    """
    return re.compile("|".join([rf"\b(?:{_joined(words)})", *filter(None, [_joined(others)])]), re.IGNORECASE)


def _joined(alternatives: str) -> str:
    return "|".join(line.strip() for line in alternatives.strip().splitlines())


FAILURE = _any_of(
    words=r"""
        (?:reject\w*|refus\w+|den(?:y|ied|ies)|fail\w*|error\w*|invalid|unable|disallow\w*)\b
        (?:(?:cannot|can't|could ?n[o']t|does ?n[o']t|do not|did ?n[o']t|is ?n[o']t|not|never|no) \w+)\b
        (?:timed?[ -]?out|timeout|exceed\w*|too (?:many|large|big|long|much|fast|old)|quota|full|block\w*)\b
        (?:(?:black|block|deny)[ -]?list\w*|banned|expired|unknown(?!\[)|undeliver\w+|unavailable|disabled|suspend\w+)\b
        (?:inactive|missing|must|requires?|required|need\w*|mismatch|malformed|illegal|loop\w*|bounce\w*|deferr?\w*)\b
        (?:gr[ae]ylist\w*|throttl\w+|temporar\w+|try again|unexpected\w*|closed|reset|unreachable|unrout\w+)\b
        (?:unauth\w+|insufficient|prohibited|spam\w*|virus\w*|malware|phish\w+|suspicious|protocol violation)\b
        (?:wrong|incorrect|bad|abus\w+|gave up|giving up|lost connection|hop count|limit\w*|exhausted)\b
        0x800ccc[0-9a-f]{2}\b|(?:stopped|terminated|inbox|over capacity|delayed|retried|not yet|not allowed)\b
        e(?:auth|envelope|socket|connection|timedout|connrefused|notfound|dns|message|tls)\b
    """,
    others=r"""
        \w*exception\b|\{"status":"
        abgelehnt|fehlgeschlagen|unbekannt|nicht|fehler|verweigert|rejet|refus|inconnu|invalide|[ée]chou|rechaz|desconocid
        denegad|inválid|rifiutat|sconosciut|não|recusad|失败|失敗|报错|拒[绝収收信]|被拒|错误|錯誤|不存在|无法|無法|超时|退[信回]|已?满|不足|限制|禁止|无效|過期|过期|超过
        超限|超出|屏蔽|拦截|异常|垃圾|不正确|未开[启通]|冻结|停用|禁用|过大|太大|黑名单|不能|不允许|没有|不支持|找不到|不明|できません|見つかりません|存在しません|エラー
    """,
)
"""Words with which people and programs say that something went wrong."""

FRAME = _any_of(
    words=r"""
        message (?:was )?created automatically|(?:message|mail|e-?mail) that you sent|could not be delivered to
        message (?:sent by|could not be delivered)|message was not delivered to:?$
        following (?:address|recipient|message|destination|list of)\S*(?!.*\bdelayed)
        address(?:es)? (?:had|failed)|(?:was|were) an? (?:error|problem)|error (?:has )?occurred while (?!attempting)
        sorry to have to inform|attached (?:below|is|returned)|for further assistance
        problem report|delete your own|mail system at host|transcript of session
        please (?:send mail|contact your|include|try again|verify|forward)|did not like our|the reason (?:for|given)
        (?:original|returned) message|non-?deliver\w* (?:report|notif|information)|delivery (?:status )?notification
        undeliver(?:able|ed) mail|(?:e-?)?mail delivery (?:failed|subsystem|system)|returned (?:mail|to sender)
        i'?m afraid i wasn't|given up\. sorry|delivery has failed to these
        technical (?:report|details)|diagnostic information for|will give up|error message below|generating server
        failed permanently|with the following subject|permanent (?:fatal )?errors?\b
    """,
    others=r"""
        ^(?:its )?recipients?\.? this is a permanent|^(?:be )?delivered to one or more
        ^msmtp: (?:could not send mail|(?:envelope from|recipient) address)
        ^\W*while talking to|^\W*(?:smtp )?error from remote (?:mail )?server|^\W*action:\s
        ^[\w-]+-(?:mta|recipient|date|id): |^message-id:|^\W*delivery failed\W*$
        ^\W*(?:subject|from|to|date|host|port|mailer): (?!.*\b(?:[45]\d\d|delayed)\b)
        ^\W*(?:warning: )?(?:this is (?:the|an?) |hi\. this is)
    """,
)
"""A sentence that bounces put around any error; it never tells one from the other."""

BOUNCE = _any_of(
    words=r"""
        mail system at host|original message was received at\b
        SMTP(?:\w*Error|Exception|RecipientsRefused|SenderRefused|ServerDisconnected|SendFailedException)\b
        Smtp(?:\w*Exception|FailedRecipient\w*)\b|Mail(?:Send|Authentication)Exception\b|Net::SMTP\w+
        (?:Messaging|SendFailed)Exception\b|Swift_Transport|lettre::|MCOErrorDomain\b
        smtp (?:[45]xx )?errors?\b(?! code)
        SMTP connect\(\) failed|negative SMTP reply\b|SMTP ->? ERROR\b
    """,
    others=r"""
        (?m:^)(?:(?:smtp|unknown|x-[a-z-]+);\s|(?:reporting-mta|final-recipient|diagnostic-code|action: failed)\b)
        mailer-daemon|message that you sent\b
        (?:could not be|was not|wasn't|not) delivered\b|did not reach the following
        following (?:address(?:es)?|recipients?)\b|mail delivery (?:failed|subsystem|system)
        delivery (?:status notification|has failed|failed)|undeliver(?:able|ed) (?:mail|message|:)
        returned (?:mail|to sender)|unable to deliver (?:your |the )?message
        退信(?!率)|(?:お届け|送信|配信)できませんでした|配信されませんでした|無法傳送|未能送达
    """,
)
"""What only stands in a notice of mail that was not delivered, or in a program's report that sending failed."""

TALK = _any_of(
    words=r"""
        (?:could (?:you|we)|can (?:we|you|somebody|anybody)|is it possible|how (?:do|can) (?:i|we|you))\b
        (?:we should|should be|please add|feature request|it would be|would be (?:nice|great|good)|looks like)\b
        (?:add (?:a )?note|anybody|let's|anyone|i think|i wonder|we (?:want|don't want|need|plan|had|have to))\b
        the team\b|to do:\b|todo\b
    """,
    others=r"""
        ^\s*(?:fix|feat|chore|docs|refactor|test|build|ci|perf)(?:\(.*\))?!?:\s
        ^\s*[*-] \[[ x]\]\s|^when the\b
        ^\s*[*-] (?:add|fix|reject|do not|send|use|remove|support|allow|make|update|improve|change)(?:e?[sd]|ing)?\b
        能不能|请问|谁能|是不是|麻烦
    """,
)
"""With what people wonder, plan and wish, as programs never do."""

SUPPOSED = _any_of(
    words=r"""
        should(?:n't| not)? (?:be|return|reply|send|say|get|have|make|bounce|fail)\b|must not be\b|e\.g\.
        should (?:we|i|they)\b|means\b|for example\b(?!\.)|hard-?coded\b|in case of\b|expected(?: behaviou?r\b|: )
    """,
)
"""With what a sentence begins that says what is to happen, or could, as none does that tells what happened."""

DELAY = _any_of(
    words=r"""
        delayed for\b|not yet been delivered\b|will be retried\b|will continue to be attempted\b|keep trying\b
        do not need to re-?send\b
    """,
    others=r"""
        only a temporary (?:failure|notice)|no action is required|还在重试|会继续尝试
    """,
)
"""A sentence of a notice that mail is late; what keeps it stands elsewhere, if it is told at all."""

SUCCESS = _any_of(
    words=r"""
        250 2\.\d\.\d\b|2\.0\.0 Ok\b|queued as\b|Mail OK\b|Authentication succeeded\b|(?:stored|saved) mail (?:in)?to\b
        closed by QUIT\b|anvil\[\d+\]: statistics|postscreen\[\d+\]: (?:CONNECT|PASS|WHITELISTED)\b
        client=\S+, sasl_method=
    """,
    others=r"""
        ^\W*(?:(?:S|SERVER -> CLIENT|reply|<<<|<-|<~)\W+)?(?:2[0-5]|3[35])\d(?:[ -]|$)(?!\{|.*\b[45][0-7]\d[ -])
        status=sent\b|stat=Sent\b
        \] not (?:internal|authenticated)$|\]: (?:dis)?connect from \S+\[\S+(?: [a-z]+=\d+)*$
        (?<!not )(?<!to be )(?<!not be )(?<!never )\b(?:Completed|delivered)$
        ^\S+ \S+ \S+ =>|=> \S+ R=|投递成功|发送成功
    """,
)
"""A line that reports a delivery, or quotes a reply of the classes 2 and 3 (RFC 5321, section 4.2.1)."""

MAIL = _any_of(
    words=r"""
        mail-?servers?\b|mailbox|mx\d*\b|recipients?\b|relay|[eh]h?elo\b|rcpt\b|0x800ccc
        sender address|gr[ae]ylist|defer(?:s|red|rals?)\b|spam\b
        starttls\b|spf\b|dkim\b|dmarc\b|bounced?\b|ndr\b|outlook\b|[\w-]+\.[\w.-]+\s?\[(?:\d{1,3}\.){3}\d{1,3}\]
    """,
    others=r"""
        smtps?\b|(?<![\w-])e?-?mails?(?![\w-])|(?::|\bport )(?:25|465|587|2525)\b
        <address>|发信|收信|发件|收件|邮[件箱]|退信|郵件|信箱|メール
    """,
)
"""Words of mail."""

SENDING = _any_of(
    words=r"""
        send(?:ing)?\b|mailer\b|(?:25|465|587|2525)\b|starttls\b|ehlo\b|rcpt\b|mail from\b|postfix\b|exim\b|msmtp\b
        delivery\b
    """,
    others=r"""
        smtps?(?![a-z])|sendmail|nodemailer|phpmailer|swift_|mailkit|ja(?:vax|karta)\.mail|net/smtp|发信|发件|发送|退信|投递
    """,
)
"""Words of sending mail, as opposed to reading it."""

OTHER_PROTOCOL = _any_of(
    words=r"""
        AUTHENTICATIONFAILED\b|pop3?s?\b|https?/\d|ftp|sftp\b|ssh\b|redis\b|mysql|postgres|psql\b
        SQL\b|select [^.\n]+ from\b|ldap\b
        331 (?:password|please|user)\b|(?:pro|vs)ftpd
        SIP/2|mongo|kafka|nginx\b|graphql\b|git\b|API\b|NO \[[A-Z]+\]|caldav|webhook\b
        database error\b|insert (?:into|has)\b|fetching (?:e-?)?mails?\b
        curl: \(\d+\)|to upstream, client\b|response from daemon\b
        550 (?:\S+: )?(?:permission denied|no such file|failed to (?:open|change)|can't open|create directory)
        530 (?:login incorrect|please login with user|not logged in|user cannot log in)|553 could not create
    """,
    others=r"""
        (?<![a-z])imap|HTTPS?Connection|SQLSTATE|kubelet|://git|/healthz|managesieve|数据库
        using password: (?:YES|NO)|access denied: 530\b
        (?::|\bport )(?:22|80|443|3306|5432|6379|110|143|993|995|8080|8443)\b(?!:)|\w,(?:110|143|993|995)\b
    """,
)
"""Words of what else can fail with the same sentences."""
