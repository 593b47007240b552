"""Mamba's selective scan (arXiv 2312.00752, §3.3): Triton kernels on a GPU, a plain loop elsewhere.

    h_t = exp(delta_t A) h_{t-1} + delta_t u_t B_t        (B̄ = ΔB, as real Mamba code has it)
    y_t = C_t h_t + D u_t

The forward kernel keeps the state in registers and writes it out once every STEPS tokens; the backward kernel
starts from those and computes the states in between again. No atomics: every sum over channels or over the batch is
written in parts and added in a fixed order, so that a run repeats bit for bit.
"""

import torch

try:
    import triton
    import triton.language as tl
except ImportError:  # The loop below does all that the tests need.
    triton = None

STEPS = 4  # tokens between two kept states; the backward kernel is written out for this number


def scan_loop(u, delta, A, B, C, D, h=None):
    """The scan as the formula has it, token after token. Shapes as in `selective_scan`."""
    kept = u.dtype
    u, delta, B, C = (t.float() if t.dtype != torch.float64 else t for t in (u, delta, B, C))
    h = torch.zeros(u.shape[0], u.shape[2], A.shape[1], dtype=u.dtype, device=u.device) if h is None else h
    ys = []
    for t in range(u.shape[1]):
        h = torch.exp(delta[:, t, :, None] * A) * h + (delta[:, t] * u[:, t])[..., None] * B[:, t, None, :]
        ys.append((h * C[:, t, None, :]).sum(-1))
    return (torch.stack(ys, 1) + u * D).to(kept), h


if triton:

    @triton.jit
    def _vectors(u, delta, B, C, row, D, N: tl.constexpr, d, n):
        """One token's u, delta (channels of this program) and B, C (states), in f32."""
        return (
            tl.load(u + row * D + d).to(tl.float32),
            tl.load(delta + row * D + d).to(tl.float32),
            tl.load(B + row * N + n).to(tl.float32),
            tl.load(C + row * N + n).to(tl.float32),
        )

    @triton.jit
    def _forward(u, delta, A, B, C, skip, h0, y, kept, last, L, D, N: tl.constexpr, BD: tl.constexpr, STEPS: tl.constexpr):
        batch = tl.program_id(0).to(tl.int64)
        d = tl.program_id(1) * BD + tl.arange(0, BD)
        n = tl.arange(0, N)
        at = d[:, None] * N + n[None, :]
        a = tl.load(A + at)
        s = tl.load(skip + d)
        h = tl.load(h0 + batch * D * N + at)
        chunks = L // STEPS
        for chunk in range(chunks):
            tl.store(kept + (batch * chunks + chunk) * D * N + at, h)
            for i in tl.static_range(STEPS):
                row = batch * L + chunk * STEPS + i
                u_, delta_, B_, C_ = _vectors(u, delta, B, C, row, D, N, d, n)
                h = tl.exp(delta_[:, None] * a) * h + (delta_ * u_)[:, None] * B_[None, :]
                tl.store(y + row * D + d, (tl.sum(h * C_[None, :], 1) + s * u_).to(y.dtype.element_ty))
        tl.store(last + batch * D * N + at, h)

    @triton.jit
    def _backward_step(
        gu, gdelta, gB, gC, row, part, D, N: tl.constexpr, d, n, a, s, u_, delta_, B_, C_, g, abar, before, after, gh, gA, gs
    ):
        """One token backwards: from the gradient of its state `gh` to that of the state before it."""
        gh += g[:, None] * C_[None, :]
        tl.store(gC + part * N + n, tl.sum(g[:, None] * after, 0))
        tl.store(gB + part * N + n, tl.sum(gh * (delta_ * u_)[:, None], 0))
        into = tl.sum(gh * B_[None, :], 1)
        decay = gh * before * abar
        tl.store(gu + row * D + d, (into * delta_ + s * g).to(gu.dtype.element_ty))
        tl.store(gdelta + row * D + d, (into * u_ + tl.sum(decay * a, 1)).to(gdelta.dtype.element_ty))
        return gh * abar, gA + decay * delta_[:, None], gs + g * u_

    @triton.jit
    def _backward(
        u, delta, A, B, C, skip, gy, kept, gu, gdelta, gA, gB, gC, gskip, L, D, N: tl.constexpr, BD: tl.constexpr
    ):
        batch = tl.program_id(0).to(tl.int64)
        block = tl.program_id(1)
        d = block * BD + tl.arange(0, BD)
        n = tl.arange(0, N)
        at = d[:, None] * N + n[None, :]
        a = tl.load(A + at)
        s = tl.load(skip + d)
        gh = tl.zeros((BD, N), tl.float32)
        ga = tl.zeros((BD, N), tl.float32)
        gs = tl.zeros((BD,), tl.float32)
        blocks = D // BD
        chunks = L // 4
        for back in range(chunks):
            chunk = chunks - 1 - back
            h0 = tl.load(kept + (batch * chunks + chunk) * D * N + at)
            r = batch * L + chunk * 4
            u0, d0, B0, C0 = _vectors(u, delta, B, C, r, D, N, d, n)
            u1, d1, B1, C1 = _vectors(u, delta, B, C, r + 1, D, N, d, n)
            u2, d2, B2, C2 = _vectors(u, delta, B, C, r + 2, D, N, d, n)
            u3, d3, B3, C3 = _vectors(u, delta, B, C, r + 3, D, N, d, n)
            g0 = tl.load(gy + r * D + d).to(tl.float32)
            g1 = tl.load(gy + (r + 1) * D + d).to(tl.float32)
            g2 = tl.load(gy + (r + 2) * D + d).to(tl.float32)
            g3 = tl.load(gy + (r + 3) * D + d).to(tl.float32)
            a0 = tl.exp(d0[:, None] * a)
            a1 = tl.exp(d1[:, None] * a)
            a2 = tl.exp(d2[:, None] * a)
            a3 = tl.exp(d3[:, None] * a)
            h1 = a0 * h0 + (d0 * u0)[:, None] * B0[None, :]
            h2 = a1 * h1 + (d1 * u1)[:, None] * B1[None, :]
            h3 = a2 * h2 + (d2 * u2)[:, None] * B2[None, :]
            h4 = a3 * h3 + (d3 * u3)[:, None] * B3[None, :]
            # Parts of B's and C's gradients: (batch, blocks, L, N).
            p = (batch * blocks + block) * L + chunk * 4
            gh, ga, gs = _backward_step(
                gu, gdelta, gB, gC, r + 3, p + 3, D, N, d, n, a, s, u3, d3, B3, C3, g3, a3, h3, h4, gh, ga, gs
            )
            gh, ga, gs = _backward_step(
                gu, gdelta, gB, gC, r + 2, p + 2, D, N, d, n, a, s, u2, d2, B2, C2, g2, a2, h2, h3, gh, ga, gs
            )
            gh, ga, gs = _backward_step(
                gu, gdelta, gB, gC, r + 1, p + 1, D, N, d, n, a, s, u1, d1, B1, C1, g1, a1, h1, h2, gh, ga, gs
            )
            gh, ga, gs = _backward_step(
                gu, gdelta, gB, gC, r, p, D, N, d, n, a, s, u0, d0, B0, C0, g0, a0, h0, h1, gh, ga, gs
            )
        tl.store(gA + batch * D * N + at, ga)
        tl.store(gskip + batch * D + d, gs)


def _block(batch: int, D: int) -> int:
    """Channels of one program: fewer where there would be too few programs to fill the GPU."""
    block = 32
    while block > 8 and (D % block or batch * (D // block) < 1024):
        block //= 2
    if D % block:
        raise ValueError(f"The scan needs a multiple of 8 channels; these are {D}.")
    return block


@torch.library.custom_op("mamba_training::scan", mutates_args=())
def _scan(
    u: torch.Tensor, delta: torch.Tensor, A: torch.Tensor, B: torch.Tensor, C: torch.Tensor, D: torch.Tensor,
    h0: torch.Tensor,
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    batch, L, E = u.shape
    N = A.shape[1]
    y, last = torch.empty_like(u), torch.empty_like(h0)
    kept = torch.empty(batch, L // STEPS, E, N, device=u.device, dtype=torch.float32)
    block = _block(batch, E)
    _forward[(batch, E // block)](u, delta, A, B, C, D, h0, y, kept, last, L, E, N, block, STEPS, num_warps=1)
    return y, kept, last


@_scan.register_fake
def _(u, delta, A, B, C, D, h0):
    batch, L, E = u.shape
    return torch.empty_like(u), h0.new_empty(batch, L // STEPS, E, A.shape[1]), torch.empty_like(h0)


@torch.library.custom_op("mamba_training::scan_backward", mutates_args=())
def _scan_backward(
    u: torch.Tensor, delta: torch.Tensor, A: torch.Tensor, B: torch.Tensor, C: torch.Tensor, D: torch.Tensor,
    kept: torch.Tensor, gy: torch.Tensor,
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    batch, L, E = u.shape
    N = A.shape[1]
    block = _block(batch, E)
    blocks = E // block
    empty = lambda *shape: torch.empty(shape, device=u.device, dtype=torch.float32)
    gu, gdelta = torch.empty_like(u), torch.empty_like(delta)
    gA, gD = empty(batch, E, N), empty(batch, E)
    gB, gC = empty(batch, blocks, L, N), empty(batch, blocks, L, N)
    _backward[(batch, blocks)](
        u, delta, A, B, C, D, gy.contiguous(), kept, gu, gdelta, gA, gB, gC, gD, L, E, N, block, num_warps=1
    )
    return gu, gdelta, gA.sum(0), gB.sum(1).to(B.dtype), gC.sum(1).to(C.dtype), gD.sum(0)


@_scan_backward.register_fake
def _(u, delta, A, B, C, D, kept, gy):
    return tuple(torch.empty_like(t) for t in (u, delta, A, B, C, D))


def _setup(ctx, inputs, output):
    ctx.save_for_backward(*inputs[:6], output[1])
    ctx.set_materialize_grads(False)


def _gradients(ctx, gy, _gkept, _glast):
    return (*_scan_backward(*ctx.saved_tensors, gy), None)  # none for h0: training starts at rest


torch.library.register_autograd("mamba_training::scan", _gradients, setup_context=_setup)


def selective_scan(u, delta, A, B, C, D, h=None):
    """y and the last state.

    u, delta: (batch, L, E); A: (E, N), negative, f32; B, C: (batch, L, N); D: (E), f32; h: (batch, E, N), f32, the
    state before the first token (zeros if not given; no gradient reaches it on a GPU). y: as u; last state: as h.
    """
    if not u.is_cuda:
        return scan_loop(u, delta, A, B, C, D, h)
    batch, L, E = u.shape
    h = torch.zeros(batch, E, A.shape[1], device=u.device, dtype=torch.float32) if h is None else h
    short = -L % STEPS
    if short:  # a token with delta = 0 leaves the state as it is
        u, delta, B, C = (torch.nn.functional.pad(t, (0, 0, 0, short)) for t in (u, delta, B, C))
    y, _, last = _scan(*(t.contiguous() for t in (u, delta, A, B, C, D, h)))
    return (y[:, :L] if short else y), last
