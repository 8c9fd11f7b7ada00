"""What persons ask of their data: inscribed, extended, answered by the pages; late ones first; who reads and writes them."""

import html
import re
import unittest

from soignants import Soignants


class Demandes(Soignants):
    profession = "assistant_social"

    def page(self, qui, chemin=None):
        reponse = qui.lire(chemin or f"/demandes/{self.personne}")
        self.assertEqual(reponse.statut, 200, reponse.corps)
        return html.unescape(reponse.corps).replace("\u00a0", " ")

    def inscrire(self, qui, **champs):
        page = self.page(qui)
        ident = re.findall(r'name="acte" value="inscrire"><input type="hidden" name="id" value="(\w{32})"', page)[0]
        dits = {"acte": "inscrire", "id": ident, "objet": "acces", "par": "personne", "jour": "2024-09-20", "texte": "Tout."}
        return qui.envoyer(f"/demandes/{self.personne}", **{**dits, **champs}), ident

    def faire(self, qui, acte, ident, version, **champs):
        return qui.envoyer(f"/demandes/{self.personne}", acte=acte, id=ident, version=str(version), **champs)

    def test_from_the_demand_to_its_answer(self):
        sam = self.entrer()
        refus, _ = self.inscrire(sam, objet="", jour="2024-99-01", texte="Mes mots.")
        self.assertEqual(refus.statut, 422)
        self.assertEqual(len(re.findall(r'role="alert"', refus.corps)), 2)
        self.assertIn(">Mes mots.</textarea>", refus.corps)
        tard, _ = self.inscrire(sam, jour="2024-10-01")
        self.assertIn("pas encore venu", html.unescape(tard.corps))
        fait, ident = self.inscrire(sam)
        self.assertEqual(fait.statut, 303, fait.corps)
        encore, _ = self.inscrire(sam, id=ident)
        self.assertEqual(encore.statut, 303)
        self.assertEqual(self.atelier.executer("SELECT COUNT(*) FROM element WHERE genre = 'demande' AND id = ?", ident), [(1,)])
        page = self.page(sam)
        self.assertIn("à répondre au plus tard le 20 octobre 2024", page)
        self.assertIn("article 12, paragraphe 3", page)
        # Extended once, with a reason.
        self.assertEqual(self.faire(sam, "prolonger", ident, 1, texte=" ").statut, 422)
        for _ in range(2):
            self.assertEqual(self.faire(sam, "prolonger", ident, 1, texte="Trois services à interroger.").statut, 303)
        self.assertIn("à répondre au plus tard le 20 décembre 2024", self.page(sam))
        self.assertEqual(self.faire(sam, "prolonger", ident, 2, texte="Encore.").statut, 422)
        # Answered: a refusal says why, somebody else's version is not written over.
        refus = self.faire(sam, "repondre", ident, 2, issue="refusee", jour="2024-09-30", texte="")
        self.assertEqual(refus.statut, 422)
        self.assertIn("Dites pourquoi la demande est refusée", html.unescape(refus.corps))
        dire = {"issue": "en_partie", "jour": "2024-09-30", "texte": "Sans ce qui concerne un tiers."}
        self.assertEqual(self.faire(self.entrer(), "repondre", ident, 1, **dire).statut, 409)
        for _ in range(2):
            self.assertEqual(self.faire(sam, "repondre", ident, 2, **dire).statut, 303)
        self.assertIn("Réponse : satisfaite en partie, le 30 septembre 2024", self.page(sam))
        self.assertEqual(self.faire(sam, "repondre", ident, 3, **{**dire, "issue": "satisfaite"}).statut, 422)
        self.assertEqual(self.actes(ident), ["demande.inscrire", "demande.prolonger", "demande.repondre"])
        self.assertEqual(self.atelier.commande("journal", "verifier").returncode, 0)

    def test_the_register_has_the_nearest_term_first_and_only_what_waits(self):
        sam = self.entrer()
        _, vieille = self.inscrire(sam, jour="2024-08-01", objet="rectification")
        _, sante = self.inscrire(sam, jour="2024-09-25", objet="sante")
        _, close = self.inscrire(sam, jour="2024-07-01", objet="opposition")
        self.assertEqual(self.faire(sam, "repondre", close, 1, issue="sans_objet", jour="2024-09-01", texte="").statut, 303)
        page = self.page(sam, f"/registre-des-demandes?finess={self.ici}")
        self.assertRegex(page, r"dont 1 en retard")
        self.assertLess(page.index("Rectifier ses données"), page.index("Obtenir ses informations de santé"))
        self.assertIn("au plus tard le 3 octobre 2024", page)
        self.assertNotIn("S'opposer", page)
        self.assertIn("répondue en retard", self.page(sam))
        # The circle: closed to who is not of it, its name is not said.
        chef = self.entrer("cadre", "encadrement")
        membre = self.entrer()
        compte = self.atelier.executer("SELECT id FROM compte WHERE courriel = ?", f"q{self.numero}@exemple.fr")[0][0]
        for champs in ({"acte": "nommer", "compte": compte, "titre": "referent"}, {"acte": "restreint"}):
            self.assertEqual(chef.envoyer(f"/acces/{self.personne}", finess=self.ici, **champs).statut, 303)
        self.assertEqual(sam.lire(f"/demandes/{self.personne}").statut, 303)
        self.assertEqual(self.faire(sam, "repondre", sante, 1, issue="satisfaite", jour="2024-09-30", texte="").statut, 303)
        reserve = self.page(sam, f"/registre-des-demandes?finess={self.ici}")
        self.assertIn("Dossier réservé", reserve)
        self.assertNotIn(f"/demandes/{self.personne}", reserve)
        self.assertIn(f"/demandes/{self.personne}", self.page(membre, f"/registre-des-demandes?finess={self.ici}"))
        self.assertEqual(chef.envoyer(f"/acces/{self.personne}", finess=self.ici, acte="ouvert").statut, 303)
        self.assertEqual(self.atelier.executer("SELECT COUNT(*) FROM element WHERE genre = 'demande' AND id = ?", sante), [(1,)])
        self.assertEqual(self.atelier.executer("SELECT COUNT(*) FROM element WHERE genre = 'demande' AND id = ?", vieille), [(1,)])

    def test_who_reads_and_writes_them(self):
        _, ident = self.inscrire(self.entrer())
        soignant = self.entrer("agent")
        self.assertNotIn("Inscrire une demande", self.page(soignant))
        for acte, champs in (("prolonger", {"texte": "Non."}), ("repondre", {"issue": "satisfaite", "jour": "2024-09-30"})):
            self.assertIn(self.faire(soignant, acte, ident, 1, **champs).statut, (404, 409))
        loin = self.entrer(finess=self.ailleurs)
        self.assertEqual(loin.lire(f"/demandes/{self.personne}").statut, 404)
        self.assertEqual(loin.envoyer(f"/demandes/{self.personne}", acte="inscrire", id="0" * 32, objet="acces").statut, 404)
        # An id of another person's record.
        autre = loin.envoyer(f"/demandes/{self.autre}", acte="repondre", id=ident, version="1", issue="satisfaite",
                             jour="2024-09-30", texte="")
        self.assertEqual(autre.statut, 409)
        self.assertEqual(self.atelier.executer("SELECT COUNT(*) FROM element WHERE id = ?", ident), [(1,)])


if __name__ == "__main__":
    unittest.main()
