"""Recordings: kept whole, with how long they are where their head says so; opened by the system's player."""

import struct

from relationship_journal.domain.entry import EntryKind

from .plan import ImportPlan, PlannedEntry, PlannedFile, Source

_MARKS = (
    (b"ID3", "audio/mpeg"),
    (b"fLaC", "audio/flac"),
    (b"#!AMR-WB\n", "audio/amr-wb"),
    (b"#!AMR\n", "audio/amr"),
    (b"caff", "audio/x-caf"),
    (b"\x02#!SILK_V3", "audio/silk"),
)
_MP4_BRANDS = (b"M4A ", b"M4B ", b"M4P ", b"qt  ")
_MP3_RATES = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)  # kbit/s, MPEG-1 layer III
_MP3_SAMPLES = (44_100, 48_000, 32_000)
_AMR_FRAMES = (13, 14, 16, 18, 20, 21, 27, 32, 6)  # bytes of a frame of 20 ms by its mode


def recognises(source: Source) -> bool:
    """Whether it is a recording, told by its first bytes."""
    return audio_type(source.content) is not None


def plan(source: Source) -> ImportPlan:
    """One entry without words that holds the recording."""
    media_type = audio_type(source.content) or "application/octet-stream"
    seconds = seconds_of(source.content, media_type)
    told = f"{media_type}; duration={seconds}" if seconds else media_type
    kept = PlannedFile(source.name, source.content, told)
    return ImportPlan("audio", (PlannedEntry(EntryKind.NOTE, "", files=(kept,)),))


def audio_type(content: bytes) -> str | None:
    """The media type of a recording, None where it is none; a film is none."""
    if content[:4] == b"RIFF" and content[8:12] == b"WAVE":
        return "audio/wav"
    if content[:4] == b"OggS":
        return "audio/ogg" if b"theora" not in content[:200] else None
    if content[4:8] == b"ftyp" and (content[8:12] in _MP4_BRANDS or b"M4A " in content[8:40]):
        return "audio/mp4" if b"vide" not in content[:65_536] else None
    if _mp3_frame(content, 0) is not None:
        return "audio/mpeg"
    return next((kind for mark, kind in _MARKS if content.startswith(mark)), None)


def seconds_of(content: bytes, media_type: str) -> int:
    """How long it is in whole seconds, 0 where its head does not say; nothing is decoded."""
    try:
        return max(0, round(_LENGTHS[media_type](content))) if media_type in _LENGTHS else 0
    except (struct.error, ZeroDivisionError, IndexError, ValueError, OverflowError):
        return 0


def _wav(content: bytes) -> float:
    place, rate = 12, 0
    while place + 8 <= len(content):
        name, size = content[place : place + 4], struct.unpack_from("<I", content, place + 4)[0]
        if name == b"fmt ":
            rate = struct.unpack_from("<I", content, place + 16)[0]
        elif name == b"data":
            return float(min(size, len(content) - place - 8)) / rate
        place += 8 + size + size % 2
    return 0


def _flac(content: bytes) -> float:
    packed = int.from_bytes(content[18:26], "big")
    return float(packed & 0xF_FFFF_FFFF) / (packed >> 44)


def _ogg(content: bytes) -> float:
    last = content.rfind(b"OggS")
    ticks = struct.unpack_from("<q", content, last + 6)[0]
    vorbis = content.find(b"\x01vorbis", 0, 400)
    rate = struct.unpack_from("<I", content, vorbis + 12)[0] if vorbis >= 0 else 48_000  # Opus always counts so
    return float(ticks) / rate


def _mp4(content: bytes) -> float:
    place = content.find(b"mvhd")
    if place < 0:
        return 0
    if content[place + 4]:
        scale, length = struct.unpack_from(">IQ", content, place + 24)
    else:
        scale, length = struct.unpack_from(">II", content, place + 16)
    seconds: float = length / scale
    return seconds


def _amr(content: bytes) -> float:
    place, frames = 6, 0
    while place < len(content) and frames < 1_000_000:
        mode = content[place] >> 3 & 0xF
        place += _AMR_FRAMES[mode] if mode < len(_AMR_FRAMES) else 1
        frames += 1
    return frames / 50


def _mp3(content: bytes) -> float:
    """By the count of frames that encoders of varying rate write into the first one, else by the first frame's rate."""
    start = 0
    if content.startswith(b"ID3"):
        size = 0
        for part in content[6:10]:
            size = size << 7 | part & 0x7F
        start = 10 + size
    frame = _mp3_frame(content, start)
    if frame is None:
        return 0
    rate, samples = frame
    counted = max(content.find(mark, start, start + 200) for mark in (b"Xing", b"Info"))
    if counted >= 0 and content[counted + 7] & 1:
        return float(struct.unpack_from(">I", content, counted + 8)[0]) * 1152 / samples
    return (len(content) - start) * 8 / (rate * 1000)


def _mp3_frame(content: bytes, place: int) -> tuple[int, int] | None:
    """Rate in kbit/s and samples a second of the frame of MPEG-1 layer III that begins there, None where none does."""
    head = content[place : place + 4]
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xFE != 0xFA:
        return None
    rate, samples = head[2] >> 4, head[2] >> 2 & 3
    return (_MP3_RATES[rate], _MP3_SAMPLES[samples]) if 0 < rate < 15 and samples < 3 else None


_LENGTHS = {
    "audio/wav": _wav,
    "audio/flac": _flac,
    "audio/ogg": _ogg,
    "audio/mp4": _mp4,
    "audio/amr": _amr,
    "audio/mpeg": _mp3,
}
