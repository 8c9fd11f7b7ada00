"""The DUI's API: its sessions, the figures of the commands, what each role reads, and what the journal keeps of it."""

import json
import pathlib
import re
import unittest
import urllib.parse

import comptes
import description
from comptes import BON, code_totp
from essai_dui import A_MIDI, JOUR, ROLES, AtelierDui, Navigateur

CIBLES = ["dossiers_actifs", "projet_personnalise", "evenement_agenda", "mssante", "dmp"]
TOUS = [*CIBLES, "eprescription", "eparcours"]
LECTURES = ["fenetre", "file_active", "presents"]
LISTES = ["/api/indicateurs", "/api/indicateurs/dmp", "/api/plan", "/api/tbb"]


class Client(comptes.Client):
    """A program: it signs in by the API; every answer is compared with the description."""

    contrat = description.DU_DUI
    nom_du_cookie = "session_dui"

    def interroger(self, chemin, **question):
        return self.lire(chemin + "?" + urllib.parse.urlencode(question))


class Essai(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = AtelierDui().demarrer()
        cls.premier, cls.second = cls.atelier.etablissements[:2]

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    @classmethod
    def client(cls, role, *etablissements):
        """One of that role, signed in by the session that its browser opened."""
        navigateur = cls.atelier.compte(role, *etablissements)
        client = Client(cls.atelier)
        client.cookie, client.csrf = navigateur.cookie, navigateur.csrf
        return client

    def commande(self, *mots):
        fait = self.atelier.commande(*mots, sans_cle=True)
        self.assertEqual(fait.returncode, 0, fait.stderr)
        return json.loads(fait.stdout)

    def refuse(self, reponse, statut, code, *champs):
        self.assertEqual(reponse.statut, statut, reponse.corps)
        self.assertEqual(reponse.entetes["content-type"], "application/problem+json")
        self.assertEqual(reponse.json["code"], code)
        self.assertEqual([faute.get("chemin") for faute in reponse.json.get("fautes", [])], list(champs))


class Sessions(Essai):
    def creer(self, role, courriel):
        fait = self.atelier.commande("compte", "creer", "--role", role, "--courriel", courriel,
                                     "--mot-de-passe-stdin", entree=BON + "\n")
        self.assertEqual(fait.returncode, 0, fait.stderr)
        return json.loads(fait.stdout).get("totp_secret")

    def test_a_session_opens_by_a_password_and_ends(self):
        self.creer("encadrement", "cadre@exemple.fr")
        client = Client(self.atelier)
        ouverte = client.connecter("cadre@exemple.fr")
        self.assertEqual((ouverte.statut, list(ouverte.json)), (201, ["csrf"]))
        for attribut in ("HttpOnly", "SameSite=Lax", "Path=/"):
            self.assertIn(attribut, ouverte.entetes["set-cookie"])
        courante = client.lire("/api/sessions/courante").json
        self.assertEqual((courante["csrf"], courante["role"]), (client.csrf, "encadrement"))
        autre = Client(self.atelier)
        autre.connecter("cadre@exemple.fr")
        self.assertEqual([une["courante"] for une in client.lire("/api/sessions").json["sessions"]].count(True), 1)
        self.assertEqual(client.demander("DELETE", "/api/sessions").statut, 204)
        self.refuse(autre.lire("/api/sessions"), 401, "session.requise")
        self.assertEqual(client.lire("/api/indicateurs").statut, 200)
        self.assertEqual(client.demander("DELETE", "/api/sessions/courante").statut, 204)
        self.refuse(client.lire("/api/indicateurs"), 401, "session.requise")

    def test_a_write_asks_its_token_and_no_other_site_opens_a_session(self):
        self.creer("secretariat", "accueil@exemple.fr")
        client = Client(self.atelier)
        client.connecter("accueil@exemple.fr")
        self.refuse(client.demander("DELETE", "/api/sessions/courante", **{"X-CSRF-Token": "0" * 64}), 403,
                    "session.csrf")
        self.refuse(client.demander("DELETE", "/api/sessions/" + "0" * 32), 404, "session.inconnue")
        ailleurs = Client(self.atelier, **{"Sec-Fetch-Site": "cross-site"})
        self.refuse(ailleurs.connecter("accueil@exemple.fr"), 403, "session.autre_site")

    def test_the_cookie_of_the_portail_opens_nothing_here(self):
        client = self.client("encadrement")
        self.assertEqual(client.lire("/api/indicateurs").statut, 200)
        client.nom_du_cookie = "session"
        self.refuse(client.lire("/api/indicateurs"), 401, "session.requise")

    def test_who_signs_gives_a_code_too(self):
        secret = self.creer("direction", "direction@exemple.fr")
        client = Client(self.atelier)
        self.refuse(client.connecter("direction@exemple.fr"), 401, "second_facteur")
        self.refuse(client.connecter("direction@exemple.fr", code="000000"), 401, "session.code_refuse")
        self.assertEqual(client.connecter("direction@exemple.fr", code=code_totp(secret)).statut, 201)

    def test_what_is_no_session_is_refused(self):
        anonyme = Client(self.atelier)
        self.refuse(anonyme.connecter("personne@exemple.fr"), 401, "session.refusee")
        envoyer = {"Content-Type": "application/json"}
        self.refuse(anonyme.demander("POST", "/api/sessions", "{", **envoyer), 400, "api.json_invalide")
        self.refuse(anonyme.demander("POST", "/api/sessions", '{"courriel":1}', **envoyer), 422,
                    "api.texte_attendu", "courriel")
        self.assertEqual(anonyme.demander("POST", "/api/sessions", "courriel=a", **{
            "Content-Type": "application/x-www-form-urlencoded"}).statut, 415)
        self.assertEqual(anonyme.demander("POST", "/api/sessions", " " * 20000, **envoyer).statut, 413)

    def test_too_many_failures_wait(self):
        self.creer("secretariat", "essais@exemple.fr")
        client = Client(self.atelier)
        statuts = [client.connecter("essais@exemple.fr", "un autre mot de passe").statut for _ in range(12)]
        self.assertEqual((statuts[0], statuts[-1]), (401, 429))
        trop = client.connecter("essais@exemple.fr")
        self.refuse(trop, 429, "session.trop_d_essais")
        self.assertEqual(trop.entetes["retry-after"], "900")


class Figures(Essai):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.direction = cls.client("direction")

    def expliquer(self, finess, lecture="fenetre"):
        return self.commande("expliquer", "--au", JOUR, "--finess", finess, "--denominateur", lecture, "--json")

    def test_the_figures_are_those_of_the_command_under_each_reading(self):
        dites = {lecture: self.commande("indicateurs", "--au", JOUR, "--denominateur", lecture, "--json")
                 for lecture in LECTURES}
        for lecture in LECTURES:
            lues = self.direction.interroger("/api/indicateurs", au=JOUR, denominateur=lecture).json
            for rang, ligne in enumerate([*lues["etablissements"], lues["total"]]):
                for code in TOUS:
                    lectures = ligne["indicateurs"][code].pop("lectures", None)
                    self.assertEqual(lectures is None, code not in CIBLES)
                    prevision = ligne["indicateurs"][code].pop("prevision", None)
                    self.assertEqual(prevision is None, code not in CIBLES or "finess_et" in ligne)
                    for autre in LECTURES if lectures else []:
                        dite = [*dites[autre]["etablissements"], dites[autre]["total"]][rang]
                        self.assertEqual(lectures[autre], dite["indicateurs"][code])
            self.assertEqual(lues, dites[lecture])

    def test_one_establishment_has_the_forecast_of_its_command(self):
        for finess in self.atelier.etablissements:
            explique = self.expliquer(finess)["indicateurs"]
            lues = self.direction.interroger("/api/indicateurs", au=JOUR, finess=finess).json
            self.assertEqual([ligne["finess_et"] for ligne in lues["etablissements"]], [finess])
            for code in CIBLES:
                self.assertEqual(lues["total"]["indicateurs"][code]["prevision"], explique[code]["prevision"])

    def test_the_pages_of_an_explanation_are_the_whole_of_the_command(self):
        for lecture in LECTURES:
            explique = self.expliquer(self.premier, lecture)
            for code in TOUS:
                dossiers, page = [], 1
                while True:
                    lue = self.direction.interroger(f"/api/indicateurs/{code}", au=JOUR, finess=self.premier,
                                                    denominateur=lecture, page=page, taille=7).json
                    dossiers += lue["indicateurs"][code].pop("dossiers")
                    if page == lue["pages"]:
                        break
                    page += 1
                attendu = explique["indicateurs"][code]
                self.assertEqual(dossiers, attendu["dossiers"])
                self.assertEqual(lue["total"], len(dossiers))
                self.assertEqual(lue["places"], {place: sum(un["place"] == place for un in dossiers)
                                                 for place in ("manque", "compte", "hors")})
                self.assertEqual(lue["indicateurs"][code], {nom: attendu[nom] for nom in attendu if nom != "dossiers"})
                for nom in ("finess_et", "au", "du", "denominateur", "regle"):
                    self.assertEqual(lue[nom], explique[nom])
                au_dela = self.direction.interroger(f"/api/indicateurs/{code}", au=JOUR, finess=self.premier,
                                                    page=10**9).json
                self.assertEqual(au_dela["indicateurs"][code]["dossiers"], [])

    def test_a_place_and_a_reason_filter_the_records(self):
        explique = self.expliquer(self.premier)["indicateurs"]
        for code in CIBLES:
            for place in ("manque", "compte", "hors"):
                ici = [un for un in explique[code]["dossiers"] if un["place"] == place]
                lue = self.direction.interroger(f"/api/indicateurs/{code}", au=JOUR, finess=self.premier, place=place,
                                                taille=1000).json
                self.assertEqual(lue["indicateurs"][code]["dossiers"], ici)
                for motif in {obstacle[0]["motif"] for un in ici for obstacle in un["obstacles"]}:
                    lue = self.direction.interroger(f"/api/indicateurs/{code}", au=JOUR, finess=self.premier,
                                                    place=place, motif=motif, taille=1000).json
                    self.assertEqual(lue["indicateurs"][code]["dossiers"],
                                     [un for un in ici if any(o[0]["motif"] == motif for o in un["obstacles"])])

    def test_the_plan_and_the_dashboard_are_those_of_the_commands(self):
        for finess in self.atelier.etablissements:
            explique = self.expliquer(finess)
            del explique["indicateurs"]
            self.assertEqual(self.direction.interroger("/api/plan", au=JOUR, finess=finess).json, explique)
        dit = self.commande("tbb", "--au", JOUR, "--json", "--horloge", A_MIDI)
        self.assertEqual(self.direction.interroger("/api/tbb", au=JOUR).json, dit)

    def test_a_record_says_under_each_indicator_what_the_lists_say(self):
        explique = self.expliquer(self.premier)["indicateurs"]
        personnes = [un["personne"] for un in explique["dmp"]["dossiers"] if un["personne"]]
        for personne in personnes[:: max(1, len(personnes) // 6)]:
            lu = self.direction.interroger("/api/dossier", au=JOUR, personne=personne).json
            ici = next(un for un in lu["etablissements"] if un["finess_et"] == self.premier)
            self.assertEqual(ici["indicateurs"], {
                code: next(un for un in explique[code]["dossiers"] if un["personne"] == personne) for code in TOUS})

    def test_without_a_day_it_is_today_and_a_past_moment_is_answered_as_then(self):
        self.assertEqual(self.direction.lire("/api/indicateurs").json["au"], JOUR)
        avant = self.direction.interroger("/api/indicateurs", au=JOUR, connu_le="2020-01-01T00:00:00Z").json
        self.assertEqual(avant["etablissements"], [])
        self.assertIsNone(avant["total"]["indicateurs"]["dmp"]["taux"])

    def test_all_faults_of_a_question_are_told_at_once(self):
        fautes = {"au": "hier", "connu_le": "demain", "denominateur": "tous", "place": "ailleurs", "motif": "aucun",
                  "page": "0", "taille": "1001"}
        self.refuse(self.direction.interroger("/api/indicateurs/dmp", finess=self.premier, **fautes), 422,
                    "dui.au_illisible", *fautes)
        for chemin in ("/api/indicateurs", "/api/plan", "/api/tbb"):
            self.refuse(self.direction.interroger(chemin, au="x", connu_le="y"), 422, "dui.au_illisible", "au", "connu_le")
        for page in ("-1", "1.5", "un", "99999999999999999999"):
            self.refuse(self.direction.interroger("/api/indicateurs/dmp", finess=self.premier, page=page), 422,
                        "dui.page", "page")
        for chemin in ("/api/indicateurs/dmp", "/api/plan"):
            self.refuse(self.direction.lire(chemin), 422, "dui.un_etablissement", "finess")
        self.refuse(self.direction.lire("/api/dossier"), 422, "dui.champ_requis", "personne")

    def test_what_is_not_there_is_404(self):
        self.refuse(self.direction.lire("/api/indicateurs/rien"), 404, "dui.indicateur_inconnu")
        for chemin in LISTES:
            self.refuse(self.direction.interroger(chemin, finess="000000000"), 404, "dui.finess_inconnu")
        self.refuse(self.direction.interroger("/api/dossier", personne="inconnue"), 404, "dui.dossier_inconnu")
        self.refuse(self.direction.lire("/api/rien"), 404, "http.introuvable")
        self.refuse(self.direction.demander("POST", "/api/indicateurs", {}), 405, "http.methode_refusee")

    def test_no_answer_holds_a_name_a_number_or_an_author(self):
        lignes = (self.atelier.chemin / "organisation.ndjson").read_text().splitlines()
        tus = set()
        for un in map(json.loads, lignes):
            tus |= {un.get("nom_naissance"), un.get("matricule_ins"), un.get("auteur"), *un.get("prenoms", [])}
        tus = {f'"{mot}"' for mot in tus - {None}} | {mot for mot in tus - {None} if len(mot) > 4}
        personne = self.expliquer(self.premier)["indicateurs"]["dmp"]["dossiers"][0]["personne"]
        for chemin in [f"{chemin}?finess={self.premier}&taille=1000" for chemin in LISTES] + [
                "/api/dossier?personne=" + urllib.parse.quote(personne, safe="")]:
            corps = self.direction.lire(chemin).corps
            self.assertEqual([mot for mot in tus if mot in corps], [])

    def test_what_is_served_is_what_is_committed(self):
        self.assertEqual(Client(self.atelier).lire("/api/openapi.json").corps,
                         description.DU_DUI.read_text(encoding="utf-8"))


class Acces(Essai):
    """Every route of the API, every role, at its own establishment and elsewhere: the answers of the table."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.ici = {role: cls.client(role, cls.premier) for role in ROLES}
        cls.partout = {role: cls.client(role) for role in ROLES}
        lignes = (pathlib.Path(description.RACINE) / "tests/committed/access-matrix-dui.txt").read_text().splitlines()
        roles = lignes[0].split()[1:-1]
        cls.matrice = {mots[0]: dict(zip(roles, mots[1:])) for mots in map(str.split, lignes[1:])}
        cls.seuls = cls.personnes_seules(cls.atelier.chemin / "organisation.ndjson")

    @staticmethod
    def personnes_seules(fichier):
        """By establishment, one person whom no line names elsewhere."""
        ou = {}
        for un in map(json.loads, fichier.read_text().splitlines()):
            noms = [un["id"]] if un["type"] == "personne" else [un.get("personne"), *un.get("personnes", [])]
            for nom in filter(None, noms):
                ou.setdefault(nom, set()).add(un["finess_et"])
        return {finess: min(nom for nom, siens in ou.items() if siens == {finess})
                for finess in set.union(*ou.values())}

    def attendu(self, permission, role, sien):
        dit = self.matrice[permission][role]
        return 403 if dit == "-" else 200 if sien or dit == "tous" else 404

    def test_each_role_reads_what_the_table_says_where_it_says(self):
        for role in ROLES:
            for finess in (self.premier, self.second):
                sien = finess == self.premier
                for chemin in LISTES:
                    statut = self.attendu("indicateur.lire", role, sien)
                    self.assertEqual(self.ici[role].interroger(chemin, finess=finess).statut, statut,
                                     f"{role} {chemin} {sien}")
                    self.assertEqual(self.partout[role].interroger(chemin, finess=finess).statut,
                                     self.attendu("indicateur.lire", role, True))
                statut = self.attendu("dossier_usager.lire", role, sien)
                personne = self.seuls[finess]
                self.assertEqual(self.ici[role].interroger("/api/dossier", personne=personne).statut, statut, role)
                self.assertEqual(self.partout[role].interroger("/api/dossier", personne=personne).statut,
                                 self.attendu("dossier_usager.lire", role, True))

    def test_who_works_in_one_place_gets_that_one_and_needs_not_name_it(self):
        encadrement = self.ici["encadrement"]
        self.assertEqual([un["finess_et"] for un in encadrement.lire("/api/indicateurs").json["etablissements"]],
                         [self.premier])
        self.assertEqual(encadrement.lire("/api/tbb").json["total"]["indicateurs"],
                         encadrement.lire("/api/tbb").json["etablissements"][0]["indicateurs"])
        for chemin in ("/api/indicateurs/dmp", "/api/plan"):
            self.assertEqual(encadrement.lire(chemin).json["finess_et"], self.premier)
        ailleurs = self.seuls[self.second]
        toutes = encadrement.interroger("/api/indicateurs/dmp", taille=1000).corps
        self.assertNotIn(f'"{ailleurs}"', toutes)

    def test_nobody_reads_anything(self):
        for chemin in (*LISTES, "/api/dossier", "/api/sessions", "/api/sessions/courante"):
            self.refuse(Client(self.atelier).lire(chemin), 401, "session.requise")

    def test_each_list_each_record_and_each_refusal_is_in_the_journal(self):
        direction, informatique = self.partout["direction"], self.partout["informatique"]
        personne = self.seuls[self.second]
        direction.interroger("/api/indicateurs/dmp", finess=self.second)
        direction.interroger("/api/plan", finess=self.second)
        direction.interroger("/api/dossier", personne=personne)
        informatique.interroger("/api/dossier", personne=personne)
        compte = direction.lire("/api/sessions/courante").json["compte"]
        lignes = self.atelier.executer("SELECT acte, objet FROM journal WHERE acteur = '" + compte + "'")
        self.assertGreaterEqual(lignes.count(("dossier_usager.lister", f"etablissement:{self.second}")), 2)
        self.assertIn(("dossier_usager.lire", f"personne:{personne}"), lignes)
        refus = self.atelier.executer("SELECT acte, objet, detail FROM journal WHERE issue = 'refuse'")
        self.assertIn(("dossier_usager.lire", "route:/api/dossier", "acces.refuse"), refus)
        self.assertIn("intact", self.atelier.commande("journal", "verifier").stdout)

    def test_a_session_of_a_page_serves_the_api_and_the_other_way(self):
        navigateur = Navigateur(self.atelier)
        navigateur.cookie = self.partout["encadrement"].cookie
        self.assertEqual(navigateur.lire("/indicateurs").statut, 200)
        self.assertTrue(re.search("<h1", navigateur.lire("/tbb").corps))


if __name__ == "__main__":
    unittest.main()
