"""Signing in through a real OpenID Connect provider (glewlwyd): what works, and each way it must not."""

import http.server
import json
import pathlib
import re
import threading
import time
import unittest
import urllib.parse

from comptes import BON, Atelier, Client, code_totp
from fournisseur import Fournisseur, port_libre

FORMULAIRE = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"}


class Navigation(Client):
    """A browser on the pages: keeps every cookie that the portail gives."""

    def __init__(self, atelier):
        super().__init__(atelier)
        self.cookies = {}

    def demander(self, methode, chemin, corps=None, **entetes):
        entetes = {"Accept": "text/html", **entetes}
        entetes["Cookie"] = "; ".join(f"{n}={v}" for n, v in self.cookies.items())
        self.cookie = None
        reponse = super().demander(methode, chemin, corps, **entetes)
        for nom, valeur in re.findall(r"(session|depart)=([\w-]*);", reponse.entetes.get("set-cookie", "")):
            self.cookies[nom] = valeur
        return reponse

    def envoyer(self, chemin, **champs):
        return self.demander("POST", chemin, urllib.parse.urlencode(champs), **FORMULAIRE)

    def cache(self, reponse, nom):
        return re.search(rf'name="{nom}" value="([^"]*)"', reponse.corps)[1]

    def entrer_par_mot_de_passe(self, courriel, mot=BON):
        fait = self.envoyer("/connexion", courriel=courriel, mot_de_passe=mot)
        assert fait.statut == 303, fait.corps
        return self

    def est_connecte(self):
        return self.demander("GET", "/compte").statut == 200


def chemin_de(adresse):
    morceaux = urllib.parse.urlsplit(adresse)
    return morceaux.path + "?" + morceaux.query


class OpenidConnect(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = Atelier()
        cls.port = port_libre()
        cls.base = f"http://127.0.0.1:{cls.port}"
        cls.fournisseur = Fournisseur().preparer(cls.base + "/connexion/openid/retour")
        cls.lancer()
        for nom in ("camille", "dominique"):
            cls.atelier.inscrire(f"{nom}@exemple.fr")

    @classmethod
    def lancer(cls, *options):
        secret = cls.atelier.chemin / "secret-openid"
        secret.write_text(cls.fournisseur.secret + "\n")
        secret.chmod(0o600)
        cls.atelier.demarrer("--ecoute", f"127.0.0.1:{cls.port}", "--openid-emetteur",
                             cls.fournisseur.emetteur, "--openid-client", cls.fournisseur.client,
                             "--openid-secret", str(secret), "--openid-nom", "Le Fournisseur", *options)

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()
        cls.fournisseur.fermer()

    def journal(self, acte):
        return self.atelier.executer("SELECT objet, issue, detail FROM journal WHERE acte = ?", acte)

    def attendre_lettre(self, courriel, objet):
        fin = time.monotonic() + 20
        while not any(str(m["To"]).strip("<>") == courriel and m["Subject"] == objet
                      for m in self.atelier.courriels(0)):
            self.assertLess(time.monotonic(), fin, f"no « {objet} » to {courriel}")
            time.sleep(0.05)

    def aller(self, navigation, chemin="/connexion/openid"):
        parti = navigation.demander("GET", chemin)
        self.assertEqual(parti.statut, 303, parti.corps)
        self.assertTrue(parti.entetes["location"].startswith(self.fournisseur.emetteur + "/auth?"))
        return parti.entetes["location"]

    def passer(self, navigation, nom, chemin="/connexion/openid"):
        """All the way there and back; the answer of the portail."""
        retour = self.fournisseur.revenir(self.fournisseur.connecter(nom), self.aller(navigation, chemin))
        return navigation.demander("GET", chemin_de(retour))

    def lier(self, nom, courriel=None):
        navigation = Navigation(self.atelier).entrer_par_mot_de_passe(courriel or f"{nom}@exemple.fr")
        page = self.passer(navigation, nom, "/compte/openid")
        self.assertEqual(page.statut, 200, page.corps)
        return navigation, page, navigation.envoyer(
            "/compte/openid", csrf=navigation.cache(page, "csrf"), mot_de_passe=BON,
            proposee=navigation.cache(page, "proposee"))

    def delier(self, navigation):
        csrf = navigation.cache(navigation.demander("GET", "/compte"), "csrf")
        return navigation.envoyer("/compte/openid/retrait", csrf=csrf, mot_de_passe=BON)

    def test_the_sign_in_shows_the_provider(self):
        page = Navigation(self.atelier).demander("GET", "/connexion?retour=/dossiers")
        self.assertIn('href="/connexion/openid?retour=%2Fdossiers"', page.corps.replace("&#x2F;", "/"))
        self.assertIn("Se connecter avec Le Fournisseur", page.corps)

    def test_an_identity_bound_by_its_owner_enters_and_comes_back_where_it_wanted(self):
        deja = len(self.journal("openid.lier"))
        lie, _, fait = self.lier("camille")
        self.assertIn("ouvre désormais votre compte", fait.corps)
        self.attendre_lettre("camille@exemple.fr", "Une identité est liée à votre compte")
        venue = Navigation(self.atelier)
        retour = self.passer(venue, "camille", "/connexion/openid?retour=/dossiers")
        self.assertEqual((retour.statut, retour.entetes["location"]), (303, "/dossiers"))
        self.assertTrue(venue.est_connecte())
        self.assertEqual(venue.cookies["depart"], "")
        self.assertIn("openid", [detail for _, _, detail in self.journal("session.ouvrir")])
        self.assertEqual(len(self.journal("openid.lier")), deja + 1)
        self.delier(lie)
        self.assertFalse(self.entre("camille"))

    def entre(self, nom):
        venue = Navigation(self.atelier)
        reponse = self.passer(venue, nom)
        if reponse.statut == 303:
            return venue.est_connecte()
        self.assertEqual(reponse.statut, 401)
        self.assertIn("liée à aucun compte", reponse.corps)
        return False

    def test_a_known_address_is_no_binding(self):
        # The provider knows "dominique" by the address that has an account here: nothing opens.
        self.assertFalse(self.entre("dominique"))
        self.assertIn(("", "refuse", "openid.inconnue"), self.journal("session.ouvrir"))

    def test_binding_asks_the_password(self):
        navigation = Navigation(self.atelier).entrer_par_mot_de_passe("dominique@exemple.fr")
        page = self.passer(navigation, "dominique", "/compte/openid")
        fait = navigation.envoyer("/compte/openid", csrf=navigation.cache(page, "csrf"),
                                  proposee=navigation.cache(page, "proposee"), mot_de_passe="faux")
        self.assertEqual(fait.statut, 422)
        self.assertFalse(self.entre("dominique"))

    def test_an_identity_offered_to_one_account_does_not_bind_another(self):
        camille = Navigation(self.atelier).entrer_par_mot_de_passe("camille@exemple.fr")
        page = self.passer(camille, "camille", "/compte/openid")
        dominique = Navigation(self.atelier).entrer_par_mot_de_passe("dominique@exemple.fr")
        csrf = dominique.cache(dominique.demander("GET", "/compte"), "csrf")
        fait = dominique.envoyer("/compte/openid", csrf=csrf, mot_de_passe=BON,
                                 proposee=camille.cache(page, "proposee"))
        self.assertEqual(fait.statut, 422)
        self.assertIn("plus de dix minutes", fait.corps)

    def test_one_identity_opens_one_account(self):
        lie, _, _ = self.lier("camille")
        _, _, fait = self.lier("camille", "dominique@exemple.fr")
        self.assertIn("déjà liée à un autre compte", fait.corps)
        self.delier(lie)

    def test_the_answer_of_another_browser_is_refused(self):
        # Login CSRF: an attacker gives a victim the end of the attacker's own attempt.
        attaquant, victime = Navigation(self.atelier), Navigation(self.atelier)
        retour = self.fournisseur.revenir(self.fournisseur.connecter("camille"), self.aller(attaquant))
        self.assertEqual(victime.demander("GET", chemin_de(retour)).statut, 401)
        self.aller(victime)  # an attempt of its own: another state
        self.assertEqual(victime.demander("GET", chemin_de(retour)).statut, 401)
        self.assertFalse(victime.est_connecte())

    def test_a_code_serves_once(self):
        lie, _, _ = self.lier("camille")
        venue = Navigation(self.atelier)
        retour = self.fournisseur.revenir(self.fournisseur.connecter("camille"), self.aller(venue))
        depart = venue.cookies["depart"]
        self.assertEqual(venue.demander("GET", chemin_de(retour)).statut, 303)
        voleur = Navigation(self.atelier)
        voleur.cookies["depart"] = depart
        self.assertEqual(voleur.demander("GET", chemin_de(retour)).statut, 401)
        self.delier(lie)

    def test_a_refusal_there_is_said_here(self):
        venue = Navigation(self.atelier)
        etat = urllib.parse.parse_qs(urllib.parse.urlsplit(self.aller(venue)).query)["state"][0]
        reponse = venue.demander("GET", f"/connexion/openid/retour?error=access_denied&state={etat}")
        self.assertEqual(reponse.statut, 401)
        self.assertIn("abandonnée", reponse.corps)

    def test_the_keys_may_turn_and_change_kind(self):
        lie, _, _ = self.lier("camille")
        self.assertTrue(self.entre("camille"))
        self.fournisseur.tourner_les_cles("ecdsa")
        # An unknown key is looked for at most every ten seconds; the provider takes its time too.
        self.assertTrue(self.entre_bientot("camille", time.monotonic() + 60))
        self.delier(lie)

    def entre_bientot(self, nom, limite):
        try:
            return self.entre(nom)
        except AssertionError:
            if time.monotonic() > limite:
                raise
        time.sleep(2)
        return self.entre_bientot(nom, limite)

    def test_a_password_chosen_anew_by_mail_removes_the_binding(self):
        self.lier("camille")
        anonyme = Navigation(self.atelier)
        deja = len(self.atelier.jetons("camille@exemple.fr"))
        anonyme.envoyer("/mot-de-passe", courriel="camille@exemple.fr")
        jeton = self.atelier.jeton("camille@exemple.fr", deja + 1)
        self.assertEqual(anonyme.envoyer("/mot-de-passe/nouveau", jeton=jeton, nouveau=BON).statut, 200)
        self.assertFalse(self.entre("camille"))

    def test_a_desk_still_gives_its_code(self):
        secret = self.atelier.guichet("ars", "ars@exemple.fr", "75")
        navigation = Navigation(self.atelier)
        page = navigation.envoyer("/connexion", courriel="ars@exemple.fr", mot_de_passe=BON)
        fait = navigation.envoyer("/connexion", etape=navigation.cache(page, "etape"), code=code_totp(secret))
        self.assertEqual(fait.statut, 303, fait.corps)
        page = self.passer(navigation, "dominique", "/compte/openid")
        navigation.envoyer("/compte/openid", csrf=navigation.cache(page, "csrf"), mot_de_passe=BON,
                           proposee=navigation.cache(page, "proposee"))
        venue = Navigation(self.atelier)
        page = self.passer(venue, "dominique")
        self.assertEqual(page.statut, 200)
        self.assertIn("code de votre appareil", page.corps)
        self.assertNotIn("session", venue.cookies)
        etape = venue.cache(page, "etape")
        deja = [detail for _, _, detail in self.journal("session.ouvrir")].count("openid")
        self.assertEqual(venue.envoyer("/connexion", etape=etape, code="000000").statut, 401)
        fait = venue.envoyer("/connexion", etape=etape, code=code_totp(secret, 1))
        self.assertEqual(fait.statut, 303)
        self.assertTrue(venue.est_connecte())
        venues = [detail for _, _, detail in self.journal("session.ouvrir")]
        self.assertEqual(venues.count("openid"), deja + 1)
        self.delier(navigation)

    def test_a_provider_that_is_down_leaves_the_password(self):
        self.atelier.arreter()
        self.fournisseur.arreter()
        self.lancer()
        page = Navigation(self.atelier).demander("GET", "/connexion/openid")
        self.assertEqual(page.statut, 503)
        self.assertIn("ne répond pas pour le moment", page.corps)
        self.assertIn('name="mot_de_passe"', page.corps)
        Navigation(self.atelier).entrer_par_mot_de_passe("dominique@exemple.fr")
        self.fournisseur.demarrer()
        self.atelier.arreter()
        self.lancer()
        self.assertFalse(self.entre("dominique"))  # it answers again

    def test_the_secret_is_in_no_log_and_on_no_command_line(self):
        pid = self.atelier.serveur.processus.pid
        self.assertNotIn(self.fournisseur.secret, pathlib.Path(f"/proc/{pid}/cmdline").read_text())

    def test_a_secret_that_others_may_read_is_refused(self):
        ouvert = self.atelier.chemin / "ouvert"
        ouvert.write_text("x\n")
        ouvert.chmod(0o644)
        fait = self.atelier.commande("servir", "--openid-emetteur", "https://id.example", "--openid-client",
                                     "grappe", "--openid-secret", str(ouvert))
        self.assertEqual(fait.returncode, 1)
        self.assertIn("d'autres que vous", fait.stderr)


class Sourd(http.server.BaseHTTPRequestHandler):
    """A provider that announces itself and never gives a token."""

    def do_GET(self):
        emetteur = f"http://127.0.0.1:{self.server.server_port}"
        corps = json.dumps({
            "issuer": emetteur, "authorization_endpoint": emetteur + "/auth",
            "token_endpoint": emetteur + "/jeton", "jwks_uri": emetteur + "/cles",
            "id_token_signing_alg_values_supported": ["RS256"],
            "response_types_supported": ["code"]}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(corps)))
        self.end_headers()
        self.wfile.write(corps)

    def do_POST(self):
        self.server.demandes += 1
        self.server.fini.wait(20)

    def log_message(self, *_):
        pass


class FournisseurSourd(unittest.TestCase):
    def setUp(self):
        self.sourd = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Sourd)
        self.sourd.demandes, self.sourd.fini = 0, threading.Event()
        threading.Thread(target=self.sourd.serve_forever, daemon=True).start()
        self.atelier = Atelier()
        secret = self.atelier.chemin / "secret-openid"
        secret.write_text("secret\n")
        secret.chmod(0o600)
        self.atelier.demarrer(
            "--openid-emetteur", f"http://127.0.0.1:{self.sourd.server_port}",
            "--openid-client", "grappe", "--openid-secret", str(secret))

    def tearDown(self):
        self.sourd.fini.set()
        self.atelier.fermer()
        self.sourd.shutdown()
        self.sourd.server_close()

    def test_silence_is_waited_for_once_and_an_address_does_not_try_for_ever(self):
        venue = Navigation(self.atelier)
        parti = venue.demander("GET", "/connexion/openid")
        self.assertEqual(parti.statut, 303, parti.corps)
        etat = urllib.parse.parse_qs(urllib.parse.urlsplit(parti.entetes["location"]).query)["state"]
        depart = venue.cookies["depart"]

        def revenir():
            venue.cookies["depart"] = depart  # a browser may keep what it was told to forget
            return venue.demander("GET", f"/connexion/openid/retour?code=x&state={etat[0]}").statut
        self.assertEqual(revenir(), 503)
        debut = time.monotonic()
        self.assertEqual([revenir() for _ in range(5)], [503] * 5)
        self.assertLess(time.monotonic() - debut, 4)
        self.assertEqual(self.sourd.demandes, 1)
        fin = time.monotonic() + 60
        while (statut := revenir()) == 503 and time.monotonic() < fin:
            pass
        self.assertEqual(statut, 429)
        self.assertLess(self.sourd.demandes, 30)
        self.atelier.inscrire("a@exemple.fr")
        Navigation(self.atelier).entrer_par_mot_de_passe("a@exemple.fr")  # that door stays open


if __name__ == "__main__":
    unittest.main()
