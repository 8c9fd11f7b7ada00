"""Fills a portail with 5,000 fictitious dossiers of one desk, then measures its lists."""

import os
import pathlib
import random
import re
import sqlite3
import subprocess
import sys
import tempfile

RACINE = pathlib.Path(__file__).resolve().parents[2]
os.environ["GRAPPE_PORTAIL"] = os.environ["PORTAIL"]
sys.path.insert(0, str(RACINE / "tests/http"))
from comptes import Atelier, Client, code_totp  # noqa: E402

DOSSIERS = 5000
STATUTS = ["depose", "en_instruction", "pieces_demandees", "recevable", "irrecevable"]
NOMS = ["Tilleuls", "Ormes", "Charmes", "Frênes", "Aulnes", "Saules", "Érables", "Bouleaux"]
ADRESSES = ["/bureau", "/bureau?statut=depose", "/bureau?q=tilleuls&tri=essms",
            "/bureau?page=40", "/api/dossiers?guichet=75&statut=depose",
            "/api/dossiers?q=tilleuls+essms:>20&tri=subvention", "/api/dossiers?page=100"]


def remplir(chemin):
    hasard = random.Random(1)
    with sqlite3.connect(chemin) as base:
        compte = base.execute("SELECT id FROM compte LIMIT 1").fetchone()[0]
        for rang in range(DOSSIERS):
            nom = f"Association des {hasard.choice(NOMS)} {rang}"
            statut, jour = hasard.choice(STATUTS), f"2024-0{rang % 5 + 1}-{rang % 28 + 1:02d}"
            instant, numero = f"{jour}T10:00:00Z", f"NA-2024-{rang:04X}-FICTIF"
            base.execute("INSERT INTO dossier VALUES (?, ?, 'NA-2024', ?, 1, ?, ?, '75')",
                         (f"{rang:032x}", compte, statut, instant, instant))
            cherche = " " + " ".join(re.findall(r"\w+", nom.lower().replace("é", "e")
                                                .replace("ê", "e")) + re.findall(r"\w+", numero.lower())) + " "
            base.execute("INSERT INTO fiche VALUES (?, '75', ?, 'NA-2024', ?, ?, ?, '', ?, ?, ?, ?, "
                         "?, NULL)", (f"{rang:032x}", statut, numero, nom, cherche,
                                      hasard.randint(15, 60), hasard.randint(10, 99) * 1_000_000,
                                      instant, instant, compte if rang % 3 else None))


def mesurer(adresse, chemin, cookie, secondes):
    fait = subprocess.run(["wrk", "-t1", "-c64", f"-d{secondes}s", "--latency",
                           "-H", f"Cookie: session={cookie}", f"http://127.0.0.1:{adresse}{chemin}"],
                          capture_output=True, text=True, check=True).stdout
    p50, p99 = (re.search(rf"{centile}%\s+(\S+)", fait)[1] for centile in ("50", "99"))
    debit = re.search(r"Requests/sec:\s+(\S+)", fait)[1]
    return f"{chemin} : p50 {p50}, p99 {p99}, {debit} requêtes par seconde" + (
        "" if "Non-2xx" not in fait else " ; ERREURS")


atelier = Atelier()
atelier.demarrer()
secret = atelier.guichet("ars", "banc@exemple.fr", "75")
client = Client(atelier)
assert client.connecter("banc@exemple.fr", code=code_totp(secret)).statut == 201
remplir(atelier.chemin / "portail.sqlite")
for adresse in ADRESSES:
    assert client.lire(adresse).statut == 200, adresse
    print(mesurer(atelier.serveur.port, adresse, client.cookie, sys.argv[1]), flush=True)
atelier.fermer()
