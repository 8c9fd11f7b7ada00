"""What the tests of dossiers share: a dossier that can be deposited, a piece, a journey."""

import json
import subprocess
import sys
import uuid

from comptes import Client
from essai_portail import RACINE

GUICHET = "ARS Nouvelle-Aquitaine"
OUVERT = "2024-03-01T12:00:00Z"  # NA-2024
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def contenu(nombre=15):
    """A dossier as its porteur writes it: without instant nor pieces."""
    ecrit = json.loads(subprocess.run([sys.executable, RACINE / "bench/http/dossier.py",
                                       str(nombre)], check=True, capture_output=True).stdout)
    for cle in ("depose_le", "pieces"):
        del ecrit[cle]
    return ecrit


class Porteur(Client):
    """A signed-in porteur and what it does."""

    def __init__(self, atelier, courriel):
        super().__init__(atelier)
        atelier.inscrire(courriel)
        assert self.connecter(courriel).statut == 201

    def commencer(self, appel="NA-2024"):
        cree = self.poster("/api/dossiers", appel=appel)
        assert cree.statut == 201, cree.corps
        return "/api/dossiers/" + cree.json["id"]

    def ecrire(self, dossier, texte, version=None):
        if not isinstance(texte, (str, bytes)):
            texte = json.dumps(texte)
        entetes = {"Content-Type": "application/json"}
        if version is not None:
            entetes["If-Match"] = f'"{version}"'
        return self.demander("PUT", dossier, texte, **entetes)

    def joindre(self, dossier, type_="DOC-01", nom="note.pdf", octets=PDF, **champs):
        entetes = {cle: champs.pop(cle) for cle in list(champs) if cle == "Idempotency-Key"}
        ligne = uuid.uuid4().hex
        corps = b""
        for cle, valeur in {"type": type_, **champs}.items():
            corps += (f"--{ligne}\r\nContent-Disposition: form-data; name=\"{cle}\"\r\n\r\n"
                      f"{valeur}\r\n").encode()
        if octets is not None:
            corps += (f"--{ligne}\r\nContent-Disposition: form-data; name=\"fichier\"; "
                      f"filename=\"{nom}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                      ).encode() + octets + b"\r\n"
        corps += f"--{ligne}--\r\n".encode()
        return self.demander("POST", dossier + "/pieces", corps, **entetes,
                             **{"Content-Type": f"multipart/form-data; boundary={ligne}"})

    def deposer(self, dossier, financeur=GUICHET, **entetes):
        return self.demander("POST", dossier + "/depot", {"financeur": financeur}, **entetes)
