"""The teleservice by its API: a dossier from its first word to its receipt."""

import hashlib
import json
import pathlib
import re
import unittest

from client import attendre
from comptes import Atelier, Client, code_totp
from dossiers import GUICHET, OUVERT, PDF, Porteur, contenu


class Dossiers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = Atelier().demarrer("--horloge", OUVERT)
        cls.porteur = Porteur(cls.atelier, "porteur@exemple.fr")
        cls.voisin = Porteur(cls.atelier, "voisin@exemple.fr")
        cls.guichets = {}
        for region in ("75", "94"):
            courriel = f"ars{region}@exemple.fr"
            secret = cls.atelier.guichet("ars", courriel, region)
            cls.guichets[region] = Client(cls.atelier)
            assert cls.guichets[region].connecter(courriel, code=code_totp(secret)).statut == 201

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    def pret(self, essms=None):
        """A dossier that can be deposited; each test has establishments of its own."""
        ecrit = contenu(400)
        Dossiers.suivant = getattr(Dossiers, "suivant", 0) + 15
        ecrit["essms"] = ecrit["essms"][Dossiers.suivant:Dossiers.suivant + (essms or 15)]
        dossier = self.porteur.commencer()
        self.assertEqual(self.porteur.ecrire(dossier, ecrit, 1).statut, 200)
        return dossier, ecrit

    def probleme(self, reponse, statut, code, chemin=None):
        self.assertEqual((reponse.statut, reponse.json["code"]), (statut, code), reponse.corps)
        if chemin:
            self.assertEqual([f["chemin"] for f in reponse.json["fautes"]], [chemin])
        return reponse.json

    def test_a_dossier_begins_as_a_draft(self):
        cree = self.porteur.poster("/api/dossiers", appel="NA-2024")
        self.assertEqual(cree.statut, 201)
        self.assertEqual((cree.json["version"], cree.json["statut"]), (1, "brouillon"))
        self.probleme(self.porteur.poster("/api/dossiers", appel="XX-1"), 422,
                      "dossier.appel_sans_fichier", "appel")
        self.assertIn(cree.json["id"],
                      [d["id"] for d in self.porteur.lire("/api/dossiers").json["dossiers"]])
        self.assertEqual(self.voisin.lire("/api/dossiers").json["dossiers"], [])

    def test_an_empty_draft_is_refused_in_words_and_each_place_is_named(self):
        dossier = self.porteur.commencer()
        refus = self.probleme(self.porteur.deposer(dossier), 409, "dossier.requis_absent")
        self.assertTrue(refus["title"].startswith("Le dossier ne peut pas être déposé"), refus)
        self.assertNotIn("clé", refus["title"])
        self.assertTrue(all(faute["chemin"] for faute in refus["fautes"]), refus)

    def test_what_is_written_is_kept_byte_for_byte(self):
        dossier = self.porteur.commencer()
        texte = '{ "essms":[ {"finess_et" : "33"} ],\n "inconnue": 1e5, "porteur":null }'
        ecrit = self.porteur.ecrire(dossier, texte, 1)
        self.assertEqual((ecrit.statut, ecrit.json["version"]), (200, 2))
        chemins = {faute["chemin"] for faute in ecrit.json["analyse"]["fautes"]}
        self.assertLessEqual({"porteur", "inconnue", "essms[0].finess_et", "essms[0].regime"},
                             chemins)
        self.assertEqual(self.porteur.lire(dossier + "/versions/2").corps, texte)
        self.assertEqual(self.porteur.lire(dossier + "/versions/1").corps, '{"appel":"NA-2024"}')
        self.assertEqual(self.porteur.lire(dossier).json["contenu"]["inconnue"], 1e5)
        self.probleme(self.porteur.ecrire(dossier, "{", 2), 400, "dossier.json")
        self.assertEqual(self.porteur.lire(dossier).json["version"], 2)

    def test_a_stale_version_is_412_with_the_fields_in_conflict(self):
        dossier = self.porteur.commencer()
        self.probleme(self.porteur.ecrire(dossier, "{}"), 428, "http.version_requise")
        self.assertEqual(self.porteur.ecrire(dossier, {"nature": "nouveau"}, 1).statut, 200)
        refus = self.porteur.ecrire(dossier, {"nature": "extension"}, 1)
        dit = self.probleme(refus, 412, "dossier.version_perimee")
        self.assertEqual(dit["version"], 2)
        self.assertIn(("nature", "dossier.champ_en_conflit"),
                      [(faute["chemin"], faute["code"]) for faute in dit["fautes"]])
        self.assertEqual(refus.entetes["etag"], '"2"')
        self.probleme(self.porteur.ecrire(dossier, "{}", 2 + 2 ** 32), 412,
                      "dossier.version_perimee")
        self.assertEqual(self.porteur.lire(dossier).entetes["etag"], '"2"')

    def test_the_analysis_is_that_of_check(self):
        dossier, ecrit = self.pret()
        self.porteur.joindre(dossier)
        analyse = self.porteur.lire(dossier + "/analyse").json
        direct = Client(self.atelier).demander(
            "POST", "/api/check", {**ecrit, "depose_le": OUVERT,
                                   "pieces": [{"type": "DOC-01", "fichier": "note.pdf"}]}).json
        self.assertFalse(analyse["provisoire"])
        for cle in direct:
            self.assertEqual(analyse[cle], direct[cle], cle)

    def test_others_get_404_and_desks_see_what_was_deposited_at_theirs(self):
        dossier, ecrit = self.pret()
        piece = self.porteur.joindre(dossier).json["id"]
        adresses = [dossier + fin for fin in ("", "/analyse", "/historique", "/versions/2",
                                              f"/pieces/{piece}/fichier")]
        for client in (self.voisin, *self.guichets.values()):
            for adresse in adresses:
                self.assertEqual(client.lire(adresse).statut, 404, adresse)
        self.assertEqual(self.voisin.ecrire(dossier, "{}", 2).statut, 404)
        self.assertEqual(self.voisin.joindre(dossier).statut, 404)
        self.assertEqual(self.voisin.deposer(dossier).statut, 404)
        self.assertEqual(self.porteur.deposer(dossier).statut, 201)
        self.porteur.ecrire(dossier, {**ecrit, "nature": "extension"}, 2)
        for adresse in adresses:
            self.assertEqual(self.guichets["75"].lire(adresse).statut, 200, adresse)
            self.assertEqual(self.guichets["94"].lire(adresse).statut, 404, adresse)
        vu = self.guichets["75"].lire(dossier).json
        self.assertEqual((vu["version"], vu["contenu"]["nature"]), (2, "nouveau"))
        self.assertEqual(self.guichets["75"].lire(dossier + "/versions/3").statut, 404)

    def test_a_piece_is_sealed_by_its_digest_and_given_back_as_an_attachment(self):
        dossier, _ = self.pret()
        octets = PDF + bytes(range(256)) * 20_000
        jointe = self.porteur.joindre(dossier, nom="Note générale.pdf", octets=octets)
        self.assertEqual(jointe.statut, 201, jointe.corps)
        self.assertEqual((jointe.json["sha256"], jointe.json["taille"], jointe.json["etat"]),
                         (hashlib.sha256(octets).hexdigest(), len(octets), "disponible"))
        fichiers = list(self.atelier.chemin.glob(f"fichiers/*/{jointe.json['sha256']}"))
        self.assertEqual([f.stat().st_size for f in fichiers], [len(octets)])
        piece = self.porteur.joindre(dossier, octets=PDF).json["id"]
        rendu = self.porteur.lire(f"{dossier}/pieces/{piece}/fichier")
        self.assertEqual(rendu.corps.encode(), PDF)
        self.assertIn("attachment", rendu.entetes["content-disposition"])
        self.assertIn("sandbox", rendu.entetes["content-security-policy"])

    def test_the_mark_of_a_page_s_head_is_text_like_any_other_in_what_people_write(self):
        marque = "<!--compte-->"
        dossier = self.porteur.commencer()
        texte = json.dumps({"porteur": {"raison_sociale": marque}})
        ecrit = self.porteur.ecrire(dossier, texte, 1)
        self.assertEqual(self.porteur.lire(dossier + "/versions/2").corps, texte)
        self.assertEqual(self.porteur.lire(dossier).json["contenu"], json.loads(texte))
        self.assertNotIn("<form", ecrit.corps)
        octets = PDF + marque.encode()
        piece = self.porteur.joindre(dossier, octets=octets).json["id"]
        rendu = self.porteur.lire(f"{dossier}/pieces/{piece}/fichier")
        self.assertEqual(rendu.corps.encode(), octets)

    def memoire(self):
        statut = pathlib.Path(f"/proc/{self.atelier.serveur.processus.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", statut)[1]) // 1024

    def test_fourteen_pieces_of_5_mb_are_never_held_in_memory(self):
        dossier, _ = self.pret()
        pic = pathlib.Path(f"/proc/{self.atelier.serveur.processus.pid}/clear_refs")
        pic.write_text("5")  # the peak begins again from here
        avant = self.memoire()
        for rang in range(1, 15):
            jointe = self.porteur.joindre(dossier, f"DOC-{rang:02d}",
                                          octets=PDF + bytes([rang]) * (5 * 1024 * 1024))
            self.assertEqual(jointe.statut, 201, jointe.corps)
        self.assertEqual(len(self.porteur.deposer(dossier).json["pieces"]), 14)
        self.assertLess(self.memoire() - avant, 64)

    def test_refused_files_are_told_why_and_not_kept(self):
        dossier, _ = self.pret()
        avant = len(list(self.atelier.chemin.glob("fichiers/*/*")))
        for nom, octets, statut, code in [
                ("plan.jpeg", PDF, 415, "piece.suffixe_jpeg"), ("a.odt", PDF, 415, "piece.suffixe"),
                ("a.png", PDF, 415, "piece.contenu"), ("a.pdf", b"<html>", 415, "piece.contenu"),
                ("a.pdf", b"", 415, "piece.vide"), ("a.pdf", None, 400, "piece.formulaire")]:
            self.probleme(self.porteur.joindre(dossier, nom=nom, octets=octets), statut, code)
        self.probleme(self.porteur.joindre(dossier, type_="DOC-99"), 422, "piece.type", "type")
        trop = self.porteur.joindre(dossier, octets=PDF + bytes(21 * 1024 * 1024))
        self.assertEqual(trop.statut, 413)
        self.assertLessEqual(len(list(self.atelier.chemin.glob("fichiers/*/*"))), avant + 1)

    def test_a_piece_is_replaced_or_withdrawn(self):
        dossier, _ = self.pret()
        une = self.porteur.joindre(dossier).json["id"]
        deux = self.porteur.joindre(dossier, remplace=une).json["id"]
        self.assertEqual([p["id"] for p in self.porteur.lire(dossier).json["pieces"]], [deux])
        self.probleme(self.porteur.demander("DELETE", f"{dossier}/pieces/{deux}",
                                            **{"If-Match": '"99"'}), 412, "dossier.version_perimee")
        self.assertEqual(self.porteur.demander("DELETE", f"{dossier}/pieces/{deux}").statut, 204)
        self.assertEqual(self.porteur.lire(dossier).json["pieces"], [])
        self.assertEqual(self.porteur.demander("DELETE", f"{dossier}/pieces/{deux}").statut, 404)

    def test_an_act_that_names_a_version_is_done_on_that_one_only(self):
        dossier, _ = self.pret()
        version = self.porteur.lire(dossier).json["version"]
        for fausse in ("99", str(version - 1)):
            perime = self.porteur.deposer(dossier, **{"If-Match": f'"{fausse}"'})
            self.probleme(perime, 412, "dossier.version_perimee")
            self.assertIn(f"relisez la version {version} avant", perime.json["title"])
            self.assertEqual((perime.json["version"], perime.entetes["etag"]), (version, f'"{version}"'))
        self.probleme(self.porteur.deposer(dossier, **{"If-Match": "1"}), 400, "http.version_illisible")
        self.assertEqual(self.porteur.lire(dossier).json["statut"], "brouillon")
        self.assertEqual(self.voisin.deposer(dossier, **{"If-Match": '"99"'}).statut, 404)
        depot = self.porteur.deposer(dossier, **{"If-Match": f'"{version}"'})
        self.assertEqual(depot.statut, 201, depot.corps)
        pris = self.guichets["75"].demander("POST", dossier + "/instruction", {}, **{"If-Match": '"99"'})
        self.probleme(pris, 412, "dossier.version_perimee")
        self.assertEqual(self.porteur.lire(dossier).json["statut"], "depose")

    def test_what_has_no_version_takes_no_notice_of_one(self):
        for version in ('"1"', "1"):
            fait = self.porteur.demander("POST", "/api/dossiers", {"appel": "NA-2024"}, **{"If-Match": version})
            self.assertEqual(fait.statut, 201, fait.corps)

    def test_a_deposit_gives_a_receipt_that_anyone_can_check(self):
        dossier, _ = self.pret()
        jointe = self.porteur.joindre(dossier).json
        depot = self.porteur.deposer(dossier)
        self.assertEqual(depot.statut, 201, depot.corps)
        recu = depot.json
        self.assertEqual(recu["depose_le"], OUVERT)
        self.assertEqual(recu["guichet"]["financeur"], GUICHET)
        self.assertEqual([(p["type"], p["sha256"]) for p in recu["pieces"]],
                         [("DOC-01", jointe["sha256"])])
        self.assertIn(("DOC-02", "MANQUE"),
                      [(c["regle"], c["issue"]) for c in recu["constats"]])
        adresse = f"/api/recepisses/{recu['numero']}?empreinte="
        public = Client(self.atelier)
        self.assertEqual(public.lire(adresse + recu["empreinte"]).statut, 200)
        self.assertEqual(public.lire(adresse + "0" * 64).statut, 404)
        self.assertEqual(public.lire(f"/api/recepisses/{recu['numero']}").statut, 404)
        self.assertTrue(attendre(lambda: any(recu["numero"] in message.get_content()
                                             for message in self.atelier.courriels(0)), 15))
        self.canonique(dossier, recu)

    def canonique(self, dossier, recu):
        """The digest, computed from docs/recepisse.md alone."""
        ecrit = self.porteur.lire(f"{dossier}/versions/{recu['version']}").corps
        lignes = ["grappe recepisse 1", f"numero {recu['numero']}", f"dossier {recu['dossier']}",
                  f"version {recu['version']}", f"appel {recu['appel']}",
                  f"depose_le {recu['depose_le']}", f"guichet {recu['guichet']['financeur']}",
                  f"regles {recu['regles']}",
                  f"contenu {hashlib.sha256(ecrit.encode()).hexdigest()}",
                  f"subvention {recu['subvention']['total']}"]
        lignes += sorted(f"piece {p['type']} {p['sha256']} -" for p in recu["pieces"])
        texte = "".join(ligne + "\n" for ligne in lignes)
        self.assertEqual(hashlib.sha256(texte.encode()).hexdigest(), recu["empreinte"])

    def test_the_wrong_desk_is_422_with_the_right_one_and_the_rest_is_409(self):
        dossier, ecrit = self.pret()
        dit = self.probleme(self.porteur.deposer(dossier, "ARS Corse"), 422, "depot.guichet")
        self.assertEqual(dit["financeur"], GUICHET)
        self.assertIn(GUICHET, dit["title"])
        self.assertEqual(self.porteur.deposer(dossier).statut, 201)
        self.probleme(self.porteur.deposer(dossier), 409, "depot.inchange")
        deux = self.porteur.commencer()
        self.porteur.ecrire(deux, ecrit, 1)
        self.probleme(self.porteur.deposer(deux), 409, "depot.essms_deja_depose")
        del ecrit["porteur"]["siret"]
        self.porteur.ecrire(deux, ecrit, 2)
        self.assertIn("porteur.siret",
                      [f.get("chemin") for f in self.porteur.deposer(deux).json["fautes"]])
        self.assertEqual(self.porteur.lire(dossier).json["statut"], "depose")
        self.assertEqual(self.porteur.poster(dossier + "/retrait", motif="doublon").statut, 201)
        self.assertEqual(self.porteur.lire(dossier).json["statut"], "retire")

    def test_a_key_makes_a_request_happen_once(self):
        cle = {"Idempotency-Key": "k1"}
        un = self.porteur.demander("POST", "/api/dossiers", {"appel": "NA-2024"}, **cle)
        deux = self.porteur.demander("POST", "/api/dossiers", {"appel": "NA-2024"}, **cle)
        self.assertEqual((un.statut, un.corps), (deux.statut, deux.corps))
        autre = self.porteur.demander("POST", "/api/dossiers", {"appel": "COR-2021"}, **cle)
        self.probleme(autre, 422, "rejeu.autre_demande")
        dossier, _ = self.pret()
        pieces = [self.porteur.joindre(dossier, **{"Idempotency-Key": "k2"}) for _ in range(2)]
        self.assertEqual(pieces[0].corps, pieces[1].corps)
        depots = [self.porteur.deposer(dossier, **{"Idempotency-Key": "k3"}) for _ in range(2)]
        self.assertEqual([d.statut for d in depots], [201, 201])
        self.assertEqual(depots[0].json["numero"], depots[1].json["numero"])

    def test_the_past_is_told(self):
        dossier, _ = self.pret()
        self.porteur.deposer(dossier)
        passe = self.porteur.lire(dossier + "/historique").json
        self.assertEqual([v["version"] for v in passe["versions"]], [1, 2])
        self.assertEqual([p["acte"] for p in passe["passages"]], ["deposer"])
        self.assertEqual(len(passe["depots"]), 1)
        self.assertEqual(self.atelier.commande("journal", "verifier").returncode, 0)


class Fermeture(unittest.TestCase):
    def test_a_closed_window_is_said_before_anything_else(self):
        atelier = Atelier().demarrer("--horloge", "2024-09-15T22:00:00Z")
        try:
            porteur = Porteur(atelier, "porteur@exemple.fr")
            dossier = porteur.commencer()
            porteur.ecrire(dossier, contenu(), 1)
            refus = porteur.deposer(dossier, "ARS Corse")
            self.assertEqual((refus.statut, refus.json["code"]), (409, "depot.fenetre_fermee"))
            self.assertEqual(porteur.deposer(porteur.commencer()).json["code"],
                             "depot.fenetre_fermee")
        finally:
            atelier.fermer()


if __name__ == "__main__":
    unittest.main()
