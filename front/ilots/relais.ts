// A shared device: big keys for the code, and what is being typed goes with the hand-over.
export function relais(): void {
    paves();
    const tenir = document.querySelector<HTMLFormElement>("form[data-passer-la-main]");
    const saisie = document.querySelector<HTMLFormElement>("form[data-brouillon]");
    if (!tenir || !saisie) return;
    tenir.addEventListener("submit", (depart) => {
        depart.preventDefault();
        saisie.action = tenir.action;
        saisie.noValidate = true;
        saisie.submit();
    });
}

function paves(): void {
    const formulaire = document.querySelector<HTMLFormElement>("form[data-ilot=relais]");
    const pave = formulaire?.querySelector<HTMLElement>("[data-pave]");
    const pin = formulaire?.querySelector<HTMLInputElement>("input[name=pin]");
    if (!formulaire || !pave || !pin) return;
    pave.hidden = false;
    const complet = (): void => {
        if (pin.value.length === pin.maxLength && formulaire.querySelector("input[name=compte]:checked"))
            formulaire.requestSubmit();
    };
    pin.addEventListener("input", complet);
    pave.addEventListener("click", (clic) => {
        const touche = (clic.target as HTMLElement).closest<HTMLElement>("[data-chiffre]");
        if (!touche) return;
        const chiffre = touche.dataset.chiffre ?? "";
        pin.value = chiffre === "" ? "" : (pin.value + chiffre).slice(0, pin.maxLength);
        complet();
    });
}
