// Réception: the form of a piece as it comes: its file goes to the disk, its few fields are kept.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "portail/pieces/magasin.hpp"
#include "web/http/body_sink.hpp"
#include "web/http/multipart_reader.hpp"
#include "web/http/request.hpp"

namespace grappe::reception {

class ReceptionDePiece final : public http::BodySink, private http::MultipartReader::Receiver {
public:
    // Without a session nothing is written: the answer will be a refusal.
    ReceptionDePiece(const http::Request& request, const pieces::Magasin& magasin);

    void take(std::string_view bytes) noexcept override;
    std::string_view field(std::string_view name) const override;

    bool complete() const { return reader_.state() == http::MultipartReader::State::complete; }
    const std::string& nom() const { return nom_; }  // as the client says it
    // Null: the form had no file.
    pieces::Entrant* fichier() const { return fichier_.get(); }

private:
    void begin(http::Part part) override;
    void data(std::string_view bytes) override;
    void end() override {}

    const pieces::Magasin* magasin_;  // null: nobody is signed in
    http::MultipartReader reader_;
    std::map<std::string, std::string, std::less<>> champs_;
    std::string* champ_ = nullptr;  // under way
    bool dans_le_fichier_ = false;
    std::string nom_;
    std::unique_ptr<pieces::Entrant> fichier_;
};

}  // namespace grappe::reception
