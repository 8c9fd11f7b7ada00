// Page: a template with what its frame says around it: title, entry of the menu, path.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace grappe::page {

using Etape = std::pair<std::string_view, std::string>;  // address, words

struct Page {
    std::string_view gabarit;
    std::string titre;
    std::string_view rubrique{};  // "/appels": the entry of the menu that is current
    std::vector<Etape> fil{};
};

}  // namespace grappe::page
