"""The two tasks of the Mamba paper (arXiv 2312.00752, §4.1): made without end, and how well a model does them.

Selective copying: 16 data tokens lie at random places among noise, then a marker asks for them 16 times; they must come out in order.
Induction heads: noise, somewhere a special token, and at the end that token again: what followed it must come out.
Both have a vocabulary of 16. A batch is a function of its number alone, on any device, so no text is seen twice by chance
of a restart, and a CUDA graph can make a new one each time it is replayed.
"""

import torch

VOCABULARY = 16
NOISE, MARKER = 0, 1  # of copying; data tokens are 2 to 15
SPECIAL = 15  # of induction; the others are 0 to 14
COPIED = 16
PIECE = 4096  # tokens that a recurrent model reads at once in a test
TRAIN, VALIDATE, TEST = 0, 1, 2  # what a batch is for


def batch_number(seed: int, purpose: int, number: int) -> int:
    """Numbers of batches for training, validation and test never meet. number: below 2^40."""
    return ((seed * 4 + purpose) << 40) + number


def _mix(z: torch.Tensor) -> torch.Tensor:
    """The finaliser of SplitMix64 (Steele and others, 2014): int64 to int64, every bit in depends on every bit out."""
    shifted = lambda z, bits: (z >> bits) & ((1 << (64 - bits)) - 1)
    z = (z ^ shifted(z, 30)) * (0xBF58476D1CE4E5B9 - (1 << 64))
    z = (z ^ shifted(z, 27)) * (0x94D049BB133111EB - (1 << 64))
    return z ^ shifted(z, 31)


class Source:
    """Uniform numbers in [0, 1) that depend on a batch's number, the draw and the place. number: int64, one element."""

    def __init__(self, number: torch.Tensor):
        self.number, self.draws = number, 0

    def __call__(self, *shape: int) -> torch.Tensor:
        """f32, of this shape. Only tensor operations, so that a CUDA graph can hold it."""
        self.draws += 1
        places = torch.arange(torch.Size(shape).numel(), device=self.number.device)
        key = _mix(_mix(self.number) + self.draws)
        bits = _mix(_mix(key + places * (0x9E3779B97F4A7C15 - (1 << 64)))) >> 40 & 0xFFFFFF
        return (bits.float() * 2.0**-24).view(shape)


def source(number: int, device: str) -> Source:
    return Source(torch.tensor(number, device=device))


def copying(size: int, length: int, random: Source) -> tuple[torch.Tensor, torch.Tensor]:
    """Inputs (size, length + 16), and what the last 16 outputs must be (size, 16)."""
    data = (2 + random(size, COPIED) * (VOCABULARY - 2)).long()
    places = random(size, length).topk(COPIED, dim=1).indices.sort(dim=1).values
    ids = torch.full((size, length + COPIED), NOISE, device=data.device)
    ids.scatter_(1, places, data)
    ids[:, length:] = MARKER
    return ids, data


def induction(size: int, length: int, random: Source) -> tuple[torch.Tensor, torch.Tensor]:
    """Inputs (size, length), and what the last output must be (size, 1)."""
    ids = (random(size, length) * SPECIAL).long()
    place = (random(size, 1) * (length - 2)).long()  # so that an ordinary token follows
    ids.scatter_(1, place, SPECIAL)
    ids[:, -1] = SPECIAL
    return ids, ids.gather(1, place + 1)


TASKS = {
    # train: lengths one after the other. batch: sequences at the last one; shorter ones come as many more as fit into its
    # tokens, at most `most`. lr: AdamW's rate. delta: how many times higher it is for the bias of Δ. check: steps between two
    # checks. validate: lengths by which the best weights are chosen. test: lengths measured; those beyond `attention` are left
    # out for the Transformer, in validation too.
    "copying": dict(
        make=copying, asked=COPIED, train=[64, 256, 1024, 4096], batch=64, most=128, lr=3e-3, delta=1, check=500,
        validate=[4096, 16384], test=[256, 512, 1024, 2048, 4096, 8192, 16384], attention=2**14,
    ),
    "induction": dict(
        make=induction, asked=1, train=[256], batch=64, most=64, lr=2e-3, delta=10, check=1000,
        validate=[256, 2**14, 2**17, 2**20], test=[2**k for k in range(6, 21)], attention=2**14,
    ),
}  # fmt: skip


@torch.no_grad()
def accuracy(model, task: str, length: int, samples: int, first: int, piece: int = PIECE) -> float:
    """The share of asked tokens answered right in `samples` sequences, from the batch with the number `first` on.

    A recurrent model carries its state through pieces, so memory is bounded.
    """
    make, asked = TASKS[task]["make"], TASKS[task]["asked"]
    attention = model.config.kind == "transformer"
    device = str(next(model.parameters()).device)
    size = max(1, min(samples, (2**22 if attention else 2**24) // length, 256))
    right = seen = number = 0
    while seen < samples:
        ids, wanted = make(size, length, source(first + number, device))
        step = ids.shape[1] if attention else piece
        states, ends = None, []
        for begin in range(0, ids.shape[1], step):
            hidden, states = model.hidden(ids[:, begin : begin + step], states, carry=True)
            # Only what is asked is kept: it may begin in one piece and end in another.
            ends.append(hidden[:, max(0, ids.shape[1] - asked - begin) :])
        right += (model.head(torch.cat(ends, 1)).argmax(-1) == wanted).sum().item()
        seen += size
        number += 1
    return right / (seen * asked)
