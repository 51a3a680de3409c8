"""Everything that leaves a paste: one table, in the order in which the rules are applied.

`docs/privacy.md` has a row for each; a test keeps the two equal.
"""

from __future__ import annotations

from knowledge.redact import (
    addresses,
    announced,
    assignments,
    configuration,
    data,
    dialogues,
    headers,
    identifiers,
    keys,
    names,
    options,
    pairs,
    people,
    quoted,
    returned,
    source_code,
    spoken,
    subjects,
    urls,
)
from knowledge.redact.rule import Rule
from knowledge.redact.scan import capitals, runs

__all__ = ["LINE_RULES", "TEXT_RULES"]

_PASSWORD = assignments.TRIGGERS
_PASSWORD_ZH = ("密码", "密碼", "口令", "授权码", "授權碼")
_FOUR_GROUPS = " ".join(["x" * 4] * 4)
_LONG_RUN = "x" * 16
_TWO_NAMES = "a Aa"
_SUBJECT = subjects.FIELD_NAMES

TEXT_RULES = (
    Rule("private-key", ("private key",), keys.without_private_keys, "whoever holds it can act as its owner"),
    Rule("dialogue-answer", ("334",), dialogues.without_dialogue_answers, "after 334 a client sends user and password"),
    Rule("lone-answer", ("auth", "334"), dialogues.without_lone_answers, "people paste only what they typed"),
    Rule(
        "password-below",
        _PASSWORD,
        announced.without_announced_passwords,
        "forms and tables have the password below its label",
    ),
    Rule("message-data", ("354",), data.without_data, "the message of a dialogue is somebody's mail"),
    Rule(
        "returned-message",
        ("message/", "text/", "copy of", "follows", "below"),
        returned.without_returned_messages,
        "a bounce brings somebody's mail back",
    ),
    Rule(
        "quoted-mail",
        quoted.TRIGGERS,
        quoted.without_quoted_mail,
        "people quote and forward mail around an error",
    ),
    Rule("signature", names.CLOSINGS, names.without_signatures, "people sign what they write"),
    Rule("folded-subject", _SUBJECT, subjects.without_folded_subjects, "long subjects go on in the next line"),
)
"""Rules about several lines: each takes the whole text."""

LINE_RULES = (
    Rule("subject", _SUBJECT, subjects.without_subjects, "subjects tell what messages are about"),
    Rule(
        "logged-subject",
        ("subject", "thread-topic", ' t="'),
        subjects.without_logged_subjects,
        "servers and programs log subjects",
    ),
    Rule("auth-command", ("auth",), dialogues.without_initial_responses, "AUTH may carry user and password"),
    Rule(
        "auth-answer",
        ("server: ", "c: ", "send: ", "> ", '<- "'),
        dialogues.without_answers,
        "clients log what they send",
    ),
    Rule("url-credentials", ("://",), urls.without_url_credentials, "DSNs hold user and password"),
    Rule(
        "url-key",
        ("hook", "sig=", "signature="),
        urls.without_url_keys,
        "whoever has the URL may use it",
    ),
    Rule(
        "authorization", ("authorization", "bearer", "basic "), headers.without_authorization, "tokens work for anybody"
    ),
    Rule("cookie", ("cookie",), headers.without_cookies, "a cookie is a session"),
    Rule(
        "option",
        ("-ap", "-au", "-xp", "-xu", "-u", *_PASSWORD),
        options.without_options,
        "command lines name user and password",
    ),
    Rule(
        "command",
        ("ldap", "sshpass", "saslauthd", "mysql", "mariadb", "doveadm", " login "),
        options.without_command_passwords,
        "some commands name their passwords for nothing",
    ),
    Rule("option-pair", ("-u", "proxy-user"), options.without_option_pairs, "curl takes user and password as one"),
    Rule(
        "argument",
        ("login", "auth", "credential", "securestring", "pass", "transport.", "smtp."),
        source_code.without_arguments,
        "code logs in with literals",
    ),
    Rule("property", _PASSWORD, source_code.without_properties, "code sets passwords as properties"),
    Rule(
        "password-line",
        (":", "pass", "client_send"),
        configuration.without_configured_passwords,
        "configuration files do without a sign",
    ),
    Rule(
        "plain-response",
        ("\0", "\ufffd", "\\0", "\\x00", "\\u0000"),
        pairs.without_decoded_responses,
        "PLAIN puts NULs before user and password",
    ),
    Rule(
        "credential-pair",
        ("cred", "auth", "userpwd", "log"),
        pairs.without_pairs,
        "people give user and password as one",
    ),
    Rule("password", _PASSWORD, assignments.without_assigned_passwords, "a name announces the password"),
    Rule("password-element", ("</",), spoken.without_elements, "XML elements are named for what they hold"),
    Rule("spoken-password", _PASSWORD, spoken.without_spoken_passwords, "people tell their password in a sentence"),
    Rule(
        "chinese-password", _PASSWORD_ZH, spoken.without_chinese_passwords, "passwords and codes after 密码 and 授权码"
    ),
    Rule(
        "app-password",
        (_FOUR_GROUPS, _LONG_RUN),
        spoken.without_app_passwords,
        "Google and Apple show four groups",
        view=runs,
    ),
    Rule("token", ("token", "sess"), assignments.without_assigned_tokens, "tokens work for anybody"),
    Rule("key", ("key",), assignments.without_assigned_keys, "keys work for anybody"),
    Rule(
        "message-id",
        ("message-id", "messageid", "msgid", "reply-to", "references"),
        identifiers.without_message_identifiers,
        "the left part is made from people's data",
    ),
    Rule("known-key", (_LONG_RUN,), keys.without_known_keys, "services give their keys a form of their own", view=runs),
    Rule(
        "password-hash",
        ("$", "{s", "md5}", "crypt}"),
        keys.without_hashes,
        "a hash can be tried against",
    ),
    Rule("web-token", (_LONG_RUN,), keys.without_web_tokens, "tokens work for anybody", view=runs),
    Rule("directory-name", ("cn=", "cn ="), identifiers.without_directory_names, "Exchange names mailboxes for people"),
    Rule("encoded-name", ("=?",), names.without_encoded_names, "beside addresses, encoded words are names"),
    Rule("field-name", (":", "："), names.without_field_names, "header fields name people"),
    Rule("display-name", addresses.AT_SIGNS, names.without_display_names, "names stand before addresses"),
    Rule("name-behind", (_TWO_NAMES,), names.without_names_behind, "names stand behind addresses", view=capitals),
    Rule("repeated-name", (_TWO_NAMES,), names.without_repeated_names, "addresses are made from names", view=capitals),
    Rule("attribution", ("wrote",), names.without_attributions, "replies say who is quoted"),
    Rule(
        "written-address", addresses.WRITTEN_SIGNS, addresses.without_written_addresses, "people hide it from machines"
    ),
    Rule("address", addresses.AT_SIGNS, addresses.without_addresses, "an address is a person"),
    Rule(
        "blob", ("x" * 32, "x" * 10 + "="), keys.without_blobs, "a long random word is most likely a secret", view=runs
    ),
    Rule(
        "login",
        ("user", "login", "set_id", "uid"),
        people.without_logins,
        "a login's name is most often a person's",
    ),
    Rule(
        "phone",
        ("tel", "tél", "phone", "mobil", "cell", "fax", "电话", "手机", "電話", "手機", "座机"),
        people.without_labelled_phone_numbers,
        "signatures hold telephone numbers",
    ),
    Rule("phone-number", ("+", "("), people.without_phone_numbers, "some stand without a word for it"),
    Rule(
        "reported-recipient",
        ("wasn't found at", "office 365"),
        people.without_reported_recipients,
        "Exchange Online shows local parts alone",
    ),
)
"""Rules about one line: each takes the lines that hold one of its triggers."""
