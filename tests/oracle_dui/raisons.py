"""Who counts, who does not and why, read a second time from the contract alone; the forecast too.

    GRAPPE_DUI=PATH python3 raisons.py [--nombre 200] [--graine 1] [--base postgresql://…] [--lot 20]

Each answer of `grappe-dui expliquer --json` is compared on random histories, several days, moments
and readings. Exit 1 and the first difference where they differ.
"""
import argparse
import datetime
import fractions
import json
import os
import random
import sys

import definitions
import histoires
import programme
from definitions import CIBLES, PARIS

ORDRE = ["sans_sejour", "sejour_hors_fenetre", "absent_au_jour", "modification_auto",
         "modification_hors", "sans_modification", "projet_en_pause", "projet_termine",
         "projet_a_venir", "projet_echu", "projet_absent", "evenement_annule",
         "evenement_hors_fenetre", "evenement_absent", "envoi_en_echec", "envoi_hors_fenetre",
         "envoi_absent", "dmp_rejete", "dmp_hors_fenetre", "dmp_absent"]
UN_JOUR = datetime.timedelta(days=1)


def a_paris(instant):
    return instant.astimezone(PARIS).date()


def le_plus_proche(jours, w):
    """Of the window; of two as near, the later."""
    def loin(jour):
        if jour < w.premier:
            return w.premier - jour
        return jour - w.dernier if jour >= w.d else datetime.timedelta(0)
    return min(jours, key=lambda jour: (loin(jour), -jour.toordinal()))


def obstacle(faits, juger, jour, aucun, w):
    """[[reason, day]…] of the facts of one kind; None where one of them counts."""
    jours = {}
    for fait in faits:
        motif = juger(fait)
        if motif is None:
            return None
        if motif != aucun:
            jours.setdefault(motif, []).append(jour(fait))
    return [[motif, le_plus_proche(jours[motif], w).isoformat()]
            for motif in ORDRE if motif in jours] or [[aucun, None]]


def du_sejour(sejours, bon, motif, w):
    return obstacle(sejours, lambda s: None if bon(s) else motif,
                    lambda s: s["sortie"] if s.get("sortie", w.d + UN_JOUR) <= w.d else s["entree"],
                    "sans_sejour", w)


def de_la_mise_a_jour(faits, w):
    def juger(m):
        if w.contient(m["le"]):
            return "modification_auto" if m["automatique"] else None
        return "sans_modification" if m["automatique"] else "modification_hors"
    return obstacle(faits, juger, lambda m: a_paris(m["le"]), "sans_modification", w)


def du_projet(faits, w):
    def juger(p):
        if p["du"] > w.dernier:
            return "projet_a_venir"
        if "au" in p and p["au"] < w.dernier:
            return "projet_echu"
        return {"ENPAUSE": "projet_en_pause", "TERMINE": "projet_termine"}.get(p["statut"])
    return obstacle(faits, juger, lambda p: p["au"] if juger(p) == "projet_echu" else p["du"],
                    "projet_absent", w)


def de_l_evenement(faits, w):
    def juger(e):
        if not definitions.evenement_dans(e, w):
            return "evenement_hors_fenetre"
        return "evenement_annule" if e["statut"] == "ANNULE" else None
    return obstacle(faits, juger, lambda e: a_paris(e["fin"] if e["fin"] < w.debut else e["debut"]),
                    "evenement_absent", w)


def dans_la_periode(faits, echoue, mot, echec, w):
    def juger(f):
        if not w.contient(f["le"]):
            return f"{mot}_hors_fenetre"
        return echec if echoue(f) else None
    return obstacle(faits, juger, lambda f: a_paris(f["le"]), f"{mot}_absent", w)


def dossier(faits, w, lecture):
    """{code: [place, what it adds, obstacles]} of one person at one establishment."""
    def de(type_):
        return [f for f in faits if f["type"] == type_]
    sejours, envois = de("sejour"), de("envoi_mss")
    present = any(definitions.present(s, w.d) for s in sejours)
    actif = [du_sejour(sejours, lambda s: definitions.chevauche(s, w), "sejour_hors_fenetre", w)]
    if lecture == "presents" and sejours:
        actif.append(du_sejour(sejours, lambda s: definitions.present(s, w.d), "absent_au_jour", w))
    actif.append(de_la_mise_a_jour(de("modification"), w))
    envoi = dans_la_periode(envois, lambda f: f["echec"], "envoi", "envoi_en_echec", w)
    dmp = dans_la_periode(de("alimentation_dmp"), lambda f: f["issue"] == "rejetee", "dmp",
                          "dmp_rejete", w)
    accompagnee = {"fenetre": actif[0] is None, "presents": present,
                   "file_active": present or any(definitions.sorti_dans_l_annee(s, w.d)
                                                 for s in sejours)}[lecture]
    eligible = accompagnee and any(s["projet_possible"] for s in sejours)
    est_actif = not any(actif)
    remis = sum(1 for f in envois if w.contient(f["le"]) and not f["echec"])
    parts = {"dossiers_actifs": (actif, accompagnee),
             "projet_personnalise": (actif + [du_projet(de("projet"), w)], est_actif),
             "evenement_agenda": (actif + [de_l_evenement(de("evenement"), w)], est_actif),
             "mssante": ([envoi], eligible), "dmp": ([dmp], eligible)}
    reponse = {}
    for code, (obstacles, en_bas) in parts.items():
        manque = [o for o in obstacles if o]
        apport = remis if code == "mssante" else int(not manque)
        reponse[code] = ["compte" if apport else "manque" if en_bas else "hors", apport, manque]
    return reponse


def sans_personne(envois, w):
    remis = sum(1 for f in envois if w.contient(f["le"]) and not f["echec"])
    return {code: ["compte" if remis and code == "mssante" else "hors",
                   remis if code == "mssante" else 0, []] for code in CIBLES}


def prevision(points, cible):
    """Day after day, until the line is there; slopes as exact fractions."""
    jour, haut, bas = points[-1]
    if not bas:
        return ["non_mesurable", None, None, None]
    atteinte = 100 * haut >= cible * bas
    suite = []
    for point in reversed(points):
        if not point[2]:
            break
        suite.insert(0, point)
    while len(suite) > 1 and suite[0][1] == 0 and suite[1][1] == 0 and any(p[1] for p in suite):
        suite.pop(0)
    if len(suite) < 6:
        return ["atteinte" if atteinte else "pas_assez_de_recul", None, None, None]
    pentes = sorted((fractions.Fraction(b[1], b[2]) - fractions.Fraction(a[1], a[2]))
                    / (b[0] - a[0]).days for n, a in enumerate(suite) for b in suite[n + 1:])
    bord, but = len(pentes) // 10, fractions.Fraction(cible, 100)
    mediane, basse, haute = pentes[(len(pentes) - 1) // 2], pentes[bord], pentes[-1 - bord]

    def premier(pente):
        for n in range(1, 731):
            valeur = fractions.Fraction(haut, bas) + n * pente
            if (valeur < but) if atteinte else (valeur >= but):
                return (jour + n * UN_JOUR).isoformat()
        return None
    if atteinte:
        perdue = premier(mediane) if mediane < 0 else None
        if not perdue:
            return ["atteinte", None, None, None]
        return ["menacee", perdue, premier(basse), premier(haute)]
    le, tot, tard = premier(mediane), premier(haute), premier(basse)
    return ["prevue" if le else "lointaine" if mediane > 0 else "pas_a_ce_rythme", le, tot, tard]


def attendu(base, au, connu_le, finess, lecture):
    ici = [f for f in base.faits_connus(connu_le) if f["finess_et"] == finess]
    w, dernier = definitions.Fenetre(au), min(au, a_paris(connu_le or histoires.APRES))
    personnes = {}
    for f in ici:
        for personne in ([f["id"]] if f["type"] == "personne" else f["personnes"]
                         if f["type"] == "evenement" else [f.get("personne")]):
            personnes.setdefault(personne, []).append(f)
    dossiers = {personne: dossier(faits, w, lecture) if personne else sans_personne(faits, w)
                for personne, faits in personnes.items()}
    semaines = [dernier - 7 * n * UN_JOUR for n in range(12, -1, -1)]
    comptes = [definitions.comptes(ici, definitions.Fenetre(d), lecture) for d in semaines]
    mesures = definitions.comptes(ici, w, lecture)
    reponse = {}
    for code, cible in CIBLES.items():
        haut, bas = mesures[code]
        manquants = max(0, -((100 * haut - cible * bas) // 100)) if bas else None
        reponse[code] = {"mesure": [haut, bas], "manquants": manquants,
                         "prevision": prevision([(d, *c[code]) for d, c in zip(semaines, comptes)],
                                                cible),
                         "dossiers": {p: dits[code] for p, dits in dossiers.items()}}
    return reponse


def dit_par_le_programme(base, au, connu_le, finess, lecture):
    arguments = ["expliquer", "--json", "--base", base.url, "--donnees", str(base.dossier), "--au",
                 au.isoformat(), "--finess", finess, "--denominateur", lecture, "--horloge",
                 histoires.texte(histoires.APRES)]
    fini = base.programme.lancer(*arguments,
                                 *(["--connu-le", histoires.texte(connu_le)] if connu_le else []))
    if fini.returncode != 0:
        return f"code {fini.returncode}: {fini.stderr}"
    reponse = {}
    for code, un in json.loads(fini.stdout)["indicateurs"].items():
        if code not in CIBLES:
            continue
        dossiers = {d["personne"]: [d["place"], d["apport"],
                                    [[[r["motif"], r["jour"]] for r in o] for o in d["obstacles"]]]
                    for d in un["dossiers"]}
        p = un["prevision"]
        reponse[code] = {"mesure": [un["mesure"]["numerateur"], un["mesure"]["denominateur"]],
                         "manquants": un["manquants"], "dossiers": dossiers,
                         "prevision": [p["issue"], p["jour"], p["au_plus_tot"], p["au_plus_tard"]]}
    return reponse


def premier_ecart(notre, leur):
    if not isinstance(leur, dict):
        return leur
    for code in CIBLES:
        for membre in notre[code]:
            a, b = notre[code][membre], leur[code][membre]
            if a != b and isinstance(a, dict):
                return code, {p: (a.get(p), b.get(p)) for p in {*a, *b} if a.get(p) != b.get(p)}
            if a != b:
                return code, membre, a, b
    return None


def comparer_lot(prog, graine, numero, taille):
    """(how many questions, the first difference or None)."""
    lot, ensemble = histoires.lot(graine, numero, taille)
    hasard, notre, demandes = random.Random(f"raisons/{graine}/{numero}"), definitions.Base(), 0
    with prog.base() as base:
        for quand, lignes in zip(histoires.IMPORTS, histoires.fichiers_reunis(ensemble)):
            notre.importer(quand, lignes)
            fini = base.importer(quand, lignes)
            if fini.returncode != 0:
                return demandes, fini.stderr
        for finess in notre.etablissements(None):
            question = (hasard.choice(lot.jours), hasard.choice([None, None, *histoires.IMPORTS]),
                        finess, hasard.choice(definitions.DENOMINATEURS))
            if finess not in notre.etablissements(question[1]):
                continue
            demandes += 1
            ecart = premier_ecart(attendu(notre, *question), dit_par_le_programme(base, *question))
            if ecart:
                return demandes, (question, ecart)
    return demandes, None


def main():
    lecteur = argparse.ArgumentParser(description=__doc__)
    lecteur.add_argument("--nombre", type=int, default=200)
    lecteur.add_argument("--graine", type=int, default=1)
    lecteur.add_argument("--lot", type=int, default=20)
    lecteur.add_argument("--base")
    options = lecteur.parse_args()
    prog, demandes = programme.Programme(os.environ["GRAPPE_DUI"], options.base), 0
    for numero in range(-(-options.nombre // options.lot)):
        combien, ecart = comparer_lot(prog, options.graine, numero, options.lot)
        demandes += combien
        if ecart:
            print(f"seed {options.graine}, lot {numero}: {ecart}")
            return 1
    print(f"{options.nombre} histories, {demandes} explanations: equal")
    return 0 if demandes else 1


if __name__ == "__main__":
    sys.exit(main())
