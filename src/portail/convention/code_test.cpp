// What a scan may say of its code.
#include "portail/convention/code.hpp"

#include <doctest/doctest.h>

namespace grappe::convention {

TEST_CASE("codes are found among other words, in capitals, each once") {
    using Codes = std::vector<std::string>;
    CHECK(codes_possibles("").empty());
    CHECK(codes_possibles("Convention du dossier NA-2024, page 2").empty());
    CHECK(codes_possibles("Grappe — convention NA-2024-AAAA-BBBB-CCCC-1F3A\fpage 3\n"
                          "https://grappe.test/conventions/na-2024-aaaa-bbbb-cccc-1f3a\n") ==
          Codes{"NA-2024-AAAA-BBBB-CCCC-1F3A"});
    CHECK(codes_possibles("NA-2024-AAAA-BBBB-CCCC-A1-0000 NA-2024-AAAA-BBBB-CCCC-1F3A") ==
          Codes{"NA-2024-AAAA-BBBB-CCCC-A1-0000", "NA-2024-AAAA-BBBB-CCCC-1F3A"});
    CHECK(codes_possibles(std::string(5000, '-')).empty());
    std::string foule;
    for (int rang = 0; rang < 1000; ++rang) foule += "A-B-C-D-E" + std::to_string(rang) + " ";
    CHECK(codes_possibles(foule).size() == codes_lus);
}

}  // namespace grappe::convention
