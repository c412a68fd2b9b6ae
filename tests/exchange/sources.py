"""Small files in the formats of other registers: public figures, and inventions named so.

The people are those of the curated gazetteer; numbers and dates of the registers are invented.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from nisba.exchange import Found, Imported, Source, import_entries

SOURCE = Source("test", "A register of the tests", "CC0-1.0")

KADHIMI_FTM = {
    "id": "Q15987295",
    "caption": "Mustafa al-Kadhimi",
    "schema": "Person",
    "properties": {
        "name": ["Mustafa al-Kadhimi", "مصطفى الكاظمي"],
        "alias": ["Mustafa Al-Kazemi"],
        "weakAlias": ["Kazimi"],
        "previousName": ["Mustafa Mshatat"],
        "birthDate": ["1967-07-05"],
        "nationality": ["iq"],
        "gender": ["male"],
        "position": ["Prime Minister of Iraq"],
    },
}
SADR_FTM = {
    "id": "ftm-2",
    "schema": "Person",
    "properties": {"name": ["Muqtada al-Sadr"], "birthDate": ["1973", "1974"]},
}
UN_FTM = {
    "id": "ftm-3",
    "schema": "Organization",
    "properties": {"name": ["United Nations"], "abbreviation": ["UN"], "country": ["us"]},
}
SANCTION_FTM = {"id": "ftm-4", "schema": "Sanction", "properties": {"authority": ["nobody"]}}

KADHIMI_WIKIDATA = {
    "id": "Q15987295",
    "type": "item",
    "labels": {
        "en": {"language": "en", "value": "Mustafa Al-Kadhimi"},
        "ar": {"language": "ar", "value": "مصطفى الكاظمي"},
        "ru": {"language": "ru", "value": "Мустафа аль-Казыми"},
    },
    "aliases": {"en": [{"language": "en", "value": "Mustafa Al-Kazemi"}]},
    "claims": {
        "P31": [{"mainsnak": {"datavalue": {"value": {"id": "Q5"}}}, "rank": "normal"}],
        "P569": [
            {
                "mainsnak": {
                    "datavalue": {"value": {"time": "+1967-07-05T00:00:00Z", "precision": 11}}
                },
                "rank": "normal",
            }
        ],
        "P27": [{"mainsnak": {"datavalue": {"value": {"id": "Q796"}}}, "rank": "normal"}],
        "P21": [{"mainsnak": {"datavalue": {"value": {"id": "Q6581097"}}}, "rank": "normal"}],
    },
}

SDN = (
    '101,"AL-KADHIMI, Mustafa","individual","IRAQ","-0- ","-0- ","-0- ","-0- ","-0- ","-0- ",'
    '"-0- ","DOB 05 Jul 1967; POB Baghdad, Iraq; nationality Iraq; Gender Male."\n'
    '102,"EXAMPLE TRADING, LTD.",-0- ,"IRAQ",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n'
    '103,"EXAMPLE STAR","vessel","IRAQ",-0- ,"A1",-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n'
    '104,"AL-SADR, Muqtada","individual","IRAQ",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    '"DOB 1973; alt. DOB 1974; Gender Male."\n'
    "\x1a"
)
ALT = (
    '101,1,"aka","AL-KAZEMI, Mustafa",-0- \n'
    '101,2,"fka","MSHATAT, Mustafa",-0- \n'
    '102,3,"aka","EXAMPLE COMPANY",-0- \n'
    "\x1a"
)

UN = """\
<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="2024-01-01T00:00:00">
  <INDIVIDUALS>
    <INDIVIDUAL>
      <DATAID>6901</DATAID>
      <FIRST_NAME>MUSTAFA</FIRST_NAME>
      <SECOND_NAME>AL-KADHIMI</SECOND_NAME>
      <REFERENCE_NUMBER>XXi.001</REFERENCE_NUMBER>
      <NAME_ORIGINAL_SCRIPT>مصطفى الكاظمي</NAME_ORIGINAL_SCRIPT>
      <GENDER>Male</GENDER>
      <NATIONALITY><VALUE>Iraq</VALUE></NATIONALITY>
      <INDIVIDUAL_ALIAS>
        <QUALITY>Good</QUALITY><ALIAS_NAME>Mustafa al-Kazemi</ALIAS_NAME>
      </INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS>
        <QUALITY>Low</QUALITY><ALIAS_NAME>Abu Example</ALIAS_NAME>
      </INDIVIDUAL_ALIAS>
      <INDIVIDUAL_DATE_OF_BIRTH>
        <TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1967-07-05</DATE>
      </INDIVIDUAL_DATE_OF_BIRTH>
    </INDIVIDUAL>
  </INDIVIDUALS>
  <ENTITIES>
    <ENTITY>
      <DATAID>6902</DATAID>
      <FIRST_NAME>EXAMPLE FOUNDATION</FIRST_NAME>
      <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Example Trust</ALIAS_NAME></ENTITY_ALIAS>
    </ENTITY>
  </ENTITIES>
</CONSOLIDATED_LIST>
"""


def lines(path: Path, *objects: dict[str, Any]) -> Path:
    """Write objects as JSON lines."""
    text = "".join(json.dumps(o, ensure_ascii=False) + "\n" for o in objects)
    path.write_text(text, encoding="utf-8")
    return path


def write(path: Path, text: str | bytes) -> Path:
    """Write a file as it is given."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def added(found: Sequence[Found], folder: Path) -> Imported:
    """Import what was found into a folder."""
    return import_entries(found, folder, SOURCE)


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
