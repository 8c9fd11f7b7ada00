// A scan checked, its code read, before anything is written about it.
#include "portail/reception/papier_recu.hpp"

#include <algorithm>

#include "core/texte.hpp"
#include "portail/reception/fichier_recu.hpp"
#include "portail/reception/reception_message.hpp"

namespace grappe::reception {
namespace {

using convention::Designe;
using pieces::Format;

constexpr std::array formats_d_un_papier{Format::pdf, Format::png, Format::jpg, Format::gif};

core::Result<Format> verifier(const Fichiers& fichiers, const ReceptionDeMessage* recu) {
    if (recu == nullptr || !recu->complete() || recu->joints().size() != 1)
        return core::refuse(core::Reason::invalid, "papier.formulaire");
    const auto& [nom, fichier] = recu->joints().front();
    auto format = verifier(fichiers, *fichier, nom);
    if (format && std::ranges::find(formats_d_un_papier, *format) == formats_d_un_papier.end())
        return core::refuse(core::Reason::rule_not_met, "papier.format");
    return format;
}

// The first word of a file that is the code of something that its reader may file a paper of: as it
// is printed. `voulu` before any other.
std::optional<std::string> code_reconnu(const garde::Visite& visite, std::string_view texte,
                                        const std::string& voulu) {
    return visite.base.read([&](storage::Reader& db) -> std::optional<std::string> {
        std::optional<std::string> premier;
        for (const auto& mot : convention::codes_possibles(texte)) {
            const auto designe = convention::acceder_par_le_code(
                db, demandeur(visite), mot, access::Permission::convention_preparer);
            if (!designe) continue;
            if (mot == voulu) return mot;
            if (!premier) premier = mot;
        }
        return premier;
    });
}

core::Result<Designe> permettre(const garde::Visite& visite, const convention::PapierVise& vise) {
    return visite.base.read([&](storage::Reader& db) {
        return convention::permettre_un_papier(db, demandeur(visite), vise);
    });
}

// Typed, as it is printed; empty: it was not typed.
core::Result<std::string> code_tape(const garde::Visite& visite, const ReceptionDeMessage& recu) {
    const auto tape = core::trimmed(recu.field("code"));
    if (tape.empty()) return std::string{};
    const auto designe = permettre(visite, {tape, recu.field("partie")});
    if (!designe) return designe.error();
    return visite.base.read([&](storage::Reader& db) { return convention::code_de(db, *designe); });
}

core::Result<pieces::CodeLu> code_du_papier(const garde::Visite& visite,
                                            const ReceptionDeMessage& recu, Format format) {
    const auto tape = code_tape(visite, recu);
    if (!tape) return tape.error();
    auto lu = pieces::lire_le_code(
        recu.joints().front().fichier->chemin(), format,
        [&](std::string_view texte) { return code_reconnu(visite, texte, *tape); });
    if (tape->empty())
        return lu ? core::Result<pieces::CodeLu>{*std::move(lu)}
                  : core::refuse(core::Reason::invalid, "papier.code_illisible");
    if (lu && lu->code != *tape)
        return core::refuse(core::Reason::conflict, "papier.autre_code", lu->code);
    return lu ? *std::move(lu) : pieces::CodeLu{*tape, pieces::Provenance::saisi};
}

}  // namespace

core::Result<convention::NouveauPapier> recevoir_le_papier(const Fichiers& fichiers,
                                                           const garde::Visite& visite) {
    const auto* recu = dynamic_cast<const ReceptionDeMessage*>(visite.requete.sink.get());
    const auto format = verifier(fichiers, recu);
    if (!format) return format.error();
    auto lu = code_du_papier(visite, *recu, *format);
    if (!lu) return lu.error();
    auto& fichier = *recu->joints().front().fichier;
    convention::NouveauPapier nouveau{
        .code = std::move(lu->code),
        .partie = std::string{recu->field("partie")},
        .provenance = lu->provenance,
        .fichier = {.format = *format,
                    .sha256 = fichier.sha256(),
                    .taille = static_cast<std::int64_t>(fichier.taille())}};
    const auto permis = permettre(visite, {nouveau.code, nouveau.partie});
    if (!permis) return permis.error();
    ranger(fichiers, fichier);  // then the row that names it
    return nouveau;
}

core::Result<convention::PapierDepose> deposer_le_papier(const Fichiers& fichiers,
                                                         const socle::Portail& portail,
                                                         const garde::Visite& visite) {
    const auto nouveau = recevoir_le_papier(fichiers, visite);
    if (!nouveau) return nouveau.error();
    return visite.base.write([&](storage::Writer& db) {
        return convention::deposer_un_papier(db, demandeur(visite), *nouveau,
                                             moyens_de(portail, visite));
    });
}

core::Result<http::Response> rendre_le_papier(const Fichiers& fichiers,
                                              const garde::Visite& visite) {
    const auto lu = visite.base.read([&](storage::Reader& db) {
        return convention::lire_un_papier(db, demandeur(visite), visite.requete.path("papier"));
    });
    if (!lu) return lu.error();
    const auto& [format, sha256, taille] = lu->papier.fichier;
    return en_piece_jointe(fichiers, {.nom = lu->nom, .sha256 = sha256, .format = format});
}

}  // namespace grappe::reception
