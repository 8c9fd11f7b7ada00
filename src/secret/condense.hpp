// Condense: a BLAKE2b-256 digest of bytes that come one after the other.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace grappe::secret {

class Condense {
public:
    Condense();
    Condense(Condense&&) noexcept;
    Condense& operator=(Condense&&) noexcept;
    ~Condense();

    void ajouter(std::string_view octets);
    std::string hexadecimal();  // 64 digits; nothing is added after it

private:
    struct Etat;
    std::unique_ptr<Etat> etat_;
};

}  // namespace grappe::secret
