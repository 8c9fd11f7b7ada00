"""The C++ reports against the second verifier of this folder, the schema and the shipped example."""
import copy
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

from jsonschema import Draft202012Validator

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import verificateur  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / os.environ.get("GRAPPE_BUILD", "release")
MAKER = BUILD / "tests" / "rapport-d-essai"
PROGRAM = BUILD / "bin" / "grappe-portail"
DOCS = ROOT / "docs"
SCHEMA = json.loads((DOCS / "schema-rapport-d-usage.json").read_text())


def made(folder, seed, number):
    subprocess.run([MAKER, folder, seed, str(number)], check=True)
    return [(pathlib.Path(folder) / (name + ".json")).read_bytes()
            for name in ("rapport", "tirage", "preuves")]


def program(folder, report, proofs=None):
    path = pathlib.Path(folder, "examine.json")
    path.write_bytes(report)
    words = [PROGRAM, "rapport", "verifier", path]
    if proofs is not None:
        other = pathlib.Path(folder, "preuves-examinees.json")
        other.write_bytes(proofs)
        words += ["--preuves", other]
    return subprocess.run(words, capture_output=True, text=True).returncode


def refused(check, *arguments):
    try:
        check(*arguments)
    except (verificateur.Refused, KeyError, ValueError, TypeError, AttributeError):
        return True
    return False


class Report(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def test_the_second_verifier_accepts_every_draw(self):
        for seed, number in (("c0ffee", 5), ("0", 1), ("00ff", 20), ("f" * 256, 1000)):
            report, draw, proofs = made(self.folder.name, seed, number)
            read = verificateur.check_report(report)
            verificateur.check_proofs(report, read, proofs)
            leaves = verificateur.draw(report, read["total"]["feuilles"], seed, number)
            self.assertEqual(json.loads(draw)["feuilles"], leaves)
            self.assertEqual(program(self.folder.name, report, proofs), 0)

    def test_both_verifiers_refuse_flipped_bytes(self):
        report, _, proofs = made(self.folder.name, "c0ffee", 2)
        read = verificateur.check_report(report)
        chance = random.Random(1)
        for round_ in range(80):
            for data, check in (
                    (report, verificateur.check_report),
                    (proofs, lambda p: verificateur.check_proofs(report, read, p))):
                changed = bytearray(data)
                changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
                self.assertTrue(refused(check, bytes(changed)), (round_, bytes(changed)))
                code = (program(self.folder.name, changed) if data is report
                        else program(self.folder.name, report, changed))
                self.assertIn(code, (1, 2))

    def test_the_example_is_what_the_code_makes(self):
        """To make it again: build/release/tests/rapport-d-essai FOLDER c0ffee 5."""
        names = ("rapport", "tirage", "preuves")
        for name, data in zip(names, made(self.folder.name, "c0ffee", 5)):
            shipped = DOCS / ("exemple-%s-d-usage.json" % name)
            self.assertEqual(shipped.read_bytes(), data, shipped)


class Schema(unittest.TestCase):
    def setUp(self):
        self.example = json.loads((DOCS / "exemple-rapport-d-usage.json").read_text())
        self.validator = Draft202012Validator(SCHEMA)

    def test_the_example_follows_it(self):
        Draft202012Validator.check_schema(SCHEMA)
        self.assertEqual([e.message for e in self.validator.iter_errors(self.example)], [])

    def test_it_sees_what_lacks_what_is_unknown_and_what_is_of_another_kind(self):
        def places(value, path=()):
            yield path
            items = value.items() if isinstance(value, dict) else (
                enumerate(value[:1]) if isinstance(value, list) else ())
            for key, one in items:
                yield from places(one, path + (key,))

        seen = 0
        for path in places(self.example):
            if not path:
                continue
            for change in ("drop", "kind"):
                other = copy.deepcopy(self.example)
                parent = other
                for step in path[:-1]:
                    parent = parent[step]
                if change == "drop" and not isinstance(path[-1], str):
                    continue
                if change == "drop":
                    del parent[path[-1]]
                else:
                    parent[path[-1]] = -1.5
                valid = self.validator.is_valid(other)
                self.assertEqual(valid, change == "drop" and path == ("organisation",), path)
                seen += 1
        self.assertGreater(seen, 150)
        self.assertFalse(self.validator.is_valid({**self.example, "xyzt": 1}))


if __name__ == "__main__":
    unittest.main()
