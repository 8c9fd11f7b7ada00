// Rights asked once more in each use case, and the journal.
#include "dui/sejour/geste.hpp"

#include <algorithm>

#include "audit/journal.hpp"

namespace grappe::sejour {
namespace {

using partage::Classe;

core::Result<void> demander(const acces::Professionnel& qui, std::string_view finess_et,
                            bool sa_profession) {
    if (!qui.peut_a(access::Permission::dossier_usager_ecrire, finess_et))
        return core::refuse(core::Reason::forbidden, "dui.etablissement_interdit");
    if (!sa_profession) return core::refuse(core::Reason::forbidden, "sejour.profession");
    return {};
}

}  // namespace

core::Result<void> peut_ecrire(const acces::Professionnel& qui, std::string_view finess_et) {
    return demander(qui, finess_et, qui.ecrit(Classe::administratif));
}

core::Result<void> peut_ecrire_le_quotidien(const acces::Professionnel& qui,
                                            std::string_view finess_et) {
    return demander(qui, finess_et,
                    qui.ecrit(Classe::quotidien) || qui.ecrit(Classe::administratif));
}

void noter(storage::Writer& db, const Redacteur& redacteur, const char* acte,
           const element::Element& un) {
    audit::noter(db,
                 {.acteur = redacteur.qui.acteur.compte,
                  .acte = acte,
                  .objet = un.personne.empty() ? "etablissement:" + un.finess_et.text()
                                               : "personne:" + un.personne,
                  .detail = un.id},
                 redacteur.maintenant.seconde());
}

std::optional<core::Date> jour_dit(std::string_view texte, const char* chemin,
                                   std::vector<Faute>& fautes) {
    if (texte.empty()) return std::nullopt;
    const auto lu = core::Date::parse(texte);
    if (!lu) {
        fautes.push_back({chemin, "sejour.faute.jour"});
        return std::nullopt;
    }
    return *lu;
}

}  // namespace grappe::sejour
