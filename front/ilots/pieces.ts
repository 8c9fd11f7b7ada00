// Files of a dossier: sent while the page says how far it is, stopped or begun anew at will. The
// answer is the page itself; without script its forms do the same.

import { dire } from "./mots";

const suffixes = ["pdf", "doc", "docx", "xls", "xlsx", "png", "jpg", "gif"];

export function pieces(): void {
    const place = document.querySelector<HTMLElement>("[data-ilot=pieces]");
    if (!place) return;
    for (const formulaire of place.querySelectorAll<HTMLFormElement>("form[data-envoi]")) brancher(place, formulaire);
}

function brancher(place: HTMLElement, formulaire: HTMLFormElement): void {
    const champ = formulaire.querySelector<HTMLInputElement>("input[type=file]")!;
    champ.addEventListener("change", () => {
        const faute = champ.files?.[0] ? fauteDe(champ.files[0], Number(place.dataset.limite)) : "";
        direLaFaute(formulaire, faute);
        if (!faute && champ.files?.length) envoyer(formulaire);
    });
    formulaire.addEventListener("submit", (envoi) => {
        envoi.preventDefault();
        const fichier = champ.files?.[0];
        if (!fichier) return direLaFaute(formulaire, dire("pieces.sans_fichier"));
        const faute = fauteDe(fichier, Number(place.dataset.limite));
        direLaFaute(formulaire, faute);
        if (!faute) envoyer(formulaire);
    });
}

/** What can be said before anything is sent; the server looks again, inside the file. */
function fauteDe(fichier: File, limite: number): string {
    const suffixe = fichier.name.slice(fichier.name.lastIndexOf(".") + 1).toLowerCase();
    if (suffixe === "jpeg") return dire("pieces.jpeg");
    if (!suffixes.includes(suffixe)) return dire("pieces.format");
    if (fichier.size > limite) return dire("pieces.trop_gros", { taille: mio(fichier.size), limite: mio(limite) });
    return "";
}

function mio(octets: number): string {
    return (octets / 1048576).toLocaleString("fr-FR", { maximumFractionDigits: 1 });
}

function direLaFaute(formulaire: HTMLFormElement, mots: string): void {
    const champ = formulaire.querySelector<HTMLInputElement>("input[type=file]")!;
    formulaire.querySelector(".fr-error-text")?.remove();
    champ.toggleAttribute("aria-invalid", false);
    if (!mots) return;
    const faute = document.createElement("p");
    faute.className = "fr-error-text";
    faute.id = `${champ.id}-faute`;
    faute.textContent = mots;
    champ.setAttribute("aria-invalid", "true");
    champ.setAttribute("aria-describedby", faute.id);
    champ.after(faute);
    annoncer(mots);
}

function annoncer(mots: string): void {
    const annonce = document.getElementById("annonce");
    if (annonce) annonce.textContent = mots;
}

function envoyer(formulaire: HTMLFormElement): void {
    const suite = formulaire.querySelector<HTMLElement>(".envoi__suite")!;
    const requete = new XMLHttpRequest();
    const barre = document.createElement("progress");
    barre.max = 100;
    barre.setAttribute("aria-label", dire("pieces.envoi"));
    const mots = document.createElement("span");
    mots.textContent = dire("pieces.debut");
    const arreter = bouton(dire("pieces.arreter"), () => requete.abort());
    suite.replaceChildren(barre, mots, arreter);
    let dernier = 0;
    requete.upload.addEventListener("progress", (avance) => {
        if (!avance.lengthComputable) return;
        const part = Math.floor((100 * avance.loaded) / avance.total);
        barre.value = part;
        mots.textContent = part < 100 ? dire("pieces.avance", { envoye: mio(avance.loaded), total: mio(avance.total) }) : dire("pieces.verification");
        if (part - dernier >= 25 && part < 100) annoncer(dire("pieces.part", { part: (dernier = part) }));
    });
    const recommencer = (raison: string): void => {
        const dit = document.createElement("span");
        dit.textContent = raison;
        suite.replaceChildren(dit, bouton(dire("pieces.recommencer"), () => envoyer(formulaire)));
        annoncer(raison);
    };
    requete.addEventListener("error", () => recommencer(dire("pieces.interrompu")));
    requete.addEventListener("abort", () => recommencer(dire("pieces.arrete")));
    requete.addEventListener("load", () => finir(requete, formulaire, recommencer));
    requete.open("POST", formulaire.getAttribute("action")!);
    requete.setRequestHeader("Accept", "text/html");
    requete.send(new FormData(formulaire));
}

function finir(requete: XMLHttpRequest, formulaire: HTMLFormElement, recommencer: (raison: string) => void): void {
    const ancre = formulaire.closest("li")?.id ?? "";
    const page = new DOMParser().parseFromString(requete.responseText, "text/html");
    const nouvelle = page.getElementById("pieces");
    const ancienne = document.getElementById("pieces");
    if (!nouvelle || !ancienne) {
        const raison = page.getElementById("mot_de_passe") ? dire("pieces.session")
            : requete.status === 413 ? dire("pieces.refus_taille")
            : dire("pieces.refus_autre");
        return recommencer(raison);
    }
    ancienne.replaceWith(document.importNode(nouvelle, true));
    pieces();
    const place = document.getElementById(ancre);
    const faute = place?.querySelector<HTMLElement>(".fr-error-text");
    annoncer(faute?.textContent ?? dire("pieces.recue"));
    const cible = faute ?? place?.querySelector<HTMLElement>(".fichier__nom a");
    cible?.focus({ preventScroll: true });
}

function bouton(mots: string, faire: () => void): HTMLButtonElement {
    const element = document.createElement("button");
    element.type = "button";
    element.className = "fr-btn fr-btn--tertiary fr-btn--sm";
    element.textContent = mots;
    element.addEventListener("click", faire);
    return element;
}
