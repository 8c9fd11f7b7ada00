"""Readable cases: text files in French, read into import files, questions and expected answers.

    cas Une sortie le jour même
    source contrat, « present at x »
    importé le 2024-09-01T00:00:00Z
    séjour       Anna A  2024-01-01 2024-09-30 permanent
    modification Anna A  2024-08-01T10:00:00Z
    question au 2024-09-30 dénominateur presents
    A dossiers_actifs 0/0 non mesurable
    total dossiers_actifs 0/0 non mesurable

`A`, `B`… stand for establishments, `Anna` or `P1..P999` for persons, who each get a line. A fact
may be named (`#s1` last on its line) and corrected (`corrige #s1` before its line).
"""
import json
import pathlib
import re

import definitions
import fautes
import histoires

DOSSIER = pathlib.Path(__file__).with_name("cas")
MOTS = {"séjour": "sejour", "modification": "modification", "projet": "projet",
        "événement": "evenement", "message": "envoi_mss", "dmp": "alimentation_dmp",
        "eprescription": "import_eprescription", "eparcours": "echange_eparcours"}
PAR_DEFAUT = definitions.instant("2024-12-01T00:00:00Z")


class Cas:
    def __init__(self, fichier, titre):
        self.fichier, self.titre, self.source = fichier, titre, ""
        self.imports = []            # [(instant, lines)]
        self.questions = []          # [{au, connu_le, denominateur, finess, attendu}]
        self.dites = set()           # persons that have their line
        self.compteur = 0

    def __str__(self):
        return f"{self.fichier}: {self.titre}"

    def ajouter(self, objet):
        if not self.imports:
            self.imports.append((PAR_DEFAUT, []))
        self.imports[-1][1].append(json.dumps(objet, ensure_ascii=False))

    def nouvel_id(self):
        self.compteur += 1
        return f"f{self.compteur}"


def etablissement(lettre):
    return histoires.finess_fictif(90000 + ord(lettre) - ord("A"))


def plusieurs(mot):
    """`Anna`, `Anna,Bob` or `P1..P999`."""
    suite = re.fullmatch(r"(\w+?)(\d+)\.\.\1(\d+)", mot)
    if suite:
        return [f"{suite[1]}{n}" for n in range(int(suite[2]), int(suite[3]) + 1)]
    return mot.split(",")


def retirer(mots, mot):
    if mot in mots:
        mots.remove(mot)
        return True
    return False


def de_sejour(mots):
    impossible = retirer(mots, "sans-projet-possible")
    modalite = mots.pop() if not mots[-1][0].isdigit() else "permanent"
    objet = {"entree": mots[0], "modalite": modalite}
    if len(mots) > 1:
        objet["sortie"] = mots[1]
    return objet | ({"projet_possible": False} if impossible else {})


def de_modification(mots):
    automatique = retirer(mots, "automatique")
    return {"le": mots[0], "auteur": "a.martin"} | ({"automatique": True} if automatique else {})


def de_projet(mots):
    return {"statut": mots[0], "du": mots[1]} | ({"au": mots[2]} if len(mots) > 2 else {})


def de_evenement(mots):
    return {"debut": mots[0], "fin": mots[1], "statut": mots[2] if len(mots) > 2 else "REALISE"}


def de_envoi_mss(mots):
    echec = retirer(mots, "échec")
    return ({"le": mots[0], "destinataires": int(mots[1]) if len(mots) > 1 else 1}
            | ({"echec": True} if echec else {}))


def de_alimentation_dmp(mots):
    return {"le": mots[0], "document": "doc",
            "issue": "rejetee" if "rejetée" in mots else "acceptee"}


def de_import_eprescription(mots):
    return {"le": mots[0]}


de_echange_eparcours = de_import_eprescription


def lire_fait(cas, mots):
    corrige = mots.pop(1) if mots[0] == "corrige" else None
    mots = mots[1:] if corrige else mots
    nom = mots.pop() if mots[-1].startswith("#") else None
    type_, qui, ou = MOTS[mots[0]], mots[1], etablissement(mots[2])
    corps = globals()["de_" + type_](mots[3:])
    personnes = [] if qui == "-" else plusieurs(qui)
    for p in personnes:
        if p not in cas.dites:
            cas.dites.add(p)
            cas.ajouter({"type": "personne", "id": p, "finess_et": ou, "nom_naissance": "CAS",
                         "prenoms": [p], "date_naissance": "1950-01-01", "sexe": "I",
                         "lieu_naissance": "99100", "statut_identite": "provisoire"})
    tetes = [{"personnes": personnes}] if type_ == "evenement" else (
        [{"personne": p} for p in personnes] or [{}])
    for tete in tetes:
        objet = {"type": type_, "id": corrige or nom or cas.nouvel_id(), "finess_et": ou, **tete}
        cas.ajouter(objet | corps | ({"corrige": True} if corrige else {}))


def lire_question(mots):
    """`question au DAY [connu le INSTANT] [dénominateur NAME] [pour A,B]`"""
    q = {"au": None, "connu_le": None, "denominateur": "fenetre", "finess": None, "attendu": []}
    while mots:
        mot = mots.pop(0)
        if mot == "au":
            q["au"] = definitions.jour(mots.pop(0))
        elif mot == "connu":
            assert mots.pop(0) == "le"
            q["connu_le"] = definitions.instant(mots.pop(0))
        elif mot == "dénominateur":
            q["denominateur"] = mots.pop(0)
        elif mot == "pour":
            q["finess"] = [etablissement(l) for l in mots.pop(0).split(",")]
        else:
            raise ValueError(f"question: {mot}")
    return q


def lire_attendu(mots):
    """`A dmp 1/2 50.00 manquée`, `A eprescription 2 depuis le début 5`, `seuls A B`."""
    if mots[0] == "seuls":
        return ("seuls", [etablissement(l) for l in mots[1:]])
    ou = "total" if mots[0] == "total" else etablissement(mots[0])
    if mots[1] in definitions.COMPTES:
        return (ou, mots[1], {"numerateur": int(mots[2]), "depuis_le_debut": int(mots[-1])})
    haut, bas = map(int, mots[2].split("/"))
    suite = mots[3:]
    champs = {"numerateur": haut, "denominateur": bas}
    if suite == ["non", "mesurable"]:
        return (ou, mots[1], champs | {"taux": None, "atteinte": None})
    if suite:
        champs["taux"] = suite[0]
    if len(suite) > 1:
        champs["atteinte"] = {"atteinte": True, "manquée": False}[suite[1]]
    return (ou, mots[1], champs)


def lire(chemin):
    tous = []
    for numero, ligne in enumerate(chemin.read_text(encoding="utf-8").splitlines(), 1):
        ligne = ligne.split("//")[0].strip()
        mots = ligne.split()
        if not mots:
            continue
        try:
            if mots[0] == "cas":
                tous.append(Cas(chemin.name, ligne[4:]))
            elif mots[0] == "source":
                tous[-1].source = ligne[7:]
            elif mots[:2] == ["importé", "le"]:
                tous[-1].imports.append((definitions.instant(mots[2]), []))
            elif mots[0] == "question":
                tous[-1].questions.append(lire_question(mots[1:]))
            elif mots[0] in MOTS or mots[0] == "corrige":
                lire_fait(tous[-1], mots)
            else:
                tous[-1].questions[-1]["attendu"].append(lire_attendu(mots))
        except (LookupError, ValueError, AssertionError) as erreur:
            raise SystemExit(f"{chemin.name}:{numero}: {ligne}: {erreur!r}") from erreur
    return tous


def tous():
    return [c for chemin in sorted(DOSSIER.glob("*.txt")) for c in lire(chemin)]


def base_de(cas):
    base = definitions.Base()
    for quand, lignes in cas.imports:
        trouvees = fautes.fautes(lignes, base)
        assert not trouvees, f"{cas}: {trouvees}"
        base.importer(quand, lignes)
    return base


def ecarts(reponse, attendu):
    """What an answer of `indicateurs --json` says otherwise than the case."""
    lus = {e["finess_et"]: e["indicateurs"] for e in reponse["etablissements"]}
    lus["total"] = reponse["total"]["indicateurs"]
    trouves = []
    for ligne in attendu:
        if ligne[0] == "seuls":
            listes = [e["finess_et"] for e in reponse["etablissements"]]
            if listes != sorted(ligne[1]):
                trouves.append(f"listés : {listes}")
            continue
        ou, code, champs = ligne
        lu = lus.get(ou, {}).get(code, {})
        for nom, valeur in champs.items():
            if lu.get(nom) != valeur:
                trouves.append(f"{ou} {code} {nom} : {lu.get(nom)} au lieu de {valeur}")
    return trouves
