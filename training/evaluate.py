"""Stage 5: what a trained model can do.

    python training/evaluate.py --model DIR --data DIR --out DIR [--seed N]

Writes evaluation.json and evaluation.md: bits per byte of every source's held-out documents, recall on held-out
generated stories by distance and kind, and ten samples, unselected.
"""

import argparse
import json
import time
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

from encode import SOURCES, read_tokens
from models import LanguageModel, from_dict, parameters
from scoring import autocast, batches, bits, split_documents

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
BINS = ((5, 10), (10, 25), (25, 50), (50, 100), (100, 200), (200, 400))  # tokens between set-up and recall
BOOK_TOKENS = 32_768  # of a held-out book at most
PROMPTS = (
    "Once upon a time", "One day,", "Lily had a", "Tom and his dog", "There was a little",
    "Ben wanted to", "It was a sunny day.", "Mia lost her", "A small bird", "In the morning,",
)  # fmt: skip


def load_model(folder: Path) -> LanguageModel:
    """A model that train.py wrote; its f16 weights held in f32."""
    config = from_dict(json.loads((folder / "config.json").read_text()), dropout=0.0)
    model = LanguageModel(config)
    model.load_state_dict({name: p.float() for name, p in load_file(folder / "weights.safetensors").items()})
    return model.eval().to(DEVICE)


def bits_per_byte(model, data: Path, end: int, most: int) -> dict[str, dict]:
    """Each source's held-out documents, each from a fresh state; of books the first BOOK_TOKENS tokens."""
    result = {}
    for source in SOURCES:
        stream, starts, sizes = read_tokens(data, f"{source}.held")
        documents = split_documents(stream, starts)[:most]
        sizes = [int(size) for size in sizes[: len(documents)]]
        if source == "books":
            tokenizer = Tokenizer.from_file(str(data / "tokenizer.json"))
            documents = [document[:BOOK_TOKENS] for document in documents]
            sizes = [len(tokenizer.decode(document).encode()) for document in documents]
        total = sum(bits(model, documents, end, DEVICE))
        result[source] = {
            "bits_per_byte": round(total / sum(sizes), 4), "documents": len(documents), "bytes": sum(sizes),
        }  # fmt: skip
    return result


@torch.no_grad()
def answers(model, documents: list[list[int]], links: list[dict], end: int) -> list[dict]:
    """For each link: whether the answer's first token is the likeliest of all (`top1`), and of the `choices`."""
    of: dict[int, list[dict]] = {}
    for link in links:
        of.setdefault(link["document"], []).append(link)
    result = []
    for batch in batches(documents, 1 << 15):
        if not any(i in of for i in batch):
            continue
        longest = max(len(documents[i]) for i in batch)
        ids = torch.full((len(batch), longest + 1), end)
        for row, i in enumerate(batch):
            ids[row, 1 : len(documents[i]) + 1] = torch.tensor(documents[i])
        with autocast(DEVICE):
            hidden, _ = model.hidden(ids.to(DEVICE))
            for row, i in enumerate(batch):
                for link in of.get(i, ()):
                    # <|endoftext|> stands first, so the output at `position` is what follows the tokens before it.
                    scores = model.head(hidden[row, link["position"]]).float()
                    choices = link["choices"]
                    best = choices[int(scores[choices].argmax())]
                    result.append(
                        {**link, "top1": int(scores.argmax()) == link["target"], "chosen": best == link["target"]}
                    )
    return result


def summary(links: list[dict]) -> dict:
    """Shares of links answered right. The forced choice counts links with at least two choices; chance is its guess's share."""
    forced = [link for link in links if len(link["choices"]) > 1]
    mean = lambda values: round(sum(values) / len(values), 4) if values else None
    return {
        "links": len(links),
        "top1": mean([link["top1"] for link in links]),
        "forced_links": len(forced),
        "forced": mean([link["chosen"] for link in forced]),
        "chance": mean([1 / len(link["choices"]) for link in forced]),
    }


def recall(links: list[dict]) -> dict:
    """By kind and distance; `all` for all kinds together."""
    kinds = sorted({link["kind"] for link in links})
    table = {}
    for kind in ["all", *kinds]:
        own = [link for link in links if kind in ("all", link["kind"])]
        rows = {f"{a}-{b}": summary([link for link in own if a <= link["distance"] < b]) for a, b in BINS}
        table[kind] = {**rows, "5-400": summary([link for link in own if 5 <= link["distance"] < 400])}
    return table


@torch.no_grad()
def sample(model, prompts: list[list[int]], end: int, length: int, seed: int, temperature: float, top_p: float):
    """Continues each prompt, up to `length` tokens or the end, with a random stream of its own."""
    stories = []
    for number, prompt in enumerate(prompts):
        generator = torch.Generator().manual_seed(seed * 1000 + number)
        ids, states, given = list(prompt), None, [end, *prompt]
        while len(ids) < length:
            logits, states = model(torch.tensor([given], device=DEVICE), states=states, carry=True)
            chances, order = (logits[0, -1].float().cpu() / temperature).softmax(-1).sort(descending=True, stable=True)
            chances[chances.cumsum(0) - chances > top_p] = 0
            token = int(order[torch.multinomial(chances, 1, generator=generator)])
            if token == end:
                break
            ids.append(token)
            given = [token]
        stories.append(ids)
    return stories


def markdown(result: dict) -> str:
    """The same figures as tables."""
    lines = ["| source | bits per byte | documents | bytes |", "|---|---|---|---|"]
    for source, row in result["bits_per_byte"].items():
        lines.append(f"| {source} | {row['bits_per_byte']:.4f} | {row['documents']} | {row['bytes']} |")
    bins = [*(f"{a}-{b}" for a, b in BINS), "5-400"]
    shown = lambda value: "-" if value is None else f"{100 * value:.1f}"
    for what, title in (("top1", "likeliest of all tokens"), ("forced", "likeliest of the story's own values")):
        lines += ["", f"Recall, %: the answer is the {title}, by distance in tokens.", ""]
        lines += ["| kind | " + " | ".join(bins) + " |", "|---" * (len(bins) + 1) + "|"]
        for kind, rows in result["recall"].items():
            lines.append(f"| {kind} | " + " | ".join(shown(rows[b][what]) for b in bins) + " |")
        if what == "forced":
            chance = result["recall"]["all"]
            lines.append("| chance | " + " | ".join(shown(chance[b]["chance"]) for b in bins) + " |")
    lines += ["", "Samples, unselected:", ""]
    lines += [f"{i + 1}. {text.replace(chr(10), ' ')}" for i, text in enumerate(result["samples"]["texts"])]
    return "\n".join(lines) + "\n"


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, help="what train.py wrote")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--temperature", type=float, default=0.8)
    parser.add_argument("--top-p", type=float, default=0.95)
    parser.add_argument("--length", type=int, default=400, help="tokens of a sample at most")
    parser.add_argument("--most", type=int, default=1_000_000, help="documents of each source at most; for trials")
    args = parser.parse_args(argv)
    began = time.time()
    model = load_model(args.model)
    tokenizer = Tokenizer.from_file(str(args.data / "tokenizer.json"))
    end = json.loads((args.data / "encode.json").read_text())["end"]
    stream, starts, _ = read_tokens(args.data, "stories.held")
    links = json.loads((args.data / "links.json").read_text())
    links = [link for link in links if link["document"] < args.most]
    prompts = [tokenizer.encode(prompt).ids for prompt in PROMPTS]
    texts = sample(model, prompts, end, args.length, args.seed, args.temperature, args.top_p)
    result = {
        "kind": model.config.kind,
        "parameters": parameters(model),
        "bits_per_byte": bits_per_byte(model, args.data, end, args.most),
        "recall": recall(answers(model, split_documents(stream, starts)[: args.most], links, end)),
        "samples": {
            "seed": args.seed, "temperature": args.temperature, "top_p": args.top_p, "prompts": PROMPTS,
            "texts": [tokenizer.decode(ids) for ids in texts],
        },
        "seconds": round(time.time() - began),
    }  # fmt: skip
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "evaluation.json").write_text(json.dumps(result, indent=1))
    (args.out / "evaluation.md").write_text(markdown(result))
    print(markdown(result))


if __name__ == "__main__":
    main()
