// The form of a dossier: what is typed is saved a moment later, and the page says in words where it
// stands. Where somebody else was faster, the server merges; what both changed is asked.
import { dire } from "./mots";
import { apresSilence } from "./outils";
import { brancherLesActes, type Relais } from "./simulateur";

const silence = 900;
const reprises = [5, 10, 20, 40];  // seconds before each new try

export function saisie(): void {
    const formulaire = document.querySelector<HTMLFormElement>("form[data-ilot=saisie]");
    if (formulaire?.querySelector("#etat-enregistrement")) new Enregistreur(formulaire);
}

class Enregistreur implements Relais {
    private aEnregistrer = false;
    private enCours = false;
    private essais = 0;
    private minuterie = 0;
    private arrete = false;
    private envoyes: Etats = new Map();  // as they were when last sent

    constructor(private formulaire: HTMLFormElement) {
        brancherLesActes(formulaire, this);
        window.addEventListener("online", () => void this.enregistrer());
        window.addEventListener("focus", () => this.essais > 0 && void this.enregistrer());
        window.addEventListener("beforeunload", (depart) => {
            if (this.aEnregistrer || this.enCours) depart.preventDefault();
        });
    }

    /** The form was replaced by the one of an answer. */
    remplacer(nouveau: HTMLFormElement): void {
        this.formulaire = nouveau;
        this.aEnregistrer = false;
        this.essais = 0;
    }

    avantUnActe(): void {
        window.clearTimeout(this.minuterie);
    }

    apresUnEnvoi(): void {
        this.aEnregistrer = false;
        this.arrete = true;
    }

    private readonly plusTard = apresSilence(silence, () => void this.enregistrer());

    change(): void {
        if (this.arrete) return;
        this.aEnregistrer = true;
        this.dire(dire("saisie.modifie"), "attente");
        this.plusTard();
    }

    private async enregistrer(): Promise<void> {
        window.clearTimeout(this.minuterie);
        if (this.enCours || this.arrete || !this.aEnregistrer) return;
        this.enCours = true;
        this.aEnregistrer = false;
        this.dire(dire("saisie.en_cours"), "attente");
        const envoye = this.formulaire;
        const donnees = new FormData(envoye);
        for (const nom of ["fichier", "liste"]) donnees.delete(nom);
        // The guard reads the token here: it need not read the form too.
        const headers = { "X-CSRF-Token": String(donnees.get("csrf") ?? "") };
        this.envoyes = etatsDe(envoye);
        let reponse: Response | null = null;
        let html: string | undefined;
        try {
            reponse = await fetch(envoye.dataset.suivi!, { method: "POST", body: donnees, headers });
            if (reponse.ok) html = await reponse.text();
        } catch {
            reponse = null;  // the network is gone: said below
        }
        this.enCours = false;
        if (this.formulaire !== envoye) return;  // an act has brought a later form meanwhile
        if (html !== undefined) return this.recevoir(html);
        this.aEnregistrer = true;
        await this.echec(reponse?.status ?? 0);
    }

    private async echec(statut: number): Promise<void> {
        if (statut === 403) return this.reprendreLeJeton();
        const attente = reprises[Math.min(this.essais++, reprises.length - 1)]!;
        const raison = statut === 401 ? dire("saisie.session_finie") : statut === 0 && !navigator.onLine
            ? dire("saisie.hors_ligne") : statut === 0 ? dire("saisie.sans_reponse")
            : statut === 507 ? dire("saisie.sans_place") : dire("saisie.reponse", { statut });
        if (statut === 401) this.direAvecLien(dire("saisie.echec", { raison }) + " ", dire("saisie.se_connecter"));
        else this.dire(dire("saisie.echec_reprise", { raison, attente }), "echec");
        this.annoncer(dire("saisie.echec_annonce", { raison }));
        this.minuterie = window.setTimeout(() => void this.enregistrer(), attente * 1000);
    }

    /** Signed in again in another tab: this page takes the token of that session. */
    private async reprendreLeJeton(): Promise<void> {
        const reponse = await fetch(this.formulaire.getAttribute("action")!, { headers: { Accept: "text/html" } }).catch(() => null);
        const page = reponse?.ok ? new DOMParser().parseFromString(await reponse.text(), "text/html") : null;
        const jeton = page?.querySelector<HTMLInputElement>("#simulateur input[name=csrf]");
        if (!jeton) return void this.dire(dire("saisie.sans_acces"), "echec");
        this.formulaire.querySelector<HTMLInputElement>("input[name=csrf]")!.value = jeton.value;
        void this.enregistrer();
    }

    private recevoir(html: string): void {
        const suivi = new DOMParser().parseFromString(html, "text/html").querySelector<HTMLElement>("#suivi");
        if (!suivi) return;
        const mots = suivi.querySelector("[data-mots]")?.textContent ?? "";
        if (this.essais > 0) this.annoncer(mots);
        this.essais = 0;
        if (suivi.dataset.etat === "conflit") return this.conflit(mots);
        if (suivi.dataset.etat === "fusionne") return void this.recharger(suivi);
        if (suivi.dataset.etat === "enregistre")
            this.formulaire.querySelector<HTMLInputElement>("input[name=version]")!.value = suivi.dataset.version!;
        if (!this.aEnregistrer) this.dire(mots, "enregistre");
        this.montrer(suivi);
        if (this.aEnregistrer) this.plusTard();
    }

    private montrer(suivi: HTMLElement): void {
        const apercu = this.formulaire.querySelector("#apercu");
        const nouveau = suivi.querySelector("[data-apercu]");
        if (apercu && nouveau) apercu.replaceChildren(...[...nouveau.childNodes].map((n) => document.importNode(n, true)));
        this.montrerLesFautes(suivi);
        for (const bloc of this.formulaire.querySelectorAll<HTMLElement>("details.bloc")) direLEtatDuBloc(bloc);
        const franchis = [...suivi.querySelectorAll("[data-franchis] li")].map((li) => li.textContent ?? "");
        if (franchis.length === 0) return;
        const place = this.formulaire.querySelector("#franchis")!;
        place.replaceChildren(...franchis.map((phrase) => paragraphe(phrase, "franchi")));
        this.annoncer(franchis.join(" "));
    }

    /** The fault of a field stands beside it; a field that was mended loses its own. */
    private montrerLesFautes(suivi: HTMLElement): void {
        const dites = new Map([...suivi.querySelectorAll<HTMLElement>("[data-fautes] li")]
            .map((li) => [li.dataset.champ!, li.textContent ?? ""]));
        for (const ancienne of this.formulaire.querySelectorAll<HTMLElement>("[data-faute-de]")) retirerLaFaute(ancienne);
        for (const [id, phrase] of dites) poserLaFaute(this.formulaire, id, phrase);
    }

    private conflit(mots: string): void {
        this.arrete = true;
        this.aEnregistrer = true;
        const bouton = document.createElement("button");
        bouton.className = "fr-link";
        bouton.type = "submit";
        bouton.name = "action";
        bouton.value = "enregistrer";
        bouton.textContent = dire("saisie.choisir");
        const place = this.place();
        place.dataset.etat = "echec";
        place.replaceChildren(mots + " ", bouton);
        this.annoncer(mots);
    }

    /** Somebody else wrote too: the form comes back with both and with what was typed since, the
     *  cursor stays where it is. Saving the old form again would be a conflict with oneself. */
    private async recharger(suivi: HTMLElement): Promise<void> {
        const ancien = this.formulaire;
        this.enCours = true;
        const html = await fetch(ancien.getAttribute("action")!, { headers: { Accept: "text/html" } })
            .then((reponse) => reponse.ok ? reponse.text() : null).catch(() => null);
        this.enCours = false;
        if (this.formulaire !== ancien) return;
        const nouveau = html && new DOMParser().parseFromString(html, "text/html").querySelector<HTMLFormElement>("#simulateur");
        if (!nouveau) return this.plusTard();
        const place = document.importNode(nouveau, true);
        if (!retaper(this.envoyes, place)) return this.plusTard();
        const aEnregistrer = this.aEnregistrer;
        const rendre = curseur();
        const ouverts = [...ancien.querySelectorAll<HTMLDetailsElement>("details[open][id]")].map((d) => d.id);
        ancien.replaceWith(place);
        for (const id of ouverts) place.querySelector<HTMLDetailsElement>(`#${CSS.escape(id)}`)?.setAttribute("open", "");
        this.remplacer(place);
        brancherLesActes(place, this);
        rendre();
        if (aEnregistrer) this.change();
        const mots = suivi.querySelector("[data-ailleurs]")?.textContent ?? "";
        place.querySelector("#franchis")?.replaceChildren(paragraphe(mots, "franchi"));
        this.annoncer(mots);
    }

    private place(): HTMLElement {
        return this.formulaire.querySelector<HTMLElement>("#etat-enregistrement")!;
    }

    private dire(mots: string, etat: string): void {
        const place = this.place();
        place.textContent = mots;
        place.dataset.etat = etat;
    }

    private direAvecLien(mots: string, libelle: string): void {
        const lien = document.createElement("a");
        lien.href = "/connexion";
        lien.target = "_blank";
        lien.rel = "noopener";
        lien.textContent = libelle;
        const place = this.place();
        place.dataset.etat = "echec";
        place.replaceChildren(mots, lien);
    }

    /** Only what changes the course is spoken: a fault, its end, a threshold. */
    private annoncer(mots: string): void {
        const annonce = this.formulaire.querySelector("#annonce");
        if (annonce && annonce.textContent !== mots) annonce.textContent = mots;
    }
}

type Controle = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
type Etats = Map<Controle, { cle: string; etat: string }>;

const etatDe = (controle: Controle): string =>
    controle instanceof HTMLInputElement && /^(checkbox|radio)$/.test(controle.type) ? String(controle.checked) : controle.value;

/** Each control by what it says, not by its place: a line is known by its FINESS number. */
function etatsDe(formulaire: HTMLFormElement): Etats {
    const etats: Etats = new Map();
    const controles = [...formulaire.elements].filter((element): element is Controle =>
        element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement);
    const lignes = new Map(controles.filter((un) => un.name.endsWith(".finess_et"))
        .map((un) => [un.name.slice(0, -"finess_et".length), un.value]));
    for (const controle of controles) {
        if (!controle.name || /^(csrf|version|detail|fichier)$/.test(controle.name)) continue;
        const ligne = controle.name.slice(0, controle.name.indexOf("].") + 2);
        const nom = lignes.has(ligne) ? `${lignes.get(ligne)}/${controle.name.slice(ligne.length)}` : controle.name;
        const choix = /^(checkbox|radio)$/.test(controle.type) ? `=${controle.value}` : "";
        etats.set(controle, { cle: nom + choix, etat: etatDe(controle) });
    }
    return etats;
}

/** Types into another form what changed since it was sent; false: it has no place for all of it. */
function retaper(envoyes: Etats, autre: HTMLFormElement): boolean {
    const places = new Map<string, Controle | null>();
    // Two lines of one number: nobody knows which.
    for (const [controle, { cle }] of etatsDe(autre)) places.set(cle, places.has(cle) ? null : controle);
    for (const [controle, { cle, etat }] of envoyes) {
        const maintenant = etatDe(controle);
        if (maintenant === etat && controle.name !== "liste") continue;
        const place = places.get(cle);
        if (!place) return false;
        if (place instanceof HTMLInputElement && /^(checkbox|radio)$/.test(place.type)) place.checked = maintenant === "true";
        else place.value = maintenant;
    }
    return true;
}

/** Where the cursor is, and how to bring it back to the same place of another form. */
function curseur(): () => void {
    const actif = document.activeElement;
    const debut = actif instanceof HTMLInputElement || actif instanceof HTMLTextAreaElement ? actif.selectionStart : null;
    const fin = debut === null ? null : (actif as HTMLInputElement).selectionEnd;
    return () => {
        const place = actif?.id ? document.getElementById(actif.id) : null;
        place?.focus({ preventScroll: true });
        if (debut !== null && (place instanceof HTMLInputElement || place instanceof HTMLTextAreaElement)) place.setSelectionRange(debut, fin);
    };
}

function paragraphe(mots: string, classe: string): HTMLParagraphElement {
    const p = document.createElement("p");
    p.className = classe;
    p.textContent = mots;
    return p;
}

function poserLaFaute(formulaire: HTMLFormElement, id: string, phrase: string): void {
    const champ = formulaire.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    const groupe = champ?.closest<HTMLElement>(".fr-input-group, .fr-select-group, td, th > div");
    if (!champ || !groupe || groupe.querySelector(".fr-error-text")) return;
    // While one still types in a field, nobody says that it is wrong.
    if (champ === document.activeElement) return;
    const faute = paragraphe(phrase, "fr-error-text");
    faute.id = `${id}-erreur`;
    faute.dataset.fauteDe = id;
    groupe.append(faute);
    champ.setAttribute("aria-invalid", "true");
    champ.setAttribute("aria-describedby", faute.id);
}

/** As the server says it when it draws the form: what is wrong, else what is unknown, else nothing. */
function direLEtatDuBloc(bloc: HTMLElement): void {
    const badge = bloc.querySelector<HTMLElement>("summary .etat");
    const champs = [...bloc.querySelectorAll<Controle>("input[name], select[name], textarea[name]")];
    if (!badge || champs.length === 0) return;
    const fautifs = bloc.querySelectorAll(".fr-error-text").length;
    const vides = champs.filter((champ) => champ.value === "").length;
    const etat = fautifs > 0 ? "bloque" : vides > 0 ? "manque" : "ouvert";
    badge.className = `etat etat--${etat}`;
    badge.textContent = fautifs > 0 ? dire("bloc.a_corriger", { nombre: fautifs })
        : vides === 0 ? dire("bloc.complet")
        : vides === 1 ? dire("bloc.inconnu") : dire("bloc.inconnus", { nombre: vides });
}

function retirerLaFaute(faute: HTMLElement): void {
    const champ = document.getElementById(faute.dataset.fauteDe!);
    champ?.removeAttribute("aria-invalid");
    champ?.removeAttribute("aria-describedby");
    faute.remove();
}
