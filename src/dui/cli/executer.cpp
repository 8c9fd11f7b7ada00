// The commands of grappe-dui.
#include "dui/cli/commande.hpp"

namespace grappe::dui {

int executer(int nombre, char** arguments, cli::Sorties sorties) {
    return cli::executer(
        {.nom = "grappe-dui",
         .version = "0.1",
         .objet = "dui.programme",
         .magasin = {.nom = "Le dossier usager", .fichier = "dui.sqlite", .schema = "schema/dui"},
         .commandes = {declarer_import, declarer_indicateurs, declarer_rapport, declarer_generer,
                       declarer_servir, declarer_compte, cli::declarer_journal}},
        {nombre, arguments}, sorties);
}

}  // namespace grappe::dui
