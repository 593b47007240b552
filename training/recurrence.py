"""The models once more, token by token in float64 NumPy, from a Hugging Face folder: shares no code with models.py.

Slow and plain on purpose: it is what golden tensors of S4D and of the task models come from, and what the tests hold
models.py against.
"""

import json
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file


def silu(x):
    return x / (1 + np.exp(-x))


def softplus(x):
    return np.logaddexp(0, x)


def rms(x, weight, epsilon):
    return x / np.sqrt((x * x).mean(-1, keepdims=True) + epsilon) * weight


class Folder:
    """config.json and the weights in float64."""

    def __init__(self, path: Path):
        self.config = json.loads((path / "config.json").read_text())
        self.weights = {name: w.astype(np.float64) for name, w in load_file(path / "model.safetensors").items()}

    def at(self, prefix: str):
        return lambda name: self.weights[prefix + name]


def convolve(x, w, bias):
    """Causal convolution of each channel, then SiLU. x: (L, channels); w: (channels, 1, taps)."""
    taps = w.shape[-1]
    padded = np.concatenate([np.zeros((taps - 1, x.shape[1])), x])
    y = np.stack([(padded[t : t + taps].T * w[:, 0]).sum(1) for t in range(len(x))])
    return silu(y + bias), padded[-taps:].T


def mamba(x, w, config):
    E, N, R = config["intermediate_size"], config["state_size"], config["time_step_rank"]
    xz = x @ w("in_proj.weight").T
    u, conv = convolve(xz[:, :E], w("conv1d.weight"), w("conv1d.bias"))
    dbc = u @ w("x_proj.weight").T
    delta = softplus(dbc[:, :R] @ w("dt_proj.weight").T + w("dt_proj.bias"))
    B, C, A = dbc[:, R : R + N], dbc[:, R + N :], -np.exp(w("A_log"))
    h, y = np.zeros((E, N)), np.zeros_like(u)
    for t in range(len(x)):
        h = np.exp(delta[t][:, None] * A) * h + (delta[t] * u[t])[:, None] * B[t]
        y[t] = h @ C[t] + w("D") * u[t]
    return (y * silu(xz[:, E:])) @ w("out_proj.weight").T, {"ssm_state": h, "conv_state": conv}


def mamba2(x, w, config):
    E, N, H, P = config["intermediate_size"], config["state_size"], config["num_heads"], config["head_dim"]
    zxbcdt = x @ w("in_proj.weight").T
    z, xBC, dt = np.split(zxbcdt, [E, 2 * E + 2 * N], 1)
    xBC, conv = convolve(xBC, w("conv1d.weight"), w("conv1d.bias"))
    u, B, C = np.split(xBC, [E, E + N], 1)
    delta, A = softplus(dt + w("dt_bias")), -np.exp(w("A_log"))
    h, y = np.zeros((H, P, N)), np.zeros_like(u)
    for t in range(len(x)):
        heads = u[t].reshape(H, P)
        h = np.exp(delta[t] * A)[:, None, None] * h + (delta[t][:, None] * heads)[..., None] * B[t]
        y[t] = (h @ C[t] + w("D")[:, None] * heads).ravel()
    y = rms(y * silu(z), w("norm.weight"), config["layer_norm_epsilon"])
    return y @ w("out_proj.weight").T, {"ssm_state": h, "conv_state": conv}


def s4d(x, w, config):
    E = config["hidden_size"] * config["expand"]
    xz = x @ w("in_proj.weight").T
    u, inputs = convolve(xz[:, :E], w("conv1d.weight"), w("conv1d.bias"))
    A = -np.exp(w("A_log")) + 1j * w("A_imag")
    abar = np.exp(np.exp(w("log_dt"))[:, None] * A)
    C = (w("C")[..., 0] + 1j * w("C")[..., 1]) * (abar - 1) / A
    h, y = np.zeros_like(abar), np.zeros_like(u)
    for t in range(len(x)):
        h = abar * h + u[t][:, None]
        y[t] = 2 * (C * h).sum(1).real
    inside = {"conv": u, "y": y, "h_re": h.real, "h_im": h.imag, "conv_state": inputs}
    return ((y + u * w("D")) * silu(xz[:, E:])) @ w("out_proj.weight").T, inside


def attention(x, w, config):
    L, H = len(x), config["num_attention_heads"]
    P = config["hidden_size"] // H
    q, k, v = ((x @ w(f"self_attn.{n}_proj.weight").T).reshape(L, H, P).transpose(1, 0, 2) for n in "qkv")
    angles = np.arange(L)[:, None] * config["rope_theta"] ** (-np.arange(P // 2) / (P // 2))
    turn = np.exp(1j * angles)
    rotated = []
    for part in (q, k):
        pairs = (part[..., : P // 2] + 1j * part[..., P // 2 :]) * turn
        rotated.append(np.concatenate([pairs.real, pairs.imag], -1))
    scores = rotated[0] @ rotated[1].transpose(0, 2, 1) / P**0.5
    scores = np.where(np.tril(np.ones((L, L), bool)), scores, -np.inf)
    chances = np.exp(scores - scores.max(-1, keepdims=True))
    y = (chances / chances.sum(-1, keepdims=True)) @ v
    return y.transpose(1, 0, 2).reshape(L, H * P) @ w("self_attn.o_proj.weight").T


def llama_layer(x, w, config):
    epsilon = config["rms_norm_eps"]
    x = x + attention(rms(x, w("input_layernorm.weight"), epsilon), w, config)
    u = rms(x, w("post_attention_layernorm.weight"), epsilon)
    gated = silu(u @ w("mlp.gate_proj.weight").T) * (u @ w("mlp.up_proj.weight").T)
    return x + gated @ w("mlp.down_proj.weight").T


MIXERS = {"mamba": mamba, "mamba2": mamba2, "s4d": s4d}


def run(folder: Folder, ids) -> dict:
    """`residuals` (before each layer), `final` (after the last norm), `logits`, and `layers`: what each mixer was like inside."""
    config, weights = folder.config, folder.weights
    llama = config["model_type"] == "llama"
    embeddings = weights["model.embed_tokens.weight" if llama else "backbone.embeddings.weight"]
    x = embeddings[ids]
    residuals, layers = [], []
    for i in range(config["num_hidden_layers"]):
        residuals.append(x)
        if llama:
            x = llama_layer(x, folder.at(f"model.layers.{i}."), config)
            continue
        w = folder.at(f"backbone.layers.{i}.")
        y, inside = MIXERS[config["model_type"]](
            rms(x, w("norm.weight"), config["layer_norm_epsilon"]), folder.at(f"backbone.layers.{i}.mixer."), config
        )
        layers.append(inside)
        x = x + y
    norm, epsilon = ("model.norm", "rms_norm_eps") if llama else ("backbone.norm_f", "layer_norm_epsilon")
    final = rms(x, weights[f"{norm}.weight"], config[epsilon])
    return {"residuals": residuals, "final": final, "logits": final @ embeddings.T, "layers": layers}
