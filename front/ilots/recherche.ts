// The register answers while typing; the address follows, so that it can be shared.
import { carte } from "./carte";
import { apresSilence, derniereRequete, remplacer } from "./outils";

export function recherche(): void {
    const formulaire = document.querySelector<HTMLFormElement>("[data-ilot=recherche]");
    if (!formulaire) return;
    const demander = derniereRequete();
    const chercher = apresSilence(150, async () => {
        const criteres = new URLSearchParams();
        for (const [nom, valeur] of new FormData(formulaire))
            if (typeof valeur === "string" && valeur) criteres.set(nom, valeur);
        const adresse = `/etablissements?${criteres}`;
        const html = await demander(adresse, { headers: { Accept: "text/html" } });
        if (html === null) return;
        remplacer(new DOMParser().parseFromString(html, "text/html"), "trouvailles");
        history.replaceState(null, "", adresse);
        carte();
    });
    formulaire.addEventListener("input", chercher);
}
