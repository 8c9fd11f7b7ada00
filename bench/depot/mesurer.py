"""A deposit with 14 pieces of 5 MB: how much memory the server takes over what it has when idle, one
piece after the other, then all at once; and that the digests it gives are those of the files."""

import concurrent.futures
import hashlib
import os
import pathlib
import re
import sys
import time

RACINE = pathlib.Path(__file__).resolve().parents[2]
os.environ["GRAPPE_PORTAIL"] = os.environ["PORTAIL"]
sys.path.insert(0, str(RACINE / "tests/http"))
from comptes import Atelier  # noqa: E402
from dossiers import OUVERT, PDF, Porteur, contenu  # noqa: E402

PIECES = [PDF + bytes([rang]) * (5 * 1024 * 1024) for rang in range(1, 15)]


def memoire(pid, champ):
    return int(re.search(rf"{champ}:\s+(\d+)", pathlib.Path(f"/proc/{pid}/status").read_text())[1]) / 1024


def mesurer(atelier, porteur, essms, ensemble):
    ecrit, pid = contenu(15), atelier.serveur.processus.pid
    ecrit["essms"] = essms
    dossier = porteur.commencer()
    assert porteur.ecrire(dossier, ecrit, 1).statut == 200
    pathlib.Path(f"/proc/{pid}/clear_refs").write_text("5")  # the peak begins again from here
    repos, debut = memoire(pid, "VmHWM"), time.monotonic()

    def joindre(rang):
        jointe = porteur.joindre(dossier, f"DOC-{rang + 1:02d}", octets=PIECES[rang])
        assert jointe.statut == 201, jointe.corps

    with concurrent.futures.ThreadPoolExecutor(14 if ensemble else 1) as fils:
        list(fils.map(joindre, range(14)))
    depot = porteur.deposer(dossier)
    assert depot.statut == 201, depot.corps
    sommes = {piece["sha256"] for piece in depot.json["pieces"]}
    assert sommes == {hashlib.sha256(octets).hexdigest() for octets in PIECES}
    print(f"14 pièces de 5 Mo {'à la fois' if ensemble else 'de suite'} : "
          f"{memoire(pid, 'VmHWM') - repos:.1f} Mio au-dessus du repos, "
          f"{time.monotonic() - debut:.2f} s jusqu'au récépissé", flush=True)


atelier = Atelier(os.environ.get("BASE") or None).demarrer("--horloge", OUVERT)
porteur = Porteur(atelier, "banc@exemple.fr")
essms = contenu(30)["essms"]
mesurer(atelier, porteur, essms[:15], False)
mesurer(atelier, porteur, essms[15:], True)
atelier.fermer()
