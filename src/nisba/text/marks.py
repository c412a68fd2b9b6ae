"""The signs for ʿayn and hamza in Latin spellings, brought to one apostrophe.

Reach for it after `clean` and before reading a Latin word: catalogues, newsrooms and keyboards
write the two sounds with a score of look-alike signs, and chat writes them, and other sounds,
with digits. Which of the two sounds a sign meant is not kept: sources confuse them freely.
"""

import re

SIGN = "'"

# ASCII grave and acute, typographic quotes, primes, modifier letters, glottal letters, half rings,
# Egyptological ʿayin, saltillo, Armenian and Greek breathings, full-width apostrophe, combining
# commas and half rings above.
_SIGNS = (
    "`\u00b4\u2018\u2019\u201b\u2032\u2035\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c0\u02c1\u02c8"
    "\u02ca\u02cb\u02cc\u02d2\u02d3\u02e4\u0294\u0295\u02a1\u02a2\u0241\u0242\ua78b\ua78c\ua724"
    "\ua725\u055a\u055b\u1fbf\u1ffe\u1fbd\u1fef\uff07\uff40\u0313\u0314\u0315\u0312\u0351"
    "\u0357\u0374\u0384\u05f3"
)
_TO_SIGN = str.maketrans(dict.fromkeys(_SIGNS, SIGN))
_RUN = re.compile("''+")

# What a digit means in chat Latin; a following apostrophe dots the letter (3' is ghayn).
# 8 is ghayn in the Levant and qaf in the Gulf, 9 is sad in the Gulf: gh and s are read.
_DIGITS = {
    "2": "'",
    "3": "'",
    "3'": "gh",
    "5": "kh",
    "6": "t",
    "6'": "z",
    "7": "h",
    "7'": "kh",
    "8": "gh",
    "9": "s",
    "9'": "d",
}
_DIGIT = re.compile("[3679]'(?=[^\\W\\d_])|[2356789]")
_CHAT_WORD = re.compile("[^\\W_][\\w']*")
_DIGIT_RUN = re.compile("\\d+")


def one_sign(text: str) -> str:
    """Every sign for ʿayn or hamza as one apostrophe, runs of them as one.

    >>> one_sign("\\u02bfAbd al-Fatt\\u0101\\u1e25, Qur`an")
    "'Abd al-Fattāḥ, Qur'an"
    """
    text = text.translate(_TO_SIGN)
    return _RUN.sub(SIGN, text) if "''" in text else text


def letters_of_digits(text: str) -> str:
    """Chat digits inside Latin words as the letters that they stand for.

    A digit counts as a letter only where it touches a Latin letter of its word, the word has
    three letters or more, each digit stands alone, and none of 0, 1, 4 occurs; a last digit must
    follow a vowel. So numbers, codes and names of machines stay as they are.

    >>> letters_of_digits("7asan 3ali ma7mood rabi3")
    "hasan 'ali mahmood rabi'"
    >>> letters_of_digits("Room 7, Boeing747, G20, Ahmed2")
    'Room 7, Boeing747, G20, Ahmed2'
    """
    if _DIGIT_RUN.search(text) is None:
        return text
    return _CHAT_WORD.sub(lambda found: _read_digits(found[0]), text)


def _read_digits(word: str) -> str:
    runs = _DIGIT_RUN.findall(word)
    if not runs or any(len(run) > 1 or run not in "2356789" for run in runs):
        return word
    letters = sum(char.isalpha() for char in word)
    if letters < 3 or letters <= len(runs) or not word.isascii():
        return word
    if word[-1].isdigit() and word[-2].lower() not in "aeiouy":
        return word
    read = _DIGIT.sub(lambda found: _DIGITS.get(found[0], found[0]), word)
    return _RUN.sub(SIGN, read)
