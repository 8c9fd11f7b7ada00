// The table of passages, and the acts that change an identity.
#include "dui/identite/passage.hpp"

#include <array>

namespace grappe::identite {
namespace {

constexpr int majorite = 18;

core::Refusal refus(std::string code) {
    return core::refuse(core::Reason::invalid, std::move(code));
}

bool est_mineur(core::Date naissance, core::Date le) {
    const auto annees = le.year() - naissance.year();
    const auto apres = [](core::Date jour) {
        const auto ymd = jour.ymd();
        return std::pair{ymd.month(), ymd.day()};
    };
    return annees < majorite || (annees == majorite && apres(le) < apres(naissance));
}

std::optional<core::Refusal> faute_de_l_insi(const std::optional<Matricule>& insi) {
    if (!insi) return std::nullopt;
    if (!cle_juste(*insi)) return refus("identite.matricule_cle");
    if (!insi->autorite) return refus("identite.matricule_sans_oid");
    return std::nullopt;
}

std::optional<core::Refusal> faute_du_vu(const std::optional<Vu>& vu,
                                         const Circonstance& circonstance) {
    if (!vu) return std::nullopt;
    if (vu->le > circonstance.aujourd_hui) return refus("identite.vu_trop_tard");
    if (vu->par.empty()) return refus("identite.vu_par_personne");
    const bool mineur = circonstance.naissance && est_mineur(*circonstance.naissance, vu->le);
    if (de_mineur(vu->dispositif) && !mineur) return refus("identite.dispositif_de_mineur");
    return std::nullopt;
}

bool satisfaite(Exigence exigence, const Demande& demande) {
    switch (exigence) {
        case Exigence::refuse:
            return false;
        case Exigence::insi:
            return demande.insi.has_value();
        case Exigence::dispositif:
            return demande.vu.has_value();
        case Exigence::insi_et_dispositif:
            return demande.insi && demande.vu;
        case Exigence::motif:
            return demande.motif.has_value();
        case Exigence::retrait_de_l_ins:
            return demande.motif == Motif::ins_retiree;
    }
    return false;
}

bool porte_un_matricule(Statut statut) {
    return statut == Statut::recuperee || statut == Statut::qualifiee;
}

}  // namespace

Exigence exigence(Statut de, Statut vers) {
    using enum Exigence;
    // To: provisoire, recuperee, validee, qualifiee.
    static constexpr std::array<std::array<Exigence, 4>, 4> table{{
        {refuse, insi, dispositif, insi_et_dispositif},  // from provisoire
        {motif, insi, refuse, dispositif},               // from recuperee
        {motif, refuse, refuse, insi},                   // from validee
        {motif, refuse, retrait_de_l_ins, insi},         // from qualifiee
    }};
    return table[static_cast<std::size_t>(de)][static_cast<std::size_t>(vers)];
}

std::string code_du_passage(Statut de, Statut vers) {
    return "identite.passage." + std::string{core::name_of(de)} + "." +
           std::string{core::name_of(vers)};
}

core::Result<Identite> passer(const Identite& identite, const Demande& demande,
                              const Circonstance& circonstance) {
    const auto exigee = exigence(identite.statut, demande.vers);
    const bool monte = exigee != Exigence::motif && exigee != Exigence::retrait_de_l_ins;
    if (monte && exigee != Exigence::refuse) {
        if (identite.attributs.douteuse) return refus("identite.douteuse");
        if (identite.attributs.fictive) return refus("identite.fictive");
    }
    if (!satisfaite(exigee, demande)) return refus(code_du_passage(identite.statut, demande.vers));
    if (const auto faute = faute_de_l_insi(demande.insi)) return *faute;
    if (const auto faute = faute_du_vu(demande.vu, circonstance)) return *faute;

    auto apres = identite;
    apres.statut = demande.vers;
    if (demande.insi) apres.matricule = demande.insi;
    if (!porte_un_matricule(apres.statut)) apres.matricule.reset();
    return apres;
}

core::Result<Identite> poser(const Identite& identite, Attribut attribut) {
    if (identite.attributs.porte(attribut)) return refus("identite.attribut_deja");
    auto apres = identite;
    auto& attributs = apres.attributs;
    attributs.homonyme |= attribut == Attribut::homonyme;
    attributs.douteuse |= attribut == Attribut::douteuse;
    attributs.fictive |= attribut == Attribut::fictive;
    // Doubtful and homonym may stand together, fictitious stands alone (EXI ID 24, 26).
    if (attributs.fictive && (attributs.homonyme || attributs.douteuse))
        return refus("identite.attributs_incompatibles");
    if (attribut != Attribut::homonyme) {
        apres.statut = Statut::provisoire;
        apres.matricule.reset();
    }
    return apres;
}

core::Result<Identite> lever(const Identite& identite, Attribut attribut) {
    if (!identite.attributs.porte(attribut)) return refus("identite.attribut_absent");
    auto apres = identite;
    if (attribut == Attribut::homonyme) apres.attributs.homonyme = false;
    if (attribut == Attribut::douteuse) apres.attributs.douteuse = false;
    if (attribut == Attribut::fictive) apres.attributs.fictive = false;
    return apres;
}

Identite apres_un_trait_change(const Identite& identite) {
    return {.statut = Statut::provisoire, .attributs = identite.attributs};
}

}  // namespace grappe::identite
