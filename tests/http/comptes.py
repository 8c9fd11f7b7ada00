"""What the tests of accounts share: a portail with its own data, JSON requests, mail, codes."""

import atexit
import base64
import email
import email.policy
import hashlib
import hmac
import http.client
import json
import os
import pathlib
import re
import struct
import subprocess
import tempfile
import time

import description
from bases import base_a, base_neuve
from client import Serveur

PORTAIL = os.environ.get("GRAPPE_PORTAIL", "build/release/bin/grappe-portail")
REGISTRE = os.environ.get("REGISTRE_D_ESSAI", "")  # of the server; empty: that which is shipped
BON = "une phrase de passe"


def code_totp(secret, decalage=0):
    pas = struct.pack(">Q", int(time.time()) // 30 + decalage)
    somme = hmac.new(base64.b32decode(secret), pas, hashlib.sha1).digest()
    debut = somme[-1] & 15
    nombre = struct.unpack(">I", somme[debut:debut + 4])[0] & 0x7FFFFFFF
    return f"{nombre % 1000000:06d}"


class Atelier:
    """A data folder, a database, a key and a mail folder of their own; the server may be started
    again."""

    def __init__(self, base=None):
        self.dossier = tempfile.TemporaryDirectory(prefix="grappe-comptes-")
        self.chemin = pathlib.Path(self.dossier.name)
        self.sienne = base_a(base) if base else base_neuve(self.chemin)
        self.base = self.sienne.url
        self.options = ["--base", self.base, "--donnees", str(self.chemin),
                        "--cle", str(self.chemin / "cle")]
        self.serveur = None
        atexit.register(self.abandonner)

    def abandonner(self):
        """A test that failed leaves no server behind, and no test a database."""
        if self.serveur and self.serveur.processus.poll() is None:
            self.serveur.processus.kill()
        self.sienne.effacer()

    def executer(self, texte, *valeurs):
        """The rows of a statement, each a tuple: past the server, straight from its database."""
        with self.sienne as base:
            return base.executer(texte, *valeurs)

    def demarrer(self, *options, courrier=True, registre=REGISTRE):
        courrier = ["--courrier", f"dossier:{self.chemin}/courrier"] if courrier else []
        registre = ["--registre", registre] if registre else []
        self.serveur = Serveur("servir", "--ecoute", "127.0.0.1:0", *self.options, *courrier,
                               *registre, *options, programme=PORTAIL)
        return self

    def arreter(self):
        assert self.serveur.arreter() == 0, self.serveur.journal

    def fermer(self):
        self.arreter()
        self.sienne.effacer()
        self.dossier.cleanup()

    def commande(self, *mots, entree=""):
        return subprocess.run([PORTAIL, *mots, *self.options], input=entree, text=True,
                              capture_output=True, timeout=60)

    def guichet(self, role, courriel, region=None):
        fait = self.commande("compte", "creer", "--role", role, "--courriel", courriel,
                             "--mot-de-passe-stdin", *(["--region", region] if region else []),
                             entree=BON + "\n")
        assert fait.returncode == 0, fait.stderr
        return json.loads(fait.stdout)["totp_secret"]

    def courriels(self, attendus, secondes=10):
        """Every message written so far, once there are `attendus` of them."""
        fin = time.monotonic() + secondes
        while True:
            # By the instant of writing: within one second the names are in no order.
            fichiers = sorted(self.chemin.glob("courrier/*.eml"),
                              key=lambda fichier: fichier.stat().st_mtime_ns)
            if len(fichiers) >= attendus or time.monotonic() > fin:
                break
            time.sleep(0.05)
        assert len(fichiers) >= attendus, f"{len(fichiers)} messages, {attendus} wanted"
        return [email.message_from_bytes(f.read_bytes(), policy=email.policy.default)
                for f in fichiers]

    def jetons(self, courriel):
        """The tokens sent to that address so far, oldest first."""
        return [trouve[1] for message in self.courriels(0)
                if str(message["To"]).strip("<>") == courriel
                for trouve in re.finditer(r"jeton=([\w-]+)", message.get_content())]

    def jeton(self, courriel, rang=1, secondes=20):
        """The token number `rang` sent to that address, waited for: others' mail may come first."""
        fin = time.monotonic() + secondes
        while len(venus := self.jetons(courriel)) < rang:
            assert time.monotonic() < fin, f"{len(venus)} tokens to {courriel}, {rang} wanted"
            time.sleep(0.05)
        return venus[rang - 1]

    def inscrire(self, courriel):
        deja = len(self.jetons(courriel))
        anonyme = Client(self)
        fait = anonyme.poster("/api/comptes", courriel=courriel, nom="Exemple", prenom="Camille",
                              mot_de_passe=BON)
        assert fait.statut == 202, fait.corps
        jeton = self.jeton(courriel, deja + 1)
        assert anonyme.poster("/api/comptes/activation", jeton=jeton).statut == 204


class Reponse:
    def __init__(self, reponse):
        self.statut, self.entetes = reponse.status, {}
        for nom, valeur in reponse.getheaders():
            deja = self.entetes.get(nom.lower())
            self.entetes[nom.lower()] = f"{deja}, {valeur}" if deja else valeur
        self.octets = reponse.read()
        fichier = "attachment" in self.entetes.get("content-disposition", "")
        self.corps = self.octets.decode(errors="replace" if fichier else "strict")

    @property
    def json(self):
        return json.loads(self.corps)


class Client:
    """One browser: keeps the session's cookie and its token."""

    contrat = description.COMMITTEE  # answers are compared with it; None: with nothing
    nom_du_cookie = "session"

    def __init__(self, atelier, **entetes):
        self.atelier, self.cookie, self.csrf, self.entetes = atelier, None, None, entetes

    def demander(self, methode, chemin, corps=None, **entetes):
        connexion = http.client.HTTPConnection("127.0.0.1", self.atelier.serveur.port, timeout=30)
        entetes = {**self.entetes, **entetes}
        if self.cookie:
            entetes["Cookie"] = f"{self.nom_du_cookie}={self.cookie}"
        if self.csrf and methode != "GET":
            entetes.setdefault("X-CSRF-Token", self.csrf)
        texte = corps
        if isinstance(corps, dict):
            texte = json.dumps(corps)
            entetes.setdefault("Content-Type", "application/json")
        connexion.request(methode, chemin, texte, entetes)
        reponse = Reponse(connexion.getresponse())
        connexion.close()
        if self.contrat:
            description.confronter(methode, chemin, (corps, entetes.get("Content-Type", "")), reponse,
                                   self.contrat)
        return reponse

    def lire(self, chemin, **entetes):
        return self.demander("GET", chemin, **entetes)

    def poster(self, chemin, **corps):
        return self.demander("POST", chemin, corps)

    def connecter(self, courriel, mot_de_passe=BON, code=None):
        corps = {"courriel": courriel, "mot_de_passe": mot_de_passe}
        if code:
            corps["code"] = code
        reponse = self.demander("POST", "/api/sessions", corps)
        if reponse.statut == 201:
            self.csrf = reponse.json["csrf"]
            self.cookie = re.match(rf"{self.nom_du_cookie}=([\w-]+);", reponse.entetes["set-cookie"])[1]
        return reponse
