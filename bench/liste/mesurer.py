"""Fills a portail with 5,000 fictitious dossiers of one desk, then measures its lists."""

import os
import pathlib
import re
import subprocess
import sys

RACINE = pathlib.Path(__file__).resolve().parents[2]
os.environ["GRAPPE_PORTAIL"] = os.environ["PORTAIL"]
sys.path[:0] = [str(RACINE / "tests/http"), str(RACINE / "bench")]
import peupler  # noqa: E402
from comptes import Atelier, Client  # noqa: E402

ADRESSES = ["/bureau", "/bureau?statut=depose", "/bureau?q=tilleuls&tri=essms",
            "/bureau?page=40", "/api/dossiers?guichet=75&statut=depose",
            "/api/dossiers?q=tilleuls+essms:>20&tri=subvention", "/api/dossiers?page=100"]


def processeur(pid):
    """Seconds of processor that a process has taken so far."""
    champs = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(champs[11]) + int(champs[12])) / os.sysconf("SC_CLK_TCK")


def mesurer(serveur, chemin, cookie, secondes):
    avant = processeur(serveur.processus.pid)
    fait = subprocess.run(["wrk", "-t1", "-c64", f"-d{secondes}s", "--latency",
                           "-H", f"Cookie: session={cookie}",
                           f"http://127.0.0.1:{serveur.port}{chemin}"],
                          capture_output=True, text=True, check=True).stdout
    pris = processeur(serveur.processus.pid) - avant
    p50, p99 = (re.search(rf" {centile}%\s+(\S+)", fait)[1] for centile in ("50", "99"))
    nombre = int(re.search(r"(\d+) requests in", fait)[1])
    debit = re.search(r"Requests/sec:\s+(\S+)", fait)[1]
    return (f"{chemin} : p50 {p50}, p99 {p99}, {debit} requêtes par seconde, "
            f"{1000 * pris / nombre:.2f} ms de processeur chacune"
            + ("" if "Non-2xx" not in fait else " ; ERREURS"))


atelier = Atelier()
atelier.demarrer()
base = peupler.Base(atelier.base)
ars = peupler.Personne(base, 1, "ars", "75")
peupler.deposer(base, ars.compte)
base.ecrire()
client = Client(atelier)
client.decrit = False  # rows written straight into the database: not as the program writes them
client.cookie = ars.jeton
for adresse in ADRESSES:
    assert client.lire(adresse).statut == 200, adresse
    print(mesurer(atelier.serveur, adresse, client.cookie, sys.argv[1]), flush=True)
atelier.fermer()
