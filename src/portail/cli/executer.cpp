// The commands of grappe-portail.
#include "cli/programme.hpp"
#include "portail/cli/commande.hpp"

namespace grappe::cli {

int executer(int nombre, char** arguments, Sorties sorties) {
    return executer(
        {.nom = "grappe-portail",
         .version = "0.1",
         .objet = "cli.programme",
         .magasin = {.nom = "Le portail", .fichier = "portail.sqlite", .schema = "schema/portail"},
         .commandes = {declarer_check, declarer_appels, declarer_registre, declarer_servir,
                       declarer_compte, declarer_journal, declarer_dossier, declarer_conservation,
                       declarer_rappels, declarer_rapport}},
        {nombre, arguments}, sorties);
}

}  // namespace grappe::cli
