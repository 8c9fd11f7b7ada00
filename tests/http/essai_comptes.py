"""Accounts by the API: from a request to a session, its limits, its end."""

import json
import unittest

from bases import SUR_POSTGRES, Refus
from comptes import BON, Atelier, Client, code_totp


class Comptes(unittest.TestCase):
    def setUp(self):
        self.atelier = Atelier().demarrer("--horloge", "2024-05-24T21:59:59Z")
        self.client = Client(self.atelier)

    def tearDown(self):
        self.atelier.fermer()

    def test_from_a_request_to_a_session_and_its_end(self):
        demande = dict(courriel="a@exemple.fr", nom="Exemple", prenom="Camille", mot_de_passe=BON)
        self.assertEqual(self.client.poster("/api/comptes", **demande).statut, 202)
        self.assertEqual(self.client.connecter("a@exemple.fr").statut, 401)
        jeton = self.atelier.jeton("a@exemple.fr", 1)
        message = self.atelier.courriels(1)[0]
        self.assertIn(f"http://127.0.0.1:{self.atelier.serveur.port}/activation?jeton={jeton}",
                      message.get_content())
        self.assertEqual(self.client.poster("/api/comptes/activation", jeton="faux").statut, 410)
        self.assertEqual(self.client.poster("/api/comptes/activation", jeton=jeton).statut, 204)
        perime = self.client.poster("/api/comptes/activation", jeton=jeton)
        self.assertEqual((perime.statut, perime.json["code"]), (410, "jeton.perime"))

        session = self.client.connecter("a@exemple.fr")
        self.assertEqual(session.statut, 201)
        self.assertEqual(set(session.json), {"csrf"})
        for attribut in ("HttpOnly", "SameSite=Lax", "Path=/"):
            self.assertIn(attribut, session.entetes["set-cookie"])
        self.assertNotIn("Secure", session.entetes["set-cookie"])
        compte = self.client.lire("/api/compte").json
        self.assertEqual((compte["courriel"], compte["role"], compte["second_facteur"]),
                         ("a@exemple.fr", "porteur", False))

        sans_jeton = self.client.demander("DELETE", "/api/sessions/courante",
                                          **{"X-CSRF-Token": "0" * 64})
        self.assertEqual((sans_jeton.statut, sans_jeton.json["code"]), (403, "session.csrf"))
        self.assertEqual(self.client.demander("DELETE", "/api/sessions/courante").statut, 204)
        self.assertEqual(self.client.lire("/api/compte").statut, 401)

    def test_known_and_unknown_addresses_look_the_same(self):
        self.atelier.inscrire("a@exemple.fr")
        for courriel in ("a@exemple.fr", "inconnu@exemple.fr"):
            reponses = [
                self.client.poster("/api/comptes", courriel=courriel, nom="X", prenom="Y",
                                   mot_de_passe="une autre phrase"),
                self.client.poster("/api/comptes/mot-de-passe", courriel=courriel),
                self.client.connecter(courriel, "pas le bon mot")]
            vues = [(r.statut, r.corps) for r in reponses]
            self.assertEqual([statut for statut, _ in vues], [202, 202, 401])
            if courriel == "a@exemple.fr":
                connues = vues
        self.assertEqual(vues, connues)

    def test_a_request_sent_twice_with_one_key_is_done_once(self):
        def demander(chemin="/api/comptes", cle="une-cle", **autres):
            corps = {"courriel": "a@exemple.fr", "nom": "Exemple", "prenom": "Camille",
                     "mot_de_passe": BON, **autres}
            if chemin.endswith("mot-de-passe"):
                corps = {"courriel": corps["courriel"]}
            return self.client.demander("POST", chemin, corps, **{"Idempotency-Key": cle})
        premiere, seconde = demander(), demander()
        self.assertEqual((premiere.statut, premiere.corps), (202, seconde.corps))
        self.assertEqual(seconde.statut, 202)
        autre = demander(prenom="Dominique")
        self.assertEqual((autre.statut, autre.json["code"]), (422, "rejeu.autre_demande"))
        self.assertEqual(demander("/api/comptes/mot-de-passe").statut, 422)
        self.assertEqual(demander(cle="x" * 201).statut, 400)
        jeton = self.atelier.jeton("a@exemple.fr")
        self.client.poster("/api/comptes/activation", jeton=jeton)
        # Known by now: a new key gets the other mail, the first key the first answer still.
        self.assertEqual(demander().corps, premiere.corps)
        self.assertEqual([(r.statut, r.corps) for r in (demander(cle="b"), demander(cle="b"))],
                         [(202, premiere.corps)] * 2)
        oubli = [demander("/api/comptes/mot-de-passe", "c").statut for _ in range(2)]
        self.assertEqual(oubli, [202, 202])
        self.atelier.jeton("a@exemple.fr", 2)  # that of the forgotten password: the last one written
        objets = sorted(str(m["Subject"]) for m in self.atelier.courriels(3))
        self.assertEqual(len(objets), 3, objets)

    def test_faults_name_their_fields(self):
        faute = self.client.poster("/api/comptes", courriel="a", nom="", prenom="Y",
                                   mot_de_passe="court")
        self.assertEqual(faute.statut, 422)
        self.assertEqual(faute.entetes["content-type"], "application/problem+json")
        self.assertEqual([(f["chemin"], f["code"]) for f in faute.json["fautes"]],
                         [("courriel", "courriel.forme"), ("nom", "nom.vide"),
                          ("mot_de_passe", "mot_de_passe.court")])
        self.assertEqual(self.client.demander("POST", "/api/comptes", "{", **{
            "Content-Type": "application/json"}).statut, 400)
        mal = self.client.poster("/api/sessions", courriel=12, mot_de_passe=BON)
        self.assertEqual((mal.statut, mal.json["chemin"]), (422, "courriel"))

    def test_ten_failures_stop_an_account(self):
        self.atelier.inscrire("a@exemple.fr")
        for _ in range(10):
            self.assertEqual(self.client.connecter("a@exemple.fr", "pas le bon mot").statut, 401)
        arret = self.client.connecter("a@exemple.fr")
        self.assertEqual((arret.statut, arret.json["code"]), (429, "session.trop_d_essais"))
        self.assertIn("retry-after", arret.entetes)

    def test_a_desk_has_a_code_for_each_sign_in(self):
        secret = self.atelier.guichet("ars", "ars@exemple.fr", "75")
        sans = self.client.connecter("ars@exemple.fr")
        self.assertEqual((sans.statut, sans.json["code"]), (401, "second_facteur"))
        code = code_totp(secret)
        self.assertEqual(self.client.connecter("ars@exemple.fr", code=code).statut, 201)
        self.assertEqual(Client(self.atelier).connecter("ars@exemple.fr", code=code).statut, 401)
        compte = self.client.lire("/api/compte").json
        self.assertEqual((compte["role"], compte["region"]), ("ars", "75"))

    def test_sessions_are_listed_and_closed(self):
        self.atelier.inscrire("a@exemple.fr")
        self.client.connecter("a@exemple.fr")
        autre = Client(self.atelier)
        autre.connecter("a@exemple.fr")
        sessions = self.client.lire("/api/sessions").json["sessions"]
        self.assertEqual(sorted(s["courante"] for s in sessions), [False, True])
        ailleurs = next(s["id"] for s in sessions if not s["courante"])
        self.assertEqual(self.client.demander("DELETE", f"/api/sessions/{ailleurs}").statut, 204)
        self.assertEqual(self.client.demander("DELETE", f"/api/sessions/{ailleurs}").statut, 404)
        self.assertEqual(autre.lire("/api/compte").statut, 401)
        self.assertEqual(self.client.lire("/api/compte").statut, 200)

    def test_changes_ask_the_password_again(self):
        self.atelier.inscrire("a@exemple.fr")
        self.client.connecter("a@exemple.fr")
        faux = self.client.demander("PUT", "/api/compte/mot-de-passe", {
            "mot_de_passe": "pas le bon mot", "nouveau": "tout autre chose"})
        self.assertEqual((faux.statut, faux.json["chemin"]), (422, "mot_de_passe"))
        self.assertEqual(self.client.demander("PUT", "/api/compte/mot-de-passe", {
            "mot_de_passe": BON, "nouveau": "tout autre chose"}).statut, 204)
        self.assertEqual(self.client.poster("/api/compte/courriel", courriel="b@exemple.fr",
                                            mot_de_passe="tout autre chose").statut, 202)
        jeton = self.atelier.jeton("b@exemple.fr")
        self.assertEqual(self.client.poster("/api/comptes/courriel", jeton=jeton).statut, 204)
        self.assertEqual(self.client.lire("/api/compte").json["courriel"], "b@exemple.fr")
        proposition = self.client.poster("/api/compte/second-facteur",
                                         mot_de_passe="tout autre chose").json
        pose = {"proposition": proposition["proposition"],
                "code": code_totp(proposition["totp_secret"])}
        self.assertEqual(self.client.demander("PUT", "/api/compte/second-facteur", pose).statut, 204)
        self.assertTrue(self.client.lire("/api/compte").json["second_facteur"])

    def test_a_forgotten_password_is_replaced_by_its_link(self):
        self.atelier.inscrire("a@exemple.fr")
        self.client.connecter("a@exemple.fr")
        self.assertEqual(self.client.poster("/api/comptes/mot-de-passe",
                                            courriel="a@exemple.fr").statut, 202)
        jeton = self.atelier.jeton("a@exemple.fr", 2)
        nouveau = Client(self.atelier)
        self.assertEqual(nouveau.poster("/api/comptes/mot-de-passe/nouveau", jeton=jeton,
                                        mot_de_passe="tout autre chose").statut, 204)
        self.assertEqual(nouveau.poster("/api/comptes/mot-de-passe/nouveau", jeton=jeton,
                                        mot_de_passe="tout autre chose").statut, 410)
        self.assertEqual(self.client.lire("/api/compte").statut, 401)
        self.assertEqual(nouveau.connecter("a@exemple.fr", "tout autre chose").statut, 201)

    def test_another_site_may_not_write(self):
        reponse = self.client.demander("POST", "/api/sessions", {"courriel": "a", "mot_de_passe": ""},
                                       **{"Sec-Fetch-Site": "cross-site"})
        self.assertEqual((reponse.statut, reponse.json["code"]), (403, "session.autre_site"))


class Commandes(unittest.TestCase):
    def test_a_role_of_the_whole_country_takes_no_region(self):
        atelier = Atelier()
        for role in ("admin", "national"):
            fait = atelier.commande("compte", "creer", "--role", role, "--region", "75",
                                    "--courriel", "x@exemple.fr", "--mot-de-passe-stdin",
                                    entree=BON + "\n")
            self.assertEqual(fait.returncode, 2, fait.stdout)
            self.assertIn("--region", fait.stderr)
        atelier.dossier.cleanup()

    def test_an_unknown_kind_of_base_is_no_file(self):
        atelier = Atelier()
        atelier.options[1] = "mysql://x"
        for mots in (["compte", "creer", "--role", "admin", "--courriel", "x@exemple.fr",
                      "--mot-de-passe-stdin"], ["journal", "verifier"], ["servir"]):
            fait = atelier.commande(*mots, entree=BON + "\n")
            self.assertNotEqual(fait.returncode, 0)
            self.assertIn("mysql", fait.stderr)
            self.assertIn("postgresql://", fait.stderr)
        atelier.dossier.cleanup()

    def test_the_start_says_where_mails_go_after_the_address(self):
        atelier = Atelier().demarrer()
        self.assertTrue(atelier.serveur.adresse.startswith("Le portail répond à l'adresse http"))
        self.assertIn(f"{atelier.chemin}/courrier", atelier.serveur.processus.stdout.readline())
        atelier.arreter()
        atelier.demarrer("--courrier", "smtp://nom:secret@relais.exemple:25", courrier=False)
        ligne = atelier.serveur.processus.stdout.readline()
        self.assertIn("smtp://relais.exemple:25", ligne)
        self.assertNotIn("secret", ligne)
        atelier.fermer()

    def test_a_desk_of_no_region_is_refused_in_words(self):
        atelier = Atelier()
        fait = atelier.commande("compte", "creer", "--role", "ars", "--region", "999",
                                "--courriel", "ars@exemple.fr", "--mot-de-passe-stdin",
                                entree=BON + "\n")
        self.assertEqual((fait.returncode, fait.stdout), (2, ""))
        self.assertIn("Aucune agence régionale n'a cette région", fait.stderr)
        atelier.guichet("ars", "ars@exemple.fr", "75")
        atelier.dossier.cleanup()

    def test_a_journal_is_looked_for_where_there_is_one(self):
        atelier = Atelier()
        absente = atelier.commande("journal", "verifier")
        self.assertEqual((absente.returncode, absente.stdout), (1, ""))
        self.assertIn("Aucune base à cet endroit", absente.stderr)
        self.assertEqual(list(atelier.chemin.glob("*.sqlite*")), [])
        if SUR_POSTGRES:
            self.assertEqual(atelier.executer("SELECT 1 FROM information_schema.tables "
                                              "WHERE table_schema = 'public'"), [])
        else:
            vide = atelier.chemin / "portail.sqlite"
            vide.touch()
            self.assertIn("Aucune base à cet endroit", atelier.commande("journal", "verifier").stderr)
            self.assertEqual(vide.read_bytes(), b"")
        atelier.guichet("ars", "ars@exemple.fr", "75")
        self.assertEqual(atelier.commande("journal", "verifier").returncode, 0)
        cle = atelier.chemin / "cle"
        cle.rename(atelier.chemin / "ailleurs")
        perdue = atelier.commande("journal", "verifier")
        self.assertEqual((perdue.returncode, perdue.stdout), (1, ""))
        self.assertIn("--cle", perdue.stderr)
        self.assertFalse(cle.exists())
        atelier.dossier.cleanup()


class Instants(unittest.TestCase):
    def test_links_follow_the_clock_that_the_server_believes(self):
        atelier = Atelier().demarrer("--horloge", "2024-05-24T12:00:00Z")
        client = Client(atelier)
        client.poster("/api/comptes", courriel="a@exemple.fr", nom="X", prenom="Y",
                      mot_de_passe=BON)
        jeton = atelier.jeton("a@exemple.fr", 1)
        atelier.arreter()
        atelier.demarrer("--horloge", "2024-05-26T12:00:00Z")
        self.assertEqual(client.poster("/api/comptes/activation", jeton=jeton).statut, 410)
        atelier.fermer()

    def test_a_session_outlives_a_restart_under_another_clock(self):
        atelier = Atelier().demarrer("--horloge", "2024-05-24T12:00:00Z")
        atelier.inscrire("a@exemple.fr")
        client = Client(atelier)
        client.connecter("a@exemple.fr")
        atelier.arreter()
        atelier.demarrer("--horloge", "2024-09-01T12:00:00Z")
        self.assertEqual(client.lire("/api/compte").statut, 200)
        atelier.fermer()


class Mandataire(unittest.TestCase):
    def test_only_a_trusted_proxy_says_that_it_is_tls(self):
        atelier = Atelier().demarrer("--mandataire", "127.0.0.1")
        atelier.inscrire("a@exemple.fr")
        derriere = Client(atelier, **{"X-Forwarded-Proto": "https",
                                      "X-Forwarded-For": "192.0.2.9"})
        self.assertIn("; Secure", derriere.connecter("a@exemple.fr").entetes["set-cookie"])
        atelier.arreter()
        atelier.demarrer()
        self.assertNotIn("Secure", derriere.connecter("a@exemple.fr").entetes["set-cookie"])
        atelier.fermer()


class Journal(unittest.TestCase):
    def test_the_journal_is_checked_by_a_command(self):
        atelier = Atelier().demarrer()
        atelier.inscrire("a@exemple.fr")
        Client(atelier).connecter("a@exemple.fr", "pas le bon mot")
        atelier.arreter()
        sain = atelier.commande("journal", "verifier")
        self.assertEqual(sain.returncode, 0, sain.stderr)
        lignes = atelier.executer("SELECT * FROM journal")
        self.assertEqual(len(lignes), 3)
        self.assertNotIn("exemple", json.dumps(lignes))
        changer = "UPDATE journal SET acteur = 'autre' WHERE numero = 2"
        with self.assertRaisesRegex(Refus, "ajout seul"):
            atelier.executer(changer)
        atelier.executer("DROP TRIGGER journal_fixe" + (" ON journal" if SUR_POSTGRES else ""))
        atelier.executer(changer)
        rompu = atelier.commande("journal", "verifier")
        self.assertEqual(rompu.returncode, 1)
        self.assertIn("ligne 2", rompu.stderr)
        atelier.dossier.cleanup()

    def test_another_key_is_refused_at_the_start(self):
        atelier = Atelier().demarrer()
        atelier.arreter()
        (atelier.chemin / "cle").unlink()
        autre = atelier.commande("journal", "verifier")
        self.assertEqual(autre.returncode, 1)
        self.assertIn("--cle", autre.stderr)
        self.assertIn(str(atelier.chemin / "cle"), autre.stderr)
        atelier.dossier.cleanup()

    def test_desks_are_made_with_what_they_need(self):
        atelier = Atelier()
        mots = ("compte", "creer", "--courriel", "x@exemple.fr", "--mot-de-passe-stdin", "--role")
        self.assertEqual(atelier.commande(*mots, "ars", entree=BON).returncode, 2)
        self.assertEqual(atelier.commande(*mots, "porteur", entree=BON).returncode, 2)
        self.assertEqual(atelier.commande(*mots, "pape", entree=BON).returncode, 2)
        self.assertEqual(atelier.commande(*mots, "national", entree="court").returncode, 2)
        fait = atelier.commande(*mots, "national", entree=BON)
        self.assertEqual(set(json.loads(fait.stdout)), {"courriel", "totp_secret"})
        self.assertEqual(fait.stdout.count("\n"), 1)
        self.assertEqual(atelier.commande(*mots, "national", entree=BON).returncode, 2)
        atelier.dossier.cleanup()


if __name__ == "__main__":
    unittest.main()
