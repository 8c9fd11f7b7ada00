// The fixed bytes of a certificate: how it begins, and the digest that ends it.
#pragma once

#include <string>
#include <string_view>

namespace grappe::certificat {

inline constexpr std::string_view debut_de_certificat = "{\"certificat\":\"grappe\",";

// What follows these bytes in a certificate that nobody changed.
std::string fin_de_certificat(std::string_view debut);

}  // namespace grappe::certificat
