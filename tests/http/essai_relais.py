"""A device that people share: enrolled, taken over by code or badge, each line its author's, each draft its owner's."""

import html
import re
import unittest

from soignants import Soignants

PIN, AUTRE_PIN = "274910", "830215"


class Relais(Soignants):
    profession = "infirmier"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.chef = cls.entrer("cadre", role="encadrement")
        enrole = cls.chef.envoyer("/appareils/enrolement", finess=cls.ici, nom="Tablette du jardin", unite="")
        assert enrole.statut == 303, enrole.corps
        cls.appareil = re.match(r"appareil_dui=([\w-]+); Path=/; Max-Age=31536000; HttpOnly", enrole.entetes["set-cookie"])[1]

    def sur_l_appareil(self, navigateur):
        """The same browser, on the device: it sends both cookies."""
        navigateur.cookie = f"{navigateur.cookie or ''}; appareil_dui={self.appareil}"
        return navigateur

    def ouvrir(self, pin=PIN, badge="", **qui):
        """Signed in fully, then the device taken; answers the browser and the account's id."""
        navigateur = self.sur_l_appareil(self.entrer(**qui))
        page = navigateur.envoyer("/relais/code", pin=pin, encore=pin, badge=badge)
        self.assertEqual(page.statut, 303, html.unescape(page.corps))
        self.reprendre(navigateur, page)
        compte, = self.atelier.executer("SELECT id FROM compte WHERE courriel = ?", f"q{self.numero}@exemple.fr")[0]
        return navigateur, compte

    def reprendre(self, navigateur, reponse):
        session = re.match(r"session_dui=([\w-]+);", reponse.entetes["set-cookie"])[1]
        navigateur.cookie = f"{session}; appareil_dui={self.appareil}"
        navigateur.csrf = re.search(r'name="csrf" value="([^"]+)"', navigateur.lire("/equipe").corps)[1]

    def prendre(self, navigateur, **champs):
        reponse = navigateur.envoyer("/relais/prise", **champs)
        if reponse.statut == 303:
            self.reprendre(navigateur, reponse)
        return reponse

    def formulaire(self, page, **champs):
        return {"id": re.search(r'name="id" value="(\w{32})"', page.corps)[1], "finess": self.ici, "unite": "",
                "personne": self.personne, "classe": "quotidien", "forme": "narrative", **champs}

    def test_the_locked_screen_names_who_opened_a_shift_there_and_nobody_elsewhere(self):
        _, alix = self.ouvrir()
        ailleurs = self.entrer()
        self.assertNotIn(alix, ailleurs.lire("/relais").corps)
        self.assertIn(alix, self.sur_l_appareil(ailleurs).lire("/relais").corps)

    def test_each_line_is_the_one_s_who_took_over_and_each_draft_its_owner_s(self):
        tablette, zoe = self.ouvrir(AUTRE_PIN, "BADGE-0042")
        tablette, alix = self.ouvrir()
        texte = "Elle a peu dormi cette nuit."
        page = tablette.lire(f"/transmissions/nouvelle?finess={self.ici}&personne={self.personne}")
        self.assertIn('formaction="/relais/verrouiller"', page.corps)
        champs = self.formulaire(page, texte=texte)
        rendu = tablette.envoyer("/relais/verrouiller", **champs)
        self.assertEqual((rendu.statut, rendu.entetes["location"]), (303, "/relais"))
        self.assertEqual(tablette.lire("/equipe").statut, 303)  # nobody is signed in
        self.assertNotIn(texte, str(self.atelier.executer("SELECT contenu FROM brouillon_de_relais")))

        pris = self.prendre(tablette, badge="BADGE-0042")
        self.assertTrue(pris.entetes["location"].startswith("/equipe"))
        page = tablette.lire("/transmissions/nouvelle?brouillon=oui")
        self.assertNotIn(texte, html.unescape(page.corps))
        sienne = self.formulaire(page, texte="Repas pris en salle.")
        self.assertEqual(tablette.envoyer("/transmissions/nouvelle", **sienne).statut, 303)
        # The form of the one before, sent from another tab, is neither written nor shown.
        sien, tablette.csrf = tablette.csrf, None
        tardif = tablette.envoyer("/transmissions/nouvelle", **champs, csrf="0" * 64)
        tablette.csrf = sien
        self.assertEqual(tardif.statut, 403)
        self.assertNotIn(texte, html.unescape(tardif.corps))

        pris = self.prendre(tablette, compte=alix, pin=PIN)
        self.assertEqual(pris.entetes["location"], "/transmissions/nouvelle?brouillon=oui")
        page = tablette.lire(pris.entetes["location"])
        self.assertIn(texte, html.unescape(page.corps))
        self.assertEqual(self.formulaire(page)["id"], champs["id"])
        self.assertEqual(tablette.envoyer("/transmissions/nouvelle", **champs, brouillon="oui").statut, 303)
        self.assertNotIn(texte, html.unescape(tablette.lire("/transmissions/nouvelle?brouillon=oui").corps))
        self.assertEqual([self.auteur(un["id"]) for un in (sienne, champs)], [zoe, alix])

    def auteur(self, element):
        return self.atelier.executer("SELECT acteur FROM journal WHERE detail = ? OR objet = ? ORDER BY numero",
                                     element, f"transmission:{element}")[0][0]

    def test_a_taken_over_session_reads_and_writes_records_and_nothing_else(self):
        tablette, _ = self.ouvrir(role="encadrement", profession="cadre")
        for chemin in ("/equipe", f"/personnes/{self.personne}"):
            self.assertEqual(tablette.lire(chemin).statut, 200, chemin)
        for chemin in ("/compte", "/appareils", "/indicateurs", "/revues-d-acces"):
            self.assertEqual(tablette.lire(chemin).statut, 403, chemin)
        self.assertNotIn('href="/compte"', tablette.lire("/equipe").corps)
        refusee = tablette.envoyer("/relais/code", pin=AUTRE_PIN, encore=AUTRE_PIN)
        self.assertIn("connexion complète", self.phrases(refusee))

    def test_the_menu_offers_what_its_reader_may_open(self):
        tablette, _ = self.ouvrir()
        self.assertEqual(self.menu(tablette), ["/", "/equipe", "/agenda", "/personnes", "/projets", "/pilotage"])
        for lien in self.menu(tablette):
            self.assertEqual(tablette.lire(lien).statut, 200, lien)
        self.assertIn("/indicateurs", self.menu(self.chef))
        page = self.chef.lire("/connexion").corps
        self.assertNotIn("<!--droit", page)

    def menu(self, navigateur):
        page = navigateur.lire("/").corps
        return re.findall(r'class="fr-nav__link" href="([^"]+)"', page)

    def test_five_wrong_codes_ask_for_a_full_sign_in(self):
        tablette, alix = self.ouvrir()
        for _ in range(5):
            self.assertEqual(self.prendre(tablette, compte=alix, pin="111222").statut, 401)
        refusee = self.prendre(tablette, compte=alix, pin=PIN)
        self.assertEqual(refusee.statut, 403)
        self.assertIn("Faites une connexion complète", self.phrases(refusee))

    def test_codes_are_refused_in_words(self):
        navigateur = self.sur_l_appareil(self.entrer())
        for champs, dit in (({"pin": "12345", "encore": "12345"}, "six chiffres"),
                            ({"pin": "123456", "encore": "123456"}, "se devine"),
                            ({"pin": PIN, "encore": AUTRE_PIN}, "ne sont pas les mêmes"),
                            ({"pin": PIN, "encore": PIN, "badge": "12"}, "badge")):
            refusee = navigateur.envoyer("/relais/code", **champs)
            self.assertEqual(refusee.statut, 422)
            self.assertIn(dit, self.phrases(refusee))

    def test_who_enrols_and_what_a_device_taken_back_opens(self):
        self.assertEqual(self.entrer().envoyer("/appareils/enrolement", finess=self.ici, nom="x", unite="").statut, 403)
        refusee = self.chef.envoyer("/appareils/enrolement", finess=self.ailleurs, nom="x", unite="")
        self.assertEqual(refusee.statut, 422)
        premier = self.appareil
        enrole = self.chef.envoyer("/appareils/enrolement", finess=self.ici, nom="Téléphone de nuit", unite="")
        try:
            type(self).appareil = re.match(r"appareil_dui=([\w-]+);", enrole.entetes["set-cookie"])[1]
            tablette, alix = self.ouvrir()
            id, = self.atelier.executer("SELECT id FROM appareil WHERE nom = ?", "Téléphone de nuit")[0]
            self.assertEqual(self.chef.envoyer("/appareils/retrait", id=id).statut, 303)
            self.assertEqual(tablette.lire("/equipe").statut, 303)
            self.assertEqual(self.prendre(tablette, compte=alix, pin=PIN).statut, 404)
            self.assertEqual([acte for acte, in self.atelier.executer(
                "SELECT acte FROM journal WHERE objet = ? ORDER BY numero", f"appareil:{id}")],
                ["appareil.enroler", "relais.ouvrir", "relais.prendre", "appareil.retirer"])
        finally:
            type(self).appareil = premier


if __name__ == "__main__":
    unittest.main()
