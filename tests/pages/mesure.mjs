// What a page measures of itself: run in the browser, so it names nothing of this file.
export function mesurer() {
    const depasse = document.documentElement.scrollWidth > document.documentElement.clientWidth;
    const decales = [];
    for (const table of document.querySelectorAll("main table")) {
        for (const cellule of table.querySelectorAll("td.nombre")) {
            if (!cellule.textContent.trim() || cellule.offsetParent === null) continue;
            const texte = document.createRange();
            texte.selectNodeContents(cellule);
            const bord = cellule.getBoundingClientRect().right - parseFloat(getComputedStyle(cellule).paddingRight);
            if (Math.abs(texte.getBoundingClientRect().right - bord) > 1.5) decales.push(cellule.textContent.trim());
        }
    }
    return { depasse, decales };
}
