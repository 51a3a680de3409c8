"""Answers and entries for people at a terminal."""

from __future__ import annotations

from rich.console import Console, Group
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text as Rich

from knowledge.base import Answer, Candidate, RatedEntry
from knowledge.model import Language

__all__ = ["console", "print_answer", "print_entry"]

console = Console(highlight=False)

_WORDS = {
    Language.EN: {
        "rate": "fixed in {rate:.0%}",
        "votes": "{worked} of {votes} here",
        "works": "What works",
        "fails": "What does not",
        "why": "Why this entry",
        "also": "It could also be",
        "apart": "To tell them apart",
        "success": "{rate:.0%} success",
        "fail": "{rate:.0%} fail",
        "unknown": "I don't know this one.",
        "read": "Read from it",
        "nothing": "no SMTP error",
        "teach": "Look it up with fewer lines around the error, or add an entry: postmaster entries new",
    },
    Language.ZH: {
        "rate": "修复率 {rate:.0%}",
        "votes": "本团队 {votes} 票中 {worked} 票有效",
        "works": "有效的办法",
        "fails": "无效的尝试",
        "why": "匹配依据",
        "also": "也可能是",
        "apart": "如何区分",
        "success": "成功率 {rate:.0%}",
        "fail": "失败率 {rate:.0%}",
        "unknown": "这个错误我不认识。",
        "read": "读到的内容",
        "nothing": "没有 SMTP 错误",
        "teach": "只留下报错那几行再试一次，或用 postmaster entries new 新增条目",
    },
}


def print_answer(answer: Answer, language: Language) -> None:
    """Print the best entry whole, the others as a line each; an unknown error with what was read from it."""
    words = _WORDS[language]
    if not answer.candidates:
        console.print(Rich(words["unknown"], style="bold"))
        read = ", ".join(code for diagnostic in answer.reading.diagnostics[:5] for code in diagnostic.codes)
        console.print(f"{words['read']}: {read or words['nothing']}", markup=False)
        console.print(Rich(words["teach"], style="dim"))
        return
    first, *others = answer.candidates
    print_entry(first.rated, language, why=first)
    if answer.tell_apart is not None:
        console.print(
            Rich(f"{words['apart']}: ", style="bold").append(answer.tell_apart.in_(language), style="not bold")
        )
    for index, other in enumerate(others[:2]):
        label = words["also"] if index == 0 else " " * len(words["also"])
        console.print(
            Rich(f"{label}  ", style="dim").append(other.rated.entry.title.in_(language)).append(f"  {other.score:.2f}")
        )


def print_entry(rated: RatedEntry, language: Language, *, why: Candidate | None = None) -> None:
    """Print `rated` with its workarounds and dead ends."""
    words, entry = _WORDS[language], rated.entry
    rate = words["rate"].format(rate=rated.rate.mean)
    votes = f" · {words['votes'].format(worked=rated.worked, votes=rated.votes)}" if rated.votes else ""
    parts: list[Rich | Padding] = [Rich(entry.root_cause.in_(language)), Rich()]
    parts.append(Rich(words["works"], style="bold green"))
    for rank, fix in enumerate(rated.workarounds, start=1):
        line = Rich(f"{rank}. ").append(words["success"].format(rate=fix.rate.mean), style="green")
        parts.append(line.append(f"  {fix.fix.title.in_(language)}", style="bold"))
        parts.append(Padding(Rich(fix.fix.how.in_(language)), (0, 0, 0, 3)))
        parts += [Padding(Rich(command, style="cyan"), (0, 0, 0, 3)) for command in fix.fix.commands]
    parts += [Rich(), Rich(words["fails"], style="bold red")]
    for dead in rated.dead_ends:
        line = Rich("✗ ").append(words["fail"].format(rate=dead.rate.mean), style="red")
        parts.append(line.append(f"  {dead.dead_end.action.in_(language)}", style="bold"))
        parts.append(Padding(Rich(dead.dead_end.why.in_(language)), (0, 0, 0, 3)))
    if why is not None:
        parts += [Rich(), Rich(f"{words['why']}: {why.why.in_(language)} ({why.score:.2f})", style="dim")]
    title = Rich(entry.title.in_(language), style="bold")
    subtitle = Rich(f"{rate}{votes} · {entry.id}", style="dim")
    console.print(Panel(Group(*parts), title=title, subtitle=subtitle, title_align="left", subtitle_align="left"))
