// Fil: the thread of messages as both sides see it, and the form that adds to it.
#pragma once

#include <functional>
#include <string>

#include "portail/messagerie/message.hpp"
#include "portail/pages/services.hpp"
#include "web/page/vue.hpp"

namespace grappe::pages {

struct PageDuFil {
    const messagerie::Fil& fil;
    std::string adresse;  // of the page: "/dossiers/3f…/messages"
    std::function<std::string(const messagerie::Message&)> auteur;
    std::string texte{};  // typed, when it was refused
    std::string faute{};
};

// The keys of the part "fil_messages", without the token of its forms.
page::Vue vue_du_fil(const Services& services, const PageDuFil& page);

// What is told of a refused message: the name of the file at fault stands before its sentence.
std::string faute_du_message(const Services& services, const core::Refusal& refus);

}  // namespace grappe::pages
