// The check of what is zero, and the dashboard as JSON.
#include "dui/explication/tbb.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/json_text.hpp"

namespace grappe::explication {
namespace {

std::string en_json(const indicateur::Ligne& ligne) {
    const auto controle = controler(ligne);
    std::string indicateurs, nuls;
    for (const auto& un : ligne.resultats)
        indicateurs +=
            fmt::format("{}{}: {}", indicateurs.empty() ? "" : ", ",
                        core::json_text(core::name_of(un.indicateur)), indicateur::en_json(un));
    for (const auto nul : controle.nuls)
        nuls += (nuls.empty() ? "" : ", ") + core::json_text(core::name_of(nul));
    return fmt::format("\"indicateurs\": {{{}}}, \"etat\": {}, \"nuls\": [{}]", indicateurs,
                       core::json_text(core::name_of(controle.alimentation)), nuls);
}

}  // namespace

Controle controler(const indicateur::Ligne& ligne) {
    Controle controle{.alimentation = Alimentation::alimente, .nuls = {}};
    bool rien = true;
    for (const auto& un : ligne.resultats) {
        rien = rien && un.mesure.numerateur == 0 && un.mesure.denominateur == 0;
        if (un.mesure.numerateur > 0) continue;
        controle.nuls.push_back(un.indicateur);
        if (un.cible) controle.alimentation = Alimentation::non_alimente;
    }
    if (rien) controle.alimentation = Alimentation::sans_activite;
    return controle;
}

std::string en_json(const indicateur::Tableau& tableau, const Edition& edition) {
    auto texte = fmt::format(
        "{{\"exigence\": \"TBB.1\", \"automatique\": true, \"produit_le\": \"{}\",\n"
        " \"logiciel\": {{\"nom\": {}, \"version\": {}}}, \"regle\": {},\n"
        " \"au\": \"{}\", \"du\": \"{}\", \"denominateur\": {},\n \"etablissements\": [",
        edition.produit_le.utc_text(), core::json_text(edition.logiciel),
        core::json_text(edition.version), core::json_text(edition.regle),
        tableau.fenetre.fin.text(), tableau.fenetre.debut.text(),
        core::json_text(core::name_of(tableau.lecture)));
    for (const auto& une : tableau.etablissements)
        texte += fmt::format("{}\n  {{\"finess_et\": {}, {}}}",
                             &une == &tableau.etablissements.front() ? "" : ",",
                             core::json_text(une.finess_et), en_json(une));
    return texte + "],\n \"total\": {" + en_json(tableau.total) + "}}\n";
}

}  // namespace grappe::explication
