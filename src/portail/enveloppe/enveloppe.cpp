// Moves and the balances that they make.
#include "portail/enveloppe/enveloppe.hpp"

namespace grappe::enveloppe {
namespace {

Place place(const Enveloppe& enveloppe, Compte compte) {
    return {.enveloppe = enveloppe, .compte = compte};
}

Place place(const Somme& somme, Compte compte) {
    return {.enveloppe = somme.enveloppe, .compte = compte, .dossier = somme.dossier};
}

}  // namespace

Mouvement ouverture(const Enveloppe& enveloppe, core::Money montant) {
    return {Genre::ouvrir, place(enveloppe, Compte::source), place(enveloppe, Compte::disponible),
            montant};
}

Mouvement reservation(const Somme& somme) {
    return {Genre::reserver, place(somme.enveloppe, Compte::disponible),
            place(somme, Compte::reserve), somme.montant};
}

Mouvement engagement(const Somme& somme) {
    return {Genre::engager, place(somme, Compte::reserve), place(somme, Compte::engage),
            somme.montant};
}

Mouvement versement(const Somme& somme) {
    return {Genre::verser, place(somme, Compte::engage), place(somme, Compte::verse),
            somme.montant};
}

Mouvement liberation(const Somme& somme, Compte tenu) {
    core::ensure(tenu == Compte::reserve || tenu == Compte::engage,
                 "what is reserved or committed is released");
    return {Genre::liberer, place(somme, tenu), place(somme.enveloppe, Compte::disponible),
            somme.montant};
}

Mouvement recouvrement(const Somme& somme) {
    return {Genre::recouvrer, place(somme, Compte::verse),
            place(somme.enveloppe, Compte::disponible), somme.montant};
}

Mouvement retour(const Somme& somme) {
    return {Genre::revenir, place(somme, Compte::verse), place(somme, Compte::engage),
            somme.montant};
}

Mouvement cession(const Enveloppe& de, const Enveloppe& vers, core::Money montant) {
    return {Genre::ceder, place(de, Compte::disponible), place(vers, Compte::disponible), montant};
}

core::Money Soldes::a(const Place& place) const {
    const auto trouvee = places_.find(place);
    return trouvee == places_.end() ? core::Money{} : trouvee->second;
}

core::Money Soldes::disponible(const Enveloppe& enveloppe) const {
    return a(place(enveloppe, Compte::disponible));
}

core::Money Soldes::total(const Enveloppe& enveloppe, Compte compte) const {
    core::Money somme;
    for (const auto& [place, montant] : places_)
        if (place.enveloppe == enveloppe && place.compte == compte) somme += montant;
    return somme;
}

core::Result<void> Soldes::passer(const Mouvement& mouvement) {
    if (mouvement.montant <= core::Money{})
        return core::refuse(core::Reason::rule_not_met, "enveloppe.montant");
    const auto tenu = a(mouvement.de);
    if (mouvement.de.compte != Compte::source && tenu < mouvement.montant)
        return core::refuse(core::Reason::conflict, "enveloppe.depassee",
                            (mouvement.montant - tenu).text());
    relire(mouvement);
    return {};
}

void Soldes::relire(const Mouvement& mouvement) {
    auto& de = places_[mouvement.de];
    de = de - mouvement.montant;
    places_[mouvement.vers] += mouvement.montant;
}

core::Money Soldes::somme() const {
    core::Money somme;
    for (const auto& [place, montant] : places_) somme += montant;
    return somme;
}

}  // namespace grappe::enveloppe
