"""One training step of a task model, and the same step as a CUDA graph.

The models are so small that starting their kernels takes longer than running them. A graph starts all of them at once:
the batch is made from its number on the device, then forward, backward, clipping and AdamW.
"""

import math
import sys

import torch
import torch.nn.functional as F

from task_data import TASKS, Source

EAGER = 3  # steps before a graph is captured: kernels are compiled, the optimiser's moments come to be


@torch.no_grad()
def start(model) -> None:
    """Weights to start from: projections as torch starts them, uniform within 1/√inputs, those that add to the residual
    stream smaller by √blocks (as Mamba's code has it), embeddings of deviation 1/√width.

    With the 0.02 of the language models, right for their width, what passes through a state of so narrow a model is so
    weak that copying begins to be learnt twice as late.
    """
    for name, p in model.named_parameters():
        if "embed" in name:
            torch.nn.init.normal_(p, std=p.shape[1] ** -0.5)
        elif p.ndim == 2 and name.endswith("proj.weight") and "dt_proj" not in name:
            adding = name.endswith(("out_proj.weight", "o_proj.weight", "down_proj.weight"))
            bound = (p.shape[1] * (model.config.layers if adding else 1)) ** -0.5
            torch.nn.init.uniform_(p, -bound, bound)


def optimiser(model, epsilon: float, delta: float) -> torch.optim.AdamW:
    """AdamW without decay. Rates are tensors, so that a graph sees changes of them; that of Δ's bias is `delta` times higher.

    To remember over a million tokens softplus(bias + …) must fall below 1e-7, so a bias has a long way to go.
    """
    device = next(model.parameters()).device
    parts = {1.0: [], delta: []}
    for name, p in model.named_parameters():
        parts[delta if name.endswith(("dt_proj.bias", "dt_bias")) else 1.0].append(p)
    groups = [
        {"params": params, "times": times, "lr": torch.zeros((), device=device)} for times, params in parts.items() if params
    ]
    # A solved task's gradients are tiny; a small epsilon lets them go on to lower Δ at noise.
    return torch.optim.AdamW(
        groups, weight_decay=0.0, betas=(0.9, 0.98), eps=epsilon, fused=True, capturable=device.type == "cuda"
    )


def factor(step: int, progress: float, warmup: int, decay: float) -> float:
    """Of the rate: linear warm-up, constant, then half a cosine to 0 over the last `decay` of the progress (0 to 1)."""
    rest = min(1.0, max(0.0, (1 - progress) / decay)) if decay else 1.0
    return min(1.0, (step + 1) / warmup) * 0.5 * (1 - math.cos(math.pi * rest))


class Stepper:
    """Trains on batches of one size and length. Call it with a batch's number and the rate.

    graph: whether to capture the step; if that fails it says so and goes on without.
    """

    def __init__(self, model, adam, task: str, size: int, length: int, clip: float, graph: bool):
        self.model, self.adam, self.task, self.size, self.length, self.clip = model, adam, task, size, length, clip
        device = next(model.parameters()).device
        self.number = torch.zeros((), dtype=torch.int64, device=device)
        self.loss = torch.zeros((), device=device)  # sum since `mean_loss`
        self.steps = 0
        self.wanted = graph and device.type == "cuda"
        self.left, self.graph = EAGER, None

    def take(self) -> None:
        """The step itself: reads only tensors on the device, so that it can be captured."""
        task = TASKS[self.task]
        ids, wanted = task["make"](self.size, self.length, Source(self.number))
        hidden, _ = self.model.hidden(ids)
        logits = self.model.head(hidden[:, -task["asked"] :])  # only where something is asked
        loss = F.cross_entropy(logits.flatten(0, 1), wanted.flatten())
        self.adam.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), self.clip)
        self.adam.step()
        self.loss += loss.detach()

    def __call__(self, number: int, rate: float) -> None:
        self.number.fill_(number)
        for group in self.adam.param_groups:
            group["lr"].fill_(rate * group["times"])
        self.steps += 1
        if not self.wanted:
            self.take()
        elif self.left:
            self.left -= 1
            self.warm_up()
        else:
            if self.graph is None:
                self.capture()
            self.graph.replay() if self.graph else self.take()

    def warm_up(self) -> None:
        """A step off the default stream, as capturing demands of what comes before it."""
        stream = torch.cuda.Stream()
        stream.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(stream):
            self.take()
        torch.cuda.current_stream().wait_stream(stream)

    def record(self) -> torch.cuda.CUDAGraph:
        graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(graph):
            self.take()
        return graph

    def capture(self) -> None:
        try:
            self.graph = self.record()
        except RuntimeError as error:
            self.wanted = False
            print(f"No CUDA graph, steps are started one kernel at a time: {error}", file=sys.stderr, flush=True)

    def mean_loss(self) -> float:
        """Nats, over the steps since the last call."""
        value = self.loss.item() / max(1, self.steps)
        self.loss.zero_()
        self.steps = 0
        return value
