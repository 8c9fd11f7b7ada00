// The statements, one text for SQLite and PostgreSQL.
#include "dui/magasin/faits_repository.hpp"

#include <algorithm>
#include <array>

#include "secret/hasard.hpp"

namespace grappe::magasin {
namespace {

using storage::Row;
using storage::Statement;

constexpr Statement lire_marque{"magasin.marque", "SELECT marque FROM magasin"};
constexpr Statement lire_secret{"magasin.secret", "SELECT secret_des_sels FROM magasin"};
constexpr Statement poser_marque{"magasin.poser",
                                 "INSERT INTO magasin (marque, secret_des_sels) VALUES ($1, $2)"};
constexpr Statement lire_dernier_fait{"fait.dernier",
                                      "SELECT COALESCE(MAX(numero), 0) AS numero FROM fait"};
constexpr Statement lire_dernier_enregistrement{
    "enregistrement.dernier",
    "SELECT numero, connu_le FROM enregistrement ORDER BY numero DESC LIMIT 1"};
constexpr Statement lire_enregistrement_au{
    "enregistrement.au",
    "SELECT numero, connu_le FROM enregistrement WHERE connu_le <= $1 "
    "ORDER BY numero DESC LIMIT 1"};
constexpr Statement lire_signature{"enregistrement.signature",
                                   "SELECT connu_le, auteur FROM enregistrement WHERE numero = $1"};
constexpr Statement ajouter_enregistrement{
    "enregistrement.ajouter",
    "INSERT INTO enregistrement (numero, connu_le, auteur, origine, faits) "
    "VALUES ($1, $2, $3, $4, $5)"};
// Both bounds: PostgreSQL, which has no statistics yet, then takes the index.
constexpr Statement lire_entre{
    "fait.entre",
    "SELECT numero, id, version, enregistrement, type, finess_et, personnes, debut, fin, etat, "
    "reste FROM fait WHERE numero > $1 AND numero <= $2 ORDER BY numero"};
// The condition of the index `fait_annuaire`, word for word: both engines then take it.
constexpr Statement lire_dernier_de_l_annuaire{
    "fait.annuaire_dernier",
    "SELECT COALESCE(MAX(numero), 0) AS numero FROM fait WHERE type IN ('personne', 'sejour')"};
constexpr Statement lire_annuaire_entre{
    "fait.annuaire",
    "SELECT numero, id, version, enregistrement, type, finess_et, personnes, debut, fin, etat, "
    "reste FROM fait WHERE numero > $1 AND numero <= $2 AND type IN ('personne', 'sejour') "
    "ORDER BY numero"};
constexpr Statement lire_remplacees{
    "fait.remplacees",
    "SELECT avant.numero, apres.enregistrement FROM fait apres "
    "JOIN fait avant ON avant.id = apres.id AND avant.version = apres.version - 1 "
    "WHERE apres.numero > $1 AND apres.version > 1"};
constexpr Statement lire_personnes{"fait.personnes",
                                   "SELECT DISTINCT id FROM fait WHERE type = 'personne'"};

// Ids are asked by so many at a time: the text of the statement is fixed.
constexpr std::size_t ids_par_question = 250;

std::string texte_des_versions(std::string_view colonne) {
    std::string sql =
        "SELECT numero, id, version, enregistrement, type, finess_et, personnes, debut, fin, "
        "etat, reste FROM fait WHERE " +
        std::string{colonne} + " IN (";
    for (std::size_t n = 1; n <= ids_par_question; ++n)
        sql += (n == 1 ? "$" : ", $") + std::to_string(n);
    return sql + ")";
}

std::vector<std::string> lignes_de(std::string_view texte) {
    std::vector<std::string> lignes;
    while (!texte.empty()) {
        const auto fin = std::min(texte.find('\n'), texte.size());
        lignes.emplace_back(texte.substr(0, fin));
        texte.remove_prefix(std::min(fin + 1, texte.size()));
    }
    return lignes;
}

std::string en_lignes(const std::vector<std::string>& personnes) {
    std::string texte;
    for (const auto& une : personnes) (texte += texte.empty() ? "" : "\n") += une;
    return texte;
}

std::optional<fait::Repere> repere_lu(const Row& ligne, std::string_view colonne, fait::Type type) {
    const auto texte = ligne.get<std::optional<std::string_view>>(colonne);
    if (!texte) return std::nullopt;
    const auto lu = fait::repere_de(*texte, fait::unite_de(type));
    if (!lu) throw storage::Failure{"stored day or instant unreadable"};
    return lu;
}

Version version_lue(const Row& ligne) {
    const auto type = ligne.get<fait::Type>("type");
    return {.numero = ligne.get<std::int64_t>("numero"),
            .version = ligne.get<std::int64_t>("version"),
            .enregistrement = ligne.get<std::int64_t>("enregistrement"),
            .fait = {.id = ligne.get<std::string>("id"),
                     .type = type,
                     .finess_et = ligne.get<core::Finess>("finess_et"),
                     .personnes = lignes_de(ligne.get<std::string_view>("personnes")),
                     .debut = repere_lu(ligne, "debut", type),
                     .fin = repere_lu(ligne, "fin", type),
                     .etat = ligne.get<fait::Etat>("etat"),
                     .reste = ligne.get<std::string>("reste")}};
}

std::optional<std::string> texte_du(const std::optional<fait::Repere>& repere, fait::Type type) {
    if (!repere) return std::nullopt;
    return fait::texte_de(*repere, fait::unite_de(type));
}

Moment moment_lu(const Row& ligne) {
    const auto connu_le = Moment::parse(ligne.get<std::string_view>("connu_le"));
    if (!connu_le) throw storage::Failure{"stored moment unreadable"};
    return *connu_le;
}

Enregistrement enregistrement_lu(const Row& ligne) {
    return {.numero = ligne.get<std::int64_t>("numero"), .connu_le = moment_lu(ligne)};
}

std::int64_t numero_lu(storage::Reader& db, const Statement& question) {
    return *db.one(question, [](const Row& ligne) { return ligne.get<std::int64_t>("numero"); });
}

// So many keys a question, filled up with one that no row has: an empty id, the number 0.
template <class Cle>
void par_questions(storage::Reader& db, const Statement& question, std::span<const Cle> cles,
                   const Voir& voir) {
    std::vector<storage::Value> valeurs;
    for (; !cles.empty(); cles = cles.subspan(std::min(ids_par_question, cles.size()))) {
        const auto celles_ci = cles.first(std::min(ids_par_question, cles.size()));
        valeurs.assign(celles_ci.begin(), celles_ci.end());
        valeurs.resize(ids_par_question, Cle{});
        db.each_of(question, valeurs, [&](const Row& ligne) { voir(version_lue(ligne)); });
    }
}

}  // namespace

std::optional<std::string> marque_connue(storage::Reader& db) {
    return db.one(lire_marque, [](const Row& ligne) { return ligne.get<std::string>("marque"); });
}

std::string marque(storage::Writer& db) {
    if (auto connue = marque_connue(db)) return *std::move(connue);
    auto neuve = secret::identifiant();
    db.run(poser_marque, neuve, secret::jeton());
    return neuve;
}

core::Confidential<std::string> secret_des_sels(storage::Reader& db) {
    const auto lu = db.one(
        lire_secret, [](const Row& ligne) { return ligne.get<std::string>("secret_des_sels"); });
    return core::Confidential<std::string>{lu.value_or("")};
}

std::int64_t dernier_fait(storage::Reader& db) { return numero_lu(db, lire_dernier_fait); }

std::int64_t dernier_de_l_annuaire(storage::Reader& db) {
    return numero_lu(db, lire_dernier_de_l_annuaire);
}

Enregistrement dernier_enregistrement(storage::Reader& db) {
    return db.one(lire_dernier_enregistrement, enregistrement_lu).value_or(Enregistrement{});
}

Enregistrement enregistrement_au(storage::Reader& db, Moment connu_le) {
    return db.one(lire_enregistrement_au, enregistrement_lu, connu_le.text())
        .value_or(Enregistrement{});
}

Signature signature_de(storage::Reader& db, std::int64_t enregistrement) {
    auto lue = db.one(
        lire_signature,
        [](const Row& ligne) {
            return Signature{moment_lu(ligne), ligne.get<std::string>("auteur")};
        },
        enregistrement);
    core::ensure(lue.has_value(), "an act of recording");
    return *std::move(lue);
}

void versions_de(storage::Reader& db, std::span<const std::string_view> ids, const Voir& voir) {
    static const std::string texte = texte_des_versions("id");
    const Statement question{"fait.versions", texte};
    par_questions(db, question, ids, voir);
}

void versions_numerotees(storage::Reader& db, std::span<const std::int64_t> numeros,
                         const Voir& voir) {
    static const std::string texte = texte_des_versions("numero");
    const Statement question{"fait.numeros", texte};
    par_questions(db, question, numeros, voir);
}

void versions_entre(storage::Reader& db, std::int64_t apres, std::int64_t jusqu_a,
                    const Voir& voir) {
    db.each(
        lire_entre, [&](const Row& ligne) { voir(version_lue(ligne)); }, apres, jusqu_a);
}

void annuaire_entre(storage::Reader& db, std::int64_t apres, std::int64_t jusqu_a,
                    const Voir& voir) {
    db.each(
        lire_annuaire_entre, [&](const Row& ligne) { voir(version_lue(ligne)); }, apres, jusqu_a);
}

void remplacees_apres(storage::Reader& db, std::int64_t numero,
                      const std::function<void(Remplacee)>& voir) {
    db.each(
        lire_remplacees,
        [&](const Row& ligne) {
            voir({ligne.get<std::int64_t>("numero"), ligne.get<std::int64_t>("enregistrement")});
        },
        numero);
}

void personnes_connues(storage::Reader& db, const std::function<void(std::string_view)>& voir) {
    db.each(lire_personnes, [&](const Row& ligne) { voir(ligne.get<std::string_view>("id")); });
}

void ajouter(storage::Writer& db, std::span<const Version> versions) {
    static constexpr std::array<std::string_view, 11> colonnes{
        "numero",    "id",    "version", "enregistrement", "type", "finess_et",
        "personnes", "debut", "fin",     "etat",           "reste"};
    auto lot = db.bulk({"fait", colonnes});
    for (const auto& une : versions) {
        const auto& f = une.fait;
        lot.add(une.numero, f.id, une.version, une.enregistrement, f.type, f.finess_et.text(),
                en_lignes(f.personnes), texte_du(f.debut, f.type), texte_du(f.fin, f.type), f.etat,
                f.reste);
    }
    lot.finish();
}

void ajouter_acte(storage::Writer& db, const Acte& acte) {
    db.run(ajouter_enregistrement, acte.enregistrement.numero, acte.enregistrement.connu_le.text(),
           acte.auteur, acte.origine, acte.faits);
}

}  // namespace grappe::magasin
