// The program of the establishments' side, the electronic user record: see dui/cli for its
// commands.
#include "dui/cli/commande.hpp"

int main(int nombre, char** arguments) { return grappe::dui::executer(nombre, arguments, {}); }
