"""What the measures of the teleservice share: people, sessions and 5,000 dossiers, written straight
into the database of a portail; SQLite or PostgreSQL."""

import hashlib
import random
import re
import secrets
import sqlite3
import subprocess
import time

STATUTS = ["depose", "en_instruction", "pieces_demandees", "recevable", "irrecevable"]
NOMS = ["Tilleuls", "Ormes", "Charmes", "Frênes", "Aulnes", "Saules", "Érables", "Bouleaux"]
COLONNES_FICHE = ("dossier, guichet, statut, appel, numero, porteur, recherche, siret, essms, subvention, "
                  "depose_le, change_le, instructeur, echeance, version")


def litteral(valeur):
    if valeur is None:
        return "NULL"
    return str(valeur) if isinstance(valeur, int) else "'" + valeur.replace("'", "''") + "'"


class Base:
    """Statements gathered, then run in one transaction."""

    def __init__(self, url):
        self.url, self.ordres = url, []

    def ajouter(self, table, colonnes, *lignes):
        for ligne in lignes:
            self.ordres.append(f"INSERT INTO {table} ({colonnes}) VALUES "
                               f"({', '.join(map(litteral, ligne))})")

    def ecrire(self):
        texte = "BEGIN;" + ";\n".join(self.ordres) + "; COMMIT;"
        self.ordres = []
        if self.url.startswith("sqlite:"):
            with sqlite3.connect(self.url.removeprefix("sqlite:")) as base:
                base.executescript(texte)
        else:
            subprocess.run(["psql", "-q", "-v", "ON_ERROR_STOP=1", self.url], input=texte, text=True,
                           check=True, stdout=subprocess.DEVNULL)


def instant(decalage=0):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + decalage))


class Personne:
    """An account with an open session, as if it had signed in."""

    def __init__(self, base, rang, role, region=None):
        self.compte, self.jeton = f"banc-{role}-{rang}", secrets.token_urlsafe(32)
        self.csrf = hashlib.sha256(f"csrf:{self.jeton}".encode()).hexdigest()
        courriel = f"{self.compte}@exemple.fr"
        base.ajouter("compte", "id, courriel, courriel_cle, nom, prenom, mot_de_passe, role, region, "
                     "cree_le, version", (self.compte, courriel, courriel, "Exemple", f"Camille {rang}",
                                          "", role, region, instant(), 1))
        base.ajouter("session_ouverte", "empreinte, id, compte, appareil, ouverte_le, vue_le, expire_le",
                     (hashlib.sha256(self.jeton.encode()).hexdigest(), secrets.token_hex(16),
                      self.compte, "banc", instant(), instant(), instant(12 * 3600)))


def deposer(base, compte, nombre=5000):
    """Rows of deposited dossiers of the desk 75, a third of them with nobody."""
    hasard = random.Random(1)
    for rang in range(nombre):
        nom = f"Association des {hasard.choice(NOMS)} {rang}"
        jour = f"2024-0{rang % 5 + 1}-{rang % 28 + 1:02d}"
        fait, numero = f"{jour}T10:00:00Z", f"NA-2024-{rang:04X}-FICTIF"
        statut, dossier = hasard.choice(STATUTS), f"{rang:032x}"
        plat = (nom + " " + numero).lower().replace("é", "e").replace("ê", "e")
        base.ajouter("dossier", "id, compte, appel, statut, version, cree_le, modifie_le, guichet",
                     (dossier, compte, "NA-2024", statut, 1, fait, fait, "75"))
        base.ajouter("fiche", COLONNES_FICHE,
                     (dossier, "75", statut, "NA-2024", numero, nom,
                      " " + " ".join(re.findall(r"\w+", plat)) + " ", "", hasard.randint(15, 60),
                      hasard.randint(10, 99) * 1_000_000, fait, fait, compte if rang % 3 else None,
                      None, 1))
    base.ordres.append("UPDATE fiche_version SET version = version + 1")
