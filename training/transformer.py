"""A Transformer of the same size to compare with: RoPE, RMSNorm, SwiGLU, tied embeddings; names as LlamaForCausalLM's."""

import torch
import torch.nn.functional as F
from torch import nn

THETA = 10_000.0  # RoPE's base


def rotate(x, start: int):
    """RoPE in Llama's order (first half with second half). x: (batch, heads, L, P); start: the first token's place."""
    half = x.shape[-1] // 2
    rates = THETA ** (-torch.arange(half, device=x.device, dtype=torch.float32) / half)
    angles = torch.arange(start, start + x.shape[2], device=x.device, dtype=torch.float32)[:, None] * rates
    cos, sin = angles.cos(), angles.sin()
    first, second = x[..., :half].float(), x[..., half:].float()
    return torch.cat([first * cos - second * sin, second * cos + first * sin], -1).to(x.dtype)


class Attention(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.heads = config.heads
        for name in ("q_proj", "k_proj", "v_proj", "o_proj"):
            setattr(self, name, nn.Linear(config.width, config.width, bias=False))

    def forward(self, x, state=None):
        """x: (batch, L, D); state: the keys (rotated) and values so far, (batch, heads, past, P) each."""
        batch, L, D = x.shape
        split = lambda t: t.view(batch, L, self.heads, -1).transpose(1, 2)
        q, k, v = split(self.q_proj(x)), split(self.k_proj(x)), split(self.v_proj(x))
        past = 0 if state is None else state[0].shape[2]
        q, k = rotate(q, past), rotate(k, past)
        if past:
            k, v = torch.cat([state[0], k], 2), torch.cat([state[1], v], 2)
        mask = None
        if past and L > 1:
            mask = torch.ones(L, past + L, dtype=torch.bool, device=x.device).tril(past)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask, is_causal=past == 0)
        return self.o_proj(y.transpose(1, 2).reshape(batch, L, D)), (k, v)


class Mlp(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.gate_proj = nn.Linear(config.width, config.ff, bias=False)
        self.up_proj = nn.Linear(config.width, config.ff, bias=False)
        self.down_proj = nn.Linear(config.ff, config.width, bias=False)

    def forward(self, x):
        return self.down_proj(F.silu(self.gate_proj(x)) * self.up_proj(x))


class TransformerBlock(nn.Module):
    """Attention, then an MLP, each added to the residual stream."""

    def __init__(self, config, norm):
        super().__init__()
        self.input_layernorm = norm(config.width, config.epsilon)
        self.self_attn = Attention(config)
        self.post_attention_layernorm = norm(config.width, config.epsilon)
        self.mlp = Mlp(config)
        self.dropout = nn.Dropout(config.dropout)

    def forward(self, x, state=None, carry: bool = False):
        y, state = self.self_attn(self.input_layernorm(x), state)
        x = x + self.dropout(y)
        return x + self.dropout(self.mlp(self.post_attention_layernorm(x))), state if carry else None
