// Writing of canonical JSON.
#include "rapport/json.hpp"

#include <array>
#include <boost/json.hpp>
#include <charconv>

#include "core/ensure.hpp"
#include "core/json_text.hpp"

namespace grappe::rapport {
namespace {

void ajouter(std::string& sortie, const Valeur& valeur);

void ajouter_liste(std::string& sortie, const Liste& liste) {
    sortie += '[';
    for (const auto& une : liste) {
        if (sortie.back() != '[') sortie += ',';
        ajouter(sortie, une);
    }
    sortie += ']';
}

void ajouter_objet(std::string& sortie, const Objet& objet) {
    sortie += '{';
    const std::string* avant = nullptr;
    for (const auto& [nom, valeur] : objet) {
        core::ensure(avant == nullptr || *avant < nom, "keys in order");
        if (avant != nullptr) sortie += ',';
        core::append_json(sortie, nom);
        sortie += ':';
        ajouter(sortie, valeur);
        avant = &nom;
    }
    sortie += '}';
}

void ajouter(std::string& sortie, const Valeur& valeur) {
    if (const auto* nombre = std::get_if<std::int64_t>(&valeur.contenu))
        ajouter_nombre(sortie, *nombre);
    if (const auto* texte = std::get_if<std::string>(&valeur.contenu))
        core::append_json(sortie, *texte);
    if (const auto* liste = std::get_if<Liste>(&valeur.contenu)) ajouter_liste(sortie, *liste);
    if (const auto* objet = std::get_if<Objet>(&valeur.contenu)) ajouter_objet(sortie, *objet);
}

}  // namespace

bool Valeur::operator==(const Valeur& autre) const { return contenu == autre.contenu; }

void ajouter_nombre(std::string& sortie, std::int64_t nombre) {
    core::ensure(nombre >= 0 && nombre <= plus_grand_nombre, "a number that JSON carries");
    std::array<char, 20> tampon;
    const auto fin = std::to_chars(tampon.data(), tampon.data() + tampon.size(), nombre).ptr;
    sortie.append(tampon.data(), fin);
}

std::string ecrire_canonique(const Valeur& valeur) {
    std::string sortie;
    ajouter(sortie, valeur);
    return sortie;
}

bool est_du_json(std::string_view octets) {
    boost::system::error_code faute;
    boost::json::stream_parser lecteur{{}, {.max_depth = std::size_t{profondeur_permise} * 4}};
    lecteur.write(octets.data(), octets.size(), faute);
    if (!faute) lecteur.finish(faute);
    return !faute;
}

}  // namespace grappe::rapport
