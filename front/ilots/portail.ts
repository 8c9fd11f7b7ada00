// The scripts of the portail: each island finds its place in the page, or does nothing.
import { agenda } from "./agenda";
import { carte } from "./carte";
import { copier } from "./copier";
import { focus } from "./focus";
import { onglets } from "./onglets";
import { pieces } from "./pieces";
import { recherche } from "./recherche";
import { relais } from "./relais";
import { saisie } from "./saisie";
import { simulateur } from "./simulateur";

for (const ilot of [simulateur, saisie, pieces, onglets, recherche, carte, copier, focus, agenda, relais]) ilot();
