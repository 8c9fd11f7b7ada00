// Entrant: a file being received: written and digested as its bytes come, gone unless it is kept.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace grappe::pieces {

class Entrant {
public:
    // Creates `chemin`, which must not exist. A failure is kept for `echec`.
    explicit Entrant(std::string chemin);
    ~Entrant();
    Entrant(const Entrant&) = delete;
    Entrant& operator=(const Entrant&) = delete;

    void prendre(std::string_view octets) noexcept;

    // Flushes the file and ends the digest. Once.
    void finir();

    bool a_echoue() const { return echec_; }  // no room, no file
    std::uint64_t taille() const { return taille_; }
    const std::string& sha256() const { return sha256_; }  // after finir()
    const std::string& chemin() const { return chemin_; }
    void ceder() { cede_ = true; }  // somebody else has the file now

private:
    std::string chemin_;
    int fichier_ = -1;
    evp_md_ctx_st* calcul_ = nullptr;
    std::uint64_t taille_ = 0;
    std::string sha256_;
    bool echec_ = false;
    bool cede_ = false;
};

}  // namespace grappe::pieces
