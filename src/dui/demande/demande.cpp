// Terms, faults, and what an element keeps of it.
#include "dui/demande/demande.hpp"

#include "core/ensure.hpp"
#include "core/texte.hpp"
#include "dui/lecture/contenu.hpp"

namespace grappe::demande {
namespace {

using Unite = echeance::Delai::Unite;

constexpr echeance::Delai un_mois{1, Unite::mois}, deux_mois{2, Unite::mois},
    huit_jours{8, Unite::jours};

template <class Mot>
Mot mot_de(const lecture::Textes& textes, const char* cle) {
    const auto ou = textes.find(cle);
    const auto mot = ou == textes.end() ? std::nullopt : core::named<Mot>(ou->second);
    core::ensure(mot.has_value(), "a stored demand says its words");
    return *mot;
}

core::Date jour_de(lecture::Textes& textes, const char* cle) {
    const auto jour = core::Date::parse(textes[cle]);
    core::ensure(jour.has_value(), "a stored demand says its days");
    return *jour;
}

bool trop_long(const std::string& texte) { return core::caracteres(texte) > texte_au_plus; }

}  // namespace

const Terme& terme_de(Objet objet) {
    static const Terme rgpd{un_mois, deux_mois, "demande.source.rgpd"};
    static const Terme sante{huit_jours, std::nullopt, "demande.source.sante"};
    static const Terme ancienne{deux_mois, std::nullopt, "demande.source.sante"};
    if (objet == Objet::sante) return sante;
    return objet == Objet::sante_ancienne ? ancienne : rgpd;
}

core::Date echeance_de(const Demande& demande) {
    const auto& terme = terme_de(demande.objet);
    if (!demande.prolongation || !terme.prolongation)
        return echeance::appliquer(demande.recue_le, terme.delai);
    // Months are added to months at once: the 31st of January, then two, is the 30th of April.
    return echeance::appliquer(
        demande.recue_le, {terme.delai.nombre + terme.prolongation->nombre, terme.delai.unite});
}

Etat etat_de(const Demande& demande, core::Date aujourd_hui) {
    const auto terme = echeance_de(demande);
    if (demande.reponse)
        return demande.reponse->le > terme ? Etat::repondue_en_retard : Etat::repondue;
    return aujourd_hui > terme ? Etat::en_retard : Etat::ouverte;
}

std::vector<Faute> fautes_de(const Demande& demande, core::Date aujourd_hui) {
    std::vector<Faute> fautes;
    if (demande.recue_le > aujourd_hui) fautes.push_back({"recue_le", "demande.futur"});
    if (trop_long(demande.texte)) fautes.push_back({"texte", "demande.long"});
    return fautes;
}

std::vector<Faute> fautes_d_une_prolongation(const Demande& demande, const Prolongation& voulue) {
    std::vector<Faute> fautes;
    if (demande.reponse) fautes.push_back({"motif", "demande.deja_repondue"});
    if (!terme_de(demande.objet).prolongation)
        fautes.push_back({"motif", "demande.sans_prolongation"});
    else if (demande.prolongation)
        fautes.push_back({"motif", "demande.deja_prolongee"});
    else if (voulue.dite_le > echeance_de(demande))
        fautes.push_back({"motif", "demande.prolongation_tardive"});
    if (voulue.motif.empty()) fautes.push_back({"motif", "demande.prolongation_motif"});
    if (trop_long(voulue.motif)) fautes.push_back({"motif", "demande.long"});
    return fautes;
}

std::vector<Faute> fautes_d_une_reponse(const Demande& demande, const Reponse& voulue,
                                        core::Date aujourd_hui) {
    std::vector<Faute> fautes;
    if (demande.reponse) fautes.push_back({"issue", "demande.deja_repondue"});
    if (voulue.le > aujourd_hui) fautes.push_back({"le", "demande.futur"});
    if (voulue.le < demande.recue_le) fautes.push_back({"le", "demande.avant_la_demande"});
    const bool a_dire = voulue.issue == Issue::refusee || voulue.issue == Issue::en_partie;
    if (a_dire && voulue.texte.empty()) fautes.push_back({"texte", "demande.reponse_motif"});
    if (trop_long(voulue.texte)) fautes.push_back({"texte", "demande.long"});
    return fautes;
}

std::string contenu_de(const Demande& demande) {
    lecture::Textes textes{{"objet", std::string{core::name_of(demande.objet)}},
                           {"par", std::string{core::name_of(demande.par)}},
                           {"recue_le", demande.recue_le.text()},
                           {"texte", demande.texte}};
    if (demande.prolongation) {
        textes["prolongee_le"] = demande.prolongation->dite_le.text();
        textes["motif"] = demande.prolongation->motif;
    }
    if (demande.reponse) {
        textes["repondue_le"] = demande.reponse->le.text();
        textes["issue"] = core::name_of(demande.reponse->issue);
        textes["reponse"] = demande.reponse->texte;
    }
    return lecture::en_contenu(textes);
}

Demande lue(std::string_view contenu) {
    auto textes = lecture::textes_du_contenu(contenu);
    Demande demande{.objet = mot_de<Objet>(textes, "objet"),
                    .par = mot_de<Par>(textes, "par"),
                    .recue_le = jour_de(textes, "recue_le"),
                    .texte = textes["texte"]};
    if (textes.contains("prolongee_le"))
        demande.prolongation = {jour_de(textes, "prolongee_le"), textes["motif"]};
    if (textes.contains("repondue_le"))
        demande.reponse = {jour_de(textes, "repondue_le"), mot_de<Issue>(textes, "issue"),
                           textes["reponse"]};
    return demande;
}

}  // namespace grappe::demande
