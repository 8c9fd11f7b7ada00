// Every SQL statement about elements: their versions, and which one is the last.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "dui/element/element.hpp"
#include "storage/reader.hpp"

namespace grappe::element {

std::int64_t dernier_numero(storage::Reader& db);  // 0: none

void ajouter(storage::Writer& db, const Version& version);

std::optional<Version> derniere(storage::Reader& db, std::string_view id);
std::vector<Version> versions_de(storage::Reader& db, std::string_view id);  // first version first

// Where a list goes on: after that element, of those that begin latest first. The default: from
// the latest.
struct Suite {
    std::string debut{};  // "9999…": everything is before
    std::int64_t numero = 0;
};

// The last versions, the latest beginnings first; at most `combien`.
struct DuDossier {
    std::string_view personne;
    Genre genre;
    std::size_t combien;
    Suite apres{};
};
std::vector<Version> du_dossier(storage::Reader& db, const DuDossier& voulu);

struct DuLieu {
    std::string_view finess_et;
    Genre genre;
    std::size_t combien;
    Suite apres{};
};
std::vector<Version> du_lieu(storage::Reader& db, const DuLieu& voulu);

// What begins in that interval, its end left out, by beginning.
struct Entre {
    std::string_view finess_et;
    Genre genre;
    core::Instant de, a;
};
std::vector<Version> entre(storage::Reader& db, const Entre& voulu);

// For statements of other modules that select the columns of `element`.
Version version_lue(const storage::Row& ligne);

// Those that belong to that element, their last versions.
std::vector<Version> lies_a(storage::Reader& db, std::string_view id);
// Of that genre, the latest beginnings first; at most `combien`.
struct DuLien {
    std::string_view id;
    Genre genre;
    std::size_t combien;
};
std::vector<Version> derniers_lies_a(storage::Reader& db, const DuLien& voulu);

// Of that genre, those that begin before `avant`, the earliest first; at most `combien`, after
// `depuis` where it is given: a list of terms, whose late ones come first.
struct Termes {
    std::string_view finess_et;
    Genre genre;
    core::Instant avant;
    std::size_t combien;
    Suite depuis{};
};
std::vector<Version> premiers_du_lieu(storage::Reader& db, const Termes& voulus);

// Every version recorded at that establishment after that number, up to this one included, in the
// order of recording.
struct Depuis {
    std::string_view finess_et;
    std::int64_t apres, jusqu_a;
};
void depuis(storage::Reader& db, const Depuis& voulu, const std::function<void(Version&&)>& voir);

}  // namespace grappe::element
