"""A few words below an answer are understood as people say them, and look-alikes are left alone."""

from __future__ import annotations

import pytest

from knowledge.remarks import Remark, remark_in

STILL_BROKEN = """
still broken
Still broken :(
still not working
Still doesn't work
still failing here
it's still not working for us
nope, still broken
Didn't help
that didn't help either
that did not work, sorry
doesn’t work
same error
Same error again.
still the same error
I'm still getting the same error
still getting this
still getting that error
getting the same error
no luck
No luck, thanks though
no change
no difference :cry:
not fixed
the error persists
the problem is back
broken again
failed again
tried that, didn't help
I tried it but still broken
Tried 1 and 2, same error
none of these helped
tried both, neither worked
that wasn't it
it did nothing
still getting 535 5.7.8
still can't log in
no improvement so far
nothing helps
还是不行
还是不行啊
没用
没用啊。
仍然报错
试了，还是报错
试了一下还是不行
依然失败
还是一样的错误
还是发不出去
不管用
没有效果
同样的错误
问题还在
都试了，没用
都不行
不行
还没解决
一直报错
还是无法登录
没什么用
tried, didn't help
unfortunately still broken
still broken 😞
试过了 还是不行
"""
RESOLVED = """
solved, thanks
Solved!
fixed
Fixed it, thanks!
it's fixed now
that fixed it
that worked
That did it, thank you so much
works now
it works
Works like a charm :tada:
working again, cheers
resolved
problem solved
issue is resolved
all good now
the second one worked
number 2 worked, thanks
got it working
that was it
all good, mail is flowing again
搞定了
搞定了，谢谢！
解决了
已解决
好了，谢谢大家
可以了
问题解决了
现在正常了
终于搞定了
第二条有用
恢复正常了，感谢
解决了 谢谢
解决了谢谢大家
已恢复
ok fixed, thanks
that fixed it 🎉
"""
NEED_HUMAN = """
need a human
I need a human please
please get me a human
human please
page the on-call
page on-call
escalate this please
still broken, need a human
please escalate to an engineer
转人工
需要人工帮助
请找值班同事
还是不行，转人工
"""
NOTHING = """
is it still broken?
still broken? have you tried turning it off and on again
Does the same error come up for you
did it help
it works, but only from the office network; at home I still see the old login
thanks, will try
thanks
same here
still waiting for the customer
no luck finding the ticket
not working hours there yet
not working on Fridays
fixed the typo in the ticket
fixed in Postfix 3.7
the fixed address is 10.0.0.1
we fixed the firewall yesterday and then somebody changed it back
> still broken
he wrote "still broken" in the ticket
“没用”是什么意思
if it is still broken tomorrow I call the customer
let me know when it works
the customer says that it still does not work since the migration of last week
working on it
resolved to 10.0.0.1
works on my machine with the other account
I am human too
I have the same error too
it did
we can not send invoices from the new server
the same mail went to everybody
need a human readable log
the on-call is asleep
这个没用过
还是不行吗
解决了吗？
好的
好
可以
按他说的做
不行的话再找我
这样做没用的原因是服务器拒绝了登录，先看看日志再说
人工智能很有用
恢复
谢谢 稍后再试
ok
well
535 5.7.8 Authentication credentials invalid
"""


def lines(block: str) -> list[str]:
    return block.strip().splitlines()


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (STILL_BROKEN, Remark.STILL_BROKEN),
        (RESOLVED, Remark.RESOLVED),
        (NEED_HUMAN, Remark.NEED_HUMAN),
        (NOTHING, None),
    ],
    ids=["still broken", "resolved", "need a human", "look-alikes"],
)
def test_each_line_is_understood_as_its_list_says(block: str, expected: Remark | None) -> None:
    assert {line: remark_in(line) for line in lines(block)} == dict.fromkeys(lines(block), expected)


def test_who_says_two_things_that_do_not_go_together_has_said_neither() -> None:
    assert remark_in("fixed, but still broken") is None


def test_a_long_message_is_a_story_whatever_words_are_in_it() -> None:
    assert remark_in("still broken, " * 9 + "still broken") is None
