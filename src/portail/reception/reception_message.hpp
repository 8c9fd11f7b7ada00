// Réception d'un message: its form as it comes: files go to the disk, its few fields are kept.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "portail/pieces/magasin.hpp"
#include "web/http/body_sink.hpp"
#include "web/http/multipart_reader.hpp"
#include "web/http/request.hpp"

namespace grappe::reception {

class ReceptionDeMessage final : public http::BodySink, private http::MultipartReader::Receiver {
public:
    struct Joint {
        std::string nom;  // as the client says it
        std::unique_ptr<pieces::Entrant> fichier;
    };

    // Without a session nothing is written: the answer will be a refusal.
    ReceptionDeMessage(const http::Request& request, const pieces::Magasin& magasin);

    void take(std::string_view bytes) noexcept override;
    std::string_view field(std::string_view name) const override;

    bool complete() const;
    const std::vector<Joint>& joints() const { return joints_; }
    bool deborde() const { return deborde_; }  // more files than are taken

private:
    void begin(http::Part part) override;
    void data(std::string_view bytes) override;
    void end() override {}

    const pieces::Magasin* magasin_;  // null: nobody is signed in
    // A form carried through the sign-in comes back without files, its fields in one text.
    std::optional<std::string> brut_;
    http::MultipartReader reader_;
    mutable std::map<std::string, std::string, std::less<>> champs_;
    std::string* champ_ = nullptr;                // under way
    pieces::Entrant* dans_le_fichier_ = nullptr;  // under way
    std::vector<Joint> joints_;
    bool deborde_ = false;
};

}  // namespace grappe::reception
