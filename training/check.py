"""Checks the scans and their gradients against plain loops, and times them: `python training/check.py [--bench]`.

Runs on a GPU if there is one. The Triton kernels are only checked there, or anywhere with TRITON_INTERPRET=1.
"""

import argparse
import os
import sys

import torch

import scan
from s4d import discretise, s4d, s4d_loop
from ssd import ssd, ssd_loop

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


def relative(got, wanted) -> float:
    return ((got - wanted).norm() / wanted.norm().clamp(min=1e-20)).item()


def compare(fast, slow, inputs) -> list[float]:
    """Relative errors of the outputs (y, last state), then of the gradients of a random sum of y."""
    (y, h), (y_slow, h_slow) = fast(*inputs), slow(*inputs)
    weights = torch.randn(y.shape, device=y.device, dtype=y.dtype)
    wanted = [t for t in inputs if t.requires_grad]
    grads = [torch.autograd.grad((out * weights).sum(), wanted) for out in (y, y_slow)]
    return [relative(y, y_slow), relative(h, h_slow), *(relative(a, b) for a, b in zip(*grads))]


def random(*shape, device=DEVICE):
    return torch.randn(*shape, device=device, requires_grad=True)


def scan_inputs(batch, L, E, N, dtype=torch.float32):
    delta = torch.nn.functional.softplus(torch.randn(batch, L, E, device=DEVICE) - 2).to(dtype).requires_grad_()
    A = (-torch.rand(E, N, device=DEVICE) * 8).requires_grad_()
    u, B, C = (random(batch, L, k).to(dtype).detach().requires_grad_() for k in (E, N, N))
    return [u, delta, A, B, C, random(E)]


def check_scan() -> float:
    """The Triton kernels against the loop, from a state at rest and (forward only) from another state."""
    fast = lambda u, delta, A, B, C, D: scan._scan(
        u, delta, A, B, C, D, torch.zeros(u.shape[0], u.shape[2], A.shape[1], device=u.device)
    )[::2]
    errors = compare(fast, scan.scan_loop, scan_inputs(2, 24, 32, 16))
    inputs = [t.detach() for t in scan_inputs(2, 12, 32, 16)]
    h = torch.randn(2, 32, 16, device=DEVICE)
    y, _, last = scan._scan(*inputs, h)
    y_slow, last_slow = scan.scan_loop(*inputs, h)
    return max(*errors, relative(y, y_slow), relative(last, last_slow))


def check_ssd() -> float:
    """Chunked SSD against the recurrence; the length is no multiple of the chunk."""
    batch, L, H, P, N = 2, 27, 3, 4, 5
    delta = (torch.rand(batch, L, H, device=DEVICE)).requires_grad_()
    A = (-torch.rand(H, device=DEVICE) * 4).requires_grad_()
    inputs = [random(batch, L, H, P), delta, A, random(batch, L, N), random(batch, L, N), random(H)]
    h = torch.randn(batch, H, P, N, device=DEVICE)
    worst = [compare(lambda *a: ssd(*a, start, 8), lambda *a: ssd_loop(*a, start), inputs) for start in (None, h)]
    return max(map(max, worst))


def check_s4d() -> float:
    """The FFT convolution against the recurrence, through the parameters."""
    E, N, L = 6, 4, 21
    inputs = [random(2, L, E), random(E), random(E, N), random(E, N), random(E, N, 2)]
    h = torch.randn(2, E, N, device=DEVICE, dtype=torch.complex64)
    worst = [
        compare(
            lambda x, *p: s4d(x, *discretise(*p), start, True),
            lambda x, *p: s4d_loop(x, *discretise(*p), start),
            inputs,
        )
        for start in (None, h)
    ]
    return max(map(max, worst))


def bench() -> None:
    """The scan's time at the language models' sizes, forward and with backward."""
    from triton.testing import do_bench

    for batch, L in ((128, 512), (64, 1024)):
        inputs = scan_inputs(batch, L, 512, 16, torch.bfloat16)
        weights = torch.randn(batch, L, 512, device=DEVICE, dtype=torch.bfloat16)
        forward = do_bench(lambda: scan.selective_scan(*inputs), return_mode="median")
        both = do_bench(
            lambda: torch.autograd.grad(scan.selective_scan(*inputs)[0], inputs, weights), return_mode="median"
        )
        print(f"scan {batch} x {L} x 512 x 16: forward {forward:.2f} ms, with backward {both:.2f} ms")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", action="store_true", help="time the scan (GPU only)")
    args = parser.parse_args()
    torch.manual_seed(0)
    checks = {"ssd": check_ssd, "s4d": check_s4d}
    if DEVICE == "cuda" or os.environ.get("TRITON_INTERPRET") == "1":
        checks["scan"] = check_scan
    failed = 0
    for name, check in checks.items():
        error = check()
        good = error < 1e-4  # f32 rounding; not-a-number is not good
        failed += not good
        print(f"{name}: largest relative error {error:.1e} {'' if good else 'TOO LARGE'}")
    if args.bench:
        bench()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
