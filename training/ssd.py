"""Mamba-2's state-space duality in chunks (SSD, arXiv 2405.21060, §6), in plain torch.

    h_t = exp(delta_t A) h_{t-1} + delta_t x_t B_tᵀ       per head, h: (P, N)
    y_t = h_t C_t + D x_t
"""

import torch
import torch.nn.functional as F


def ssd_loop(x, delta, A, B, C, D, h=None):
    """The recurrence, token after token. Shapes as in `ssd`."""
    x, delta, B, C = (t.float() if t.dtype != torch.float64 else t for t in (x, delta, B, C))
    if h is None:
        h = torch.zeros(x.shape[0], x.shape[2], x.shape[3], B.shape[-1], dtype=x.dtype, device=x.device)
    ys = []
    for t in range(x.shape[1]):
        decay = torch.exp(delta[:, t] * A)[..., None, None]
        h = decay * h + (delta[:, t, :, None] * x[:, t])[..., None] * B[:, t, None, None, :]
        ys.append((h * C[:, t, None, None, :]).sum(-1))
    return torch.stack(ys, 1) + x * D[:, None], h


def _decays(steps):
    """exp(segsum): (…, Q) log decays to the lower-triangular (…, Q, Q) of products from column to row.

    The exponent is at most 0 by construction; it is clamped there because differences of sums are rounded.
    """
    sums = steps.cumsum(-1)
    lower = torch.ones(steps.shape[-1], steps.shape[-1], device=steps.device, dtype=torch.bool).tril()
    segments = (sums[..., :, None] - sums[..., None, :]).clamp(max=0)
    return torch.exp(segments.masked_fill(~lower, -torch.inf))


def ssd(x, delta, A, B, C, D, h=None, chunk: int = 64):
    """y (batch, L, H, P) and the last state (batch, H, P, N), f32.

    x: (batch, L, H, P); delta: (batch, L, H), f32; A: (H), negative; B, C: (batch, L, N), shared by all heads;
    D: (H); h: the state before the first token, zeros if not given. Matrix products run in x's dtype.
    """
    batch, L, H, P = x.shape
    N, kept = B.shape[-1], x.dtype
    short = -L % chunk
    if short:  # a token with delta = 0 leaves the state as it is
        x, delta, B, C = (F.pad(t, (0,) * (2 * t.ndim - 3) + (short,)) for t in (x, delta, B, C))
    n = (L + short) // chunk
    u = (x * delta[..., None]).to(kept).view(batch, n, chunk, H, P)
    steps = (delta * A).view(batch, n, chunk, H).permute(0, 3, 1, 2)  # (batch, H, n, Q)
    B, C = B.reshape(batch, n, chunk, N), C.reshape(batch, n, chunk, N)
    # 1. Inside each chunk: masked attention.
    scores = torch.einsum("bcln,bcsn->bcls", C, B)
    y = torch.einsum("bhcls,bcshp->bclhp", _decays(steps).to(kept) * scores[:, None], u)
    # 2. What each chunk alone leaves at its end.
    sums = steps.cumsum(-1)
    to_end = torch.exp((sums[..., -1:] - sums).clamp(max=0)).to(kept)
    states = torch.einsum("bcln,bhcl,bclhp->bchpn", B, to_end, u).float()
    # 3. Passed from chunk to chunk, behind the state that was there at first.
    first = torch.zeros_like(states[:, :1]) if h is None else h[:, None].float()
    passed = _decays(F.pad(sums[..., -1], (1, 0)))  # (batch, H, n + 1, n + 1)
    states = torch.einsum("bhzc,bchpn->bzhpn", passed, torch.cat([first, states], 1))
    # 4. What the state at a chunk's start adds to its outputs.
    y = y + torch.einsum("bcln,bchpn,bhcl->bclhp", C, states[:, :-1].to(kept), torch.exp(sums).to(kept))
    y = y.reshape(batch, n * chunk, H, P) + x * D[:, None].to(kept)
    return y[:, :L], states[:, -1]
