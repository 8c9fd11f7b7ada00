// One report in words: figures first, questions, each establishment beside its measure before.
#pragma once

#include "portail/suivi/suivi.hpp"
#include "portail/usages/lecture.hpp"
#include "web/page/vue.hpp"

namespace grappe::suivi {

// Whose acts the page shows besides.
struct Droits {
    bool controle = false;  // draws
    bool declare = false;   // answers a draw
};

page::Vue vue_du_rapport(const Suivi& suivi, const usages::RapportVu& vu, const Droits& droits);

}  // namespace grappe::suivi
