// What scripts say: the sentences of locale/fr.txt whose code begins with "script.".
import phrases from "../../locale/fr.txt";

/** The sentence `script.CODE`, each {nom} replaced; the build refuses a code that has none. */
export function dire(code: string, faits: Record<string, string | number> = {}): string {
    const phrase = phrases[`script.${code}`] ?? code;
    return phrase.replace(/\{(\w+)\}/g, (tel, nom: string) => String(faits[nom] ?? tel));
}
