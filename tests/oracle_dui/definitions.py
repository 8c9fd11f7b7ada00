"""The usage indicators read a second time, slowly and plainly, from the contract alone.

`Base` receives import files, each known from its own instant; `indicateurs` answers the object that
`grappe-dui indicateurs --json` prints. Nothing here comes from the program.
"""
import calendar
import datetime
import json
import zoneinfo

PARIS = zoneinfo.ZoneInfo("Europe/Paris")
DENOMINATEURS = ("fenetre", "file_active", "presents")
CIBLES = {"dossiers_actifs": 90, "projet_personnalise": 90, "evenement_agenda": 90,
          "mssante": 70, "dmp": 70}
COMPTES = {"eprescription": "import_eprescription", "eparcours": "echange_eparcours"}
DEFAUTS = {"sejour": {"projet_possible": True}, "modification": {"automatique": False},
           "envoi_mss": {"echec": False}}


class EtablissementInconnu(Exception):
    """An asked FINESS ET that no known line names: exit 2."""


# ---------------------------------------------------------------------------------- times

def jour(texte):
    return datetime.date.fromisoformat(texte)


def instant(texte):
    """Always UTC, to the second: "2024-08-01T10:00:00Z"."""
    naif = datetime.datetime.strptime(texte, "%Y-%m-%dT%H:%M:%SZ")
    return naif.replace(tzinfo=datetime.timezone.utc)


def minuit(jour_):
    """00:00 Europe/Paris of a day, as an instant. The clocks never change at midnight there."""
    civil = datetime.datetime(jour_.year, jour_.month, jour_.day, tzinfo=PARIS)
    return civil.astimezone(datetime.timezone.utc)


def trois_mois_avant(d):
    annee, mois = (d.year, d.month - 3) if d.month > 3 else (d.year - 1, d.month + 9)
    return datetime.date(annee, mois, min(d.day, calendar.monthrange(annee, mois)[1]))


class Fenetre:
    """W(d): from d minus three calendar months, included, to d, excluded."""

    def __init__(self, d):
        self.d = d
        self.premier = trois_mois_avant(d)
        self.dernier = d - datetime.timedelta(days=1)
        self.debut = minuit(self.premier)
        self.fin = minuit(d)

    def contient(self, t):
        return self.debut <= t < self.fin


# ---------------------------------------------------------------------------------- the base

def fait(ligne):
    """One line as an object: null is absent, defaults written, texts of time made times.

    Reading: `corrige` says how the line enters the base, so it is no part of the content; a
    default left out and the same default written are one content.
    """
    f = {nom: valeur for nom, valeur in json.loads(ligne).items() if valeur is not None}
    corrige = f.pop("corrige", False)
    f = {**DEFAUTS.get(f["type"], {}), **f}
    for nom in ("entree", "sortie", "du", "au"):
        if nom in f:
            f[nom] = jour(f[nom])
    for nom in ("le", "debut", "fin"):
        if nom in f:
            f[nom] = instant(f[nom])
    return f, corrige


class Base:
    """Every version of every fact, each with the instant of its import."""

    def __init__(self):
        self.versions = {}       # id -> [(instant, fact)], oldest first

    def importer(self, quand, lignes):
        """A sound file (fautes.py judges files). Lines come in any order: those that correct
        nothing enter first, then the corrections in the order of the file.

        Reading: without `corrige`, a line equal to any version, of the file too, changes nothing
        (an old file sent again is harmless); with `corrige`, only if equal to the last version.
        """
        lus = [fait(ligne) for ligne in lignes]
        for f, corrige in lus:
            if not corrige and not self.versions.get(f["id"]):
                self.versions[f["id"]] = [(quand, f)]
        for f, corrige in lus:
            connues = self.versions.setdefault(f["id"], [])
            if corrige and not (connues and connues[-1][1] == f):
                connues.append((quand, f))
        for f, corrige in lus:
            if not corrige and f not in [version for _, version in self.versions[f["id"]]]:
                raise ValueError("same id, other content: " + str(f))

    def faits_connus(self, connu_le):
        """Of each id, the last version recorded by that instant (included)."""
        faits = []
        for versions in self.versions.values():
            connues = [f for quand, f in versions if connu_le is None or quand <= connu_le]
            if connues:
                faits.append(connues[-1])
        return faits

    def etablissements(self, connu_le):
        """Those that any line recorded by then names, even in a version corrected since."""
        return sorted({f["finess_et"] for versions in self.versions.values()
                       for quand, f in versions if connu_le is None or quand <= connu_le})


# ---------------------------------------------------------------------------------- definitions

def chevauche(sejour, w):
    """`entree < d` and (`sortie` absent or `sortie >= first day`)."""
    return sejour["entree"] < w.d and ("sortie" not in sejour or sejour["sortie"] >= w.premier)


def present(sejour, x):
    """`entree <= x` and (`sortie` absent or `sortie > x`)."""
    return sejour["entree"] <= x and ("sortie" not in sejour or sejour["sortie"] > x)


def sorti_dans_l_annee(sejour, d):
    """A definitive exit of d's year up to d, d included, whatever the modality."""
    return "sortie" in sejour and datetime.date(d.year, 1, 1) <= sejour["sortie"] <= d


def evenement_dans(evenement, w):
    """It begins before the window's end and ends at or after its start."""
    return evenement["debut"] < w.fin and evenement["fin"] >= w.debut


def projet_en_vigueur(projet, x):
    return projet["du"] <= x and ("au" not in projet or projet["au"] >= x)


def personnes_du_denominateur(sejours, w, denominateur):
    if denominateur == "fenetre":
        return {s["personne"] for s in sejours if chevauche(s, w)}
    if denominateur == "presents":
        return {s["personne"] for s in sejours if present(s, w.d)}
    # file_active: d is never after 31/12 of its own year, so "at d if earlier" is always d
    return {s["personne"] for s in sejours if present(s, w.d) or sorti_dans_l_annee(s, w.d)}


def comptes(faits, w, denominateur):
    """{code: (numerator, denominator)} of one establishment, from its own facts only."""
    def de(type_):
        return [f for f in faits if f["type"] == type_]

    sejours = de("sejour")
    accompagnes = personnes_du_denominateur(sejours, w, denominateur)
    en_sejour = {s["personne"] for s in sejours if chevauche(s, w)}
    mis_a_jour = {m["personne"] for m in de("modification")
                  if w.contient(m["le"]) and not m["automatique"]}
    # Letter of the contract: the numerator is limited to the denominator for `presents` only, so
    # with `file_active` somebody who left in December counts above and not below in January.
    actifs = en_sejour & mis_a_jour
    if denominateur == "presents":
        actifs &= accompagnes

    avec_projet = {p["personne"] for p in de("projet")
                   if p["statut"] in ("ENPREPARATION", "ENCOURS")
                   and projet_en_vigueur(p, w.dernier)}
    avec_evenement = {personne for e in de("evenement")
                      if e["statut"] != "ANNULE" and evenement_dans(e, w)
                      for personne in e["personnes"]}
    # "at least one stay there, of any date": not the one of the window, past or future
    projet_possible = accompagnes & {s["personne"] for s in sejours if s["projet_possible"]}
    messages = [m for m in de("envoi_mss") if w.contient(m["le"]) and not m["echec"]]
    alimentes = {a["personne"] for a in de("alimentation_dmp")
                 if w.contient(a["le"]) and a["issue"] == "acceptee"}

    reponse = {"dossiers_actifs": (len(actifs), len(accompagnes)),
               "projet_personnalise": (len(actifs & avec_projet), len(actifs)),
               "evenement_agenda": (len(actifs & avec_evenement), len(actifs)),
               "mssante": (len(messages), len(projet_possible)),
               "dmp": (len(alimentes), len(projet_possible))}
    for code, type_ in COMPTES.items():
        # "since the first line": every one before the window's end, d excluded as for W
        reponse[code] = (len([f for f in de(type_) if w.contient(f["le"])]),
                         len([f for f in de(type_) if f["le"] < w.fin]))
    return reponse


# ---------------------------------------------------------------------------------- the answer

def taux(numerateur, denominateur):
    """A percentage with two decimals, rounded half up; None when there is nothing to divide by."""
    if denominateur == 0:
        return None
    centiemes = (2 * 10000 * numerateur + denominateur) // (2 * denominateur)
    return f"{centiemes // 100}.{centiemes % 100:02d}"


def en_json(comptes_):
    reponse = {}
    for code, (haut, bas) in comptes_.items():
        if code in COMPTES:
            reponse[code] = {"numerateur": haut, "depuis_le_debut": bas, "denominateur": None,
                             "taux": None, "cible": None, "atteinte": None}
        else:
            cible = CIBLES[code]
            reponse[code] = {"numerateur": haut, "denominateur": bas, "taux": taux(haut, bas),
                             "cible": str(cible),
                             "atteinte": 100 * haut >= cible * bas if bas else None}
    return reponse


def somme(plusieurs):
    codes = [*CIBLES, *COMPTES]
    return {code: tuple(sum(c[code][i] for c in plusieurs) for i in (0, 1)) for code in codes}


def indicateurs(base, au, connu_le=None, finess=None, denominateur="fenetre"):
    """`au` a date, `connu_le` an instant or None (now), `finess` a list or None (all)."""
    w = Fenetre(au)
    connus = base.etablissements(connu_le)
    for demande in finess or []:
        # Reading: an establishment not yet named at `connu_le` is unknown, as it was then.
        if demande not in connus:
            raise EtablissementInconnu(demande)
    listes = sorted(set(finess)) if finess else connus

    par_etablissement = {et: [] for et in connus}
    for f in base.faits_connus(connu_le):
        par_etablissement[f["finess_et"]].append(f)
    mesures = {et: comptes(par_etablissement[et], w, denominateur) for et in listes}
    return {"au": au.isoformat(), "du": w.premier.isoformat(), "denominateur": denominateur,
            "etablissements": [{"finess_et": et, "indicateurs": en_json(mesures[et])}
                               for et in listes],
            "total": {"indicateurs": en_json(somme(mesures.values()))}}
