"""Makes `bowl.wav`: one struck note of a bowl, by arithmetic. Run `python bowl.py`; it needs nothing else."""

import math
import struct
import wave
from pathlib import Path

RATE = 22050
SECONDS = 6
STRIKE = 0.006  # seconds in which the note swells: a felt mallet, not a click
FADE = 1.5  # seconds in which the recording ends before the note would

# Hertz, loudness, seconds to fall to a third. Each partial is a pair a little apart, which makes it waver.
PARTIALS = [
    (229.6, 0.60, 4.6),
    (230.5, 0.40, 4.6),
    (627.0, 0.26, 2.2),
    (628.6, 0.18, 2.2),
    (1172.0, 0.10, 0.9),
    (1175.0, 0.07, 0.9),
    (1846.0, 0.03, 0.35),
]


def sample(time: float) -> float:
    """The note at `time` seconds, between -1 and 1 or a little beyond."""
    swell = 1 - math.exp(-time / STRIKE)
    end = min(1.0, (SECONDS - time) / FADE)
    return swell * end * sum(a * math.exp(-time / fall) * math.sin(math.tau * hz * time) for hz, a, fall in PARTIALS)


def main() -> None:
    note = [sample(n / RATE) for n in range(RATE * SECONDS)]
    loudest = max(map(abs, note))
    with wave.open(str(Path(__file__).with_name("bowl.wav")), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(b"".join(struct.pack("<h", round(value / loudest * 24000)) for value in note))


if __name__ == "__main__":
    main()
