"""Members of a grappe by the API: invited, reading and writing their part, agreeing to it."""

import json
import threading
import unittest

from comptes import Client, code_totp
from membres import AUTRE, UNE, Grappe


class Membres(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.grappe = Grappe()
        cls.porteur, cls.membre, cls.tiers = (cls.grappe.porteur, cls.grappe.membre,
                                              cls.grappe.tiers)
        secret = cls.grappe.atelier.guichet("ars", "ars@exemple.fr", "75")
        cls.ars = Client(cls.grappe.atelier)
        assert cls.ars.connecter("ars@exemple.fr", code=code_totp(secret)).statut == 201

    @classmethod
    def tearDownClass(cls):
        cls.grappe.fermer()

    def probleme(self, reponse, statut, code):
        self.assertEqual((reponse.statut, reponse.json["code"]), (statut, code), reponse.corps)
        return reponse.json

    def test_the_way_of_the_contract(self):
        dossier, _ = self.grappe.dossier()
        membre, jeton = self.grappe.inviter(dossier)
        self.assertEqual(membre["finess_ej"], AUTRE)
        self.probleme(self.porteur.deposer(dossier), 409, "depot.invitation_sans_reponse")
        vue = Client(self.grappe.atelier).lire("/api/invitations?jeton=" + jeton)
        self.assertEqual((vue.statut, vue.json["finess_ej"]), (200, AUTRE))
        fait = self.grappe.accorder(self.membre, dossier, jeton=jeton)
        self.assertEqual((fait.statut, fait.json["accord"]), (201, True), fait.corps)
        self.assertEqual(self.grappe.accorder(self.membre, dossier, jeton=jeton).statut, 201)
        self.assertEqual(self.porteur.deposer(dossier).statut, 201)

    def test_a_dossier_without_members_is_deposited_as_before(self):
        dossier, _ = self.grappe.dossier()
        lus = self.porteur.lire(dossier + "/membres").json
        self.assertEqual((lus["membres"], lus["entites_sans_membre"]), ([], [AUTRE, UNE]))
        self.assertEqual(self.porteur.deposer(dossier).statut, 201)

    def test_a_later_change_cancels_that_agreement_only(self):
        dossier, ecrit = self.grappe.dossier()
        self.grappe.inviter(dossier)
        self.grappe.inviter(dossier, "tiers@exemple.fr", UNE)
        self.assertEqual(self.grappe.accorder(self.membre, dossier).statut, 201)
        self.assertEqual(self.grappe.accorder(self.tiers, dossier, UNE).statut, 201)
        ecrit["essms"][0]["devis_materiel"] = "12.00"
        self.assertEqual(self.porteur.ecrire(dossier, ecrit, 2).statut, 200)
        etats = {m["finess_ej"]: m["etat"]
                 for m in self.porteur.lire(dossier + "/membres").json["membres"]}
        self.assertEqual(etats, {AUTRE: "part_changee", UNE: "d_accord"})
        dit = self.probleme(self.porteur.deposer(dossier), 409, "depot.accord_perime")
        self.assertEqual([f["chemin"] for f in dit["fautes"]], ["membres"])
        part = self.membre.lire(f"{dossier}/parts/{AUTRE}").json
        self.assertIn(f"essms.{ecrit['essms'][0]['finess_et']}.devis_materiel",
                      [e["chemin"] for e in part["ecarts"]])
        self.probleme(self.grappe.accorder(self.membre, dossier, empreinte="0" * 64), 409,
                      "accord.part_changee")
        self.assertEqual(self.grappe.accorder(self.membre, dossier,
                                              empreinte=part["empreinte"]).statut, 201)
        self.assertEqual(self.porteur.deposer(dossier).statut, 201)

    def test_a_member_writes_its_part_and_nothing_else(self):
        dossier, ecrit = self.grappe.dossier()
        self.grappe.inviter(dossier)
        self.grappe.accorder(self.membre, dossier)
        adresse = f"{dossier}/parts/{AUTRE}"
        part = self.membre.lire(adresse)
        self.assertEqual(part.entetes["etag"], '"2"')
        self.assertEqual([e["finess_et"] for e in part.json["contenu"]["essms"]],
                         [ecrit["essms"][0]["finess_et"]])
        ligne = {**ecrit["essms"][0], "devis_materiel": "99.00"}
        def ecrire(essms, version, client=self.membre, ou=adresse):
            return client.ecrire(ou, {"essms": essms, "recupere_tva": True}, version)
        self.probleme(ecrire([ligne], None), 428, "http.version_requise")
        self.assertEqual(ecrire([ligne], 2).statut, 200)
        place = self.porteur.lire(dossier).json
        self.assertEqual(place["version"], 3)
        self.assertEqual(place["contenu"]["essms"], [ligne, *ecrit["essms"][1:]])
        self.probleme(ecrire([ligne], 2), 412, "dossier.version_perimee")
        dit = self.probleme(ecrire([ecrit["essms"][1]], 3), 422, "part.etablissement_d_un_autre")
        self.assertEqual(dit["fautes"][0]["chemin"], "essms[0].finess_et")
        self.probleme(ecrire("x", 3), 422, "part.forme")
        self.probleme(self.membre.ecrire(adresse, "{", 3), 400, "dossier.json")
        self.probleme(ecrire([], 3, ou=f"{dossier}/parts/{UNE}"), 403, "part.interdite")
        self.probleme(ecrire([], 3, self.tiers), 404, "dossier.inconnu")
        self.probleme(self.membre.ecrire(dossier, {}, 3), 403, "dossier.interdit")

    def test_a_member_sees_its_part_and_nothing_of_others(self):
        dossier, ecrit = self.grappe.dossier()
        piece = self.porteur.joindre(dossier).json["id"]
        self.grappe.inviter(dossier)
        self.grappe.inviter(dossier, "tiers@exemple.fr", UNE)
        self.grappe.accorder(self.membre, dossier)
        autres = [essms["finess_et"] for essms in ecrit["essms"][1:]]
        for adresse in (dossier, dossier + "/membres", f"{dossier}/parts/{AUTRE}", "/api/parts"):
            lu = self.membre.lire(adresse)
            self.assertEqual(lu.statut, 200, adresse)
            for numero in [*autres, "tiers@exemple.fr"]:
                self.assertNotIn(numero, lu.corps, adresse)
        for fin in ("/analyse", "/historique", "/versions/2", f"/pieces/{piece}/fichier"):
            self.assertEqual(self.membre.lire(dossier + fin).statut, 403, fin)
        for fin in ("", "/membres", f"/parts/{AUTRE}", "/analyse"):
            self.assertEqual(self.tiers.lire(dossier + fin).statut, 404, fin)
            self.assertIn(self.ars.lire(dossier + fin).statut, (403, 404), fin)
        self.assertEqual(self.membre.deposer(dossier).statut, 403)
        self.assertEqual(self.membre.joindre(dossier).statut, 403)
        self.assertEqual(self.membre.poster(dossier + "/membres", finess_ej=UNE,
                                            courriel="a@b.fr").statut, 403)

    def test_a_link_serves_once_and_only_where_it_leads(self):
        dossier, _ = self.grappe.dossier()
        autre, _ = self.grappe.dossier()
        membre, jeton = self.grappe.inviter(dossier, "ailleurs@exemple.fr")
        for corps, statut, code in [
                ({"jeton": "A" * 43}, 410, "jeton.perime"), ({}, 404, "dossier.inconnu"),
                ({"jeton": jeton, "finess_ej": UNE}, 422, "accord.autre_entite")]:
            self.probleme(self.grappe.accorder(self.tiers, dossier, **corps), statut, code)
        self.probleme(self.grappe.accorder(self.tiers, autre, jeton=jeton), 410, "jeton.perime")
        self.probleme(self.grappe.accorder(self.porteur, dossier, jeton=jeton), 409,
                      "membre.porteur")
        self.assertEqual(self.ars.poster("/api/invitations/acceptation", jeton=jeton).statut, 403)
        relance = self.porteur.poster(f"{dossier}/membres/{membre['id']}/relance")
        self.assertEqual(relance.statut, 201)
        self.probleme(self.tiers.poster("/api/invitations/acceptation", jeton=jeton), 410,
                      "jeton.perime")

    def test_what_is_typed_wrong_is_said_at_its_field(self):
        dossier, _ = self.grappe.dossier()
        for corps, champ in [({"finess_ej": "12", "courriel": "a@b.fr"}, "finess_ej"),
                             ({"finess_ej": UNE, "courriel": "a"}, "courriel"),
                             ({"finess_ej": UNE}, "courriel"),
                             ({"finess_ej": 3, "courriel": "a@b.fr"}, "finess_ej")]:
            dit = self.porteur.demander("POST", dossier + "/membres", corps)
            self.assertEqual((dit.statut, dit.json["fautes"][0]["chemin"]), (422, champ))
        for accord in (None, "oui", 1):
            dit = self.grappe.accorder(self.membre, dossier, accord=accord)
            self.probleme(dit, 422, "accord.attendu")
        self.assertEqual(self.porteur.demander("POST", dossier + "/membres", "{").statut, 400)

    def test_a_member_that_is_taken_away_is_told_and_reads_nothing_more(self):
        dossier, _ = self.grappe.dossier()
        membre, _ = self.grappe.inviter(dossier)
        self.grappe.accorder(self.membre, dossier)
        adresse = f"{dossier}/membres/{membre['id']}"
        self.assertEqual(self.tiers.demander("DELETE", adresse).statut, 404)
        self.assertEqual(self.membre.demander("DELETE", adresse).statut, 403)
        self.assertEqual(self.porteur.demander("DELETE", adresse).statut, 204)
        self.assertEqual(self.porteur.demander("DELETE", adresse).statut, 404)
        self.assertEqual(self.membre.lire(f"{dossier}/parts/{AUTRE}").statut, 404)
        self.assertEqual(self.porteur.deposer(dossier).statut, 201)

    def test_a_key_invites_once(self):
        dossier, _ = self.grappe.dossier()
        corps = {"finess_ej": AUTRE, "courriel": "une-fois@exemple.fr"}
        faits = [self.porteur.demander("POST", dossier + "/membres", corps,
                                       **{"Idempotency-Key": "k-membre"}) for _ in range(2)]
        self.assertEqual(faits[0].corps, faits[1].corps)
        self.assertEqual([f.statut for f in faits], [201, 201])

    def test_members_writing_at_once_lose_nothing(self):
        dossier, ecrit = self.grappe.dossier()
        self.grappe.inviter(dossier)
        self.grappe.inviter(dossier, "tiers@exemple.fr", UNE)
        for client, entite in ((self.membre, AUTRE), (self.tiers, UNE)):
            self.assertEqual(self.grappe.accorder(client, dossier, entite).statut, 201)
        siennes = {AUTRE: ecrit["essms"][:1], UNE: ecrit["essms"][1:]}
        statuts = []

        def ecrire(client, entite):
            for tour in range(8):
                lignes = [{**e, "devis_materiel": f"{tour}.00"} for e in siennes[entite]]
                version = client.lire(f"{dossier}/parts/{entite}").json["version"]
                statuts.append(client.ecrire(f"{dossier}/parts/{entite}", {"essms": lignes},
                                             version).statut)
        fils = [threading.Thread(target=ecrire, args=paire)
                for paire in ((self.membre, AUTRE), (self.tiers, UNE))]
        for fil in fils:
            fil.start()
        for fil in fils:
            fil.join()
        self.assertEqual(statuts, [200] * 16)
        self.assertEqual({e["devis_materiel"] for e in
                          self.porteur.lire(dossier).json["contenu"]["essms"]}, {"7.00"})

    def test_the_journal_tells_each_act(self):
        self.assertEqual(self.grappe.atelier.commande("journal", "verifier").returncode, 0)


if __name__ == "__main__":
    unittest.main()
