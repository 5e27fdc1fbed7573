"""Which sentences the arithmetic says, by name, and the slots each of them fills.

The sentences themselves are content. The slots of a ``nodig_`` saying are names of figures.
"""

from collections.abc import Mapping

from routeboek_tui.core.figures import Unit


def unit_saying(unit: Unit) -> str:
    """The saying that is the word for a unit, by the number of them."""
    return f"eenheid_{unit.name.lower()}"


SLOTS: Mapping[str, tuple[str, ...]] = {
    # A number or a day that cannot be right.
    "geen_heel_getal": ("wat",),
    "te_klein": ("wat", "getal", "minstens"),
    "te_groot": ("wat", "getal", "hoogstens"),
    "te_veel_data": ("aantal", "hoogstens"),
    "geen_dag": ("wat",),
    "toekomst": ("wat",),
    "te_oud": ("wat", "jaren"),
    "jaar_terug": ("wat",),
    "jaar_terug_afwezig": ("wat",),
    "meer_vakantieweken": (),
    # What a number or a day is called in those.
    "aantal_meldingen": (),
    "aantal_ziektedagen": (),
    "aantal_achtereen": (),
    "aantal_weken": (),
    "aantal_vakantieweken": (),
    "aantal_dagdelen": (),
    "aantal_dagdelen_achtereen": (),
    "aantal_lesuren": (),
    "aantal_keren": (),
    "een_van_de_data": (),
    "eerste_ziektedag": (),
    "eerste_dag_afwezigheid": (),
    "geboortedatum": (),
    "aankomst": (),
    "die_dag": (),
    "die_datum": (),
    # What is still needed.
    "nodig_meldingen": (),
    "nodig_dagen": (),
    "nodig_achtereen": (),
    "nodig_weken": ("ziekte_vo_melding",),
    "nodig_vakantieweken": (),
    "nodig_data": (),
    "nodig_eerste_ziektedag": (),
    "nodig_sector": (),
    "nodig_lesuren": ("ongeoorloofd_weken",),
    "nodig_keren": (),
    "nodig_meldingen_jaar": (),
    "nodig_dagdelen": (),
    "nodig_dagdelen_achtereen": (),
    "nodig_geboortedatum": (),
    "nodig_aankomst": (),
    # Spans of time.
    **{unit_saying(unit): ("aantal",) for unit in Unit},
    "weken": ("weken",),
    "weken_en_dagen": ("weken", "dagen"),
    # The calendar: windows, and the holidays in them.
    "weken_lezing": (),
    "weken_anders_wel": ("weken", "duur"),
    "weken_rand": (),
    "vakantie_advies": ("naam",),
    "vakantie_onbekend": (),
    "regio_zegt": ("regio", "zin"),
    "regio_onbekend": (),
    "regio_dagen": ("regio", "aantal"),
    "dagen_per_regio": ("dagen",),
    "dagen_geteld": ("eerste", "laatste", "aantal"),
    "dagen_zonder": ("eerste", "laatste", "aantal", "naam"),
    "lesweken": ("weken", "eerste", "laatste"),
    "lesweken_zonder": ("weken", "eerste", "laatste", "naam", "anders"),
    "lesweken_onbekend": (),
    "afwezig_vakantie": ("naam",),
    "afwezig_anders": ("vrij", "duur", "grens"),
    "termijn_vakantie": ("naam",),
    "termijn_misschien": ("naam",),
    "termijn_dicht": ("naam",),
    "te_vroeg_vraag": ("antwoord",),
    "te_vroeg": ("wanneer", "eerste", "dag", "duur", "weken"),
    "datum_zorgwekkend_sinds": (),
    # Absence, age, hours and coming late.
    "afwezig_gehaald": ("duur", "grens"),
    "afwezig_nog_niet": ("duur", "grens", "dagen"),
    "nog_niet_leerplichtig": ("begin",),
    "wel_leerplichtig": ("begin", "einde", "tot"),
    "kwalificatieplichtig": ("einde", "tot"),
    "niet_meer_leerplichtig": ("leeftijd",),
    "geen_nieuwkomer": ("jaren", "tot"),
    "nog_nieuwkomer": ("jaren", "tot"),
    "uren": ("aantal", "weken", "grens"),
    "te_laat_nog_niet": ("aantal", "grens"),
    "te_laat_gehaald": ("aantal", "grens"),
    # Sick leave in Noord-Kennemerland.
    "nk_dagdelen": ("aantal", "grens"),
    "nk_achtereen": ("aantal", "grens"),
    "nk_meldingen": ("aantal", "grens"),
    # Sick leave in Haaglanden.
    "po_zegt": ("zin",),
    "vo_zegt": ("zin",),
    "zorgen_mogen": (),
    "buiten_schooljaar": ("aantal",),
    "po_meldingen": ("aantal", "grens"),
    "po_dagen": ("aantal", "grens"),
    "po_lopend": ("aantal", "grens"),
    "vo_te_weinig": ("aantal", "melding", "weken"),
    "vo_onbekend": ("aantal", "melding", "weken"),
    "vo_in_weken": ("melding", "duur"),
    "vo_venster": ("melding", "eerste", "laatste", "aantal"),
    "vo_binnen": ("wie", "weken"),
    "vo_buiten": ("wie", "weken"),
    "vo_hangt_af": ("wie",),
    "vo_min_binnen": ("wie", "vrij", "naam", "aantal", "weken"),
    "vo_min_buiten": ("wie", "vrij", "naam", "aantal", "weken"),
    "vo_niet_ziek": ("grens",),
    "vo_achtereen": ("aantal", "grens"),
    "sppoh_gehaald": ("meldingen", "weken", "achtereen"),
    "sppoh_onbekend": ("meldingen", "weken", "achtereen"),
    "sppoh_niet_gehaald": ("meldingen", "weken", "achtereen"),
}
