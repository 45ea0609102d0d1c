"""What the comparison must not let pass."""
import unittest

import compare
import engines
import known

BEFORE, AFTER = known.DIGESTS["S"]


def line(engine, work, digest=None):
    return {"engine": engine, "size": "S", "work": work, "digest": digest}


def good(name):
    """The lines of an engine that did all it promised."""
    return [line(name, work, known.digest_after("S", work)) for work in engines.promised(name, database=True)]


class Digests(unittest.TestCase):
    def test_what_every_engine_promises_is_verified(self):
        for name in engines.NAMES:
            self.assertLessEqual(set(engines.promised(name, database=True)), set(known.VERIFIED))
            self.assertEqual(compare.wrong_digests("S", good(name)), [])

    def test_a_digest_that_is_another_or_missing_is_told(self):
        for work in known.VERIFIED:
            self.assertEqual(len(compare.wrong_digests("S", [line("numpy", work, "0" * 16)])), 1, work)
            self.assertIn("missing", compare.wrong_digests("S", [line("numpy", work)])[0])
        self.assertEqual(len(compare.wrong_digests("S", [line("numpy", "delta-durable", BEFORE)])), 1)
        self.assertEqual(len(compare.wrong_digests("S", [line("numpy", "start-database", AFTER)])), 1)

    def test_work_without_a_result_needs_none(self):
        self.assertEqual(compare.wrong_digests("S", [line("xingzhi", "rules"), line("numpy", "skipped")]), [])


class Works(unittest.TestCase):
    def test_work_that_was_not_measured_is_told(self):
        lines = [one for name in engines.NAMES for one in good(name)]
        self.assertEqual(compare.missing_works(lines, engines.NAMES, database=True), [])
        for lost in lines:
            rest = [one for one in lines if one is not lost]
            told = compare.missing_works(rest, engines.NAMES, database=True)
            self.assertEqual(told, [f"{lost['engine']} {lost['work']}: not measured"])

    def test_who_was_left_out_promises_nothing_more(self):
        self.assertEqual(compare.missing_works([line("duckdb", "skipped")], ["duckdb"], database=False), [])
        self.assertEqual(len(compare.missing_works([], ["duckdb"], database=False)), 2)
        without = compare.missing_works([], [engines.OURS], database=False)
        self.assertFalse([told for told in without if "durable" in told])


if __name__ == "__main__":
    unittest.main()
