"""W9: the page of a week of forty persons, each with ten series of half a year and two events of that week; beside it, that of a
person and, as its floor, the page of an account."""

import asyncio
import json
import os
import subprocess

from monde import JOUR, RACINE, Monde, Personne, Tuyau

SECONDES = os.environ.get("SECONDES", "10")
JOURS = ("MO", "TU", "WE", "TH", "FR")


async def planifier(monde, port, lieu):
    qui = Personne(Tuyau(port), *monde.comptes[0])
    await qui.entrer()
    for rang, personne in enumerate(monde.personnes[lieu][:40]):
        for n in range(12):
            heure = 8 + n % 10
            revient = {"frequence": "semaine", "jours": JOURS[(rang + n) % 5], "nombre": "26"} if n < 10 else {"frequence": ""}
            statut, _, octets = await qui.remplir(
                "/agenda/nouveau", id=f"{rang:016x}{n:016x}", finess=lieu, titre=f"Atelier {n}", jour="2024-07-01" if n < 10 else JOUR,
                debut=f"{heure:02}:00", fin=f"{heure:02}:45", classe="quotidien", personnes=personne, accepter="oui", **revient)
            assert statut == 303, octets[:2000]
    return qui


def wrk(port, qui, connexions, chemin):
    fait = subprocess.run(["wrk", "-t1", f"-c{connexions}", f"-d{SECONDES}s", "-s", str(RACINE / "bench/dui/lire.lua"),
                           f"http://127.0.0.1:{port}"], text=True, capture_output=True, check=True,
                          env={**os.environ, "COOKIE": f"session_dui={qui.cookie}", "CHEMIN": chemin})
    dit = dict(mot.split("=") for mot in fait.stdout.strip().splitlines()[-1].split())
    print(f"{chemin[:40]:40} {connexions} connexion(s) : p50 {int(dit['p50_us']) / 1000:.1f} ms, p99 {int(dit['p99_us']) / 1000:.1f} ms, "
          f"{int(dit['lues']) / (int(dit['duree_us']) / 1e6):.0f} par seconde, non 200 : {dit['non_200']}", flush=True)


def main():
    monde = Monde(1, 90, 1)
    monde.ouvrir_les_comptes()
    port = monde.atelier.demarrer().serveur.port
    lieu = max(monde.personnes, key=lambda un: len(monde.personnes[un]))
    assert len(monde.personnes[lieu]) >= 40, json.dumps({un: len(la) for un, la in monde.personnes.items()})
    qui = asyncio.run(planifier(monde, port, lieu))
    print("charge :", os.getloadavg(), "rendez-vous :", monde.atelier.executer("SELECT COUNT(*) FROM rendez_vous"))
    for connexions in (1, 8):
        for chemin in (f"/agenda?finess={lieu}", f"/agenda/personne/{monde.personnes[lieu][0]}", "/compte"):
            wrk(port, qui, connexions, chemin)
    monde.atelier.fermer()


if __name__ == "__main__":
    main()
