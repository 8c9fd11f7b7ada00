// The commands of grappe-dui.
#include "dui/cli/commande.hpp"

namespace grappe::dui {

int executer(int nombre, char** arguments, cli::Sorties sorties) {
    return cli::executer(
        {.nom = "grappe-dui",
         .version = "0.1",
         .objet = "dui.programme",
         .commandes = {declarer_import, declarer_indicateurs, declarer_rapport, declarer_generer}},
        {nombre, arguments}, sorties);
}

}  // namespace grappe::dui
