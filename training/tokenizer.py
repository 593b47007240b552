"""Stage 2: a byte-level BPE tokenizer of 4,096 tokens, trained on a sample of each source's training text.

    python training/tokenizer.py --data DIR [--megabytes 24]

Writes DIR/tokenizer.json (Hugging Face). Token 0 is <|endoftext|>. Does nothing if the file is there.
"""

import argparse
import random
from pathlib import Path

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

from text import END, pieces, read_shards

# Shares of the sample: what the models should write weighs more than what they merely read.
SHARES = {"stories": 0.35, "tinystories": 0.25, "modern": 0.1, "books": 0.3}


def sample(folder: Path, source: str, size: int, seed: int) -> list[str]:
    """Pieces of a source's training text, drawn without replacement, `size` characters or all there is."""
    parts = [part for text in read_shards(folder, f"{source}.train") for part in pieces(text)]
    random.Random(seed).shuffle(parts)
    chosen: list[str] = []
    for part in parts:
        if size <= 0:
            break
        chosen.append(part)
        size -= len(part)
    return chosen


def train(texts: list[str], vocabulary: int) -> Tokenizer:
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary,
        special_tokens=[END],
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="what data.py wrote; tokenizer.json goes there")
    parser.add_argument("--megabytes", type=float, default=24)
    parser.add_argument("--vocabulary", type=int, default=4096)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    path = args.data / "tokenizer.json"
    if path.exists():
        print(f"{path} is there already.")
        return
    size = args.megabytes * 1e6
    texts = [text for name, share in SHARES.items() for text in sample(args.data, name, int(share * size), args.seed)]
    tokenizer = train(texts, args.vocabulary)
    tokenizer.save(str(path))
    print(f"{path}: {tokenizer.get_vocab_size()} tokens from {sum(map(len, texts)) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
