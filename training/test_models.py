"""Tests of everything that needs torch, on a CPU and tiny data. Without torch they are skipped, and say so."""

import contextlib
import io
import json
import sys
import tempfile
import types
import unittest
from pathlib import Path

try:
    import numpy as np
    import torch
    from tokenizers import Tokenizer
except ImportError as error:
    raise unittest.SkipTest(f"needs torch, numpy and tokenizers: {error}") from error

import check
import encode
import evaluate
import export
import golden
import recurrence
import task_data
import task_steps
import tasks
import tokenizer
import train
from batches import Batches, parse_mix
from models import KINDS, Config, build, language_config, parameters, task_config
from scoring import bits
from text import write_shards

SIZES = {"width": 16, "inner": 32, "layers": 2, "rank": 2, "head": 8, "heads": 2, "ff": 24, "chunk": 8}


def tiny(kind: str, vocab: int = 40) -> torch.nn.Module:
    """A small model whose weights are large enough that every part matters."""
    model = build(Config(kind, **{**SIZES, "vocab": vocab, "state": 8}), 3)
    for name, p in model.named_parameters():
        if p.ndim == 2 and not name.endswith(("A_log", "A_imag")):
            p.data.mul_(10)
    return model.eval()


def story(number: int) -> str:
    rng = np.random.default_rng(number)
    words = "the a dog cat sun ran sat and saw big red ball house tree with under".split()
    return " ".join(rng.choice(words, 60)).capitalize() + f" and Lily had a {rng.choice(['red', 'blue'])} hat."


def write_data(folder: Path) -> None:
    """What data.py, tokenizer.py and encode.py would write, of invented text."""
    for source in encode.SOURCES:
        write_shards(folder, f"{source}.train", [story(i) for i in range(60)])
        write_shards(folder, f"{source}.held", [story(i) for i in range(1000, 1008)])
    links = []
    for i in range(1000, 1008):
        text = story(i)
        answer = "red" if " red hat" in text else "blue"
        start = text.index(" ") + 1
        links.append([{"kind": "colour", "answer": answer, "start": start, "recall": text.rindex(answer)}])
    (folder / "stories.links.json").write_text(json.dumps(links))
    texts = [story(i) for i in range(60)]
    tokenizer.train(texts, 300).save(str(folder / "tokenizer.json"))
    sys.argv = ["encode.py", "--data", str(folder)]
    encode.main()


class Scans(unittest.TestCase):
    def test_chunked_forms_and_their_gradients_agree_with_the_recurrences(self):
        torch.manual_seed(0)
        self.assertLess(check.check_ssd(), 1e-5)
        self.assertLess(check.check_s4d(), 1e-5)


class Models(unittest.TestCase):
    def test_the_sizes_are_equal_enough_and_the_task_models_small(self):
        for kind in KINDS:
            self.assertTrue(4.4e6 < parameters(build(language_config(kind), 1)) < 4.9e6, kind)
            self.assertLess(parameters(build(task_config(kind, 16), 1)), 3e5, kind)

    def test_a_state_carried_through_pieces_gives_what_the_whole_gives(self):
        ids = torch.randint(0, 40, (2, 37), generator=torch.Generator().manual_seed(1))
        for kind in KINDS:
            model = tiny(kind)
            whole, _ = model(ids)
            states, parts = None, []
            for begin, stop in ((0, 1), (1, 3), (3, 20), (20, 37)):
                logits, states = model(ids[:, begin:stop], states=states, carry=True)
                parts.append(logits)
            torch.testing.assert_close(torch.cat(parts, 1), whole, atol=2e-4, rtol=1e-4, msg=kind)

    def test_exported_models_agree_with_the_float64_recurrence(self):
        ids = [3, 1, 4, 1, 5, 9, 2, 6, 5, 35]
        with tempfile.TemporaryDirectory() as name:
            for kind in KINDS:
                folder = Path(name) / kind
                model = tiny(kind)
                save(model, folder)
                export.main(["--model", str(folder), "--out", str(folder / "hf")])
                got = recurrence.run(recurrence.Folder(folder / "hf"), np.array(ids))
                logits, _ = model(torch.tensor([ids]))
                error = (logits[0].double() - torch.tensor(got["logits"])).abs().max().item()
                self.assertLess(error, 1e-4, kind)
                golden.main(["--model", str(folder / "hf"), "--recurrence", "--ids", ",".join(map(str, ids))])
                self.assertTrue((folder / "hf" / "golden.safetensors").exists())

    def test_bits_of_a_document_do_not_depend_on_its_batch(self):
        model = tiny("mamba")
        documents = [[1, 2, 3], list(range(1, 30)), [7]]
        together = bits(model, documents, 0, "cpu")
        for document, value in zip(documents, together):
            self.assertAlmostEqual(bits(model, [document], 0, "cpu")[0], value, places=3)


def save(model, folder: Path) -> None:
    """As train.py leaves a model, in f32."""
    from safetensors.torch import save_file

    from models import config_dict

    folder.mkdir(parents=True)
    save_file({k: v.contiguous() for k, v in model.state_dict().items()}, folder / "weights.safetensors")
    (folder / "config.json").write_text(json.dumps(config_dict(model.config)))
    (folder / "result.json").write_text("{}")


class Stages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.held = tempfile.TemporaryDirectory()
        cls.data = Path(cls.held.name) / "data"
        cls.data.mkdir()
        write_data(cls.data)

    @classmethod
    def tearDownClass(cls):
        cls.held.cleanup()

    def options(self, kind: str, out: Path, *more: str) -> list[str]:
        return [
            "--kind", kind, "--data", str(self.data), "--out", str(out), "--tokens", "1024", "--batch", "4",
            "--context", "32", "--warmup", "2", "--eval-tokens", "200", "--log-every", "4", "--ema", "0.9",
            "--dropout", "0.1", "--token-drop", "0.05", "--size", json.dumps(SIZES), *more,
        ]  # fmt: skip

    def test_links_point_at_the_answers_token(self):
        tok = Tokenizer.from_file(str(self.data / "tokenizer.json"))
        for number, link in enumerate(json.loads((self.data / "links.json").read_text())):
            ids = tok.encode(story(1000 + number)).ids
            self.assertEqual(ids[link["position"]], link["target"])
            self.assertIn(tok.decode([link["target"]]).strip()[0], "rb")
            self.assertGreater(link["distance"], 5)

    def test_batches_depend_on_seed_and_step_alone_and_keep_to_the_mix(self):
        mix = parse_mix("stories:3,books:1")
        make = lambda: Batches(self.data, list(mix), 32, 5, "cpu", 0.5)
        a, b = make().draw(7, 8, mix), make().draw(7, 8, mix)
        torch.testing.assert_close(a, b)
        torch.testing.assert_close(a[0][:, 1:], a[1][:, :-1])
        self.assertFalse(torch.equal(a[0], make().draw(8, 8, mix)[0]))
        for bad in ("stories:0", "nothing:1", "stories:-1,books:2"):
            with self.assertRaises(ValueError):
                parse_mix(bad)

    def test_a_run_that_was_stopped_ends_as_one_that_was_not(self):
        for kind in ("mamba", "mamba2", "s4", "transformer"):
            root = Path(self.held.name) / f"resume-{kind}"
            train.main(self.options(kind, root / "whole"))
            for _ in range(20):
                train.main(self.options(kind, root / "parts", "--minutes", "0"))
            whole, parts = ((root / n / "weights.safetensors").read_bytes() for n in ("whole", "parts"))
            self.assertEqual(whole, parts, kind)

    def test_a_trained_model_is_evaluated_and_its_card_holds_what_was_measured(self):
        root = Path(self.held.name) / "card"
        train.main(self.options("mamba2", root / "run"))
        args = ["--model", str(root / "run"), "--data", str(self.data)]
        evaluate.main([*args, "--out", str(root / "seen"), "--length", "12"])
        seen = json.loads((root / "seen" / "evaluation.json").read_text())
        self.assertEqual(seen["recall"]["colour"]["5-400"]["links"], 8)
        export.main([*args, "--out", str(root / "hf"), "--evaluation", str(root / "seen")])
        card = (root / "hf" / "README.md").read_text()
        self.assertIn(f"{seen['bits_per_byte']['tinystories']['bits_per_byte']:.4f}", card)
        self.assertNotIn("{", card)

    def test_recall_counts_what_the_model_says(self):
        links = [{"document": 0, "position": p, "target": t, "choices": [t, 5], "kind": "name", "distance": 7} for p, t in ((1, 2), (2, 3))]
        # A model that always says token 2.
        fake = types.SimpleNamespace(
            hidden=lambda ids: (torch.zeros(*ids.shape, 1), None), head=lambda h: torch.tensor([0.0, 0, 1, 0, 0, 0.5])
        )
        table = evaluate.recall(evaluate.answers(fake, [[9, 2, 3]], links, 0))
        self.assertEqual(table["name"]["5-10"], {"links": 2, "top1": 0.5, "forced_links": 2, "forced": 0.5, "chance": 0.5})


class Tasks(unittest.TestCase):
    def test_what_is_asked_can_be_told_from_the_text(self):
        ids, wanted = task_data.copying(4, 60, task_data.source(1, "cpu"))
        for row, data in zip(ids, wanted):
            self.assertEqual(row[:60][row[:60] > 1].tolist(), data.tolist())
            self.assertEqual(set(row[60:].tolist()), {task_data.MARKER})
        ids, wanted = task_data.induction(64, 30, task_data.source(1, "cpu"))
        for row, answer in zip(ids, wanted):
            places = (row == task_data.SPECIAL).nonzero().flatten().tolist()
            self.assertEqual(places[1:], [29])
            self.assertEqual(row[places[0] + 1], answer)

    def test_batches_are_even_and_differ_by_number_and_draw(self):
        source = task_data.source(task_data.batch_number(3, task_data.TEST, 7), "cpu")
        a, b = source(400, 250), source(400, 250)
        again = task_data.source(task_data.batch_number(3, task_data.TEST, 8), "cpu")(400, 250)
        for values in (a, b, again):
            counts = torch.histc(values, 50, 0, 1)
            # Chi-squared with 49 degrees of freedom: above 99 once in 30,000 times.
            self.assertLess(((counts - 2000) ** 2 / 2000).sum().item(), 99)
        for x, y in ((a, b), (a, again), (a[:, 1:], a[:, :-1]), (a[1:], a[:-1])):
            self.assertLess(torch.corrcoef(torch.stack([x.flatten(), y.flatten()]))[0, 1].abs().item(), 0.015)

    def test_accuracy_is_the_same_in_pieces_as_whole(self):
        for kind in ("mamba", "mamba2", "s4"):
            model = build(task_config(kind, 16), 2).eval()
            values = [task_data.accuracy(model, "copying", 64, 4, 9, piece) for piece in (1000, 13)]
            self.assertEqual(*values)

    def trained(self, prepare, device="cpu") -> dict:
        """Weights after six steps."""
        model = build(task_config("mamba", 16), 2)
        task_steps.start(model)
        model.to(device)
        stepper = task_steps.Stepper(model, task_steps.optimiser(model, 1e-12, 10), "induction", 4, 16, 1.0, True)
        prepare(stepper)
        for number in range(6):
            stepper(number, 1e-3)
        self.assertEqual(stepper.steps, 6)
        self.assertGreater(stepper.mean_loss(), 0)
        return model.state_dict()

    def test_a_graph_takes_the_same_step_and_is_done_without_where_it_fails(self):
        def replayed(stepper):
            stepper.wanted, stepper.left = True, 2
            stepper.warm_up = stepper.take
            stepper.capture = lambda: setattr(stepper, "graph", types.SimpleNamespace(replay=stepper.take))

        def failing(stepper):
            stepper.wanted, stepper.left = True, 0
            stepper.record = lambda: (_ for _ in ()).throw(RuntimeError("as it may on a GPU"))

        plain = self.trained(lambda stepper: None)
        torch.testing.assert_close(self.trained(replayed), plain, rtol=0, atol=0)
        with contextlib.redirect_stderr(io.StringIO()) as said:
            torch.testing.assert_close(self.trained(failing), plain, rtol=0, atol=0)
        self.assertIn("No CUDA graph", said.getvalue())

    @unittest.skipUnless(torch.cuda.is_available(), "needs a GPU")
    def test_a_captured_graph_trains_as_single_kernels_do(self):
        graphs = []
        one = self.trained(graphs.append, "cuda")
        self.assertIsNotNone(graphs[0].graph)
        other = self.trained(lambda stepper: setattr(stepper, "wanted", False), "cuda")
        torch.testing.assert_close(one, other, rtol=1e-3, atol=1e-4)

    def test_a_stopped_run_ends_as_one_that_was_not(self):
        with tempfile.TemporaryDirectory() as name:
            common = ["--task", "copying", "--kind", "mamba", "--lengths", "18,20", "--batch", "4", "--steps", "6"]
            common += ["--check-every", "2", "--samples", "2", "--longest", "64", "--validate", "20,32"]
            tasks.main([*common, "--out", f"{name}/whole"])
            for _ in range(3):
                tasks.main([*common, "--out", f"{name}/parts", "--minutes", "0"])
            whole, parts = (Path(name, n, "weights.safetensors").read_bytes() for n in ("whole", "parts"))
            self.assertEqual(whole, parts)
            result = json.loads(Path(name, "whole", "result.json").read_text())
            self.assertEqual([entry["length"] for entry in result["history"]], [18, 20, 20])


if __name__ == "__main__":
    unittest.main()
