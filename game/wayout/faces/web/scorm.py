"""How do stories become a package that a learning platform takes in?

SCORM packages (1.2 and 2004 4th edition): the manifest (imsmanifest.xml) as XML, and a zip of it and the one-file
edition, the same to the byte whenever it is written.

The manifest names the schemas by the file names that the standard gives them, and holds no copy of any.
"""

import io
from xml.etree import ElementTree
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from wayout.faces.web.one_file import one_file
from wayout.faces.web.subset import Subset
from wayout.locale import print_strings, strings
from wayout.model.library import story_name
from wayout.model.text import sanitize

PACKAGE = ".zip"
PAGE, MANIFEST = "index.html", "imsmanifest.xml"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can name: every file of a package bears it."""
MODE = 0o644
UNIX = 3
"""The system that a zip says it was made on."""

_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SCHEMAS = {
    "1.2": {
        "": ("http://www.imsproject.org/xsd/imscp_rootv1p1p2", "imscp_rootv1p1p2.xsd"),
        "adlcp": ("http://www.adlnet.org/xsd/adlcp_rootv1p2", "adlcp_rootv1p2.xsd"),
    },
    "2004": {
        "": ("http://www.imsglobal.org/xsd/imscp_v1p1", "imscp_v1p1.xsd"),
        "adlcp": ("http://www.adlnet.org/xsd/adlcp_v1p3", "adlcp_v1p3.xsd"),
        "imsss": ("http://www.imsglobal.org/xsd/imsss", "imsss_v1p0.xsd"),
    },
}
"""Of each version the prefixes, their namespaces, and the schemas of these."""
_SCHEMA_VERSIONS = {"1.2": "1.2", "2004": "2004 4th Edition"}
_SCO = {"1.2": "adlcp:scormtype", "2004": "adlcp:scormType"}


def package(chosen: Subset, version: str, *, scores_weighing: bool = False) -> bytes:
    """The package as a zip."""
    says = {
        "kept": print_strings.PLATFORM_KEEPS,
        "cut": print_strings.PLATFORM_CUTS,
        "refused": print_strings.PLATFORM_REFUSES,
    }
    page = one_file(chosen, {"version": version, "score": scores_weighing, "says": says})
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as out:
        for name, text in ((MANIFEST, manifest(chosen, version)), (PAGE, page)):
            entry = ZipInfo(name, EARLIEST)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, UNIX, MODE << 16
            out.writestr(entry, text.encode())
    return made.getvalue()


def manifest(chosen: Subset, version: str) -> str:
    """The manifest of a package: one organization, one item, one page that speaks with the platform."""
    library, schemas = chosen.library, _SCHEMAS[version]
    names = [story_name(library, story) for story in library.stories.values()]
    about = names[0] if len(names) == 1 else library.edition.title or ", ".join(names)
    title = sanitize(f"{strings.APP}: {about}")
    root = ElementTree.Element("manifest", {"identifier": f"wayout-{library.edition.id}", "version": "1.0"})
    for prefix, (namespace, _) in schemas.items():
        root.set(f"xmlns:{prefix}" if prefix else "xmlns", namespace)
    root.set("xmlns:xsi", _XSI)
    root.set("xsi:schemaLocation", " ".join(f"{namespace} {file}" for namespace, file in schemas.values()))
    metadata = ElementTree.SubElement(root, "metadata")
    ElementTree.SubElement(metadata, "schema").text = "ADL SCORM"
    ElementTree.SubElement(metadata, "schemaversion").text = _SCHEMA_VERSIONS[version]
    organizations = ElementTree.SubElement(root, "organizations", default="stories")
    organization = ElementTree.SubElement(organizations, "organization", identifier="stories")
    ElementTree.SubElement(organization, "title").text = title
    item = ElementTree.SubElement(organization, "item", identifier="item", identifierref="page")
    ElementTree.SubElement(item, "title").text = title
    if "imsss" in schemas:
        sequencing = ElementTree.SubElement(item, "imsss:sequencing")
        told = {"completionSetByContent": "true", "objectiveSetByContent": "true"}
        ElementTree.SubElement(sequencing, "imsss:deliveryControls", told)
        sequencing = ElementTree.SubElement(organization, "imsss:sequencing")
        ElementTree.SubElement(sequencing, "imsss:controlMode", choice="true", flow="true")
    resources = ElementTree.SubElement(root, "resources")
    sco = {"identifier": "page", "type": "webcontent", _SCO[version]: "sco", "href": PAGE}
    ElementTree.SubElement(ElementTree.SubElement(resources, "resource", sco), "file", href=PAGE)
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'
