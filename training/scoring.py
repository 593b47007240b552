"""Reads token sequences with a model: whole documents, a fresh state each, as the engine's `score` does."""

from collections.abc import Iterator

import torch
import torch.nn.functional as F

PIECE = 1024  # tokens read at once by a recurrent model; its state is carried on
LIMIT = 1 << 16  # tokens in a batch


def autocast(device: str):
    """bf16 on a GPU as in training; plain f32 elsewhere."""
    return torch.autocast("cuda", torch.bfloat16, enabled=device == "cuda")


def batches(documents: list[list[int]], limit: int = LIMIT) -> Iterator[list[int]]:
    """Indices of documents of like length, so that little is padding."""
    order = sorted(range(len(documents)), key=lambda i: len(documents[i]))
    batch: list[int] = []
    for i in order:
        if batch and (len(batch) + 1) * len(documents[i]) > limit:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


@torch.no_grad()
def logits_of(model, ids: torch.Tensor) -> Iterator[tuple[int, torch.Tensor]]:
    """(from, logits (batch, l, V)) piece by piece, every token given all before it.

    A recurrent model carries its state through all pieces. A Transformer sees at least half a PIECE back and at most
    a whole one, which is what it was trained on.
    """
    L = ids.shape[1]
    if model.config.kind == "transformer":
        half = PIECE // 2
        yield 0, model(ids[:, :PIECE])[0].float()
        for begin in range(PIECE, L, half):
            yield begin, model(ids[:, begin - half : begin + half])[0][:, half:].float()
        return
    states = None
    for begin in range(0, L, PIECE):
        logits, states = model(ids[:, begin : begin + PIECE], states=states, carry=True)
        yield begin, logits.float()


def bits(model, documents: list[list[int]], end: int, device: str) -> list[float]:
    """Bits of each document with its end, given <|endoftext|> before it."""
    result = [0.0] * len(documents)
    for batch in batches(documents):
        longest = max(len(documents[i]) for i in batch)
        ids = torch.full((len(batch), longest + 2), -1)
        for row, i in enumerate(batch):
            ids[row, : len(documents[i]) + 2] = torch.tensor([end, *documents[i], end])
        ids = ids.to(device)
        total = torch.zeros(len(batch), dtype=torch.float64, device=device)
        with autocast(device):
            for begin, logits in logits_of(model, ids[:, :-1].clamp(min=0)):
                targets = ids[:, begin + 1 : begin + 1 + logits.shape[1]]
                nats = F.cross_entropy(logits.flatten(0, 1), targets.flatten(), ignore_index=-1, reduction="none")
                total += nats.view(len(batch), -1).sum(1).double()
        for row, i in enumerate(batch):
            result[i] = total[row].item() / 0.6931471805599453
    return result


def split_documents(stream, starts) -> list[list[int]]:
    """The documents of a token stream without their ends."""
    stops = [*starts[1:], len(stream) - 1]
    return [stream[int(begin) + 1 : int(stop)].tolist() for begin, stop in zip(starts, stops)]


def held_sample(folder, source: str, tokens: int, longest: int) -> tuple[list[list[int]], list[int]]:
    """A source's first held-out documents, each cut to `longest` tokens, of `tokens` tokens in all; and their bytes."""
    import numpy as np

    from encode import read_tokens

    stream, starts, _ = read_tokens(folder, f"{source}.held")
    sizes = np.load(folder / "token_bytes.npy")
    chosen: list[list[int]] = []
    for document in split_documents(stream, starts):
        if tokens <= 0:
            break
        chosen.append(document[: min(longest, tokens)])
        tokens -= len(chosen[-1])
    return chosen, [int(sizes[np.array(document)].sum()) for document in chosen]
