"""What people say in a few words below an answer: it is still broken, it is solved, they want a human.

Only a message that says nothing else counts: each of its clauses is such a remark or small talk around it. So prose,
questions and quotes, in which the same words stand for something else, are left alone.
"""

from __future__ import annotations

import re
from enum import Enum

__all__ = ["Remark", "remark_in"]


class Remark(Enum):
    """What a short message says about the error above it."""

    NEED_HUMAN = "need a human"
    STILL_BROKEN = "still broken"
    RESOLVED = "resolved"


_LIMIT = 120
"""Characters; whoever writes more tells a story."""
_QUESTION_OR_QUOTE = re.compile(r"[?？\"“”「」『』>]|[吗呢么][\s。.!！~～]*$")
_BETWEEN = re.compile(
    r":[a-z0-9_+-]+:|[!;:,\n，。！；：、…~～()（）]+|\.+(?=\s|$)|\s[-–—]+\s|\b(?:but|and)\b|但是?|可是|不过"
)
"""What stands between two clauses; an emoji is one more comma."""

_IT = (
    r"(?:(?:(?:it|this|that|mail|mails|email|emails|sending|login|everything|"
    r"(?:the |my |our )?(?:mail|error|problem|issue|login|server))(?:s| is| are)?) )?"
)
_LATER = (
    r"(?: (?:at all|yet|for (?:me|us|now)|here|now|today|either|though|again|unfortunately|sadly|anymore|any more|"
    r"as before|after (?:that|this)|with (?:that|this)|please|all))*"
)
_THE_SAME = r"(?:the |this |that |an? )?(?:very |exact )?(?:same )?(?:error|errors|problem|issue|message|thing|code|result)"
_SO = r"(?:(?:现在|目前|我这边|我们这边|这边|问题|邮件|终于|已经|已|都|全都|全部|好像|刚才|刚刚|试了?一?下|试了|试过了?|改了|换了|照做了?|也)*)"
_STILL = r"(?:还是|仍然|依然|依旧|仍旧|仍|还)"
_AH = r"(?:了|啊|呀|啦|哦|诶|的|咯)*"

_REMARKS = {
    Remark.NEED_HUMAN: (
        r"(?:please |pls )?(?:i |we )?(?:(?:still |really )?(?:need|want)|get me|get us|get|call|page|ping|talk to|speak to) "
        r"(?:to (?:talk|speak) to )?(?:a |an |some |the )?(?:real |actual )?(?:human|person|on ?call|on-call|engineer)"
        r"(?: (?:being|engineer|person|team|help|support))?(?: (?:please|pls|here|now))*",
        r"(?:a )?human (?:please|pls|needed)",
        r"(?:please |pls )?escalate(?: (?:this|it))?(?: (?:please|pls|now))*",
        r"(?:请|麻烦|请帮忙|帮我|帮忙|我|我们)*(?:转|找|叫|呼叫|联系|需要|要)(?:个|一个|一下|到)?(?:人工|真人|值班)"
        r"(?:人员|同事|工程师|客服|支持|帮助|处理|介入|帮忙|看看|看一下|一下)*" + _AH,
    ),
    Remark.STILL_BROKEN: (
        _IT + r"still (?:broken|failing|fails|down|stuck|bouncing|bounces|rejected|refused|happening|happens|there|wrong|"
        r"persists|(?:the )?same|" + _THE_SAME + r")" + _LATER,
        _IT + r"still (?:not|isnt|is not|doesnt|does not|wont|cant|cannot) "
        r"(?:working|work|fixed|solved|resolved|sending|send|connecting|connect|ok|okay|good)" + _LATER,
        r"(?:i |im |i am |we |were |we are )?(?:still )(?:getting|get|seeing|see|having|have|got) (?:it|this|that|" + _THE_SAME + r")"
        + _LATER,
        r"(?:i |im |we )?(?:getting|get|got|seeing|see) (?:the |this |that )?same "
        r"(?:error|problem|issue|message|thing|result)" + _LATER,
        _IT + r"(?:still )?(?:didnt|did not|doesnt|does not|dont|hasnt|has not) (?:really )?"
        r"(?:help|helped|work|worked|fix (?:it|that|this|anything)|solve (?:it|that|this)|change (?:anything|a thing)|"
        r"make (?:a|any) difference|do (?:it|anything))" + _LATER,
        _IT + r"(?:not|isnt|is not|wasnt) (?:working|fixed|solved|resolved|helping)" + _LATER,
        r"(?:still )?no (?:luck|change|difference|joy|dice|effect|success|improvement)" + _LATER,
        r"(?:the |exactly the )?same (?:error|problem|issue|result|story|message)" + _LATER,
        r"(?:the )?(?:error|problem|issue) (?:persists|remains|stays|is back|came back|comes back)" + _LATER,
        _IT + r"(?:fails|failed|failing|broken|broke|back) again" + _LATER,
        r"none of (?:these|those|them|that|this|the above) (?:help|helps|helped|work|works|worked)" + _LATER,
        r"nothing (?:changed|changes|helps|helped|works|worked)" + _LATER,
        r"to no avail|unresolved",
        _SO + _STILL + r"(?:是)?(?:不行|不好使|不能用|不可以|不工作|不管用|不起作用|没用|没有用|没好|没解决|未解决|没有解决|"
        r"没变化|没有变化|没效果|没反应|报错|报同样的错|报一样的错|失败|出错|发不出去?|发不了|收不到|连不上|登不上去?|登录不了|"
        r"登录失败|一样|老样子|有问题|有这个问题|有同样的问题|(?:这个|同样的?|一样的?)(?:错误?|报错|问题)|存在|在)" + _AH,
        _SO + r"(?:不行|没用|没有用|不管用|不好使|不起作用|没起作用|没效果|没有效果|没帮助|没有帮助|无效|没解决|没有解决|未解决|"
        r"又报错|又不行|又失败)" + _AH,
        _SO + r"(?:同样的?|一样的?|相同的?)(?:错误?|报错|问题)" + _AH,
        r"(?:错误|问题|报错)(?:依旧|依然|还在|仍在|又来|又出现)" + _AH,
    ),
    Remark.RESOLVED: (
        _IT + r"(?:all |now |finally )*(?:fixed|solved|resolved|sorted|works|working|worked|gone)"
        r"(?: (?:it|that|this|out|fine|great|perfectly|like a charm))?" + _LATER,
        r"(?:that|this|it|which)(?: (?:one|has|just|finally|really))* "
        r"(?:fixed|solved|resolved|did|helped|worked|sorted|cured)(?: (?:it|that|this|the (?:problem|issue|error)))?"
        + _LATER,
        r"(?:i |we )?(?:just |finally )?(?:fixed|solved|resolved|sorted) (?:it|that|this|the (?:problem|issue|error))" + _LATER,
        r"(?:(?:the|number|no|option|workaround|fix|step) )*(?:1|2|3|one|two|three|first|second|third)(?: (?:one|option|workaround|fix))? "
        r"(?:fixed|solved|did|helped|worked)(?: it)?" + _LATER,
        r"(?:i |we )?got it (?:working|fixed|sorted)" + _LATER,
        r"(?:its )?all (?:good|fine|fixed|set|sorted)(?: now| again)?|(?:its )?back to normal|(?:its )?up and running(?: again)?",
        _SO + r"(?:搞定|解决|修好|修复|弄好)" + _AH,
        _SO + r"(?:好|可以|行|正常|恢复|恢复正常|没问题|没事|成功|能用|能发|能发出去|发出去|能登录|登录上)(?:了|啦|咯)+",
    ),
}
_AROUND = (
    r"(?:hi|hello|hey|ok|okay|hm+|nope|no|yes|yep|yeah|sorry|unfortunately|sadly|argh|ugh|great|perfect|awesome|nice|cool|"
    r"update|fyi|good news|bad news|well|oh|damn|folks|guys|team|everyone|all|done|postmaster)",
    r"(?:many |ok |okay )?(?:thanks|thank you|thx|ty|cheers)(?: (?:a lot|so much|very much|all|everyone|everybody|both|guys|team|again|postmaster|though|anyway|for (?:the|your) help))*",
    r"(?:number |no )?(?:1|2|3)",
    r"(?:i |we )?(?:just |have |also |already )*(?:tried|did|checked|done) (?:it|that|this|them|these|those|both|all|everything|"
    r"all of (?:it|them|these|those)|all three|(?:number |no |option |workaround |step |the )?(?:1|2|3|one|two|three|first|second|third)(?: one)?)",
    r"谢谢(?:大家|各位|你|您|你们)?" + _AH + r"|多谢|感谢|谢啦|非常感谢|不好意思|抱歉|唉|哎|嗯|哦|好的|太好了|太棒了|大家好|你好|您好",
    r"(?:我|我们)?(?:刚刚?|刚才|都|也|已经)*(?:试|试过|试了|改|换|照做|做|按.{0,6}做)(?:了|过了|过|一下|下|一遍)*",
)


def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


_REMARK_PATTERNS = {remark: _any_of(patterns) for remark, patterns in _REMARKS.items()}
_AROUND_PATTERN = _any_of(_AROUND)


def remark_in(text: str) -> Remark | None:
    """What the short message `text` says, in the words that people use in English and Chinese; None: anything else.

    >>> remark_in("Tried that, still broken :(")
    <Remark.STILL_BROKEN: 'still broken'>
    >>> remark_in("搞定了，谢谢！")
    <Remark.RESOLVED: 'resolved'>
    >>> remark_in("Is it still broken?") is None
    True
    """
    if len(text) > _LIMIT or _QUESTION_OR_QUOTE.search(text):
        return None
    clauses = [" ".join(clause.split()) for clause in _BETWEEN.split(_plain(text))]
    told = [_told(clause) for clause in clauses if clause and not _AROUND_PATTERN.fullmatch(clause)]
    if not told or None in told or {Remark.STILL_BROKEN, Remark.RESOLVED} <= set(told):
        return None
    return next(remark for remark in Remark if remark in told)


def _plain(text: str) -> str:
    """`text` in lower case, without apostrophes and faces."""
    faces = re.sub(r"(?<!\S)[:;=8]['’]?-?[()\[\]/|dpo\\]+(?!\S)", " ", text.casefold())
    return re.sub(r"['’‘]", "", faces)


def _told(clause: str) -> Remark | None:
    return next((remark for remark, pattern in _REMARK_PATTERNS.items() if pattern.fullmatch(clause)), None)
