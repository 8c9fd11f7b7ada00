// The two kinds of lock.
#include "storage/exclusive.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace grappe::storage {
namespace {

constexpr Statement try_lock{
    "exclusive.take", "SELECT CASE WHEN pg_try_advisory_lock(hashtext($1)) THEN 1 ELSE 0 END AS a"};

int locked_file(const std::string& path) {
    const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) throw Failure{"lock file: " + path};
    if (flock(file, LOCK_EX | LOCK_NB) == 0) return file;
    close(file);
    return -1;
}

bool locked_row(Base& base, const std::string& name) {
    return base.read([&](Reader& db) {
        return db.one(
                   try_lock, [](const Row& row) { return row.get<int>("a"); }, name) == 1;
    });
}

}  // namespace

std::unique_ptr<Exclusive> Exclusive::take(std::string_view url, const std::string& name) {
    const auto address = parse_address(url);
    if (address.engine == Engine::sqlite) {
        const int file = locked_file(address.target + "-" + name + ".lock");
        if (file < 0) return nullptr;
        return std::unique_ptr<Exclusive>{new Exclusive{file, std::nullopt}};
    }
    auto opened = Base::open(url, Access::read_write);
    if (!opened) throw Failure{"the database cannot be opened: " + opened.error().code};
    auto base = std::move(opened).value();
    if (!locked_row(base, "grappe." + name)) return nullptr;
    return std::unique_ptr<Exclusive>{new Exclusive{-1, std::move(base)}};
}

Exclusive::~Exclusive() {
    if (file_ >= 0) close(file_);
}

}  // namespace grappe::storage
