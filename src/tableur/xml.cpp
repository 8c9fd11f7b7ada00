// Reading of XML parts through libxml2's text reader.
#include "tableur/xml.hpp"

#include <libxml/xmlreader.h>

#include <memory>

namespace grappe::tableur {
namespace {

struct Fermeture {
    void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};

std::string_view vue(const xmlChar* texte) {
    return texte ? std::string_view{reinterpret_cast<const char*>(texte)} : std::string_view{};
}

std::string attribut(xmlTextReader* reader, std::string_view nom) {
    const std::string cle{nom};
    xmlChar* valeur =
        xmlTextReaderGetAttribute(reader, reinterpret_cast<const xmlChar*>(cle.c_str()));
    std::string copie{vue(valeur)};
    xmlFree(valeur);
    return copie;
}

// False on a node that a sheet never holds.
bool visiter(xmlTextReader* reader, const Visiteur& visiteur) {
    const auto nom = [&] { return vue(xmlTextReaderConstLocalName(reader)); };
    switch (xmlTextReaderNodeType(reader)) {
        case XML_READER_TYPE_ELEMENT: {
            const bool vide = xmlTextReaderIsEmptyElement(reader) == 1;
            visiteur.debut(nom());
            if (vide) visiteur.fin(nom());
            return true;
        }
        case XML_READER_TYPE_END_ELEMENT:
            visiteur.fin(nom());
            return true;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
            visiteur.texte(vue(xmlTextReaderConstValue(reader)));
            return true;
        case XML_READER_TYPE_DOCUMENT_TYPE:
        case XML_READER_TYPE_ENTITY_REFERENCE:
            return false;
        default:
            return true;
    }
}

}  // namespace

bool lire_xml(const std::string& texte, Visiteur& visiteur) {
    const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    const std::unique_ptr<xmlTextReader, Fermeture> reader{xmlReaderForMemory(
        texte.data(), static_cast<int>(texte.size()), nullptr, nullptr, options)};
    if (!reader) return false;
    visiteur.attribut = [&](std::string_view nom) { return attribut(reader.get(), nom); };
    int lu = 0;
    while ((lu = xmlTextReaderRead(reader.get())) == 1)
        if (!visiter(reader.get(), visiteur)) return false;
    return lu == 0;
}

}  // namespace grappe::tableur
