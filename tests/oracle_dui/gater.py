"""Files with faults of every kind, made from sound ones; the program must name each of them."""
import json
import random

import definitions
import fautes
import histoires
import programme


def sans_champ(r, o):
    champs = {**fautes.COMMUNS, **fautes.CHAMPS[o["type"]]}
    requis = [nom for nom, (_, obligatoire) in champs.items() if obligatoire]
    nom = r.choice([*requis, "type"])
    return {**o, nom: None} if r.random() < 0.5 else {n: v for n, v in o.items() if n != nom}


def mal_type(r, o):
    champs = {**fautes.COMMUNS, **fautes.CHAMPS[o["type"]]}
    nom = r.choice([n for n in champs if n in o])
    valeur = {"a": 1} if r.random() < 0.5 else 12.5
    return {**o, nom: valeur}


def valeur_inconnue(r, o):
    choix = [n for n, (genre, _) in fautes.CHAMPS[o["type"]].items() if isinstance(genre, tuple)]
    return {**o, r.choice([*choix, "type"]): r.choice(("INCONNU", "", "encours"))}


def finess_faux(r, o):
    juste = o["finess_et"]
    cle = str((int(juste[-1]) + r.randrange(1, 10)) % 10)
    return {**o, "finess_et": r.choice((juste[:-1] + cle, juste[:-1], juste + "0", "",
                                        "99" + juste[2:], juste[:4] + "O" + juste[5:]))}


def personne_inconnue(r, o):
    if o["type"] == "evenement":
        return {**o, "personnes": [*o["personnes"], "inconnue"]}
    return {**o, "personne": "inconnue"}


def a_rebours(r, o):
    avant, apres = fautes.ORDRES.get(o["type"], (None, None))
    if not avant:
        return finess_faux(r, o)
    tard, tot = ("2024-08-02", "2024-08-01") if avant != "debut" else (
        "2024-08-01T10:00:01Z", "2024-08-01T10:00:00Z")
    return {**o, avant: tard, apres: tot}


def date_impossible(r, o):
    noms = [n for n in ("entree", "sortie", "du", "au", "le", "debut", "fin") if n in o]
    jour = r.choice(("2023-02-29", "2024-04-31", "2024-13-01", "hier", "2024-00-10", "01/02/2024"))
    nom = r.choice(noms)
    return {**o, nom: jour if nom in ("entree", "sortie", "du", "au") else jour + "T10:00:00Z"}


def heure_impossible(r, o):
    noms = [n for n in ("le", "debut", "fin") if n in o]
    if not noms:
        return date_impossible(r, o)
    return {**o, r.choice(noms): r.choice(("2024-08-01T25:00:00Z", "2024-08-01",
                                           "2024-08-01T10:60:00Z", "2024-08-01T10:00:00"))}


MANIERES = (sans_champ, mal_type, valeur_inconnue, finess_faux, personne_inconnue, a_rebours,
            date_impossible, heure_impossible)


def texte_gate(r, ligne):
    """A line that is not an object of JSON."""
    return r.choice((ligne[:-1], ligne + "}", "[" + ligne + "]", "bonjour", "12", '"texte"',
                     ligne.replace(":", "=", 1), "{" + ligne))


def gater(r, lignes):
    """The lines, some of them spoiled copies with an id of their own, some with one id twice."""
    gatees = list(lignes)
    faits = [o for o in map(json.loads, lignes) if o["type"] != "personne"]
    for n, o in enumerate(r.sample(faits, min(25, len(faits)))):
        copie = {nom: v for nom, v in o.items() if v is not None} | {"id": f"gate-{n}"}
        if r.random() < 0.12:
            gatees.insert(r.randrange(len(gatees) + 1), texte_gate(r, json.dumps(copie)))
        elif r.random() < 0.12:
            autre = {**copie, "finess_et": histoires.finess_fictif(99000), "corrige": False}
            gatees += [json.dumps(copie), json.dumps(autre)]
        else:
            gatees.insert(r.randrange(len(gatees) + 1), json.dumps(r.choice(MANIERES)(r, copie)))
    return gatees


def memes(attendues, dites):
    """The pairs; of a line that is not JSON only its number is compared."""
    sans_champ_ = {ligne for ligne, champ in attendues if champ is None}
    return ({(n, c) for n, c in attendues if c} == {(n, c) for n, c in dites
                                                    if n not in sans_champ_}
            and sans_champ_ <= {n for n, _ in dites})


def comparer_fautes(prog, graine, ensemble):
    """[(what, oracle, program)] for one spoiled file after one sound import."""
    r = random.Random(f"fautes/{graine}")
    saines, suivantes = histoires.fichiers_reunis(ensemble)[:2]
    gatees = gater(r, suivantes or saines)
    premier, deuxieme, _ = histoires.IMPORTS
    notre = definitions.Base()
    notre.importer(premier, saines)
    attendues = fautes.fautes(gatees, notre)
    question = (ensemble[0].lot.jours[0], None, None, None)
    with prog.base() as base:
        base.importer(premier, saines)
        fini = base.importer(deuxieme, gatees)
        ecarts = []
        if fini.returncode != fautes.code_de_sortie(attendues):
            ecarts.append(("code d’un fichier fautif", 2, fini.returncode))
        dites = programme.fautes_dites(fini)
        if not memes(attendues, dites):
            lignes = {n: gatees[n - 1] for n, _ in attendues ^ dites}
            ecarts.append((f"fautes d’un fichier, lignes {lignes}",
                           f"seul {sorted(attendues - dites, key=str)}",
                           f"seul {sorted(dites - attendues, key=str)}"))
        if not ecarts and base.indicateurs(question) != definitions.indicateurs(notre, question[0]):
            ecarts.append(("rien n’est gardé d’un fichier fautif", "inchangée", "changée"))
        return ecarts or comparer_tolerance(base, notre, gatees, attendues)


def comparer_tolerance(base, notre, gatees, attendues):
    """With `--tolerer` the sound lines enter; the others are copied to a file of rejects."""
    mauvaises = {n for n, _ in attendues}
    rejets = [ligne for n, ligne in enumerate(gatees, 1) if n in mauvaises]
    _, deuxieme, troisieme = histoires.IMPORTS
    notre.importer(deuxieme, [ligne for n, ligne in enumerate(gatees, 1) if n not in mauvaises])
    base.importer(deuxieme, gatees, "--tolerer")
    ecarts = []
    for au in (definitions.jour("2024-05-31"), deuxieme.date()):
        leur = base.indicateurs((au, troisieme, None, None))
        if leur != definitions.indicateurs(notre, au, troisieme):
            ecarts.append(("indicateurs après --tolerer", str(au), "autres"))
    ecrits = [f.read_text(encoding="utf-8").splitlines() for f in base.dossier.glob("*rejet*")]
    if rejets not in ecrits:
        ecarts.append(("lignes rejetées", len(rejets), [len(lignes) for lignes in ecrits]))
    return ecarts
