// Reading of posted forms, in both encodings of HTML.
#include "web/page/formulaire.hpp"

#include <utility>

#include "core/texte.hpp"
#include "web/http/multipart_reader.hpp"
#include "web/http/request.hpp"
#include "web/http/target.hpp"

namespace grappe::page {
namespace {

core::Refusal mal_forme() { return core::refuse(core::Reason::invalid, "formulaire.mal_forme"); }

core::Result<Formulaire> lire_adresse(std::string_view corps) {
    auto lus = http::parse_query(corps);
    if (!lus) return mal_forme();
    Formulaire formulaire;
    for (auto& [nom, valeur] : std::move(lus).value())
        formulaire.champs.push_back({std::move(nom), std::move(valeur)});
    return formulaire;
}

// The parts of a form: fields, and files that were chosen.
class Recueil : public http::MultipartReader::Receiver {
public:
    void begin(http::Part partie) override { partie_ = std::move(partie); }
    void data(std::string_view octets) override { octets_.append(octets); }
    void end() override {
        auto octets = std::exchange(octets_, {});
        auto& [nom, nom_du_fichier] = partie_;
        if (nom_du_fichier) {
            if (!octets.empty() || !nom_du_fichier->empty())
                formulaire_.fichiers.push_back(
                    {std::move(nom), *std::move(nom_du_fichier), std::move(octets)});
        } else if (!core::is_utf8(octets)) {
            illisible_ = true;
        } else if (formulaire_.champs.size() <= champs_au_plus) {
            formulaire_.champs.push_back({std::move(nom), std::move(octets)});
        }
    }

    core::Result<Formulaire> rendre(http::MultipartReader::State etat) && {
        if (formulaire_.champs.size() > champs_au_plus)
            return core::refuse(core::Reason::too_large, "formulaire.trop_de_champs");
        if (illisible_ || etat != http::MultipartReader::State::complete) return mal_forme();
        return std::move(formulaire_);
    }

private:
    http::Part partie_;
    std::string octets_;
    Formulaire formulaire_;
    bool illisible_ = false;
};

core::Result<Formulaire> lire_parties(std::string_view type, std::string_view corps) {
    const auto frontiere = http::boundary_of(type);
    if (!corps.starts_with("--" + frontiere)) return mal_forme();  // nothing before the first part
    Recueil recueil;
    http::MultipartReader lecteur{frontiere, recueil};
    lecteur.feed(corps);
    return std::move(recueil).rendre(lecteur.state());
}

}  // namespace

std::string_view Formulaire::valeur(std::string_view nom) const {
    for (const auto& champ : champs)
        if (champ.nom == nom) return champ.valeur;
    return {};
}

bool Formulaire::contient(std::string_view nom) const {
    for (const auto& champ : champs)
        if (champ.nom == nom) return true;
    return false;
}

std::vector<std::string_view> Formulaire::valeurs(std::string_view nom) const {
    std::vector<std::string_view> trouvees;
    for (const auto& champ : champs)
        if (champ.nom == nom) trouvees.push_back(champ.valeur);
    return trouvees;
}

core::Result<Formulaire> lire_formulaire(std::string_view type, std::string_view corps) {
    const auto media = http::media_type(type);
    if (media == "application/x-www-form-urlencoded") return lire_adresse(corps);
    if (media == "multipart/form-data") return lire_parties(type, corps);
    return core::refuse(core::Reason::invalid, "formulaire.type");
}

std::string en_texte(const Formulaire& formulaire) {
    std::string texte;
    for (const auto& [nom, valeur] : formulaire.champs) {
        if (!texte.empty()) texte += '&';
        texte.append(core::percent_encoded(nom)).append(1, '=');
        texte += core::percent_encoded(valeur);
    }
    return texte;
}

}  // namespace grappe::page
