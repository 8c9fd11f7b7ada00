// A document of a record as a DocumentReference: what it is, and where its file is read.
#include "dui/fhir/id_logique.hpp"
#include "dui/fhir/objet.hpp"
#include "dui/fhir/piece.hpp"
#include "portail/pieces/formats.hpp"

namespace grappe::fhir {

const Description description_de_la_document_reference{
    .type = "DocumentReference",
    .dit = "Documents du dossier : demander une personne (patient, subject) ou un _id",
    .parametres = {{"patient", Genre::reference, "Personne accompagnée", "Patient"},
                   {"subject", Genre::reference, "Personne accompagnée", "Patient"},
                   {"status", Genre::jeton, "current ou entered-in-error"},
                   {"type", Genre::jeton, "Code du type de document"},
                   {"period", Genre::date, "Jour du document ; eq, ne, gt, lt, ge, le, sa, eb"}},
    .inclusions = {"DocumentReference:patient", "DocumentReference:subject"},
    .par_personne = true};

namespace {

// The address of the other sets was given to us by no source: none is written.
std::string_view systeme_de(const document::Type* type) {
    return type != nullptr && type->jeu == "LOINC" ? "http://loinc.org" : "";
}

std::string_view statut_de(const element::Element& element) {
    return est_retiree(element) ? "entered-in-error" : "current";
}

std::string_view type_de_media(std::string_view format) {
    const auto connu = core::named<pieces::Format>(format);
    return connu ? pieces::type_mime(*connu) : "application/octet-stream";
}

std::string contenu(const Piece& piece) {
    const auto& fichier = piece.document.fichier;
    const auto attache =
        Objet{}
            .texte("contentType", type_de_media(fichier.format))
            .texte("language", "fr")
            .texte("url", piece.adresse + "/document/" + piece.element.id + "/fichier")
            .json("size", std::to_string(fichier.taille))
            .texte("title", fichier.nom)
            .texte("creation", piece.document.fiche.date.text())
            .fin();
    return "[" + Objet{}.json("attachment", attache).fin() + "]";
}

}  // namespace

Traits traits_du_document(const element::Element& element, const document::Document& document,
                          const document::Type* type) {
    return {.statut = statut_de(element),
            .type = {systeme_de(type), document.fiche.type},
            .date = jour(document.fiche.date)};
}

Ressource en_document_reference(const Piece& piece) {
    const auto& fiche = piece.document.fiche;
    auto id = id_logique(piece.element.id);
    auto json =
        Objet{"DocumentReference"}
            .texte("id", id)
            .json("meta", en_json(piece.meta))
            .texte("status", statut_de(piece.element))
            .json("type", code_et_libelle({systeme_de(piece.type), fiche.type,
                                           piece.type == nullptr ? "" : piece.type->libelle}))
            .json("subject", reference("Patient", piece.element.personne))
            .texte("date", piece.connu_le)
            .json("custodian", structure(piece.element.finess_et.text()))
            .texte("description", fiche.titre)
            .json("content", contenu(piece))
            .json("context",
                  Objet{}.json("period", periode(fiche.date, fiche.valable_jusqu_au)).fin())
            .fin();
    return {"DocumentReference", std::move(id), piece.meta.version, piece.meta.modifiee_le,
            std::move(json)};
}

}  // namespace grappe::fhir
