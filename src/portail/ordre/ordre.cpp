// Which payments may leave, and which lines an answer is about.
#include "portail/ordre/ordre.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "portail/convention/coordonnees.hpp"

namespace grappe::ordre {
namespace {

std::string_view code_de(Obstacle obstacle) {
    return obstacle == Obstacle::sans_compte ? "ordre.sans_compte" : "ordre.compte_change";
}

// The faults of one kind told together, by the number that people know.
class Fautes {
public:
    void ajouter(std::string_view code, const std::string& nom) {
        auto& noms = par_code_[std::string{code}];
        noms.append(noms.empty() ? "" : ", ").append(nom);
    }
    std::optional<core::Refusal> premiere() const {
        if (par_code_.empty()) return std::nullopt;
        const auto& [code, noms] = *par_code_.rbegin();
        return core::refuse(core::Reason::conflict, code, noms);
    }

private:
    std::map<std::string, std::string> par_code_{};
};

}  // namespace

std::optional<Obstacle> obstacle(const Candidat& candidat) {
    if (candidat.compte == 0) return Obstacle::sans_compte;
    if (convention::a_change({candidat.vu, candidat.compte, candidat.confirme}))
        return Obstacle::compte_change;
    return std::nullopt;
}

core::Result<std::vector<Candidat>> choisir(std::span<const Candidat> candidats,
                                            std::span<const std::string> voulus) {
    std::vector<Candidat> choisis;
    Fautes fautes;
    for (const auto& un : candidats) {
        const bool nomme = std::ranges::find(voulus, un.versement) != voulus.end();
        if (!nomme && !voulus.empty()) continue;
        const auto tenu = obstacle(un);
        if (!tenu)
            choisis.push_back(un);
        else if (nomme)
            fautes.ajouter(code_de(*tenu), un.numero);
    }
    for (const auto& id : voulus)
        if (std::ranges::find(candidats, id, &Candidat::versement) == candidats.end())
            fautes.ajouter("ordre.versement", id.substr(0, 40));
    if (auto refus = fautes.premiere()) return *std::move(refus);
    if (choisis.empty()) return core::refuse(core::Reason::conflict, "ordre.vide");
    return choisis;
}

std::string reference(std::string_view guichet, int numero) {
    return fmt::format("OP-{}-{:04}", guichet, numero);
}

std::string Ordre::reference() const { return ordre::reference(guichet, numero); }

Money Ordre::total() const {
    Money total;
    for (const auto& une : lignes) total += une.montant;
    return total;
}

Money Ordre::total(Sort sort) const {
    Money total;
    for (const auto& une : lignes)
        if (une.sort == sort) total += une.montant;
    return total;
}

std::int64_t Ordre::attendent() const {
    return std::ranges::count_if(lignes, [](const Ligne& une) { return !une.sort; });
}

int Ordre::version() const {
    return 1 + static_cast<int>(lignes.size()) - static_cast<int>(attendent());
}

core::Result<std::vector<Ligne>> concernees(const Ordre& ordre, std::string_view versement) {
    std::vector<Ligne> toutes;
    for (const auto& une : ordre.lignes) {
        if (!versement.empty() && une.versement != versement) continue;
        if (!une.sort)
            toutes.push_back(une);
        else if (!versement.empty())
            return core::refuse(core::Reason::conflict, "ordre.sort_deja");
    }
    if (!toutes.empty()) return toutes;
    if (versement.empty()) return core::refuse(core::Reason::conflict, "ordre.rien_n_attend");
    return core::refuse(core::Reason::not_found, "ordre.ligne");
}

}  // namespace grappe::ordre
