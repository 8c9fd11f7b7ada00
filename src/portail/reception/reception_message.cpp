// Parts of the form of a message.
#include "portail/reception/reception_message.hpp"

#include <algorithm>

#include "portail/instruction/instruction.hpp"
#include "portail/messagerie/message.hpp"
#include "web/garde/garde.hpp"
#include "web/page/formulaire.hpp"

namespace grappe::reception {
namespace {

constexpr std::string_view type_sans_fichier = "application/x-www-form-urlencoded";
constexpr std::size_t brut_max = std::size_t{64} * 1024;
constexpr std::size_t champs_max = 8;
constexpr std::size_t champ_max = instruction::texte_max * 2;  // bytes: what is too long is told so

}  // namespace

ReceptionDeMessage::ReceptionDeMessage(const http::Request& request, const pieces::Magasin& magasin)
    : magasin_{http::cookie(request, garde::nom_du_cookie).empty() ? nullptr : &magasin},
      brut_{request.field("content-type").starts_with(type_sans_fichier)
                ? std::optional{std::string{}}
                : std::nullopt},
      reader_{http::boundary_of(request.field("content-type")), *this} {}

void ReceptionDeMessage::take(std::string_view bytes) noexcept {
    if (!brut_) return reader_.feed(bytes);
    brut_->append(bytes.substr(0, brut_max - std::min(brut_max, brut_->size())));
}

bool ReceptionDeMessage::complete() const {
    return brut_ || reader_.state() == http::MultipartReader::State::complete;
}

std::string_view ReceptionDeMessage::field(std::string_view name) const {
    if (brut_ && champs_.empty())
        if (const auto lu = page::lire_formulaire(type_sans_fichier, *brut_))
            for (const auto& [nom, valeur] : lu->champs) champs_.emplace(nom, valeur);
    const auto trouve = champs_.find(name);
    return trouve == champs_.end() ? std::string_view{} : std::string_view{trouve->second};
}

// A browser sends a part without name for a field where no file was chosen.
void ReceptionDeMessage::begin(http::Part part) {
    champ_ = nullptr;
    dans_le_fichier_ = nullptr;
    if (!part.file_name) {
        if (champs_.size() < champs_max) champ_ = &champs_[part.name];
        return;
    }
    if (part.name != "fichier" || part.file_name->empty() || !magasin_) return;
    if (joints_.size() >= messagerie::fichiers_max) {
        deborde_ = true;
        return;
    }
    joints_.push_back({*part.file_name, magasin_->recevoir()});
    dans_le_fichier_ = joints_.back().fichier.get();
}

void ReceptionDeMessage::data(std::string_view bytes) {
    if (dans_le_fichier_) return dans_le_fichier_->prendre(bytes);
    if (champ_) champ_->append(bytes.substr(0, champ_max - std::min(champ_max, champ_->size())));
}

}  // namespace grappe::reception
