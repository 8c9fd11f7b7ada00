// The commands of grappe-dui.
#include "dui/cli/commande.hpp"

namespace grappe::dui {

int executer(int nombre, char** arguments, cli::Sorties sorties) {
    return cli::executer(
        {.nom = nom_du_logiciel,
         .version = version_du_logiciel,
         .objet = "dui.programme",
         .magasin = {.nom = "Le dossier usager", .fichier = "dui.sqlite", .schema = "schema/dui"},
         .commandes = {declarer_import, declarer_indicateurs, declarer_expliquer, declarer_tbb,
                       declarer_rapport, declarer_identite, declarer_personne, declarer_generer,
                       declarer_servir, declarer_compte, declarer_demonstration, declarer_aggir,
                       declarer_serafin, declarer_evaluation, declarer_recurrence,
                       cli::declarer_journal}},
        {nombre, arguments}, sorties);
}

}  // namespace grappe::dui
