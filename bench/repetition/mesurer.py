"""Fills a portail with deposited dossiers, then plays a change of rules on them."""

import csv
import gzip
import json
import os
import pathlib
import random
import re
import resource
import subprocess
import sys
import tempfile
import time

RACINE = pathlib.Path(__file__).resolve().parents[2]
os.environ["GRAPPE_PORTAIL"] = os.environ["PORTAIL"]
sys.path[:0] = [str(RACINE / "tests/http"), str(RACINE / "bench")]
import peupler  # noqa: E402
from comptes import PORTAIL, Atelier, Client  # noqa: E402

APPEL = (RACINE / "appels/NA-2024.toml").read_text()
CANDIDAT = APPEL.replace("usage = 7000", "usage = 7100").replace("metropole = 15", "metropole = 20")
PIECES = [f"DOC-{rang:02d}" for rang in range(1, 15)]


def etablissements():
    """Numbers of the shipped register in Nouvelle-Aquitaine whose category the programme funds."""
    trouves = []
    for fichier in sorted((RACINE / "donnees/finess").glob("etablissements-*.csv.gz")):
        with gzip.open(fichier, "rt", encoding="utf-8") as texte:
            trouves += [ligne["nofinesset"] for ligne in csv.DictReader(texte, delimiter=";")
                        if ligne["region"] == "75" and ligne["categetab"] in ("500", "183", "246", "460")]
    return trouves


def deposer(base, compte, nombre, regles):
    hasard, numeros, total = random.Random(1), etablissements(), 0
    for rang in range(nombre):
        dossier, fait = f"{rang:032x}", f"2024-03-{rang % 28 + 1:02d}T10:00:00Z"
        choisis = hasard.sample(numeros, hasard.randint(9, 39))
        total += len(choisis)
        contenu = {
            "nature": "nouveau", "porteur": {
                "raison_sociale": f"Association fictive {rang}", "siret": "99999900600011", "region": "75",
                "statut": "prive_non_lucratif", "recupere_tva": False, "commande_publique": False,
                "ght": False, "entite_nationale": False},
            "essms": [{"finess_et": finess, "regime": hasard.choice(["acquisition", "montee_de_version"]),
                       "financeurs": ["assurance_maladie"], "eligible_sons": True,
                       "contrat_editeur_signe_le": None} for finess in choisis],
            "solution": {"nom": "Logiciel fictif", "version": "1", "dsr": ["MS1"],
                         "referencee_le": "2023-03-01", "debut_parametrage_le": "2024-09-01"}}
        base.ajouter("dossier", "id, compte, appel, statut, version, cree_le, modifie_le, guichet",
                     (dossier, compte, "NA-2024", "depose", 1, fait, fait, "75"))
        base.ajouter("dossier_version", "dossier, version, contenu, ecrit_par, ecrit_le",
                     (dossier, 1, json.dumps(contenu, ensure_ascii=False), compte, fait))
        base.ajouter("depot", "dossier, rang, numero, version, depose_par, depose_le, niveau, financeur, "
                     "ferme_le, regles, subvention, empreinte, recepisse",
                     (dossier, 1, f"NA-2024-{rang:04X}-FICTIF", 1, compte, fait, "regional",
                      "ARS Nouvelle-Aquitaine", None, regles, 0, "-", "{}"))
        for piece in PIECES:
            base.ajouter("piece", "dossier, id, type, organisme, nom, format, sha256, taille, etat, "
                         "depose_par, depose_le, retire_le",
                         (dossier, piece, piece, None, "piece.pdf", "pdf", "0" * 64, 1, "disponible",
                          compte, fait, None))
            base.ajouter("depot_piece", "dossier, rang, piece", (dossier, 1, piece))
    return total


def mediane(durees):
    return sorted(durees)[len(durees) // 2]


nombre, tours = int(sys.argv[1]), int(sys.argv[2])
atelier = Atelier()
atelier.demarrer(registre=None)
base = peupler.Base(atelier.base)
national = peupler.Personne(base, 1, "national")
regles = re.search(r"sha256:[0-9a-f]{64}", subprocess.run(
    [PORTAIL, "appels", "verifier", str(RACINE / "appels/NA-2024.toml")], capture_output=True, text=True,
    check=True).stdout)[0]
essms = deposer(base, national.compte, nombre, regles)
base.ecrire()
client = Client(atelier)
client.cookie, client.csrf = national.jeton, national.csrf
durees = []
for _ in range(tours):
    debut = time.monotonic()
    lu = client.demander("POST", "/api/repetitions", {"texte": CANDIDAT})
    durees.append(time.monotonic() - debut)
    assert lu.statut == 200, lu.corps
bilan = lu.json["bilan"]
assert bilan["dossiers"] == nombre and not lu.json["illisibles"], bilan
print(f"{nombre} dossiers, {essms} establishments, {bilan['changes']} change, load {os.getloadavg()[0]:.1f}: "
      f"over HTTP, JSON of {len(lu.corps) / 1e6:.1f} MB included, {min(durees):.2f} s at best, "
      f"{mediane(durees):.2f} s median", flush=True)
with tempfile.NamedTemporaryFile("w", suffix=".toml") as fichier:
    fichier.write(CANDIDAT)
    fichier.flush()
    durees, processeur = [], []
    for _ in range(tours):
        avant, debut = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        fait = subprocess.run([PORTAIL, "appels", "repeter", fichier.name, "--json", *atelier.options],
                              stdout=subprocess.PIPE, check=True)
        durees.append(time.monotonic() - debut)
        apres = resource.getrusage(resource.RUSAGE_CHILDREN)
        processeur.append(apres.ru_utime + apres.ru_stime - avant.ru_utime - avant.ru_stime)
    assert json.loads(fait.stdout)["bilan"] == bilan
print(f"by the command, whole process: {min(durees):.2f} s at best, {mediane(durees):.2f} s median, "
      f"{min(processeur):.2f} s of processor at best, {mediane(processeur):.2f} s median")
atelier.fermer()
