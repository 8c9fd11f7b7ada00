"""A restricted record: who is shut out on every path, how it opens with a reason, who reviews, who saw it."""

import html
import json
import re
import secrets
import unittest

from essai_dui_api import Client
from soignants import Soignants


class Cercle(Soignants):
    def acces(self, navigateur, personne=None):
        return navigateur.lire(f"/acces/{personne or self.personne}")

    @classmethod
    def autre_ici(cls, rang=0):
        lignes = map(json.loads, (cls.atelier.chemin / "organisation.ndjson").read_text().splitlines())
        ici = [une["personne"] for une in lignes if une["type"] == "sejour" and une["finess_et"] == cls.ici
               and une.get("sortie") is None]
        return sorted(set(ici) - {cls.personne})[rang]

    def test_one_journey_of_a_restricted_record(self):
        chef, cheffe = self.entrer("cadre", "encadrement"), self.entrer("cadre", "encadrement")
        ines, zoe = self.entrer("aide_soignant"), self.entrer("aide_soignant")
        loin = self.entrer("aide_soignant", finess=self.ailleurs)
        page = self.acces(chef)
        self.assertEqual(page.statut, 200)
        comptes = self.atelier.executer("SELECT courriel, id FROM compte ORDER BY cree_le, id")
        ids = {courriel: compte for courriel, compte in comptes}
        dernier = self.numero
        compte_ines, compte_zoe = ids[f"q{dernier - 2}@exemple.fr"], ids[f"q{dernier - 1}@exemple.fr"]

        def tenir(qui, acte, **champs):
            return qui.envoyer(f"/acces/{self.personne}", finess=self.ici, acte=acte, **champs)

        refus = tenir(chef, "restreint")
        self.assertEqual(refus.statut, 409)
        self.assertIn("Nommez d'abord un membre", html.unescape(refus.corps))
        self.assertEqual(tenir(chef, "nommer", compte=ids[f"q{dernier}@exemple.fr"]).statut, 409)  # works elsewhere
        self.assertEqual(tenir(chef, "nommer", compte=compte_ines, titre="referent").statut, 303)
        self.assertEqual(tenir(ines, "nommer", compte=compte_zoe).statut, 403)
        self.assertEqual(self.acces(zoe).statut, 200)
        self.assertEqual(tenir(chef, "restreint").statut, 303)

        # Shut out on every path that shows a record; the page of the exception says so.
        exception = f"/acces-exceptionnel/{self.personne}"
        for chemin in ("/personnes/", "/acces/", "/dossiers/"):
            fermee = zoe.lire(chemin + self.personne)
            self.assertEqual((fermee.statut, fermee.entetes.get("location")), (303, exception), chemin)
            self.assertEqual(ines.lire(chemin + self.personne).statut, 200, chemin)
        self.assertEqual(zoe.lire(f"/api/dossier?personne={self.personne}").statut, 403)
        self.assertEqual(ines.lire(f"/api/dossier?personne={self.personne}").statut, 200)
        self.assertEqual(loin.lire(f"/api/dossier?personne={self.personne}").statut, 404)
        self.assertEqual(zoe.lire(f"/api/transmissions?personne={self.personne}").statut, 403)
        self.assertEqual(ines.lire(f"/api/transmissions?personne={self.personne}").statut, 200)
        passante, lecteur = self.entrer("aide_soignant"), Client(self.atelier)
        lecteur.cookie, lecteur.csrf = passante.cookie, passante.csrf
        de_qui = {"finess_et": self.ici, "personne": self.personne}
        # What is seen may be told, into a record that one does not read (decision 0077); nothing else.
        for chemin, statut, dit in (
                ("/api/transmissions", 201, {**de_qui, "classe": "quotidien", "texte": "Vue ce matin."}),
                ("/api/fiches", 403, {**de_qui, "genre": "complement", "telephone": "0102030405"}),
                ("/api/agenda", 403, {"finess_et": self.ici, "titre": "Bain", "debut": "2024-12-30T10:00", "minutes": 30,
                                      "personnes": [self.personne]})):
            self.assertEqual(lecteur.poster(chemin, id=secrets.token_hex(16), **dit).statut, statut, chemin)
        for genre in ("sejour", "contact", "projet", "evaluation", "document"):
            self.assertEqual(zoe.lire(f"/api/elements?personne={self.personne}&genre={genre}").statut, 403, genre)
        self.assertEqual(zoe.lire(f"/api/agenda?personne={self.personne}&du=2024-12-30").statut, 403)
        self.assertEqual(ines.lire(f"/api/agenda?personne={self.personne}&du=2024-12-30").statut, 200)
        partout = zoe.lire(f"/api/agenda?finess={self.ici}&du=2024-12-30&jours=42").corps
        self.assertNotIn(f'"{self.personne}"', partout)
        for question in (f"Patient?_id={self.personne}", f"Encounter?patient={self.personne}",
                         f"EpisodeOfCare?patient={self.personne}&_include=EpisodeOfCare:patient"):
            self.assertNotIn("entry", json.loads(zoe.lire("/fhir/" + question).corps), question)
            self.assertIn("entry", json.loads(ines.lire("/fhir/" + question).corps), question)
        self.assertEqual(zoe.lire(f"/fhir/Patient/{self.personne}").statut, 404)
        self.assertIn("dossier réservé", html.unescape(zoe.lire(f"/equipe?finess={self.ici}").corps))
        self.assertNotIn("dossier réservé", html.unescape(ines.lire(f"/equipe?finess={self.ici}").corps))

        # Somebody of elsewhere learns nothing more than before.
        for chemin in ("/personnes/", "/acces/", "/acces-exceptionnel/"):
            self.assertEqual(loin.lire(chemin + self.personne).statut, 404, chemin)

        page = zoe.lire(exception)
        self.assertEqual(page.statut, 403)
        ident = re.search(r'name="id" value="(\w{32})"', page.corps)[1]
        court = zoe.envoyer(exception, id=ident, motif="  vite   ")
        self.assertEqual(court.statut, 422)
        self.assertIn(">  vite   </textarea>", court.corps)
        self.assertEqual(zoe.envoyer(exception, id=ident, motif="Chute, la référente est absente").statut, 303)
        self.assertEqual(zoe.envoyer(exception, id=ident, motif="Chute, la référente est absente").statut, 303)
        self.assertEqual(self.atelier.executer("SELECT COUNT(*) FROM acces_exceptionnel")[0][0], 1)
        self.assertEqual(zoe.lire(f"/personnes/{self.personne}").statut, 200)

        # Reviewed once, by somebody who keeps circles.
        self.assertEqual(zoe.lire("/revues-d-acces").statut, 403)
        self.assertIn("la référente est absente", chef.lire("/revues-d-acces").corps)
        self.assertEqual(cheffe.envoyer("/revues-d-acces", id=ident, avis="injustifie", remarque=" ").statut, 409)
        self.assertEqual(cheffe.envoyer("/revues-d-acces", id=ident, avis="justifie", remarque="").statut, 303)
        self.assertEqual(chef.envoyer("/revues-d-acces", id=ident, avis="injustifie", remarque="Non").statut, 409)
        self.assertIn("Aucun accès exceptionnel", html.unescape(chef.lire("/revues-d-acces").corps))

        # Who saw this: everyone of them, by name and day; nobody of elsewhere.
        vu = html.unescape(self.acces(ines).corps)
        self.assertIn("Chute, la référente est absente", vu)
        self.assertIn("Jugé justifié", vu)
        self.assertRegex(vu, r"passage__dit\">\d+ lectures?, 1 écriture")

        self.assertEqual(tenir(chef, "ecarter", compte=compte_ines).statut, 409)  # the last one
        self.assertEqual(tenir(chef, "ouvert").statut, 303)
        self.assertEqual(self.acces(zoe).statut, 200)
        self.assertEqual(self.atelier.commande("journal", "verifier").returncode, 0)

    def test_an_answer_counts_at_once_and_the_former_one_stays(self):
        sam = self.entrer("secretaire", "secretariat")
        adresse = f"/consentements/{self.autre_ici()}"

        def dire(qui=sam, **champs):
            dits = {"finalite": "photo", "version": "0", "reponse": "accord", "aupres": "personne", "forme": "ecrit",
                    "le": "2024-07-01", "note": ""}
            return qui.envoyer(adresse, **{**dits, **champs})

        def etat():
            lu = html.unescape(sam.lire(adresse).corps)
            return re.search(r'id="photo".*?fr-badge[^>]*>([^<]*)<', lu, re.S)[1]

        self.assertEqual(etat(), "rien ne part")
        vide = dire(reponse="", le="", note="Vu avec elle")
        self.assertEqual(vide.statut, 422)
        self.assertEqual(len(re.findall(r'role="alert"', vide.corps)), 2)
        self.assertIn('value="Vu avec elle"', vide.corps)
        self.assertEqual(dire().statut, 303)
        self.assertEqual(etat(), "possible")
        self.assertEqual(dire(reponse="opposition").statut, 409)  # the version of before
        self.assertEqual(dire(reponse="opposition", version="1").statut, 303)
        self.assertEqual(etat(), "rien ne part")
        self.assertEqual(len(re.findall("inscrit par", html.unescape(sam.lire(adresse).corps))), 2)
        self.assertEqual(dire(self.entrer("agent"), version="2").statut, 409)  # writes no administrative data
        loin = self.entrer("secretaire", "secretariat", finess=self.ailleurs)
        self.assertEqual(loin.lire(adresse).statut, 404)
        self.assertEqual(dire(loin, version="2").statut, 404)

    def test_a_closed_record_takes_no_writing_by_the_id_of_what_it_holds(self):
        personne = self.autre_ici(1)
        chef, sam = self.entrer("cadre", "encadrement"), self.entrer("secretaire", "secretariat")
        forme = sam.lire(f"/fiches/nouvelle?genre=complement&personne={personne}").corps
        ident = re.search(r'name="id" value="(\w{32})"', forme)[1]
        champs = {"genre": "complement", "personne": personne, "finess": self.ici}
        self.assertEqual(sam.envoyer("/fiches/nouvelle", id=ident, langue="français", **champs).statut, 303)
        self.entrer("aide_soignant")
        membre = self.atelier.executer("SELECT id FROM compte WHERE courriel = ?", f"q{self.numero}@exemple.fr")[0][0]
        for dit in ({"acte": "nommer", "compte": membre, "titre": "membre"}, {"acte": "restreint"}):
            self.assertEqual(chef.envoyer(f"/acces/{personne}", finess=self.ici, **dit).statut, 303)

        def versions():
            return self.atelier.executer("SELECT COUNT(*) FROM element WHERE id = ?", ident)[0][0]

        for acte in ({"suffixe": "/texte", "langue": "breton"}, {"suffixe": "/retrait", "motif": "Erreur."}):
            ferme = sam.envoyer(f"/fiches/{ident}{acte.pop('suffixe')}", version="1", **acte)
            self.assertEqual((ferme.statut, ferme.entetes.get("location")), (303, f"/acces-exceptionnel/{personne}"))
        self.assertEqual(versions(), 1)
        self.assertEqual(chef.envoyer(f"/acces/{personne}", finess=self.ici, acte="ouvert").statut, 303)
        self.assertEqual(sam.envoyer(f"/fiches/{ident}/texte", version="1", langue="breton").statut, 303)
        self.assertEqual(versions(), 2)


if __name__ == "__main__":
    unittest.main()
