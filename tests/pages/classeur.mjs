// The smallest XLSX workbook that a spreadsheet would write: one sheet, its parts stored in a ZIP.

const entete = '<?xml version="1.0" encoding="UTF-8"?>';
const ouvert = "http://schemas.openxmlformats.org";
const principal = `${ouvert}/spreadsheetml/2006/main`;
const relations = `${ouvert}/package/2006/relationships`;
const documents = `${ouvert}/officeDocument/2006/relationships`;

const cellule = (valeur) => typeof valeur === "number"
    ? `<c><v>${valeur}</v></c>` : `<c t="inlineStr"><is><t>${valeur}</t></is></c>`;
const feuille = (rangees) => `${entete}<worksheet xmlns="${principal}"><sheetData>`
    + rangees.map((rangee) => `<row>${rangee.map(cellule).join("")}</row>`).join("") + "</sheetData></worksheet>";
const lien = (type, cible) => `${entete}<Relationships xmlns="${relations}">`
    + `<Relationship Id="r1" Type="${documents}/${type}" Target="${cible}"/></Relationships>`;

// The sum that ZIP asks for; Node 18 has none of its own.
function crc32(octets) {
    let somme = ~0;
    for (const octet of octets) {
        somme ^= octet;
        for (let bit = 0; bit < 8; bit++) somme = (somme >>> 1) ^ (0xedb88320 & -(somme & 1));
    }
    return ~somme >>> 0;
}

function empaqueter(parties) {
    const morceaux = [], sommaire = [];
    let position = 0;
    for (const [nom, texte] of parties) {
        const contenu = Buffer.from(texte), titre = Buffer.from(nom);
        const commun = Buffer.alloc(26);  // version, flags, method, time, date, sum, sizes, lengths
        commun.writeUInt16LE(20, 0);
        commun.writeUInt32LE(crc32(contenu), 10);
        commun.writeUInt32LE(contenu.length, 14);
        commun.writeUInt32LE(contenu.length, 18);
        commun.writeUInt16LE(titre.length, 22);
        const suite = Buffer.alloc(14);
        suite.writeUInt32LE(position, 10);
        sommaire.push(Buffer.from("PK\x01\x02\x14\x00"), commun, suite, titre);
        morceaux.push(Buffer.from("PK\x03\x04"), commun, titre, contenu);
        position += 30 + titre.length + contenu.length;
    }
    const fin = Buffer.alloc(18);
    fin.writeUInt16LE(parties.length, 4);
    fin.writeUInt16LE(parties.length, 6);
    fin.writeUInt32LE(Buffer.concat(sommaire).length, 8);
    fin.writeUInt32LE(position, 12);
    return Buffer.concat([...morceaux, ...sommaire, Buffer.from("PK\x05\x06"), fin]);
}

export const classeur = (rangees) => empaqueter([
    ["[Content_Types].xml", `${entete}<Types xmlns="${ouvert}/package/2006/content-types">`
        + '<Default Extension="xml" ContentType="application/xml"/></Types>'],
    ["_rels/.rels", lien("officeDocument", "xl/workbook.xml")],
    ["xl/workbook.xml", `${entete}<workbook xmlns="${principal}" xmlns:r="${documents}">`
        + '<sheets><sheet name="Feuil1" sheetId="1" r:id="r1"/></sheets></workbook>'],
    ["xl/_rels/workbook.xml.rels", lien("worksheet", "worksheets/sheet1.xml")],
    ["xl/worksheets/sheet1.xml", feuille(rangees)],
]);
