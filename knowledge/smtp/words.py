"""The vocabulary by which an error, mail and other protocols are recognised in running text."""

from __future__ import annotations

import re

__all__ = ["BOUNCE", "DELAY", "FAILURE", "FRAME", "MAIL", "OTHER_PROTOCOL", "SENDING", "SUCCESS", "SUPPOSED", "TALK"]


def _any_of(alternatives: str) -> re.Pattern[str]:
    """Matches any of `alternatives`, each line of which holds some, separated by |, case ignored."""
    return re.compile("|".join(line.strip() for line in alternatives.strip().splitlines()), re.IGNORECASE)


FAILURE = _any_of(r"""
    \b(?:reject\w*|refus\w+|den(?:y|ied|ies)|fail\w*|error\w*|invalid|unable|disallow\w*)\b
    \b(?:(?:cannot|can't|could ?n[o']t|does ?n[o']t|do not|did ?n[o']t|is ?n[o']t|not|never|no) \w+)\b
    \b(?:timed?[ -]?out|timeout|exceed\w*|too (?:many|large|big|long|much|fast|old)|quota|full|block\w*)\b
    \b(?:(?:black|block|deny)[ -]?list\w*|banned|expired|unknown(?!\[)|undeliver\w+|unavailable|disabled|suspend\w+)\b
    \b(?:inactive|missing|must|requires?|required|need\w*|mismatch|malformed|illegal|loop\w*|bounce\w*|deferr?\w*)\b
    \b(?:gr[ae]ylist\w*|throttl\w+|temporar\w+|try again|unexpected\w*|closed|reset|unreachable|unrout\w+)\b
    \b(?:unauth\w+|insufficient|prohibited|spam\w*|virus\w*|malware|phish\w+|suspicious|protocol violation)\b
    \w*exception\b|\b(?:wrong|incorrect|bad|abus\w+|gave up|giving up|lost connection|hop count|limit\w*|exhausted)\b
    \{"status":"|\b(?:stopped|terminated|inbox|over capacity|delayed|retried|not yet|not allowed)\b
    \b(?:e(?:auth|envelope|socket|connection|timedout|connrefused|notfound|dns|message|tls))\b
    abgelehnt|fehlgeschlagen|unbekannt|nicht|fehler|verweigert|rejet|refus|inconnu|invalide|[ée]chou|rechaz|desconocid
    denegad|inválid|rifiutat|sconosciut|não|recusad|失败|失敗|报错|拒[绝収收信]|被拒|错误|錯誤|不存在|无法|無法|超时|退[信回]|已?满|不足|限制|禁止|无效|過期|过期|超过
    超限|超出|屏蔽|拦截|异常|垃圾|不正确|未开[启通]|冻结|停用|禁用|过大|太大|黑名单|不能|不允许|没有|不支持|找不到|不明|できません|見つかりません|存在しません|エラー
""")
"""Words with which people and programs say that something went wrong."""

FRAME = _any_of(r"""
    message (?:was )?created automatically|(?:message|mail|e-?mail) that you sent|could not be delivered to
    message (?:sent by|could not be delivered)|message was not delivered to:?$
    ^(?:its )?recipients?\.? this is a permanent
    following (?:address|recipient|message|destination|list of)\S*(?!.*\bdelayed)
    address(?:es)? (?:had|failed)|(?:was|were) an? (?:error|problem)|error (?:has )?occurred while (?!attempting)
    sorry to have to inform|^(?:be )?delivered to one or more|attached (?:below|is|returned)|for further assistance
    ^msmtp: (?:could not send mail|(?:envelope from|recipient) address)
    problem report|delete your own|mail system at host|transcript of session
    please (?:send mail|contact your|include|try again|verify|forward)|^\W*while talking to
    ^\W*(?:smtp )?error from remote (?:mail )?server|did not like our|the reason (?:for|given)
    (?:original|returned) message|non-?deliver\w* (?:report|notif|information)|delivery (?:status )?notification
    undeliver(?:able|ed) mail|mail delivery (?:failed|subsystem|system)|returned (?:mail|to sender)
    i'?m afraid i wasn't|given up\. sorry|delivery has failed to these|^\W*action:\s
    ^[\w-]+-(?:mta|recipient|date|id): |^message-id:|technical (?:report|details)|diagnostic information for
    will give up|error message below|generating server|failed permanently
    ^\W*(?:subject|from|to|date|host|port|mailer): (?!.*\b(?:[45]\d\d|delayed)\b)|with the following subject
    ^\W*(?:warning: )?(?:this is (?:the|an?) |hi\. this is)|permanent (?:fatal )?errors?\b
""")
"""A sentence that bounces put around any error; it never tells one from the other."""

BOUNCE = _any_of(r"""
    (?m:^)(?:(?:smtp|unknown|x-[a-z-]+);\s|(?:reporting-mta|final-recipient|diagnostic-code|action: failed)\b)
    mailer-daemon|message that you sent\b
    (?:could not be|was not|wasn't|not) delivered\b|did not reach the following|\bmail system at host
    following (?:address(?:es)?|recipients?)\b|mail delivery (?:failed|subsystem|system)
    delivery (?:status notification|has failed|failed)|undeliver(?:able|ed) (?:mail|message|:)
    returned (?:mail|to sender)|unable to deliver (?:your |the )?message|\boriginal message was received at\b
    退信(?!率)|(?:お届け|送信|配信)できませんでした|配信されませんでした|無法傳送|未能送达
    \bSMTP(?:\w*Error|Exception|RecipientsRefused|SenderRefused|ServerDisconnected|SendFailedException)\b
    \bSmtp(?:\w*Exception|FailedRecipient\w*)\b|\bMail(?:Send|Authentication)Exception\b|\bNet::SMTP\w+
    \b(?:Messaging|SendFailed)Exception\b|\bSwift_Transport|\blettre::|\bMCOErrorDomain\b
    \bsmtp (?:[45]xx )?errors?\b(?! code)
    \bSMTP connect\(\) failed|\bnegative SMTP reply\b|\bSMTP ->? ERROR\b
""")
"""What only stands in a notice of mail that was not delivered, or in a program's report that sending failed."""

TALK = _any_of(r"""
    \b(?:could (?:you|we)|can (?:we|you|somebody|anybody)|is it possible|how (?:do|can) (?:i|we|you))\b
    \b(?:we should|should be|please add|feature request|it would be|would be (?:nice|great|good)|looks like)\b
    \b(?:add (?:a )?note|anybody|let's|anyone|i think|i wonder|we (?:want|need|plan|had|have to)|the team|to do:|todo)\b
    ^\s*(?:fix|feat|chore|docs|refactor|test|build|ci|perf)(?:\(.*\))?!?:\s
    ^\s*[*-] \[[ x]\]\s|^when the\b
    ^\s*[*-] (?:add|fix|reject|do not|send|use|remove|support|allow|make|update|improve|change)(?:e?[sd]|ing)?\b
    能不能|请问|谁能|是不是|麻烦
""")
"""With what people wonder, plan and wish, as programs never do."""

SUPPOSED = _any_of(r"""
    \bshould(?:n't| not)? (?:be|return|reply|send|say|get|have|make|bounce|fail)\b|\bmust not be\b|\be\.g\.
    \bfor example\b(?!\.)|\bhard-?coded\b|\bin case of\b|\bexpected behaviou?r\b
""")
"""With what a sentence begins that says what is to happen, or could, as none does that tells what happened."""

DELAY = _any_of(r"""
    \bdelayed for\b|\bnot yet been delivered\b|\bwill be retried\b|\bwill continue to be attempted\b|\bkeep trying\b
    only a temporary (?:failure|notice)|\bdo not need to re-?send\b|no action is required|还在重试|会继续尝试
""")
"""A sentence of a notice that mail is late; what keeps it stands elsewhere, if it is told at all."""

SUCCESS = _any_of(r"""
    ^\W*(?:(?:S|SERVER -> CLIENT|reply|<<<|<-|<~)\W+)?(?:2[0-5]|3[35])\d(?:[ -]|$)(?!\{|.*\b[45][0-7]\d[ -])
    status=sent\b
    stat=Sent\b|\b250 2\.\d\.\d\b|\b2\.0\.0 Ok\b|\bqueued as\b|\bMail OK\b|\bAuthentication succeeded\b
    \] not (?:internal|authenticated)$
    (?<!not )(?<!not be )(?<!never )\b(?:Completed|delivered)$|^\S+ \S+ \S+ =>|=> \S+ R=|投递成功|发送成功
""")
"""A line that reports a delivery, or quotes a reply of the classes 2 and 3 (RFC 5321, section 4.2.1)."""

MAIL = _any_of(r"""
    smtps?\b|(?<![\w-])e?-?mails?(?![\w-])|\bmail-?servers?\b|\bmailbox|\bmx\d*\b|\brecipients?\b|\brelay|\b[eh]h?elo\b|\brcpt\b
    \bstarttls\b|\bspf\b|\bdkim\b|\bdmarc\b|\bbounced?\b|\bndr\b|\boutlook\b|(?::|\bport )(?:25|465|587|2525)\b
    <address>|\b[\w-]+\.[\w.-]+\s?\[(?:\d{1,3}\.){3}\d{1,3}\]|发信|收信|发件|收件|邮[件箱]|退信|郵件|信箱|メール
""")
"""Words of mail."""

SENDING = _any_of(r"""
    smtps?(?![a-z])|sendmail|\bsend(?:ing)?\b|\bmailer\b|\b(?:25|465|587|2525)\b|\bstarttls\b|\behlo\b|\brcpt\b
    \bmail from\b|nodemailer|phpmailer|swift_|mailkit|ja(?:vax|karta)\.mail|net/smtp|\bpostfix\b|\bexim\b|\bmsmtp\b
    \bdelivery\b|发信
    发件|发送|退信|投递
""")
"""Words of sending mail, as opposed to reading it."""

OTHER_PROTOCOL = _any_of(r"""
    (?<![a-z])imap|\bAUTHENTICATIONFAILED\b|\bpop3?s?\b|\bhttps?/\d|HTTPS?Connection|\bftp|\bsftp\b|\bssh\b|\bredis\b|\bmysql|\bpostgres|\bpsql\b
    SQLSTATE|\bSQL\b|\bldap\b|\bSIP/2|kubelet|\bmongo|\bkafka|\bnginx\b|\bgraphql\b|\bgit\b|://git|/healthz
    \bcurl: \(\d+\)|\bto upstream, client\b|\bresponse from daemon\b
    \bAPI\b|managesieve|\bNO \[[A-Z]+\]|using password: (?:YES|NO)|数据库|\bcaldav|\bwebhook|\bvsftpd\b
    \b550 (?:\S+: )?(?:permission denied|no such file|failed to (?:open|change)|can't open|create directory)
    \b530 (?:login incorrect|please login with user|not logged in|user cannot log in)|\b553 could not create
    access denied: 530\b
    (?::|\bport )(?:22|80|443|3306|5432|6379|110|143|993|995|8080|8443)\b(?!:)
""")
"""Words of what else can fail with the same sentences."""
