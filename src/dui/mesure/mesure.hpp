// A measure for an account: columns, act of recording, rights, counts. Pages and API read it alike.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/instant.hpp"
#include "dui/acces/rattachement.hpp"
#include "dui/explication/prevision.hpp"
#include "dui/explication/serie.hpp"
#include "dui/indicateur/tableau.hpp"
#include "dui/mesure/mesure_voulue.hpp"
#include "storage/base.hpp"
#include "usage/regle_d_usage.hpp"

namespace grappe::dui {

// Whence measures are taken; outlives them.
struct Mesureur {
    std::string colonnes;      // folder of the column files
    usage::RegleDUsage regle;  // of measure, today's
    std::function<core::Instant()> maintenant;
};

// Until which act of recording facts are known; without a moment, all of them.
indicateur::Acte acte_au(storage::Reader& db, const std::optional<magasin::Moment>& connu_le);
indicateur::Lecture lecture_de(const usage::RegleDUsage& regle, const MesureVoulue& voulue);

struct MesureLue {
    MesureVoulue voulue;
    acces::Professionnel qui;
    colonnes::Colonnes colonnes;
    indicateur::Acte acte;
    indicateur::Lecture lecture;
    std::vector<std::string> permis{};  // establishments of which it may read the indicators
    std::vector<indicateur::Compte> comptes{};   // of the establishments asked for
    std::vector<explication::Releve> releves{};  // their sum on past weeks, once it was asked for

    usage::Compteurs somme() const;
    std::optional<explication::Prevision> prevision(usage::Indicateur indicateur) const;
};

// All but counts: what a record is looked at with.
MesureLue ouvrir_la_mesure(storage::Reader& db, const Mesureur& mesureur,
                           const access::Acteur& acteur, const MesureVoulue& voulue);

// Code "dui.finess_inconnu" where the establishment is not known or not theirs to read.
core::Result<MesureLue> mesurer(const Mesureur& mesureur, storage::Base& base,
                                const access::Acteur& acteur, const MesureVoulue& voulue);

// The sums of past weeks, for a forecast: every record is counted once a week.
void relever_les_semaines(MesureLue& lue, const Mesureur& mesureur);

}  // namespace grappe::dui
