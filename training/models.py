"""The four language models. Every parameter bears the name that Hugging Face has for it, so that a checkpoint is a state dict.

Shapes: L tokens, D width, E inner width, N states, H heads of P (papers' letters). Weights and the residual stream are
f32; under autocast the matrix products run in bf16.
"""

import math
from dataclasses import asdict, dataclass, replace

import torch
import torch.nn.functional as F
from torch import nn

from s4d import discretise, s4d
from scan import selective_scan
from ssd import ssd
from transformer import TransformerBlock

KINDS = ("mamba", "mamba2", "s4", "transformer")


@dataclass(frozen=True)
class Config:
    kind: str
    vocab: int = 4096
    width: int = 256  # D
    layers: int = 8
    inner: int = 512  # E; not of the Transformer
    state: int = 16  # N
    conv: int = 4  # taps
    rank: int = 16  # R of Mamba's dt_proj
    head: int = 64  # P
    chunk: int = 64  # Q
    heads: int = 4  # of the Transformer
    ff: int = 576  # of the Transformer
    epsilon: float = 1e-5
    dropout: float = 0.0
    spread: float = 0.02  # of the embeddings at the start


def language_config(kind: str, **changes) -> Config:
    """The models in public/models: 4.5 to 4.8 M parameters each."""
    own = {"mamba": {}, "mamba2": {"state": 128}, "s4": {}, "transformer": {"layers": 5}}[kind]
    return Config(kind, **{**own, **changes})


def task_config(kind: str, vocab: int) -> Config:
    """Tiny models for selective copying and induction heads: 2 layers of width 64, as in the Mamba paper, §4.1."""
    own = {"mamba2": {"state": 64, "head": 16}, "transformer": {"ff": 160}}.get(kind, {})
    return Config(kind, **{"vocab": vocab, "width": 64, "layers": 2, "inner": 128, "rank": 4, **own})


class RMSNorm(nn.Module):
    def __init__(self, size: int, epsilon: float):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(size))
        self.epsilon = epsilon

    def forward(self, x):
        return F.rms_norm(x.float() if x.dtype == torch.bfloat16 else x, x.shape[-1:], self.weight, self.epsilon)


class CausalConv(nn.Module):
    """A short causal convolution of each channel, then SiLU."""

    def __init__(self, channels: int, taps: int):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(channels, 1, taps).uniform_(-(taps**-0.5), taps**-0.5))
        self.bias = nn.Parameter(torch.zeros(channels))

    def forward(self, x, before=None):
        """x: (batch, L, channels); before: the taps − 1 inputs that came before. Returns the output and the next `before`."""
        taps, L = self.weight.shape[-1], x.shape[1]
        padded = F.pad(x, (0, 0, taps - 1, 0)) if before is None else torch.cat([before, x], 1)
        y = sum(padded[:, k : k + L] * self.weight[:, 0, k] for k in range(taps)) + self.bias
        return F.silu(y).to(x.dtype), padded[:, L:]


def delta_bias(size: int):
    """Biases so that softplus(bias) is between 0.001 and 0.1, evenly in the logarithm (as Mamba's code starts)."""
    delta = torch.exp(torch.rand(size) * math.log(100) + math.log(1e-3)).clamp(min=1e-4)
    return delta + torch.log(-torch.expm1(-delta))


class MambaMixer(nn.Module):
    """Mamba's block (arXiv 2312.00752, §3.4)."""

    def __init__(self, c: Config):
        super().__init__()
        E, N, R = c.inner, c.state, c.rank
        self.sizes = [R, N, N]
        self.in_proj = nn.Linear(c.width, 2 * E, bias=False)
        self.conv1d = CausalConv(E, c.conv)
        self.x_proj = nn.Linear(E, R + 2 * N, bias=False)
        self.dt_proj = nn.Linear(R, E)
        nn.init.uniform_(self.dt_proj.weight, -(R**-0.5), R**-0.5)
        self.dt_proj.bias.data.copy_(delta_bias(E))
        self.A_log = nn.Parameter(torch.log(torch.arange(1, N + 1).float()).repeat(E, 1))
        self.D = nn.Parameter(torch.ones(E))
        self.out_proj = nn.Linear(E, c.width, bias=False)

    def forward(self, x, state=None):
        before, h = state or (None, None)
        x, z = self.in_proj(x).chunk(2, -1)  # (batch, L, E) each
        x, before = self.conv1d(x, before)
        dt, B, C = self.x_proj(x).split(self.sizes, -1)
        # The bias is added in f32: it decides how long a state lasts.
        delta = F.softplus(F.linear(dt, self.dt_proj.weight) + self.dt_proj.bias)
        y, h = selective_scan(x, delta, -torch.exp(self.A_log), B, C, self.D, h)
        return self.out_proj(y * F.silu(z)), (before, h)


class Mamba2Mixer(nn.Module):
    """Mamba-2's block (arXiv 2405.21060, §7), one group."""

    def __init__(self, c: Config):
        super().__init__()
        E, N = c.inner, c.state
        self.heads, self.chunk = E // c.head, c.chunk
        self.sizes = [E, E + 2 * N, self.heads]
        self.inner_sizes = [E, N, N]
        self.in_proj = nn.Linear(c.width, sum(self.sizes), bias=False)
        self.conv1d = CausalConv(E + 2 * N, c.conv)
        self.dt_bias = nn.Parameter(delta_bias(self.heads))
        self.A_log = nn.Parameter(torch.log(torch.rand(self.heads) * 15 + 1))
        self.D = nn.Parameter(torch.ones(self.heads))
        self.norm = RMSNorm(E, c.epsilon)
        self.out_proj = nn.Linear(E, c.width, bias=False)

    def forward(self, x, state=None):
        before, h = state or (None, None)
        batch, L, _ = x.shape
        z, xBC, dt = self.in_proj(x).split(self.sizes, -1)
        xBC, before = self.conv1d(xBC, before)
        x, B, C = xBC.split(self.inner_sizes, -1)
        delta = F.softplus(dt + self.dt_bias)
        y, h = ssd(x.view(batch, L, self.heads, -1), delta, -torch.exp(self.A_log), B, C, self.D, h, self.chunk)
        return self.out_proj(self.norm(y.reshape(batch, L, -1) * F.silu(z))), (before, h)


class S4dMixer(nn.Module):
    """Mamba's block with S4D for its SSM, A as S4D-Lin starts it."""

    def __init__(self, c: Config):
        super().__init__()
        E, N = c.inner, c.state
        self.in_proj = nn.Linear(c.width, 2 * E, bias=False)
        self.conv1d = CausalConv(E, c.conv)
        self.log_dt = nn.Parameter(torch.rand(E) * math.log(100) + math.log(1e-3))
        self.A_log = nn.Parameter(torch.full((E, N), math.log(0.5)))
        self.A_imag = nn.Parameter(math.pi * torch.arange(N).float().repeat(E, 1))
        self.C = nn.Parameter(torch.randn(E, N, 2) * 0.5**0.5)
        self.D = nn.Parameter(torch.ones(E))
        self.out_proj = nn.Linear(E, c.width, bias=False)

    @torch.compiler.disable  # complex numbers and FFTs: nothing to fuse
    def ssm(self, x, h, carry: bool):
        with torch.autocast(x.device.type, enabled=False):
            x = x.float() if x.dtype == torch.bfloat16 else x
            y, h = s4d(x, *discretise(self.log_dt, self.A_log, self.A_imag, self.C), h, carry)
            return y + x * self.D, h

    def forward(self, x, state=None, carry: bool = False):
        before, h = state or (None, None)
        x, z = self.in_proj(x).chunk(2, -1)
        x, before = self.conv1d(x, before)
        y, h = self.ssm(x, h, carry)
        return self.out_proj(y * F.silu(z)), (before, h)


MIXERS = {"mamba": MambaMixer, "mamba2": Mamba2Mixer, "s4": S4dMixer}


class SsmBlock(nn.Module):
    """Norm, mixer, residual."""

    def __init__(self, c: Config):
        super().__init__()
        self.norm = RMSNorm(c.width, c.epsilon)
        self.mixer = MIXERS[c.kind](c)
        self.dropout = nn.Dropout(c.dropout)
        self.extra = c.kind == "s4"  # its last state costs extra, so it is told whether anyone wants it

    def forward(self, x, state=None, carry: bool = False):
        y, state = self.mixer(self.norm(x), state, *([carry] if self.extra else []))
        return x + self.dropout(y), state if carry else None


class LanguageModel(nn.Module):
    """Embedding, blocks, norm, and the embedding again as the head."""

    def __init__(self, config: Config):
        super().__init__()
        self.config = config
        embeddings = nn.Embedding(config.vocab, config.width)
        norm = RMSNorm(config.width, config.epsilon)
        if config.kind == "transformer":
            blocks = [TransformerBlock(config, RMSNorm) for _ in range(config.layers)]
            parts = {"embed_tokens": embeddings, "layers": nn.ModuleList(blocks), "norm": norm}
            self.root = "model"
        else:
            blocks = [SsmBlock(config) for _ in range(config.layers)]
            parts = {"embeddings": embeddings, "layers": nn.ModuleList(blocks), "norm_f": norm}
            self.root = "backbone"
        holder = nn.Module()
        for name, part in parts.items():
            setattr(holder, name, part)
        setattr(self, self.root, holder)
        # Plain tuple: these are registered already, under their own names.
        self._parts = (embeddings, holder.layers, norm)
        self._initialise()

    def _initialise(self) -> None:
        adding = 2 * self.config.layers  # branches that add to the residual stream
        for name, p in self.named_parameters():
            if name.endswith(("out_proj.weight", "o_proj.weight", "down_proj.weight")):
                nn.init.normal_(p, std=0.02 / math.sqrt(adding))
            elif name.endswith(("embeddings.weight", "embed_tokens.weight")):
                nn.init.normal_(p, std=self.config.spread)
            elif p.ndim == 2 and name.endswith("proj.weight") and "dt_proj" not in name:
                nn.init.normal_(p, std=0.02)

    def hidden(self, ids, states=None, carry: bool = False):
        """ids: (batch, L). The normed last residual (batch, L, D) and, with `carry`, each block's state behind the last token."""
        embeddings, blocks, norm = self._parts
        x = embeddings(ids)
        after = []
        for i, block in enumerate(blocks):
            x, state = block(x, states[i] if states else None, carry)
            after.append(state)
        return norm(x), after

    def head(self, hidden):
        """Logits (…, V)."""
        return F.linear(hidden, self._parts[0].weight)

    def forward(self, ids, targets=None, states=None, carry: bool = False):
        """With targets (batch, L; −1 is not counted): the mean loss in nats. Without: logits (batch, L, V) and states."""
        hidden, after = self.hidden(ids, states, carry)
        logits = self.head(hidden)
        if targets is None:
            return logits, after
        return F.cross_entropy(logits.flatten(0, 1).float(), targets.flatten(), ignore_index=-1)


def build(config: Config, seed: int) -> LanguageModel:
    torch.manual_seed(seed)
    return LanguageModel(config)


def parameters(model: nn.Module) -> int:
    return sum(p.numel() for p in model.parameters())


def config_dict(config: Config) -> dict:
    return asdict(config)


def from_dict(values: dict, **changes) -> Config:
    return replace(Config(**values), **changes)
