"""Fills the database of a portail with fictitious signed agreements, their establishments and their signed usage
reports, as straight rows: python3 remplir.py BASE PROJETS ETABLISSEMENTS RAPPORTS."""

import csv
import gzip
import io
import pathlib
import random
import sqlite3
import subprocess
import sys

RACINE = pathlib.Path(__file__).resolve().parents[2]
INDICATEURS = ["dossiers_actifs", "projet_personnalise", "evenement_agenda", "mssante", "dmp"]
SECTEURS = ["PH"] * 48 + ["PA"] * 24 + ["DOM"] * 20 + ["PDE"] * 3 + ["PDS"] * 2 + ["AHI"] * 2 + ["PJM"]
JOURS = ["2023-12-31", "2024-03-31", "2024-06-30", "2024-09-30", "2024-11-30", "2024-12-31"]
LE = "2024-07-01T09:00:00Z"
ETATS = ["conventionne", "en_cours", "en_cours", "en_cours", "solde"]
AUTRES = [("depose", 90), ("recevable", 70), ("notifie", 35), ("irrecevable", 12), ("defavorable", 20)]


def du_registre(nombre, hasard):
    """(FINESS, region) of that many establishments of the shipped register, drawn."""
    fichier, = RACINE.glob("donnees/finess/etablissements-*.csv.gz")
    with gzip.open(fichier, "rt") as lu:
        tous = [(ligne["nofinesset"], ligne["region"]) for ligne in csv.DictReader(lu, delimiter=";")]
    return hasard.sample(tous, nombre)


class Lignes(dict):
    """Rows by table, in the order in which tables were named."""

    def ajouter(self, table, *ligne):
        self.setdefault(table, []).append(ligne)


def composer(projets, essms, rapports):
    hasard, lignes = random.Random(5), Lignes()
    for nom, role in [("porteur", "porteur"), ("agent", "ars")]:
        lignes.ajouter("compte", f"banc-{nom}", f"banc-{nom}@exemple.fr", f"banc-{nom}@exemple.fr", "", "", "", role,
                       "75" if role == "ars" else None, LE, None, 1)
    pris = du_registre(essms, hasard)
    # Numbers are drawn and then kept together by region, as projects are.
    pris.sort(key=lambda un: (un[1], hasard.random()))
    bornes = [round(rang * essms / projets) for rang in range(projets + 1)]
    numero = mouvement = 0
    for rang in range(projets):
        siens = pris[bornes[rang]:bornes[rang + 1]]
        dossier, convention, region = f"{rang:032x}", f"c{rang:031x}", siens[0][1]
        appel, statut = ["NA-2024", "KIT-2024", "IDF-2023"][rang % 3], ETATS[rang % len(ETATS)]
        montants = [hasard.choice([(7000, 14000), (5000, 0)]) for _ in siens]
        total = 100 * sum(map(sum, montants))
        lignes.ajouter("dossier", dossier, "banc-porteur", appel, statut, 1, LE, LE, region)
        lignes.ajouter("fiche", dossier, region, statut, appel, f"N-{rang}", "Association fictive", " ", "", len(siens),
                       total, LE, LE, None, None, 1)
        lignes.ajouter("convention", convention, dossier, 1, "", "ad_hoc", total // 2, None, "", 3, "banc-agent", LE)
        for place, ((finess, _), (usage, equipement)) in enumerate(zip(siens, montants), 1):
            lignes.ajouter("convention_ligne", convention, place, finess, hasard.choice(SECTEURS), None, 100 * usage,
                           100 * equipement, 0, 0, None)
        for partie, qui in [("porteur", "banc-porteur"), ("ars", "banc-agent")]:
            lignes.ajouter("convention_signature", convention, partie, "papier", "", qui, LE)
        if statut != "conventionne":
            for objet in ["avance", "solde"][:2 if statut == "solde" else 1]:
                lignes.ajouter("versement", f"{objet[0]}{rang:031x}", dossier, convention, objet, 1, total // 2, 0, None,
                               "", "banc-agent", LE)
                lignes.ajouter("versement_decision", f"{objet[0]}{rang:031x}", "valide", "banc-porteur", LE)
        personnes = [hasard.randint(2, 16) for _ in siens]
        for jour in (JOURS[:rapports] if rang % 4 == 0 else JOURS[-rapports:]):
            numero += 1
            rapport = f"r{numero:031x}"
            declare = rang % 25 == 24
            lignes.ajouter("usage_fichier", rapport, 2, "{}")
            lignes.ajouter("usage_rapport", rapport, numero, "banc-porteur", LE, "declare" if declare else "signe",
                           rapport, "", "2024-01-01", jour, None, "fenetre", 0, "", "", "",
                           "" if declare else "indicateurs-1", "plausibilite-1", "")
            for (finess, _), nombre in zip(siens, personnes):
                lignes.ajouter("usage_ligne", rapport, finess, dossier, 0)
                for indicateur in INDICATEURS:
                    lignes.ajouter("usage_mesure", rapport, finess, indicateur,
                                   nombre * (JOURS.index(jour) + 4) // 10, nombre)
    for statut, combien in AUTRES:
        for rang in range(max(1, combien * projets // 1500)):
            dossier, total = f"{statut}-{rang}", hasard.randint(20, 90) * 1_000_000
            lignes.ajouter("dossier", dossier, "banc-porteur", "NA-2024", statut, 1, LE, LE, "75")
            lignes.ajouter("fiche", dossier, "75", statut, "NA-2024", "", "", " ", "", 15, total, LE, LE, None, None, 1)
            if statut == "notifie":
                mouvement += 1
                lignes.ajouter("mouvement", mouvement, "reserver", "NA-2024", "75", "disponible", "NA-2024", "75",
                               "reserve", dossier, total, "", "banc-agent", LE)
    return lignes


def ecrire(base, lignes):
    if base.startswith("sqlite:"):
        with sqlite3.connect(base.removeprefix("sqlite:")) as ouverte:
            for table, rangees in lignes.items():
                ouverte.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rangees[0]))})", rangees)
            ouverte.execute("UPDATE fiche_version SET version = version + 1")
        return
    texte = io.StringIO()
    texte.write("BEGIN;\n")
    for table, rangees in lignes.items():
        texte.write(f"COPY {table} FROM STDIN;\n")
        for rangee in rangees:
            texte.write("\t".join("\\N" if valeur is None else str(valeur) for valeur in rangee) + "\n")
        texte.write("\\.\n")
    texte.write("UPDATE fiche_version SET version = version + 1;\nCOMMIT;\n")
    subprocess.run(["psql", "-q", "-v", "ON_ERROR_STOP=1", base], input=texte.getvalue(), text=True, check=True,
                   stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    ecrire(sys.argv[1], composer(*map(int, sys.argv[2:5])))
