"""What the playground says to people, in both languages, by name; `{…}` is filled in where it is said."""

from __future__ import annotations

from collections.abc import Mapping

from bot.playground.language import Words

__all__ = ["REFUSALS", "SLACKBOT_SAYS"]

REFUSALS: Mapping[str, Words] = {
    "app_answer_refused": Words("The app's answer was refused: {why}", "应用的回复被拒绝：{why}"),
    "channel_not_found": Words("There is no channel {name!r} that you can see.", "没有您能看到的频道 {name!r}。"),
    "connection_failed": Words("The app cannot be reached.", "无法连接到应用。"),
    "edit_to_nothing": Words("A message cannot become empty; delete it instead.", "消息不能改成空的；要去掉它请删除。"),
    "element_not_found": Words("That button or menu is not there any more.", "这个按钮或菜单已经不在了。"),
    "file_too_large": Words("A file can have {limit} at most.", "文件最大 {limit}。"),
    "forbidden_host": Words("The playground does not answer to the name {name!r}.", "演练场不响应主机名 {name!r}。"),
    "forbidden_origin": Words("Only the playground's own page may do that.", "只有演练场自己的页面可以这样做。"),
    "http_error": Words("The app answered with HTTP {code}.", "应用返回了 HTTP {code}。"),
    "http_timeout": Words("The app did not answer in time. Try again.", "应用没有及时响应，请重试。"),
    "invalid_arguments": Words("{where}: {fault}", "{where}：{fault}"),
    "invalid_form_data": Words("The upload is damaged: {fault}", "上传的数据已损坏：{fault}"),
    "invalid_name": Words("There is no emoji called {name!r}.", "没有名为 {name!r} 的表情。"),
    "invalid_tab": Words("The app has two tabs: home and messages.", "应用只有两个标签页：home 和 messages。"),
    "message_not_found": Words("That message is not there any more.", "这条消息已经不在了。"),
    "msg_too_long": Words("A message can have {limit} characters at most.", "一条消息最多 {limit} 个字符。"),
    "no_file_data": Words("Choose a file first.", "请先选择文件。"),
    "no_text": Words("An empty message cannot be sent.", "不能发送空消息。"),
    "not_json": Words("Send the request as application/json.", "请以 application/json 格式发送请求。"),
    "not_your_message": Words("You can only change or delete your own messages.", "只能修改或删除自己的消息。"),
    "option_not_found": Words("That choice is not offered any more.", "这个选项已经不提供了。"),
    "thread_not_found": Words("The message that this thread hangs on is gone.", "这个消息列所属的消息已经不在了。"),
    "too_large": Words("That is more than {limit}; upload it as a file.", "内容超过 {limit}，请作为文件上传。"),
    "unknown_command": Words("There is no command {name!r} in this workspace.", "这个工作区没有命令 {name!r}。"),
    "unknown_shortcut": Words("There is no shortcut {name!r} in this workspace.", "这个工作区没有快捷操作 {name!r}。"),
    "user_not_found": Words("There is nobody here called {name!r}.", "这里没有 {name!r} 这个人。"),
    "view_not_found": Words("That window is not open any more.", "这个窗口已经关闭了。"),
}
"""Error name -> what a person reads."""

SLACKBOT_SAYS: Mapping[str, Words] = {
    "answer_refused": Words("The app's answer was refused: {error}", "应用的回复被拒绝：{error}"),
    "command_failed": Words("{command} failed with the error “{error}”", "{command} 执行失败，错误为“{error}”"),
    "not_in_channel": Words(
        "<@{bot_id}> is not in this channel and has not seen that. Bring it in with `/invite @{bot_name}`.",
        "<@{bot_id}> 不在这个频道里，没有看到这条消息。可以用 `/invite @{bot_name}` 邀请它进来。",
    ),
    "welcome": Words(
        "Welcome to {team}. Paste a mail error here and {bot_name} answers in its thread. "
        "Beside the messages are real ones to try.",
        "欢迎来到 {team}。把邮件报错贴在这里，{bot_name} 会在消息列里回答。旁边有一些真实的报错可以试试。",
    ),
}
"""What Slackbot writes into the workspace."""
