"""The pages of a desk without a browser: who gets them, forms sound and broken."""

import re
import time
import unittest

from client import attendre
from comptes import Atelier, Client, code_totp
from dossiers import GUICHET, OUVERT, Porteur, contenu
from espace import envoyer_un_formulaire
from essai_documents import octets


class Bureau(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = Atelier().demarrer("--horloge", OUVERT)
        cls.porteur = Porteur(cls.atelier, "porteur@exemple.fr")
        for role, region in [("ars", "75"), ("ars", "94"), ("national", None), ("comite", "75"),
                             ("admin", None)]:
            nom = f"{role}{region or ''}"
            secret = cls.atelier.guichet(role, f"{nom}@exemple.fr", region)
            client = Client(cls.atelier, Accept="text/html")
            assert client.connecter(f"{nom}@exemple.fr", code=code_totp(secret)).statut == 201
            setattr(cls, nom, client)

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    def depose(self, nom="Association fictive"):
        ecrit = contenu(800)
        Bureau.suivant = getattr(Bureau, "suivant", 0) + 15
        ecrit["essms"] = ecrit["essms"][Bureau.suivant:Bureau.suivant + 15]
        ecrit["porteur"]["raison_sociale"] = nom
        dossier = self.porteur.commencer()
        self.porteur.ecrire(dossier, ecrit, 1)
        piece = self.porteur.joindre(dossier, "DOC-05").json["id"]
        self.assertEqual(self.porteur.deposer(dossier, GUICHET).statut, 201)
        return dossier.rsplit("/", 1)[1], piece

    def envoyer(self, client, chemin, champs, csrf=None):
        return envoyer_un_formulaire(client, chemin, champs, csrf)

    def test_each_page_is_of_its_own_desk_only(self):
        dossier, piece = self.depose("Association secrète")
        page = f"/bureau/dossiers/{dossier}"
        for adresse in (page, page + "/versions", f"{page}/pieces/{piece}"):
            self.assertEqual(self.ars75.lire(adresse).statut, 200, adresse)
            self.assertEqual(self.ars94.lire(adresse).statut, 404, adresse)
            self.assertEqual(self.comite75.lire(adresse).statut, 403, adresse)
            self.assertEqual(Client(self.atelier).lire(adresse, Accept="text/html").statut, 303)
            self.assertEqual(self.porteur.lire(adresse, Accept="text/html").statut, 403)
        for acte in ("prise", "affectation", "appreciations", "demandes", "reprise", "notes",
                     "recevabilite", f"pieces/{piece}/verdict"):
            self.assertEqual(self.envoyer(self.ars94, f"{page}/{acte}", {}).statut, 404, acte)
            self.assertEqual(self.envoyer(self.ars75, f"{page}/{acte}", {}, "f" * 64).statut, 403)
        self.assertIn("Association secrète", self.ars75.lire("/bureau").corps)
        self.assertNotIn("Association secrète", self.ars94.lire("/bureau").corps)
        lot = self.envoyer(self.ars94, "/bureau/lot", {"acte": "prendre", "dossier": dossier})
        self.assertNotIn("Association secrète", lot.corps)

    def test_a_piece_asked_by_its_type_is_not_asked_again_by_its_name(self):
        dossier, piece = self.depose()
        self.assertEqual(self.ars75.poster(f"/api/dossiers/{dossier}/instruction").statut, 201)
        self.assertEqual(self.ars75.poster(f"/api/dossiers/{dossier}/pieces/{piece}/verdict",
                                           verdict="non_conforme", motif="illisible", texte="Flou.").statut, 201)

        def case():
            page = self.ars75.lire(f"/bureau/dossiers/{dossier}").corps
            return re.search(rf'<input[^>]*value="{piece}"[^>]*>', page)[0], page
        choisie, page = case()
        self.assertIn("checked", choisie)
        self.assertNotIn("Déjà demandé", page)
        demande = self.ars75.poster(f"/api/dossiers/{dossier}/demandes", textes=[], pieces=["DOC-05"],
                                    echeance="2024-03-20")
        self.assertEqual(demande.statut, 201, demande.corps)
        deja, page = case()
        self.assertNotIn("checked", deja)
        self.assertIn("Déjà demandé", page)

    def test_a_decision_taken_meanwhile_is_told(self):
        dossier, piece = self.depose()
        page = f"/bureau/dossiers/{dossier}"
        self.assertEqual(self.envoyer(self.ars75, page + "/prise", {}).statut, 303)
        verdict = {"verdict": "conforme", "motif": "", "texte": "", "vu": "0"}
        adresse = f"{page}/pieces/{piece}/verdict"
        self.assertEqual(self.envoyer(self.ars75, adresse, verdict).statut, 303)
        encore = self.envoyer(self.ars75, adresse, verdict)
        self.assertEqual(encore.statut, 409)
        self.assertIn("entre-temps", encore.corps)
        vide = self.envoyer(self.ars75, adresse, {**verdict, "verdict": "non_conforme", "vu": "1"})
        self.assertEqual(vide.statut, 422)

    def test_an_act_on_several_dossiers_is_shown_before_it_is_done(self):
        dossiers = [self.depose(f"Association {rang}")[0] for rang in range(3)]
        self.envoyer(self.ars75, f"/bureau/dossiers/{dossiers[0]}/prise", {})
        choix = [("acte", "prendre"), *(("dossier", un) for un in dossiers)]
        vu = self.envoyer(self.ars75, "/bureau/lot", choix)
        self.assertEqual(vu.statut, 200)
        self.assertLess(vu.corps.index("restera comme il est"), vu.corps.index("2 dossiers"))
        faits = re.findall(r'name="dossier" value="(\w+)"', vu.corps)
        self.assertEqual(faits, dossiers[1:])
        fait = self.envoyer(self.ars75, "/bureau/lot",
                            [("acte", "prendre"), ("confirme", "oui"),
                             *(("dossier", un) for un in faits)])
        self.assertEqual(fait.statut, 303)
        self.assertIn("En instruction", self.ars75.lire("/bureau/dossiers/" + faits[1]).corps)

    def copies(self, dossier, nombre):
        """As many deposited dossiers as if each had been deposited: rows copied from one."""
        ids = [f"{rang:032x}" for rang in range(1, nombre + 1)]
        with self.atelier.sienne as base:
            (ligne,) = base.executer("SELECT compte, appel, version, cree_le, modifie_le, guichet FROM dossier"
                                     " WHERE id = ?", dossier)
            (fiche,) = base.executer("SELECT guichet, appel, numero, porteur, recherche, siret, essms, depose_le,"
                                     " change_le FROM fiche WHERE dossier = ?", dossier)
            for id_ in ids:
                compte, appel, version, *dates, guichet = ligne
                base.executer("INSERT INTO dossier (id, compte, appel, statut, version, cree_le, modifie_le, guichet)"
                              " VALUES (?, ?, ?, 'depose', ?, ?, ?, ?)", id_, compte, appel, version, *dates, guichet)
                base.executer("INSERT INTO fiche (dossier, statut, guichet, appel, numero, porteur, recherche, siret,"
                              " essms, depose_le, change_le) VALUES (?, 'depose', ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                              id_, *fiche)
        return ids

    def test_a_batch_says_how_many_were_chosen_taken_and_left(self):
        ids = self.copies(self.depose("Association du lot")[0], 1001)
        choix = [("acte", "affecter"), *(("dossier", un) for un in ids)]
        vu = self.envoyer(self.ars75, "/bureau/lot", choix)
        mots = re.sub(r"[\u202f\xa0]", " ", vu.corps)
        self.assertIn("Vous avez choisi 1 001 dossiers qui s&#39;y prêtent", mots.replace("'", "&#39;"))
        self.assertIn("1 autre vous sera proposé ensuite", mots)
        proposes = re.findall(r'name="dossier" value="(\w+)"', vu.corps)
        self.assertEqual(sorted(proposes), ids)
        debut = time.monotonic()
        fait = self.envoyer(self.ars75, "/bureau/lot",
                            [("acte", "affecter"), ("instructeur", ""), ("confirme", "oui"),
                             *(("dossier", un) for un in proposes)])
        print(f"1,000 dossiers of a batch: {time.monotonic() - debut:.1f} s")
        self.assertEqual(fait.statut, 200)
        self.assertIn("1 000 dossiers confiés", re.sub(r"[\u202f\xa0]", " ", fait.corps))
        self.assertEqual(re.findall(r'name="dossier" value="(\w+)"', fait.corps), proposes[1000:])
        seul = self.envoyer(self.ars75, "/bureau/lot", [("acte", "prendre"), ("dossier", ids[0]), ("confirme", "oui"),
                                                        ("retour", "/bureau?statut=depose")])
        self.assertEqual((seul.statut, seul.entetes["location"]),
                         (303, "/bureau?statut=depose&fait=prendre&faits=1"))
        self.assertIn("1 dossier pris en instruction", self.ars75.lire(seul.entetes["location"]).corps)
        self.assertNotIn("<script>x", self.ars75.lire("/bureau?fait=<script>x&faits=2").corps)

    def test_what_was_done_of_a_batch_is_not_offered_again(self):
        pris, libre = (self.depose(f"Association {rang}")[0] for rang in range(2))
        self.envoyer(self.ars75, f"/bureau/dossiers/{pris}/prise", {})
        demande = [("acte", "demander"), ("confirme", "oui"), ("piece", "DOC-01"),
                   ("textes", "Merci."), ("echeance", "2099-01-31"),
                   ("dossier", pris), ("dossier", libre)]
        fait = self.envoyer(self.ars75, "/bureau/lot", demande)
        self.assertEqual(fait.statut, 200)
        self.assertIn(libre, fait.corps)
        self.assertNotIn(pris, fait.corps)

    def test_each_role_lands_where_it_has_something_to_do(self):
        attendus = {"ars": "/bureau", "national": "/bureau", "comite": "/bureau/comites",
                    "grades": "/grappes/demandes", "collectif": "/grappes/demandes",
                    "comptable": "/conventions", "admin": "/administration/dossiers"}
        for role, attendu in attendus.items():
            courriel = f"arrivee-{role}@exemple.fr"
            region = None if role in ("national", "admin") else "75"
            secret = self.atelier.guichet(role, courriel, region)
            client = Client(self.atelier, Accept="text/html")
            self.assertEqual(client.connecter(courriel, code=code_totp(secret)).statut, 201)
            arrivee = client.lire("/connexion")
            self.assertEqual((arrivee.statut, arrivee.entetes["location"]), (303, attendu), role)
            self.assertEqual(client.lire(attendu).statut, 200, role)

    def test_a_desk_reads_the_self_assessments_of_its_dossiers(self):
        dossier, _ = self.depose("Association évaluée")
        page = "/bureau/dossiers/" + dossier
        self.assertNotIn("Auto-évaluations", self.ars75.lire(page).corps)
        fait = self.porteur.demander(
            "PUT", f"/api/dossiers/{dossier}/maturite/339909996", '{"reponses": {"1": "3"}}',
            **{"If-Match": '"0"', "Content-Type": "application/json"})
        self.assertEqual(fait.statut, 200, fait.corps)
        lien = f"/api/dossiers/{dossier}/maturite/339909996.xlsx"
        self.assertIn(f'href="{lien}"', self.ars75.lire(page).corps)
        self.assertEqual(octets(self.ars75, lien)[0], 200)

    def test_exports_are_found_where_they_are_wanted(self):
        dossier, _ = self.depose("Association à emporter")
        self.assertIn('href="/exports"', self.ars75.lire("/bureau").corps)
        self.assertIn('href="/exports"', self.ars75.lire("/compte").corps)
        page = self.ars75.lire("/bureau/dossiers/" + dossier).corps
        self.assertIn('value="dossier_archive"', page)
        fait = self.envoyer(self.ars75, "/exports", {"genre": "dossier_pdf", "objet": dossier})
        self.assertEqual((fait.statut, fait.entetes["location"]), (303, "/exports"))

    def test_the_porteur_reads_what_each_act_was(self):
        dossier, _ = self.depose("Association suivie")
        self.envoyer(self.ars75, f"/bureau/dossiers/{dossier}/prise", {})
        self.envoyer(self.ars75, f"/bureau/dossiers/{dossier}/demandes",
                     {"textes": "Datez.", "echeance": "2099-01-31"})
        page = self.porteur.lire(f"/dossiers/{dossier}/historique", Accept="text/html").corps
        self.assertIn("Le guichet a pris le dossier en instruction.", page)
        self.assertIn("Le guichet a demandé des compléments", page)
        self.assertNotIn("état du dossier a changé", page)

    def test_what_was_typed_for_a_batch_comes_back_with_its_fault(self):
        pris, _ = self.depose("Association prise")
        self.envoyer(self.ars75, f"/bureau/dossiers/{pris}/prise", {})
        vu = self.envoyer(self.ars75, "/bureau/lot",
                          {"acte": "demander", "confirme": "oui", "piece": "DOC-04",
                           "textes": "Merci.", "echeance": "2020-01-31", "dossier": pris})
        for tape in ('value="DOC-04" selected>', ">Merci.</textarea>", 'value="2020-01-31"'):
            self.assertIn(tape, vu.corps)

    def test_an_act_that_nobody_knows_takes_no_dossier(self):
        libre, _ = self.depose("Association libre")
        for champs in ({"acte": "effacer"}, {}):
            fait = self.envoyer(self.ars75, "/bureau/lot",
                                {**champs, "confirme": "oui", "dossier": libre})
            self.assertEqual(fait.statut, 422)
        self.assertEqual(self.ars75.lire("/api/dossiers/" + libre).json["statut"], "depose")

    def test_a_way_back_stays_in_the_inbox(self):
        for ailleurs in ("https://exemple.fr/", "//exemple.fr", "/bureaux", "/bureau/../compte"):
            fait = self.envoyer(self.ars75, "/bureau/colonnes", {"retour": ailleurs})
            self.assertEqual((fait.statut, fait.entetes["location"]), (303, "/bureau"))

    def test_what_people_wrote_is_text(self):
        dossier, _ = self.depose("<script>alert(1)</script>")
        self.envoyer(self.ars75, f"/bureau/dossiers/{dossier}/notes", {"texte": "<b>gras</b>"})
        page = self.ars75.lire("/bureau/dossiers/" + dossier).corps
        self.assertNotIn("<script>alert", page)
        self.assertNotIn("<b>gras", page)
        self.assertNotIn("<script>alert", self.ars75.lire("/bureau?q=script").corps)
        self.assertNotIn("<img", self.ars75.lire("/bureau?q=%3Cimg%3E").corps)

    def test_models_of_letters_are_an_administrator_s(self):
        adresse = "/administration/courriers"
        self.assertEqual(self.ars75.lire(adresse).statut, 403)
        self.assertEqual(self.admin.lire(adresse).statut, 200)
        champs = {"genre": "prise", "objet": "Dossier {numero}", "corps": "Bonjour {inconnu}"}
        self.assertEqual(self.envoyer(self.admin, adresse, champs).statut, 422)
        self.assertEqual(self.envoyer(self.admin, adresse, {**champs, "genre": "x"}).statut, 422)
        champs["corps"] = "Votre dossier {numero} est pris."
        sans_lien = self.envoyer(self.admin, adresse, {**champs, "motif": "Plus court."})
        self.assertEqual(sans_lien.statut, 422)
        self.assertIn("doit garder le champ «\u00a0lien\u00a0»", sans_lien.corps)
        champs["corps"] = "Votre dossier {numero} est pris. {lien}"
        sans_motif = self.envoyer(self.admin, adresse, champs)
        self.assertEqual(sans_motif.statut, 422)
        self.assertIn("Votre dossier {numero} est pris.", sans_motif.corps)  # typed, kept
        apercu = self.envoyer(self.admin, adresse, {**champs, "acte": "apercu"})
        self.assertIn("Votre dossier NA-2024-000000 est pris.", apercu.corps)
        self.assertNotIn("Votre dossier {numero} est pris.", self.admin.lire(adresse).corps)
        champs["motif"] = "Plus court."
        self.assertEqual(self.envoyer(self.admin, adresse, champs).statut, 200)
        self.assertIn("Votre dossier {numero} est pris.", self.admin.lire(adresse).corps)
        retour = {"genre": "prise", "acte": "origine", "objet": "", "corps": ""}
        self.assertEqual(self.envoyer(self.admin, adresse, retour).statut, 422)
        retour["motif"] = "Le premier disait tout."
        self.assertEqual(self.envoyer(self.admin, adresse, retour).statut, 200)
        self.assertNotIn("Votre dossier {numero} est pris.", self.admin.lire(adresse).corps)
        lignes = self.atelier.executer("SELECT acte, detail FROM journal "
                                       "WHERE objet = 'lettre:prise' ORDER BY numero")
        self.assertEqual([(acte, detail.split(" ", 1)[1]) for acte, detail in lignes],
                         [("lettre.changer", "Plus court."),
                          ("lettre.origine", "Le premier disait tout.")])

    def test_a_desk_writes_its_own_letters_and_no_other_one_s(self):
        adresse = "/bureau/courriers"
        self.assertEqual(self.porteur.lire(adresse, Accept="text/html").statut, 403)
        champs = {"genre": "prise", "objet": "Bordeaux a pris {numero}",
                  "corps": "Nous lisons le dossier {numero}. {lien}", "motif": "Nos mots."}
        self.assertEqual(self.envoyer(self.ars75, adresse, champs).statut, 200)
        self.assertIn("Bordeaux a pris", self.ars75.lire(adresse).corps)
        for autre, page in ((self.ars94, adresse), (self.admin, "/administration/courriers")):
            self.assertNotIn("Bordeaux a pris", autre.lire(page).corps)
        dossier, _ = self.depose()
        self.envoyer(self.ars75, f"/bureau/dossiers/{dossier}/prise", {})
        self.assertTrue(attendre(lambda: any(str(m["Subject"]).startswith("Bordeaux a pris NA-2024")
                                             for m in self.atelier.courriels(0)), 20))
        retour = {"genre": "prise", "acte": "origine", "objet": "", "corps": "", "motif": "Assez."}
        self.assertEqual(self.envoyer(self.ars75, adresse, retour).statut, 200)
        self.assertNotIn("Bordeaux a pris", self.ars75.lire(adresse).corps)

    def test_the_receipt_s_mail_keeps_what_proves_the_deposit(self):
        adresse = "/bureau/courriers"
        champs = {"genre": "depot", "objet": "Reçu {numero}", "motif": "Nos mots.",
                  "corps": "Reçu le {depose_le}. {lien}"}
        refus = self.envoyer(self.ars94, adresse, champs)
        self.assertEqual(refus.statut, 422)
        self.assertIn("doit garder le champ «\u00a0empreinte\u00a0»", refus.corps)

    def test_the_porteur_answers_on_its_own_page(self):
        dossier, _ = self.depose()
        page = f"/bureau/dossiers/{dossier}"
        self.envoyer(self.ars75, page + "/prise", {})
        self.assertEqual(self.envoyer(self.ars75, page + "/demandes",
                                      {"textes": "Datez.", "echeance": "2024-04-01"}).statut, 303)
        echanges = f"/dossiers/{dossier}/echanges"
        self.assertIn("Datez.", self.porteur.lire(echanges, Accept="text/html").corps)
        vide = self.envoyer(self.porteur, f"/dossiers/{dossier}/reponse", {"texte": ""})
        self.assertEqual(vide.statut, 422)
        fait = self.envoyer(self.porteur, f"/dossiers/{dossier}/reponse", {"texte": "Voici."})
        self.assertEqual((fait.statut, fait.entetes["location"]), (303, echanges))
        self.assertIn("Voici.", self.ars75.lire(page).corps)


if __name__ == "__main__":
    unittest.main()
