// The PDF is made, received as one that somebody sends, put in its place, then named.
#include "dui/demonstration/papiers.hpp"

#include "core/ensure.hpp"
#include "core/integer.hpp"
#include "dui/demonstration/lignes.hpp"
#include "dui/document/depot.hpp"
#include "exportation/document_pdf.hpp"

namespace grappe::demonstration {
namespace {

// secteur;rang;type;titre;jour;valable;texte
std::optional<Papier> papier_de(const std::vector<std::string_view>& champs) {
    if (champs.size() != 7) return std::nullopt;
    const auto rang = core::integer<int>(champs[1]), jour = core::integer<int>(champs[4]);
    const auto valable = core::integer<int>(champs[5]);
    if (!rang || !jour || (!champs[5].empty() && !valable)) return std::nullopt;
    return Papier{.secteur = std::string{champs[0]},
                  .rang = static_cast<std::size_t>(*rang),
                  .type = std::string{champs[2]},
                  .titre = std::string{champs[3]},
                  .jour = *jour,
                  .jours_valable = valable ? std::optional<int>{*valable} : std::nullopt,
                  .texte = std::string{champs[6]}};
}

std::string pdf_de(const Vie& vie, const Papier& papier) {
    exportation::DocumentPdf pdf{{.titre = papier.titre,
                                  .pied = "Document fictif",
                                  .cree_le = vie.ici.maintenant.seconde()}};
    pdf.titre(papier.titre);
    pdf.paragraphe(papier.texte);
    return std::move(pdf).octets();
}

core::Result<void> deposer(const Vie& vie, const document::Redacteur& redacteur,
                           const document::Coffret& coffret, const Papier& papier) {
    const auto& personne = vie.ici.personnes[papier.rang];
    auto lu = document::recevoir(coffret, papier.titre + ".pdf", pdf_de(vie, papier));
    if (!lu) return lu.error();
    auto recu = std::move(lu).value();
    recu.document.fiche = {
        .type = papier.type, .titre = papier.titre, .date = vie.ici.au.plus_days(papier.jour)};
    if (papier.jours_valable)
        recu.document.fiche.valable_jusqu_au = vie.ici.au.plus_days(*papier.jours_valable);
    document::ranger(coffret, recu);
    const auto depose =
        document::deposer(vie.db, redacteur,
                          {.id = id_fictif(vie, "document " + personne + " " + papier.titre),
                           .finess_et = vie.ici.finess_et,
                           .personne = personne,
                           .document = recu.document});
    if (!depose) return depose.error();
    core::ensure(depose->fautes.empty(), "a document of the demonstration is sound");
    return {};
}

}  // namespace

core::Result<std::vector<Papier>> lire_les_papiers(const std::filesystem::path& fichier) {
    return lire_les_lignes<Papier>(fichier, papier_de);
}

core::Result<std::int64_t> classer(const Vie& vie, const std::vector<Papier>& papiers,
                                   const Armoire& armoire) {
    std::int64_t deposes = 0;
    for (const auto& papier : papiers) {
        const auto* type = armoire.types.trouver(papier.type);
        core::ensure(type != nullptr, "a document of the demonstration has a known type");
        const auto* qui = vie.qui_ecrit(type->donnees);
        if (papier.secteur != vie.secteur() || qui == nullptr ||
            papier.rang >= vie.ici.personnes.size())
            continue;
        const document::Redacteur redacteur{*qui, vie.ici.maintenant, armoire.types, chacun};
        if (const auto fait = deposer(vie, redacteur, armoire.coffret, papier); !fait)
            return fait.error();
        ++deposes;
    }
    return deposes;
}

}  // namespace grappe::demonstration
