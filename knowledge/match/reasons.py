"""Why an entry matched, in words for a support engineer."""

from __future__ import annotations

from knowledge.match.score import Fit
from knowledge.model import Entry, Text
from knowledge.providers import providers
from knowledge.smtp.reading import Diagnostic

__all__ = ["reason", "shared_codes"]

_SHOWN = 70
"""Characters of a signature that are quoted."""


def reason(entry: Entry, fit: Fit, diagnostic: Diagnostic) -> Text:
    """What spoke for `entry`: the known wording it is close to, the codes they share, the provider that is named."""
    shared = " ".join(shared_codes(entry, fit, diagnostic))
    named = entry.provider is not None and fit.provider > 0
    parts: list[tuple[str, str]] = []
    if fit.signature is not None:
        quoted = fit.signature if len(fit.signature) <= _SHOWN else fit.signature[: _SHOWN - 1] + "…"
        alike = f"{min(1.0, fit.wording):.0%}"
        parts.append((f"{alike} like the known wording “{quoted}”", f"与已知措辞“{quoted}”相似 {alike}"))
    if shared:
        parts.append((f"same code {shared}", f"代码 {shared} 一致"))
    if named and entry.provider is not None:
        name = providers()[entry.provider].name
        parts.append((f"{name} is named", f"提到了 {name}"))
    if not parts:
        parts.append(("it is the nearest known error", "最接近的已知错误"))
    return Text(en="; ".join(en for en, _ in parts), zh="；".join(zh for _, zh in parts))


def shared_codes(entry: Entry, fit: Fit, diagnostic: Diagnostic) -> tuple[str, ...]:
    """The codes of the error that `entry`, or the wording of it that the error is most like, has too."""
    known = {entry.code, entry.enhanced_code, *entry.also_codes, *fit.codes}
    return tuple(code for code in reversed(diagnostic.codes) if code in known)
