"""A raw client and a server under test: sockets only, so that malformed bytes can be sent."""

import contextlib
import os
import signal
import socket
import subprocess
import time

SERVEUR = os.environ.get("SERVEUR_D_ESSAI", "build/release/tests/serveur-d-essai")


class Serveur:
    """The test server on a free port, ended by SIGTERM; `code` is its exit code afterwards."""

    def __init__(self, *options, programme=SERVEUR):
        self.processus = subprocess.Popen([programme, *options], stdout=subprocess.PIPE, text=True,
                                          stderr=subprocess.PIPE)
        self.adresse = self.processus.stdout.readline().strip()
        if "http://" not in self.adresse:
            raise AssertionError(self.processus.communicate(timeout=10)[1])
        self.port = int(self.adresse.rsplit(":", 1)[1])
        self.code = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.arreter() != 0:
            raise AssertionError(f"the server ended with {self.code}: {self.journal}")

    def arreter(self, attente=40):
        if self.code is None:
            self.processus.send_signal(signal.SIGTERM)
            self.journal = self.processus.communicate(timeout=attente)[1]
            self.code = self.processus.returncode
        return self.code

    def ouvrir(self, delai=15):
        prise = socket.create_connection(("127.0.0.1", self.port), timeout=delai)
        prise.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return Connexion(prise)

    def demander(self, octets):
        """Sends the bytes on a new connection and answers its first response."""
        with self.ouvrir() as connexion:
            connexion.envoyer(octets)
            return connexion.reponse()


class Reponse:
    def __init__(self, statut, entetes, corps):
        self.statut, self.entetes, self.corps = statut, entetes, corps


class Ferme(Exception):
    """The server closed the connection where an answer was awaited."""


class Connexion:
    def __init__(self, prise):
        self.prise, self.tampon = prise, b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.prise.close()

    def envoyer(self, octets):
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.prise.sendall(octets)

    def _lire(self):
        morceau = self.prise.recv(65536)
        if not morceau:
            raise Ferme(f"closed after {self.tampon!r}")
        self.tampon += morceau

    def reponse(self, methode="GET"):
        while b"\r\n\r\n" not in self.tampon:
            self._lire()
        tete, self.tampon = self.tampon.split(b"\r\n\r\n", 1)
        lignes = tete.decode("latin-1").split("\r\n")
        statut = int(lignes[0].split(" ")[1])
        entetes = {nom.lower(): valeur.strip()
                   for nom, valeur in (ligne.split(":", 1) for ligne in lignes[1:])}
        taille = int(entetes.get("content-length", 0)) if methode != "HEAD" else 0
        while len(self.tampon) < taille:
            self._lire()
        corps, self.tampon = self.tampon[:taille], self.tampon[taille:]
        return Reponse(statut, entetes, corps)

    def fermee(self):
        """Reads to the end: True when the server closes without another byte."""
        try:
            return self.tampon == b"" and self.prise.recv(1) == b""
        except ConnectionResetError:
            return True


def attendre(condition, secondes):
    fin = time.monotonic() + secondes
    while time.monotonic() < fin:
        if condition():
            return True
        time.sleep(0.02)
    return condition()
