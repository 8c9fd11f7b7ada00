"""Who a person is: a record opened once, after a comparison; her identity; a matricule that never leaves unless qualified."""

import html
import json
import re
import unittest

from essai_dui import AtelierDui
from soignants import Soignants

MATRICULE = "240013306300124"


class Usager(Soignants):
    @classmethod
    def setUpClass(cls):
        cls.atelier = AtelierDui()
        cls.ici, cls.ailleurs = cls.atelier.etablissements[:2]
        cls.importer()
        cls.atelier.demarrer()
        cls.numero = 0
        cls.secretaire = cls.entrer("secretaire", "secretariat")

    @classmethod
    def importer(cls):
        """A person in each state; the two that may have one have the same matricule."""
        lignes = []
        for etat in ("provisoire", "recuperee", "validee", "qualifiee"):
            une = {"type": "personne", "id": f"etat-{etat}", "finess_et": cls.ici, "nom_naissance": f"ZUT{etat.upper()}",
                   "prenoms": ["ANNE"], "date_naissance": "1940-01-01", "sexe": "F", "lieu_naissance": "33063",
                   "statut_identite": etat}
            if etat in ("recuperee", "qualifiee"):
                une["matricule_ins"] = MATRICULE
            lignes += [une, {"type": "sejour", "id": f"s-{etat}", "personne": une["id"], "finess_et": cls.ici,
                             "entree": "2024-01-02", "modalite": "permanent"}]
        fichier = cls.atelier.chemin / "etats.ndjson"
        fichier.write_text("".join(json.dumps(une) + "\n" for une in lignes))
        fait = cls.atelier.commande("import", str(fichier), sans_cle=True)
        assert fait.returncode == 0, fait.stderr
        # INSi answers nothing here: by command only, as its retrieval will do.
        fait = cls.atelier.commande("identite", "changer", "etat-qualifiee", "--vers", "qualifiee", "--matricule", MATRICULE,
                                    "--oid", "1.2.250.1.213.1.4.8", "--auteur", "essai", sans_cle=True)
        assert fait.returncode == 0, fait.stderr

    def formulaire(self, navigateur=None, **champs):
        page = (navigateur or self.secretaire).lire("/personnes/nouvelle")
        self.assertEqual(page.statut, 200, page.corps)
        dits = {"id": re.search(r'name="id" value="(\w{32})"', page.corps)[1], "nom_naissance": "Quillévéré",
                "prenoms": "Maël", "naissance": "1951-03-12", "sexe": "M", "lieu": "29019", "finess": self.ici,
                "entree": "2024-09-30", "modalite": "permanent"}
        return {**dits, **champs}

    def inscrire(self, champs, navigateur=None):
        return (navigateur or self.secretaire).envoyer("/personnes/nouvelle", **champs)

    def dites(self, reponse):
        return html.unescape(" ".join(re.findall(r'role="alert">(.*?)</div>', reponse.corps, re.S)))

    def personnes(self):
        return self.atelier.executer("SELECT COUNT(*) FROM fait WHERE type = 'personne'")[0][0]

    def ouvrir(self, **champs):
        reponse = self.inscrire(self.formulaire(**champs))
        self.assertEqual(reponse.statut, 303, reponse.corps)
        return reponse.entetes["location"].removeprefix("/personnes/")

    def test_a_record_opened_is_seen_where_one_works_and_counts(self):
        personne = self.ouvrir(nom_naissance="Ouvrard", nom_utilise="Petit")
        self.assertRegex(personne, rf"^3{self.ici}/\w{{32}}$")
        page = html.unescape(self.secretaire.lire(f"/personnes/{personne}").corps)
        for dit in ("Petit MAEL", "OUVRARD", "provisoire", "permanent, depuis le"):
            self.assertIn(dit, page)
        self.assertIn("Petit MAEL", html.unescape(self.secretaire.lire(f"/equipe?finess={self.ici}").corps))
        self.assertEqual(self.entrer("infirmier", finess=self.ailleurs).lire(f"/personnes/{personne}").statut, 404)
        actes = self.atelier.executer("SELECT acte FROM journal WHERE objet = ? ORDER BY numero", f"personne:{personne}")
        self.assertEqual(actes[0][0], "personne.inscrire")

    def test_faults_come_all_at_once_and_nothing_typed_is_lost(self):
        avant = self.personnes()
        reponse = self.inscrire(self.formulaire(nom_naissance="X<12", prenoms="", naissance="2031-01-01", lieu="Paris",
                                                modalite="", nom_utilise="Gardé <b>", vu_le="2024-09-30"))
        self.assertEqual(reponse.statut, 422)
        dites = self.dites(reponse)
        for dit in ("lettres de A à Z", "Remplissez ce champ", "n'est pas encore venu", "code officiel",
                    "comment elle est accueillie", "quel document"):
            self.assertIn(dit, dites)
        for tape in ('value="X&lt;12"', 'value="Gardé &lt;b&gt;"', 'value="2031-01-01"', 'value="Paris"'):
            self.assertIn(tape, reponse.corps)
        self.assertEqual(self.personnes(), avant)

    def test_who_may_be_known_is_shown_before_anything_is_written(self):
        connue = self.ouvrir(nom_naissance="Kervoal", prenoms="Yann Loïc", naissance="1962-07-04")
        avant = self.personnes()
        champs = self.formulaire(nom_naissance="Yann", prenoms="Kervoal", naissance="1962-04-07")
        arretee = self.inscrire(champs)
        self.assertEqual(arretee.statut, 409)
        lue = html.unescape(arretee.corps)
        for dit in ("est peut-être déjà connue", "Nom et prénom intervertis", "Jour et mois de naissance intervertis", "KERVOAL",
                    f'href="/personnes/{connue}"', f'name="ecartee" value="{connue}"', 'value="1962-04-07"'):
            self.assertIn(dit, lue)
        self.assertEqual(self.personnes(), avant)
        self.assertEqual(self.inscrire(champs).statut, 409)
        self.assertEqual(self.inscrire({**champs, "ecartee": "quelqu'un"}).statut, 409)
        self.assertEqual(self.inscrire({**champs, "ecartee": connue}).statut, 303)
        self.assertEqual(self.personnes(), avant + 1)
        nouvelle = f"3{self.ici}/{champs['id']}"
        detail = self.atelier.executer("SELECT detail FROM journal WHERE acte = 'personne.inscrire' AND objet = ?",
                                       f"personne:{nouvelle}")
        self.assertEqual(detail[0][0], connue)

    def test_whom_one_may_not_read_is_not_told_by_the_comparison(self):
        la_bas = self.entrer("secretaire", "secretariat", self.ailleurs)
        champs = self.formulaire(la_bas, finess=self.ailleurs, nom_naissance="Secretou", naissance="1977-01-01")
        self.assertEqual(self.inscrire(champs, la_bas).statut, 303)
        self.assertEqual(self.inscrire(self.formulaire(nom_naissance="Secretou", naissance="1977-01-01")).statut, 303)

    def test_a_form_sent_twice_opens_one_record(self):
        champs, avant = self.formulaire(nom_naissance="Doubledent", naissance="1933-01-01"), self.personnes()
        ou = {self.inscrire(champs).entetes["location"] for _ in range(3)}
        self.assertEqual(len(ou), 1)
        self.assertEqual(self.personnes(), avant + 1)

    def test_who_may_open_a_record(self):
        avant = self.personnes()
        infirmier = self.entrer("infirmier")
        self.assertEqual(infirmier.lire("/personnes/nouvelle").statut, 403)
        champs = self.formulaire(nom_naissance="Interdit", naissance="1934-01-01")
        self.assertEqual(self.inscrire(champs, infirmier).statut, 403)
        self.assertEqual(self.inscrire({**champs, "finess": self.ailleurs}).statut, 403)
        self.assertEqual(self.inscrire(champs, self.entrer(None, "secretariat")).statut, 403)
        self.assertEqual(self.personnes(), avant)

    def test_the_matricule_is_told_for_a_qualified_identity_only(self):
        for etat in ("provisoire", "recuperee", "validee", "qualifiee"):
            personne = f"etat-{etat}"
            vues = [self.secretaire.lire(chemin).corps for chemin in
                    (f"/identites/{personne}", f"/personnes/{personne}", f"/dossiers/{personne}", f"/personnes?q={personne}",
                     f"/api/personnes?q={personne}")]
            json_lu = self.secretaire.lire(f"/api/identite?personne={personne}").json
            self.assertEqual(json_lu["statut"], etat)
            if etat == "qualifiee":
                self.assertIn(MATRICULE, vues[0])
                self.assertEqual(json_lu["matricule"], {"numero": MATRICULE, "oid": "1.2.250.1.213.1.4.8"})
            else:
                self.assertIsNone(json_lu["matricule"])
                self.assertNotIn(MATRICULE, json.dumps(json_lu))
                for vue in vues:
                    self.assertNotIn(MATRICULE, vue, etat)

    def etat(self, personne):
        lu = self.secretaire.lire(f"/api/identite?personne={personne}").json
        return lu["statut"], lu["attributs"]

    def agir(self, page, personne, qui=None, **champs):
        return (qui or self.secretaire).envoyer(f"/identites/{page}", personne=personne, **champs)

    def test_acts_on_an_identity_from_its_page(self):
        personne = self.ouvrir(nom_naissance="Trescool", naissance="1948-02-02")
        fautive = self.agir("passage", personne, vers="validee", dispositif="", vu_le="2024-09-29")
        self.assertEqual(fautive.statut, 422)
        self.assertIn('value="2024-09-29"', fautive.corps)
        self.assertNotIn("carte_d_identite :", re.sub(r"[\u00a0\u202f]", " ", html.unescape(fautive.corps)))
        vu = {"vers": "validee", "dispositif": "passeport", "vu_le": "2024-09-29"}
        self.assertEqual(self.agir("passage", personne, **{**vu, "vu_le": "2024-10-01"}).statut, 422)
        self.assertEqual(self.agir("passage", personne, **vu).statut, 303)
        self.assertEqual(self.etat(personne), ("validee", []))
        page = html.unescape(self.secretaire.lire(f"/identites/{personne}").corps)
        self.assertIn("passeport, vu le", page)
        self.assertIn("n'interroge pas encore INSi", page)
        self.assertNotIn("passeport : passeport", self.texte(f"/identites/{personne}"))
        self.assertEqual(self.agir("passage", personne, vers="qualifiee").statut, 422)
        self.assertEqual(self.agir("attribut", personne, attribut="homonyme", acte="poser").statut, 303)
        self.assertEqual(self.agir("attribut", personne, attribut="douteuse", acte="poser").statut, 303)
        self.assertEqual(self.etat(personne), ("provisoire", ["homonyme", "douteuse"]))
        self.assertEqual(self.agir("attribut", personne, attribut="fictive", acte="poser").statut, 422)
        self.assertEqual(self.agir("attribut", personne, attribut="douteuse", acte="lever").statut, 303)
        self.assertEqual(self.agir("attribut", personne, attribut="rien", acte="lever").statut, 422)
        self.assertEqual(self.etat(personne), ("provisoire", ["homonyme"]))
        for qui, statut in ((self.entrer("infirmier"), 403), (self.entrer("secretaire", "secretariat", self.ailleurs), 404)):
            self.assertEqual(self.agir("attribut", personne, qui, attribut="fictive", acte="poser").statut, statut)
        self.assertEqual(self.agir("passage", "etat-qualifiee", vers="provisoire:doute").statut, 303)
        self.assertNotIn(MATRICULE, self.secretaire.lire("/identites/etat-qualifiee").corps)
        fait = self.atelier.commande("identite", "changer", "etat-qualifiee", "--vers", "qualifiee", "--matricule", MATRICULE,
                                     "--oid", "1.2.250.1.213.1.4.8", "--dispositif", "passeport", "--vu-le", "2024-09-30",
                                     "--auteur", "essai", sans_cle=True)
        self.assertEqual(fait.returncode, 0, fait.stderr)

    def test_a_corrected_strict_trait_lowers_the_identity_and_a_late_correction_is_refused(self):
        personne = self.ouvrir(nom_naissance="Corrigeux", naissance="1949-02-02", dispositif="passeport", vu_le="2024-09-30")
        self.assertEqual(self.etat(personne), ("validee", []))
        traits = {"version": "1", "nom_naissance": "CORRIGEUX", "prenoms": "MAEL", "naissance": "1949-02-02", "sexe": "M",
                  "lieu": "29019", "nom_utilise": "Le Grand", "prenom_utilise": ""}
        self.assertEqual(self.agir("traits", personne, **traits).statut, 303)
        self.assertEqual(self.etat(personne)[0], "validee")
        fautive = self.agir("traits", personne, **{**traits, "version": "2", "lieu": "ici", "naissance": ""})
        self.assertEqual(fautive.statut, 422)
        self.assertIn('value="Le Grand"', fautive.corps)
        self.assertEqual(self.agir("traits", personne, **{**traits, "lieu": "29232"}).statut, 409)
        self.assertEqual(self.agir("traits", personne, **{**traits, "version": "2", "lieu": "29232"}).statut, 303)
        self.assertEqual(self.etat(personne)[0], "provisoire")
        self.assertIn("un trait strict a changé", html.unescape(self.secretaire.lire(f"/identites/{personne}").corps))

    def ecrire(self, personne, genre, qui=None, **champs):
        qui = qui or self.secretaire
        page = qui.lire(f"/fiches/nouvelle?genre={genre}&personne={personne}")
        self.assertEqual(page.statut, 200, page.corps)
        id_ = re.search(r'name="id" value="(\w{32})"', page.corps)[1]
        finess = re.search(r'name="finess" value="(\w{9})"', page.corps)[1]
        return id_, qui.envoyer("/fiches/nouvelle", id=id_, genre=genre, personne=personne, finess=finess, **champs)

    def ecrite(self, *mots, **champs):
        id_, reponse = self.ecrire(*mots, **champs)
        self.assertEqual(reponse.statut, 303, reponse.corps)
        return id_

    def texte(self, chemin, qui=None):
        reponse = (qui or self.secretaire).lire(chemin)
        self.assertEqual(reponse.statut, 200, chemin)
        texte = re.sub(r"<[^>]+>", "|", html.unescape(reponse.corps))
        return re.sub(r"\s+", " ", texte.replace("\u00a0", " ").replace("\u202f", " "))

    def test_a_protection_is_told_on_every_page_of_the_person_and_its_end_too(self):
        personne = self.ouvrir(nom_naissance="Abriteau", naissance="1939-01-01")
        mesure = self.ecrite(personne, "protection", type="curatelle_renforcee", nom="UDAF fictive", fin="2024-11-30",
                             telephone="05 56 00 00 03")
        pages = [f"/{une}/{personne}" for une in ("personnes", "administratif", "identites", "urgence")] + [f"/fiches/{mesure}"]
        for page in pages:
            lu = self.texte(page)
            self.assertIn("Curatelle renforcée", lu, page)
            self.assertIn("jusqu'au 30 novembre 2024", lu.replace("’", "'"), page)
        agent = self.entrer("agent")
        self.assertNotIn("Curatelle", self.texte(f"/personnes/{personne}", agent))
        reponse = self.secretaire.envoyer(f"/fiches/{mesure}/texte", version="1", type="curatelle_renforcee", nom="UDAF fictive",
                                          fin="2024-09-29")
        self.assertEqual(reponse.statut, 303)
        self.assertIn("échue depuis le 29 septembre 2024", self.texte(f"/personnes/{personne}"))

    def test_sheets_faults_versions_revocation_withdrawal(self):
        personne = self.ouvrir(nom_naissance="Fichou", naissance="1938-01-01")
        _, fautive = self.ecrire(personne, "confiance", nom="Gardée", designee_le="2024-10-01", courriel="rien")
        self.assertEqual(fautive.statut, 422)
        dites = self.dites(fautive)
        for dit in ("Remplissez ce champ", "n'est pas encore venu", "désignée par écrit", "courriel ne se lit pas"):
            self.assertIn(dit, dites.replace("’", "'"))
        self.assertIn('value="Gardée"', html.unescape(fautive.corps))
        champs = {"nom": "EXEMPLE", "prenom": "Lou", "designee_le": "2024-09-01", "ecrit": "oui"}
        fiche = self.ecrite(personne, "confiance", **champs)
        agir = lambda acte, version, **mots: self.secretaire.envoyer(f"/fiches/{fiche}/{acte}", version=version, **mots).statut
        self.assertEqual(agir("texte", 1, **{**champs, "telephone": "05 56 00 00 04"}), 303)
        self.assertEqual(agir("texte", 1, **{**champs, "telephone": "05 56 00 00 05"}), 409)
        self.assertEqual(agir("retrait", 2), 422)
        self.assertIn("EXEMPLE Lou", self.texte(f"/urgence/{personne}"))
        self.assertEqual(agir("revocation", 2), 303)
        self.assertNotIn("EXEMPLE Lou", self.texte(f"/urgence/{personne}"))
        self.assertIn("révoquée", self.texte(f"/fiches/{fiche}"))
        self.assertEqual(agir("texte", 3, **champs), 422)
        contact = self.ecrite(personne, "contact", nature="physique", nom="PAR ERREUR", telephone="0556000006")
        retrait = self.secretaire.envoyer(f"/fiches/{contact}/retrait", version="1", motif="Autre personne")
        self.assertEqual(retrait.statut, 303)
        self.assertIn("Autre personne", self.texte(f"/fiches/{contact}"))
        actes = self.atelier.executer("SELECT acte FROM journal WHERE detail = ? ORDER BY numero", f"contact:{contact}")
        self.assertEqual([un for un, in actes], ["fiche.ecrire", "fiche.clore"])

    def test_a_right_warns_before_its_end_and_stays_in_sight_after_it(self):
        personne = self.ouvrir(nom_naissance="Droitier", naissance="1937-01-01")
        for intitule, fin in (("AAH", "2024-12-30"), ("PCH", "2026-01-01"), ("ALD", "2024-09-29")):
            self.ecrite(personne, "droit", sorte="prestation", intitule=intitule, ouverture="2020-01-01", echeance=fin)
        lu = self.texte(f"/administratif/{personne}")
        self.assertIn("Échoit le 30 décembre 2024", lu)
        self.assertNotIn("Échoit le 1 janvier 2026", lu)
        self.assertRegex(lu, r"ALD[| ]+échue")

    def test_the_emergency_sheet_in_call_order_with_what_its_reader_may_read(self):
        personne = self.ouvrir(nom_naissance="Urgentin", naissance="1936-01-01")
        for nom, ordre in (("TROISIEME", ""), ("DEUXIEME", "2"), ("PREMIER", "1")):
            self.ecrite(personne, "contact", nature="physique", nom=nom, telephone="05 56 00 00 07", ordre=ordre)
        infirmier = self.entrer("infirmier")
        self.ecrite(personne, "allergie", infirmier, substance="Arachide <grave>", gravite="severe")
        self.ecrite(personne, "directives", existence="redigees", lieu="Coffre du secrétariat")
        lu = self.texte(f"/urgence/{personne}", infirmier)
        self.assertTrue(lu.index("PREMIER") < lu.index("DEUXIEME") < lu.index("TROISIEME"))
        for dit in ("Arachide", "sévère", "Coffre du secrétariat"):
            self.assertIn(dit, lu)
        page = self.secretaire.lire(f"/personnes/{personne}").corps
        self.assertIn(f'href="/urgence/{personne}"', page)
        sans = self.texte(f"/urgence/{personne}")
        self.assertNotIn("Arachide", sans)
        self.assertIn("Votre profession ne lit pas ces données", sans)
        self.assertNotIn("Arachide", self.texte(f"/administratif/{personne}"))
        ouvertes = self.atelier.executer("SELECT COUNT(*) FROM journal WHERE acte = 'fiche_urgence.ouvrir' AND objet = ?",
                                         f"personne:{personne}")
        self.assertEqual(ouvertes[0][0], 2)
        la_bas = self.entrer("infirmier", finess=self.ailleurs)
        self.assertEqual(la_bas.lire(f"/urgence/{personne}").statut, 404)
        self.assertEqual(la_bas.lire(f"/administratif/{personne}").statut, 404)

    def test_sheets_are_written_and_read_by_the_professions_of_the_committed_table(self):
        personne = self.ouvrir(nom_naissance="Cloison", naissance="1935-01-01")
        allergie = self.ecrite(personne, "allergie", self.entrer("medecin"), substance="Latex")
        for profession, lit, ecrit in (("medecin", True, True), ("accompagnant", True, False), ("educateur", False, False),
                                       ("secretaire", False, False)):
            qui = self.entrer(profession)
            self.assertEqual(qui.lire(f"/fiches/{allergie}").statut, 200 if lit else 404, profession)
            _, reponse = self.ecrire(personne, "allergie", qui, substance="Pollen")
            self.assertEqual(reponse.statut, 303 if ecrit else 403, profession)
            self.assertEqual("Ajouter une allergie" in self.texte(f"/administratif/{personne}", qui), ecrit, profession)
        sans = self.entrer(None)
        self.assertIn("Votre compte ne dit pas votre profession", self.texte(f"/administratif/{personne}", sans))
        for chemin in ("/fiches/" + "0" * 32, "/fiches/nouvelle?genre=transmission", "/fiches/nouvelle?genre=contact&personne=x"):
            self.assertEqual(self.secretaire.lire(chemin).statut, 404, chemin)

    def test_a_sheet_written_counts_as_an_update_of_the_record(self):
        personne = self.ouvrir(nom_naissance="Compteux", naissance="1932-01-01")
        self.ecrite(personne, "complement", langue="français")
        faits = self.atelier.executer("SELECT COUNT(*) FROM fait WHERE type = 'modification' AND id LIKE ?",
                                      f"ecriture:{self.ici}:{personne}:%")
        self.assertEqual(faits[0][0], 1)


if __name__ == "__main__":
    unittest.main()
