"""docs/schema-appel.json against what the program accepts.

The shipped calls and the example validate; then the example is broken in some hundreds of ways and
each time the schema must say what `grappe-portail appels verifier` says.
"""
import copy
import datetime
import json
import pathlib
import re
import subprocess
import tempfile
import tomllib
import unittest
from concurrent.futures import ThreadPoolExecutor

from jsonschema import Draft202012Validator

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build" / "release" / "bin" / "grappe-portail"
EXAMPLE = ROOT / "docs" / "exemple-appel.toml"
SCHEMA = json.loads((ROOT / "docs" / "schema-appel.json").read_text())
CALL = Draft202012Validator(SCHEMA)
LAYER = Draft202012Validator({"$ref": "#/$defs/socle", "$defs": SCHEMA["$defs"]})
DATES = (datetime.date, datetime.datetime, datetime.time)


def read(path):
    return tomllib.loads(path.read_text())


def tree(value):
    """What the schema sees: dates and hours are texts."""
    if isinstance(value, dict):
        return {key: tree(one) for key, one in value.items()}
    if isinstance(value, list):
        return [tree(one) for one in value]
    return value.isoformat() if isinstance(value, DATES) else value


def write(value):
    """TOML on one line: a call needs nothing more."""
    if isinstance(value, dict):
        return "{ %s }" % ", ".join("%s = %s" % (json.dumps(k), write(v))
                                    for k, v in value.items())
    if isinstance(value, list):
        return "[%s]" % ", ".join(map(write, value))
    if isinstance(value, DATES):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)


def faults(call):
    return [error.json_path + " " + error.message for error in CALL.iter_errors(tree(call))]


def refused(call, folder, name):
    path = pathlib.Path(folder, name + ".toml")
    path.write_text("".join("%s = %s\n" % (k, write(v)) for k, v in call.items()))
    done = subprocess.run([PROGRAM, "appels", "verifier", path], capture_output=True, text=True)
    return done.returncode != 0, done.stdout + done.stderr


def places(value, path=()):
    """Every table and value of a call; of the rules, whose tables are all alike, a few."""
    yield path
    if isinstance(value, dict):
        keys = list(value)[:2] if path[:1] == ("regle",) and len(path) == 2 else value
        for key in keys:
            yield from places(value[key], path + (key,))
    elif isinstance(value, list) and len(path) < 6:
        for i in range(min(len(value), 2)):
            yield from places(value[i], path + (i,))


def at(call, path):
    for step in path:
        call = call[step]
    return call


def changed(call, path, change):
    other = copy.deepcopy(call)
    change(at(other, path[:-1]), path[-1])
    return other


def wrong_kind(value):
    return True if isinstance(value, list) else []


def broken(call):
    """(what was done, the call): one change each, of the shape and not of the meaning."""
    for path in places(call):
        value, name = at(call, path), ".".join(map(str, path))
        if isinstance(value, dict):
            yield "key beside " + name, changed(call, path + ("xyzt",),
                                                lambda t, k: t.update({k: "texte"}))
        if not path or path[0] == "documents":
            continue
        if isinstance(path[-1], str):
            yield "no " + name, changed(call, path, lambda t, k: t.pop(k))
        if not isinstance(value, dict):
            yield "kind of " + name, changed(call, path,
                                             lambda t, k: t.__setitem__(k, wrong_kind(t[k])))
        if isinstance(value, int) and not isinstance(value, bool):
            yield "negative " + name, changed(call, path, lambda t, k: t.__setitem__(k, -1))


# The schema does not follow a value through layers, nor a source to its document, nor a rule to
# what it asks for, nor the nine readings that the amounts and the balance need.
MEANING = re.compile(r"^(no (regle|option|avenant|piece|enveloppe|validite|fenetre)(\.|$)"
                     r"|no (secteur|cible|delai|critere)\.[a-z]+$"
                     r"|no (routage\.lignes|bareme\.[a-z_]+\.paliers)\."
                     r"|key beside (regle|option|secteur|fenetre|piece|cible|delai|critere"
                     r"|documents|avenant\.0\.piece|avenant\.0\.regle)\b"
                     r"|key beside (enveloppe)"
                     r"|no (petit_organisme.corse_outre_mer)$)")


class Schema(unittest.TestCase):
    maxDiff = None

    def test_is_a_schema(self):
        Draft202012Validator.check_schema(SCHEMA)

    def test_shipped_calls_and_the_example_follow_it(self):
        calls = sorted((ROOT / "appels").glob("*.toml")) + [EXAMPLE]
        self.assertGreaterEqual(len(calls), 5)
        for path in calls:
            self.assertEqual(faults(read(path)), [], path)
        for path in sorted((ROOT / "appels" / "socle").glob("*.toml")):
            self.assertEqual([e.message for e in LAYER.iter_errors(tree(read(path)))], [], path)

    def test_it_never_refuses_what_the_program_accepts_and_sees_every_fault_of_shape(self):
        cases = list(broken(read(EXAMPLE)))
        self.assertGreater(len(cases), 500)
        missed, strict = [], []
        with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(4) as pool:
            program = list(pool.map(lambda one: refused(one[1][1], folder, str(one[0])),
                                    enumerate(cases)))
        for (what, call), (bad, said) in zip(cases, program):
            schema = faults(call)
            if schema and not bad:
                strict.append((what, schema[0][:200]))
            if bad and not schema and not MEANING.match(what):
                missed.append((what, said.splitlines()[0][:200]))
        self.assertEqual(strict, [])
        self.assertEqual(missed, [])


if __name__ == "__main__":
    unittest.main()
