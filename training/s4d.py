"""S4D (arXiv 2206.11893): a diagonal complex state-space model that does not depend on its input.

    Ā = exp(dt A), C' = C (Ā − 1) / A,   h_t = Ā h_{t-1} + x_t,   y_t = 2 Re(Σ C' h_t)     (D x is added outside)

As a convolution its kernel is K_l = 2 Re(Σ C' Ā^l); here it is applied by FFT.
"""

import torch


def discretise(log_dt, A_log, A_imag, C):
    """log Ā and C', complex (E, N), from the parameters: log_dt (E), A_log and A_imag (E, N), C (E, N, 2)."""
    A = torch.complex(-torch.exp(A_log), A_imag)
    log_abar = A * torch.exp(log_dt)[:, None]
    return log_abar, torch.view_as_complex(C.contiguous()) * torch.expm1(log_abar) / A


def s4d_loop(x, log_abar, Cd, h=None):
    """The recurrence, token after token. Shapes as in `s4d`."""
    abar = torch.exp(log_abar)
    h = torch.zeros(x.shape[0], *abar.shape, dtype=abar.dtype, device=x.device) if h is None else h
    ys = []
    for t in range(x.shape[1]):
        h = abar * h + x[:, t, :, None]
        ys.append(2 * (Cd * h).sum(-1).real)
    return torch.stack(ys, 1), h


def s4d(x, log_abar, Cd, h=None, carry: bool = False):
    """y (batch, L, E), f32, and the last state (batch, E, N), complex, or None unless `carry`.

    x: (batch, L, E), f32; log_abar, Cd: (E, N), complex; h: the state before the first token.
    """
    L = x.shape[1]
    powers = torch.exp(log_abar[..., None] * torch.arange(L, device=x.device))  # (E, N, L): Ā^l
    kernel = 2 * torch.einsum("en,enl->el", Cd, powers).real
    size = 2 * L
    spectrum = torch.fft.rfft(x.transpose(1, 2), size) * torch.fft.rfft(kernel, size)
    y = torch.fft.irfft(spectrum, size)[..., :L].transpose(1, 2)
    if h is not None:
        y = y + 2 * torch.einsum("ben,enl->ble", h, (Cd * torch.exp(log_abar))[..., None] * powers).real
    if not carry:
        return y, None
    last = torch.einsum("enl,ble->ben", powers.flip(-1), x.to(powers.dtype))
    return y, last if h is None else last + torch.exp(log_abar * L) * h
