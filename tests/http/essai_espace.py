"""The pages of a porteur without scripts: from "Mes dossiers" to the receipt."""

import hashlib
import html
import json
import re
import unittest

from comptes import Atelier, BON, Client, code_totp
from dossiers import GUICHET, OUVERT, PDF, contenu
from espace import FORMULAIRE, Navigateur, champs

ETABLISSEMENTS = [ligne["finess_et"] for ligne in contenu(60)["essms"]]


class Espace(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = Atelier().demarrer("--horloge", OUVERT)
        cls.porteur = Navigateur(cls.atelier, "porteur@exemple.fr")
        cls.voisin = Navigateur(cls.atelier, "voisin@exemple.fr")

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    def dossier_ecrit(self, depuis=0, nombre=15):
        dossier = self.porteur.commencer_en_page()
        ecrit = contenu(60)
        ecrit["essms"] = ecrit["essms"][depuis:depuis + nombre]
        self.assertEqual(self.porteur.ecrire("/api" + dossier, ecrit, 1).statut, 200)
        return dossier

    def contenu_de(self, dossier):
        return self.porteur.lire("/api" + dossier).json

    def joindre(self, dossier, page, nom="note.pdf", octets=PDF, **changes):
        return self.porteur.joindre(dossier, nom=nom, octets=octets,
                                    csrf=self.porteur.csrf_de_page(page), **changes)

    def test_the_list_says_what_it_is_empty_of_then_each_dossier(self):
        seul = Navigateur(self.atelier, "seul@exemple.fr")
        self.assertIn("Vous n'avez pas encore de dossier", seul.page("/dossiers").corps)
        dossier = seul.commencer_en_page()
        liste = seul.page("/dossiers").corps
        self.assertIn(f'href="{dossier}"', liste)
        self.assertIn("Brouillon", liste)
        self.assertIn("24 mai 2024 à minuit", liste)
        self.assertNotIn(dossier, self.porteur.page("/dossiers").corps)

    def test_another_account_sees_nothing_of_a_dossier(self):
        dossier = self.porteur.commencer_en_page()
        for ecran in ("", "/saisie", "/pieces", "/depot", "/recepisse", "/historique"):
            self.assertEqual(self.voisin.page(dossier + ecran).statut, 404, ecran)
        mien = champs(self.voisin.page(self.voisin.commencer_en_page() + "/saisie").corps)
        self.assertEqual(self.voisin.envoyer(dossier + "/saisie", mien).statut, 404)
        self.assertEqual(self.voisin.envoyer(dossier + "/retrait", mien).statut, 404)

    def test_a_desk_has_no_list_of_its_own_here(self):
        secret = self.atelier.guichet("ars", "ars@exemple.fr", "75")
        ars = Client(self.atelier)
        ars.connecter("ars@exemple.fr", code=code_totp(secret))
        self.assertEqual(ars.lire("/dossiers", Accept="text/html").statut, 403)

    def test_what_is_typed_is_kept_even_when_it_cannot_be_read(self):
        dossier = self.porteur.commencer_en_page()
        fait = self.porteur.enregistrer(dossier, porteur__siret="12 34", porteur__raison_sociale="A & <B>",
                                        liste="\n".join(ETABLISSEMENTS[:2]),
                                        solution__debut_parametrage_le="32/13/2024")
        self.assertEqual(fait.statut, 303)
        page = self.porteur.page(dossier + "/saisie").corps
        lus = dict(champs(page))
        self.assertEqual(lus["porteur.siret"], "12 34")
        self.assertEqual(lus["porteur.raison_sociale"], "A & <B>")
        self.assertEqual(lus["solution.debut_parametrage_le"], "32/13/2024")
        self.assertEqual(lus["essms[1].finess_et"], ETABLISSEMENTS[1])
        self.assertIn('id="porteur-siret-erreur"', page)
        self.assertIn("2 points bloquent le dépôt", page)

    def test_a_list_that_cannot_be_read_stays_where_it_was_pasted(self):
        dossier = self.porteur.commencer_en_page()
        fait = self.porteur.enregistrer(dossier, liste="240000224\nsans numéro")
        self.assertEqual(fait.statut, 200)
        self.assertIn("sans numéro\n</textarea>", fait.corps)
        self.assertEqual(dict(champs(fait.corps))["essms[0].finess_et"], "240000224")

    def test_two_people_at_once_lose_nothing(self):
        dossier = self.dossier_ecrit()
        un, autre = self.porteur.saisie(dossier), self.porteur.saisie(dossier)
        self.porteur.enregistrer(dossier, un, porteur__raison_sociale="Un",
                                 **{"essms[3].devis_materiel": "900"})
        fait = self.porteur.enregistrer(dossier, autre, solution__nom="Gamma fictif",
                                        **{"essms[2].devis_materiel": "800"})
        self.assertEqual(fait.statut, 200)
        self.assertIn("2 changements", fait.corps)
        reuni = self.contenu_de(dossier)["contenu"]
        self.assertEqual(reuni["porteur"]["raison_sociale"], "Un")
        self.assertEqual(reuni["solution"]["nom"], "Gamma fictif")
        self.assertEqual((reuni["essms"][2]["devis_materiel"], reuni["essms"][3]["devis_materiel"]),
                         ("800", "900"))

    def test_a_field_changed_by_both_is_asked(self):
        dossier = self.dossier_ecrit()
        un, autre = self.porteur.saisie(dossier), self.porteur.saisie(dossier)
        self.porteur.enregistrer(dossier, un, solution__nom="Un")
        fait = self.porteur.enregistrer(dossier, autre, solution__nom="Deux", solution__version="7")
        self.assertEqual(fait.statut, 409)
        self.assertIn("1 champ a changé des deux côtés", fait.corps)
        self.assertEqual(self.contenu_de(dossier)["contenu"]["solution"]["nom"], "Un")
        choix = champs(fait.corps, 'class="conflits"')
        encore = self.porteur.envoyer(dossier + "/saisie", choix, action="enregistrer")
        self.assertEqual(encore.statut, 409, "no choice, no writing")
        garde = self.porteur.envoyer(dossier + "/saisie", choix,
                                     **{"choix:solution.nom": "mien", "action": "enregistrer"})
        self.assertIn(garde.statut, (200, 303), garde.corps)
        solution = self.contenu_de(dossier)["contenu"]["solution"]
        self.assertEqual((solution["nom"], solution["version"]), ("Deux", "7"))

    def test_the_script_that_saves_learns_where_it_stands(self):
        dossier = self.dossier_ecrit()
        lus = self.porteur.saisie(dossier)
        fait = self.porteur.envoyer(dossier + "/saisie/suivi", lus, solution__nom="Un")
        self.assertIn('data-etat="enregistre"', fait.corps)
        self.assertIn("Enregistré à 13:00", fait.corps)
        fait = self.porteur.envoyer(dossier + "/saisie/suivi", lus, solution__nom="Deux")
        self.assertIn('data-etat="conflit"', fait.corps)
        personne = Client(self.atelier)
        self.assertEqual(personne.demander("POST", dossier + "/saisie/suivi", "a=b",
                                           **FORMULAIRE).statut, 401)

    def test_a_form_sent_after_the_session_ended_comes_back(self):
        dossier = self.dossier_ecrit()
        lus = self.porteur.saisie(dossier)
        revenu = Navigateur.__new__(Navigateur)
        Client.__init__(revenu, self.atelier)
        page = revenu.enregistrer(dossier, lus, porteur__raison_sociale="Écrit trop tard")
        self.assertEqual(page.statut, 401)
        connexion = champs(page.corps, 'action="/connexion/reprise"')
        faux = revenu.envoyer("/connexion/reprise", connexion, courriel="porteur@exemple.fr",
                              mot_de_passe="pas le bon mot")
        connexion = champs(faux.corps, 'action="/connexion/reprise"')
        entre = revenu.envoyer("/connexion/reprise", connexion, courriel="porteur@exemple.fr",
                               mot_de_passe=BON)
        self.assertEqual(entre.statut, 200)
        revenu.cookie = re.search(r"session=([^;]+)", entre.entetes["set-cookie"])[1]
        repris = champs(entre.corps, f'action="{dossier}/saisie"')
        self.assertEqual(revenu.envoyer(dossier + "/saisie", repris).statut, 303)
        self.assertEqual(self.contenu_de(dossier)["contenu"]["porteur"]["raison_sociale"],
                         "Écrit trop tard")

    def test_a_form_with_the_token_of_another_session_is_shown_again_and_not_written(self):
        dossier = self.dossier_ecrit()
        lus = self.porteur.saisie(dossier)
        with self.porteur.sans_jeton():
            fait = self.porteur.enregistrer(dossier, lus, csrf="f" * 64,
                                            porteur__raison_sociale="Autre")
        self.assertIn('value="Autre"', fait.corps)
        self.assertNotEqual(self.contenu_de(dossier)["contenu"]["porteur"].get("raison_sociale"),
                            "Autre")

    def test_a_reprise_leads_nowhere_else(self):
        personne = Navigateur.__new__(Navigateur)
        Client.__init__(personne, self.atelier)
        for suite in ("https://exemple.fr/", "/deconnexion", "/compte/mot-de-passe", "//x/dossiers"):
            entre = personne.envoyer("/connexion/reprise", [], suite=suite, reprise="a=b",
                                     courriel="porteur@exemple.fr", mot_de_passe=BON)
            self.assertEqual((entre.statut, entre.entetes["location"]), (303, "/dossiers"), suite)

    def test_a_simulation_becomes_a_dossier(self):
        page = self.porteur.envoyer("/dossiers/nouveau", [], appel="NA-2024",
                                    **{"essms[0].finess_et": ETABLISSEMENTS[0],
                                       "essms[0].regime": "acquisition", "porteur.siret": "12"})
        self.assertEqual(page.statut, 200)
        self.assertIn("1 établissement", page.corps)
        fait = self.porteur.envoyer("/dossiers", champs(page.corps, 'action="/dossiers"'),
                                    appel="NA-2024")
        dossier = fait.entetes["location"].removesuffix("/saisie")
        ecrit = self.contenu_de(dossier)["contenu"]
        self.assertEqual(ecrit["essms"][0]["finess_et"], ETABLISSEMENTS[0])
        self.assertEqual(ecrit["porteur"]["siret"], "12")

    def test_each_piece_has_its_place_and_its_fault_beside_it(self):
        dossier = self.dossier_ecrit()
        page = self.porteur.page(dossier + "/pieces")
        self.assertIn('id="DOC-05"', page.corps)
        self.assertIn("planning du déploiement du DUI", page.corps)
        refus = self.joindre(dossier, page, nom="photo.jpeg", type_="DOC-05")
        self.assertEqual(refus.statut, 422)
        place = refus.corps[refus.corps.index('id="DOC-05"'):refus.corps.index('id="DOC-06"')]
        self.assertIn("renommez le fichier en .jpg", html.unescape(place))
        self.assertEqual(self.joindre(dossier, page, type_="DOC-01").statut, 303)
        page = self.porteur.page(dossier + "/pieces")
        self.assertIn(hashlib.sha256(PDF).hexdigest(), page.corps)
        lien = re.search(rf'href="({dossier}/pieces/[0-9a-f]+)"', page.corps)[1]
        fichier = self.porteur.lire(lien)
        self.assertEqual((fichier.statut, fichier.entetes["content-type"]), (200, "application/pdf"))
        self.assertEqual(self.voisin.lire(lien, Accept="text/html").statut, 404)
        identifiant = lien.rsplit("/", 1)[1]
        self.joindre(dossier, page, nom="v2.pdf", type_="DOC-01", remplace=identifiant,
                     octets=PDF + b"\n")
        page = self.porteur.page(dossier + "/pieces")
        self.assertNotIn(identifiant, page.corps)
        nouvelle = re.search(rf'href="{dossier}/pieces/([0-9a-f]+)"', page.corps)[1]
        self.porteur.envoyer(dossier + "/pieces/retrait", [], piece=nouvelle,
                             csrf=self.porteur.csrf_de_page(page))
        self.assertNotIn("v2.pdf", self.porteur.page(dossier + "/pieces").corps)

    def test_from_the_deposit_to_the_receipt_and_back(self):
        dossier = self.dossier_ecrit(15)
        self.assertIn("rien n'est déposé tant que vous n'avez pas de récépissé",
                      html.unescape(self.porteur.page(dossier + "/depot").corps))
        self.joindre(dossier, self.porteur.page(dossier + "/pieces"))
        acte = champs(self.porteur.page(dossier + "/depot").corps, 'class="depot__acte"')
        self.assertEqual(dict(acte)["financeur"], GUICHET)
        sans = self.porteur.envoyer(dossier + "/depot", acte)
        self.assertEqual(sans.statut, 422, "not without its confirmation")
        ailleurs = self.porteur.envoyer(dossier + "/depot", acte, financeur="ARS Corse", accord="oui")
        self.assertEqual(ailleurs.statut, 422)
        self.assertIn(f"se dépose auprès de\u00a0: {GUICHET}", html.unescape(ailleurs.corps))
        fait = self.porteur.envoyer(dossier + "/depot", acte, accord="oui")
        self.assertEqual((fait.statut, fait.entetes["location"]), (303, dossier + "/recepisse"))
        double = self.porteur.envoyer(dossier + "/depot", acte, accord="oui")
        self.assertEqual((double.statut, double.entetes["location"]), (303, dossier + "/recepisse"))
        recepisse = self.contenu_de(dossier)["recepisse"]
        page = self.porteur.page(dossier + "/recepisse").corps
        for attendu in (recepisse["numero"], recepisse["empreinte"], hashlib.sha256(PDF).hexdigest()):
            self.assertIn(attendu, page)
        self.verifier(recepisse)
        self.porteur.enregistrer(dossier, solution__nom="Changé")
        self.assertIn("ne sont pas déposés", self.porteur.page(dossier).corps)
        retrait = champs(self.porteur.page(dossier + "/depot").corps, f'action="{dossier}/retrait"')
        self.assertEqual(self.porteur.envoyer(dossier + "/retrait", retrait, motif="essai").statut, 303)
        self.assertEqual(self.contenu_de(dossier)["statut"], "retire")
        self.assertIn("Retirés ou clos", self.porteur.page("/dossiers").corps)

    def verifier(self, recepisse):
        personne = Client(self.atelier)
        adresse = f"/recepisses/{recepisse['numero']}"
        bon = personne.lire(f"{adresse}?empreinte={recepisse['empreinte']}", Accept="text/html")
        self.assertEqual(bon.statut, 200)
        self.assertIn("a bien été donné ici", bon.corps)
        self.assertNotIn("porteur@exemple.fr", bon.corps)
        faux = personne.lire(f"{adresse}?empreinte={'0' * 64}", Accept="text/html")
        self.assertEqual(faux.statut, 404)
        self.assertEqual(personne.lire(adresse, Accept="text/html").statut, 200)

    def test_a_dossier_that_blocks_has_no_button_of_deposit(self):
        dossier = self.porteur.commencer_en_page()
        self.porteur.enregistrer(dossier, porteur__siret="12", liste=ETABLISSEMENTS[40])
        page = self.porteur.page(dossier + "/depot").corps
        self.assertNotIn('class="depot__acte"', page)
        self.assertIn(f'href="{dossier}/saisie#porteur-siret"', page)

    def test_the_past_is_told_in_words(self):
        dossier = self.dossier_ecrit()
        self.porteur.enregistrer(dossier, solution__nom="Avant")
        self.porteur.enregistrer(dossier, solution__nom="Après")
        page = self.porteur.page(dossier + "/historique?de=3&a=4").corps
        self.assertIn("1 différence", page)
        for attendu in ("Avant", "Après", "Dossier commencé"):
            self.assertIn(attendu, page)
        self.assertEqual(self.porteur.page(dossier + "/historique?de=1&a=99").statut, 404)

    def test_no_write_without_its_token(self):
        dossier = self.dossier_ecrit()
        for chemin in ("/depot", "/retrait", "/pieces/retrait"):
            with self.porteur.sans_jeton():
                fait = self.porteur.envoyer(dossier + chemin, [], csrf="f" * 64, accord="oui")
            self.assertEqual(fait.statut, 403, chemin)


if __name__ == "__main__":
    unittest.main()
