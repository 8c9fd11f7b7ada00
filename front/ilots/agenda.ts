// A week: an event goes to another day by dragging it, or with Alt and the arrows. The form of its page does the same
// without scripts.

import { dire } from "./mots";

export function agenda(): void {
    const annonce = document.querySelector<HTMLElement>(".agenda__annonce");
    if (!annonce) return;
    let tenu: HTMLAnchorElement | null = null;

    const deplacer = (rdv: HTMLAnchorElement, jour: string): void => {
        const envoi = document.createElement("form");
        envoi.method = "post";
        envoi.action = `/agenda/evenements/${rdv.dataset.id}/deplacement`;
        const champs: Record<string, string | undefined> = {
            csrf: annonce.dataset.csrf, retour: annonce.dataset.retour, le: rdv.dataset.le, version: rdv.dataset.version,
            jour, heure: rdv.dataset.heure, minutes: rdv.dataset.minutes,
        };
        for (const [nom, valeur] of Object.entries(champs)) {
            const champ = document.createElement("input");
            champ.type = "hidden";
            champ.name = nom;
            champ.value = valeur ?? "";
            envoi.append(champ);
        }
        document.body.append(envoi);
        annonce.textContent = dire("agenda.deplace", { jour });
        envoi.submit();
    };

    for (const rdv of document.querySelectorAll<HTMLAnchorElement>("a.rdv")) {
        rdv.draggable = true;
        rdv.addEventListener("dragstart", () => (tenu = rdv));
        rdv.addEventListener("keydown", (touche) => {
            const pas = { ArrowLeft: -1, ArrowRight: 1 }[touche.key];
            if (!touche.altKey || !pas) return;
            touche.preventDefault();
            const ici = rdv.closest<HTMLElement>("td");
            const la = pas < 0 ? ici?.previousElementSibling : ici?.nextElementSibling;
            const jour = (la as HTMLElement | null)?.dataset.jour;
            if (jour) deplacer(rdv, jour);
            else annonce.textContent = dire("agenda.bord");
        });
    }
    for (const jour of document.querySelectorAll<HTMLElement>("td[data-jour]")) {
        jour.addEventListener("dragover", (geste) => {
            if (!tenu || tenu.closest("tr") !== jour.parentElement) return;
            geste.preventDefault();
            jour.classList.add("depot");
        });
        jour.addEventListener("dragleave", () => jour.classList.remove("depot"));
        jour.addEventListener("drop", (geste) => {
            geste.preventDefault();
            jour.classList.remove("depot");
            if (tenu && tenu.closest("td") !== jour) deplacer(tenu, jour.dataset.jour ?? "");
        });
    }
}
