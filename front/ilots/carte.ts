// A mark of the map and its line in the page light up together; a click on a mark goes to its line.

export function carte(): void {
    for (const repere of document.querySelectorAll<SVGCircleElement>(".carte__repere")) {
        const cle = repere.dataset.repere;
        const ligne = cle && document.querySelector<HTMLElement>(`:not(circle)[data-repere="${CSS.escape(cle)}"]`);
        if (!ligne) continue;
        const viser = (oui: boolean) => () => {
            for (const element of [repere, ligne]) element.classList.toggle("est-vise", oui);
        };
        for (const element of [repere, ligne]) {
            element.addEventListener("mouseenter", viser(true));
            element.addEventListener("mouseleave", viser(false));
        }
        repere.addEventListener("click", () => ligne.scrollIntoView({ block: "center" }));
    }
}
