"""Batches drawn from token streams that lie on the device; each is a function of (seed, step) alone.

So a run that resumes sees what it would have seen, and every kind of model sees the same text in the same order.
"""

from pathlib import Path

import torch

from encode import SOURCES, read_tokens


def parse_mix(text: str) -> dict[str, float]:
    """`stories:0.5,books:0.5` as weights that sum to 1. Throws ValueError that says what is wrong."""
    weights: dict[str, float] = {}
    for part in text.split(","):
        name, _, value = part.partition(":")
        if name not in SOURCES:
            raise ValueError(f"'{name}' is no source; there are {', '.join(SOURCES)}.")
        weights[name] = float(value)
    total = sum(weights.values())
    if total <= 0 or min(weights.values()) < 0:
        raise ValueError(f"The weights of '{text}' must be 0 or more, and not all 0.")
    return {name: value / total for name, value in weights.items()}


class Batches:
    """Windows of context + 1 tokens from several sources."""

    def __init__(self, folder: Path, sources, context: int, seed: int, device: str, from_start: float):
        """`from_start`: the share of windows that begin at a document's beginning, as texts do when the model is used.

        Of long documents fewer do: no more than would cover each beginning as often as the rest of the text. Else the
        beginnings of a few hundred books would be read hundreds of times, and learnt by heart.
        """
        self.names = list(sources)
        self.context, self.seed, self.device = context, seed, device
        streams, starts, offsets, spans, firsts, counts, chances = [], [], [], [], [], [], []
        offset = first = 0
        for name in self.names:
            stream, begins, _ = read_tokens(folder, f"{name}.train")
            span = len(stream) - context - 1
            if span <= 0:
                raise ValueError(f"Source '{name}' has {len(stream)} tokens, fewer than the context of {context}.")
            begins = begins[begins < span]
            streams.append(torch.from_numpy(stream.astype("int16")))
            starts.append(torch.from_numpy(begins.astype("int64")) + offset)
            offsets.append(offset)
            spans.append(span)
            firsts.append(first)
            counts.append(len(begins))
            chances.append(min(from_start, len(begins) * context / span))
            offset, first = offset + len(stream), first + len(begins)
        on = lambda values: torch.tensor(values, device=device)
        self.tokens = torch.cat(streams).to(device)  # all sources in a row
        self.starts = torch.cat(starts).to(device)
        self.offsets, self.spans, self.firsts, self.counts = map(on, (offsets, spans, firsts, counts))
        self.chances = torch.tensor(chances, device=device, dtype=torch.float64)
        self.window = torch.arange(context + 1, device=device)

    def draw(self, step: int, size: int, weights: dict[str, float]) -> tuple[torch.Tensor, torch.Tensor]:
        """Inputs and targets, (size, context) each, int64."""
        generator = torch.Generator(self.device).manual_seed(self.seed * 1_000_003 + step)
        random = lambda: torch.rand(size, generator=generator, device=self.device, dtype=torch.float64)
        shares = torch.tensor([weights.get(name, 0.0) for name in self.names], device=self.device, dtype=torch.float64)
        edges = shares.cumsum(0)
        source = torch.searchsorted(edges / edges[-1], random(), right=True).clamp(max=len(self.names) - 1)
        anywhere = self.offsets[source] + (random() * self.spans[source]).long()
        begins = self.starts[self.firsts[source] + (random() * self.counts[source]).long()]
        at = torch.where(random() < self.chances[source], begins, anywhere)
        ids = self.tokens[at[:, None] + self.window].long()
        return ids[:, :-1].contiguous(), ids[:, 1:].contiguous()
