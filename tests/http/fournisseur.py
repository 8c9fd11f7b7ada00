"""A real OpenID Connect provider for the tests: glewlwyd, with its own data, two people and a client."""

import atexit
import base64
import gzip
import http.client
import http.cookies
import json
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.parse

DOC = pathlib.Path("/usr/share/doc/glewlwyd")
MOT = "une longue phrase d'ailleurs"
REGLAGES = """
port={port}
bind_address="127.0.0.1"
external_url="http://localhost:{port}"
login_url="login.html"
api_prefix="api"
static_files_path="/usr/share/glewlwyd/webapp/"
log_mode="console"
log_level="ERROR"
cookie_domain="localhost"
cookie_secure=0
session_expiration=86400
session_key="GLEWLWYD2_SESSION_ID"
login_api_enabled=true
admin_scope="g_admin"
profile_scope="g_profile"
user_module_path="/usr/lib/glewlwyd/user"
user_middleware_module_path="{dossier}/rien"
client_module_path="/usr/lib/glewlwyd/client"
user_auth_scheme_module_path="/usr/lib/glewlwyd/scheme"
plugin_module_path="/usr/lib/glewlwyd/plugin"
use_secure_connection=false
secure_connection_key_file="/dev/null"
secure_connection_pem_file="/dev/null"
secure_connection_ca_file="/dev/null"
hash_algorithm="SHA512"
database = {{ type = "sqlite3" path = "{dossier}/fournisseur.db" }};
static_files_mime_types =
(
  {{ extension = ".html" mime_type = "text/html" compress = 0 }},
  {{ extension = ".css" mime_type = "text/css" compress = 0 }},
  {{ extension = ".js" mime_type = "application/javascript" compress = 0 }},
  {{ extension = ".json" mime_type = "application/json" compress = 0 }}
)
"""


def port_libre():
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        return prise.getsockname()[1]


def cle_privee(genre):
    """PEM of a new key and of its public half."""
    options = {"rsa": ["RSA", "-pkeyopt", "rsa_keygen_bits:2048"],
               "ecdsa": ["EC", "-pkeyopt", "ec_paramgen_curve:P-256"]}[genre]
    prive = subprocess.run(["openssl", "genpkey", "-algorithm", *options], check=True,
                           capture_output=True).stdout
    public = subprocess.run(["openssl", "pkey", "-pubout"], input=prive, check=True,
                            capture_output=True).stdout
    return prive.decode(), public.decode()


class Navigateur:
    """What a person's browser keeps for the provider: cookies."""

    def __init__(self, port):
        self.port, self.cookies = port, {}

    def demander(self, methode, chemin, corps=None):
        connexion = http.client.HTTPConnection("localhost", self.port, timeout=30)
        entetes = {"Cookie": "; ".join(f"{n}={v}" for n, v in self.cookies.items())}
        if corps is not None:
            corps = json.dumps(corps)
            entetes["Content-Type"] = "application/json"
        connexion.request(methode, chemin, corps, entetes)
        reponse = connexion.getresponse()
        for nom, valeur in reponse.getheaders():
            if nom.lower() == "set-cookie":
                for un in http.cookies.SimpleCookie(valeur).values():
                    self.cookies[un.key] = un.value
        reponse.texte = reponse.read().decode()
        connexion.close()
        return reponse


class Fournisseur:
    client, secret = "grappe", "le-secret-du-client"

    def __init__(self, port=None):
        self.dossier = tempfile.mkdtemp(prefix="grappe-openid-")
        self.port = port or port_libre()
        self.origine = f"http://localhost:{self.port}"
        self.emetteur = f"{self.origine}/api/oidc"
        base = f"{self.dossier}/fournisseur.db"
        sql = gzip.decompress((DOC / "database/init.sqlite3.sql.gz").read_bytes())
        subprocess.run(["sqlite3", base], input=sql, check=True, capture_output=True)
        pathlib.Path(self.dossier, "rien").mkdir()
        reglages = pathlib.Path(self.dossier, "glewlwyd.conf")
        reglages.write_text(REGLAGES.format(port=self.port, dossier=self.dossier))
        self.processus = None
        atexit.register(self.fermer)
        self.demarrer()

    def demarrer(self):
        with open(f"{self.dossier}/journal", "ab") as journal:
            self.processus = subprocess.Popen(["glewlwyd", "-c", f"{self.dossier}/glewlwyd.conf"],
                                              stdout=journal, stderr=journal)
        fin = time.monotonic() + 30
        while True:
            try:
                socket.create_connection(("localhost", self.port), timeout=1).close()
                return self
            except OSError:
                assert self.processus.poll() is None and time.monotonic() < fin, self.journal()
                time.sleep(0.05)

    def journal(self):
        return pathlib.Path(self.dossier, "journal").read_text(errors="replace")

    def arreter(self):
        if self.processus and self.processus.poll() is None:
            self.processus.terminate()
            self.processus.wait(20)
        self.processus = None

    def fermer(self):
        self.arreter()
        shutil.rmtree(self.dossier, ignore_errors=True)

    def administrateur(self):
        navigateur = Navigateur(self.port)
        fait = navigateur.demander("POST", "/api/auth/", {"username": "admin", "password": "password"})
        assert fait.status == 200, fait.texte
        return navigateur

    def regler(self, methode, chemin, corps):
        fait = self.administrateur().demander(methode, chemin, corps)
        assert fait.status == 200, (chemin, fait.status, fait.texte, self.journal())

    def greffon(self, genre):
        prive, public = cle_privee(genre)
        return {"module": "oidc", "name": "oidc", "display_name": "OIDC", "enabled": True,
                "parameters": {
                    "iss": self.emetteur, "jwt-type": genre, "jwt-key-size": "256", "key": prive,
                    "cert": public, "access-token-duration": 3600, "refresh-token-duration": 3600,
                    "code-duration": 600, "refresh-token-rolling": False, "allow-non-oidc": False,
                    "auth-type-code-enabled": True, "auth-type-token-enabled": False,
                    "auth-type-id-token-enabled": True, "auth-type-none-enabled": False,
                    "auth-type-password-enabled": False, "auth-type-client-enabled": False,
                    "auth-type-refresh-enabled": False, "subject-type": "public",
                    "pkce-allowed": True, "pkce-method-plain-allowed": False, "pkce-required": True,
                    "jwks-show": True, "name-claim": "on-demand", "email-claim": "on-demand",
                    "allowed-scope": ["openid"], "oauth-fapi-allow-jarm": False}}

    def preparer(self, retour, genre="rsa"):
        """A client that comes back to `retour`, and the people "camille" and "dominique"."""
        self.regler("POST", "/api/mod/plugin/", self.greffon(genre))
        self.regler("POST", "/api/client/", {
            "client_id": self.client, "name": "Grappe", "enabled": True, "confidential": True,
            "password": self.secret, "redirect_uri": [retour], "authorization_type": ["code"],
            "token_endpoint_auth_method": ["client_secret_basic"], "scope": ["openid"]})
        for nom in ("camille", "dominique"):
            self.regler("POST", "/api/user/", {
                "username": nom, "name": nom.title(), "password": MOT, "enabled": True,
                "email": f"{nom}@exemple.fr", "scope": ["openid", "g_profile"]})
        return self

    def tourner_les_cles(self, genre="rsa"):
        self.regler("PUT", "/api/mod/plugin/oidc", self.greffon(genre))
        self.regler("PUT", "/api/mod/plugin/oidc/reset", {})

    def connecter(self, nom):
        """The browser of somebody who is signed in there, and agrees to tell the portail who it is."""
        navigateur = Navigateur(self.port)
        fait = navigateur.demander("POST", "/api/auth/", {"username": nom, "password": MOT})
        assert fait.status == 200, fait.texte
        fait = navigateur.demander("PUT", f"/api/auth/grant/{self.client}", {"scope": "openid"})
        assert fait.status == 200, fait.texte
        return navigateur

    def revenir(self, navigateur, adresse):
        """Where the provider sends the browser that came to `adresse` and went on from its sign-in page."""
        reponse = navigateur.demander("GET", adresse.removeprefix(self.origine) + "&g_continue")
        assert reponse.status == 302, (reponse.status, reponse.texte, self.journal())
        return reponse.getheader("Location")


if __name__ == "__main__":
    # For tests in another language: the issuer on a line, then until the input ends.
    import sys
    lance = Fournisseur().preparer(sys.argv[1])
    print(lance.emetteur, flush=True)
    sys.stdin.read()
    lance.fermer()
