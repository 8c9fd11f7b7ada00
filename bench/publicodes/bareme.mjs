// The flats of NA-2024 as Publicodes rules, one set of rules an establishment: the same figures that
// `check` gives (rank, usage, equipement, total a line, and the sums), without findings or trace.
export function regles(nombre) {
  const regles = {
    'e0 . rang acquisition': 0,
    'e0 . rang version': 0,
  };
  const sommes = { usage: [], equipement: [] };
  for (let i = 1; i <= nombre; i++) {
    const e = `e${i}`, avant = `e${i - 1}`;
    regles[e] = null;
    regles[`${e} . acquisition`] = { 'par défaut': 'oui' };
    regles[`${e} . rang acquisition`] = {
      variations: [
        { si: `${e} . acquisition`, alors: `${avant} . rang acquisition + 1` },
        { sinon: `${avant} . rang acquisition` },
      ],
    };
    regles[`${e} . rang version`] = {
      variations: [
        { si: `${e} . acquisition`, alors: `${avant} . rang version` },
        { sinon: `${avant} . rang version + 1` },
      ],
    };
    regles[`${e} . usage`] = {
      variations: [
        { si: { 'toutes ces conditions': [`${e} . acquisition`, `${e} . rang acquisition <= 49`] }, alors: 7000 },
        { si: { 'toutes ces conditions': [`${e} . acquisition`, `${e} . rang acquisition > 49`] }, alors: 2000 },
        { si: `${e} . rang version <= 49`, alors: 5000 },
        { sinon: 2000 },
      ],
    };
    regles[`${e} . equipement`] = {
      variations: [
        { si: `${e} . acquisition = non`, alors: 0 },
        { si: `${e} . rang acquisition <= 49`, alors: 14000 },
        { sinon: 3000 },
      ],
    };
    regles[`${e} . total`] = `${e} . usage + ${e} . equipement`;
    sommes.usage.push(`${e} . usage`);
    sommes.equipement.push(`${e} . equipement`);
  }
  regles['e0'] = null;
  regles['usage'] = { somme: sommes.usage };
  regles['equipement'] = { somme: sommes.equipement };
  regles['total'] = 'usage + equipement';
  return regles;
}
