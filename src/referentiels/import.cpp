// The import: read the file, compare with the register, write the difference.
#include "referentiels/import.hpp"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <string_view>
#include <unordered_map>

namespace grappe::referentiels {
namespace {

struct Ligne {
    std::int64_t numero;
    Etablissement etablissement;
};

// A whole file, typed: a deque, because a vector would double its memory while it grows.
struct Contenu {
    std::deque<Ligne> lignes;
    std::unordered_map<std::string_view, Ligne*> par_numero;
    ComptesImport comptes;
};

// What separates the register in place from the one just read.
struct Ecart {
    std::vector<const Etablissement*> nouveaux, modifies;
    std::vector<std::string> disparus;
    std::int64_t ouverts_avant = 0;

    bool vide() const { return nouveaux.empty() && modifies.empty() && disparus.empty(); }
};

constexpr std::string_view lieux_de_vie = "462";  // sometimes a private home

void signaler(const std::function<void(const Remarque&)>& ecoute, const Remarque& remarque) {
    if (ecoute) ecoute(remarque);
}

class Reception {
public:
    Reception(Contenu& contenu, const DemandeImport& demande)
        : contenu_{contenu}, demande_{demande} {}

    void etablissement(std::int64_t numero, const Etablissement& lu) {
        ++contenu_.comptes.lus;
        const auto deja = contenu_.par_numero.find(lu.finess_et.text());
        if (deja != contenu_.par_numero.end()) return doublon(numero, *deja->second);
        auto& ligne = contenu_.lignes.emplace_back(Ligne{numero, lu});
        auto& garde = ligne.etablissement;
        if (garde.categorie == lieux_de_vie) {
            garde.adresse.clear();
            garde.code_postal.clear();
            garde.latitude_e6.reset();
            garde.longitude_e6.reset();
        }
        contenu_.par_numero.emplace(garde.finess_et.text(), &ligne);
        juger_categorie(numero, garde);
    }

    void coordonnees(std::string_view finess_et, Coordonnees point) {
        const auto ligne = contenu_.par_numero.find(finess_et);
        if (ligne == contenu_.par_numero.end()) return;
        auto& etablissement = ligne->second->etablissement;
        if (etablissement.categorie == lieux_de_vie) return;
        etablissement.latitude_e6 = point.latitude_e6;
        etablissement.longitude_e6 = point.longitude_e6;
    }

    void rejet(const Remarque& remarque) {
        ++contenu_.comptes.rejetes;
        signaler(demande_.rejet, remarque);
    }

    void avertissement(const Remarque& remarque) {
        ++contenu_.comptes.avertissements;
        signaler(demande_.avertissement, remarque);
    }

private:
    void doublon(std::int64_t numero, const Ligne& premiere) {
        ++contenu_.comptes.doublons;
        signaler(demande_.rejet, {.ligne = numero,
                                  .code = "registre.doublon",
                                  .detail = premiere.etablissement.finess_et.text() + ", ligne " +
                                            std::to_string(premiere.numero),
                                  .texte = ""});
    }

    void juger_categorie(std::int64_t numero, const Etablissement& e) {
        if (!demande_.categories) return;
        const auto* categorie = demande_.categories->find(e.categorie);
        const auto avertir = [&](std::string_view code, const std::string& precision) {
            avertissement({numero, code, e.finess_et.text() + ", " + precision, {}});
        };
        if (!categorie) return avertir("registre.categorie_inconnue", "catégorie " + e.categorie);
        if (!categorie->fermee_le) return;
        auto precision = "catégorie " + e.categorie;
        if (!categorie->recodee_en.empty()) precision += ", recodée en " + categorie->recodee_en;
        avertir("registre.categorie_fermee", precision);
    }

    Contenu& contenu_;
    const DemandeImport& demande_;
};

core::Result<EnTeteFiness> lire(Contenu& contenu, const Territoires& territoires,
                                const DemandeImport& demande) {
    Reception reception{contenu, demande};
    std::error_code sans_taille;
    const auto total = std::filesystem::file_size(demande.fichier, sans_taille);
    const Destination destination{
        .etablissement = [&](auto ligne, const auto& e) { reception.etablissement(ligne, e); },
        .coordonnees = [&](auto, auto numero, auto p) { reception.coordonnees(numero, p); },
        .rejet = [&](const auto& r) { reception.rejet(r); },
        .avertissement = [&](const auto& r) { reception.avertissement(r); },
        .progres =
            [&](std::uint64_t lus) {
                if (demande.progres) demande.progres(lus, sans_taille ? lus : total);
            },
    };
    return lire_finess(demande.fichier, territoires, destination);
}

core::Result<core::Date> date_du_registre(const EnTeteFiness& en_tete,
                                          const DemandeImport& demande) {
    if (demande.date) return *demande.date;
    if (en_tete.date) return *en_tete.date;
    if (demande.date_a_defaut) return *demande.date_a_defaut;
    return core::refuse(core::Reason::invalid, "registre.date_inconnue", demande.fichier);
}

Ecart comparer(storage::Reader& db, const Contenu& contenu) {
    Ecart ecart;
    std::unordered_map<std::string_view, const Etablissement*> restants;
    restants.reserve(contenu.lignes.size());
    for (const auto& [numero, ligne] : contenu.par_numero)
        restants.emplace(numero, &ligne->etablissement);
    chaque_etablissement(db, [&](const Etablissement& en_place) {
        if (!en_place.ferme_le) ++ecart.ouverts_avant;
        const auto lu = restants.find(en_place.finess_et.text());
        if (lu == restants.end()) {
            if (!en_place.ferme_le) ecart.disparus.push_back(en_place.finess_et.text());
            return;
        }
        if (*lu->second != en_place) ecart.modifies.push_back(lu->second);
        restants.erase(lu);
    });
    ecart.nouveaux.reserve(restants.size());
    for (const auto& [numero, etablissement] : restants) ecart.nouveaux.push_back(etablissement);
    // In the order of the key: the engine then appends instead of inserting everywhere.
    const auto par_numero = [](const auto* a, const auto* b) {
        return a->finess_et < b->finess_et;
    };
    std::sort(ecart.nouveaux.begin(), ecart.nouveaux.end(), par_numero);
    std::sort(ecart.modifies.begin(), ecart.modifies.end(), par_numero);
    std::sort(ecart.disparus.begin(), ecart.disparus.end());
    return ecart;
}

core::Result<void> controler(const std::optional<ImportRegistre>& dernier, core::Date date,
                             const Ecart& ecart) {
    if (dernier && date < dernier->date)
        return core::refuse(core::Reason::conflict, "registre.plus_ancien",
                            date.text() + " < " + dernier->date.text());
    constexpr std::int64_t tolerees = 1'000;
    const auto fermetures = static_cast<std::int64_t>(ecart.disparus.size());
    if (fermetures > tolerees && fermetures * 5 > ecart.ouverts_avant)
        return core::refuse(
            core::Reason::conflict, "registre.fermetures_massives",
            std::to_string(fermetures) + " / " + std::to_string(ecart.ouverts_avant));
    return {};
}

void ecrire(storage::Writer& db, const ImportRegistre& import, const Ecart& ecart) {
    ajouter_import(db, import);
    inserer(db, ecart.nouveaux);
    for (const auto* etablissement : ecart.modifies) remplacer(db, *etablissement, import.numero);
    for (const auto& numero : ecart.disparus) fermer(db, numero, import);
}

// One attempt, inside its transaction; it may be repeated after a conflict.
core::Result<BilanImport> mettre_a_jour(storage::Writer& db, const Contenu& contenu,
                                        ImportRegistre import, Controle controle) {
    const auto dernier = dernier_import(db);
    const auto ecart = comparer(db, contenu);
    if (controle == Controle::strict)
        if (const auto sur = controler(dernier, import.date, ecart); !sur) return sur.error();
    import.numero = dernier ? dernier->numero + 1 : 1;
    import.comptes.nouveaux = static_cast<std::int64_t>(ecart.nouveaux.size());
    import.comptes.modifies = static_cast<std::int64_t>(ecart.modifies.size());
    import.comptes.fermes = static_cast<std::int64_t>(ecart.disparus.size());
    if (dernier && dernier->date == import.date && ecart.vide())
        return BilanImport{.import = *dernier, .inchange = true};
    ecrire(db, import, ecart);
    return BilanImport{.import = std::move(import), .inchange = false};
}

}  // namespace

core::Result<BilanImport> importer(storage::Base& base, const Territoires& territoires,
                                   const DemandeImport& demande) {
    Contenu contenu;
    const auto en_tete = lire(contenu, territoires, demande);
    if (!en_tete) return en_tete.error();
    if (contenu.lignes.empty())
        return core::refuse(core::Reason::invalid, "registre.vide", demande.fichier);
    const auto date = date_du_registre(*en_tete, demande);
    if (!date) return date.error();
    const ImportRegistre import{
        .numero = 0,
        .date = *date,
        .format = en_tete->format,
        .fichier = std::filesystem::path{demande.fichier}.filename().string(),
        .importe_le = demande.maintenant,
        .comptes = contenu.comptes};
    auto ecrit = base.write(
        [&](storage::Writer& db) { return mettre_a_jour(db, contenu, import, demande.controle); });
    if (!ecrit) return ecrit.error();
    auto bilan = std::move(ecrit).value();
    bilan.date_connue = demande.date || en_tete->date;
    return bilan;
}

}  // namespace grappe::referentiels
