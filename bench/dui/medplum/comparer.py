"""The same create, read and search: ours (a session, rights, a journal, on the disk before the answer) and the in-memory router of
Medplum (none of these), by turns. What is created is a person's transmission here, an Observation of a person there: our FHIR
writes nothing. What is read and searched is a Patient on both sides."""

import json
import os
import pathlib
import random
import subprocess
import sys
import urllib.request

ICI = pathlib.Path(__file__).parent
sys.path[:0] = [str(ICI.parent)]
from monde import Monde, RACINE  # noqa: E402
from essai_dui import Navigateur  # noqa: E402

SECONDES, TOURS, PERSONNES, CONNEXIONS = (int(os.environ.get(nom, defaut)) for nom, defaut in (
    ("SECONDES", 5), ("TOURS", 3), ("PERSONNES", 2000), ("CONNEXIONS", 8)))


def wrk(base, chemin, corps=None, genre="application/json", **dits):
    environ = {**os.environ, "CHEMIN": chemin, "GENRE": genre, **({"CORPS": corps} if corps else {}), **dits}
    fait = subprocess.run(["wrk", "-t1", f"-c{CONNEXIONS}", f"-d{SECONDES}s", "-s", str(ICI / "demander.lua"), base], text=True,
                          capture_output=True, check=True, env=environ)
    dit = {cle: int(n) for cle, n in (mot.split("=") for mot in fait.stdout.strip().splitlines()[-1].split())}
    assert dit["refusees"] == 0, dit
    return dit["faites"] / (dit["duree_us"] / 1e6), dit["p50_us"] / 1000, dit["p99_us"] / 1000


def remplir(base, gens):
    for un in gens:
        demande = urllib.request.Request(base + "/Patient", json.dumps(un).encode(), {"Content-Type": "application/fhir+json"})
        with urllib.request.urlopen(demande) as reponse:
            id = json.load(reponse)["id"]
    return id


def main():
    monde = Monde(1, PERSONNES, 1)
    monde.ouvrir_les_comptes()
    atelier = monde.atelier.demarrer("--ouvriers", os.environ.get("OUVRIERS", "16"))
    navigateur = Navigateur(atelier)
    assert navigateur.connecter(monde.comptes[0][1]).statut == 303
    session = {"COOKIE": f"session_dui={navigateur.cookie}", "CSRF": navigateur.csrf}
    lieu = monde.comptes[0][0]
    lues = [json.loads(navigateur.lire(f"/fhir/Patient/{id}").corps) for id in monde.personnes[lieu]]
    gens = [{cle: un[cle] for cle in ("resourceType", "name", "gender", "birthDate") if cle in un} for un in lues]
    autre = subprocess.Popen(["node", "serveur.mjs"], cwd=os.environ.get("MEDPLUM", ICI), stdout=subprocess.PIPE, text=True)
    eux, nous = autre.stdout.readline().strip(), f"http://127.0.0.1:{atelier.serveur.port}"
    la, ici = remplir(eux, gens), random.choice(monde.personnes[lieu])
    nom = lues[7]["name"][0]["family"][:5]
    print(f"{len(gens)} personnes, charge {os.getloadavg()}, {CONNEXIONS} connexions", flush=True)
    texte = "A dormi de 22 h à 6 h, levée une fois."
    observation = json.dumps({"resourceType": "Observation", "status": "final", "code": {"text": "%s"}, "valueString": texte,
                              "subject": {"reference": f"Patient/{la}"}})
    transmission = json.dumps({"id": "%s", "finess_et": lieu, "personne": ici, "classe": "quotidien", "forme": "narrative", "texte": texte})
    travaux = {"créer": (("/api/transmissions", transmission), ("/Observation", observation)),
               "lire": ((f"/fhir/Patient/{ici}",), (f"/Patient/{la}",)),
               "chercher": ((f"/fhir/Patient?family={nom}&_count=20",), (f"/Patient?family={nom}&_count=20",))}
    for tour in range(TOURS):
        for travail, (notre, leur) in travaux.items():
            n, e = wrk(nous, *notre, **session), wrk(eux, *leur, genre="application/fhir+json")
            print(f"{travail:9} tour {tour} : nous {n[0]:8.0f}/s p50 {n[1]:6.2f} p99 {n[2]:7.2f} ms ; eux {e[0]:8.0f}/s p50 {e[1]:6.2f} "
                  f"p99 {e[2]:7.2f} ms ; rapport {n[0] / e[0]:.2f}", flush=True)
    autre.kill()
    atelier.fermer()


if __name__ == "__main__":
    main()
