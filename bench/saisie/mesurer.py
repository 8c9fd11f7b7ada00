"""Porteurs whose forms save while they type, beside instructors who list 5,000 dossiers: the real
server, the real requests of the pages, writes on the disk before they are acknowledged."""

import asyncio
import html.parser
import json
import os
import pathlib
import random
import re
import sys
import time

RACINE = pathlib.Path(__file__).resolve().parents[2]
os.environ["GRAPPE_PORTAIL"] = os.environ["PORTAIL"]
sys.path[:0] = [str(RACINE / "tests/http"), str(RACINE / "bench")]
import peupler  # noqa: E402
from comptes import Atelier, Client  # noqa: E402
from dossiers import OUVERT, contenu  # noqa: E402

PORTEURS, INSTRUCTEURS = int(os.environ.get("PORTEURS", 200)), int(os.environ.get("INSTRUCTEURS", 20))
PAUSE = float(os.environ.get("PAUSE", 3))  # seconds of typing between two savings of one person
LISTES = ["/bureau", "/bureau?statut=depose", "/bureau?q=tilleuls&tri=essms", "/bureau?page=40"]


class Champs(html.parser.HTMLParser):
    """What a browser would send of the form of a dossier."""

    def __init__(self, texte):
        super().__init__()
        self.champs, self.dedans, self.choix, self.texte = [], False, None, None
        self.feed(texte)

    def handle_starttag(self, balise, attributs):
        un = dict(attributs)
        if balise == "form":
            self.dedans = un.get("id") == "simulateur"
        if not self.dedans or not (un.get("name") or balise == "option"):
            return
        if balise == "input" and un.get("type") not in ("file", "checkbox", "radio", "submit"):
            self.champs.append((un["name"], un.get("value") or ""))
        elif balise == "input" and "checked" in un:
            self.champs.append((un["name"], un.get("value") or "on"))
        elif balise == "select":
            self.choix = len(self.champs)
            self.champs.append((un["name"], ""))
        elif balise == "option" and self.choix is not None and "selected" in un:
            self.champs[self.choix] = (self.champs[self.choix][0], un.get("value") or "")
        elif balise == "textarea" and un["name"] != "liste":
            self.champs.append((un["name"], ""))

    def handle_endtag(self, balise):
        if balise == "form":
            self.dedans = False
        if balise == "select":
            self.choix = None


class Connexion:
    def __init__(self, port, jeton):
        self.port, self.jeton, self.flux = port, jeton, None

    def requete(self, methode, chemin, corps=b"", entetes=""):
        return (f"{methode} {chemin} HTTP/1.1\r\nHost: banc\r\nCookie: session={self.jeton}\r\n"
                f"{entetes}Content-Length: {len(corps)}\r\n\r\n").encode() + corps

    async def echanger(self, octets):
        if self.flux is None:
            self.flux = await asyncio.open_connection("127.0.0.1", self.port, limit=2**20)
        lecture, ecriture = self.flux
        ecriture.write(octets)
        tete = (await lecture.readuntil(b"\r\n\r\n")).decode("latin-1")
        taille = re.search(r"content-length: (\d+)", tete, re.I)
        texte = await lecture.readexactly(int(taille[1]) if taille else 0)
        return int(tete.split(" ", 2)[1]), texte


class Porteur:
    def __init__(self, port, personne, dossier, formulaire):
        self.connexion = Connexion(port, personne.jeton)
        self.csrf, self.dossier = personne.csrf, dossier
        self.champs = dict(Champs(formulaire).champs)

    def saisie(self):
        """What its browser sends next."""
        self.champs["porteur.raison_sociale"] = f"Association {random.random()}"
        limite = "banc-de-mesure"
        corps = "".join(f"--{limite}\r\nContent-Disposition: form-data; name=\"{nom}\"\r\n\r\n{valeur}\r\n"
                        for nom, valeur in self.champs.items()) + f"--{limite}--\r\n"
        return self.connexion.requete(
            "POST", f"/dossiers/{self.dossier}/saisie/suivi", corps.encode(),
            f"Content-Type: multipart/form-data; boundary={limite}\r\nX-CSRF-Token: {self.csrf}\r\n")

    def retenir(self, statut, texte):
        assert statut == 200, (statut, texte[:300])
        etat = re.search(rb'data-version="(\d+)" data-etat="(\w+)"', texte)
        assert etat[2] == b"enregistre", etat[2]
        self.champs["version"] = etat[1].decode()

    async def enregistrer(self):
        self.retenir(*await self.connexion.echanger(self.saisie()))


async def repeter(fin, pause, acte, temps):
    await asyncio.sleep(random.uniform(0, pause))
    while time.monotonic() < fin:
        debut = time.monotonic()
        await acte()
        temps.append(time.monotonic() - debut)
        await asyncio.sleep(random.uniform(0.5, 1.5) * pause)


async def lister(connexion):
    statut, _ = await connexion.echanger(connexion.requete("GET", random.choice(LISTES)))
    assert statut == 200, statut


def dire(quoi, temps):
    temps.sort()
    centile = [1000 * temps[min(len(temps) - 1, len(temps) * c // 100)] for c in (50, 95, 99)]
    print(f"{quoi} : {len(temps)}, p50 {centile[0]:.1f} ms, p95 {centile[1]:.1f} ms, "
          f"p99 {centile[2]:.1f} ms, au pire {1000 * temps[-1]:.1f} ms", flush=True)


def processeur(pid):
    champs = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(champs[11]) + int(champs[12])) / os.sysconf("SC_CLK_TCK")


async def mesurer(atelier, porteurs, instructeurs, secondes):
    port, pid = atelier.serveur.port, atelier.serveur.processus.pid
    saisies, listes = [], []
    avant, fin = processeur(pid), time.monotonic() + secondes
    connexions = [Connexion(port, un.jeton) for un in instructeurs]
    await asyncio.gather(
        *(repeter(fin, PAUSE, un.enregistrer, saisies) for un in porteurs),
        *(repeter(fin, 2, lambda une=une: lister(une), listes) for une in connexions))
    dire(f"{len(porteurs)} porteurs, un enregistrement chacun toutes les {PAUSE} s", saisies)
    dire(f"{len(instructeurs)} instructeurs, une liste chacun toutes les 2 s", listes)
    print(f"processeur du serveur : {processeur(pid) - avant:.1f} s sur {secondes} s")
    # Two hundred browsers are two hundred machines: what they write and read is not counted here.
    ecrites, avant = [un.saisie() for un in porteurs], processeur(pid)
    debut, ensemble = time.monotonic(), []

    async def un_seul(porteur, octets):
        lu = await porteur.connexion.echanger(octets)
        ensemble.append(time.monotonic() - debut)
        return lu

    lues = await asyncio.gather(*map(un_seul, porteurs, ecrites))
    for porteur, lue in zip(porteurs, lues):
        porteur.retenir(*lue)
    print(f"processeur du serveur : {1000 * (processeur(pid) - avant):.0f} ms pour {len(porteurs)}")
    dire("tous au même instant", ensemble)


def main():
    atelier = Atelier(os.environ.get("BASE") or None)
    atelier.demarrer("--horloge", OUVERT)
    base = peupler.Base(atelier.base)
    porteurs = [peupler.Personne(base, rang, "porteur") for rang in range(PORTEURS)]
    instructeurs = [peupler.Personne(base, rang, "ars", "75") for rang in range(INSTRUCTEURS)]
    peupler.deposer(base, instructeurs[0].compte)
    base.ecrire()
    ecrit, prets = contenu(15), []
    for personne in porteurs:
        client = Client(atelier)
        client.decrit = False  # dossiers written straight into the database
        client.cookie, client.csrf = personne.jeton, personne.csrf
        dossier = client.poster("/api/dossiers", appel="NA-2024").json["id"]
        fait = client.demander("PUT", f"/api/dossiers/{dossier}", json.dumps(ecrit),
                               **{"Content-Type": "application/json", "If-Match": '"1"'})
        assert fait.statut == 200, fait.corps
        page = client.lire(f"/dossiers/{dossier}/saisie").corps
        prets.append(Porteur(atelier.serveur.port, personne, dossier, page))
    asyncio.run(mesurer(atelier, prets, instructeurs, float(sys.argv[1])))
    atelier.fermer()


main()
