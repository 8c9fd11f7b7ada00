"""Every route of the API and every page, as nobody, as each role, and as the people of another
organisation and of another region: the answers are those of the committed tables."""

import pathlib
import re
import unittest
import urllib.parse

from comptes import Atelier, Client, code_totp
from dossiers import GUICHET, OUVERT, Porteur, contenu

RACINE = pathlib.Path(__file__).resolve().parents[2]
GUICHETS = ["ars", "comite", "national", "grades", "collectif", "comptable", "admin"]
# A provider that nobody calls, so that its pages are walked too.
OPENID = ["--openid-emetteur", "https://id.example", "--openid-client", "grappe", "--openid-secret"]
# Refused for want of a right, of a page or of an object: told from "what you sent is wrong".
REFUS = (403, 404)
# Bodies without which a request is refused for its form, before anybody asks whose dossier it is.
CORPS = {"/accords": {"finess_ej": "339800005", "accord": True}, "/maturite/1": {"reponses": {}},
         "/planning": {"phases": []}}


def matrice():
    """{permission: {role: link}}"""
    lignes = (RACINE / "tests/committed/access-matrix.txt").read_text().splitlines()
    roles = lignes[0].split()[1:-1]
    return {mots[0]: dict(zip(roles, mots[1:])) for mots in map(str.split, lignes[1:])}


def options_openid(atelier):
    secret = atelier.chemin / "secret-openid"
    secret.write_text("secret\n")
    secret.chmod(0o600)
    return [*OPENID, str(secret)]


class Marche(unittest.TestCase):
    """What the walks share: a server with its people, and its routes."""

    @classmethod
    def setUpClass(cls):
        cls.atelier = Atelier()
        openid = options_openid(cls.atelier)
        liste = cls.atelier.commande("servir", "--routes", *openid)
        assert liste.returncode == 0, liste.stderr
        cls.routes = [tuple(ligne.split(" ")) for ligne in liste.stdout.splitlines()]
        cls.atelier.demarrer("--horloge", OUVERT, *openid)
        cls.matrice = matrice()

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    @classmethod
    def guichet(cls, role, region, courriel=None):
        courriel = courriel or f"{role}@exemple.fr"
        secret = cls.atelier.guichet(role, courriel, region)
        client = Client(cls.atelier)
        fait = client.connecter(courriel, code=code_totp(secret))
        assert fait.statut == 201, fait.corps
        return client

    def gardees(self):
        routes = [route for route in self.routes if route[2] != "-"]
        self.assertGreater(len(routes), 100)
        return routes

    def envoyer(self, client, methode, chemin, **entetes):
        """One request with an empty body of the right kind, whatever it does to the session."""
        if methode in ("GET", "DELETE"):
            corps = None
        elif chemin.startswith("/api/"):
            corps = next((corps for fin, corps in CORPS.items() if chemin.endswith(fin)), {})
        else:
            corps, entetes["Content-Type"] = "", "application/x-www-form-urlencoded"
        if methode == "PUT":
            entetes["If-Match"] = '"1"'
        if "session" not in chemin and chemin != "/deconnexion":
            return client.demander(methode, chemin, corps, **entetes)
        sessions = self.atelier.executer("SELECT * FROM session_ouverte")
        reponse = client.demander(methode, chemin, corps, **entetes)
        with self.atelier.sienne as base:
            for session in sessions:
                base.executer("INSERT INTO session_ouverte VALUES (?,?,?,?,?,?,?) "
                              "ON CONFLICT DO NOTHING", *session)
        return reponse

    def etat(self):
        with self.atelier.sienne as base:
            return {table: sorted(map(repr, base.executer(f"SELECT * FROM {table}")))
                    for table in ("compte", "dossier", "dossier_version", "piece", "depot", "fiche", "verdict", "note",
                                  "message", "membre", "instruction_nationale", "recevabilite", "lettre", "exportation", "planning",
                                  "comite", "mouvement", "portefeuille")}


def refuse_le_role(reponse):
    return reponse.statut == 403 and '"acces.refuse"' in reponse.corps


class ParRole(Marche):
    """With an id that exists nowhere: rights come before existence."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.atelier.inscrire("porteur@exemple.fr")
        cls.clients = {"porteur": Client(cls.atelier)}
        assert cls.clients["porteur"].connecter("porteur@exemple.fr").statut == 201
        for role in GUICHETS:
            cls.clients[role] = cls.guichet(role, None if role in ("national", "admin") else "75")

    def peut(self, permission, role):
        roles = [role, "membre"] if role == "porteur" else [role]
        # An account of the public also supports those who invited it, under their word.
        soutien = role == "porteur" and any(self.matrice[permission][un] in ("invite", "conseil")
                                            for un in ("grades", "collectif"))
        return soutien or any(self.matrice[permission][un] != "-" for un in roles)

    def concret(self, chemin):
        return re.sub(r"\{[^}]*\}", "0", chemin)

    def test_the_routes_are_those_of_the_committed_table(self):
        # `grappe-portail servir --routes` writes it (with a provider named). A guarded route may be newer
        # than the table: it is walked all the same. An open one, or one whose permission changed, may not.
        ecrites = set((RACINE / "tests/committed/routes.txt").read_text().splitlines())
        presentes = {" ".join(route) for route in self.routes}
        self.assertEqual(sorted(ecrites - presentes), [])
        self.assertEqual([route for route in sorted(presentes - ecrites) if route.endswith(" -")], [])

    def test_each_permission_of_a_route_is_in_the_matrix(self):
        for methode, chemin, permission in self.gardees():
            self.assertIn(permission, self.matrice, f"{methode} {chemin}")

    def test_what_everybody_may_write_is_named_here(self):
        ouvertes = {chemin for methode, chemin, permission in self.routes
                    if permission == "-" and methode != "GET"}
        self.assertEqual(ouvertes, {
            # they write nothing
            "/api/check", "/simulateur", "/simulateur/apercu", "/simulateur/json", "/simulateur/pdf",
            "/simulateur/xlsx",
            # what one does before being signed in
            "/api/comptes", "/api/comptes/activation", "/api/comptes/courriel",
            "/api/comptes/mot-de-passe", "/api/comptes/mot-de-passe/nouveau", "/api/sessions",
            "/activation", "/compte/courriel", "/connexion", "/connexion/reprise", "/inscription",
            "/mot-de-passe", "/mot-de-passe/nouveau"})

    def test_nobody_gets_through_a_guard(self):
        for methode, chemin, _ in self.gardees():
            reponse = self.envoyer(Client(self.atelier), methode, self.concret(chemin))
            ou = f"{methode} {chemin}"
            if chemin.startswith("/api/"):
                self.assertEqual((reponse.statut, reponse.json["code"]), (401, "session.requise"), ou)
            elif reponse.statut in (200, 401):  # a form that is carried through the sign-in
                self.assertEqual(methode, "POST", ou)
                if reponse.corps:  # a script that follows the typing gets a status and no page
                    self.assertIn('action="/connexion', reponse.corps, ou)
            else:
                self.assertEqual(reponse.statut, 303, ou)
                self.assertTrue(reponse.entetes["location"].startswith("/connexion"), ou)

    def test_a_forged_session_is_nobody(self):
        client = Client(self.atelier)
        client.cookie = "A" * 43
        self.assertEqual(client.lire("/api/compte").statut, 401)

    def test_each_role_gets_what_the_matrix_says(self):
        for methode, chemin, permission in self.gardees():
            for role, client in self.clients.items():
                reponse = self.envoyer(client, methode, self.concret(chemin))
                ou = f"{role} {methode} {chemin}: {reponse.statut} {reponse.corps[:200]}"
                self.assertNotEqual(reponse.statut, 401, ou)
                self.assertEqual(refuse_le_role(reponse), not self.peut(permission, role), ou)

    def test_no_write_without_its_token(self):
        avant = self.etat()
        for methode, chemin, permission in self.gardees():
            if methode == "GET":
                continue
            for role, client in self.clients.items():
                if not self.peut(permission, role):
                    continue
                for entetes in ({"X-CSRF-Token": "f" * 64}, {"X-CSRF-Token": ""}):
                    reponse = self.envoyer(client, methode, self.concret(chemin), **entetes)
                    ou = f"{role} {methode} {chemin}: {reponse.statut} {reponse.corps[:200]}"
                    if reponse.statut == 200:  # the form is given back, with the token of this session
                        self.assertIn(f'name="csrf" value="{client.csrf}"', reponse.corps, ou)
                    elif reponse.corps:
                        self.assertEqual((reponse.statut, reponse.json["code"]), (403, "session.csrf"), ou)
                    else:  # for the script that follows the typing
                        self.assertIn(reponse.statut, (401, 403), ou)
        self.assertEqual(self.etat(), avant)

    def test_no_write_from_another_site(self):
        for methode, chemin, permission in self.routes:
            if methode == "GET":
                continue
            client = self.clients["admin" if permission == "-" or self.peut(permission, "admin") else "porteur"]
            reponse = self.envoyer(client, methode, self.concret(chemin), **{"Sec-Fetch-Site": "cross-site"})
            if not chemin.startswith(("/api/check", "/simulateur")):  # they write nothing
                self.assertEqual((reponse.statut, reponse.json["code"]), (403, "session.autre_site"),
                                 f"{methode} {chemin}")

    def test_the_way_back_stays_on_this_site(self):
        for ailleurs in ("//exemple.fr/", "https://exemple.fr/", "/\\exemple.fr", "/nulle-part", "/%0d%0aX:y",
                         "/%2f/exemple.fr", "/%5cexemple.fr", "///exemple.fr", "/./dossiers", "javascript:alert(1)",
                         "/\texemple.fr", "/dossiers/../../exemple.fr", "\\\\exemple.fr", "http:exemple.fr"):
            client = Client(self.atelier)
            reponse = client.demander(
                "POST", "/connexion",
                "courriel=porteur@exemple.fr&mot_de_passe=une+phrase+de+passe&retour="
                + urllib.parse.quote(ailleurs, safe="%"),
                **{"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"})
            self.assertEqual((reponse.statut, reponse.entetes["location"]), (303, "/dossiers"), ailleurs)

    def test_refused_accesses_are_in_the_journal(self):
        self.clients["ars"].demander("DELETE", "/api/sessions", **{"X-CSRF-Token": "f" * 64})
        refus = self.atelier.executer("SELECT acte, objet, detail FROM journal WHERE issue = 'refuse'")
        self.assertIn(("compte.sien", "route:/api/sessions", "session.csrf"), refus)


class ParObjet(Marche):
    """With the id of a dossier, of a piece, that are there, and belong to others."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.porteur = Porteur(cls.atelier, "porteur@exemple.fr")
        cls.depose, piece = cls.deposer(cls)
        cls.brouillon = cls.porteur.commencer()
        piece_du_brouillon = cls.porteur.joindre(cls.brouillon, "DOC-05").json["id"]
        cls.pieces = {cls.depose: piece, cls.brouillon: piece_du_brouillon}
        cls.ars = cls.guichet("ars", "75")
        # Deposited at the desk of region 75 (Nouvelle-Aquitaine).
        assert cls.ars.poster(cls.depose + "/instruction").statut == 201
        cls.etrangers = {"another organisation": Porteur(cls.atelier, "voisin@exemple.fr")}
        for role in ("ars", "comite", "grades", "collectif", "comptable"):
            cls.etrangers[f"{role} of another region"] = cls.guichet(role, "94", f"{role}94@exemple.fr")
        for role in ("grades", "collectif"):
            cls.etrangers[f"{role} not invited"] = cls.guichet(role, "75")
        cls.etrangers["admin"] = cls.guichet("admin", None)

    def deposer(cls):
        dossier = cls.porteur.commencer()
        assert cls.porteur.ecrire(dossier, contenu(15), 1).statut == 200
        piece = cls.porteur.joindre(dossier, "DOC-05").json["id"]
        depot = cls.porteur.deposer(dossier, GUICHET)
        assert depot.statut == 201, depot.corps
        return dossier, piece

    def des_dossiers(self):
        return [(m, c, p) for m, c, p in self.gardees() if re.match(r"(/api)?(/bureau)?/dossiers/\{", c)]

    def concret(self, chemin, dossier):
        id_ = dossier.rsplit("/", 1)[1]
        premier, *autres = re.findall(r"\{[^}]*\}", chemin)
        chemin = chemin.replace(premier, id_)
        for autre in autres:
            est_piece = "piece" in autre or "/pieces/" in chemin.split(autre)[0][-8:]
            chemin = chemin.replace(autre, self.pieces[dossier] if est_piece else "1")
        return chemin

    def test_the_dossier_of_another_is_neither_read_nor_written(self):
        routes = self.des_dossiers()
        self.assertGreater(len(routes), 60)
        for dossier in (self.depose, self.brouillon):
            avant = self.etat()
            for qui, client in self.etrangers.items():
                for methode, chemin, permission in routes:
                    if qui == "admin" and self.matrice[permission]["admin"] != "-":
                        continue
                    reponse = self.envoyer(client, methode, self.concret(chemin, dossier))
                    self.assertIn(reponse.statut, REFUS,
                                  f"{qui} {methode} {chemin}: {reponse.statut} {reponse.corps[:300]}")
            self.assertEqual(self.etat(), avant)

    def test_a_draft_is_not_its_desks_yet(self):
        avant = self.etat()
        for methode, chemin, _ in self.des_dossiers():
            reponse = self.envoyer(self.ars, methode, self.concret(chemin, self.brouillon))
            self.assertIn(reponse.statut, REFUS, f"{methode} {chemin}: {reponse.statut} {reponse.corps[:300]}")
        self.assertEqual(self.etat(), avant)

    def test_the_porteur_reads_no_page_of_its_desk(self):
        for methode, chemin, permission in self.routes:
            if chemin.startswith("/bureau") and permission != "-":
                reponse = self.envoyer(self.porteur, methode, re.sub(r"\{[^}]*\}", self.depose.rsplit("/", 1)[1], chemin))
                self.assertIn(reponse.statut, REFUS, f"{methode} {chemin}")

    def test_the_lists_show_a_stranger_nothing(self):
        id_ = self.depose.rsplit("/", 1)[1]
        for qui, client in self.etrangers.items():
            for chemin in ("/api/dossiers", "/dossiers", "/bureau"):
                reponse = client.lire(chemin)
                self.assertNotIn(id_, reponse.corps, f"{qui} {chemin}")


del Marche  # its subclasses are the tests


if __name__ == "__main__":
    unittest.main()
