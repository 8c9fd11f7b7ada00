"""The faults of one import file, judged a second time from the contract: (line, field) pairs."""
import datetime
import json
import re

import definitions

TEXTE, LISTE, NOMBRE, BOOLEEN, JOUR, INSTANT = "texte liste nombre booleen jour instant".split()
STATUTS = ("provisoire", "recuperee", "validee", "qualifiee")

# type -> {field: (kind or the values allowed, required)}
CHAMPS = {
    "personne": {"nom_naissance": (TEXTE, True), "prenoms": (LISTE, True),
                 "date_naissance": (JOUR, True), "sexe": (("M", "F", "I"), True),
                 "lieu_naissance": (TEXTE, True), "matricule_ins": (TEXTE, False),
                 "statut_identite": (STATUTS, True), "decede_le": (JOUR, False)},
    "sejour": {"personne": (TEXTE, True), "entree": (JOUR, True), "sortie": (JOUR, False),
               "modalite": (("permanent", "temporaire", "accueil_de_jour", "domicile"), True),
               "projet_possible": (BOOLEEN, False)},
    "modification": {"personne": (TEXTE, True), "le": (INSTANT, True), "auteur": (TEXTE, True),
                     "automatique": (BOOLEEN, False)},
    "projet": {"personne": (TEXTE, True), "du": (JOUR, True), "au": (JOUR, False),
               "statut": (("ENPREPARATION", "ENCOURS", "ENPAUSE", "TERMINE"), True)},
    "evenement": {"personnes": (LISTE, True), "debut": (INSTANT, True), "fin": (INSTANT, True),
                  "statut": (("PLANIFIE", "VALIDE", "REALISE", "TERMINE", "ANNULE"), True)},
    "envoi_mss": {"personne": (TEXTE, False), "le": (INSTANT, True),
                  "destinataires": (NOMBRE, True), "echec": (BOOLEEN, False)},
    "alimentation_dmp": {"personne": (TEXTE, True), "le": (INSTANT, True),
                         "document": (TEXTE, True), "issue": (("acceptee", "rejetee"), True)},
    "import_eprescription": {"personne": (TEXTE, True), "le": (INSTANT, True)},
    "echange_eparcours": {"personne": (TEXTE, True), "le": (INSTANT, True)},
}
COMMUNS = {"id": (TEXTE, True), "finess_et": (TEXTE, True), "corrige": (BOOLEEN, False)}
ORDRES = {"sejour": ("entree", "sortie"), "projet": ("du", "au"), "evenement": ("debut", "fin")}
OUTRE_MER = ("9701", "9702", "9703", "9704", "9705", "9805", "9806")


def finess_juste(texte):
    """Nine characters, a department, a Luhn key (A counts 1 and B counts 2)."""
    if not re.fullmatch(r"[0-9][0-9AB][0-9]{7}", texte):
        return False
    departement = texte[:2]
    metropole = departement in ("2A", "2B") or (departement.isdigit() and departement != "20"
                                                and "01" <= departement <= "95")
    if not metropole and texte[:4] not in OUTRE_MER:
        return False
    chiffres = [int(c) for c in texte.replace("A", "1").replace("B", "2")]
    doubles = [2 * c - 9 if c > 4 else 2 * c for c in chiffres[-2::-2]]
    return (sum(chiffres[-1::-2]) + sum(doubles)) % 10 == 0


def lu(valeur, genre):
    """Whether the value is of its kind."""
    try:
        if isinstance(genre, tuple):
            return valeur in genre
        if genre == TEXTE:
            return isinstance(valeur, str)
        if genre == LISTE:
            return isinstance(valeur, list) and all(isinstance(v, str) for v in valeur)
        if genre == NOMBRE:
            return isinstance(valeur, int) and not isinstance(valeur, bool)
        if genre == BOOLEEN:
            return isinstance(valeur, bool)
        if genre == JOUR:
            datetime.date.fromisoformat(valeur)
            return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", valeur))
        definitions.instant(valeur)
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", valeur))
    except (TypeError, ValueError):
        return False


def objet(ligne):
    try:
        valeur = json.loads(ligne)
    except ValueError:
        return None
    return {n: v for n, v in valeur.items() if v is not None} if isinstance(valeur, dict) else None


def fautes_de_forme(f):
    """The fields at fault of one line, seen alone."""
    if f.get("type") not in list(CHAMPS):
        return {"type"}
    champs = {**COMMUNS, **CHAMPS[f["type"]]}
    mauvais = {nom for nom, (genre, obligatoire) in champs.items()
               if (nom in f and not lu(f[nom], genre)) or (obligatoire and nom not in f)}
    if "finess_et" not in mauvais and not finess_juste(f["finess_et"]):
        mauvais.add("finess_et")
    if f["type"] in ORDRES:
        avant, apres = ORDRES[f["type"]]
        # ISO texts of one shape are ordered as what they say.
        if apres in f and not {avant, apres} & mauvais and f[apres] < f[avant]:
            mauvais.add(apres)
    if "matricule_ins" in f and f.get("statut_identite") in ("provisoire", "validee"):
        mauvais.add("matricule_ins")
    return mauvais


def personnes_de(f):
    if f["type"] == "personne":
        return []
    citees = f.get("personnes") if f["type"] == "evenement" else [f.get("personne")]
    return [p for p in citees if isinstance(p, str)] if isinstance(citees, list) else []


def fautes(lignes, base=None):
    """{(line number from 1, field)}; `None` stands for the field of a line that is not JSON.

    Readings: a `personne` line that is itself at fault still names its person, so that one mistake
    is told once; of two lines with one id, the later in the file is at fault, unless it says what a
    correction of that file says; a correction does not change the type of a fact.
    """
    base = base or definitions.Base()
    objets = [objet(ligne) for ligne in lignes]
    connues = {ident for ident, versions in base.versions.items()
               if versions[-1][1]["type"] == "personne"}
    connues |= {f.get("id") for f in objets if f and f.get("type") == "personne"
                and isinstance(f.get("id"), str)}
    contenus = {ident: [v for _, v in versions] for ident, versions in base.versions.items()}
    trouvees, saines = set(), []
    for numero, (ligne, f) in enumerate(zip(lignes, objets), 1):
        if f is None:
            trouvees.add((numero, None))
            continue
        mauvais = fautes_de_forme(f)
        if "type" not in mauvais:
            if [p for p in personnes_de(f) if p not in connues]:
                mauvais.add("personnes" if f["type"] == "evenement" else "personne")
        if not mauvais:
            saines.append((numero, *definitions.fait(ligne)))
        trouvees |= {(numero, champ) for champ in mauvais}
    return trouvees | fautes_d_identite(saines, contenus)


def fautes_d_identite(lignes, contenus):
    """Of sound lines, those whose id says another fact: plain ones first, then corrections."""
    trouvees = set()
    for _, f, corrige in lignes:
        if not corrige and not contenus.get(f["id"]):
            contenus[f["id"]] = [f]
    for numero, f, corrige in lignes:
        if corrige:
            versions = contenus.setdefault(f["id"], [])
            if versions and versions[-1]["type"] != f["type"]:
                trouvees.add((numero, "type"))
            else:
                versions.append(f)
    return trouvees | {(numero, "id") for numero, f, corrige in lignes
                       if not corrige and f not in contenus[f["id"]]}


def code_de_sortie(trouvees):
    return 2 if trouvees else 0
