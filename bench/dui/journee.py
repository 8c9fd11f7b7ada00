"""W10: the day of establishments of 80 places, its three peaks, compressed; or their peak alone, all at once. Each act is due at
an instant drawn beforehand and sent then, by an account that signed in. In the end the server is started again, and all that
was acknowledged is looked for."""

import asyncio
import itertools
import os
import random
import re
import time

from monde import JOUR, Mesures, Monde, Personne, Tuyau

LIEUX, PLACES, COMPTES = (int(os.environ.get(nom, defaut)) for nom, defaut in (("LIEUX", 1), ("PLACES", 80), ("COMPTES", 18)))
COMPRESSION = float(os.environ.get("COMPRESSION", 240))  # of the day; 1: as it is lived
POINTE = float(os.environ.get("POINTE", 0))  # seconds of the peak only, as it is lived
OUVRIERS = os.environ.get("OUVRIERS", "16")

# Of one day of one establishment (assumptions of design). Acts ticked, doses and measures have no screen of their own yet: each
# is a transmission here, which is no lighter.
JOURNEE = {"acte": 3200, "dose": 1500, "mesure": 300, "transmission": 325, "rendez-vous": 60, "présence": 60, "document": 15,
           "entrée": 60, "lecture": 20_000}
POINTES = ((6.75, 7.5), (13.25, 14.25), (20.75, 21.25))  # hours
PART_DES_POINTES = 0.6
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def instants(hasard, combien):
    """Seconds of the day."""
    largeur = sum(fin - debut for debut, fin in POINTES)
    tous = []
    for _ in range(combien):
        if hasard.random() >= PART_DES_POINTES:
            tous.append(hasard.uniform(0, 86400))
            continue
        place = hasard.uniform(0, largeur)
        for debut, fin in POINTES:
            if place < fin - debut:
                tous.append((debut + place) * 3600)
                break
            place -= fin - debut
    return tous


def calendrier(hasard, lieux):
    """(second, kind, place) in order."""
    if POINTE:
        heures = sum(fin - debut for debut, fin in POINTES)
        rythme = {genre: n * PART_DES_POINTES / (heures * 3600) for genre, n in JOURNEE.items()}
        return sorted((hasard.uniform(0, POINTE), genre, lieu) for lieu in lieux for genre, par_seconde in rythme.items()
                      for _ in range(int(par_seconde * POINTE + hasard.random())))
    return sorted((quand / COMPRESSION, genre, lieu) for lieu in lieux for genre, n in JOURNEE.items() for quand in instants(hasard, n))


class Journee:
    def __init__(self, monde, tuyau):
        self.monde, self.mesures, self.hasard = monde, Mesures(), random.Random(2024)
        self.gens = {}
        for finess, courriel in monde.comptes:
            self.gens.setdefault(finess, []).append(Personne(tuyau, finess, courriel))
        self.numeros = itertools.count(1)
        self.depart = int(time.time())
        self.acquis, self.prevus = {}, {}  # where, by id; planned, by place

    def id(self):
        return f"{self.depart:08x}{next(self.numeros):024x}"

    def qui(self, lieu, professions=()):
        gens = self.gens[lieu]
        rangs = [rang for rang in range(len(gens)) if not professions or rang % 6 in professions]
        return gens[self.hasard.choice(rangs)]

    def transmettre(self, lieu, genre):
        id, qui, personne = self.id(), self.qui(lieu), self.hasard.choice(self.monde.personnes[lieu])
        corps = {"id": id, "finess_et": lieu, "personne": personne, "classe": "quotidien", "forme": "narrative",
                 "texte": f"{genre} : fait à l'heure, sans difficulté, revue avec elle."}
        return id, lambda: qui.ecrire_json("/api/transmissions", corps)

    def planifier(self, lieu, _):
        id, qui = self.id(), self.qui(lieu)
        personne, heure = self.hasard.choice(self.monde.personnes[lieu]), self.hasard.randrange(0, 12)
        self.prevus.setdefault(lieu, []).append((id, personne, heure))
        return id, lambda: qui.remplir("/agenda/nouveau", id=id, finess=lieu, titre="Accompagnement", jour=JOUR, debut=f"{heure:02}:00",
                                       fin=f"{heure:02}:30", frequence="", classe="quotidien", personnes=personne, accepter="oui")

    def pointer(self, lieu, _):
        faits = [une for une in self.prevus.get(lieu, []) if une[0] in self.acquis]
        if not faits:
            return self.lire(lieu, _)
        (id, personne, heure), qui = self.hasard.choice(faits), self.qui(lieu)
        return f"{id}@{JOUR}T{heure:02}:00", lambda: qui.remplir(f"/agenda/evenements/{id}/presence", le=f"{JOUR}T{heure:02}:00",
                                                                  genre="personne", qui=personne, presence="presente")

    def deposer(self, lieu, _):
        id, qui, personne = self.id(), self.qui(lieu, (0, 1, 2)), self.hasard.choice(self.monde.personnes[lieu])
        champs = {"id": id, "personne": personne, "finess": lieu, "type": "47420-5", "titre": "Bilan", "date": JOUR}
        return id, lambda: qui.joindre("/document/nouveau", champs, "bilan.pdf", PDF + id.encode())

    def entrer(self, lieu, _):
        """Signs in, reads what changed since, says that it was read."""
        qui = self.qui(lieu)

        async def commencer():
            fait = await qui.entrer()
            page = (await qui.lire(f"/equipe?finess={lieu}"))[2].decode()
            numero = re.search(r'name="numero" value="(\d+)"', page)
            if numero:
                await qui.remplir("/equipe/releve", finess=lieu, unite="", numero=numero[1])
            return fait

        return None, commencer

    def lire(self, lieu, _):
        qui, personne = self.qui(lieu), self.hasard.choice(self.monde.personnes[lieu])
        chemin = self.hasard.choices((f"/personnes/{personne}", f"/equipe?finess={lieu}", f"/agenda?finess={lieu}",
                                      f"/agenda/personne/{personne}", "/personnes?q=mor", f"/projets/{personne}",
                                      f"/administratif/{personne}", f"/documents/{personne}", f"/evaluations/{personne}",
                                      f"/urgence/{personne}", f"/presences?finess={lieu}"),
                                     (30, 25, 8, 8, 8, 6, 4, 4, 3, 2, 2))[0]
        return None, lambda: qui.lire(chemin)

    async def un_acte(self, quand, genre, lieu):
        """Drawn when it is due: a presence is said of what was planned before."""
        attente = quand - 0.002 - time.perf_counter()
        if attente > 0:
            await asyncio.sleep(attente)
        actes = {"rendez-vous": self.planifier, "présence": self.pointer, "document": self.deposer, "entrée": self.entrer,
                 "lecture": self.lire}
        id, acte = actes.get(genre, self.transmettre)(lieu, genre)
        if await self.mesures.faire(genre, quand, acte) and id:
            self.acquis[id] = lieu

    async def vivre(self):
        tous = [une for gens in self.gens.values() for une in gens]
        for debut in range(0, len(tous), 4):
            for statut, *_ in await asyncio.gather(*(une.entrer() for une in tous[debut:debut + 4])):
                assert statut == 303, statut
        plan = calendrier(self.hasard, sorted(self.gens))
        print(f"{len(tous)} comptes entrés, {len(plan)} actes en {plan[-1][0]:.0f} s, charge de la machine {os.getloadavg()}", flush=True)
        depart, enfants = time.perf_counter() + 0.5, set()
        for quand, genre, lieu in plan:
            if (attente := depart + quand - 0.05 - time.perf_counter()) > 0:
                await asyncio.sleep(attente)
            enfant = asyncio.create_task(self.un_acte(depart + quand, genre, lieu))
            enfants.add(enfant)
            enfant.add_done_callback(enfants.discard)
        await asyncio.gather(*enfants)


def relire(monde, ecrits):
    """A few of them as somebody reads them, from a server that has just started."""
    async def lire(port):
        qui = Personne(Tuyau(port), *monde.comptes[0])
        await qui.entrer()
        lus = [(await qui.lire(f"/api/transmissions/{id}"))[0] for id in random.sample(ecrits, min(200, len(ecrits)))]
        print(f"  relus par leur adresse : {lus.count(200)} ; autres que des transmissions : {lus.count(404)}")
        assert set(lus) <= {200, 404}, set(lus)
    asyncio.run(lire(monde.atelier.demarrer().serveur.port))


def main():
    monde = Monde(LIEUX, PLACES, COMPTES)
    monde.ouvrir_les_comptes()
    atelier = monde.atelier.demarrer("--ouvriers", OUVRIERS)
    journee = Journee(monde, Tuyau(atelier.serveur.port))
    base = "PostgreSQL" if os.environ.get("GRAPPE_BASE") == "postgres" else "SQLite"
    print(f"{base}, {len(monde.personnes)} établissements, {sum(map(len, monde.personnes.values()))} personnes")
    asyncio.run(journee.vivre())
    journee.mesures.dire()
    usage = [int(n) for n in open(f"/proc/{atelier.serveur.processus.pid}/stat").read().rsplit(")", 1)[1].split()[11:13]]
    print(f"  processeur du serveur : {sum(usage) / os.sysconf('SC_CLK_TCK'):.1f} s, charge {os.getloadavg()}")
    atelier.arreter()
    la = {un for un, in atelier.executer("SELECT DISTINCT id FROM element")}
    perdus = journee.acquis.keys() - la
    print(f"  écrits et répondus : {len(journee.acquis)}, retrouvés après un nouveau départ : {len(journee.acquis.keys() & la)}, perdus : {len(perdus)}")
    relire(monde, [id for id, lieu in journee.acquis.items() if "@" not in id and lieu == monde.comptes[0][0]])
    atelier.fermer()
    assert not perdus and not journee.mesures.refus, (list(perdus)[:3], journee.mesures.refus[:3])


if __name__ == "__main__":
    main()
