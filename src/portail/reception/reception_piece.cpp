// Parts of the form of a piece.
#include "portail/reception/reception_piece.hpp"

#include "web/garde/garde.hpp"

namespace grappe::reception {
namespace {

constexpr std::size_t champs_max = 8;
constexpr std::size_t champ_max = 400;  // bytes

}  // namespace

ReceptionDePiece::ReceptionDePiece(const http::Request& request, const pieces::Magasin& magasin)
    : magasin_{http::cookie(request, garde::nom_du_cookie).empty() ? nullptr : &magasin},
      reader_{http::boundary_of(request.field("content-type")), *this} {}

void ReceptionDePiece::take(std::string_view bytes) noexcept { reader_.feed(bytes); }

std::string_view ReceptionDePiece::field(std::string_view name) const {
    const auto trouve = champs_.find(name);
    return trouve == champs_.end() ? std::string_view{} : std::string_view{trouve->second};
}

void ReceptionDePiece::begin(http::Part part) {
    champ_ = nullptr;
    dans_le_fichier_ = part.file_name && part.name == "fichier" && !fichier_ && magasin_;
    if (dans_le_fichier_) {
        nom_ = *part.file_name;
        fichier_ = magasin_->recevoir();
    } else if (!part.file_name && champs_.size() < champs_max) {
        champ_ = &champs_[part.name];
    }
}

void ReceptionDePiece::data(std::string_view bytes) {
    if (dans_le_fichier_)
        fichier_->prendre(bytes);
    else if (champ_ && champ_->size() + bytes.size() <= champ_max)
        champ_->append(bytes);
}

}  // namespace grappe::reception
