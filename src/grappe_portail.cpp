// The program of the State's side of the call for projects: see portail/cli for its commands.
#include "portail/cli/commande.hpp"

int main(int nombre, char** arguments) { return grappe::cli::executer(nombre, arguments, {}); }
