// Buttons that copy a number: shown only where the browser can.

import { dire } from "./mots";

export function copier(): void {
    if (!navigator.clipboard) return;
    for (const bouton of document.querySelectorAll<HTMLButtonElement>(".copier")) {
        bouton.hidden = false;
        bouton.addEventListener("click", async () => {
            await navigator.clipboard.writeText(bouton.dataset.copie ?? "");
            const mot = bouton.textContent;
            bouton.textContent = dire("copie");
            window.setTimeout(() => (bouton.textContent = mot), 1500);
        });
    }
}
