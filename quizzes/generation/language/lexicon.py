"""Word lists of the genre: states and their people, verbs of events and of speech, offices, kinds of bodies."""

from __future__ import annotations

import re

from .words import bag

# state: (capitals and other names that stand for its government, adjectives)
_STATES = """Afghanistan:Kabul:Afghan|Albania:Tirana:Albanian|Algeria:Algiers:Algerian|Argentina::Argentine,Argentinian
Armenia:Yerevan:Armenian|Australia:Canberra:Australian|Austria::Austrian|Azerbaijan:Baku:Azerbaijani|Bahrain::Bahraini
Bangladesh:Dhaka:Bangladeshi|Belarus:Minsk:Belarusian|Belgium::Belgian|Bolivia::Bolivian|Bosnia and Herzegovina:Sarajevo:Bosnian
Brazil::Brazilian|Bulgaria:Sofia:Bulgarian|Cambodia::Cambodian|Canada:Ottawa:Canadian|Chad::Chadian|Chile::Chilean
China:Beijing:Chinese|Colombia::Colombian|Croatia:Zagreb:Croatian|Cuba:Havana:Cuban|Cyprus:Nicosia:Cypriot
Czechia:Prague:Czech|Denmark:Copenhagen:Danish|Ecuador::Ecuadorian|Egypt:Cairo:Egyptian|Estonia:Tallinn:Estonian
Ethiopia:Addis Ababa:Ethiopian|Finland:Helsinki:Finnish|France:Paris:French|Georgia:Tbilisi:Georgian|Germany:Berlin:German
Ghana::Ghanaian|Greece:Athens:Greek|Hungary:Budapest:Hungarian|Iceland::Icelandic|India:New Delhi,Delhi:Indian
Indonesia:Jakarta:Indonesian|Iran:Tehran:Iranian|Iraq:Baghdad:Iraqi|Ireland:Dublin:Irish|Israel:Jerusalem:Israeli
Italy:Rome:Italian|Japan:Tokyo:Japanese|Jordan:Amman:Jordanian|Kazakhstan:Astana,Nur-Sultan:Kazakh,Kazakhstani
Kenya:Nairobi:Kenyan|Kosovo:Pristina:Kosovar|Kuwait::Kuwaiti|Kyrgyzstan:Bishkek:Kyrgyz|Laos::Laotian|Latvia:Riga:Latvian
Lebanon:Beirut:Lebanese|Libya:Tripoli:Libyan|Lithuania:Vilnius:Lithuanian|Malaysia::Malaysian|Mali::Malian|Malta::Maltese
Mexico::Mexican|Moldova:Chisinau,Chișinău:Moldovan|Mongolia::Mongolian|Montenegro:Podgorica:Montenegrin|Morocco:Rabat:Moroccan
Myanmar::Burmese|Nepal::Nepalese|Netherlands:The Hague:Dutch|New Zealand::|Nigeria:Abuja:Nigerian|North Korea:Pyongyang:North Korean
North Macedonia:Skopje:Macedonian|Norway:Oslo:Norwegian|Oman::Omani|Pakistan:Islamabad:Pakistani|Peru::Peruvian
Philippines:Manila:Philippine,Filipino|Poland:Warsaw:Polish|Portugal:Lisbon:Portuguese|Qatar:Doha:Qatari|Romania:Bucharest:Romanian
Russia:Moscow,Kremlin,Russian Federation:Russian|Rwanda:Kigali:Rwandan|Saudi Arabia:Riyadh:Saudi|Senegal::Senegalese
Serbia:Belgrade:Serbian|Singapore::Singaporean|Slovakia:Bratislava:Slovak|Slovenia:Ljubljana:Slovenian|Somalia::Somali
South Africa:Pretoria:South African|South Korea:Seoul:South Korean|Spain:Madrid:Spanish|Sri Lanka::Sri Lankan|Sudan:Khartoum:Sudanese
Sweden:Stockholm:Swedish|Switzerland:Bern:Swiss|Syria:Damascus:Syrian|Taiwan:Taipei:Taiwanese|Tajikistan:Dushanbe:Tajik
Tanzania::Tanzanian|Thailand:Bangkok:Thai|Tunisia:Tunis:Tunisian|Turkey:Ankara,Türkiye:Turkish|Turkmenistan:Ashgabat:Turkmen
Uganda::Ugandan|Ukraine:Kyiv,Kiev:Ukrainian|United Arab Emirates:UAE,Abu Dhabi:Emirati
United Kingdom:UK,Britain,London,Great Britain:British|United States:US,USA,U.S.,Washington,America,White House:American
Uruguay::Uruguayan|Uzbekistan:Tashkent:Uzbek|Venezuela:Caracas:Venezuelan|Vietnam:Hanoi:Vietnamese|Yemen:Sanaa:Yemeni
Soviet Union:USSR,Soviet Russia:Soviet|Yugoslavia::Yugoslav|Ottoman Empire::Ottoman"""

STATES: dict[str, str] = {}
"""Every name or seat of a government, and the state that it stands for."""
ADJECTIVES: dict[str, str] = {}
"""Every adjective of nationality, and its state."""
for _entry in _STATES.replace("\n", "|").split("|"):
    _name, _seats, _adjectives = _entry.split(":")
    STATES[_name] = _name
    STATES.update({seat: _name for seat in _seats.split(",") if seat})
    ADJECTIVES.update({adjective: _name for adjective in _adjectives.split(",") if adjective})

UNIVERSAL_ACRONYMS = bag(
    "NATO EU UN US USA UK USSR UNESCO UNICEF WHO WTO IMF GDP TV PhD AD BC CEO NGO NGOs DC AIDS HIV UAE EEC BBC CNN FBI CIA KGB PDF URL ISBN DOI MFA MoD MP PM SSR PR GNP EUR USD"
)
"""Nobody needs the reading to know what these stand for."""
FIELD_ACRONYMS = bag(
    "OSCE CSCE CSTO CIS SCO EAEU EEU GUAM OPEC ASEAN IAEA ILO EBRD OECD ECB G20 BRICS ICC ICJ IPCC UNHCR UNDP ICRC NAFTA ECOWAS SADC FDI IDP AI IT"
)
"""Whoever knows the field knows these without the reading; the glossary is the place to learn them."""


def _forms(table: str) -> dict[str, str]:
    return dict(pair.split(":") for pair in table.split())


SPEECH_VERBS = _forms(
    """argues:argue argued:argue claims:claim claimed:claim believes:believe believed:believe asserts:assert
    asserted:assert contends:contend contended:contend maintains:maintain maintained:maintain suggests:suggest
    suggested:suggest notes:note noted:note states:state stated:state points_out:point_out warns:warn warned:warn
    stresses:stress stressed:stress emphasizes:emphasize emphasized:emphasize emphasises:emphasise
    emphasised:emphasise concludes:conclude concluded:conclude insists:insist insisted:insist says:say said:say
    considers:consider considered:consider holds:hold observes:observe observed:observe predicts:predict
    predicted:predict explains:explain explained:explain writes:write wrote:write declares:declare declared:declare
    announced:announce acknowledged:acknowledge acknowledges:acknowledge admitted:admit affirms:affirm affirmed:affirm
    adds:add added:add proposes:propose proposed:propose recalls:recall confirmed:confirm confirms:confirm
    replied:reply responded:respond remarked:remark underlined:underline underlines:underline highlighted:highlight
    highlights:highlight posits:posit thinks:think thought:think finds:find found:find describes:describe
    described:describe"""
)
"""Forms of verbs that credit a claim to someone, and their base forms."""

OFFICES = (
    "president|prime minister|vice-president|vice president|first vice-president|foreign minister|defence minister|"
    "defense minister|interior minister|finance minister|economy minister|energy minister|minister of [a-z ]+|"
    "secretary of state|secretary-general|secretary general|director|director-general|head|chairman|chairwoman|chair|"
    "co-chair|leader|commander|ambassador|spokesperson|spokesman|spokeswoman|speaker|chancellor|governor|mayor|"
    "co-founder|founder|chief of staff|chief of the general staff|chief executive|chief negotiator|special envoy|"
    "special representative|special adviser|adviser|advisor|first president|general secretary|first secretary|king|"
    "emperor|patriarch|deputy prime minister|deputy foreign minister|representative|owner|editor-in-chief|editor"
)
BODY_WORDS = bag(
    """organization organisation union group council committee commission agency ministry party bank fund court assembly
    parliament alliance treaty agreement forum university institute center centre foundation association federation
    league congress corporation company service office bureau army forces movement front government department
    convention protocol act programme program initiative process conference summit network society club press house
    republic community commonwealth authority board academy college school church times post news tv agency station
    project plant pipeline corridor declaration statement principles war legislature senate cabinet crown ministers state
    states colony province motors holdings industries airlines airways ltd plc laboratory bureau"""
)
"""Words that show a capitalised name to be no person's."""
FAMOUS = re.compile(
    r"[Ii]nvasion of Ukraine|invaded Ukraine|[Aa]nnexation of Crimea|annexed Crimea|Crimea was annexed|Ukraine was invaded|French Revolution|Six-Day War|became independent|The Constitution was (?:ratified|adopted)|[Ww]ar in the Middle East|found(?:ed)? the (?:CIS|EU|UN|NATO|OSCE|WTO)\b|(?:[Cc]ollapse|[Dd]issolution|[Ff]all|end) of the (?:Soviet Union|USSR|Berlin Wall)|"
    r"became (?:the )?(?:Prime Minister|President|Chancellor|King|Queen|Pope)\b|World War|Cold War|Soviet Union (?:collapse|end|dissolve)|"
    r"[Ww]ar between (?:Georgia and Russia|Russia and Georgia)|[Ww]ar in Georgia|(?:Georgia and Russia|Russia and Georgia) went to war|Russo-Georgian [Ww]ar|Russian[–-]Georgian [Ww]ar|Second (?:Nagorno-)?Karabakh [Ww]ar|"
    r"Orange Revolution|Treaty of Versailles|Marshall Plan|Maastricht Treaty|Treaty of (?:Rome|Lisbon)|Suez [Cc]risis|11 September|9/11|Brexit"
)
"""Events whose date and actors everybody knows without the reading."""
