"""A contact from one line, as people jot one down: `Lin Mei, CFO at Harbor Bank, 138 0000 1234, #client`."""

import re

from relationship_journal.domain.contact import Handle, HandleKind
from relationship_journal.domain.drafts import ContactDraft

_PARTS = re.compile(r"[,，、;；\n\t]+")
_NICKNAME = re.compile(r"^(?P<name>.+?)\s*[(（](?P<nick>[^)）]+)[)）]\s*$")
_EMAIL = re.compile(r"^[^\s@]+@[^\s@]+\.[^\s@]+$")
_PHONE = re.compile(r"^\+?[\d\s().-]{6,}$")
_WECHAT = re.compile(r"^(?:wechat|微信)\s*[:：]?\s*(?P<value>\S+)$", re.IGNORECASE)
_AT = re.compile(r"^(?P<title>.+?)\s+(?:at|@)\s+(?P<org>.+)$", re.IGNORECASE)


def read_line(line: str) -> ContactDraft:
    """What the line says. The first part is the name; of parts that say nothing else the first is the organisation
    and the second the title. An empty line gives an empty name.
    """
    parts = [part.strip() for part in _PARTS.split(line) if part.strip()]
    if not parts:
        return ContactDraft("")
    called = _NICKNAME.match(parts[0])
    name, nicknames = (called["name"], (called["nick"].strip(),)) if called else (parts[0], ())
    org = title = ""
    tags: list[str] = []
    handles: list[Handle] = []
    for part in parts[1:]:
        wechat, at = _WECHAT.match(part), _AT.match(part)
        if part.startswith(("#", "＃")):
            tags.append(part[1:].strip())
        elif _EMAIL.match(part):
            handles.append(Handle(HandleKind.EMAIL, part))
        elif wechat:
            handles.append(Handle(HandleKind.WECHAT, wechat["value"]))
        elif _PHONE.match(part):
            handles.append(Handle(HandleKind.PHONE, part))
        elif at and not org:
            title, org = at["title"], at["org"]
        elif not org:
            org = part
        elif not title:
            title = part
        else:
            title = f"{title}, {part}"
    return ContactDraft(
        name=name, nicknames=nicknames, org=org, title=title, tags=tuple(filter(None, tags)), handles=tuple(handles)
    )
