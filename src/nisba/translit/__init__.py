"""The transliteration stage: romanize, vocalise, arabize, likely spellings, scheme to scheme.

Its public functions stand in their own modules (`romanize.py` and so on), and at the front of the
package; importing this stage imports none of them.
"""
