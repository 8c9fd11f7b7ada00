// Compression of texts, for what is sent many times and compressed once.
#pragma once

#include <string>
#include <string_view>

namespace grappe::http {

std::string gzipped(std::string_view text);

// "gzip, br;q=0.5": does this Accept-Encoding take gzip?
bool accepts_gzip(std::string_view accept_encoding);

}  // namespace grappe::http
