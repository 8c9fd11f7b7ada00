"""Every route of the API as nobody and as each role: the answers are those of the access matrix."""

import pathlib
import unittest

from comptes import Atelier, Client, code_totp

RACINE = pathlib.Path(__file__).resolve().parents[2]
GUICHETS = ["ars", "comite", "national", "grades", "collectif", "comptable", "admin"]
PAGES_GARDEES = ["/compte", "/bureau", "/administration/courriers", "/compte/second-facteur/qr.svg", "/dossiers", "/dossiers/nouveau",
                 "/dossiers/0", "/dossiers/0/saisie", "/dossiers/0/pieces", "/dossiers/0/pieces/0",
                 "/dossiers/0/depot", "/dossiers/0/recepisse", "/dossiers/0/historique",
                 "/dossiers/0/messages", "/bureau/dossiers/0/messages",
                 "/bureau/dossiers/0/messages/1/fichiers/0"]


def matrice():
    """{permission: {role: link}}"""
    lignes = (RACINE / "tests/committed/access-matrix.txt").read_text().splitlines()
    roles = lignes[0].split()[1:-1]
    return {mots[0]: dict(zip(roles, mots[1:])) for mots in map(str.split, lignes[1:])}


class Acces(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = Atelier().demarrer()
        cls.atelier.inscrire("porteur@exemple.fr")
        cls.clients = {"porteur": Client(cls.atelier)}
        assert cls.clients["porteur"].connecter("porteur@exemple.fr").statut == 201
        for role in GUICHETS:
            secret = cls.atelier.guichet(role, f"{role}@exemple.fr", "75")
            cls.clients[role] = Client(cls.atelier)
            fait = cls.clients[role].connecter(f"{role}@exemple.fr", code=code_totp(secret))
            assert fait.statut == 201, fait.corps
        cls.matrice = matrice()
        cls.routes = [
            (methode.upper(), chemin, route.get("x-permission"))
            for chemin, methodes in Client(cls.atelier).lire("/api/openapi.json").json[
                "paths"].items()
            for methode, route in methodes.items()]

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    def envoyer(self, client, methode, chemin, **entetes):
        # An id that exists nowhere: rights come before existence.
        return client.demander(methode, chemin.replace("{", "0").replace("}", ""),
                               None if methode in ("GET", "DELETE") else {}, **entetes)

    def peut(self, permission, role):
        roles = [role, "membre"] if role == "porteur" else [role]
        return any(self.matrice[permission][un] != "-" for un in roles)

    def test_nobody_gets_through_a_guard(self):
        gardees = [route for route in self.routes if route[2]]
        self.assertGreater(len(gardees), 8)
        for methode, chemin, _ in gardees:
            reponse = self.envoyer(Client(self.atelier), methode, chemin)
            self.assertEqual((reponse.statut, reponse.json["code"]), (401, "session.requise"),
                             f"{methode} {chemin}")

    def test_a_forged_session_is_nobody(self):
        client = Client(self.atelier)
        client.cookie = "A" * 43
        self.assertEqual(client.lire("/api/compte").statut, 401)

    def test_each_role_gets_what_the_matrix_says(self):
        for methode, chemin, permission in self.routes:
            if not permission or methode == "DELETE":
                continue
            for role, client in self.clients.items():
                reponse = self.envoyer(client, methode, chemin)
                refuse = reponse.statut == 403 and reponse.json["code"] == "acces.refuse"
                self.assertNotEqual(reponse.statut, 401, f"{role} {methode} {chemin}")
                self.assertEqual(refuse, not self.peut(permission, role),
                                 f"{role} {methode} {chemin}")

    def test_no_write_without_its_token(self):
        for methode, chemin, permission in self.routes:
            if not permission or methode == "GET":
                continue
            for role, client in self.clients.items():
                if not self.peut(permission, role):
                    continue
                reponse = self.envoyer(client, methode, chemin, **{"X-CSRF-Token": "f" * 64})
                self.assertEqual((reponse.statut, reponse.json["code"]), (403, "session.csrf"),
                                 f"{role} {methode} {chemin}")

    def test_a_guarded_page_leads_to_the_sign_in(self):
        for page in PAGES_GARDEES:
            reponse = Client(self.atelier).lire(page, Accept="text/html")
            self.assertEqual((reponse.statut, reponse.entetes["location"]),
                             (303, "/connexion?retour=" + page))

    def test_the_way_back_stays_on_this_site(self):
        for ailleurs in ("//exemple.fr/", "https://exemple.fr/", "/\\exemple.fr", "/nulle-part"):
            client = Client(self.atelier)
            reponse = client.demander(
                "POST", "/connexion",
                "courriel=porteur@exemple.fr&mot_de_passe=une+phrase+de+passe&retour=" + ailleurs,
                **{"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"})
            self.assertEqual((reponse.statut, reponse.entetes["location"]), (303, "/compte"))

    def test_refused_accesses_are_in_the_journal(self):
        ars = self.clients["ars"]
        ars.demander("DELETE", "/api/sessions", **{"X-CSRF-Token": "f" * 64})
        import sqlite3
        with sqlite3.connect(self.atelier.chemin / "portail.sqlite") as base:
            refus = base.execute("SELECT acte, objet, detail FROM journal WHERE issue = 'refuse'")
            self.assertIn(("compte.sien", "route:/api/sessions", "session.csrf"), refus.fetchall())


if __name__ == "__main__":
    unittest.main()
