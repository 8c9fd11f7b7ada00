// The INSTREAM command of clamd: lengths in network order, then the file, then a zero length.
#include "portail/pieces/antivirus.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netdb.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <memory>

namespace grappe::pieces {
namespace {

constexpr timeval patience{.tv_sec = 30, .tv_usec = 0};

class Descripteur {
public:
    explicit Descripteur(int numero) : numero_{numero} {}
    Descripteur(const Descripteur&) = delete;
    Descripteur& operator=(const Descripteur&) = delete;
    ~Descripteur() {
        if (numero_ >= 0) ::close(numero_);
    }
    int numero() const { return numero_; }
    bool ouvert() const { return numero_ >= 0; }

private:
    int numero_;
};

int prise(int famille) {
    const int ouverte = ::socket(famille, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (ouverte < 0) return ouverte;
    ::setsockopt(ouverte, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(ouverte, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    return ouverte;
}

int joindre_localement(const std::string& chemin) {
    sockaddr_un adresse{};
    adresse.sun_family = AF_UNIX;
    if (chemin.size() >= sizeof adresse.sun_path) return -1;
    std::memcpy(adresse.sun_path, chemin.data(), chemin.size());
    const int ouverte = prise(AF_UNIX);
    if (ouverte >= 0 &&
        ::connect(ouverte, reinterpret_cast<sockaddr*>(&adresse), sizeof adresse) == 0)
        return ouverte;
    if (ouverte >= 0) ::close(ouverte);
    return -1;
}

int joindre_par_tcp(const std::string& hote, const std::string& port) {
    addrinfo voulu{};
    voulu.ai_socktype = SOCK_STREAM;
    addrinfo* trouves = nullptr;
    if (::getaddrinfo(hote.c_str(), port.c_str(), &voulu, &trouves) != 0) return -1;
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> gardes{trouves, &::freeaddrinfo};
    for (const auto* un = trouves; un != nullptr; un = un->ai_next) {
        const int ouverte = prise(un->ai_family);
        if (ouverte >= 0 && ::connect(ouverte, un->ai_addr, un->ai_addrlen) == 0) return ouverte;
        if (ouverte >= 0) ::close(ouverte);
    }
    return -1;
}

bool envoyer(const Descripteur& vers, std::string_view octets) {
    while (!octets.empty()) {
        const auto partis = ::send(vers.numero(), octets.data(), octets.size(), MSG_NOSIGNAL);
        if (partis <= 0) return false;
        octets.remove_prefix(static_cast<std::size_t>(partis));
    }
    return true;
}

bool envoyer_le_fichier(const Descripteur& vers, const Descripteur& fichier) {
    std::array<char, std::size_t{64} * 1024> tampon;
    for (;;) {
        const auto lus = ::read(fichier.numero(), tampon.data(), tampon.size());
        if (lus < 0) return false;
        const auto taille = htonl(static_cast<std::uint32_t>(lus));
        std::array<char, sizeof taille> entete;
        std::memcpy(entete.data(), &taille, sizeof taille);
        if (!envoyer(vers, {entete.data(), entete.size()})) return false;
        if (lus == 0) return true;
        if (!envoyer(vers, {tampon.data(), static_cast<std::size_t>(lus)})) return false;
    }
}

std::string lire_la_reponse(const Descripteur& depuis) {
    std::string reponse;
    std::array<char, 512> tampon;
    while (reponse.size() < 4096 && reponse.find('\0') == std::string::npos) {
        const auto lus = ::recv(depuis.numero(), tampon.data(), tampon.size(), 0);
        if (lus <= 0) break;
        reponse.append(tampon.data(), static_cast<std::size_t>(lus));
    }
    return reponse.substr(0, reponse.find('\0'));
}

}  // namespace

core::Result<Antivirus> Antivirus::lire(std::string_view adresse) {
    const auto illisible =
        core::refuse(core::Reason::invalid, "antivirus.adresse", std::string{adresse});
    constexpr std::string_view unix{"unix:"}, tcp{"tcp:"};
    if (adresse.starts_with(unix) && adresse.size() > unix.size())
        return Antivirus{std::string{adresse.substr(unix.size())}, {}, {}};
    const auto deux_points = adresse.rfind(':');
    if (!adresse.starts_with(tcp) || deux_points <= tcp.size()) return illisible;
    const auto port = adresse.substr(deux_points + 1);
    if (port.empty() || port.find_first_not_of("0123456789") != std::string_view::npos)
        return illisible;
    return Antivirus{
        {}, std::string{adresse.substr(tcp.size(), deux_points - tcp.size())}, std::string{port}};
}

core::Result<void> Antivirus::examiner(const std::string& chemin) const {
    const auto muet = core::refuse(core::Reason::unavailable, "antivirus.muet");
    const Descripteur fichier{::open(chemin.c_str(), O_RDONLY | O_CLOEXEC)};
    const Descripteur clamd{chemin_.empty() ? joindre_par_tcp(hote_, port_)
                                            : joindre_localement(chemin_)};
    if (!fichier.ouvert() || !clamd.ouvert()) return muet;
    if (!envoyer(clamd, std::string_view{"zINSTREAM\0", 10}) || !envoyer_le_fichier(clamd, fichier))
        return muet;
    const auto reponse = lire_la_reponse(clamd);
    if (reponse == "stream: OK") return {};
    if (reponse.ends_with(" FOUND")) return core::refuse(core::Reason::invalid, "antivirus.virus");
    return muet;
}

}  // namespace grappe::pieces
