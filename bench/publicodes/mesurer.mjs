// Times Publicodes on grappes of N establishments of alternating regimes: node mesurer.mjs [N] [TIMES].
// Parsing the rules is left out; a dossier is a new situation and the evaluation of every figure.
import Publicodes from 'publicodes';

import { regles } from './bareme.mjs';

const Engine = Publicodes.default ?? Publicodes;
const nombre = Number(process.argv[2] ?? 300);
const fois = Number(process.argv[3] ?? 5);

const muet = { log() {}, warn() {}, error: console.error };
const moteur = new Engine(regles(nombre), { logger: muet });

function dossier(decalage) {
  const situation = {};
  for (let i = 1; i <= nombre; i++)
    situation[`e${i} . acquisition`] = (i + decalage) % 2 === 0 ? 'oui' : 'non';
  moteur.setSituation(situation);
  for (let i = 1; i <= nombre; i++)
    for (const figure of ['usage', 'equipement', 'total']) moteur.evaluate(`e${i} . ${figure}`);
  return moteur.evaluate('total').nodeValue;
}

dossier(0);
const debut = process.hrtime.bigint();
let total = 0;
for (let k = 0; k < fois; k++) total = dossier(k % 2);
const ms = Number(process.hrtime.bigint() - debut) / 1e6 / fois;
console.log(JSON.stringify({ moteur: 'publicodes', essms: nombre, total, ms_par_dossier: Number(ms.toFixed(3)) }));
