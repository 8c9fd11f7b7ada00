// Transport: how a message leaves: by SMTP, or as a file of a folder.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/result.hpp"

namespace grappe::courrier {

struct Envoi {
    std::string id;
    std::string nom_de_fichier;  // "20240524T215959Z-3f….eml"
    std::string expediteur, destinataire;
    std::string octets;
};

class Transport {
public:
    virtual ~Transport() = default;
    // Refusals: Reason::unavailable may go well later, Reason::rule_not_met was refused for good
    // ("courrier.refuse"). The detail is the server's words.
    virtual core::Result<void> envoyer(const Envoi& envoi) = 0;
};

inline constexpr std::string_view schema_de_dossier{"dossier:"};

// "smtp://HOST:PORT", "smtps://…", "dossier:PATH". Codes "courrier.adresse", "courrier.dossier".
core::Result<std::unique_ptr<Transport>> ouvrir_transport(std::string_view adresse);

// The two implementations.
core::Result<std::unique_ptr<Transport>> ouvrir_dossier(const std::string& chemin);
std::unique_ptr<Transport> ouvrir_smtp(const std::string& url);

}  // namespace grappe::courrier
