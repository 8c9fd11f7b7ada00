// Replays a kept corpus through a fuzz target, without libFuzzer: every build can do it.
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* octets, std::size_t combien);

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> entrees(const fs::path& corpus) {
    std::vector<fs::path> trouvees;
    for (const auto& entree : fs::directory_iterator{corpus})
        if (entree.is_regular_file()) trouvees.push_back(entree.path());
    std::sort(trouvees.begin(), trouvees.end());
    return trouvees;
}

// The copy has exactly the size of the file: a sanitizer sees a read beyond it.
void rejouer(const fs::path& entree) {
    std::ifstream fichier{entree, std::ios::binary};
    const std::vector<char> lus{std::istreambuf_iterator<char>{fichier}, {}};
    const std::vector<std::uint8_t> octets(lus.begin(), lus.end());
    LLVMFuzzerTestOneInput(octets.data(), octets.size());
}

}  // namespace

int main(int nombre, char** arguments) {
    if (nombre != 2) return std::cerr << "usage: rejouer CORPUS\n", 2;
    const auto toutes = entrees(arguments[1]);
    // The name is out before the input is read: it is the last line when the target crashes.
    for (const auto& entree : toutes) {
        std::cout << entree.filename().string() << std::endl;
        rejouer(entree);
    }
    std::cout << toutes.size() << " inputs" << std::endl;
    return toutes.empty() ? 1 : 0;
}
