// The static files of the built front: read and compressed once at start, served from memory, so
// that no request ever reaches the file system.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "web/http/routes.hpp"

namespace grappe::http {

class Assets {
public:
    // Regular files under `folder`, links not followed; a missing folder is an exception.
    explicit Assets(const std::filesystem::path& folder);

    // "dsfr/dsfr.min.css" gives "/actifs/<version>/dsfr/dsfr.min.css". The version is the digest of
    // all files, so that relative addresses inside style sheets work and every address can be kept
    // for ever. A name that no file has is a Bug.
    std::string address(std::string_view name) const;
    const std::string& version() const { return version_; }

    // 200, 304 or, with `routes`, 404. An address of another version is served, not kept.
    Response serve(const Request& request, const Routes& routes) const;

private:
    struct Asset {
        std::string_view content_type;
        std::string content{};
        std::string compressed{};  // empty: not worth it
        std::string digest{};
    };
    void take(const std::filesystem::path& file, const std::string& name);

    std::map<std::string, Asset, std::less<>> files_;
    std::string version_;
};

// GET /actifs/{version}/{chemin...}. `assets` and `routes` outlive the server.
void add_asset_routes(Routes& routes, const Assets& assets);

}  // namespace grappe::http
