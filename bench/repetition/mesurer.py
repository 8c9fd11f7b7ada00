"""Fills a portail with deposited dossiers, then plays a change of rules on them."""

import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

RACINE = pathlib.Path(__file__).resolve().parents[2]
os.environ["GRAPPE_PORTAIL"] = os.environ["PORTAIL"]
sys.path[:0] = [str(RACINE / "tests/http"), str(RACINE / "bench")]
import peupler  # noqa: E402
import stock  # noqa: E402
from comptes import PORTAIL, Atelier, Client  # noqa: E402

APPEL = (RACINE / "appels/NA-2024.toml").read_text()
CANDIDAT = APPEL.replace("usage = 7000", "usage = 7100").replace("metropole = 15", "metropole = 20")


def mediane(durees):
    return sorted(durees)[len(durees) // 2]


nombre, tours = int(sys.argv[1]), int(sys.argv[2])
atelier = Atelier()
atelier.demarrer(registre=None)
base = peupler.Base(atelier.base)
national = peupler.Personne(base, 1, "national")
essms = stock.deposer(base, national.compte, nombre, stock.regles_de(PORTAIL))
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
