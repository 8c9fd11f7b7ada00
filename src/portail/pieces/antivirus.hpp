// Antivirus: asks clamd, over its socket, what it thinks of a file.
#pragma once

#include <string>
#include <string_view>

#include "core/result.hpp"

namespace grappe::pieces {

// "unix:/run/clamav/clamd.ctl" or "tcp:127.0.0.1:3310".
class Antivirus {
public:
    // Code "antivirus.adresse".
    static core::Result<Antivirus> lire(std::string_view adresse);

    // Codes "antivirus.virus" (Reason::invalid), "antivirus.muet" (Reason::unavailable: no verdict,
    // so nothing may be kept).
    core::Result<void> examiner(const std::string& chemin) const;

private:
    explicit Antivirus(std::string chemin, std::string hote, std::string port)
        : chemin_{std::move(chemin)}, hote_{std::move(hote)}, port_{std::move(port)} {}

    std::string chemin_;  // of a local socket; empty: by TCP
    std::string hote_, port_;
};

}  // namespace grappe::pieces
