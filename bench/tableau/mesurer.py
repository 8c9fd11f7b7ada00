"""Fills a portail with the whole programme, then measures its public figures: the first request, which reads all rows,
those that read what is held, at 64 connections, and those under which reports keep coming."""

import http.client
import os
import pathlib
import re
import subprocess
import sys
import threading
import time

RACINE = pathlib.Path(__file__).resolve().parents[2]
os.environ["GRAPPE_PORTAIL"] = os.environ["PORTAIL"]
sys.path[:0] = [str(RACINE / "tests/http"), str(RACINE / "bench/tableau")]
import remplir  # noqa: E402
from comptes import Atelier  # noqa: E402

PROJETS, ESSMS, RAPPORTS = 1500, 36500, 5


def demander(atelier, chemin):
    """Milliseconds, bytes."""
    debut = time.monotonic()
    connexion = http.client.HTTPConnection("127.0.0.1", atelier.serveur.port, timeout=120)
    connexion.request("GET", chemin)
    reponse = connexion.getresponse()
    corps = reponse.read()
    assert reponse.status == 200, (chemin, reponse.status)
    return 1000 * (time.monotonic() - debut), corps


def mesurer(atelier, chemin, secondes):
    fait = subprocess.run(["wrk", "-t1", "-c64", f"-d{secondes}s", "--latency",
                           f"http://127.0.0.1:{atelier.serveur.port}{chemin}"],
                          capture_output=True, text=True, check=True).stdout
    p50, p99 = (re.search(rf" {centile}%\s+(\S+)", fait)[1] for centile in ("50", "99"))
    debit = re.search(r"Requests/sec:\s+(\S+)", fait)[1]
    return f"p50 {p50}, p99 {p99}, {debit} requêtes par seconde" + (" ; ERREURS" if "Non-2xx" in fait else "")


def arriver(atelier, fini):
    """A dossier changes state twice a second: the rows of agreements are read again each time."""
    while not fini.wait(0.5):
        atelier.executer("UPDATE fiche_version SET version = version + 1")


atelier = Atelier(os.environ.get("BASE"))
atelier.demarrer(registre=None)
atelier.arreter()
debut = time.monotonic()
remplir.ecrire(atelier.base, remplir.composer(PROJETS, ESSMS, RAPPORTS))
print(f"{PROJETS} projets, {ESSMS} établissements, {RAPPORTS} rapports : remplis en {time.monotonic() - debut:.0f} s")
atelier.demarrer(registre=None)
duree, corps = demander(atelier, "/tableau")
print(f"première page, tout est lu : {duree:.0f} ms, {len(corps) // 1024} Kio")
for chemin in ("/tableau", "/tableau.csv", "/api/tableau"):
    print(f"{chemin} : {mesurer(atelier, chemin, sys.argv[1])}", flush=True)
fini = threading.Event()
fil = threading.Thread(target=arriver, args=(atelier, fini))
fil.start()
print(f"/tableau pendant que des dossiers changent : {mesurer(atelier, '/tableau', sys.argv[1])}", flush=True)
fini.set()
fil.join()
atelier.fermer()
