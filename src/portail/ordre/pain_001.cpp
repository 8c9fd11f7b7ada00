// The order as ISO 20022 XML, by libxml2's writer.
#include <libxml/xmlwriter.h>

#include <memory>

#include "core/ensure.hpp"
#include "core/texte.hpp"
#include "portail/ordre/bordereau.hpp"

namespace grappe::ordre {
namespace {

constexpr const char* espace_de_noms = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
// Lengths of the standard, and of the SEPA rulebook for names.
constexpr std::size_t nom_max = 70, libelle_max = 140;

const xmlChar* en_xml(const char* texte) { return reinterpret_cast<const xmlChar*>(texte); }

class Ecrivain {
public:
    Ecrivain() : tampon_{xmlBufferCreate()}, ecrivain_{xmlNewTextWriterMemory(tampon_.get(), 0)} {
        core::ensure(ecrivain_ != nullptr, "an XML text in memory");
        verifier(xmlTextWriterSetIndent(ecrivain_.get(), 1));
        verifier(xmlTextWriterSetIndentString(ecrivain_.get(), en_xml(" ")));
        verifier(xmlTextWriterStartDocument(ecrivain_.get(), "1.0", "UTF-8", nullptr));
    }

    template <class Contenu>
    void element(const char* nom, Contenu contenu) {
        verifier(xmlTextWriterStartElement(ecrivain_.get(), en_xml(nom)));
        contenu();
        verifier(xmlTextWriterEndElement(ecrivain_.get()));
    }
    void texte(const char* nom, const std::string& valeur) {
        verifier(xmlTextWriterWriteElement(ecrivain_.get(), en_xml(nom), en_xml(valeur.c_str())));
    }
    void attribut(const char* nom, const char* valeur) {
        verifier(xmlTextWriterWriteAttribute(ecrivain_.get(), en_xml(nom), en_xml(valeur)));
    }
    void contenu(const std::string& valeur) {
        verifier(xmlTextWriterWriteString(ecrivain_.get(), en_xml(valeur.c_str())));
    }

    std::string octets() && {
        verifier(xmlTextWriterEndDocument(ecrivain_.get()));
        ecrivain_.reset();  // what it holds goes to the buffer
        return {reinterpret_cast<const char*>(xmlBufferContent(tampon_.get())),
                static_cast<std::size_t>(xmlBufferLength(tampon_.get()))};
    }

private:
    struct Fermeture {
        void operator()(xmlTextWriter* ecrivain) const { xmlFreeTextWriter(ecrivain); }
        void operator()(xmlBuffer* tampon) const { xmlBufferFree(tampon); }
    };
    static void verifier(int ecrits) { core::ensure(ecrits >= 0, "memory takes what is written"); }

    std::unique_ptr<xmlBuffer, Fermeture> tampon_;
    std::unique_ptr<xmlTextWriter, Fermeture> ecrivain_;
};

std::string somme(const Bordereau& bordereau) {
    core::Money total;
    for (const auto& un : bordereau.virements) total += un.montant;
    return total.text();
}

void nommer(Ecrivain& xml, const char* element, const std::string& nom) {
    xml.element(element, [&] { xml.texte("Nm", en_sepa(nom, nom_max)); });
}

// An identification that is not known here.
void ne_pas_fournir(Ecrivain& xml) {
    xml.element("Othr", [&] { xml.texte("Id", "NOTPROVIDED"); });
}

void ecrire_l_entete(Ecrivain& xml, const Bordereau& bordereau) {
    xml.element("GrpHdr", [&] {
        xml.texte("MsgId", bordereau.reference);
        xml.texte("CreDtTm", bordereau.emis_le.utc_text());
        xml.texte("NbOfTxs", std::to_string(bordereau.virements.size()));
        xml.texte("CtrlSum", somme(bordereau));
        nommer(xml, "InitgPty", bordereau.payeur);
    });
}

std::string libelle(const Virement& un) {
    auto texte = "ESMS numérique - " + un.objet + " - convention " + un.convention;
    if (!un.finess_ej.empty()) texte += " - EJ " + un.finess_ej;
    return en_sepa(texte, libelle_max);
}

void ecrire(Ecrivain& xml, const Virement& un) {
    xml.element("CdtTrfTxInf", [&] {
        xml.element("PmtId", [&] { xml.texte("EndToEndId", un.id); });
        xml.element("Amt", [&] {
            xml.element("InstdAmt", [&] {
                xml.attribut("Ccy", "EUR");
                xml.contenu(un.montant.text());
            });
        });
        if (!un.bic.empty())
            xml.element("CdtrAgt",
                        [&] { xml.element("FinInstnId", [&] { xml.texte("BICFI", un.bic); }); });
        nommer(xml, "Cdtr", un.beneficiaire);
        xml.element("CdtrAcct", [&] { xml.element("Id", [&] { xml.texte("IBAN", un.iban); }); });
        xml.element("RmtInf", [&] { xml.texte("Ustrd", libelle(un)); });
    });
}

void ecrire_les_virements(Ecrivain& xml, const Bordereau& bordereau) {
    xml.element("PmtInf", [&] {
        xml.texte("PmtInfId", bordereau.reference);
        xml.texte("PmtMtd", "TRF");
        xml.texte("NbOfTxs", std::to_string(bordereau.virements.size()));
        xml.texte("CtrlSum", somme(bordereau));
        xml.element("PmtTpInf", [&] { xml.element("SvcLvl", [&] { xml.texte("Cd", "SEPA"); }); });
        xml.element("ReqdExctnDt",
                    [&] { xml.texte("Dt", core::paris().day_of(bordereau.emis_le).text()); });
        nommer(xml, "Dbtr", bordereau.payeur);
        xml.element("DbtrAcct", [&] { xml.element("Id", [&] { ne_pas_fournir(xml); }); });
        xml.element("DbtrAgt", [&] { xml.element("FinInstnId", [&] { ne_pas_fournir(xml); }); });
        xml.texte("ChrgBr", "SLEV");
        for (const auto& un : bordereau.virements) ecrire(xml, un);
    });
}

}  // namespace

std::string en_sepa(std::string_view texte, std::size_t signes) {
    constexpr std::string_view permis = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-?:().,'+ ";
    std::string sortie;
    for (const char c : core::fold(texte)) {
        const char capitale = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        const char pris = permis.find(capitale) == std::string_view::npos ? ' ' : capitale;
        if (pris != ' ' || (!sortie.empty() && sortie.back() != ' ')) sortie += pris;
    }
    return std::string{core::trimmed(std::string_view{sortie}.substr(0, signes))};
}

std::string en_pain_001(const Bordereau& bordereau) {
    Ecrivain xml;
    xml.element("Document", [&] {
        xml.attribut("xmlns", espace_de_noms);
        xml.element("CstmrCdtTrfInitn", [&] {
            ecrire_l_entete(xml, bordereau);
            ecrire_les_virements(xml, bordereau);
        });
    });
    return std::move(xml).octets();
}

}  // namespace grappe::ordre
