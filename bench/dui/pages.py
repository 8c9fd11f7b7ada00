"""What each page costs: one client, one page after the other, wall clock and processor of the server."""

import asyncio
import os
import random
import time

from monde import Monde, Personne, Tuyau

FOIS = int(os.environ.get("FOIS", 200))
TICS = os.sysconf("SC_CLK_TCK")


def processeur(pid):
    return sum(int(n) for n in open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()[11:13]) / TICS


async def parcourir(monde, serveur):
    lieu = sorted(monde.personnes)[0]
    qui = Personne(Tuyau(serveur.port), *monde.comptes[2])
    await qui.entrer()
    la = monde.personnes[lieu]
    for n in range(int(os.environ.get("TRANSMISSIONS", 5000))):
        await qui.ecrire_json("/api/transmissions", {"id": f"{n:032x}", "finess_et": lieu, "personne": la[n % len(la)],
                                                     "classe": "quotidien", "forme": "narrative", "texte": "Fait à l'heure."})
    choisies = os.environ.get("PAGES", "").split()
    for modele in choisies or ("/personnes/{p}", "/equipe?finess={l}", "/agenda?finess={l}", "/agenda/personne/{p}", "/personnes?q=mor",
                   "/projets/{p}", "/administratif/{p}", "/documents/{p}", "/evaluations/{p}", "/urgence/{p}",
                   "/presences?finess={l}", "/fhir/Patient/{p}", "/compte"):
        durees, avant, taille = [], processeur(serveur.processus.pid), 0
        for n in range(FOIS):
            debut = time.perf_counter()
            statut, _, octets = await qui.lire(modele.format(p=random.choice(la), l=lieu))
            durees.append(time.perf_counter() - debut)
            taille += len(octets)
            assert statut == 200, (modele, statut)
        durees.sort()
        print(f"{modele:24} p50 {1000 * durees[FOIS // 2]:6.2f}  p99 {1000 * durees[FOIS * 99 // 100]:6.2f}  processeur "
              f"{1000 * (processeur(serveur.processus.pid) - avant) / FOIS:6.2f} ms  {taille // FOIS:7} octets", flush=True)


def main():
    monde = Monde(1, 110, 3)
    monde.ouvrir_les_comptes()
    serveur = monde.atelier.demarrer().serveur
    asyncio.run(parcourir(monde, serveur))
    monde.atelier.fermer()


if __name__ == "__main__":
    main()
