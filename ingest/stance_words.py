"""The words that tell what a sentence does, kind by kind, and those that say that it does not after all."""

from __future__ import annotations

import re

_WE = r"(?:wij|we|ik|de ministers)"


def words(*patterns: str) -> re.Pattern[str]:
    """Any of these, as whole words, whatever the case."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


EXPLORES = words(
    r"(?<!het )verken(?:nen|t)",
    r"(?:wordt|worden)\b.{0,40}\bverkend",
    r"(?<![)])overwe(?:eg|egt|gen)",
    r"(?<!de )(?<!het )(?<!aanvullende )(?<!verschillende )(?<!recente )onderzoek(?:en|t)",
    r"(?:voer(?:t|en)|start(?:en)?|doe[nt]) .{0,60}\bverkenning\w*",
    rf"(?:kijken|kijkt|kijk) (?:{_WE}|het college|de minister\w*)\b.{{0,60}}\bnaar",
    rf"{_WE} kijken\b.{{0,30}}\bnaar",
    r"(?:zullen|zal|gaan|gaat) .{0,40}\bkijken (?:naar|of|op)",
    r"(?:zullen|zal|moeten) .{0,20}\bkijken (?:of|naar)",
    r"kijken op welke wijze",
    r"nagaan (?:of|hoe|in hoeverre)",
    r"(?:gaan|gaat) \w+ na (?:of|hoe)",
    r"bezien (?:of|hoe|in hoeverre)",
    r"beraden",
    rf"(?:willen {_WE}|{_WE} willen) weten",
    r"explor(?:e|es|ing)",
    r"(?:are|is) (?:considering|examining|investigating|looking into)",
    r"(?:will|to) (?:consider|examine|investigate|look into)",
)
NO_EXPLORING = words(
    r"(?:adviseer\w*|geadviseerd|bevel\w*|(?:be)?pleit\w*|verzoek\w*)\b.{0,200}\bte (?:onderzoeken|verkennen)",
    r"(?:werd|werden|was|waren|beoogd)\b.{0,60}\bonderzoeken",
    r"uit\b.{0,20}\bonderzoek(?:en)?",
)

REJECTS = words(
    r"tegenstander\w*",
    r"verzet(?:ten)? (?:zich|ons) tegen",
    r"(?:is|zijn|ben) (?:\w+ )?tegen",
    r"tegen zijn",
    r"wij(?:st|zen) \S.{0,60}\baf",
    r"verwerp(?:t|en)",
    r"(?:on|niet )wenselijk",
    r"ongewenst",
    r"onaanvaardbaar",
    r"geen (?:groot )?voorstander\w*",
    r"(?:zie|ziet|zien) (?:\w+ )?niets in",
    rf"acht(?:en|)? {_WE} .{{0,30}}\bniet nodig",
    r"niet (?:nodig|noodzakelijk)",
    r"geen behoefte",
    r"behoefte\b.{0,30}\bniet",
    r"(?:moet|moeten|mag|mogen|dient|dienen) (?:\w+ ){0,2}(?:niet|geen|nooit)(?! alleen)",
    r"(?:wil|willen) (?:(?:we|wij|ook|dit|dat|er|het|zij) ){0,2}(?:niet|geen)(?! alleen)",
    r"(?:niet|geen)\b.{0,40}\b(?:wordt|worden) (?:ingezet|verstrekt|toegestaan)",
    r"raad(?:t|en)? .{0,60}\baf",
    r"bezwa(?:ar|ren) tegen",
    r"oppose[sd]?",
    r"reject(?:s|ed)?",
    r"(?:should|must) not",
    r"undesirable",
    r"against",
)
CONDITIONS = words(
    r"mits",
    r"tenzij",
    r"(?<!niet )(?:alleen|slechts|uitsluitend)\b.{0,60}\b(?:als|indien|wanneer|mits)",
    r"pas (?:als|indien|wanneer)",
    r"(?:op|onder) (?:de )?voorwaarde",
    r"voorwaarde is",
    r"(?:als|een|belangrijke) (?:rand)?voorwaarde",
    r"geldt als (?:rand)?voorwaarde",
    r"(?:eerst|niet eerder)\b.{0,60}\bafwachten",
    r"provided that",
    r"only if",
    r"on condition that",
    r"unless",
)
DEMANDS_OPENLY = words(
    r"(?:be)?pleit(?:en|te|ten)?",
    r"pleidooi\w* (?:is|voor)",
    r"dring(?:t|en)? .{0,40}\baan",
    r"roep(?:t|en)? .{0,60}\bop",
    r"(?:eist|eisen wij|wij eisen)",
    r"(?:vraagt|vragen|verzoeken) (?:van )?(?:de |het )?(?:gemeenten|minister\w*|kabinet|overheid|provincies|rijk)",
    rf"(?:{_WE} (?:vragen|verzoeken)|(?:vragen|verzoeken) {_WE})",
    r"(?:heeft|hebben)\b.{0,80}\bgevraagd om",
    r"verzoekt",
    r"calls? (?:for|on)",
    r"argues? for",
    r"demands?",
    r"urges?",
)
NO_DEMANDING = words(r"moties?\b.{0,120}\bverzoek(?:t|en)")
ADVISES = words(
    r"advise(?:er|ert|ren|erde|erden)",
    r"geadviseerd",
    r"bevel(?:en|t)? .{0,40}\baan",
    r"aanbevolen",
    r"(?:stel|stelt|stellen) (?:\w+ ){0,2}voor(?= om| dat|,|:)",
    r"voorgesteld",
    r"raad(?:t|en)? .{0,40}\baan",
    r"(?:is|wordt|werd) (?:ook )?(?:benadrukt|geopperd) dat",
    r"de conclusie:",
    r"advises?",
    r"recommends?",
    r"proposes?",
)
NO_ADVICE = words(
    r"adviseert (?:ons|hen|hem|haar) over",
    r"(?:hetgeen|zoals|wat)\b.{0,60}\b(?:adviseert|geadviseerd|voorgesteld)",
    r"(?:wordt|worden) (?:hen|hem|haar|u) geadviseerd",
)
SUPPORTS = words(
    r"steun(?:t|en)(?! van)",
    r"voorstander\w*",
    r"onderschrij(?:ft|ven)",
    r"verwelkom(?:t|en)",
    r"juich(?:t|en)? .{0,60}\btoe",
    r"blij met",
    r"verheugd",
    r"omarm(?:t|en)",
    r"enthousiast over",
    r"positief (?:over|effect)",
    r"(?:veel |grote? )waardering",
    r"duidelijke meerwaarde",
    r"(?:zie|ziet|zien) (?:\w+ ){0,2}het belang",
    r"hecht(?:en|)? .{0,40}\b(?:aan|belang)",
    r"ligt\b.{0,90}\bvoor de hand",
    r"(?:in beginsel|blijven) (?:willen )?(?:bewaken|waarborgen)",
    r"vertrekpunt\b.{0,40}\b(?:is|stimuleren)",
    r"supports?",
    r"welcomes?",
    r"endorses?",
    r"in favou?r of",
)
DOUBTS = words(
    r"zorgen (?:over|te hebben|om|bij|van)",
    r"(?:heeft|hebben|maakt|maken)\b.{0,40}\bzorgen",
    r"bezorgd",
    r"vre(?:es|est|zen)",
    r"(?:be)?twijfel(?:t|en|s)?",
    r"onvoldoende",
    r"ontoereikend",
    r"niet (?:voldoende|genoeg|toereikend)",
    r"te weinig",
    r"al te",
    r"dreig(?:t|en)(?! zijn)",
    r"waarschuw(?:t|en)",
    r"kritisch",
    r"kritiek",
    r"kanttekening\w*",
    r"(?:potentieel |mogelijk )?grote gevolgen",
    r"zwaar middel",
    r"verregaande maatregel",
    r"stagnere?nd?",
    r"schiet(?:en)? tekort",
    r"nog (?:veel )?te (?:\w+ )?(?:sterk|weinig)",
    r"niet altijd (?:even )?goed",
    r"leidt tot versnippering",
    r"belemmer(?:t|en)",
    r"werk(?:t|en) (?:nog |vaak )?niet(?=\s*(?:[.,:;]|$))",
    r"niet zo ervaren",
    r"nog onvoldoende",
    r"alleen bestaan voor",
    r"de vraag is of",
    r"vraagt zich af",
    r"concern(?:s|ed)?",
    r"doubts?",
    r"fears?",
    r"insufficient(?:ly)?",
    r"warns?",
)
DEMANDS = words(
    r"moet(?:en)?",
    r"dien(?:t|en)\b.{0,80}\bte",
    r"noodzaak (?:om|tot|van)",
    r"noodzakelijk",
    r"essentieel",
    r"cruciaal(?! moment)",
    r"onmisbaar",
    r"vereis(?:t|en)",
    r"verg(?:t|en)",
    r"vra(?:agt|gen) (?:ook |vooral |niet alleen |dan ook )?(?:om|ruimte|meer)",
    r"nodig",
    r"van (?:groot |het grootste )?belang",
    r"(?:het|is|zijn) (?:\w+ )?belangrijk (?:dat|om)",
    r"is het (?:\w+ )?belangrijk",
    r"behoefte aan",
    r"verwacht(?:en|) .{0,40}\bvan",
    r"(?:jullie|onze|uw|de) opdracht\b.{0,60}\bis om",
    r"het is aan (?:jullie|u|de|het)",
    r"dit betekent (?:ook|voor \w+):",
    r"must",
    r"needs? to",
    r"should",
    r"necessary",
    r"essential",
    r"crucial",
    r"required?",
)
NO_DEMAND = words(
    r"(?:wil|willen) of moeten",
    r"moeten of",
    r"(?:had|hadden|werd|werden|was|waren)\b.{0,30}\b(?:moeten|nodig)",
    r"weten we dat",
    r"wat (?:hierbij|nodig) ",
    r"zou moeten helpen",
    r"(?:zo|waar|indien|wanneer|als|kan en) nodig",
    r"(?:gezien|beschouwd|opgevat) (?:moet|moeten) worden",
    r"(?:moet|moeten) worden (?:gezien|beschouwd|opgevat)",
    r"wat \w+ moet(?:en)?",
    r"wat het (?:van \w+ )?vraagt",
    r"nodig hadden",
)
_ACTS = (
    r"gaan|zullen|starten|beginnen|verlengen|vergroten|verhogen|verlagen|geven|nemen|pakken|richten|werken|zetten|bereiden"
    r"|ontwikkelen|ondersteunen|investeren|stellen|maken|versterken|verbeteren|organiseren|verankeren|regelen|openen|leggen"
    r"|zorgen|blijven|breiden|vereenvoudigen|faciliteren|stimuleren|financieren|voeren"
)
PROMISES = words(
    r"zeg(?:t|gen) .{0,40}\btoe",
    r"toezegg\w+",
    r"van plan",
    r"zet(?:ten)? (?:zich|ons) .{0,80}\bin",
    r"zet(?:ten)? (?:\w+ )?in op",
    rf"{_WE} (?:{_ACTS})",
    rf"(?:{_ACTS}) {_WE}",
    rf"{_WE} (?:zijn|is)\b.{{0,60}}\bbetrokken",
    r"(?:college|minister\w*|\w*universiteiten|\w*scholen|instellingen|\w*partners|leden) (?:gaa[nt]|zal|zullen)",
    r"gaan (?:de|het|onze) \w+ (?:zich|de|het)",
    r"wordt\b.{0,30}\b(?:beschikbaar gesteld|uitgebreid|verlengd)",
    r"(?:will|commits? to|pledges?|promises?)",
)
# What a text says of itself, and what is done already.
NO_PROMISE = words(
    rf"(?:gaan {_WE}|{_WE} gaan)\b.{{0,25}}\bin op",
    r"lichten .{0,40}\btoe",
    rf"(?:geven {_WE}|{_WE} geven) (?:invulling|hiermee|aan (?:dat|hoe))",
    r"geen (?:definitieve )?besluiten",
    r"(?:kosten|baten) laten",
    rf"(?:laten|kunnen) {_WE}",
    rf"(?:nemen {_WE}|{_WE} nemen) in deze",
    r"nemen .{0,40}\b(?:inzichten|aspecten) mee",
    rf"(?:maken {_WE}|{_WE} maken) .{{0,20}}\bmee",
    r"hoe ",
)
WISHES = words(
    r"(?:wil|willen)",
    r"wens(?:t|en)?",
    r"hoopt",
    r"(?:streeft|(?<!het )streven) (?:\w+ )?naar",
    r"graag",
    r"(?:de|onze|een) (?:gezamenlijke |gedeelde )?ambitie (?:is|om)",
    r"beo(?:ogt|gen)",
    r"wat ons betreft",
    r"(?:would like|wishes|wants?|aims?|hopes?) to",
    r"wants?",
)
NO_WISH = words(
    r"(?:die|wie|zij|men|waarin|rol \w+)\b[^;)]{0,120}\b(?:wil|willen)\b(?! we)",
    r"als (?:je|we|wij)\b[^;]{0,60}\b(?:wil|willen)\b",
    r"kunnen en willen",
    r"willen bieden",
    r"dan (?:ook )?(?:echt )?willen",
)
IMPERATIVES = words(
    r"(?:(?:maak|bepaal|zorg|ondersteun|bevorder|ontwikkel|verhelder|wees|erken|zie|houd|werk|neem|kies|bouw|stel|sluit)"
    r"|(?:bewaak|breng|geef|laat|betrek|benoem|verbeter|versterk|verminder|voorkom|gebruik|begin|richt|leg|regel|deel)"
    r"|(?:zet|schep|verlaag|verhoog|beperk|borg|behoud|veranker|verbind|vereenvoudig|voer|trek|toets|leer|spreek|kom)"
    r"|(?:\w{3,}eer|cre[eë]er|durf))(?! (?:je|jij|u|we|wij|ik|is|zijn|er)\b)",
)
NO_IMPERATIVE = re.compile(r"\w*(?:veer|meer|weer|keer|zeer|sfeer|beheer|verkeer|wanneer)\b", re.IGNORECASE)
HEDGES = words(r"zou(?:den)?", r"mogelijk", r"wellicht", r"misschien", r"lijkt", r"eventueel", r"might", r"could")
