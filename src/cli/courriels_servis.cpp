// Reading of --courrier, and its sentence.
#include "cli/courriels_servis.hpp"

#include "courrier/transport.hpp"

namespace grappe::cli {
namespace {

using courrier::schema_de_dossier;

// "smtp://name:password@host" without what stands before the host.
std::string sans_secret(std::string_view adresse) {
    const auto hote = adresse.rfind('@');
    const auto debut = adresse.find("//");
    if (hote == adresse.npos || debut == adresse.npos) return std::string{adresse};
    return std::string{adresse.substr(0, debut + 2)}.append(adresse.substr(hote + 1));
}

}  // namespace

std::string adresse_du_courrier(std::string_view option, std::string_view donnees) {
    if (!option.empty()) return std::string{option};
    return std::string{schema_de_dossier}.append(donnees).append("/courrier");
}

std::string ou_vont_les_courriels(const Session& session, std::string_view adresse) {
    if (adresse.starts_with(schema_de_dossier))
        return session.phrases.rendre("cli.servir.courriels_dossier",
                                      {{"dossier", adresse.substr(schema_de_dossier.size())}});
    const auto montree = sans_secret(adresse);
    return session.phrases.rendre("cli.servir.courriels_envoyes",
                                  {{"adresse", std::string_view{montree}}});
}

}  // namespace grappe::cli
