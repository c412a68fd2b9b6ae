"""The words of dates and of doubt, in the languages in which such fields are filled in.

One word a line, so that Arabic stands alone. English, French and Arabic, with the months of both
the western and the eastern Arab countries.
"""

COMMON_ERA = """
CE
AD
C.E.
A.D.
م
ميلادي
ميلادية
"""

# The abbreviation comes with a tatweel behind it, which is cleaned away.
LUNAR_HIJRI = """
AH
A.H.
H
ه
هجري
هجرية
"""

SOLAR_HIJRI = """
SH
AHS
ش
شمسي
ه.ش
ه ش
"""

ABOUT = """
circa
ca
c
about
around
approximately
approx
vers
environ
حوالي
نحو
"""

BETWEEN = """
between
from
entre
de
بين
من
"""

AND = """
to
or
and
until
ou
et
à
إلى
أو
و
"""

MONTHS = """
January
February
March
April
May
June
July
August
September
October
November
December
Jan
Feb
Mar
Apr
Jun
Jul
Aug
Sep
Sept
Oct
Nov
Dec
janvier
février
mars
avril
mai
juin
juillet
août
septembre
octobre
novembre
décembre
يناير
فبراير
مارس
أبريل
مايو
يونيو
يوليو
أغسطس
سبتمبر
أكتوبر
نوفمبر
ديسمبر
كانون الثاني
شباط
آذار
نيسان
أيار
حزيران
تموز
آب
أيلول
تشرين الأول
تشرين الثاني
كانون الأول
جانفي
فيفري
أفريل
ماي
جوان
جويلية
أوت
"""

UNKNOWN = """
-
--
?
n/a
unknown
inconnu
غير معروف
مجهول
"""

MALE = """
male
m
man
homme
masculin
ذكر
"""

FEMALE = """
female
f
woman
femme
féminin
أنثى
"""
