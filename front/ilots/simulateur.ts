// The simulator: the answer follows the typing; adding, removing and opening a line does not
// reload the page. Everything is computed by the server, from the same form as without script. The
// form of a dossier takes its acts from here.
import { focus } from "./focus";
import { apresSilence, derniereRequete } from "./outils";

const actesSurPlace = /^(ajouter|retirer|detailler|deposer|actualiser)(:|$)/;

/** Who follows a form: told of each change, and of each form that takes the place of another. */
export interface Relais {
    change(): void;
    remplacer(nouveau: HTMLFormElement): void;
    avantUnActe(): void;
    apresUnEnvoi(): void;
}

export function simulateur(): void {
    const formulaire = document.querySelector<HTMLFormElement>("form[data-ilot=simulateur]");
    if (!formulaire) return;
    let suivre = suivi(formulaire);
    brancherLesActes(formulaire, {
        change: () => suivre(),
        remplacer: (nouveau) => (suivre = suivi(nouveau)),
        avantUnActe: () => undefined,
        apresUnEnvoi: () => undefined,
    });
}

export function brancherLesActes(formulaire: HTMLFormElement, relais: Relais): void {
    formulaire.addEventListener("input", (saisie) => {
        const cible = saisie.target;
        if (!(cible instanceof HTMLInputElement && cible.type === "file")) relais.change();
    });
    formulaire.addEventListener("change", (changement) => {
        const cible = changement.target;
        if (cible instanceof HTMLInputElement && cible.type === "file" && cible.files?.length)
            void agir(formulaire, relais, "ajouter");
    });
    formulaire.addEventListener("submit", (envoi) => {
        const bouton = envoi.submitter;
        if (!(bouton instanceof HTMLButtonElement) || !actesSurPlace.test(bouton.value)) return relais.apresUnEnvoi();
        envoi.preventDefault();
        void agir(formulaire, relais, bouton.value);
    });
    accueillirDepot(formulaire, relais);
}

function suivi(formulaire: HTMLFormElement): () => void {
    const demander = derniereRequete();
    return apresSilence(250, async () => {
        const apercu = formulaire.querySelector("#apercu");
        apercu?.classList.add("est-en-cours");
        const html = await demander(formulaire.dataset.apercu!, { method: "POST", body: sansFichier(formulaire) });
        apercu?.classList.remove("est-en-cours");
        if (html !== null && apercu) mettreEnPlace(apercu, html);
    });
}

/** The button keeps its focus: only what precedes it is written again. */
function mettreEnPlace(apercu: Element, html: string): void {
    const nouveau = new DOMParser().parseFromString(html, "text/html").body;
    const bouton = apercu.querySelector(".apercu__bouton");
    nouveau.querySelector(".apercu__bouton")?.remove();
    for (const enfant of [...apercu.children]) if (enfant !== bouton) enfant.remove();
    apercu.prepend(...[...nouveau.children].map((enfant) => document.importNode(enfant, true)));
}

function sansFichier(formulaire: HTMLFormElement): FormData {
    const donnees = new FormData(formulaire);
    donnees.delete("fichier");
    return donnees;
}

async function agir(formulaire: HTMLFormElement, relais: Relais, acte: string): Promise<void> {
    relais.avantUnActe();
    const donnees = new FormData(formulaire);
    donnees.set("action", acte);
    let reponse: Response;
    try {
        reponse = await fetch(formulaire.getAttribute("action")!, { method: "POST", body: donnees, headers: { Accept: "text/html" } });
    } catch {
        return;  // the network is gone: what was typed stays in the form
    }
    const page = new DOMParser().parseFromString(await reponse.text(), "text/html");
    const nouveau = page.querySelector("#simulateur");
    if (!reponse.ok || !nouveau) return envoyer(formulaire, relais, acte);
    const ouverts = [...formulaire.querySelectorAll<HTMLDetailsElement>("details[open][id]")].map((d) => d.id);
    const place = document.importNode(nouveau, true) as HTMLFormElement;
    formulaire.replaceWith(place);
    for (const id of ouverts) place.querySelector<HTMLDetailsElement>(`#${CSS.escape(id)}`)?.setAttribute("open", "");
    relais.remplacer(place);
    brancherLesActes(place, relais);
    rendreLeFocus(place, acte);
}

/** The answer is another page (a sign-in, fields in conflict): the browser goes there with the form. */
function envoyer(formulaire: HTMLFormElement, relais: Relais, acte: string): void {
    relais.apresUnEnvoi();
    const champ = document.createElement("input");
    champ.type = "hidden";
    champ.name = "action";
    champ.value = acte;
    formulaire.append(champ);
    formulaire.submit();
}

function rendreLeFocus(formulaire: HTMLFormElement, acte: string): void {
    focus();
    const [mot, rang] = acte.split(":");
    const cible =
        mot === "detailler"
            ? formulaire.querySelector<HTMLElement>(`#essms-${rang}-commande_sons`)
            : mot === "retirer"
              ? formulaire.querySelector<HTMLElement>(`#essms-${Math.max(0, Number(rang) - 1)}-finess_et`)
              : formulaire.querySelector<HTMLElement>("#liste");
    if (mot !== "deposer") cible?.focus({ preventScroll: mot !== "detailler" });
}

/** A file dropped anywhere on the list. */
function accueillirDepot(formulaire: HTMLFormElement, relais: Relais): void {
    const zone = formulaire.querySelector<HTMLElement>(".ajout");
    const entree = formulaire.querySelector<HTMLInputElement>("#fichier");
    if (!zone || !entree) return;
    zone.addEventListener("dragover", (survol) => {
        if (!survol.dataTransfer?.types.includes("Files")) return;
        survol.preventDefault();
        zone.classList.add("est-survole");
    });
    zone.addEventListener("dragleave", () => zone.classList.remove("est-survole"));
    zone.addEventListener("drop", (depot) => {
        zone.classList.remove("est-survole");
        if (!depot.dataTransfer?.files.length) return;
        depot.preventDefault();
        entree.files = depot.dataTransfer.files;
        void agir(formulaire, relais, "ajouter");
    });
}
