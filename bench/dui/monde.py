"""Fictitious establishments, their accounts signed in, and a client that sends when it is time, whatever is late."""

import asyncio
import json
import os
import pathlib
import re
import secrets
import subprocess
import sys
import time
import urllib.parse

RACINE = pathlib.Path(__file__).resolve().parents[2]
DUI = os.environ.setdefault("DUI", str(RACINE / "build/release/bin/grappe-dui"))
os.environ["GRAPPE_DUI"] = DUI
os.environ.setdefault("GRAPPE_PORTAIL", str(pathlib.Path(DUI).with_name("grappe-portail")))
sys.path[:0] = [str(RACINE / "tests/http")]
from comptes import BON  # noqa: E402
from essai_dui import A_MIDI, JOUR, AtelierDui  # noqa: E402

PROFESSIONS = ("aide_soignant", "aide_soignant", "infirmier", "educateur", "psychologue", "cadre")


class Monde:
    """`etablissements` of `places` persons each, and in each `comptes` accounts of several professions."""

    def __init__(self, etablissements, places, comptes):
        self.atelier = AtelierDui(faits=False)
        lignes = self.atelier.chemin / "organisation.ndjson"
        subprocess.run([DUI, "generer", str(lignes), "--etablissements", str(etablissements), "--personnes",
                        str(etablissements * places), "--au", JOUR], check=True, capture_output=True)
        lu = subprocess.run([DUI, "import", str(lignes), *self.atelier.options[:-2]], capture_output=True, text=True)
        assert lu.returncode == 0, lu.stderr
        self.personnes = {}
        for un in map(json.loads, lignes.read_text().splitlines()):
            if un["type"] == "sejour" and un.get("sortie") is None and un["entree"] <= JOUR:
                self.personnes.setdefault(un["finess_et"], []).append(un["personne"])
        lignes.unlink()
        if os.environ.get("GRAPPE_BASE") == "postgres":  # as the server's own upkeep has done a minute later
            self.atelier.executer("ANALYZE")
        self.par_lieu = comptes
        self.comptes = [(finess, f"{rang}-{finess}@exemple.fr") for finess in sorted(self.personnes) for rang in range(comptes)]

    def ouvrir_les_comptes(self):
        """One of each profession by the command; the others are its copies, under names of their own."""
        modele = {}
        for finess, courriel in self.comptes:
            profession = PROFESSIONS[int(courriel.split("-")[0]) % len(PROFESSIONS)]
            if profession not in modele:
                fait = self.atelier.commande("compte", "creer", "--role", "professionnel", "--courriel", courriel, "--finess",
                                             finess, "--profession", profession, "--mot-de-passe-stdin", entree=BON + "\n")
                assert fait.returncode == 0, fait.stderr
                modele[profession] = courriel
                continue
            self.copier(modele[profession], courriel, finess)

    def copier(self, modele, courriel, finess):
        id = secrets.token_hex(16)
        with self.atelier.sienne as base:
            colonnes = "nom, prenom, mot_de_passe, role, cree_le, version"
            base.executer(f"INSERT INTO compte (id, courriel, courriel_cle, {colonnes}) SELECT CAST(? AS TEXT), CAST(? AS TEXT), "
                          f"CAST(? AS TEXT), {colonnes} FROM compte WHERE courriel = ?", id, courriel, courriel, modele)
            base.executer("INSERT INTO rattachement (compte, finess_et) VALUES (?, ?)", id, finess)
            base.executer("INSERT INTO profession (compte, profession) SELECT CAST(? AS TEXT), p.profession FROM "
                          "profession p JOIN compte c ON c.id = p.compte WHERE c.courriel = ?", id, modele)


class Tuyau:
    """Connections that are kept; one request at a time on each, and as many as browsers of that many people would have."""

    def __init__(self, port, au_plus=500):
        self.port, self.libres, self.places = port, [], asyncio.Semaphore(au_plus)

    async def demander(self, methode, chemin, entetes, corps=b""):
        async with self.places:
            return await self.demander_une_fois(methode, chemin, entetes, corps)

    async def demander_une_fois(self, methode, chemin, entetes, corps):
        while True:
            neuf = not self.libres
            lecteur, ecrivain = await asyncio.open_connection("127.0.0.1", self.port) if neuf else self.libres.pop()
            try:
                tete = f"{methode} {chemin} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(corps)}\r\n"
                ecrivain.write((tete + "".join(f"{n}: {v}\r\n" for n, v in entetes.items()) + "\r\n").encode() + corps)
                dit = (await lecteur.readuntil(b"\r\n\r\n")).decode("latin-1")
                taille = re.search(r"\r\ncontent-length: *(\d+)", dit, re.I)
                octets = await lecteur.readexactly(int(taille[1])) if taille else b""
            except (asyncio.IncompleteReadError, ConnectionError):
                ecrivain.close()
                if neuf:
                    raise
                continue  # the server had closed it while it waited
            self.libres.append((lecteur, ecrivain))
            return int(dit[9:12]), dit, octets


class Personne:
    """Somebody signed in."""

    def __init__(self, tuyau, finess, courriel):
        self.tuyau, self.finess, self.courriel, self.cookie, self.csrf = tuyau, finess, courriel, "", ""

    async def entrer(self):
        corps = urllib.parse.urlencode({"courriel": self.courriel, "mot_de_passe": BON}).encode()
        statut, dit, _ = await self.tuyau.demander("POST", "/connexion", {"Content-Type": "application/x-www-form-urlencoded"}, corps)
        if statut == 303:
            cookie = re.search(r"session_dui=([\w-]+);", dit)[1]
            page = await self.tuyau.demander("GET", "/compte", {"Cookie": f"session_dui={cookie}"})
            self.cookie, self.csrf = cookie, re.search(r'name="csrf" value="([^"]+)"', page[2].decode())[1]
        return statut, dit, b""

    def lire(self, chemin):
        return self.tuyau.demander("GET", chemin, {"Cookie": f"session_dui={self.cookie}"})

    def ecrire_json(self, chemin, corps):
        return self.tuyau.demander("POST", chemin, {"Cookie": f"session_dui={self.cookie}", "X-CSRF-Token": self.csrf,
                                                    "Content-Type": "application/json"}, json.dumps(corps).encode())

    def remplir(self, chemin, **champs):
        return self.tuyau.demander("POST", chemin, {"Cookie": f"session_dui={self.cookie}",
                                                    "Content-Type": "application/x-www-form-urlencoded"},
                                   urllib.parse.urlencode({"csrf": self.csrf, **champs}).encode())

    def joindre(self, chemin, champs, nom, octets):
        borne, corps = secrets.token_hex(16), b""
        for cle, valeur in {"csrf": self.csrf, **champs}.items():
            corps += f'--{borne}\r\nContent-Disposition: form-data; name="{cle}"\r\n\r\n{valeur}\r\n'.encode()
        corps += (f'--{borne}\r\nContent-Disposition: form-data; name="fichier"; filename="{nom}"\r\n'
                  "Content-Type: application/octet-stream\r\n\r\n").encode() + octets + f"\r\n--{borne}--\r\n".encode()
        return self.tuyau.demander("POST", chemin, {"Cookie": f"session_dui={self.cookie}",
                                                    "Content-Type": f"multipart/form-data; boundary={borne}"}, corps)


class Mesures:
    """How long each act took from the instant at which it was due, so that a late answer does not hide those behind it."""

    def __init__(self):
        self.durees, self.retards, self.refus = {}, [], []

    async def faire(self, genre, quand, acte):
        attente = quand - time.perf_counter()
        if attente > 0:
            await asyncio.sleep(attente)
        self.retards.append(max(0.0, time.perf_counter() - quand))
        statut, dit, octets = await acte()
        self.durees.setdefault(genre, []).append(time.perf_counter() - quand)
        fait = statut in (200, 201) or (statut == 303 and "/connexion" not in dit)
        if not fait:
            self.refus.append((genre, statut, octets[:200]))
        return fait

    def dire(self):
        toutes = [une for durees in self.durees.values() for une in durees]
        for genre, durees in [*sorted(self.durees.items()), ("tout", toutes), ("retard du client", self.retards)]:
            trie = sorted(durees)
            part = lambda p: 1000 * trie[min(len(trie) - 1, int(len(trie) * p))]
            print(f"  {genre:18} {len(trie):7}  p50 {part(.5):7.1f}  p99 {part(.99):7.1f}  p99.9 {part(.999):7.1f}  "
                  f"pire {1000 * trie[-1]:7.1f} ms", flush=True)
        print("  refusés :", len(self.refus), self.refus[:3], flush=True)
