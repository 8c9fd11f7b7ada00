// Compression by zlib, in the gzip envelope.
#include "web/http/gzip.hpp"

#include <zlib.h>

#include "core/ensure.hpp"
#include "web/http/request.hpp"

namespace grappe::http {
namespace {

constexpr int gzip_window = 15 + 16;  // zlib's way to ask for a gzip header

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

bool refused_by_weight(std::string_view weight) {
    weight = trimmed(weight);
    return weight.starts_with("q=0") && weight.find_first_of("123456789") == weight.npos;
}

}  // namespace

std::string gzipped(std::string_view text) {
    z_stream stream{};
    const int ready =
        deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY);
    core::ensure(ready == Z_OK, "zlib is ready");
    std::string out(deflateBound(&stream, text.size()), '\0');
    std::string input{text};  // zlib's interface is not const
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int done = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    core::ensure(done == Z_STREAM_END, "the bound holds the whole text");
    return out;
}

bool accepts_gzip(std::string_view accept_encoding) {
    while (!accept_encoding.empty()) {
        const auto entry = accept_encoding.substr(0, accept_encoding.find(','));
        accept_encoding.remove_prefix(std::min(entry.size() + 1, accept_encoding.size()));
        const auto name_size = std::min(entry.find(';'), entry.size());
        if (!same_text(trimmed(entry.substr(0, name_size)), "gzip")) continue;
        return name_size == entry.size() || !refused_by_weight(entry.substr(name_size + 1));
    }
    return false;
}

}  // namespace grappe::http
