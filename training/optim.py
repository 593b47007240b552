"""Muon (K. Jordan, 2024) for the projection matrices, AdamW for everything else, and their common schedule."""

import torch
from torch import nn

MATRICES = (
    "in_proj.weight", "x_proj.weight", "out_proj.weight", "q_proj.weight", "k_proj.weight", "v_proj.weight",
    "o_proj.weight", "gate_proj.weight", "up_proj.weight", "down_proj.weight",
)  # fmt: skip


def orthogonalise(g: torch.Tensor) -> torch.Tensor:
    """The nearest half-orthogonal matrices, roughly, of (k, rows, cols), by five steps of Newton and Schulz in bf16."""
    u = g.bfloat16()
    tall = u.shape[1] > u.shape[2]
    u = u.mT if tall else u
    u = u / (u.norm(dim=(1, 2), keepdim=True) + 1e-7)
    for _ in range(5):
        a = u @ u.mT
        u = 3.4445 * u + (-4.7750 * a + 2.0315 * a @ a) @ u
    return (u.mT if tall else u).float()


class Muon(torch.optim.Optimizer):
    def __init__(self, params, lr: float, momentum: float = 0.95, weight_decay: float = 0.01):
        super().__init__(params, dict(lr=lr, momentum=momentum, weight_decay=weight_decay))

    @torch.no_grad()
    def step(self) -> None:
        for group in self.param_groups:
            shapes: dict[torch.Size, list[nn.Parameter]] = {}
            for p in group["params"]:
                if p.grad is not None:
                    shapes.setdefault(p.shape, []).append(p)
            for shape, params in shapes.items():  # matrices of one shape are turned together
                moments = [self.state[p].setdefault("momentum", torch.zeros_like(p)) for p in params]
                grads = [p.grad for p in params]
                torch._foreach_lerp_(moments, grads, 1 - group["momentum"])
                steps = orthogonalise(torch.stack(torch._foreach_lerp(grads, moments, group["momentum"])))
                scale = -group["lr"] * max(1, shape[0] / shape[1]) ** 0.5
                torch._foreach_mul_(params, 1 - group["lr"] * group["weight_decay"])
                torch._foreach_add_(params, list(steps.unbind()), alpha=scale)


def optimisers(
    model: nn.Module, lr_matrices: float, lr: float, lr_embeddings: float, weight_decay: float
) -> list[torch.optim.Optimizer]:
    """Muon and AdamW. Decay is for matrices and embeddings, never for norms, biases and the SSM's own parameters."""
    matrices, embeddings, rest = [], [], []
    for name, p in model.named_parameters():
        chosen = matrices if name.endswith(MATRICES) else embeddings if "embed" in name else rest
        chosen.append(p)
    groups = [{"params": embeddings, "weight_decay": weight_decay, "lr": lr_embeddings}, {"params": rest, "weight_decay": 0.0}]
    fused = next(model.parameters()).is_cuda
    return [
        Muon(matrices, lr_matrices, weight_decay=weight_decay),
        torch.optim.AdamW(groups, lr=lr, betas=(0.9, 0.95), fused=fused),
    ]


def rate(progress: float, step: int, warmup: int, decay: float) -> float:
    """The factor on every learning rate: linear warm-up, constant, then linear to 0 over the last `decay` of the tokens."""
    return min(1.0, (step + 1) / warmup) * min(1.0, max(0.0, (1 - progress) / decay))
