// For tests: the services of the pages, on a register of a few establishments, at a fixed instant.
#pragma once

#include <filesystem>
#include <string>

#include "portail/pages/services.hpp"
#include "portail/socle/portail_pour_tests.hpp"
#include "referentiels/etablissement_pour_tests.hpp"

namespace grappe::pages {

// In the order of its building.
struct ServicesPourTests : socle::PortailPourTests {
    std::filesystem::path dist;
    http::Assets actifs;
    Services services;

    ServicesPourTests(const std::string& nom, std::vector<referentiels::Etablissement> fiches)
        : PortailPourTests{std::move(fiches), core::Instant::parse("2024-05-12T09:00:00Z").value()},
          dist{std::filesystem::temp_directory_path() / ("grappe-" + nom + "-test")},
          actifs{(std::filesystem::create_directories(dist), dist)},
          services{preparer(racine, portail, actifs).value()} {}
    ~ServicesPourTests() { std::filesystem::remove_all(dist); }
    ServicesPourTests(const ServicesPourTests&) = delete;
    ServicesPourTests& operator=(const ServicesPourTests&) = delete;
};

}  // namespace grappe::pages
