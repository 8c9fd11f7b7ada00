"""Do the histories bite? Every wrong reading below must be told from the right one by some history.

A mutant is `definitions.py` with one text replaced; it is killed by the first lot where an answer
differs. A mutant that lives says that the histories are too tame, or that the line is useless.
"""
import pathlib
import sys
import types

import definitions
import histoires

SOURCE = pathlib.Path(definitions.__file__).read_text(encoding="utf-8")

MUTANTS = {
    "fenêtre sans son premier instant": ("self.debut <= t <", "self.debut < t <"),
    "fenêtre avec l’instant de d": ("<= t < self.fin", "<= t <= self.fin"),
    "minuit de Greenwich": ("day, tzinfo=PARIS", "day, tzinfo=datetime.timezone.utc"),
    "minuit d’hiver toute l’année": (
        "day, tzinfo=PARIS", "day, tzinfo=datetime.timezone(datetime.timedelta(hours=1))"),
    "fin de mois non ramenée": ("min(d.day, calendar.monthrange(annee, mois)[1])",
                                "min(d.day, 28)"),
    "90 jours au lieu de trois mois": ("self.premier = trois_mois_avant(d)",
                                       "self.premier = d - datetime.timedelta(days=90)"),
    "séjour : entré le jour d": ('sejour["entree"] < w.d', 'sejour["entree"] <= w.d'),
    "séjour : sorti le premier jour": ('sejour["sortie"] >= w.premier)',
                                       'sejour["sortie"] > w.premier)'),
    "présent : entré le jour même": ('sejour["entree"] <= x', 'sejour["entree"] < x'),
    "présent : sorti le jour même": ('sejour["sortie"] > x)', 'sejour["sortie"] >= x)'),
    "file active : sortie le jour d": ('<= sejour["sortie"] <= d', '<= sejour["sortie"] < d'),
    "file active : sortie le 1er janvier": ('datetime.date(d.year, 1, 1) <= sejour',
                                            'datetime.date(d.year, 1, 1) < sejour'),
    "file active : sorties à venir": ('<= sejour["sortie"] <= d',
                                      '<= sejour["sortie"] <= datetime.date(d.year, 12, 31)'),
    "file active : sans les sorties": (" or sorti_dans_l_annee(s, w.d)}", "}"),
    "événement : commence à d": ('evenement["debut"] < w.fin', 'evenement["debut"] <= w.fin'),
    "événement : finit au début": ('evenement["fin"] >= w.debut', 'evenement["fin"] > w.debut'),
    "événement : entièrement dans la fenêtre": ('evenement["debut"] < w.fin',
                                                'w.debut <= evenement["debut"] < w.fin'),
    "événement annulé compté": ('if e["statut"] != "ANNULE" and', "if"),
    "événement planifié écarté": ('if e["statut"] != "ANNULE" and',
                                  'if e["statut"] not in ("ANNULE", "PLANIFIE") and'),
    "événement : première personne seule": ('for personne in e["personnes"]}',
                                            'for personne in e["personnes"][:1]}'),
    "projet : du le jour": ('projet["du"] <= x', 'projet["du"] < x'),
    "projet : au le jour": ('projet["au"] >= x', 'projet["au"] > x'),
    "projet au jour d": ("projet_en_vigueur(p, w.dernier)", "projet_en_vigueur(p, w.d)"),
    "projet en pause compté": ('"ENPREPARATION", "ENCOURS")',
                               '"ENPREPARATION", "ENCOURS", "ENPAUSE")'),
    "projet en préparation écarté": ('in ("ENPREPARATION", "ENCOURS")', 'in ("ENCOURS",)'),
    "mise à jour automatique comptée": (' and not m["automatique"]}', "}"),
    "actif sans séjour": ("actifs = en_sejour & mis_a_jour", "actifs = mis_a_jour"),
    "presents : numérateur non limité": ("        actifs &= accompagnes\n", "        pass\n"),
    "file active : numérateur limité": ('if denominateur == "presents":\n        actifs',
                                        'if denominateur != "fenetre":\n        actifs'),
    "projets de tous": ("len(actifs & avec_projet)", "len(avec_projet)"),
    "événements de tous": ("len(actifs & avec_evenement)", "len(avec_evenement)"),
    "projet impossible ignoré": ('if s["projet_possible"]}', "}"),
    "projet possible : séjour de la fenêtre": ('if s["projet_possible"]}',
                                               'if s["projet_possible"] and chevauche(s, w)}'),
    "projet possible : tous les séjours": (
        '{s["personne"] for s in sejours if s["projet_possible"]}',
        '{s["personne"] for s in sejours} - '
        '{s["personne"] for s in sejours if not s["projet_possible"]}'),
    "messages en échec comptés": (' and not m["echec"]]', "]"),
    "messages : personnes distinctes": ("(len(messages),",
                                        '(len({m.get("personne") for m in messages}),'),
    "dmp rejetée comptée": (' and a["issue"] == "acceptee"}', "}"),
    "dmp : documents": ('alimentes = {a["personne"]', 'alimentes = {a["document"]'),
    "dmp limité au dénominateur": ('"dmp": (len(alimentes),', '"dmp": (len(alimentes & '
                                                              'accompagnes),'),
    "compte depuis le début, d compris": ('if f["le"] < w.fin]))', 'if f["le"] <= w.fin]))'),
    "compte depuis le début sans fin": (' if f["le"] < w.fin]))', "]))"),
    "taux tronqué": ("(2 * 10000 * numerateur + denominateur)", "(2 * 10000 * numerateur)"),
    "cible stricte": (">= cible * bas", "> cible * bas"),
    "cible au taux affiché": ("100 * haut >= cible * bas", "round(100 * haut / bas) >= cible"),
    "correction ignorée": ("if corrige and not (connues and connues[-1][1] == f):",
                           "if corrige and not connues:"),
    "correction à la place": ("connues.append((quand, f))", "connues[:] = [(quand, f)]"),
    "connu juste avant": ("quand <= connu_le]\n            if",
                          "quand < connu_le]\n            if"),
    "versions toutes comptées": ("faits.append(connues[-1])", "faits.extend(connues)"),
    "première version gardée": ("faits.append(connues[-1])", "faits.append(connues[0])"),
    "établissement d’une version corrigée": ("for quand, f in versions if connu_le is None or "
                                             "quand <= connu_le})", "for quand, f in versions[-1:] "
                                             "if connu_le is None or quand <= connu_le})"),
    "listés : ceux de maintenant": ("for quand, f in versions if connu_le is None or "
                                    "quand <= connu_le})", "for quand, f in versions})"),
}


def module(source):
    m = types.ModuleType("mutant")
    exec(compile(source, "mutant", "exec"), m.__dict__)   # our own text, never an input
    return m


def reponses(definitions_, lot, reunis):
    """The answers, or the error that a mutant falls into."""
    try:
        return toutes_les_reponses(definitions_, lot, reunis)
    except (KeyError, ValueError) as erreur:
        return erreur


def toutes_les_reponses(definitions_, lot, reunis):
    base = definitions_.Base()
    for quand, lignes in zip(histoires.IMPORTS, reunis):
        base.importer(quand, lignes)
    return [definitions_.indicateurs(base, d, connu_le, None, denominateur)
            for d in lot.jours for connu_le in (None, histoires.IMPORTS[0])
            for denominateur in definitions.DENOMINATEURS]


def survivants(graine, lots, taille):
    vivants = {}
    for nom, (ancien, nouveau) in MUTANTS.items():
        if SOURCE.count(ancien) != 1:
            raise SystemExit(f"{nom}: {SOURCE.count(ancien)} places in definitions.py, not one")
        vivants[nom] = module(SOURCE.replace(ancien, nouveau))
    for numero in range(lots):
        lot, ensemble = histoires.lot(graine, numero, taille)
        reunis = histoires.fichiers_reunis(ensemble)
        justes = reponses(definitions, lot, reunis)
        vivants = {nom: m for nom, m in vivants.items() if reponses(m, lot, reunis) == justes}
    return list(vivants)


if __name__ == "__main__":
    restent = survivants(1, 20, 50)
    print(f"{len(MUTANTS) - len(restent)} mutants tués sur {len(MUTANTS)}", *restent, sep="\n  ")
    sys.exit(1 if restent else 0)
