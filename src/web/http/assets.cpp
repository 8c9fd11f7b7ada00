// Reading, compressing and serving of static files.
#include "web/http/assets.hpp"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "core/ensure.hpp"
#include "web/http/gzip.hpp"

namespace grappe::http {
namespace {

struct Type {
    std::string_view suffix;
    std::string_view content_type;
    bool is_text;
};

constexpr auto types = std::to_array<Type>({{".css", "text/css; charset=utf-8", true},
                                            {".js", "text/javascript; charset=utf-8", true},
                                            {".mjs", "text/javascript; charset=utf-8", true},
                                            {".svg", "image/svg+xml", true},
                                            {".json", "application/json", true},
                                            {".geojson", "application/geo+json", true},
                                            {".webmanifest", "application/manifest+json", true},
                                            {".txt", "text/plain; charset=utf-8", true},
                                            {".html", "text/html; charset=utf-8", true},
                                            {".ico", "image/vnd.microsoft.icon", false},
                                            {".png", "image/png", false},
                                            {".jpg", "image/jpeg", false},
                                            {".webp", "image/webp", false},
                                            {".woff", "font/woff", false},
                                            {".woff2", "font/woff2", false}});

Type type_of(std::string_view name) {
    for (const auto& type : types)
        if (name.ends_with(type.suffix)) return type;
    return {"", "application/octet-stream", false};
}

// FNV-1a, 64 bits: tells versions apart, proves nothing.
std::uint64_t mixed(std::uint64_t digest, std::string_view text) {
    for (const char c : text) digest = (digest ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return digest;
}

constexpr std::uint64_t digest_start = 0xcbf29ce484222325ULL;

std::string read_file(const std::filesystem::path& file) {
    std::ifstream stream{file, std::ios::binary};
    std::ostringstream content;
    content << stream.rdbuf();
    if (!stream) throw std::runtime_error{"cannot read " + file.string()};
    return std::move(content).str();
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
    return if_none_match == "*" || if_none_match.find(tag) != std::string_view::npos;
}

}  // namespace

Assets::Assets(const std::filesystem::path& folder) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder})
        if (entry.is_regular_file() && !entry.is_symlink())
            take(entry.path(), std::filesystem::relative(entry.path(), folder).generic_string());
    auto digest = digest_start;
    for (const auto& [name, asset] : files_) digest = mixed(mixed(digest, name), asset.digest);
    version_ = fmt::format("{:016x}", digest);
}

void Assets::take(const std::filesystem::path& file, const std::string& name) {
    const auto type = type_of(name);
    Asset asset{.content_type = type.content_type, .content = read_file(file)};
    asset.digest = fmt::format("{:016x}", mixed(digest_start, asset.content));
    if (type.is_text && asset.content.size() > 256) asset.compressed = gzipped(asset.content);
    if (asset.compressed.size() >= asset.content.size()) asset.compressed.clear();
    files_.emplace(name, std::move(asset));
}

std::string Assets::address(std::string_view name) const {
    core::ensure(files_.contains(name), "an asset that a page names exists");
    return fmt::format("/actifs/{}/{}", version_, name);
}

Response Assets::serve(const Request& request, const Routes& routes) const {
    const auto found = files_.find(request.path("chemin"));
    if (found == files_.end()) return routes.refuse(request, {404, "http.introuvable"});
    const auto& asset = found->second;
    const bool compressed =
        !asset.compressed.empty() && accepts_gzip(request.field("accept-encoding"));
    auto tag = fmt::format("\"{}{}\"", asset.digest, compressed ? "-gz" : "");
    const bool known = names_tag(request.field("if-none-match"), tag);
    Response response{.status = known ? 304 : 200};
    response.cache =
        request.path("version") == version_ ? "public, max-age=31536000, immutable" : "no-cache";
    response.fields.push_back({"ETag", std::move(tag)});
    response.fields.push_back({"Vary", "Accept-Encoding"});
    if (known) return response;
    response.content_type = asset.content_type;
    response.lasting_body = compressed ? asset.compressed : asset.content;
    if (compressed) response.fields.push_back({"Content-Encoding", "gzip"});
    return response;
}

void add_asset_routes(Routes& routes, const Assets& assets) {
    routes.get("/actifs/{version}/{chemin...}", "Fichier statique",
               [&](const Request& request) { return assets.serve(request, routes); });
}

}  // namespace grappe::http
