"""A check of ISO 20022 pain.001.001.09 written apart from the program: which elements, in which order, how many
times, what each holds, and that the sums are right."""

import re
import xml.etree.ElementTree as arbre
from decimal import Decimal

ESPACE = "{urn:iso:std:iso:20022:tech:xsd:pain.001.001.09}"
SEPA = r"[A-Za-z0-9/\-?:().,'+ ]"
TEXTE35, TEXTE70, TEXTE140 = (rf"(?! ){SEPA}{{1,{n}}}(?<! )" for n in (35, 70, 140))
MONTANT = r"\d{1,16}\.\d{2}"
AUTRE = [("Othr", 1, 1, [("Id", 1, 1, r"NOTPROVIDED")])]
# (name, least, most, what it holds: a pattern or its children in order)
VIREMENT = [
    ("PmtId", 1, 1, [("InstrId", 0, 1, TEXTE35), ("EndToEndId", 1, 1, TEXTE35)]),
    ("Amt", 1, 1, [("InstdAmt", 1, 1, MONTANT)]),
    ("CdtrAgt", 0, 1, [("FinInstnId", 1, 1, [("BICFI", 1, 1, r"[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?")])]),
    ("Cdtr", 1, 1, [("Nm", 1, 1, TEXTE70)]),
    ("CdtrAcct", 1, 1, [("Id", 1, 1, [("IBAN", 1, 1, r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")])]),
    ("RmtInf", 1, 1, [("Ustrd", 1, 1, TEXTE140)]),
]
DOCUMENT = [("CstmrCdtTrfInitn", 1, 1, [
    ("GrpHdr", 1, 1, [
        ("MsgId", 1, 1, TEXTE35), ("CreDtTm", 1, 1, r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"),
        ("NbOfTxs", 1, 1, r"[1-9]\d{0,14}"), ("CtrlSum", 0, 1, MONTANT),
        ("InitgPty", 1, 1, [("Nm", 1, 1, TEXTE70)])]),
    ("PmtInf", 1, 1, [
        ("PmtInfId", 1, 1, TEXTE35), ("PmtMtd", 1, 1, r"TRF"), ("NbOfTxs", 0, 1, r"[1-9]\d{0,14}"),
        ("CtrlSum", 0, 1, MONTANT), ("PmtTpInf", 0, 1, [("SvcLvl", 1, 1, [("Cd", 1, 1, r"SEPA")])]),
        ("ReqdExctnDt", 1, 1, [("Dt", 1, 1, r"\d{4}-\d\d-\d\d")]),
        ("Dbtr", 1, 1, [("Nm", 1, 1, TEXTE70)]),
        ("DbtrAcct", 1, 1, [("Id", 1, 1, AUTRE)]), ("DbtrAgt", 1, 1, [("FinInstnId", 1, 1, AUTRE)]),
        ("ChrgBr", 0, 1, r"SLEV"), ("CdtTrfTxInf", 1, None, VIREMENT)])])]
ATTRIBUTS = {"InstdAmt": {"Ccy": "EUR"}}


def fautes(element, attendus, ou=""):
    """Every fault of the content of an element, each with its path."""
    if isinstance(attendus, str):
        texte = element.text or ""
        if len(element) or not re.fullmatch(attendus, texte):
            yield f"{ou}: {texte!r}"
        return
    if (element.text or "").strip():
        yield f"{ou}: text between elements"
    enfants = list(element)
    for nom, moins, plus, contenu in attendus:
        vus = 0
        while enfants and enfants[0].tag == ESPACE + nom:
            enfant, vus = enfants.pop(0), vus + 1
            if enfant.attrib != ATTRIBUTS.get(nom, {}):
                yield f"{ou}/{nom}: {enfant.attrib}"
            yield from fautes(enfant, contenu, f"{ou}/{nom}")
        if vus < moins or (plus is not None and vus > plus):
            yield f"{ou}/{nom}: {vus} times"
    for enfant in enfants:
        yield f"{ou}: {enfant.tag} is not expected there"


def iban_juste(iban):
    tourne = iban[4:] + iban[:4]
    return int("".join(str(int(c, 36)) for c in tourne)) % 97 == 1


def lire(octets):
    """The credit transfers of a file, once it is found right: (end to end id, name, IBAN, BIC, amount, words)."""
    racine = arbre.fromstring(octets)
    assert racine.tag == ESPACE + "Document", racine.tag
    trouvees = list(fautes(racine, DOCUMENT))
    assert not trouvees, trouvees
    texte = lambda ou, chemin: ou.findtext("/".join(ESPACE + nom for nom in chemin.split("/")))
    initiation = racine[0]
    virements = []
    for un in initiation[1].findall(ESPACE + "CdtTrfTxInf"):
        virements.append((texte(un, "PmtId/EndToEndId"), texte(un, "Cdtr/Nm"), texte(un, "CdtrAcct/Id/IBAN"),
                          texte(un, "CdtrAgt/FinInstnId/BICFI"), Decimal(texte(un, "Amt/InstdAmt")),
                          texte(un, "RmtInf/Ustrd")))
        assert iban_juste(virements[-1][2])
    total = sum(un[4] for un in virements)
    for tete in initiation:
        assert int(texte(tete, "NbOfTxs")) == len(virements)
        assert Decimal(texte(tete, "CtrlSum")) == total
    assert len({un[0] for un in virements}) == len(virements)
    return virements
