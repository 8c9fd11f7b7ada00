// Donnee: an optional fact of a dossier. Absent is unknown; null says "none"; else a value.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <utility>

#include "core/ensure.hpp"

namespace grappe::dossier {

template <class T>
class Donnee {
public:
    Donnee() = default;  // absent: unknown
    Donnee(T value) : etat_{Etat::valeur}, valeur_{std::move(value)} {}
    Donnee(const char* value) requires std::same_as<T, std::string> : Donnee{std::string{value}} {}
    static Donnee nulle() {
        Donnee donnee;
        donnee.etat_ = Etat::nulle;
        return donnee;
    }

    bool inconnue() const { return etat_ == Etat::absente; }
    bool est_nulle() const { return etat_ == Etat::nulle; }
    bool connue() const { return etat_ == Etat::valeur; }
    const T& operator*() const {
        core::ensure(connue(), "unknown or null fact read");
        return *valeur_;
    }
    const T* operator->() const { return &**this; }
    T valeur_ou(const T& sinon) const { return connue() ? *valeur_ : sinon; }
    bool operator==(const Donnee&) const = default;

private:
    enum class Etat { absente, nulle, valeur };

    Etat etat_ = Etat::absente;
    std::optional<T> valeur_;
};

}  // namespace grappe::dossier
