"""Administration by its API: each act with its reason, what it changes, who is told, who may not."""

import json
import re
import time
import unittest

from comptes import Atelier, Client, code_totp
from dossiers import GUICHET, OUVERT, Porteur
from membres import AUTRE, UNE, deux_entites, jetons

MOTIF = "Demandé par écrit le 1er mars."
ACTES = {"/reouverture": {}, "/amendement": {"jusqu_au": "2024-06-15"},
         "/prolongation": {"jusqu_au": "2024-06-15"},
         "/demandes/1/echeance": {"echeance": "2024-06-15"},
         f"/membres/{AUTRE}/remplacement": {"courriel": "suivant@exemple.fr"},
         "/porteur": {"courriel": "suivant@exemple.fr"},
         "/corrections": {"chemin": "porteur.raison_sociale", "valeur": "Autre"}}


class Administration(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = Atelier().demarrer("--horloge", OUVERT)
        cls.porteur = Porteur(cls.atelier, "porteur@exemple.fr")
        cls.membre = Porteur(cls.atelier, "membre@exemple.fr")
        cls.suivant = Porteur(cls.atelier, "suivant@exemple.fr")
        cls.admin = cls.guichet("admin", "admin@exemple.fr")
        cls.ars = cls.guichet("ars", "ars75@exemple.fr", "75")
        cls.debut = 0

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    @classmethod
    def guichet(cls, role, courriel, region=None):
        secret = cls.atelier.guichet(role, courriel, region)
        client = Client(cls.atelier)
        assert client.connecter(courriel, code=code_totp(secret)).statut == 201
        return client

    def dossier(self, qui=None, depose=True):
        ecrit = deux_entites(15, Administration.debut)
        Administration.debut += 15
        qui = qui or self.porteur
        dossier = qui.commencer()
        self.assertEqual(qui.ecrire(dossier, ecrit, 1).statut, 200)
        if depose:
            self.assertEqual(qui.deposer(dossier, GUICHET).statut, 201)
        return dossier, ecrit

    def fait(self, dossier, acte, **corps):
        fait = self.admin.demander("POST", dossier + acte, {"motif": MOTIF, **corps})
        self.assertEqual(fait.statut, 201, fait.corps)
        return fait.json

    def corriger(self, dossier, chemin, valeur):
        return self.admin.demander("POST", dossier + "/corrections",
                                   {"motif": MOTIF, "chemin": chemin, "valeur": valeur})

    def refuse(self, reponse, statut, code):
        self.assertEqual((reponse.statut, reponse.json["code"]), (statut, code), reponse.corps)

    def courriel(self, a, objet, contient="", secondes=20):
        """That message, waited for."""
        fin = time.monotonic() + secondes
        while True:
            for message in self.atelier.courriels(0):
                if (str(message["To"]).strip("<>") == a and str(message["Subject"]).endswith(objet)
                        and contient in message.get_content()):
                    return message.get_content()
            self.assertLess(time.monotonic(), fin, f"{objet} to {a}")
            time.sleep(0.05)

    def test_only_an_administrator_and_only_with_a_reason(self):
        dossier, _ = self.dossier()
        for acte, corps in ACTES.items():
            self.assertEqual(Client(self.atelier).demander("POST", dossier + acte, corps).statut, 401)
            for client in (self.porteur, self.ars, self.membre):
                self.refuse(client.demander("POST", dossier + acte, {"motif": MOTIF, **corps}), 403,
                            "acces.refuse")
            self.refuse(self.admin.demander("POST", dossier + acte, corps), 422, "administration.motif")
            self.refuse(self.admin.demander("POST", "/api/dossiers/0" + acte,
                                            {"motif": MOTIF, **corps}), 404,
                        "dossier.inconnu")
        self.assertEqual(self.porteur.lire(dossier + "/historique").json["interventions"], [])

    def test_an_administrator_finds_a_dossier_and_reads_none(self):
        dossier, _ = self.dossier()
        id_ = dossier.rsplit("/", 1)[1]
        self.assertEqual(self.admin.lire(dossier).statut, 403)
        numero = self.porteur.lire(dossier).json["recepisse"]["numero"]
        trouves = self.admin.lire(f"/api/administration/dossiers?q={numero}").json["dossiers"]
        self.assertEqual([(t["id"], t["statut"]) for t in trouves], [(id_, "depose")])
        champs = self.admin.lire(f"/api/administration/dossiers/{id_}/champs"
                                 "?chemin=porteur.siret").json["champs"]
        self.assertEqual([c["chemin"] for c in champs if "valeur" in c], ["porteur.siret"])
        self.assertEqual(self.ars.lire("/api/administration/dossiers?q=x").statut, 403)

    def test_a_withdrawn_dossier_is_reopened(self):
        dossier, _ = self.dossier()
        self.refuse(self.admin.poster(dossier + "/reouverture", motif=MOTIF), 409, "dossier.etat")
        self.assertLess(self.porteur.poster(dossier + "/retrait", motif="Erreur.").statut, 300)
        self.courriel("porteur@exemple.fr", "retrait confirmé", dossier.split("/")[-1])
        self.courriel("ars75@exemple.fr", "retiré par son porteur", dossier.split("/")[-1])
        self.assertEqual(self.fait(dossier, "/reouverture")["statut"], "depose")
        self.courriel("porteur@exemple.fr", "intervention d'un administrateur", dossier.split("/")[-1])
        passe = self.porteur.lire(dossier + "/historique").json
        self.assertEqual(passe["interventions"][-1]["motif"], MOTIF)
        self.assertEqual(passe["passages"][-1]["acte"], "rouvrir")

    def test_judged_by_mistake_it_is_examined_again(self):
        dossier, _ = self.dossier()
        self.ars.poster(dossier + "/instruction")
        self.ars.poster(dossier + "/recevabilite", issue="irrecevable", motif="Vu.")
        self.assertEqual(self.fait(dossier, "/reouverture")["statut"], "en_instruction")
        self.courriel("ars75@exemple.fr", "intervention d'un administrateur", dossier.split("/")[-1])
        self.assertEqual(self.ars.poster(dossier + "/recevabilite", issue="irrecevable",
                                         motif="Vu.").statut, 201)

    def test_opened_to_changes_it_is_deposited_again(self):
        dossier, ecrit = self.dossier()
        self.ars.poster(dossier + "/instruction")
        self.refuse(self.porteur.ecrire(dossier, ecrit, 2), 409, "dossier.etat")
        self.refuse(self.admin.poster(dossier + "/amendement", motif=MOTIF, jusqu_au="hier"), 422,
                    "administration.date")
        self.assertEqual(self.fait(dossier, "/amendement", jusqu_au="2024-06-15")["statut"],
                         "depose")
        ecrit["porteur"]["raison_sociale"] = "Association modifiée"
        self.assertEqual(self.porteur.ecrire(dossier, ecrit, 2).statut, 200)
        self.assertEqual(self.porteur.deposer(dossier, GUICHET).statut, 201)

    def test_a_request_is_due_later(self):
        dossier, _ = self.dossier()
        self.ars.poster(dossier + "/instruction")
        self.ars.poster(dossier + "/demandes", textes=["Précisez."], echeance="2024-04-01")
        self.refuse(self.admin.poster(dossier + "/demandes/1/echeance", motif=MOTIF,
                                      echeance="2024-03-15"), 422, "administration.plus_tot")
        self.fait(dossier, "/demandes/1/echeance", echeance="2024-05-01")
        self.assertEqual(self.porteur.lire(dossier).json["demandes"][0]["echeance"], "2024-05-01")

    def test_a_member_leaves(self):
        dossier, _ = self.dossier(depose=False)
        self.porteur.poster(dossier + "/membres", finess_ej=AUTRE, courriel="membre@exemple.fr")
        accord = {"finess_ej": AUTRE, "accord": True}
        self.assertEqual(self.membre.demander("POST", dossier + "/accords", accord).statut, 201)
        deja = len(jetons(self.atelier, "suivant@exemple.fr"))
        self.fait(dossier, f"/membres/{AUTRE}/remplacement", courriel="suivant@exemple.fr")
        self.assertEqual(self.membre.lire(dossier).statut, 404)
        self.courriel("membre@exemple.fr", "Votre accès à un dossier est fermé", MOTIF)
        self.refuse(self.porteur.deposer(dossier, GUICHET), 409, "depot.invitation_sans_reponse")
        fin = time.monotonic() + 20
        while len(jetons(self.atelier, "suivant@exemple.fr")) <= deja:
            self.assertLess(time.monotonic(), fin)
            time.sleep(0.05)
        jeton = jetons(self.atelier, "suivant@exemple.fr")[-1]
        fait = self.suivant.demander("POST", dossier + "/accords", {**accord, "jeton": jeton})
        self.assertEqual(fait.statut, 201, fait.corps)
        self.assertEqual(self.porteur.deposer(dossier, GUICHET).statut, 201)

    def test_the_porteur_leaves(self):
        partant = Porteur(self.atelier, "partant@exemple.fr")
        dossier, _ = self.dossier(partant)
        id_ = dossier.rsplit("/", 1)[1]
        self.fait(dossier, "/porteur", courriel="arrivant@exemple.fr")
        self.assertEqual(partant.lire(dossier).statut, 404)
        self.assertNotIn(id_, partant.lire("/api/dossiers").corps)
        lettre = self.courriel("arrivant@exemple.fr", "Un dossier vous est confié")
        jeton = re.search(r"/succession\?jeton=([\w-]+)", lettre)[1]
        self.assertIn("Reprendre un dossier", Client(self.atelier).lire(
            f"/succession?jeton={jeton}").corps)
        arrivant = Porteur(self.atelier, "arrivant@exemple.fr")
        self.refuse(self.suivant.poster(dossier + "/succession"), 404, "dossier.inconnu")
        self.assertEqual(arrivant.poster(dossier + "/succession", jeton=jeton).statut, 201)
        self.assertEqual(arrivant.lire(dossier).statut, 200)
        self.assertEqual(partant.lire(dossier).statut, 404)
        self.refuse(arrivant.poster(dossier + "/succession", jeton=jeton), 410, "jeton.perime")

    def test_a_corrected_field_is_beside_the_deposited_one(self):
        dossier, _ = self.dossier()
        recepisse = self.porteur.lire(dossier).json["recepisse"]
        self.refuse(self.corriger(dossier, "porteur.rien", "x"), 422,
                    "administration.champ")
        self.refuse(self.corriger(dossier, "porteur.siret", "1"), 422,
                    "administration.illisible")
        faite = self.fait(dossier, "/corrections", chemin="porteur.raison_sociale",
                          valeur="Nom corrigé")
        self.assertEqual(faite["version"], 3)
        self.ars.poster(dossier + "/instruction")
        self.assertEqual(self.ars.lire(dossier).json["contenu"]["porteur"]["raison_sociale"],
                         "Nom corrigé")
        deposee = json.loads(self.ars.lire(dossier + "/versions/2").corps)
        self.assertNotEqual(deposee["porteur"]["raison_sociale"], "Nom corrigé")
        self.assertEqual(self.porteur.lire(dossier).json["recepisse"], recepisse)

    def test_a_member_s_part_is_corrected_by_nobody_else(self):
        dossier, ecrit = self.dossier(depose=False)
        self.porteur.poster(dossier + "/membres", finess_ej=AUTRE, courriel="membre@exemple.fr")
        self.membre.demander("POST", dossier + "/accords", {"finess_ej": AUTRE, "accord": True})
        self.assertEqual(self.porteur.deposer(dossier, GUICHET).statut, 201)
        refus = self.corriger(dossier, "essms[0].finess_ej", UNE)
        self.refuse(refus, 409, "administration.part")
        self.assertIn(AUTRE, refus.json["title"])

    def test_the_same_request_twice_is_one_act(self):
        dossier, _ = self.dossier()
        corps = {"jusqu_au": "2024-06-15", "motif": MOTIF}
        faits = [self.admin.demander("POST", dossier + "/amendement", corps,
                                     **{"Idempotency-Key": "un"}) for _ in range(2)]
        self.assertEqual([f.statut for f in faits], [201, 201])
        self.assertEqual(len(self.porteur.lire(dossier + "/historique").json["interventions"]), 1)

    def test_the_journal_holds(self):
        self.assertEqual(self.atelier.commande("journal", "verifier").returncode, 0)


if __name__ == "__main__":
    unittest.main()
