"""Writes compound files ([MS-CFB], version 3) and messages in them ([MS-OXMSG]), so that tests need no Outlook."""

import struct
from datetime import UTC, datetime
from typing import Any

SECTOR, MINI, CUTOFF = 512, 64, 4096
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
NONE = 0xFFFFFFFF

Tree = dict[str, "bytes | Tree"]


def compound_file(tree: Tree) -> bytes:
    """The file with these streams (bytes) and storages (dictionaries)."""
    entries: list[dict[str, Any]] = []
    mini, sectors = bytearray(), bytearray()
    mini_fat: list[int] = []
    fat: list[int] = []

    def chain(table: list[int], count: int) -> int:
        start = len(table)
        table.extend(range(start + 1, start + count))
        table.append(END)
        return start

    def store(content: bytes) -> int:
        count = -(-len(content) // SECTOR)
        sectors.extend(content.ljust(count * SECTOR, b"\0"))
        return chain(fat, count)

    def add(name: str, kind: int, held: "bytes | Tree") -> int:
        number = len(entries)
        entry: dict[str, Any] = {"name": name, "kind": kind, "child": NONE, "right": NONE, "start": END, "size": 0}
        entries.append(entry)
        if isinstance(held, bytes):
            entry["size"] = len(held)
            if 0 < len(held) < CUTOFF:
                count = -(-len(held) // MINI)
                mini.extend(held.ljust(count * MINI, b"\0"))
                entry["start"] = chain(mini_fat, count)
            elif held:
                entry["start"] = store(held)
        else:
            last = None
            for inner in sorted(held, key=lambda one: (len(one), one.upper())):
                child = held[inner]
                made = add(inner, 2 if isinstance(child, bytes) else 1, child)
                if last is None:
                    entry["child"] = made
                else:
                    entries[last]["right"] = made
                last = made
        return number

    add("Root Entry", 5, tree)
    entries[0]["start"], entries[0]["size"] = (store(bytes(mini)), len(mini)) if mini else (END, 0)
    listing = b"".join(_entry(one) for one in entries)
    directory = store(listing + b"".join(_entry(None) for _ in range(-len(entries) % 4)))
    mini_table = struct.pack(f"<{len(mini_fat)}I", *mini_fat)
    mini_start = store(mini_table.ljust(-(-len(mini_table) // SECTOR) * SECTOR, b"\xff")) if mini_fat else END
    tables = 1
    while len(fat) + tables > tables * (SECTOR // 4):
        tables += 1
    own = list(range(len(fat), len(fat) + tables))
    fat.extend([FAT] * tables)
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(tables * SECTOR, b"\xff")
    head = struct.pack(
        "<8s16sHHHHH6x9I", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, 0, tables, directory,
        0, CUTOFF, mini_start, -(-len(mini_table) // SECTOR), END, 0,
    )  # fmt: skip
    head += struct.pack("<109I", *own, *[FREE] * (109 - len(own)))
    return head + bytes(sectors) + table


def _entry(entry: dict[str, Any] | None) -> bytes:
    if entry is None:
        return struct.pack("<64sHBBIII16sIQQIQ", b"", 0, 0, 1, NONE, NONE, NONE, b"", 0, 0, 0, 0, 0)
    name = (str(entry["name"]) + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ", name, len(name), entry["kind"], 1, NONE, entry["right"], entry["child"], b"", 0, 0, 0,
        entry["start"], entry["size"],
    )  # fmt: skip


def properties(head: int, fixed: dict[int, "int | datetime"], **texts: Any) -> Tree:
    """A storage's property stream with these fixed values by number, and streams named by `p` and the hex number.

    A str is stored as Unicode, a tuple (str, encoding) as text of a code page, bytes as binary.
    """
    rows = b""
    for number, value in fixed.items():
        if isinstance(value, datetime):
            ticks = int((value - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds() * 10_000_000)
            rows += struct.pack("<HHIQ", 0x0040, number, 6, ticks)
        else:
            rows += struct.pack("<HHIII", 0x0003, number, 6, value, 0)
    tree: Tree = {"__properties_version1.0": bytes(head) + rows}
    for name, text in texts.items():
        tag = name.removeprefix("p").upper()
        if isinstance(text, str):
            tree[f"__substg1.0_{tag}001F"] = text.encode("utf-16-le")
        elif isinstance(text, tuple):
            tree[f"__substg1.0_{tag}001E"] = text[0].encode(text[1])
        elif isinstance(text, bytes):
            tree[f"__substg1.0_{tag}0102"] = text
        else:
            assert isinstance(text, dict)
            tree[f"__substg1.0_{tag}000D"] = text
    return tree
