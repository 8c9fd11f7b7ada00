"""Receivable dossiers before a committee, then its readings: the view, the page, what would be published."""

import os
import pathlib
import sys
import time

RACINE = pathlib.Path(__file__).resolve().parents[2]
os.environ["GRAPPE_PORTAIL"] = os.environ["PORTAIL"]
sys.path[:0] = [str(RACINE / "tests/http"), str(RACINE / "bench")]
import description  # noqa: E402
import peupler  # noqa: E402
import stock  # noqa: E402
from comptes import PORTAIL, Atelier, Client  # noqa: E402

description.confronter = lambda *ignores: None  # the answers of the suites are compared with the contract
nombre, tours = int(sys.argv[1]), int(sys.argv[2])
atelier = Atelier()
atelier.demarrer("--horloge", "2024-06-04T10:00:00Z", registre=None)
base = peupler.Base(atelier.base)
agent = peupler.Personne(base, 1, "ars", "75")
stock.deposer(base, agent.compte, nombre, stock.regles_de(PORTAIL), "recevable")
base.ecrire()
client = Client(atelier)
client.cookie, client.csrf = agent.jeton, agent.csrf
cree = client.poster("/api/comites", appel="NA-2024", fenetre="1", tenu_le="2024-06-04", enveloppe="6909033.00")
assert cree.statut == 201, cree.corps
comite = "/comites/" + cree.json["id"]


def processeur():
    """Seconds that the server has taken."""
    champs = pathlib.Path(f"/proc/{atelier.serveur.processus.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(champs[11]) + int(champs[12])) / os.sysconf("SC_CLK_TCK")


print(f"{nombre} dossiers, load {os.getloadavg()[0]:.1f}", flush=True)
for nom, adresse, entetes in (("API", "/api" + comite, {}), ("page", "/bureau" + comite, {"Accept": "text/html"}),
                              ("before publication", f"/api{comite}/notification", {})):
    durees, avant = [], processeur()
    for _ in range(tours):
        debut = time.monotonic()
        lu = client.lire(adresse, **entetes)
        durees.append(time.monotonic() - debut)
        assert lu.statut == 200, lu.corps
    pris = (processeur() - avant) / tours
    print(f"{nom}: {min(durees):.3f} s at best, {sorted(durees)[tours // 2]:.3f} s median, "
          f"{pris:.3f} s of processor each, {len(lu.corps) / 1e6:.2f} MB", flush=True)
assert len(client.lire("/api" + comite).json["dossiers"]) == nombre
atelier.fermer()
