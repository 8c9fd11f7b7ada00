// A child with bounds, read until it ends.
#include "portail/pieces/outil.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>

namespace grappe::pieces {
namespace {

using Horloge = std::chrono::steady_clock;

constexpr std::chrono::seconds au_plus{20};  // of a machine that does much else
constexpr std::size_t sortie_max = std::size_t{32} * 1024 * 1024;

// Processor seconds, bytes of memory, bytes of a file, open files.
constexpr std::array bornes{"prlimit", "--cpu=5", "--as=1073741824", "--fsize=67108864",
                            "--nofile=64"};

class Actions {
public:
    Actions(int entree, int sortie) {
        posix_spawn_file_actions_init(&actions_);
        posix_spawn_file_actions_adddup2(&actions_, entree, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions_, sortie, STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
    }
    ~Actions() { posix_spawn_file_actions_destroy(&actions_); }
    Actions(const Actions&) = delete;
    Actions& operator=(const Actions&) = delete;

    const posix_spawn_file_actions_t* lues() const { return &actions_; }

private:
    posix_spawn_file_actions_t actions_{};
};

std::optional<pid_t> lancer(const std::vector<std::string>& mots, const Actions& actions) {
    std::vector<std::string> tous{bornes.begin(), bornes.end()};
    tous.insert(tous.end(), mots.begin(), mots.end());
    std::vector<char*> arguments;
    for (auto& mot : tous) arguments.push_back(mot.data());
    arguments.push_back(nullptr);
    std::string chemin{"PATH=/usr/bin:/bin"}, langue{"LC_ALL=C.UTF-8"};
    const std::array<char*, 3> environnement{chemin.data(), langue.data(), nullptr};
    pid_t enfant = 0;
    const int faute = posix_spawnp(&enfant, arguments.front(), actions.lues(), nullptr,
                                   arguments.data(), environnement.data());
    return faute == 0 ? std::optional{enfant} : std::nullopt;
}

// Until the other end closes; false: too late, or too much.
bool lire_tout(int de, std::string& lu) {
    const auto fin = Horloge::now() + au_plus;
    std::array<char, 65536> tampon{};
    while (lu.size() <= sortie_max) {
        const auto reste =
            std::chrono::duration_cast<std::chrono::milliseconds>(fin - Horloge::now()).count();
        pollfd attente{.fd = de, .events = POLLIN, .revents = 0};
        if (reste <= 0 || poll(&attente, 1, static_cast<int>(reste)) <= 0) return false;
        const auto lus = read(de, tampon.data(), tampon.size());
        if (lus <= 0) return lus == 0;
        lu.append(tampon.data(), static_cast<std::size_t>(lus));
    }
    return false;
}

}  // namespace

Descripteur::~Descripteur() { fermer(); }

void Descripteur::fermer() {
    if (numero_ >= 0) close(numero_);
    numero_ = -1;
}

Descripteur lecture_de(const std::string& chemin) {
    return Descripteur{open(chemin.c_str(), O_RDONLY | O_CLOEXEC)};
}

Descripteur lecture_d_octets(const std::string& octets) {
    Descripteur memoire{memfd_create("outil", MFD_CLOEXEC)};
    const auto ecrits = write(memoire.numero(), octets.data(), octets.size());
    if (ecrits != static_cast<ssize_t>(octets.size()) || lseek(memoire.numero(), 0, SEEK_SET) != 0)
        memoire.fermer();
    return memoire;
}

std::optional<std::string> sortie_de(const std::vector<std::string>& mots,
                                     const Descripteur& entree) {
    std::array<int, 2> bouts{-1, -1};
    if (entree.numero() < 0 || pipe2(bouts.data(), O_CLOEXEC) != 0) return std::nullopt;
    const Descripteur lecture{bouts[0]};
    Descripteur ecriture{bouts[1]};
    const auto enfant = lancer(mots, Actions{entree.numero(), ecriture.numero()});
    ecriture.fermer();
    if (!enfant) return std::nullopt;
    std::string lu;
    const bool entier = lire_tout(lecture.numero(), lu);
    if (!entier) kill(*enfant, SIGKILL);
    int etat = 0;
    while (waitpid(*enfant, &etat, 0) < 0 && errno == EINTR) {
    }
    if (!entier || !WIFEXITED(etat) || WEXITSTATUS(etat) != 0) return std::nullopt;
    return lu;
}

}  // namespace grappe::pieces
