"""Supports of a porteur (GRADeS, Collectif SI): invited by the API and by the page of members, reading
that dossier alone, withdrawn."""

import json
import re
import time
import unittest

from comptes import Client, code_totp
from dossiers import Porteur
from espace import Navigateur, envoyer_un_formulaire
from membres import Grappe, deux_entites, jetons


class Soutiens(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.grappe = Grappe()
        cls.atelier, cls.porteur, cls.tiers = cls.grappe.atelier, cls.grappe.porteur, cls.grappe.tiers
        cls.clients = {}
        for role in ("grades", "collectif", "ars"):
            secret = cls.atelier.guichet(role, f"{role}@exemple.fr", "75")
            client = cls.clients[role] = Client(cls.atelier)
            assert client.connecter(f"{role}@exemple.fr", code=code_totp(secret)).statut == 201

    @classmethod
    def tearDownClass(cls):
        cls.grappe.fermer()

    def probleme(self, reponse, statut, code):
        self.assertEqual((reponse.statut, reponse.json["code"]), (statut, code), reponse.corps)
        return reponse.json

    def inviter(self, dossier, role="grades", courriel="grades@exemple.fr"):
        deja = len(jetons(self.atelier, courriel))
        fait = self.porteur.poster(dossier + "/soutiens", role=role, courriel=courriel)
        self.assertEqual(fait.statut, 201, fait.corps)
        for _ in range(200):
            tous = jetons(self.atelier, courriel)
            if len(tous) > deja:
                return fait.json, tous[-1]
            time.sleep(0.05)
        self.fail("no invitation came")

    def accepter(self, client, jeton):
        return client.poster("/api/invitations/acceptation", jeton=jeton)

    def test_a_grades_reads_what_it_was_invited_to_and_nothing_else(self):
        dossier, ecrit = self.grappe.dossier()
        autre, _ = self.grappe.dossier()
        piece = self.porteur.joindre(dossier).json["id"]
        grades = self.clients["grades"]
        self.probleme(grades.lire(dossier), 404, "dossier.inconnu")
        soutien, jeton = self.inviter(dossier)
        self.assertEqual((soutien["role"], soutien["accepte_le"]), ("grades", None))
        vue = Client(self.atelier).lire("/api/invitations?jeton=" + jeton).json
        self.assertEqual((vue["role"], vue["finess_ej"]), ("grades", None))
        self.assertEqual(self.accepter(grades, jeton).statut, 201)
        self.probleme(self.accepter(grades, jeton), 410, "jeton.perime")
        for fin in ("", "/analyse", "/historique", f"/pieces/{piece}/fichier"):
            self.assertEqual(grades.lire(dossier + fin).statut, 200, fin)
            self.assertEqual(grades.lire(autre + fin).statut, 404, fin)
        self.assertEqual([d["id"] for d in grades.lire("/api/dossiers").json["dossiers"]],
                         [dossier.rsplit("/", 1)[1]])
        self.assertEqual(grades.demander("PUT", dossier, json.dumps(ecrit), **{
            "If-Match": '"2"', "Content-Type": "application/json"}).statut, 403)
        self.assertEqual(grades.poster(dossier + "/soutiens", role="grades", courriel="a@b.fr").statut, 403)
        # The deposit is not held back, what was deposited is read, messages and notes are not.
        self.assertEqual(self.porteur.deposer(dossier).statut, 201)
        self.assertEqual(grades.lire(dossier).json["statut"], "depose")
        self.assertEqual(grades.lire(dossier + "/messages").statut, 403)
        self.assertEqual(grades.lire(dossier + "/examen").statut, 403)

    def test_the_collectif_advises_before_the_deposit(self):
        dossier, _ = self.grappe.dossier()
        collectif = self.clients["collectif"]
        _, jeton = self.inviter(dossier, "collectif", "collectif@exemple.fr")
        self.assertEqual(self.accepter(collectif, jeton).statut, 201)
        self.assertEqual(collectif.lire(dossier).statut, 200)
        self.assertEqual(self.porteur.deposer(dossier).statut, 201)
        self.probleme(collectif.lire(dossier), 404, "dossier.inconnu")
        self.probleme(self.porteur.poster(dossier + "/soutiens", role="collectif", courriel="b@exemple.fr"), 409,
                      "soutien.depose")

    def test_who_has_no_account_of_the_role_takes_it_in_that_dossier_only(self):
        dossier, _ = self.grappe.dossier()
        nouveau = Porteur(self.atelier, "nouveau@exemple.fr")
        _, jeton = self.inviter(dossier, courriel="nouveau@exemple.fr")
        self.assertEqual(self.accepter(self.clients["ars"], jeton).statut, 403)
        self.probleme(self.accepter(self.clients["collectif"], jeton), 403, "invitation.autre_role")
        self.probleme(self.accepter(self.porteur, jeton), 409, "membre.porteur")
        self.assertEqual(self.accepter(nouveau, jeton).json["role"], "grades")
        self.assertEqual(nouveau.lire(dossier + "/analyse").statut, 200)
        self.assertEqual(nouveau.lire("/api/demandes-grappe").json["demandes"], [])
        self.assertEqual(nouveau.deposer(dossier).statut, 403)

    def test_a_withdrawal_ends_the_link_and_the_access_and_leaves_its_lines(self):
        dossier, _ = self.grappe.dossier()
        grades = self.clients["grades"]
        soutien, premier = self.inviter(dossier)
        _, jeton = self.inviter(dossier)
        self.probleme(self.accepter(grades, premier), 410, "jeton.perime")
        self.assertEqual(self.accepter(grades, jeton).statut, 201)
        self.probleme(self.porteur.poster(dossier + "/soutiens", role="grades", courriel="grades@exemple.fr"),
                      409, "soutien.present")
        adresse = f"{dossier}/soutiens/{soutien['id']}"
        self.assertEqual(self.tiers.demander("DELETE", adresse).statut, 404)
        self.assertEqual(self.porteur.demander("DELETE", adresse).statut, 204)
        self.assertEqual(self.porteur.demander("DELETE", adresse).statut, 404)
        self.assertEqual(grades.lire(dossier).statut, 404)
        self.assertEqual(self.porteur.lire(dossier + "/soutiens").json["soutiens"], [])
        attente, jeton = self.inviter(dossier, courriel="jamais@exemple.fr")
        self.assertEqual(self.porteur.demander("DELETE", f"{dossier}/soutiens/{attente['id']}").statut, 204)
        self.probleme(Client(self.atelier).lire("/api/invitations?jeton=" + jeton), 410, "jeton.perime")
        objet = "dossier:" + dossier.rsplit("/", 1)[1]
        actes = [acte for acte, in self.atelier.executer(
            "SELECT acte FROM journal WHERE objet = ? AND acte LIKE 'soutien.%' ORDER BY numero", objet)]
        self.assertEqual(actes, ["soutien.inviter", "soutien.inviter", "soutien.accepter", "soutien.retirer",
                                 "soutien.inviter", "soutien.retirer"])
        self.assertEqual(self.atelier.commande("journal", "verifier").returncode, 0)

    def test_a_key_invites_once_and_a_fault_is_told_at_its_field(self):
        dossier, _ = self.grappe.dossier()
        for corps, champ in [({"role": "ars", "courriel": "a@b.fr"}, "role"), ({"courriel": "a@b.fr"}, "role"),
                             ({"role": "grades", "courriel": "a"}, "courriel")]:
            dit = self.porteur.demander("POST", dossier + "/soutiens", corps)
            self.assertEqual((dit.statut, [f["chemin"] for f in dit.json["fautes"]]), (422, [champ]), dit.corps)
        ids = {self.porteur.demander("POST", dossier + "/soutiens", {"role": "grades", "courriel": "c@exemple.fr"},
                                     **{"Idempotency-Key": "une"}).json["id"] for _ in range(2)}
        self.assertEqual(len(ids), 1)

    def test_from_the_page_of_members_to_the_dossier_without_scripts(self):
        porteur = Navigateur(self.atelier, "en-page@exemple.fr")
        invitee = Navigateur(self.atelier, "invitee@exemple.fr")
        dossier = porteur.commencer()
        ecrit = deux_entites(15, 400)
        self.assertEqual(porteur.ecrire(dossier, ecrit, 1).statut, 200)
        porteur.joindre(dossier)
        page = dossier.removeprefix("/api")

        def envoyer(client, chemin, **champs):
            return envoyer_un_formulaire(client, chemin, champs)
        faute = envoyer(porteur, page + "/soutiens", role="grades", courriel="x")
        self.assertEqual(faute.statut, 422)
        self.assertIn('id="soutien-courriel-erreur"', faute.corps)
        self.assertIn('value="x"', faute.corps)
        fait = envoyer(porteur, page + "/soutiens", role="grades", courriel="invitee@exemple.fr")
        self.assertEqual(fait.statut, 303, fait.corps)
        vue = porteur.page(page + "/membres").corps
        self.assertIn("invitee@exemple.fr", vue)
        liste = invitee.page("/soutiens")
        self.assertEqual(liste.statut, 200)
        soutien = re.search(r'name="soutien" value="(\w+)"', liste.corps)[1]
        arrivee = envoyer(invitee, "/soutiens", soutien=soutien)
        self.assertEqual((arrivee.statut, arrivee.entetes["location"]), (303, page))
        lu = invitee.page(page)
        self.assertEqual(lu.statut, 200)
        self.assertIn("Pièces jointes", lu.corps)
        for acte in ("/saisie", "/depot", "/membres"):
            self.assertNotIn(f'href="{page}{acte}', lu.corps)
        fichier = re.search(rf'href="({page}/pieces/\w+)"', lu.corps)[1]
        self.assertEqual(invitee.page(fichier).statut, 200)
        self.assertNotIn(page, invitee.page("/dossiers").corps)
        self.assertIn(f'href="{page}"', invitee.page("/soutiens").corps)
        self.assertEqual(self.tiers.lire(page, Accept="text/html").statut, 404)
        retrait = re.search(rf'action="({page}/soutiens/\w+/retrait)"', porteur.page(page + "/membres").corps)[1]
        self.assertEqual(envoyer(porteur, retrait).statut, 303)
        self.assertEqual(invitee.page(page).statut, 404)


if __name__ == "__main__":
    unittest.main()
