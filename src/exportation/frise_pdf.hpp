// A Gantt chart drawn on the page under way.
#pragma once

#include "exportation/frise.hpp"
#include "exportation/plume_pdf.hpp"

namespace grappe::exportation {

// A table for screen readers (phase, dates), with bars beside it for the eye.
void dessiner_la_frise(PlumePdf& plume, const Frise& frise);

}  // namespace grappe::exportation
