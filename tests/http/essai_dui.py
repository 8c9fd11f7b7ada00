"""The DUI's server: its accounts, who may read what, its journal. On a fictitious organisation."""

import html
import json
import os
import pathlib
import re
import subprocess
import unittest
import urllib.parse

import comptes
from comptes import BON, Client, code_totp

RACINE = pathlib.Path(__file__).resolve().parents[2]
DUI = os.environ.get("GRAPPE_DUI", str(pathlib.Path(comptes.PORTAIL).with_name("grappe-dui")))
ROLES = ["direction", "encadrement", "professionnel", "secretariat", "informatique"]
JOUR = "2024-09-30"
DES_PROGRAMMES = ("/api/", "/fhir/")  # no page: nobody is led to the sign-in
A_MIDI = f"{JOUR}T10:00:00Z"


class Navigateur(Client):
    """A browser: it signs in by the page, and follows nothing."""

    contrat = None
    nom_du_cookie = "session_dui"

    def envoyer(self, chemin, **champs):
        if self.csrf:
            champs.setdefault("csrf", self.csrf)
        return self.demander("POST", chemin, urllib.parse.urlencode(champs),
                             **{"Content-Type": "application/x-www-form-urlencoded"})

    def connecter(self, courriel, mot_de_passe=BON, code=None):
        reponse = self.envoyer("/connexion", courriel=courriel, mot_de_passe=mot_de_passe)
        if code and (etape := re.search(r'name="etape" value="([^"]+)"', reponse.corps)):
            reponse = self.envoyer("/connexion", etape=etape[1], code=code)
        if reponse.statut == 303:
            self.cookie = re.match(r"session_dui=([\w-]+);", reponse.entetes["set-cookie"])[1]
            self.csrf = re.search(r'name="csrf" value="([^"]+)"', self.lire("/compte").corps)[1]
        return reponse


class AtelierDui(comptes.Atelier):
    """A DUI with an organisation that does not exist."""

    programme = DUI

    def __init__(self, faits=True):
        super().__init__()
        if faits:
            lignes = self.chemin / "organisation.ndjson"
            subprocess.run([DUI, "generer", str(lignes), "--etablissements", "3", "--personnes", "30",
                            "--au", JOUR], check=True, capture_output=True)
            fait = self.commande("import", str(lignes), sans_cle=True)
            assert fait.returncode == 0, fait.stderr
            self.etablissements = sorted(set(re.findall(r'"finess_et": ?"(\w+)"', lignes.read_text())))

    def demarrer(self, *options, courrier=True):
        courrier = ["--courrier", f"dossier:{self.chemin}/courrier"] if courrier else []
        self.serveur = comptes.Serveur("servir", "--ecoute", "127.0.0.1:0", *self.options, *courrier,
                                       "--horloge", A_MIDI, *options, programme=DUI)
        return self

    def commande(self, *mots, entree="", sans_cle=False):
        options = self.options[:-2] if sans_cle else self.options
        return subprocess.run([DUI, *mots, *options], input=entree, text=True, capture_output=True,
                              timeout=60)

    def compte(self, role, *etablissements):
        """A browser of that role, signed in."""
        courriel = f"{role}{'-'.join(etablissements)}@exemple.fr"
        mots = [mot for un in etablissements for mot in ("--finess", un)]
        fait = self.commande("compte", "creer", "--role", role, "--courriel", courriel, *mots,
                             "--mot-de-passe-stdin", entree=BON + "\n")
        assert fait.returncode == 0, fait.stderr
        secret = re.search(r'"totp_secret":"(\w+)"', fait.stdout)
        navigateur = Navigateur(self)
        entre = navigateur.connecter(courriel, code=code_totp(secret[1]) if secret else None)
        assert entre.statut == 303, entre.corps
        return navigateur


class Comptes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = AtelierDui(faits=False).demarrer()

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    def test_the_start_says_its_name_and_address(self):
        self.assertTrue(self.atelier.serveur.adresse.startswith("Le dossier usager répond à l'adresse http"))

    def test_nobody_asks_for_an_account(self):
        anonyme = Navigateur(self.atelier)
        for chemin in ("/inscription", "/activation"):
            self.assertEqual(anonyme.lire(chemin).statut, 404)
        self.assertNotIn("/inscription", anonyme.lire("/connexion").corps)

    def test_who_signs_or_keeps_accounts_has_a_second_factor(self):
        for role in ROLES:
            fait = self.atelier.commande("compte", "creer", "--role", role, "--courriel", f"f-{role}@exemple.fr",
                                         "--mot-de-passe-stdin", entree=BON + "\n")
            self.assertEqual("totp_secret" in fait.stdout, role in ("direction", "informatique"), role)
            entre = Navigateur(self.atelier).connecter(f"f-{role}@exemple.fr")
            self.assertEqual(entre.statut, 200 if role in ("direction", "informatique") else 303, role)
            self.assertEqual("set-cookie" in entre.entetes, entre.statut == 303, role)

    def test_the_roles_of_the_portail_are_none_here_and_the_other_way(self):
        for programme, role in ((DUI, "ars"), (DUI, "porteur"), (comptes.PORTAIL, "direction")):
            fait = subprocess.run([programme, "compte", "creer", "--role", role, "--courriel", "x@exemple.fr",
                                   "--mot-de-passe-stdin", "--donnees", str(self.atelier.chemin / "ailleurs")],
                                  input=BON + "\n", text=True, capture_output=True, timeout=60)
            self.assertEqual(fait.returncode, 2)
            self.assertIn("Ce rôle n'existe pas", fait.stderr)

    def test_an_establishment_is_a_number_with_its_key_named_once(self):
        for etablissements, mot in ((["330000002"], "330000002"), (["un"], "«\u00a0un\u00a0»"),
                                    (["330000001", "330000001"], "deux fois")):
            mots = [mot for un in etablissements for mot in ("--finess", un)]
            fait = self.atelier.commande("compte", "creer", "--role", "professionnel", "--courriel",
                                         "deux@exemple.fr", *mots, "--mot-de-passe-stdin", entree=BON + "\n")
            self.assertEqual(fait.returncode, 2, fait.stdout)
            self.assertIn(mot, fait.stderr)
        self.assertEqual(self.atelier.executer("SELECT 1 FROM compte WHERE courriel = 'deux@exemple.fr'"), [])

    def test_a_forgotten_password_is_chosen_again_by_mail(self):
        self.atelier.compte("secretariat")
        anonyme = Navigateur(self.atelier)
        anonyme.envoyer("/mot-de-passe", courriel="secretariat@exemple.fr")
        jeton = self.atelier.jeton("secretariat@exemple.fr")
        self.assertIn("/mot-de-passe/nouveau?jeton=" + jeton,
                      "".join(m.get_content() for m in self.atelier.courriels(1)))
        self.assertEqual(anonyme.envoyer("/mot-de-passe/nouveau", jeton=jeton,
                                         nouveau="une tout autre phrase").statut, 200)
        self.assertEqual(Navigateur(self.atelier).connecter("secretariat@exemple.fr").statut, 401)

    def test_the_journal_holds_and_tells_what_was_refused(self):
        self.atelier.compte("professionnel").demander("POST", "/compte/sessions", "csrf=faux", **{
            "Content-Type": "application/x-www-form-urlencoded", "X-CSRF-Token": "f" * 64})
        fait = self.atelier.commande("journal", "verifier")
        self.assertEqual(fait.returncode, 0, fait.stderr)
        self.assertIn("intact", fait.stdout)
        refus = self.atelier.executer("SELECT acte, detail FROM journal WHERE issue = 'refuse'")
        self.assertIn(("compte.sien", "session.csrf"), refus)

    def test_of_no_establishment_nothing_is_told(self):
        direction = self.atelier.compte("direction")
        for chemin in ("/api/plan", "/api/indicateurs/dmp"):
            refuse = direction.lire(chemin)
            self.assertEqual((refuse.statut, refuse.json["code"]), (404, "dui.aucun_etablissement"), refuse.corps)

    def test_a_page_that_is_not_there_is_a_page(self):
        reponse = Navigateur(self.atelier).lire("/nulle-part", Accept="text/html")
        self.assertEqual(reponse.statut, 404)
        self.assertIn("<h1>", reponse.corps)


class Acces(unittest.TestCase):
    """Each route as nobody and as each role: the answers are those of the committed tables."""

    @classmethod
    def setUpClass(cls):
        cls.atelier = AtelierDui()
        liste = cls.atelier.commande("servir", "--routes")
        assert liste.returncode == 0, liste.stderr
        cls.routes = [tuple(ligne.split(" ")) for ligne in liste.stdout.splitlines()]
        cls.atelier.demarrer()
        cls.navigateurs = {role: cls.atelier.compte(role) for role in ROLES}
        lignes = (RACINE / "tests/committed/access-matrix-dui.txt").read_text().splitlines()
        roles = lignes[0].split()[1:-1]
        cls.matrice = {mots[0]: dict(zip(roles, mots[1:])) for mots in map(str.split, lignes[1:])}

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    def gardees(self):
        return [route for route in self.routes if route[2] != "-"]

    def concret(self, chemin):
        return re.sub(r"\{[^}]*\}", "0", chemin)

    def envoyer(self, navigateur, methode, chemin):
        if methode == "GET":
            return navigateur.lire(chemin)
        return navigateur.demander(methode, chemin, "", **{
            "Content-Type": "application/x-www-form-urlencoded", "X-CSRF-Token": "0" * 64})

    def test_the_routes_are_those_of_the_committed_table(self):
        ecrites = (RACINE / "tests/committed/routes-dui.txt").read_text().splitlines()
        self.assertEqual([" ".join(route) for route in self.routes], ecrites)

    def test_what_everybody_may_write_is_named_here(self):
        self.assertEqual({chemin for methode, chemin, permission in self.routes
                          if permission == "-" and methode != "GET"},
                         {"/api/sessions", "/connexion", "/connexion/reprise", "/compte/courriel", "/mot-de-passe",
                          "/mot-de-passe/nouveau", "/relais/prise"})

    def test_each_fault_of_a_measure_is_told_and_what_was_typed_stays(self):
        page = self.navigateurs["direction"].lire("/indicateurs?au=hier&connu_le=demain&denominateur=tous").corps
        for dit in ("«\u00a0hier\u00a0» n'est pas un jour", "«\u00a0demain\u00a0» n'est pas un instant UTC", "«\u00a0tous\u00a0»"):
            self.assertIn(dit, html.unescape(page))
        self.assertIn('name="connu_le" value="demain"', page)
        lignes = map(json.loads, (self.atelier.chemin / "organisation.ndjson").read_text().splitlines())
        personne = next(un["id"] for un in lignes if un["type"] == "personne")
        dossier = self.navigateurs["direction"].lire(f"/dossiers/{personne}?connu_le=demain")
        self.assertEqual(dossier.statut, 200)
        self.assertIn("«\u00a0demain\u00a0» n'est pas un instant UTC", html.unescape(dossier.corps))

    def test_nobody_gets_through_a_guard(self):
        for methode, chemin, permission in self.gardees():
            reponse = self.envoyer(Navigateur(self.atelier), methode, self.concret(chemin))
            self.assertIn(permission, self.matrice)
            if reponse.statut == 401 and not chemin.startswith(DES_PROGRAMMES):  # a form is carried through the sign-in
                self.assertEqual(methode, "POST", chemin)
                self.assertIn('action="/connexion', reponse.corps, chemin)
                continue
            self.assertEqual(reponse.statut, 401 if chemin.startswith(DES_PROGRAMMES) else 303, f"{methode} {chemin}")

    def test_each_role_gets_what_the_matrix_says(self):
        for methode, chemin, permission in self.gardees():
            for role, navigateur in self.navigateurs.items():
                reponse = self.envoyer(navigateur, methode, self.concret(chemin))
                refuse = reponse.statut == 403 and methode == "GET"
                if methode == "GET":
                    self.assertEqual(refuse, self.matrice[permission][role] == "-",
                                     f"{role} {methode} {chemin}: {reponse.statut} {reponse.corps[:200]}")
                elif reponse.statut == 200:  # the form is given back to who may, with the token of this session
                    self.assertNotEqual(self.matrice[permission][role], "-", f"{role} {methode} {chemin}")
                    self.assertIn(f'name="csrf" value="{navigateur.csrf}"', reponse.corps)
                else:  # without its token, a write is refused to all
                    self.assertEqual(reponse.statut, 403, f"{role} {methode} {chemin}")
        self.assertEqual(self.atelier.executer("SELECT COUNT(*) FROM element")[0][0], 0)


if __name__ == "__main__":
    unittest.main()
