// Which file for which kind of export.
#include "portail/documents/fabrication.hpp"

#include <fstream>
#include <stdexcept>

#include "portail/documents/archive_dossier.hpp"
#include "portail/documents/mes_donnees.hpp"
#include "portail/messagerie/messagerie.hpp"
#include "portail/teleservice/lecture.hpp"

namespace grappe::documents {
namespace {

void poser(const std::string& chemin, const std::string& octets) {
    std::ofstream fichier{chemin, std::ios::binary | std::ios::trunc};
    fichier << octets;
    fichier.flush();
    if (!fichier) throw std::runtime_error{"an export could not be written"};
}

}  // namespace

core::Result<void> fabriquer(storage::Reader& db, const teleservice::Demandeur& qui,
                             const Commande& commande, const MoyensDeFabrication& moyens) {
    const auto& [demande, chemin] = commande;
    const auto& phrases = moyens.regles.phrases;
    if (demande.genre == Genre::mes_donnees) {
        archiver_mes_donnees(db, qui, chemin);
        return {};
    }
    if (demande.genre == Genre::liste_csv || demande.genre == Genre::liste_xlsx) {
        const auto lignes = liste_des_dossiers(db, qui, demande.objet, phrases);
        poser(chemin, demande.genre == Genre::liste_csv ? liste_en_csv(lignes, phrases)
                                                        : liste_en_xlsx(lignes, phrases));
        return {};
    }
    const auto vue = teleservice::lire(db, qui, demande.objet, moyens.regles);
    if (!vue) return vue.error();
    auto fil = messagerie::lire(db, qui, demande.objet);  // a refusal: not for this reader
    const DossierEntier entier{
        *vue, fil ? (*std::move(fil)).messages : std::vector<messagerie::Message>{},
        papiers_joints(convention::papiers_lisibles(db, qui, demande.objet))};
    if (demande.genre == Genre::dossier_pdf)
        poser(chemin, dossier_en_pdf(db, entier, moyens));
    else
        archiver(db, entier, moyens, chemin);
    return {};
}

}  // namespace grappe::documents
