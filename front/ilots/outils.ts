// What several islands need.

/** Calls `faire` once nothing has asked for `delai` milliseconds. */
export function apresSilence(delai: number, faire: () => void): () => void {
    let minuterie = 0;
    return () => {
        window.clearTimeout(minuterie);
        minuterie = window.setTimeout(faire, delai);
    };
}

/** The latest request wins: an earlier one still on its way is given up. */
export function derniereRequete(): (adresse: string, envoi?: RequestInit) => Promise<string | null> {
    let enCours: AbortController | null = null;
    return async (adresse, envoi = {}) => {
        enCours?.abort();
        const moi = new AbortController();
        enCours = moi;
        try {
            const reponse = await fetch(adresse, { ...envoi, signal: moi.signal });
            const texte = await reponse.text();
            return moi.signal.aborted || !reponse.ok ? null : texte;
        } catch {
            return null;
        }
    };
}

/** Puts the element of that id of another document in place of ours. */
export function remplacer(autre: Document, id: string): void {
    const nouveau = autre.getElementById(id);
    const ancien = document.getElementById(id);
    if (nouveau && ancien) ancien.replaceWith(document.importNode(nouveau, true));
}
