"""The phrases in English, as regular expressions over a clause in lower case without apostrophes."""

from __future__ import annotations

from knowledge.remarks.remark import Remark

__all__ = ["AROUND", "LEAD", "PHRASES"]

_WE = r"(?:(?:i|im|i am|ive|we|were|we are|weve) )?"
_THING = r"(?:error|errors|problem|issue|mail|mails|email|emails|message|login|server|sending)"
_IT = rf"(?:(?:it|that|this|everything|(?:(?:the|my|our|this|that) )?{_THING})(?:s| is| are| has| was)? )?"
_THE_SAME = rf"(?:(?:the|this|that|an?) )?(?:(?:exact|very) )?(?:same )?(?:{_THING}|thing|result|code|story)"
_CODE = r"(?:(?:an?|the) )?[245]\d\d(?:[ -]\d\.\d{1,3}\.\d{1,3})?(?: errors?)?"
_NUMBER = r"(?:(?:the|number|no|option|workaround|fix|step) )*(?:[1-9]|one|two|three|first|second|third|last)(?: one)?"
_END = (
    r"(?: (?:at all|yet|for (?:me|us|now)|here|now|today|either|though|again|unfortunately|sadly|any ?more|as before|"
    r"please|all|fine|after (?:that|this)|with (?:that|this|it|the same error)|on (?:my|our) side))*"
)
_WHOM = r"(?:human|person|on-?call|on call|engineer)"
_NOT = r"(?:not|isnt|is not|doesnt|does not|wont|will not|cant|cannot|can not)"
_DID_NOT = r"(?:didnt|did not|doesnt|does not|dont|hasnt|has not)"
_CANNOT = r"(?:cant|cannot|can not)"

PHRASES = {
    Remark.NEED_HUMAN: (
        (
            r"(?:(?:please|pls) )?(?:(?:i|we) )?(?:(?:really|still|now) )?"
            r"(?:need|want|get(?: me| us)?|call|page|ping|ask|talk to|speak to|escalate(?: it| this)? to)"
            r"(?: to (?:talk|speak) to| help from)?(?: (?:a|an|some|the))?(?: (?:real|actual))?"
            rf" {_WHOM}(?: (?:being|engineer|person|team|help|support))?{_END}"
        ),
        r"(?:a )?(?:real )?(?:human|person) (?:please|pls|needed)",
        rf"(?:(?:please|pls) )?escalate(?: it| this)?{_END}",
    ),
    Remark.STILL_BROKEN: (
        (
            rf"{_IT}still (?:broken|failing|fails?|down|stuck|bouncing|bounces|rejected|refused|happening|happens|"
            rf"there|wrong|persists|exists|the case|nothing|(?:the )?same|{_THE_SAME}){_END}"
        ),
        rf"{_IT}still {_NOT} (?:working|work|fixed|solved|resolved|sending|send|connecting|connect|good){_END}",
        rf"{_WE}still (?:getting|get|gets|seeing|see|having|have|got) (?:it|this|that|{_THE_SAME}|{_CODE}){_END}",
        rf"{_WE}still {_CANNOT} (?:send|log ?in|connect)(?: {_THING})?{_END}",
        rf"{_WE}(?:getting|get|got|seeing|see) (?:(?:the|this|that) )?(?:exact )?same (?:{_THING}|thing|code){_END}",
        (
            rf"{_IT}(?:still )?{_DID_NOT} (?:really )?(?:do (?:it|anything)|help(?:ed)?|work(?:ed)?|"
            rf"(?:fix|fixed|solve|solved) (?:it|anything|{_THE_SAME})|changed? (?:a thing|anything)|"
            rf"make (?:a|any) difference){_END}"
        ),
        rf"{_IT}(?:still )?(?:did|does|changed|changes) nothing{_END}",
        rf"{_IT}(?:not|isnt|is not|wasnt|was not) (?:it|working|fixed|solved|resolved|helping){_END}",
        (
            r"(?:(?:still|absolutely|so far) )*no (?:luck|change|difference|joy|dice|effect|success|improvement|good)"
            rf"(?: so far)?{_END}"
        ),
        rf"(?:(?:the|exactly the|exact) )?same (?:{_THING}|thing|result|code|story){_END}",
        rf"(?:the )?{_THING} (?:still )?(?:persists?|remains?|stays|exists?|is back|came back|comes back){_END}",
        rf"{_IT}(?:fails|failed|failing|broken|broke|back) again{_END}",
        rf"(?:none|neither)(?: of (?:these|those|them|that|this|the above))? (?:help|work)(?:s|ed)?{_END}",
        rf"nothing (?:changed|changes|helps|helped|works|worked)(?: so far)?{_END}",
        r"to no avail|unresolved|unfortunately not",
    ),
    Remark.RESOLVED: (
        (
            rf"{_IT}(?:(?:all|now|finally|already) )*(?:fixed|solved|resolved|sorted|works|working|worked|gone)"
            rf"(?: (?:it|that|this|out|great|perfectly|like a charm))?{_END}"
        ),
        (
            r"(?:that|this|it|which)(?: (?:one|has|just|finally|really))* "
            rf"(?:fixed|solved|resolved|helped|worked|(?:fixed|solved|did|cured|was) (?:it|that|{_THE_SAME})){_END}"
        ),
        rf"{_WE}(?:(?:just|finally) )?(?:fixed|solved|resolved|sorted) (?:it|that|this|{_THE_SAME}){_END}",
        rf"{_WE}(?:got it (?:working|fixed|sorted)|(?:good|can send) (?:now|again)){_END}",
        rf"{_NUMBER} (?:fixed|solved|did|helped|worked)(?: it)?{_END}",
        (
            rf"{_IT}(?:all (?:good|fine|set)|back to normal|up and running|"
            rf"(?:goes|go|going|flowing|sends|sending) (?:out )?again){_END}"
        ),
    ),
}
"""A clause that is one of them says so."""

LEAD = r"(?:ok|okay|hm+|nope|yes|yep|yeah|sorry|unfortunately|sadly|argh|ugh|great|thanks|thx|well|update|finally)"
"""What may stand before a remark in the same clause."""

_GREETING = (
    r"(?:hi|hello|hey|ok|okay|hm+|nope|no|yes|yep|yeah|sorry|unfortunately|sadly|argh|ugh|great|perfect|awesome|nice|"
    r"cool|super|update|fyi|good news|bad news|well|oh|damn|folks|guys|team|everyone|all|done|postmaster)"
)
_THANKS = (
    r"(?:(?:many|ok|okay) )?(?:thanks|thank you|thx|ty|cheers)(?: (?:a lot|so much|very much|all|everyone|everybody|"
    r"both|guys|team|again|though|anyway|postmaster|for (?:the|your) help))*"
)
_TRIED = (
    rf"{_WE}(?:(?:just|have|also|already) )*(?:tried|did|checked|done) "
    rf"(?:it|that|this|them|these|those|both|all|everything|all of (?:it|them|these|those)|all three|{_NUMBER})"
)
AROUND = (_GREETING, _THANKS, _TRIED, rf"{_WE}(?:just |already )?tried", _NUMBER)
"""A clause that is one of them may stand beside a remark."""
