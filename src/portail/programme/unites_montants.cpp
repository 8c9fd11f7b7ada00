// Readers of the amounts: tiers, ceilings, specific aid, payments, envelope.
#include "portail/programme/unites.hpp"

namespace grappe::programme {
namespace {

rules::Source source_de(Champs& ligne, std::string_view cle, Champs& table) {
    if (ligne.facultatif(cle) != nullptr) return ligne.source(cle);
    if (ligne.facultatif("source") != nullptr) return ligne.source("source");
    return table.source("source");
}

// `forfait`: a flat that the text does not split, all equipment. Else `usage` and `equipement`.
Palier palier(Champs& ligne, Champs& table, std::string chemin) {
    Palier lu{.jusqu_au_rang = std::nullopt,
              .usage = {},
              .equipement = {},
              .source_usage = source_de(ligne, "source_usage", table),
              .source_equipement = source_de(ligne, "source_equipement", table),
              .chemin = std::move(chemin)};
    if (ligne.facultatif("jusqu_au") != nullptr) lu.jusqu_au_rang = ligne.entier("jusqu_au");
    if (ligne.facultatif("forfait") != nullptr) {
        lu.equipement = ligne.montant("forfait");
    } else {
        lu.usage = ligne.montant("usage");
        lu.equipement = ligne.montant("equipement");
    }
    ligne.finir();
    return lu;
}

void verifier_paliers(Champs& champs, const std::vector<Palier>& paliers) {
    if (paliers.empty()) champs.refuser("paliers", "paliers_vides", {});
    int precedent = 0;
    for (std::size_t i = 0; i < paliers.size(); ++i) {
        const auto& borne = paliers[i].jusqu_au_rang;
        const bool dernier = i + 1 == paliers.size();
        if (borne.has_value() == dernier)
            champs.refuser("paliers", dernier ? "palier_dernier" : "palier_sans_fin",
                           {{"rang", static_cast<std::int64_t>(i + 1)}});
        if (borne && *borne <= precedent)
            champs.refuser("paliers", "paliers_desordre",
                           {{"rang", static_cast<std::int64_t>(i + 1)},
                            {"borne", std::int64_t{*borne}},
                            {"precedente", std::int64_t{precedent}}});
        if (borne) precedent = *borne;
    }
}

Bareme bareme(Champs& champs, const std::string& chemin) {
    Bareme lu;
    int numero = 0;
    for (auto& ligne : champs.lignes("paliers"))
        lu.paliers.push_back(palier(ligne, champs, chemin + '.' + std::to_string(++numero)));
    verifier_paliers(champs, lu.paliers);
    const bool en_nombre = champs.facultatif("plafond_essms") != nullptr;
    const bool en_euros = champs.facultatif("plafond") != nullptr;
    if (en_nombre) lu.plafond_essms = champs.entier("plafond_essms");
    if (en_euros) lu.plafond = champs.montant("plafond");
    if (en_nombre || en_euros) lu.source_plafond = champs.source("source_plafond");
    return lu;
}

ModeAide mode(Champs& champs) { return champs.choix<ModeAide>("mode").value_or(ModeAide::maximum); }

}  // namespace

void lire_acquisition(Champs& champs, Ecriture& ecriture) {
    ecriture.appel.acquisition = lire_valeur<Bareme>(
        champs, ecriture, [&] { return bareme(champs, ecriture.unite.chemin); });
}

void lire_montee_de_version(Champs& champs, Ecriture& ecriture) {
    ecriture.appel.montee_de_version = lire_valeur<Bareme>(
        champs, ecriture, [&] { return bareme(champs, ecriture.unite.chemin); });
}

void lire_plafond_essms(Champs& champs, Ecriture& ecriture) {
    ecriture.appel.plafond_essms_projet =
        lire_valeur<int>(champs, ecriture, [&] { return champs.entier("valeur"); });
}

void lire_plafond_forfaits(Champs& champs, Ecriture& ecriture) {
    ecriture.appel.plafond_forfaits_projet =
        lire_valeur<core::Money>(champs, ecriture, [&] { return champs.montant("valeur"); });
}

void lire_plafond_specifique(Champs& champs, Ecriture& ecriture) {
    ecriture.appel.plafond_specifique =
        lire_valeur<core::Rate>(champs, ecriture, [&] { return champs.part("valeur"); });
}

void lire_materiel(Champs& champs, Ecriture& ecriture) {
    ecriture.appel.materiel = lire_valeur<AideMateriel>(champs, ecriture, [&] {
        return AideMateriel{.mode = mode(champs), .par_essms = champs.montant("par_essms")};
    });
}

void lire_amoa(Champs& champs, Ecriture& ecriture) {
    ecriture.appel.amoa = lire_valeur<AideAmoa>(champs, ecriture, [&] {
        return AideAmoa{.mode = mode(champs), .par_projet = champs.montant("par_projet")};
    });
}

void lire_petit_organisme(Champs& champs, Ecriture& ecriture) {
    ecriture.appel.petit_organisme = lire_valeur<SeuilPetitOrganisme>(champs, ecriture, [&] {
        SeuilPetitOrganisme seuil{.metropole = champs.entier("metropole"),
                                  .corse_outre_mer = std::nullopt};
        if (champs.facultatif("corse_outre_mer") != nullptr)
            seuil.corse_outre_mer = champs.entier("corse_outre_mer");
        return seuil;
    });
}

void lire_categories_saad(Champs& champs, Ecriture& ecriture) {
    ecriture.appel.categories_saad = lire_valeur<std::vector<std::string>>(
        champs, ecriture, [&] { return champs.textes("valeur"); });
}

void lire_part_avance(Champs& champs, Ecriture& ecriture) {
    ecriture.appel.part_avance =
        lire_valeur<core::Rate>(champs, ecriture, [&] { return champs.part("valeur"); });
}

void lire_enveloppe(Champs& champs, Ecriture& ecriture) {
    ecriture.appel.enveloppe =
        lire_valeur<core::Money>(champs, ecriture, [&] { return champs.montant("valeur"); });
}

}  // namespace grappe::programme
