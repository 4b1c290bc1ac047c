"""How old one must be to read a text with ease."""

import re

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Each run of stops is looked at from its first one only: a text may have thousands in a row.
END_OF_SENTENCE = re.compile(r"(?<![.!?…:])[.!?…:]+[\s”’\")]|\n+|(?<![.!?…])[.!?…]+$")
VOWELS = re.compile(r"[aeiouyàáâäæèéêëìíîïòóôöùúûü]+")
SILENT_END = re.compile(r"(?:[^laeiouy]es|[^dt]ed|[^l]e)$")
FEWEST_WORDS = 100  # below that the figure jumps with every word
AGE_OF_GRADE_0 = 5  # the first year of school in the United States, grade 1, begins at six


def reading_age(text: str) -> int | None:
    """Whole years of age, or None if the text is too short to tell.

    The grade is 0.39 words per sentence + 11.8 syllables per word - 15.59: Kincaid, Fishburne, Rogers and Chissom,
    "Derivation of New Readability Formulas for Navy Enlisted Personnel", Research Branch Report 8-75, 1975.
    Syllables are counted by groups of vowels, without a silent ending.
    """
    words = WORD.findall(text)
    if len(words) < FEWEST_WORDS:
        return None
    sentences = sum(1 for part in END_OF_SENTENCE.split(text) if WORD.search(part))
    syllables = sum(syllables_of(word) for word in words)
    grade = 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59
    return max(AGE_OF_GRADE_0, round(grade + AGE_OF_GRADE_0))


def syllables_of(word: str) -> int:
    word = word.casefold()
    return max(1, len(VOWELS.findall(word)) - bool(SILENT_END.search(word)))
