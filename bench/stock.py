"""Deposited dossiers made of establishments of the shipped register, written straight into a base."""

import csv
import gzip
import json
import pathlib
import random
import re
import subprocess

RACINE = pathlib.Path(__file__).resolve().parents[1]
PIECES = [f"DOC-{rang:02d}" for rang in range(1, 15)]


def regles_de(portail):
    """The digest of the shipped call, as deposits name it."""
    dit = subprocess.run([portail, "appels", "verifier", str(RACINE / "appels/NA-2024.toml")],
                         capture_output=True, text=True, check=True)
    return re.search(r"sha256:[0-9a-f]{64}", dit.stdout)[0]


def etablissements():
    """Numbers of the shipped register in Nouvelle-Aquitaine whose category the programme funds."""
    trouves = []
    for fichier in sorted((RACINE / "donnees/finess").glob("etablissements-*.csv.gz")):
        with gzip.open(fichier, "rt", encoding="utf-8") as texte:
            trouves += [ligne["nofinesset"] for ligne in csv.DictReader(texte, delimiter=";")
                        if ligne["region"] == "75" and ligne["categetab"] in ("500", "183", "246", "460")]
    return trouves


def deposer(base, compte, nombre, regles, statut="depose"):
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
                     (dossier, compte, "NA-2024", statut, 1, fait, fait, "75"))
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
