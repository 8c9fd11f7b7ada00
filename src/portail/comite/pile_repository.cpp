// Every SQL statement that reads dossiers for a committee, all of them at once.
#include <algorithm>
#include <map>

#include "portail/comite/pile.hpp"
#include "portail/comite/resultat.hpp"
#include "portail/instruction/decision_repository.hpp"
#include "portail/teleservice/complement_repository.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/piece_repository.hpp"
#include "portail/teleservice/regles_appliquees.hpp"

namespace grappe::comite {
namespace {

using storage::Statement, storage::Row;
using teleservice::Dossier, teleservice::Piece;

// $1 the desk and $2 the call of a committee that is open; $3 one whose results are public; $4 one
// dossier. What is not asked for is empty.
constexpr Statement select_contenus{"pile.contenus", R"(
    WITH pile AS (SELECT id FROM dossier WHERE guichet = $1 AND appel = $2 AND
                         statut IN ('recevable', 'reserve')
                  UNION SELECT dossier FROM comite_resultat WHERE comite = $3
                  UNION SELECT id FROM dossier WHERE id = $4)
    SELECT p.dossier, p.numero, p.depose_le, p.regles, v.contenu
    FROM pile
    JOIN depot p ON p.dossier = pile.id
    JOIN dossier_version v ON v.dossier = p.dossier AND
         (v.version = p.version
          OR v.version IN (SELECT r.version FROM reponse r WHERE r.dossier = p.dossier)
          OR v.version IN (SELECT i.version FROM intervention i WHERE i.dossier = p.dossier))
    WHERE NOT EXISTS (SELECT 1 FROM depot q WHERE q.dossier = p.dossier AND q.rang > p.rang)
    ORDER BY v.version)"};
constexpr Statement select_regles{"pile.regles", R"(
    WITH pile AS (SELECT id FROM dossier WHERE guichet = $1 AND appel = $2 AND
                         statut IN ('recevable', 'reserve')
                  UNION SELECT dossier FROM comite_resultat WHERE comite = $3
                  UNION SELECT id FROM dossier WHERE id = $4)
    SELECT i.dossier, i.apres, i.faite_le
    FROM pile JOIN intervention i ON i.dossier = pile.id
    WHERE i.genre = 'correction' AND i.objet = $5 AND i.apres <> '' ORDER BY i.numero)"};
constexpr Statement select_pieces{"pile.pieces", R"(
    WITH pile AS (SELECT id FROM dossier WHERE guichet = $1 AND appel = $2 AND
                         statut IN ('recevable', 'reserve')
                  UNION SELECT dossier FROM comite_resultat WHERE comite = $3
                  UNION SELECT id FROM dossier WHERE id = $4)
    SELECT x.dossier, x.id, x.type, x.organisme, x.nom, x.format, x.sha256, x.taille, x.etat,
           x.depose_par, x.depose_le, x.retire_le,
           CASE WHEN g.piece IS NULL THEN 0 ELSE 1 END AS deposee,
           CASE WHEN c.piece IS NULL THEN 0 ELSE 1 END AS complement, c.remplace
    FROM pile
    JOIN piece x ON x.dossier = pile.id
    LEFT JOIN depot_piece g ON g.dossier = x.dossier AND g.piece = x.id AND
         g.rang = (SELECT MAX(q.rang) FROM depot q WHERE q.dossier = x.dossier)
    LEFT JOIN complement c ON c.dossier = x.dossier AND c.piece = x.id
    WHERE g.piece IS NOT NULL OR c.piece IS NOT NULL
    ORDER BY x.dossier, x.type, x.depose_le, x.id)"};
constexpr Statement select_appreciations{"pile.appreciations", R"(
    WITH pile AS (SELECT id FROM dossier WHERE guichet = $1 AND appel = $2 AND
                         statut IN ('recevable', 'reserve')
                  UNION SELECT dossier FROM comite_resultat WHERE comite = $3
                  UNION SELECT id FROM dossier WHERE id = $4)
    SELECT a.dossier, a.numero, a.regle, a.objet, a.decision, a.motif, a.par, a.rendue_le
    FROM pile JOIN appreciation a ON a.dossier = pile.id ORDER BY a.dossier, a.numero)"};
constexpr Statement select_verdicts{"pile.verdicts", R"(
    WITH pile AS (SELECT id FROM dossier WHERE guichet = $1 AND appel = $2 AND
                         statut IN ('recevable', 'reserve')
                  UNION SELECT dossier FROM comite_resultat WHERE comite = $3
                  UNION SELECT id FROM dossier WHERE id = $4)
    SELECT e.dossier, e.numero, e.piece, e.verdict, e.motif, e.texte, e.par, e.rendu_le
    FROM pile JOIN verdict e ON e.dossier = pile.id ORDER BY e.dossier, e.numero)"};

struct Lesquels {
    std::string guichet, appel, comite, dossier;
};

class Lecture {
public:
    Lecture(storage::Reader& db, Lesquels lesquels) : db_{db}, lesquels_{std::move(lesquels)} {}

    std::vector<Empile> lire(const std::vector<Dossier>& dossiers) {
        for (const auto& dossier : dossiers) {
            places_.emplace(dossier.id, empiles_.size());
            empiles_.push_back({.dossier = dossier,
                                .numero = {},
                                .depose_le = dossier.cree_le,
                                .regles = {},
                                .contenu = {}});
        }
        contenus();
        regles();
        pieces();
        chaque(select_appreciations, [](Empile& un, const Row& row) {
            un.appreciations.push_back(instruction::lire_appreciation(row));
        });
        chaque(select_verdicts, [](Empile& un, const Row& row) {
            un.verdicts.push_back(instruction::lire_verdict(row));
        });
        for (const auto& un : empiles_)
            core::ensure(!un.numero.empty(), "a dossier at a desk was deposited");
        return std::move(empiles_);
    }

private:
    template <class Lire, class... Autres>
    void chaque(const Statement& statement, Lire lire, const Autres&... autres) {
        const auto& [guichet, appel, comite, dossier] = lesquels_;
        db_.each(
            statement,
            [&](const Row& row) {
                const auto place = places_.find(row.get<std::string>("dossier"));
                if (place != places_.end()) lire(empiles_[place->second], row);
            },
            guichet, appel, comite, dossier, autres...);
    }

    // The last version counts: rows are in their order.
    void contenus() {
        chaque(select_contenus, [](Empile& un, const Row& row) {
            un.numero = row.get<std::string>("numero");
            un.depose_le = row.get<core::Instant>("depose_le");
            un.regles = row.get<std::string>("regles");
            un.contenu = row.get<std::string>("contenu");
        });
    }

    void regles() {
        chaque(
            select_regles,
            [](Empile& un, const Row& row) {
                if (row.get<core::Instant>("faite_le") >= un.depose_le)
                    un.regles = row.get<std::string>("apres");
            },
            teleservice::champ_des_regles);
    }

    void pieces() {
        struct Siennes {
            std::vector<std::string> admises;
            std::vector<teleservice::PieceComplementaire> complements;
        };
        std::map<std::string, Siennes> par_dossier;
        chaque(select_pieces, [&](Empile& un, const Row& row) {
            auto& siennes = par_dossier[un.dossier.id];
            un.pieces.push_back(teleservice::piece_de(row));
            const auto& id = un.pieces.back().id;
            if (row.get<int>("deposee") == 1) siennes.admises.push_back(id);
            if (row.get<int>("complement") == 1)
                siennes.complements.push_back(
                    {id, row.get<std::optional<std::string>>("remplace")});
        });
        for (auto& un : empiles_) {
            auto& [admises, complements] = par_dossier[un.dossier.id];
            std::ranges::sort(complements, {}, &teleservice::PieceComplementaire::piece);
            un.pieces =
                teleservice::en_vigueur(std::move(admises), std::move(un.pieces), complements);
        }
    }

    storage::Reader& db_;
    Lesquels lesquels_;
    std::map<std::string, std::size_t> places_{};
    std::vector<Empile> empiles_{};
};

}  // namespace

bool peut_etre_examine(teleservice::Statut statut) {
    return statut == teleservice::Statut::recevable || statut == teleservice::Statut::reserve;
}

std::vector<Empile> pile(storage::Reader& db, const Comite& comite) {
    auto dossiers = teleservice::dossiers_du_guichet(db, comite.guichet);
    if (comite.notifie_le) {
        const auto passes = resultats_du_comite(db, comite.id);
        std::erase_if(dossiers, [&](const Dossier& dossier) {
            return std::ranges::find(passes, dossier.id, &Resultat::dossier) == passes.end();
        });
        return Lecture{db, {{}, {}, comite.id, {}}}.lire(dossiers);
    }
    std::erase_if(dossiers, [&](const Dossier& dossier) {
        return dossier.appel != comite.appel || !peut_etre_examine(dossier.statut);
    });
    return Lecture{db, {comite.guichet, comite.appel, {}, {}}}.lire(dossiers);
}

Empile empile(storage::Reader& db, const Dossier& dossier) {
    return std::move(Lecture{db, {{}, {}, {}, dossier.id}}.lire({dossier}).front());
}

}  // namespace grappe::comite
