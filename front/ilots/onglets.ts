// Tabs in one row: the current one is in sight when the page opens.
export function onglets(): void {
    for (const liste of document.querySelectorAll<HTMLElement>(".onglets ul")) {
        const courant = liste.querySelector<HTMLElement>("[aria-current]");
        if (!courant || liste.scrollWidth <= liste.clientWidth) continue;
        const milieu = courant.offsetLeft - liste.offsetLeft + courant.offsetWidth / 2;
        liste.scrollLeft = milieu - liste.clientWidth / 2;
    }
}
