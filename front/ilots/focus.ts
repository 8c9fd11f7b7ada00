// After a refused form, the summary of its faults takes the focus; its links open what hides a field.

export function focus(): void {
    document.querySelector<HTMLElement>("[data-focus]")?.focus();
    for (const lien of document.querySelectorAll<HTMLAnchorElement>(".resume-fautes a"))
        lien.addEventListener("click", (clic) => {
            const champ = document.getElementById(lien.hash.slice(1));
            if (!champ) return;
            clic.preventDefault();
            const bloc = champ.closest("details");
            if (bloc) bloc.open = true;
            champ.focus();
        });
}
